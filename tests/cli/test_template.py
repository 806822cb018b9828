from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.word.edits import edited
from tradedocs.word.package import DOCUMENT
from tradedocs.workspace import data_folder

Run = Callable[..., Ran]
CLASSIC = data_folder() / "templates" / "sales-contract.docx"


@pytest.mark.parametrize("name", ["sales-contract", "sales-contract-modern"])
def test_the_packaged_templates_are_good(run: Run, workspace: Path, name: str) -> None:
    ran = run("template", "check", name)
    assert (ran.code, ran.err) == (0, "")
    assert "can be built" in ran.out


def test_a_fault_is_an_exit_code_and_a_line(run: Run, tmp_path: Path) -> None:
    mine = tmp_path / "mine.docx"
    mine.write_bytes(edited(CLASSIC.read_bytes(), DOCUMENT, "SALES CONTRACT", "{{ qqqq }}"))
    ran = run("template", "check", mine)
    assert ran.code == 20
    assert ran.out == "word/document.xml paragraph 2: error: no contract has the name qqqq\n    {{ qqqq }}\n"
    data = json.loads(run("template", "check", mine, "--format", "json").out)
    assert (data["version"], data["file"]) == (1, "mine.docx")
    [fault] = data["faults"]
    assert fault == {
        "severity": "error", "kind": "undeclared-name", "message": "no contract has the name qqqq",
        "part": DOCUMENT, "paragraph": 2, "text": "{{ qqqq }}",
    }  # fmt: skip


def test_a_warning_is_for_a_person_to_look_at(run: Run, tmp_path: Path) -> None:
    mine = tmp_path / "mine.docx"
    rels = "word/_rels/document.xml.rels"
    link = '<Relationship Id="rId99" Type="x/hyperlink" Target="https://example.com" TargetMode="External"/>'
    mine.write_bytes(edited(CLASSIC.read_bytes(), rels, "</Rel", f"{link}</Rel"))
    ran = run("template", "check", mine)
    assert ran.code == 10
    assert "warning: the template fetches or links hyperlink from outside\n    https://example.com" in ran.out


def test_what_is_no_template_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.docx").write_bytes(b"hello")
    assert run("template", "check", tmp_path / "mine.docx").code == 10
    missing = run("template", "check", "sales-contrat")
    assert missing.code == 2
    assert "Did you mean sales-contract?" in missing.err
