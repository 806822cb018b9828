"""Credits for tests: the sample of sugar, with fields put otherwise."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tradedocs.credit.case import CreditCase
from tradedocs.credit.fin import Message, messages
from tradedocs.credit.judge import findings_of
from tradedocs.credit.read import credit_of, joined_message, kind_of
from tradedocs.model.credit import Credit, CreditFinding
from tradedocs.model.deal import Deal

SAMPLES = Path(__file__).parent.parent.parent / "samples" / "white-sugar"
CLEAN = (SAMPLES / "credit.txt").read_text(encoding="utf-8")
DAY = date(2026, 8, 1)


def deal(**changes: Any) -> Deal:
    """The deal of the sample, with keys put otherwise."""
    data = yaml.safe_load((SAMPLES / "deal.yaml").read_text(encoding="utf-8"))
    told = {key: value for key, value in {**data, **changes}.items() if value is not None}
    return Deal.model_validate(_spelled(told))


def _spelled(value: Any) -> Any:
    """YAML's own days and numbers as the texts that the file spells."""
    if isinstance(value, dict):
        return {key: _spelled(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_spelled(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def without(text: str, tag: str) -> str:
    """The message without a field."""
    return put(text, tag, None)


def put(text: str, tag: str, value: str | None) -> str:
    """The message with a field put otherwise, or left out, or added before the end."""
    lines, out, skipping, done = text.split("\n"), [], False, False
    for line in lines:
        if line.startswith((":", "-}")):
            skipping = line.startswith(f":{tag}:")
            if skipping:
                done = True
                out += [] if value is None else f":{tag}:{value}".split("\n")
            elif line.startswith("-}") and not done and value is not None:
                out += f":{tag}:{value}".split("\n")
        if not skipping:
            out.append(line)
    return "\n".join(out)


def read(text: str) -> tuple[Credit, Message]:
    """The credit of a text."""
    found = messages(text)
    first = next(one for one in found if kind_of(one) in ("700", "710"))
    kind = kind_of(first) or ""
    whole = joined_message(first, tuple(one for one in found if one is not first), kind)
    return credit_of(whole, kind), whole


def judged(text: str, on: Deal | None = None, day: date = DAY) -> tuple[CreditFinding, ...]:
    """What the rules say of a text."""
    credit, message = read(text)
    return findings_of(CreditCase(credit, message, on or deal(), day))


def told(text: str, on: Deal | None = None, day: date = DAY) -> list[tuple[str, str, str]]:
    """Rule, weight and field of every finding."""
    return [(one.rule, one.weight, one.tag) for one in judged(text, on, day)]
