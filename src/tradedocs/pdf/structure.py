"""A second opinion on a file's structure, by another engine than the one that reads the pages.

A file that two engines take apart differently can show one of them pages that the other never sees.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from tradedocs.pdf.revisions import ends_of, has_table

_LONGEST = 200
_TWICE = "Multiple definitions in dictionary"
_BLANK, _HEX = b"\r\n\t \0", b"0123456789abcdefABCDEF \r\n"
_FIELDS = 10_000  # of a form that are asked whether they hold a signature
_DATE = re.compile(
    r"\s*(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?\s*(?:([+\-Z])(?:(\d\d)'?(\d\d)?'?)?)?"
)
_OUTSIDE = re.compile(rb"/F\s*(?:[(<]|\d+\s+\d+\s+R)")  # a file's name; elsewhere `/F` is a number, or a font
_PAGES = 200  # that are asked for actions of their own
_STATES = (("/View", "/ViewState"), ("/Print", "/PrintState"), ("/Export", "/ExportState"))
_SHOWING = re.compile(rb"(?<![\w/])(?:Tj|TJ|Do|BI|sh)(?!\w)|[\])>]\s*['\"]")


@dataclass(frozen=True, slots=True)
class Structure:
    """How many pages the file has, and whether it is encrypted (an empty password opens it)."""

    pages: int
    encrypted: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the file says that it comes from, and how often it was saved.

    Attributes:
        producer, creator: the program that wrote it, and the one that its pages were made with, as the metadata say;
            None where they do not.
        created, modified: when it was made and last changed, as the metadata say.
        title, subject: the document's title and subject in the metadata.
        signed: whether it holds a signature field with a value; nobody verified it.
        signed_whole: whether one of its signatures says that it covers the file to its last byte, as every file does
            that was signed and left alone; True where there is none.
        revisions: how many times the file was closed: 1 plus the updates that were appended.
    """

    producer: str | None = None
    creator: str | None = None
    created: datetime | None = None
    modified: datetime | None = None
    title: str | None = None
    subject: str | None = None
    signed: bool = False
    signed_whole: bool = True
    revisions: int = 1


@dataclass(frozen=True, slots=True)
class Inside:
    """What a file holds beside its pages, each of which can change what a viewer shows or what the file says.

    Attributes:
        layers: parts of pages that are switched off, or that one of screen and print shows and the other not.
        script: a program or an action that runs when the file or a page is opened.
        attachments: other files inside of it.
        xfa: a form of the kind that replaces the pages.
        foreign: data before the file's beginning or behind its end, or a second file that begins in it: another
            reader may show that one.
        outside: content that is said to lie in another file, which some readers fetch and others do not.
        doubled: an object says one thing twice, and readers differ in which of the two they take.
        lost_table: the table of the file's objects is not where the file says, so that each reader guesses.
    """

    layers: bool = False
    script: bool = False
    attachments: bool = False
    xfa: bool = False
    foreign: bool = False
    lost_table: bool = False
    doubled: bool = False
    outside: bool = False


class SecondLook:
    """What the other engine says about the file and single pages; it opens the file when it is first asked.

    pypdf raises errors of many kinds on broken files, its own and built-in ones, and all mean the same here.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._reader: Any = None
        self._locked = False
        self._inside: Inside | None = None

    @property
    def was_asked(self) -> bool:
        """Whether the file was opened by now."""
        return self._reader is not None

    def _opened(self) -> Any:
        from pypdf import PasswordType, PdfReader

        if self._reader is None:
            reader = PdfReader(io.BytesIO(self._content))
            self._locked = reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED
            self._reader = reader
        return self._reader

    def structure(self) -> Structure | None:
        """The structure as pypdf sees it; None when pypdf cannot take the file apart."""
        try:
            reader = self._opened()
            return None if self._locked else Structure(len(reader.pages), reader.is_encrypted)
        except Exception:
            return None

    def inside(self) -> Inside:
        """What the file holds beside its pages; nothing where it cannot be told."""
        if self._inside is None:  # pypdf complains of an object only when it first reads it
            self._inside = self._looked_inside()
        return self._inside

    def _looked_inside(self) -> Inside:
        foreign, lost = _holds_foreign(self._content), not has_table(self._content)
        try:
            with _told() as complaints:
                root = self._opened().root_object
                pages = self._opened().pages[:_PAGES]
                acts = any("/AA" in page for page in pages)
                outside = _OUTSIDE.search(self._content) is not None and any(map(_lies_outside, pages))
            names, form = _part(root, "/Names"), _part(root, "/AcroForm")
            return Inside(
                layers=_can_hide(_part(root, "/OCProperties")),
                script="/JavaScript" in names
                or "/AA" in root
                or bool(_part(form, "/CO"))
                or _runs(_part(root, "/OpenAction"))
                or acts,
                attachments="/EmbeddedFiles" in names or "/Collection" in root,
                xfa="/XFA" in form,
                foreign=foreign,
                lost_table=lost,
                doubled=any(_TWICE in complaint for complaint in complaints),
                outside=outside,
            )
        except Exception:
            return Inside(foreign=foreign, lost_table=lost)

    def origin(self) -> Origin:
        """Where the file comes from; nothing where it cannot be told."""
        revisions = len(ends_of(self._content))
        try:
            reader = self._opened()
            said = reader.metadata or {}
            signatures = list(_signatures(reader.root_object))
            return Origin(
                producer=_words(said.get("/Producer")),
                creator=_words(said.get("/Creator")),
                created=_moment(said.get("/CreationDate")),
                modified=_moment(said.get("/ModDate")),
                title=_words(said.get("/Title")),
                subject=_words(said.get("/Subject")),
                signed=bool(signatures),
                signed_whole=not signatures or any(_is_covered(one, self._content) for one in signatures),
                revisions=revisions,
            )
        except Exception:
            return Origin(revisions=revisions)

    def drawn_text(self, number: int, index: int) -> str:
        """The text that the appearance of a page's annotation draws; empty where it cannot be told."""
        try:
            page = self._opened().pages[number - 1]
            look = page["/Annots"][index].get_object()["/AP"]["/N"]
            return str(page.extract_xform_text(look.get_object()))
        except Exception:
            return ""

    def draws(self, number: int) -> bool:
        """Whether the page's content shows text or pictures; True also when it cannot be told."""
        try:
            page = self._opened().pages[number - 1]
            contents = page.get_contents()
            if (
                contents is None
            ):  # a page that names its content, which is none, is broken; one without any is blank
                return "/Contents" in page
            return _SHOWING.search(contents.get_data()) is not None
        except Exception:
            return True


