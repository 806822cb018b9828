"""Headings of unruled tables, found by their words: clusters of column labels that stand near each other.

A heading tells where its table is, however many panels stand side by side on the page; white space alone does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tradedocs.pdf.page import Word
from tradedocs.reading.columns import is_specimen
from tradedocs.reading.lines import Line, Phrase, box_of
from tradedocs.reading.values import is_measured
from tradedocs.vocabulary import lexicon
from tradedocs.vocabulary.units import is_unit

_LONGEST = 5
_TELLING = {"result", "limit", "mdl", "loq", "unit", "verdict", "method", "min", "max", "nominal"}
_WIDEST_GAP, _LABEL_GAP = 190.0, 130.0


@dataclass(frozen=True)
class Label:
    """One column label (or a unit under one): what it means and its words."""

    meaning: str
    words: tuple[Word, ...]
    x0: float
    y0: float
    x1: float
    y1: float

    @classmethod
    def of(cls, meaning: str, words: Sequence[Word]) -> Label:
        """The label made of these words."""
        return cls(meaning, tuple(words), *box_of(words))


@dataclass(frozen=True)
class Heading:
    """The labels of one table's heading, and the box that they take."""

    labels: tuple[Label, ...]
    x0: float
    y0: float
    x1: float
    y1: float

    @classmethod
    def of(cls, labels: Sequence[Label]) -> Heading:
        """The heading made of these labels."""
        words = [word for label in labels for word in label.words]
        return cls(tuple(labels), *box_of(words))


def headings_in(lines: Sequence[Line]) -> list[Heading]:
    """The headings among the lines, top to bottom; twins that stand side by side are two."""
    found = [[_labels(phrase) for phrase in line.phrases] for line in lines]
    labels = _stacked([label for row in found for phrase in row for label in phrase])
    joined = {(id(a[-1].words[-1]), id(b[0].words[0])) for row in found for a, b in pairwise(row) if a and b}
    clusters = [cluster for cluster in _clusters(labels, joined) if _is_heading(cluster)]
    panels = [panel for cluster in clusters for panel in _panels(cluster, lines) if _is_heading(panel)]
    return sorted(map(Heading.of, panels), key=lambda heading: (heading.y0, heading.x0))


def _is_heading(labels: Sequence[Label]) -> bool:
    meanings = {label.meaning for label in labels}
    return "parameter" in meanings and bool(meanings & _TELLING)


def _labels(phrase: Phrase) -> list[Label]:
    """The labels that make up a phrase; empty when anything else is in it."""
    out: list[Label] = []
    at = 0
    words = phrase.words
    while at < len(words):
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            meaning = _meaning(" ".join(word.text for word in words[at : at + size]))
            if meaning is not None:
                out.append(Label.of(meaning, words[at : at + size]))
                at += size
                break
        else:
            return []
    return out


def _meaning(text: str) -> str | None:
    if text[0] in "<>≤≥±":
        return None  # `<LOQ` is a result, not the heading LOQ
    if (meaning := lexicon("columns").exact(text)) is not None:
        return meaning
    bare = text.strip("()[]（） ")
    if text != bare and (is_unit(bare) or len(bare) <= 6):
        return "of-unit"
    return "of-unit" if is_unit(bare) and not bare.isalpha() else _HALVES.get(text.casefold().rstrip("/ "))


# Words that are half of a label which was set on two lines.
_HALVES = {
    "pass": "half",
    "fail": "half",
    "action": "half",
    "level": "half",
    "detection": "half",
    "test": "half",
}


def _stacked(labels: Sequence[Label]) -> list[Label]:
    """Two labels set one over the other that together are a label of their own: `Action` over `Level`."""
    out: list[Label] = []
    for label in labels:
        over = next(
            (k for k in range(len(out) - 1, max(-1, len(out) - 25), -1) if _is_over(out[k], label)), None
        )
        whole = (
            _meaning(" ".join(w.text for w in (*out[over].words, *label.words))) if over is not None else None
        )
        if over is not None and whole not in (None, "of-unit", "half"):
            out[over] = Label.of(str(whole), (*out[over].words, *label.words))
        else:
            out.append(label)
    return out


