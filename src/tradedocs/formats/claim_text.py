"""A claim for a terminal: its state and its dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tradedocs.formats.plain import plain
from tradedocs.model.claim import ClaimRecord
from tradedocs.model.claimview import Bar, Deadline
from tradedocs.ui import say

_STATES = {"met": "✓", "late": "✗", "due": "•", "passed": "!", "unknown": "?", "note": " "}


def claim_text(
    record: ClaimRecord,
    dates: Sequence[Deadline],
    pressing: Sequence[Deadline],
    bars: Sequence[Bar],
    today: date,
) -> str:
    """Everything about one claim."""
    return "".join(f"{line}\n" for line in _lines(record, dates, pressing, bars, today))


def list_text(rows: Sequence[tuple[ClaimRecord, Sequence[Deadline]]]) -> str:
    """A line for each claim: number, state, who, what, the next date."""
    lines = [("claim", "state", "contract", "from", "category", "next")]
    for record, dates in rows:
        first = next((one for one in dates if one.state in ("passed", "due") and one.day), None)
        when = (
            "–"
            if first is None or record.closing
            else f"{first.day} {'!' if first.state == 'passed' else ''}".strip()
        )
        category = record.triage.category if record.triage else "–"
        lines.append(
            (
                record.complaint.number,
                record.state,
                record.contract.contract_no,
                record.complaint.complainant[:30],
                category,
                when,
            )
        )
    widths = [max(len(row[k]) for row in lines) for k in range(len(lines[0]))]
    return "".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n"
        for row in lines
    )


def _lines(
    record: ClaimRecord,
    dates: Sequence[Deadline],
    pressing: Sequence[Deadline],
    bars: Sequence[Bar],
    today: date,
) -> Iterator[str]:
    complaint = record.complaint
    yield say(
        "claim {number}: {state}, contract {contract}, opened {day}",
        number=complaint.number,
        state=record.state,
        contract=record.contract.contract_no,
        day=record.opened,
    )
    yield say("  {who}: {words}", who=plain(complaint.complainant), words=plain(complaint.words.en))
    yield say(
        "  {what}, affected {quantity}, received {day}",
        what=complaint.alleged,
        quantity=complaint.affected,
        day=complaint.received,
    )
    if record.triage is not None:
        yield say(
            "  triage: {category}, {severity}, borne by {bearer} (row {row})",
            category=record.triage.category,
            severity=record.triage.severity,
            bearer=record.triage.bearer,
            row=record.triage.row_of_table,
        )
    yield from _story(record)
    yield ""
    yield say("dates on {today} (✓ met, • due, ! passed, ✗ late, ? a day is missing)", today=today)
    for one in dates:
        yield _date(one)
    for bar in bars:
        yield say("  row {row} of our ledger: {what}", row=bar.row, what=plain(bar.what))
    if pressing:
        yield ""
        yield say("now: {what}", what="; ".join(f"{one.what.en} ({one.day})" for one in pressing))


def _story(record: ClaimRecord) -> Iterator[str]:
    for piece in record.evidence:
        yield say("  evidence {file}: {shows}", file=plain(piece.file), shows=", ".join(piece.shows))
        yield from (f"    - {plain(remark)}" for remark in piece.remarks)
        if piece.report is not None:
            yield say(
                "    report {no}: {verdict}, {n} values",
                no=plain(piece.report.report_no or "?"),
                verdict=piece.report.verdict,
                n=len(piece.report.values),
            )
    for letter in record.letters:
        yield say(
            "  letter {kind} of {day}: {file}", kind=letter.kind, day=letter.on, file=plain(letter.file)
        )
    for move in record.moves:
        what = " ".join(str(part) for part in (move.remedy, move.amount, move.quantity) if part is not None)
        yield say(
            "  {n}. {act} by the {side}: {what}",
            n=move.number,
            act=move.act,
            side=move.side,
            what=what or f"→ {move.answers}",
        )
    if record.settlement is not None:
        done = {one.promise: one.on for one in record.performed}
        for promise in record.settlement.promises:
            yield say(
                "  promise {key}: {what} {done}",
                key=promise.key,
                what=plain(promise.what.en),
                done=f"✓ {done[promise.key]}" if promise.key in done else "–",
            )


def _date(one: Deadline) -> str:
    day = str(one.day) if one.day else "          "
    sum_ = f"  [{one.arithmetic}]" if one.arithmetic else ""
    missing = say("  needs `{key}`", key=one.missing) if one.missing else ""
    return f"  {_STATES[one.state]} {day}  {one.what.en} – {one.source}{sum_}{missing}"
