"""Prints the confusion matrix over the real reports: `python -m tests.flows.matrix`."""

from __future__ import annotations

from collections import Counter

from tests.flows.matrix.cases import Outcome, contracts, outcomes
from tradedocs.model.finding import Verdict

_ORDER = (Verdict.RELEASE, Verdict.HOLD, Verdict.REJECT)


def main() -> None:
    """What was expected by what was given; what was held without need, and by which rules."""
    found = [one for prefix in contracts() for one in outcomes(prefix)]
    counts = Counter((one.expected, one.given) for one in found)
    print(f"{len(found)} contracts on {len(contracts())} reports")
    print(f"{'expected':<12}" + "".join(f"{given:>10}" for given in _ORDER))
    for expected in _ORDER:
        print(f"{expected:<12}" + "".join(f"{counts[expected, given]:>10}" for given in _ORDER))
    held = [one for one in found if one.expected is Verdict.RELEASE and one.given is not Verdict.RELEASE]
    for one in held:
        print(
            f"held  {one.report}  {one.variant}: {', '.join(sorted(one.rules))} ({one.cautious or 'unexplained'})"
        )
    for one in found:
        if not one.is_right:
            print(f"WRONG {one.report}  {one.variant}: {_said(one)}")
    alarms = Counter(rule for one in found for rule in one.rules - one.wanted)
    print("reasons that a person does not give, by rule:", dict(alarms.most_common()))
    honest = [
        one for one in found if one.expected is Verdict.RELEASE and one.variant == "as agreed" and one.by_text
    ]
    late = sum(one.given is not Verdict.RELEASE for one in honest)
    print(f"conforming reports with a text layer: {len(honest)}, held: {late}")


def _said(one: Outcome) -> str:
    return f"{one.expected} {sorted(one.wanted)} expected, {one.given} {sorted(one.rules)} given"


if __name__ == "__main__":
    main()
