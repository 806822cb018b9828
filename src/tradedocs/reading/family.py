"""What kind of report it is, from what the report says of itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tradedocs.model.report import Family
from tradedocs.reading.lines import Line
from tradedocs.vocabulary import fold, lexicon

_FAMILIES: tuple[Family, ...] = ("pre-shipment", "commodity", "mill", "laboratory")


def family_of(lines: Sequence[Line], folded: str, *, has_aql: bool) -> Family | None:
    """The kind of report: by its title first, else by the words it uses; None when nothing tells.

    `folded` is the folded text of the lines.
    """
    if has_aql:
        return "pre-shipment"
    votes: Counter[str] = Counter()
    tallest = max((phrase.height for line in lines[:40] for phrase in line.phrases), default=0.0)
    title = fold(" ".join(p.text for line in lines[:40] for p in line.phrases if p.height >= 0.75 * tallest))
    phrases = lexicon("phrases")
    for weight, place in ((1, folded), (4, title)):
        for label in {label for label, _ in phrases.occurrences(place)}:
            votes[phrases.labels[label]] += weight
    best = max(_FAMILIES, key=lambda name: votes[name])
    return best if votes[best] >= 2 else None
