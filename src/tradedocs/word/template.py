"""Word templates in docxtpl's grammar: compiled once, rendered strictly.

The grammar is docxtpl's (`{{ name }}`, `{%p if … %}`, `{%tr for … %}`, `{{p block }}`). What docxtpl lets pass in
silence is refused here: an undefined name, an unescaped `&`, a control character. Template code runs in
Jinja's sandbox. A `Markup` value is inserted as the XML that it is; every other value is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from tradedocs.errors import BuildError, RefusedInput
from tradedocs.files import read_bytes, sha256_of
from tradedocs.model.text import forbidden_character
from tradedocs.ui import say
from tradedocs.word.package import FILE_LIMIT, read_parts
from tradedocs.word.styles import missing_styles, with_our_ids
from tradedocs.word.xml import parse, w

RENDERED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
UNSUPPORTED = re.compile(r"\{%\s*(?:tc |colspan |vm\s*%|hm\s*%)")
_PARAGRAPH = re.compile(r"<w:p(?=[ >])")
_MARK = re.compile(r"\{#(\d+)$")
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class _Part:
    """One part with tags; each line of `lines` is a paragraph, its number stands at the end of the line before."""

    template: Template
    lines: tuple[str, ...]


@dataclass(frozen=True)
class WordTemplate:
    """A compiled template; it can be rendered any number of times."""

    name: str
    sha256: str
    static: Mapping[str, bytes]
    dynamic: Mapping[str, _Part]

    def render(self, context: Mapping[str, Any]) -> dict[str, bytes]:
        """All parts of the document with every tag filled.

        Raises:
            BuildError: a name is undefined, a value holds a character that no document may hold, or template
                code fails; the place names the part and the paragraph.
        """
        _refuse_forbidden(context)
        return {
            **self.static,
            **{name: self._filled(name, part, context) for name, part in self.dynamic.items()},
        }

    def uses(self, name: str) -> bool:
        """Whether any part names this in a tag."""
        named = re.compile(rf"\{{[{{%][^}}]*\b{name}\b")
        return any(named.search(line) for part in self.dynamic.values() for line in part.lines)

    def _filled(self, name: str, part: _Part, context: Mapping[str, Any]) -> bytes:
        try:
            xml = part.template.render(context).encode()
        except Exception as error:  # whatever template code raises is the template's fault
            line = _failed_line(error)
            raise _broken(f"{self.name} {name}", part.lines, line, str(error)) from error
        try:
            parse(xml, name)
        except RefusedInput as error:
            raise BuildError(error.message, place=f"{self.name} {name}", way_out=_way_out()) from error
        return xml


def _way_out() -> str:
    return say("Correct the template in Word; templates/README.md lists the names and tags that it may use.")


def load_template(path: Path) -> WordTemplate:
    """Read and compile a template.

    Raises:
        UsageError: the file cannot be read.
        BuildError: it is no DOCX, lacks a style that contracts need, holds tracked changes, or a tag is wrong.
    """
    return _template(read_bytes(path, limit=FILE_LIMIT), path.name)


@lru_cache(maxsize=4)  # a batch builds hundreds of contracts with one template
def _template(data: bytes, name: str) -> WordTemplate:
    try:
        parts = with_our_ids(read_parts(data, name=name))
        roots = {part: parse(parts[part], part) for part in parts if RENDERED.fullmatch(part)}
        missing = missing_styles(parts)
    except RefusedInput as error:
        raise BuildError(error.message, place=error.place, way_out=_way_out()) from error
    if missing:
        raise BuildError(
            say("the template lacks the style {styles}", styles=", ".join(missing)),
            place=name,
            way_out=say("Start from the packaged template and change how its styles look, not their names."),
        )
    dynamic = {part: _compiled(root, f"{name} {part}") for part, root in roots.items()}
    static = {part: blob for part, blob in parts.items() if part not in dynamic}
    return WordTemplate(name, sha256_of(data), static, dynamic)


def _compiled(root: etree._Element, place: str) -> _Part:
    if any(True for _ in root.iter(w("ins"), w("del"), w("moveFrom"), w("moveTo"))):
        raise BuildError(
            say("the template holds tracked changes, whose deleted text would be filled too"),
            place=place,
            way_out=say("Accept or reject all changes in Word and save the template."),
        )
    source = source_of(root)
    lines = tuple(source.split("\n"))
    if found := UNSUPPORTED.search(source):
        line = source.count("\n", 0, found.start()) + 1
        raise _broken(place, lines, line, say("{tag} is not supported in contracts", tag=found[0].strip()))
    try:
        return _Part(_environment().from_string(source), lines)
    except TemplateSyntaxError as error:
        raise _broken(place, lines, error.lineno, error.message or "") from error


def source_of(root: etree._Element) -> str:
    """The part as Jinja reads it, a paragraph a line; `paragraph_at` says which."""
    # Jinja says which line failed. A comment with the paragraph's number and a line break before each paragraph
    # makes that a paragraph, also where docxtpl takes out whole rows that only steer.
    numbers = count(1)
    text = etree.tostring(root, encoding="unicode").replace("\n", " ")
    marked = _PARAGRAPH.sub(lambda _: f"{{#{next(numbers)}\n#}}<w:p", text)
    patched: str = DocxTemplate("").patch_xml(marked)
    return patched


def paragraph_at(lines: Sequence[str], line: int) -> tuple[int | None, str]:
    """The number of the paragraph on a line of the source, counted from 1, and its text."""
    before = _MARK.search(lines[line - 2]) if 1 < line <= len(lines) else None
    text = _MARK.sub("", _TAG.sub("", lines[min(line, len(lines)) - 1]).removeprefix("#}")).strip()
    return int(before[1]) if before is not None else None, text[:160]


def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)


def _failed_line(error: BaseException) -> int:
    line, step = 1, error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == "<template>":
            line = step.tb_lineno
        step = step.tb_next
    return line


def _broken(place: str, lines: tuple[str, ...], line: int, reason: str) -> BuildError:
    number, text = paragraph_at(lines, line)
    where = number if number is not None else "?"
    return BuildError(reason, place=f"{place} paragraph {where}: {text!r}", way_out=_way_out())


def _refuse_forbidden(context: Mapping[str, Any]) -> None:
    for place, text in _texts(context, ""):
        # Blocks of XML are long, but made of few different characters.
        if forbidden_character("".join(dict.fromkeys(text))) is None:
            continue
        if (found := forbidden_character(text)) is not None:
            raise BuildError(
                say("character {n} is {what}, which a document must not hold", n=found[0] + 1, what=found[1]),
                place=place,
                way_out=say("Remove the character from the deal or the clause and build again."),
            )


def _texts(value: Any, place: str) -> Iterator[tuple[str, str]]:
    """Every text in the context with the way down to it; blocks of XML are checked as well."""
    if isinstance(value, str):
        yield place, str(value)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(item, f"{place}.{key}" if place else str(key))
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value, 1):
            yield from _texts(item, f"{place}[{index}]")
