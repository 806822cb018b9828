"""The verdict for a terminal: verdict, a line a characteristic, the reasons with the next step."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.formats.attested import attested
from tradedocs.formats.gates import gate_mark, gates_words, not_due_words
from tradedocs.formats.order import telling_first
from tradedocs.formats.settling import to_resolve
from tradedocs.formats.signed import in_words
from tradedocs.model.finding import Checked, Evidence, Finding, Gate, Judgement, LineVerdict, Verdict
from tradedocs.ui import columns, padded, say


def check_text(judgement: Judgement) -> str:
    """The judgement as lines of text. No text from a report can begin a line of its own."""
    return "".join(" ".join(line.splitlines()) + "\n" for line in _lines(judgement))


def _lines(judgement: Judgement) -> Iterator[str]:
    unsigned = say(" (rests on an unsigned contract or deal file)") if judgement.unsigned else ""
    yield str(judgement.verdict) + _asked(judgement) + unsigned
    yield gates_words(judgement)
    yield say("contract {no} ({file})", no=judgement.contract_no, file=judgement.contract_file)
    yield from map(attested, judgement.attestations)
    for report in judgement.reports:
        named = ", ".join(part for part in (report.issuer, report.report_no) if part)
        yield say(
            "report {file}: {named}, {pages} pages, {signed}", file=report.file, named=named or "?",
            pages=report.pages, signed=in_words(report.signed, report.signatures),
        )  # fmt: skip
    for line in judgement.lines:
        yield ""
        yield from _goods_line(line, judgement.gate)
    yield from _reasons(judgement.findings)
    if judgement.not_examined:
        yield ""
        yield say("documents not examined by this check: {names}", names="; ".join(judgement.not_examined))
    yield ""
    anchor = judgement.anchor
    yield (
        say("ledger row {row}, {sha}", row=anchor.row, sha=anchor.sha256)
        if anchor
        else say("not recorded in a ledger")
    )


def _asked(judgement: Judgement) -> str:
    """Which gate the verdict is of, where it is not the stricter one."""
    if judgement.gate == "documents":
        return ""
    released = judgement.verdict is Verdict.RELEASE
    return say(" (to load, not for the documents)") if released else say(" (to load)")


def _goods_line(line: LineVerdict, gate: Gate) -> Iterator[str]:
    verdict = f"{line.verdict:<8}"
    yield say("{verdict} shipment {n}, line {line}: {goods}, {quantity}", verdict=verdict, n=line.shipment,
              line=line.line, goods=line.goods, quantity=line.quantity)  # fmt: skip
    name_width = max(columns(item.characteristic.name) for item in line.checked)
    need_width = max(columns(item.characteristic.require.shown) for item in line.checked)
    word_width = max(5, *(columns(_word(item.verdict)) for item in line.checked))
    for item in line.checked:
        name, need = item.characteristic.name, item.characteristic.require.shown
        later = not_due_words(item, gate)
        mark = f"  {padded(say('later') if later else _word(item.verdict), word_width)}"
        values = "; ".join(
            part for part in (later, _values(item) if item.evidence or not later else "") if part
        )
        yield f"{mark} {padded(name, name_width)}  {padded(need, need_width)}  {values}"


def _word(verdict: Verdict) -> str:
    return {
        Verdict.RELEASE: say("ok"),
        Verdict.CONCESSION: say("conceded"),
        Verdict.HOLD: say("hold"),
        Verdict.REJECT: say("FAIL"),
    }[verdict]


def _values(item: Checked) -> str:
    if not item.evidence:
        return say("not found")
    shown = [_value(evidence) for evidence in telling_first(item.evidence)[:3]]
    more = len(item.evidence) - len(shown)
    return "; ".join(shown) + (say("; and {n} more", n=more) if more else "")


def _value(evidence: Evidence) -> str:
    result = evidence.result
    specimen = say(", specimen {specimen}", specimen=result.specimen) if result.specimen else ""
    return f"{result.shown}{specimen} ({evidence.report} p.{result.place.page})"


_HEADS = {
    Verdict.REJECT: "reject", Verdict.HOLD: "hold", Verdict.CONCESSION: "conceded", Verdict.RELEASE: "note",
}  # fmt: skip


def _reasons(findings: tuple[Finding, ...]) -> Iterator[str]:
    for finding in sorted(findings, key=lambda one: one.severity is not Verdict.REJECT):
        yield ""
        head = _HEADS[finding.severity]
        pages = ", ".join(dict.fromkeys(f"{place.document} p.{place.page}" for place in finding.places))
        where = f" ({pages})" if pages else ""
        mark = f" {finding.mark}" if finding.settled or finding.resolved else ""
        yield f"{head}[{finding.rule}]{mark}{where}: {finding.message}{gate_mark(finding)}"
        yield f"  {finding.way_out}"
        if finding.settled is not None:
            yield f"  {to_resolve(finding)}"
