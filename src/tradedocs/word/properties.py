"""The properties that Word shows of a file, fixed by the deal so that the same deal gives the same bytes."""

from __future__ import annotations

from markupsafe import escape

from tradedocs import __version__
from tradedocs.model.clause import Language
from tradedocs.model.contract import Contract
from tradedocs.word.package import CONTENT_TYPES
from tradedocs.word.xml import RELS_URI, TYPES_URI, parse, serialised

CORE, APP = "docProps/core.xml", "docProps/app.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TAGS: dict[Language, str] = {"en": "en-GB", "zh": "zh-CN"}
_TYPES = {
    CORE: "application/vnd.openxmlformats-package.core-properties+xml",
    APP: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_RELATIONS = {
    CORE: f"{_PACKAGE}/relationships/metadata/core-properties",
    APP: f"{_OFFICE}/relationships/extended-properties",
}


def with_properties(parts: dict[str, bytes], contract: Contract) -> dict[str, bytes]:
    """The parts with core and application properties in place of the template's own."""
    out = {**parts, CORE: core_properties(contract), APP: _app().encode()}
    for part in (CORE, APP):
        out = related(out, "_rels/.rels", _RELATIONS[part], part)
        out = typed(out, part, _TYPES[part])
    return out


def related(parts: dict[str, bytes], rels: str, kind: str, target: str) -> dict[str, bytes]:
    """The parts with a relationship of this kind to the target, once."""
    root = parse(parts[rels], rels)
    if any(item.get("Target", "").lstrip("/") == target for item in root):
        return parts
    taken = {item.get("Id") for item in root}
    free = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
    root.append(root.makeelement(f"{{{RELS_URI}}}Relationship", {"Id": free, "Type": kind, "Target": target}))
    return {**parts, rels: serialised(root)}


def typed(parts: dict[str, bytes], part: str, content_type: str) -> dict[str, bytes]:
    """The parts with the content type of one part declared, once."""
    root = parse(parts[CONTENT_TYPES], CONTENT_TYPES)
    if any(item.get("PartName") == f"/{part}" for item in root):
        return parts
    root.append(
        root.makeelement(f"{{{TYPES_URI}}}Override", {"PartName": f"/{part}", "ContentType": content_type})
    )
    return {**parts, CONTENT_TYPES: serialised(root)}


def core_properties(contract: Contract) -> bytes:
    """Title, subject and dates of the file, from the deal."""
    deal = contract.deal
    moment = f"{deal.date.isoformat()}T00:00:00Z"
    title = escape(f"Sales Contract {deal.contract_no}")
    languages = ", ".join(_TAGS[language] for language in contract.languages)
    status = "Draft" if contract.draft else "Final"
    text = (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:subject>{escape(deal.seller.name)} – {escape(deal.buyer.name)}</dc:subject>"
        f"<dc:language>{languages}</dc:language><cp:category>Sales contract</cp:category>"
        f"<cp:contentStatus>{status}</cp:contentStatus>"
        f"<dc:creator>tradedocs</dc:creator><cp:lastModifiedBy>tradedocs</cp:lastModifiedBy>"
        f'<cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>'
    )
    return text.encode()


def _app() -> str:
    major, minor = __version__.split(".")[:2]
    return (
        f'{_HEAD}<Properties xmlns="{_OFFICE}/extended-properties"><Application>tradedocs</Application>'
        f"<AppVersion>{int(major):02d}.{int(minor):04d}</AppVersion></Properties>"
    )
