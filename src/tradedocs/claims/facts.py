"""What is known of a claim, as the decision table asks for it: one value for each fact, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from tradedocs.claims.counting import Count, against, count_of, plan_of, told_plan, told_share
from tradedocs.claims.grounds import PIECES, Grounds
from tradedocs.claims.measured import Measured, measured, other_lots
from tradedocs.claims.table import DecisionTable, TableFact
from tradedocs.model.amount import Quantity
from tradedocs.model.claim import ClaimRecord, Interval
from tradedocs.model.spec import tolerated
from tradedocs.sampling.plans import Plan
from tradedocs.ui import say

_PLAIN = (
    "same_kind", "usable", "packages_damaged", "receipt_reserved", "seal_intact", "meets_sample",
    "stored_properly", "altered", "hidden",
)  # fmt: skip
_VERDICTS = {"RELEASE": "released", "RELEASE UNDER CONCESSION": "conceded", "HOLD": "held"}
_COMPARISONS = frozenset(("photo-comparison", "retained-sample", "survey", "report"))


@dataclass(frozen=True)
class Checked:
    """The last verdict on the shipment before it left; `row` of the ledger."""

    verdict: str
    row: int


@dataclass(frozen=True)
class OnRecord:
    """One thing that the ledger holds from before shipment: its row, and what it says."""

    row: int
    words: str


@dataclass(frozen=True)
class BeforeShipment:
    """What the checks before shipment left on record of the shipment, and of the characteristic complained of.

    Attributes:
        checked: the last check; None where there was none.
        adverse: what reports said against the characteristic, that nobody set aside.
        resolved: findings on it that a person set aside.
        conceded: concessions of the other side on it.
    """

    checked: Checked | None = None
    adverse: tuple[OnRecord, ...] = ()
    resolved: tuple[OnRecord, ...] = ()
    conceded: tuple[OnRecord, ...] = ()


@dataclass(frozen=True)
class Known:
    """The value of a fact, and what it rests on; nothing where it rests on the complaint alone."""

    value: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Facts:
    """Every fact of the table by its id, and the interval of the count, where there is one."""

    known: Mapping[str, Known]
    interval: Interval | None
    remarks: tuple[str, ...]

    def value(self, name: str) -> str:
        """The value of a fact."""
        return self.known[name].value


def facts_of(record: ClaimRecord, grounds: Grounds, before: BeforeShipment, table: DecisionTable) -> Facts:
    """The facts of a claim.

    Args:
        before: what was on record before shipment.
    """
    count = count_of(record)
    found = measured(record, grounds)
    known: dict[str, Known] = {
        **dict(_answers(record, table)),
        "measured": Known(found.outcome, found.sources),
        **dict(_counted(record, grounds, count)),
        "unsafe": _unsafe(record, found),
        "alleged": Known(record.complaint.alleged),
        "compared": Known(
            "yes" if _COMPARISONS & record.shown else "no", _files(record, table.by_id["compared"])
        ),
        **dict(_agreed(record, grounds)),
        **dict(_quantities(record, grounds)),
        **dict(_before(before)),
    }
    remarks = tuple(
        say("{file} names other lots than the complaint, and was left out", file=file)
        for file in other_lots(record)
    )
    return Facts(known, None if count is None else count.interval, remarks)


def _answers(record: ClaimRecord, table: DecisionTable) -> Iterator[tuple[str, Known]]:
    for name in _PLAIN:
        yield name, Known(getattr(record.complaint, name), _files(record, table.by_id[name]))


def _files(record: ClaimRecord, fact: TableFact) -> tuple[str, ...]:
    """The files on file that show a fact, else what was sent and is not stored yet."""
    kinds = frozenset(fact.shown_by)
    files = tuple(
        say("{file} ({kinds})", file=one.file, kinds=", ".join(kind for kind in one.shows if kind in kinds))
        for one in record.evidence
        if kinds & frozenset(one.shows)
    )
    sent = tuple(kind for kind in record.complaint.sent if kind in kinds)
    if files or not sent:
        return files
    return (say("sent, and not stored yet: {kinds}", kinds=", ".join(sent)),)


def _compared(record: ClaimRecord, table: DecisionTable) -> Known:
    files = _files(record, table.by_id["compared"])
    if _COMPARISONS & record.shown:
        return Known("yes", files)
    return Known("no", files or (say("the evidence on file"),))


def _unsafe(record: ClaimRecord, found: Measured) -> Known:
    """A missed limit of safety or law counts, whatever anybody says of the danger."""
    said = record.complaint.unsafe
    if found.guarded is not None:
        limit = say("{name} has a limit of safety or law, and misses it", name=found.guarded.name)
        return Known(
            "yes" if found.outcome == "off" or said == "yes" else "suspected", (limit, *found.sources)
        )
    if said == "unknown" and record.complaint.alleged == "safety":
        return Known("suspected")
    return Known(said)


def _counted(record: ClaimRecord, grounds: Grounds, count: Count | None) -> Iterator[tuple[str, Known]]:
    plan = plan_of(record.complaint, grounds, None if count is None else count.counted)
    if count is None:
        yield from (("sample", Known("none")), ("random", Known("none")), ("count_on", Known("none")))
        yield "pieces", _pieces(None, plan, record, grounds)
        return
    stands = against(count, plan)
    share = told_share(count)
    told = (share, count.source) if plan is None else (share, told_plan(plan), count.source)
    yield "sample", Known(stands, told)
    drawn = count.counted.drawn
    yield "random", Known(count.counted.random, (count.source,) if drawn is None else (count.source, drawn))
    yield "count_on", Known(count.on, (count.source,))
    yield "pieces", _pieces(count, plan, record, grounds)


def _pieces(count: Count | None, plan: Plan | None, record: ClaimRecord, grounds: Grounds) -> Known:
    """What the clause on defective pieces makes of the number; without it and in a critical class all are claimable."""
    number = grounds.articles.get(PIECES)
    source = (
        (say("contract, article {n}", n=number),)
        if number is not None
        else (say("no clause of the contract limits them: a plan decides on the lot, not on the piece"),)
    )
    if grounds.pieces == "all":
        return Known("claimable", source)
    if plan is not None and Decimal(plan.aql) == 0:
        return Known("claimable", (*source, say("not for a critical class of defects")))
    if grounds.pieces == "above-aql":
        return Known(_above_aql(count, plan), source)
    share = grounds.share(record.complaint.shipment, record.complaint.line)
    if grounds.allowance is None or share is None:
        return Known("unknown", source)
    affected = _in(record.complaint.affected, share)
    if affected is None:
        return Known("unknown", source)
    told = say("{affected} of {share} concerned, {allowance} % allowed for", affected=record.complaint.affected,
               share=share, allowance=grounds.allowance)  # fmt: skip
    covered = affected.number * 100 <= grounds.allowance * share.number
    return Known("covered" if covered else "excess", (*source, told))


def _above_aql(count: Count | None, plan: Plan | None) -> str:
    """The clause goes by a count of the whole lot, or a survey of at least the plan's sample, drawn at random."""
    if count is None or plan is None:
        return "unknown"
    told = count.counted
    surveyed = count.on == "report" and told.random == "yes" and told.examined >= plan.sample_size
    if told.examined < plan.lot and not surveyed:
        return "unknown"
    return "covered" if Decimal(100 * told.defective) <= Decimal(plan.aql) * told.examined else "excess"


