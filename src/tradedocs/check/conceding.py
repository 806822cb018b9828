"""Whether a concession on record covers what misses the contract: exactly what was signed for, and nothing worse."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tradedocs.check.names import fold_number, meaning, same_company, squeezed
from tradedocs.check.outcome import Comparison, Outcome
from tradedocs.check.stating import value_and_unit
from tradedocs.check.zones import ADJUSTMENT, misses
from tradedocs.model.concession import Conceded, Concession, Signature
from tradedocs.model.goods import Characteristic
from tradedocs.model.report import AqlRow, Report, Result
from tradedocs.model.requirement import Requirement
from tradedocs.model.spec import Spec, SpecLine, SpecShipment
from tradedocs.ui import say
from tradedocs.vocabulary.parameters import HAZARDOUS


@dataclass(frozen=True)
class Scope:
    """What is released: a goods line of a shipment, today."""

    spec: Spec
    shipment: SpecShipment
    line: SpecLine
    today: date | None


def never(characteristic: Characteristic) -> str | None:
    """Why no concession covers the characteristic; None where one may."""
    if characteristic.characteristic_class == "critical":
        return say("the characteristic is critical: a matter of safety is not conceded")
    if characteristic.limit_kind in ("safety", "legal"):
        return say("the limit is one of {kind}: it is not conceded", kind=characteristic.limit_kind)
    if characteristic.limit_kind is None and meaning(characteristic.name) in HAZARDOUS:
        return say(
            "the limit of a hazardous substance counts as legal where the contract does not say otherwise"
        )
    return None


def conceded(
    concessions: Iterable[Concession],
    scope: Scope,
    report: Report,
    characteristic: Characteristic,
    result: Result,
    found: Comparison,
) -> Concession | None:
    """The concession that covers a value which fails, or which lies in the adjustment zone; None where none does."""
    if found.outcome is Outcome.MEETS or (found.outcome is Outcome.UNCLEAR and found.reason != ADJUSTMENT):
        return None
    for one in concessions:
        if refused(one, scope, report) is None and any(
            no_worse(item, characteristic, result) is None for item in one.terms.items
        ):
            return one
    return None


def no_worse(item: Conceded, characteristic: Characteristic, result: Result) -> str | None:
    """Why an item does not cover a result; None where it names the characteristic and a value as bad or worse."""
    if item.characteristic is None or squeezed(item.characteristic) != squeezed(characteristic.name):
        return say("it names another point")
    reason = never(characteristic)
    if reason is not None:
        return reason
    if not _covers(characteristic.require, item.measured or "", result):
        return say("{value} is worse than what was conceded, {measured}, or cannot be compared with it",
                   value=result.shown, measured=item.measured)  # fmt: skip
    return None


def _covers(require: Requirement, measured: str, result: Result) -> bool:
    if require.low is None and require.high is None:
        return squeezed(measured) in (squeezed(result.shown), squeezed(result.result or result.verdict or ""))
    value, printed, unit = value_and_unit(measured)
    signed = result.model_copy(update={"value": value, "result": printed, "unit": unit})
    try:
        there, here = misses(require, signed), misses(require, result)
    except ValueError:
        return False
    if there is None or here is None:
        return False
    return all(mine < 0 or mine <= theirs for mine, theirs in zip(here, there, strict=True))


def refused(one: Concession, scope: Scope, report: Report) -> str | None:
    """Why a concession does not cover this shipment, line and report; None where it does."""
    terms, spec = one.terms, scope.spec
    if (terms.contract, terms.shipment, terms.line) != (
        spec.contract_no,
        scope.shipment.number,
        scope.line.line,
    ):
        return say("it is of another contract, shipment or line")
    if scope.today is None or scope.today > terms.expires:
        return say("it expired on {day}", day=terms.expires)
    if not is_about(one, report):
        return say("it is about report {no}", no=terms.report)
    if {squeezed(lot) for lot in terms.lots} != {squeezed(lot.text) for lot in report.lots}:
        return say("it is about other lots than the report")
    if report.issue_date is None or report.issue_date.doubt or terms.signed.on < report.issue_date.value:
        return say("it was signed before the report was issued, or the report's date is not certain")
    return _not_signed(one, spec) or _too_much(one, scope)


def is_about(one: Concession, report: Report) -> bool:
    """Whether it names the report by its number."""
    return report.report_no is not None and fold_number(one.terms.report) == fold_number(
        report.report_no.text
    )


def of_the_other_side(party: str, spec: Spec) -> bool:
    """Whether that is the other side of the contract by its own name: a branch signs for itself only."""
    theirs = spec.buyer if spec.our_side == "seller" else spec.seller
    return any(_is(name, party) for name in (theirs.name, theirs.name_zh) if name)


def _not_signed(one: Concession, spec: Spec) -> str | None:
    theirs = spec.buyer if spec.our_side == "seller" else spec.seller
    if not of_the_other_side(one.terms.signed.party, spec):
        return say("it is not signed for {party}", party=theirs.name)
    if _same_person(one.terms.signed.by, one.by):
        return say("who signed it for the other side has recorded it")
    end = one.terms.end_buyer
    if isinstance(end, Signature):
        names = (spec.seller.name, spec.seller.name_zh, spec.buyer.name, spec.buyer.name_zh)
        own = any(_is(name, end.party) for name in names if name)
        if own or _same_person(end.by, one.by) or one.end_buyer_sha256 is None:
            return say("the end buyer's consent is not one of its own")
        return None
    if spec.back_to_back:
        return say("the goods are sold back to back, and the end buyer did not consent")
    return None


def _is(agreed: str, named: str) -> bool:
    """Whether the two names are one, folded for form."""
    return same_company(agreed, named) and same_company(named, agreed)


def _same_person(a: str, b: str) -> bool:
    return squeezed(a) == squeezed(b)


def _too_much(one: Concession, scope: Scope) -> str | None:
    share = next(share.quantity for share in scope.shipment.lines if share.line == scope.line.line)
    try:
        enough = one.terms.quantity.converted(share.unit) >= share.number
    except ValueError:
        enough = False
    if not enough:
        return say("it covers {granted}, the shipment is {share}", granted=one.terms.quantity, share=share)
    return None


def covers_lot(one: Concession, *, defects: AqlRow | None = None, conclusion: str | None = None) -> bool:
    """Whether an item names this class of defects with no fewer found, or the report's conclusion."""
    if conclusion is not None:
        return any(item.conclusion == conclusion for item in one.terms.items)
    if defects is None or defects.found is None or defects.defect_class == "critical":
        return False
    return any(
        item.defects == defects.defect_class and item.found is not None and defects.found <= item.found
        for item in one.terms.items
    )


def conceded_words(one: Concession) -> str:
    """One sentence: who signed what, and whose word it is."""
    terms = one.terms
    shown = "" if one.shown else say(", which the words of the paper do not show")
    return say("Conceded by {party}, signed by {signatory} on {on}, for {quantity} until {expires}; price: {price}. "
               "That it was signed is attested by {by}{shown} (ledger row {row}, paper {sha})",
               party=terms.signed.party, signatory=terms.signed.by, on=terms.signed.on, quantity=terms.quantity,
               expires=terms.expires, price=terms.price_effect, by=one.by, shown=shown, row=one.row,
               sha=one.file_sha256[:16])  # fmt: skip
