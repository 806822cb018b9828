"""Contract → DOCX: filled, numbered, with its passport, and read back before it is handed out."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import Any

from tradedocs import __version__
from tradedocs.errors import BuildError
from tradedocs.model.contract import Article, Contract, Passport, PassportClause
from tradedocs.ui import say
from tradedocs.word.cover import IN_TURN, context_of
from tradedocs.word.embed import embedded
from tradedocs.word.highlight import highlighted, marked, open_ways
from tradedocs.word.package import write_parts
from tradedocs.word.properties import with_properties
from tradedocs.word.readback import read_back
from tradedocs.word.template import load_template
from tradedocs.word.text import text_sha256
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
    compiled = load_template(template)
    in_turn = compiled.uses(IN_TURN)
    context = _context(contract, in_turn=in_turn)
    if contract.open_points:
        rendered = highlighted(compiled.render(marked(context, open_ways(contract, context))))
    else:
        rendered = compiled.render(context)
    parts = with_properties(rendered, contract)
    passport = Passport(
        program=f"tradedocs {__version__}",
        contract_no=contract.deal.contract_no,
        languages=contract.languages,
        draft=contract.draft,
        deal_sha256=deal_sha256,
        template_sha256=compiled.sha256,
        spec_sha256=contract.spec.sha256,
        text_sha256=text_sha256(parts),
        clauses=tuple(_clause(article) for article in contract.articles),
    )
    data = write_parts(embedded(parts, passport, contract.spec))
    read_back(data, contract, context)
    return data


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


def _clause(article: Article) -> PassportClause:
    return PassportClause(
        id=article.clause_id,
        version=article.version,
        position=article.position,
        sha256=article.sha256,
        approved_by=article.approved_by,
    )
