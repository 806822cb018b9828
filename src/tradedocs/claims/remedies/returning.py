"""What goods that are replaced or refunded still cost, and still bring."""

from __future__ import annotations

from tradedocs.claims.remedies.making import Draft
from tradedocs.claims.remedies.working import less
from tradedocs.model.amount import Money


def with_return(draft: Draft, amount: Money) -> Money:
    """The cost of a refund with return or disposal of the goods and less what they bring, as far as it is known."""
    parts = [amount]
    disposal, salvage = draft.case.cost("disposal"), draft.case.cost("salvage")
    if disposal is not None:
        parts.append(
            draft.working.given(
                "Return or disposal, borne by the seller", "退运或处置费用，由卖方承担", disposal
            )
        )
    if salvage is not None:
        draft.working.given("What the goods still bring", "货物残值", salvage)
        parts.append(less(salvage))
    return draft.working.total("Cost for the seller", "卖方成本", parts) if len(parts) > 1 else amount
