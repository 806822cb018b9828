"""What people do between the commands of the stories in docs/claims.md: papers come in, forms are filled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image

from tests.flows.papers import scan_of


def signed() -> None:
    """The signed contract comes back as a scan."""
    scan_of(Path("contract.docx"), Path("signed.pdf"))


def photographs() -> None:
    """A photograph of a lamp, taken the day before, and the list of the count."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Kamera", "K-7"
    exif.get_ifd(0x8769)[0x9003] = "2027:01:17 10:12:00"
    picture = Image.radial_gradient("L").convert("RGB")
    picture.save("scratch.jpg", exif=exif)
    Path("count.csv").write_text("carton,examined,defective\n1,25,1\n", encoding="utf-8")


HANDS: dict[str, Callable[[], object]] = {
    "is signed": signed,
    "photographs": photographs,
}
