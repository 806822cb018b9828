"""A count of defective pieces against the sampling plan of the lot that it was taken from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tradedocs.claims.grounds import Grounds
from tradedocs.claims.interval import interval
from tradedocs.errors import UsageError
from tradedocs.model.claim import ClaimRecord, Complaint, Counted, Interval
from tradedocs.sampling.lots import items_in
from tradedocs.sampling.plans import Plan, plans
from tradedocs.sampling.standards import standard_of
from tradedocs.ui import say

Against = Literal["over", "between", "within", "clean", "no-plan", "none"]
_CLASSES = ("critical", "major", "minor")


@dataclass(frozen=True)
class Count:
    """A count that is on file.

    Attributes:
        counted: the numbers.
        interval: the share with its interval.
        on: what it rests on: an independent report, a record on file, one that was sent and is not stored yet, or
            somebody's word.
        source: where it stands.
    """

    counted: Counted
    interval: Interval
    on: Literal["report", "file", "sent", "word"]
    source: str


def count_of(record: ClaimRecord) -> Count | None:
    """The count that weighs most: an independent body's, the latest first; else the claimant's own."""
    for one in reversed(record.evidence):
        report = one.report
        if report is not None and report.counted is not None and report.sampled_by == "inspector":
            source = say("report {no} ({file})", no=report.report_no or "–", file=one.file)
            return _count(report.counted, "report", source)
    counted = record.complaint.counted
    if counted is None:
        return None
    filed = [one.file for one in record.evidence if "defect-count" in one.shows]
    if filed:
        return _count(counted, "file", say("the complaint, and {files}", files=", ".join(filed)))
    if "defect-count" in record.complaint.sent:
        sent = say("the complaint; the record of the count was sent: store it with `claim add-evidence`")
        return _count(counted, "sent", sent)
    return _count(counted, "word", say("the complaint; no record of the count is on file"))


def _count(counted: Counted, on: Literal["report", "file", "sent", "word"], source: str) -> Count:
    share = interval(counted.examined, counted.defective)
    return Count(counted, share.model_copy(update={"random": counted.random}), on, source)


def plan_of(complaint: Complaint, grounds: Grounds, counted: Counted | None = None) -> Plan | None:
    """The plan for the whole lot and the class that was counted, else that of the characteristic, else `major`."""
    share = grounds.share(complaint.shipment, complaint.line)
    inspection = grounds.spec.inspection
    lot = None if share is None else items_in(share)
    if lot is None or inspection.aql is None or inspection.level is None:
        return None
    named = grounds.characteristic(complaint.line, complaint.characteristic)
    wanted = "major" if named is None else named.characteristic_class
    if counted is not None and counted.defect_class is not None:
        wanted = counted.defect_class
    aqls = tuple(getattr(inspection.aql, one) for one in _CLASSES)
    try:
        found = plans(lot, inspection.level, aqls, standard=standard_of(inspection.standard))
    except UsageError:
        return None
    return found[_CLASSES.index(wanted)]


def against(count: Count, plan: Plan | None) -> Against:
    """Where the count stands against the plan.

    Fewer pieces than the plan wants can only show too much: the lot may be called good on the plan's own sample, on
    more than it, or where the whole interval lies below the AQL. More pieces than the plan wants are held against the
    AQL by the interval, unless the acceptance number itself already tells.
    """
    found, examined = count.counted.defective, count.counted.examined
    if found == 0:
        return "clean"
    if plan is None:
        return "no-plan"
    aql = Decimal(plan.aql)
    if examined >= plan.lot:
        return "over" if Decimal(100 * found) / examined > aql else "within"
    if examined <= plan.sample_size and found >= plan.reject:
        return "over"
    if examined >= plan.sample_size and found <= plan.accept:
        return "within"
    if not plan.counts_items:
        return "between"
    if count.interval.low > aql:
        return "over"
    return "within" if count.interval.high <= aql else "between"


def told_share(count: Count) -> str:
    """`13 of 125 pieces = 10.40 %, 95 % interval 5.67 to 17.13 %`: never the rate alone."""
    one = count.interval
    return say(
        "{d} of {n} pieces = {rate} %, {confidence} % interval {low} to {high} % (Clopper-Pearson)", d=one.defective,
        n=one.examined, rate=one.rate, confidence=one.confidence, low=one.low, high=one.high,
    )  # fmt: skip


def told_plan(plan: Plan) -> str:
    """The plan with its numbers."""
    return say(
        "{standard}:{edition}, level {level}, AQL {aql}, lot {lot}: sample {n}, accept {accept}, reject {reject}",
        standard=plan.standard, edition=plan.edition, level=plan.level, aql=plan.aql, lot=plan.lot,
        n=plan.sample_size, accept=plan.accept, reject=plan.reject,
    )  # fmt: skip
