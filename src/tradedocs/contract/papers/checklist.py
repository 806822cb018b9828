"""The checklist for the floor: one page a goods line, to be filled in by hand."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.annexes.plan import CLASSES
from tradedocs.contract.papers.job import Job, lots_of
from tradedocs.contract.spec import spec_of
from tradedocs.model.amount import Quantity
from tradedocs.model.annex import PlannedClass, Texts
from tradedocs.model.clause import Language
from tradedocs.model.goods import GoodsLine
from tradedocs.model.paper import Paper, PaperSection, PaperTable
from tradedocs.word.specification import spec_cells
from tradedocs.words.bilingual import column, each, of
from tradedocs.words.goods import description
from tradedocs.words.inspection import inspection_place
from tradedocs.words.values import quantity

_LOWEST, _TALLEST, _ROOM = 6, 12, 105
_BLANK = "______________________"
_SHARES = {"number": 4, "name": 30, "require": 19, "class": 13, "verdict": 8}


def checklist(job: Job, specimens: int) -> Paper:
    """The checklist of every line of the inspection, with room for the values of that many specimens.

    Raises:
        MissingFact: the contract has no text in a language that is asked for.
    """
    return Paper(
        kind="inspection-checklist",
        contract_no=job.deal.contract_no,
        languages=job.languages,
        title=_one(job.both("INSPECTION CHECKLIST", "现场检验表")),
        facts=(),
        sections=tuple(
            _page(job, line, share, specimens, first=index == 0)
            for index, (line, share) in enumerate(job.lines)
        ),
        mark=job.mark,
    )


def _page(job: Job, line: GoodsLine, share: Quantity, specimens: int, *, first: bool) -> PaperSection:
    plan = _plan(job, line)
    return PaperSection(
        title=each(lambda language: _goods(line, share, language), job.languages),
        facts=tuple(_facts(job, line)),
        tables=(_values(job, line, specimens), *([plan] if plan else [])),
        signatures=(
            _one(job.both("Inspector: name, signature", "检验员：姓名、签字")),
            _one(job.both("Seller, as witness of the sampling only", "卖方，仅见证抽样")),
        ),
        new_page=not first,
    )


def _facts(job: Job, line: GoodsLine) -> Iterator[tuple[Texts, Texts]]:
    place = each(lambda language: inspection_place(job.deal, language), job.languages)
    yield _one(job.both("Place", "地点")), (f"{' '.join(place)}; {job.body}",)
    yield _one(job.both("Lot or batch, date", "批号、日期")), (f"{_BLANK}     {_BLANK}",)
    words = (("presented", "提交"), ("finished", "完工"), ("packed", "已包装"))
    counts = (f"{' '.join(job.both(*pair))} __________" for pair in words)
    yield _one(job.both("Quantity found", "查明数量")), ("   ".join(counts),)
    seen = [item for item in line.characteristics if item.evidence == "type-test"]
    if seen:
        names = ", ".join(" ".join(job.both(item.name, item.name_zh or item.name)) for item in seen)
        yield _one(job.both("Type test report", "型式试验报告")), (f"No. {_BLANK}", names)


def _one(words: Texts) -> Texts:
    """The texts in one line, to save height."""
    return (" ".join(words),)


def _goods(line: GoodsLine, share: Quantity, language: Language) -> str:
    model = f", {line.model}" if line.model else ""
    amount = quantity(share, language)
    words = f"{description(line, language)}{model}, {amount}"
    return of((f"Line {line.line}: {words}", f"第{line.line}项：{words}"), language)


def _values(job: Job, line: GoodsLine, specimens: int) -> PaperTable:
    """The characteristics that are verified on the floor; those for which a type test will do stand above."""
    languages = job.languages
    columns = (
        column(("#", "#"), _SHARES["number"], languages),
        column(("Characteristic", "项目"), _SHARES["name"], languages),
        column(("Requirement", "要求"), _SHARES["require"], languages),
        column(("Class", "等级"), _SHARES["class"], languages),
        *(column((str(n), str(n)), max(4, 34 // specimens), languages) for n in range(1, specimens + 1)),
        column(("✓   ✗", "✓   ✗"), _SHARES["verdict"], languages),
    )
    spec_line = spec_of(job.deal).line(line.line)
    items = zip(spec_line.characteristics, spec_cells(spec_line, languages), strict=True)
    rows = tuple(
        (
            cells[0],
            _one(cells[1]),
            _asked(cells[2], cells[3]),
            _one(cells[5]),
            *((("",),) * specimens),
            ("☐  ☐",),
        )
        for item, cells in items
        if item.evidence == "shipment"
    )
    height = min(_TALLEST, max(_LOWEST, _ROOM // max(1, len(rows))))
    return PaperTable(columns=columns, rows=rows, height=height)


def _asked(requirement: Texts, method: Texts) -> Texts:
    return (*_one(requirement), *(method if method != ("–",) else ()))


def _plan(job: Job, line: GoodsLine) -> PaperTable | None:
    """The counters of defective pieces; None where the goods are not inspected by a plan that is worked out here."""
    lot = next((lot for lot in lots_of(job) or () if lot.line == line.line), None)
    if lot is None:
        return None
    languages = job.languages
    columns = (
        column(("Defects", "缺陷"), 14, languages),
        column(("AQL", "AQL"), 8, languages, number=True),
        column(("Sample", "样本量"), 10, languages, number=True),
        column(("Ac", "Ac"), 7, languages, number=True),
        column(("Re", "Re"), 7, languages, number=True),
        column(("Tally of defective pieces", "不合格品计数"), 25, languages),
        column(("Found", "发现数"), 10, languages),
        column(("Lot", "判定"), 27, languages),
    )
    return PaperTable(columns=columns, rows=tuple(_counters(job, lot.classes)), height=7, together=True)


def _counters(job: Job, classes: tuple[PlannedClass, ...]) -> Iterator[tuple[Texts, ...]]:
    for plan in classes:
        yield (
            _one(job.both(*CLASSES[plan.defects])),
            (plan.aql,),
            (str(plan.sample_size),),
            (str(plan.accept),),
            (str(plan.reject),),
            ("",),
            ("",),
            _one(
                (" ".join(("☐", *job.both("accept", "接收"))), " ".join(("☐", *job.both("reject", "拒收"))))
            ),
        )
