"""What people do between the commands of the stories in docs/claims.md: papers come in, forms are filled."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PIL import Image

from tests.flows.papers import scan_of


def _scanned(contract: str, scan: str) -> None:
    """The signed contract comes back as a scan."""
    scan_of(Path(contract), Path(scan))


def _picture(name: str, taken: str) -> None:
    """A photograph with the date that the camera wrote."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Kamera", "K-7"
    exif.get_ifd(0x8769)[0x9003] = taken
    Image.radial_gradient("L").convert("RGB").rotate(len(name)).save(name, exif=exif)


def _scratches() -> None:
    """A photograph of a lamp, and the list of the count."""
    _picture("scratch.jpg", "2027:01:17 10:12:00")
    Path("count.csv").write_text("carton,examined,defective\n1,25,1\n", encoding="utf-8")


def _filled(form: str, **answers: str) -> None:
    """The empty values of the form to close a claim, filled in."""
    path = Path(form)
    text = path.read_text(encoding="utf-8")
    for key, answer in answers.items():
        text, count = re.subn(rf"^(  {key}:)( \[\])?(?=\s*#)", rf"\1 {answer}", text, count=1, flags=re.M)
        assert count == 1, key
    path.write_text(text, encoding="utf-8")


HANDS: dict[str, Callable[[], object]] = {
    "Both sides sign contract.docx": partial(_scanned, "contract.docx", "signed.pdf"),
    "Harrow & Finch send a photograph": _scratches,
    "Chen Yu fills in closing.yaml": partial(
        _filled, "closing.yaml", team="[Chen Yu, Li Na]", containment="finished stock of the lot looked through",
        cause="trays without foam rub the bulbs on the way to packing", escape="scratches were counted as minor",
        actions="[foam in every tray from week 4]", prevention="trays are checked at the start of each shift",
    ),
    "Both sides sign parts.docx": partial(_scanned, "parts.docx", "parts-signed.pdf"),
    "The works fill in cause.yaml": partial(
        _filled, "cause.yaml", team="[Huang Zhiyuan, Chen Yu]", containment="all of lot WL2611-K2 held on 12 January",
        cause="core pin of cavity 3 worn", escape="the five pieces measured came from other cavities",
        actions="[core pins replaced, each cavity measured at the start of a run]",
        prevention="the pins are changed every 200,000 shots",
    ),
    "The showroom sends a picture": partial(_picture, "beside-the-sample.jpg", "2027:01:21 11:00:00"),
    "Li Na fills in light.yaml": partial(
        _filled, "light.yaml", team="[Li Na]", containment="none needed",
        cause="the showroom compares neutral with warm white", escape="the point is in no specification",
        actions="[a sealed sample of each colour goes with the next order]",
        prevention="the order form names the colour temperature beside the article",
    ),
}  # fmt: skip
"""What people do, by the beginning of its line after the day."""
