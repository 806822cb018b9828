"""A review pack as a Word file: what lawyers read, change and sign.

Each clause begins with its id line, which is a mark of identity, never of extent: a clause goes up to the next id line,
the last one up to the end line. Plain paragraphs only, because a program that saves the file keeps those.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path

from lxml import etree
from markupsafe import Markup, escape

from tradedocs.errors import BuildError
from tradedocs.model.pack import PackClause, PackManifest
from tradedocs.ui import say
from tradedocs.word.comments import Commenter
from tradedocs.word.embed import with_custom
from tradedocs.word.markup import joined, paragraph, run
from tradedocs.word.package import DOCUMENT, write_parts
from tradedocs.word.packclause import Entry, Hand, clause_xml, id_line
from tradedocs.word.packtext import FAINT
from tradedocs.word.revisions import Marker
from tradedocs.word.styles import REFERENCE
from tradedocs.word.template import load_template
from tradedocs.word.text import HEADERS_AND_NOTES, normalised, paragraph_texts
from tradedocs.word.tracked import accepted, rejected
from tradedocs.word.xml import parse, serialised, w

NAMESPACE = "urn:tradedocs:pack:1"
AUTHOR = "tradedocs"
END_TAG, END_BOOKMARK = "td:end", "td_end"
_CONTENTS = "PackContents"
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


def pack_docx(entries: Sequence[Entry], template: Path, *, pack: str, on: date) -> tuple[bytes, PackManifest]:
    """The pack and its manifest, which the file holds too. The same input gives the same bytes.

    Raises:
        UsageError: the template cannot be read.
        BuildError: it does not fit, or what was written does not read as it should.
    """
    parts, manifest = _written(entries, template, pack=pack, on=on, review=True)
    item = f'{_HEAD}<pack xmlns="{NAMESPACE}" version="1">{escape(manifest.model_dump_json())}</pack>'
    return write_parts(with_custom(parts, item, NAMESPACE)), manifest


def redline_docx(entry: Entry, template: Path, *, name: str, on: date) -> bytes:
    """One clause against another text of it, to be read only: without a manifest and a sheet to sign.

    Raises:
        UsageError, BuildError: as `pack_docx`.
    """
    parts, _ = _written([entry], template, pack=name, on=on, review=False)
    return write_parts(parts)


def _written(
    entries: Sequence[Entry], template: Path, *, pack: str, on: date, review: bool
) -> tuple[dict[str, bytes], PackManifest]:
    compiled = load_template(template)
    moment = datetime.combine(on, time(), UTC)
    hand = Hand(Marker(AUTHOR, moment, last=len(entries) + 1), Commenter(AUTHOR, "td", moment))
    written = [clause_xml(entry, number, hand) for number, entry in enumerate(entries, 1)]
    clauses = tuple(clause for _, clause in written)
    parts = compiled.render(
        {
            "review": review,
            "pack": pack,
            "day": on.isoformat(),
            "contents": joined(map(_contents, entries, clauses)),
            "clauses": joined(xml for xml, _ in written),
            "end": id_line(len(entries) + 1, END_TAG, END_BOOKMARK, say("End of the clauses")),
        }
    )
    manifest = _manifest(parts, clauses, pack, on, template.name)
    parts[_SETTINGS] = _tracking(parts[_SETTINGS])
    return hand.commenter.parts(parts), manifest


def _contents(entry: Entry, written: PackClause) -> Markup:
    link = Markup('<w:hyperlink w:anchor="{}">{}</w:hyperlink>').format(
        written.bookmark, run(entry.clause.title.en, "en", REFERENCE)
    )
    tab = Markup("<w:r><w:tab/></w:r>")
    place = run(f"{entry.clause.id}, {entry.clause.position}", "en", FAINT)
    return paragraph(_CONTENTS, link, tab, place, tab, run(entry.state, "en"))


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
    around = {
        "\n".join(paragraph_texts(parse(parts[part], part)))
        for part in parts
        if HEADERS_AND_NOTES.fullmatch(part)
    }
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