def _is_over(upper: Label, lower: Label) -> bool:
    overlap = min(upper.x1, lower.x1) - max(upper.x0, lower.x0)
    height = min(upper.y1 - upper.y0, lower.y1 - lower.y0)
    return (
        overlap > 0.5 * min(upper.x1 - upper.x0, lower.x1 - lower.x0)
        and 0.3 * height < lower.y0 - upper.y0 < 1.8 * height
    )


def _clusters(labels: Sequence[Label], joined: set[tuple[int, int]]) -> list[list[Label]]:
    """Labels that stand near each other, sideways or one over the other, or with nothing between them on a line.

    Args:
        labels: all labels of the region.
        joined: the words (by identity) at the end and at the beginning of labels that follow each other on a line.
    """
    parent = list(range(len(labels)))

    def find(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for i, one in enumerate(labels):
        for j in range(i + 1, len(labels)):
            other = labels[j]
            if other.y0 - one.y1 > 30:
                break
            if _near(one, other) or (id(one.words[-1]), id(other.words[0])) in joined:
                parent[find(j)] = find(i)
    groups: dict[int, list[Label]] = {}
    for i, label in enumerate(labels):
        groups.setdefault(find(i), []).append(label)
    return list(groups.values())


def _near(one: Label, other: Label) -> bool:
    height = max(min(one.y1 - one.y0, other.y1 - other.y0), 4.0)
    apart = abs((one.y0 + one.y1) - (other.y0 + other.y1)) / 2
    gap = max(one.x0, other.x0) - min(one.x1, other.x1)
    return (apart <= 0.9 * height and gap <= _WIDEST_GAP) or (apart <= 1.7 * height and gap <= 0)


def _panels(cluster: Sequence[Label], lines: Sequence[Line]) -> Iterator[list[Label]]:
    """One panel for each parameter label that has labels to its right before the next one."""
    anchors = sorted((label for label in cluster if label.meaning == "parameter"), key=lambda label: label.x0)
    anchors = [a for k, a in enumerate(anchors) if k == 0 or a.x0 - anchors[k - 1].x1 > 30]
    for k, anchor in enumerate(anchors):
        end = anchors[k + 1].x0 if k + 1 < len(anchors) else float("inf")
        begin = anchor.x0 if k else min(label.x0 for label in cluster)
        panel = [label for label in cluster if begin - 1 <= label.x0 < end and not _is_orphan(label, anchor)]
        yield [*panel, *_unknown(panel, lines, end)]


def _is_orphan(label: Label, anchor: Label) -> bool:
    """A result column left of the parameter column belongs to another table, whose own parameter was not found."""
    return label.x1 < anchor.x0 and label.meaning in _TELLING | {"of-unit"}


def _may_label(text: str) -> bool:
    return is_specimen(text) and not is_measured(text)


def _unknown(panel: Sequence[Label], lines: Sequence[Line], end: float) -> Iterator[Label]:
    """Phrases at the heading's height that could be specimens' labels."""
    words = [word for label in panel for word in label.words]
    x0, _, x1, _ = box_of(words)
    high, low = min(word.middle for word in words) - 1.5, max(word.middle for word in words) + 1.5
    taken = {id(word) for word in words}
    for line in lines:
        if not high <= line.middle <= low:
            continue
        for phrase in line.phrases:
            inside = x0 <= phrase.x0 and phrase.x1 <= min(end, x1 + _LABEL_GAP)
            if inside and not any(id(word) in taken for word in phrase.words) and _may_label(phrase.text):
                yield Label.of("specimen-label", phrase.words)
                x1 = max(x1, phrase.x1)
