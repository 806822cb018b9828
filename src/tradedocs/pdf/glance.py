"""A first glance at a small picture by itself, apart from its page: it costs a fraction of rendering the page there."""

from __future__ import annotations

import ctypes

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image

from tradedocs.pdf.calls import matrix_of
from tradedocs.pdf.geometry import Matrix, times
from tradedocs.pdf.icons import GRID, may_be_sign

_MOST = 2_000  # different pictures that are remembered


class Glance:
    """Which pictures of a document may be a tick or a cross; each different picture is looked at once."""

    def __init__(self) -> None:
        self._known: dict[bytes, bool] = {}

    def may_be_sign(self, leaf: pdfium.PdfPage, piece: int, form: Matrix) -> bool:
        """Whether the picture, an object of the page, may be a sign; also when it cannot be told.

        `form` is the matrix of the form that the object lies in.
        """
        data = _by_itself(leaf, piece, form)
        if data is None:
            return True
        known = self._known.get(data)
        if known is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            picture = Image.frombuffer("RGBA", (GRID, GRID), data, "raw", "BGRA", 0, 1)
            known = self._known[data] = may_be_sign(picture)
        return known


def _by_itself(leaf: pdfium.PdfPage, piece: int, form: Matrix) -> bytes | None:
    """The pixels of the picture with its mask, turned as it is on the page; None where that cannot be had."""
    placed = matrix_of(piece)
    a, b, c, d, _, _ = times(placed, form)
    wide, high = abs(a) + abs(c), abs(b) + abs(d)
    if leaf.get_rotation() or not wide or not high:
        return None
    handle = ctypes.cast(piece, raw.FPDF_PAGEOBJECT)
    square = raw.FS_MATRIX(a / wide * GRID, b / high * GRID, c / wide * GRID, d / high * GRID, 0, 0)
    raw.FPDFPageObj_SetMatrix(handle, square)
    bitmap = raw.FPDFImageObj_GetRenderedBitmap(leaf.pdf.raw, leaf.raw, handle)
    raw.FPDFPageObj_SetMatrix(handle, raw.FS_MATRIX(*placed))
    if not bitmap:
        return None
    try:
        shape = raw.FPDFBitmap_GetWidth(bitmap), raw.FPDFBitmap_GetHeight(bitmap)
        size = 4 * GRID * GRID
        if shape != (GRID, GRID) or raw.FPDFBitmap_GetStride(bitmap) * GRID != size:
            return None
        return ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), size)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
