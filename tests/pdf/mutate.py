"""Broken copies of good reports: bytes flipped, files cut, holed or spliced, objects swapped, numbers blown up."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.reading.paper import Sheet, drawn

SAMPLES = Path(__file__).parents[2] / "samples"
_OBJECT = re.compile(rb"(\d+) 0 obj\b(.*?)\bendobj", re.S)
_NUMBER = re.compile(rb"(?<=[ /\[(<])-?\d+(?:\.\d+)?(?=[ /\])>\r\n])")
_BLOWN_UP = (b"-1", b"0", b"65536", b"2147483647", b"-2147483648", b"4294967296", b"1e38", b"99999999999999")

Change = Callable[[bytes, random.Random], bytes]


def flipped(data: bytes, dice: random.Random) -> bytes:
    """Some bytes are others."""
    out = bytearray(data)
    for _ in range(dice.choice((1, 3, 10, 50))):
        out[dice.randrange(len(out))] = dice.randrange(256)
    return bytes(out)


def cut(data: bytes, dice: random.Random) -> bytes:
    """The file ends early."""
    return data[: dice.randrange(len(data))]


def holed(data: bytes, dice: random.Random) -> bytes:
    """A piece is missing."""
    at, size = dice.randrange(len(data)), dice.randrange(1, 2000)
    return data[:at] + data[at + size :]


def doubled(data: bytes, dice: random.Random) -> bytes:
    """A piece stands there twice."""
    at, size = dice.randrange(len(data)), dice.randrange(1, 5000)
    return data[: at + size] + data[at:]


def swapped(data: bytes, dice: random.Random) -> bytes:
    """Objects hold what other objects held."""
    found = list(_OBJECT.finditer(data))
    if len(found) < 2:
        return flipped(data, dice)
    bodies = [match[2] for match in found]
    for _ in range(dice.choice((1, 2, 5))):
        a, b = dice.sample(range(len(bodies)), 2)
        bodies[a], bodies[b] = bodies[b], bodies[a]
    left = iter(bodies)
    return _OBJECT.sub(lambda match: match[1] + b" 0 obj" + next(left) + b"endobj", data)


def blown_up(data: bytes, dice: random.Random) -> bytes:
    """Some numbers are far out of any range."""
    found = list(_NUMBER.finditer(data))
    out = data
    for match in sorted(
        dice.sample(found, min(len(found), dice.choice((1, 2, 8)))), key=lambda m: -m.start()
    ):
        out = out[: match.start()] + dice.choice(_BLOWN_UP) + out[match.end() :]
    return out


def spliced(data: bytes, dice: random.Random) -> bytes:
    """The front of one file and the back of another."""
    other = dice.choice(sources())
    return data[: dice.randrange(len(data))] + other[dice.randrange(len(other)) :]


CHANGES: tuple[Change, ...] = (flipped, cut, holed, doubled, swapped, blown_up, spliced)


def mutated(seed: int) -> tuple[str, bytes]:
    """The broken file of that number, and the name of the change that broke it."""
    dice = random.Random(seed)
    data = sources()[seed % len(sources())]
    change = CHANGES[seed // len(sources()) % len(CHANGES)]
    for _ in range(dice.choice((1, 1, 1, 2))):
        data = change(data, dice) or data
    return change.__name__, data


@cache
def sources() -> tuple[bytes, ...]:
    """The good files: every sample report, and drawn ones whose content is not packed, so that a change hits it."""
    samples = sorted(SAMPLES.glob("*/reports/*.pdf"))
    with TemporaryDirectory() as folder:
        made = [
            drawn(Path(folder) / f"{draw.__name__}.pdf", draw, pageCompression=0).read_bytes()
            for draw in (_laboratory, _inspection, _unruled)
        ]
    return (*(path.read_bytes() for path in samples), *made)


def _laboratory(sheet: Sheet) -> None:
    sheet.text(60, 60, "Harbour Test Laboratory Ltd", 14)
    sheet.text(60, 90, "Report No: HT-2041")
    sheet.text(60, 104, "Date: 2024-03-05")
    sheet.ruled(
        60,
        130,
        (140, 70, 60, 80, 60),
        [
            ("Parameter", "Result", "Unit", "Limit", "Verdict"),
            ("Lead (Pb)", "12.5", "mg/kg", "<= 100", "Pass"),
            ("Cadmium (Cd)", "N.D.", "mg/kg", "<= 75", "Pass"),
            ("Total plate count", "1.2E3", "cfu/g", "<= 10000", "Pass"),
        ],
    )
    sheet.raised(60, 260, "Limit 10", "3")
    sheet.text(60, 290, "Conclusion: Pass")
    sheet.page()


def _inspection(sheet: Sheet) -> None:
    sheet.text(60, 60, "Pre-Shipment Inspection Report", 14)
    sheet.text(60, 90, "Inspection No: PSI-77")
    sheet.ruled(
        60,
        120,
        (90, 50, 80, 60, 60, 60),
        [
            ("Defects", "AQL", "Sample size", "Accept", "Reject", "Found"),
            ("Critical", "0", "200", "0", "1", "0"),
            ("Major", "2.5", "200", "10", "11", "4"),
            ("Minor", "4.0", "200", "14", "15", "6"),
        ],
    )
    sheet.page()
    sheet.text(60, 60, "Page 2 of 2")
    sheet.text(60, 90, "Overall result: Conforming")
    sheet.page()


def _unruled(sheet: Sheet) -> None:
    sheet.text(60, 60, "Certificate of Analysis", 14)
    sheet.text(60, 90, "Batch No.: B-9    Issued: 12 May 2024")
    sheet.columns(
        (60, 220, 300, 380),
        130,
        [
            ("Test", "Method", "Specification", "Result"),
            ("Moisture", "ISO 712", "max 14.0 %", "12.5 %"),
            ("Protein", "ISO 20483", "min 11.5 %", "12.1 %"),
            ("Ash", "ISO 2171", "max 0.60 %", "0.52 %"),
        ],
    )
    sheet.page()
