"""One case to judge: a shipment of a contract, the reports, and which report speaks of which goods line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tradedocs.check.conceding import Scope, conceded, covers_lot, refused
from tradedocs.check.judging import judging_of
from tradedocs.check.mapping import mapping_of
from tradedocs.check.models import mentions_model, names_model
from tradedocs.check.names import Called, called, fold, is_called, printed
from tradedocs.check.outcome import Comparison
from tradedocs.check.sameness import without_second_units
from tradedocs.check.zones import held_against
from tradedocs.model.amount import Quantity
from tradedocs.model.base import Place
from tradedocs.model.concession import Concession
from tradedocs.model.finding import Finding, Remembered
from tradedocs.model.goods import Characteristic
from tradedocs.model.mapping import NameMapping
from tradedocs.model.report import AqlRow, Cited, Report, Result
from tradedocs.model.resolution import Resolution
from tradedocs.model.spec import Spec, SpecLine, SpecShipment


@dataclass(frozen=True)
class Seen:
    """A result of a report that is about a characteristic of a line, held against its requirement.

    `conceded`: the concession that covers it where it misses the requirement. `mapping`: the person's word that its
    name is the characteristic's.
    """

    report: Report
    result: Result
    comparison: Comparison
    conceded: Concession | None = None
    mapping: NameMapping | None = None

    @property
    def place(self) -> Place:
        """Where the value stands, with the report's name."""
        return at(self.report, self.result.place)


@dataclass(frozen=True)
class Examined:
    """A characteristic of a line and everything that the reports say about it."""

    line: SpecLine
    characteristic: Characteristic
    seen: tuple[Seen, ...]


@dataclass(frozen=True)
class Use:
    """An earlier RELEASE in the ledger that rested on a report: the same file, or the same report number.

    `covers` tells how much of which goods line was counted on it; empty where the ledger does not say.
    """

    report_sha256: str
    report_no: str | None
    contract_no: str
    shipment: int
    row: int
    covers: tuple[tuple[int, Quantity], ...] = ()


@dataclass(frozen=True)
class Unnamed:
    """An earlier check, recorded without what each report says: its ledger row, its adverse rules, its reports."""

    row: int
    rules: tuple[str, ...]
    reports: tuple[str, ...]


@dataclass(frozen=True)
class Reply:
    """What a report says of an earlier one: that it replaces it, or that it inspects the same goods again.

    Attributes:
        old: the earlier report; None when it is neither at hand nor on record.
        lacks: what is missing for the reply to count; empty when it counts.
    """

    kind: Literal["reissue", "re-inspection"]
    by: Report
    cited: Cited
    old: Remembered | None
    lacks: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether the earlier report's evidence is answered."""
        return self.old is not None and not self.lacks


@dataclass(frozen=True)
class Standing:
    """What the check rests on.

    Attributes:
        ledger: whether the verdict can be recorded.
        signed: whether the contract's signature is on record.
        unsigned_accepted: whether the user said that an unsigned basis is meant.
        problems: each disagreement between recorded hash, passport, embedded Spec and visible table.
        uses: the earlier releases that rested on one of the reports.
        draft: whether the contract file says of itself that it is a draft.
        addenda: what keeps an addendum to the contract from counting.
        scale_releases: whether a clause of the contract says that a value in the adjustment zone of a price scale does
            not stop the release.
        second_reader: whether the OCR that gives a second reading of values is installed.
        shipped: the day of shipment by the transport document; None while it is not known.
        on_record: the reports that earlier checks of the shipment read and that say something against the goods.
        unnamed_on_record: the earlier checks that found adverse evidence and did not record in which report.
        rework: the record of the rework that the user gave; None where none was given.
        basis: the hash of the contract's file.
        today: the day of the check; None where it is not known, and then no concession counts.
        credit: whether a part of the price is paid by letter of credit; None where that is not known.
        resolutions, concessions, mappings: what persons put on record.
    """

    ledger: bool
    signed: bool
    unsigned_accepted: bool
    problems: tuple[str, ...] = ()
    uses: tuple[Use, ...] = ()
    draft: bool = False
    second_reader: bool = True
    addenda: tuple[str, ...] = ()
    scale_releases: bool = False
    shipped: date | None = None
    on_record: tuple[Remembered, ...] = ()
    unnamed_on_record: tuple[Unnamed, ...] = ()
    rework: str | None = None
    basis: str = ""
    today: date | None = None
    credit: bool | None = None
    resolutions: tuple[Resolution, ...] = ()
    concessions: tuple[Concession, ...] = ()
    mappings: tuple[NameMapping, ...] = ()


