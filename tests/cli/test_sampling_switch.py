"""`sampling switch`: a history in, the state of the next lot with reasons out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tradedocs.cli.main import cli


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["sampling", "switch", *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def history(tmp_path: Path, *found: int) -> str:
    file = tmp_path / "h.csv"
    file.write_text("lot,found\n" + "".join(f"2000,{n}\n" for n in found))
    return str(file)


def test_two_of_five_make_it_tightened_and_five_in_a_row_normal(tmp_path: Path) -> None:
    code, output = run(history(tmp_path, 9, 0, 8, *[0] * 5), "--aql", "2.5", "--format", "json")
    assert code == 0
    data = json.loads(output)
    assert [lot["state"] for lot in data["lots"]] == ["normal"] * 3 + ["tightened"] * 5
    assert data["next"] == "normal"
    assert "5 lots accepted in a row" in data["lots"][-1]["reason"]


def test_a_score_of_30_makes_it_reduced_where_that_is_agreed(tmp_path: Path) -> None:
    series = history(tmp_path, *[0] * 10)
    assert json.loads(run(series, "--aql", "2.5", "--format", "json")[1])["next"] == "normal"
    data = json.loads(run(series, "--aql", "2.5", "--reduced-agreed", "--format", "json")[1])
    assert data["next"] == "reduced"
    assert "switching score 30" in data["lots"][-1]["reason"]


def test_five_refused_on_tightened_stop_the_inspection(tmp_path: Path) -> None:
    code, output = run(history(tmp_path, 9, 9, *[9] * 5), "--aql", "2.5")
    assert code == 10
    assert "No lot is accepted now" in output


def test_a_yaml_file_says_level_and_aql_itself(tmp_path: Path) -> None:
    file = tmp_path / "h.yaml"
    file.write_text(
        'level: I\naql: "4.0"\nlots:\n  - {lot: 2000, found: 1}\n  - {lot: 2000, found: 0, resubmitted: true}\n'
    )
    data = json.loads(run(str(file), "--format", "json")[1])
    assert [lot["counts"] for lot in data["lots"]] == [True, False]
    assert data["lots"][0]["letter"] == "H"


@pytest.mark.parametrize(
    "text", ["lot,found\n2000,x\n", "lot\n2000\n", "lot,found\n", "lot,found,what\n1,2,3\n", ""]
)
def test_a_wrong_history_is_told(tmp_path: Path, text: str) -> None:
    from tradedocs.errors import InputError
    from tradedocs.flows.switching import history_of

    file = tmp_path / "h.csv"
    file.write_text(text)
    with pytest.raises(InputError):
        history_of(file)
