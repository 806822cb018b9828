"""One certificate of analysis, honest and forged in many ways: the page shows 14.2, the file says 12.5.

Everything in it is invented. Each forger draws the result of the row `Moisture` in its own way, or changes the
finished file; `made` returns the file.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import reportlab
from PIL import Image, ImageDraw, ImageFont
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    RectangleObject,
    StreamObject,
    TextStringObject,
)
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from tests.reading.paper import HEIGHT, WIDTH, Sheet, drawn

TRUTH, LIE = "14.2", "12.5"
X, Y = 404.0, 292.0  # the baseline of the forged value, from the top left
BOX = (X - 1, Y - 8, X + 22, Y + 3)
VERA = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
Forger = Callable[[Sheet], None]
Changer = Callable[[PdfWriter], None]


def certificate(value: Forger) -> Callable[[Sheet], None]:
    """The certificate with the result of its second row drawn by the forger."""

    def draw(sheet: Sheet) -> None:
        sheet.text(60, 60, "Orbis Grain Laboratory", 14)
        sheet.text(60, 80, "CERTIFICATE OF ANALYSIS", 12)
        for k, (label, said) in enumerate(
            (
                ("Report No.:", "OG-2031-774"),
                ("Date:", "12 March 2031"),
                ("Client:", "Fennel Trading Ltd"),
                ("Sample Name:", "Milling wheat"),
            )
        ):
            sheet.text(60, 120 + 16 * k, label)
            sheet.text(160, 120 + 16 * k, said)
        rows = [
            ("Test Item", "Unit", "Method", "Limit", "Result"),
            ("Protein", "%", "ISO 20483", "min 11.0", "11.8"),
            ("Moisture", "%", "ISO 712", "max 13.0", ""),
            ("Ash", "%", "ISO 2171", "max 0.70", "0.55"),
            ("Falling number", "s", "ISO 3093", "min 250", "310"),
        ]
        sheet.ruled(60, 244, [120, 60, 80, 80, 80], rows)
        value(sheet)
        sheet.text(60, 380, "Sampled by: inspector. End of the report.")

    return draw


def literal(sheet: Sheet, code: str) -> None:
    """Raw page content."""
    sheet.canvas.addLiteral(code)


def write(sheet: Sheet, text: str, size: float = 9) -> None:
    """The value in plain black."""
    sheet.text(X, Y, text, size)


def shown(
    sheet: Sheet, before: str, text: str = LIE, size: float = 9, at: tuple[float, float] = (X, Y)
) -> None:
    """The value with content operators of the forger's own before it."""
    name = sheet.canvas._doc.getInternalFontName("Helvetica")
    literal(sheet, f"q BT {name} {size} Tf {before} 1 0 0 1 {at[0]} {HEIGHT - at[1]} Tm ({text}) Tj ET Q")


def picture(text: str, box: tuple[float, float, float, float] = BOX) -> Image.Image:
    """A small white picture with the text in it."""
    wide, high = round(6 * (box[2] - box[0])), round(6 * (box[3] - box[1]))
    image = Image.new("RGB", (wide, high), "white")
    font = ImageFont.truetype(str(VERA), 54)
    ImageDraw.Draw(image).text((6, 4), text, fill="black", font=font)
    return image


def pasted(sheet: Sheet, text: str = TRUTH) -> None:
    """The picture of a value, laid over the cell."""
    sheet.canvas.drawImage(
        ImageReader(picture(text)), BOX[0], HEIGHT - BOX[3], BOX[2] - BOX[0], BOX[3] - BOX[1]
    )


def white_box(sheet: Sheet) -> None:
    """The lie, a white box over it, the truth over that: the truth hides the lie, and both are in the text."""
    write(sheet, LIE)
    sheet.canvas.setFillColorRGB(1, 1, 1)
    sheet.canvas.rect(BOX[0], HEIGHT - BOX[3], BOX[2] - BOX[0], BOX[3] - BOX[1], stroke=0, fill=1)
    sheet.canvas.setFillColorRGB(0, 0, 0)
    write(sheet, TRUTH)


