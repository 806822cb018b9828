"""A limit points the wrong way.

What: of characteristics whose limit points one way in every trade (the most sulphur dioxide, the least polarisation),
one that points the other way. The names stand in the vocabulary, in English and Chinese; ranges are not judged.

Why: a clerk copies "SO2 20 mg/kg min" from an offer, and the contract then promises dirty goods. The check holds every
shipment under such a limit.

Bad: `{name: Sulphur dioxide, require: ">= 20 mg/kg"}`
Good: `{name: Sulphur dioxide, require: "<= 20 mg/kg"}`

Source: usual trade limits and the standards that set them (Codex CXS 212, IEC 62612, EN 1811).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.model.dealfinding import DealFinding
from tradedocs.ui import say
from tradedocs.vocabulary.directions import points_wrong

ID = "T48"
SUPPRESSIBLE = False
EXPORT = False


def judge(case: DealCase) -> Iterator[DealFinding]:
    """An error for each limit that points the wrong way."""
    for index, line in enumerate(case.deal.goods):
        for at, item in enumerate(line.characteristics):
            names = (item.name, *((item.name_zh,) if item.name_zh else ()), *item.aliases)
            points = points_wrong(names, item.require)
            if points is not None:
                other = "<=" if points == "max" else ">="
                yield told(
                    ID, "error",
                    say("line {n}: {name} {limit} points the wrong way", n=line.line, name=item.name,
                        limit=item.require.shown),
                    say("Write the limit with {sign}, or the range that is meant.", sign=other),
                    ("goods", index, "characteristics", at, "require"),
                )  # fmt: skip
