"""Text of a Word file that a reader of its pages does not see: hidden, white on white, or too small to be read.

The look of a run is worked out as Word does: its own properties, then its character style, its paragraph's style, and
the defaults of the file, each style with those that it is based on (ECMA-376 part 1, 17.7.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from lxml import etree

from tradedocs.ui import say
from tradedocs.word.package import DOCUMENT
from tradedocs.word.xml import parse, w

_STYLES = "word/styles.xml"
_PARTS = re.compile(r"word/(?:header|footer|footnotes|endnotes|comments)\d*\.xml")
_TINY = 6
"""In half points: three points are not read on paper."""
_SQUEEZED = 20
"""In percent of the width of the letters."""
_DEEPEST = 20
_OFF = frozenset({"0", "false", "off"})
_PAPER = frozenset({"FFFFFF", "white"})
_LIGHT = frozenset({"background1", "light1"})
_SHOWN = 160
_MAY_HIDE = re.compile(
    rb"""vanish|["'](?i:ffffff|white|background1|light1)["']|<(?:\w+:)?(?:sz\s[^>]*=["'][0-6]["']|w\s)|=["'][^"'<>]*&\#"""
)
"""What any of these marks needs in the bytes of a part: without it nothing in the part hides anything."""
_PLAIN = re.compile(
    rb"""(?:\xef\xbb\xbf)?(?:<\?xml(?:(?!encoding)[^>])*(?:encoding=["'](?i:utf-8|us-ascii)["'][^>]*)?>)?\s*<"""
)
_NAMED = re.compile(rb"""(?:style|Style)\b[^>]*=["']([^"']*)["']""")


