"""QR codes on reports from the page to the verdict: whether they lead to the issuer."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.utils import ImageReader

from tests.flows.shipped import Drawer, codes, file_of, judged_as_read, paper
from tests.reading.paper import HEIGHT, Sheet
from tradedocs.check.rules.verification_route import defanged, host_of
from tradedocs.flows.codes import with_codes
from tradedocs.flows.reading import read_report
from tradedocs.model.finding import Judgement, Verdict
from tradedocs.pdf.codes import installed
from tradedocs.registers.issuers import Issuer, Route, teach

ROUTE = "verification-route"


def pasted(text: str) -> Drawer:
    """The code as a picture on the page."""
    import cv2
    from PIL import Image

    def draw(sheet: Sheet) -> None:
        code = Image.fromarray(cv2.QRCodeEncoder.create().encode(text)).resize(
            (330, 330), Image.Resampling.NEAREST
        )
        buffer = io.BytesIO()
        code.save(buffer, "PNG")
        sheet.canvas.drawImage(ImageReader(io.BytesIO(buffer.getvalue())), 440, HEIGHT - 100, 60, 60)

    return draw


def drawn_in_squares(text: str) -> Drawer:
    """The code as hundreds of small black squares."""

    def draw(sheet: Sheet) -> None:
        drawing = Drawing(70, 70)
        drawing.add(QrCodeWidget(text, barWidth=70, barHeight=70))
        renderPDF.draw(drawing, sheet.canvas, 440, HEIGHT - 105)

    return draw


@pytest.fixture
def known() -> object:
    """The register knows the issuer, its domain and where it is asked."""
    routes = (
        Route(kind="email", target="verify@orbis.example"),
        Route(kind="qr", target="check.orbis.example"),
    )
    own = Issuer(id="orbis", names=("Orbis Grain Laboratory",), domains=("orbis.example",), verify=routes)
    teach((own,))
    yield own
    teach(())


def verdict(folder: Path, code: Drawer | None) -> Judgement:
    path = file_of(folder / "a.pdf", paper(more=code))
    return judged_as_read(with_codes(path, read_report(path)))


def route(judgement: Judgement) -> list[str]:
    return [one.message for one in judgement.findings if one.rule == ROUTE]


@pytest.mark.ocr
@pytest.mark.skipif(not installed(), reason="the extra `ocr` is not installed")
class TestOnThePage:
    @pytest.mark.parametrize("draw", [pasted, drawn_in_squares])
    def test_of_the_issuer(self, tmp_path: Path, known: object, draw: object) -> None:
        judgement = verdict(tmp_path, draw("https://check.orbis.example/r?no=OG-2031-774"))  # type: ignore[operator]
        assert judgement.verdict is Verdict.RELEASE, judgement.findings
        (said,) = route(judgement)
        assert "verify@orbis.example" in said
        assert "hxxps://check[.]orbis[.]example/r?no=OG-2031-774" in said

    @pytest.mark.parametrize("draw", [pasted, drawn_in_squares])
    @pytest.mark.parametrize(
        "link",
        [
            "https://orbis-example.verify.test/x",
            "https://orbis.example@evil.test/",
            "evil.test/orbis.example",
        ],
    )
    def test_of_somebody_else(self, tmp_path: Path, known: object, draw: object, link: str) -> None:
        judgement = verdict(tmp_path, draw(link))  # type: ignore[operator]
        assert judgement.verdict is Verdict.HOLD
        assert codes(judgement) == {ROUTE}
        assert link not in str(route(judgement))

    def test_no_address_is_no_matter(self, tmp_path: Path, known: object) -> None:
        assert verdict(tmp_path, pasted("OG-2031-774, wheat")).verdict is Verdict.RELEASE

    def test_of_an_unknown_issuer(self, tmp_path: Path) -> None:
        judgement = verdict(tmp_path, pasted("https://somewhere.test/x"))
        assert judgement.verdict is Verdict.RELEASE
        assert "knows no domain" in route(judgement)[0]


def test_the_step_is_printed_without_a_code(tmp_path: Path, known: object) -> None:
    (said,) = route(verdict(tmp_path, None))
    assert "verify@orbis.example" in said


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("https://check.orbis.example/x", "check.orbis.example"),
        ("HTTP://Check.Orbis.Example./x", "check.orbis.example"),
        ("https://orbis.example@evil.test/x", "evil.test"),
        ("https://evil.test\\@orbis.example/x", "evil.test"),
        ("https://evil.test:443/orbis.example", "evil.test"),
        ("orbis.example/x?y=1", "orbis.example"),
        ("https://orbis.exam\nple/x", "orbis.example"),
        ("OG-2031-774", None),
        ("WIFI:S:x;P:y;;", None),
        ("https://[::1", None),
    ],
)
def test_the_host_as_a_browser_takes_it(text: str, host: str | None) -> None:
    assert host_of(text) == host


def test_an_address_that_nobody_follows() -> None:
    assert defanged("http://a@b.test/<script>") == "hxxp://a[at]b[.]test/<script>"
