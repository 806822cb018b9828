"""Reading a contract file back: what was meant to stand in it stands in it.

A contract never holds a blank, a `None`, a lost character, a dangling reference or a number that Word would print
otherwise. The file is read as any other program would read it, and every value is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from tradedocs.errors import BuildError
from tradedocs.model.clause import Language
from tradedocs.model.contract import Contract, Paragraph
from tradedocs.model.deal import Deal
from tradedocs.model.party import Party
from tradedocs.ui import say
from tradedocs.word.annexes import annex_problems
from tradedocs.word.articles import bookmark_name, paragraphs_of
from tradedocs.word.cover import facts_of
from tradedocs.word.numbers import printed_numbers, references
from tradedocs.word.package import DOCUMENT, read_parts
from tradedocs.word.spectable import differences
from tradedocs.word.styles import DRAFT_MARK
from tradedocs.word.text import HEADERS, normalised, paragraph_texts, visible_text
from tradedocs.word.xml import parse, w
from tradedocs.words.amounts import in_words
from tradedocs.words.party import name as name_of
from tradedocs.words.values import figure, money, quantity

_NONE = re.compile(r"\bNone\b")
_NEVER = ("{{", "}}", "{%", "%}", "[[ref", "**")


def read_back(data: bytes, contract: Contract, context: Mapping[str, Any]) -> None:
    """Check the written file against the contract and the context that it was made of.

    Raises:
        BuildError: something is missing, left over or differs; the message names it.
    """
    parts = read_parts(data, name=contract.deal.contract_no)
    root = parse(parts[DOCUMENT], DOCUMENT)
    text = visible_text(parts)
    for problem in _problems(parts, root, text, contract, context):
        raise BuildError(
            problem,
            place=contract.deal.contract_no,
            way_out=say("Correct the template or the clause that this text comes from, and build again."),
        )


def _problems(
    parts: Mapping[str, bytes],
    root: etree._Element,
    text: str,
    contract: Contract,
    context: Mapping[str, Any],
) -> Iterator[str]:
    yield from _left_over(text, contract)
    texts = tuple(paragraph_texts(root))
    body = "\n".join(texts)
    for what, value in (*_values(contract.deal, contract.languages), *facts_of(context)):
        if not _stands_in(body, normalised(value)):
            yield say("{what} is not found in the built file: {value!r}", what=what, value=value)
    yield from _paragraphs(texts, contract)
    yield from _numbers(root, contract)
    yield from differences(root, contract.spec, contract.languages)
    yield from annex_problems(root, frozenset(texts), contract)
    if contract.draft:
        yield from _unmarked(parts, root)


def _stands_in(text: str, value: str) -> bool:
    """Whether the value stands there as a whole: `5 pcs` is not found in `15 pcs`, nor `2.5` in `2.50`."""
    bounded = rf"(?<![0-9A-Za-z])(?<![0-9][.,]){re.escape(value)}(?![0-9A-Za-z])(?![.,][0-9])"
    return re.search(bounded, text) is not None


def _left_over(text: str, contract: Contract) -> Iterator[str]:
    """What only an unfilled template or clause shows, unless the deal itself says so."""
    deal = contract.deal.model_dump_json()
    for mark in _NEVER:
        if mark in text and mark not in deal:
            at = text.index(mark)
            yield say("{mark} is left over: {near!r}", mark=mark, near=text[max(0, at - 30) : at + 30])
    wording = " ".join(
        segment.text
        for item in paragraphs_of(contract)
        for segment in (*item.en, *item.zh)
        if segment.kind == "text"
    )
    if _NONE.search(text) and not _NONE.search(f"{deal} {wording}"):
        yield say("an empty value was printed as None")


def _values(deal: Deal, languages: tuple[Language, ...]) -> Iterator[tuple[str, str]]:
    yield "contract_no", deal.contract_no
    for side, party in (("seller", deal.seller), ("buyer", deal.buyer)):
        yield from _party(side, party)
    for line in deal.goods:
        yield from (
            (f"goods line {line.line} quantity", quantity(line.quantity, language)) for language in languages
        )
        yield f"goods line {line.line} amount", figure(line.amount)
    yield "total", money(deal.total)
    yield from (("total in words", in_words(deal.total, language)) for language in languages)


def _party(side: str, party: Party) -> Iterator[tuple[str, str]]:
    yield f"{side}.email", party.email
    yield f"{side}.signatory", party.signatory
    if party.bank is not None:
        yield f"{side}.bank.account", party.bank.account
        yield f"{side}.bank.swift", party.bank.swift


def _paragraphs(texts: Sequence[str], contract: Contract) -> Iterator[str]:
    """Every paragraph of every article stands in the file in full, in each language, and names come through."""
    found = frozenset(texts)
    annexed = normalised(" ".join(contract.annexes[0].title)) if contract.annexes else ""
    before = texts[: texts.index(annexed)] if annexed in found else texts
    for language in contract.languages:
        for item in paragraphs_of(contract):
            if (text := _whole(item, language)) not in found:
                yield say("paragraph {n} is not found in the built file: {text!r}", n=item.number, text=text)
    for party in (contract.deal.seller, contract.deal.buyer):
        names = {name_of(party, language) for language in contract.languages}
        for name in sorted(names):
            if before.count(normalised(name)) < 2:  # under the parties, and above the signature
                yield say(
                    "the name {name!r} does not stand among the parties and above the signature", name=name
                )


def _whole(item: Paragraph, language: str) -> str:
    segments = item.en if language == "en" else item.zh
    return normalised("".join(segment.text for segment in segments))


def _numbers(root: etree._Element, contract: Contract) -> Iterator[str]:
    """The numbers that Word will count are the ones that the references print."""
    printed = printed_numbers(root)
    for language in contract.languages:
        for item in paragraphs_of(contract):
            name = bookmark_name(language, item.key)
            if printed.get(name) != item.number:
                yield say("Word would number {name} as {printed}, the contract says {number}", name=name,
                          printed=printed.get(name), number=item.number)  # fmt: skip
    for target, cached in references(root):
        if printed.get(target) != cached:
            yield say("a reference to {target} prints {cached}, but Word counts {printed}", target=target,
                      cached=cached, printed=printed.get(target))  # fmt: skip


def _unmarked(parts: Mapping[str, bytes], root: etree._Element) -> Iterator[str]:
    """Each kind of page has a header, and each header carries the mark."""
    kinds = {reference.get(w("type")) for reference in root.iter(w("headerReference"))}
    needed = {"default", *("first" for _ in root.iter(w("titlePg")))}
    headers = [name for name in parts if HEADERS.fullmatch(name)]
    marked = all(DRAFT_MARK in "\n".join(paragraph_texts(parse(parts[name], name))) for name in headers)
    if not marked or not headers or not needed <= kinds:
        yield say("the contract is a draft, but a header of the template does not print {{ draft_mark }}")
