"""The payment parts of a deal as phrases: how much, how, and when; and the form of the letter of credit."""

from __future__ import annotations

from tradedocs.model.clause import Language
from tradedocs.model.deal import Deal
from tradedocs.model.terms import PaymentPart
from tradedocs.words.missing import gap
from tradedocs.words.values import counted, percent

_METHODS = {
    "tt-advance": ("by telegraphic transfer in advance", "以电汇方式预付"),
    "tt-balance": ("by telegraphic transfer", "以电汇方式支付"),
    "lc-sight": ("by letter of credit payable at sight", "以即期信用证支付"),
    "lc-usance": ("by usance letter of credit", "以远期信用证支付"),
    "dp-sight": ("by documentary collection, documents against payment at sight", "以即期付款交单（D/P）方式支付"),
    "da": ("by documentary collection, documents against acceptance", "以承兑交单（D/A）方式支付"),
    "open-account": ("by telegraphic transfer on open account", "以赊销方式电汇支付"),
}  # fmt: skip
_NATURES = {"advance": ("", ""), "deposit": ("as a deposit ", "（定金）")}
_TRIGGERS = {
    "contract-date": ("the date of this Contract", "本合同签订之日"),
    "proforma-date": ("the date of the Seller's proforma invoice", "卖方形式发票开具之日"),
    "invoice-date": ("the date of the commercial invoice", "商业发票开具之日"),
    "shipment-date": ("the date of shipment", "装运之日"),
    "bl-copy": ("receipt of a copy of the transport document", "收到运输单据副本之日"),
    "arrival-date": ("arrival of the Goods at the destination", "货物到达目的地之日"),
}
_WITHOUT_DAYS = {
    "tt-advance": ("before shipment of the Goods", "在货物装运前付清"),
    "tt-balance": ("before the original documents are released", "在正本单据放单前付清"),
}
_NEED_DAYS = ("lc-usance", "da", "open-account")
_TENORS = ("lc-usance", "da")


def payment_phrases(deal: Deal, language: Language) -> tuple[str, ...]:
    """One phrase for each part.

    Raises:
        MissingFact: a usance credit, an acceptance or open account says no days or no trigger, or any part says
            only one of the two.
    """
    return tuple(_phrase(part, index, language) for index, part in enumerate(deal.payment, 1))


def availability(part: PaymentPart, index: int, language: Language) -> str:
    """How a letter of credit pays: `70%: by letter of credit payable at sight`.

    Raises:
        MissingFact: a usance credit says no days or no trigger.
    """
    side = 1 if language == "zh" else 0
    method, when = _METHODS[part.method][side], _when(part, index, language)
    colon, comma = ("：", "，") if language == "zh" else (": ", ", ")
    return f"{percent(part.share)}{colon}{method}" + (f"{comma}{when}" if when else "")


def credit_form(deal: Deal, language: Language) -> str | None:
    """What kind of letter of credit the buyer has opened; None where the deal describes none."""
    if deal.letter_of_credit is None:
        return None
    if deal.letter_of_credit.confirmed:
        return (
            "由卖方接受的银行保兑的不可撤销信用证"
            if language == "zh"
            else "irrevocable letter of credit confirmed by a bank acceptable to the Seller"
        )
    return "不可撤销信用证" if language == "zh" else "irrevocable letter of credit"


def _phrase(part: PaymentPart, index: int, language: Language) -> str:
    side = 1 if language == "zh" else 0
    method, when = _METHODS[part.method][side], _when(part, index, language)
    nature = _NATURES[part.nature][side]
    if language == "zh":
        return f"合同总价的{percent(part.share)}{nature}：{method}" + (f"，{when}" if when else "")
    return f"{percent(part.share)} of the Contract Price {nature}{method}" + (f", {when}" if when else "")


def _when(part: PaymentPart, index: int, language: Language) -> str:
    side = 1 if language == "zh" else 0
    if (part.days is None) != (part.after is None) or (part.days is None and part.method in _NEED_DAYS):
        return gap(f"payment[{index}].{'days' if part.days is None else 'after'}")
    if part.days is None or part.after is None:
        return _WITHOUT_DAYS[part.method][side] if part.method in _WITHOUT_DAYS else ""
    trigger = _TRIGGERS[part.after][side]
    if part.method in _TENORS:
        if language == "zh":
            return f"付款期限为{trigger}后{counted(part.days, 'day', 'zh')}"
        return f"payable {counted(part.days, 'day', 'en')} after {trigger}"
    if part.days == 0:
        return f"于{trigger}付清" if language == "zh" else f"on {trigger}"
    if language == "zh":
        return f"于{trigger}起{counted(part.days, 'day', 'zh')}内付清"
    return f"within {counted(part.days, 'day', 'en')} after {trigger}"
