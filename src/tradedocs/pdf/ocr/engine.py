"""The two engines that read print in pictures: rapidocr (detection and recognition), and tesseract as a second opinion.

Memory and time are not limited here: callers run in a worker of `tradedocs.pdf.sandbox`.
"""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tradedocs.errors import ToolError
from tradedocs.ui import say

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Picture = NDArray[np.uint8]

EXTRA = 'pip install "tradedocs[ocr]"'
MOST_BOXES = 3000
_LIBRARIES = ("rapidocr", "onnxruntime", "cv2", "numpy")
_THREADS = 2
_DETECTED_SIDES = (1664, 1984)  # longer pictures are looked through smaller, finer ones less so; they are
_FINE_PICTURE = 2600  # always recognised at full size
_NARROWEST = 160  # pixels that a crop of 48 rows is padded to: less costs accuracy, more only time
_LONGEST_LINE = 60  # widths over height; a longer crop is no line of print
_SECOND_WAIT = 25.0


class Seen(NamedTuple):
    """Print that was seen in a picture: its box in pixels from the top left, its text, and how sure that is, 0 to 1."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    score: float


class Letter(NamedTuple):
    """One recognised character: where its middle lies (0 left edge of the crop, 1 right), and how sure it is."""

    char: str
    at: float
    score: float


@dataclass(frozen=True)
class Reading:
    """What a crop that holds one line says; `text` is empty when nothing was recognised."""

    text: str
    score: float
    letters: tuple[Letter, ...] = ()


def installed() -> bool:
    """Whether the libraries of the extra `ocr` are here."""
    return all(find_spec(name) is not None for name in _LIBRARIES)


@cache
def _tesseract() -> str | None:
    return shutil.which("tesseract")


def second_installed() -> bool:
    """Whether a tesseract program is on the PATH."""
    return _tesseract() is not None


class Eyes:
    """rapidocr with the models that lie inside its wheel; they are loaded at the first use.

    Raises (on use):
        ToolError: the extra `ocr` is not installed.
    """

    def __init__(self, threads: int = _THREADS) -> None:
        self._threads = threads
        self._loaded: Any = None

    def words(self, picture: Picture) -> tuple[Seen, ...]:
        """Every line of print in the picture, grey or colour, one box each."""
        from tradedocs.pdf.ocr.crops import box_of, cut_out

        quads = self.boxes(picture)
        readings = self.read([cut_out(picture, quad) for quad in quads])
        found = zip(quads, readings, strict=True)
        return tuple(
            Seen(*box_of(quad), reading.text, reading.score) for quad, reading in found if reading.text
        )

    def line(self, picture: Picture) -> Reading:
        """Recognition only, of a picture that holds one line."""
        return self.read([picture])[0]

    def boxes(self, picture: Picture) -> list[NDArray[np.float32]]:
        """Detection only: the four corners of each line of print, clockwise from its top left."""
        from tradedocs.pdf.ocr.crops import coloured, shrunk

        side = _DETECTED_SIDES[max(picture.shape[:2]) > _FINE_PICTURE]
        small, scale = shrunk(coloured(picture), side)
        found = self._engine().text_det(small)
        if found.boxes is None:
            return []
        return [box.astype("float32") / scale for box in found.boxes[:MOST_BOXES]]

    def read(self, crops: Sequence[Picture]) -> tuple[Reading, ...]:
        """Recognition of many crops at once, each holding one line."""
        from tradedocs.pdf.ocr.crops import coloured

        fit = [k for k, crop in enumerate(crops) if _is_line(crop)]
        if not fit:
            return (_NOTHING,) * len(crops)
        found = self._engine().recognize_txt([coloured(crops[k]) for k in fit])
        readings = dict(zip(fit, map(_reading, found.txts, found.scores, found.word_results), strict=True))
        return tuple(readings.get(k, _NOTHING) for k in range(len(crops)))

    def _engine(self) -> Any:
        if self._loaded is None:
            self._loaded = _loaded(self._threads)
        return self._loaded


_NOTHING = Reading("", 0.0)


def _is_line(crop: Picture) -> bool:
    high, wide = crop.shape[:2]
    return bool(high >= 4 and 3 <= wide <= _LONGEST_LINE * high)


def _loaded(threads: int) -> Any:
    if not installed():
        raise ToolError(
            say("pages that are pictures need the extra `ocr`, which is not installed"),
            way_out=say("Install it: {command}", command=EXTRA),
        )
    from rapidocr import RapidOCR

    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
    engine = RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,
            "Global.return_word_box": True,
            "Rec.rec_img_shape": [3, 48, _NARROWEST],
            "EngineConfig.onnxruntime.intra_op_num_threads": threads,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )
    engine._load_det_model()
    return engine


def _reading(text: str, score: float, info: Any) -> Reading:
    """The line with the place of each letter, from the columns in which the recogniser saw them."""
    if not text.strip():
        return _NOTHING
    letters = _letters(text, info)
    return Reading(text.strip(), float(score), letters)


def _letters(text: str, info: Any) -> tuple[Letter, ...]:
    columns = [column for group in (info.word_cols or ()) for column in group]
    printed = [k for k, char in enumerate(text) if not char.isspace()]
    if len(columns) != len(printed) or len(info.confs or ()) != len(text) or not info.line_txt_len:
        return ()
    return tuple(
        Letter(text[k], (column + 0.5) / info.line_txt_len, float(info.confs[k]))
        for k, column in zip(printed, columns, strict=True)
    )


def second_lines(pictures: Sequence[Picture], *, chinese: bool = False) -> tuple[str | None, ...]:
    """What tesseract reads in each of the pictures that hold one line; its data is loaded only once for all."""
    nothing = (None,) * len(pictures)
    program = _tesseract()
    if program is None or not pictures:
        return nothing
    from tradedocs.pdf.ocr.crops import png_of

    with tempfile.TemporaryDirectory(prefix="tradedocs-") as folder:
        names = [Path(folder, f"{k}.png") for k in range(len(pictures))]
        for name, picture in zip(names, pictures, strict=True):
            name.write_bytes(png_of(picture))
        listed = Path(folder, "lines.txt")
        listed.write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
        printed = _printed_by(
            [program, str(listed), "stdout", "--psm", "7", "-l", _languages(program, chinese=chinese)]
        )
    pages = printed.removesuffix("\f").split("\f")
    texts = [" ".join(text.split()) or None for text in pages]
    return tuple(texts) if len(texts) == len(pictures) else nothing


def _printed_by(command: Sequence[str]) -> str:
    """What the program prints; nothing where it fails or takes too long."""
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        ran = subprocess.run(command, capture_output=True, timeout=_SECOND_WAIT, check=False, env=environment)  # noqa: S603 (the program found on the PATH, no shell)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return ran.stdout.decode("utf-8", "replace") if ran.returncode == 0 else ""


@cache
def _languages(program: str, *, chinese: bool) -> str:
    """English, and before it simplified Chinese where it is wanted and its data is installed."""
    if chinese and "chi_sim" in _printed_by([program, "--list-langs"]).split():
        return "chi_sim+eng"
    return "eng"
