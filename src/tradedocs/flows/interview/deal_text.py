"""Answers → a commented deal.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from tradedocs.flows.interview.choices import DOCUMENTS, PLANS
from tradedocs.flows.interview.question import Answers
from tradedocs.ui import say

_WIDTH = 110
_PLAIN = ("contract_no", "date", "place", "our_side", "language", "prevailing")


class _Dumper(yaml.SafeDumper):
    """Texts without quotes where a deal file needs none: there every scalar is the text that was written."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  the base class has it so

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:
        return super().increase_indent(flow, False)


def deal_text(answers: Answers) -> str:
    """The deal file of these answers: each part with a line that says what it is."""
    parts = [f"# {line}\n" for line in _head()]
    for key, value in _deal(answers).items():
        comment = _comments().get(key)
        text = yaml.dump({key: value}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
        gap = "" if key in _PLAIN[1:] else "\n"
        parts.append(f"{gap}# {comment}\n{text}" if comment else f"{gap}{text}")
    return "".join(parts)


def commented(notes: tuple[str, ...]) -> str:
    """What earlier claims taught about such goods, as comment; empty where they taught nothing."""
    if not notes:
        return ""
    lines = (
        say("What closed claims taught about such goods. Nothing here was changed because of it:"),
        *notes,
    )
    return "".join(f"# {line}\n" for line in lines) + "#\n"


def _head() -> tuple[str, ...]:
    return (
        say("Made by `tradedocs deal new`. Change it freely; `tradedocs deal check` says what does not fit."),
        say("All keys are described in docs/deal.md."),
    )


def _comments() -> dict[str, str]:
    return {
        "our_side": say("seller or buyer: on which side we stand"),
        "goods": say("`require` is the limit that reports are checked against"),
        "delivery": say("Incoterms® 2020 rule with its named place"),
        "shipment": say("the first and the last day of shipment, both included"),
        "payment": say("the shares make 100 %"),
        "letter_of_credit": say("what the buyer's credit must be like"),
        "inspection": say("who inspects before shipment, by which plan, and with what effect"),
        "documents": say("what the seller presents"),
        "law": say("the law of the contract"),
        "disputes": say("negotiation, then arbitration"),
    }


def _deal(answers: Answers) -> dict[str, Any]:
    """The keys of the deal file in their order."""
    out: dict[str, Any] = {key: answers[key] for key in _PLAIN if answers.get(key)}
    out |= {key: _whole(answers[key]) for key in ("seller", "buyer", "currency") if key in answers}
    out["goods"] = [_whole(line) for line in answers.get("goods", [])]
    out["delivery"] = _whole(answers["delivery"])
    out["shipment"] = {"window": _whole(answers["shipment"])}
    out["payment"] = [dict(part) for part in PLANS[answers["payment"]][1]]
    if "letter_of_credit" in answers:
        out["letter_of_credit"] = _whole(answers["letter_of_credit"])
    out["inspection"] = _inspection(answers["inspection"])
    out["documents"] = list(_documents(answers))
    out |= {key: _whole(answers[key]) for key in ("law", "disputes")}
    return out


def _whole(value: Any) -> Any:
    """Without what was left empty."""
    if isinstance(value, dict):
        kept = {key: _whole(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in ("", {}, [])}
    if isinstance(value, list):
        return [_whole(item) for item in value]
    return value


def _inspection(answers: Answers) -> dict[str, Any]:
    bodies = [part.strip() for part in answers["bodies"].split(",") if part.strip()]
    out: dict[str, Any] = {"bodies": bodies, "place": _whole(answers["place"])}
    if answers["by"] == "pieces":
        out["level"] = answers["level"]
        out["aql"] = {grade: answers[grade] for grade in ("critical", "major", "minor")}
    else:
        out["standard"] = answers["standard"]
    return out | {key: answers[key] for key in ("cost", "effect")}


def _documents(answers: Answers) -> Iterator[dict[str, str]]:
    for name in answers.get("documents", []):
        words = DOCUMENTS[name]
        yield {"en": words.en, **({"zh": words.zh} if words.zh is not None else {})}
    yield from answers.get("more_documents", [])
