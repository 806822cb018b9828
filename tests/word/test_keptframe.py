"""A contract from a frame that was kept is the file that the ordinary way builds, to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.contract.deals import FULL, LIBRARY, SAMPLES, changed
from tradedocs import cache
from tradedocs.contract import assemble
from tradedocs.model.contract import Contract
from tradedocs.model.deal import Deal
from tradedocs.word import build as build_module
from tradedocs.word.build import build_file
from tradedocs.word.frame import Frames
from tradedocs.word.keptframe import as_entry, from_entry
from tradedocs.workspace import data_folder
from tradedocs.yamlfile import load

TEMPLATES = data_folder() / "templates"
CLASSIC, MODERN = TEMPLATES / "sales-contract.docx", TEMPLATES / "sales-contract-modern.docx"
SHA = "d" * 64
DEALS = (FULL, *(load(path, Deal) for path in SAMPLES))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRADEDOCS_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def contract_of(deal: Deal, **changes: object) -> Contract:
    return assemble(changed(deal, **changes), LIBRARY, ())


def never(*_: object, **__: object) -> None:
    raise AssertionError("the ordinary way was gone")


@pytest.mark.parametrize("template", [CLASSIC, MODERN], ids=lambda path: path.stem)
@pytest.mark.parametrize("deal", DEALS, ids=lambda deal: deal.contract_no)
@pytest.mark.parametrize("language", ["en", "zh", "en-zh"])
def test_the_same_bytes_with_the_cache_and_without(
    template: Path, deal: Deal, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    contracts = [
        contract_of(deal, language=language),
        contract_of(deal, language=language, contract_no="X & <Y>"),
    ]
    plain = [build_file(one, template, deal_sha256=SHA) for one in contracts]
    assert Frames(template).build(contracts[0], deal_sha256=SHA) == plain[0]
    monkeypatch.setattr(build_module, "build_file", never)
    for contract, built in zip(contracts, plain, strict=True):
        assert Frames(template).build(contract, deal_sha256=SHA) == built


def test_a_frame_is_as_it_was_kept() -> None:
    frames = Frames(CLASSIC)
    frames.build(contract_of(FULL), deal_sha256=SHA)
    (frame,) = frames._known.values()
    assert frame is not None
    again = from_entry(as_entry(frame))
    assert again is not None
    assert as_entry(again) == as_entry(frame)


def test_what_is_no_frame_is_none() -> None:
    frames = Frames(CLASSIC)
    frames.build(contract_of(FULL), deal_sha256=SHA)
    (frame,) = frames._known.values()
    assert frame is not None
    entry = as_entry(frame)
    assert from_entry(entry._replace(data=entry.data + b"x")) is None
    assert from_entry(entry._replace(data=entry.data[:-1])) is None
    assert from_entry(entry._replace(facts={})) is None
    assert from_entry(entry._replace(facts={**entry.facts, "parts": [1]})) is None


def test_another_template_or_kind_of_contract_takes_no_frame_of_another(folder: Path) -> None:
    for count, (template, contract) in enumerate(
        (
            (CLASSIC, contract_of(FULL)),
            (MODERN, contract_of(FULL)),
            (CLASSIC, contract_of(FULL, law__cisg="applies")),
        ),
        1,
    ):
        built = Frames(template).build(contract, deal_sha256=SHA)
        assert built == build_file(contract, template, deal_sha256=SHA)
        assert len(list(folder.glob("frame-*"))) == count


def test_a_damaged_frame_is_made_and_proved_again(folder: Path) -> None:
    contract = contract_of(FULL)
    built = Frames(CLASSIC).build(contract, deal_sha256=SHA)
    (file,) = folder.glob("frame-*")
    whole = file.read_bytes()
    file.write_bytes(whole.replace(b"<w:p>", b"<w:q>", 1))
    assert cache.kept("frame", file.name.removeprefix("frame-")) is None
    assert Frames(CLASSIC).build(contract, deal_sha256=SHA) == built
    assert file.read_bytes() == whole


def test_a_frame_that_is_not_proved_is_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tradedocs.word import framing

    monkeypatch.setattr(framing, "proved", lambda *_: None)
    Frames(CLASSIC).build(contract_of(FULL), deal_sha256=SHA)
    assert list(folder.glob("frame-*")) == []


def test_values_that_could_change_the_text_around_them_are_read_back_the_ordinary_way() -> None:
    Frames(CLASSIC).build(contract_of(FULL), deal_sha256=SHA)
    contract = contract_of(FULL, buyer__name="two  blanks Qz000001zQ")
    assert Frames(CLASSIC).build(contract, deal_sha256=SHA) == build_file(contract, CLASSIC, deal_sha256=SHA)