def overprinted(sheet: Sheet) -> None:
    """Two values printed over each other: nobody can say which one holds."""
    write(sheet, TRUTH)
    write(sheet, LIE)


def white_on_white(sheet: Sheet) -> None:
    """The picture of the truth, and the lie in white over it."""
    pasted(sheet)
    shown(sheet, "1 1 1 rg")


def colour_of_its_band(sheet: Sheet) -> None:
    """A coloured band with the lie in nearly the same colour."""
    sheet.canvas.setFillColorRGB(0.85, 0.9, 0.85)
    sheet.canvas.rect(401, HEIGHT - 298, 78, 17, stroke=0, fill=1)
    sheet.canvas.setFillColorRGB(0, 0, 0)
    shown(sheet, "0.86 0.9 0.86 rg")


def invisible(sheet: Sheet) -> None:
    """The picture of the truth, the lie in render mode 3."""
    pasted(sheet)
    shown(sheet, "3 Tr")


def clip_only(sheet: Sheet) -> None:
    """The lie only as a clipping path (render mode 7)."""
    pasted(sheet)
    shown(sheet, "7 Tr")


def clipped(sheet: Sheet) -> None:
    """The lie inside a clip that leaves nothing of it."""
    pasted(sheet)
    literal(sheet, "q 10 10 5 5 re W n")
    shown(sheet, "")
    literal(sheet, "Q")


def off_page(sheet: Sheet) -> None:
    """The picture of the truth in the cell; the lie stands in the same row, beyond the page's edge."""
    pasted(sheet)
    shown(sheet, "", at=(WIDTH + 40, Y))


def tiny(sheet: Sheet) -> None:
    """The lie in letters of 0.4 pt beside the picture of the truth."""
    pasted(sheet)
    shown(sheet, "", size=0.4)


def squeezed(sheet: Sheet) -> None:
    """The lie at one per cent of its width."""
    pasted(sheet)
    shown(sheet, "1 Tz")


def under_a_picture(sheet: Sheet) -> None:
    """The lie in black, the picture of the truth laid over it."""
    write(sheet, LIE)
    pasted(sheet)


def under_a_thick_line(sheet: Sheet) -> None:
    """The lie under a white line as thick as the row."""
    write(sheet, LIE)
    literal(sheet, f"q 1 1 1 RG 12 w {BOX[0]} {HEIGHT - Y + 3} m {BOX[2]} {HEIGHT - Y + 3} l S Q")


def transparent(sheet: Sheet) -> None:
    """The picture of the truth, the lie with no opacity."""
    pasted(sheet)
    sheet.canvas.saveState()
    sheet.canvas.setFillAlpha(0)
    write(sheet, LIE)
    sheet.canvas.restoreState()


def mirrored(sheet: Sheet) -> None:
    """The value as in a mirror."""
    name = sheet.canvas._doc.getInternalFontName("Helvetica")
    literal(sheet, f"q BT {name} 9 Tf -1 0 0 1 {X + 18} {HEIGHT - Y} Tm ({LIE}) Tj ET Q")


def upside_down(sheet: Sheet) -> None:
    """The value standing on its head, mirrored."""
    name = sheet.canvas._doc.getInternalFontName("Helvetica")
    literal(sheet, f"q BT {name} 9 Tf 1 0 0 -1 {X} {HEIGHT - Y + 6} Tm ({LIE}) Tj ET Q")


def actual_text(sheet: Sheet) -> None:
    """The truth is drawn; the file says that it is to be read as the lie."""
    literal(sheet, f"/Span <</ActualText ({LIE})>> BDC")
    write(sheet, TRUTH)
    literal(sheet, "EMC")


