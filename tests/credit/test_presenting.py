"""What must be presented, and by when."""

from __future__ import annotations

from datetime import date

from tests.credit.lc import CLEAN, put, read, without
from tradedocs.credit.presenting import calendar_of, presented


def test_the_last_day_is_shipment_and_days_but_never_after_the_expiry() -> None:
    credit = read(CLEAN)[0]
    assert calendar_of(credit, date(2026, 9, 10)).last == date(2026, 10, 1)
    assert calendar_of(credit, date(2026, 11, 10)).last == credit.expiry
    assert calendar_of(read(put(CLEAN, "48", "7"))[0], date(2026, 9, 10)).last == date(2026, 9, 17)
    assert calendar_of(read(without(CLEAN, "48"))[0], date(2026, 9, 10)).last == date(2026, 10, 1)


def test_without_a_day_the_latest_shipment_is_assumed() -> None:
    calendar = calendar_of(read(CLEAN)[0], None)
    assert (calendar.assumed, calendar.shipped) == (True, date(2026, 10, 31))


def test_each_document_with_its_count_issuer_and_day() -> None:
    credit = read(CLEAN)[0]
    shipped = date(2026, 9, 10)
    due = tuple(presented(credit, calendar_of(credit, shipped)))
    assert [one.document for one in due] == [
        "invoice", "bill-of-lading", "insurance", "inspection-certificate", "origin", "health-certificate",
    ]  # fmt: skip
    assert due[0].originals == 3
    assert due[3].issuer == "NORTHQUAY SUPERINTENDENCE"
    assert [one.by for one in due[1:4]] == [shipped] * 3
    assert due[0].by == date(2026, 10, 1)
    assert all(
        one.remarks for one in due if one.document != "health-certificate" and one.document != "origin"
    )
