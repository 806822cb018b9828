"""The contracts of `contracts.yaml` held against the real reports: the expected verdict beside the given one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.check.make import RECORDED
from tests.corpus_files import corpus, report
from tradedocs.flows.basis import Basis
from tradedocs.flows.crosscheck import judge
from tradedocs.flows.letterhead import with_letterhead
from tradedocs.flows.reading import read_report
from tradedocs.model.amount import Quantity
from tradedocs.model.base import Place
from tradedocs.model.finding import Judgement, Verdict
from tradedocs.model.goods import Characteristic
from tradedocs.model.report import Quantities, Report, Stated, StatedCount, Witness
from tradedocs.model.spec import Spec, SpecInspection, SpecLine, SpecParty, SpecShare, SpecShipment
from tradedocs.model.terms import Aql, Window

FILE = Path(__file__).with_name("contracts.yaml")
OTHER_BODY = "Alpha Inspection"
_BEFORE, _WINDOW = (
    -45,
    60,
)  # days from the report to the contract, and from the contract to the end of shipment
_SUBMITTED = "1000 pcs"
_HERE = Place(page=1)


@dataclass(frozen=True)
class Outcome:
    """One variant: what a person says, and what the program says."""

    report: str
    variant: str
    expected: Verdict
    given: Verdict
    wanted: frozenset[str]
    rules: frozenset[str]
    cautious: str | None
    only: bool
    by_text: bool

    @property
    def is_right(self) -> bool:
        """Whether the verdict and every reason is given, or the program is more cautious for a reason that is known."""
        if self.cautious is not None and self.given is Verdict.HOLD:
            return self.expected is Verdict.RELEASE
        reasons = self.rules == self.wanted if self.only else self.rules >= self.wanted
        return self.given is self.expected and reasons


@cache
def contracts() -> dict[str, Mapping[str, Any]]:
    """The contracts by report, in the order of the file."""
    return {item["report"]: item for item in yaml.safe_load(FILE.read_text(encoding="utf-8"))}


@cache
def read(prefix: str) -> tuple[Report, Mapping[str, Any]]:
    """The report with a person's look at each value, since lying text layers are not what is tried here; the truth."""
    path = report(prefix)
    folder = corpus()
    assert folder is not None
    truths = (json.loads(file.read_text(encoding="utf-8")) for file in (folder / "truth").glob("*.json"))
    truth = next(one for one in truths if (folder / "pdfs" / one["pdf"]) == path)
    found = with_letterhead(path, read_report(path))
    looked = (Witness(by="person", agrees=True),)
    rows = tuple(row.model_copy(update={"witnesses": looked}) for row in found.results)
    return found.model_copy(update={"results": rows}), truth


def outcomes(prefix: str) -> Iterator[Outcome]:
    """Each variant of the contract of one report."""
    contract = contracts()[prefix]
    found, truth = read(prefix)
    for variant in contract["variants"]:
        judgement = judged(contract, variant, found, truth)
        yield Outcome(
            report=prefix,
            variant=variant["is"],
            expected=Verdict(variant["verdict"]),
            given=judgement.verdict,
            wanted=frozenset(variant.get("rules", ())),
            rules=frozenset(f.rule for f in judgement.findings if f.severity is not Verdict.RELEASE),
            cautious=variant.get("cautious"),
            only=variant.get("only", False),
            by_text=bool(truth["readable_text_layer"]),
        )


def judged(
    contract: Mapping[str, Any], variant: Mapping[str, Any], found: Report, truth: Mapping[str, Any]
) -> Judgement:
    """The judgement on one variant."""
    spec = spec_of(contract, variant, found, truth)
    if variant.get("drawn"):
        found = _drawn(found, spec)
    return judge(Basis(spec, "contract.docx", "cc"), spec.shipments[0], (found,), RECORDED)


def spec_of(
    contract: Mapping[str, Any], variant: Mapping[str, Any], found: Report, truth: Mapping[str, Any]
) -> Spec:
    """The contract of the variant, with the keyed facts filled in."""
    terms = {**contract, **variant}
    day = date.fromisoformat(truth["issue_date"] or "2018-05-02")
    made = day + timedelta(days=terms.get("days", _BEFORE))
    quantity = terms.get("quantity", _SUBMITTED)
    line = SpecLine.model_validate(
        {"line": 1, "description": truth["goods"] or "Goods", "quantity": quantity, "tolerance": "5 %",
         "characteristics": tuple(_characteristics(contract, variant))}
    )  # fmt: skip
    plan = terms.get("plan")
    seller = found.identity.seller  # keyed nowhere, and not what is tried
    return Spec(
        contract_no=str(truth.get(terms.get("reference", "none")) or "C-1"),
        contract_date=made,
        our_side="seller",
        seller=SpecParty(name=seller.text if seller is not None else "Smith & Sons Ltd"),
        buyer=SpecParty(name=truth["client"] or "O'Neil Trading"),
        lines=(line,),
        shipments=(
            SpecShipment(
                number=1,
                window=Window.model_validate(
                    {"from": str(made + timedelta(days=20)), "to": str(made + timedelta(days=_WINDOW))}
                ),
                lines=(SpecShare(line=1, quantity=line.quantity),),
            ),
        ),
        inspection=SpecInspection(
            bodies=(OTHER_BODY if terms.get("body") == "other" else truth["issuer"],),
            standard="ISO 2859-1:2026",
            level=plan["level"] if plan else None,
            aql=Aql(**{name: Decimal(number) for name, number in plan["aql"].items()}) if plan else None,
        ),
    )


def _characteristics(contract: Mapping[str, Any], variant: Mapping[str, Any]) -> Iterator[Characteristic]:
    changes, dropped = variant.get("change", {}), variant.get("drop", ())
    agreed = [one for one in contract["characteristics"] if one["name"] not in dropped]
    for one in (*agreed, *variant.get("add", ())):
        more = {**changes.get("*", {}), **changes.get(one["name"], {})}
        drawn = {"evidence": "shipment"} if variant.get("drawn") else {}
        yield Characteristic.model_validate({**one, **drawn, **more})


def _drawn(found: Report, spec: Spec) -> Report:
    """The report as if its issuer had drawn the sample from the shipment, and said of which contract it is."""
    quantity: Quantity = spec.lines[0].quantity
    lot = StatedCount(text=str(quantity), number=quantity.number, unit=quantity.unit, place=_HERE)
    identity = found.identity.model_copy(
        update={"contract_no": Stated(text=spec.contract_no, place=_HERE), "seller": None, "buyer": None}
    )
    return found.model_copy(
        update={"sample_by": "inspector", "identity": identity, "quantities": Quantities(lot=lot)}
    )
