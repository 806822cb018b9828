"""A review pack as a Word file: what lawyers read, change and sign.

Each clause begins with its id line, which is a mark of identity, never of extent: a clause goes up to the next id line,
the last one up to the end line. Plain paragraphs only, because a program that saves the file keeps those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from markupsafe import Markup, escape

from tradedocs.errors import BuildError
from tradedocs.files import sha256_of
from tradedocs.model.clause import Clause, Language
from tradedocs.model.pack import Basis, PackClause, PackLine, PackManifest
from tradedocs.ui import say
from tradedocs.word.comments import Commenter
from tradedocs.word.embed import with_custom
from tradedocs.word.markup import bookmark, control, joined, paragraph, run
from tradedocs.word.package import DOCUMENT, write_parts
from tradedocs.word.packtext import FAINT, NOTE, Shown, text_of, title_of
from tradedocs.word.revisions import Marker, changed_runs, revised_line
from tradedocs.word.template import load_template
from tradedocs.word.text import HEADERS_AND_NOTES, normalised, paragraph_texts
from tradedocs.word.tracked import accepted, rejected
from tradedocs.word.xml import parse, serialised, w

NAMESPACE = "urn:tradedocs:pack:1"
AUTHOR = "tradedocs"
END_TAG, END_BOOKMARK = "td:end", "td_end"
LANGUAGES: tuple[Language, ...] = ("en", "zh")
_LABELS: dict[Language, str] = {"en": "English", "zh": "中文"}
_ID, _LABEL, _CONTENTS, _PLAIN = "PackId", "PackLanguage", "PackContents", "ContractTableText"
_LONGEST_TAG = 64
_SETTINGS = "word/settings.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# What may stand before trackRevisions in CT_Settings (ECMA-376 part 1, 17.15.1.78), of what programs write.
_BEFORE_TRACKING = frozenset(
    w(name) for name in (
        "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime",
        "doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText",
        "printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts", "embedSystemFonts",
        "saveSubsetFonts", "saveFormsData", "mirrorMargins", "alignBordersAndEdges",
        "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors",
        "hideGrammaticalErrors", "activeWritingStyle", "proofState", "formsDesign", "attachedTemplate",
        "linkStyles", "stylePaneFormatFilter", "stylePaneSortMethod", "documentType", "mailMerge", "revisionView",
    )
)  # fmt: skip


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


class _Hand(NamedTuple):
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


def pack_docx(
    entries: Sequence[Entry], template: Path, *, pack: str, on: date
) -> tuple[bytes, PackManifest]:
    """The pack and its manifest, which the file holds too. The same input gives the same bytes.

    Raises:
        UsageError: the template cannot be read.
        BuildError: it does not fit, or what was written does not read as it should.
    """
    compiled = load_template(template)
    moment = datetime.combine(on, time(), UTC)
    hand = _Hand(Marker(AUTHOR, moment, last=len(entries) + 1), Commenter(AUTHOR, "td", moment))
    written = [_clause(entry, number, hand) for number, entry in enumerate(entries, 1)]
    parts = compiled.render(
        {
            "pack": pack,
            "day": on.isoformat(),
            "contents": joined(_contents(entry, clause) for entry, (_, clause) in zip(entries, written, strict=True)),
            "clauses": joined(xml for xml, _ in written),
            "end": _id_line(len(entries) + 1, END_TAG, END_BOOKMARK, say("End of the clauses")),
        }
    )  # fmt: skip
    manifest = _manifest(parts, tuple(clause for _, clause in written), pack, on, template.name)
    parts[_SETTINGS] = _tracking(parts[_SETTINGS])
    parts = hand.commenter.parts(parts)
    item = f'{_HEAD}<pack xmlns="{NAMESPACE}" version="1">{escape(manifest.model_dump_json())}</pack>'
    return write_parts(with_custom(parts, item, NAMESPACE)), manifest


def _clause(entry: Entry, number: int, hand: _Hand) -> tuple[Markup, PackClause]:
    clause = entry.clause
    tag = tag_of(clause)
    name = bookmark_of(tag)
    words = f"{clause.id}  ·  {clause.position}  ·  {clause.version}  ·  sha256 {clause.sha256[:12]}"
    xml, lines = [_id_line(number, tag, name, words)], [PackLine(kind="id", draft=normalised(words))]
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


def _below(entry: Entry, hand: _Hand) -> Iterator[tuple[Markup, PackLine]]:
    """What stands under the id line: the heading, what is said of the clause, and the text of each language."""
    marker = hand.marker
    yield _title(title_of(entry.clause, entry.old.get("en"), "en"), entry.comments, hand)
    for label, words in entry.notes:
        runs = run(f"{label}: ", "en", FAINT), run(words, "en")
        yield paragraph(NOTE, *runs), _ours("note", f"{label}: {words}")
    for language in LANGUAGES:
        old = entry.old.get(language)
        label = paragraph(_LABEL, run(_LABELS[language], language), keep_next=True)
        yield label, _ours("label", _LABELS[language], language)
        if language != "en":
            yield _revised(title_of(entry.clause, old, language), marker)
        for shown in text_of(entry.clause, old, language):
            yield _revised(shown, marker)


def _ours(kind: str, text: str, language: Language | None = None) -> PackLine:
    shown = normalised(text)
    return PackLine.model_validate({"kind": kind, "language": language, "draft": shown, "approved": shown})


def _revised(shown: Shown, marker: Marker) -> tuple[Markup, PackLine]:
    assert shown.line.language is not None
    return revised_line(shown.old, shown.new, shown.line.language, marker), shown.line


def _title(shown: Shown, comments: tuple[str, ...], hand: _Hand) -> tuple[Markup, PackLine]:
    """The heading; comments stand on it and not on the id line, which is locked."""
    assert shown.old is not None
    assert shown.new is not None
    runs = changed_runs(shown.old.runs, shown.new.runs, "en", hand.marker)
    return paragraph(shown.new.style, hand.commenter.around(runs, comments)), shown.line


def _id_line(number: int, tag: str, name: str, words: str) -> Markup:
    """The bookmark stands outside the control: LibreOffice doubles one that begins inside."""
    held = control(number, tag, words, run(words, "en"), fixed=True)
    return paragraph(_ID, bookmark(number, name, held), keep_next=True)


def _contents(entry: Entry, written: PackClause) -> Markup:
    link = Markup('<w:hyperlink w:anchor="{}">{}</w:hyperlink>').format(
        written.bookmark, run(entry.clause.title.en, "en", "ContractReference")
    )
    rest = f"\u2003{entry.clause.id}, {entry.clause.position}: {entry.state}"
    return paragraph(_CONTENTS, link, run(rest, "en", FAINT))


def _tracking(settings: bytes) -> bytes:
    """The settings with the recording of changes on."""
    root = parse(settings, _SETTINGS)
    if root.find(w("trackRevisions")) is None:
        at = next((k for k, one in enumerate(root) if one.tag not in _BEFORE_TRACKING), len(root))
        root.insert(at, root.makeelement(w("trackRevisions")))
    return serialised(root)


def _manifest(
    parts: Mapping[str, bytes], clauses: tuple[PackClause, ...], pack: str, on: date, name: str
) -> PackManifest:
    """The manifest, after the written file was read back in both views."""
    views = [list(paragraph_texts(view(_root(parts)))) for view in (accepted, rejected)]
    body = views[0]
    first, last = clauses[0].lines[0].draft, normalised(say("End of the clauses"))
    if first not in body or last not in body:
        raise _unfit(name)
    start, end = body.index(first), len(body) - 1 - body[::-1].index(last)
    around = {"\n".join(paragraph_texts(parse(parts[part], part))) for part in parts if HEADERS_AND_NOTES.fullmatch(part)}  # fmt: skip
    manifest = PackManifest(
        pack=pack, on=on, author=AUTHOR, before=tuple(body[:start]), after=tuple(body[end:]),
        around=tuple(sorted(text for text in around if text)), end_tag=END_TAG, end_bookmark=END_BOOKMARK,
        clauses=clauses,
    )  # fmt: skip
    for read, taken in zip(views, (True, False), strict=True):
        if read != [text for text in manifest.lines(accepted=taken) if text]:
            raise _unfit(name)
    return manifest


def _root(parts: Mapping[str, bytes]) -> etree._Element:
    return parse(parts[DOCUMENT], DOCUMENT)


def _unfit(name: str) -> BuildError:
    return BuildError(
        say("the pack does not read as it was meant to"), place=name,
        way_out=say("Correct the template: it must print {{p contents }}, {{p clauses }} and {{p end }}, each once."),
    )  # fmt: skip
