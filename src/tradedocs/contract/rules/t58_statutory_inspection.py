"""The goods are under statutory inspection, and no document of the customs is agreed.

What: `compliance.statutory_inspection` says that the export needs an inspection by GACC. Then a document of the
customs belongs into `documents`. Whether an HS code is on the list is not known here: the catalogue changes.

Why: without it the goods do not leave the country.

Bad: `compliance: {statutory_inspection: true}` without such a document.
Good: the same with `documents: [Customs inspection certificate (GACC), …]`

Source: PRC Law on Import and Export Commodity Inspection; GACC since 2018.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say

ID = "T58"
SUPPRESSIBLE = True
EXPORT = True

_CUSTOMS = re.compile(r"\b(?:GACC|customs)\b|海关|法检|法定检验", re.IGNORECASE)


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning where no document names the customs."""
    deal = case.deal
    named_there = any(
        _CUSTOMS.search(f"{document.en} {document.zh or ''}") is not None for document in deal.documents
    )
    if deal.compliance.statutory_inspection and not named_there:
        yield told(
            ID,
            "warning",
            say(
                "the goods are under statutory inspection, and none of the {n} documents is of the customs",
                n=len(deal.documents),
            ),
            say("Add the certificate of GACC to `documents`."),
            ("compliance", "statutory_inspection"),
            ("documents",),
        )
