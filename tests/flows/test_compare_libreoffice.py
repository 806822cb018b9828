"""A contract on which the other side worked in a real LibreOffice: every clause they touched is told, and no other."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.flows.returned import card, compared, house, refs
from tests.word.office import worked_in_office

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]
WORKS = (
    'Place(doc, "refuses with reasons").setString("refuses in its own name")',
    'Place(doc, "final and binding").setString("binding")',
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return house(tmp_path_factory.mktemp("compare"))


@pytest.mark.parametrize("mode", ["en", "en-zh"])
@pytest.mark.parametrize("tracked", [True, False])
def test_what_was_touched_is_told_and_nothing_else(
    root: Path, tmp_path: Path, mode: str, tracked: bool
) -> None:
    back = tmp_path / "returned.docx"
    sent = (root / f"{mode}.docx").read_bytes()
    back.write_bytes(worked_in_office(sent, tmp_path, f"doc.RecordChanges = {tracked}", *WORKS))
    found = compared(root, back)
    assert set(refs(found)) == {"disputes.claims", "disputes.arbitration"}
    assert (found.code, found.problems, found.not_compared) == (10 if tracked else 20, (), ())
    assert {one.silent for one in found.cards} == {not tracked}
    assert card(found, "disputes.claims").standing == "deviation"
