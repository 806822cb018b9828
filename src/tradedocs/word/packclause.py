"""One clause in a review pack: its id line, its heading, what is said of it, and its text with our changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from tradedocs.errors import BuildError
from tradedocs.files import sha256_of
from tradedocs.model.clause import Clause, Language
from tradedocs.model.pack import Basis, PackClause, PackLine
from tradedocs.ui import say
from tradedocs.word.comments import Commenter
from tradedocs.word.markup import bookmark, control, joined, paragraph, run
from tradedocs.word.packtext import FAINT, NOTE, Title, text_of, title_of
from tradedocs.word.revisions import Marker, changed_runs
from tradedocs.word.text import normalised

LANGUAGES: tuple[Language, ...] = ("en", "zh")
_LABELS: dict[Language, str] = {"en": "English", "zh": "中文"}
_ID, _LABEL = "PackId", "PackLanguage"
_LONGEST_TAG = 64


@dataclass(frozen=True)
class Entry:
    """One clause for a pack.

    Attributes:
        clause: the text as it is now.
        state: where it stands, for the contents.
        old: the last approved text in each language; missing where the text is shown plain.
        basis: what the text of each language is shown against.
        notes: what a lawyer should know of it, as label and words.
        comments: what is said in comments on its heading.
    """

    clause: Clause
    state: str
    old: Mapping[Language, Clause]
    basis: Mapping[Language, Basis]
    notes: Sequence[tuple[str, str]] = ()
    comments: tuple[str, ...] = ()


class Hand(NamedTuple):
    """What our marks and our comments are written with."""

    marker: Marker
    commenter: Commenter


def tag_of(clause: Clause) -> str:
    """The tag of an id line: `td:quality.warranty@1.0.0`, for another position `…/fallback-1` behind it.

    Raises:
        BuildError: it is longer than Word keeps.
    """
    tag = f"td:{clause.id}@{clause.version}"
    tag += "" if clause.position == "standard" else f"/{clause.position}"
    if len(tag) > _LONGEST_TAG:
        raise BuildError(
            say("the id and version of clause {id} do not fit into a Word tag of {n} characters", id=clause.id,
                n=_LONGEST_TAG),
            way_out=say("Give the clause a shorter id."),
        )  # fmt: skip
    return tag


def bookmark_of(tag: str) -> str:
    """The bookmark of an id line: Word allows 40 characters, a letter first, no hyphens and no dots."""
    readable = re.sub(r"\W", "_", tag.removeprefix("td:").partition("@")[0])[:27]
    return f"td_{readable}_{sha256_of(tag.encode())[:8]}"


def clause_xml(entry: Entry, number: int, hand: Hand) -> tuple[Markup, PackClause]:
    """One clause from its id line on, and what the manifest says of it; `number` counts the clauses."""
    clause = entry.clause
    tag = tag_of(clause)
    name = bookmark_of(tag)
    words = f"{clause.id}  ·  {clause.position}  ·  {clause.version}  ·  sha256 {clause.sha256[:12]}"
    xml, lines = [id_line(number, tag, name, words)], [PackLine(kind="id", draft=normalised(words))]
    lines[0] = lines[0].model_copy(update={"approved": lines[0].draft})
    for written, line in _below(entry, hand):
        xml.append(written)
        lines.append(line)
    return joined(xml), PackClause(
        clause=clause.id, position=clause.position, version=clause.version, title=clause.title, sha256=clause.sha256,
        languages={language: clause.sha256_of(language) for language in LANGUAGES}, basis=dict(entry.basis),
        approved_sha256={language: old.sha256_of(language) for language, old in entry.old.items()},
        tag=tag, bookmark=name, lines=tuple(lines),
    )  # fmt: skip


def _below(entry: Entry, hand: Hand) -> Iterator[tuple[Markup, PackLine]]:
    """What stands under the id line: the heading, what is said of the clause, and the text of each language."""
    yield _title(title_of(entry.clause, entry.old.get("en"), "en"), entry.comments, hand)
    for label, words in entry.notes:
        runs = run(f"{label}: ", "en", FAINT), run(words, "en")
        yield paragraph(NOTE, *runs), _ours("note", f"{label}: {words}")
    for language in LANGUAGES:
        old = entry.old.get(language)
        label = paragraph(_LABEL, run(_LABELS[language], language), keep_next=True)
        yield label, _ours("label", _LABELS[language], language)
        if language != "en":
            yield _title(title_of(entry.clause, old, language), (), hand)
        for line, written in text_of(entry.clause, old, language, hand.marker):
            yield written, line


def _ours(kind: str, text: str, language: Language | None = None) -> PackLine:
    shown = normalised(text)
    return PackLine.model_validate({"kind": kind, "language": language, "draft": shown, "approved": shown})


def _title(title: Title, comments: tuple[str, ...], hand: Hand) -> tuple[Markup, PackLine]:
    """The heading; comments stand on it and not on the id line, which is locked."""
    assert title.line.language is not None
    runs = changed_runs(title.old, title.new, title.line.language, hand.marker)
    return paragraph(title.style, hand.commenter.around(runs, comments)), title.line


def id_line(number: int, tag: str, name: str, words: str) -> Markup:
    """The bookmark stands outside the control: LibreOffice doubles one that begins inside."""
    held = control(number, tag, words, run(words, "en"), fixed=True)
    return paragraph(_ID, bookmark(number, name, held), keep_next=True)