def remapped(sheet: Sheet) -> None:
    """The truth in an embedded font of its own, which `lying_map` changes afterwards."""
    if "Vera" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Vera", str(VERA)))
    sheet.canvas.setFont("Vera", 9)
    sheet.canvas.drawString(X, HEIGHT - Y, TRUTH)


def honest(sheet: Sheet) -> None:
    """The truth and nothing but the truth."""
    write(sheet, TRUTH)


def in_courier(sheet: Sheet) -> None:
    """The lie's codes in a font that `other_glyphs` or `type3` change afterwards."""
    sheet.canvas.setFont("Courier", 9)
    sheet.canvas.drawString(X, HEIGHT - Y, LIE)


def nothing(_: Sheet) -> None:
    """An empty cell."""


def only_picture(sheet: Sheet) -> None:
    """The picture of the truth and no text."""
    pasted(sheet)


def pattern_filled(sheet: Sheet) -> None:
    """The lie filled with a pattern that paints nothing; `no_paint` puts the pattern in."""
    pasted(sheet)
    shown(sheet, "/Pattern cs /PX scn")


# ---- changes of the finished file


def _page(writer: PdfWriter) -> Any:
    return writer.pages[0]


def _font(writer: PdfWriter, base: str) -> Any:
    fonts = _page(writer)["/Resources"]["/Font"]
    return next(f.get_object() for f in fonts.values() if base in str(f.get_object().get("/BaseFont", "")))


def _stream(code: bytes, entries: dict[str, Any] | None = None) -> StreamObject:
    stream = DecodedStreamObject()
    stream.set_data(code)
    for key, value in (entries or {}).items():
        stream[NameObject(key)] = value
    return stream


_MAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Lie def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
%d beginbfchar
%s
endbfchar endcmap end end"""


def lying_map(writer: PdfWriter) -> None:
    """The embedded font's map gives the digits of the truth the meaning of the lie."""
    font = _font(writer, "Vera")
    data = font["/ToUnicode"].get_data().decode()
    for now, lie in (("0034", "F002"), ("0032", "0035"), ("F002", "0032")):
        data = data.replace(f"<{now}>", f"<{lie}>")
    font[NameObject("/ToUnicode")] = writer._add_object(_stream(data.encode()))


def other_glyphs(writer: PdfWriter) -> None:
    """The codes of the lie draw the glyphs of the truth, and the map says that nothing happened."""
    font = _font(writer, "Courier")
    font[NameObject("/Encoding")] = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Encoding"),
            NameObject("/BaseEncoding"): NameObject("/WinAnsiEncoding"),
            NameObject("/Differences"): ArrayObject(
                [NumberObject(50), NameObject("/four"), NumberObject(53), NameObject("/two")]
            ),
        }
    )
    lines = b"\n".join(b"<%02X> <%04X>" % (code, code) for code in range(46, 58))
    font[NameObject("/ToUnicode")] = writer._add_object(_stream(_MAP % (12, lines)))


def type3(writer: PdfWriter) -> None:
    """A font of drawings: the drawing called `two` shows a 4, the one called `five` a 2."""
    font = _font(writer, "Courier")
    shapes = {"one": "1", "two": "4", "period": ".", "five": "2"}
    inner = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    procs = DictionaryObject()
    for name, drawing in shapes.items():
        code = f"600 0 d0 BT /F 1000 Tf ({drawing}) Tj ET".encode()
        procs[NameObject(f"/{name}")] = writer._add_object(_stream(code))
    font.clear()
    font.update(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type3"),
            NameObject("/FontBBox"): ArrayObject([NumberObject(n) for n in (0, -200, 800, 900)]),
            NameObject("/FontMatrix"): ArrayObject([FloatObject(n) for n in (0.001, 0, 0, 0.001, 0, 0)]),
            NameObject("/CharProcs"): procs,
            NameObject("/Encoding"): DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/Encoding"),
                    NameObject("/Differences"): ArrayObject(
                        [
                            *(NumberObject(46), NameObject("/period")),
                            *(NumberObject(49), NameObject("/one"), NameObject("/two")),
                            *(NumberObject(53), NameObject("/five")),
                        ]
                    ),
                }
            ),
            NameObject("/FirstChar"): NumberObject(46),
            NameObject("/LastChar"): NumberObject(53),
            NameObject("/Widths"): ArrayObject([NumberObject(600)] * 8),
            NameObject("/Resources"): DictionaryObject(
                {NameObject("/Font"): DictionaryObject({NameObject("/F"): inner})}
            ),
        }
    )


