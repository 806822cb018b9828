"""The dates of proof: reports that follow the notice, surveys, samples drawn at discharge, samples kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tradedocs.claims.calendar import after
from tradedocs.claims.terms import Terms
from tradedocs.claims.windows import CLAIMS
from tradedocs.model.claim import ClaimRecord
from tradedocs.model.claimview import Deadline
from tradedocs.model.party import Side
from tradedocs.model.shapes import LocalText

_DISCHARGE, _EVIDENCE = "inspection.at-discharge", "disputes.evidence"
_REPORTS = frozenset({"report", "survey"})


def surveys(record: ClaimRecord, terms: Terms, notice: date | None) -> Iterator[Deadline]:
    """Each only where the contract has its clause and its first day is known."""
    yield from _at_discharge(record, terms)
    if notice is None:
        return
    what = LocalText(
        en="Independent report handed in, where the claim rests on one", zh="提交独立机构报告（如需）"
    )
    yield from _dated("evidence.report", what, terms, (CLAIMS, "report_days"), ("notice", notice), "buyer",
                      _report(record), optional=True)  # fmt: skip
    yield from _joint(record, terms)
    answered = min((one.on for one in record.letters if one.kind in ("refuse", "settle")), default=None)
    if answered is not None and record.closing is None:
        what = LocalText(en="Samples are kept until then", zh="样品保存至该日")
        yield from _dated("evidence.keep", what, terms, (_EVIDENCE, "keep_days"), ("answer", answered), "buyer",
                          None, optional=True)  # fmt: skip


def _joint(record: ClaimRecord, terms: Terms) -> Iterator[Deadline]:
    """A survey that was asked for begins in time, and the final answer follows its report."""
    asked = min((one.on for one in record.letters if one.kind == "joint-survey"), default=None)
    if asked is None:
        return
    came = _report(record, since=asked)
    what = LocalText(en="The survey has begun", zh="检验已开始")
    yield from _dated("survey.begin", what, terms, (CLAIMS, "survey_days"), ("asked", asked), "seller", came)
    if came is None:
        return
    final = [one.on for one in record.letters if one.kind in ("offer", "refuse", "settle") and one.on >= came]
    final += [one.on for one in record.moves if one.side == "seller" and one.on >= came]
    what = LocalText(en="Final answer after the report of the survey", zh="收到检验报告后的最终答复")
    yield from _dated("survey.answer", what, terms, (CLAIMS, "final_days"), ("report", came), "seller",
                      min(final, default=None))  # fmt: skip


def _at_discharge(record: ClaimRecord, terms: Terms) -> Iterator[Deadline]:
    arrived = record.complaint.arrived
    if arrived is not None:
        what = LocalText(
            en="Samples drawn at discharge; otherwise the report before shipment stands",
            zh="卸货时抽样；未抽样的，以装运前检验报告为准",
        )
        yield from _dated("discharge.samples", what, terms, (_DISCHARGE, "within_days"), ("arrived", arrived),
                          "buyer", None, optional=True)  # fmt: skip


def _dated(
    key: str, what: LocalText, terms: Terms, where: tuple[str, str], start: tuple[str, date], whose: Side,
    done: date | None, *, optional: bool = False,
) -> Iterator[Deadline]:  # fmt: skip
    """The date; one that is `optional` may be used and need not, so that it never presses."""
    days = terms.number(*where)
    if days is None:
        return
    day, words = after(start[1], int(days), start[0])
    open_state = "note" if optional else "due"
    yield Deadline(
        key=key,
        what=what,
        day=day,
        arithmetic=words,
        source=f"Contract, Clause {terms.article(*where)}",
        whose=whose,
        done=done,
        state=open_state if done is None else "met" if done <= day else "late",
    )


def _report(record: ClaimRecord, since: date | None = None) -> date | None:
    days = [
        one.on for one in record.evidence if _REPORTS & set(one.shows) and (since is None or one.on >= since)
    ]
    return min(days, default=None)
