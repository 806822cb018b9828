"""WordprocessingML as text: runs, fields, paragraphs and tables. `Markup.format` escapes every text.

Widths are in twips (1/1440 inch). The order of the properties is the schema's; Word refuses another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from markupsafe import Markup

from tradedocs.model.clause import Language

_NOTHING = Markup("")
_LANG = Markup('<w:lang w:val="en-GB" w:eastAsia="zh-CN"/>')
# Without the hint Word sets quotes and dashes of a Chinese sentence in the Latin font.
_HINT = {"en": _NOTHING, "zh": Markup('<w:rFonts w:hint="eastAsia"/>')}


@cache
def _look(language: Language, style: str | None) -> Markup:
    named = Markup('<w:rStyle w:val="{}"/>').format(style) if style else _NOTHING
    return Markup("<w:rPr>{}{}{}</w:rPr>").format(named, _HINT[language], _LANG)


def run(text: str, language: Language, style: str | None = None) -> Markup:
    """A run of text in one language, in a character style of the template."""
    return Markup('<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>') % (_look(language, style), text)


def field(instruction: str, cached: str, language: Language, style: str | None = None) -> Markup:
    """A field with the result that is shown until a program works it out anew."""
    return Markup(
        '<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r>{look}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>'
        "<w:r>{look}<w:t>{cached}</w:t></w:r>"
        '<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    ).format(look=_look(language, style), instruction=instruction, cached=cached)


def bookmark(number: int, name: str, content: Markup) -> Markup:
    """Content that references can point to; `number` is unique in the document."""
    return Markup(
        '<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'
    ).format(number=number, name=name, content=content)


def joined(pieces: Iterable[Markup]) -> Markup:
    """Pieces of markup one after another."""
    return _NOTHING.join(pieces)


def paragraph(style: str, *runs: Markup, keep_next: bool = False) -> Markup:
    """A paragraph in a style of the template; `keep_next` holds it on the page of what follows."""
    keep = Markup("<w:keepNext/>") if keep_next else _NOTHING
    return Markup('<w:p><w:pPr><w:pStyle w:val="{}"/>{}</w:pPr>{}</w:p>').format(style, keep, joined(runs))


def cell(width: int, *paragraphs: Markup, fill: str | None = None) -> Markup:
    """A cell; Word needs at least one paragraph in it."""
    shade = Markup('<w:shd w:val="clear" w:color="auto" w:fill="{}"/>').format(fill) if fill else _NOTHING
    return Markup('<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/>{}</w:tcPr>{}</w:tc>').format(
        width, shade, joined(paragraphs)
    )


def row(cells: Iterable[Markup], *, header: bool = False) -> Markup:
    """A row that is never split over pages; a header row is repeated on each page."""
    repeated = Markup("<w:tblHeader/>") if header else _NOTHING
    return Markup("<w:tr><w:trPr><w:cantSplit/>{}</w:trPr>{}</w:tr>").format(repeated, joined(cells))


def table(style: str, widths: Sequence[int], rows: Iterable[Markup]) -> Markup:
    """A table of fixed column widths."""
    grid = joined(Markup('<w:gridCol w:w="{}"/>').format(width) for width in widths)
    return Markup(
        '<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr>'
        "<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    ).format(style=style, width=sum(widths), grid=grid, rows=joined(rows))
