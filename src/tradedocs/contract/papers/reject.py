"""After a REJECT: the notice of non-conformity to the supplier, and the request to inspect again.

Sources: CISG, articles 37, 39 and 48; PRC Civil Code, articles 610 and 620 to 623; ISO 2859-1, resubmitted lots.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tradedocs.contract.papers.job import article, cited, job_of, plan_table
from tradedocs.contract.papers.steps import OURS
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
from tradedocs.model.finding import (
    Checked,
    CheckedReport,
    Evidence,
    Finding,
    LineVerdict,
    SamplingRow,
    Verdict,
)
from tradedocs.model.paper import Paper, PaperSection, PaperTable
from tradedocs.word.specification import shown
from tradedocs.words.bilingual import Pair, both, column
from tradedocs.words.party import side

_REFUSED: Pair = (
    "The goods named above do not conform, as listed below. They are not to be shipped, wholly or in part.",
    "上述货物如下所列不符合约定，全部或部分均不得装运。",
)
_ASKED: tuple[Pair, ...] = (
    ("Keep the goods apart and unchanged until it is agreed what is done with them. Keep the failed specimens and "
     "defective pieces.",
     "在商定处理方式之前，将货物单独存放并保持原状。保留不合格试样和不合格品。"),
    ("Find the cause, examine the whole quantity for it, and sort, correct or replace what is defective.",
     "查明原因，就该原因检查全部数量，并对不合格部分进行挑选、整改或更换。"),
    ("Send us a written account: cause, what was done to how many pieces, by whom and when, and how it is prevented.",
     "书面说明原因、对多少数量采取了何种措施、由谁在何时实施，以及如何防止再次发生。"),
    ("Then present the goods for a new inspection, on fresh samples from the whole quantity. It covers each point "
     "above and everything that the correction may have affected.",
     "其后将货物提交重新检验，从全部数量中重新抽样；检验范围包括上列各项以及整改可能影响的所有事项。"),
)  # fmt: skip
_RESERVED: tuple[Pair, ...] = (
    ("All rights under the contract and the law are reserved. This notice is no final list of defects, extends no "
     "date, and accepts no goods.",
     "合同和法律规定的一切权利均予保留。本通知并非缺陷的最终清单，不延长任何期限，也不构成对货物的接受。"),
    NO_SUBSTITUTE,
)  # fmt: skip
_AGAIN: tuple[Pair, ...] = (
    ("Inspect only after you have received the supplier's written account of the correction.",
     "在收到供货方关于整改情况的书面说明之后方可检验。"),
    ("Draw fresh samples yourselves from the whole quantity presented. Specimens of the failed inspection do not "
     "count.",
     "由贵机构从提交的全部数量中重新抽样。首次检验的试样不计入。"),
    ("Verify each failed point below, and each other characteristic of the contract that the correction may have "
     "affected, at normal inspection, as agreed.",
     "按约定的正常检验，验证下列每一不合格项，以及整改可能影响的其他各项特性。"),
    ("The new report has its own number and its own date. It names the failed report and the account of the "
     "correction, and says why the goods were inspected again. It does not replace the failed report: both stay on "
     "record.",
     "新报告应有其自身编号和日期，写明不合格报告和整改说明，并说明再次检验的原因。新报告不替代不合格报告，两份报告均予保留。"),
    NO_SUBSTITUTE,
)  # fmt: skip
_FILL = "______________________"


def non_conformity_notice(ruled: Ruled) -> Paper:
    """The notice to the supplier that goes with a REJECT."""
    if ruled.spec.our_side == "seller":  # the supplier has another contract, with other articles
        ruled = replace(ruled, articles=())
    gate = ruled.judgement.gate
    held = [
        one
        for one in ruled.judgement.findings
        if one.severity is Verdict.HOLD and one.rule not in OURS and one.counts_at(gate)
    ]
    also = ruled.both("Also open", "其他未决事项")
    sections = (
        PaperSection(
            title=ruled.both("Findings", "不符合项"), lead=(both(_REFUSED, ruled.languages),),
            tables=(_failures(ruled),),
        ),
        *([PaperSection(title=also, tables=(findings_table(ruled, held),))] if held else []),
        PaperSection(
            title=ruled.both("What we ask you to do", "要求"), notes=(*_listed(ruled, _ASKED), *_terms(ruled))
        ),
        PaperSection(
            title=ruled.both("Reservation", "权利保留"),
            notes=tuple(both(pair, ruled.languages) for pair in _RESERVED),
        ),
        reports_section(ruled),
        record_section(
            ruled,
            (*ruled.both("For", "代表"), *ruled.ours()[:1]),
            ruled.both("Received, without admission", "收悉，不构成承认"),
        ),
    )  # fmt: skip
    return notice(
        ruled,
        "non-conformity-notice",
        ruled.both("NOTICE OF NON-CONFORMITY", "不符合通知"),
        _supplier(ruled),
        sections,
    )


def reinspection_request(ruled: Ruled) -> Paper:
    """The request to the inspection body that goes with a REJECT."""
    failed = _failed_reports(ruled)
    fill = (
        (ruled.both("Account of the correction", "整改说明"),
         ruled.both(f"No. {_FILL} dated {_FILL}   ☐ attached", f"编号 {_FILL} 日期 {_FILL}   ☐ 已附")),
        (ruled.both("Ready for inspection", "备妥待检"),
         ruled.both(f"on {_FILL} at {_FILL}", f"日期 {_FILL} 地点 {_FILL}")),
        *_cost(ruled),
    )  # fmt: skip
    plan = _plan(ruled)
    sections = (
        PaperSection(
            title=ruled.both("What is asked for", "委托内容"), facts=fill, notes=_listed(ruled, _AGAIN)
        ),
        PaperSection(title=ruled.both("Failed points", "不合格项"), tables=(_failures(ruled),)),
        *([PaperSection(title=ruled.both("Sampling plan", "抽样方案"), tables=(plan,))] if plan else []),
        reports_section(ruled, failed).model_copy(
            update={"title": ruled.both("Failed reports", "不合格报告")}
        ),
        record_section(
            ruled,
            (*ruled.both("For", "代表"), *ruled.ours()[:1]),
            ruled.both("Confirmed by the inspection body", "检验机构确认"),
        ),
    )
    return notice(
        ruled,
        "re-inspection-request",
        ruled.both("REQUEST FOR RE-INSPECTION", "重新检验委托书"),
        _bodies(ruled, failed),
        sections,
    )


def _supplier(ruled: Ruled) -> Texts:
    """The seller; where we sell, the contract does not know who supplies us."""
    if ruled.spec.our_side == "seller":
        return ruled.both(f"Supplier of the goods: {_FILL}", f"供货方：{_FILL}")
    return ruled.to_ship()


def _bodies(ruled: Ruled, failed: tuple[CheckedReport, ...]) -> Texts:
    issuers = tuple(dict.fromkeys(one.issuer for one in failed if one.issuer))
    return issuers or ruled.spec.inspection.bodies


def _listed(ruled: Ruled, pairs: tuple[Pair, ...]) -> tuple[Texts, ...]:
    return tuple(
        both((f"({chr(96 + number)}) {english}", f"（{chr(96 + number)}）{chinese}"), ruled.languages)
        for number, (english, chinese) in enumerate(pairs, 1)
    )


def _terms(ruled: Ruled) -> Iterator[Texts]:
    """What our contract with the addressee says; where we sell, it is another contract, that is not known here."""
    if ruled.spec.our_side == "seller":
        return
    number = article(ruled.articles, "inspection.resubmission")
    if number:
        yield ruled.both(
            f"Article {number} of the contract says how refused goods are presented again; the shipment window is not "
            "extended.",
            f"被拒收货物的再提交依合同第{number}条进行，装运期间不因此顺延。",
        )
    if ruled.deal is not None:
        payer = ruled.deal.inspection.reinspection_cost
        yield ruled.both(
            f"The cost of the visit made in vain and of each further inspection is borne by {side(payer, 'en')}.",
            f"空跑费和每次再检验的费用由{side(payer, 'zh')}承担。",
        )


def _cost(ruled: Ruled) -> Iterator[tuple[Texts, Texts]]:
    if ruled.deal is not None:
        payer = ruled.deal.inspection.reinspection_cost
        number = article(ruled.articles, "inspection.pre-shipment")
        english, chinese = (f" (Article {number})", f"（第{number}条）") if number else ("", "")
        yield (
            ruled.both("Cost borne by", "费用承担"),
            ruled.both(side(payer, "en") + english, side(payer, "zh") + chinese),
        )


def _plan(ruled: Ruled) -> PaperTable | None:
    if ruled.deal is None:
        return None
    bodies = ruled.deal.inspection.bodies
    job = job_of(ruled.deal, ruled.articles, ruled.languages, shipment=ruled.shipment, to=bodies[0])
    failed = {line.line for line in ruled.judgement.lines if line.verdict is Verdict.REJECT}
    return plan_table(replace(job, lines=tuple(pair for pair in job.lines if pair[0].line in failed)))


def _failures(ruled: Ruled) -> PaperTable:
    """Each value outside its limit, and each other finding that rejects: clause, requirement, value, page."""
    languages = ruled.languages
    columns = (
        column(("No.", "序号"), 6, languages),
        column(("Finding", "情况"), 32, languages),
        column(("Clause", "条款"), 17, languages),
        column(("Requirement", "要求"), 16, languages),
        column(("Found", "结果"), 13, languages),
        column(("Report, page", "报告、页码"), 16, languages),
    )
    rows = (((str(number),), *cells) for number, cells in enumerate(_failure_rows(ruled), 1))
    return PaperTable(columns=columns, rows=tuple(rows))


def _failure_rows(ruled: Ruled) -> Iterator[tuple[Texts, ...]]:
    for line in ruled.judgement.lines:
        for place, item in enumerate(line.checked, 1):
            for evidence in item.evidence:
                if evidence.verdict is Verdict.REJECT:
                    yield _value_row(ruled, line, place, item, evidence)
    for finding in _other_failures(ruled):
        need, found = _numbers(ruled, finding)
        yield said(ruled, finding), clause(ruled, finding), need, found, seen(finding)


def _numbers(ruled: Ruled, finding: Finding) -> tuple[Texts, Texts]:
    """What the contract's plan accepts and what was found, where the finding is about a class of defects."""
    spots = {(place.document, place.page, place.box) for place in finding.places}
    for row in ruled.judgement.sampling:
        here = row.place is not None and (row.report, row.place.page, row.place.box) in spots
        if here and finding.rule == "aql-exceeded" and row.plan is not None and row.found is not None:
            need = ruled.both(
                f"no more than {row.plan.accept} in {row.plan.sample_size}",
                f"{row.plan.sample_size}件中不超过{row.plan.accept}件",
            )
            return need, ruled.both(f"{row.found} in {_size(row)}", f"{_size(row)}件中{row.found}件")
    return ("–",), ("–",)


