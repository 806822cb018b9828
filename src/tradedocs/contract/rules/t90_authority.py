"""The deal goes beyond what the sales level may agree to.

What: positions other than standard and values outside the sales range need the authority that the clause names; until
`granted` names a person who has it the contract is a draft. A value beyond every range is an error: nobody may agree.

Why: who signs must be allowed to.

Bad: `clauses: [{clause: disputes.claims, position: fallback-2}]` and nothing granted.
Good: the same with `granted: [{authority: legal, by: Lin Mei, on: 2027-02-01, clauses: [disputes.claims]}]`

Source: the playbook in the clauses.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.case import DealCase, told
from tradedocs.contract.playbook import Ask
from tradedocs.model.dealfinding import DealFinding, Way, way_of
from tradedocs.ui import say

ID = "T90"
SUPPRESSIBLE = False
EXPORT = False


def judge(case: DealCase) -> Iterator[DealFinding]:
    """A warning for what is to be granted, an error for what nobody may grant."""
    for ask in case.above:
        beyond = ask.needed is None
        yield told(
            ID, "error" if beyond else "warning", ask.what,
            say("Bring the value into a range of the playbook.")
            if beyond
            else say("Have a person with this authority agree, and write it under `granted`."),
            _way(case, ask), clause=ask.clause,
        )  # fmt: skip


def _way(case: DealCase, ask: Ask) -> Way:
    clause = case.clause(ask.clause)
    if ask.variable is None or clause is None:
        return (*case.choice(ask.clause), "position")
    source = clause.variables[ask.variable].source
    if source is None:
        return (*case.choice(ask.clause), "values", ask.variable)
    return way_of(source.removeprefix("deal."))