def _agreed(record: ClaimRecord, grounds: Grounds) -> Iterator[tuple[str, Known]]:
    complaint = record.complaint
    named = grounds.characteristic(complaint.line, complaint.characteristic)
    shown = (
        ()
        if named is None
        else (say("contract: {name} {limit}", name=named.name, limit=named.require.shown),)
    )
    yield "named", Known("no" if named is None else "yes", shown)
    yield (
        "risk",
        Known(grounds.risk, (say("contract: {term}", term=grounds.term or "–"),)),
    )
    clause = f"inspection.effect-{grounds.effect.partition('-')[0].replace('loading', 'provisional')}"
    number = grounds.articles.get(clause)
    yield "effect", Known(grounds.effect, (say("contract, article {n}", n=number or "–"),))


def _quantities(record: ClaimRecord, grounds: Grounds) -> Iterator[tuple[str, Known]]:
    complaint = record.complaint
    share, line = grounds.share(complaint.shipment, complaint.line), grounds.line(complaint.line)
    affected = None if share is None else _in(complaint.affected, share)
    if share is None or line is None:
        yield "plausible", Known("unknown")
        yield "short", Known("unknown" if complaint.alleged == "quantity" else "none")
        return
    least, most = tolerated(share.number, line.tolerance)
    told = say("contract: {share} ± {tolerance} %", share=share, tolerance=line.tolerance)
    fits = None if affected is None else affected.number <= most
    yield "plausible", Known({None: "unknown", True: "yes", False: "no"}[fits],
                             (told, say("complained of: {affected}", affected=complaint.affected)))  # fmt: skip
    missing = None if complaint.missing is None else _in(complaint.missing, share)
    if missing is None:
        yield "short", Known("unknown" if complaint.missing or complaint.alleged == "quantity" else "none")
        return
    within = share.number - missing.number >= least
    yield "short", Known("within" if within else "beyond", (told, say("missing: {n}", n=complaint.missing)))


def _in(quantity: Quantity, like: Quantity) -> Quantity | None:
    """The quantity in the unit of another one; None where they measure different things."""
    try:
        return Quantity(number=quantity.converted(like.unit), unit=like.unit)
    except ValueError:
        return None


def _before(before: BeforeShipment) -> Iterator[tuple[str, Known]]:
    if before.checked is None:
        yield "inspected", Known("none")
    else:
        row = say("ledger row {row}", row=before.checked.row)
        yield "inspected", Known(_VERDICTS.get(before.checked.verdict, "rejected"), (row,))
    for name, rows in (
        ("conceded", before.conceded),
        ("adverse", before.adverse),
        ("resolved", before.resolved),
    ):
        if rows:
            told = tuple(say("ledger row {row}: {what}", row=one.row, what=one.words) for one in rows)
            yield "known_before", Known(name, told)
            return
    yield "known_before", Known("none")
