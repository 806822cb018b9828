"""The rules of the lint, in the order of their ids; each module's docstring is its manual page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from tradedocs.library.found import Found
from tradedocs.library.lint.case import LintCase
from tradedocs.library.lint.rules import (
    td001_form,
    td002_marks,
    td101_term_elsewhere,
    td102_unused_term,
    td103_one_definition,
    td104_term_in_small_letters,
    td110_dangling_reference,
    td111_absent_target,
    td112_typed_number,
    td120_variables,
    td121_variable_form,
    td122_placeholder,
    td124_unit,
    td201_vague_standard,
    td202_vague_time,
    td203_modal_verb,
    td204_legalese,
    td205_duty_without_actor,
    td210_duty_without_time,
    td211_period_without_start,
    td220_number_without_unit,
    td221_words_and_figures,
    td222_impossible_date,
    td223_one_fact_two_values,
    td230_names,
    td231_edition,
    td232_out_of_date,
    td301_unapproved,
    td302_review_due,
    td303_sources,
    td304_id_and_version,
    td310_languages_differ,
    td311_prevailing_language,
    td312_term_not_carried_over,
    td320_neighbours,
    td321_outline,
    td322_condition,
    td323_ladder,
    td390_suppression,
)
from tradedocs.model.lint import Severity


class LintRule(Protocol):
    """What every rule's module offers.

    Attributes:
        ID: the rule's id (`TD110`).
        SEVERITY: of its findings, where a finding does not say otherwise.
        SUPPRESSIBLE: whether a clause file may silence it.
        EXACT: whether it tells from declared structure; the others guess from words and are never errors by default.
        GATE: whether a library with such a finding cannot be loaded.
    """

    ID: str
    SEVERITY: Severity
    SUPPRESSIBLE: bool
    EXACT: bool
    GATE: bool
    __doc__: str | None

    def look(self, case: LintCase) -> Iterator[Found]:
        """The findings of this rule."""


RULES: tuple[LintRule, ...] = (
    td001_form,
    td002_marks,
    td101_term_elsewhere,
    td102_unused_term,
    td103_one_definition,
    td104_term_in_small_letters,
    td110_dangling_reference,
    td111_absent_target,
    td112_typed_number,
    td120_variables,
    td121_variable_form,
    td122_placeholder,
    td124_unit,
    td201_vague_standard,
    td202_vague_time,
    td203_modal_verb,
    td204_legalese,
    td205_duty_without_actor,
    td210_duty_without_time,
    td211_period_without_start,
    td220_number_without_unit,
    td221_words_and_figures,
    td222_impossible_date,
    td223_one_fact_two_values,
    td230_names,
    td231_edition,
    td232_out_of_date,
    td301_unapproved,
    td302_review_due,
    td303_sources,
    td304_id_and_version,
    td310_languages_differ,
    td311_prevailing_language,
    td312_term_not_carried_over,
    td320_neighbours,
    td321_outline,
    td322_condition,
    td323_ladder,
    td390_suppression,
)
