"""A report says that the goods were inspected at another place than the contract names.

What: where an inspection of the shipment states its place, it should share a word with the place of the contract. Words
such as factory, port or premises of the Seller name no place, so a contract that says only those is not held against
it. This is a note: the contract may name the city and the report the street.

Why: goods inspected in another town are other goods, or have travelled since.

Bad: the contract says Ningbo, the report was made in Guangzhou.
Good: the contract says Ningbo, the report `Beilun District, Ningbo, Zhejiang`.

Source: ISO/IEC 17020 (the place of inspection is stated).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.check.case import Case, at
from tradedocs.check.evidence import speaks_for_shipment
from tradedocs.check.models import share_a_word
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "place-differs"
RESTS_ON: tuple[str, ...] = ("inspection.pre-shipment", "inspection.report")
_NO_PLACE = re.compile(
    r"\b(?:sellers?|buyers?|suppliers?|makers?|manufacturers?|factory|factories|works|plant|premises|warehouses?|ports?|"
    r"loading|shipment|terminal|place|named|the|and|before)\b|卖方|买方|供应商|制造商|生产商|生产|工厂|仓库|装运|装货|装船|港口|港|码头|所在地|厂",
    re.I,
)


def check(case: Case) -> Iterator[Finding]:
    """A note for each such report."""
    agreed = " ".join(_NO_PLACE.sub(" ", place) for place in case.spec.inspection.places)
    if not any(map(str.isalpha, re.sub(r"'s\b|’s\b|\bof\b|\bat\b|\bin\b", " ", agreed))):
        return
    for report in case.reports:
        stated = report.identity.place_of_inspection
        if stated is None or not speaks_for_shipment(report) or share_a_word(agreed, stated.text):
            continue
        yield Finding(
            rule=ID,
            severity=Verdict.RELEASE,
            message=say("{file}: inspected at {stated!r}, the contract says {agreed}", file=report.source.file,
                        stated=stated.text, agreed=" / ".join(case.spec.inspection.places)),
            way_out=say("See whether that is the agreed place; if not, ask the inspection body which goods it saw."),
            places=(at(report, stated.place),),
        )  # fmt: skip
