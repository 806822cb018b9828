"""The first answer: what reached us and when, who looks after it, and the next step with its day."""

from __future__ import annotations

from tradedocs.claims.letters.case import Case, dated
from tradedocs.claims.letters.frame import affected, letter, opening, part
from tradedocs.model.paper import Paper


def acknowledge(case: Case) -> Paper:
    """Confirm receipt of the complaint, with its facts as we understood them."""
    received, until = dated(case.complaint.received), case.named_day
    words, chinese = case.words
    article = case.under("disputes.claims")
    summary = (
        (case.both("Complaint", "异议内容"), case.both(words, chinese)),
        (case.both("Quantity concerned", "所涉数量"), affected(case)),
    )
    return letter(
        case,
        ("We have received your complaint", "关于收到贵方质量异议的确认"),
        (
            opening(
                case,
                (f"Thank you for your message, which reached us on {received[0]}. We take it seriously. With "
                 "this letter "
                 f"we confirm that we have received it{article[0]}.",
                 f"贵方来函已于{received[1]}收到，谨致谢意。我方对此十分重视，{article[1]}特此确认收到。"),
                ("This is how we have understood it; please correct us where we are mistaken.",
                 "我方对来函内容的理解如下，如有不符请予指正。"),
            ),
            part(case, facts=summary),
            part(
                case,
                (f"{case.by} looks after the matter and is your contact for it.",
                 f"本事项由{case.by}负责，贵方可直接与其联系。"),
                (f"We are now comparing the facts with our records. You hear from us again by {until[0]} at the "
                 "latest: "
                 "with what we have found, or with what we still need from you.",
                 f"我方正将有关情况与我方记录核对，最迟于{until[1]}再次函复贵方：告知核对结果，或说明尚需贵方提供的资料。"),
                ("Until then please keep the goods concerned apart and as they are: do not use, resell, rework "
                 "or dispose "
                 "of them, and keep packing and labels.",
                 "在此之前，请将所涉货物单独存放并保持原状，勿使用、转售、返工或处置，并保留包装和标签。"),
                title=("Next step", "下一步"),
            ),
        ),
    )  # fmt: skip
