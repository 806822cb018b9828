"""The calendar against RFC 5545: line ends, folding, escapes, stable identifiers."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tradedocs.formats.ics import calendar_file
from tradedocs.model.claimview import Deadline
from tradedocs.model.shapes import LocalText

TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cf", "Co", "Cn")), min_size=1
)


def due(key: str = "window.quality", what: str = "Notice", **facts: object) -> Deadline:
    told = {"key": key, "what": LocalText(en=what), "source": "Contract, Clause 1", "whose": "buyer",
            "day": date(2027, 2, 28), "state": "due", "arithmetic": "a + 1 day = b"}  # fmt: skip
    return Deadline.model_validate({**told, **facts})


def unfolded(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").split("\r\n")


def test_an_event_lasts_the_whole_day_and_warns_before_it() -> None:
    lines = unfolded(calendar_file("CL-1", [due()], 12))
    for line in (
        "DTSTART;VALUE=DATE:20270228", "DTEND;VALUE=DATE:20270301", "BEGIN:VALARM", "ACTION:DISPLAY",
        "TRIGGER:-P2D", "UID:CL-1.window.quality@tradedocs.invalid", "SUMMARY:CL-1: Notice",
        "SEQUENCE:12",
    ):  # fmt: skip
        assert lines.count(line) == 1
    assert (lines[0], lines[-2], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR", "")


def test_only_what_is_still_open_is_in_it() -> None:
    dates = [due("a"), due("b", state="passed"), due("c", state="met", done=date(2027, 1, 1)),
             due("d", state="unknown", day=None), due("e", state="note"), due("f", state="late")]  # fmt: skip
    uids = re.findall(r"UID:CL-1\.(\w)@", calendar_file("CL-1", dates).decode())
    assert uids == ["a", "b"]


def test_special_characters_are_escaped() -> None:
    data = calendar_file("CL-1", [due(what=r"a,b;c\d")])
    assert r"SUMMARY:CL-1: a\,b\;c\\d" in unfolded(data)


@given(TEXT, TEXT)
def test_every_line_is_folded_at_75_octets_and_unfolds_to_what_it_was(what: str, source: str) -> None:
    told = due(source=source)
    told = told.model_copy(update={"what": told.what.model_copy(update={"en": what})})
    data = calendar_file("CL-1", [told])
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # no character is cut
    summary = next(line for line in unfolded(data) if line.startswith("SUMMARY:"))
    plain = re.sub(r"\\(.)", r"\1", summary.removeprefix("SUMMARY:CL-1: "))
    assert plain == " ".join(what.split()) or not what.strip()
