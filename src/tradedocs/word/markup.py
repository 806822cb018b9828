"""WordprocessingML as text: runs, fields, paragraphs and tables. `Markup` escapes every text put into it.

Widths are in twips (1/1440 inch). The order of the properties is the schema's; Word refuses another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from markupsafe import Markup

from tradedocs.model.clause import Language
from tradedocs.words.missing import GAP

_NOTHING = Markup("")
_KEEP_NEXT = Markup("<w:keepNext/>")
_RUN = Markup('<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>')
_BOOKMARK = Markup('<w:bookmarkStart w:id="%d" w:name="%s"/>%s<w:bookmarkEnd w:id="%d"/>')
_PARAGRAPH = Markup('<w:p><w:pPr><w:pStyle w:val="%s"/>%s</w:pPr>%s</w:p>')
_CELL = Markup('<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s</w:tcPr>%s</w:tc>')
_ROW = Markup("<w:tr><w:trPr><w:cantSplit/>%s%s</w:trPr>%s</w:tr>")
HIGHLIGHT = Markup('<w:highlight w:val="yellow"/>')
_LANG = Markup('<w:lang w:val="en-GB" w:eastAsia="zh-CN"/>')
# Without the hint Word sets quotes and dashes of a Chinese sentence in the Latin font.
_HINT = {"en": _NOTHING, "zh": Markup('<w:rFonts w:hint="eastAsia"/>')}


@cache
def _look(language: Language, style: str | None, open_: bool = False, faint: bool = False) -> Markup:
    named = Markup('<w:rStyle w:val="{}"/>').format(style) if style else _NOTHING
    grey = Markup('<w:color w:val="808080"/>') if faint else _NOTHING
    return Markup("<w:rPr>{}{}{}{}{}</w:rPr>").format(
        named, _HINT[language], grey, HIGHLIGHT if open_ else _NOTHING, _LANG
    )


def run(
    text: str, language: Language, style: str | None = None, *, open_: bool = False, faint: bool = False
) -> Markup:
    """A run of text in one language, in a character style of the template.

    An open value is highlighted; in any text, the mark of a missing value is.
    """
    if "[● " in text and not open_:
        return joined(
            run(piece, language, style, open_=marked, faint=faint) for piece, marked in pieces(text) if piece
        )
    look = _look(language, style, open_, faint)
    return _RUN % (look, text)


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is the mark of a missing value."""
    at = 0
    for gap in GAP.finditer(text):
        yield text[at : gap.start()], False
        yield gap[0], True
        at = gap.end()
    yield text[at:], False


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
    return _BOOKMARK % (number, name, content, number)


def control(
    number: int, tag: str, title: str, content: Markup, *, to_fill: bool = False, fixed: bool = False
) -> Markup:
    """An inline content control around runs; `number` is unique among the controls of the document.

    Its text can be edited and commented; the control itself cannot be deleted. One to fill shows its text as a
    placeholder, and may be deleted. The text of a `fixed` one cannot be edited.
    """
    lock = Markup('<w:lock w:val="{}"/>').format("sdtContentLocked" if fixed else "sdtLocked")
    kind = Markup("<w:showingPlcHdr/>") if to_fill else lock
    return Markup(
        '<w:sdt><w:sdtPr><w:alias w:val="{title}"/><w:tag w:val="{tag}"/><w:id w:val="{number}"/>{kind}</w:sdtPr>'
        "<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    ).format(title=title, tag=tag, number=number, kind=kind, content=content)


def joined(parts: Iterable[Markup]) -> Markup:
    """Pieces of markup one after another."""
    return _NOTHING.join(parts)


def paragraph(
    style: str, *runs: Markup, keep_next: bool = False, right: bool = False, spacing: Markup = _NOTHING
) -> Markup:
    """A paragraph in a style of the template; `keep_next` holds it on the page of what follows."""
    keep = (_KEEP_NEXT if keep_next else _NOTHING) + spacing
    if right:
        keep += Markup('<w:jc w:val="right"/>')
    return _PARAGRAPH % (style, keep, joined(runs))


def cell(width: int, *paragraphs: Markup, fill: str | None = None) -> Markup:
    """A cell; Word needs at least one paragraph in it."""
    shade = Markup('<w:shd w:val="clear" w:color="auto" w:fill="{}"/>').format(fill) if fill else _NOTHING
    return _CELL % (width, shade, joined(paragraphs))


def row(cells: Iterable[Markup], *, header: bool = False, height: int = 0) -> Markup:
    """A row that is never split over pages; a header row is repeated on each page."""
    repeated = Markup("<w:tblHeader/>") if header else _NOTHING
    tall = Markup('<w:trHeight w:val="{}" w:hRule="atLeast"/>').format(height) if height else _NOTHING
    return _ROW % (tall, repeated, joined(cells))


def table(style: str, widths: Sequence[int], rows: Iterable[Markup]) -> Markup:
    """A table of fixed column widths."""
    grid = joined(Markup('<w:gridCol w:w="{}"/>').format(width) for width in widths)
    return Markup(
        '<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr>'
        "<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    ).format(style=style, width=sum(widths), grid=grid, rows=joined(rows))
