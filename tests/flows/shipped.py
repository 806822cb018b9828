"""A shipment of wheat, the certificate that releases it, and changes of the finished file; all of it invented."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from tests.check.make import RECORDED, characteristic
from tests.pdf.forged import BOX, X, Y, certificate, lie, picture
from tests.reading.paper import HEIGHT, Sheet, drawn
from tradedocs.flows.basis import Basis
from tradedocs.flows.crosscheck import judge
from tradedocs.flows.reading import read_or_name
from tradedocs.model.finding import Judgement
from tradedocs.model.report import Report, Result, Witness
from tradedocs.model.spec import Spec, SpecInspection, SpecLine, SpecParty, SpecShare, SpecShipment
from tradedocs.model.terms import Window

Drawer = Callable[[Sheet], None]
Changer = Callable[[PdfWriter], None]
NUMBER = "OG-2031-774"
_WANTED = (
    ("Protein", ">= 11.0 %"),
    ("Moisture", "<= 13.0 %"),
    ("Ash", "<= 0.70 %"),
    ("Falling number", ">= 250 s"),
)


def wheat() -> Spec:
    """What was agreed: 500 MT with moisture of 13.0 % at most."""
    line = SpecLine.model_validate(
        {"line": 1, "description": "Milling wheat", "quantity": "500 MT", "tolerance": "5 %",
         "characteristics": tuple(characteristic(name, require) for name, require in _WANTED)}
    )  # fmt: skip
    window = Window.model_validate({"from": "2031-03-20", "to": "2031-03-31"})
    return Spec(
        contract_no="FT-2031-08",
        contract_date=date(2031, 1, 10),
        our_side="seller",
        seller=SpecParty(name="Cedar Grain Ltd"),
        buyer=SpecParty(name="Fennel Trading Ltd"),
        lines=(line,),
        shipments=(
            SpecShipment(number=1, window=window, lines=(SpecShare(line=1, quantity=line.quantity),)),
        ),
        inspection=SpecInspection(bodies=("Orbis Grain Laboratory",), standard="ISO 24333:2009"),
    )


def paper(value: Drawer = lie, more: Drawer | None = None, *, page: str = "Page 1 of 1") -> Drawer:
    """The certificate with what ties it to the contract; its row `Moisture` is drawn by `value`."""
    base = certificate(value)

    def draw(sheet: Sheet) -> None:
        base(sheet)
        for k, (label, said) in enumerate(
            (("Contract No.:", "FT-2031-08"), ("Lot size:", "500 MT"), ("Conclusion:", "PASS"))
        ):
            sheet.text(320, 120 + 16 * k, label)
            sheet.text(420, 120 + 16 * k, said)
        sheet.text(480, 800, page)
        if more is not None:
            more(sheet)

    return draw


def file_of(path: Path, draw: Drawer, *changes: Changer) -> Path:
    """The drawn certificate, changed and written anew: one revision."""
    plain = drawn(path.with_suffix(".drawn.pdf"), draw, pageCompression=0)
    writer = PdfWriter(clone_from=PdfReader(plain))
    for change in changes:
        change(writer)
    writer.write(path)
    return path


def updated(path: Path, change: Changer) -> Path:
    """The file with a change appended: one revision more."""
    writer = PdfWriter(io.BytesIO(path.read_bytes()), incremental=True)
    change(writer)
    writer.write(path)
    return path


def said(old: str, new: str) -> Changer:
    """Another text in the first page's content."""

    def change(writer: PdfWriter) -> None:
        page = writer.pages[0]
        contents = page.get_contents()
        assert contents is not None
        stream = DecodedStreamObject()
        stream.set_data(contents.get_data().replace(old.encode(), new.encode()))
        page[NameObject("/Contents")] = writer._add_object(stream)

    return change


def pasted_over(text: str) -> Changer:
    """The picture of another value over the value, as an image of the page."""

    def change(writer: PdfWriter) -> None:
        image = picture(text).convert("L")
        stream = DecodedStreamObject()
        stream.set_data(image.tobytes())
        for key, value in {
            "/Type": NameObject("/XObject"), "/Subtype": NameObject("/Image"),
            "/Width": NumberObject(image.width), "/Height": NumberObject(image.height),
            "/ColorSpace": NameObject("/DeviceGray"), "/BitsPerComponent": NumberObject(8),
        }.items():  # fmt: skip
            stream[NameObject(key)] = value
        page: Any = writer.pages[0]
        page["/Resources"][NameObject("/XObject")] = DictionaryObject(
            {NameObject("/Other"): writer._add_object(stream)}
        )
        wide, high = BOX[2] - BOX[0], BOX[3] - BOX[1]
        code = f"q {wide} 0 0 {high} {BOX[0]} {HEIGHT - BOX[3]} cm /Other Do Q\n"
        said("", "")(writer)
        contents = page["/Contents"].get_object()
        contents.set_data(contents.get_data() + b"\n" + code.encode())

    return change


def named(key: str, text: str) -> Changer:
    """A text in the file's metadata."""

    def change(writer: PdfWriter) -> None:
        writer.add_metadata({key: text})

    return change


def nothing_seen(writer: PdfWriter) -> None:
    """An update that changes nothing that is shown."""
    writer.root_object[NameObject(f"/Seen{len(writer.root_object)}")] = TextStringObject("yes")


