"""The annexes of a contract, derived from the deal: nothing in them is typed a second time.

words.py           texts in the contract's languages
plan.py            inspection plan: standard, AQLs, and the plan worked out for each lot
documents.py       the documents with their copies and issuers
credit.py          checklist for the application for the letter of credit
claim.py           the form on which the buyer states a claim
"""

from __future__ import annotations

from collections.abc import Callable

from tradedocs.contract.annexes.claim import claim_form
from tradedocs.contract.annexes.credit import credit_checklist
from tradedocs.contract.annexes.documents import document_list
from tradedocs.contract.annexes.plan import inspection_plan
from tradedocs.model.annex import Annex, AnnexKind
from tradedocs.model.deal import Deal
from tradedocs.words.bilingual import Languages, Parts, titled

_TITLES: dict[AnnexKind, tuple[str, str]] = {
    "specification": ("Specification", "规格书"),
    "inspection-plan": ("Inspection Plan", "检验计划"),
    "documents": ("Documents", "单据清单"),
    "letter-of-credit": ("Letter of Credit Application Checklist", "信用证申请核对表"),
    "claim-form": ("Claim Evidence Form", "索赔证据表"),
}


def annexes_of(deal: Deal, languages: Languages) -> tuple[Annex, ...]:
    """The annexes of the deal's contract, numbered from 1; the one on the credit only where one is paid by.

    Raises:
        MissingFact: the deal leaves out what one of them says, or has no Chinese for it.
    """
    made: list[tuple[AnnexKind, Callable[[Deal, Languages], Parts]]] = [
        ("specification", lambda deal, languages: Parts()),
        ("inspection-plan", inspection_plan),
        ("documents", document_list),
    ]
    if deal.has_credit:
        made.append(("letter-of-credit", credit_checklist))
    made.append(("claim-form", claim_form))
    return tuple(
        _annex(number, kind, make(deal, languages), languages) for number, (kind, make) in enumerate(made, 1)
    )


def _annex(number: int, kind: AnnexKind, parts: Parts, languages: Languages) -> Annex:
    title = titled(number, _TITLES[kind], languages)
    return Annex(number=number, kind=kind, title=title, notes=parts.notes, tables=parts.tables)
