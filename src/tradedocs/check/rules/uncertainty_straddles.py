"""The stated uncertainty of a value reaches beyond its limit.

What: a value x that the report gives with its uncertainty U (`12.5 ± 0.6`, or a column of its own) falls into one of
four zones; for an upper limit: pass (x + U ≤ limit), conditional pass (x ≤ limit < x + U), conditional fail (x − U ≤
limit < x) and fail. What a conditional pass means is the contract's rule of decision: where the uncertainty is neither
added nor deducted (`simple`) the value decides and this is a note; where it is deducted (`guard-band`) the shipment is
held, for a value without an uncertainty too; where the contract states no rule it is held. A value beyond the limit
fails by every rule (outside-limit), because none widens the limit; a conditional fail is named as such there.

Why: at the limit, simple acceptance is wrong in up to one case of two; who bears that risk is for the contract to say.

Bad: `require: <= 13.0 %`, a guard band is agreed, and the report gives 12.5 ± 0.6 %: 12.5 + 0.6 = 13.1 %.
Good: the report gives 12.5 ± 0.4 %: 12.5 + 0.4 = 12.9 %.

Source: ISO/IEC 17025 7.1.3 and 7.8.6 (the decision rule is agreed and stated); ILAC-G8:09/2019 (simple acceptance,
guard bands, conditional pass and fail); JCGM 106.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.check.case import Case
from tradedocs.check.uncertain import STRADDLES, UNCERTAIN
from tradedocs.check.unclear import specimen_words, unclear_findings
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "uncertainty-straddles"
RESTS_ON: tuple[str, ...] = ("inspection.decision-rule",)


def check(case: Case) -> Iterator[Finding]:
    """HOLD, or a note where the contract decides by the value alone, for each such value."""
    yield from unclear_findings(
        case, ID, {UNCERTAIN},
        say("Have it measured again with a smaller uncertainty, stated in the report, or let the buyer allow the "
            "deviation in writing."),
    )  # fmt: skip
    for item in case.examined:
        for seen in item.seen:
            if seen.comparison.reason == STRADDLES:
                yield Finding(
                    rule=ID,
                    severity=Verdict.RELEASE,
                    message=say("line {line}: {name}{specimen}: {words}", line=item.line.line,
                                name=item.characteristic.name, specimen=specimen_words(seen.result.specimen),
                                words=seen.comparison.words),
                    way_out=say("The contract neither adds nor deducts the uncertainty: the value decides. Keep the "
                                "retained sample."),
                    places=(seen.place,),
                    line=item.line.line,
                    characteristic=item.characteristic.name,
                )  # fmt: skip
