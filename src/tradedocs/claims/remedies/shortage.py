"""What is missing: made good with the next shipment, or refunded at the unit price, as the buyer chooses."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tradedocs.claims.remedies.case import RemedyCase
from tradedocs.claims.remedies.making import Draft, paid_note
from tradedocs.model.amount import Money, UnitPrice
from tradedocs.model.settling import Remedy
from tradedocs.words.values import percent, quantity, unit_price


def offered(case: RemedyCase) -> Iterator[Remedy]:
    """What the article on shortage grants."""
    missing, line = case.complaint.missing, case.line
    if not case.granted.shortage or line is None or (missing is None and case.grade != "shortage"):
        return
    draft = Draft(case, "make-up-shortage", ("compensation.shortage",))
    price = case.price_of(missing)
    if missing is None or price is None:
        draft.needs("missing" if missing is None else f"missing ({line.unit_price.unit})")
        yield draft.made(None, None)
        return
    amount = draft.working.step(
        f"Missing: {quantity(missing, 'en')} × {unit_price(line.unit_price, 'en')}",
        f"短缺：{quantity(missing, 'zh')} × {unit_price(line.unit_price, 'zh')}",
        price.amount,
    )
    _tolerance(draft)
    amount = draft.limited(amount, refund=True)
    paid_note(draft)
    draft.note(
        "As the buyer chooses, the goods are made good free of charge with the next shipment instead of the refund.",
        "由买方选择：随下一批货物免费补足，或按单价退款。",
    )
    yield draft.made(amount, _cost(draft) or amount)


def _tolerance(draft: Draft) -> None:
    """A shortage begins below the least quantity that may be delivered."""
    case, line = draft.case, draft.case.line
    missing, shipped = case.complaint.missing, case.granted.shipped.get(case.complaint.line)
    assert line is not None
    assert missing is not None
    if shipped is None:
        return
    allowed = max(line.tolerance, case.granted.allowance or Decimal(0))
    unit = line.unit_price.unit
    if allowed and missing.converted(unit) <= shipped.converted(unit) * allowed / 100:
        draft.bar(
            f"The missing quantity lies within the {percent(allowed)} of the contract. What was invoiced and did not "
            "come is refunded all the same.",
            f"短缺数量在合同规定的{percent(allowed)}以内。已开票而未交付的部分仍应退款。",
        )


def _cost(draft: Draft) -> Money | None:
    """The goods at the seller's own cost, where they are made good; None where that is not known."""
    line, missing, each = draft.case.line, draft.case.complaint.missing, draft.case.cost("unit_cost")
    if line is None or missing is None or each is None:
        return None
    price = UnitPrice(amount=each.amount, currency=each.currency, unit=line.unit_price.unit)
    return draft.working.step(
        f"Made good at the seller's own cost: {quantity(missing, 'en')} × {unit_price(price, 'en')}",
        f"按卖方自身成本补足：{quantity(missing, 'zh')} × {unit_price(price, 'zh')}",
        price.total(missing).amount,
    )
