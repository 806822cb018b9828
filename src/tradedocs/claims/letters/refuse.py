"""The reasoned refusal: each reason with its provision and facts, what else we can do, and the way that stays open."""

from __future__ import annotations

from tradedocs.claims.letters.case import Case
from tradedocs.claims.letters.defences import Defence
from tradedocs.claims.letters.frame import letter, opening, part
from tradedocs.model.annex import Texts
from tradedocs.model.paper import Paper, PaperTable
from tradedocs.words.bilingual import column


def refuse(case: Case) -> Paper:
    """Refuse the claim on the defences of the case; there is at least one."""
    article = case.under("disputes.claims")
    further = case.under("disputes.negotiation", "disputes.mediation", "disputes.arbitration")
    until = case.named_day
    return letter(
        case,
        ("Our answer to your claim", "关于贵方索赔的答复"),
        (
            opening(
                case,
                ("Thank you for your patience and for what you have sent us. We have gone through it carefully, beside "
                 "the Contract and our records.",
                 "感谢贵方的耐心和所提供的资料。我方已对照合同和我方记录逐项核对。"),
                (f"On the facts that we have today we cannot meet the claim{article[0]}, for the reasons that follow.",
                 f"基于目前掌握的事实，{article[1]}我方无法接受该索赔，理由如下。"),
            ),
            part(case, title=("Reasons", "理由"), tables=(_table(case),)),
            part(
                case,
                (f"If you have facts or papers that show the matter in another light, please send them by "
                 f"{until[0]}: we "
                 "look at the claim again. We are also ready for a survey by an independent body.",
                 f"如贵方持有足以得出不同结论的事实或文件，请于{until[1]}前提供，我方将重新核对。我方亦愿意委托独立机构检验。"),
                ("Apart from this claim we gladly talk about how we can help you with these goods.",
                 "除本索赔外，我方愿意就如何协助贵方处理该批货物进行商谈。"),
                (f"If you do not agree, you may take the matter further{further[0]}.",
                 f"贵方如不同意，可{further[1].rstrip('，') or '依合同约定'}寻求解决。"),
                title=("What remains open", "后续途径"),
            ),
        ),
    )  # fmt: skip


def _table(case: Case) -> PaperTable:
    languages = case.matter.languages
    columns = (
        column(("Reason", "理由"), 30, languages),
        column(("Provision", "依据"), 22, languages),
        column(("Facts", "事实"), 48, languages),
    )
    return PaperTable(columns=columns, rows=tuple(_row(case, one) for one in case.defences))


def _row(case: Case, one: Defence) -> tuple[Texts, Texts, Texts]:
    facts = tuple(text for fact in one.facts for text in case.both(*fact))
    return case.both(*one.reason), case.both(*one.provision), facts or ("–",)
