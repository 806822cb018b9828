"""No clause names an outside instrument that is no longer in force."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.errors import Problem
from tradedocs.library.file import ClauseFile, RawParagraph
from tradedocs.model.clause import Language
from tradedocs.registers import dead_in
from tradedocs.ui import say


def check_dated(file: ClauseFile) -> Iterator[Problem]:
    """Every dead name in the text of either language, in the title and among the sources.

    What is dead in some cases only is left to the person who approves the clause.
    """
    yield from _in_text(file, file.en, "en")
    yield from _in_text(file, file.zh, "zh")
    yield from _in_head(file, file.head.title.en, "en")
    yield from _in_head(file, file.head.title.zh, "zh")
    for source in file.head.sources:
        named = " ".join(part for part in (source.instrument, source.edition) if part)
        yield from _in_head(file, named, "en", source.instrument)


def _in_text(file: ClauseFile, paragraphs: tuple[RawParagraph, ...], language: Language) -> Iterator[Problem]:
    for paragraph in paragraphs:
        for hit in dead_in(paragraph.text, language):
            if hit.instrument.certain:
                yield file.problem(
                    paragraph, hit.start, hit.end,
                    _message(paragraph.text[hit.start : hit.end]), _instead(hit.instrument.replaced_by.en),
                )  # fmt: skip


def _in_head(file: ClauseFile, text: str, language: Language, word: str | None = None) -> Iterator[Problem]:
    for hit in dead_in(text, language):
        if hit.instrument.certain:
            yield file.head_problem(
                word or text, _message(text[hit.start : hit.end]), _instead(hit.instrument.replaced_by.en)
            )


def _message(found: str) -> str:
    return say("{found} is out of date", found=found)


def _instead(name: str) -> str:
    return say("Say instead: {name}.", name=name)
