"""The canonical form of a Spec: what came later changes no hash of what was signed before."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.check.make import characteristic, line, spec
from tradedocs.model.spec import Spec

OLD = spec(line(characteristic("Power", "<= 9.9 W")))
LATER = ("places", "decision", "guarded", "rounding", "accredited", "packed_percent", "type_test_days", "valid_days",
         "credit_tolerance")  # fmt: skip


def test_a_spec_that_says_nothing_new_reads_as_before() -> None:
    assert not any(f'"{key}"' in OLD.canonical() for key in LATER)
    assert Spec.model_validate_json(OLD.canonical()) == OLD


@pytest.mark.parametrize(
    "terms",
    [{"decision": "simple"}, {"decision": "guard-band", "guarded": ("critical",)}, {"rounding": "round-to-limit"},
     {"accredited": True}, {"packed_percent": Decimal(90)}, {"type_test_days": 30}, {"valid_days": 7},
     {"places": ("Ningbo",)}],
)  # fmt: skip
def test_what_it_says_is_kept(terms: dict[str, Any]) -> None:
    new = OLD.model_copy(update={"inspection": OLD.inspection.model_copy(update=terms)})
    assert Spec.model_validate_json(new.canonical()) == new
    assert new.sha256 != OLD.sha256


def test_the_tolerance_of_the_credit_is_kept() -> None:
    new = OLD.model_copy(update={"credit_tolerance": Decimal(0)})
    assert Spec.model_validate_json(new.canonical()) == new
