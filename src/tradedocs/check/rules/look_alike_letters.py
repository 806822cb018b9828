"""A name or a number is spelled with letters that only look like the ones of the contract.

What: a word of the report that mixes Latin letters with Cyrillic or Greek ones of the same look; a name or number that
is the contract's when such letters are made Latin, and not before; characters that nobody sees or that turn the
direction of reading. Looked at are the names and numbers of the report's head and the names and values that the
verdict rests on. Words wholly in another script, and signs such as µ and Ω, are no look-alikes.

Why: `АLPHA` with a Cyrillic А is another company, in print exactly like the one that was agreed.

Bad: the issuer is `Аlpha Inspection`, whose first letter is Cyrillic.
Bad: the contract number `С-1` is written with a Cyrillic С.
Good: `ООО Альфа`, wholly in Cyrillic, beside its English name.

Source: Unicode Technical Standard 39, Unicode security mechanisms, 4 (confusable detection) and 5.1 (mixed scripts).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case, at
from tradedocs.check.lookalike import as_latin, deceptive_word, unseen_character
from tradedocs.check.names import fold, fold_number
from tradedocs.model.base import Place
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Report
from tradedocs.ui import say

ID = "look-alike-letters"
RESTS_ON: tuple[str, ...] = ("inspection.report",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each name, number or value with such letters."""
    agreed = {fold(name) for name in _agreed(case)}
    for report in case.reports:
        told: set[str] = set()
        for text, place in _texts(case, report):
            what = _what(text, agreed)
            if what is None or text in told:
                continue
            told.add(text)
            yield Finding(
                rule=ID,
                severity=Verdict.HOLD,
                message=say("{file}: {text!r}: {what}", file=report.source.file, text=text, what=what),
                way_out=say("Ask the issuer, by the address that you know, whether it issued this report."),
                places=(at(report, place),),
            )


def _what(text: str, agreed: set[str]) -> str | None:
    word = deceptive_word(text)
    if word is not None:
        return say("the word {word!r} mixes letters of two scripts that look alike", word=word)
    code = unseen_character(text)
    if code is not None:
        return say("it holds a character that nobody sees ({code})", code=code)
    latin = as_latin(text)
    if fold(latin) != fold(text) and {fold(latin), fold(fold_number(latin))} & agreed:
        return say("it is the contract's in look only: its letters are of another script")
    return None


def _texts(case: Case, report: Report) -> Iterator[tuple[str, Place]]:
    head = (report.issuer, report.report_no, report.client, report.goods, *report.lots)
    for fact in (*head, *(stated for _, stated in report.identity)):
        if fact is not None:
            yield fact.text, fact.place
    for item in case.examined:
        for seen in item.seen:
            if seen.report is report:
                for text in (seen.result.parameter, seen.result.result, seen.result.unit):
                    if text:
                        yield text, seen.result.place


def _agreed(case: Case) -> Iterator[str]:
    """The names and numbers of the contract that a report repeats."""
    spec = case.spec
    yield spec.contract_no
    yield from spec.inspection.bodies
    yield from (party.name for party in (spec.seller, spec.buyer))
    for line in case.lines:
        yield line.description
        if line.model:
            yield line.model
        yield from (item.name for item in line.characteristics)
