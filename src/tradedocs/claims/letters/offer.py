"""The offer: what we propose, how it is paid, until when it stands."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.claims.letters.case import Case, dated
from tradedocs.claims.letters.frame import letter, opening, part
from tradedocs.claims.matter import REMEDY, Fact2, amount_words
from tradedocs.model.amount import Money, Quantity
from tradedocs.model.paper import Paper
from tradedocs.words.bilingual import Pair
from tradedocs.words.values import quantity

PAID: dict[str, Pair] = {
    "payment": ("payment by bank transfer", "银行转账支付"),
    "credit-note": ("credit note", "贷项通知单"),
    "offset": ("credit against the next order", "抵扣下一订单货款"),
    "replacement": ("replacement of goods", "补发货物"),
    "none": ("no payment", "不涉及付款"),
}


def offer(case: Case) -> Paper:
    """Tell of the move of the case, which our side made."""
    move, until = case.move, case.named_day
    assert move is not None
    assert move.remedy is not None
    words = ((move.words.en, move.words.zh or move.words.en),) if move.words is not None else ()
    return letter(
        case,
        ("Our proposal to settle the matter", "关于解决本事项的方案"),
        (
            opening(
                case,
                ("Thank you for working on this with us. So that the matter can be closed quickly and your business is "
                 "not held up, we propose the following.",
                 "感谢贵方的配合。为尽快解决本事项、不影响贵方经营，我方提出如下方案。"),
            ),
            part(
                case,
                title=("Proposal", "方案"),
                facts=tuple(proposed(case, move.remedy, move.amount, move.quantity, move.paid_by)),
                after=words,
            ),
            part(
                case,
                (f"The proposal stands until {until[0]}. A short written answer is enough; we then send you the "
                 "settlement "
                 "agreement to sign. Only when both sides have signed it is the matter agreed.",
                 f"本方案有效至{until[1]}。贵方书面简要答复即可，我方随后将提供和解协议供签署。双方签署后方为达成一致。"),
                ("The proposal is made in goodwill to settle this matter as a whole. It may not be used as "
                 "evidence of a "
                 "defect or of the amount of a loss, and lapses if it is not accepted in time.",
                 "本方案系出于善意、为一揽子解决本事项而提出，不得用作缺陷或损失数额的证据；逾期未接受的，即告失效。"),
                title=("How to accept", "接受方式"),
            ),
        ),
    )  # fmt: skip


def proposed(
    case: Case, remedy: str, amount: Money | None, share: Quantity | None, paid_by: str | None
) -> Iterator[Fact2]:
    """What is offered or was agreed."""
    yield case.both("Way", "方式"), case.both(*REMEDY[remedy])
    if amount is not None:
        yield case.both("Amount", "金额"), amount_words(case.matter, amount)
    if share is not None:
        yield case.both("Quantity", "数量"), case.both(quantity(share, "en"), quantity(share, "zh"))
    if paid_by is not None:
        yield case.both("Settled by", "结算方式"), case.both(*PAID[paid_by])
    received = dated(case.complaint.received)
    yield case.both("For", "针对"), case.both(f"your claim of {received[0]}", f"贵方{received[1]}的索赔")
