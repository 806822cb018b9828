"""A limit of the contract points the wrong way.

What: of characteristics whose limit points one way in every trade, one that is a minimum where it should be a maximum,
or the other way round, holds its line: its values cannot be decided on. The names, in English and Chinese, stand in the
vocabulary (`directions.yaml`); a range, a tolerance and a name that is not there are not judged.

Why: price lists on the web print "SO2 20 mg/kg min". Goods that meet such a limit are the ones that nobody wants.

Bad: `{name: Sulphur dioxide, require: ">= 20 mg/kg"}`
Good: `{name: Sulphur dioxide, require: "<= 20 mg/kg"}`

Source: usual trade limits and the standards that set them (Codex CXS 212, IEC 62612, EN 1811).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say
from tradedocs.vocabulary.directions import points_wrong

ID = "limit-direction"
RESTS_ON: tuple[str, ...] = ("quality.specification",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each such characteristic."""
    for line in case.lines:
        for item in line.characteristics:
            names = (item.name, *((item.name_zh,) if item.name_zh else ()), *item.aliases)
            points = points_wrong(names, item.require)
            if points is not None:
                yield Finding(
                    rule=ID,
                    severity=Verdict.HOLD,
                    message=say("line {line}: the contract says {name} {limit}, but a limit of it is a {points}",
                                line=line.line, name=item.name, limit=item.require.shown, points=_words(points)),
                    way_out=say("Ask the other side what is meant, and amend the contract."),
                    line=line.line,
                    characteristic=item.name,
                )  # fmt: skip


def _words(points: str) -> str:
    return say("maximum") if points == "max" else say("minimum")
