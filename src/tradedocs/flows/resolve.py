"""The user's job "I looked, and it is in order": a named person resolves a finding that holds a shipment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tradedocs.check.resolvable import RESOLVABLE
from tradedocs.check.stating import Fact, stated
from tradedocs.errors import RefusedInput, UsageError
from tradedocs.flows.ledgers import ledger_of
from tradedocs.flows.life import named
from tradedocs.flows.onrecord import CHECK
from tradedocs.flows.persons import RESOLVED, UNRESOLVED, resolutions_in
from tradedocs.ledger import Ledger, Row
from tradedocs.model.finding import Anchor
from tradedocs.model.report import AqlRow, Result, Stated, StatedCount, StatedDate
from tradedocs.ui import say
from tradedocs.workspace import Workspace

_FORM = re.compile(r"#?(?:[a-z-]+:)?#?([0-9a-f]{6,64})", re.I)
_KINDS: dict[str, type[Result | AqlRow | Stated | StatedDate | StatedCount]] = {
    kind.__name__: kind for kind in (Result, AqlRow, Stated, StatedDate, StatedCount)
}


@dataclass(frozen=True)
class Word:
    """What a person says of a finding: who, why, whether they looked at the page, and what stands there."""

    by: str
    reason: str
    crop_seen: bool = False
    value: str | None = None


@dataclass(frozen=True)
class Recorded:
    """The finding as the ledger knows it, and the row that now tells of it."""

    contract_no: str
    rule: str
    message: str
    anchor: Anchor


def resolve(finding: str, word: Word, *, workspace: Workspace, now: datetime) -> Recorded:
    """Record the person's word on a finding of an earlier check; later checks with the same facts count it.

    Raises:
        RefusedInput: there is no workspace; no check in its ledger had such a finding, or nobody may resolve it.
        UsageError: the name or reason cannot stand in a ledger, or what the finding calls for was not said.
    """
    ledger = ledger_of(workspace)
    by, reason = named(word.by), named(word.reason, "--reason")
    row, told = _told(finding, ledger)
    _enough(told, word)
    facts = {
        "contract_no": row.facts["contract_no"],
        "contract_sha256": row.facts["contract_sha256"],
        "shipment": row.facts["shipment"],
        "reports": row.facts["reports"],
        "finding": told["id"],
        "rule": told["rule"],
        "message": told["message"],
        "by": by,
        "reason": reason,
        "crop_seen": word.crop_seen,
        "value": None if word.value is None else named(word.value, "--value"),
        "check_row": row.row,
    }
    anchor = ledger.append(RESOLVED, facts, at=now)
    return Recorded(row.facts["contract_no"], told["rule"], told["message"], anchor)


def withdraw(finding: str, word: Word, *, workspace: Workspace, now: datetime) -> Recorded:
    """Take back every resolution of a finding: it holds the shipment again.

    Raises:
        RefusedInput: there is no workspace, or nobody resolved such a finding.
        UsageError: the name or reason cannot stand in a ledger.
    """
    ledger = ledger_of(workspace)
    by, reason = named(word.by), named(word.reason, "--reason")
    row, told = _told(finding, ledger)
    if not any(one.finding == told["id"] and not one.withdrawn for one in resolutions_in(ledger.rows())):
        raise RefusedInput(say("nobody has resolved that finding"), place=finding)
    facts = {"contract_no": row.facts["contract_no"], "finding": told["id"], "by": by, "reason": reason}
    anchor = ledger.append(UNRESOLVED, facts, at=now)
    return Recorded(row.facts["contract_no"], told["rule"], told["message"], anchor)


def _told(finding: str, ledger: Ledger) -> tuple[Row, Mapping[str, Any]]:
    """The last check that had the finding, and the finding as it was recorded."""
    form = _FORM.fullmatch(finding.strip())
    if form is None:
        raise UsageError(
            say("{given!r} is no mark of a finding", given=finding),
            way_out=say("Give the mark that the check shows behind the rule, such as #3fa2c19b."),
        )
    found: dict[str, tuple[Row, Mapping[str, Any]]] = {}
    for row in ledger.rows():
        if row.kind == CHECK:
            for told in row.facts.get("open", ()):
                if told["id"].partition(":")[2].startswith(form[1].lower()):
                    found[told["id"]] = (row, told)
    if not found:
        raise RefusedInput(
            say("no check on record had a finding {given} that a person may resolve", given=finding),
            way_out=say(
                "Run the check again and take the mark that it shows; without a mark, nobody can resolve it."
            ),
        )
    if len(found) > 1:
        raise UsageError(
            say("several findings begin with {given}", given=finding),
            way_out=say("Give more of it: {ids}", ids=", ".join(found)),
        )
    return found.popitem()[1]


def _enough(told: Mapping[str, Any], word: Word) -> None:
    if told["rule"] not in RESOLVABLE:
        raise RefusedInput(say("nobody can resolve a finding of the rule {rule}", rule=told["rule"]))
    way = told["settled"]
    if way != "word" and not word.crop_seen:
        raise UsageError(
            say("this finding is about what a page shows"),
            way_out=say(
                "Look at the page (tradedocs check … --out DIR shows it), and say so with --crop-seen."
            ),
        )
    if way != "value":
        if word.value is not None:
            raise UsageError(say("this finding is not about a value; leave out --value"))
        return
    if word.value is None:
        raise UsageError(
            say("this finding is about a value: {message}", message=told["message"]),
            way_out=say("Say what stands on the page: --value {form}", form=_form(told["fact"]["kind"])),
        )
    if stated(_fact(told["fact"]), word.value) is None:
        raise UsageError(
            say("--value {value!r} cannot stand for what is in doubt", value=word.value),
            way_out=say("Give it as {form}", form=_form(told["fact"]["kind"])),
        )


def _fact(told: Mapping[str, Any]) -> Fact:
    facts = {name: value for name, value in told.items() if name != "kind"}
    return _KINDS[told["kind"]].model_validate(facts)


def _form(kind: str) -> str:
    return {
        "Result": say('"12.4 %": a number with a decimal point and its unit, or the word that is printed'),
        "AqlRow": say('"n=315 Ac=14 Re=15 found=5"'),
        "StatedDate": say('"2027-01-05": one of the ways in which the printed date can be read'),
    }.get(kind, say("the text as it was read; where the page shows another, ask the issuer"))
