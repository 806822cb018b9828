"""A clause as somebody returned it, against the positions that the library offers for it.

The text is standard or a fallback where it is that position's text in every language, whatever stands in the places of
its values; the values are then held against the playbook. Everything else is a deviation, shown against the nearest
position that is approved, with the values that can still be told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import SequenceMatcher
from itertools import pairwise

from tradedocs.contract.figures import stated
from tradedocs.contract.fill import Missing, fill
from tradedocs.contract.patterns import Captured, Pattern, fits, holes_in, patterns
from tradedocs.model.authority import LEVELS, Authority, highest, needed_for
from tradedocs.model.clause import NUMERIC_TYPES, Clause, Language, Position, Variable, normalised
from tradedocs.model.contract import Segment
from tradedocs.model.counterparty import Hit, Standing, ValueFound
from tradedocs.model.deal import Deal
from tradedocs.model.revision import Edit
from tradedocs.ui import say
from tradedocs.word.wording import changed_words, pairs, words_of

Texts = Mapping[Language, Sequence[str]]
"""The paragraphs of a clause in each language, the heading first, normalised."""

Said = Mapping[tuple[Language, str], tuple[str, ...]]
"""What stood in the place of each value when the contract was sent."""


@dataclass(frozen=True)
class Ladder:
    """The positions of one clause, and what was sent of it.

    Attributes:
        positions: in the order standard, fallback-1, fallback-2.
        approved: whether a position is approved.
        sent_as: the position that was sent; None for a foreign paper.
        said: the values that were sent; empty for a foreign paper.
        targets: the number of each clause and keyed paragraph that a reference may point to.
    """

    positions: tuple[Clause, ...]
    approved: Callable[[Clause], bool]
    sent_as: Position | None = None
    said: Said = field(default_factory=dict)
    targets: Mapping[str, str] = field(default_factory=dict)


def said_by(clause: Clause, deal: Deal, languages: tuple[Language, ...]) -> Said:
    """What a deal puts in the places of a clause's values; what it leaves out is not there."""
    missing: list[Missing] = []
    return said_in((one.en, one.zh) for one in fill(clause, deal, languages, missing))


def said_in(paragraphs: Iterable[tuple[Sequence[Segment], Sequence[Segment]]]) -> Said:
    """What fills each variable in each language, in the order of the text."""
    out: dict[tuple[Language, str], list[str]] = {}
    for en, zh in paragraphs:
        sides: tuple[tuple[Language, Sequence[Segment]], ...] = (("en", en), ("zh", zh))
        for language, segments in sides:
            for segment in segments:
                if segment.kind == "value" and segment.source is not None and segment.text:
                    out.setdefault((language, segment.source), []).append(normalised(segment.text))
    return {key: tuple(texts) for key, texts in out.items()}


@dataclass(frozen=True)
class Judged:
    """What the ladder says of a text."""

    standing: Standing
    nearest: Position | None
    against: tuple[Edit, ...]
    values: tuple[ValueFound, ...]
    hits: tuple[Hit, ...]
    needs: Authority | None


def judge(texts: Texts, ladder: Ladder) -> Judged:
    """Where the text stands."""
    for clause in ladder.positions:
        wanted = {language: patterns(clause, language, ladder.targets) for language in texts}
        found = {language: fits(wanted[language], lines) for language, lines in texts.items()}
        if all(one is not None for one in found.values()):
            return _in_position(clause, {k: one for k, one in found.items() if one is not None}, ladder)
    return _deviation(texts, ladder)


def _in_position(clause: Clause, found: Mapping[Language, Captured], ladder: Ladder) -> Judged:
    values, hits = _values(clause, found, ladder)
    foreign = any(hit.kind in ("value", "languages-differ", "reference") for hit in hits)
    levels: list[Authority] = [one.needed for one in values if one.needed is not None]
    if clause.position != ladder.sent_as:
        levels.append(clause.authority)
    if clause.position != ladder.sent_as and not ladder.approved(clause):
        hits = (
            *hits,
            Hit(kind="unapproved", what=say("{position} is not approved", position=clause.position)),
        )
        levels.append("legal")
    if foreign:
        levels.append("legal")
    return Judged(
        standing="deviation" if foreign else clause.position,
        nearest=clause.position,
        against=(),
        values=values,
        hits=hits,
        needs=None if any(hit.forbids for hit in hits) else highest(tuple(levels)),
    )