def no_paint(writer: PdfWriter) -> None:
    """A tiling pattern without any paint."""
    numbers = ArrayObject([NumberObject(n) for n in (0, 0, 5, 5)])
    entries = {
        "/Type": NameObject("/Pattern"),
        "/PatternType": NumberObject(1),
        "/PaintType": NumberObject(1),
        "/TilingType": NumberObject(1),
        "/BBox": numbers,
        "/XStep": NumberObject(5),
        "/YStep": NumberObject(5),
        "/Resources": DictionaryObject(),
    }
    pattern = writer._add_object(_stream(b" ", entries))
    _page(writer)["/Resources"][NameObject("/Pattern")] = DictionaryObject({NameObject("/PX"): pattern})


def _hidden_layer(writer: PdfWriter, usage: bool) -> Any:
    group = DictionaryObject(
        {NameObject("/Type"): NameObject("/OCG"), NameObject("/Name"): TextStringObject("revision")}
    )
    if usage:
        group[NameObject("/Usage")] = DictionaryObject(
            {
                NameObject("/View"): DictionaryObject({NameObject("/ViewState"): NameObject("/OFF")}),
                NameObject("/Print"): DictionaryObject({NameObject("/PrintState"): NameObject("/ON")}),
            }
        )
    known = writer._add_object(group)
    default = DictionaryObject({NameObject("/Order"): ArrayObject([known])})
    if usage:
        default[NameObject("/AS")] = ArrayObject(
            [
                DictionaryObject(
                    {
                        NameObject("/Event"): NameObject("/View"),
                        NameObject("/Category"): ArrayObject([NameObject("/View")]),
                        NameObject("/OCGs"): ArrayObject([known]),
                    }
                )
            ]
        )
    else:
        default[NameObject("/OFF")] = ArrayObject([known])
    writer.root_object[NameObject("/OCProperties")] = DictionaryObject(
        {NameObject("/OCGs"): ArrayObject([known]), NameObject("/D"): default}
    )
    return known


def layer_off(writer: PdfWriter, *, usage: bool = False) -> None:
    """A layer that is off holds the lie at the place of the value."""
    known = _hidden_layer(writer, usage)
    page = _page(writer)
    page["/Resources"][NameObject("/Properties")] = DictionaryObject({NameObject("/L0"): known})
    font = next(iter(page["/Resources"]["/Font"]))
    code = f"/OC /L0 BDC q BT {font} 9 Tf 1 0 0 1 {X} {HEIGHT - Y} Tm ({LIE}) Tj ET Q EMC"
    contents = page.get_contents().get_data() + b"\n" + code.encode()
    page[NameObject("/Contents")] = writer._add_object(_stream(contents))


def layer_for_print(writer: PdfWriter) -> None:
    """The lie in a layer that is off on the screen and on in print."""
    layer_off(writer, usage=True)


def cropped(writer: PdfWriter) -> None:
    """The page is shown without its right edge, where the value stands."""
    page = _page(writer)
    page[NameObject("/CropBox")] = RectangleObject((0, 0, X - 3, HEIGHT))


