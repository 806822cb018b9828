"""Hostile PDF files, made byte by byte: bombs, loops, depths and broken frames around one small honest page.

The page says `Report No: H-100`; whoever reads it out of a file got through the hostility.
"""

from __future__ import annotations

import io
import random
import zlib
from collections.abc import Callable, Mapping

from tradedocs.flows.reading import MAX_PAGES
from tradedocs.pdf.ocr.engine import installed

SAID = "H-100"
TEXT = b"BT /F1 12 Tf 72 700 Td (Report No: H-100) Tj ET\n"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
FONTS = b"/Font<</F1 5 0 R>>"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
FLATE = b"/Filter/FlateDecode"
_MIB = 1 << 20

Objects = Mapping[int, bytes]


def file_of(objects: Objects, *, trailer: bytes = b"", shift: int = 0) -> bytes:
    """A PDF of these objects; `shift` moves every offset of its table, so that the table lies."""
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number, body in objects.items():
        places[number] = out.tell()
        out.write(b"%d 0 obj\n" % number + body + b"\nendobj\n")
    start, size = out.tell(), max(objects) + 1
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % size)
    for number in range(1, size):
        known = number in places
        out.write(b"%010d 00000 n \n" % (places[number] + shift) if known else b"0000000000 65535 f \n")
    out.write(
        b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start + shift)
    )
    return out.getvalue()


