"""A text lets a party choose between arbitration and the courts.

What: no text of the deal may bring the courts into the arbitration agreement.

Why: under Chinese law an agreement on arbitration or court is void.

Bad: `disputes: {seat: Shanghai or the courts of Hamburg, …}`
Good: `disputes: {seat: Shanghai, …}`

Source: Fa Shi [2006] No. 7 Article 7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.clause import Language
from tradedocs.model.dealfinding import DealFinding
from tradedocs.registers import dead_in
from tradedocs.ui import say

ID = "T74"
SUPPRESSIBLE = False
EXPORT = False

_COURT = re.compile(r"\bcourts?\b|\blitigation\b|法院|诉讼|起诉", re.IGNORECASE)
_TWO_PATHS = "two-paths"
_LANGUAGES: tuple[Language, ...] = ("en", "zh")


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An error for each such text."""
    two_paths = any(_two_paths(case.printed, language) for language in _LANGUAGES)
    for way, text in case.texts:
        in_disputes = way[0] == "disputes" and _COURT.search(text) is not None
        if in_disputes or (two_paths and any(_two_paths(text, language) for language in _LANGUAGES)):
            yield told(
                ID, "error", say("{text!r} leaves the choice between arbitration and the courts", text=text),
                say("Name one path only."), way,
            )  # fmt: skip


def _two_paths(text: str, language: Language) -> bool:
    return any(hit.instrument.id == _TWO_PATHS for hit in dead_in(text, language))
