"""A report says that a result lies outside the scope of the accreditation.

What: a sentence of the report about itself (`This report is not covered by the accreditation`), a mark that it explains
and that stands at a value that the verdict rests on (`* not accredited`), or such words in the row of that value. Where
the deal says `inspection.accredited: true` the shipment is held, else this is a note. Words about opinions, copies or
laboratories in general mean nothing, and neither does a mark that stands at none of these values. A report that says
nothing of accreditation is not told from an accredited one here.

Why: outside its scope nobody has examined whether the laboratory can do that test.

Bad: `accredited: true`, the moisture is printed as `Moisture *`, and below the table `* Test not accredited`.
Good: the same report, where the star stands at a test that the contract does not call for.

Source: ISO/IEC 17025 7.8.2.1 and ILAC-P8 (results outside the scope are clearly identified); ISO/IEC 17020.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, Examined, Seen, at
from tradedocs.model.base import Place
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Report, Result
from tradedocs.ui import say
from tradedocs.vocabulary.accreditation import says_not_accredited

ID = "outside-accreditation"
RESTS_ON: tuple[str, ...] = ("inspection.accreditation", "inspection.report")


def check(case: Case) -> Iterator[Finding]:
    """HOLD, or a note, for each such report and each such value."""
    for report in case.reports:
        whole = next((one for one in report.outside_accreditation if one.mark is None), None)
        if whole is not None:
            yield _finding(case, say("{file} says: {words!r}", file=report.source.file, words=whole.said.text),
                           at(report, whole.said.place))  # fmt: skip
    for item in case.examined:
        for seen in item.seen:
            words = _words(seen.report, seen.result)
            if words is not None:
                yield _of_value(case, item, seen, words)


def _words(report: Report, result: Result) -> str | None:
    """What the report says of this value."""
    printed = [text for text in (result.parameter, result.method, result.result, result.section) if text]
    own = next((text for text in printed if says_not_accredited(text)), None)
    if own is not None:
        return own
    return next(
        (one.said.text for one in report.outside_accreditation
         if one.mark is not None and any(_bears(text, one.mark) for text in printed[:3])),
        None,
    )  # fmt: skip


def _bears(text: str, mark: str) -> bool:
    """Whether the text ends or begins with exactly this mark: `**` is another mark than `*`."""
    bare = text.strip()
    ends = bare.endswith(mark) and not bare[: -len(mark)].endswith(mark[0])
    return ends or (bare.startswith(mark) and not bare[len(mark) :].startswith(mark[0]))


def _of_value(case: Case, item: Examined, seen: Seen, words: str) -> Finding:
    message = say("{file}: {name}: {words!r}", file=seen.report.source.file, name=item.characteristic.name,
                  words=words)  # fmt: skip
    return _finding(case, message, seen.place).model_copy(
        update={"line": item.line.line, "characteristic": item.characteristic.name}
    )


def _finding(case: Case, message: str, place: Place) -> Finding:
    asked = case.spec.inspection.accredited
    return Finding(
        rule=ID,
        severity=Verdict.HOLD if asked else Verdict.RELEASE,
        message=message,
        way_out=say("Have it tested within the scope of an accreditation, as the contract asks.")
        if asked
        else say(
            "The contract does not ask for accredited results; ask for them when the next report is ordered."
        ),
        places=(place,),
    )
