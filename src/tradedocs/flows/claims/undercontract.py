"""What the contract says to a complaint, in short, and which checks of the shipment are on record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tradedocs.claims.consistent import same_name
from tradedocs.claims.terms import Terms
from tradedocs.flows.onrecord import CHECK
from tradedocs.ledger import Row
from tradedocs.model.claim import ClaimRecord
from tradedocs.model.claimview import CheckOnFile, Passage, Required, UnderContract
from tradedocs.model.contract import Article
from tradedocs.model.day import iso_day
from tradedocs.model.spec import Spec, SpecLine

_EVIDENCE = "disputes.evidence"
_REMEDIES = (
    "compensation.minor-deviations", "compensation.price-scale", "compensation.replenishment",
    "compensation.remedies", "compensation.shortage", "compensation.offset", "compensation.limitation",
)  # fmt: skip


def under_contract(record: ClaimRecord, terms: Terms, spec: Spec, rows: Iterable[Row]) -> UnderContract:
    """What somebody who answers the complaint has to know of the contract, and of the checks on record."""
    line = spec.line(record.complaint.line)
    return UnderContract(
        goods=line.description,
        required=tuple(_required(line, record.complaint.characteristic)),
        plan=_plan(spec),
        evidence=tuple(_evidence(terms)),
        remedies=tuple(_remedies(terms)),
        checks=tuple(_checks(record, rows)),
    )


def _required(line: SpecLine, name: str | None) -> Iterator[Required]:
    for one in line.characteristics:
        spelled = (one.name, one.name_zh, *one.aliases)
        if name is None or any(same_name(name, each) for each in spelled if each is not None):
            yield Required(
                name=one.name,
                requirement=str(one.require),
                method=one.method,
                characteristic_class=one.characteristic_class,
            )


def _plan(spec: Spec) -> str | None:
    agreed = spec.inspection
    if agreed.aql is None:
        return None
    classes = ", ".join(f"{name} {getattr(agreed.aql, name):f}" for name in ("critical", "major", "minor"))
    return f"{agreed.standard}, level {agreed.level}, AQL {classes}"


def _evidence(terms: Terms) -> Iterator[Passage]:
    """The items that the buyer hands in with a claim: those of the first list of the article."""
    article = _article(terms, _EVIDENCE)
    begun = False
    for one in article.paragraphs if article is not None else ():
        if one.level == 3:
            begun = True
            yield Passage(number=one.number, words=one.text("en").rstrip(";").removesuffix("; and"))
        elif begun:
            return


def _remedies(terms: Terms) -> Iterator[Passage]:
    """The first paragraph of each article on remedies says what it grants."""
    for clause in _REMEDIES:
        article = _article(terms, clause)
        if article is not None and len(article.paragraphs) > 1:
            first = article.paragraphs[1]
            yield Passage(number=first.number, words=f"{article.title.en}: {first.text('en')}")


def _article(terms: Terms, clause: str) -> Article | None:
    return next((one for one in terms.articles if one.clause_id == clause), None)


def _checks(record: ClaimRecord, rows: Iterable[Row]) -> Iterator[CheckOnFile]:
    for row in rows:
        facts = row.facts
        if (
            row.kind == CHECK
            and facts.get("contract_no") == record.contract.contract_no
            and facts.get("shipment", record.complaint.shipment) == record.complaint.shipment
        ):
            reports = tuple(
                " ".join(str(part) for part in (one.get("report_no"), one.get("file")) if part)
                for one in facts.get("reports", ())
            )
            yield CheckOnFile(
                row=row.row, on=iso_day(row.at[:10]), verdict=str(facts.get("verdict", "")), reports=reports
            )
