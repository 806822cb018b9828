"""Refund by the piece: the defective pieces that were counted, or their share in a random sample of the goods."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from tradedocs.claims.interval import interval
from tradedocs.claims.remedies.case import RemedyCase
from tradedocs.claims.remedies.making import Draft, paid_note
from tradedocs.claims.remedies.pieces import spared
from tradedocs.model.amount import Money, Quantity
from tradedocs.model.claim import Counted
from tradedocs.model.goods import GoodsLine
from tradedocs.model.settling import Remedy
from tradedocs.words.values import number, percent, quantity, unit_price


def offered(case: RemedyCase) -> Iterator[Remedy]:
    """The refund at the unit price that the article on remedies grants for defective pieces."""
    grades, line = case.granted.grades, case.line
    if grades is None or not grades.pieces or line is None or case.grade == "shortage":
        return
    if not Quantity(number=Decimal(1), unit=line.unit_price.unit).counted:
        return
    draft = Draft(
        case,
        "defect-refund",
        ("compensation.remedies", "compensation.defective-pieces", "compensation.returned-goods"),
    )
    draft.note(
        "By the buyer's choice the pieces are replaced with the next shipment instead.",
        "买方也可选择随下一批货物更换。",
    )
    draft.note(
        "Its cost is the refund alone: `disposal` and `salvage` are those of all goods concerned, not of these pieces.",
        "成本仅为退款本身：`disposal`和`salvage`系全部所涉货物的金额，而非这些不合格品的金额。",
    )
    if case.granted.pieces is None:
        draft.note(
            "A lot that passed its sampling plan may hold defective pieces; every one of them stays claimable.",
            "批次即使通过抽样方案，其中的每一件不合格品仍可索赔。",
        )
    counted, less = _counted(draft), spared(draft, line)
    if counted is None or case.affected_price is None:
        draft.needs("counted" if counted is None else f"affected ({line.unit_price.unit})")
    if counted is None or case.affected_price is None or less is None:
        yield draft.made(None, None)
        return
    lot = _lot(case, line)
    if counted.examined >= lot or counted.random == "no":
        yield _as_counted(draft, line, counted, lot, less)
    else:
        yield _by_share(draft, line, counted, lot, less)


def _counted(draft: Draft) -> Counted | None:
    """The count of the last report on file, else the claimant's."""
    record = draft.case.record
    reports = [one.report.counted for one in record.evidence if one.report is not None]
    found = next((one for one in reversed(reports) if one is not None), None)
    if found is None and record.complaint.counted is not None and "defect-count" not in record.shown:
        draft.note(
            "The count is the claimant's word: no record of it is on file.",
            "不合格品数量仅为索赔方陈述：档案中没有计数记录。",
        )
    return found or record.complaint.counted


def _lot(case: RemedyCase, line: GoodsLine) -> Decimal:
    """The goods concerned, in the unit of the price; never more than the line."""
    unit = line.unit_price.unit
    return min(case.complaint.affected.converted(unit), line.quantity.converted(unit))


def _as_counted(draft: Draft, line: GoodsLine, counted: Counted, lot: Decimal, less: Decimal) -> Remedy:
    if counted.examined < lot:
        draft.note(
            "The pieces were not drawn at random: their share tells nothing of the others, and only those that were "
            "found are counted.",
            "样品并非随机抽取，其比例不能推及其余货物，仅计已发现的不合格品。",
        )
    amount = _priced(
        draft, line, min(Decimal(counted.defective), lot), less, "Defective pieces found", "已发现的不合格品"
    )
    amount = draft.limited(amount, refund=True)
    paid_note(draft)
    return draft.made(amount, amount)


def _by_share(draft: Draft, line: GoodsLine, counted: Counted, lot: Decimal, less: Decimal) -> Remedy:
    found = interval(counted.examined, counted.defective)
    if counted.random == "unknown":
        draft.needs("counted.random")
    pieces = _whole(lot * counted.defective / counted.examined)
    shown = Quantity(number=lot, unit=line.unit_price.unit)
    draft.note(
        f"{counted.defective} of {counted.examined} pieces are {percent(found.rate)}; with {percent(found.confidence)} "
        f"confidence between {percent(found.low)} and {percent(found.high)} of the goods.",
        f"{counted.examined}件中有{counted.defective}件，即{percent(found.rate)}；置信水平{percent(found.confidence)}时，"
        f"在{percent(found.low)}至{percent(found.high)}之间。",
    )
    amount = _priced(
        draft, line, pieces, less,
        f"Estimated defective pieces, {counted.defective}/{counted.examined} of {quantity(shown, 'en')}",
        f"估计的不合格品（{quantity(shown, 'zh')}的{counted.defective}/{counted.examined}）",
    )  # fmt: skip
    amount = draft.limited(amount, refund=True)
    ends = []
    for share, en, zh in (
        (found.low, "At the lower end of the interval", "按区间下限"),
        (found.high, "At the upper end of the interval", "按区间上限"),
    ):
        end = _priced(
            draft, line, _whole(lot * share / 100), less, f"{en}, {percent(share)}", f"{zh}{percent(share)}"
        )
        ends.append(draft.limited(end, refund=True))
    paid_note(draft)
    return draft.made(amount, amount, low=ends[0], high=ends[1])


def _priced(draft: Draft, line: GoodsLine, pieces: Decimal, less: Decimal, en: str, zh: str) -> Money:
    """The price of the pieces above those that the contract leaves with the buyer (`less`)."""
    price, claimed = line.unit_price, max(Decimal(0), pieces - less)
    shown = f"({number(pieces)} − {number(min(less, pieces))})" if less else number(pieces)
    return draft.working.step(
        f"{en}: {shown} × {unit_price(price, 'en')}",
        f"{zh}：{shown} × {unit_price(price, 'zh')}",
        price.amount * claimed,
    )


def _whole(pieces: Decimal) -> Decimal:
    """Whole pieces, half up."""
    return pieces.quantize(Decimal(1), ROUND_HALF_UP)
