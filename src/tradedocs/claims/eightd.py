"""The report on cause and corrective action in eight disciplines (8D), filled from the record of the claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tradedocs.claims.matter import REMEDY, Matter, day_words, facts
from tradedocs.model.annex import Texts
from tradedocs.model.claim import Category
from tradedocs.model.paper import Paper, PaperSection, PaperTable
from tradedocs.model.settling import Closing, EightD
from tradedocs.words.bilingual import Pair, both, column, of
from tradedocs.words.values import money, number, quantity

CATEGORY: dict[Category, Pair] = {
    "batch-defect": ("batch defect", "批量缺陷"),
    "single-defects": ("single defects", "个别缺陷"),
    "transport-damage": ("transport damage", "运输损坏"),
    "shortage": ("shortage", "短缺"),
    "perception-deviation": ("deviation of perception", "感知偏差"),
    "misuse": ("misuse", "使用不当"),
    "undecided": ("undecided", "未定"),
}


def report_8d(matter: Matter, closing: Closing) -> Paper:
    """The report: D0 to D8, with what the record says of quantities, evidence and settlement.

    Raises:
        MissingFact: the contract has no text in a language that is asked for.
    """
    assert closing.eight_d is not None
    done = closing.eight_d
    sections = (
        _words(matter, "D0 Emergency response", "D0 应急措施", done.emergency),
        _words(matter, "D1 Team", "D1 团队", *done.team),
        PaperSection(
            title=matter.both("D2 Problem", "D2 问题描述"), facts=tuple(_problem(matter)), lead=((done.problem,),)
        ),
        _words(matter, "D3 Containment", "D3 遏制措施", done.containment),
        _causes(matter, done),
        _words(matter, "D5 and D6 Corrective actions", "D5、D6 纠正措施", *done.actions),
        _words(matter, "D6 Verified by", "D6 验证", done.verified),
        PaperSection(
            title=matter.both("D7 Prevention", "D7 预防措施"), lead=((done.prevention,),),
            tables=(_lessons(matter, closing),) if closing.lessons else (),
        ),
        PaperSection(
            title=matter.both("D8 Closed", "D8 结案"), facts=tuple(_closed(matter, closing)),
            signatures=((*matter.both("Closed by", "结案人"), done.closed_by or closing.by),),
        ),
    )  # fmt: skip
    return Paper(
        kind="eight-d", contract_no=matter.deal.contract_no, languages=matter.languages, mark=matter.mark,
        title=matter.both("CORRECTIVE ACTION REPORT", "8D纠正措施报告"), facts=tuple(facts(matter)),
        sections=sections,
    )  # fmt: skip


def _words(matter: Matter, english: str, chinese: str, *texts: str | None) -> PaperSection:
    said: tuple[Texts, ...] = tuple((text,) for text in texts if text) or (matter.both("none", "无"),)
    return PaperSection(title=matter.both(english, chinese), notes=said)


def _problem(matter: Matter) -> Iterator[tuple[Texts, Texts]]:
    complaint, triage = matter.record.complaint, matter.record.triage
    words = complaint.words
    yield (
        matter.both("Complaint", "索赔事由"),
        matter.each(lambda one: of((words.en, words.zh or words.en), one)),
    )
    yield (
        matter.both("Quantity concerned", "所涉数量"),
        matter.each(lambda one: quantity(complaint.affected, one)),
    )
    if complaint.counted is not None:
        bad, of_all = complaint.counted.defective, complaint.counted.examined
        yield (
            matter.both("Counted", "计数"),
            matter.both(f"{bad} defective of {of_all} examined", f"检查{of_all}件，不合格{bad}件"),
        )
    if triage is not None:
        yield matter.both("Category", "类别"), both(CATEGORY[triage.category], matter.languages)
        if triage.interval is not None:
            span = triage.interval
            yield matter.both("Share, with its interval", "比例及置信区间"), matter.both(
                f"{number(span.rate)} %, {number(span.confidence)} % interval {number(span.low)} % to "
                f"{number(span.high)} %",
                f"{number(span.rate)}%，{number(span.confidence)}%置信区间{number(span.low)}%至{number(span.high)}%",
            )  # fmt: skip
    files = len(matter.record.evidence)
    if files:
        yield matter.both("Evidence on file", "在案证据"), matter.both(f"{files} files", f"{files}份文件")


def _causes(matter: Matter, done: EightD) -> PaperSection:
    return PaperSection(
        title=matter.both("D4 Root cause", "D4 根本原因"),
        facts=(
            (matter.both("Why it arose", "产生原因"), (done.cause,)),
            (matter.both("Why it was not found", "未发现原因"), (done.escape,)),
        ),
    )


def _lessons(matter: Matter, closing: Closing) -> PaperTable:
    languages = matter.languages
    columns = (
        column(("No.", "序号"), 7, languages),
        column(("Change", "变更"), 58, languages),
        column(("Where", "位置"), 35, languages),
    )
    rows = tuple(
        (
            (str(index),),
            both((lesson.change.en, lesson.change.zh or lesson.change.en), languages),
            tuple(part for part in (lesson.key, lesson.clause) if part) or ("–",),
        )
        for index, lesson in enumerate(closing.lessons, 1)
    )
    return PaperTable(columns=columns, rows=rows)


def _closed(matter: Matter, closing: Closing) -> Iterable[tuple[Texts, Texts]]:
    yield matter.both("Closed on", "结案日期"), day_words(matter, closing.on)
    settlement = matter.record.settlement
    if settlement is not None:
        what = matter.both(*REMEDY[settlement.remedy])
        yield matter.both("Settled by", "解决方式"), what
        if settlement.amount is not None:
            yield matter.both("Amount", "金额"), (money(settlement.amount),)
        if settlement.quantity is not None:
            amount = settlement.quantity
            yield matter.both("Quantity", "数量"), matter.each(lambda one: quantity(amount, one))
