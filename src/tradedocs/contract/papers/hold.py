"""The hold notice: not to be shipped yet, what is missing, and the exact next step."""

from __future__ import annotations

from tradedocs.contract.papers.steps import OURS
from tradedocs.contract.papers.verdict import (
    NO_SUBSTITUTE,
    Ruled,
    findings_table,
    notice,
    record_section,
    reports_section,
)
from tradedocs.model.annex import Texts
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.paper import Paper, PaperSection
from tradedocs.words.bilingual import Pair, both

_HELD: tuple[Pair, ...] = (
    ("Do not ship, load or hand over the goods named above yet. What the contract asks to be shown before shipment has "
     "not been shown. No part of the shipment is released.",
     "上述货物暂不得装运、装货或交付。合同要求在装运前证明的事项尚未证明。不得部分放行。"),
    ("This notice does not say that the goods are defective. It ends when each point below is settled and the check, "
     "run again, says RELEASE.",
     "本通知不表示货物有缺陷。下列各项解决并经重新核对结论为RELEASE后，本通知终止。"),
)  # fmt: skip
_KEPT: tuple[Pair, ...] = (
    ("The hold does not extend the shipment window, and no right under the contract is waived by it.",
     "本通知不延长装运期间，亦不放弃合同项下的任何权利。"),
    NO_SUBSTITUTE,
)  # fmt: skip


_DOCUMENTS: Pair = (
    "The goods named above may be loaded; their documents are not released yet. What the contract asks to be shown at "
    "loading, or of the documents themselves, has not been shown.",
    "上述货物可以装货，但单据尚不放行。合同要求在装货时或就单据证明的事项尚未证明。",
)


def _held(ruled: Ruled) -> tuple[Pair, ...]:
    """What is held: the goods, or where they may be loaded, their documents."""
    may_load = any(one.gate == "load" and one.verdict is Verdict.RELEASE for one in ruled.judgement.gates)
    return (_DOCUMENTS if may_load else _HELD[0], _HELD[1])


def hold_notice(ruled: Ruled) -> Paper:
    """The notice that goes with a HOLD."""
    gate = ruled.judgement.gate
    held = [one for one in ruled.judgement.findings if one.severity is Verdict.HOLD and one.counts_at(gate)]
    missing = [one for one in held if one.rule not in OURS]
    ours = [one for one in held if one.rule in OURS]
    sections = (
        PaperSection(
            title=ruled.both("Hold", "暂停装运"),
            notes=tuple(both(pair, ruled.languages) for pair in _held(ruled)),
        ),
        *_points(ruled, ruled.both("What is missing, and the next step", "欠缺事项和下一步"), missing),
        *_points(ruled, ruled.both("What we settle ourselves", "由我方解决的事项"), ours),
        PaperSection(
            title=ruled.both("Reservation", "权利保留"),
            notes=tuple(both(pair, ruled.languages) for pair in _KEPT),
        ),
        reports_section(ruled),
        record_section(ruled, (*ruled.both("For", "代表"), *ruled.ours()[:1])),
    )
    return notice(ruled, "hold-notice", ruled.both("HOLD NOTICE", "暂停装运通知"), ruled.to_ship(), sections)


def _points(ruled: Ruled, title: Texts, findings: list[Finding]) -> tuple[PaperSection, ...]:
    return (PaperSection(title=title, tables=(findings_table(ruled, findings),)),) if findings else ()
