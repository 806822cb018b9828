"""What kind of claim it is, how grave, and who bears the cost: the decision table applied to the facts on file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tradedocs.claims.facts import BeforeShipment, Facts, facts_of
from tradedocs.claims.grounds import Grounds
from tradedocs.claims.lacking import lacking
from tradedocs.claims.table import DecisionTable, TableFact, TableRow, decision_table
from tradedocs.model.claim import CATEGORIES, Bearer, Category, ClaimRecord, Reason, Severity, Triage
from tradedocs.model.shapes import LocalText
from tradedocs.ui import say


@dataclass(frozen=True)
class Decision:
    """The row that decides, and the rows of other categories that open facts keep possible."""

    row: TableRow
    possible: tuple[TableRow, ...]


def triage(record: ClaimRecord, grounds: Grounds, before: BeforeShipment, *, by: str, on: date) -> Triage:
    """The triage of a claim as it stands.

    Raises:
        ToolError: the decision table is missing.
        InputError: it holds errors.
    """
    table, digest = decision_table()
    facts = facts_of(record, grounds, before, table)
    decision = decide(table, facts)
    row = decision.row
    beside = _beside(decision)
    categories = (row.category, *beside)
    return Triage(
        category=row.category,
        severity=severity_of(row, facts),
        bearer=bearer_of(row, facts),
        row_of_table=row.id,
        words=row.words,
        because=tuple(_reasons(row, facts, table)),
        questions=tuple(dict.fromkeys(_questions(decision, facts, table))),
        lacking=lacking(categories, record),
        beside=beside,
        interval=facts.interval,
        table_sha256=digest,
        by=by,
        on=on,
    )


def decide(table: DecisionTable, facts: Facts) -> Decision:
    """The first row that fits.

    Beside a row that concludes something stay possible those before it that only open facts kept from fitting, and that
    a known fact speaks for. Beside one that leaves it undecided stay possible all rows that fit or may yet fit so.
    """
    known = table.by_id
    number = next(n for n, row in enumerate(table.rows) if _fits(row, facts))
    row = table.rows[number]
    others = (
        table.rows[:number]
        if row.category != "undecided"
        else (*table.rows[:number], *table.rows[number + 1 :])
    )
    possible = tuple(
        one
        for one in others
        if one.category not in ("undecided", row.category) and one.when and _may_fit(one, facts, known)
    )
    return Decision(row, possible)


def severity_of(row: TableRow, facts: Facts) -> Severity:
    """How grave it is."""
    return row.severity if isinstance(row.severity, str) else row.severity.of[facts.value(row.severity.fact)]


def bearer_of(row: TableRow, facts: Facts) -> Bearer:
    """Who bears the cost."""
    return row.bearer if isinstance(row.bearer, str) else row.bearer.of[facts.value(row.bearer.fact)]


def _fits(row: TableRow, facts: Facts) -> bool:
    return all(facts.value(name) in values for name, values in row.when.items())


def _may_fit(row: TableRow, facts: Facts, known: dict[str, TableFact]) -> bool:
    """Whether only open facts keep the row from fitting, and a known fact that is no matter of course speaks for it."""
    missed = [name for name, values in row.when.items() if facts.value(name) not in values]
    if any(facts.value(name) not in known[name].open for name in missed):
        return False
    return any(
        name != "alleged" and not _quiet(name, facts, known)
        for name in row.signs or row.when
        if name not in missed
    )


def _quiet(name: str, facts: Facts, known: dict[str, TableFact]) -> bool:
    return facts.value(name) in known[name].quiet


def _beside(decision: Decision) -> tuple[Category, ...]:
    found = {*decision.row.beside, *(one.category for one in decision.possible)} - {decision.row.category}
    return tuple(one for one in CATEGORIES if one in found)


def _reasons(row: TableRow, facts: Facts, table: DecisionTable) -> Iterator[Reason]:
    """The facts that the row tests and turns on; the count always, so that no rate stands without its interval."""
    names = [*row.when, *row.turns_on]
    if facts.interval is not None:
        names += ["sample", "random"]
    if row.category == "single-defects":
        names.append("pieces")
    for name in dict.fromkeys(names):
        known, fact = facts.known[name], table.by_id[name]
        words = fact.values[known.value]
        if known.value in ("none", "unknown") and (name, known.value) != ("random", "unknown"):
            continue
        yield Reason(fact=words.en, zh=words.zh, source=_source(known.sources, fact))
    for remark in facts.remarks:
        yield Reason(fact=remark, source=say("evidence on file"))


def _source(sources: tuple[str, ...], fact: TableFact) -> str:
    if sources:
        return "; ".join(sources)
    if fact.shown_by:
        return say("stated in the complaint; no evidence of it on file")
    return say("stated in the complaint")


def _questions(decision: Decision, facts: Facts, table: DecisionTable) -> Iterator[LocalText]:
    """What would decide: what the row asks and turns on, what is always asked, and what would exclude the others."""
    known = table.by_id
    row = decision.row
    names = [name for name, fact in known.items() if fact.always and facts.value(name) in fact.open]
    names += [
        name for name in row.ask if facts.value(name) in known[name].open or not _quiet(name, facts, known)
    ]
    names += [name for name in row.turns_on if facts.value(name) in known[name].open]
    for one in decision.possible:
        names += [name for name in one.when if facts.value(name) in known[name].open]
    if not names and row.category == "undecided":
        names = [*row.ask]
    for name in dict.fromkeys(names):
        question = known[name].ask
        if question is not None:
            yield question
