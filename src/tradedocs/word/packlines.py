"""Which clause of a review pack each paragraph of the file that came back belongs to.

The marks of an id line say which clause begins, never how far it goes: it goes up to the next id line. In order of
trust: the content control's tag or the bookmark, the words of the id line, the clause's own text. Every paragraph has
exactly one owner, and so has every character.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from tradedocs.model.clause import Language, normalised
from tradedocs.model.pack import PackClause, PackLine, PackManifest, whole_paragraphs
from tradedocs.model.packread import FoundBy
from tradedocs.word.layers import Layered
from tradedocs.word.packtokens import shown
from tradedocs.word.wording import pairs

Part = Literal["title", "text"]
_BEFORE, _AFTER = -1, -2
_ENOUGH = 0.5


class Owner(NamedTuple):
    """Whose a paragraph is.

    Attributes:
        clause: the number of the clause whose text it is; None for the pack's own words and what is outside.
        language, part: which of its texts.
        own: the pack's own line that it is; None for a paragraph of a clause, or outside.
        after: the clause under whose id line it stands.
        copy: whether it stands in a second copy of a clause.
    """

    clause: int | None = None
    language: Language | None = None
    part: Part | None = None
    own: PackLine | None = None
    after: int | None = None
    copy: bool = False


@dataclass
class Placed:
    """The owner of each paragraph, and how each clause was found.

    Attributes:
        owners: of each paragraph, in order.
        found_by: of each clause that is there.
        uncertain: the clauses about whose place its marks or its text disagree.
        copies: how often each clause stands there once more.
        order: the clauses in the order of the file.
        gone: the pack's own lines that are not there, each with its clause.
    """

    owners: list[Owner]
    found_by: dict[int, FoundBy] = field(default_factory=dict)
    uncertain: set[int] = field(default_factory=set)
    copies: dict[int, int] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)
    gone: list[tuple[int | None, PackLine]] = field(default_factory=list)


class _Start(NamedTuple):
    at: int
    clause: int
    copy: bool = False


class _Expected(NamedTuple):
    """A line that was sent, and the clause that it belongs to; None for the pack's own pages."""

    clause: int | None
    line: PackLine
    text: str


def placed(paragraphs: Sequence[Layered], manifest: PackManifest) -> Placed:
    """The owners of the paragraphs."""
    texts = [normalised(paragraph.text) for paragraph in paragraphs]
    out = Placed([Owner() for _ in paragraphs])
    starts, end = _starts(paragraphs, texts, manifest, out)
    known = {start.clause for start in starts}
    lost = [k for k in range(len(manifest.clauses)) if k not in known]
    spans = _spans(starts, end, len(paragraphs))
    for at, upto, clause, copy in spans:
        if copy:
            out.copies[clause] = out.copies.get(clause, 0) + 1
            for index in range(at, upto):
                out.owners[index] = Owner(after=clause, copy=True)
            continue
        expected = _expected(clause, lost, manifest, ended=end is not None, last=upto == len(paragraphs))
        _span(paragraphs, texts, range(at, upto), expected, out)
    _strayed(texts, lost, manifest, out)
    _ordered(out)
    return out


def _starts(
    paragraphs: Sequence[Layered], texts: Sequence[str], manifest: PackManifest, out: Placed
) -> tuple[list[_Start], int | None]:
    """Where the clauses begin, in the order of the file, and where the end line is."""
    tags = {clause.tag: k for k, clause in enumerate(manifest.clauses)} | {manifest.end_tag: _AFTER}
    names = {clause.bookmark: k for k, clause in enumerate(manifest.clauses)} | {
        manifest.end_bookmark: _AFTER
    }
    lines = {normalised(clause.lines[0].draft or ""): k for k, clause in enumerate(manifest.clauses)}
    lines |= {normalised(text): _AFTER for text in manifest.after[:1]}
    claims: dict[int, list[tuple[int, FoundBy]]] = {}
    for index, paragraph in enumerate(paragraphs):
        by: list[tuple[int, FoundBy]] = [(tags[tag], "control") for tag in paragraph.tags if tag in tags]
        by += [(names[name], "bookmark") for name in paragraph.bookmarks if name in names]
        by += [(lines[texts[index]], "id-line")] if texts[index] in lines else []
        for clause in dict.fromkeys(one for one, _ in by):
            claims.setdefault(clause, []).append((index, next(how for one, how in by if one == clause)))
        if len({one for one, _ in by}) > 1:
            out.uncertain |= {one for one, _ in by}
    starts, end = [], None
    for clause, found in claims.items():
        first = min(found, key=lambda one: _rank(paragraphs[one[0]], one[1]))
        if clause == _AFTER:
            end = first[0]
            continue
        out.found_by[clause] = first[1]
        starts += [_Start(index, clause, index != first[0]) for index, _ in found]
    return sorted(starts), end


def _rank(paragraph: Layered, how: FoundBy) -> tuple[bool, bool, bool]:
    """The original before a copy: a pasted id line is inserted text, and has no bookmark, for that is only once."""
    added = bool(paragraph.pieces) and all(piece.added is not None for piece in paragraph.pieces)
    return added, not any(name.startswith("td_") for name in paragraph.bookmarks), how == "id-line"


