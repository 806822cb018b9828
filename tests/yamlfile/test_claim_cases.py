"""Each bad-*.yaml of a claim has the errors that its golden file holds; `--update-golden` writes them again."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.yamlfile.test_deal_cases import shown
from tradedocs.errors import InputError
from tradedocs.flows.claims.record import told
from tradedocs.model.claim import NEW, Complaint
from tradedocs.yamlfile import load

CASES = Path(__file__).parent.parent / "cases" / "claims"
SAMPLES = Path(__file__).parents[2] / "samples" / "claims"
GOOD = [*sorted(CASES.glob("good-*.yaml")), *sorted(SAMPLES.glob("*.yaml"))]


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_claim_comes_back_from_the_ledger_as_it_was(path: Path) -> None:
    complaint = load(path, Complaint)
    assert Complaint.model_validate(told(complaint)) == complaint


@pytest.mark.parametrize("path", sorted(CASES.glob("bad-*.yaml")), ids=lambda path: path.stem)
def test_a_bad_claim_says_every_error_with_its_place(path: Path, update_golden: bool) -> None:
    with pytest.raises(InputError) as caught:
        load(path, Complaint)
    said = shown(caught.value).replace(str(CASES) + "/", "")
    golden = path.with_suffix(".errors.txt")
    if update_golden:
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")


def test_what_is_left_out_is_not_known() -> None:
    complaint = load(CASES / "good-smallest.yaml", Complaint)
    assert complaint.number == NEW
    assert complaint.complainant == "on"
    assert {complaint.hidden, complaint.usable, complaint.unsafe} == {"unknown"}
    assert (complaint.shipment, complaint.line, complaint.paid) == (1, 1, Decimal(100))
    assert complaint.costs.freight is None


def test_plain_answers_stay_words() -> None:
    complaint = load(CASES / "good-full.yaml", Complaint)
    assert (complaint.hidden, complaint.packages_damaged, complaint.reference) == ("no", "yes", "0x1F")
    assert complaint.lots == ("L-1", "007")
    assert complaint.asked is not None
    assert complaint.asked.words is not None
    assert complaint.asked.words.en == "a discount"
