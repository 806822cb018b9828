"""The notice of loss or damage to the carrier, by whoever may claim under the transport document.

Sources: Hague-Visby Rules, article III(6); CMR, article 30; Montreal Convention, article 31; PRC Maritime Code, article
81. Which of them governs the carrier's document is not known here, so none is cited.
"""

from __future__ import annotations

from tradedocs.claims.letters.case import Case, dated, holder_of
from tradedocs.claims.letters.frame import affected, covering, letter, opening, part, third
from tradedocs.claims.matter import Fact2
from tradedocs.model.annex import Texts
from tradedocs.model.paper import Paper

_CARRIER = ("The carrier", "承运人")
_DAYS = (
    (("Shipped", "装运"), "shipped"),
    (("Arrived", "到达"), "arrived"),
    (("Discharged", "卸货"), "discharged"),
    (("Taken over", "接收"), "taken_over"),
    (("Found", "发现"), "found"),
)


def carrier_notice(case: Case) -> Paper:
    """Notify the carrier and hold it answerable."""
    who, until = holder_of(case, case.complaint.title_to_sue), case.named_day
    return letter(
        case,
        ("Notice of loss or damage in your custody", "关于贵方掌管期间货物灭失或损坏的通知"),
        (
            *covering(case, who, ("the carrier", "承运人")),
            opening(
                case,
                ("The goods named above were carried under your document. On delivery, or after it where it "
                 "could not be "
                 "seen then, the following was found.",
                 "上述货物由贵方依运输单据承运。交付时，或者交付时无法察觉而在其后，发现下列情形。"),
            ),
            part(case, facts=found(case)),
            part(
                case,
                ("We give you notice of this loss and damage and hold you answerable for it under the transport "
                 "document "
                 "and the law that governs it. The amount follows when it is known.",
                 "特此就上述灭失和损坏通知贵方，并依运输单据及其适用的法律向贵方主张权利。数额确定后另行告知。"),
                ("We invite you to survey the goods together with us at once. They are kept apart, with packing "
                 "and seals.",
                 "请贵方立即与我方共同检验货物。货物连同包装和封条已单独存放。"),
                (f"Please confirm by {until[0]} that you have this notice, name your surveyor, and send us your "
                 "records of "
                 "stowage, temperature and seals. We also ask you to agree that the time for suit is extended by three "
                 "months.",
                 f"请于{until[1]}前确认收到本通知、告知贵方检验人，并提供积载、温度和封条记录。另请同意将起诉期限延长三个月。"),
            ),
        ),
        to=third(case, case.complaint.carrier, _CARRIER),
        sender=who,
    )  # fmt: skip


def found(case: Case) -> tuple[Fact2, ...]:
    """What was found, how much, and the days of the carriage as far as they are known."""
    missing: tuple[Fact2, ...] = ()
    if case.complaint.missing is not None:
        lost = case.complaint.missing
        missing = ((case.both("Missing", "短少"), (str(lost),)),)
    days: tuple[tuple[Texts, Texts], ...] = tuple(
        (case.both(*label), case.both(*dated(getattr(case.complaint, key))))
        for label, key in _DAYS
        if getattr(case.complaint, key) is not None
    )
    return (
        (case.both("What was found", "所发现情形"), case.both(*case.words)),
        (case.both("Quantity concerned", "所涉数量"), affected(case)),
        *missing,
        *days,
    )
