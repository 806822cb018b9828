"""A list of meanings, each with the labels that stand for it, and the search for a label in printed text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import resources

import yaml

from tradedocs.errors import ToolError
from tradedocs.vocabulary.fold import fold, has_cjk

_REMEMBERED = 4096
_CJK = "\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
_TOKEN = re.compile(rf"[{_CJK}]+|[^\s{_CJK}]+")
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # `no` and `yes` are labels, not truth values


@dataclass(frozen=True)
class Hit:
    """A label that was found: its meaning, the label in folded form, and how much of the text it covers (0 to 1)."""

    meaning: str
    label: str
    cover: float


@dataclass(frozen=True)
class Lexicon:
    """Meanings and their labels. Look-ups fold their text, so case, accents and punctuation do not matter."""

    name: str
    labels: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(cls, name: str, meanings: Mapping[str, Sequence[str]]) -> Lexicon:
        """Make a lexicon from `meaning: [label, …]`.

        Raises:
            ToolError: one label stands for two meanings.
        """
        labels: dict[str, str] = {}
        for meaning, printed in meanings.items():
            for label in printed:
                folded = fold(str(label))
                if labels.setdefault(folded, meaning) != meaning:
                    raise ToolError(f"vocabulary {name}: {label!r} means both {labels[folded]} and {meaning}")
        return cls(name, labels)

    def exact(self, text: str) -> str | None:
        """The meaning of the text when the whole of it is a label."""
        return self.labels.get(fold(text))

    def said(self, text: str) -> str | None:
        """The meaning of the text when nothing but labels of one meaning is in it: `Pass 合格`."""
        if (meaning := self.exact(text)) is not None:
            return meaning
        folded = fold(text)
        if len(folded) > 60 or " " not in folded:
            return None
        hits = self.all_in(text)
        told = sum(len(hit.label.replace(" ", "")) for hit in hits)
        meanings = {hit.meaning for hit in hits}
        return meanings.pop() if len(meanings) == 1 and told == len(folded.replace(" ", "")) else None

    def occurrences(self, folded: str) -> tuple[tuple[str, int], ...]:
        """Every label in a folded text, with its place, as whole words (CJK: anywhere); they may overlap."""
        if folded not in self._seen:
            if len(self._seen) > _REMEMBERED:
                self._seen.clear()
            self._seen[folded] = tuple(self._search(folded))
        return self._seen[folded]

    @cached_property
    def _seen(self) -> dict[str, tuple[tuple[str, int], ...]]:
        return {}

    @cached_property
    def _most_words(self) -> int:
        return max((len(_TOKEN.findall(label)) for label in self.labels), default=0)

    @cached_property
    def _cjk(self) -> tuple[str, ...]:
        return tuple(label for label in self.labels if has_cjk(label))

    def _search(self, folded: str) -> Iterator[tuple[str, int]]:
        spans = [match.span() for match in _TOKEN.finditer(folded)]
        for k, (start, _) in enumerate(spans):
            for _, end in spans[k : k + self._most_words]:
                label = folded[start:end]
                if label in self.labels and not has_cjk(label):
                    yield label, start
        if has_cjk(folded):
            yield from ((label, at) for label in self._cjk if (at := folded.find(label)) >= 0)

    def best(self, text: str) -> Hit | None:
        """The label that covers most of the text; at equal length the one that stands first wins."""
        folded = fold(text)
        if not folded:
            return None
        if folded in self.labels:
            return Hit(self.labels[folded], folded, 1.0)
        found = [(len(label), -at, label) for label, at in self.occurrences(folded)]
        if not found:
            return None
        _, _, label = max(found)
        return Hit(self.labels[label], label, len(label) / len(folded))

    def all_in(self, text: str) -> tuple[Hit, ...]:
        """Every label in the text, longest first, none overlapping another."""
        folded = fold(text)
        taken: list[tuple[int, int]] = []
        hits: list[Hit] = []
        for label, at in sorted(self.occurrences(folded), key=lambda found: (-len(found[0]), found[1])):
            end = at + len(label)
            if all(end <= low or at >= high for low, high in taken) and all(
                hit.label != label for hit in hits
            ):
                taken.append((at, end))
                hits.append(Hit(self.labels[label], label, len(label) / max(len(folded), 1)))
        return tuple(hits)

    def start(self, text: str) -> Hit | None:
        """The longest label that the text begins with."""
        folded = fold(text)
        found = [label for label, at in self.occurrences(folded) if at == 0]
        if not found:
            return None
        label = max(found, key=len)
        return Hit(self.labels[label], label, len(label) / len(folded))

    def first_place(self, label: str, text: str) -> int:
        """Where the label first stands in the folded text; -1 when it does not."""
        return min((at for found, at in self.occurrences(text) if found == label), default=-1)


@cache
def lexicon(name: str) -> Lexicon:
    """The packaged lexicon `data/NAME.yaml`.

    Raises:
        ToolError: there is no such file, or it contradicts itself.
    """
    source = resources.files("tradedocs.vocabulary") / "data" / f"{name}.yaml"
    try:
        content = source.read_text(encoding="utf-8")
    except OSError:
        raise ToolError(f"vocabulary {name} is missing from the program") from None
    meanings = yaml.load(content, Loader=_LOADER)  # noqa: S506 (it makes nothing but strings)
    return Lexicon.of(name, meanings)
