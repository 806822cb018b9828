"""The quantities that a report states: ordered, inspected, lot, packed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tradedocs.model.report import Quantities, StatedCount
from tradedocs.reading.labels import Found
from tradedocs.reading.notation import DECIMAL_SIGN, Notation, number_in

SEVERAL = "several-values"
_QUANTITY = re.compile(
    r"(?P<number>\d[\d.,' \u00a0]*\d|\d)\s*(?P<unit>[^\d\W]+(?:\s?[./]\s?[^\d\W]+)?\.?|件|个|套|箱)?", re.I
)
_COUNTED = {
    "pc",
    "pcs",
    "piece",
    "pieces",
    "set",
    "sets",
    "unit",
    "units",
    "carton",
    "cartons",
    "ctn",
    "ctns",
    "pair",
    "pairs",
    "bag",
    "bags",
    "roll",
    "rolls",
    "stück",
    "stk",
    "adet",
    "unidades",
    "pièces",
    "шт",
    "件",
    "个",
    "套",
    "箱",
    "개",
    "ea",
    "drums",
    "boxes",
    "box",
}


def quantities_of(
    found: Sequence[Found], notation: Notation, tabled: Mapping[str, StatedCount] | None = None
) -> Quantities:
    """The first labelled quantity of each kind; a later different one is a doubt.

    Args:
        found: the labelled values of the report.
        notation: how it writes numbers.
        tabled: what tables of orders total; it outweighs a label, which there heads a column.
    """
    totals = tabled or {}
    return Quantities(
        ordered=totals.get("ordered") or _quantity(found, "ordered", notation),
        finished=totals.get("finished") or _quantity(found, "finished", notation),
        inspected=totals.get("inspected") or _quantity(found, "inspected", notation),
        lot=totals.get("lot_size") or _quantity(found, "lot_size", notation),
        packed=totals.get("packed") or _quantity(found, "packed", notation),
    )


def _quantity(found: Sequence[Found], meaning: str, notation: Notation) -> StatedCount | None:
    counts = [count for item in found if item.meaning == meaning and (count := count_of(item, notation))]
    if not counts:
        return None
    first = counts[0]
    if any(other.number != first.number for other in counts[1:]):
        return first.model_copy(update={"doubt": (*first.doubt, SEVERAL)})
    return first


def count_of(item: Found, notation: Notation) -> StatedCount | None:
    """The quantity that a value begins with. Pieces have no decimals: the comma of `4,992 pcs` parts thousands."""
    match = _QUANTITY.match(item.text.strip())
    if match is None or item.text.strip()[match.end("number") :].lstrip().startswith("%"):
        return None
    read = number_in(match["number"].strip(), notation)
    if read is None:
        return None
    unit = (match["unit"] or "").rstrip(".") or None
    doubt = read.doubt
    number = read.value
    if (
        unit
        and unit.casefold() in _COUNTED
        and re.fullmatch(r"\d{1,3}(?:[.,' ]\d{3})+", match["number"].strip())
    ):
        number = number_in(re.sub(r"\D", "", match["number"])).value  # type: ignore[union-attr]
        doubt = tuple(code for code in doubt if code != DECIMAL_SIGN)
    return StatedCount(text=item.text, number=number, unit=unit, place=item.place, doubt=doubt)
