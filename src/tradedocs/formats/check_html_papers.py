"""The rest of the verdict page: sampling worked out again, authenticity, documents, what was not read, the record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import groupby
from urllib.parse import quote

from tradedocs.formats.attested import attested
from tradedocs.formats.check_html_goods import result_word
from tradedocs.formats.check_style import sign
from tradedocs.formats.numbered import Numbers
from tradedocs.formats.signed import in_words
from tradedocs.model.finding import CheckedReport, Judgement, SampleNumbers, SamplingRow
from tradedocs.model.reportfile import Revision
from tradedocs.registers.bodies import body_of
from tradedocs.ui import say


@dataclass(frozen=True)
class Copy:
    """What lies beside the page of one report: the untouched original, and the extract where one could be made."""

    original: str
    extract: str | None


Copies = Mapping[str, Copy]
"""By the hash of the report."""
_BESIDE = frozenset({
    "script", "layers", "attachment", "xfa-form", "foreign-data", "lost-table", "doubled-key", "form-field",
    "annotation",
})  # fmt: skip


def sampling(judgement: Judgement, marks: Numbers) -> Iterator[str]:
    """Each inspection's plan worked out for the lot, beside what the report used and found."""
    if not judgement.sampling:
        return
    yield f"<h2>{escape(say('Sampling, worked out again'))}</h2>"
    for (line, report), group in groupby(judgement.sampling, key=lambda row: (row.line, row.report)):
        rows = tuple(group)
        where = report or say("no inspection report")
        yield f'<div class="card"><h3>{escape(say("Line {n}: {where}", n=line, where=where))}</h3>'
        yield f'<p class="small">{escape(_plan(rows))}</p>'
        yield f'<div class="wide"><table class="num">{_heads()}<tbody>'
        yield from (_sample(row, marks) for row in rows)
        yield "</tbody></table></div></div>"


def _plan(rows: tuple[SamplingRow, ...]) -> str:
    known = next((row for row in rows if row.plan is not None), None)
    if known is None:
        return say("The contract's plan cannot be worked out for this lot.")
    return say("{standard}, lot of {lot}, level {level}: code letter of the plan {letter}.", standard=known.standard,
               lot=f"{known.lot:,}", level=known.level, letter=known.letter)  # fmt: skip


def _heads() -> str:
    parts = (say("By the contract"), say("In the report"))
    columns = (say("AQL"), say("Sample"), say("Ac"), say("Re"))
    names = "".join(f"<th>{escape(name)}</th>" for name in columns) * 2
    return (
        f'<thead><tr><th></th>{"".join(f"""<th class="part" colspan="4">{escape(part)}</th>""" for part in parts)}'
        f"<th></th><th></th></tr><tr><th>{escape(say('Defects'))}</th>{names}<th>{escape(say('Found'))}</th>"
        f"<th>{escape(say('Result'))}</th></tr></thead>"
    )


def _sample(row: SamplingRow, marks: Numbers) -> str:
    number = marks.get((row.report or "", row.place), "") if row.place is not None else ""
    tag = f'<span class="tag">{escape(number)}</span>' if number else ""
    name = {"critical": say("critical"), "major": say("major"), "minor": say("minor")}[row.defect_class]
    plan = row.plan or SampleNumbers()
    cells = "".join(
        f"<td>{_cell(one.aql)}</td><td>{_cell(one.sample_size)}</td><td>{_cell(one.accept)}</td>"
        f"<td>{_cell(one.reject)}</td>"
        for one in (plan, row.used)
    )
    return (
        f'<tr><td class="name">{tag}{escape(name)}</td>{cells}<td><b>{_cell(row.found)}</b></td>'
        f'<td class="word t-{row.verdict.name}">{sign(row.verdict)} {escape(result_word(row.verdict))}</td></tr>'
    )


def _cell(value: str | int | None) -> str:
    return "–" if value is None else escape(str(value))


def authenticity(reports: tuple[CheckedReport, ...]) -> Iterator[str]:
    """What can be said of each file, and what only the issuer can say."""
    yield f"<h2>{escape(say('Is each report genuine?'))}</h2>"
    yield f'<p class="small">{escape(_not_proof())}</p>'
    for report in reports:
        yield f'<div class="card"><h3>{escape(report.file)}</h3><dl>'
        for name, fact in _genuine(report):
            yield f"<dt>{escape(name)}</dt><dd>{escape(fact)}</dd>"
        yield "</dl></div>"


def _not_proof() -> str:
    return say(
        "A file that shows no sign of a change is not thereby genuine: only the issuer can confirm its report."
    )


def _genuine(report: CheckedReport) -> Iterator[tuple[str, str]]:
    yield say("Revisions"), _revisions(report)
    beside = [item.why for item in report.unread if item.code in _BESIDE]
    yield (
        say("Beside its pages"),
        "; ".join(beside) or say("nothing: no program, form, note, layer or other file"),
    )
    yield say("Signature"), in_words(report.signed, report.signatures)
    yield say("Read from"), _read_from(report.reading)
    yield say("Metadata"), ", ".join(
        part for part in (
            say("written by {program}", program=report.producer) if report.producer else "",
            say("title “{title}”", title=report.title) if report.title else "",
            say("encrypted") if report.encrypted else "",
        ) if part
    ) or say("none")  # fmt: skip
    body = body_of(report.issuer) if report.issuer else None
    if body is not None and body.verify:
        yield (
            say("The issuer verifies by"),
            "; ".join(f"{route.kind}: {route.target}" for route in body.verify),
        )
    yield (
        say("To be sure"),
        say(
            "Ask {issuer} whether report {no} was issued as it is here, by contact details that you hold from "
            "elsewhere and not from the report.",
            issuer=report.issuer or say("the issuer"),
            no=report.report_no or say("without a number"),
        ),
    )


