"""Sample report → PDF. The same report gives the same bytes: no date, no compression, standard fonts only."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Spacer,
    Table,
)
from reportlab.platypus import Paragraph as Text

from samples.blocks import (
    Block,
    Conclusion,
    Facts,
    Grid,
    Heading,
    NewPage,
    Paragraph,
    Results,
    SampleReport,
    Signature,
)
from samples.letterhead import FOOT_HEIGHT, HEAD_HEIGHT, draw_foot, draw_head

MARGIN = 18 * mm
WIDTH = A4[0] - 2 * MARGIN
_GREY = HexColor("#e4e7ea")
_LINE = HexColor("#5a6068")
_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=8.5, leading=11, alignment=TA_JUSTIFY)
_STRONG = ParagraphStyle("strong", parent=_BODY, fontName="Helvetica-Bold")
_CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=8, leading=9.6)
_CENTRED = ParagraphStyle("centred", parent=_CELL, alignment=TA_CENTER)
_HEAD = ParagraphStyle("head", parent=_CENTRED, fontName="Helvetica-Bold")
_LABEL = ParagraphStyle("label", parent=_CELL, fontName="Helvetica-Bold")
_SECTION = ParagraphStyle("section", fontName="Helvetica-Bold", fontSize=9.5, leading=12)
_CONCLUSION = ParagraphStyle("conclusion", fontName="Helvetica-Bold", fontSize=11, leading=14)
_PADDING: list[Any] = [
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("TOPPADDING", (0, 0), (-1, -1), 2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
]


def pdf_of(report: SampleReport) -> bytes:
    """The report as a PDF file."""
    total = _drawn(report, 0)[1]
    return _drawn(report, total)[0]


def _drawn(report: SampleReport, total: int) -> tuple[bytes, int]:
    """The file, and how many pages it has; the first drawing counts them for `Page x of y`."""
    out = BytesIO()

    def around(canvas: Any, document: Any) -> None:
        draw_head(canvas, report, document.page, total)
        draw_foot(canvas, report)

    head = HEAD_HEIGHT[report.letterhead.style]
    frame = Frame(MARGIN, FOOT_HEIGHT, WIDTH, A4[1] - head - FOOT_HEIGHT, 0, 0, 0, 0)
    document = BaseDocTemplate(
        out, pagesize=A4, invariant=1, pageCompression=0, title=f"{report.title} {report.number}",
        author=report.letterhead.name, pageTemplates=[PageTemplate(frames=[frame], onPage=around)],
    )  # fmt: skip
    document.build([flowable for block in report.blocks for flowable in _flowables(block, report)])
    return out.getvalue(), document.page


def _flowables(block: Block, report: SampleReport) -> list[Any]:
    match block:
        case NewPage():
            return [PageBreak()]
        case Heading():
            return [
                CondPageBreak(32 * mm),
                Spacer(0, 3 * mm),
                _section(block.text, report),
                Spacer(0, 1.2 * mm),
            ]
        case Paragraph():
            return [Text(escape(block.text), _STRONG if block.bold else _BODY), Spacer(0, 1.6 * mm)]
        case Facts():
            return [_facts(block), Spacer(0, 1.5 * mm)]
        case Results():
            return [_results(block, report), Spacer(0, 2 * mm)]
        case Grid():
            return [_grid(block), Spacer(0, 2 * mm)]
        case Conclusion():
            return [Spacer(0, 1.5 * mm), _conclusion(block, report), Spacer(0, 2 * mm)]
        case Signature():
            return [Spacer(0, 4 * mm), _signature(block)]


def _section(text: str, report: SampleReport) -> Flowable:
    if report.letterhead.style == "boxed":
        bar = Table([[Text(escape(text), _SECTION)]], colWidths=[WIDTH])
        bar.setStyle(
            [("BACKGROUND", (0, 0), (-1, -1), _GREY), ("BOX", (0, 0), (-1, -1), 0.6, _LINE), *_PADDING]
        )
        return bar
    return Text(
        f"<u>{escape(text)}</u>" if report.letterhead.style == "laboratory" else escape(text), _SECTION
    )


def _facts(block: Facts) -> Flowable:
    mark = "" if block.ruled else ":"
    rows = [[Text(escape(label + mark), _LABEL), Text(escape(value), _CELL)] for label, value in block.items]
    table = Table(rows, colWidths=[44 * mm, WIDTH - 44 * mm])
    lines = [("GRID", (0, 0), (-1, -1), 0.5, _LINE)] if block.ruled else []
    table.setStyle([*_PADDING, *lines, ("VALIGN", (0, 0), (-1, -1), "TOP")])
    return table


def _results(block: Results, report: SampleReport) -> Flowable:
    numbers = ("No.",) if block.numbered else ()
    rows = [[Text(escape(text), _HEAD) for text in (*numbers, *block.columns)]]
    for at, row in enumerate(block.rows, 1):
        number = [Text(f"{at}", _CENTRED)] if block.numbered else []
        rows.append([*number, Text(escape(row.name), _CELL), *(Text(escape(c), _CENTRED) for c in row.cells)])
    widths = [10.0, *block.widths] if block.numbered else [*block.widths]
    return _table(rows, widths, roomy=report.letterhead.style == "laboratory")


def _grid(block: Grid) -> Flowable:
    head, *body = block.rows
    first = _CELL if block.labels else _CENTRED
    rows = [[Text(escape(text), _HEAD) for text in head]]
    rows += [[Text(escape(text), _CENTRED if at else first) for at, text in enumerate(row)] for row in body]
    return _table(rows, [*block.widths])


def _table(rows: list[list[Any]], widths: list[float], *, roomy: bool = False) -> Flowable:
    table = Table(rows, colWidths=[width * mm for width in widths], repeatRows=1, hAlign="LEFT")
    table.setStyle(
        [("GRID", (0, 0), (-1, -1), 0.5, _LINE), ("BACKGROUND", (0, 0), (-1, 0), _GREY), *_PADDING]
    )
    if roomy:
        table.setStyle([("TOPPADDING", (0, 0), (-1, -1), 3.2), ("BOTTOMPADDING", (0, 0), (-1, -1), 4.2)])
    return table


def _conclusion(block: Conclusion, report: SampleReport) -> Flowable:
    label, value = Text(escape(block.label) + ":", _CONCLUSION), Text(escape(block.value), _CONCLUSION)
    rows: list[list[Any]] = [[label, value], [Text(escape(block.note), _CELL), ""]]
    table = Table(rows, colWidths=[52 * mm, WIDTH - 52 * mm])
    colour = HexColor(report.letterhead.colour)
    table.setStyle(
        [
            ("BOX", (0, 0), (-1, -1), 1.0, colour),
            ("SPAN", (0, 1), (1, 1)),
            *_PADDING,
            ("LEFTPADDING", (0, 0), (-1, -1), 6),
        ]
    )
    return table


class _Scribble(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A signature: a line of loops whose shape follows the letters of the name."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.width, self.height = 42 * mm, 11 * mm

    def draw(self) -> None:
        canvas = self.canv
        canvas.setStrokeColor(HexColor("#1f3a7a"))
        canvas.setLineWidth(0.9)
        path = canvas.beginPath()
        x = 4.0
        path.moveTo(x, 9)
        for letter in self.name.replace(" ", "")[:9]:
            rise = 4 + ord(letter) % 13
            path.curveTo(x + 1, 9 + rise, x + 7, 9 + rise, x + 5, 8)
            path.curveTo(x + 4, 8 - rise / 3, x + 8, 6, x + 9, 9)
            x += 9
        path.curveTo(x + 8, 14, x + 14, 6, x + 20, 10)
        canvas.drawPath(path)
        canvas.setStrokeColor(_LINE)
        canvas.setLineWidth(0.5)
        canvas.line(0, 1, self.width, 1)


def _signature(block: Signature) -> Flowable:
    columns = len(block.people)
    rows: list[list[Any]] = [
        [Text(f"{escape(block.intro)}<br/><b>{escape(block.company)}</b>", _CELL), *[""] * (columns - 1)],
        [_Scribble(name) for name, _ in block.people],
        [Text(f"{escape(name)}<br/>{escape(role)}", _CELL) for name, role in block.people],
    ]
    table = Table(rows, colWidths=[WIDTH / max(columns, 2)] * columns, hAlign="LEFT")
    table.setStyle([("SPAN", (0, 0), (-1, 0)), ("LEFTPADDING", (0, 0), (-1, -1), 0), *_PADDING])
    return table
