"""Writing the passport and the Spec into a contract file, as a custom XML part that Word keeps.

Beside them stand, from which the contract's later life is worked out, the deal without what is internal to one side,
and the text as it was sent.
"""

from __future__ import annotations

import uuid

from markupsafe import escape

from tradedocs.model.contract import Passport
from tradedocs.model.deal import Deal
from tradedocs.model.sent import SentText
from tradedocs.model.spec import Spec
from tradedocs.word.properties import related, typed

NAMESPACE = "urn:tradedocs:contract:1"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_STORE = f"{_OFFICE}/customXml"


def embedded(
    parts: dict[str, bytes],
    passport: Passport,
    spec: Spec,
    *,
    deal: Deal | None = None,
    sent: SentText | None = None,
) -> dict[str, bytes]:
    """The parts with one more custom XML part that holds all of them as JSON."""
    told = shareable(deal).told if deal is not None else None
    text = sent.model_dump_json(exclude_none=True) if sent is not None else None
    return with_item(parts, passport.model_dump_json(), spec.canonical(), told, text)


def with_item(
    parts: dict[str, bytes], passport: str, spec: str, deal: str | None, sent: str | None
) -> dict[str, bytes]:
    """The same of the JSON texts."""
    return with_custom(parts, _item(passport, spec, deal, sent), NAMESPACE)


def with_custom(parts: dict[str, bytes], xml: str, namespace: str) -> dict[str, bytes]:
    """The parts with one more custom XML part, whose root is in the namespace."""
    taken = {name.lower() for name in parts}
    number = next(n for n in range(1, len(parts) + 2) if f"customxml/item{n}.xml" not in taken)
    item, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    out = {
        **parts,
        item: xml.encode(),
        properties: _properties(namespace).encode(),
        f"customXml/_rels/item{number}.xml.rels": _rels(number).encode(),
    }
    out = typed(out, properties, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml")
    return related(out, "word/_rels/document.xml.rels", f"{_OFFICE}/relationships/customXml", f"../{item}")


def shareable(deal: Deal) -> Deal:
    """The deal as both sides may see it: without who granted what, which rules are silent, and why.

    The contract goes to the other side; how far ours may go, and its reasons, do not.
    """
    if not (deal.clauses or deal.granted or deal.suppress or deal.confirm):
        return deal
    choices = tuple(choice.model_copy(update={"reason": None}) for choice in deal.clauses)
    return deal.model_copy(update={"clauses": choices, "granted": (), "suppress": (), "confirm": ()})


def _item(passport: str, spec: str, deal: str | None, sent: str | None) -> str:
    more = f'<deal version="1">{escape(deal)}</deal>' if deal is not None else ""
    more += f'<text version="1">{escape(sent)}</text>' if sent is not None else ""
    return (
        f'{_HEAD}<contract xmlns="{NAMESPACE}"><passport>{escape(passport)}</passport>'
        f"<spec>{escape(spec)}</spec>{more}</contract>"
    )


def _properties(namespace: str) -> str:
    # Word wants an id of the data store; the same one in every file, since the namespace says what it is.
    store = str(uuid.uuid5(uuid.NAMESPACE_URL, namespace)).upper()
    return (
        f'{_HEAD}<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{{{store}}}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{namespace}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def _rels(number: int) -> str:
    return (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/customXmlProps" '
        f'Target="itemProps{number}.xml"/></Relationships>'
    )
