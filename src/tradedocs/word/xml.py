"""Parsing the XML inside a DOCX, from hands that may be hostile, and the names used in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradedocs.errors import RefusedInput
from tradedocs.ui import say

if TYPE_CHECKING:
    from lxml import etree

W_URI = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELS_URI = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES_URI = "http://schemas.openxmlformats.org/package/2006/content-types"


def w(name: str) -> str:
    """The qualified name of a WordprocessingML element or attribute."""
    return f"{{{W_URI}}}{name}"


def parse(data: bytes, part: str) -> etree._Element:
    """The root of a part. Entities are not resolved and nothing is fetched.

    Raises:
        RefusedInput: it is not well-formed, or declares a document type (no DOCX does).
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise RefusedInput(
            say("a part of the file is not well-formed XML: {reason}", reason=error.msg or error),
            place=part,
            way_out=say("Ask the sender for the file once more, as it was saved in Word."),
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise RefusedInput(
            say("a part of the file declares a document type, which no Word file does"),
            place=part,
            way_out=say("Do not trust this file. Ask the sender for one that was saved in Word."),
        )
    return root


def serialised(root: etree._Element) -> bytes:
    """The part's bytes, with the declaration that Word writes."""
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
