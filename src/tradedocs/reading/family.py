"""What kind of report it is, and who drew the sample: both from what the report says of itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tradedocs.model.report import Family, SampleBy
from tradedocs.reading.labels import Found
from tradedocs.reading.lines import Line
from tradedocs.vocabulary import fold, lexicon

_FAMILIES: tuple[Family, ...] = ("pre-shipment", "commodity", "mill", "laboratory")
_BY_CLIENT = re.compile(
    r"\b(client|customer|applicant|supplier|seller|manufacturer|factory|auftraggeber|kunde|cliente|müşteri|заказчик)",
    re.I,
)
_BY_INSPECTOR = re.compile(
    r"\b(inspector|surveyor|inspection|laboratory|our|us|ourselves|superintendent|prüfer|inspecteur|inspector|denetçi|инспектор)",
    re.I,
)


def family_of(lines: Sequence[Line], *, has_aql: bool) -> Family | None:
    """The kind of report: by its title first, else by the words it uses; None when nothing tells."""
    if has_aql:
        return "pre-shipment"
    votes: Counter[str] = Counter()
    text = fold(" \n ".join(line.text for line in lines))
    tallest = max((phrase.height for line in lines[:40] for phrase in line.phrases), default=0.0)
    title = fold(" ".join(p.text for line in lines[:40] for p in line.phrases if p.height >= 0.75 * tallest))
    phrases = lexicon("phrases")
    for weight, place in ((1, text), (4, title)):
        for label in {label for label, _ in phrases.occurrences(place)}:
            votes[phrases.labels[label]] += weight
    best = max(_FAMILIES, key=lambda name: votes[name])
    return best if votes[best] >= 2 else None


def sample_by(lines: Sequence[Line], found: Sequence[Found]) -> SampleBy | None:
    """Who drew the sample, as stated. A statement that the client submitted it outweighs any other."""
    stated = [
        item.text
        for item in found
        if fold(item.label)
        in ("sampled by", "sampling by", "sample drawn by", "samples drawn by", "drawn by")
    ]
    for text in stated:
        if _BY_CLIENT.search(text) and not re.search(r"presence", text, re.I):
            return "client"
        if _BY_INSPECTOR.search(text):
            return "inspector"
    text = fold(" ".join(line.text for line in lines))
    phrases = lexicon("phrases")
    said = {phrases.labels[label] for label, _ in phrases.occurrences(text)}
    if "client-sample" in said:
        return "client"
    return "inspector" if "inspector-sample" in said else None
