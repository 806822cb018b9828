"""What is known of a claim as the decision table asks for it, each fact with its words and its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from tradedocs.claims.interval import interval_of
from tradedocs.claims.terms import Terms
from tradedocs.model.claim import ClaimRecord, Complaint, Counted, Evidence, Interval, Reason
from tradedocs.ui import say

_PLAIN = {
    "unsafe": say("the goods may endanger somebody"),
    "usable": say("the goods can be used as they are"),
    "packages_damaged": say("packages were damaged on arrival"),
    "receipt_reserved": say("the carrier's receipt notes the damage"),
    "seal_intact": say("the seal was unbroken"),
    "meets_sample": say("the goods meet the specification and the sealed sample"),
    "stored_properly": say("the goods were stored and used properly"),
    "altered": say("the goods were altered after delivery"),
    "same_kind": say("it is one kind of defect"),
}
_RISK_AT_DESTINATION = frozenset({"DAP", "DPU", "DDP"})


@dataclass(frozen=True)
class Known:
    """One fact: its value as the table spells it, in words, and where it comes from."""

    value: str
    words: str
    source: str

    @property
    def reason(self) -> Reason:
        """As a triage records it."""
        return Reason(fact=self.words, source=self.source)


@dataclass(frozen=True)
class Checked:
    """The last verdict on the shipment before it left; `row` of the ledger."""

    verdict: str
    row: int


@dataclass(frozen=True)
class KnownFacts:
    """Every fact by its name, and the interval of the share of defective pieces, where pieces were counted."""

    facts: Mapping[str, Known]
    interval: Interval | None

    @property
    def values(self) -> dict[str, str]:
        """The values alone."""
        return {name: one.value for name, one in self.facts.items()}


def facts_of(record: ClaimRecord, terms: Terms, checked: Checked | None) -> KnownFacts:
    """Everything that the table may ask for; what nobody knows is `unknown`."""
    complaint = record.complaint
    counted, source = counted_of(record)
    interval = interval_of(counted) if counted is not None else None
    found = dict(_plain(complaint))
    found |= dict(_of_shipment(complaint, terms, checked))
    found["lot"] = _lot(record)
    found["spec_missed"] = _missed(record)
    found["share"] = _share(interval, terms, source)
    return KnownFacts(found, interval)


def counted_of(record: ClaimRecord) -> tuple[Counted | None, str]:
    """The sample that counts: the last report's, else the claimant's own, and where it stands."""
    for one in reversed(record.evidence):
        if one.report is not None and one.report.counted is not None:
            return one.report.counted, say("report {no}", no=one.report.report_no or one.file)
    return record.complaint.counted, say("claim.yaml, counted")


def _plain(complaint: Complaint) -> Iterator[tuple[str, Known]]:
    for name, words in _PLAIN.items():
        value: str = getattr(complaint, name)
        told = {"yes": words, "no": say("not so: {words}", words=words)}.get(
            value, say("not known: {words}", words=words)
        )
        yield name, Known(value, told, f"claim.yaml, {name}")


def _of_shipment(complaint: Complaint, terms: Terms, checked: Checked | None) -> Iterator[tuple[str, Known]]:
    missing = complaint.missing is not None
    yield (
        "missing",
        Known(
            "yes" if missing else "no",
            say("{quantity} are missing", quantity=complaint.missing)
            if missing
            else say("nothing is said to be missing"),
            "claim.yaml, missing",
        ),
    )
    seller = terms.deal.delivery.incoterm in _RISK_AT_DESTINATION
    yield (
        "risk",
        Known(
            "seller" if seller else "buyer",
            say("risk passes under {term}", term=terms.deal.delivery.term),
            say("contract, delivery"),
        ),
    )
    pieces = terms.deal.by_pieces
    yield (
        "by_pieces",
        Known(
            "yes" if pieces else "no",
            say("the lot is inspected by pieces") if pieces else say("the goods are inspected as bulk"),
            say("contract, inspection"),
        ),
    )
    line = terms.line(complaint.line)
    named = (
        line is not None
        and complaint.characteristic is not None
        and any(
            complaint.characteristic.casefold()
            in {one.name.casefold(), *(alias.casefold() for alias in one.aliases)}
            for one in line.characteristics
        )
    )
    yield (
        "in_spec",
        Known(
            "yes" if named else "no",
            say("the contract requires {name}", name=complaint.characteristic)
            if named
            else say("no characteristic of the contract is named"),
            say("contract, specification"),
        ),
    )
    yield (
        "alleged",
        Known(complaint.alleged, say("complained of: {what}", what=complaint.alleged), "claim.yaml, alleged"),
    )
    released = "unknown" if checked is None else "yes" if checked.verdict.startswith("RELEASE") else "no"
    yield (
        "released",
        Known(
            released,
            say("verdict before shipment: {verdict}", verdict=checked.verdict)
            if checked
            else say("no verdict before shipment is on record"),
            say("ledger row {row}", row=checked.row) if checked else say("ledger"),
        ),
    )


def _lot(record: ClaimRecord) -> Known:
    """What the last report on samples that the inspection body drew says of the lot."""
    for one in _reports(record):
        assert one.report is not None
        if one.report.sampled_by == "client":
            continue
        if one.report.verdict in ("REJECT", "RELEASE"):
            fails = one.report.verdict == "REJECT"
            words = (
                say("report {no} finds the lot not conforming", no=one.report.report_no or one.file)
                if fails
                else say("report {no} finds the lot conforming", no=one.report.report_no or one.file)
            )
            return Known("fails" if fails else "passes", words, f"{one.file} ({one.sha256[:12]})")
    return Known("unknown", say("no report on the lot after arrival is on file"), say("evidence"))


def _missed(record: ClaimRecord) -> Known:
    good: Known | None = None
    for one in _reports(record):
        assert one.report is not None
        for value in one.report.values:
            if value.verdict == "REJECT":
                words = say(
                    "{name} {value} does not meet the contract",
                    name=value.characteristic or value.parameter,
                    value=f"{value.value} {value.unit or ''}".strip(),
                )
                return Known("yes", words, say("{file}, page {n}", file=one.file, n=value.page))
        if one.report.verdict == "RELEASE":
            good = good or Known(
                "no",
                say("every value of report {no} meets the contract", no=one.report.report_no or one.file),
                one.file,
            )
    return good or Known("unknown", say("no value was measured after arrival"), say("evidence"))


def _share(interval: Interval | None, terms: Terms, source: str) -> Known:
    aql = terms.deal.inspection.aql
    if interval is None:
        return Known("unknown", say("nobody counted defective pieces"), source)
    words = say(
        "{d} of {n} defective: {rate} %, interval {low} to {high} % at {confidence} %",
        d=interval.defective,
        n=interval.examined,
        rate=interval.rate,
        low=interval.low,
        high=interval.high,
        confidence=interval.confidence,
    )
    if interval.defective == 0:
        return Known("none", words, source)
    limit = aql.major if aql is not None else Decimal(0)
    where = "above" if interval.low > limit else "within" if interval.high <= limit else "between"
    return Known(where, say("{words}; AQL {aql}", words=words, aql=limit), source)


def _reports(record: ClaimRecord) -> Iterator[Evidence]:
    return (one for one in reversed(record.evidence) if one.report is not None)
