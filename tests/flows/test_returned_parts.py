"""Edits outside the plain paragraphs of a returned file: each is found, or it is said that it was not compared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import Ran
from tests.flows.returned import compared, house
from tests.word.hands import paragraph
from tradedocs.word.package import CONTENT_TYPES, DOCUMENT, read_parts, write_parts
from tradedocs.word.xml import parse, serialised, w

W = w("p")[1:].partition("}")[0]
WORDS = "The price is halved."
NOTE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
RUN = f"<w:r><w:t>{WORDS}</w:t></w:r>"
INSIDE = {
    "text box": f"<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent><w:p>{RUN}"
    "</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
    "field": f"<w:fldSimple w:instr='AUTHOR'>{RUN}</w:fldSimple>",
    "hidden": f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{WORDS}</w:t></w:r>",
}
BESIDE = {
    "table": f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p>{RUN}</w:p></w:tc></w:tr></w:tbl>",
    "control": f"<w:sdt><w:sdtContent><w:p>{RUN}</w:p></w:sdtContent></w:sdt>",
}
AROUND = ("header", "footer", "footnotes")
KINDS = (*INSIDE, *BESIDE, *AROUND)


def with_words(data: bytes, kind: str, near: str) -> bytes:
    """The file with other words in a place of that kind, beside the paragraph or in it."""
    parts = dict(read_parts(data, name="x"))
    if kind in AROUND:
        return write_parts(_around(parts, kind))
    root = parse(parts[DOCUMENT], DOCUMENT)
    place = paragraph(root, near)
    for one in etree.fromstring(f"<x xmlns:w='{W}'>{INSIDE.get(kind) or BESIDE[kind]}</x>"):
        if kind in INSIDE:
            place.append(one)
        else:
            place.addnext(one)
    return write_parts({**parts, DOCUMENT: serialised(root)})


def _around(parts: dict[str, bytes], kind: str) -> dict[str, bytes]:
    name = next((one for one in sorted(parts) if one.startswith(f"word/{kind}")), None)
    if name is not None:
        begin, end, rest = parts[name].rpartition(b"</w:p>")
        return {**parts, name: begin + RUN.encode() + end + rest}
    name, rels = f"word/{kind}.xml", "word/_rels/document.xml.rels"
    note = f"<w:footnotes xmlns:w='{W}'><w:footnote w:id='2'><w:p>{RUN}</w:p></w:footnote></w:footnotes>"
    override = f'<Override PartName="/{name}" ContentType="{NOTE}"/></Types>'
    relation = f'<Relationship Id="rIdNote" Type="{RELATION}" Target="{kind}.xml"/></Relationships>'
    return {
        **parts,
        name: note.encode(),
        CONTENT_TYPES: parts[CONTENT_TYPES].replace(b"</Types>", override.encode()),
        rels: parts[rels].replace(b"</Relationships>", relation.encode()),
    }


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return house(tmp_path_factory.mktemp("parts"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_contract(root: Path, kind: str) -> None:
    back = root / "back.docx"
    back.write_bytes(with_words((root / "en-zh.docx").read_bytes(), kind, "refuses with reasons"))
    found = compared(root, back)
    assert found.code in (10, 20)
    assert found.cards or found.not_compared or found.problems or found.unseen


@pytest.mark.parametrize("kind", KINDS)
def test_a_pack(run: Callable[..., Ran], workspace: Path, kind: str) -> None:
    run("clause", "pack", "disputes.claims", "-o", "pack.docx")
    back = workspace / "back.docx"
    back.write_bytes(with_words(Path("pack.docx").read_bytes(), kind, "refuses with reasons"))
    ran = run("clause", "read-pack", back)
    assert ran.code in (10, 20), ran.out
    assert "halved" in ran.out or "not compared" in ran.out