def scanned(layer: bool) -> Changer:
    """The page as one picture, with the lie's text behind it (render mode 3) or without any."""

    def change(writer: PdfWriter) -> None:
        import pypdfium2

        buffer = io.BytesIO()
        writer.write(buffer)
        page = pypdfium2.PdfDocument(buffer.getvalue())[0]
        jpeg = io.BytesIO()
        page.render(scale=150 / 72).to_pil().convert("L").save(jpeg, "JPEG", quality=80)
        image = Image.open(jpeg)
        entries = {
            "/Type": NameObject("/XObject"),
            "/Subtype": NameObject("/Image"),
            "/Width": NumberObject(image.width),
            "/Height": NumberObject(image.height),
            "/ColorSpace": NameObject("/DeviceGray"),
            "/BitsPerComponent": NumberObject(8),
            "/Filter": NameObject("/DCTDecode"),
        }
        stream = StreamObject()
        stream._data = jpeg.getvalue()
        for key, value in entries.items():
            stream[NameObject(key)] = value
        target = _page(writer)
        before = target.get_contents().get_data().replace(TRUTH.encode(), LIE.encode())
        code = b"q %.2f 0 0 %.2f 0 0 cm /Scan Do Q\n" % (WIDTH, HEIGHT)
        if layer:
            code += b"3 Tr\n" + before
        target["/Resources"][NameObject("/XObject")] = DictionaryObject(
            {NameObject("/Scan"): writer._add_object(stream)}
        )
        target[NameObject("/Contents")] = writer._add_object(_stream(code))

    return change


def _annotation(writer: PdfWriter, entries: dict[str, Any], drawing: str = "") -> DictionaryObject:
    box = [BOX[0], HEIGHT - BOX[3], BOX[2], HEIGHT - BOX[1]]
    note = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Rect"): ArrayObject([FloatObject(n) for n in box]),
            NameObject("/F"): NumberObject(4),
        }
    )
    for key, value in entries.items():
        note[NameObject(key)] = value
    if drawing:
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
        wide, high = box[2] - box[0], box[3] - box[1]
        look = {
            "/Type": NameObject("/XObject"),
            "/Subtype": NameObject("/Form"),
            "/BBox": ArrayObject([FloatObject(n) for n in (0, 0, wide, high)]),
            "/Resources": DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F"): font})}),
        }
        code = f"1 1 1 rg 0 0 {wide} {high} re f 0 g BT /F 9 Tf 1 3 Td ({drawing}) Tj ET"
        note[NameObject("/AP")] = DictionaryObject(
            {NameObject("/N"): writer._add_object(_stream(code.encode(), look))}
        )
    page = _page(writer)
    known = page.get("/Annots", ArrayObject())
    known.append(writer._add_object(note))
    page[NameObject("/Annots")] = known
    return note


def free_text(writer: PdfWriter) -> None:
    """A text note with the truth lies over the lie."""
    _annotation(
        writer,
        {
            "/Subtype": NameObject("/FreeText"),
            "/Contents": TextStringObject(TRUTH),
            "/DA": TextStringObject("/Helv 9 Tf 0 g"),
        },
        TRUTH,
    )


def stamped(word: str, named: bool = False) -> Changer:
    """A stamp beside the table that takes the document's validity away."""

    def change(writer: PdfWriter) -> None:
        entries: dict[str, Any] = {"/Subtype": NameObject("/Stamp")}
        if named:
            entries["/Name"] = NameObject(f"/{word}")
        note = _annotation(writer, entries, "" if named else word)
        note[NameObject("/Rect")] = ArrayObject([NumberObject(n) for n in (300, 600, 500, 700)])

    return change


def sticky(writer: PdfWriter) -> None:
    """A note that says that there is a revised report."""
    _annotation(
        writer,
        {"/Subtype": NameObject("/Text"), "/Contents": TextStringObject("see revised report")},
    )


def struck_out(writer: PdfWriter) -> None:
    """A pen's stroke through the value."""
    line = ArrayObject([FloatObject(n) for n in (BOX[0], HEIGHT - Y + 3, BOX[2], HEIGHT - Y + 3)])
    _annotation(writer, {"/Subtype": NameObject("/Ink"), "/InkList": ArrayObject([line])})


