from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tradedocs.errors import RefusedInput
from tradedocs.flows.ledgers import head_of
from tradedocs.ledger import Ledger
from tradedocs.model.anchor import Anchor
from tradedocs.words.ledger import head_words
from tradedocs.workspace import init, packaged


def test_a_letter_names_the_head_in_both_languages() -> None:
    for words in head_words(Anchor(row=12, sha256="ab" * 32)):
        assert "12" in words
        assert "ab" * 32 in words


def test_the_head_is_the_last_row(tmp_path: Path) -> None:
    workspace = init(tmp_path / "w")
    assert workspace.ledger is not None
    assert head_of(workspace) is None
    anchors = [
        Ledger(workspace.ledger).append("check", {}, at=datetime(2026, 1, 1, tzinfo=UTC)) for _ in range(2)
    ]
    assert head_of(workspace) == anchors[-1]
    with pytest.raises(RefusedInput):
        head_of(packaged())
