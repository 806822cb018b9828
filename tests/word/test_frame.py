from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from tests.contract.deals import FULL, LIBRARY, SAMPLES, changed
from tradedocs.contract import assemble
from tradedocs.errors import BuildError
from tradedocs.model.contract import Contract
from tradedocs.model.deal import Deal
from tradedocs.word import form as form_module
from tradedocs.word import frame as frame_module
from tradedocs.word.build import build_file
from tradedocs.word.form import Form, Section
from tradedocs.word.frame import Frames
from tradedocs.word.leaves import gaps_of, with_marks
from tradedocs.word.package import read_parts
from tradedocs.workspace import data_folder
from tradedocs.yamlfile import load

TEMPLATES = data_folder() / "templates"
CLASSIC, MODERN = TEMPLATES / "sales-contract.docx", TEMPLATES / "sales-contract-modern.docx"
SHA = "d" * 64


def contract_of(deal: Deal, **changes: Any) -> Contract:
    return assemble(changed(deal, **changes), LIBRARY, ())


def same_parts(frames: Frames, contract: Contract, template: Path) -> None:
    ours = frames.build(contract, deal_sha256=SHA)
    theirs = build_file(contract, template, deal_sha256=SHA)
    assert ours.passport == theirs.passport
    assert ours.data == theirs.data
    assert read_parts(ours.data, name="-") == read_parts(theirs.data, name="-")


@pytest.mark.parametrize("template", [CLASSIC, MODERN], ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "deal", [FULL, *(load(path, Deal) for path in SAMPLES)], ids=lambda deal: deal.contract_no
)
@pytest.mark.parametrize("language", ["en", "zh", "en-zh"])
def test_a_filled_frame_is_the_file_that_the_ordinary_way_builds(
    template: Path, deal: Deal, language: str
) -> None:
    frames = Frames(template)
    first = contract_of(deal, language=language)
    second = contract_of(
        deal, language=language, contract_no="X & <Y> “2027”/9", buyer__name="Other \"Buyer\" 'Ltd'"
    )
    frames.build(first, deal_sha256=SHA)
    assert [frame is not None for frame in frames._known.values()] == [True]
    same_parts(frames, second, template)
    assert len(frames._known) == 1


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn", "Cf", "Zl", "Zp")), min_size=1
)
FRAMES = Frames(CLASSIC)


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(name=WORDS.filter(str.strip), number=WORDS.filter(str.strip), months=st.integers(6, 36))
def test_any_values_give_the_same_file(name: str, number: str, months: int) -> None:
    contract = contract_of(FULL, buyer__name=name, contract_no=number, warranty_months=months)
    same_parts(FRAMES, contract, CLASSIC)


@pytest.mark.parametrize("name", ["two  blanks", "Qz000001zQ", "\u0301combining", "a\u3000\u3000b"])
def test_a_value_that_could_change_the_text_around_it_goes_the_ordinary_way(name: str) -> None:
    frames = Frames(CLASSIC)
    frames.build(contract_of(FULL), deal_sha256=SHA)
    assert not frame_module._harmless(name)
    same_parts(frames, contract_of(FULL, buyer__name=name), CLASSIC)


def test_another_list_or_another_choice_is_another_frame() -> None:
    frames = Frames(CLASSIC)
    for number, changes in enumerate(
        (
            {},
            {"documents": [*FULL.model_dump()["documents"], {"en": "Note", "zh": "说明"}]},
            {"law__cisg": "applies"},
        ),
        1,
    ):
        same_parts(frames, contract_of(FULL, **changes), CLASSIC)
        assert len(frames._known) == number


def test_what_is_to_be_confirmed_goes_the_ordinary_way() -> None:
    frames = Frames(CLASSIC)
    same_parts(frames, contract_of(FULL, confirm=[{"key": "delivery.place"}]), CLASSIC)
    assert not frames._known


def test_a_frame_that_is_not_proved_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    frames = Frames(CLASSIC)
    monkeypatch.setattr(form_module, "_xml", lambda value: b"lost")
    form_module._said.cache_clear()
    frames.build(contract_of(FULL), deal_sha256=SHA)
    monkeypatch.undo()
    form_module._said.cache_clear()
    assert list(frames._known.values()) == [None]
    same_parts(frames, contract_of(FULL, contract_no="Z-1"), CLASSIC)


def test_a_part_that_does_not_unpack_to_what_was_packed_stops_the_build(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = form_module.deflated_section
    monkeypatch.setattr(form_module, "deflated_section", lambda data, last: real(data[:-1], last=last))
    section = Section(Form.of("<w:t>Qz000000zQ</w:t>"), last=True)
    with pytest.raises(BuildError, match="not found again"):
        section.filled({0: b"value"})


def test_a_section_is_deflated_anew_where_a_value_differs() -> None:
    section = Section(Form.of("a Qz000001zQ b Qz000000zQ"), last=False)
    first = section.filled({0: b"zero", 1: b"eins", 2: b"zwei"})
    assert section.filled({0: b"zero", 1: b"eins", 2: b"drei"}) is first
    assert section.filled({0: b"null", 1: b"eins"})[0] == b"a eins b null"


def test_markup_and_text_that_look_alike_are_told_apart() -> None:
    xml = "a</w:t><w:br/><w:t>b"
    text, markup = form_module._said(xml), form_module._said(Markup(xml))
    assert text.printed == b"a&lt;/w:t&gt;&lt;w:br/&gt;&lt;w:t&gt;b"
    assert markup.printed == xml.encode()
    assert (text.shown, markup.shown) == (xml.encode(), b"a b")


def test_marks_stand_in_the_order_of_the_values() -> None:
    contract = contract_of(FULL)
    values, kind = gaps_of(contract, {"number": "1", "list": ["a", ""], "label": {"x": "y"}})
    numbers = itertools.count()
    marked, context = with_marks(
        contract, {"number": "1", "list": ["a", ""]}, lambda n: f"<{next(numbers)}:{n}>"
    )
    again, same = gaps_of(marked, {**context, "label": {"x": "y"}})
    assert kind == same
    assert again == tuple(f"<{n}:{n}>" for n in range(len(values)))


def test_a_form_is_its_text() -> None:
    form = Form.of("a Qz000001zQ b Qz000000zQ")
    assert form.filled({0: b"zero", 1: b"eins"}) == b"a eins b zero"
