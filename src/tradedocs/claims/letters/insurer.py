"""The notice of loss to the cargo insurer, by whoever holds the policy."""

from __future__ import annotations

from tradedocs.claims.letters.carrier import found
from tradedocs.claims.letters.case import Case, holder_of
from tradedocs.claims.letters.frame import covering, letter, opening, part, third
from tradedocs.model.paper import Paper
from tradedocs.words.values import money

_INSURER = ("The cargo insurer or its claims agent", "货物运输保险人或其理赔代理人")


def insurer_notice(case: Case) -> Paper:
    """Tell the insurer of the loss and ask for its surveyor."""
    who, until = holder_of(case, case.complaint.policy_holder), case.named_day
    value = money(case.matter.lot_value)
    facts = (
        *found(case),
        (case.both("Invoice value of the goods line in this shipment", "该批货物的发票价值"), (value,)),
    )
    return letter(
        case,
        ("Notice of loss under the cargo policy", "关于货物运输保险项下损失的通知"),
        (
            *covering(case, who, ("the insurer", "保险人")),
            opening(
                case,
                ("We give you notice of the following loss under the policy or certificate that covers this shipment.",
                 "兹就承保该批货物的保险单或保险凭证项下的下列损失通知贵方。"),
            ),
            part(case, facts=facts),
            part(
                case,
                (f"Please name your surveyor or claims agent, open a file and confirm this by {until[0]}. The "
                 "goods are "
                 "kept apart and unchanged so that they can be seen.",
                 f"请于{until[1]}前指派检验人或理赔代理人、立案并予以确认。货物已单独存放并保持原状，以备查验。"),
                ("What is needed to keep the loss small is done; its costs are claimed with the loss. The carrier is "
                 "notified separately, so that your rights against it are kept.",
                 "已采取必要措施减少损失，相关费用与损失一并索赔。另行通知承运人，以保全贵方对其的权利。"),
                ("The policy, invoice, packing list, transport document, survey report and the exchange with "
                 "the carrier "
                 "follow as soon as they are complete.",
                 "保险单、发票、装箱单、运输单据、检验报告及与承运人的往来函件备齐后即行提供。"),
            ),
        ),
        to=third(case, case.complaint.insurer, _INSURER),
        sender=who,
    )  # fmt: skip
