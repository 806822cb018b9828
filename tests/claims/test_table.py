"""The decision table is refused where it could not decide what it seems to decide."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradedocs.claims.lacking import EvidenceList
from tradedocs.claims.table import DecisionTable, TableFact, decision_table, reachable
from tradedocs.errors import InputError
from tradedocs.yamlfile import parse

FACTS = """version: 1
facts:
  - {id: wet, values: {yes: {en: wet}, no: {en: dry}, unknown: {en: not known}}, open: [unknown], ask: {en: Wet?}}
  - {id: torn, values: {yes: {en: torn}, no: {en: whole}}}
rows:
"""
DEFAULT = "  - {id: rest, category: undecided, severity: unknown, bearer: undecided, words: {en: Nothing.}}\n"


def _row(name: str, when: str, **more: str) -> str:
    told = {"category": "shortage", "severity": "none", "bearer": "buyer", "words": "{en: So.}", **more}
    return f"  - {{id: {name}, when: {when}, " + ", ".join(f"{k}: {v}" for k, v in told.items()) + "}\n"


def _problems(rows: str, facts: str = FACTS) -> str:
    with pytest.raises(InputError) as caught:
        parse(facts + rows, "table.yaml", DecisionTable)
    return "\n".join(f"{one.place} {one.message}" for one in caught.value.problems)


def test_a_sound_table_is_read() -> None:
    table = parse(FACTS + _row("a", "{wet: [yes]}") + DEFAULT, "table.yaml", DecisionTable)
    assert [one.id for one in table.rows] == ["a", "rest"]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (_row("a", "{wet: [yes]}") + _row("b", "{wet: [yes], torn: [yes]}") + DEFAULT, "row b can never decide"),
        (
            _row("a", "{wet: [yes, no]}") + _row("b", "{torn: [no]}") + _row("c", "{torn: [yes], wet: [no]}")
            + DEFAULT,
            "row c can never decide",
        ),
        (DEFAULT + _row("a", "{wet: [yes]}"), "row a can never decide"),
        (_row("a", "{wet: [yes]}"), "no default"),
        (_row("a", "{wet: [yes]}") + _row("b", "{wet: [no]}"), "no default"),
        (_row("a", "{cold: [yes]}") + DEFAULT, "there is no fact 'cold'"),
        (_row("a", "{wet: [maybe]}") + DEFAULT, "'maybe' is no value of wet"),
        (_row("a", "{wet: []}") + DEFAULT, "no value of wet fits"),
        (_row("a", "{wet: [yes]}", ask="[torn]") + DEFAULT, "torn has no question"),
        (_row("a", "{wet: [yes]}", ask="[cold]") + DEFAULT, "there is no fact 'cold'"),
        (_row("a", "{wet: [yes]}", signs="[cold]") + DEFAULT, "there is no fact 'cold'"),
        (_row("a", "{wet: [yes]}") + _row("a", "{wet: [no]}") + DEFAULT, "the id 'a' stands twice"),
        (_row("a", "{wet: [yes]}", category="rust") + DEFAULT, "none of batch-defect"),
        (
            _row("a", "{wet: [yes]}", bearer="{fact: torn, of: {yes: seller}}") + DEFAULT,
            "what follows from each value of torn",
        ),
    ],
)  # fmt: skip
def test_an_unsound_table_is_refused_with_its_place(rows: str, message: str) -> None:
    told = _problems(rows)
    assert message in told
    assert told.startswith("table.yaml:")


def test_a_fact_that_may_be_unknown_needs_a_question() -> None:
    facts = FACTS.replace(", ask: {en: Wet?}", "")
    assert "needs a question" in _problems(DEFAULT, facts)


def test_a_fact_cannot_be_open_by_a_value_that_it_has_not() -> None:
    assert "is no value of wet" in _problems(DEFAULT, FACTS.replace("open: [unknown]", "open: [perhaps]"))


def test_the_evidence_list_is_refused_where_a_category_has_none() -> None:
    told = """version: 1
pieces: {video: {what: {en: a}, format: {en: b}, why: {en: c}}}
needs: {shortage: [video]}
instead: {}
alleged: {quality: shortage}
"""
    with pytest.raises(InputError) as caught:
        parse(told, "evidence.yaml", EvidenceList)
    assert "nothing is said of batch-defect" in caught.value.problems[0].message


VALUES = ("a", "b", "c")
NAMES = ("one", "two", "three")
CONDITIONS = st.dictionaries(
    st.sampled_from(NAMES), st.lists(st.sampled_from(VALUES), min_size=1, unique=True), max_size=3
)


@given(CONDITIONS, st.lists(CONDITIONS, max_size=6))
def test_reachable_is_what_trying_every_combination_says(
    when: dict[str, list[str]], earlier: list[dict[str, list[str]]]
) -> None:
    facts = {
        name: TableFact.model_validate({"id": name, "values": {value: {"en": value} for value in VALUES}})
        for name in NAMES
    }

    def fits(case: dict[str, str], condition: dict[str, list[str]]) -> bool:
        return all(case[name] in values for name, values in condition.items())

    cases = (dict(zip(NAMES, values, strict=True)) for values in product(VALUES, repeat=len(NAMES)))
    wanted = any(fits(case, when) and not any(fits(case, one) for one in earlier) for case in cases)
    assert reachable(when, earlier, facts) == wanted


def test_the_packaged_table_speaks_both_languages() -> None:
    table, digest = decision_table()
    assert len(digest) == 64
    texts = [
        text for fact in table.facts for text in (*fact.values.values(), *((fact.ask,) if fact.ask else ()))
    ]
    for text in (*texts, *(row.words for row in table.rows)):
        assert text.zh, text.en


def test_the_packaged_table_puts_safety_first() -> None:
    rows = decision_table()[0].rows
    graves = [row.severity == "safety" for row in rows]
    assert graves == sorted(graves, reverse=True)
    assert not rows[-1].when
