"""Makes templates/sales-contract.docx. Running it again gives the same bytes.

The template is meant to be opened and restyled in Word; this tool is how the packaged one came to be. It writes
the parts by hand, because python-docx's own starting file brings 800 KB of styles that nobody uses.
"""

from __future__ import annotations

import sys
from pathlib import Path

from template_body import document
from template_parts import content_types, document_rels, header_and_footer, package_rels, settings
from template_styles import numbering, styles
from tradedocs.word.package import write_parts

TARGET = Path(__file__).parent.parent / "templates" / "sales-contract.docx"


def sales_contract() -> bytes:
    """The template as a DOCX."""
    header, footer = header_and_footer()
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": package_rels(),
        "word/_rels/document.xml.rels": document_rels(),
        "word/document.xml": document(),
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/settings.xml": settings(),
        "word/header1.xml": header,
        "word/footer1.xml": footer,
    }
    return write_parts({name: text.encode() for name, text in parts.items()})


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.write_bytes(sales_contract())
