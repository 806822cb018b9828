"""The head and the foot of every page: issuer, report number, date, page x of y, small print."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor, black
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph

from samples.blocks import SampleReport

HEAD_HEIGHT = {"boxed": 40 * mm, "certificate": 46 * mm, "laboratory": 42 * mm}
FOOT_HEIGHT = 33 * mm
_LEFT, _RIGHT, _TOP = 18 * mm, A4[0] - 18 * mm, A4[1]
_SMALL = ParagraphStyle("small", fontName="Helvetica", fontSize=6.2, leading=7.2, alignment=TA_JUSTIFY)


def draw_head(canvas: Any, report: SampleReport, page: int, total: int) -> None:
    """Draw the head in the issuer's style."""
    pages = f"Page {page} of {total}"
    {"boxed": _boxed, "certificate": _certificate, "laboratory": _laboratory}[report.letterhead.style](
        canvas, report, pages
    )


def _boxed(canvas: Any, report: SampleReport, pages: str) -> None:
    colour = HexColor(report.letterhead.colour)
    top, bottom = _TOP - 13 * mm, _TOP - 35 * mm
    first, second = _LEFT + 52 * mm, _RIGHT - 60 * mm
    canvas.setLineWidth(0.6)
    canvas.rect(_LEFT, bottom, _RIGHT - _LEFT, top - bottom)
    for x in (first, second):
        canvas.line(x, bottom, x, top)
    step = (top - bottom) / 3
    for at in (1, 2):
        canvas.line(second, bottom + at * step, _RIGHT, bottom + at * step)
    canvas.line(second + 24 * mm, bottom + step, second + 24 * mm, top)
    canvas.setFillColor(colour)
    _lines(canvas, report.letterhead.name.split(" ", 2), _LEFT + 15 * mm, top - 7 * mm)
    draw = _arches if report.letterhead.emblem == "arches" else _diamonds
    draw(canvas, _LEFT + 8 * mm, (top + bottom) / 2)
    canvas.setFillColor(black)
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawCentredString((first + second) / 2, (top + bottom) / 2 - 2 * mm, report.title)
    rows = ((report.number_label, report.number), (report.date_label, report.date))
    for at, (label, value) in enumerate(rows, 1):
        y = top - at * step + step / 2 - 1 * mm
        canvas.setFont("Helvetica-Bold", 8)
        canvas.drawString(second + 2 * mm, y, f"{label}:")
        canvas.setFont("Helvetica", 8)
        canvas.drawString(second + 26 * mm, y, value)
    canvas.drawCentredString((second + _RIGHT) / 2, bottom + step / 2 - 1 * mm, pages)


def _lines(canvas: Any, words: list[str], x: float, y: float) -> None:
    """The first words of the name one below the other, the way a letterhead sets them."""
    for at, word in enumerate(words[:2]):
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(x, y - at * 5 * mm, word)
    canvas.setFont("Helvetica", 6.5)
    canvas.drawString(x, y - 9.5 * mm, " ".join(words[2:]))


def _arches(canvas: Any, x: float, y: float) -> None:
    """Three nested arches: a mark that belongs to nobody."""
    canvas.setStrokeColor(canvas._fillColorObj)
    canvas.setLineWidth(1.1)
    for size in (5 * mm, 3.4 * mm, 1.8 * mm):
        canvas.arc(x - size, y - 2 * mm - size, x + size, y - 2 * mm + size, 0, 180)
    canvas.line(x - 5.6 * mm, y - 2 * mm, x + 5.6 * mm, y - 2 * mm)
    canvas.setStrokeColor(black)


def _diamonds(canvas: Any, x: float, y: float) -> None:
    """Two nested diamonds: a mark that belongs to nobody."""
    for size in (5 * mm, 2.6 * mm):
        path = canvas.beginPath()
        path.moveTo(x, y + size)
        for dx, dy in ((size, 0), (0, -size), (-size, 0)):
            path.lineTo(x + dx, y + dy)
        path.close()
        canvas.setStrokeColor(canvas._fillColorObj)
        canvas.setLineWidth(1.1)
        canvas.drawPath(path)
    canvas.setStrokeColor(black)


