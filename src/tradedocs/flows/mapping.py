"""The user's job "that is what they call it": a person confirms that a report's name is a characteristic's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

import yaml

from tradedocs.check.case import Case
from tradedocs.check.mapping import Proposal, forbidden, proposals
from tradedocs.check.names import same_parameter, squeezed
from tradedocs.errors import RefusedInput, UsageError
from tradedocs.files import write_atomic
from tradedocs.flows.ledgers import ledger_of
from tradedocs.flows.life import named
from tradedocs.flows.persons import MAPPED, OnRecord, mappings_file, mappings_in, persons_said
from tradedocs.model.mapping import NameMapping
from tradedocs.ui import say
from tradedocs.workspace import Workspace

Chooser = Callable[[Sequence[Proposal]], tuple[Sequence[Proposal], str | None]]
"""Asks a person which of the proposals are right, and who it is that says so."""
_HEAD = """\
# Names that persons confirmed for characteristics (tradedocs check --map). Each stands in the ledger's row as well;
# take an entry out to undo it. An entry that the ledger does not hold is refused.
"""


def proposed(case: Case) -> tuple[Proposal, ...]:
    """The likely names for every characteristic that no report gives."""
    return tuple(
        one
        for item in case.examined
        if not any(seen.report in case.reports_about(item.line) for seen in item.seen)
        for one in proposals(case, item)
    )


def confirmed(
    case: Case, spoken: Sequence[str], by: str | None, choose: Chooser, workspace: Workspace, now: datetime
) -> OnRecord:
    """Record the names that a person confirms, and give what is then on record.

    Args:
        case: the reports as they stand against the contract.
        spoken: each `REPORT NAME=CHARACTERISTIC`.
        by: who confirms what is spoken.
        choose: asks where nothing is spoken.
        workspace: where it is stored.
        now: the time of the row.

    Raises:
        RefusedInput: there is no workspace, or the vocabulary knows the two names as different things.
        UsageError: no report has such a row, the line no such characteristic, or nobody is named.
    """
    chosen: Sequence[Proposal] = [one for text in spoken for one in _spoken(case, text)]
    if not spoken and (likely := proposed(case)):
        chosen, by = choose(likely)
    if chosen:
        if by is None:
            raise UsageError(say("who confirms the names?"), way_out=say("Say it with --by NAME."))
        _store(case, chosen, named(by), workspace, now)
    rows = tuple(ledger_of(workspace).rows()) if workspace.ledger is not None else ()
    return persons_said(workspace, rows)


def _spoken(case: Case, text: str) -> Iterator[Proposal]:
    """The rows and characteristics that `REPORT NAME=CHARACTERISTIC` means, once for each issuer."""
    name, equals, wanted = (part.strip() for part in text.rpartition("="))
    if not equals or not name or not wanted:
        raise UsageError(say("`{text}` is not REPORT NAME=CHARACTERISTIC", text=text))
    items = [item for item in case.examined if squeezed(item.characteristic.name) == squeezed(wanted)]
    if not items:
        known = ", ".join(dict.fromkeys(item.characteristic.name for item in case.examined))
        raise UsageError(
            say("the contract has no characteristic {name!r}", name=wanted),
            way_out=say("Name one of these: {known}", known=known),
        )
    found: dict[str, Proposal] = {}
    for item in items:
        for report in case.reports_about(item.line):
            for row in report.results:
                if squeezed(row.parameter) == squeezed(name) and report.issuer is not None:
                    proposal = Proposal(item.line.line, item.characteristic, report, row)
                    found.setdefault(report.issuer.text, proposal)
    if not found:
        raise UsageError(
            say("no report of a named issuer about that line has a row {name!r}", name=name),
            way_out=say("tradedocs check CONTRACT REPORT… --map shows what is likely; tradedocs report read REPORT "
                        "shows every row."),
        )  # fmt: skip
    for one in found.values():
        _allowed(case, one)
        yield one


def _allowed(case: Case, one: Proposal) -> None:
    """Refuse to join what is known to be different."""
    reason = forbidden(one.characteristic, one.result.parameter)
    others = [
        item.characteristic
        for item in case.examined
        if item.line.line == one.line and item.characteristic is not one.characteristic
    ]
    taken = next((other for other in others if same_parameter(other, one.result.parameter)), None)
    if reason is None and taken is not None:
        reason = say(
            "{parameter!r} is the contract's {name!r}", parameter=one.result.parameter, name=taken.name
        )
    if reason is not None:
        raise RefusedInput(
            say("these two are different things: {reason}", reason=reason),
            way_out=say("Ask the issuer for the characteristic that the contract names."),
        )


def _store(case: Case, chosen: Sequence[Proposal], by: str, workspace: Workspace, now: datetime) -> None:
    ledger, path, kept = ledger_of(workspace), mappings_file(workspace), list(mappings_in(workspace).names)
    assert path is not None
    for one in chosen:
        _allowed(case, one)
        assert one.report.issuer is not None
        facts = {
            "parameter": one.result.parameter,
            "characteristic": one.characteristic.name,
            "issuer": one.report.issuer.text,
            "contract_no": case.spec.contract_no,
            "by": by,
        }
        anchor = ledger.append(MAPPED, facts, at=now)
        kept.append(NameMapping.model_validate({**facts, "on": now.date(), "row": anchor.row}))
    data = {"names": [one.model_dump(mode="json") for one in kept]}
    write_atomic(
        path, (_HEAD + yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)).encode()
    )