def to_redact(writer: PdfWriter) -> None:
    """A value that is marked to be taken out, and was not."""
    _annotation(writer, {"/Subtype": NameObject("/Redact")})


def field(value: str, drawing: str) -> Changer:
    """A form field over the value, which holds one text and shows another."""

    def change(writer: PdfWriter) -> None:
        note = _annotation(
            writer,
            {
                "/Subtype": NameObject("/Widget"),
                "/FT": NameObject("/Tx"),
                "/T": TextStringObject("moisture"),
                "/V": TextStringObject(value),
                "/DA": TextStringObject("/Helv 9 Tf 0 g"),
            },
            drawing,
        )
        writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
            {NameObject("/Fields"): ArrayObject([note.indirect_reference])}
        )

    return change


def script(writer: PdfWriter) -> None:
    """A program that runs when the file is opened."""
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject("this.getField('moisture').value = '12.5';"),
        }
    )


def attachment(writer: PdfWriter) -> None:
    """Another report inside of the file."""
    writer.add_attachment("revised.pdf", b"%PDF-1.4 revised")


def turned(degrees: int) -> Changer:
    """The page turned."""

    def change(writer: PdfWriter) -> None:
        _page(writer).rotate(degrees)

    return change


def _unchanged(_: PdfWriter) -> None:
    """The file as drawn."""


def lie(sheet: Sheet) -> None:
    """The lie in plain black."""
    write(sheet, LIE)


# name → how the value is drawn, how the file is changed
FORGERIES: dict[str, tuple[Forger, Changer]] = {
    "white-box": (white_box, _unchanged),
    "overprinted": (overprinted, _unchanged),
    "white-on-white": (white_on_white, _unchanged),
    "colour-of-its-band": (colour_of_its_band, _unchanged),
    "invisible": (invisible, _unchanged),
    "clip-only": (clip_only, _unchanged),
    "scan-with-layer": (honest, scanned(layer=True)),
    "to-unicode": (remapped, lying_map),
    "differences": (in_courier, other_glyphs),
    "type3": (in_courier, type3),
    "actual-text": (actual_text, _unchanged),
    "layer-off": (honest, layer_off),
    "layer-for-print": (honest, layer_for_print),
    "clipped": (clipped, _unchanged),
    "off-page": (off_page, _unchanged),
    "cropped": (lie, cropped),
    "tiny": (tiny, _unchanged),
    "squeezed": (squeezed, _unchanged),
    "under-a-picture": (under_a_picture, _unchanged),
    "under-a-thick-line": (under_a_thick_line, _unchanged),
    "transparent": (transparent, _unchanged),
    "pattern": (pattern_filled, no_paint),
    "free-text": (lie, free_text),
    "field-over-value": (lie, field(TRUTH, TRUTH)),
    "field-of-two-minds": (nothing, field(LIE, TRUTH)),
    "only-in-a-field": (nothing, field(LIE, LIE)),
    "ink": (lie, struck_out),
    "redact": (lie, to_redact),
    "mirrored": (mirrored, _unchanged),
    "upside-down": (upside_down, _unchanged),
    "scan": (honest, scanned(layer=False)),
}
# What only a look at the rendered value finds.
ONLY_BY_SIGHT = ("to-unicode", "differences")


def made(path: Path, value: Forger = honest, change: Changer = _unchanged) -> Path:
    """The certificate as a file."""
    plain = drawn(path.with_suffix(".drawn.pdf"), certificate(value), pageCompression=0)
    writer = PdfWriter(clone_from=PdfReader(plain))
    change(writer)
    writer.write(path)
    return path


def forged(folder: Path, name: str) -> Path:
    """The forgery of that name."""
    return made(folder / f"{name}.pdf", *FORGERIES[name])
