"""Highlighting on the pages that a template lays out: values to confirm, and the marks of missing ones.

A template prints a value inside a run of its own look. The value goes in between two processing instructions, and
after rendering the run is split there, so that every piece keeps its look.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree
from markupsafe import Markup, escape

from tradedocs.model.contract import Contract
from tradedocs.model.keys import altered
from tradedocs.word.cover import FACTS, cover_of
from tradedocs.word.markup import pieces
from tradedocs.word.xml import parse, serialised, w
from tradedocs.words.missing import gaps_shown

_OPEN = "open-value"
_BEFORE, _AFTER = Markup("<?open-value?>"), Markup("<?shut-value?>")
_PRINTED = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
# The elements of w:rPr that come after w:highlight in the schema.
_LATER = frozenset(
    w(name)
    for name in (
        "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish",
        "oMath",
    )
)  # fmt: skip


def cover_gaps(contract: Contract) -> tuple[str, ...]:
    """The keys that the cover of the contract needs and the deal leaves out."""
    with gaps_shown() as found:
        cover_of(contract.deal, contract.languages)
    return tuple(found)


def open_ways(contract: Contract, context: Mapping[str, Any]) -> frozenset[str]:
    """The ways in the context to what rests on a key that the deal wants confirmed."""
    deal, ways = contract.deal, set()
    plain = dict(_leaves({key: context[key] for key in FACTS if key in context}, ""))
    for point in deal.confirm:
        with gaps_shown():
            other = dict(_leaves(cover_of(altered(deal, deal.steps(point.key)), contract.languages), ""))
        ways |= {way for way, text in plain.items() if other.get(way, text) != text}
    return frozenset(ways)


def _leaves(value: Any, way: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(inner, f"{way}.{key}")
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _leaves(inner, f"{way}.{index}")
    elif isinstance(value, str):
        yield way, str(value)


def marked(value: Any, ways: frozenset[str], way: str = "") -> Any:
    """The context with marks around open values and around the marks of missing ones."""
    if isinstance(value, Mapping):
        return {key: marked(inner, ways, f"{way}.{key}") for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [marked(inner, ways, f"{way}.{index}") for index, inner in enumerate(value)]
    if not isinstance(value, str):
        return value
    if way in ways:
        return _BEFORE + value + _AFTER
    if "[● " in value and not isinstance(value, Markup):
        parts = (_BEFORE + text + _AFTER if gap else escape(text) for text, gap in pieces(value))
        return Markup("").join(parts)
    return value


def highlighted(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts with what stands between marks highlighted, and the marks gone."""
    return {
        name: _highlighted(data, name) if _PRINTED.fullmatch(name) and _OPEN.encode() in data else data
        for name, data in parts.items()
    }


def _highlighted(data: bytes, name: str) -> bytes:
    root = parse(data, name)
    for run in list(root.iter(w("r"))):
        if next(run.iter(etree.ProcessingInstruction), None) is not None:
            _split(run)
    return serialised(root)


def _split(run: etree._Element) -> None:
    """Put runs in the place of one, each with its look, those between the marks highlighted."""
    parent, look = run.getparent(), run.find(w("rPr"))
    assert parent is not None
    at = parent.index(run)
    parent.remove(run)
    opened, new = False, []
    for child in run:
        if child.tag == w("rPr"):
            continue
        if child.tag != w("t"):
            new.append(_run(look, copy.deepcopy(child), opened))
            continue
        for text, toggled in _texts(child):
            if text:
                new.append(_run(look, _text(text), opened))
            opened = toggled if toggled is not None else opened
    for offset, one in enumerate(new):
        parent.insert(at + offset, one)


def _texts(element: etree._Element) -> Iterator[tuple[str, bool | None]]:
    """The pieces of a text, each with what the mark behind it switches to."""
    text = element.text or ""
    for mark in element:
        yield text, isinstance(mark, etree._ProcessingInstruction) and mark.target == _OPEN
        text = mark.tail or ""
    yield text, None


def _run(look: etree._Element | None, child: etree._Element, opened: bool) -> etree._Element:
    out = etree.Element(w("r"))
    if look is not None or opened:
        out.append(_look(look, opened))
    out.append(child)
    return out


def _look(look: etree._Element | None, opened: bool) -> etree._Element:
    out = copy.deepcopy(look) if look is not None else etree.Element(w("rPr"))
    if opened:
        light = etree.Element(w("highlight"))
        light.set(w("val"), "yellow")
        later = [child for child in out if child.tag in _LATER]
        out.insert(out.index(later[0]) if later else len(out), light)
    return out


def _text(text: str) -> etree._Element:
    out = etree.Element(w("t"))
    out.text = text
    out.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return out
