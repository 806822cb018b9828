"""The release note: these goods may be shipped; it accepts nothing and waives nothing.

Sources: CISG, articles 36, 38 and 58; PRC Civil Code, articles 620 to 623.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.papers.verdict import (
    NO_SUBSTITUTE,
    Ruled,
    clause,
    findings_table,
    notice,
    record_section,
    reports_section,
    said,
    seen,
)
from tradedocs.model.annex import Texts
from tradedocs.model.concession import Concession
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.paper import Paper, PaperKind, PaperSection, PaperTable
from tradedocs.word.specification import shown
from tradedocs.words.bilingual import Pair, both, column

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
    ("It says only that the reports, as issued, meet what the contract asks before shipment, as far as nothing else is "
     "said above. It is no statement on goods that were not sampled, and it does not take the place of the Seller's "
     "promise of quality.",
     "除上文另有说明外，本通知仅说明所出具的报告满足合同对装运前的要求，"
     "不对未抽取为样品的货物作任何说明，也不取代卖方的质量承诺。"),
    ("It holds for this shipment and these reports only. It ends if a report is withdrawn, replaced or found to be "
     "wrong, or if the goods are exchanged, reworked, mixed or repacked after the inspection.",
     "本通知仅适用于该批货物和上述报告。报告被撤回、替代或被发现有误，或者货物在检验后被调换、返工、混装或重新包装的，本通知失效。"),
    ("It does not say that documents comply with a letter of credit, and is not to be presented under one.",
     "本通知不说明单据是否符合信用证，不得在信用证项下提交。"),
    NO_SUBSTITUTE,
)  # fmt: skip


_UNDER_CONCESSION: tuple[Pair, ...] = (
    ("The goods named above do not meet the contract in the points listed below. They may be shipped in the quantity "
     "named only because the concession named below was signed for exactly these points. In every other point the "
     "reports listed below show what the contract asks to be verified before shipment.",
     "上述货物在下列各项上不符合合同。仅因下列让步接收文件就这些事项签署，货物可按所列数量装运。"
     "其余各项，下列报告表明合同要求在装运前验证的内容均已满足。"),
    ("The concession covers nothing worse, no other lot, shipment or quantity, and nothing after it expires. It does "
     "not change the contract for other deliveries, covers no limit of safety or law, and cures no discrepancy under a "
     "letter of credit.",
     "该让步接收不适用于更差的结果、其他批次、其他装运或数量，到期后即告失效；不改变合同对其他交货的约定，"
     "不涉及安全或法定限值，亦不能消除信用证项下的不符点。"),
)  # fmt: skip


def release_note(ruled: Ruled) -> Paper:
    """The note that goes with a RELEASE."""
    lead = PaperSection(title=ruled.both("Release", "放行"), notes=(both(_words(ruled), ruled.languages),))
    return _note(ruled, "release-note", ruled.both("RELEASE NOTE", "放行通知"), lead)


def release_under_concession(ruled: Ruled) -> Paper:
    """The note that goes with a RELEASE UNDER CONCESSION: it never calls itself a plain release."""
    notes = tuple(both(pair, ruled.languages) for pair in _UNDER_CONCESSION)
    lead = PaperSection(
        title=ruled.both("Release under concession", "让步放行"),
        lead=notes,
        tables=(_conceded(ruled), _concessions(ruled)),
    )
    title = ruled.both("RELEASE NOTE UNDER CONCESSION", "让步放行通知")
    return _note(ruled, "release-under-concession", title, lead)


def _conceded(ruled: Ruled) -> PaperTable:
    """What misses the contract."""
    columns = (
        column(("Conceded point", "让步事项"), 64, ruled.languages),
        column(("Clause", "条款"), 16, ruled.languages),
        column(("Seen", "位置"), 20, ruled.languages),
    )
    found = [one for one in ruled.judgement.findings if one.severity is Verdict.CONCESSION]
    return PaperTable(
        columns=columns, rows=tuple((said(ruled, one), clause(ruled, one), seen(one)) for one in found)
    )


def _concessions(ruled: Ruled) -> PaperTable:
    """By what it was conceded, and whose word it is that it was signed."""
    columns = (
        column(("Signed by", "签署方"), 24, ruled.languages),
        column(("For", "范围"), 18, ruled.languages),
        column(("Price", "价格影响"), 15, ruled.languages),
        column(("On record", "登记"), 43, ruled.languages),
    )
    return PaperTable(columns=columns, rows=tuple(_signed(ruled, one) for one in ruled.judgement.concessions))


def _signed(ruled: Ruled, one: Concession) -> tuple[Texts, ...]:
    terms = one.terms
    lots = ruled.both(f"lots {', '.join(terms.lots)}", f"批号 {', '.join(terms.lots)}") if terms.lots else ()
    end = terms.end_buyer
    buyers = () if isinstance(end, str) else ruled.both(
        f"End buyer: {end.party}, {end.by}, {end.on.isoformat()}",
        f"最终买方：{end.party}，{end.by}，{end.on.isoformat()}"
    )  # fmt: skip
    until = terms.expires.isoformat()
    return (
        (terms.signed.party, f"{terms.signed.by}, {terms.signed.on.isoformat()}", *buyers),
        (str(terms.quantity), *lots, *ruled.both(f"until {until}", f"有效至{until}")),
        (terms.price_effect,),
        (
            *ruled.both(
                f"row {one.row}, on the word of {one.by}", f"登记簿第{one.row}行，由{one.by}确认"
            ),
            one.file_sha256[:32], one.file_sha256[32:],
        ),
    )  # fmt: skip


def _note(ruled: Ruled, kind: PaperKind, title: Texts, lead: PaperSection) -> Paper:
    signed = (*ruled.both("For", "代表"), *ruled.ours()[:1])
    sections = (
        lead,
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
    return notice(ruled, kind, title, ruled.to_ship(), sections)


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
        rows = tuple((_remark(ruled, one), clause(ruled, one), seen(one)) for one in noted)
        yield PaperSection(
            title=ruled.both("Remarks", "备注"), tables=(PaperTable(columns=columns, rows=rows),)
        )


def _remark(ruled: Ruled, finding: Finding) -> Texts:
    """What the rule says; where a person resolved it, whose word that is."""
    one = finding.resolved
    if one is None:
        return said(ruled, finding)
    looked = (" having looked at the page", "（已查看页面）") if one.crop_seen else ("", "")
    return (
        *said(ruled, finding),
        *ruled.both(
            f"Resolved on the word of {one.by}, {one.on.isoformat()},{looked[0]}: {one.reason} (ledger row {one.row})",
            f"{one.by}于{one.on.isoformat()}确认解决{looked[1]}：{one.reason}（登记簿第{one.row}行）",
        ),
    )
