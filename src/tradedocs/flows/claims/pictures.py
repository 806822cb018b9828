"""What a picture's file says of itself, and a fingerprint of what it shows."""

from __future__ import annotations

import io
import struct
import warnings
from datetime import datetime
from decimal import Decimal
from typing import Any

from tradedocs.errors import RefusedInput
from tradedocs.model.claim import ImageFacts
from tradedocs.pdf.sandbox import Limits, can_fork, supervised
from tradedocs.ui import say

_MOST_PIXELS = 200_000_000
_SIDE = 8
_FLAT = 2
_READ, _REFUSED = b"J", b"R"
_LIMITS = Limits(memory=1 << 30, cpu=20, wall=60.0, answer=1 << 20)
_FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "BMP", "GIF")
_NEAR = 8
"""Bits in which two fingerprints of the same picture may differ: saved again, resized, slightly brightened."""
_TAKEN, _MAKE, _MODEL, _SOFTWARE, _GPS, _EXIF = 0x9003, 0x010F, 0x0110, 0x0131, 0x8825, 0x8769
_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".bmp", ".gif"})
UNREAD = frozenset({".heic", ".heif", ".avif"})
"""Kinds that are stored and not looked into."""


def is_picture(suffix: str) -> bool:
    """Whether a file of that ending is looked into."""
    return suffix.lower() in _ENDINGS


def image_facts(data: bytes, name: str) -> ImageFacts:
    """Size, camera, time and place, and the fingerprint.

    On POSIX the picture is opened in a forked worker with limits of memory and time; on Windows in the program itself.

    Raises:
        RefusedInput: it is no picture, is damaged, or unpacks to too much.
    """
    if not can_fork():
        try:
            return _facts(data)
        except _Unfit as error:
            raise _refused(name, str(error)) from error
    ended = supervised(lambda _note: _job(data), _LIMITS)
    if ended.outcome != "done" or ended.error:
        why = ended.error.decode(errors="replace") if ended.error else ""
        limit = say("it takes more than {limit}", limit=ended.reason) if ended.reason else ""
        raise _refused(name, limit or why or say("opening it broke off"))
    if ended.answer[:1] == _REFUSED:
        raise _refused(name, ended.answer[1:].decode())
    return ImageFacts.model_validate_json(ended.answer[1:])


def _job(data: bytes) -> bytes:
    """The worker's answer: the facts, or the reason why the picture is refused."""
    try:
        return _READ + _facts(data).model_dump_json().encode()
    except _Unfit as error:
        return _REFUSED + str(error).encode()


class _Unfit(Exception):
    """Why a picture cannot be used."""


def _facts(data: bytes) -> ImageFacts:
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
                width, height = picture.size
                if width * height > _MOST_PIXELS:
                    raise _Unfit(say("it has more than {n} pixels", n=f"{_MOST_PIXELS:,}"))
                exif = picture.getexif()
                inner, gps = exif.get_ifd(_EXIF), exif.get_ifd(_GPS)
                return ImageFacts(
                    width=width,
                    height=height,
                    taken=_moment(inner.get(_TAKEN)),
                    device=_device(exif.get(_MAKE), exif.get(_MODEL)),
                    software=_words(exif.get(_SOFTWARE)),
                    fingerprint=_fingerprint(picture),
                    **_place(gps),
                )
    except UnidentifiedImageError as error:
        raise _Unfit(say("it is none of {kinds}", kinds=", ".join(_FORMATS))) from error
    except Image.DecompressionBombError as error:
        raise _Unfit(say("it unpacks to too many pixels")) from error
    except (OSError, ValueError, TypeError, KeyError, SyntaxError, struct.error, Warning) as error:
        raise _Unfit(str(error) or say("it is damaged")) from error


def near(one: str, other: str) -> bool:
    """Whether two fingerprints are of the same picture, or nearly so; a picture without any contrast is like none."""
    first, second = int(one, 16), int(other, 16)
    return min(first.bit_count(), second.bit_count()) > _FLAT and (first ^ second).bit_count() <= _NEAR


def _fingerprint(picture: Any) -> str:
    """The difference hash: whether each of 64 cells is brighter than the one at its right."""
    if picture.format in ("JPEG", "MPO"):
        picture.draft("L", (256, 256))  # decodes a large photograph at an eighth of its size
    small = picture.convert("L").resize((_SIDE + 1, _SIDE))
    pixels = list(small.tobytes())
    bits = 0
    for row in range(_SIDE):
        for column in range(_SIDE):
            at = row * (_SIDE + 1) + column
            bits = bits << 1 | (pixels[at] > pixels[at + 1])
    return f"{bits:016x}"


def _moment(text: Any) -> datetime | None:
    try:
        return datetime.strptime(str(text).strip("\0 "), "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 - cameras write no zone
    except ValueError:
        return None


def _device(make: Any, model: Any) -> str | None:
    maker, name = _words(make), _words(model)
    if maker and name and name.casefold().startswith(maker.casefold()):
        return name
    return " ".join(word for word in (maker, name) if word) or None


def _words(value: Any) -> str | None:
    text = "".join(char for char in str(value or "") if char.isprintable()).strip()
    return text[:80] or None


def _place(gps: dict[int, Any]) -> dict[str, Decimal]:
    """Latitude and longitude in degrees; nothing where one of them is missing or impossible."""
    try:
        latitude = _degrees(gps[2]) * (-1 if str(gps.get(1, "N")).upper().startswith("S") else 1)
        longitude = _degrees(gps[4]) * (-1 if str(gps.get(3, "E")).upper().startswith("W") else 1)
    except (KeyError, TypeError, ValueError, ZeroDivisionError, ArithmeticError):
        return {}
    if abs(latitude) > 90 or abs(longitude) > 180:
        return {}
    return {"latitude": latitude, "longitude": longitude}


def _degrees(parts: Any) -> Decimal:
    degrees, minutes, seconds = (Decimal(str(float(part))) for part in parts)
    return (degrees + minutes / 60 + seconds / 3600).quantize(Decimal("0.000001"))


def _refused(name: str, why: str) -> RefusedInput:
    return RefusedInput(
        say("this picture cannot be read: {why}", why=why),
        place=name,
        way_out=say("Ask for the original file. To store it all the same, add it with `--shows other`."),
    )
