"""A contract's document as a frame with gaps, and filling it: every part as bytes between values.

Marks stand for the gaps while a frame is made; `framing` makes one and proves it, `frame` keeps them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

from tradedocs.errors import BuildError
from tradedocs.files import sha256_of
from tradedocs.model.clause import Language
from tradedocs.model.contract import Contract
from tradedocs.model.spec import Spec
from tradedocs.ui import say
from tradedocs.word.built import BuiltFile, passport_of
from tradedocs.word.embed import shareable
from tradedocs.word.labels import BREAK
from tradedocs.word.package import (
    Packed,
    deflated_section,
    joined,
    packed,
    section_holds,
    sections_of,
    write_packed,
)
from tradedocs.word.properties import CORE, core_properties
from tradedocs.word.specification import specification_texts, specification_xml
from tradedocs.word.text import normalised, paragraph_texts
from tradedocs.word.xml import W_URI, parse

_MARK = re.compile(r"Qz(\d{6})zQ")
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&#34;": '"', "&#39;": "'"}
_ENTITY = re.compile("|".join(_ENTITIES))
TABLES, AROUND, PASSPORT, SPEC, DEAL = range(999_990, 999_995)
"""The gaps that hold no value: the tables of the specification, headers and footers, and what the item embeds."""


def mark(number: int) -> str:
    """What stands for gap `number` while a frame is made."""
    return f"Qz{number:06d}zQ"


@dataclass(frozen=True, slots=True)
class Form:
    """A text in UTF-8 with gaps: the pieces between them, and which value goes into each."""

    pieces: tuple[bytes, ...]
    gaps: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Form:
        """The form of a text with marks."""
        split = _MARK.split(text)
        pieces = tuple(piece.encode() for piece in split[::2])
        return cls(pieces, tuple(int(number) for number in split[1::2]))

    def filled(self, values: dict[int, bytes]) -> bytes:
        """The text with the values in its gaps."""
        out = [b""] * (2 * len(self.gaps) + 1)
        out[::2] = self.pieces
        out[1::2] = [values[gap] for gap in self.gaps]
        return b"".join(out)


class Section:
    """A piece of a part. What it held last is kept deflated, for most of it is the same in the next contract."""

    __slots__ = ("_kept", "_values", "form", "last")

    def __init__(self, form: Form, *, last: bool) -> None:
        self.form = form
        self.last = last
        self._values: tuple[bytes, ...] | None = None
        self._kept = (b"", b"")

    def filled(self, values: dict[int, bytes]) -> tuple[bytes, bytes]:
        """The section with these values, plain and deflated.

        Raises:
            BuildError: what was deflated, unpacked again, is not the same.
        """
        chosen = tuple([values[gap] for gap in self.form.gaps])
        if chosen != self._values:
            plain = self.form.filled(values)
            deflated = deflated_section(plain, last=self.last)
            if not section_holds(deflated, plain):
                raise BuildError(
                    say("a part is not found again in the built file"),
                    way_out=say("Build the contract again."),
                )
            self._values, self._kept = chosen, (plain, deflated)
        return self._kept


def sections(text: str) -> tuple[Section, ...]:
    """The sections of a part with marks."""
    pieces = sections_of(text.encode())
    return tuple(
        Section(Form.of(piece.decode()), last=number == len(pieces)) for number, piece in enumerate(pieces, 1)
    )


@dataclass(frozen=True)
class Frame:
    """All that contracts of one kind share.

    `item` is the name of the part with passport, Spec, deal and text; `in_articles` how many of the values stand in
    the articles, whose runs the item keeps as they are.
    """

    template_sha256: str
    packed: dict[str, Packed]
    parts: dict[str, tuple[Section, ...]]
    item: str
    in_articles: int
    body: Form
    around: tuple[Form, ...]


def filled(frame: Frame, contract: Contract, values: Sequence[str], deal_sha256: str) -> BuiltFile:
    """The contract's file: the frame with these values, each part that holds one unpacked again and compared.

    Raises:
        BuildError: a part is not the same.
    """
    tables = _tables(_Lines(contract.spec), contract.languages)
    said = [_said(value) for value in values]
    shown = {number: one.shown for number, one in enumerate(said)}
    around = sorted({form.filled(shown) for form in frame.around})
    text = frame.body.filled({**shown, TABLES: tables.shown})
    passport = passport_of(
        contract,
        deal_sha256=deal_sha256,
        template_sha256=frame.template_sha256,
        text_sha256=sha256_of(b"\n".join((text, *around))),
    )
    printed = {number: one.printed for number, one in enumerate(said)}
    printed[TABLES] = tables.printed
    told = {
        **{number: one.kept if number < frame.in_articles else one.told for number, one in enumerate(said)},
        TABLES: tables.told,
        AROUND: _json_list(tuple(one.decode() for one in around)),
        PASSPORT: _xml(passport.model_dump_json()),
        SPEC: _xml(contract.spec.canonical()),
        DEAL: _xml(shareable(contract.deal).told),
    }
    parts = dict(frame.packed)
    parts[CORE] = packed(core_properties(contract))
    for name, cut in frame.parts.items():
        parts[name] = _packed(cut, told if name == frame.item else printed)
    return BuiltFile(write_packed(parts), passport)


def _packed(cut: tuple[Section, ...], values: dict[int, bytes]) -> Packed:
    """A part of sections, each of which was unpacked again and compared when it was deflated."""
    plain, deflated = zip(*(section.filled(values) for section in cut), strict=True)
    return joined(plain, deflated)


class _Lines:
    """A Spec by its goods lines: those that read the same show the same tables."""

    __slots__ = ("spec",)

    def __init__(self, spec: Spec) -> None:
        self.spec = spec

    def __hash__(self) -> int:
        return hash(self.spec.lines_text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Lines) and self.spec.lines_text == other.spec.lines_text


@dataclass(frozen=True, slots=True)
class _Tables:
    """The tables of a specification as they stand in the document, in its visible text, and in the JSON of the item."""

    printed: bytes
    shown: bytes
    told: bytes


@lru_cache(maxsize=64)  # the deals of a batch often sell the same goods
def _tables(lines: _Lines, languages: tuple[Language, ...]) -> _Tables:
    texts = tuple(filter(None, map(normalised, specification_texts(lines.spec, languages))))
    printed = specification_xml(lines.spec, languages)
    return _Tables(printed.encode(), "\n".join(texts).encode(), _json_list(texts))


@dataclass(frozen=True, slots=True)
class _Said:
    """A value as it stands in the document, in its visible text, and in the JSON of the item: folded, or as it is."""

    printed: bytes
    shown: bytes
    told: bytes
    kept: bytes


@lru_cache(maxsize=2_048, typed=True)  # the deals of a batch share most of their values
def _said(value: str) -> _Said:
    shown = _text(value)
    return _Said(_xml(value), shown.encode(), _json(shown), _json(value))


def _xml(value: str) -> bytes:
    return str(escape(value)).encode()


def _json(text: str) -> bytes:
    return _xml(json.dumps(str(text), ensure_ascii=False)[1:-1])


def _json_list(texts: tuple[str, ...]) -> bytes:
    """The texts as they follow one another in a JSON list, between the quotes of the first and the last."""
    return _xml(json.dumps(texts, ensure_ascii=False, separators=(",", ":"))[2:-2])


def _text(value: str) -> str:
    """What a reader sees of a value."""
    if not isinstance(value, Markup):
        return normalised(value)
    plain = str(value).replace(BREAK, " ")
    if "<" not in plain and _ENTITY.sub("", plain).find("&") < 0:
        return normalised(_ENTITY.sub(lambda found: _ENTITIES[found[0]], plain))
    whole = f'<w:p xmlns:w="{W_URI}"><w:r><w:t>{value}</w:t></w:r></w:p>'
    return next(paragraph_texts(parse(whole.encode(), "-")), "")