def _values(
    clause: Clause, found: Mapping[Language, Captured], ladder: Ladder
) -> tuple[tuple[ValueFound, ...], tuple[Hit, ...]]:
    values: list[ValueFound] = []
    hits: list[Hit] = []
    names = dict.fromkeys(name for captured in found.values() for name in captured)
    for name in names:
        by_language = {language: captured[name] for language, captured in found.items() if name in captured}
        if name.startswith("ref:"):
            if ladder.sent_as is not None:
                hits.append(Hit(kind="reference", what=say("the reference to {target} could not be checked",
                                                           target=name.removeprefix("ref:"))))  # fmt: skip
            continue
        if all(ladder.said.get((language, name)) == texts for language, texts in by_language.items()):
            continue
        _one(clause.variables[name], name, by_language, ladder, values, hits)
    return tuple(values), tuple(hits)


def _one(
    variable: Variable, name: str, found: Mapping[Language, tuple[str, ...]], ladder: Ladder,
    values: list[ValueFound], hits: list[Hit],
) -> None:  # fmt: skip
    """One variable whose text is not the one that was sent."""
    sent = next((" | ".join(ladder.said[k, name]) for k in found if (k, name) in ladder.said), None)
    shown = " / ".join(dict.fromkeys(" | ".join(texts) for texts in found.values()))
    if variable.type not in NUMERIC_TYPES:
        values.append(ValueFound(variable=name, sent=sent, found=shown, ranges="", needed=None))
        if sent is not None:
            hits.append(Hit(kind="value", what=say("{name} was {sent}, now {found}", name=name, sent=sent,
                                                   found=shown)))  # fmt: skip
        return
    read = [stated(text, variable, language) for language, texts in found.items() for text in texts]
    numbers = {one.value for one in read if one is not None}
    if any(one is None or not one.plain for one in read):
        hits.append(Hit(kind="value", what=say("{name} reads {found}, not a number in the clause's own form",
                                               name=name, found=shown)))  # fmt: skip
    if len(numbers) > 1:
        hits.append(Hit(kind="languages-differ", what=say("{name} has several values: {found}", name=name,
                                                          found=shown)))  # fmt: skip
    for number in sorted(numbers):
        values.append(_ranged(variable, name, number, sent, shown))
        hits += _beyond(variable, name, number)


def _ranged(variable: Variable, name: str, number: Decimal, sent: str | None, shown: str) -> ValueFound:
    ranges = ", ".join(
        f"{level} {variable.playbook[level]}" for level in LEVELS if level in variable.playbook
    )
    needed = needed_for(number, variable.playbook) if variable.playbook else "legal"
    return ValueFound(variable=name, sent=sent, found=shown, ranges=ranges, needed=needed)


def _beyond(variable: Variable, name: str, number: Decimal) -> Iterator[Hit]:
    if variable.playbook and needed_for(number, variable.playbook) is None:
        ranges = ", ".join(f"{level} {span}" for level, span in variable.playbook.items())
        yield Hit(kind="beyond-range", what=say("{name} = {number} is beyond every range ({ranges})", name=name,
                                                number=number, ranges=ranges))  # fmt: skip


def _deviation(texts: Texts, ladder: Ladder) -> Judged:
    clause, wanted = nearest(texts, ladder)
    values, hits = _values_by_alignment(clause, wanted, texts, ladder)
    if not ladder.approved(clause):
        hits = (*hits, Hit(kind="unapproved", what=say("no position of the clause is approved")))
    return Judged(
        standing="deviation",
        nearest=clause.position,
        against=tuple(_against(texts, wanted, ladder)),
        values=values,
        hits=hits,
        needs=None if any(hit.forbids for hit in hits) else highest(
            ("legal", *(one.needed for one in values if one.needed is not None))
        ),
    )  # fmt: skip


