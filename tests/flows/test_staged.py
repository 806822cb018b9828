from __future__ import annotations

from pathlib import Path

import pytest

from tradedocs.errors import RefusedInput, ToolError
from tradedocs.flows.staged import staged


def test_files_appear_when_all_is_done(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    with staged(folder) as place:
        (place / "a.docx").write_text("a")
        assert not (folder / "a.docx").exists()
    assert [one.name for one in folder.iterdir()] == ["a.docx"]


def _fails(folder: Path) -> None:
    with staged(folder) as place:
        (place / "a.docx").write_text("a")
        raise RefusedInput("no")


@pytest.mark.parametrize("there", [False, True])
def test_nothing_is_left_of_what_failed(tmp_path: Path, there: bool) -> None:
    folder = tmp_path / "out"
    if there:
        folder.mkdir()
    with pytest.raises(RefusedInput):
        _fails(folder)
    assert folder.exists() is there
    assert not list(tmp_path.rglob("a.docx"))


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ToolError, match="cannot write"), staged(tmp_path / "file" / "in"):
        pass
