"""Sampling plans as JSON, version 1."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tradedocs.sampling.plans import Plan

VERSION = 1


def sampling_json(plans: Sequence[Plan]) -> str:
    """The plans in their order, as one line of JSON text."""
    data = {
        "version": VERSION,
        "plans": [
            {
                "aql": plan.aql,
                "letter": plan.letter,
                "sample_size": plan.sample_size,
                "accept": plan.accept,
                "reject": plan.reject,
                "full_inspection": plan.full_inspection,
            }
            for plan in plans
        ],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
