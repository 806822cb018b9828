"""The evidence request: exactly what this claim still lacks, each with its format and a day."""

from __future__ import annotations

from tradedocs.claims.letters.case import Case
from tradedocs.claims.letters.frame import letter, opening, part
from tradedocs.model.claim import Lacking
from tradedocs.model.paper import Paper, PaperTable
from tradedocs.model.shapes import LocalText
from tradedocs.words.bilingual import Pair, both, column


def request_evidence(case: Case) -> Paper:
    """Ask for what is missing; the claim lacks at least one piece."""
    until = case.named_day
    article = case.under("disputes.evidence", "disputes.claims")
    triage = case.matter.record.triage
    asked = tuple(_pair(one) for one in triage.questions) if triage is not None else ()
    questions = (
        (part(case, *asked, title=("Please also tell us", "另请告知")),) if asked else ()
    )  # fmt: skip
    return letter(
        case,
        ("What we need to decide on your complaint", "关于处理贵方异议所需资料"),
        (
            opening(
                case,
                ("Thank you for what you have sent us. So that we can decide quickly and on the facts, we ask you for "
                 f"the following{article[0]}, by {until[0]}.",
                 f"感谢贵方已提供的资料。为尽快依事实作出处理，{article[1]}请于{until[1]}前提供下列资料。"),
            ),
            part(
                case,
                title=("What is still missing", "尚缺资料"),
                tables=(_table(case),),
                after=(
                    ("What you have sent already need not be sent again. If you cannot get one of these, please "
                     "tell us "
                     "which and why: we then look for another way together.",
                     "已提供的资料无需重复提供。如有无法取得的，请告知是哪一项及原因，双方另行商定办法。"),
                ),
            ),
            *questions,
            part(
                case,
                ("Please keep the goods concerned apart and as they are, with packing and labels, until we have agreed "
                 "what is done with them.",
                 "在商定处理办法之前，请将所涉货物连同包装和标签单独存放并保持原状。"),
                ("If you wish, we examine the goods together with you, or have them examined by an independent body.",
                 "如贵方愿意，我方可与贵方共同检查货物，或委托独立机构检验。"),
                title=("The goods", "货物"),
            ),
        ),
    )  # fmt: skip


def _table(case: Case) -> PaperTable:
    languages = case.matter.languages
    columns = (
        column(("No.", "序号"), 6, languages),
        column(("What", "资料"), 34, languages),
        column(("In which form", "形式"), 32, languages),
        column(("What it is needed for", "用途"), 28, languages),
    )
    rows = tuple(
        ((str(number),), *(both(_pair(text), languages) for text in _texts(one)))
        for number, one in enumerate(case.lacking, 1)
    )
    return PaperTable(columns=columns, rows=rows)


def _texts(one: Lacking) -> tuple[LocalText, LocalText, LocalText]:
    return one.what, one.format, one.why


def _pair(text: LocalText) -> Pair:
    return text.en, text.zh or text.en
