"""The names that a contract template may use, as a tree; and those that every contract needs printed."""

from __future__ import annotations

from collections.abc import Mapping

from tradedocs.word.labels import LABELS

Shape = Mapping[str, "Shape"] | tuple["Shape", ...] | str | None
"""Names of a mapping; a list with the shape of its entries; the name of another shape; or None for a text."""

_TEXTS: Shape = (None,)
_PARTY: Shape = {
    "names": _TEXTS,
    "details": ({"label": None, "value": None},),
    "signatory": None,
    "signatory_title": None,
}
_LINE: Shape = {
    "line": None,
    "names": _TEXTS,
    "details": _TEXTS,
    "quantity": None,
    "tolerance": None,
    "unit_price": None,
    "amount": None,
}
NAMES: Mapping[str, Shape] = {
    "english": None,
    "chinese": None,
    "draft": None,
    "draft_mark": None,
    "label": dict.fromkeys(LABELS),
    "stacked": dict.fromkeys(LABELS),
    "contract_no": None,
    "date": _TEXTS,
    "place": _TEXTS,
    "seller": _PARTY,
    "buyer": _PARTY,
    "currency": None,
    "goods": (_LINE,),
    "total": None,
    "total_in_words": _TEXTS,
    "terms": ({"labels": _TEXTS, "lines": _TEXTS},),
    "open_points": ({"key": None, "text": None},),
    "articles": None,
    "articles_in_turn": None,
    "annexes": None,
}
"""What `cover.context_of` gives, and nothing else."""

NEEDED = (
    "draft_mark",
    "contract_no",
    "date",
    "place",
    *(f"{side}.{key}" for side in ("seller", "buyer") for key in ("names", "signatory", "signatory_title")),
    *(f"{side}.details.{key}" for side in ("seller", "buyer") for key in ("label", "value")),
    "currency",
    *(
        f"goods.{key}"
        for key in ("line", "names", "details", "quantity", "tolerance", "unit_price", "amount")
    ),
    "total",
    "total_in_words",
    "terms.labels",
    "terms.lines",
    "open_points.key",
    "open_points.text",
    "articles",
    "annexes",
)
"""What every contract prints; a list stands for its entries, and `articles` for either way to print them."""
