"""One clause and a deal → the paragraphs with their values, one for each entry of a list that stands alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tradedocs.clausetext import Token, tokens
from tradedocs.contract.facts import counted, spelled
from tradedocs.contract.playbook import own_value
from tradedocs.model.clause import Clause, ClauseParagraph, Language
from tradedocs.model.contract import Segment
from tradedocs.model.deal import Deal
from tradedocs.words.missing import MissingFact
from tradedocs.words.values import one_after_another


@dataclass(frozen=True, slots=True)
class Missing:
    """A variable that the deal does not fill."""

    clause: str
    variable: str
    key: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A paragraph with its values; references are not resolved yet: `target` is `clause.id` or `clause.id#key`."""

    level: int
    key: str | None
    en: tuple[Segment, ...]
    zh: tuple[Segment, ...]


def fill(
    clause: Clause, deal: Deal, languages: tuple[Language, ...], missing: list[Missing]
) -> tuple[Filled, ...]:
    """The paragraphs of the clause; a language that is not built stays empty. What is missing is collected."""
    out: list[Filled] = []
    for paragraph in clause.paragraphs:
        texts: dict[Language, tuple[tuple[Segment, ...], ...]] = {
            language: _texts(clause, paragraph, deal, language, missing) for language in languages
        }
        count = max(len(text) for text in texts.values())
        for index in range(count):
            en, zh = (texts[side][index] if len(texts.get(side, ())) > index else () for side in ("en", "zh"))
            out.append(Filled(paragraph.level, paragraph.key if index == 0 else None, en, zh))
    return tuple(out)


def _texts(
    clause: Clause, paragraph: ClauseParagraph, deal: Deal, language: Language, missing: list[Missing]
) -> tuple[tuple[Segment, ...], ...]:
    """The paragraph once, or once for each entry where it is an item that holds one list and nothing else."""
    pieces = tokens(paragraph.zh if language == "zh" else paragraph.en)
    if paragraph.level == 3 and len(pieces) == 1 and pieces[0].kind == "variable":
        name = pieces[0].text
        return tuple((Segment(kind="value", text=text, source=name),)
                     for text in _values(clause, name, deal, language, missing))  # fmt: skip
    return (tuple(_segment(clause, token, deal, language, missing) for token in pieces),)


def _segment(clause: Clause, token: Token, deal: Deal, language: Language, missing: list[Missing]) -> Segment:
    if token.kind == "variable":
        text = one_after_another(_values(clause, token.text, deal, language, missing), language)
        return Segment(kind="value", text=text, source=token.text)
    return _fixed(token)


@lru_cache(maxsize=16_384)  # the same runs in every contract of a batch
def _fixed(token: Token) -> Segment:
    if token.kind == "reference":
        target = token.text if token.key is None else f"{token.text}#{token.key}"
        return Segment(kind="ref", text="", target=target)
    return Segment(kind="term" if token.kind == "term" else "text", text=token.text)


def _values(
    clause: Clause, name: str, deal: Deal, language: Language, missing: list[Missing]
) -> tuple[str, ...]:
    variable = clause.variables.get(name)
    if variable is None:
        missing.append(Missing(clause.id, name, "-"))
        return ("",)
    if variable.source is None:
        return (counted(own_value(deal, clause, name, variable), variable, language),)
    try:
        return spelled(deal, variable, language)
    except MissingFact as error:
        missing.append(Missing(clause.id, name, error.key))
        return ("",)
