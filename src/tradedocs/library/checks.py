"""What one clause file must keep to: variables, terms, and the same text in both languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from tradedocs.clausetext import TextError, Token, parse_condition, tokens
from tradedocs.errors import Problem
from tradedocs.library.file import ClauseFile, RawParagraph
from tradedocs.model.clause import VariableType
from tradedocs.ui import say

_VERSION = re.compile(r"\d+\.\d+\.\d+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_TYPED = re.compile(
    r"\b(?:[Aa]rticles?|[Cc]lauses?|[Ss]ections?|[Pp]aragraphs?)\s+\d[\d.]*(?:\([a-z]\))?|第\s*\d[\d.]*\s*[条款项]"
)

Read = dict[RawParagraph, tuple[Token, ...]]


def check_file(file: ClauseFile, facts: Mapping[str, VariableType] | None) -> Iterator[Problem]:
    """Every error of one file. `facts` are what a deal can say; None leaves that unchecked."""
    read: Read = {}
    yield from _read(file, read)
    yield from _named_as_filed(file)
    yield from _condition(file)
    if all(paragraph in read for paragraph in (*file.en, *file.zh)):
        yield from _variables(file, read)
        yield from _terms(file, read)
        yield from _same_structure(file)
        yield from _same_content(file, read)
    yield from _typed_numbers(file, read)
    if facts is not None:
        yield from _sources(file, facts)
    yield from _position(file)


def _read(file: ClauseFile, read: Read) -> Iterator[Problem]:
    for paragraph in (*file.en, *file.zh):
        try:
            read[paragraph] = tokens(paragraph.text)
        except TextError as error:
            yield file.problem(paragraph, error.start, error.end, error.message, error.hint)


def _named_as_filed(file: ClauseFile) -> Iterator[Problem]:
    head = file.head
    family, clause, position = file.path.parts[-3], file.path.parts[-2], file.path.stem
    for word, expected in ((head.id, f"{family}.{clause}"), (head.family, family), (head.position, position)):
        if word != expected:
            yield file.head_problem(
                word, say("the folder and file name say {expected}, the file says {word}", expected=expected,
                          word=word),
                say("A clause lies in FAMILY/CLAUSE/POSITION.md and its id is FAMILY.CLAUSE."),
            )  # fmt: skip
    if _VERSION.fullmatch(head.version) is None:
        yield file.head_problem(head.version, say("a version is three numbers, such as 1.0.0"))
    for title in (head.title.en, head.title.zh):
        if any(sign in title for sign in ("{", "}", "[[", "]]", "**")):
            yield file.head_problem(title, say("a title holds plain words only"))


def _condition(file: ClauseFile) -> Iterator[Problem]:
    if file.head.applies_when is None:
        return
    try:
        parse_condition(file.head.applies_when)
    except TextError as error:
        part = file.head.applies_when[error.start : error.end]
        yield file.head_problem("applies_when", f"{error.message}: {part}", error.hint)


def _variables(file: ClauseFile, read: Read) -> Iterator[Problem]:
    declared, used = file.head.variables, set()
    for paragraph, pieces in read.items():
        for token in pieces:
            if token.kind != "variable":
                continue
            used.add(token.text)
            if token.text not in declared:
                yield file.problem(
                    paragraph, token.start, token.end,
                    say("the variable {name} is not in `variables`", name=token.text),
                )  # fmt: skip
    for name in declared:
        if name not in used:
            yield file.head_problem(name, say("the variable {name} is used nowhere in the text", name=name))


def _sources(file: ClauseFile, facts: Mapping[str, VariableType]) -> Iterator[Problem]:
    for name, variable in file.head.variables.items():
        if variable.unit is not None and variable.type != "number":
            yield file.head_problem(name, say("only a variable of type number has a unit"))
        if variable.source is None:
            continue
        kind = facts.get(variable.source)
        if kind is None:
            yield file.head_problem(
                variable.source, say("no deal can fill {source}", source=variable.source),
                _nearest(variable.source, facts),
            )  # fmt: skip
        elif kind != variable.type:
            yield file.head_problem(
                name, say("{source} is of type {kind}, not {given}", source=variable.source, kind=kind,
                          given=variable.type),
            )  # fmt: skip


def _position(file: ClauseFile) -> Iterator[Problem]:
    """A fallback says what it gives away and needs more than a clerk's authority; standard text does not."""
    head = file.head
    if head.position == "standard":
        if head.gives is not None or head.authority != "sales":
            yield file.head_problem(
                "position", say("the standard position gives nothing away and needs no authority")
            )
        return
    if head.gives is None:
        yield file.head_problem("position", say("a fallback says what it gives away: `gives` is missing"))
    if head.authority == "sales":
        yield file.head_problem(
            "position",
            say("a fallback needs more than the sales level: `authority` is manager, legal or board"),
        )


