"""Amendments are worked in field by field; what cannot be is told."""

from __future__ import annotations

import pytest

from tests.credit.lc import CLEAN, SAMPLES, read
from tradedocs.credit.change import CannotApply, amended
from tradedocs.credit.fin import messages
from tradedocs.model.credit import Credit

DISCREPANT = (SAMPLES / "credit-discrepant.txt").read_text(encoding="utf-8")
AMENDMENT = (SAMPLES / "credit-amendment.txt").read_text(encoding="utf-8")


def after(*fields: str, credit: str = CLEAN) -> tuple[Credit, tuple[str, ...]]:
    text = "\n".join((":20:QDLC2607118", ":21:X", ":26E:02", *fields))
    return amended(read(credit)[0], messages(text)[0])


def test_the_sample_amendment_cures_the_discrepant_credit() -> None:
    now, left = amended(read(DISCREPANT)[0], messages(AMENDMENT)[0])
    clean = read(CLEAN)[0]
    assert left == ()
    assert now.amended == ("01",)
    assert (now.expiry, now.latest, now.more, now.less) == (
        clean.expiry,
        clean.latest,
        clean.more,
        clean.less,
    )
    assert {one.text for one in now.documents} == {one.text for one in clean.documents}
    assert [one.text for one in now.conditions] == [one.text for one in clean.conditions]


def test_increase_and_decrease_are_added_up() -> None:
    assert str(after(":32B:USD10000,50")[0].amount) == "USD 316,000.50"
    assert str(after(":33B:USD6000,")[0].amount) == "USD 300,000.00"


def test_all_is_replaced_or_added() -> None:
    now, _ = after(":47B:/REPALL/", "+ ONLY THIS")
    assert [one.text for one in now.conditions] == ["ONLY THIS"]
    now, _ = after(":46B:/ADD/BENEFICIARY'S CERTIFICATE")
    assert now.documents[-1].text == "BENEFICIARY'S CERTIFICATE"


def test_what_is_not_found_is_left_to_a_person() -> None:
    now, left = after(":46B:/DELETE/A DOCUMENT THAT IS NOT THERE", ":79Z:PLEASE ALSO NOTE THIS")
    assert len(now.documents) == 6
    assert left == ("46B /DELETE/ A DOCUMENT THAT IS NOT THERE", "79Z: PLEASE ALSO NOTE THIS")


@pytest.mark.parametrize("fields", [(":33B:USD400000,",), (":32B:EUR1,",), (":23S:CANCEL",)])
def test_what_does_not_fit_is_refused(fields: tuple[str, ...]) -> None:
    with pytest.raises(CannotApply):
        after(*fields)


def test_an_amendment_of_another_credit_is_refused() -> None:
    with pytest.raises(CannotApply, match="OTHER"):
        amended(read(CLEAN)[0], messages(":20:OTHER\n:21:X\n:26E:01\n:44C:261101")[0])
