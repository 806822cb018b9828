"""Contracts from one frame: the document is worked out once, and for each further deal only its gaps are filled.

A frame is made by the ordinary way of building, with marks in place of the values, and is then proved: filled with the
values of a contract that was built the ordinary way, and read back, it must give the same bytes in every part. A
contract whose frame is not proved, or one of whose values could change the text around it, goes the ordinary way.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup, escape

from tradedocs.errors import BuildError
from tradedocs.files import sha256_of
from tradedocs.model.contract import Contract
from tradedocs.model.text import forbidden_character
from tradedocs.ui import say
from tradedocs.word.annexes import annexes_xml, specification_block
from tradedocs.word.articles import articles_xml
from tradedocs.word.build import BuiltFile, build_file, passport_of, sent_text
from tradedocs.word.cover import IN_TURN, PARALLEL, facts_context
from tradedocs.word.embed import shareable, with_item
from tradedocs.word.leaves import gaps_of, values_in, with_marks
from tradedocs.word.package import DOCUMENT, Packed, packed, read_parts, write_packed
from tradedocs.word.properties import CORE, core_properties, with_properties
from tradedocs.word.specification import specification_texts
from tradedocs.word.template import WordTemplate, load_template
from tradedocs.word.text import normalised, paragraph_texts, visible_lines
from tradedocs.word.xml import parse
from tradedocs.words.missing import MissingFact

_MARK = re.compile(r"Qz(\d{6})zQ")
_TABLES, _AROUND, _PASSPORT, _SPEC, _DEAL = range(999_990, 999_995)
_MOST_FRAMES = 32


def _mark(number: int) -> str:
    return f"Qz{number:06d}zQ"


_TABLES_XML = Markup("<w:p><w:r><w:t>{}</w:t></w:r></w:p>").format(_mark(_TABLES))


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


@dataclass(frozen=True)
class Frame:
    """All that contracts of one kind share.

    `item` is the name of the part with passport, Spec, deal and text; `in_articles` how many of the values stand in
    the articles, whose runs the item keeps as they are.
    """

    template_sha256: str
    packed: dict[str, Packed]
    forms: dict[str, Form]
    item: str
    in_articles: int
    body: Form
    around: tuple[Form, ...]


class Frames:
    """The frames of one template; the ones used last are kept."""

    def __init__(self, template: Path) -> None:
        self._path = template
        self._template = load_template(template)
        self._in_turn = self._template.uses(IN_TURN)
        self._known: dict[Hashable, Frame | None] = {}

    def build(self, contract: Contract, *, deal_sha256: str) -> BuiltFile:
        """The same file as `build_file` makes.

        Raises:
            BuildError, UsageError: as `build_file` says.
        """
        if contract.open_points or contract.gaps_shown:
            return build_file(contract, self._path, deal_sha256=deal_sha256)
        try:
            values, kind = gaps_of(contract, facts_context(contract))
        except MissingFact:
            return build_file(contract, self._path, deal_sha256=deal_sha256)  # which tells what is missing
        frame = self._known.get(kind)
        if frame is not None and all(map(_harmless, values)):
            return _filled(frame, contract, values, deal_sha256)
        made = build_file(contract, self._path, deal_sha256=deal_sha256)
        if kind not in self._known and all(map(_harmless, values)):
            self._keep(kind, self._proved(contract, values, made, deal_sha256))
        return made

    def _keep(self, kind: Hashable, frame: Frame | None) -> None:
        while len(self._known) >= _MOST_FRAMES:
            del self._known[next(iter(self._known))]
        self._known[kind] = frame

    def _proved(
        self, contract: Contract, values: Sequence[str], made: BuiltFile, deal_sha256: str
    ) -> Frame | None:
        """The frame of a contract that was built and read back, if it gives the very same parts."""
        frame = _frame(contract, self._template, in_turn=self._in_turn)
        again = _filled(frame, contract, values, deal_sha256).data
        return frame if read_parts(again, name="-") == read_parts(made.data, name="-") else None


@lru_cache(maxsize=2_048, typed=True)  # the deals of a batch share most of their values
def _harmless(value: str) -> bool:
    """Whether a value leaves the text around it as it is: no blank in it is folded away, and it is no mark."""
    if isinstance(value, Markup):
        return True  # made by this program
    if forbidden_character(value) is not None:
        return False  # the ordinary way tells of it
    kept = len(normalised(value)) == len(value)
    return kept and "Qz" not in value and not unicodedata.combining(value[0])


def _frame(contract: Contract, template: WordTemplate, *, in_turn: bool) -> Frame:
    marked, context = with_marks(contract, facts_context(contract), _mark)
    context[IN_TURN if in_turn else PARALLEL] = articles_xml(marked, in_turn=in_turn)
    context["annexes"] = annexes_xml(marked, _TABLES_XML)
    parts = with_properties(template.render(context), contract)
    body, around = visible_lines(parts)
    sent = sent_text(body, (_mark(_AROUND),), marked.articles, contract.languages)
    text = sent.model_dump_json(exclude_none=True)
    whole = with_item(parts, _mark(_PASSPORT), _mark(_SPEC), _mark(_DEAL), text)
    item = next(name for name in whole if name not in parts and name.endswith(".xml") and "Props" not in name)
    texts = {name: data.decode() for name, data in whole.items() if b"Qz" in data}
    texts[DOCUMENT] = texts[DOCUMENT].replace(_TABLES_XML, _mark(_TABLES))
    return Frame(
        template_sha256=template.sha256,
        packed={name: packed(data) for name, data in whole.items() if name not in texts and name != CORE},
        forms={name: Form.of(one) for name, one in texts.items()},
        item=item,
        in_articles=len(values_in(contract.articles)),
        body=Form.of("\n".join(body)),
        around=tuple(Form.of(one) for one in around),
    )


def _filled(frame: Frame, contract: Contract, values: Sequence[str], deal_sha256: str) -> BuiltFile:
    tables = tuple(filter(None, map(normalised, specification_texts(contract.spec, contract.languages))))
    said = [_said(value) for value in values]
    shown = {number: one.shown for number, one in enumerate(said)}
    around = sorted({form.filled(shown) for form in frame.around})
    text = frame.body.filled({**shown, _TABLES: "\n".join(tables).encode()})
    passport = passport_of(
        contract,
        deal_sha256=deal_sha256,
        template_sha256=frame.template_sha256,
        text_sha256=sha256_of(b"\n".join((text, *around))),
    )
    printed = {number: one.printed for number, one in enumerate(said)}
    printed[_TABLES] = specification_block(contract).encode()
    told = {
        **{number: one.kept if number < frame.in_articles else one.told for number, one in enumerate(said)},
        _TABLES: _json_list(tables),
        _AROUND: _json_list(tuple(one.decode() for one in around)),
        _PASSPORT: _xml(passport.model_dump_json()),
        _SPEC: _xml(contract.spec.canonical()),
        _DEAL: _xml(shareable(contract.deal).model_dump_json(by_alias=True, exclude_none=True)),
    }
    parts = dict(frame.packed)
    parts[CORE] = packed(core_properties(contract))
    for name, form in frame.forms.items():
        parts[name] = _read_back(name, form.filled(told if name == frame.item else printed))
    return BuiltFile(write_packed(parts), passport)


def _read_back(name: str, data: bytes) -> Packed:
    """The part as it goes into the file, unpacked again and compared.

    Raises:
        BuildError: it is not the same.
    """
    part = packed(data)
    if not part.holds(data):
        raise BuildError(
            say("{part} is not found again in the built file", part=name),
            way_out=say("Build the contract again."),
        )
    return part


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
    whole = f'<w:p xmlns:w="{_W}"><w:r><w:t>{value}</w:t></w:r></w:p>'
    return next(paragraph_texts(parse(whole.encode(), "-")), "")


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
