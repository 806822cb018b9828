"""The answers that there are: from the registers, from the deal's own types, and the usual ones of the trade."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, BeforeValidator, Field

from tradedocs import registers
from tradedocs.flows.interview.question import Answers, Choice
from tradedocs.model.amount import currency
from tradedocs.model.shapes import LocalText
from tradedocs.model.terms import Level, Loading, Mode
from tradedocs.ui import say


def _code(text: str) -> str:
    return currency(text)


CurrencyCode = Annotated[str, AfterValidator(_code)]
PresentationDays = Annotated[int, BeforeValidator(int), Field(ge=1, le=21)]
AqlText = Annotated[Decimal, Field(ge=0, le=10)]

_DELIVERY = "delivery"


def modes(_answers: Answers) -> Sequence[Choice]:
    """How goods travel."""
    words = {"sea": say("by sea"), "air": say("by air"), "road": say("by road"), "rail": say("by rail"),
             "courier": say("by courier"), "multimodal": say("by several means")}  # fmt: skip
    return tuple(Choice(mode, words[mode]) for mode in get_args(Mode))


def loadings(_answers: Answers) -> Sequence[Choice]:
    """How goods are loaded."""
    words = {"FCL": say("full containers"), "LCL": say("part of a container"), "bulk": say("in bulk"),
             "breakbulk": say("piece by piece, without containers")}  # fmt: skip
    return tuple(Choice(loading, words[loading]) for loading in get_args(Loading))


def allowed(_answers: Answers) -> Sequence[Choice]:
    """Allowed or not."""
    return (Choice("allowed", say("allowed")), Choice("not allowed", say("not allowed")))


def levels(_answers: Answers) -> Sequence[Choice]:
    """Inspection levels of ISO 2859-1."""
    return tuple(Choice(level, level) for level in get_args(Level))


def sampling(_answers: Answers) -> Sequence[Choice]:
    """Whether an AQL plan fits the goods."""
    return (
        Choice("pieces", say("pieces, by AQL (ISO 2859-1)")),
        Choice("bulk", say("bulk goods, by the standard of the trade")),
    )


def effects(_answers: Answers) -> Sequence[Choice]:
    """What the inspection before shipment decides."""
    return (
        Choice("loading-with-reinspection", say("basis of payment; the buyer may inspect again on arrival")),
        Choice("final", say("final at loading")),
        Choice("discharge", say("final at discharge")),
    )


PLANS: Mapping[str, tuple[str, tuple[dict[str, Any], ...]]] = {
    "tt-30-70": (
        "30 % in advance, 70 % against a copy of the transport document",
        (
            {"share": "30 %", "method": "tt-advance", "days": "7", "after": "contract-date"},
            {"share": "70 %", "method": "tt-balance", "days": "5", "after": "bl-copy"},
        ),
    ),
    "tt-100": (
        "100 % in advance",
        ({"share": "100 %", "method": "tt-advance", "days": "7", "after": "contract-date"},),
    ),
    "lc-sight": ("100 % by letter of credit at sight", ({"share": "100 %", "method": "lc-sight"},)),
    "tt-30-lc-70": (
        "30 % in advance, 70 % by letter of credit at sight",
        (
            {"share": "30 %", "method": "tt-advance", "days": "7", "after": "contract-date"},
            {"share": "70 %", "method": "lc-sight"},
        ),
    ),
    "lc-usance-60": (
        "100 % by letter of credit, 60 days after shipment",
        ({"share": "100 %", "method": "lc-usance", "days": "60", "after": "shipment-date"},),
    ),
    "dp-sight": ("documents against payment at sight", ({"share": "100 %", "method": "dp-sight"},)),
    "oa-30": (
        "open account, 30 days after shipment",
        ({"share": "100 %", "method": "open-account", "days": "30", "after": "shipment-date"},),
    ),
}
"""Usual terms of payment, each with its parts as a deal file has them."""


def payment_plans(_answers: Answers) -> Sequence[Choice]:
    """Usual terms of payment; others are written into the deal file by hand."""
    return tuple(Choice(name, say(words)) for name, (words, _) in PLANS.items())


def with_credit(answers: Answers) -> bool:
    """Whether a part is paid by letter of credit."""
    plan = PLANS.get(str(answers.get("payment")))
    return plan is not None and any(str(part["method"]).startswith("lc-") for part in plan[1])


DOCUMENTS: Mapping[str, LocalText] = {
    "invoice": LocalText(en="Signed commercial invoice, three originals", zh="经签署的商业发票正本三份"),
    "packing-list": LocalText(en="Packing list, three originals", zh="装箱单正本三份"),
    "bill-of-lading": LocalText(
        en="Full set of clean on board ocean bills of lading made out to order",
        zh="全套清洁已装船海运提单，凭指示抬头",
    ),
    "air-waybill": LocalText(en="Air waybill", zh="航空运单"),
    "rail-waybill": LocalText(en="Rail waybill", zh="铁路运单"),
    "road-waybill": LocalText(en="Road waybill (CMR)", zh="公路运单（CMR）"),
    "insurance": LocalText(en="Insurance policy or certificate", zh="保险单或保险凭证"),
    "origin": LocalText(en="Certificate of origin", zh="原产地证书"),
    "inspection": LocalText(en="Pre-shipment inspection report", zh="装运前检验报告"),
    "weight": LocalText(en="Certificate of weight", zh="重量证书"),
    "phytosanitary": LocalText(en="Phytosanitary certificate", zh="植物检疫证书"),
    "health": LocalText(en="Health certificate", zh="卫生证书"),
}
"""The documents that are usual, in the words of a deal file."""


def documents(_answers: Answers) -> Sequence[Choice]:
    """Documents that the seller may be asked for."""
    return tuple(Choice(name, words.en) for name, words in DOCUMENTS.items())


def incoterms(answers: Answers) -> Sequence[Choice]:
    """The rules that fit the mode of transport, those that fit containers first where there are containers."""
    given = answers[_DELIVERY]
    rules = [rule for rule in registers.incoterms().rules if rule.mode == "any" or given.get("mode") == "sea"]
    if given.get("loading") in ("FCL", "LCL"):
        rules.sort(key=lambda rule: not rule.containers)
    return tuple(Choice(rule.code, _rule_words(rule)) for rule in rules)


def _rule_words(rule: registers.Rule) -> str:
    place = {
        "delivery": say("named place of delivery"),
        "destination": say("named place of destination"),
        "port-of-shipment": say("named port of shipment"),
        "port-of-destination": say("named port of destination"),
    }[rule.place]
    return say("{place}; {side} arranges carriage", place=place,
               side=say("the seller") if rule.carriage == "seller" else say("the buyer"))  # fmt: skip


def institutions(_answers: Answers) -> Sequence[Choice]:
    """The arbitration institutions of the register."""
    return tuple(Choice(one.code, one.name.en) for one in registers.institutions())
