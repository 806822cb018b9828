"""Contract → DOCX: filled, numbered, with its passport, and read back before it is handed out."""

from __future__ import annotations

from pathlib import Path

from tradedocs import __version__
from tradedocs.model.contract import Article, Contract, Passport, PassportClause
from tradedocs.word.cover import context_of
from tradedocs.word.embed import embedded
from tradedocs.word.package import write_parts
from tradedocs.word.properties import with_properties
from tradedocs.word.readback import read_back
from tradedocs.word.template import load_template
from tradedocs.word.text import text_sha256


def build_docx(
    contract: Contract, template: Path, *, deal_sha256: str, total_in_words: tuple[str, ...] = ()
) -> bytes:
    """The contract as a Word file. The same input gives the same bytes.

    Args:
        contract: the assembled contract.
        template: the Word template.
        deal_sha256: hash of the deal file, for the passport.
        total_in_words: the total in words, one line a language; without it the row is left out.

    Raises:
        UsageError: the template cannot be read.
        BuildError: the template does not fit, or something of the contract is not found in what was written.
    """
    compiled = load_template(template)
    parts = with_properties(compiled.render(context_of(contract, total_in_words)), contract)
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
    read_back(data, contract, total_in_words)
    return data


def _clause(article: Article) -> PassportClause:
    return PassportClause(
        id=article.clause_id,
        version=article.version,
        position=article.position,
        sha256=article.sha256,
        approved_by=article.approved_by,
    )
