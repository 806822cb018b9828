"""An addendum to a signed contract as a Word file: what changes, as a redline, and the signatures.

The marks of the changes are Word's own. With all of them accepted the file reads as it is agreed, and with all of
them rejected as it was; what is read back after building is both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from markupsafe import Markup

from tradedocs.errors import BuildError
from tradedocs.files import sha256_of
from tradedocs.model.annex import Annex
from tradedocs.model.clause import Language
from tradedocs.model.contract import Amends, Article, Contract
from tradedocs.model.deal import Deal
from tradedocs.model.sent import SentText
from tradedocs.model.spec import Spec
from tradedocs.ui import say
from tradedocs.word.addendum_articles import articles_xml, changed_rows, renumbering_xml
from tradedocs.word.addendum_spec import specification_xml
from tradedocs.word.addendum_terms import TermChange, changed_terms, terms_xml
from tradedocs.word.annexes import annexes_xml
from tradedocs.word.built import BuiltFile, passport_of
from tradedocs.word.cover import cover_of, each
from tradedocs.word.embed import embedded
from tradedocs.word.labels import LABELS, joined, stacked
from tradedocs.word.package import DOCUMENT, read_parts, write_parts
from tradedocs.word.properties import CORE, with_properties
from tradedocs.word.revisions import Marker
from tradedocs.word.spectable import differences
from tradedocs.word.styles import DRAFT_MARK
from tradedocs.word.template import load_template
from tradedocs.word.text import normalised, paragraph_texts, visible_lines, visible_text
from tradedocs.word.tracked import accepted, rejected
from tradedocs.word.xml import parse
from tradedocs.words import values
from tradedocs.words.missing import MissingFact

Both = tuple[Article | None, Article | None]
Languages = tuple[Language, ...]


@dataclass(frozen=True)
class Change:
    """Everything that an addendum says.

    Attributes:
        deal, spec, articles, annexes: of the contract as it is in force.
        contract: as it reads with the addendum.
        articles_changed: each changed article, before and after.
        amends: the link to what is amended.
        on: the day of the addendum.
    """

    deal: Deal
    spec: Spec
    articles: tuple[Article, ...]
    annexes: tuple[Annex, ...]
    contract: Contract
    articles_changed: tuple[Both, ...]
    amends: Amends
    on: date

    @property
    def terms(self) -> tuple[TermChange, ...]:
        """The commercial terms that differ."""
        return changed_terms(self.deal, self.contract.deal, self.contract.languages)

    @property
    def annexes_replaced(self) -> tuple[Annex, ...]:
        """The other annexes that read otherwise now."""
        return tuple(
            one for one in self.contract.annexes if one.kind != "specification" and one not in self.annexes
        )


def build_addendum(change: Change, template: Path, *, deal_sha256: str) -> BuiltFile:
    """The addendum as a Word file with its passport and the Spec that is then in force.

    Raises:
        UsageError: the template cannot be read.
        BuildError: the deal leaves out what the cover says, the template does not fit, or something that the addendum
            must say is not found in what was written.
    """
    contract, compiled = change.contract, load_template(template)
    try:
        rendered = compiled.render(_context(change))
    except MissingFact as error:
        raise BuildError(
            say("the deal file leaves out what the cover of the contract needs: `{key}`", key=error.key),
            place=contract.deal.contract_no, way_out=say("Add the key to the deal file."),
        ) from error  # fmt: skip
    parts = with_properties(rendered, contract)
    title = f"Addendum {change.amends.number} to Sales Contract "
    parts[CORE] = parts[CORE].replace(b"<dc:title>Sales Contract ", f"<dc:title>{title}".encode())
    body, around = visible_lines(parts)
    text_sha256 = sha256_of("\n".join((*body, *around)).encode())
    passport = passport_of(
        contract, deal_sha256=deal_sha256, template_sha256=compiled.sha256, text_sha256=text_sha256
    ).model_copy(update={"amends": change.amends})
    sent = SentText(before=body, after=(), around=around, articles=(), in_force=contract.articles)
    data = write_parts(embedded(parts, passport, contract.spec, deal=contract.deal, sent=sent))
    _read_back(data, change)
    return BuiltFile(data, passport)


def _context(change: Change) -> dict[str, Any]:
    contract, languages = change.contract, change.contract.languages
    side = contract.deal.seller if contract.deal.our_side == "seller" else contract.deal.buyer
    marker = Marker(side.name, datetime.combine(change.on, time(), UTC))
    terms, spec_changed = change.terms, change.amends.spec_changed
    replaced = contract.model_copy(update={"annexes": change.annexes_replaced})
    return {
        "english": "en" in languages,
        "chinese": "zh" in languages,
        "draft": contract.draft,
        "draft_mark": DRAFT_MARK,
        "label": {key: joined(pair, languages) for key, pair in LABELS.items()},
        "stacked": {key: stacked(pair, languages) for key, pair in LABELS.items()},
        **cover_of(contract.deal, languages),
        "addendum": {
            "number": str(change.amends.number),
            "earlier": change.amends.number > 1,
            "on": each(lambda language: values.day(change.on, language), languages),
            "effective": each(lambda language: values.day(change.amends.effective, language), languages),
        },
        "terms_changed": terms_xml(terms, languages) if terms else "",
        "articles_changed": articles_xml(change.articles_changed, languages, marker),
        "renumbering": renumbering_xml(change.articles, contract.articles, languages),
        "specification_title": " ".join(
            text for one in contract.annexes if one.kind == "specification" for text in one.title
        ),
        "specification_changed": specification_xml(change.spec, contract.spec, languages, marker)
        if spec_changed
        else "",
        "annexes_changed": annexes_xml(replaced) if change.annexes_replaced else Markup(""),
    }


def _read_back(data: bytes, change: Change) -> None:
    """Check the written file against what it must say, with its changes accepted and rejected.

    Raises:
        BuildError: something is missing, left over or differs; the message names it.
    """
    parts = read_parts(data, name=change.contract.deal.contract_no)
    for problem in _problems(parts, change):
        raise BuildError(
            problem,
            place=change.contract.deal.contract_no,
            way_out=say("Correct the template of addenda, and build again."),
        )


def _problems(parts: Mapping[str, bytes], change: Change) -> Iterator[str]:
    text = visible_text(parts)
    root = parse(parts[DOCUMENT], DOCUMENT)
    now, before = (
        set(paragraph_texts(view(parse(parts[DOCUMENT], DOCUMENT)))) for view in (accepted, rejected)
    )
    for mark in ("{{", "}}", "{%", "%}"):
        if mark in text:
            yield say("{mark} is left over in the addendum", mark=mark)
    for side, seen in ((1, now), (0, before)):
        for wanted in _article_texts(change.articles_changed, change.contract.languages, side):
            if wanted not in seen:
                yield say("a changed paragraph is not found in the addendum: {text!r}", text=wanted)
    for term in change.terms:
        for line in term.new:
            if normalised(line) not in now:
                yield say("a changed term is not found in the addendum: {text!r}", text=line)
    for name in (change.contract.deal.seller.name, change.contract.deal.buyer.name):
        if normalised(name) not in now and "en" in change.contract.languages:
            yield say("the name {name!r} is not found in the addendum", name=name)
    if change.contract.deal.contract_no not in text:
        yield say("the number of the contract is not found in the addendum")
    if change.amends.spec_changed:
        yield from differences(root, change.contract.spec, change.contract.languages)
    if change.contract.draft and DRAFT_MARK not in text:
        yield say("the addendum is a draft, but its header does not print {{ draft_mark }}")


def _article_texts(changes: Sequence[Both], languages: Languages, side: int) -> Iterator[str]:
    for old, new in changes:
        for pair in changed_rows(old, new, languages):
            for line in pair[side] or ():
                yield normalised(line.text)