def one_page_more(writer: PdfWriter) -> None:
    """Another page behind the last one."""
    writer.add_blank_page(595, 842)


def link_with(action: dict[str, str]) -> Changer:
    """A link whose action is not a place of the file nor an address."""

    def change(writer: PdfWriter) -> None:
        does = DictionaryObject({NameObject(key): NameObject(value) if value[0] == "/" else TextStringObject(value)
                                 for key, value in action.items()})  # fmt: skip
        link = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/Link"),
                NameObject("/Rect"): ArrayObject([FloatObject(n) for n in (60, 60, 120, 80)]),
                NameObject("/A"): does,
            }
        )
        writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(link)])

    return change


def in_catalog(key: str, value: Any) -> Changer:
    """Something in the file's catalog."""

    def change(writer: PdfWriter) -> None:
        writer.root_object[NameObject(key)] = value

    return change


def acting_page(writer: PdfWriter) -> None:
    """A page that runs a program when it is shown."""
    program = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.beep(0);")}
    )
    writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): program})


def turned_page(degrees: int) -> Changer:
    """The first page turned."""

    def change(writer: PdfWriter) -> None:
        writer.pages[0].rotate(degrees)

    return change


def cell(text: str) -> Drawer:
    """The value as this text."""

    def draw(sheet: Sheet) -> None:
        sheet.text(X, Y, text)

    return draw


def judged_as_read(report: Report) -> Judgement:
    """The verdict on the shipment by a report that was read already; the second readings agree."""
    agreed = wheat()
    return judge(Basis(agreed, "contract.docx", "cc"), agreed.shipments[0], (_witnessed(report),), RECORDED)


def judged(*paths: Path, spec: Spec | None = None) -> Judgement:
    """The verdict on the shipment, where the second reading of every value says what the file says.

    That is the worst case: an OCR that is fooled as well. Everything else is as the program reads it.
    """
    agreed = spec or wheat()
    reports = tuple(_witnessed(read_or_name(path)) for path in paths)
    return judge(Basis(agreed, "contract.docx", "cc"), agreed.shipments[0], reports, RECORDED)


def _witnessed(report: Report) -> Report:
    return report.model_copy(update={"results": tuple(map(_agreed, report.results))})


def _agreed(result: Result) -> Result:
    witness = Witness(by="ocr", text=result.result, agrees=True, dpi=150)
    return result.model_copy(update={"witnesses": (witness,)})


def codes(judgement: Judgement) -> set[str]:
    """The rules that hold or reject."""
    return {finding.rule for finding in judgement.findings if finding.severity != "RELEASE"}


def spelled(x: float, y: float, text: str) -> Drawer:
    """Other text printed over a cleared place, in a font that has Greek and Cyrillic letters."""

    def draw(sheet: Sheet) -> None:
        sheet.canvas.setFillColorRGB(1, 1, 1)
        sheet.canvas.rect(x - 2, HEIGHT - y - 3, 100, 13, stroke=0, fill=1)
        sheet.canvas.setFillColorRGB(0, 0, 0)
        sheet.script("chinese")
        sheet.text(x, y, text)
        sheet.font = "Helvetica"

    return draw


def second_page(page: str, number: str = NUMBER) -> Drawer:
    """A second page with a report number at its head and its own count at its foot."""

    def draw(sheet: Sheet) -> None:
        sheet.page()
        sheet.text(60, 60, "Report No.:")
        sheet.text(160, 60, number)
        sheet.text(60, 100, "Remarks: none.")
        sheet.text(480, 800, page)

    return draw


def row_more(text: str, name: str = "Moisture") -> Drawer:
    """One more row at the table's end."""

    def draw(sheet: Sheet) -> None:
        sheet.ruled(60, 244 + 18 * 5, [120, 60, 80, 80, 80], [(name, "%", "ISO 712", "max 13.0", text)])

    return draw


def told(text: str) -> Drawer:
    """A line of small print under the table."""

    def draw(sheet: Sheet) -> None:
        sheet.text(60, 420, text)

    return draw


_OWN = b"<" + b"00" * 64 + b">"
_RANGE = (0, 1111111111, 1111111112, 1111111113)


def signed(path: Path) -> Path:
    """The file with a field that says that it is signed, to its last byte; nobody could verify the signature."""
    writer = PdfWriter(clone_from=PdfReader(path))
    signature = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Sig"),
            NameObject("/Filter"): NameObject("/Adobe.PPKLite"),
            NameObject("/ByteRange"): ArrayObject([NumberObject(number) for number in _RANGE]),
            NameObject("/Contents"): ByteStringObject(b"\0" * 64),
        }
    )
    field = DictionaryObject(
        {
            NameObject("/FT"): NameObject("/Sig"),
            NameObject("/T"): TextStringObject("issuer"),
            NameObject("/V"): writer._add_object(signature),
        }
    )
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
        {NameObject("/Fields"): ArrayObject([writer._add_object(field)])}
    )
    writer.write(path)
    content = path.read_bytes()
    first = content.index(_OWN)
    second = first + len(_OWN)
    for old, new in zip(_RANGE[1:], (first, second, len(content) - second), strict=True):
        content = content.replace(b"%d" % old, b"%010d" % new)
    path.write_bytes(content)
    return path
