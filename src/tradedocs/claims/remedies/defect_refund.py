"""Refund by the piece: the defective pieces that were counted, or their share in a random sample of the goods."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from tradedocs.claims.interval import interval
from tradedocs.claims.remedies.case import RemedyCase
from tradedocs.claims.remedies.making import Draft, paid_note
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
    draft = Draft(case, "defect-refund", ("compensation.remedies", "compensation.returned-goods"))
    draft.note(
        "By the buyer's choice the pieces are replaced with the next shipment instead. Defective pieces stay claimable "
        "where the lot passed its sampling plan.",
        "买方也可选择随下一批货物更换。批次即使通过抽样方案，不合格品仍可索赔。",
    )
    counted = _counted(draft)
    if counted is None or case.affected_price is None:
        draft.needs("counted" if counted is None else f"affected ({line.unit_price.unit})")
        yield draft.made(None, None)
        return
    lot = _pieces(case, line)
    if counted.examined >= lot or counted.random == "no":
        yield _as_counted(draft, line, counted, lot)
    else:
        yield _by_share(draft, line, counted, lot)


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


def _pieces(case: RemedyCase, line: GoodsLine) -> Decimal:
    """The goods concerned, in the unit of the price; never more than the line."""
    unit = line.unit_price.unit
    return min(case.complaint.affected.converted(unit), line.quantity.converted(unit))


def _as_counted(draft: Draft, line: GoodsLine, counted: Counted, lot: Decimal) -> Remedy:
    if counted.examined < lot:
        draft.note(
            "The pieces were not drawn at random: their share tells nothing of the others, and only those that were "
            "found are counted.",
            "样品并非随机抽取，其比例不能推及其余货物，仅计已发现的不合格品。",
        )
    amount = _priced(
        draft, line, min(Decimal(counted.defective), lot), "Defective pieces found", "已发现的不合格品"
    )
    amount = draft.limited(amount, refund=True)
    paid_note(draft)
    return draft.made(amount, _cost(draft, amount))


def _by_share(draft: Draft, line: GoodsLine, counted: Counted, lot: Decimal) -> Remedy:
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
        draft, line, pieces,
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
            draft, line, _whole(lot * share / 100), f"{en}, {percent(share)}", f"{zh}{percent(share)}"
        )
        ends.append(draft.limited(end, refund=True))
    paid_note(draft)
    return draft.made(amount, _cost(draft, amount), low=ends[0], high=ends[1])


def _priced(draft: Draft, line: GoodsLine, pieces: Decimal, en: str, zh: str) -> Money:
    price = line.unit_price
    return draft.working.step(
        f"{en}: {number(pieces)} × {unit_price(price, 'en')}",
        f"{zh}：{number(pieces)} × {unit_price(price, 'zh')}",
        price.amount * pieces,
    )


def _whole(pieces: Decimal) -> Decimal:
    """Whole pieces, half up."""
    return pieces.quantize(Decimal(1), ROUND_HALF_UP)


def _cost(draft: Draft, amount: Money) -> Money:
    """The refund itself; goods that are refunded in full are the seller's, with what they still cost or bring."""
    if draft.case.cost("disposal") is None:
        draft.note(
            "Its cost is the refund alone: the cost of return or disposal is not given.",
            "成本仅为退款本身：未提供退运或处置费用。",
        )
        return amount
    from tradedocs.claims.remedies.returning import with_return

    return with_return(draft, amount)
