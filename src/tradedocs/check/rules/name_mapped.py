"""A value was found under a name that a person said means the characteristic.

What: a note for each report and name that counts only because of a mapping in the workspace's mappings.yaml, with who
confirmed it and when. A mapping holds for one issuer's name and one name of a characteristic. It never joins two names
that the vocabulary knows as different things, and likeness of names alone never counts.

Why: whoever reads the verdict must see that the names are not the same, and whose word it is that they mean the same.

Bad: "Lead" is taken for "Cadmium".
Good: the contract asks for "Colour temperature", and A. Person confirmed that this body calls it "Farbtemperatur".

Source: tradedocs check --map.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, Seen
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "name-mapped"
RESTS_ON: tuple[str, ...] = ("quality.specification",)


def check(case: Case) -> Iterator[Finding]:
    """A note for each mapping that is used, once a report."""
    for item in case.examined:
        used: dict[tuple[str, int], Seen] = {}
        for seen in item.seen:
            if seen.mapping is not None:
                used.setdefault((seen.report.source.sha256, seen.mapping.row), seen)
        for seen in used.values():
            assert seen.mapping is not None
            yield Finding(
                rule=ID,
                severity=Verdict.RELEASE,
                message=say("line {line}: {file}: {parameter!r} is matched with {name!r} by a mapping that {by} "
                            "confirmed on {on}", line=item.line.line, file=seen.report.source.file,
                            parameter=seen.result.parameter, name=item.characteristic.name, by=seen.mapping.by,
                            on=seen.mapping.on),
                way_out=say("Ledger row {row}. To undo it, take the entry out of the workspace's mappings.yaml.",
                            row=seen.mapping.row),
                places=(seen.place,),
                line=item.line.line,
                characteristic=item.characteristic.name,
            )  # fmt: skip
