"""Small reports drawn with reportlab: text and ruled tables at exact places, measured from the top left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

from tradedocs.flows.reading import read_report
from tradedocs.model.report import Report

WIDTH, HEIGHT = A4
Draw = Callable[["Sheet"], None]


class Sheet:
    """One document that is being drawn."""

    def __init__(self, path: Path, **options: object) -> None:
        self.canvas = Canvas(str(path), pagesize=A4, invariant=1, **options)
        self.font = "Helvetica"

    def script(self, name: str) -> None:
        """Write on in a font for `chinese` (Greek and Cyrillic letters are in it as well) or `korean`."""
        self.font = {"chinese": "STSong-Light", "korean": "HYSMyeongJo-Medium"}[name]
        registerFont(UnicodeCIDFont(self.font))

    def text(self, x: float, y: float, text: str, size: float = 9) -> None:
        """Text whose baseline is `y` points under the top edge."""
        self.canvas.setFont(self.font, size)
        self.canvas.drawString(x, HEIGHT - y, text)

    def raised(self, x: float, y: float, text: str, raised: str, size: float = 10) -> None:
        """Text with a small raised tail, as in 10 to the power of 3."""
        piece = self.canvas.beginText(x, HEIGHT - y)
        piece.setFont("Helvetica", size)
        piece.textOut(text)
        piece.setFont("Helvetica", size * 0.62)
        piece.setRise(size * 0.4)
        piece.textOut(raised)
        piece.setRise(0)
        self.canvas.drawText(piece)

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A thin straight line."""
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)

    def ruled(
        self, x: float, y: float, widths: Sequence[float], rows: Sequence[Sequence[str]], high: float = 18
    ) -> float:
        """A fully ruled table; a cell `<` goes on with the cell to its left, `^` with the one above."""
        xs = [x + sum(widths[:k]) for k in range(len(widths) + 1)]
        for i, row in enumerate(rows):
            top = y + i * high
            for k, cell in enumerate(row):
                if cell != "^":
                    self.line(xs[k], top, xs[k + 1], top)
                if cell != "<":
                    self.line(xs[k], top, xs[k], top + high)
                if cell not in ("<", "^"):
                    self.text(xs[k] + 4, top + 12, cell)
        bottom = y + len(rows) * high
        self.line(xs[0], bottom, xs[-1], bottom)
        self.line(xs[-1], y, xs[-1], bottom)
        return bottom

    def columns(
        self, xs: Sequence[float], y: float, rows: Sequence[Sequence[str]], high: float = 14
    ) -> float:
        """Rows of text at fixed places, without any line."""
        for i, row in enumerate(rows):
            for x, cell in zip(xs, row, strict=True):
                if cell:
                    self.text(x, y + i * high, cell)
        return y + len(rows) * high

    def page(self) -> None:
        """End the page."""
        self.canvas.showPage()


def drawn(path: Path, draw: Draw, **options: object) -> Path:
    """The file with what `draw` puts on it."""
    sheet = Sheet(path, **options)
    draw(sheet)
    sheet.canvas.save()
    return path


def read(path: Path, draw: Draw, **options: object) -> Report:
    """What the program reads from the drawn report."""
    return read_report(drawn(path / "report.pdf", draw, **options))


def rows(report: Report) -> list[tuple[str, str | None, str | None]]:
    """Parameter, specimen and printed result of every result."""
    return [(r.parameter, r.specimen, r.result) for r in report.results]
