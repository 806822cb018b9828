"""The case files: a base deal and what a case changes in it, written out as a deal file of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tests.contract.deals import LIBRARY
from tradedocs.flows.deal_check import findings_of
from tradedocs.library import Library
from tradedocs.model.clause import Clause
from tradedocs.model.deal import Deal
from tradedocs.model.dealfinding import DealJudgement, way_of
from tradedocs.yamlfile import load_placed

CASES = Path(__file__).parent / "cases"
AS_OF = date(2027, 1, 15)
# What the base deals say by themselves, what is said in every sale between two countries, and what a clause's
# playbook says of a value: these come beside what a case is about.
ALWAYS = {"T61", "T75", "T90"}


@dataclass(frozen=True)
class Case:
    """A case file as it stands, and the deal file that it makes."""

    facts: dict[str, Any]
    deal: Path

    def judged(self) -> DealJudgement:
        deal, places = load_placed(self.deal, Deal)
        as_of = date.fromisoformat(self.facts["as_of"]) if "as_of" in self.facts else AS_OF
        return findings_of(deal, places, _library(self.facts), as_of)

    def line(self, number: int | None) -> str:
        """A line of the deal file, without its indent and quotes."""
        return self.deal.read_text(encoding="utf-8").splitlines()[(number or 0) - 1].strip().replace("'", "")


def case_at(path: Path, folder: Path) -> Case:
    """The case of that file, its deal written into `folder`."""
    facts = _plain(path)
    data = _plain(CASES / f"base-{facts['base']}.yaml")
    for key in facts.get("drop", ()):
        _drop(data, key)
    for key, value in facts.get("change", {}).items():
        _put(data, key, value)
    target = folder / "deal.yaml"
    target.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=1000), encoding="utf-8")
    return Case(facts, target)


def _plain(path: Path) -> Any:
    # Every scalar stays the text that was written, as in a deal file.
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def _inner(data: Any, key: str) -> tuple[Any, Any]:
    *way, last = way_of(key)
    for part in way:
        data = data[part]
    return data, last


def _put(data: Any, key: str, value: Any) -> None:
    inner, last = _inner(data, key)
    inner[last] = value


def _drop(data: Any, key: str) -> None:
    inner, last = _inner(data, key)
    del inner[last]


def _library(facts: dict[str, Any]) -> Library:
    """The packaged library, with the English text changed that a case is about."""
    if (less := facts.get("without_text")) is not None:
        return _edited(less["clause"], lambda text: text.replace(less["en"], "-"))
    if (more := facts.get("with_text")) is not None:
        return _edited(more["clause"], lambda text: f"{text} {more['en']}")
    return LIBRARY


def _edited(clause_id: str, edit: Callable[[str], str]) -> Library:
    def of(clause: Clause) -> Clause:
        paragraphs = tuple(one.model_copy(update={"en": edit(one.en)}) for one in clause.paragraphs)
        return clause.model_copy(update={"paragraphs": paragraphs})

    clauses = tuple(of(clause) if clause.id == clause_id else clause for clause in LIBRARY.clauses)
    return Library(clauses=clauses, outline=LIBRARY.outline)
