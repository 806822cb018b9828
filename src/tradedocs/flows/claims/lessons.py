"""The user's job "what did claims teach": lessons over all claims, and those that touch the goods of a deal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

import yaml

from tradedocs.claims.eightd import CATEGORY
from tradedocs.errors import TradedocsError
from tradedocs.files import write_atomic
from tradedocs.flows.claims.closing import category_of
from tradedocs.flows.claims.record import all_claims
from tradedocs.flows.claims.underlying import matter_of
from tradedocs.flows.inspection import refuse_existing
from tradedocs.model.amount import Money
from tradedocs.model.claim import ClaimRecord
from tradedocs.model.deal import Deal
from tradedocs.model.goods import GoodsLine
from tradedocs.model.lessons import Learned, LessonGroup, LessonsBy, Touching
from tradedocs.model.settling import Lesson
from tradedocs.model.shapes import LocalText
from tradedocs.ui import say
from tradedocs.workspace import Workspace
from tradedocs.yamlfile import load, plain

_GOODS_KEY = re.compile(r"goods\[\d+\]")
_HS_DIGITS = 6
"""Of an HS code these digits are the same in every country."""


def lessons(workspace: Workspace, by: LessonsBy) -> tuple[LessonGroup, ...]:
    """Every claim of the workspace in its group, the largest group first.

    Raises:
        RefusedInput: there is no workspace, or its ledger is broken.
    """
    groups: dict[str, list[ClaimRecord]] = {}
    for record in all_claims(workspace).values():
        groups.setdefault(_name(record, workspace, by), []).append(record)
    made = (_group(name, records) for name, records in groups.items())
    return tuple(sorted(made, key=lambda one: (-one.claims, one.name)))


def _name(record: ClaimRecord, workspace: Workspace, by: LessonsBy) -> str:
    if by == "category":
        return CATEGORY[category_of(record)][0]
    if by == "supplier":
        return record.complaint.supplier or say("not named")
    if record.closing is not None and record.closing.goods is not None:
        return record.closing.goods.en
    try:
        return matter_of(record, workspace, on=record.opened).line.description.en
    except TradedocsError:  # the contract's file was moved: the claim's own word stands in
        return record.complaint.category_of_goods or say("contract {no}", no=record.contract.contract_no)


def _group(name: str, records: list[ClaimRecord]) -> LessonGroup:
    learned: dict[tuple[str, str, str | None], tuple[Lesson, list[str]]] = {}
    for record in records:
        for one in record.closing.lessons if record.closing is not None else ():
            key = (one.kind, one.change.en, one.value)
            learned.setdefault(key, (one, []))[1].append(record.complaint.number)
    ended = [record.closing for record in records if record.closing is not None]
    return LessonGroup(
        name=name, claims=len(records), closed=len(ended),
        refused=sum(one.ended == "refused" for one in ended), money=_money(records),
        lessons=tuple(
            Learned(lesson=one, claims=tuple(claims))
            for one, claims in sorted(learned.values(), key=lambda pair: -len(pair[1]))
        ),
    )  # fmt: skip


def _money(records: Iterable[ClaimRecord]) -> tuple[Money, ...]:
    """What was settled, one sum a currency."""
    sums: dict[str, Decimal] = {}
    for record in records:
        for promise in record.settlement.promises if record.settlement is not None else ():
            if promise.amount is not None:
                code = promise.amount.currency
                sums[code] = sums.get(code, Decimal(0)) + promise.amount.amount
    return tuple(Money(amount=sums[code], currency=code) for code in sorted(sums))


def touching(deal: Deal, workspace: Workspace) -> tuple[Touching, ...]:
    """The lessons of closed claims on goods like those of the deal; none without a workspace.

    Raises:
        RefusedInput: the ledger is broken.
    """
    if workspace.ledger is None:
        return ()
    return tuple(_touching(deal, all_claims(workspace).values()))


def _touching(deal: Deal, records: Iterable[ClaimRecord]) -> Iterator[Touching]:
    seen: set[tuple[str, str, int]] = set()
    for record in records:
        for place, line in enumerate(deal.goods, 1):
            why = _why(record, line)
            if record.closing is None or why is None:
                continue
            for lesson in record.closing.lessons:
                of_line = lesson.key is not None and _GOODS_KEY.match(lesson.key) is not None
                known = (lesson.kind, lesson.change.en, line.line if of_line else 0)
                found = _held_against(deal, place, line, record.complaint.number, lesson, why)
                if known not in seen and _fits(lesson, deal) and not _there(found):
                    seen.add(known)
                    yield found


def _fits(lesson: Lesson, deal: Deal) -> bool:
    """Whether the deal can take it: sampling plans are for lots of pieces."""
    return lesson.kind != "none" and (deal.by_pieces or lesson.kind not in ("aql", "level", "switching"))


def _there(found: Touching) -> bool:
    """Whether the deal holds it already."""
    if found.now is None or found.value is None:
        return False
    if found.lesson.kind == "aql":
        return Decimal(found.now) <= Decimal(found.value)
    wanted = plain(found.value, found.claim) if found.value.startswith("{") else None
    name = (wanted.get("name") or wanted.get("clause")) if isinstance(wanted, dict) else None
    return found.now == found.value or (name is not None and str(name) in found.now.split(", "))


def _why(record: ClaimRecord, line: GoodsLine) -> LocalText | None:
    """What a closed claim's goods share with a line; None where they are other goods."""
    closing = record.closing
    if closing is None:
        return None
    mine, theirs = _digits(line.hs_code), _digits(closing.hs_code)
    if len(mine) >= _HS_DIGITS and mine[:_HS_DIGITS] == theirs[:_HS_DIGITS]:
        return LocalText(en=f"HS code {line.hs_code}", zh=f"HS编码{line.hs_code}")
    name = _squeezed(line.description.en)
    if closing.goods is not None and _squeezed(closing.goods.en) == name:
        return LocalText(en="the same goods", zh="同种货物")
    category = record.complaint.category_of_goods
    if category is not None and f" {_squeezed(category)} " in f" {name} ":
        return LocalText(en=f"category {category}", zh=f"类别{category}")
    return None


