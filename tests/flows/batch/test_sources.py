from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradedocs.errors import InputError, UsageError
from tradedocs.flows.batch.sources import Job, jobs, merged, put, way

BASE = Path(__file__).parent.parent.parent / "cases" / "deals" / "good-full.yaml"


def listed(*sources: Path, base: Path | None = BASE) -> list[Job]:
    return list(jobs(sources, base))


def test_a_folder_gives_its_deal_files_in_order(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "notes.txt"):
        (tmp_path / name).write_text(BASE.read_text("utf-8"), "utf-8")
    found = listed(tmp_path, base=None)
    assert [Path(job.name).name for job in found] == ["a.yml", "b.yaml"]
    assert found[0].deal() == found[1].deal()
    assert found[0].sha256 == found[1].sha256


def test_a_row_is_laid_on_the_base(tmp_path: Path) -> None:
    path = tmp_path / "deals.csv"
    path.write_text(
        "contract_no,buyer.name,goods[1].quantity,shipments[1].lines[1].quantity,delivery.place.zh\n"
        "A-1,First & Co,12000 pcs,12000 pcs,\n\nA-2,第二公司,12000 pcs,12000 pcs,上海\n",
        "utf-8-sig",
    )
    first, second = (job.deal() for job in listed(path))
    assert (first.contract_no, first.buyer.name) == ("A-1", "First & Co")
    assert first.delivery.place.zh == "汉堡"
    assert (second.buyer.name, second.delivery.place.zh) == ("第二公司", "上海")
    assert [job.name for job in listed(path)] == [f"{path}:2", f"{path}:4"]


def test_a_line_of_json_is_laid_on_the_base(tmp_path: Path) -> None:
    path = tmp_path / "deals.jsonl"
    path.write_text(
        json.dumps({"contract_no": "J-1", "warranty_months": 18, "buyer": {"name": "N"}}) + "\n", "utf-8"
    )
    (job,) = listed(path)
    deal = job.deal()
    assert (deal.contract_no, deal.warranty_months, deal.buyer.name) == ("J-1", 18, "N")
    assert deal.buyer.country == "DE"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (
            "deals.csv",
            "contract_no,delivery.incoterm\nA,FOC\n",
            "deals.csv:2: delivery.incoterm: `delivery.incoterm`",
        ),
        ("deals.csv", "contract_no\nA,B\n", "deals.csv:2: the row has 2 cells"),
        ("deals.csv", "contract_no,goods[4].model\nA,B\n", "deals.csv:2: an entry of a list"),
        ("deals.jsonl", "{\n", "deals.jsonl:1: this is no line of JSON"),
        ("deals.jsonl", "[]\n", "deals.jsonl:1: this is no deal"),
        ("deals.jsonl", '{"contrct_no": "A"}\n', "deals.jsonl:1: contrct_no: unknown key"),
    ],
)
def test_a_wrong_deal_is_told_with_its_line_when_it_is_asked_for(
    tmp_path: Path, name: str, text: str, told: str
) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    (job,) = listed(path)
    with pytest.raises(InputError) as caught:
        job.deal()
    problem = caught.value.problems[0]
    assert f"{problem.place}: {problem.message}".startswith(f"{tmp_path}/{told}")


@pytest.mark.parametrize("column", ["goods[0].model", "Goods", "goods[].model", "a b", "", "goods[1"])
def test_a_column_that_is_no_key_is_refused_at_once(tmp_path: Path, column: str) -> None:
    path = tmp_path / "deals.csv"
    path.write_text(f'"{column}"\nA\n', "utf-8")
    with pytest.raises((InputError, UsageError)):
        listed(path)


@pytest.mark.parametrize("name", ["deals.txt", "gone.csv", "gone.jsonl"])
def test_what_is_no_source_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError):
        listed(tmp_path / name)


def test_the_same_data_has_the_same_hash_however_it_came(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("contract_no\nX\n", "utf-8")
    (tmp_path / "a.jsonl").write_text('{"contract_no": "X"}\n', "utf-8")
    one, other = listed(tmp_path / "a.csv", tmp_path / "a.jsonl")
    assert one.sha256 == other.sha256


VALUES = st.recursive(
    st.text(max_size=3), lambda inner: st.dictionaries(st.sampled_from("abc"), inner), max_leaves=8
)


@given(base=VALUES, over=VALUES)
def test_what_is_laid_on_is_there_and_nothing_else_changed(base: Any, over: Any) -> None:
    out = merged(base, over)
    assert merged(out, over) == out
    if isinstance(base, dict) and isinstance(over, dict):
        assert all(out[key] == base[key] for key in base.keys() - over.keys())


def test_a_way_and_what_it_puts() -> None:
    steps = way("goods[2].characteristics[1].name", "x")
    assert steps == ("goods", 1, "characteristics", 0, "name")
    assert put({"goods": [{}, {}]}, steps, "n") == {"goods": [{}, {"characteristics": [{"name": "n"}]}]}
