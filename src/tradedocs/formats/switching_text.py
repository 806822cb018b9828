"""Lots under the switching rules: each with its plan and what follows, then how the next is inspected."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tradedocs.formats.columns import table
from tradedocs.sampling.switching import Step
from tradedocs.ui import say

VERSION = 1


def switching_text(steps: Sequence[Step], width: int | None = None) -> str:
    """The table, and the state for the next lot."""
    heading = (say("no."), say("lot"), say("inspected"), say("sample"), say("Ac"), say("found"), say("decision"),
               say("then"), say("why"))  # fmt: skip
    rows = [
        (str(step.number), str(step.inspected.lot), step.plan.state, str(step.plan.sample_size), str(step.plan.accept),
         str(step.inspected.found), _decided(step), _state(step), step.reason)
        for step in steps
    ]  # fmt: skip
    last = steps[-1].after
    if last.state == "stopped":
        end = say("No lot is accepted now: the supplier must correct the process and prove it.")
    else:
        end = say("The next lot is under {state} inspection.", state=last.state)
    return "\n".join([*table([heading, *rows], width), "", end])


def _decided(step: Step) -> str:
    return {
        "accepted": say("accepted"),
        "accepted-then-normal": say("accepted"),
        "not-accepted": say("not accepted"),
    }[step.decision]


def _state(step: Step) -> str:
    return step.after.state if step.after.state != step.plan.state else "="


def switching_json(steps: Sequence[Step]) -> str:
    """The series as JSON, version 1."""
    last = steps[-1].after
    data = {
        "version": VERSION,
        "next": last.state,
        "score": last.score,
        "lots": [
            {
                "number": step.number,
                "lot": step.inspected.lot,
                "state": step.plan.state,
                "letter": step.plan.letter,
                "sample_size": step.plan.sample_size,
                "accept": step.plan.accept,
                "reject": step.plan.reject,
                "found": step.inspected.found,
                "decision": step.decision,
                "counts": step.counts,
                "then": step.after.state,
                "score": step.after.score,
                "reason": step.reason,
            }
            for step in steps
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)
