"""What a contract file says of itself, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.model.contract import Passport
from tradedocs.model.goods import Characteristic
from tradedocs.model.spec import Spec, SpecLine
from tradedocs.ui import say


def contract_text(file: str, sha256: str, passport: Passport, spec: Spec, problems: tuple[str, ...]) -> str:
    """Passport, clauses, specification and disagreements as lines of text."""
    return "\n".join(_lines(file, sha256, passport, spec, problems)) + "\n"


def _lines(
    file: str, sha256: str, passport: Passport, spec: Spec, problems: tuple[str, ...]
) -> Iterator[str]:
    state = say("DRAFT, not for signature") if passport.draft else say("final")
    yield say("contract {no}: {state}", no=passport.contract_no, state=state)
    if passport.amends is not None:
        yield say("addendum {n}, applies from {day}; the contract's file is {sha}", n=passport.amends.number,
                  day=passport.amends.effective.isoformat(), sha=passport.amends.contract_sha256)  # fmt: skip
    for name, value in (
        (say("file"), f"{file} {sha256}"),
        (say("built by"), passport.program),
        (say("languages"), ", ".join(passport.languages)),
        (say("seller"), spec.seller.name),
        (say("buyer"), spec.buyer.name),
        (say("deal"), passport.deal_sha256),
        (say("template"), passport.template_sha256),
        (say("specification"), passport.spec_sha256),
        (say("text"), passport.text_sha256),
    ):
        yield f"  {name:<14}{value}"
    yield from _clauses(passport)
    for line in spec.lines:
        yield from _line(line)
    yield from _inspection(spec)
    yield ""
    if problems:
        yield say("The file does not agree with itself:")
        yield from (f"  {problem}" for problem in problems)
    else:
        yield say("Text, passport and specification agree.")


def _clauses(passport: Passport) -> Iterator[str]:
    yield ""
    yield say("clauses")
    width = max((len(clause.id) for clause in passport.clauses), default=0)
    for clause in passport.clauses:
        approved = clause.approved_by or say("not approved")
        yield f"  {clause.id:<{width}}  {clause.version}  {clause.position}  {clause.sha256[:12]}  {approved}"


def _line(line: SpecLine) -> Iterator[str]:
    yield ""
    tolerance = f" ± {line.tolerance} %" if line.tolerance else ""
    yield say("line {n}: {goods}, {quantity}{tolerance}", n=line.line, goods=line.description,
              quantity=line.quantity, tolerance=tolerance)  # fmt: skip
    names = max(len(item.name) for item in line.characteristics)
    needs = max(len(str(item.require)) for item in line.characteristics)
    for item in line.characteristics:
        yield f"  {item.name:<{names}}  {item.require!s:<{needs}}  {_terms(item)}"


def _terms(item: Characteristic) -> str:
    parts = (item.characteristic_class, item.evidence, item.stage, item.method, item.basis)
    return ", ".join(part for part in parts if part)


def _inspection(spec: Spec) -> Iterator[str]:
    terms = spec.inspection
    yield ""
    yield say("inspection by {bodies}; {standard}", bodies=", ".join(terms.bodies), standard=terms.standard)
    if terms.level is not None and terms.aql is not None:
        yield say("  level {level}, AQL critical {critical}, major {major}, minor {minor}", level=terms.level,
                  critical=terms.aql.critical, major=terms.aql.major, minor=terms.aql.minor)  # fmt: skip
    for shipment in spec.shipments:
        carried = "; ".join(f"{share.line}: {share.quantity}" for share in shipment.lines)
        yield say("shipment {n}: {first} to {last}, {carried}", n=shipment.number, first=shipment.window.first,
                  last=shipment.window.last, carried=carried)  # fmt: skip
