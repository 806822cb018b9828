"""The text of a message is cut into fields, and nothing of it is lost."""

from __future__ import annotations

import re
import textwrap

from hypothesis import given
from hypothesis import strategies as st

from tests.credit.lc import CLEAN, judged, put, read, told, without
from tradedocs.credit.fin import messages
from tradedocs.credit.items import items
from tradedocs.credit.tags import NAMES
from tradedocs.model.credit import CreditField

WRAPPED = ("45A", "46A", "47A", "71D", "78")
LINE = st.text(
    st.characters(codec="ascii", categories=["Lu", "Nd"], include_characters=" .,()/-"),
    min_size=1,
    max_size=60,
).filter(lambda text: text.strip() and not text.strip().startswith(("-", "{")))


def rewrapped(text: str, width: int) -> str:
    """The long fields wrapped anew between words, each point on lines of its own."""
    for tag in WRAPPED:
        field = next(one for one in read(text)[0].fields if one.tag == tag)
        points: list[str] = []
        for line in field.lines:
            if line.startswith("+") or not points or tag == "45A":
                points.append(line)
            else:
                points[-1] += f" {line}"
        lines = [
            part
            for point in points
            for part in textwrap.wrap(point, width, break_long_words=False, break_on_hyphens=False)
        ]
        text = put(text, tag, "\n".join(lines))
    return text


@given(st.integers(20, 65))
def test_where_lines_are_wrapped_makes_no_difference(width: int) -> None:
    assert told(rewrapped(CLEAN, width)) == []


def test_a_line_that_was_cut_within_a_word_is_read() -> None:
    lines = read(CLEAN)[0].field("46A")
    assert lines is not None
    point = "+ CERTIFICATE OF QUALITY AND WEIGHT AT LOADING ISSUED BY NORTHQUAY SUPERINTENDENCE"
    hard = "\n".join(point[k : k + 65] for k in range(0, len(point), 65))
    assert (
        told(
            put(
                CLEAN,
                "46A",
                "\n".join((*lines.lines[:5], hard, "+ CERTIFICATE OF ORIGIN FORM E", "+ HEALTH CERTIFICATE")),
            )
        )
        == []
    )


@given(st.sampled_from(["99A", "11Z", "45C", "37B", "00"]), st.lists(LINE, min_size=1, max_size=3))
def test_a_field_that_is_not_known_is_kept_and_shown(tag: str, lines: list[str]) -> None:
    assert tag not in NAMES
    text = put(CLEAN, tag, "\n".join(lines))
    credit, _ = read(text)
    (field,) = credit.unknown
    assert (field.tag, field.lines) == (
        tag,
        tuple(line.strip() for line in lines),
    )
    assert told(text) == [("L01", "look", tag)]


@given(st.lists(LINE, min_size=1, max_size=4))
def test_every_character_of_a_field_is_in_its_lines(lines: list[str]) -> None:
    credit, _ = read(put(CLEAN, "72Z", "\n".join(lines)))
    field = credit.field("72Z")
    assert field is not None
    assert field.lines == tuple(line.strip() for line in lines if line.strip())


def test_the_ends_of_lines_and_the_blocks_make_no_difference() -> None:
    bare = "\n".join(CLEAN.split("\n")[1:-2])
    for text in (
        CLEAN.replace("\n", "\r\n"),
        CLEAN.replace("\n", "\r"),
        f"\ufeff{CLEAN}".lstrip("\ufeff"),
        bare,
    ):
        assert told(text) == []


def test_a_printout_of_a_bank_is_read() -> None:
    printed = []
    for field in read(CLEAN)[0].fields:
        label = {
            "31D": "DATE AND PLACE OF EXPIRY",
            "32B": "CURRENCY CODE, AMOUNT",
            "44C": "LATEST DATE OF SHIPMENT",
        }.get(field.tag, "")
        head = f"{field.tag}: {label}: " if label else f"{field.tag}: "
        printed.append(head + field.lines[0] + "".join(f"\n    {line}" for line in field.lines[1:]))
    assert told("\n".join(printed)) == []


def test_a_credit_in_two_messages_is_one() -> None:
    more = "\n+ BENEFICIARY'S CERTIFICATE THAT COPIES WERE SENT\n"
    text = CLEAN + "{1:F01}{2:I701X}{4:\n:27:2/2\n:20:QDLC2607118\n:46A:" + more + "-}\n"
    credit, _ = read(text)
    assert len(credit.documents) == 7
    assert told(text) == [("L14", "note", "46A")]


def test_lines_outside_every_field_are_told() -> None:
    text = CLEAN.replace(":27:1/1", "RECEIVED BY TELETRANSMISSION\n:27:1/1")
    (found,) = judged(text)
    assert (found.rule, found.weight, found.says) == ("L01", "note", "RECEIVED BY TELETRANSMISSION")


def test_points_by_plus_number_or_dash() -> None:
    def points(*lines: str) -> list[str]:
        return [one.text for one in items(CreditField(tag="46A", name="", lines=lines, line=1))]

    assert points("+A", "more", "+B") == ["A more", "B"]
    assert points("1. A", "2 pieces", "2. B", "3) C") == ["A 2 pieces", "B", "C"]
    assert points("- A", "- B") == ["A", "B"]
    assert points("A", "B") == ["A B"]
    assert points("1/3 SET OF B/L", "and more") == ["1/3 SET OF B/L and more"]


def test_a_missing_field_and_a_field_that_stands_twice_are_told() -> None:
    assert told(without(CLEAN, "49")) == [("L01", "discrepancy", "49")]
    twice = CLEAN.replace(":48:21", ":48:21\n:48:21")
    assert told(twice) == [("L01", "discrepancy", "48")]


def test_every_name_is_a_tag() -> None:
    assert all(re.fullmatch(r"\d\d[A-Z]?", tag) for tag in NAMES)


def test_several_messages_in_one_text_are_kept_apart() -> None:
    found = messages(CLEAN + CLEAN)
    assert len(found) == 2
    assert [len(one.fields) for one in found] == [len(found[0].fields)] * 2
