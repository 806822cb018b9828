"""What is sold and what it must show."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer, model_validator

from tradedocs.model.amount import Money, PercentText, QuantityText, UnitPriceText
from tradedocs.model.base import Fact
from tradedocs.model.requirement import RequirementText
from tradedocs.model.shapes import Country, HsCode, Local
from tradedocs.model.text import Line
from tradedocs.model.told import at
from tradedocs.ui import say

Evidence = Literal["shipment", "type-test"]
Stage = Literal["pre-loading", "loading", "discharge"]
CharacteristicClass = Literal["critical", "major", "minor"]
LimitKind = Literal["commercial", "safety", "legal"]


class PriceScale(Fact):
    """The zone between the guarantee (`require`) and `reject`, in which the price is adjusted.

    Each started `step` beyond the guarantee, in the unit of the requirement, costs `percent` of the price of the
    goods concerned, up to `cap` percent. A value that misses `reject` gives the right to reject.
    """

    step: Annotated[Decimal, Field(gt=0)]
    percent: PercentText
    cap: PercentText | None = None
    reject: RequirementText


class Characteristic(Fact):
    """One thing to be verified before shipment.

    Attributes:
        name: as reports call it; `aliases` are other names for it.
        require: the condition that each specimen must meet.
        method: the test method agreed, with its edition.
        basis: what the value refers to (`as received`, `dry basis`).
        characteristic_class: how grave a deviation is; the key in the file is `class`.
        evidence: `shipment` when the inspection body must draw the sample from the shipment, `type-test` when
            a laboratory report on a submitted sample will do.
        stage: when it can be known at the earliest.
        scale: how the price is adjusted between the guarantee and rejection; None when a miss is a miss.
        limit_kind: `safety` and `legal` limits are never conceded; None: legal for hazardous substances, else
            commercial.
    """

    name: Line
    name_zh: Line | None = None
    require: RequirementText
    method: Line | None = None
    basis: Line | None = None
    characteristic_class: CharacteristicClass = Field("major", alias="class")
    evidence: Evidence = "shipment"
    stage: Stage = "pre-loading"
    aliases: tuple[Line, ...] = ()
    scale: PriceScale | None = None
    limit_kind: LimitKind | None = None

    @model_serializer(mode="wrap")
    def _as_before(self, dump: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """What is not said is left out, so that the hash of a Spec from before the key was known stays what it was."""
        data: dict[str, Any] = dump(self)
        if self.limit_kind is None:
            data.pop("limit_kind", None)
        return data


class GoodsLine(Fact):
    """One line of goods with its own specification. `line` counts from 1 and may be left out."""

    line: Annotated[int, Field(ge=1)]
    description: Local
    model: Line | None = None
    hs_code: HsCode | None = None
    origin: Country | None = None
    quantity: QuantityText
    tolerance: Annotated[PercentText, Field(le=50)] = Decimal(0)
    unit_price: UnitPriceText
    packing: Local | None = None
    characteristics: Annotated[tuple[Characteristic, ...], Field(min_length=1)]

    @property
    def amount(self) -> Money:
        """Quantity times unit price, rounded to the currency's minor unit."""
        return self.unit_price.total(self.quantity)

    @model_validator(mode="after")
    def _consistent(self) -> GoodsLine:
        try:
            self.unit_price.total(self.quantity)
        except ValueError as error:
            raise at("unit_price", str(error)) from error
        names = [name.casefold() for item in self.characteristics for name in (item.name, *item.aliases)]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise at(
                "characteristics",
                say(
                    "two characteristics share the name {name!r}; a name or alias means one thing",
                    name=twice[0],
                ),
            )
        return self