def _nearest(source: str, facts: Mapping[str, VariableType]) -> str:
    import difflib

    near = difflib.get_close_matches(source, facts, n=1)
    return say("Did you mean {near}?", near=near[0]) if near else ""


def _terms(file: ClauseFile, read: Read) -> Iterator[Problem]:
    defined = [
        (paragraph, token) for paragraph in file.en for token in read[paragraph] if token.kind == "term"
    ]
    for paragraph, token in defined:
        if token.text not in file.head.defines:
            yield file.problem(
                paragraph, token.start, token.end, say("**{term}** is not in `defines`", term=token.text)
            )
    for term in file.head.defines:
        count = sum(token.text == term for _, token in defined)
        if count != 1:
            yield file.head_problem(
                term, say("the term {term} is defined {n} times in the English text", term=term, n=count)
            )


def _same_structure(file: ClauseFile) -> Iterator[Problem]:
    for english, chinese in zip_longest(file.en, file.zh):
        there = english or chinese
        if english is None or chinese is None:
            language = "en" if english is None else "zh"
            yield file.problem(
                there, 0, len(there.text), say("this paragraph is missing under `## {language}`", language=language)
            )  # fmt: skip
            return
        if (english.level, english.key) != (chinese.level, chinese.key):
            yield file.problem(
                chinese, 0, len(chinese.text), say("level or key differ from the English paragraph in line {line}",
                                                   line=english.at.line + 1),
            )  # fmt: skip
            return
    keys = Counter(paragraph.key for paragraph in file.en if paragraph.key)
    for paragraph in file.en:
        if paragraph.key and keys[paragraph.key] > 1:
            yield file.problem(
                paragraph, 0, 1, say("the key {key} stands on two paragraphs", key=paragraph.key)
            )


def _same_content(file: ClauseFile, read: Read) -> Iterator[Problem]:
    for english, chinese in zip(file.en, file.zh, strict=False):
        for what, count in (
            ("variables", _names),
            ("references", _references),
            ("defined terms", _term_count),
            ("numbers", _numbers),
        ):
            en, zh = count(read[english]), count(read[chinese])
            if en != zh:
                differ = sorted(((en - zh) + (zh - en)).elements())
                yield file.problem(
                    chinese, 0, len(chinese.text), say("the {what} differ from the English text: {differ}",
                                                       what=what, differ=", ".join(differ)),
                    say("The English paragraph is in line {line}.", line=english.at.line + 1),
                )  # fmt: skip


def _names(pieces: tuple[Token, ...]) -> Counter[str]:
    return Counter(token.text for token in pieces if token.kind == "variable")


def _references(pieces: tuple[Token, ...]) -> Counter[str]:
    return Counter(f"{token.text}#{token.key or ''}" for token in pieces if token.kind == "reference")


def _term_count(pieces: tuple[Token, ...]) -> Counter[str]:
    return Counter("**" for token in pieces if token.kind == "term")


def _numbers(pieces: tuple[Token, ...]) -> Counter[str]:
    return Counter(
        number for token in pieces if token.kind == "text" for number in _NUMBER.findall(token.text)
    )


def _typed_numbers(file: ClauseFile, read: Read) -> Iterator[Problem]:
    for paragraph, pieces in read.items():
        for token in pieces:
            for match in _TYPED.finditer(token.text) if token.kind == "text" else ():
                yield file.problem(
                    paragraph, token.start + match.start(), token.start + match.end(),
                    say("the number of a clause is typed by hand"),
                    say("Write [[ref:clause.id]]; numbers are computed."),
                )  # fmt: skip
