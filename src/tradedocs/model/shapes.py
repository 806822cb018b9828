"""Texts of one shape (country, HS code, e-mail, SWIFT, clause id) and texts in two languages."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import core_schema

from tradedocs.model.base import Fact
from tradedocs.model.gaps import is_gap
from tradedocs.model.text import Line
from tradedocs.ui import say


class _Shape:
    """A text of one shape; `what` tells a clerk how to write it."""

    def __init__(self, pattern: str, what: str) -> None:
        self.pattern, self.what = pattern, what

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return {**handler(core), "pattern": f"^{self.pattern}$"}

    def _check(self, text: str) -> str:
        if is_gap(text):
            return text
        if re.fullmatch(self.pattern, text) is None:
            raise ValueError(say("{text!r} is not right; write {what}", text=text, what=self.what))
        return text


Country = Annotated[str, _Shape(r"[A-Z]{2}", "the country as two capital letters (ISO 3166), such as CN")]
HsCode = Annotated[str, _Shape(r"\d{4}(\.?\d{2}){1,3}", "the HS code as 6 to 10 digits, such as 8539.52")]
Email = Annotated[str, _Shape(r"[^@\s]+@[^@\s]+\.[^@\s]+", "an e-mail address")]
Swift = Annotated[
    str, _Shape(r"[A-Z0-9]{8}([A-Z0-9]{3})?", "the bank's SWIFT code: 8 or 11 capitals and digits")
]
ClauseId = Annotated[
    str, _Shape(r"[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+", "a clause's id, such as inspection.pre-shipment")
]


class LocalText(Fact):
    """One text in both languages. Chinese may be left out where the contract is in English only."""

    en: Line
    zh: Line | None = None


def as_local(value: Any) -> Any:
    """A plain text as the English one."""
    return {"en": value} if isinstance(value, str) else value


Local = Annotated[LocalText, BeforeValidator(as_local, json_schema_input_type=LocalText | str)]
