"""The frame of an open page: how its user space lies on the page as a viewer shows it."""

from __future__ import annotations

import ctypes

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from tradedocs.pdf import calls
from tradedocs.pdf.geometry import Frame


def frame_of(leaf: pdfium.PdfPage) -> Frame:
    """How the page is shown: the crop box, held inside the media box, under its rotation.

    pdfium is asked for the box that it renders: a page may inherit its boxes, or have none that can be used.
    """
    if not raw.FPDF_GetPageBoundingBox(leaf.raw, ctypes.cast(calls.AT, ctypes.POINTER(raw.FS_RECTF))):
        return Frame.of((0.0, 0.0, *leaf.get_size()), 0)
    left, top, right, bottom = calls.four_floats()
    return Frame.of((left, bottom, right, top), leaf.get_rotation())
