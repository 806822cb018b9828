"""A refusal shows what our own record holds against it."""

from __future__ import annotations

from dataclasses import replace

from tests.claims.remedies.make import case, of
from tradedocs.claims.remedies import remedies_of
from tradedocs.model.shapes import LocalText


def test_what_was_on_record_before_the_complaint_stands_beside_the_refusal() -> None:
    known = LocalText(
        en="On our own record: flux 790 lm (ledger row 4).", zh="我方自己的记录：光通量790 lm（台账第4行）。"
    )
    claim = replace(case(triage=("misuse", "none", "buyer")), known=(known,))
    assert known in of("repudiation", remedies_of(claim)).notes
    assert of("repudiation", remedies_of(claim)).bearer == "buyer"
