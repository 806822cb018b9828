"""Sampling plans as JSON, version 1."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tradedocs.formats.sampling_curve import curve_data
from tradedocs.sampling.characteristic import Curve
from tradedocs.sampling.plans import Plan

VERSION = 1


def sampling_json(plans: Sequence[Plan], curves: Sequence[Curve] = ()) -> str:
    """The plans in their order, as one line of JSON text; with their operating characteristics where they are given."""
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
                **({"oc": curve_data(curves[k])} if curves else {}),
            }
            for k, plan in enumerate(plans)
        ],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
