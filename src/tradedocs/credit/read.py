"""The fields of a credit → its facts, and what of them does not have the form of the message."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal, cast

from tradedocs.credit.fin import Message
from tradedocs.credit.items import items
from tradedocs.credit.tags import LINES, MANDATORY, NAMES, SHAPES
from tradedocs.model.amount import MINOR_UNITS, Money
from tradedocs.model.credit import Credit, CreditField, CreditFinding, Permission
from tradedocs.ui import say

FORM = "L01"
_AMOUNT = re.compile(r"([A-Z]{3})\s*(\d[\d.]*,\d{0,3}|[\d,]+\.\d{2}|\d+)")
_EXPIRY = re.compile(r"(\d{6})\s*(.*)")
_BY = (
    ("DEF PAYMENT", "deferred payment"),
    ("DEFERRED PAYMENT", "deferred payment"),
    ("MIXED PYMT", "mixed payment"),
    ("MIXED PAYMENT", "mixed payment"),
    ("NEGOTIATION", "negotiation"),
    ("ACCEPTANCE", "acceptance"),
    ("PAYMENT", "payment"),
)
By = Literal["payment", "acceptance", "negotiation", "deferred payment", "mixed payment"]
_PERMISSIONS: dict[str, Permission] = {
    "ALLOWED": "allowed",
    "PERMITTED": "allowed",
    "CONDITIONAL": "conditional",
    "NOT ALLOWED": "not allowed",
    "PROHIBITED": "not allowed",
    "NOT PERMITTED": "not allowed",
}
_SEVERAL = frozenset({"21"})
_CONTINUES = {"700": "701", "710": "711"}


def kind_of(message: Message) -> str | None:
    """Which message it is: as the text says, else by the fields that only one kind has; None where none is known."""
    if message.kind is not None:
        return message.kind
    if message.has("40A") and message.has("20"):
        return "700"
    if message.has("40B") and message.has("21"):
        return "710"
    if message.has("26E"):
        return "707"
    return None


def joined_message(first: Message, rest: tuple[Message, ...], kind: str) -> Message:
    """A credit in several messages as one: goods, documents and conditions go on where MT 701 or MT 711 follow."""
    fields = list(first.fields)
    for more in rest:
        if kind_of(more) == _CONTINUES.get(kind) or (more.kind is None and kind_of(more) is None):
            for field in more.fields:
                _add(fields, field)
    return Message(kind, tuple(fields), first.outside)


def _add(fields: list[CreditField], field: CreditField) -> None:
    """Put the lines of a continuing field behind those of the field; `27`, `20` and `21` are said again by each."""
    if field.tag in ("27", "20", "21"):
        return
    place = next((k for k, one in enumerate(fields) if one.tag == field.tag), None)
    if place is None:
        fields.append(field)
    else:
        fields[place] = fields[place].model_copy(update={"lines": (*fields[place].lines, *field.lines)})


def credit_of(message: Message, kind: str) -> Credit:
    """The facts of the credit; a field that cannot be read gives None."""
    bare = Credit(message=kind, fields=message.fields)
    expiry = _EXPIRY.match(bare.text("31D"))
    tolerance = re.match(r"(\d{1,2})/(\d{1,2})$", bare.text("39A"))
    return bare.model_copy(
        update={
            "number": bare.text("21" if kind == "710" else "20") or None,
            "form": bare.text("40A", "40B").upper() or None,
            "issued": day_of(bare.text("31C")),
            "rules": bare.text("40E").upper() or None,
            "expiry": day_of(expiry[1]) if expiry else None,
            "expiry_place": (expiry[2].strip() or None) if expiry else None,
            "amount": money_of(bare.text("32B")),
            "more": Decimal(tolerance[1]) if tolerance else None,
            "less": Decimal(tolerance[2]) if tolerance else None,
            "by": _by(bare.text("41A", "41D")),
            "partial": _PERMISSIONS.get(bare.text("43P").upper()),
            "transhipment": _PERMISSIONS.get(bare.text("43T").upper()),
            "latest": day_of(bare.text("44C")),
            "days": _days(bare.text("48")),
            "confirmation": _confirmation(bare.text("49")),
            "documents": items(bare.field("46A")),
            "conditions": items(bare.field("47A")),
        }
    )


def day_of(text: str) -> date | None:
    """YYMMDD as a day of this century; None where it is none."""
    match = re.match(r"(\d\d)(\d\d)(\d\d)(?!\d)", text)
    if match is None:
        return None
    try:
        return date(2000 + int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def money_of(text: str) -> Money | None:
    """`USD105200,` or `USD 105.200,00`: the comma is the decimal sign; a bank's printout may write `105,200.00`."""
    match = _AMOUNT.match(text)
    if match is None or match[1] not in MINOR_UNITS:
        return None
    number = match[2]
    printed = re.fullmatch(r"[\d,]+\.\d{2}", number)
    plain = number.replace(",", "") if printed else number.replace(".", "").replace(",", ".")
    return Money(amount=Decimal(plain.rstrip(".")), currency=match[1])


