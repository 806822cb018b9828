"""The ways to settle a claim for a terminal: best first, each with its money step by step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradedocs.formats.claim_options_words import (
    LEVELS,
    SIDES,
    Spoken,
    amount,
    articles,
    heading,
    money,
    pick,
    ranks,
    text,
    triaged,
    word,
)
from tradedocs.formats.columns import table, wrapped
from tradedocs.formats.plain import plain
from tradedocs.model.claimoptions import ClaimOptions, Exposure
from tradedocs.model.settling import Remedy
from tradedocs.ui import columns, padded

WIDTH = 80
_INDENT = 4


def options_text(found: ClaimOptions, language: Spoken = "en", width: int = WIDTH) -> str:
    """The options in one language, in lines of at most `width` columns."""
    return "\n".join(_lines(found, language, width))


def _lines(found: ClaimOptions, language: Spoken, width: int) -> Iterator[str]:
    yield from wrapped(heading(found, language), width)
    yield from wrapped(text(found.complaint, language), width)
    yield from wrapped(word("triage", language, told=triaged(found, language)), width)
    for advice in found.advice:
        yield from _hanging("! ", text(advice, language), width)
    if found.limit is not None:
        yield from wrapped(word("limit", language, limit=found.limit), width)
    if found.earlier is not None:
        yield from wrapped(word("earlier", language, amount=found.earlier), width)
    yield from _ranked(found.remedies, language, width)
    if found.compared:
        yield from _compared(found, language, width)
    if found.legal:
        yield from _legal(found, language, width)


def _ranked(remedies: Sequence[Remedy], language: Spoken, width: int) -> Iterator[str]:
    free = [one for one in remedies if one.barred is None]
    barred = [one for one in remedies if one.barred is not None]
    yield ""
    yield word("options", language)
    if not free:
        yield f"  {word('nothing', language)}"
    for one in free:
        yield from _remedy(one, remedies, language, width)
    if barred:
        yield ""
        yield word("barred", language)
        for one in barred:
            yield from _remedy(one, remedies, language, width)


def _remedy(one: Remedy, among: Sequence[Remedy], language: Spoken, width: int) -> Iterator[str]:
    yield ""
    title = f"{text(one.title, language)}  –  {amount(one, language)}"
    if one.capped:
        title += f" ({word('capped', language)})"
    yield from _hanging(f"{one.rank:>2}  ", title, width)
    for key, told in _facts(one, among, language):
        if told:
            yield from _hanging(" " * _INDENT + padded(word(key, language), _label(language)), told, width)
    for step in one.steps:
        yield from _hanging(" " * _INDENT + "= ", text(step.words, language), width)
    for note in one.notes:
        yield from _hanging(" " * _INDENT + "- ", text(note, language), width)


def _facts(one: Remedy, among: Sequence[Remedy], language: Spoken) -> Iterator[tuple[str, str]]:
    if one.barred is not None:
        yield "why", text(one.barred, language)
    if one.gain is not None and one.low is not None and one.high is not None:
        yield "gain", word("interval", language, low=one.low, high=one.high)
    yield "cost", money(one.cost, language)
    yield "bearer", pick(SIDES[one.bearer], language)
    yield "authority", pick(LEVELS[one.authority], language)
    yield "articles", articles(one, language)
    yield "due", "" if one.due is None else one.due.isoformat()
    yield "unknown", plain(", ".join(one.unknown))
    yield "excludes", ranks(one, among)


def _label(language: Spoken) -> int:
    keys = ("gain", "cost", "bearer", "authority", "articles", "due", "unknown", "excludes", "why")
    return 2 + max(columns(word(key, language)) for key in keys)


def _compared(found: ClaimOptions, language: Spoken, width: int) -> Iterator[str]:
    first = "cost" if found.our_side == "seller" else "gain"
    rows = [
        [word("way", language), word(first, language), word("worth-short", language), word("net", language)]
    ]
    for one in found.compared:
        title = text(one.title, language) + (f" ({word('shut', language)})" if one.barred else "")
        rows.append([title, *(money(each, language) for each in (one.money, one.worth, one.net))])
    yield ""
    yield word("compare", language)
    yield from table(rows, width)
    yield from _hanging("  ", word("source-of-worth", language), width)


def _legal(found: ClaimOptions, language: Spoken, width: int) -> Iterator[str]:
    yield ""
    yield word("legal", language)
    for remark in found.remarks:
        yield from _hanging("! ", text(remark, language), width)
    for one in found.statutory:
        yield from _remedy(one, found.statutory, language, width)
    yield ""
    for key, exposure in (("under-contract", found.under_contract), ("without-limits", found.without_limits)):
        if exposure is not None:
            yield from wrapped(_exposure(word(key, language), exposure, language), width)
    yield from wrapped(word("unknown-parts", language), width)


def _exposure(label: str, exposure: Exposure, language: Spoken) -> str:
    keys = ", ".join(exposure.of)
    of = f" ({word('of', language, keys=keys)})" if keys else ""
    return f"{label}: {exposure.amount}{of}"


def _hanging(first: str, told: str, width: int) -> Iterator[str]:
    """A mark or label, and the words beside it, folded under each other."""
    indent = columns(first)
    for k, line in enumerate(wrapped(told, max(20, width - indent))):
        yield (first if k == 0 else " " * indent) + line
