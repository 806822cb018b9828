"""The claim beside its contract as the papers of a settlement need it."""

from __future__ import annotations

from datetime import date

from tradedocs.claims.matter import Matter
from tradedocs.flows.claims.basis import terms_of
from tradedocs.flows.inspection import TONGUES
from tradedocs.model.claim import ClaimRecord
from tradedocs.workspace import Workspace


def matter_of(record: ClaimRecord, workspace: Workspace, *, on: date, language: str | None = None) -> Matter:
    """The claim beside the contract that it was opened under; the language is the contract's, or `language`.

    Raises:
        RefusedInput: the claim's copy of its contract is missing or was altered.
    """
    terms, _ = terms_of(record, workspace)
    languages = TONGUES[language] if language else terms.languages
    return Matter(record, terms.deal, terms.articles, languages, on, record.contract.draft)
