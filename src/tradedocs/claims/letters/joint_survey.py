"""The proposal to examine the goods together: who, how, what it costs whom, and until when."""

from __future__ import annotations

from tradedocs.claims.letters.case import Case
from tradedocs.claims.letters.frame import letter, opening, part
from tradedocs.model.paper import Paper
from tradedocs.words.values import percent


def joint_survey(case: Case) -> Paper:
    """Propose a survey by the body of the contract, with both sides present."""
    until, article = case.named_day, case.under("disputes.claims", "inspection.reinspection")
    return letter(
        case,
        ("Joint survey of the goods", "关于共同检验货物的提议"),
        (
            opening(
                case,
                ("So that both of us decide on the same facts, we propose that the goods concerned are examined in the "
                 f"presence of both sides{article[0]}.",
                 f"为使双方依据同一事实作出判断，{article[1]}我方提议在双方到场的情况下检验所涉货物。"),
            ),
            part(case, facts=_proposed(case), title=("What we propose", "提议内容")),
            part(
                case,
                (f"Please tell us by {until[0]} whether you agree, where the goods lie and on which days they can be "
                 "seen. If another independent body suits you better, name it and we answer at once.",
                 f"请于{until[1]}前告知是否同意、货物存放地点以及可供检验的日期。如贵方希望由其他独立机构检验，请告知，"
                 "我方将立即答复。"),
                ("Until the survey the goods stay apart and unchanged. Each side may send an observer and gets "
                 "the full "
                 "report and its raw records.",
                 "检验前货物应单独存放并保持原状。任何一方均可派员到场，并取得完整报告及原始记录。"),
                ("Agreeing to the survey decides neither on the claim nor on its time.",
                 "同意检验不表示对索赔本身或其时限作出认定。"),
            ),
        ),
    )  # fmt: skip


def _proposed(case: Case) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    inspection = case.matter.deal.inspection
    plan = inspection.standard
    level = f", level {inspection.level}" if inspection.level else ""
    grade = f"，{inspection.level}水平" if inspection.level else ""
    if (aql := inspection.aql) is not None:
        told = " / ".join(percent(one) for one in (aql.critical, aql.major, aql.minor))
        level += f", AQL (critical / major / minor) {told}"
        grade += f"，AQL（致命/严重/轻微）{told}"
    names = " / ".join(inspection.bodies)
    cost = case.under("inspection.reinspection")
    paid = ("in advance by the side that asks for it, in the end as the Contract says" + cost[0].replace(
        " of the Contract", ""), "由提出方先行垫付，最终" + (cost[1].rstrip("，") or "按合同") + "确定")  # fmt: skip
    return (
        (case.both("Body", "检验机构"), (names,)),
        (case.both("Scope", "范围"), case.both(
            f"Kind, number and cause of what is complained of ({case.words[0]})",
            f"异议所述情形的种类、数量和原因（{case.words[1]}）")),
        (case.both("Samples", "抽样"), case.both(
            "Drawn by the body itself, at random from the whole quantity concerned, and sealed",
            "由检验机构自行从所涉全部货物中随机抽取并加封")),
        (case.both("Plan", "方案"), case.both(f"{plan}{level}", f"{plan}{grade}")),
        (case.both("Attendance", "到场"), case.both(
            "Both sides; carrier and insurer are invited where they are concerned",
            "双方；涉及承运人和保险人的，一并邀请")),
        (case.both("Cost", "费用"), case.both(*paid)),
    )  # fmt: skip
