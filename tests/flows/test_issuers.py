"""The inspection bodies that a workspace adds, as its docs show them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tradedocs.errors import InputError
from tradedocs.flows.issuers import use_issuers
from tradedocs.registers import body_of, same_body
from tradedocs.registers.issuers import teach
from tradedocs.workspace import Workspace

PAGE = Path(__file__).parent.parent.parent / "docs" / "evidence.md"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Workspace]:
    yield Workspace(tmp_path, tmp_path, tmp_path, tmp_path)
    teach(())


def test_the_example_of_the_docs_counts(folder: Workspace) -> None:
    example = re.search(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
    assert example is not None
    assert folder.issuers is not None
    folder.issuers.write_text(example[1], encoding="utf-8")
    use_issuers(folder)
    assert same_body("Tallis Brook", "Tallis Brook Inspection Agri Services (Newtown) Ltd.")
    body = body_of("Tallis Brook")
    assert body is not None
    assert body.verify[0].kind == "email"
    folder.issuers.unlink()
    use_issuers(folder)
    assert body_of("Tallis Brook") is None


def test_an_error_in_the_file_is_told(folder: Workspace) -> None:
    assert folder.issuers is not None
    folder.issuers.write_text("version: 1\nissuers:\n  - {id: brook, name: Brook}\n", encoding="utf-8")
    with pytest.raises(InputError) as told:
        use_issuers(folder)
    assert [problem.place.rpartition("issuers.yaml")[2][:3] for problem in told.value.problems] == [
        ":3:",
        ":3:",
    ]
