"""The verdict for a terminal: verdict, a line a characteristic, the reasons, and the next step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from tradedocs.formats.attested import attested
from tradedocs.formats.columns import wrapped
from tradedocs.formats.gates import gate_mark, gates_words, not_due_words
from tradedocs.formats.order import telling_first
from tradedocs.formats.settling import to_resolve
from tradedocs.formats.signed import in_words
from tradedocs.formats.witnessed import witnessed_in_short
from tradedocs.model.finding import (
    Checked,
    Evidence,
    Finding,
    Gate,
    Judgement,
    LineVerdict,
    SampleNumbers,
    SamplingRow,
    Verdict,
)
from tradedocs.ui import columns, padded, say

_WIDEST_NAME, _WIDEST_NEED = 34, 20
_SHARE = 3  # of the terminal's width that a name takes at most
_MARK = 8  # columns of the indent and the word that says how it ended
_GRAVEST_FIRST = (Verdict.REJECT, Verdict.HOLD, Verdict.CONCESSION, Verdict.RELEASE)
_HEADS = {
    Verdict.REJECT: "reject", Verdict.HOLD: "hold", Verdict.CONCESSION: "conceded", Verdict.RELEASE: "note",
}  # fmt: skip


def check_text(judgement: Judgement, width: int | None = None) -> str:
    """The judgement as lines of text. No text from a report can begin a line of its own.

    Args:
        judgement: what is shown.
        width: columns of the terminal, in which long cells are folded; None leaves each characteristic on one line.
    """
    return "".join(_one_line(line) + "\n" for line in _lines(judgement, width))


def _one_line(line: str) -> str:
    return "".join(" " if char in "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029" else char for char in line).rstrip()


def _lines(judgement: Judgement, width: int | None) -> Iterator[str]:
    unsigned = say(" (rests on an unsigned contract or deal file)") if judgement.unsigned else ""
    yield str(judgement.verdict) + _asked(judgement) + unsigned
    yield from _folded(gates_words(judgement), width)
    yield from _folded(
        say("contract {no} ({file})", no=judgement.contract_no, file=judgement.contract_file), width
    )
    for one in judgement.attestations:
        yield from _folded(attested(one), width)
    short = {} if width is None else _short_names(judgement)
    for report in judgement.reports:
        named = ", ".join(part for part in (report.issuer, report.report_no) if part)
        said = say("report {file}: {named}, {pages} pages, {signed}", file=report.file, named=named or "?",
                   pages=report.pages, signed=in_words(report.signed, report.signatures))  # fmt: skip
        mark = short.get(report.file, "")
        yield from _folded(f"{mark} {said}".strip(), width)
    for line in judgement.lines:
        yield ""
        yield from _goods_line(line, judgement, short, width)
    yield from _reasons(judgement.findings, width)
    if judgement.not_examined:
        yield ""
        names = "; ".join(judgement.not_examined)
        yield from _folded(say("documents not examined by this check: {names}", names=names), width)
    yield ""
    anchor = judgement.anchor
    yield (
        say("ledger row {row}, {sha}", row=anchor.row, sha=anchor.sha256)
        if anchor
        else say("not recorded in a ledger")
    )
    yield from _last_word(judgement, width)


def _asked(judgement: Judgement) -> str:
    """Which gate the verdict is of, where it is not the stricter one."""
    if judgement.gate == "documents":
        return ""
    released = judgement.verdict is Verdict.RELEASE
    return say(" (to load, not for the documents)") if released else say(" (to load)")


def _short_names(judgement: Judgement) -> dict[str, str]:
    """For a terminal: R1, R2 … for the reports; nothing for a report that is the only one."""
    files = list(dict.fromkeys(report.file for report in judgement.reports))
    return {file: f"R{k}" if len(files) > 1 else "" for k, file in enumerate(files, 1)}


def _goods_line(
    line: LineVerdict, judgement: Judgement, short: Mapping[str, str], width: int | None
) -> Iterator[str]:
    verdict = f"{line.verdict:<8}"
    head = say("{verdict} shipment {n}, line {line}: {goods}, {quantity}", verdict=verdict, n=line.shipment,
               line=line.line, goods=line.goods, quantity=line.quantity)  # fmt: skip
    yield from _folded(head, width)
    rows = [
        (
            say("later") if not_due_words(item, judgement.gate) else _word(item.verdict),
            item.characteristic.name,
            item.characteristic.require.shown,
            _due_values(item, judgement.gate, short),
        )
        for item in line.checked
    ]
    rows += [
        (_word(row.verdict), *_sampling(row, short))
        for row in judgement.sampling
        if row.line == line.line and row.report is not None
    ]
    name_width, need_width = _widths(rows, width)
    for word, name, need, values in rows:
        yield from _row(word, (name, need, values), (name_width, need_width), width)


def _widths(rows: Sequence[tuple[str, str, str, str]], width: int | None) -> tuple[int, int]:
    """As wide as the longest, and on a terminal no wider than leaves room for the values."""
    name = max((columns(row[1]) for row in rows), default=0)
    need = max((columns(row[2]) for row in rows), default=0)
    if width is None:
        return name, need
    return min(name, _WIDEST_NAME, width // _SHARE), min(need, _WIDEST_NEED, width // 4)


def _row(word: str, cells: tuple[str, str, str], widths: tuple[int, int], width: int | None) -> Iterator[str]:
    if width is None:
        pieces = [[cell] for cell in cells]
    else:
        rest = max(16, width - _MARK - sum(widths) - 4)
        pieces = [wrapped(cell, room) for cell, room in zip(cells, (*widths, rest), strict=True)]
    for k in range(max(map(len, pieces))):
        mark = f"  {word:<5} " if k == 0 else " " * _MARK
        name, need, values = (piece[k] if k < len(piece) else "" for piece in pieces)
        yield f"{mark}{padded(name, widths[0])}  {padded(need, widths[1])}  {values}"


def _word(verdict: Verdict) -> str:
    return {
        Verdict.RELEASE: say("ok"),
        Verdict.CONCESSION: say("conceded"),
        Verdict.HOLD: say("hold"),
        Verdict.REJECT: say("FAIL"),
    }[verdict]


def _due_values(item: Checked, gate: Gate, short: Mapping[str, str]) -> str:
    later = not_due_words(item, gate)
    return "; ".join(
        part for part in (later, _values(item, short) if item.evidence or not later else "") if part
    )


def _values(item: Checked, short: Mapping[str, str]) -> str:
    if not item.evidence:
        return say("not found")
    first = telling_first(item.evidence)[:3]
    more = len(item.evidence) - len(first)
    tail = say("; and {n} more", n=more) if more else ""
    if not short:
        return "; ".join(_value(evidence, short) for evidence in first) + tail
    groups = groupby(
        first,
        lambda one: f"({_at(one.report, one.result.place.page, short)}) {witnessed_in_short(one.result)}",
    )
    return "; ".join(f"{', '.join(map(_bare, own))} {where}" for where, own in groups) + tail


def _bare(evidence: Evidence) -> str:
    """The value, its specimen in brackets: a terminal has little room."""
    result = evidence.result
    return f"{result.shown} [{result.specimen}]" if result.specimen else result.shown


def _value(evidence: Evidence, short: Mapping[str, str]) -> str:
    result = evidence.result
    specimen = say(", specimen {specimen}", specimen=result.specimen) if result.specimen else ""
    return f"{result.shown}{specimen} ({_at(evidence.report, result.place.page, short)}) {witnessed_in_short(result)}"


def _at(report: str, page: int, short: Mapping[str, str]) -> str:
    return f"{short.get(report, report)} p.{page}".strip()


def _sampling(row: SamplingRow, short: Mapping[str, str]) -> tuple[str, str, str]:
    name = {"critical": say("critical defects"), "major": say("major defects"), "minor": say("minor defects")}
    plan = row.plan or SampleNumbers()
    need = say("Ac {accept} in {n}", accept=_number(plan.accept), n=_number(plan.sample_size))
    found = say("{found} in {n}, Ac {accept}", found=_number(row.found), n=_number(row.used.sample_size),
                accept=_number(row.used.accept))  # fmt: skip
    report = row.report or ""
    where = _at(report, row.place.page, short) if row.place is not None else short.get(report, report)
    where = f" ({where})" if where else ""
    return name[row.defect_class], need, found + where


def _number(number: int | None) -> str:
    return "?" if number is None else str(number)


def _reasons(findings: tuple[Finding, ...], width: int | None) -> Iterator[str]:
    for finding in sorted(findings, key=_gravity):
        yield ""
        head = _HEADS.get(finding.severity, "hold")
        pages = ", ".join(dict.fromkeys(f"{place.document} p.{place.page}" for place in finding.places))
        where = f" ({pages})" if pages else ""
        mark = f" {finding.mark}" if finding.settled or finding.resolved else ""
        yield from _folded(
            f"{head}[{finding.rule}]{mark}{where}: {finding.message}{gate_mark(finding)}", width
        )
        yield from _folded(f"  {finding.way_out}", width, indent=2)
        if finding.settled is not None:
            yield from _folded(f"  {to_resolve(finding)}", width, indent=2)


def _gravity(finding: Finding) -> int:
    return _GRAVEST_FIRST.index(finding.severity) if finding.severity in _GRAVEST_FIRST else 1


def _last_word(judgement: Judgement, width: int | None) -> Iterator[str]:
    """The verdict again with its next step, where the eye rests after a long list."""
    standing = [
        one
        for one in sorted(judgement.findings, key=_gravity)
        if one.severity in (Verdict.REJECT, Verdict.HOLD)
    ]
    if not standing:
        return
    yield ""
    yield from _folded(
        say("{verdict}. Points that stand: {n}. Next: {step}", verdict=judgement.verdict, n=len(standing),
            step=standing[0].way_out), width,
    )  # fmt: skip


def _folded(text: str, width: int | None, *, indent: int = 0) -> Iterator[str]:
    """The text in lines of the terminal's width; the following ones are set in."""
    if width is None or columns(text) <= width:
        yield text
        return
    first, *rest = wrapped(text, max(20, width - indent - 2))
    yield " " * indent + first
    for line in rest:
        yield " " * (indent + 4 if indent == 0 else indent) + line
