"""A claim for a terminal: its state and its dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from tradedocs.formats.columns import table, wrapped
from tradedocs.formats.plain import plain
from tradedocs.model.claim import ClaimRecord
from tradedocs.model.claimview import Bar, Deadline
from tradedocs.ui import columns, say

_WORD = re.compile(r"\S+")
_DATED = re.compile(r"\s*\S?\s*\d{4}-\d\d-\d\d\s+")
_STATES = {"met": "✓", "late": "✗", "due": "•", "passed": "!", "unknown": "?", "note": " "}


def claim_text(
    record: ClaimRecord,
    dates: Sequence[Deadline],
    pressing: Sequence[Deadline],
    bars: Sequence[Bar],
    today: date,
    width: int | None = None,
) -> str:
    """Everything about one claim; `width` is that of the terminal, None where lines need not be broken."""
    lines = _lines(record, dates, pressing, bars, today)
    return "".join(f"{part}\n" for line in lines for part in hung(line, width))


def hung(line: str, width: int | None) -> list[str]:
    """A line in parts of at most that many columns; what follows stands further in than the line began."""
    if width is None or columns(line) <= width:
        return [line]
    start = len(line) - len(line.lstrip())
    dated = _DATED.match(line)
    deeper = " " * (dated.end() if dated is not None else start + 4)
    room = max(width, 40)
    ends = [found.end() for found in _WORD.finditer(line)]
    end = max((end for end in ends if columns(line[:end]) <= room), default=ends[0])
    first, rest = line[:end], line[end:].strip()
    return [first, *(deeper + part for part in wrapped(rest, room - len(deeper)) if part)]


def list_text(rows: Sequence[tuple[ClaimRecord, Sequence[Deadline]]], width: int | None = None) -> str:
    """A line for each claim: number, state, who, what, the next date."""
    lines = [(say("claim"), say("state"), say("contract"), say("from"), say("category"), say("next"))]
    for record, dates in rows:
        first = next((one for one in dates if one.state in ("passed", "due") and one.day), None)
        over = "!" if first is not None and first.state == "passed" else ""
        lines.append(
            (
                record.complaint.number,
                record.state,
                plain(record.contract.contract_no),
                plain(record.complaint.complainant),
                record.triage.category if record.triage else "–",
                "–" if first is None or record.closing else f"{first.day} {over}".strip(),
            )
        )
    return "".join(f"{line}\n" for line in table(lines, width))


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
    yield say("dates on {today} (✓ met, • due, ! passed, ✗ done late, ? a day is missing)", today=today)
    for one in dates:
        yield from _date(one)
    for bar in bars:
        yield say("  row {row} of our ledger: {what}", row=bar.row, what=plain(bar.what))
    if pressing:
        yield ""
        yield say("now:")
        for one in pressing:
            whose = say("us") if one.whose == record.contract.our_side else say("the other side")
            yield say("  {day}  {what} – by {whose}", day=one.day, what=plain(one.what.en), whose=whose)


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


def _date(one: Deadline) -> Iterator[str]:
    day = str(one.day) if one.day else "          "
    done = say("; done {day}", day=one.done) if one.done else ""
    missing = say("; needs `{key}`", key=one.missing) if one.missing else ""
    yield f"  {_STATES[one.state]} {day}  {plain(one.what.en)}"
    yield " " * 16 + "; ".join(part for part in (one.arithmetic, one.source) if part) + done + missing
    if one.stopped_by:
        yield " " * 16 + say("late, but see {sources}", sources="; ".join(one.stopped_by))
