"""The settlement agreement: full and final for the claim that it describes, and for nothing else.

Sources: CISG, article 29 (a contract is modified by agreement); PRC Civil Code, article 543.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.claims.matter import REMEDY, Matter, amount_words, day_words, facts
from tradedocs.model.annex import Texts
from tradedocs.model.paper import Paper, PaperSection, PaperTable
from tradedocs.model.party import Side
from tradedocs.model.settling import Promise, Settlement
from tradedocs.words.bilingual import Pair, both, column, of
from tradedocs.words.party import side
from tradedocs.words.values import day, quantity

_DECIDES = ("compensation.minor-deviations", "compensation.remedies")
_CLAUSES: dict[str, tuple[str, ...]] = {
    "replenishment": ("compensation.replenishment",),
    "price-scale": ("compensation.price-scale",),
    "make-up-shortage": ("compensation.shortage",),
    "offset": ("compensation.offset",),
    "refund": ("compensation.remedies",),
    "defect-refund": ("compensation.remedies",),
    # A gesture is no right under an article.
    "goodwill": (),
}
_EFFECT: tuple[Pair, ...] = (
    ("When every promise of section 3 has been kept, this claim is settled in full and for good. Neither side "
     "then asks "
     "anything more of the other because of what section 1 describes, in the goods and the quantity named there.",
     "第三部分的各项承诺全部履行后，本索赔即告最终、全部解决。此后任何一方不得就第一部分所述情形，在其所列货物"
     "和数量范围内，"
     "再向对方提出任何要求。"),
    ("It does not settle other defects, other goods or other shipments; defects that a proper examination "
     "could not show "
     "when it was signed; injury to persons; intent or fraud; or what the law does not let the parties give "
     "up. Rights "
     "against a carrier, an insurer or an inspection body are not touched.",
     "本协议不涉及：其他缺陷、其他货物或其他批次；签署时经适当检查仍不能发现的缺陷；人身损害；故意或欺诈；以及"
     "依法不得放弃的权利。"
     "对承运人、保险人或检验机构的权利不受影响。"),
    ("It is made to end the claim. It is no admission by either side of a defect, a breach or a liability.",
     "本协议仅为解决索赔而订立，不构成任何一方对缺陷、违约或责任的承认。"),
    ("Apart from this the Contract stays as it is. Every invoice states its full price, every replacement its "
     "true value; "
     "each side corrects its customs and tax declarations as its law asks for and gives the other the papers for it.",
     "除此之外，合同内容不变。各发票应载明全额价款，补货应载明真实价值；双方应依各自法律更正报关和纳税申报，并"
     "相互提供所需单证。"),
)  # fmt: skip
_DEFAULT: Pair = (
    "If a promise is not kept by its day, nor within a reasonable period that the other side then sets in "
    "writing, that "
    "side may end this agreement and go back to its claim; what it has received counts towards the claim. The "
    "time from "
    "the date of this agreement until then is not counted in the periods for claims and actions, as far as the "
    "governing "
    "law allows this.",
    "承诺到期未履行，且在对方随后书面给予的合理期限内仍未履行的，对方可以终止本协议并恢复原索赔；其已收到的部分"
    "抵作索赔款项。"
    "在准据法允许的范围内，自本协议之日起至该时止的期间不计入索赔期间和时效期间。",
)
_SIGNED: Pair = (
    "This agreement takes effect when both sides have signed it.",
    "本协议自双方签署之日起生效。",
)


def settlement_agreement(matter: Matter, settlement: Settlement) -> Paper:
    """The agreement, ready to be signed by both sides.

    Raises:
        MissingFact: the contract has no text in a language that is asked for.
    """
    sections = (
        _section(matter, 1, "The claim", "索赔", facts=tuple(_claimed(matter))),
        _section(matter, 2, "What is agreed", "约定内容", notes=tuple(_agreed(matter, settlement))),
        _section(matter, 3, "What is promised", "承诺事项", tables=(promises_table(matter, settlement.promises),)),
        _section(matter, 4, "What it settles", "效力范围",
                 notes=tuple(both(pair, matter.languages) for pair in _EFFECT)),
        _section(matter, 5, "If a promise is not kept", "未履行承诺", notes=tuple(_unkept(matter))),
        _section(matter, 6, "Law and signature", "法律适用与签署", notes=tuple(_law(matter)),
                 signatures=(signature(matter, "seller"), signature(matter, "buyer"))),
    )  # fmt: skip
    return Paper(
        kind="settlement-agreement", contract_no=matter.deal.contract_no, languages=matter.languages, mark=matter.mark,
        title=matter.both("SETTLEMENT AGREEMENT", "和解协议"), facts=tuple(facts(matter)), sections=sections,
    )  # fmt: skip


def _section(
    matter: Matter, number: int, english: str, chinese: str, *, facts: tuple[tuple[Texts, Texts], ...] = (),
    notes: tuple[Texts, ...] = (), tables: tuple[PaperTable, ...] = (), signatures: tuple[Texts, ...] = (),
) -> PaperSection:  # fmt: skip
    numerals = "一二三四五六"
    title = matter.both(f"{number}. {english}", f"{numerals[number - 1]}、{chinese}")
    return PaperSection(title=title, facts=facts, notes=notes, tables=tables, signatures=signatures)


def _claimed(matter: Matter) -> Iterator[tuple[Texts, Texts]]:
    complaint = matter.record.complaint
    words = complaint.words
    yield (
        matter.both("Complaint", "索赔事由"),
        matter.each(lambda language: of((words.en, words.zh or words.en), language)),
    )
    if complaint.characteristic is not None:
        yield matter.both("Characteristic", "特性"), (complaint.characteristic,)
    yield matter.both("Shipment", "批次"), (str(complaint.shipment),)
    yield (
        matter.both("Quantity concerned", "所涉数量"),
        matter.each(lambda one: quantity(complaint.affected, one)),
    )
    if complaint.found is not None:
        yield matter.both("Found on", "发现日期"), day_words(matter, complaint.found)


def _agreed(matter: Matter, settlement: Settlement) -> Iterator[Texts]:
    english, chinese = REMEDY[settlement.remedy]
    number = matter.article(*_CLAUSES.get(settlement.remedy, _DECIDES))
    yield matter.both(
        f"The claim is settled by {english}"
        + (f" under Article {number} of the Contract." if number else "."),
        f"{f'依合同第{number}条，' if number else ''}本索赔以{chinese}方式解决。",
    )
    if settlement.amount is not None:
        words = amount_words(matter, settlement.amount)
        yield tuple(
            of((f"The amount is {text}.", f"金额为{text}。"), language)
            for text, language in zip(words, matter.languages, strict=True)
        )
        yield how_paid(matter, settlement)
    if settlement.quantity is not None and settlement.paid_by == "replacement":
        amount = settlement.quantity
        yield matter.both(
            f"The Seller ships {quantity(amount, 'en')} of the same goods, which conform to the Contract, free "
            "of charge to "
            "the original destination. It bears freight, insurance and risk to there, and the customs duties "
            "and charges "
            "there. The Buyer clears the goods for import and gives back duties and taxes that it recovers.",
            f"卖方免费将{quantity(amount, 'zh')}符合合同约定的同种货物发运至原目的地，承担至该地的运费、保险费和"
            "风险以及当地的关税和清关"
            "费用。买方负责办理进口清关，并返还其退回的税费。",
        )  # fmt: skip


def how_paid(matter: Matter, settlement: Settlement) -> Texts:
    """How the amount is settled."""
    due = next((one.due for one in settlement.promises if one.key == "payment"), None)
    if due is not None:
        return matter.both(
            f"It is paid by bank transfer by {day(due, 'en')} to an account of the Buyer that the Buyer has "
            "confirmed in "
            "writing and by telephone.",
            f"该金额应于{day(due, 'zh')}前以银行汇款方式付至买方书面并经电话核实的买方账户。",
        )  # fmt: skip
    if settlement.offset is not None:
        last, cash = settlement.offset.expires, settlement.offset.cash_days
        return matter.both(
            "It is credited against the price of the Buyer's next order, under the offset agreement of the "
            "same day. What is "
            f"not used by {day(last, 'en')} is paid in money within {cash} days after the Buyer's request.",
            f"该金额依同日签订的抵扣协议抵扣买方下一订单的价款。至{day(last, 'zh')}仍未用完的余额，卖方应在买方"
            f"提出要求后{cash}日内以货币"
            "支付。",
        )  # fmt: skip
    return matter.both(
        "It is credited to the Buyer by the Seller's credit note and deducted from the next amount that the "
        "Buyer owes the "
        "Seller; the invoice there keeps its full price.",
        "该金额由卖方以贷项通知单贷记买方，并从买方下一笔应付款项中扣除；相应发票仍载明全额价款。",
    )  # fmt: skip


def promises_table(matter: Matter, promises: tuple[Promise, ...]) -> PaperTable:
    """Each promise with who keeps it and by when."""
    languages = matter.languages
    columns = (
        column(("No.", "序号"), 7, languages),
        column(("What", "事项"), 55, languages),
        column(("By", "履行方"), 16, languages),
        column(("Not later than", "最迟日期"), 22, languages),
    )

    def row(number: int, one: Promise) -> tuple[Texts, ...]:
        due = one.due
        who: Texts = (
            matter.both("both sides", "双方")
            if one.key == "signature"
            else matter.each(lambda language: side(one.by, language))
        )
        return (
            (str(number),),
            matter.each(lambda language: of((one.what.en, one.what.zh or one.what.en), language)),
            who,
            day_words(matter, due) if due is not None else ("–",),
        )

    return PaperTable(
        columns=columns, rows=tuple(row(n, one) for n, one in enumerate(promises, 1)), together=True
    )


def _unkept(matter: Matter) -> Iterator[Texts]:
    yield both(_DEFAULT, matter.languages)
    interest = matter.article("compensation.buyer-default")
    if interest:
        yield matter.both(
            f"An amount that is late bears the interest of Article {interest} of the Contract.",
            f"逾期金额应依合同第{interest}条计付利息。",
        )


def _law(matter: Matter) -> Iterator[Texts]:
    law = matter.article("disputes.law-with-cisg", "disputes.law-without-cisg")
    tribunal = matter.article("disputes.arbitration")
    if law and tribunal:
        yield matter.both(
            f"Articles {law} (law) and {tribunal} (arbitration) of the Contract apply to this agreement.",
            f"本协议适用合同第{law}条（法律适用）和第{tribunal}条（仲裁）的约定。",
        )
    if len(matter.languages) > 1:
        prevailing = matter.deal.prevailing
        chinese = "中文" if prevailing == "Chinese" else "英文"
        yield matter.both(
            f"Where the two texts differ, the {prevailing} text counts.",
            f"两种文本不一致的，以{chinese}文本为准。",
        )
    yield both(_SIGNED, matter.languages)


def signature(matter: Matter, who: Side) -> Texts:
    """What stands over the line to sign on: the side, and who signs for it."""
    party = matter.party(who)
    return (*matter.each(lambda language: of((side(who, "en").removeprefix("the "), side(who, "zh")), language)),
            *matter.name(who), f"{party.signatory}, {party.signatory_title}")  # fmt: skip
