"""The rules of a deal, in the order of the contract; each module's docstring is its manual page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from tradedocs.contract.case import DealCase
from tradedocs.contract.rules import (
    d01_domestic_cisg,
    d02_foreign_law_or_seat,
    d03_renminbi,
    d04_vat_invoice,
    d05_chinese_prevails,
    s01_suppression,
    t00_clauses,
    t04_rounded_price,
    t05_commission_net,
    t12_sea_rule,
    t13_container_on_board,
    t14_named_place,
    t15_ex_works,
    t16_duty_paid,
    t17_dates,
    t20_insurance_not_owed,
    t21_cover,
    t22_insured_amount,
    t23_insured_currency,
    t24_shipping_advice,
    t31_credit_tolerance,
    t32_credit_opening,
    t33_credit_expiry,
    t35_place_of_expiry,
    t36_collection_documents,
    t37_credit_documents,
    t38_document_from_buyer,
    t39_partial_shipments,
    t40_open_account,
    t41_bank_rules,
    t42_account_changes,
    t48_limit_direction,
    t49_decision_rule,
    t52_final_and_again,
    t54_claim_periods,
    t55_period_too_short,
    t56_hidden_defects,
    t57_aql,
    t58_statutory_inspection,
    t59_no_plan,
    t60_delay_damages,
    t61_delay_damages_in_china,
    t63_penalty,
    t64_deposit,
    t65_carve_outs,
    t70_one_forum,
    t71_institution,
    t72_arbitrators,
    t73_law_of_arbitration,
    t74_arbitration_or_court,
    t75_cisg_status,
    t76_mainland_hong_kong,
    t77_silent_on_cisg,
    t79_no_reexport,
    t84_placeholder,
    t88_out_of_date,
    t90_authority,
)
from tradedocs.model.dealfinding import DealFinding, Suppressible


class DealRule(Protocol):
    """What every rule's module offers.

    Attributes:
        ID: the rule's id (`T13`).
        EXPORT: whether it assumes an export sale: within mainland China its errors are warnings.
    """

    ID: str
    EXPORT: bool
    __doc__: str | None

    @property
    def SUPPRESSIBLE(self) -> Suppressible:  # noqa: N802 - a constant of the modules, of narrower types there
        """Whether a deal file may silence it; what is exact or dangerous may not be silenced.

        Of some rules only the warnings may: their errors say that the law gives the words no effect.
        """

    def judge(self, case: DealCase) -> Iterator[DealFinding]:
        """The findings of this rule."""


RULES: tuple[DealRule, ...] = (
    t00_clauses,
    t04_rounded_price,
    t05_commission_net,
    t12_sea_rule,
    t13_container_on_board,
    t14_named_place,
    t15_ex_works,
    t16_duty_paid,
    t17_dates,
    t20_insurance_not_owed,
    t21_cover,
    t22_insured_amount,
    t23_insured_currency,
    t24_shipping_advice,
    t31_credit_tolerance,
    t32_credit_opening,
    t33_credit_expiry,
    t35_place_of_expiry,
    t36_collection_documents,
    t37_credit_documents,
    t38_document_from_buyer,
    t39_partial_shipments,
    t40_open_account,
    t41_bank_rules,
    t42_account_changes,
    t48_limit_direction,
    t49_decision_rule,
    t52_final_and_again,
    t54_claim_periods,
    t55_period_too_short,
    t56_hidden_defects,
    t57_aql,
    t58_statutory_inspection,
    t59_no_plan,
    t60_delay_damages,
    t61_delay_damages_in_china,
    t63_penalty,
    t64_deposit,
    t65_carve_outs,
    t70_one_forum,
    t71_institution,
    t72_arbitrators,
    t73_law_of_arbitration,
    t74_arbitration_or_court,
    t75_cisg_status,
    t76_mainland_hong_kong,
    t77_silent_on_cisg,
    t79_no_reexport,
    t84_placeholder,
    t88_out_of_date,
    t90_authority,
    d01_domestic_cisg,
    d02_foreign_law_or_seat,
    d03_renminbi,
    d04_vat_invoice,
    d05_chinese_prevails,
    s01_suppression,
)
