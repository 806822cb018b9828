"""Scans of signed copies: PDFs with a text layer, or pictures without one."""

from __future__ import annotations

import io
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

from tradedocs.word.package import read_parts
from tradedocs.word.text import visible_text

FONT = "STSong-Light"


def scan_of(contract: Path, target: Path, *, without: str = "", picture: bool = False) -> Path:
    """A PDF with the words of a contract file, as a scanner with OCR makes it; a picture has no words at all."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=A4, invariant=1)
    lines = visible_text(read_parts(contract.read_bytes(), name="c")).splitlines()
    if picture:
        page.rect(100, 100, 200, 300, fill=1)
        page.showPage()
    else:
        pieces = [
            line[k : k + 60]
            for line in lines
            if not without or without not in line
            for k in range(0, len(line), 60)
        ]
        for start in range(0, len(pieces), 60):
            page.setFont(FONT, 9)
            for row, piece in enumerate(pieces[start : start + 60]):
                page.drawString(40, 800 - 12 * row, piece)
            page.showPage()
    page.save()
    target.write_bytes(out.getvalue())
    return target
