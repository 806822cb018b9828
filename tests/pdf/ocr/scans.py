"""Scans for tests: a drawn page becomes a picture, turned, leaning and noisy, in a PDF that holds nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pytest
from PIL import Image

from tests.reading.paper import WIDTH, Draw, drawn
from tradedocs.pdf.ocr.engine import installed, second_installed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DPI = 200
HIGH = 400.0  # points of the page that are scanned: OCR of half a page takes half the time


def needs_ocr() -> None:
    """Skip where the extra is not installed."""
    if not installed():
        pytest.skip("the extra `ocr` is not installed")


def needs_second() -> None:
    """Skip where tesseract is not installed."""
    if not second_installed():
        pytest.skip("tesseract is not installed")


def picture(folder: Path, draw: Draw, *, turn: int = 0, lean: float = 0.0, noise: float = 6.0) -> Image.Image:
    """The upper part of the drawn page as a scanner sees it.

    Args:
        turn: clockwise quarter turns that the sheet lay wrong by.
        lean: degrees that it leaned by, clockwise.
        noise: standard deviation of each pixel's shade.
    """
    import numpy as np

    with pdfium.PdfDocument(drawn(folder / "drawn.pdf", draw)) as document:
        page = document[0].render(scale=DPI / 72, grayscale=True).to_pil().convert("L")
    page = page.crop((0, 0, round(WIDTH * DPI / 72), round(HIGH * DPI / 72)))
    page = page.rotate(-lean, Image.Resampling.BICUBIC, fillcolor=255).rotate(-90 * turn, expand=True)
    shades = np.asarray(page, dtype=np.float32)
    grains = np.random.default_rng(7).normal(0, noise, shades.shape)
    return Image.fromarray((shades + grains).clip(0, 255).astype(np.uint8))


def pixels(folder: Path, draw: Draw, **options: float) -> NDArray[np.uint8]:
    """The same as an array."""
    import numpy as np

    return np.asarray(picture(folder, draw, **options), dtype=np.uint8)  # type: ignore[arg-type]


def scan(folder: Path, draw: Draw, **options: float) -> Path:
    """A PDF of one page that is only that picture."""
    path = folder / "scan.pdf"
    picture(folder, draw, **options).save(path, "PDF", resolution=DPI, quality=92)  # type: ignore[arg-type]
    return path
