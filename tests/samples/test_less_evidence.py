"""From a passing set of sample reports nothing that the contract calls for may be missing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from make_samples import REPORTS, build_report, path_of, rows_of
from tradedocs.check.case import Standing
from tradedocs.contract.spec import spec_of
from tradedocs.flows.basis import Basis, shipment_of
from tradedocs.flows.crosscheck import judge
from tradedocs.flows.reading import read_report
from tradedocs.model.deal import Deal
from tradedocs.model.finding import Judgement, Verdict
from tradedocs.model.report import Report, Witness
from tradedocs.yamlfile import load

ROOT = Path(__file__).parents[2] / "samples"
SETS = {
    "led-lamps": ("led-lamps/pass-1", "led-lamps/pass-2"),
    "white-sugar": ("white-sugar/pass",),
    "plastic-parts": ("plastic-parts/pass-rohs", "plastic-parts/pass-psi"),
}
PASSING = tuple(name for names in SETS.values() for name in names)
ROWS = tuple((name, row) for name in PASSING for row in rows_of(name))
NOTHING: Mapping[str, str] = MappingProxyType({})
RECORDED = Standing(ledger=True, signed=False, unsigned_accepted=True)


@cache
def whole(name: str) -> Report:
    return read_report(path_of(name))


def variant(
    name: str, folder: Path, drop: frozenset[str] = frozenset(), changes: Mapping[str, str] = NOTHING
) -> Report:
    path = folder / f"{name.replace('/', '-')}.pdf"
    path.write_bytes(build_report(name, drop_rows=drop, changes=changes))
    return read_report(path)


def checked(deal: str, *reports: Report) -> Judgement:
    spec = spec_of(load(ROOT / deal / "deal.yaml", Deal))
    number = 1 if len(spec.shipments) > 1 else None
    seen = tuple(map(seen_twice, reports))
    return judge(Basis(spec, "deal.yaml", "0"), shipment_of(spec, number), seen, RECORDED)


def seen_twice(report: Report) -> Report:
    """The report with a witness for each value: what is tried here is missing evidence, not a lying text layer."""
    witness = Witness(by="person", agrees=True)
    results = tuple(r.model_copy(update={"witnesses": (witness,)}) for r in report.results)
    return report.model_copy(update={"results": results})


def instead(name: str, other: Report | None) -> tuple[Report, ...]:
    """The set that the report belongs to, with another report in its place, or none."""
    reports = [other if one == name else whole(one) for one in SETS[name.split("/")[0]]]
    return tuple(report for report in reports if report is not None)


@pytest.mark.parametrize("deal", SETS)
def test_the_whole_set_is_released(deal: str) -> None:
    assert checked(deal, *(whole(name) for name in SETS[deal])).verdict is Verdict.RELEASE


@pytest.mark.parametrize(("name", "row"), ROWS, ids=[f"{name}-{row}" for name, row in ROWS])
def test_no_row_may_be_missing(name: str, row: str, tmp_path: Path) -> None:
    less = variant(name, tmp_path, drop=frozenset({row}))
    assert checked(name.split("/")[0], *instead(name, less)).verdict is Verdict.HOLD


@pytest.mark.parametrize("name", PASSING)
def test_no_report_may_be_missing(name: str) -> None:
    left = instead(name, None)
    if left:
        assert checked(name.split("/")[0], *left).verdict is Verdict.HOLD


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(PASSING), data=st.data())
def test_no_set_of_results_missing_from_the_reading_is_released(name: str, data: st.DataObject) -> None:
    report = whole(name)
    keep = data.draw(st.lists(st.booleans(), min_size=len(report.results), max_size=len(report.results)))
    rows = tuple(row for row, kept in zip(report.results, keep, strict=True) if kept)
    lost = {row.parameter for row in report.results} - {row.parameter for row in rows}
    verdict = checked(name.split("/")[0], *instead(name, report.model_copy(update={"results": rows}))).verdict
    assert verdict is not Verdict.REJECT
    if lost & set(rows_of(name)):
        assert verdict is Verdict.HOLD


@pytest.mark.parametrize(
    ("name", "changes", "rule"),
    [
        (
            "plastic-parts/pass-psi",
            {"Overall length": "120.1 | 120.2 | 119.9 | 120.1 | "},
            "specimen-missing",
        ),
        ("plastic-parts/pass-rohs", {"Lead (Pb)": "ND | ND | "}, "specimen-missing"),
        ("plastic-parts/pass-psi", {"Date": "2025-11-10"}, "report-date"),
        ("white-sugar/pass", {"Moisture": "0,03"}, None),
    ],
    ids=["blank length", "blank lead", "an old report", "a decimal comma"],
)
def test_what_once_was_released_is_held(
    name: str, changes: dict[str, str], rule: str | None, tmp_path: Path
) -> None:
    judgement = checked(name.split("/")[0], *instead(name, variant(name, tmp_path, changes=changes)))
    assert judgement.verdict is Verdict.HOLD
    assert rule is None or rule in {finding.rule for finding in judgement.findings}


def test_the_certificate_of_the_first_shipment_does_not_release_the_second() -> None:
    spec = spec_of(load(ROOT / "white-sugar" / "deal.yaml", Deal))
    judgement = judge(
        Basis(spec, "deal.yaml", "0"), shipment_of(spec, 2), (whole("white-sugar/pass"),), RECORDED
    )
    assert judgement.verdict is Verdict.HOLD


def test_every_sample_is_of_a_known_set() -> None:
    assert set(PASSING) == {name for name in REPORTS if "pass" in name}
