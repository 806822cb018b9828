"""A text of the deal is a placeholder.

What: TBD, "to be advised", question marks, blanks to fill in, 待定 and the like. A key that is listed under
`confirm` is left out: it comes out highlighted, and the contract stays a draft.

Why: what is to be agreed later is not agreed.

Bad: `port_of_loading: TBD`
Good: `port_of_loading: Ningbo`, and `confirm: [{key: delivery.port_of_loading}]` while it is not certain.

Source: promise 3 of the program; CISG Article 14.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding, way_of
from tradedocs.ui import say

ID = "T84"
SUPPRESSIBLE = False
EXPORT = False

_PLACEHOLDER = re.compile(
    r"\bTBD\b|\?\?|_{3,}|\[\s*[●•]?\s*\]|●"
    r"|\bto be (?:advised|agreed|confirmed|decided|determined|named|nominated)\b"
    "|待定|待确认|待通知|另行(?:通知|商定|协商)",
    re.IGNORECASE,
)
# These are also parts of names: they are placeholders only where nothing else stands.
_ALONE = re.compile(r"(?:TBA|TBC|N\.?N\.?|N/?A|X{3,})", re.IGNORECASE)


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An error for each such text."""
    somewhere = _PLACEHOLDER.search(case.printed)
    open_points = [way_of(point.key) for point in case.deal.confirm]
    for way, text in case.texts:
        found = (somewhere and _PLACEHOLDER.search(text)) or _ALONE.fullmatch(text)
        if found is not None and not any(way[: len(point)] == point for point in open_points):
            yield told(
                ID, "error", say("{text!r} is a placeholder ({what})", text=text, what=found[0]),
                say("Write what was agreed, or list the key under `confirm`."), way,
            )  # fmt: skip