def _read_from(reading: str) -> str:
    return {
        "text": say("its text layer"),
        "ocr": say("its pictures, by OCR"),
        "mixed": say("its text layer and, by OCR, its pictures"),
    }.get(reading, reading)


def _revisions(report: CheckedReport) -> str:
    if report.closed <= 1:
        return say("saved once; no earlier revision is in the file")
    told = "; ".join(map(_revision, report.revisions))
    return say("saved {n} times", n=report.closed) + (f": {told}" if told else "")


def _revision(revision: Revision) -> str:
    change = {
        "none": say("shows the same"),
        "text": say("shows other words"),
        "picture": say("shows the same words and looks otherwise"),
        "pages": say("has another number of pages"),
        "unknown": say("cannot be compared"),
    }[revision.change]
    words = ", ".join(
        say(
            "p.{page} “{before}” → “{after}”",
            page=one.place.page,
            before=one.before or "",
            after=one.after or "",
        )
        for one in revision.words[:6]
    )
    return say("revision {n} {change}", n=revision.number, change=change) + (f" ({words})" if words else "")


def documents(reports: tuple[CheckedReport, ...], copies: Copies | None) -> Iterator[str]:
    """The files that were considered: hash, pages, issuer, number, date, and what lies beside the page."""
    yield f"<h2>{escape(say('Documents considered'))}</h2>"
    for report in reports:
        yield f'<div class="card"><h3>{escape(report.file)}</h3><dl>'
        facts = (
            (say("Issuer"), report.issuer or say("not stated")),
            (say("Number"), report.report_no or say("not stated")),
            (say("Date"), report.issued or say("not stated")),
            (say("Kind"), report.family or say("not recognised")),
            (say("Pages"), str(report.pages)),
        )
        for name, fact in facts:
            yield f"<dt>{escape(name)}</dt><dd>{escape(fact)}</dd>"
        yield f'<dt>SHA-256</dt><dd class="hash">{escape(report.sha256)}</dd>'
        if copies is not None:
            yield _beside(copies.get(report.sha256))
        yield "</dl></div>"


def _beside(copy: Copy | None) -> str:
    """Where the original and the extract lie; both are files beside the page."""
    original, extract = say("Original"), say("Working extract")
    if copy is None:
        return f"<dt>{escape(original)}</dt><dd>{escape(say('not copied'))}</dd>"
    untouched = say("untouched; the only file to send on")
    internal = say("values numbered as above; internal, never to be sent on")
    made = (
        f"{_link(copy.extract)} <span class='small'>({escape(internal)})</span>"
        if copy.extract is not None
        else escape(say("could not be made of this file"))
    )
    return (
        f"<dt>{escape(original)}</dt><dd>{_link(copy.original)} <span class='small'>({escape(untouched)})</span></dd>"
        f"<dt>{escape(extract)}</dt><dd>{made}</dd>"
    )


def _link(name: str) -> str:
    return f'<a href="./{escape(quote(name))}">{escape(name)}</a>'


def unread(reports: tuple[CheckedReport, ...]) -> Iterator[str]:
    """What nobody read."""
    yield f"<h2>{escape(say('What was not read'))}</h2>"
    items = [(report.file, item) for report in reports for item in report.unread if item.code not in _BESIDE]
    if not items:
        yield f"<p>{escape(say('Every page of every document was read.'))}</p>"
        return
    yield '<ul class="reasons notes">'
    for file, item in items:
        where = say("{file}, page {page}", file=file, page=item.page) if item.page else file
        yield (
            f'<li class="t-HOLD"><span>–</span><p class="what" style="color:var(--ink)">{escape(where)}: '
            f"{escape(item.why)}</p></li>"
        )
    yield "</ul>"


def record(judgement: Judgement) -> Iterator[str]:
    """What the verdict rests on and where it is recorded."""
    anchor = judgement.anchor
    ledger = say("row {row}, {sha}", row=anchor.row, sha=anchor.sha256) if anchor else say("not recorded")
    persons = [attested(one) for one in judgement.attestations] or [say("nobody attests a signature")]
    yield f'<div class="card"><h2>{escape(say("Record"))}</h2><dl>'
    yield f"<dt>{escape(say('Checked against'))}</dt><dd>{escape(judgement.contract_file)}</dd>"
    for name, fact in (
        (say("File SHA-256"), judgement.contract_sha256),
        (say("Spec SHA-256"), judgement.spec_sha256),
        (say("Ledger"), ledger),
    ):
        yield f'<dt>{escape(name)}</dt><dd class="hash">{escape(fact)}</dd>'
    if judgement.not_examined:
        yield f"<dt>{escape(say('Not examined'))}</dt><dd>{escape('; '.join(judgement.not_examined))}</dd>"
    for person in persons:
        yield f"<dt>{escape(say('Persons’ words'))}</dt><dd>{escape(person)}</dd>"
    yield "</dl></div>"
