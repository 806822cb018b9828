"""Which defective pieces of a lot that passed are claimed for: all of them, or those above a number of the contract."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from tradedocs.claims.remedies.making import Draft
from tradedocs.model.goods import CharacteristicClass, GoodsLine
from tradedocs.words.values import number, percent


def spared(draft: Draft, line: GoodsLine) -> Decimal | None:
    """How many pieces the contract leaves with the buyer; None where what it depends on is not known.

    A lot that fails its plan, unsafe pieces and critical defects are left out by the article itself.
    """
    pieces, case = draft.case.granted.pieces, draft.case
    gravity = _class(line, case.complaint.characteristic)
    if pieces is None or case.unsafe or case.grade == "batch" or gravity == "critical":
        return Decimal(0)
    shipped = case.granted.shipped.get(line.line, line.quantity).converted(line.unit_price.unit)
    if pieces.rule == "above-spares":
        share, rounding = pieces.spare, ROUND_CEILING
        draft.needs(*(() if share is not None else ("spare pieces, in percent",)))
    else:
        share, rounding = (None if gravity is None else pieces.aql.get(gravity)), ROUND_FLOOR
        draft.needs(*(() if share is not None else ("characteristic",)))
    if share is None:
        return None
    found = (shipped * share / 100).to_integral_value(rounding)
    draft.note(
        f"Article {pieces.article}: only the pieces above {percent(share)} of the {number(shipped)} shipped, "
        f"{number(found)}, are claimed for.",
        f"第{pieces.article}条：仅就超出装运数量{number(shipped)}件的{percent(share)}（{number(found)}件）的部分索赔。",
    )
    return found


def _class(line: GoodsLine, name: str | None) -> CharacteristicClass | None:
    """The class of the characteristic that is complained of; None where the complaint names none of the contract's."""
    folded = None if name is None else name.casefold()
    return next(
        (
            one.characteristic_class
            for one in line.characteristics
            if folded in {each.casefold() for each in (one.name, *one.aliases)}
        ),
        None,
    )
