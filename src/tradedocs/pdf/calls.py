"""pdfium's functions that are called for every word and every drawn object, with handles as plain integers.

The library's own bindings make an object of each handle and check each argument, which costs as much as the calls.
A handle that pdfium gave as an integer is only valid while its page is open.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import c_float, c_int, c_uint, c_ulong, c_void_p
from typing import Any

import pypdfium2.raw as raw

from tradedocs.pdf.geometry import Matrix


def handle(pointer: Any) -> int:
    """The integer of a handle that the library's own bindings gave; 0 for none."""
    return ctypes.cast(pointer, c_void_p).value or 0


def _bound(name: str, result: Any, *arguments: Any) -> Any:
    return ctypes.PYFUNCTYPE(result, *arguments)(handle(getattr(raw, name)))


count_objects = _bound("FPDFPage_CountObjects", c_int, c_void_p)
get_object = _bound("FPDFPage_GetObject", c_void_p, c_void_p, c_int)
count_inside = _bound("FPDFFormObj_CountObjects", c_int, c_void_p)
get_inside = _bound("FPDFFormObj_GetObject", c_void_p, c_void_p, c_int)
object_kind = _bound("FPDFPageObj_GetType", c_int, c_void_p)
object_bounds = _bound("FPDFPageObj_GetBounds", c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
object_matrix = _bound("FPDFPageObj_GetMatrix", c_int, c_void_p, c_void_p)
fill_colour = _bound("FPDFPageObj_GetFillColor", c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
stroke_colour = _bound("FPDFPageObj_GetStrokeColor", c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
set_active = _bound("FPDFPageObj_SetIsActive", c_int, c_void_p, c_int)
clip_path = _bound("FPDFPageObj_GetClipPath", c_void_p, c_void_p)
clip_count = _bound("FPDFClipPath_CountPaths", c_int, c_void_p)
clip_segments = _bound("FPDFClipPath_CountPathSegments", c_int, c_void_p, c_int)
clip_segment = _bound("FPDFClipPath_GetPathSegment", c_void_p, c_void_p, c_int, c_int)
mark_at = _bound("FPDFPageObj_GetMark", c_void_p, c_void_p, c_ulong)
mark_name = _bound("FPDFPageObjMark_GetName", c_int, c_void_p, c_void_p, c_ulong, c_void_p)
mark_holds = _bound("FPDFPageObjMark_GetParamValueType", c_int, c_void_p, ctypes.c_char_p)
draw_mode = _bound("FPDFPath_GetDrawMode", c_int, c_void_p, c_void_p, c_void_p)
count_segments = _bound("FPDFPath_CountSegments", c_int, c_void_p)
segment_at = _bound("FPDFPath_GetPathSegment", c_void_p, c_void_p, c_int)
segment_point = _bound("FPDFPathSegment_GetPoint", c_int, c_void_p, c_void_p, c_void_p)
segment_kind = _bound("FPDFPathSegment_GetType", c_int, c_void_p)
segment_closes = _bound("FPDFPathSegment_GetClose", c_int, c_void_p)
render_mode = _bound("FPDFTextObj_GetTextRenderMode", c_int, c_void_p)
font_of = _bound("FPDFTextObj_GetFont", c_void_p, c_void_p)
font_data = _bound("FPDFFont_GetFontData", c_int, c_void_p, c_void_p, ctypes.c_size_t, c_void_p)
count_characters = _bound("FPDFText_CountChars", c_int, c_void_p)
get_text = _bound("FPDFText_GetText", c_int, c_void_p, c_int, c_int, c_void_p)
code_point = _bound("FPDFText_GetUnicode", c_uint, c_void_p, c_int)
text_object = _bound("FPDFText_GetTextObject", c_void_p, c_void_p, c_int)
text_matrix = _bound("FPDFText_GetMatrix", c_int, c_void_p, c_int, c_void_p)
loose_box = _bound("FPDFText_GetLooseCharBox", c_int, c_void_p, c_int, c_void_p)
is_generated = _bound("FPDFText_IsGenerated", c_int, c_void_p, c_int)
has_map_error = _bound("FPDFText_HasUnicodeMapError", c_int, c_void_p, c_int)

# Where pdfium writes its answers. One program reads one page at a time, so one place for each is enough.
# They are read through views: an array of C numbers makes its items far more slowly.
_FLOATS = (c_float * 6)()
_FLOATS_AT = tuple(ctypes.addressof(_FLOATS) + 4 * k for k in range(6))
AT = _FLOATS_AT[0]
_SIX: Any = memoryview(_FLOATS).cast("B").cast("f")
four_floats: Callable[[], list[float]] = _SIX[:4].tolist
six_floats: Callable[[], list[float]] = _SIX.tolist
_two_floats: Callable[[], list[float]] = _SIX[4:].tolist
_NAME, _LENGTH = ctypes.create_string_buffer(32), c_ulong()
_NAME_AT, _LENGTH_AT = ctypes.addressof(_NAME), ctypes.addressof(_LENGTH)
_COUNTS = (c_uint * 4)()
_COUNTS_AT = tuple(ctypes.addressof(_COUNTS) + 4 * k for k in range(4))
_four_counts: Callable[[], list[int]] = memoryview(_COUNTS).cast("B").cast("I").tolist


def bounds_of(piece: int) -> tuple[float, float, float, float] | None:
    """Left, bottom, right and top of a drawn object in the space that it is drawn in."""
    if not object_bounds(piece, *_FLOATS_AT[:4]):
        return None
    left, bottom, right, top = four_floats()
    return left, bottom, right, top


def matrix_of(piece: int) -> Matrix:
    """The matrix of an object."""
    object_matrix(piece, AT)
    a, b, c, d, e, f = six_floats()
    return a, b, c, d, e, f


def modes_of(piece: int) -> tuple[int, int]:
    """How a path is filled (0: not), and whether it is stroked."""
    if not draw_mode(piece, _COUNTS_AT[0], _COUNTS_AT[1]):
        return 0, 0
    filled, stroked, _, _ = _four_counts()
    return filled, stroked


def colour_of(piece: int, *, stroke: bool = False) -> tuple[int, int, int, int]:
    """Red, green, blue and opacity, 0 to 255, in which an object is filled or stroked."""
    (stroke_colour if stroke else fill_colour)(piece, *_COUNTS_AT)
    red, green, blue, alpha = _four_counts()
    return red, green, blue, alpha


def point_of(segment: int) -> tuple[float, float]:
    """The point that a path's segment ends in."""
    segment_point(segment, _FLOATS_AT[4], _FLOATS_AT[5])
    x, y = _two_floats()
    return x, y


def name_of(mark: int) -> str:
    """The name of a content mark, as far as 16 characters go."""
    if not mark_name(mark, _NAME_AT, ctypes.sizeof(_NAME), _LENGTH_AT):
        return ""
    return _NAME.raw[: max(min(_LENGTH.value, len(_NAME)) - 2, 0)].decode("utf-16-le", "replace")