def _digits(code: str | None) -> str:
    return "".join(char for char in code or "" if char.isdigit())


def _squeezed(text: str) -> str:
    return " ".join("".join(char if char.isalnum() else " " for char in text.casefold()).split())


def _held_against(
    deal: Deal, place: int, line: GoodsLine, claim: str, lesson: Lesson, why: LocalText
) -> Touching:
    """The lesson with its key turned to the line of this deal; a key that this deal does not have is left out."""
    key = _GOODS_KEY.sub(f"goods[{place}]", lesson.key) if lesson.key is not None else None
    now: str | None = None
    if key is not None:
        try:
            now = _value(deal, deal.steps(key))
        except ValueError:
            key = None
    return Touching(claim=claim, lesson=lesson, line=line.line, why=why, key=key, now=now, value=lesson.value)


def _value(deal: Deal, steps: tuple[str | int, ...]) -> str | None:
    found: object = deal.model_dump(mode="json", by_alias=False, exclude_none=True)
    for step in steps:
        if isinstance(found, dict):
            found = found.get(str(step))
        elif isinstance(found, list) and isinstance(step, int):
            found = found[step]
        if found is None:
            return None
    if isinstance(found, list):
        names = [
            str(one.get("name") or one.get("clause") or one) if isinstance(one, dict) else str(one)
            for one in found
        ]
        return ", ".join(names) or None
    return str(found) if not isinstance(found, dict) else yaml.safe_dump(
        found, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10_000
    ).strip()  # fmt: skip


def propose(path: Path, out: Path, workspace: Workspace) -> tuple[Touching, ...]:
    """Write what closed claims propose for a deal file, to be read and entered by hand. The deal file is not touched.

    Raises:
        InputError: the deal file holds errors.
        UsageError: a file stands where the proposal goes.
        RefusedInput: the ledger is broken.
    """
    refuse_existing(out)
    found = touching(load(path, Deal), workspace)
    proposals = [
        {
            "key": one.key, "now": one.now, ("add" if _list(one) else "proposed"): one.value,
            "clause": one.lesson.clause, "change": one.lesson.change.en, "line": one.line, "claim": one.claim,
            "because": one.why.en,
        }
        for one in found
    ]  # fmt: skip
    known = [{name: value for name, value in one.items() if value is not None} for one in proposals]
    data = {"deal": path.name, "proposals": known}
    head = say("What closed claims propose for {deal}. Nothing was changed: enter in the deal file what you take over.",
               deal=path.name)  # fmt: skip
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110)
    write_atomic(out, f"# {head}\n{text}".encode())
    return found


def _list(found: Touching) -> bool:
    """Whether the key holds a list, to which the value is added."""
    return found.key is not None and found.key.endswith(("characteristics", "clauses"))


def as_comments(found: Iterable[Touching]) -> tuple[str, ...]:
    """A line for each lesson, for the head of a deal file."""
    return tuple(
        say("claim {claim}, line {line} ({why}): {change}", claim=one.claim, line=one.line, why=one.why.en,
            change=one.lesson.change.en)
        for one in found
    )  # fmt: skip
