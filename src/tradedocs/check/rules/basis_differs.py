"""A value refers to another basis than the requirement.

What: the basis that the report prints (`dry basis`, `as received`, 干基) must mean the one that the contract names. A
side that names none means the goods as they are, so a dry value is not held against a limit without a basis, nor a
value without a basis against a limit for dry matter.

Why: 46.0 % nitrogen of dry matter may be 45.8 % of what is shipped.

Bad: `require: ">= 46.0 %"` without a basis, and the report gives 46.1 % on dry basis.
Good: `basis: dry basis`, and the report gives 46.1 % `d.b.`.

Source: ISO 1170, ISO 5725-1 (conditions of a result); clause quality.specification.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, Examined, Seen
from tradedocs.check.names import fold
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say
from tradedocs.vocabulary.lexicon import lexicon

ID = "basis-differs"
RESTS_ON: tuple[str, ...] = ("quality.specification",)
_AS_IT_IS = "as-received"


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each characteristic and each other basis of a report."""
    for item in case.examined:
        agreed = item.characteristic.basis
        others: dict[tuple[str, str], Seen] = {}
        for seen in item.seen:
            if _meaning(seen.result.basis) != _meaning(agreed):
                others.setdefault((seen.report.source.sha256, seen.result.basis or ""), seen)
        for seen in others.values():
            yield _finding(item, seen, agreed)


def _meaning(text: str | None) -> str:
    """What the vocabulary calls it, else its folded form."""
    if text is None or not fold(text):
        return _AS_IT_IS
    return lexicon("basis").exact(text) or fold(text)


def _finding(item: Examined, seen: Seen, agreed: str | None) -> Finding:
    return Finding(
        rule=ID,
        severity=Verdict.HOLD,
        message=say("{file}: {name} is given on the basis {printed!r}, the contract's is {agreed!r}",
                    file=seen.report.source.file, name=item.characteristic.name,
                    printed=seen.result.basis or say("none stated"), agreed=agreed or say("none stated")),
        way_out=say("Ask the issuer for the value on the basis of the contract."),
        places=(seen.place,),
        line=item.line.line,
        characteristic=item.characteristic.name,
    )  # fmt: skip