@contextmanager
def _told() -> Iterator[list[str]]:
    """What pypdf complains of meanwhile."""
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    listener, logger = Listener(logging.WARNING), logging.getLogger("pypdf")
    logger.addHandler(listener)
    try:
        yield said
    finally:
        logger.removeHandler(listener)


def _part(whole: Any, key: str) -> Any:
    """A dictionary or another object of the catalog; empty where there is none."""
    found = whole.get(key)
    return {} if found is None else found.get_object()


def _words(text: Any) -> str | None:
    """A text of the metadata on one line."""
    return " ".join(str(text).split())[:_LONGEST] or None if text is not None else None


def _moment(text: Any) -> datetime | None:
    """A date of the metadata (`D:20310312103000+08'00'`), in UTC; without a zone it is taken for UTC."""
    match = _DATE.match(str(text)) if text is not None else None
    if match is None:
        return None
    year, *rest = (int(part) if part else None for part in match.groups()[:6])
    month, day, hour, minute, second = (part if part is not None else first for part, first in zip(
        rest, (1, 1, 0, 0, 0), strict=True))  # fmt: skip
    away = timedelta(hours=int(match[8] or 0), minutes=int(match[9] or 0)) * (-1 if match[7] == "-" else 1)
    try:
        return datetime(year or 0, month, day, hour, minute, min(second, 59), tzinfo=UTC) - away
    except (ValueError, OverflowError):
        return None


def _signatures(root: Any) -> Iterator[Any]:
    """The form's signature fields that hold a signature, wherever in its tree they stand."""
    waiting = [(field, None) for field in _part(_part(root, "/AcroForm"), "/Fields") or ()]
    for _ in range(_FIELDS):
        if not waiting:
            break
        reference, above = waiting.pop()
        field = reference.get_object()
        kind = field.get("/FT", above)
        if kind == "/Sig" and "/V" in field:
            yield field
        waiting += [(kid, kind) for kid in field.get("/Kids", ())]
    certified = _part(_part(root, "/Perms"), "/DocMDP")
    if certified:
        yield {"/V": certified}


def _is_covered(field: Any, content: bytes) -> bool:
    """Whether a signature says that it covers the file's every byte but its own (ISO 32000-2, 12.8.1)."""
    try:
        start, first, second, rest = (int(number) for number in _part(field, "/V")["/ByteRange"])
    except (KeyError, TypeError, ValueError):
        return False
    whole = start == 0 and len(content.rstrip(_BLANK)) <= second + rest <= len(content)
    return whole and is_own_gap(content, first, second)


def is_own_gap(content: bytes, first: int, second: int) -> bool:
    """Whether what a signature leaves out is nothing but its own digits."""
    own = content[first:second]
    return own[:1] == b"<" and own[-1:] == b">" and not own[1:-1].strip(_HEX)


def _lies_outside(page: Any) -> bool:
    """Whether the page's content, or a picture or form on it, is said to lie in another file (ISO 32000-2, 7.3.8.2)."""
    contents = _part(page, "/Contents")
    drawn = [contents] if isinstance(contents, dict) else [one.get_object() for one in contents or ()]
    drawn += [one.get_object() for one in _part(_part(page, "/Resources"), "/XObject").values()]
    return any(isinstance(one, dict) and "/F" in one for one in drawn)


def _holds_foreign(content: bytes) -> bool:
    end = content.rfind(b"%%EOF")
    if not content[:64].lstrip(_BLANK).startswith(b"%PDF-"):
        return True
    return content.count(b"%PDF-") > 1 or (end >= 0 and bool(content[end + 5 :].strip(_BLANK)))


def _can_hide(layers: Any) -> bool:
    """Whether a layer is off as the file opens, or on in one use and off in another."""
    default = _part(layers, "/D")
    if default.get("/BaseState") == "/OFF" or default.get("/OFF"):
        return True
    usages = [_part(group.get_object(), "/Usage") for group in layers.get("/OCGs", ())]
    states = [str(_part(usage, use).get(state)) for usage in usages for use, state in _STATES]
    return "/OFF" in states


def _runs(action: Any) -> bool:
    """Whether opening the file does more than to show a page of it."""
    return isinstance(action, dict) and action.get("/S", "/GoTo") not in ("/GoTo", "/Named")
