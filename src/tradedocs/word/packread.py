"""A review pack that came back, held against the manifest of what was sent.

The marks of tracked changes are never trusted. Every paragraph of the body gets exactly one owner (a clause, the
pack's own words, or nobody), every word of each text one origin, and what no mark explains is a silent edit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from lxml import etree

from tradedocs.model.clause import Language, normalised
from tradedocs.model.pack import PackClause, PackLine, PackManifest
from tradedocs.model.packread import OutsideText, ReviewClause, ReviewComment, ReviewMark, ReviewText
from tradedocs.ui import say
from tradedocs.word.layers import Layered, layered
from tradedocs.word.package import DOCUMENT
from tradedocs.word.packcomments import comments_of
from tradedocs.word.packlines import Owner, Part, Placed, placed
from tradedocs.word.packstream import Stream, stream
from tradedocs.word.text import HEADERS_AND_NOTES, paragraph_texts
from tradedocs.word.tracked import accepted, proposals, rejected
from tradedocs.word.xml import parse, w

LANGUAGES: tuple[Language, ...] = ("en", "zh")
PARTS: tuple[Part, ...] = ("title", "text")
_Key = tuple[Language, Part]
Belongs = Literal["clause", "boilerplate", "outside"]


@dataclass(frozen=True)
class Found:
    """What `compared_pack` finds; model.packread.PackRead says what each part is."""

    clauses: tuple[ReviewClause, ...]
    outside: tuple[OutsideText, ...]
    boilerplate: tuple[ReviewMark, ...]
    loose: tuple[ReviewComment, ...]
    not_compared: tuple[str, ...]
    characters: dict[Belongs, int]


def compared_pack(parts: Mapping[str, bytes], manifest: PackManifest) -> Found:
    """Hold the parts of a file against what was sent.

    Raises:
        RefusedInput: a part is not well-formed.
    """
    root = parse(parts[DOCUMENT], DOCUMENT)
    body = layered(root)
    paragraphs = body.paragraphs
    place = placed(paragraphs, manifest)
    comments = _answered(comments_of(parts, body.anchors), manifest.author)
    about = _comment_owners(paragraphs, place)
    by_clause: dict[int | None, list[ReviewComment]] = {}
    for comment in comments:
        by_clause.setdefault(_under(comment, about, comments), []).append(comment)
    moved, parts_of = _moved(place.order), _parts_of(place)
    clauses = tuple(
        _clause(
            number,
            manifest,
            {
                key: [paragraphs[index] for index in places]
                for key, places in parts_of.get(number, {}).items()
            },
            place,
            tuple(by_clause.get(number, ())),
            moved=number in moved,
        )
        for number in range(len(manifest.clauses))
    )
    return Found(
        clauses=clauses,
        outside=tuple(_outside(paragraphs, place, manifest)),
        boilerplate=(*_boilerplate(paragraphs, place, manifest), *_around(parts, manifest)),
        loose=tuple(by_clause.get(None, ())),
        not_compared=tuple(_not_compared(parts, root, paragraphs, manifest.author)),
        characters=_characters(paragraphs, place),
    )


def _clause(
    number: int, manifest: PackManifest, own: Mapping[_Key, Sequence[Layered]], place: Placed,
    comments: tuple[ReviewComment, ...], *, moved: bool,
) -> ReviewClause:  # fmt: skip
    sent = manifest.clauses[number]
    read = {
        (language, part): stream(
            _sent(sent, language, part), own.get((language, part), []), manifest.author, language
        )
        for language in LANGUAGES
        for part in PARTS
    }
    texts = tuple(
        _text(sent, language, read[language, "title"], read[language, "text"]) for language in LANGUAGES
    )
    marks = tuple(mark for one in read.values() for mark in one.marks)
    ours = tuple(change for one in read.values() for change in one.ours)
    copies = place.copies.get(number, 0)
    gone = not any(any(text.final) for text in texts)
    removed = None if not gone else "silent" if any(mark.silent for mark in marks) or not marks else "tracked"
    settled = any(mark.silent for mark in marks) or any(one.fate != "pending" for one in ours)
    explained = settled or all(text.as_approved and text.as_sent for text in texts)
    return ReviewClause.model_validate({
        "clause": sent.clause, "position": sent.position, "version": sent.version, "title": sent.title.en,
        "found_by": place.found_by.get(number), "certain": number not in place.uncertain and explained,
        "moved": moved, "removed": removed, "copies": copies, "texts": texts, "marks": marks, "ours": ours,
        "comments": comments,
    })  # fmt: skip


def _parts_of(place: Placed) -> dict[int, dict[_Key, list[int]]]:
    """The paragraphs of each text of each clause."""
    out: dict[int, dict[_Key, list[int]]] = {}
    for index, owner in enumerate(place.owners):
        if owner.clause is not None and owner.language is not None and owner.part is not None:
            out.setdefault(owner.clause, {}).setdefault((owner.language, owner.part), []).append(index)
    return out


def _sent(clause: PackClause, language: Language, part: str) -> list[PackLine]:
    return [line for line in clause.lines if line.kind == part and line.language == language]


def _text(sent: PackClause, language: Language, title: Stream, text: Stream) -> ReviewText:
    rejected, ours, final = (
        (" ".join(heading), *paragraphs)
        for heading, paragraphs in (
            (title.rejected, text.rejected),
            (title.ours_taken, text.ours_taken),
            (title.final, text.final),
        )
    )
    draft = _folded(sent.text(language, accepted=True))
    return ReviewText(
        language=language, rejected=rejected, ours=ours, final=final,
        as_approved=_folded(rejected) == _folded(sent.text(language, accepted=False)),
        as_sent=_folded(ours) == draft, changed=_folded(final) != draft,
    )  # fmt: skip


def _folded(texts: Sequence[str]) -> list[str]:
    return [text for text in map(normalised, texts) if text]


def _moved(order: Sequence[int]) -> set[int]:
    """The clauses out of order: the fewest whose removal leaves the rest in order."""
    best: list[tuple[int, ...]] = []
    for number in order:
        longest = max((one for one in best if one[-1] < number), key=len, default=())
        best.append((*longest, number))
    kept = max(best, key=len, default=())
    return set(order) - set(kept)


def _answered(comments: tuple[ReviewComment, ...], author: str) -> tuple[ReviewComment, ...]:
    """Without our own that nobody answered or resolved."""
    replied = {comment.reply_to for comment in comments}
    return tuple(one for one in comments if one.author != author or one.resolved or one.id in replied)


def _comment_owners(paragraphs: Sequence[Layered], place: Placed) -> dict[str, int | None]:
    out: dict[str, int | None] = {}
    for paragraph, owner in zip(paragraphs, place.owners, strict=True):
        for name in paragraph.comments:
            out.setdefault(name, None if owner.copy else owner.after)
    return out


def _under(
    comment: ReviewComment, about: Mapping[str, int | None], comments: Sequence[ReviewComment]
) -> int | None:
    """The clause that a comment is about; a reply has no place of its own in some programs."""
    if (found := about.get(comment.id)) is not None or comment.reply_to is None:
        return found
    return about.get(comment.reply_to)


def _outside(paragraphs: Sequence[Layered], place: Placed, manifest: PackManifest) -> Iterator[OutsideText]:
    """The text that is nobody's, paragraph by paragraph, each stretch with whoever inserted it."""
    for paragraph, owner in zip(paragraphs, place.owners, strict=True):
        if _belongs(owner) != "outside":
            continue
        after = None if owner.after is None else manifest.clauses[owner.after].clause
        pieces = (piece for piece in paragraph.pieces if piece.deleted is None or piece.added is None)
        for author, group in groupby(
            pieces, lambda piece: _teller(piece.added.author if piece.added else None, manifest)
        ):
            text = normalised("".join(piece.text for piece in group))
            if text:
                yield OutsideText(
                    after=after, text=text, author=author, copy_of=after if owner.copy else None
                )


