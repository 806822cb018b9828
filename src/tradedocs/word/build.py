"""Contract → DOCX: filled, numbered, with its passport, and read back before it is handed out."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import Any

from tradedocs.errors import BuildError
from tradedocs.files import sha256_of
from tradedocs.model.clause import Language
from tradedocs.model.contract import Article, Contract
from tradedocs.model.sent import SentText
from tradedocs.ui import say
from tradedocs.word.built import BuiltFile, passport_of
from tradedocs.word.cover import IN_TURN, context_of
from tradedocs.word.embed import embedded
from tradedocs.word.highlight import highlighted, marked, open_ways
from tradedocs.word.package import write_parts
from tradedocs.word.properties import with_properties
from tradedocs.word.readback import read_back
from tradedocs.word.template import load_template
from tradedocs.word.text import visible_lines
from tradedocs.words.missing import MissingFact, gaps_shown


def build_docx(contract: Contract, template: Path, *, deal_sha256: str) -> bytes:
    """The contract as a Word file. The same input gives the same bytes.

    Args:
        contract: the assembled contract.
        template: the Word template.
        deal_sha256: hash of the deal file, for the passport.

    Raises:
        UsageError: the template cannot be read.
        BuildError: the deal leaves out what the cover says, the template does not fit, or something of the
            contract is not found in what was written.
    """
    return build_file(contract, template, deal_sha256=deal_sha256).data


def build_file(contract: Contract, template: Path, *, deal_sha256: str) -> BuiltFile:
    """The contract as a Word file with its passport; everything else as `build_docx` says."""
    compiled = load_template(template)
    in_turn = compiled.uses(IN_TURN)
    context = _context(contract, in_turn=in_turn)
    if contract.open_points:
        rendered = highlighted(compiled.render(marked(context, open_ways(contract, context))))
    else:
        rendered = compiled.render(context)
    parts = with_properties(rendered, contract)
    body, around = visible_lines(parts)
    text_sha256 = sha256_of("\n".join((*body, *around)).encode())
    passport = passport_of(
        contract, deal_sha256=deal_sha256, template_sha256=compiled.sha256, text_sha256=text_sha256
    )
    sent = sent_text(body, around, contract.articles, contract.languages)
    data = write_parts(embedded(parts, passport, contract.spec, deal=contract.deal, sent=sent))
    read_back(data, contract, context)
    return BuiltFile(data, passport)


def sent_text(
    body: tuple[str, ...], around: tuple[str, ...], articles: tuple[Article, ...], languages: tuple[Language, ...]
) -> SentText:  # fmt: skip
    """The visible text of a file with the articles in it told apart from what stands before and after them."""
    sent = SentText(before=(), after=(), around=around, articles=articles)
    block = sent.body(languages)
    last = len(body) - len(block)
    at = next((k for k in range(last + 1) if body[k : k + len(block)] == block), None)
    if at is None:  # the template has the articles in pieces; the read-back finds each of them
        rest = tuple(line for line in body if line not in set(block))
        return sent.model_copy(update={"before": rest})
    return sent.model_copy(update={"before": body[:at], "after": body[at + len(block) :]})


def _context(contract: Contract, *, in_turn: bool) -> dict[str, Any]:
    try:
        with gaps_shown() if contract.gaps_shown else nullcontext():
            return context_of(contract, in_turn=in_turn)
    except MissingFact as error:
        raise BuildError(
            say("the deal file leaves out what the cover of the contract needs: `{key}`", key=error.key),
            place=contract.deal.contract_no,
            way_out=say("Add the key to the deal file."),
        ) from error
