"""Who may say yes to what: the levels of authority, and the ranges that a playbook gives each of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, model_validator

from tradedocs.model.base import Fact
from tradedocs.ui import say

Authority = Literal["sales", "manager", "legal", "board"]
LEVELS: tuple[Authority, ...] = ("sales", "manager", "legal", "board")

_SPAN = re.compile(r"\s*(\d+(?:\.\d+)?)\s*\.\.\s*(\d+(?:\.\d+)?)\s*")


class Span(Fact):
    """From the least to the most value, both included, in the unit of the variable."""

    least: Decimal
    most: Decimal

    @model_validator(mode="after")
    def _in_order(self) -> Span:
        if self.least > self.most:
            raise ValueError(say("the range {span} ends before it begins", span=self))
        return self

    def holds(self, value: Decimal) -> bool:
        """Whether the value lies in the span."""
        return self.least <= value <= self.most

    def __str__(self) -> str:
        return f"{self.least}..{self.most}"


def _as_span(value: Any) -> Any:
    if isinstance(value, str) and (match := _SPAN.fullmatch(value)) is not None:
        return {"least": match[1], "most": match[2]}
    return value


SpanText = Annotated[Span, BeforeValidator(_as_span, json_schema_input_type=Span | str)]


def reaches(held: Authority, needed: Authority) -> bool:
    """Whether the authority that somebody holds is enough for what is needed."""
    return LEVELS.index(held) >= LEVELS.index(needed)


def highest(levels: tuple[Authority, ...]) -> Authority:
    """The highest of several; `sales` when there are none."""
    return max(levels, key=LEVELS.index, default="sales")


def needed_for(value: Decimal, playbook: Mapping[Authority, Span]) -> Authority | None:
    """The lowest level whose range holds the value; None when it is beyond every range."""
    return next((level for level in LEVELS if level in playbook and playbook[level].holds(value)), None)
