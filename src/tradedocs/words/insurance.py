"""The cargo insurance that the seller takes out."""

from __future__ import annotations

from tradedocs.model.clause import Language
from tradedocs.model.deal import Deal


def cover(deal: Deal, language: Language) -> str | None:
    """`Institute Cargo Clauses (A) and Institute War Clauses (Cargo)`; None where the deal says nothing of it."""
    insurance = deal.insurance
    if insurance is None:
        return None
    letter = insurance.cover[-2]
    chinese = language == "zh"
    parts = [f"协会货物条款({letter})" if chinese else f"Institute Cargo Clauses ({letter})"]
    if insurance.war:
        parts.append("协会战争险条款(货物)" if chinese else "Institute War Clauses (Cargo)")
    if insurance.strikes:
        parts.append("协会罢工险条款(货物)" if chinese else "Institute Strikes Clauses (Cargo)")
    if len(parts) == 1:
        return parts[0]
    comma, last = ("、", "和") if chinese else (", ", " and ")
    return comma.join(parts[:-1]) + last + parts[-1]
