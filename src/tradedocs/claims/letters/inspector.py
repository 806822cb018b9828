"""The notice to the inspection body whose report the complaint puts in question: retained samples and raw records."""

from __future__ import annotations

from tradedocs.claims.letters.carrier import found
from tradedocs.claims.letters.case import Case
from tradedocs.claims.letters.frame import letter, opening, part
from tradedocs.model.paper import Paper
from tradedocs.words.bilingual import Pair

_WANTED: tuple[Pair, ...] = (
    ("1. Keep all retained samples of this shipment sealed and unchanged until we release them in writing, and tell us "
     "their numbers, seals and where they lie.",
     "1. 该批货物的全部留样应保持封存和原状，直至我方书面同意处置；并请告知其编号、封条及存放地点。"),
    ("2. Send us copies of the raw records: sampling sheet, counts, readings and charts of the instruments, their "
     "calibration, photos, and the notes of the inspector.",
     "2. 提供原始记录副本：抽样单、计数记录、仪器读数和图谱、校准资料、照片及检验员记录。"),
    ("3. Tell us who took the samples and made the tests, when, by which method, and what departed from it.",
     "3. 告知抽样和检测的人员、时间、方法，以及与方法不一致之处。"),
    ("4. Say whether you would test the retained samples again in the presence of both sides.",
     "4. 告知是否可在双方到场的情况下对留样进行复验。"),
)  # fmt: skip


def inspector_notice(case: Case) -> Paper:
    """Notify the body and ask for what it keeps."""
    until = case.named_day
    return letter(
        case,
        (
            "Question about your inspection; please keep samples and records",
            "关于贵机构检验的询问及保存样品和记录的请求",
        ),
        (
            opening(
                case,
                ("You inspected the shipment named above. After it arrived, the following was reported. Nothing "
                 "is decided "
                 "yet; we ask for your help to find out what happened.",
                 "上述货物曾由贵机构检验。货物到达后，收到下列反映。目前尚未作出任何认定，请贵机构协助查明情况。"),
            ),
            part(case, facts=found(case)),
            part(case, *_WANTED, title=("What we ask for", "请求事项")),
            part(
                case,
                (f"Please confirm the first point at once and answer the others by {until[0]}.",
                 f"请立即确认第1项，并于{until[1]}前答复其余各项。"),
                ("This letter is also the notice that your terms ask for, should your report prove not to hold.",
                 "如检验报告被证明有误，本函同时构成贵机构条款所要求的通知。"),
            ),
        ),
        to=(" / ".join(case.matter.deal.inspection.bodies),),
    )  # fmt: skip