def nearest(texts: Texts, ladder: Ladder) -> tuple[Clause, dict[Language, tuple[Pattern, ...]]]:
    """The position that the text comes nearest to; an approved one where there is any."""
    approved = [one for one in ladder.positions if ladder.approved(one)]
    best: tuple[float, Clause, dict[Language, tuple[Pattern, ...]]] | None = None
    for clause in approved or ladder.positions:
        wanted = {language: patterns(clause, language, ladder.targets) for language in texts}
        likeness = sum(
            _likeness(_shown(wanted[language], language, ladder), lines) for language, lines in texts.items()
        )
        if best is None or likeness > best[0]:
            best = likeness, clause, wanted
    assert best is not None
    return best[1], best[2]


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of words, and of neighbours, that both have."""
    ours, theirs = _counted(one), _counted(other)
    return 2 * (ours & theirs).total() / max(1, ours.total() + theirs.total())


def _counted(lines: Sequence[str]) -> Counter[tuple[str, ...]]:
    words = [word for word in words_of("\n".join(lines)) if not word.isspace()]
    return Counter([*((word,) for word in words), *pairwise(words)])


def _laid(wanted: Sequence[Pattern], language: Language, ladder: Ladder) -> list[tuple[str, Pattern]]:
    """The position's paragraphs with the values that were sent, each with its pattern; a lone list is spread out."""
    said = {name: texts for (tongue, name), texts in ladder.said.items() if tongue == language}
    once = {name: ", ".join(dict.fromkeys(texts)) for name, texts in said.items()}
    out = []
    for pattern in wanted:
        listed = said.get(pattern.holes[0], ()) if pattern.lone_list else ()
        out += [(text, pattern) for text in listed or (pattern.filled(once),)]
    return out


def _shown(wanted: Sequence[Pattern], language: Language, ladder: Ladder) -> list[str]:
    return [text for text, _ in _laid(wanted, language, ladder)]


def _against(texts: Texts, wanted: Mapping[Language, Sequence[Pattern]], ladder: Ladder) -> Iterator[Edit]:
    for language, lines in texts.items():
        laid = _laid(wanted[language], language, ladder)
        for old, new in pairs([text for text, _ in laid], list(lines)):
            now = lines[new] if new is not None else ""
            before = _told_of(laid[old], now, ladder) if old is not None else ""
            if before != now:
                yield Edit(number=None, language=language, words=changed_words(before, now), tracked=False)


def _told_of(laid: tuple[str, Pattern], line: str, ladder: Ladder) -> str:
    """Our paragraph; where nobody has sent it, with the values of theirs, so that only other words show."""
    text, pattern = laid
    if ladder.said or not line:
        return text
    return pattern.filled(dict(_aligned(pattern, line)))


def _values_by_alignment(
    clause: Clause, wanted: Mapping[Language, Sequence[Pattern]], texts: Texts, ladder: Ladder
) -> tuple[tuple[ValueFound, ...], tuple[Hit, ...]]:
    """The numbers that stand where the clause has its values, as far as the words around them can be found."""
    values: list[ValueFound] = []
    hits: list[Hit] = []
    seen: dict[str, set[Decimal]] = {}
    for language, lines in texts.items():
        laid = _laid(wanted[language], language, ladder)
        for old, new in pairs([text for text, _ in laid], list(lines)):
            if old is None or new is None or laid[old][0] == lines[new]:
                continue
            for name, text in _aligned(laid[old][1], lines[new]):
                _told(clause, name, text, language, ladder, values, hits, seen)
    for name, numbers in seen.items():
        if len(numbers) > 1:
            several = ", ".join(map(str, sorted(numbers)))
            hits.append(Hit(kind="languages-differ", what=say("{name} has several values: {found}", name=name,
                                                              found=several)))  # fmt: skip
    return tuple(dict.fromkeys(values)), tuple(dict.fromkeys(hits))


def _told(
    clause: Clause, name: str, text: str, language: Language, ladder: Ladder, values: list[ValueFound],
    hits: list[Hit], seen: dict[str, set[Decimal]],
) -> None:  # fmt: skip
    variable = clause.variables.get(name)
    if variable is None or variable.type not in NUMERIC_TYPES:
        return
    read = stated(text, variable, language)
    if read is None:
        if variable.playbook:
            hits.append(
                Hit(kind="value", what=say("{name} cannot be told from: {text}", name=name, text=text))
            )
        return
    seen.setdefault(name, set()).add(read.value)
    sent = ladder.said.get((language, name))
    if sent is not None and text in sent:
        return
    values.append(_ranged(variable, name, read.value, " | ".join(sent) if sent else None, text))
    hits += _beyond(variable, name, read.value)


def _aligned(pattern: Pattern, line: str) -> Iterator[tuple[str, str]]:
    """What stands in the line where the pattern has its holes."""
    ours, theirs = words_of(pattern.text), words_of(line)
    names = iter(pattern.holes)
    for what, i, j, k, m in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        here = [next(names) for _ in holes_in(ours[i:j])]
        if what == "replace" and len(here) == 1:
            yield here[0], _trimmed("".join(theirs[k:m]))


def _trimmed(text: str) -> str:
    return text.strip(" ,;.:，；。：")
