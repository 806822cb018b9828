"""What the Word tests share: the packaged template, and built contracts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.word.contracts import a_contract
from tradedocs.word.build import build_docx

TEMPLATE = Path(__file__).parents[2] / "templates" / "sales-contract.docx"


@pytest.fixture(scope="session")
def template() -> Path:
    """The packaged contract template."""
    return TEMPLATE


@pytest.fixture(scope="session")
def built() -> bytes:
    """The bilingual contract."""
    return build_docx(a_contract(), TEMPLATE, deal_sha256="d" * 64)