@dataclass(frozen=True)
class Case:
    """What the rules look at.

    Attributes:
        replies: what the reports say of earlier ones.
        recalled: reports on record that are not at hand and not answered.
        weighed: whether replies and recalled are worked out, and answered reports taken out.
        answered: the findings that persons answered by stating a value.
    """

    standing: Standing
    spec: Spec
    shipment: SpecShipment
    lines: tuple[SpecLine, ...]
    reports: tuple[Report, ...]
    about: tuple[tuple[int, ...], ...]
    examined: tuple[Examined, ...]
    replies: tuple[Reply, ...] = ()
    recalled: tuple[Remembered, ...] = ()
    weighed: bool = False
    answered: tuple[Finding, ...] = ()

    def reports_about(self, line: SpecLine) -> tuple[Report, ...]:
        """The reports that speak of this line and of no other."""
        return tuple(r for r, lines in zip(self.reports, self.about, strict=True) if lines == (line.line,))


def concession_for(
    case: Case, report: Report, *, defects: AqlRow | None = None, conclusion: str | None = None
) -> Concession | None:
    """The concession that covers a class of defects, or the conclusion, of a report about one goods line."""
    lines = next((about for one, about in zip(case.reports, case.about, strict=True) if one is report), ())
    if len(lines) != 1:
        return None
    scope = Scope(case.spec, case.shipment, case.spec.line(lines[0]), case.standing.today)
    for one in case.standing.concessions:
        if refused(one, scope, report) is None and covers_lot(one, defects=defects, conclusion=conclusion):
            return one
    return None


def at(report: Report, place: Place) -> Place:
    """The place with the report's file name."""
    return place.model_copy(update={"document": report.source.file})


def make_case(spec: Spec, shipment: SpecShipment, reports: tuple[Report, ...], standing: Standing) -> Case:
    """Tie each report to its goods line and hold each result against its characteristic.

    A report that cannot be tied to one of several lines supports none of them. What it says against the goods
    cannot be held against a line either, so it holds every line that it could be about.
    """
    lines = tuple(spec.line(share.line) for share in shipment.lines)
    about = tuple(_lines_named(lines, report) for report in reports)
    names = {row.parameter: printed(row.parameter) for report in reports for row in report.results}
    examined = tuple(
        Examined(
            line,
            characteristic,
            without_second_units(
                tuple(_seen(spec, shipment, line, characteristic, reports, about, standing, names))
            ),
        )
        for line in lines
        for characteristic in line.characteristics
    )
    return Case(standing, spec, shipment, lines, reports, about, examined)


def _seen(
    spec: Spec,
    shipment: SpecShipment,
    line: SpecLine,
    characteristic: Characteristic,
    reports: tuple[Report, ...],
    about: tuple[tuple[int, ...], ...],
    standing: Standing,
    names: Mapping[str, Called],
) -> Iterator[Seen]:
    agreed, judging = called(characteristic), judging_of(spec.inspection, characteristic)
    scope = Scope(spec, shipment, line, standing.today)
    for report, lines in zip(reports, about, strict=True):
        if line.line not in lines:
            continue
        for result in report.results:
            known = is_called(agreed, names[result.parameter])
            mapping = (
                None if known else mapping_of(standing.mappings, characteristic, result.parameter, report)
            )
            if known or mapping is not None:
                found = held_against(
                    characteristic, result, scale_releases=standing.scale_releases, judging=judging
                )
                said = standing.concessions if lines == (line.line,) else ()
                yield Seen(
                    report,
                    result,
                    found,
                    conceded(said, scope, report, characteristic, result, found),
                    mapping,
                )


def _lines_named(lines: tuple[SpecLine, ...], report: Report) -> tuple[int, ...]:
    """The lines that a report could be about: the one that it names, else all of them.

    A report that names a model is about none of the lines when each of them has another one.
    """
    if len(lines) == 1:
        return (lines[0].line,)
    model, goods = report.identity.model, report.goods
    if model is not None and all(line.model for line in lines):
        return tuple(line.line for line in lines if line.model and names_model(model.text, line.model))
    text = " ".join(fact.text for fact in (model, goods) if fact is not None)
    by_model = tuple(line.line for line in lines if line.model and mentions_model(text, line.model))
    by_words = tuple(line.line for line in lines if fold(line.description) in fold(text))
    return by_model or by_words or tuple(line.line for line in lines)