def stream(content: bytes, extra: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d%s>>\nstream\n" % (len(content), extra) + content + b"\nendstream"


def leaf(box: bytes = b"0 0 612 792", resources: bytes = FONTS, parent: bytes = b"2 0 R") -> bytes:
    """The page."""
    return b"<</Type/Page/Parent %s/MediaBox[%s]/Contents 4 0 R/Resources<<%s>>>>" % (parent, box, resources)


def one_page(
    content: bytes = TEXT, how: bytes = b"", resources: bytes = b"", others: Objects | None = None
) -> Objects:
    """The objects of a file with one page that draws `content`."""
    page = leaf(resources=FONTS + resources)
    return {1: CATALOG, 2: PAGES, 3: page, 4: stream(content, how), 5: FONT, **(others or {})}


def form(content: bytes, inner: bytes = b"") -> bytes:
    """A form that draws `content`."""
    head = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<<%s%s>>" % (inner, FONTS)
    return stream(content, head)


def blanks(front: bytes, count: int) -> bytes:
    """`front` and then so many MiB of blanks, deflated: one deflated MiB said again and again."""
    packer = zlib.compressobj(9, wbits=-15)
    head = packer.compress(front) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(b" " * _MIB) + packer.flush(zlib.Z_FULL_FLUSH)
    check = zlib.adler32(front)
    for _ in range(count):
        check = zlib.adler32(_ONE, check)
    return b"\x78\xda" + head + block * count + packer.flush() + check.to_bytes(4, "big")


_ONE = b" " * _MIB


def repeated(front: bytes, piece: bytes, times: int, back: bytes = b"") -> bytes:
    """`front`, then `piece` so many times, then `back`, deflated."""
    return zlib.compress(front + piece * times + back, 6)


def bomb() -> bytes:
    """1 GiB of blanks behind the text, in 1 MB."""
    return file_of(one_page(blanks(TEXT, 1024), FLATE))


def double_bomb() -> bytes:
    """4 GiB of blanks, deflated twice, in some KB."""
    packed = zlib.compress(blanks(TEXT, 4096), 6)
    return file_of(one_page(packed, b"/Filter[/FlateDecode/FlateDecode]"))


def nested_arrays(depth: int) -> bytes:
    """An array in an array, and so on, beside the page tree."""
    catalog = b"<</Type/Catalog/Pages 2 0 R/X " + b"[" * depth + b"]" * depth + b">>"
    return file_of({**one_page(), 1: catalog})


def nested_in_content() -> bytes:
    """100,000 open brackets before the text."""
    return file_of(one_page(b"[" * 100_000 + TEXT))


def many_saves() -> bytes:
    """300,000 saved states before the text."""
    return file_of(one_page(b"q " * 300_000 + TEXT))


def tree_loop() -> bytes:
    """A page tree that holds itself."""
    return file_of({**one_page(), 2: b"<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>"})


def false_count() -> bytes:
    """A page tree that claims a thousand million pages."""
    return file_of({**one_page(), 2: b"<</Type/Pages/Kids[3 0 R]/Count 1000000000>>"})


def form_of_itself() -> bytes:
    """A form that draws itself."""
    inner = b"/XObject<</X 6 0 R>>"
    return file_of(one_page(b"/X Do", b"", inner, {6: form(TEXT + b"/X Do ", inner)}))


def laughing_forms() -> bytes:
    """29 forms, each drawing the next one twice."""
    others = {
        n: form(b"/X Do /X Do ", b"/XObject<</X %d 0 R>>" % (n + 1)) if n < 35 else form(TEXT)
        for n in range(6, 36)
    }
    return file_of(one_page(b"/X Do", b"", b"/XObject<</X 6 0 R>>", others))


def many_texts() -> bytes:
    """Two million words on one page."""
    return file_of(one_page(repeated(b"BT /F1 1 Tf ", b"(abc def) Tj 1 0 Td ", 2_000_000, b"ET"), FLATE))


def many_letters() -> bytes:
    """Fewer words, but more letters than are read of a page."""
    return file_of(one_page(repeated(b"BT /F1 1 Tf ", b"(abcdefgh) Tj 0 1 Td ", 30_000, b"ET"), FLATE))


def many_paths() -> bytes:
    """A million lines on one page."""
    lines = b"".join(b"%d %d m %d %d l S " % (n, n * 7, n * 3 % 600, n * 2) for n in range(100))
    return file_of(one_page(zlib.compress(lines * 10_000, 6), FLATE))


def table_loop() -> bytes:
    """An offset table that names itself as the one before it."""
    plain = file_of(one_page(), trailer=b"/Prev 0000000")
    start = int(plain[plain.rindex(b"startxref") + 9 :].split()[0])
    return plain.replace(b"/Prev 0000000", b"/Prev %07d" % start)


def false_table() -> bytes:
    """An offset table of which every entry is wrong."""
    return file_of(one_page(), shift=99)


def truncated() -> bytes:
    """The first three quarters of a file."""
    whole = file_of(one_page())
    return whole[: len(whole) * 3 // 4]


def junk_before() -> bytes:
    """A PDF behind 680 bytes of something else."""
    return b"HTTP/1.1 200 OK\r\n" * 40 + file_of(one_page())


def huge_page() -> bytes:
    """A page of 350,000 km a side."""
    return file_of({**one_page(), 3: leaf(b"0 0 1e9 1e9")})


def huge_picture() -> bytes:
    """A picture of 60,000 by 60,000 dots in one file of some hundred KB."""
    picture = stream(
        blanks(b"", 256),
        b"/Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceGray"
        + FLATE,
    )
    draw = TEXT + b"612 0 0 792 0 0 cm /I Do"
    return file_of(one_page(draw, b"", b"/XObject<</I 6 0 R>>", {6: picture}))


def parent_loop() -> bytes:
    """Two nodes of the page tree, each the other's parent, and a page that inherits its box from them."""
    page = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<%s>>>>" % FONTS
    return file_of(
        {
            **one_page(),
            2: b"<</Type/Pages/Kids[3 0 R]/Count 1/Parent 6 0 R>>",
            3: page,
            6: b"<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>",
        }
    )


def object_of_itself() -> bytes:
    """A stream's length and a page's resources that are references to themselves."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources 7 0 R>>"
    content = b"<</Length 6 0 R>>\nstream\n" + TEXT + b"endstream"
    return file_of({**one_page(), 3: page, 4: content, 6: b"6 0 R", 7: b"7 0 R"})


def deep_tree() -> bytes:
    """A page tree 20,000 levels deep."""
    deepest = 20_009
    levels = {
        n: b"<</Type/Pages/Kids[%d 0 R]/Count 1%s>>"
        % (n + 1 if n < deepest else 3, b"/Parent %d 0 R" % (n - 1) if n > 10 else b"")
        for n in range(10, deepest + 1)
    }
    objects = {**one_page(), 1: b"<</Type/Catalog/Pages 10 0 R>>", 3: leaf(parent=b"%d 0 R" % deepest)}
    del objects[2]
    return file_of({**objects, **levels})


def map_bomb() -> bytes:
    """A font whose map to Unicode says 100,000 times that every code is an A."""
    spans = b"<0000> <ffff> <0041>\n" * 100_000
    head = b"1 begincodespacerange <0000> <ffff> endcodespacerange 100 beginbfrange\n"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    return file_of({**one_page(), 5: font, 6: stream(zlib.compress(head + spans + b"endbfrange", 6), FLATE)})


def locked() -> bytes:
    """A file that needs a password."""
    return _encrypted("user")


def restricted() -> bytes:
    """A file that opens without a password and forbids to take text out."""
    return _encrypted("")


def _encrypted(user: str) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(file_of(one_page()))))
    writer.encrypt(user, "owner", permissions_flag=0, algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def empty() -> bytes:
    """Nothing at all."""
    return b""


def noise() -> bytes:
    """A PDF's first line and then noise."""
    return b"%PDF-1.7\n" + random.Random(7).randbytes(200_000)


def page_of_a_browser() -> bytes:
    """HTML under the name of a PDF."""
    return b"<html>no report</html>"


def many_pages() -> bytes:
    """More pages than are read, all the same one."""
    count = MAX_PAGES + 50
    kids = b" ".join([b"3 0 R"] * count)
    return file_of({**one_page(), 2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)})


def object_stream_loop() -> bytes:
    """Two object streams, each of which extends the other."""
    streams = {
        n: stream(b"8 0 null ", b"/Type/ObjStm/N 1/First 4/Extends %d 0 R" % other)
        for n, other in ((6, 7), (7, 6))
    }
    return file_of({**one_page(), **streams})


def several_bombs() -> bytes:
    """Two honest pages with a bomb between them."""
    objects = {
        **one_page(),
        2: b"<</Type/Pages/Kids[3 0 R 6 0 R 3 0 R]/Count 3>>",
        6: leaf().replace(b"4 0 R", b"7 0 R"),
        7: stream(zlib.compress(blanks(TEXT, 4096), 6), b"/Filter[/FlateDecode/FlateDecode]"),
    }
    return file_of(objects)


READ, REFUSED = "read", "refused"
"""Besides the codes of `unread`: what the page says was read; the file was refused."""


def _looked(code: str) -> set[str]:
    """What a look at the picture of the page ends with, where there is an engine to look."""
    return {code if installed() else "ocr-not-installed"}


KINDS: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "honest": (lambda: file_of(one_page()), {READ}),
    "bomb": (bomb, {"gave-up-memory"}),
    "double-bomb": (double_bomb, {"gave-up-memory"}),
    "nested-arrays-10k": (lambda: nested_arrays(10_000), {READ, "engines-disagree"}),
    "nested-arrays-200k": (lambda: nested_arrays(200_000), {READ, "engines-disagree"}),
    "nested-in-content": (nested_in_content, {"broken-page"}),
    "many-saves": (many_saves, {READ}),
    "tree-loop": (tree_loop, {READ, "broken-page", "engines-disagree"}),
    "false-count": (false_count, {READ}),
    "form-of-itself": (form_of_itself, {READ}),
    "laughing-forms": (laughing_forms, {"gave-up-memory"}),
    "many-texts": (many_texts, {"gave-up-memory"}),
    "many-letters": (many_letters, {"too-many-characters"}),
    "many-paths": (many_paths, {"too-many-objects"}),
    "table-loop": (table_loop, {READ}),
    "false-table": (false_table, {READ, "lost-table"}),
    "truncated": (truncated, {REFUSED}),
    "junk-before": (junk_before, {READ, "foreign-data", "lost-table"}),
    "huge-page": (huge_page, {READ}),
    "huge-picture": (huge_picture, _looked("blank-file")),
    "parent-loop": (parent_loop, {READ}),
    "object-of-itself": (object_of_itself, {READ}),
    "deep-tree": (deep_tree, {"broken-page", "engines-disagree"}),
    "map-bomb": (map_bomb, {READ}),
    "locked": (locked, {REFUSED}),
    "restricted": (restricted, {READ}),
    "empty": (empty, {REFUSED}),
    "noise": (noise, {REFUSED}),
    "page-of-a-browser": (page_of_a_browser, {REFUSED}),
    "many-pages": (many_pages, {READ, "too-many-pages"}),
    "object-stream-loop": (object_stream_loop, {READ}),
    "several-bombs": (several_bombs, {READ, "gave-up-memory"}),
}

HONEST_TOO: dict[str, set[str]] = {
    "huge-page": _looked("ocr-gave-up-crash"),
    "huge-picture": {"mostly-picture"},
}
"""Another end that is as honest: print of ordinary size on so large a page may count as not to be seen."""
