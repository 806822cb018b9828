"""A contract file that came back, clause by clause: untouched, edited, removed, foreign, moved.

The marks of tracked changes are never trusted. The file with all of them rejected is held against what was sent,
which shows what was changed without a mark; the file with all of them accepted is held against that, which shows what
is proposed. A reader of the marks alone would miss the first, and the first is what costs money.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from tradedocs.model.clause import Language, normalised
from tradedocs.model.contract import Article, Passport
from tradedocs.model.revision import ClauseFound, Edit, Proposal, Read, Words
from tradedocs.model.sent import SentText
from tradedocs.word.lines import FoundLine, SentLine, View, found_lines, sent_lines
from tradedocs.word.matching import Match, matched, out_of_order
from tradedocs.word.package import DOCUMENT
from tradedocs.word.styles import with_our_ids
from tradedocs.word.text import HEADERS_AND_NOTES, paragraph_texts
from tradedocs.word.tracked import accepted, proposals, rejected
from tradedocs.word.wording import changed_words
from tradedocs.word.xml import parse, w

COMMENTS = "word/comments.xml"


@dataclass(frozen=True)
class Compared:
    """What `compared` finds; model.revision.Returned says what each part is."""

    clauses: tuple[ClauseFound, ...]
    elsewhere: tuple[Edit, ...]
    proposals: tuple[Proposal, ...]
    comments: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class _Reading:
    """One view of the body: its paragraphs, and which of the sent ones they are."""

    lines: tuple[FoundLine, ...]
    match: Match
    astray: frozenset[int]

    def text(self, place: int) -> str | None:
        index = self.match.found_of.get(place)
        return None if index is None else self.lines[index].text


def compared(parts: Mapping[str, bytes], passport: Passport, sent: SentText) -> Compared:
    """Hold the parts of a file against what was sent.

    Raises:
        RefusedInput: a part is not well-formed.
    """
    parts = with_our_ids(parts)
    places = sent_lines(sent, passport.languages)
    final = _reading(parts, places, accepted)
    # An addendum shows the changes that it makes as tracked ones; what it says is how it reads with them.
    base = final if passport.amends else _reading(parts, places, rejected)
    owners = {} if passport.amends else _owners(_reading(parts, places, lambda root: root), places)
    reads = _reads(places, final)
    clauses = [
        _clause(index, article, places, base, final, owners.get(index, ())).model_copy(
            update={"reads": reads.get(index, ())}
        )
        for index, article in enumerate(sent.articles)
    ]
    foreign = [*_foreign(base, places, tracked=False), *_foreign(final, places, tracked=True, known=base)]
    outside = [*_edits(None, places, base, final), *_around(parts, sent)]
    clauses = [_with_extras(clause, k, places, base, final) for k, clause in enumerate(clauses)]
    outside += _extras(None, places, base, final)
    return Compared(
        (*clauses, *foreign),
        tuple(outside),
        (*owners.get(None, ()), *_around_proposals(parts)),
        comments_in(parts),
    )


def _reading(parts: Mapping[str, bytes], places: Sequence[SentLine], view: View) -> _Reading:
    root = view(parse(parts[DOCUMENT], DOCUMENT))
    numbers = {line.mark: line.number for line in places if line.mark and line.number}
    lines = found_lines(root, numbers)
    where = {line.mark: index for index, line in enumerate(places) if line.mark}
    match = matched(
        [line.text for line in places], [line.text for line in lines], [line.marks for line in lines], where
    )
    return _Reading(lines, match, out_of_order(match))


def _clause(
    index: int, article: Article, places: Sequence[SentLine], base: _Reading, final: _Reading,
    own: tuple[Proposal, ...],
) -> ClauseFound:  # fmt: skip
    mine = [k for k, line in enumerate(places) if line.article == index]
    edits = tuple(_edits(index, places, base, final))
    moved = _moved(mine, final)
    gone = all(k not in base.match.found_of for k in mine) or all(k not in final.match.found_of for k in mine)
    return ClauseFound(
        id=article.clause_id,
        version=article.version,
        number=article.paragraphs[0].number,
        title=_title(article),
        state="removed" if gone else "edited" if edits else "untouched",
        moved=moved,
        moved_silently=_moved(mine, base),
        edits=edits,
        proposals=own,
    )


def _reads(places: Sequence[SentLine], final: _Reading) -> dict[int | None, tuple[Read, ...]]:
    """The text of each article with everything accepted; a clause that came in belongs to none."""
    out: dict[int | None, list[Read]] = {}
    at: int | None = None
    theirs = False
    for index, line in enumerate(final.lines):
        place = final.match.sent_of.get(index)
        if place is not None:
            at, theirs = places[place].article, False
            out.setdefault(at, []).append(
                Read(language=places[place].language or _language(line.text), text=line.text)
            )
            continue
        theirs = theirs or line.heading
        if not theirs and line.text:
            out.setdefault(at, []).append(Read(language=_language(line.text), text=line.text))
    return {article: tuple(lines) for article, lines in out.items()}


def _language(text: str) -> Language:
    return "zh" if any("\u3400" <= char <= "\u9fff" for char in text) else "en"


def _title(article: Article) -> str:
    heading = article.paragraphs[0]
    return heading.text("en") or heading.text("zh")


def _moved(mine: Sequence[int], reading: _Reading) -> bool:
    there = [place for place in mine if place in reading.match.found_of]
    return bool(there) and set(there) <= reading.astray


def _edits(
    article: int | None, places: Sequence[SentLine], base: _Reading, final: _Reading
) -> Iterator[Edit]:
    """What differs in the paragraphs that were sent: first without a mark, then as it is proposed."""
    mine = [k for k, line in enumerate(places) if line.article == article]
    whole = article is not None and _moved(mine, base)
    for place in mine:
        line, was, proposed = places[place], base.text(place), final.text(place)
        if was != line.text:
            yield _edit(line, line.text, was or "", tracked=False)
        elif place in base.astray and not whole:
            yield _edit(line, line.text, line.text, tracked=False, moved=True)
        if proposed != was:
            yield _edit(line, was or "", proposed or "", tracked=True)


def _edit(line: SentLine | None, old: str, new: str, *, tracked: bool, moved: bool = False) -> Edit:
    words = (Words(kind="same", text=old),) if moved else changed_words(old, new)
    return Edit(
        number=line.number if line else None, language=line.language if line else None, words=words,
        tracked=tracked, moved=moved,
    )  # fmt: skip


def _runs(
    reading: _Reading, places: Sequence[SentLine]
) -> Iterator[tuple[int | None, list[FoundLine], bool]]:
    """Each run of new paragraphs: the article that it stands in, its lines, and whether it begins a clause."""
    match, at = reading.match, None
    numbered = range(len(reading.lines))
    for new, group in groupby(numbered, lambda k: k not in match.sent_of):
        indexes = list(group)
        if not new:
            at = places[match.sent_of[indexes[-1]]].article
            continue
        lines = [reading.lines[k] for k in indexes]
        yield at, lines, any(line.heading for line in lines)


def _with_extras(
    clause: ClauseFound, index: int, places: Sequence[SentLine], base: _Reading, final: _Reading
) -> ClauseFound:
    extras = tuple(_extras(index, places, base, final))
    if not extras:
        return clause
    state = "edited" if clause.state == "untouched" else clause.state
    return clause.model_copy(update={"edits": (*clause.edits, *extras), "state": state})


def _extras(
    article: int | None, places: Sequence[SentLine], base: _Reading, final: _Reading
) -> Iterator[Edit]:
    """New paragraphs that belong to an article, or to none."""
    before = Counter(_new_texts(article, places, base))
    for text in before.elements():
        yield _edit(None, "", text, tracked=False)
    for text in (Counter(_new_texts(article, places, final)) - before).elements():
        yield _edit(None, "", text, tracked=True)


def _new_texts(article: int | None, places: Sequence[SentLine], reading: _Reading) -> Iterator[str]:
    for at, lines, begins in _runs(reading, places):
        for line in _up_to_heading(lines) if begins else lines:
            if at == article:
                yield line.text


def _up_to_heading(lines: Sequence[FoundLine]) -> Sequence[FoundLine]:
    return lines[: next(k for k, line in enumerate(lines) if line.heading)]


def _foreign(
    reading: _Reading, places: Sequence[SentLine], *, tracked: bool, known: _Reading | None = None
) -> Iterator[ClauseFound]:
    """Clauses that came into the contract: new paragraphs from one that is styled as a heading on."""
    old = {line.text for line in known.lines} if known is not None else set()
    for _, lines, begins in _runs(reading, places):
        if not begins:
            continue
        own = [line for line in lines[len(_up_to_heading(lines)) :] if line.text not in old]
        if own:
            yield ClauseFound(
                id=None, version=None, number=None, title=own[0].text, state="foreign",
                reads=tuple(Read(language=_language(line.text), text=line.text) for line in own),
                edits=tuple(_edit(None, "", line.text, tracked=tracked) for line in own),
            )  # fmt: skip


def _owners(marked: _Reading, places: Sequence[SentLine]) -> dict[int | None, tuple[Proposal, ...]]:
    """The tracked changes by the article that they stand in."""
    out: dict[int | None, tuple[Proposal, ...]] = {}
    at: int | None = None
    for index, line in enumerate(marked.lines):
        place = marked.match.sent_of.get(index)
        at = places[place].article if place is not None else at
        out[at] = (*out.get(at, ()), *line.proposals)
    return {key: found for key, found in out.items() if found}


def _around(parts: Mapping[str, bytes], sent: SentText) -> Iterator[Edit]:
    """Headers, footers and notes: a text that went, and one that came."""
    now = {normalised("\n".join(paragraph_texts(root))) for root in _other_parts(parts)} - {""}
    then = {normalised(text) for text in sent.around}
    gone, come = sorted(then - now), sorted(now - then)
    for old, new in zip([*gone, *[""] * len(come)], [*come, *[""] * len(gone)], strict=True):
        if old or new:
            yield _edit(None, old, new, tracked=False)


def _other_parts(parts: Mapping[str, bytes]) -> Iterator[etree._Element]:
    for name in sorted(parts):
        if HEADERS_AND_NOTES.fullmatch(name):
            yield accepted(parse(parts[name], name))


def _around_proposals(parts: Mapping[str, bytes]) -> tuple[Proposal, ...]:
    roots = (parse(parts[name], name) for name in sorted(parts) if HEADERS_AND_NOTES.fullmatch(name))
    return tuple(one for root in roots for one in proposals(root))


def comments_in(parts: Mapping[str, bytes]) -> tuple[tuple[str, str], ...]:
    """(author, text) of each comment.

    Raises:
        RefusedInput: the part is not well-formed.
    """
    if COMMENTS not in parts:
        return ()
    root = parse(parts[COMMENTS], COMMENTS)
    return tuple(
        (comment.get(w("author"), ""), " ".join(paragraph_texts(comment)))
        for comment in root.iter(w("comment"))
    )
