"""A built contract file: its bytes, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from tradedocs import __version__
from tradedocs.model.contract import Contract, Passport


@dataclass(frozen=True)
class BuiltFile:
    """The bytes of a contract file and what it says of itself."""

    data: bytes
    passport: Passport


def passport_of(contract: Contract, *, deal_sha256: str, template_sha256: str, text_sha256: str) -> Passport:
    """What a file of this contract says of itself."""
    return Passport(
        program=f"tradedocs {__version__}",
        contract_no=contract.deal.contract_no,
        languages=contract.languages,
        draft=contract.draft,
        deal_sha256=deal_sha256,
        template_sha256=template_sha256,
        spec_sha256=contract.spec.sha256,
        text_sha256=text_sha256,
        clauses=tuple(article.named for article in contract.articles),
    )