def _by(text: str) -> By | None:
    upper = text.upper()
    at = upper.rfind("BY ")
    tail = upper[at:] if at >= 0 else upper
    return next((cast(By, name) for words, name in _BY if words in tail), None)


def _days(text: str) -> int | None:
    match = re.match(r"\d{1,3}", text)
    return int(match[0]) if match else None


def _confirmation(text: str) -> Literal["confirm", "may add", "without"] | None:
    words = text.upper().strip()
    return (
        cast('Literal["confirm", "may add", "without"]', words.lower())
        if words in ("CONFIRM", "MAY ADD", "WITHOUT")
        else None
    )


def faults(message: Message, kind: str) -> Iterator[CreditFinding]:
    """What does not have the form of the message: fields missing, twice, of another shape, or of no message."""
    for tags in MANDATORY[kind]:
        if not message.has(*tags):
            yield _fault(
                tags[0],
                None,
                "",
                say("field {tag} ({name}) is missing", tag="/".join(tags), name=NAMES[tags[0]]),
            )
    for tag, times in Counter(field.tag for field in message.fields).items():
        if times > 1 and tag not in _SEVERAL:
            again = [field for field in message.fields if field.tag == tag][1]
            yield _fault(
                tag,
                again.line,
                again.text,
                say("field {tag} stands {n} times; the first one was read", tag=tag, n=times),
            )
    for field in message.fields:
        yield from _shape(field)
    for line, text in message.outside:
        if not _envelope(text):
            yield _fault("–", line, text, say("this line stands in no field"), weight="note")


def _shape(field: CreditField) -> Iterator[CreditFinding]:
    if not field.known:
        yield _fault(
            field.tag,
            field.line,
            field.text,
            say("field {tag} is none of this message: it was kept, and no rule looked at it", tag=field.tag),
            weight="look",
        )
    elif not field.lines:
        yield _fault(
            field.tag, field.line, "", say("field {tag} ({name}) is empty", tag=field.tag, name=field.name)
        )
    elif field.tag in SHAPES and re.fullmatch(SHAPES[field.tag][0], field.text.upper()) is None:
        yield _fault(
            field.tag,
            field.line,
            field.text,
            say(
                "field {tag} ({name}) is not {shape}",
                tag=field.tag,
                name=field.name,
                shape=SHAPES[field.tag][1],
            ),
            weight="look" if money_of(field.text) or field.tag == "48" else "discrepancy",
        )
    elif field.tag in ("31C", "31D", "44C") and day_of(field.text) is None:
        yield _fault(
            field.tag, field.line, field.text, say("field {tag}: there is no such day", tag=field.tag)
        )
    elif field.tag in ("32B", "33B") and money_of(field.text) is None:
        yield _fault(
            field.tag,
            field.line,
            field.text,
            say("field {tag}: {code!r} is no currency", tag=field.tag, code=field.text[:3]),
        )
    elif field.tag in LINES and _too_long(field):
        most, width = LINES[field.tag]
        yield _fault(
            field.tag,
            field.line,
            field.text,
            say(
                "field {tag} has more than {most} lines of {width} characters: the text may be damaged",
                tag=field.tag,
                most=most,
                width=width,
            ),
            weight="note",
        )


def _too_long(field: CreditField) -> bool:
    most, width = LINES[field.tag]
    return len(field.lines) > most or any(len(line) > width for line in field.lines)


def _envelope(text: str) -> bool:
    return bool(re.match(r"\s*(?:[{}]|-+\s*$|=+\s*$|\*+\s*$)", text))


def _fault(
    tag: str,
    line: int | None,
    says: str,
    message: str,
    weight: Literal["discrepancy", "look", "note"] = "discrepancy",
) -> CreditFinding:
    return CreditFinding(
        rule=FORM,
        weight=weight,
        tag=tag,
        line=line,
        says=says,
        message=message,
        consequence=say("What the field says is not certain; no rule that needs it can speak."),
        source=say("SWIFT Category 7"),
    )
