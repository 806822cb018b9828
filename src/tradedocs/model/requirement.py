"""The condition that a value must meet, as a small language with one grammar.

    requirement = limit | tolerance | range | exact | one-of | absence | conforms
    limit       = ("<=" | "<" | ">=" | ">" | "max" | "min" | "≤" | "≥") number [unit]
    tolerance   = number ("±" number | "+" number "/" "-" number) [unit]
    range       = number ".." number [unit]
    exact       = "=" (number [unit] | text)
    one-of      = "one of" text {"," text}
    absence     = "not detected" ["(LOD <=" number unit ")"] | "absent in" number unit
    conforms    = "conforms"

Numbers are exact decimals with a point. The tolerance may repeat the unit after the first number
(`45 mm ± 2 mm`). `parse(str(r)) == r` holds for every requirement r.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import GetPydanticSchema, model_validator
from pydantic_core import core_schema

from tradedocs.model.base import Fact
from tradedocs.model.units import find
from tradedocs.ui import say

Kind = Literal["limit", "tolerance", "range", "exact", "one-of", "not-detected", "absent", "conforms"]

_NUMBER = r"[-−]?\d+(?:\.\d+)?"
_SIGN = {"<=": "<=", "≤": "<=", "max": "<=", "<": "<", ">=": ">=", "≥": ">=", "min": ">=", ">": ">"}
_LIMIT = re.compile(rf"(<=|>=|≤|≥|<|>|max\.?|min\.?)\s*({_NUMBER})\s*(.*)", re.I)
_PLUS_MINUS = re.compile(rf"({_NUMBER})\s*([^±+\d.]*?)\s*(?:±|\+/-|\+-)\s*(\d+(?:\.\d+)?)\s*(.*)")
_UNEQUAL = re.compile(
    rf"({_NUMBER})\s*([^±+\d.]*?)\s*\+\s*(\d+(?:\.\d+)?)\s*/\s*[-−]\s*(\d+(?:\.\d+)?)\s*(.*)"
)
_RANGE = re.compile(rf"({_NUMBER})\s*(?:\.\.|…|–)\s*({_NUMBER})\s*(.*)")
_NOT_DETECTED = re.compile(
    rf"(?:not detected|n\.d\.)(?:\s*\(\s*lod\s*(?:<=|≤)\s*({_NUMBER})\s*([^)]*?)\s*\))?", re.I
)
_ABSENT = re.compile(rf"absent\s+in\s+({_NUMBER})\s*(\S.*)", re.I)
_NOT_EXACT = re.compile(rf"^[<>=≤≥~≈]|^(?:max|min|approx|about|ca)\b|±|\.\.|^{_NUMBER}\s*[-–]\s*\d", re.I)
_DECIMAL_COMMA = re.compile(r"\d,\d")


class Requirement(Fact):
    """What a value must meet. `low` and `high` are the bounds in `unit`; `texts` the accepted words.

    `low_open` and `high_open` say that the bound itself is not allowed. `nominal` is kept for a tolerance, so
    that the document can print it as it was agreed. `amount` is the sample size of an absence (25 g). In `not detected`
    `high` is the highest detection limit that counts, None where none is agreed.
    """

    kind: Kind
    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = False
    high_open: bool = False
    nominal: Decimal | None = None
    unit: str | None = None
    texts: tuple[str, ...] = ()
    amount: Decimal | None = None

    @model_validator(mode="after")
    def _bounds_in_order(self) -> Requirement:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(
                say("the lower bound {low} is above the upper bound {high}", low=self.low, high=self.high)
            )
        return self

    def __str__(self) -> str:
        unit = f" {self.unit}" if self.unit else ""
        match self.kind:
            case "limit" if self.high is not None:
                return f"{'<' if self.high_open else '<='} {self.high}{unit}"
            case "limit":
                return f"{'>' if self.low_open else '>='} {self.low}{unit}"
            case "tolerance":
                return f"{self.nominal} {self._tolerance()}{unit}"
            case "range":
                return f"{self.low}..{self.high}{unit}"
            case "exact" if self.low is not None:
                return f"= {self.low}{unit}"
            case "exact":
                return f"= {self.texts[0]}"
            case "one-of":
                return f"one of {', '.join(self.texts)}"
            case "absent":
                return f"absent in {self.amount}{unit}"
            case "not-detected":
                return "not detected" if self.high is None else f"not detected (LOD <= {self.high}{unit})"
            case _:
                return "conforms"

    @property
    def numbers(self) -> frozenset[Decimal]:
        """Every number that the requirement states."""
        return frozenset(one for one in (self.low, self.high, self.nominal, self.amount) if one is not None)

    @property
    def shown(self) -> str:
        """As people read it: `≤ 0.04 %` for `<= 0.04 %`."""
        return str(self).replace("<=", "≤").replace(">=", "≥")

    def _tolerance(self) -> str:
        assert self.nominal is not None
        assert self.low is not None
        assert self.high is not None
        plus, minus = self.high - self.nominal, self.nominal - self.low
        return f"± {plus}" if plus == minus else f"+{plus}/-{minus}"


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace("−", "-"))


def _unit(text: str) -> str | None:
    text = text.strip()
    return find(text).symbol if text else None


def _limit(text: str) -> Requirement | None:
    match = _LIMIT.fullmatch(text)
    if match is None:
        return None
    sign, bound, unit = _SIGN[match[1].lower().rstrip(".")], _decimal(match[2]), _unit(match[3])
    if sign.startswith("<"):
        return Requirement(kind="limit", high=bound, high_open=sign == "<", unit=unit)
    return Requirement(kind="limit", low=bound, low_open=sign == ">", unit=unit)


def _tolerance(text: str) -> Requirement | None:
    if match := _UNEQUAL.fullmatch(text):
        nominal, first, plus, minus, last = match.groups()
    elif match := _PLUS_MINUS.fullmatch(text):
        nominal, first, plus, last = match.groups()
        minus = plus
    else:
        return None
    if last.strip() == "%" and first.strip() not in ("", "%"):
        raise ValueError(say("a tolerance in % of the nominal is not exact; write it in the value's unit"))
    units = {_unit(part) for part in (first, last) if part.strip()}
    if len(units) > 1:
        raise ValueError(
            say(
                "the value is in {a} but its tolerance in {b}; write one unit",
                a=first.strip(),
                b=last.strip(),
            )
        )
    centre = _decimal(nominal)
    return Requirement(
        kind="tolerance", nominal=centre, low=centre - Decimal(minus), high=centre + Decimal(plus),
        unit=next(iter(units), None),
    )  # fmt: skip


def _range(text: str) -> Requirement | None:
    match = _RANGE.fullmatch(text)
    if match is None:
        return None
    return Requirement(kind="range", low=_decimal(match[1]), high=_decimal(match[2]), unit=_unit(match[3]))


def _exact(text: str) -> Requirement | None:
    if not text.startswith("="):
        return None
    wanted = text[1:].strip()
    if not wanted:
        raise ValueError(say("nothing stands after '='"))
    if _NOT_EXACT.search(wanted):
        raise ValueError(
            say("{text!r} is no exact value; write '>= 5', '5 ± 1' or '5..6' without the '='", text=text)
        )
    # A unit needs a blank before it (`= 3 pcs`): `= 304L` is a grade.
    if match := re.fullmatch(rf"({_NUMBER})(\s+\D.*|[%°‰]\S*)?", wanted):
        number = _decimal(match[1])
        return Requirement(kind="exact", low=number, high=number, unit=_unit(match[2] or ""))
    return Requirement(kind="exact", texts=(wanted,))


def _one_of(text: str) -> Requirement | None:
    if not text.lower().startswith("one of "):
        return None
    words = tuple(word.strip() for word in text[7:].split(","))
    if not all(words):
        raise ValueError(say("an empty word stands in the list after 'one of'"))
    return Requirement(kind="one-of", texts=words)


def _absence(text: str) -> Requirement | None:
    if match := _NOT_DETECTED.fullmatch(text):
        if match[1] is None:
            return Requirement(kind="not-detected")
        if _decimal(match[1]) <= 0 or not match[2]:
            raise ValueError(
                say("{text!r}: the detection limit is more than nothing, with its unit", text=text)
            )
        return Requirement(kind="not-detected", high=_decimal(match[1]), unit=_unit(match[2]))
    if match := _ABSENT.fullmatch(text):
        if _decimal(match[1]) <= 0:
            raise ValueError(say("{text!r}: the amount must be more than nothing", text=text))
        return Requirement(kind="absent", amount=_decimal(match[1]), unit=_unit(match[2]))
    return None


def _conforms(text: str) -> Requirement | None:
    return Requirement(kind="conforms") if text.lower() in ("conforms", "pass") else None


_FORMS = (_limit, _tolerance, _range, _exact, _one_of, _absence, _conforms)


def parse(text: str) -> Requirement:
    """The requirement that `text` spells.

    Raises:
        ValueError: it spells none; the message says what to write. UnknownUnit, a ValueError, for a unit
            outside the table.
    """
    flat = " ".join(text.split())
    if _DECIMAL_COMMA.search(flat) and not flat.lower().startswith("one of "):
        raise ValueError(say("{text!r} holds a decimal comma; write the number with a point", text=text))
    for form in _FORMS:
        if (found := form(flat)) is not None:
            return found
    raise ValueError(
        say(
            "{text!r} is not a requirement; write for example '<= 0.04 %', '45 ± 2 mm', '2.8..3.2 mm', "
            "'= 304', 'one of A, B', 'not detected', 'absent in 25 g' or 'conforms'",
            text=text,
        )
    )


def _schema(_source: Any, handler: Any) -> core_schema.CoreSchema:
    inner = handler(Requirement)

    def read(value: Any) -> Any:
        return parse(value) if isinstance(value, str) else value

    return core_schema.no_info_before_validator_function(
        read, inner, serialization=core_schema.to_string_ser_schema(),
        json_schema_input_schema=core_schema.str_schema(),
    )  # fmt: skip


RequirementText = Annotated[Requirement, GetPydanticSchema(_schema)]
"""A requirement that files spell as text."""
