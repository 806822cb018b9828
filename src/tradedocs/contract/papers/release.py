"""The release note: these goods may be shipped; it accepts nothing and waives nothing.

Sources: CISG, articles 36, 38 and 58; PRC Civil Code, articles 620 to 623.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.annexes.words import Pair, both, column
from tradedocs.contract.papers.verdict import (
    NO_SUBSTITUTE,
    Ruled,
    clause,
    facts,
    findings_table,
    record_section,
    reports_section,
    said,
    seen,
)
from tradedocs.model.annex import Texts
from tradedocs.model.finding import Verdict
from tradedocs.model.paper import Paper, PaperSection, PaperTable
from tradedocs.word.specification import shown

_RELEASED: Pair = (
    "The goods named above may be shipped in the quantity named. The reports listed below cover every characteristic "
    "that the contract asks to be verified before shipment, and show that each meets its requirement.",
    "上述货物可按所列数量装运。下列报告涵盖合同要求在装运前验证的每一项特性，并表明各项特性均符合其要求。",
)
_TO_LOAD: Pair = (
    "The goods named above may be loaded in the quantity named. The reports listed below cover every characteristic "
    "that the contract asks to be verified before loading, and show that each meets its requirement. The documents are "
    "not released by this note.",
    "上述货物可按所列数量装货。下列报告涵盖合同要求在装货前验证的每一项特性，并表明各项特性均符合其要求。本通知不放行单据。",
)
_LIMITS: tuple[Pair, ...] = (
    ("This note is no acceptance of the goods and no receipt for them. It waives no right, claim, defence or period "
     "under the contract or the law, whether or not a defect could have been seen at the inspection.",
     "本通知不构成对货物的接受或收货确认，亦不放弃合同或法律规定的任何权利、请求、抗辩或期间，无论检验时能否发现缺陷。"),
    ("It says only that the reports, as issued, meet what the contract asks before shipment. It is no statement on "
     "goods that were not sampled, and it does not take the place of the Seller's promise of quality.",
     "本通知仅说明所出具的报告满足合同对装运前的要求，不对未抽取为样品的货物作任何说明，也不取代卖方的质量承诺。"),
    ("It holds for this shipment and these reports only. It ends if a report is withdrawn, replaced or found to be "
     "wrong, or if the goods are exchanged, reworked, mixed or repacked after the inspection.",
     "本通知仅适用于该批货物和上述报告。报告被撤回、替代或被发现有误，或者货物在检验后被调换、返工、混装或重新包装的，本通知失效。"),
    ("It does not say that documents comply with a letter of credit, and is not to be presented under one.",
     "本通知不说明单据是否符合信用证，不得在信用证项下提交。"),
    NO_SUBSTITUTE,
)  # fmt: skip


def release_note(ruled: Ruled) -> Paper:
    """The note that goes with a RELEASE."""
    signed = (*ruled.both("For", "代表"), *ruled.ours()[:1])
    sections = (
        PaperSection(title=ruled.both("Release", "放行"), notes=(both(_words(ruled), ruled.languages),)),
        PaperSection(
            title=ruled.both("What this note does not say", "本通知的限度"),
            notes=tuple(both(pair, ruled.languages) for pair in _LIMITS),
        ),
        reports_section(ruled),
        *_later(ruled),
        *_open(ruled),
        *_remarks(ruled),
        record_section(ruled, signed),
    )
    return Paper(
        kind="release-note",
        contract_no=ruled.spec.contract_no,
        languages=ruled.languages,
        title=ruled.both("RELEASE NOTE", "放行通知"),
        facts=tuple(facts(ruled, ruled.to_ship())),
        sections=sections,
        mark=ruled.mark,
    )


def _words(ruled: Ruled) -> Pair:
    return _TO_LOAD if ruled.judgement.gate == "load" else _RELEASED


def _open(ruled: Ruled) -> Iterator[PaperSection]:
    """What holds the documents, where only the loading is released."""
    judgement = ruled.judgement
    later = [
        one
        for one in judgement.findings
        if one.severity is Verdict.HOLD and not one.counts_at(judgement.gate)
    ]
    if later:
        title = ruled.both("Open before the documents are released", "放行单据前尚待解决的事项")
        yield PaperSection(title=title, tables=(findings_table(ruled, later),))


def _later(ruled: Ruled) -> Iterator[PaperSection]:
    """What the release does not cover, because it can be known only later."""
    rows = tuple(_uncovered(ruled))
    if rows:
        columns = (
            column(("Line", "项号"), 10, ruled.languages),
            column(("Characteristic", "项目"), 60, ruled.languages),
            column(("Requirement", "要求"), 30, ruled.languages),
        )
        title = ruled.both("Still to be verified after this release", "放行后尚待验证的特性")
        yield PaperSection(title=title, tables=(PaperTable(columns=columns, rows=rows),))


def _uncovered(ruled: Ruled) -> Iterator[tuple[Texts, ...]]:
    for line in ruled.judgement.lines:
        for item in line.checked:
            if not item.evidence or not item.counts_at(ruled.judgement.gate):
                what = item.characteristic
                requirement = ruled.both(shown(what.require, "en"), shown(what.require, "zh"))
                yield (str(line.line),), ruled.both(what.name, what.name_zh or what.name), requirement


def _remarks(ruled: Ruled) -> Iterator[PaperSection]:
    """Findings for information."""
    noted = [one for one in ruled.judgement.findings if one.severity is Verdict.RELEASE]
    if noted:
        columns = (
            column(("Remark", "备注"), 64, ruled.languages),
            column(("Clause", "条款"), 16, ruled.languages),
            column(("Seen", "位置"), 20, ruled.languages),
        )
        rows = tuple((said(ruled, one), clause(ruled, one.rule), seen(one)) for one in noted)
        yield PaperSection(
            title=ruled.both("Remarks", "备注"), tables=(PaperTable(columns=columns, rows=rows),)
        )
