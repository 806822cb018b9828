"""The defences that a refusal may take: each with the provision, the facts, and what keeps it from being taken.

Sources: CISG, articles 35, 36, 38 to 40, 66 and 67; PRC Civil Code, articles 604, 607 and 620 to 623.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from tradedocs.claims.consistent import same_name
from tradedocs.claims.matter import Matter
from tradedocs.errors import RefusedInput
from tradedocs.model.claim import ClaimRecord, Evidence, ReportedValue
from tradedocs.model.claimview import Deadline
from tradedocs.ui import say
from tradedocs.words.bilingual import Pair
from tradedocs.words.values import day

Ground = Literal["window", "finality", "conforming", "sample", "misuse", "carriage", "other"]
GROUNDS: tuple[Ground, ...] = get_args(Ground)
AUTOMATIC: frozenset[Ground] = frozenset({"window", "finality"})
"""Those that a fact which the seller knew and did not disclose bars (CISG 40; PRC Civil Code 621 and 622)."""
_PERIODS = ("window.", "warranty.notice")
_FINAL = "inspection.effect-final"
_AT_DESTINATION = frozenset({"DAP", "DPU", "DDP"})
_CONTRACT = re.compile(r"Contract, (?:Article|Clause) ([\d.]+)")
_ARTICLE = re.compile(r"(CISG|PRC Civil Code) articles? ([\d()]+)")
_LAWS = {"CISG": "《联合国国际货物销售合同公约》", "PRC Civil Code": "《中华人民共和国民法典》"}


@dataclass(frozen=True)
class Told:
    """What the writer knows beside the claim: its dates, the verdict before shipment, and the words for `other`."""

    deadlines: Sequence[Deadline] = ()
    released_row: int | None = None
    other: Pair | None = None


@dataclass(frozen=True)
class Defence:
    """A reason, where it stands, and the facts that carry it."""

    ground: Ground
    reason: Pair
    provision: Pair
    facts: tuple[Pair, ...]


def defence(ground: Ground, matter: Matter, told: Told) -> Defence:
    """The defence, with its facts.

    Raises:
        RefusedInput: the claim does not hold the facts that carry it.
    """
    return _MAKERS[ground](matter, told)


def grounds_of(record: ClaimRecord) -> tuple[Ground, ...]:
    """The ground that the last triage gives; none where it lays the claim to the seller or leaves it open."""
    found = record.triage
    if found is None:
        return ()
    if found.category == "perception-deviation":
        return ("conforming",) if any(_about(record)) else ("sample",)
    if found.category == "misuse":
        return ("misuse",)
    return ("carriage",) if found.bearer == "carrier-or-insurer" else ()


def provision(source: str) -> Pair:
    """The source of a date in both languages."""
    contract = _CONTRACT.search(source)
    if contract is not None:
        return f"Clause {contract[1]} of the Contract", f"合同第{contract[1]}条"
    law = _ARTICLE.search(source)
    if law is None:
        return source, source
    number, _, part = law[2].partition("(")
    return f"{law[1]}, Article {law[2]}", f"{_LAWS[law[1]]}第{number}条{f'第{part[:-1]}款' if part else ''}"


def _window(matter: Matter, told: Told) -> Defence:
    periods = [one for one in told.deadlines if one.key.startswith(_PERIODS)]
    late = [one for one in periods if one.state == "late" and one.day is not None]
    if not late or len(late) < len(periods):
        open_ = ", ".join(one.key for one in periods if one not in late)
        raise _unfounded(
            "window",
            say("not every period is over: {open}", open=open_) if open_ else say("no period is over"),
            say("`tradedocs claim status` shows the dates and what they still need."),
        )
    received = matter.record.complaint.received
    facts = tuple(_over(one) for one in late)
    facts += (
        (f"Your notice was received on {day(received, 'en')}.", f"贵方通知于{day(received, 'zh')}收到。"),
    )
    return Defence("window", ("The notice came after the period that was agreed for it",
                              "通知在约定期间届满后发出"), provision(late[0].source), facts)  # fmt: skip


def _over(one: Deadline) -> Pair:
    assert one.day is not None
    english, chinese = provision(one.source)
    what = one.what
    return (
        f"{what.en}: last day {day(one.day, 'en')} ({english}).",
        f"{what.zh or what.en}：最后一日为{day(one.day, 'zh')}（{chinese}）。",
    )


def _finality(matter: Matter, told: Told) -> Defence:
    number = matter.article(_FINAL)
    if matter.deal.inspection.effect != "final" or number is None:
        raise _unfounded("finality", say("the contract does not make the inspection before shipment final"))
    if told.released_row is None:
        raise _unfounded("finality", say("no release of the shipment is on record"))
    if matter.record.complaint.hidden != "no":
        raise _unfounded("finality", say("the defect may be one that an examination could not show"),
                         say("Find that out first, and restate the claim (`hidden`)."))  # fmt: skip
    row = told.released_row
    return Defence(
        "finality",
        ("The inspection before shipment was agreed to be final", "双方约定装运前检验结果为最终结果"),
        (f"Article {number} of the Contract", f"合同第{number}条"),
        ((f"The shipment was released on the inspection report (ledger row {row}).",
          f"该批货物依检验报告放行（登记簿第{row}行）。"),),
    )  # fmt: skip


def _conforming(matter: Matter, told: Told) -> Defence:
    values = tuple(_about(matter.record))
    against = [one for one, _ in values if one.verdict != "RELEASE"]
    if not values or against:
        raise _unfounded(
            "conforming",
            say("a report on file says otherwise: {name} {value}", name=against[0].parameter, value=against[0].value)
            if against
            else say("no report on file shows a value of what is complained of"),
            say("Add a report: tradedocs claim add-evidence."),
        )  # fmt: skip
    return Defence(
        "conforming",
        ("The values that were measured meet the Contract", "实测数值符合合同"),
        ("the specification in the Contract", "合同所附规格"),
        tuple(_measured(matter, value, evidence) for value, evidence in values),
    )


def _about(record: ClaimRecord) -> Iterator[tuple[ReportedValue, Evidence]]:
    """What reports on file say of the characteristic that is complained of; of all where none is named."""
    wanted = record.complaint.characteristic
    for one in record.evidence:
        for value in one.report.values if one.report is not None else ():
            name = value.characteristic
            if name is not None and (wanted is None or same_name(name, wanted)):
                yield value, one


def _measured(matter: Matter, value: ReportedValue, evidence: Evidence) -> Pair:
    assert evidence.report is not None
    report = evidence.report.report_no or evidence.file
    shown = f"{value.value} {value.unit}" if value.unit else value.value
    found = next(
        (one for one in matter.line.characteristics if same_name(one.name, value.characteristic or "")), None
    )
    limit = str(found.require) if found is not None else ""
    return (
        f"{value.parameter}: {shown}{f' (required: {limit})' if limit else ''}; report {report}, page {value.page}.",
        f"{value.parameter}：{shown}{f'（要求：{limit}）' if limit else ''}；报告{report}第{value.page}页。",
    )


def _sample(matter: Matter, told: Told) -> Defence:
    if matter.record.complaint.meets_sample != "yes":
        raise _unfounded("sample", say("the claim does not say that the goods meet the sealed sample"),
                         say("Compare them first, and restate the claim (`meets_sample`)."))  # fmt: skip
    return Defence(
        "sample",
        ("The goods are as the specification and the sealed sample show them", "货物与规格和封样一致"),
        ("the specification and the sealed sample", "规格和封样"),
        (
            (
                "The goods were held beside the sealed sample and agree with it.",
                "货物已与封样比对，二者一致。",
            ),
        ),
    )


def _misuse(matter: Matter, told: Told) -> Defence:
    complaint = matter.record.complaint
    facts: list[Pair] = []
    if complaint.stored_properly == "no":
        facts.append(("The conditions of storage were other than those agreed.", "储存条件与约定不符。"))
    if complaint.altered == "yes":
        facts.append(("The goods were changed after delivery.", "货物在交付后发生改动。"))
    if not facts:
        raise _unfounded("misuse", say("the claim does not say that the goods were altered or stored otherwise"),
                         say("Ask for it first, and restate the claim (`altered`, `stored_properly`)."))  # fmt: skip
    return Defence(
        "misuse",
        ("What was found arose after the risk had passed", "所发现的情形发生在风险转移之后"),
        _risk(matter),
        tuple(facts),
    )


def _carriage(matter: Matter, told: Told) -> Defence:
    triage, term = matter.record.triage, matter.deal.delivery.incoterm
    if term in _AT_DESTINATION or triage is None or triage.category not in ("transport-damage", "shortage"):
        raise _unfounded(
            "carriage",
            say("the claim is not on record as transport damage after the risk had passed"),
            say("Find out its kind first: tradedocs claim triage."),
        )
    if triage.bearer != "carrier-or-insurer":
        raise _unfounded(
            "carriage", say("the triage does not lay it to carrier or insurer: {who}", who=triage.bearer)
        )
    return Defence(
        "carriage",
        (
            "What was found arose in the carriage, after the risk had passed",
            "所发现的情形发生在运输中，风险已经转移",
        ),
        _risk(matter),
        ((f"The delivery term of the Contract is {term}.", f"合同的交货条件为{term}。"),),
    )


def _risk(matter: Matter) -> Pair:
    return (f"the delivery term {matter.deal.delivery.incoterm}", f"交货条件{matter.deal.delivery.incoterm}")


def _other(matter: Matter, told: Told) -> Defence:
    if told.other is None:
        raise _unfounded(
            "other", say("it has no words"), say("Give them with --statement and --statement-zh.")
        )
    return Defence("other", told.other, ("as stated", "如所述"), ())


def _unfounded(ground: str, fact: str, way_out: str = "") -> RefusedInput:
    return RefusedInput(
        say("the claim cannot be refused on the ground {ground}: {fact}", ground=ground, fact=fact),
        way_out=way_out or say("Refuse on another ground: {grounds}.", grounds=", ".join(GROUNDS)),
    )


_MAKERS: dict[Ground, Callable[[Matter, Told], Defence]] = {
    "window": _window,
    "finality": _finality,
    "conforming": _conforming,
    "sample": _sample,
    "misuse": _misuse,
    "carriage": _carriage,
    "other": _other,
}
