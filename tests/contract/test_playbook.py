from __future__ import annotations

import pytest

from tests.contract.deals import FULL, LIBRARY, changed
from tradedocs.contract import assemble
from tradedocs.contract.playbook import open_asks, value_of
from tradedocs.errors import BuildError
from tradedocs.library.shelf import Library
from tradedocs.model.clause import Clause, Variable

CLAUSE = LIBRARY.get("compensation.remedies")
RANGED = CLAUSE.model_copy(
    update={
        "variables": {
            **CLAUSE.variables,
            "discount_cap": Variable.model_validate(
                {
                    "type": "percent",
                    "from": "deal.remedies.minor_discount_cap",
                    "playbook": {"sales": "5..10", "manager": "5..15", "board": "0..30"},
                }
            ),
        }
    }
)
OWN = CLAUSE.model_copy(
    update={"variables": {"days": Variable.model_validate({"type": "days", "default": "30"})}}
)


def library_with(clause: Clause) -> Library:
    rest = tuple(one for one in LIBRARY.clauses if (one.id, one.position) != (clause.id, clause.position))
    return Library(clauses=(*rest, clause), outline=LIBRARY.outline)


@pytest.mark.parametrize(
    ("cap", "needed"),
    [("7 %", ()), ("10 %", ()), ("12 %", ("manager",)), ("20 %", ("board",)), ("40 %", (None,))],
)
def test_a_value_needs_the_lowest_level_whose_range_holds_it(
    cap: str, needed: tuple[str | None, ...]
) -> None:
    deal = changed(FULL, remedies__minor_discount_cap=cap)
    assert tuple(ask.needed for ask in open_asks(deal, (RANGED,))) == needed


@pytest.mark.parametrize(
    ("grant", "is_open"),
    [
        ({"authority": "sales"}, True),
        ({"authority": "manager"}, False),
        ({"authority": "legal"}, False),
        ({"authority": "manager", "clauses": ["compensation.remedies"]}, False),
        ({"authority": "manager", "clauses": ["disputes.claims"]}, True),
    ],
)
def test_a_grant_counts_where_it_reaches(grant: dict[str, object], is_open: bool) -> None:
    given = {"by": "Mia Chen", "on": "2027-02-01", **grant}
    deal = changed(FULL, remedies__minor_discount_cap="12 %", granted=[given])
    assert bool(open_asks(deal, (RANGED,))) is is_open


def test_a_value_beyond_every_range_is_never_built_whoever_grants_it() -> None:
    given = {"by": "Mia Chen", "on": "2027-02-01", "authority": "board"}
    deal = changed(FULL, remedies__minor_discount_cap="40 %", granted=[given])
    with pytest.raises(BuildError, match="discount_cap = 40 is beyond every range"):
        assemble(deal, library_with(RANGED), ())


def test_what_nobody_granted_makes_a_draft_and_says_why() -> None:
    deal = changed(FULL, clauses=[{"clause": "disputes.claims", "position": "fallback-2"}])
    reasons = assemble(deal, LIBRARY, ()).draft_reasons
    assert "disputes.claims in position fallback-2 needs the authority of legal" in reasons


@pytest.mark.parametrize(("values", "days"), [({}, 30), ({"days": "45"}, 45)])
def test_a_value_of_the_clauses_own_is_its_default_or_the_deals(values: dict[str, str], days: int) -> None:
    deal = changed(FULL, clauses=[{"clause": OWN.id, "values": values}])
    assert value_of(deal, OWN, "days", OWN.variables["days"]) == days


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"discount_cap": "5"}, "has no value discount_cap of its own"),
        ({"nothing": "5"}, "has no value nothing of its own"),
    ],
)
def test_a_value_that_is_not_the_clauses_own_is_refused(values: dict[str, str], told: str) -> None:
    deal = changed(FULL, clauses=[{"clause": CLAUSE.id, "values": values}])
    with pytest.raises(BuildError, match=told):
        assemble(deal, LIBRARY, ())


@pytest.mark.parametrize("text", ["-1", "many", "1.5", "NaN"])
def test_a_value_that_is_no_number_of_its_kind_is_refused(text: str) -> None:
    clause = CLAUSE.model_copy(update={"variables": {**CLAUSE.variables, **OWN.variables}})
    deal = changed(FULL, clauses=[{"clause": clause.id, "values": {"days": text}}])
    with pytest.raises(BuildError, match="days: "):
        assemble(deal, library_with(clause), ())


def test_what_is_to_be_confirmed_makes_a_draft() -> None:
    deal = changed(FULL, confirm=[{"key": "delivery.place", "why": "the buyer names the terminal"}])
    reasons = assemble(deal, LIBRARY, ()).draft_reasons
    assert "`delivery.place` is to be confirmed: the buyer names the terminal" in reasons


def test_an_optional_clause_stands_only_where_the_deal_names_it() -> None:
    clause = LIBRARY.get("general.confidentiality").model_copy(update={"optional": True})
    library = library_with(clause)
    without = {article.clause_id for article in assemble(FULL, library, ()).articles}
    named = changed(FULL, clauses=[{"clause": clause.id}])
    assert clause.id not in without
    assert clause.id in {article.clause_id for article in assemble(named, library, ()).articles}