def _certificate(canvas: Any, report: SampleReport, pages: str) -> None:
    colour = HexColor(report.letterhead.colour)
    middle = A4[0] / 2
    canvas.setFillColor(colour)
    canvas.setFont("Times-Bold", 17)
    canvas.drawCentredString(middle, _TOP - 18 * mm, report.letterhead.name)
    canvas.setFont("Times-Italic", 9)
    canvas.drawCentredString(middle, _TOP - 23 * mm, report.letterhead.tagline)
    canvas.setStrokeColor(colour)
    for y, width in ((25.5, 1.4), (26.6, 0.4)):
        canvas.setLineWidth(width)
        canvas.line(_LEFT, _TOP - y * mm, _RIGHT, _TOP - y * mm)
    canvas.setFillColor(black)
    canvas.setFont("Times-Bold", 14)
    canvas.drawCentredString(middle, _TOP - 34 * mm, report.title.upper())
    _number_line(canvas, report, pages, _TOP - 41 * mm)


def _laboratory(canvas: Any, report: SampleReport, pages: str) -> None:
    canvas.setFillColor(HexColor(report.letterhead.colour))
    canvas.setFont("Helvetica-Bold", 19)
    canvas.drawString(_LEFT, _TOP - 18 * mm, report.letterhead.name.split(" ")[0])
    canvas.setFont("Helvetica", 8)
    canvas.drawString(_LEFT, _TOP - 22.5 * mm, report.letterhead.tagline)
    canvas.setStrokeColor(HexColor(report.letterhead.colour))
    canvas.setLineWidth(0.8)
    canvas.line(_LEFT, _TOP - 25 * mm, _RIGHT, _TOP - 25 * mm)
    canvas.setFillColor(black)
    canvas.setFont("Helvetica-Bold", 12)
    canvas.drawString(_LEFT, _TOP - 35 * mm, report.title)
    _number_line(canvas, report, pages, _TOP - 35 * mm, first=_LEFT + 42 * mm)


def _number_line(canvas: Any, report: SampleReport, pages: str, y: float, first: float = _LEFT) -> None:
    x = first
    for label, value, room in (
        (report.number_label, report.number, 62 * mm),
        (report.date_label, report.date, 0),
    ):
        canvas.setFont("Helvetica-Bold", 8.5)
        canvas.drawString(x, y, f"{label}:")
        inset = canvas.stringWidth(f"{label}:", "Helvetica-Bold", 8.5) + 3
        canvas.setFont("Helvetica", 8.5)
        canvas.drawString(x + inset, y, value)
        x += room
    canvas.drawRightString(_RIGHT, y, pages)


def draw_foot(canvas: Any, report: SampleReport) -> None:
    """Draw the small print and the issuer's address."""
    letterhead = report.letterhead
    canvas.setStrokeColor(HexColor(letterhead.colour))
    canvas.setLineWidth(0.6)
    canvas.line(_LEFT, 30 * mm, _RIGHT, 30 * mm)
    text = Paragraph(escape(letterhead.small_print), _SMALL)
    _, height = text.wrap(_RIGHT - _LEFT, 20 * mm)
    text.drawOn(canvas, _LEFT, 29 * mm - height)
    canvas.setFillColor(HexColor(letterhead.colour))
    canvas.setFont("Helvetica-Bold", 6.5)
    canvas.drawString(_LEFT, 11.5 * mm, letterhead.name)
    canvas.setFillColor(HexColor("#444444"))
    canvas.setFont("Helvetica", 6.2)
    for at, line in enumerate(letterhead.foot):
        canvas.drawString(_LEFT, (8.6 - 2.8 * at) * mm, line)
    canvas.setFillColor(black)
    canvas.setStrokeColor(black)