def _size(row: SamplingRow) -> str:
    return "?" if row.used.sample_size is None else str(row.used.sample_size)


def _other_failures(ruled: Ruled) -> Iterator[Finding]:
    """The findings that reject and are no value of a characteristic."""
    for finding in ruled.judgement.findings:
        if finding.severity is Verdict.REJECT and finding.rule != "outside-limit":
            yield finding


def _value_row(
    ruled: Ruled, line: LineVerdict, place: int, item: Checked, evidence: Evidence
) -> tuple[Texts, ...]:
    what, result = item.characteristic, evidence.result
    specimen = ruled.both(f"specimen {result.specimen}", f"试样{result.specimen}") if result.specimen else ()
    return (
        ruled.both(f"Line {line.line}: {what.name}", f"第{line.line}项：{what.name_zh or what.name}"),
        (
            *ruled.both(f"Specification, line {line.line}, No. {place}", f"规格书第{line.line}项第{place}行"),
            *(words for words in cited(ruled.articles, ruled.languages, "quality.specification") if words != "–"),
        ),
        (*ruled.both(shown(what.require, "en"), shown(what.require, "zh")), *((what.method,) if what.method else ())),
        (result.shown, *specimen),
        (f"{evidence.report} p.{result.place.page}",),
    )  # fmt: skip


def _failed_reports(ruled: Ruled) -> tuple[CheckedReport, ...]:
    """The reports that show what fails; all of them where none can be told."""
    files = {
        evidence.report
        for line in ruled.judgement.lines
        for item in line.checked
        for evidence in item.evidence
        if evidence.verdict is Verdict.REJECT
    }
    files |= {place.document for one in _other_failures(ruled) for place in one.places if place.document}
    return tuple(one for one in ruled.judgement.reports if one.file in files) or ruled.judgement.reports
