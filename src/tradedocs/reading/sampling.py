"""Who drew the sample, as the report states it: its inspector, or a party to the deal."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tradedocs.model.report import SampleBy
from tradedocs.reading.labels import Found
from tradedocs.reading.verdicts import is_denied
from tradedocs.vocabulary import fold, lexicon

_LABELS = (
    "sampled by", "sampling by", "sample drawn by", "drawn by", "sample taken by", "taken by", "sampling",
    "sampling done by", "sampling performed by", "sampling carried out by", "sampler", "sample collected by",
    "collected by",
)  # fmt: skip
_PARTY = (
    r"client|customer|applicant|supplier|seller|shipper|buyer|vendor|exporter|importer|consignee|producer"
    r"|manufacturer|factory|mill|auftraggeber|kunde|verkäufer|käufer|lieferant|hersteller|cliente|vendedor|comprador"
    r"|fabricante|vendeur|acheteur|fabricant|müşteri|satıcı|alıcı|заказчик|продавец|покупатель|изготовитель"
)
_BY_PARTY = re.compile(rf"\b(?:{_PARTY})|委托|客户|卖方|买方|供应商|工厂|의뢰", re.I)
_BY_INSPECTOR = re.compile(
    r"\b(inspector|surveyor|inspection|laboratory|our|us|ourselves|superintendent|prüfer|inspecteur|denetçi|инспектор)",
    re.I,
)
_DRAWN_BY_PARTY = re.compile(
    rf"(?:\b(?:sample|increment|specimen)(?: \w+){{0,8}}? "
    r"(?:drawn|taken|collected|selected|picked|submitted)|\bsampled)"
    rf"(?: \w+){{0,2}}? by (?:the )?(?:\w+ )?(?:{_PARTY})"
)
_AGENT = re.compile(
    r"\b(?:our|us|we|inspector|surveyor|unseren?|uns|labor|inspektor|notre|nos|nuestro|denetçimiz|gözetmenimiz)\b"
    r"|επιθεωρητ|инспектор|检验员|本公司|검사원|当社"
)
_DRAWN_BY_US = re.compile(
    r"\b(?:drawn|taken|sampled|collected|selected)(?: \w+){0,4}? by (?:the |one of )?(?:our|us|inspector|surveyor)\b"
)
_PRESENCE = re.compile(r"\b(?:in (?:the )?presence|witness\w*|attended)\b.*", re.I)


def sample_by(text: str, found: Sequence[Found]) -> SampleBy | None:
    """Who drew the sample, as the report's folded text states; None where it does not say, or says both.

    That somebody of the issuer drew it counts only in words that name him; that samples "were drawn" counts when
    nothing says that a party drew or submitted them. A negated statement counts for nothing.
    """
    labelled = {drawer for item in found if fold(item.label) in _LABELS and (drawer := _labelled(item.text))}
    phrases = lexicon("phrases")
    said = [
        (phrases.labels[label], label)
        for label, at in phrases.occurrences(text)
        if not is_denied(text, at, within=3)
    ]
    party = (
        "client" in labelled
        or any(kind == "client-sample" for kind, _ in said)
        or bool(_drawn_by_party(text))
    )
    named = "inspector" in labelled or _drawn_by_us(text)
    named |= any(kind == "inspector-sample" and bool(_AGENT.search(label)) for kind, label in said)
    if party:
        return None if named else "client"
    return "inspector" if named or any(kind == "inspector-sample" for kind, _ in said) else None


def _labelled(text: str) -> SampleBy | None:
    """Whom the value behind `Sampled by` names; who was only present did not draw."""
    drawer = _PRESENCE.sub("", text)
    if re.match(r"\W*(?:not|no|nobody|none)\b", drawer, re.I):
        return None
    if _BY_PARTY.search(drawer):
        return "client"
    return "inspector" if _BY_INSPECTOR.search(drawer) else None


def _drawn_by_party(text: str) -> bool:
    return any(" not " not in f" {match[0]} " for match in _DRAWN_BY_PARTY.finditer(text))


def _drawn_by_us(text: str) -> bool:
    return any(
        not is_denied(text, match.start(), within=3) and " not " not in f" {match[0]} "
        for match in _DRAWN_BY_US.finditer(text)
    )
