"""A paper of the other side's own: its clauses placed in the library by their words, and held against the playbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from tradedocs.contract.choose import choose
from tradedocs.contract.ladder import Ladder, Said, judge, said_by
from tradedocs.contract.placing import Shelf, placed
from tradedocs.contract.terms import term_hits
from tradedocs.files import sha256_of
from tradedocs.library import Library, Register
from tradedocs.model.clause import Clause, Language
from tradedocs.model.counterparty import Card, Comparison, Placed
from tradedocs.model.deal import Deal
from tradedocs.model.playbook import Playbook
from tradedocs.ui import say
from tradedocs.word.paperblocks import Block, blocks_of
from tradedocs.word.returned import comments_in
from tradedocs.word.uncompared import uncompared
from tradedocs.word.unseen import unseen
from tradedocs.yamlfile import load

_LANGUAGES: tuple[Language, ...] = ("en", "zh")


def foreign(
    name: str, data: bytes, parts: Mapping[str, bytes], library: Library, register: Register, playbook: Playbook,
    day: date, deal: Path | None,
) -> Comparison:  # fmt: skip
    """Compare a paper that this program did not build.

    Raises:
        InputError: the deal holds errors.
        BuildError: the clauses of the deal do not fit together.
        RefusedInput: a part of the file is not well-formed.
    """
    chosen, said = _asked_for(library, deal)
    wanted = tuple(clause.id for clause in chosen) if deal is not None else playbook.must_have
    blocks = blocks_of(parts)
    found = placed([block.text for block in blocks], Shelf(library.clauses))
    known: dict[str, list[Block]] = {}
    for index, clause in found.items():
        known.setdefault(clause, []).append(blocks[index])

    def approved(clause: Clause) -> bool:
        return register.status(clause, day).state == "approved"

    judged = [
        _judged(clause, own, library, approved, playbook, said.get(clause, {}))
        for clause, own in known.items()
    ]
    unplaced = [block for index, block in enumerate(blocks) if index not in found]
    cards = [card for card in judged if not card.within]
    cards += _terms_elsewhere(unplaced, playbook)
    return Comparison(
        file=name,
        sha256=sha256_of(data),
        kind="foreign",
        contract_no=None,
        proof="none",
        cards=tuple(sorted(cards, key=lambda card: (not card.grave, card.standing != "deviation"))),
        placed=tuple(
            Placed(id=card.ref, title=card.title, position=card.nearest)
            for card in judged
            if card.within and card.nearest is not None
        ),
        missing=tuple(clause for clause in wanted if clause not in known),
        unplaced=tuple(_named(block) for block in unplaced),
        comments=comments_in(parts),
        problems=()
        if deal is not None
        else (
            say(
                "names, places and other values that are no numbers are not checked: name the deal with --deal"
            ),
        ),
        unseen=unseen(parts),
        not_compared=uncompared(parts),
    )


def _asked_for(library: Library, deal: Path | None) -> tuple[tuple[Clause, ...], Mapping[str, Said]]:
    """The clauses that the deal chooses, and what would stand in the places of their values."""
    if deal is None:
        return (), {}
    facts = load(deal, Deal)
    chosen = choose(facts, library)
    return chosen, {clause.id: said_by(clause, facts, _LANGUAGES) for clause in chosen}


def _judged(
    name: str, blocks: Sequence[Block], library: Library, approved: Callable[[Clause], bool], playbook: Playbook,
    said: Said,
) -> Card:  # fmt: skip
    lines = [line for block in blocks for line in block.lines]
    texts = {
        language: own
        for language in _LANGUAGES
        if (own := tuple(text for tongue, text in lines if tongue == language))
    }
    positions = tuple(library.get(name, one) for one in library.positions(name))
    found = judge(texts, Ladder(positions, approved, said=said))
    hits = (*found.hits, *term_hits([text for _, text in lines], (), playbook))
    forbidden = any(hit.forbids for hit in hits)
    return Card(
        ref=name, id=name, number=blocks[0].number, title=blocks[0].title, standing=found.standing,
        nearest=found.nearest, against=found.against, values=found.values, hits=hits,
        needs=None if forbidden else "legal" if hits and found.needs == "sales" else found.needs,
        returned_sha256=sha256_of("\n".join(text for _, text in lines).encode()),
    )  # fmt: skip


def _terms_elsewhere(blocks: Sequence[Block], playbook: Playbook) -> Iterator[Card]:
    """A text that has no place in the library is read for the words of the playbook all the same."""
    for count, block in enumerate(blocks, 1):
        hits = tuple(term_hits([block.text], (), playbook))
        if hits:
            yield Card(
                ref=f"new-{count}", id=None, number=block.number, title=block.title, standing="new", hits=hits,
                needs=None if any(hit.forbids for hit in hits) else "legal",
                returned_sha256=sha256_of(block.text.encode()),
            )  # fmt: skip


def _named(block: Block) -> str:
    number = f"{block.number}. " if block.number else ""
    more = len(block.lines) - 1
    return number + block.title + (say(" (and {n} more paragraphs)", n=more) if more else "")
