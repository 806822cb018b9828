from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran

Run = Callable[..., Ran]


def rows(ran: Ran) -> list[list[str]]:
    return [line.split("  ") for line in ran.out.splitlines()[1:]]


@pytest.mark.parametrize(
    ("options", "fits"),
    [
        (("--family", "compensation"), lambda one: one["family"] == "compensation"),
        (("--position", "fallback-2"), lambda one: one["position"] == "fallback-2"),
        (("--status", "draft"), lambda one: one["status"] == "draft"),
        (("--variable", "discount_cap"), lambda one: "discount_cap" in one["variables"]),
        (("--variable", "deal.remedies.minor_discount_cap"), lambda one: "discount_cap" in one["variables"]),
        (("--variable", "remedies.minor_discount_cap"), lambda one: "discount_cap" in one["variables"]),
    ],
)
def test_list_keeps_what_fits_the_filter(
    run: Run, options: tuple[str, str], fits: Callable[[dict[str, object]], bool]
) -> None:
    everything = json.loads(run("clause", "list", "--format", "json").out)
    filtered = json.loads(run("clause", "list", *options, "--format", "json").out)
    assert everything["version"] == 1
    assert filtered["clauses"] == [one for one in everything["clauses"] if fits(one)]
    assert filtered["clauses"]


def test_list_of_nothing_says_so(run: Run) -> None:
    ran = run("clause", "list", "--status", "voided")
    assert ran.code == 3
    assert "no clause fits" in ran.err


def test_list_has_the_positions_in_the_order_of_the_ladder(run: Run) -> None:
    listed = [
        line.split()[1] for line in run("clause", "list").out.splitlines() if "disputes.claims " in line
    ]
    assert listed == ["standard", "fallback-1", "fallback-2"]


def test_show_has_both_languages_and_marks_the_variables(run: Run) -> None:
    ran = run("clause", "show", "compensation.remedies", "--position", "fallback-1")
    assert ran.code == 0
    assert "gives away: " in ran.out
    assert ran.out.count("{settle_days}") == 3  # the list of variables, English, Chinese
    assert "Graded remedies" in ran.out
    assert "分级补救措施" in ran.out


def test_where_used_for_a_clause_a_term_and_a_key(run: Run) -> None:
    clause = run("clause", "where-used", "disputes.claims").out
    assert "requires it" in clause
    assert "refers to disputes.claims#hidden" in clause
    assert "defines it" in run("clause", "where-used", "Batch Defect").out
    keys = [run("clause", "where-used", key).out for key in ("claims.answer_days", "deal.claims.answer_days")]
    assert "fills {answer_days}" in keys[0]
    assert keys[0] == keys[1]
    assert "applies when" in run("clause", "where-used", "deal.delivery.incoterm").out


def test_where_used_names_the_contracts_that_were_built_with_a_clause(run: Run, workspace: Path) -> None:
    deal = sorted((Path(__file__).parent.parent.parent / "samples").glob("*/deal.yaml"))[0]
    assert run("contract", "build", deal, "-o", workspace / "c.docx", "--lang", "en").code == 10
    out = run("clause", "where-used", "general.parties").out
    assert "contract built, ledger row 1" in out


def test_where_used_for_what_nothing_uses(run: Run) -> None:
    assert run("clause", "where-used", "general.nothing").code == 3
