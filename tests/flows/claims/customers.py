"""A workspace whose lamps and housings were sold, and customers who complain of them on a day of their own."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

from tests.approvers import enter
from tests.flows.returned import called
from tradedocs.workspace import init

SAMPLES = Path(__file__).parents[3] / "samples"
LAMPS: dict[str, Any] = {
    "number": "CL-2027-001", "received": "2027-01-15", "complainant": "Harrow & Finch Trading Ltd",
    "alleged": "quality", "words": "Lamps flicker.", "affected": "1200 pcs", "arrived": "2026-12-28",
    "taken_over": "2027-01-05", "found": "2027-01-08", "hidden": "no", "lots": ["HL-2610-A"],
}  # fmt: skip
BY = ("--by", "Lin Mei")


def sold(folder: Path) -> Path:
    """A workspace in which everything is approved, with the contracts of two sample deals."""
    root = folder / "sold"
    enter(init(root).clauses)
    called("--workspace", root, "clause", "approve", "--all", "--by", "A. Counsel", "--role", "counsel")
    for name in ("led-lamps", "plastic-parts"):
        deal = SAMPLES / name / "deal.yaml"
        called("--workspace", root, "contract", "build", deal, "-o", root / f"{name}.docx")
    return root


def complaint(folder: Path, name: str = "claim.yaml", **facts: Any) -> Path:
    """A claim file about lamps; a fact that is None is left out."""
    told = {key: value for key, value in {**LAMPS, **facts}.items() if value is not None}
    path = folder / name
    path.write_text(yaml.safe_dump(told, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def on_day(day: str) -> datetime:
    """Noon of that day."""
    return datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=UTC)


def photo(
    path: Path, *, taken: str | None = "2027:01:09 10:11:12", seed: int = 0, size: int = 320, quality: int = 85,
    gps: tuple[float, float] | None = None,
) -> Path:  # fmt: skip
    """A photograph with what a camera writes into it; another `seed` is another picture."""
    small = Image.effect_mandelbrot((64, 64), (-2.0 + seed / 3, -1.5, 1.0 + seed / 5, 1.5 - seed / 4), 40)
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0131] = "Kestrel", "Kestrel K5", "K5 1.02"
    if taken is not None:
        exif.get_ifd(0x8769)[0x9003] = taken
    if gps is not None:
        exif.get_ifd(0x8825).update(
            {1: "N" if gps[0] >= 0 else "S", 2: (abs(gps[0]), 0.0, 36.0), 3: "E" if gps[1] >= 0 else "W",
             4: (abs(gps[1]), 30.0, 0.0)}
        )  # fmt: skip
    data = io.BytesIO()
    small.resize((size, size), Image.Resampling.BICUBIC).save(data, "JPEG", exif=exif, quality=quality)
    path.write_bytes(data.getvalue())
    return path
