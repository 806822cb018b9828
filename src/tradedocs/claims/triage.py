"""What kind of claim it is, how grave, and who bears it: by the table alone, with the facts that carry it.

"Undecided" is an answer: it names what would decide. A lot within its acceptance number is not thereby conforming; its
defective pieces stay claimable unless the contract says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tradedocs.claims.facts import Checked, Known, KnownFacts, facts_of
from tradedocs.claims.lacking import lacking
from tradedocs.claims.table import CategoryRow, SeverityRow, Table, table
from tradedocs.claims.terms import Terms
from tradedocs.model.claim import Category, ClaimRecord, Reason, Severity, Triage
from tradedocs.model.shapes import LocalText
from tradedocs.ui import say

_PIECES = "inspection.defective-pieces"


def triage(record: ClaimRecord, terms: Terms, checked: Checked | None, *, by: str, on: date) -> Triage:
    """The triage of what is on file on a day."""
    known = facts_of(record, terms, checked)
    rows, digest = table()
    return triage_of(record, terms, known, rows, digest, by=by, on=on)


def triage_of(
    record: ClaimRecord, terms: Terms, known: KnownFacts, rows: Table, digest: str, *, by: str, on: date
) -> Triage:
    """The same by a given table."""
    values = known.values
    row = next((one for one in rows.categories if one.holds(values)), None)
    category: Category = row.then if row is not None else "undecided"
    grave = next((one for one in rows.severities if one.holds({**values, "category": category})), None)
    severity: Severity = grave.then if grave is not None else "unknown"
    beside = _beside(rows, row, values)
    return Triage(
        category=category,
        severity=severity,
        bearer=row.bearer if row is not None else "undecided",
        row_of_table=row.id if row is not None else "–",
        because=tuple(_because(known, row, grave, terms, category)),
        questions=tuple(_questions(rows, row, values, severity)),
        lacking=lacking(record, category),
        beside=tuple(dict.fromkeys(one.then for one in beside if one.then != category)),
        interval=known.interval,
        table_sha256=digest,
        by=by,
        on=on,
    )


def _beside(rows: Table, row: CategoryRow | None, values: dict[str, str]) -> tuple[CategoryRow, ...]:
    """Rows before the one that decided which an unknown fact alone keeps from deciding; all of them where none did."""
    before = rows.categories[: rows.categories.index(row)] if row is not None else rows.categories
    return tuple(one for one in before if one.open(values) and one.then != "undecided")


def _because(
    known: KnownFacts, row: CategoryRow | None, grave: SeverityRow | None, terms: Terms, category: Category
) -> Iterator[Reason]:
    named = [name for one in (row, grave) if one is not None for name in one.when if name != "category"]
    for name in dict.fromkeys(named):
        fact = known.facts[name]
        if fact.value != "unknown":
            yield fact.reason
    share: Known = known.facts["share"]
    if known.interval is not None and "share" not in named:
        yield share.reason
    if category == "single-defects":
        yield _pieces(terms)


def _pieces(terms: Terms) -> Reason:
    """What the contract says of single defective pieces of a lot that passed."""
    place = terms.article("compensation.remedies")
    if terms.position(_PIECES) in ("fallback-1", "fallback-2"):
        return Reason(
            fact=say("the contract limits claims for single pieces of a lot that passed"),
            source=say("contract, article {n}", n=terms.article(_PIECES)),
        )
    return Reason(
        fact=say("each defective piece can be claimed, whether or not the lot passes its plan"),
        source=say("contract, article {n}", n=place)
        if place
        else say("ISO 2859-1: a plan decides on lots, not on pieces"),
    )


def _questions(
    rows: Table, row: CategoryRow | None, values: dict[str, str], severity: Severity
) -> Iterator[LocalText]:
    names = list(row.ask) if row is not None else []
    for one in _beside(rows, row, values):
        names += one.open(values)
    if severity == "unknown":
        names += [name for name in ("unsafe", "usable") if values[name] == "unknown"]
    if row is None and not names:
        names = [name for name in rows.facts if values.get(name) == "unknown"]
    yield from (rows.facts[name] for name in dict.fromkeys(names) if name in rows.facts)
