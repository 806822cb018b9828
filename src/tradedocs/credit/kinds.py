"""What kind of document the words of a credit or of a contract ask for.

Source: the document names of ISBP 821 and UCP 600 articles 18 to 28.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_KINDS: tuple[tuple[str, str], ...] = (
    (
        "beneficiary-certificate",
        r"BENEFICIARY'?S?\s+(?:SIGNED\s+)?(?:CERTIFICATE|STATEMENT|DECLARATION|LETTER)",
    ),
    ("shipping-advice", r"SHIPPING ADVICE|SHIPMENT ADVICE|ADVICE OF SHIPMENT|COPY OF (?:FAX|TELEX|E-?MAIL)"),
    (
        "insurance",
        r"INSURANCE\s+(?:POLICY|CERTIFICATE|DOCUMENT)|(?:POLICY|CERTIFICATE) OF (?:MARINE )?INSURANCE",
    ),
    ("health-certificate", r"HEALTH CERTIFICATE|CERTIFICATE OF HEALTH|(?:SANITARY|VETERINARY) CERTIFICATE"),
    ("phytosanitary-certificate", r"PHYTO-?\s?SANITARY"),
    ("fumigation-certificate", r"FUMIGATION"),
    (
        "origin",
        r"CERTIFICATES? OF (?:[A-Z]+ )?ORIGIN|ORIGIN CERTIFICATE|\bFORM\s+(?:A|E|F|RCEP)\b|GSP FORM|EUR\.?\s?1\b",
    ),
    (
        "inspection-certificate",
        r"INSPECTION\s+(?:CERTIFICATE|REPORT)"
        r"|CERTIFICATE OF (?:[A-Z,]+ (?:AND )?){0,4}(?:INSPECTION|QUALITY|ANALYSIS|WEIGHT|QUANTITY)"
        r"|(?:QUALITY|WEIGHT|QUANTITY|ANALYSIS|TEST)\s+(?:CERTIFICATE|REPORT)|\bMILL (?:TEST )?CERTIFICATE",
    ),
    ("airway-bill", r"AIR\s?WAY\s?BILL|\bAWB\b|AIR TRANSPORT DOCUMENT"),
    ("rail-waybill", r"RAIL(?:WAY)?\s+(?:BILL|WAYBILL|CONSIGNMENT)|CARGO RECEIPT OF RAIL"),
    ("cmr", r"\bCMR\b|ROAD (?:WAYBILL|CONSIGNMENT)"),
    ("sea-waybill", r"SEA\s?WAY\s?BILL"),
    ("multimodal", r"MULTI-?MODAL|COMBINED TRANSPORT"),
    ("bill-of-lading", r"BILLS?\s+OF\s+LADING|\bB/?LS?\b|\bBS/L\b"),
    ("packing-list", r"PACKING\s+(?:LIST|NOTE|SPECIFICATION)|WEIGHT (?:LIST|MEMO|NOTE)"),
    ("invoice", r"INVOICE"),
    ("draft", r"\bDRAFTS?\b|BILL OF EXCHANGE"),
)
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)
_HEAD = 110
"""A document is named at the beginning of its point; what it must say comes after."""
TRANSPORT = frozenset({"bill-of-lading", "sea-waybill", "airway-bill", "multimodal", "rail-waybill", "cmr"})
OWN = frozenset({"beneficiary-certificate", "shipping-advice", "invoice", "packing-list", "draft"})
"""The seller writes them itself."""


_BUYERS = re.compile(
    r"\b(?:ISSUED|SIGNED|COUNTER-?\s?SIGNED|APPROVED|ACCEPTED|CONFIRMED|ENDORSED|AUTHENTICATED)\b.{0,60}\b(?:BUYER|APPLICANT)"
    r"|\b(?:BUYER|APPLICANT)(?:'S|S)?\s+(?:ACCEPTANCE|APPROVAL|CONFIRMATION|SIGNATURE|CERTIFICATE|REPRESENTATIVE)"
)


def kind_of(readings: Iterable[str]) -> str:
    """The kind of document that the words ask for: the one that is named first; `other` where none is known."""
    found: list[tuple[int, int, str]] = []
    for reading in readings:
        head = reading.upper()[:_HEAD]
        found += [
            (match.start(), order, kind)
            for order, (kind, pattern) in enumerate(_PATTERNS)
            if (match := pattern.search(head))
        ]
    return min(found, default=(0, 0, "other"))[2]


def in_buyers_hand(readings: tuple[str, ...]) -> bool:
    """Whether a document or a condition depends on the buyer's act."""
    return any(_BUYERS.search(text) for text in readings)
