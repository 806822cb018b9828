"""The rules of the check in the order in which a person reads their findings: grave facts about the file first.

A rule is one module: `ID`, a docstring that is its manual page, `RESTS_ON` with the clauses of the library that give
the right to what it asks for, and `check(case)` that yields Findings. A rule that rests on none says why in its page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from tradedocs.check.case import Case
from tradedocs.check.rules import (
    addendum_open,
    adverse_on_record,
    aql_exceeded,
    aql_missing,
    aql_plan_differs,
    basis_differs,
    certificate_date,
    concession_credit,
    concession_void,
    conclusion_adverse,
    conclusion_missing,
    contract_altered,
    contract_draft,
    contract_reference,
    contract_unsigned,
    defects_differ,
    document_missing,
    doubtful_reading,
    goods_differ,
    identity_conflict,
    impossible_value,
    inspection_date,
    issuer_not_agreed,
    limit_differs,
    limit_direction,
    look_alike_letters,
    method_differs,
    name_mapped,
    no_ledger,
    no_witness,
    not_comparable,
    not_due,
    not_found,
    other_failure,
    outside_accreditation,
    outside_limit,
    own_result,
    party_differs,
    place_differs,
    price_adjustment,
    quantity_over,
    quantity_short,
    re_inspected,
    related_failure,
    report_active_content,
    report_date,
    report_inconsistent,
    report_reused,
    report_revised,
    report_status,
    report_superseded,
    report_unattributed,
    report_unnamed,
    reports_differ,
    several_reports,
    specimen_missing,
    standard_differs,
    type_test_model,
    type_test_stale,
    uncertainty_straddles,
    unit_unknown,
    unread_page,
    values_differ,
    wrong_evidence,
)
from tradedocs.model.finding import Finding


class Rule(Protocol):
    """What every rule's module offers."""

    ID: str
    RESTS_ON: tuple[str, ...]
    __doc__: str | None

    def check(self, case: Case) -> Iterator[Finding]:
        """The findings of this rule."""


def manual_page(rule: Rule) -> str:
    """The manual page of a rule, with the clauses that it rests on."""
    text = (rule.__doc__ or "").strip()
    return f"{text}\n\nClause: {', '.join(rule.RESTS_ON)}" if rule.RESTS_ON else text


RULES: tuple[Rule, ...] = (
    contract_altered,
    contract_draft,
    contract_unsigned,
    addendum_open,
    no_ledger,
    outside_limit,
    price_adjustment,
    uncertainty_straddles,
    aql_exceeded,
    conclusion_adverse,
    concession_credit,
    concession_void,
    other_failure,
    related_failure,
    adverse_on_record,
    re_inspected,
    report_superseded,
    not_found,
    name_mapped,
    wrong_evidence,
    own_result,
    not_due,
    unit_unknown,
    not_comparable,
    method_differs,
    basis_differs,
    limit_differs,
    limit_direction,
    impossible_value,
    doubtful_reading,
    no_witness,
    values_differ,
    reports_differ,
    specimen_missing,
    aql_missing,
    aql_plan_differs,
    standard_differs,
    defects_differ,
    conclusion_missing,
    contract_reference,
    report_revised,
    report_status,
    several_reports,
    report_inconsistent,
    look_alike_letters,
    report_unnamed,
    report_date,
    inspection_date,
    certificate_date,
    type_test_stale,
    type_test_model,
    issuer_not_agreed,
    outside_accreditation,
    party_differs,
    goods_differ,
    identity_conflict,
    place_differs,
    report_unattributed,
    report_reused,
    quantity_short,
    quantity_over,
    document_missing,
    report_active_content,
    unread_page,
)
