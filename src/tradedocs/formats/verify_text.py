"""What a contract file that came back says otherwise, for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tradedocs.formats.plain import plain
from tradedocs.model.revision import ClauseFound, Edit, Proposal, Returned, Words
from tradedocs.ui import say

_KEPT = 40


def verify_text(returned: Returned) -> str:
    """Clause by clause, then everything else; removed words stand in [-…-], added ones in {+…+}."""
    return "\n".join(_lines(returned)) + "\n"


def _lines(returned: Returned) -> Iterator[str]:
    yield say("contract {no}, {file}", no=returned.contract_no, file=plain(returned.file))
    yield (
        say("held against the text in the ledger")
        if returned.proof == "ledger"
        else say("held against the text that the file itself carries; no ledger vouches for it")
    )
    yield from (say("problem: {what}", what=problem) for problem in returned.problems)
    for clause in returned.clauses:
        if clause.touched:
            yield ""
            yield from _clause(clause)
    if returned.elsewhere or returned.proposals:
        yield ""
        yield say("outside the clauses (cover, annexes, headers)")
        yield from map(edit_line, returned.elsewhere)
        yield from map(proposal_line, returned.proposals)
    yield ""
    for author, text in returned.comments:
        yield say("comment of {author}: {text}", author=plain(author) or "?", text=plain(text))
    yield _count(returned)


def _clause(clause: ClauseFound) -> Iterator[str]:
    states = [_word(clause.state)] if clause.state != "untouched" or not clause.moved else []
    states += [say("moved")] if clause.moved else []
    number = f"{clause.number}. " if clause.number else ""
    version = f" ({clause.id} {clause.version})" if clause.id else ""
    yield f"{', '.join(states)}: {number}{plain(clause.title)}{version}"
    yield from map(edit_line, clause.edits)
    yield from map(proposal_line, clause.proposals)


def _word(state: str) -> str:
    return {
        "untouched": say("untouched"), "edited": say("edited"), "removed": say("removed"), "foreign": say("foreign"),
    }[state]  # fmt: skip


def edit_line(edit: Edit) -> str:
    """One difference."""
    where = " ".join(part for part in (edit.number, edit.language) if part)
    how = how_word(edit)
    text = say("moved: {text}", text=plain(edit.words[0].text)) if edit.moved else marked(edit.words)
    return f"  {where + ' ' if where else ''}[{how}] {text}"


def how_word(edit: Edit) -> str:
    """Whether the file shows the change."""
    return say("proposed") if edit.tracked else say("not tracked")


def marked(words: tuple[Words, ...]) -> str:
    """The changed words with a little of what stands around them."""
    out = []
    for index, piece in enumerate(words):
        text = plain(piece.text) or " "
        blank = (piece.text[:1].isspace(), piece.text[-1:].isspace())
        text = f"{' ' if blank[0] else ''}{text.strip()}{' ' if blank[1] else ''}"
        if piece.kind == "removed":
            out.append(f"[-{text}-]")
        elif piece.kind == "added":
            out.append(f"{{+{text}+}}")
        else:
            out.append(_shortened(text, first=index == 0, last=index == len(words) - 1))
    return "".join(out)


def _shortened(text: str, *, first: bool, last: bool) -> str:
    if first and last:
        return text
    if first and len(text) > _KEPT:
        return f"… {text[-_KEPT:].lstrip()}"
    if last and len(text) > _KEPT:
        return f"{text[:_KEPT].rstrip()} …"
    if len(text) > 2 * _KEPT + 3:
        return f"{text[:_KEPT].rstrip()} … {text[-_KEPT:].lstrip()}"
    return text


def proposal_line(proposal: Proposal) -> str:
    """One tracked change."""
    return f"    {proposal_words(proposal)}"


def proposal_words(proposal: Proposal) -> str:
    """Who proposes what, and when."""
    kind = {"inserts": say("inserts"), "deletes": say("deletes"), "reformats": say("changes the look of")}
    on = f", {plain(proposal.on)}" if proposal.on else ""
    return f"{plain(proposal.author) or '?'}{on} {kind[proposal.kind]} {plain(proposal.text) or '¶'!r}"


def _count(returned: Returned) -> str:
    states = Counter(clause.state for clause in returned.clauses)
    counted = [f"{count} {_word(state)}" for state, count in states.items()]
    moved = sum(clause.moved for clause in returned.clauses)
    return say(
        "clauses: {counted}", counted=", ".join([*counted, *([f"{moved} {say('moved')}"] if moved else [])])
    )