def unseen(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """A sentence for each way of not being seen, with the text; none where every text can be seen.

    Raises:
        RefusedInput: a part is not well-formed.
    """
    looks = _Looks(parse(parts[_STYLES], _STYLES) if _STYLES in parts else None)
    found: dict[str, list[str]] = {}
    for name in (DOCUMENT, *sorted(name for name in parts if _PARTS.fullmatch(name))):
        if not looks.everywhere and not _may_hide(parts[name], looks.hiding):
            continue
        for run in parse(parts[name], name).iter(w("r")):
            text = "".join(node.text or "" for node in run.iter(w("t"), w("delText")))
            if text.strip() and (why := _why(run, looks)):
                found.setdefault(why, []).append(text)
    return tuple(f"{why}: {' '.join(' '.join(texts).split())[:_SHOWN]!r}" for why, texts in found.items())


def _may_hide(part: bytes, styles: frozenset[str]) -> bool:
    """Whether something in the part may hide text: a cheap look at its bytes, which most files pass."""
    if _PLAIN.match(part) is None or _MAY_HIDE.search(part):
        return True
    return (
        any(name.decode("utf-8", "replace") in styles for name in set(_NAMED.findall(part)))
        if styles
        else False
    )


def _why(run: etree._Element, looks: _Looks) -> str:
    """Why nobody sees the run; empty where it is seen."""
    layers = looks.of(run)
    if _on(_first(layers, "vanish")):
        return say("hidden text")
    if _number(_first(layers, "sz")) in range(_TINY + 1):
        return say("text too small to be read")
    if _number(_first(layers, "w")) in range(_SQUEEZED + 1):
        return say("text squeezed until it cannot be read")
    color = _first(layers, "color")
    if color is not None and _paper(color) and not looks.on_colour(run, layers):
        return say("white text")
    return ""


def _hides(look: etree._Element) -> bool:
    """Whether some property of this look may hide text."""
    one = (look,)
    color = _first(one, "color")
    return (
        _on(_first(one, "vanish"))
        or _number(_first(one, "sz")) in range(_TINY + 1)
        or _number(_first(one, "w")) in range(_SQUEEZED + 1)
        or (color is not None and _paper(color))
    )


def _first(layers: tuple[etree._Element, ...], name: str) -> etree._Element | None:
    return next((found for look in layers if (found := look.find(w(name))) is not None), None)


def _on(mark: etree._Element | None) -> bool:
    return mark is not None and mark.get(w("val")) not in _OFF


def _number(mark: etree._Element | None) -> int | None:
    """The whole number of a property; None where it has none."""
    value = mark.get(w("val"), "").removesuffix("%") if mark is not None else ""
    return int(value) if value.isascii() and value.isdecimal() else None


def _paper(color: etree._Element) -> bool:
    theme, shade = color.get(w("themeColor")), color.get(w("themeShade"))
    return color.get(w("val"), "").upper() in _PAPER or (theme in _LIGHT and shade is None)


def _coloured(shading: etree._Element | None) -> bool:
    if shading is None:
        return False
    fill = shading.get(w("fill"), "auto").upper()
    return fill not in ("AUTO", "FFFFFF") or shading.get(w("val"), "clear") not in ("clear", "nil")


class _Looks:
    """The styles of a file by their ids, each resolved once."""

    def __init__(self, styles: etree._Element | None) -> None:
        self._styles = styles
        self._chains: dict[str, tuple[etree._Element, ...]] = {}

    @cached_property
    def everywhere(self) -> bool:
        """Whether the defaults of the file may hide text."""
        return any(_hides(look) for look in (*self._default_style, *self._defaults))

    @cached_property
    def hiding(self) -> frozenset[str]:
        """The ids of the styles that may hide text."""
        return frozenset(name for name in self._by_id if any(_hides(look) for look in self._chain(name)))

    def of(self, run: etree._Element) -> tuple[etree._Element, ...]:
        """What says how the run looks, the nearest first."""
        own = run.find(w("rPr"))
        named = own.find(w("rStyle")) if own is not None else None
        paragraph = next(run.iterancestors(w("p")), None)
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}") if paragraph is not None else None
        return (
            *((own,) if own is not None else ()),
            *(self._chain(named.get(w("val"), "")) if named is not None else ()),
            *(self._chain(style.get(w("val"), "")) if style is not None else self._default_style),
            *self._defaults,
        )

    def on_colour(self, run: etree._Element, layers: tuple[etree._Element, ...]) -> bool:
        """Whether something behind the run is not the white of the paper: its shading, its paragraph's, its cell's."""
        if _coloured(_first(layers, "shd")) or _first(layers, "highlight") is not None:
            return True
        for above in run.iterancestors(w("p"), w("tc"), w("tbl")):
            look = above.find(w({"p": "pPr", "tc": "tcPr", "tbl": "tblPr"}[etree.QName(above).localname]))
            if look is None:
                continue
            if _coloured(look.find(w("shd"))):
                return True
            named = look.find(w("tblStyle")) if above.tag == w("tbl") else look.find(w("pStyle"))
            if named is not None and self._shades(named.get(w("val"), "")):
                return True
        return False

    @cached_property
    def _by_id(self) -> dict[str, etree._Element]:
        if self._styles is None:
            return {}
        return {style.get(w("styleId"), ""): style for style in self._styles.iterchildren(w("style"))}

    @cached_property
    def _defaults(self) -> tuple[etree._Element, ...]:
        if self._styles is None:
            return ()
        found = self._styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        return () if found is None else (found,)

    @cached_property
    def _default_style(self) -> tuple[etree._Element, ...]:
        for name, style in self._by_id.items():
            if style.get(w("type")) == "paragraph" and style.get(w("default")) not in (None, *_OFF):
                return self._chain(name)
        return ()

    def _chain(self, name: str) -> tuple[etree._Element, ...]:
        if name not in self._chains:
            out = [look for style in self._ancestry(name) if (look := style.find(w("rPr"))) is not None]
            self._chains[name] = tuple(out)
        return self._chains[name]

    def _ancestry(self, name: str) -> Iterator[etree._Element]:
        """The style and those that it is based on; a circle ends."""
        for _ in range(_DEEPEST):
            style = self._by_id.get(name)
            if style is None:
                return
            yield style
            based = style.find(w("basedOn"))
            if based is None:
                return
            name = based.get(w("val"), "")

    def _shades(self, name: str) -> bool:
        return any(_coloured(shading) for style in self._ancestry(name) for shading in style.iter(w("shd")))
