"""What was changed in one language only, so that the other must follow: a clause says the same in both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from tradedocs.files import read_text
from tradedocs.model.clause import Clause, Language, normalised
from tradedocs.model.pack import PackClause
from tradedocs.model.packread import ReviewClause
from tradedocs.ui import say

LANGUAGES: tuple[Language, ...] = ("en", "zh")
FOLLOW = "# To do before it is approved: "
"""Begins a line of the front matter that says which text has not followed; the next proposal leaves it out."""
_LIMIT = 200_000


class FinalParagraph(NamedTuple):
    """A paragraph of the proposal, and the number of the sent one that it was or that it stands behind.

    `did` is what the reviewers did to it; an empty text is a paragraph that went.
    """

    text: str
    level: int
    key: str | None
    at: int = 0
    did: Literal["kept", "changed", "added", "gone"] = "kept"


def to_follow(
    one: ReviewClause,
    sent: PackClause,
    texts: Mapping[Language, Sequence[FinalParagraph]],
    before: Sequence[str],
) -> Iterator[str]:
    """What was done in one language only, now or in an earlier review (`before`), so that the other must follow.

    What an earlier review left to be followed, and this one did in the other language, is done.
    """
    done: set[str] = set()
    for told, mirrored in _one_sided(one, sent, texts):
        if mirrored in before:
            done.add(mirrored)
        else:
            yield told
    yield from (told for told in before if told not in done)


def _one_sided(
    one: ReviewClause, sent: PackClause, texts: Mapping[Language, Sequence[FinalParagraph]]
) -> Iterator[tuple[str, str]]:
    """What was done in one language only, and the words by which the other language's doing alone would be told."""
    titles = {text.language for text in one.texts
              if normalised(text.final[0]) != normalised(getattr(sent.title, text.language))}  # fmt: skip
    done = {
        language: Counter((p.at, p.did) for p in own if p.did != "kept") for language, own in texts.items()
    }
    keys = {(language, p.at): p.key for language, own in texts.items() for p in own if p.did != "added"}
    for language, other in (LANGUAGES, LANGUAGES[::-1]):
        if language in titles and other not in titles:
            yield _title_follows(other, language), _title_follows(language, other)
        for (at, did), _ in sorted((done[language] - done[other]).items()):
            place = f"{at + 1}{f' #{key}' if (key := keys.get((language, at))) else ''}"
            yield _follows(other, language, place, did), _follows(language, other, place, did)


def _title_follows(other: Language, language: Language) -> str:
    return say(
        "{other}: the title must follow: it was changed in {language} only", other=other, language=language
    )


def _follows(other: Language, language: Language, place: str, did: str) -> str:
    told = {
        "changed": say("its text was changed"), "added": say("a paragraph came in behind it"),
        "gone": say("it was taken out"),
    }[did]  # fmt: skip
    return say("{other}: paragraph {n} must follow: {did} in {language} only", other=other, language=language,
               n=place, did=told)  # fmt: skip


def left_to_follow(clause: Clause) -> tuple[str, ...]:
    """What the clause file says that an earlier review left to be followed."""
    front = read_text(Path(clause.file.file), limit=_LIMIT).removeprefix("---\n").partition("\n---")[0]
    return tuple(line.removeprefix(FOLLOW) for line in front.splitlines() if line.startswith(FOLLOW))
