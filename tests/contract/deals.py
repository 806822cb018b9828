"""Deals for the tests of the contract, and ways to change one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tradedocs.contract.facts import KINDS
from tradedocs.library import load_library
from tradedocs.model.contract import Contract, Segment
from tradedocs.model.deal import Deal
from tradedocs.workspace import data_folder
from tradedocs.yamlfile import load

CASES = Path(__file__).parent.parent / "cases" / "deals"
FULL = load(CASES / "good-full.yaml", Deal)
LIBRARY = load_library(data_folder() / "clauses", facts=KINDS)
SAMPLES = sorted((data_folder() / "samples").glob("*/deal.yaml"))


def changed(deal: Deal, **changes: Any) -> Deal:
    """The deal with other values, checked again; a key such as `delivery__incoterm` reaches inside."""
    data = deal.model_dump(by_alias=True)
    for path, value in changes.items():
        *way, last = path.split("__")
        inner = data
        for key in way:
            inner = inner[key]
        inner[last] = value
    return Deal.model_validate(data)


def segments(contract: Contract, language: str) -> list[Segment]:
    """Every run of the contract in one language."""
    return [
        segment
        for article in contract.articles
        for paragraph in article.paragraphs
        for segment in getattr(paragraph, language)
    ]


def text_of(contract: Contract, clause_id: str, language: str = "en") -> str:
    """An article as lines of `label text`."""
    [article] = [article for article in contract.articles if article.clause_id == clause_id]
    return "\n".join(
        f"{paragraph.label} {''.join(segment.text for segment in getattr(paragraph, language))}"
        for paragraph in article.paragraphs
    )
