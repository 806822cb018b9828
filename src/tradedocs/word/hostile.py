"""What a Word file from other hands must not bring: macros, commands, and anything that it would fetch from elsewhere.

Nothing in it is ever run or fetched here. It is refused because the file goes on to people who open it in Word, and
because what it shows there would not be what was read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from tradedocs.errors import RefusedInput
from tradedocs.ui import say
from tradedocs.word.package import CONTENT_TYPES, DOCUMENT, read_parts
from tradedocs.word.xml import RELS_URI, parse

_MACROS = re.compile(r"(?:^|/)(?:vbaproject\.bin|vbadata\.xml|attachedtoolbars\.bin|activex/.*)$", re.I)
_MACRO_TYPE = re.compile(r"macroEnabled|vbaProject", re.I)
_MACRO_LINK = re.compile(r"/(?:vbaProject|wordVbaData|attachedToolbars|control|activeXControlBinary)$", re.I)
_MAIN, _ROOT = "/officeDocument", "_rels/.rels"
_LINK = "/hyperlink"
_TEMPLATE = "/attachedTemplate"
_LOCAL = re.compile(r"(?:file:///)?[A-Za-z]:[\\/]")
# The declaration, comments and blanks may stand before a document type; nothing else may. Never tried in two ways.
_TYPED = re.compile(rb"(?>\s+|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE", re.S)
_BOM = b"\xef\xbb\xbf"
_FIELD = re.compile(rb"(?:\w+:)?(?:(?:del)?(instrText)|fldSimple)\b", re.I)
_COMMAND = re.compile(r"\bDDE(?:AUTO)?\b", re.I)


def parts_from_outside(data: bytes, *, name: str) -> dict[str, bytes]:
    """The parts of a DOCX that may have been in other hands.

    Raises:
        RefusedInput: as `read_parts` and `refuse_hostile` say.
    """
    parts = read_parts(data, name=name)
    refuse_hostile(parts, name)
    return parts


def refuse_hostile(parts: Mapping[str, bytes], name: str) -> None:
    """Let a file pass that brings neither macros nor commands, entities, or parts from outside.

    A link that a reader may click on is not fetched, and neither is the template that Word notes on a local drive.

    Raises:
        RefusedInput: the file holds macros or a field that calls another program, declares a document type, would
            fetch something from elsewhere, or shows another document than the one that is read; or a part is not
            well-formed.
    """
    for part in sorted(parts):
        if _typed(parts[part]):
            raise RefusedInput(
                say("a part of the file declares a document type, which no Word file does"), place=f"{name} {part}",
                way_out=say("Do not open it. Ask the sender for a file that was saved in Word."),
            )  # fmt: skip
    links = tuple(_links(parts))
    macros = sorted(
        {*filter(_MACROS.search, parts), *(part for part, kind, *_ in links if _MACRO_LINK.search(kind))}
    )
    if macros or _macro_type(parts[CONTENT_TYPES]):
        raise RefusedInput(
            say("the file holds macros: {parts}", parts=", ".join(macros) or CONTENT_TYPES), place=name,
            way_out=say("Do not open it in Word. Ask the sender for a .docx without macros."),
        )  # fmt: skip
    _refuse_links(links, name)
    _refuse_commands(parts, name)


def _typed(data: bytes) -> bool:
    return _TYPED.match(_plain(data)) is not None


def _plain(data: bytes) -> bytes:
    """The part with one byte a sign, whatever it is encoded in: enough to find ASCII words in it."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<"):
        data = data.replace(b"\0", b"").lstrip(b"\xff\xfe")
    return data.removeprefix(_BOM)


def _macro_type(types: bytes) -> bool:
    kinds = (
        one.get("ContentType", "") for one in parse(types, CONTENT_TYPES).iter("{*}Default", "{*}Override")
    )
    return any(_MACRO_TYPE.search(kind) for kind in kinds)


def _links(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str, str, bool]]:
    """Every relationship: the part that holds it, its kind, its target, and whether that lies outside the file."""
    for part in sorted(parts):
        if part.lower().endswith(".rels"):
            for one in parse(parts[part], part).iter(f"{{{RELS_URI}}}Relationship"):
                yield part, one.get("Type", ""), one.get("Target", ""), one.get("TargetMode") == "External"


def _refuse_links(links: tuple[tuple[str, str, str, bool], ...], name: str) -> None:
    for part, kind, target, outside in links:
        local = kind.endswith(_TEMPLATE) and _LOCAL.match(target)
        if outside and not kind.endswith(_LINK) and not local:
            raise RefusedInput(
                say("the file would fetch {target} from elsewhere", target=target), place=f"{name} {part}",
                way_out=say("Do not open it in Word. Ask the sender for a file without linked pictures or templates."),
            )  # fmt: skip
        if part == _ROOT and kind.endswith(_MAIN) and target.lstrip("/") != DOCUMENT:
            raise RefusedInput(
                say("Word would show another part than the one that is read: {part}", part=target), place=name,
                way_out=say("Do not trust this file. Ask the sender for one that was saved in Word."),
            )  # fmt: skip


def _refuse_commands(parts: Mapping[str, bytes], name: str) -> None:
    """A field may be cut into several runs, so that its instruction is put together first."""
    for part in sorted(parts):
        if _COMMAND.search(unescape(b"".join(_instructions(_plain(parts[part]))).decode(errors="replace"))):
            raise RefusedInput(
                say("the file holds a field that calls another program (DDE)"),
                place=f"{name} {part}",
                way_out=say("Do not open it in Word. Ask the sender for a file without such fields."),
            )


def _instructions(data: bytes) -> Iterator[bytes]:
    """What the fields say. Cut at the tags, so that no text, however made, is looked at twice."""
    if b"instrText" in data or b"fldSimple" in data:
        for tag in data.split(b"<"):
            if found := _FIELD.match(tag):
                yield tag.partition(b">")[2] if found[1] else tag