def _spans(starts: Sequence[_Start], end: int | None, count: int) -> Iterator[tuple[int, int, int, bool]]:
    """From where up to where each goes: the pages before, each clause, the pages after."""
    marks = [_Start(0, _BEFORE), *starts]
    if end is not None:
        marks = sorted([*marks, _Start(end, _AFTER)], key=lambda one: one.at)
    for mark, following in zip(marks, [*(one.at for one in marks[1:]), count], strict=True):
        yield mark.at, following, mark.clause, mark.copy


def _expected(
    clause: int, lost: Sequence[int], manifest: PackManifest, *, ended: bool, last: bool
) -> list[_Expected]:
    """What was sent from an id line on: its clause, and those behind it whose id line is nowhere."""
    out: list[_Expected] = []
    if clause == _BEFORE:
        out += _own(manifest.before)
    elif clause == _AFTER:
        return _own(manifest.after)
    else:
        out += _lines(clause, manifest.clauses[clause])
    following = max(clause, _BEFORE) + 1
    while following in lost:
        out += _lines(following, manifest.clauses[following])
        following += 1
    return out + (_own(manifest.after) if last and not ended else [])


def _own(texts: Sequence[str]) -> list[_Expected]:
    return [
        _Expected(None, PackLine(kind="note", draft=text, approved=text), normalised(text)) for text in texts
    ]


def _lines(number: int, clause: PackClause) -> list[_Expected]:
    return [_Expected(number, line, normalised(shown(line))) for line in clause.lines]


def _span(
    paragraphs: Sequence[Layered],
    texts: Sequence[str],
    span: range,
    expected: Sequence[_Expected],
    out: Placed,
) -> None:
    there = [index for index in span if texts[index]]
    found = pairs(_as_settled(expected, {texts[index] for index in there}), [texts[index] for index in there])
    owners: dict[int, _Expected] = {
        there[b]: expected[a] for a, b in found if a is not None and b is not None
    }
    for a, b in found:
        if a is not None and b is None and not expected[a].line.of_clause:
            out.gone.append((expected[a].clause, expected[a].line))
    _recognised(expected, found, out)
    above = expected[0].clause if expected else None
    for index in span:
        previous = out.owners[index - 1] if index > span.start else Owner(after=above)
        if (one := owners.get(index)) is not None:
            out.owners[index] = _as(one)
            continue
        following = next((owners[k] for k in range(index + 1, span.stop) if k in owners), None)
        joined = index > span.start and _joins(paragraphs[index - 1])
        out.owners[index] = _new(previous, following, joined=joined)


def _as_settled(expected: Sequence[_Expected], found: Set[str]) -> list[str]:
    """What was sent, each paragraph as it came back where our changes in it were accepted or rejected."""
    out = [one.text for one in expected]
    if all(text in found for text in out):
        return out
    lines = [one.line for one in expected]
    at = {id(line): k for k, line in enumerate(lines)}
    for taken in (False, True):
        for text, line in whole_paragraphs(lines, accepted=taken):
            if line.ours and out[at[id(line)]] not in found and normalised(text) in found:
                out[at[id(line)]] = normalised(text)
    return out


def _as(one: _Expected) -> Owner:
    if one.line.kind in ("title", "text"):
        part: Part = "title" if one.line.kind == "title" else "text"
        return Owner(one.clause, one.line.language, part, after=one.clause)
    return Owner(own=one.line, after=one.clause)


def _joins(paragraph: Layered) -> bool:
    """Whether in one of the views the paragraph runs on into the next."""
    return paragraph.added is not None or paragraph.deleted is not None


def _new(previous: Owner, following: _Expected | None, *, joined: bool) -> Owner:
    """Whose a paragraph is that was not sent: the text's that it goes on or begins, else nobody's."""
    if previous.part == "text" or (joined and previous.part is not None):
        return previous
    if following is not None and following.line.kind == "text":
        return _as(following)
    return Owner(after=previous.after)


def _recognised(
    expected: Sequence[_Expected], found: Sequence[tuple[int | None, int | None]], out: Placed
) -> None:
    """The clauses without an id line of whose text something is there."""
    matched = {a for a, b in found if a is not None and b is not None}
    for number in {one.clause for one in expected if one.clause is not None}:
        if number in out.found_by:
            continue
        own = [k for k, one in enumerate(expected) if one.clause == number and one.line.of_clause]
        there = [k for k in own if k in matched]
        if there:
            out.found_by[number] = "text"
        if there and len(there) < len(own):
            out.uncertain.add(number)


def _strayed(texts: Sequence[str], lost: Sequence[int], manifest: PackManifest, out: Placed) -> None:
    """The clauses without an id line whose text stands word for word under another one's."""
    for number in lost:
        if number in out.found_by:
            continue
        wanted = {one.text: one for one in _lines(number, manifest.clauses[number]) if one.line.of_clause}
        there = [k for k, text in enumerate(texts) if text in wanted]
        if there and len(there) >= _ENOUGH * len(wanted):
            out.found_by[number] = "text"
            out.uncertain.add(number)
            for index in there:
                out.owners[index] = _as(wanted[texts[index]])


def _ordered(out: Placed) -> None:
    for owner in out.owners:
        if not owner.copy and owner.after is not None and owner.after not in out.order:
            out.order.append(owner.after)