def _teller(author: str | None, manifest: PackManifest) -> str | None:
    """Whoever a mark names; nobody where it carries our name, for we sent no such text."""
    return None if author == manifest.author else author


def _boilerplate(
    paragraphs: Sequence[Layered], place: Placed, manifest: PackManifest
) -> Iterator[ReviewMark]:
    """Changes of the pack's own words; they are no clause text, but a lawyer may have answered there."""
    for paragraph, owner in zip(paragraphs, place.owners, strict=True):
        if owner.own is not None and not _as_it_was(paragraph, owner.own):
            for mark in stream([owner.own], [paragraph], manifest.author, None).marks:
                yield mark.model_copy(update={"place": _where(owner.after, owner.own, manifest)})
    for after, line in place.gone:
        yield ReviewMark(silent=True, place=_where(after, line, manifest), removed=line.draft or "")


def _as_it_was(paragraph: Layered, line: PackLine) -> bool:
    settled = all(piece.added is None and piece.deleted is None for piece in paragraph.pieces)
    return settled and not (paragraph.added or paragraph.deleted) and paragraph.text == line.draft


def _where(after: int | None, line: PackLine, manifest: PackManifest) -> str:
    names = {
        "id": say("id line"),
        "label": say("label"),
        "note": say("note"),
        "title": say("title"),
        "text": say("text"),
    }
    clause = "" if after is None else f"{manifest.clauses[after].clause} "
    return f"{clause}{names[line.kind]}"


