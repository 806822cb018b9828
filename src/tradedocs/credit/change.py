"""An amendment (MT 707) worked into a credit, field by field, for looking at what the credit says now.

Amendments take effect only when all of issuing bank, confirming bank and beneficiary agree (UCP 600 article 10).
"""

from __future__ import annotations

import re

from tradedocs.credit.fin import Message
from tradedocs.credit.items import items
from tradedocs.credit.read import credit_of, money_of
from tradedocs.credit.tags import NAMES
from tradedocs.model.credit import Credit, CreditField
from tradedocs.ui import say

_CODE = re.compile(r"/(ADD|DELETE|REPALL)/\s*(.*)")
_NOT_CARRIED = frozenset(
    {
        "20",
        "21",
        "22A",
        "23",
        "23S",
        "26E",
        "27",
        "30",
        "31C",
        "34B",
        "33B",
        "32B",
        "52A",
        "52D",
        "71N",
        "72",
        "72Z",
        "79Z",
        "50B",
    }
)
_TEXTS = {"45B": "45A", "46B": "46A", "47B": "47A"}


class CannotApply(Exception):
    """The amendment does not fit the credit; the message says why."""


def amended(credit: Credit, change: Message) -> tuple[Credit, tuple[str, ...]]:
    """The credit as it reads with the amendment, and what of the amendment a person must work in.

    Raises:
        CannotApply: it changes another credit, cancels the credit, or takes more off the amount than there is.
    """
    fields = list(credit.fields)
    told = {field.tag: field for field in change.fields}
    _same_credit(credit, told)
    left: list[str] = []
    _amount(credit, fields, told)
    for field in change.fields:
        if field.tag in _TEXTS:
            left += _texts(fields, field, _TEXTS[field.tag])
        elif field.tag == "79Z":
            left.append(say("79Z: {text}", text=field.text))
        elif field.tag not in _NOT_CARRIED:
            _replace(fields, field)
    number = told["26E"].text if "26E" in told else "?"
    now = credit_of(Message(credit.message, tuple(fields), ()), credit.message)
    return now.model_copy(update={"number": credit.number, "amended": (*credit.amended, number)}), tuple(left)


def _same_credit(credit: Credit, told: dict[str, CreditField]) -> None:
    named = {told[tag].text for tag in ("20", "21") if tag in told}
    if credit.number not in named:
        raise CannotApply(
            say(
                "the amendment is of credit {named}, this is credit {number}",
                named=" / ".join(sorted(named)),
                number=credit.number,
            )
        )
    if "23S" in told:
        raise CannotApply(say("the message asks to cancel the credit (23S)"))


def _amount(credit: Credit, fields: list[CreditField], told: dict[str, CreditField]) -> None:
    for tag, sign in (("32B", 1), ("33B", -1)):
        if tag not in told:
            continue
        step = money_of(told[tag].text)
        if step is None or credit.amount is None or step.currency != credit.amount.currency:
            raise CannotApply(
                say("{tag}: {text!r} does not fit the amount of the credit", tag=tag, text=told[tag].text)
            )
        new = credit.amount.amount + sign * step.amount
        if new <= 0:
            raise CannotApply(say("33B takes off more than the credit holds"))
        credit = credit.model_copy(update={"amount": credit.amount.model_copy(update={"amount": new})})
        text = f"{step.currency}{new:f}".replace(".", ",")
        _replace(
            fields,
            told[tag].model_copy(
                update={"tag": "32B", "name": NAMES["32B"], "lines": (text if "," in text else f"{text},",)}
            ),
        )


def _replace(fields: list[CreditField], field: CreditField) -> None:
    base = field.tag[:2] if field.tag[:2] in ("41", "42", "53", "57", "58") else field.tag
    place = next(
        (
            k
            for k, one in enumerate(fields)
            if one.tag == field.tag or (len(base) == 2 and one.tag[:2] == base and base == "41")
        ),
        None,
    )
    if place is None:
        fields.append(field)
    else:
        fields[place] = field


def _texts(fields: list[CreditField], change: CreditField, tag: str) -> list[str]:
    """Additions go to the end, replacements take the place of all; what is deleted must be found word for word."""
    left: list[str] = []
    for code, lines in _parts(change):
        place = next((k for k, one in enumerate(fields) if one.tag == tag), None)
        old = (
            fields[place]
            if place is not None
            else CreditField(tag=tag, name=NAMES[tag], lines=(), line=change.line)
        )
        new = _told(old, code, lines)
        if new is None:
            left.append(f"{change.tag} /{code or '?'}/ {' '.join(lines)}")
            continue
        changed = old.model_copy(update={"lines": new})
        if place is None:
            fields.append(changed)
        else:
            fields[place] = changed
    return left


def _parts(change: CreditField) -> list[tuple[str, tuple[str, ...]]]:
    out: list[tuple[str, list[str]]] = []
    for line in change.lines:
        match = _CODE.match(line)
        if match is not None:
            out.append((match[1], [match[2]] if match[2] else []))
        elif out:
            out[-1][1].append(line)
        else:
            out.append(("", [line]))
    return [(code, tuple(lines)) for code, lines in out]


def _told(old: CreditField, code: str, lines: tuple[str, ...]) -> tuple[str, ...] | None:
    """The field's lines afterwards; None where a person must work the words in."""
    if code == "REPALL":
        return lines
    if code == "ADD":
        marked = lines if not old.lines or lines[0].startswith("+") else (f"+ {lines[0]}", *lines[1:])
        return (*old.lines, *marked)
    if code == "DELETE":
        wanted = _folded(lines)
        for item in items(old):
            if _folded(item.lines) == wanted:
                first = item.line - old.line
                return (*old.lines[:first], *old.lines[first + len(item.lines) :])
    return None


def _folded(lines: tuple[str, ...]) -> str:
    return "".join(char for char in "".join(lines).upper() if char.isalnum())
