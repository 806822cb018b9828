"""The sample deals and reports: made by the tool, valid, read right, and judged as expected.yaml says."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

import make_samples
from tradedocs.contract.spec import spec_of
from tradedocs.flows.crosscheck import crosscheck
from tradedocs.flows.reading import read_report
from tradedocs.model.deal import Deal
from tradedocs.model.finding import Verdict
from tradedocs.workspace import init
from tradedocs.yamlfile import load, plain

SAMPLES = Path(__file__).parents[2] / "samples"
DEALS = ("led-lamps", "white-sugar", "plastic-parts")
NAMES = tuple(make_samples.REPORTS)
PASSING = tuple(name for name in NAMES if "/pass" in name)
EXPECTED: list[dict[str, Any]] = plain((SAMPLES / "expected.yaml").read_text("utf-8"), "expected.yaml")
PAGES = {"led-lamps": 3, "white-sugar": 2, "plastic-parts/pass-psi": 2, "plastic-parts/pass-rohs": 3}


def texts(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


@pytest.mark.parametrize("name", [*NAMES, *make_samples.CLAIM_REPORTS])
def test_the_tool_makes_the_same_bytes(name: str) -> None:
    assert make_samples.build_report(name) == make_samples.path_of(name).read_bytes()


def test_every_report_is_made_by_the_tool_and_expected() -> None:
    assert {f"claims/{path.stem}" for path in SAMPLES.glob("claims/*.pdf")} == set(make_samples.CLAIM_REPORTS)
    on_disk = {f"{path.parts[-3]}/{path.stem}" for path in SAMPLES.glob("*/reports/*")}
    expected = {f"{one['deal']}/{Path(file).stem}" for one in EXPECTED for file in one["reports"]}
    assert on_disk == set(NAMES) == expected


@pytest.mark.parametrize("name", NAMES)
def test_every_page_has_its_number_and_the_report_number(name: str) -> None:
    report = make_samples.REPORTS[name]
    pages = texts(make_samples.path_of(name).read_bytes())
    kind = name.split("/")[0] if not name.startswith("plastic") else re.sub("/[a-z]+-", "/pass-", name)
    assert len(pages) == PAGES[kind]
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text
        assert report.number in text
        assert report.letterhead.name in text


@pytest.mark.parametrize("name", NAMES)
def test_the_small_print_would_mislead_a_search_for_words(name: str) -> None:
    text = " ".join(make_samples.REPORTS[name].letterhead.small_print.lower().split())
    assert all(word in text for word in ("void", "reject", "cop"))


@pytest.mark.parametrize("deal", DEALS)
def test_deals_are_valid_and_say_everything_in_chinese(deal: str) -> None:
    path = SAMPLES / deal / "deal.yaml"
    read = load(path, Deal)
    assert path.read_text("utf-8").splitlines()[0] == "# yaml-language-server: $schema=../deal.schema.json"
    assert all(party.name_zh and party.address_zh for party in (read.seller, read.buyer))
    assert all(char.name_zh for line in read.goods for char in line.characteristics)
    locals_ = [
        *read.documents, read.place, read.delivery.place, read.delivery.port_of_loading,
        read.delivery.port_of_destination, read.inspection.place, read.law.governing, read.disputes.seat,
        *(line.description for line in read.goods), *(line.packing for line in read.goods),
    ]  # fmt: skip
    assert all(text is not None and text.zh for text in locals_)


def test_the_schema_beside_the_deals_is_the_programs(run: Callable[..., Any]) -> None:
    printed = run("schema", "deal").out
    assert json.loads(printed) == json.loads((SAMPLES / "deal.schema.json").read_text("utf-8"))


@pytest.mark.parametrize("name", PASSING)
def test_the_rows_called_for_are_the_deals(name: str) -> None:
    """Each row is a characteristic or a defect class; what the reader sees of them is not doubtful."""
    from tradedocs.check.names import same_parameter

    deal = load(SAMPLES / name.split("/")[0] / "deal.yaml", Deal)
    known = [char for line in spec_of(deal).lines for char in line.characteristics]
    for row in make_samples.rows_of(name):
        assert row in ("Critical", "Major", "Minor") or any(same_parameter(char, row) for char in known)


@pytest.mark.parametrize("name", PASSING)
def test_reports_are_read_whole(name: str) -> None:
    report = read_report(make_samples.path_of(name))
    data = make_samples.REPORTS[name]
    read = {result.parameter for result in report.results} | {row.defect_class.title() for row in report.aql}
    assert set(make_samples.rows_of(name)) <= read
    assert not report.needs_look
    assert report.report_no is not None
    assert report.report_no.text == data.number
    assert report.issuer is not None
    assert report.issuer.text == data.letterhead.name
    assert report.conclusion == "pass"
    assert report.sample_by == ("client" if name.endswith("rohs") else "inspector")


@pytest.mark.parametrize("one", EXPECTED, ids=lambda one: f"{one['deal']}-{one['set']}")
def test_verdicts_are_as_expected(one: dict[str, Any], tmp_path: Path) -> None:
    folder = SAMPLES / one["deal"]
    judged = crosscheck(
        folder / "deal.yaml",
        tuple(folder / "reports" / file for file in one["reports"]),
        workspace=init(tmp_path / "workspace"),
        shipment=int(one["shipment"]) if "shipment" in one else None,
        unsigned=True,
        now=datetime(2026, 11, 24, tzinfo=UTC),
    )
    assert str(judged.verdict) == one["verdict"]
    assert {str(line.line): str(line.verdict) for line in judged.lines} == one["lines"]
    rules = {finding.rule for finding in judged.findings if finding.severity is not Verdict.RELEASE}
    assert rules == set(one["rules"])


def test_a_variant_leaves_out_and_changes_what_it_is_told() -> None:
    built = make_samples.build_report(
        "white-sugar/pass",
        drop_rows=frozenset({"Moisture"}),
        changes={"Lead (Pb)": "0.73", "Contract No.": "X-1"},
    )
    text = "\n".join(texts(built))
    assert "Moisture" not in text
    assert "0.73" in text
    assert "X-1" in text
    assert "YQ/SUG/26-083" not in text


def test_a_row_with_several_specimens_takes_a_value_for_each() -> None:
    built = make_samples.build_report("plastic-parts/pass-rohs", changes={"Lead (Pb)": "7 | 17 | 1717"})
    assert re.search(r"Lead \(Pb\)\s+1000\s+mg/kg\s+2\s+7\s+17\s+1717", "\n".join(texts(built)))


@pytest.mark.parametrize("bad", [{"drop_rows": frozenset({"Gold"})}, {"changes": {"Gold": "1"}}])
def test_an_unknown_row_is_refused(bad: dict[str, Any]) -> None:
    with pytest.raises(KeyError, match="Gold"):
        make_samples.build_report("white-sugar/pass", **bad)