def _around(parts: Mapping[str, bytes], manifest: PackManifest) -> Iterator[ReviewMark]:
    """Headers, footers and notes: a text that went, one that came, and what is proposed there."""
    place = say("header, footer or note")
    then = {normalised(text) for text in manifest.around}
    now = set()
    for name in sorted(parts):
        if not HEADERS_AND_NOTES.fullmatch(name):
            continue
        base, final = (_whole(view(parse(parts[name], name))) for view in (rejected, accepted))
        now.add(base)
        if base not in then and base:
            yield ReviewMark(silent=True, place=place, added=base)
        if final != base:
            first = next(iter(proposals(parse(parts[name], name))))
            yield ReviewMark(
                silent=False, author=first.author, on=first.on, place=place, removed=base, added=final
            )
    for text in sorted(then - now):
        yield ReviewMark(silent=True, place=place, removed=text)


def _whole(root: etree._Element) -> str:
    return normalised("\n".join(paragraph_texts(root)))


def _not_compared(
    parts: Mapping[str, bytes], root: etree._Element, paragraphs: Sequence[Layered], author: str
) -> Iterator[str]:
    foreign = sum(1 for _ in root.iter(w("altChunk"), w("subDoc")))
    if foreign:
        yield say("text that Word takes from other parts of the file: {n} places", n=foreign)
    boxed = sum(bool(one.text.strip()) for one in paragraphs if one.boxed)
    if boxed:
        yield say("text boxes: {n} paragraphs, told as text outside the clauses", n=boxed)
    pictures = sum(one.text.count("\N{OBJECT REPLACEMENT CHARACTER}") for one in paragraphs)
    if pictures:
        yield say("pictures or embedded objects in the body: {n}", n=pictures)
    changed = sorted({who.author for one in paragraphs for who in one.reformatted} - {author})
    if changed:
        yield say("changes of look, by: {authors}", authors=", ".join(changed))
    chunks = sorted(name for name in parts if name.startswith("word/embeddings/"))
    if chunks:
        yield say("embedded files: {names}", names=", ".join(chunks))


def _belongs(owner: Owner) -> Belongs:
    return "clause" if owner.clause is not None else "boilerplate" if owner.own is not None else "outside"


def _characters(paragraphs: Sequence[Layered], place: Placed) -> dict[Belongs, int]:
    out: dict[Belongs, int] = {"clause": 0, "boilerplate": 0, "outside": 0}
    for paragraph, owner in zip(paragraphs, place.owners, strict=True):
        out[_belongs(owner)] += len(paragraph.text) + len(paragraph.hidden)
    return out
