"""Makes the Word templates under templates/. Running it again gives the same bytes.

The templates are meant to be opened and restyled in Word; this tool is how the packaged ones came to be. It writes
the parts by hand, because python-docx's own starting file brings 800 KB of styles that nobody uses.
"""

from __future__ import annotations

import sys
from pathlib import Path

import template_addendum
import template_body
import template_memo
import template_modern
import template_pack
import template_paper
from template_parts import (
    content_types,
    document_rels,
    header_and_footer,
    package_rels,
    page_field,
    paragraph,
    run,
    settings,
)
from template_styles import CLASSIC, MODERN, Theme, numbering, styles
from tradedocs.word.package import read_parts, write_parts

TARGET = Path(__file__).parent.parent / "templates"


def made(body: str, theme: Theme, *, right: str = "{{ date[0] }}") -> bytes:
    """A template as a DOCX; `right` stands on the right of its header."""
    header, footer = header_and_footer()
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": package_rels(),
        "word/_rels/document.xml.rels": document_rels(),
        "word/document.xml": body,
        "word/styles.xml": styles(theme),
        "word/numbering.xml": numbering(),
        "word/settings.xml": settings(),
        "word/header1.xml": header.replace("{{ date[0] }}", right),
        "word/footer1.xml": footer,
    }
    return write_parts({name: text.encode() for name, text in parts.items()})


def memo(title: str = "DEVIATION MEMO") -> bytes:
    """The template of memos: its header and footer know no contract, only its number."""
    parts = read_parts(made(template_memo.document(title), CLASSIC), name="memo.docx")
    header = paragraph(
        "ContractHeader",
        run("{{ contract_no }}"),
        "<w:r><w:tab/></w:r>",
        run("Internal, not for the other side"),
    )
    footer = paragraph(
        "ContractFooter", run("Page "), page_field("PAGE"), run(" of "), page_field("NUMPAGES")
    )
    return write_parts(_around(parts, header, footer))


def letter() -> bytes:
    """The template of claim letters: its foot names the claim and the head of the ledger."""
    parts = read_parts(made(template_paper.letter(), CLASSIC, right="{{ name }}"), name="claim-letter.docx")
    name, foot = "word/footer1.xml", paragraph("ContractFooter", run("{{ foot }}"))
    parts[name] = parts[name].replace(b"<w:p>", foot.encode() + b"<w:p>", 1)
    return write_parts(parts)


def pack() -> bytes:
    """The template of review packs: as memos, with styles of its own and the recording of changes on."""
    parts = read_parts(made(template_pack.document(), CLASSIC), name="review-pack.docx")
    tab = "<w:r><w:tab/></w:r>"
    header = paragraph(
        "ContractHeader",
        run("{% if review %}Clause review pack{% else %}Clause redline{% endif %} {{ pack }}"),
        tab,
        run("{{ day }}"),
    )
    pages = run("Page "), page_field("PAGE"), run(" of "), page_field("NUMPAGES")
    parts = _around(parts, header, paragraph("ContractFooter", *pages))
    parts["word/styles.xml"] = template_pack.pack_styles().encode()
    parts["word/numbering.xml"] = template_pack.pack_numbering().encode()
    parts["word/settings.xml"] = parts["word/settings.xml"].replace(
        b"<w:defaultTabStop", b"<w:trackRevisions/><w:defaultTabStop"
    )
    return write_parts(parts)


def _around(parts: dict[str, bytes], header: str, footer: str) -> dict[str, bytes]:
    """The parts with another header and footer."""
    out = dict(parts)
    for name, root, text in (("word/header1.xml", "hdr", header), ("word/footer1.xml", "ftr", footer)):
        old = out[name].decode()
        start, end = old.index(">", old.index(f"<w:{root}")) + 1, old.index(f"</w:{root}>")
        out[name] = (old[:start] + text + old[end:]).encode()
    return out


def templates() -> dict[str, bytes]:
    """Every packaged template by its file name."""
    return {
        "sales-contract.docx": made(template_body.document(), CLASSIC),
        "addendum.docx": made(
            template_addendum.document(),
            CLASSIC,
            right="{% if english %}Addendum No. {{ addendum.number }}{% endif %}"
            "{% if english and chinese %} {% endif %}"
            "{% if chinese %}第{{ addendum.number }}号补充协议{% endif %}",
        ),
        "memo.docx": memo(),
        "review-pack.docx": pack(),
        "returned-memo.docx": memo("WHAT CAME BACK"),
        **{
            f"{name}.docx": made(template_paper.document(), CLASSIC, right="{{ name }}")
            for name in ("inspection-order", "notice")
        },
        "claim-letter.docx": letter(),
        "inspection-checklist.docx": made(template_paper.checklist(), CLASSIC, right="{{ name }}"),
        "sales-contract-modern.docx": made(template_modern.document(), MODERN),
    }


def main(folder: Path) -> None:
    """Write every template into the folder."""
    for name, data in templates().items():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
