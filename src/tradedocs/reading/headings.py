"""Headings of unruled tables, found by their words: clusters of column labels that stand near each other.

A heading tells where its table is, however many panels stand side by side on the page; white space alone does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tradedocs.pdf.page import Word
from tradedocs.reading.columns import is_specimen, role_hit
from tradedocs.reading.lines import Line, Phrase, box_of
from tradedocs.reading.values import is_measured, is_value_like
from tradedocs.vocabulary import lexicon
from tradedocs.vocabulary.units import is_unit, unit_in_heading

_LONGEST = 5
_TELLING = {"result", "limit", "mdl", "loq", "unit", "verdict", "method", "min", "max", "nominal"}
_WEAK = {"of-unit", "half"}
_FARTHEST_UNKNOWN = 60.0
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
    found = [_of_line(line) for line in lines]
    labels = _stacked([label for row in found for phrase in row for label in phrase])
    joined = {
        (id(a[-1].words[-1]), id(b[0].words[0]))
        for line, row in zip(lines, found, strict=True)
        for a, b in pairwise(_in_one_heading(line, row))
        if a and b
    }
    clusters = [_untitled(cluster) for cluster in _clusters(labels, joined) if _is_heading(cluster)]
    panels = [panel for cluster in clusters for panel in _panels(cluster, lines) if _is_heading(panel)]
    return sorted(map(Heading.of, panels), key=lambda heading: (heading.y0, heading.x0))


def _of_line(line: Line) -> list[list[Label]]:
    """The labels of each phrase; beside a value, a unit or half of a label is the body's and no heading."""
    found = [_labels(phrase) for phrase in line.phrases]
    weak = any(label.meaning in _WEAK for labels in found for label in labels)
    if weak and any(
        not labels and is_value_like(p.text) for labels, p in zip(found, line.phrases, strict=True)
    ):
        return [[label for label in labels if label.meaning not in _WEAK] for labels in found]
    return found


def _in_one_heading(line: Line, row: Sequence[list[Label]]) -> list[list[Label]]:
    """The line's labels; where it begins with the parameter, short texts that hold a label part nothing."""
    if len(row) < 3 or not row[0] or row[0][0].meaning != "parameter":
        return list(row)
    told = [
        labels or (len(phrase.words) <= 4 and phrase.text[-1:] != ":" and role_hit(phrase.text) is not None)
        for phrase, labels in zip(line.phrases, row, strict=True)
    ]
    return [labels for labels in row if labels] if all(told) else list(row)


def _untitled(cluster: Sequence[Label]) -> list[Label]:
    """The cluster without a title that reads like a parameter's label: it stands alone over the real one."""
    names = [label for label in cluster if label.meaning == "parameter"]
    titles = [
        upper
        for upper in names
        if any(
            upper is not lower and upper.y1 <= lower.y0 + 2 and upper.x0 < lower.x1 and upper.x1 > lower.x0
            for lower in names
        )
        and not any(abs(label.y0 - upper.y0) < 2 for label in cluster if label is not upper)
    ]
    return [label for label in cluster if not any(label is title for title in titles)]


def _is_heading(labels: Sequence[Label]) -> bool:
    meanings = {label.meaning for label in labels}
    if "parameter" not in meanings:
        return False
    return bool(meanings & _TELLING) or _measures_in_units(labels)


def _measures_in_units(labels: Sequence[Label]) -> bool:
    """A parameter's label and beside it, at its height, columns that are headed by a unit alone."""
    name = next(label for label in labels if label.meaning == "parameter")
    return any(
        label.meaning == "of-unit"
        and label.x0 > name.x1
        and abs(label.y1 - name.y1) < 0.4 * (name.y1 - name.y0)
        for label in labels
    )


def _labels(phrase: Phrase) -> list[Label]:
    """The labels that make up a phrase; empty when anything else is in it."""
    out: list[Label] = []
    at = 0
    words = phrase.words
    texts = [word.text for word in words]
    while at < len(words):
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            meaning = _meaning(" ".join(texts[at : at + size]))
            if meaning is not None:
                out.append(Label.of(meaning, words[at : at + size]))
                at += size
                break
        else:
            return []
    return _with_units(out)


def _with_units(labels: Sequence[Label]) -> list[Label]:
    """A unit in brackets, or a percent sign, behind a label is a part of it: `Result (mg/g)`."""
    out: list[Label] = []
    for label in labels:
        text = label.words[0].text
        if out and label.meaning == "of-unit" and out[-1].meaning != "of-unit" and text[:1] in "([（%":
            out[-1] = Label.of(out[-1].meaning, (*out[-1].words, *label.words))
        else:
            out.append(label)
    return out


@lru_cache(maxsize=8192)
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
    if apart <= 0.9 * height:
        return gap <= _WIDEST_GAP
    lower = other if other.y0 > one.y0 else one
    reach = 2.2 if lower.meaning == "of-unit" and lower.words[0].text[:1] in "([（" else 1.7
    return apart <= reach * height and gap <= 0


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


def _may_label(phrase: Phrase, panel: Sequence[Label], lines: Sequence[Line]) -> bool:
    """A specimen's label; beside the known columns also a short text that holds a label or stands between two."""
    text = phrase.text
    if is_measured(text):
        return False
    if is_specimen(text):
        return True
    if len(phrase.words) > 4 or text[-1:] == ":" or sum(map(str.isalpha, text)) < 3 or is_value_like(text):
        return False
    name = next(label for label in panel if label.meaning == "parameter")
    if not name.y0 < (phrase.y0 + phrase.y1) / 2 < name.y1:
        return False
    if any(phrase.x0 < label.x1 and phrase.x1 > label.x0 for label in panel):
        return False
    x0, x1 = min(label.x0 for label in panel), max(label.x1 for label in panel)
    bare, unit = unit_in_heading(text)
    hit = role_hit(bare)
    if x0 < phrase.x0 < x1:
        return (hit is not None or unit is not None) and not any(map(str.isdigit, text))
    if phrase.x0 <= x1 + _FARTHEST_UNKNOWN and hit is not None and hit.meaning in _TELLING:
        return True
    return _stands_over_values(phrase, lines)


def _stands_over_values(phrase: Phrase, lines: Sequence[Line]) -> bool:
    """Whether the next phrases under it are values: then it heads a column, whatever it says."""
    under = [
        other.text
        for line in lines
        if phrase.y1 - 1 < line.middle < phrase.y1 + 3.5 * (phrase.y1 - phrase.y0)
        for other in line.phrases
        if other.x0 < phrase.x1 and other.x1 > phrase.x0
    ]
    return bool(under) and all(map(is_value_like, under))


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
            within = x0 <= phrase.x0 <= x1 + _LABEL_GAP and phrase.x1 <= end
            if not within or any(id(word) in taken for word in phrase.words):
                continue
            if _may_label(phrase, panel, lines):
                yield Label.of("specimen-label", phrase.words)
                x1 = max(x1, phrase.x1)
