"""Annex: the inspection plan, worked out for each lot by the tables of the sampling standard."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tradedocs.contract.lots import planned_lots
from tradedocs.model.amount import Quantity
from tradedocs.model.annex import AnnexTable, PlannedClass, PlannedLot, Texts
from tradedocs.model.clause import Language
from tradedocs.model.deal import Deal
from tradedocs.sampling.lots import items_in
from tradedocs.words.bilingual import Languages, Pair, Parts, both, column, each, of
from tradedocs.words.inspection import inspection_bodies, inspection_place
from tradedocs.words.values import number, quantity

CLASSES: dict[str, Pair] = {
    "critical": ("critical", "致命"),
    "major": ("major", "严重"),
    "minor": ("minor", "轻微"),
}
"""What the classes of defects are called."""
_SCHEME = ("single sampling, normal inspection, no switching rules", "一次抽样，正常检验，不适用转移规则")
_OTHER_SIZE = (
    "The numbers are those of the standard for the lots as contracted. A lot of another size has the plan of its own "
    "size.",
    "以上数字为标准就合同约定批量所给出的数字；实际批量不同的，适用其自身批量对应的方案。",
)
_NOT_HELD = (
    "Sample size, acceptance number and rejection number of each lot are those that {standard} gives for it.",
    "每批的样本量、接收数和拒收数为{standard}就该批给出的数值。",
)
_NOT_COUNTED = (
    "Line {line} is not counted in pieces; its samples are drawn as the Inspection Body determines under the standard.",
    "第{line}项不按件计数；其样品由检验机构依上述标准抽取。",
)


def inspection_plan(deal: Deal, languages: Languages) -> Parts:
    """The terms of sampling; then the plan of each lot, or for bulk goods the quantity of each.

    Raises:
        MissingFact: the place of inspection has no Chinese.
    """
    terms = _table_of_terms(deal, languages)
    if not deal.by_pieces:
        return Parts(tables=(terms, _bulk_lots(deal, languages)))
    lots = planned_lots(deal)
    if lots is None:
        standard = deal.inspection.standard
        return Parts(
            notes=(each(lambda language: of(_NOT_HELD, language).format(standard=standard), languages),),
            tables=(terms, _bulk_lots(deal, languages)),
        )
    notes = [both(_OTHER_SIZE, languages)] if lots else []
    notes += [_uncounted(line, languages) for line in _not_counted(deal)]
    return Parts(notes=tuple(notes), tables=(terms, *([plans_table(lots, languages)] if lots else [])))


def _table_of_terms(deal: Deal, languages: Languages) -> AnnexTable:
    terms = deal.inspection
    rows: list[tuple[Texts, ...]] = [(both(("Sampling standard", "抽样标准"), languages), (terms.standard,))]
    if terms.level is not None and terms.aql is not None:
        rows += [
            (both(("Inspection level", "检验水平"), languages), (terms.level,)),
            (both(("Inspection", "检验方式"), languages), both(_SCHEME, languages)),
        ]
        limits = {"critical": terms.aql.critical, "major": terms.aql.major, "minor": terms.aql.minor}
        rows += [
            (
                both((f"AQL, {CLASSES[name][0]} defects", f"AQL，{CLASSES[name][1]}缺陷"), languages),
                (number(limit),),
            )
            for name, limit in limits.items()
        ]
    rows.append(
        (
            both(("Inspection Body", "检验机构"), languages),
            each(lambda language: inspection_bodies(deal, language), languages),
        )
    )
    rows.append(
        (
            both(("Place of inspection", "检验地点"), languages),
            each(lambda language: inspection_place(deal, language), languages),
        )
    )
    columns = (
        column(("Term", "项目"), 30, languages),
        column(("Agreed", "约定"), 70, languages),
    )
    return AnnexTable(columns=columns, rows=tuple(rows))


def plans_table(lots: tuple[PlannedLot, ...], languages: Languages) -> AnnexTable:
    """The plan of each class of each lot: lot size, AQL, code letter, sample size, Ac and Re."""
    columns = (
        column(("Shipment", "批次"), 12, languages, number=True),
        column(("Line", "项号"), 7, languages, number=True),
        column(("Lot size", "批量"), 12, languages, number=True),
        column(("Defects", "缺陷等级"), 13, languages),
        column(("AQL", "AQL"), 8, languages, number=True),
        column(("Code letter", "样本量字码"), 12, languages),
        column(("Sample size", "样本量"), 14, languages, number=True),
        column(("Accept Ac", "接收数Ac"), 11, languages, number=True),
        column(("Reject Re", "拒收数Re"), 11, languages, number=True),
    )
    rows = tuple(_row(lot, plan, languages) for lot in lots for plan in lot.classes)
    return AnnexTable(columns=columns, rows=rows)


def _row(lot: PlannedLot, plan: PlannedClass, languages: Languages) -> tuple[Texts, ...]:
    return (
        (str(lot.shipment),),
        (str(lot.line),),
        (number(lot.lot),),
        both(CLASSES[plan.defects], languages),
        (number(Decimal(plan.aql)),),
        (" → ".join(plan.letters) or "–",),
        each(lambda language: _sample(plan, language), languages),
        (str(plan.accept),),
        (str(plan.reject),),
    )


def _sample(plan: PlannedClass, language: Language) -> str:
    size = number(plan.sample_size)
    if not plan.whole:
        return size
    return f"{size}（全检）" if language == "zh" else f"{size} (all)"


def _bulk_lots(deal: Deal, languages: Languages) -> AnnexTable:
    columns = (
        column(("Shipment", "批次"), 20, languages),
        column(("Line", "项号"), 20, languages),
        column(("Quantity presented", "提交检验数量"), 60, languages),
    )
    rows = tuple(
        _bulk_row(shipment.number, line.line, share, languages)
        for shipment in deal.shipments
        for line, share in deal.shipped(shipment)
    )
    return AnnexTable(columns=columns, rows=rows)


def _bulk_row(shipment: int, line: int, share: Quantity, languages: Languages) -> tuple[Texts, ...]:
    return (str(shipment),), (str(line),), each(lambda language: quantity(share, language), languages)


def _not_counted(deal: Deal) -> Iterator[int]:
    for line in deal.goods:
        if items_in(line.quantity) is None:
            yield line.line


def _uncounted(line: int, languages: Languages) -> Texts:
    return each(lambda language: of(_NOT_COUNTED, language).format(line=line), languages)
