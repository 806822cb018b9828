"""The other side's paper for a terminal: what is grave first, then what is to be decided, then the rest in counts."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.formats.plain import plain
from tradedocs.formats.verify_text import edit_line, marked, proposal_line
from tradedocs.model.authority import Authority
from tradedocs.model.counterparty import Card, Comparison, Standing, ValueFound
from tradedocs.ui import say

_CUT = 90


def compare_text(found: Comparison) -> str:
    """Card by card; removed words stand in [-…-], added ones in {+…+}."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Comparison) -> Iterator[str]:
    yield _head(found)
    yield proof_line(found)
    yield from (say("problem: {what}", what=plain(one)) for one in found.problems)
    yield from (say("SILENT: {what}", what=plain(one)) for one in found.unseen)
    yield from (say("not compared: {what}", what=plain(one)) for one in found.not_compared)
    for card in found.cards:
        yield ""
        yield from _card(card)
    yield from _foreign(found)
    yield ""
    for author, text in found.comments:
        yield say("comment of {author}: {text}", author=plain(author) or "?", text=plain(text))
    yield _count(found)


def _head(found: Comparison) -> str:
    if found.kind == "foreign":
        return say("{file}: a paper of their own", file=plain(found.file))
    return say("contract {no}, {file}", no=found.contract_no, file=plain(found.file))


def proof_line(found: Comparison) -> str:
    """What the paper was held against."""
    return {
        "ledger": say("held against the text in the ledger"),
        "sent-file": say("held against the file that was sent; no ledger vouches for it"),
        "file": say("held against the text that the file itself carries; no ledger vouches for it"),
        "none": say("no contract of this program: its clauses are placed by their words"),
    }[found.proof]


def _card(card: Card) -> Iterator[str]:
    number = f"{card.number}. " if card.number else ""
    yield f"{', '.join(labels(card))}: {number}{plain(card.title)[:_CUT]}  [{card.ref}]"
    for hit in card.hits:
        yield f"  ! {plain(hit.what)}"
    yield from map(_value, card.values)
    if card.edits:
        yield say("  against what was sent:")
        yield from (f"  {edit_line(edit)}" for edit in card.edits)
    yield from map(proposal_line, card.proposals)
    if card.against and card.nearest is not None:
        yield say("  against the library ({position}):", position=card.nearest)
        for edit in card.against:
            yield f"    {edit.language or ''} {marked(edit.words)}"
    elif card.standing == "deviation" and card.nearest is not None and card.edits:
        yield say("  the nearest position is the one that was sent ({position})", position=card.nearest)
    yield f"  {decision(card)}"


def labels(card: Card) -> list[str]:
    """The words over a card: how it was done, then where it stands."""
    out = [say("FORBIDDEN")] if card.forbidden else []
    out += [say("SILENT")] if card.silent else []
    out.append(standing_word(card.standing))
    out += [say("moved")] if card.moved else []
    return out


def standing_word(standing: Standing) -> str:
    """The standing in words."""
    return {
        "unchanged": say("unchanged"), "trivial": say("trivial"), "standard": say("standard"),
        "fallback-1": say("fallback-1"), "fallback-2": say("fallback-2"), "deviation": say("deviation"),
        "missing": say("missing"), "new": say("new text"), "elsewhere": say("changed"),
    }[standing]  # fmt: skip


def _value(value: ValueFound) -> str:
    sent = say("was {sent}, ", sent=plain(value.sent)) if value.sent else ""
    ranges = f" ({value.ranges})" if value.ranges else ""
    return f"  {value.variable}: {sent}{say('now {found}', found=plain(value.found))}{ranges}"


def decision(card: Card) -> str:
    """Who may accept it, or who has."""
    if card.accepted is not None:
        one = card.accepted
        return say("accepted by {by} ({level}) on {day}, ledger row {row}: {reason}", by=plain(one.by),
                   level=one.authority, day=one.on, row=one.row, reason=plain(one.reason))  # fmt: skip
    if card.forbidden:
        return say("nobody may accept it")
    if card.within:
        return say("nothing to decide")
    return say("may be accepted by: {level}", level=level_word(card.needs))


def level_word(level: Authority | None) -> str:
    """The level in words."""
    return level if level is not None else say("nobody")


def _foreign(found: Comparison) -> Iterator[str]:
    if found.missing:
        yield ""
        yield say("missing: {ids}", ids=", ".join(found.missing))
    if found.placed:
        yield ""
        yield say(
            "as the library has it: {ids}",
            ids=", ".join(f"{one.id} ({one.position})" for one in found.placed),
        )
    if found.unplaced:
        yield ""
        yield say("no clause of the library:")
        yield from (f"  {plain(one)[:_CUT]}" for one in found.unplaced)


def _count(found: Comparison) -> str:
    grave = sum(card.grave and card.accepted is None for card in found.cards)
    done = sum(card.accepted is not None for card in found.cards)
    decide = sum(card.code == 10 for card in found.cards)
    return say("{grave} silent or forbidden, {decide} to decide, {done} accepted, {same} as they were sent",
               grave=grave, decide=decide, done=done, same=len(found.unchanged) + len(found.placed))  # fmt: skip
