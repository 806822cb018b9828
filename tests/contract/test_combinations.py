"""Every clause position with each Incoterms rule and each payment: nothing dangles, nothing is blank.

Pairs of any two choices are covered (every pair of values of any two factors stands in at least one contract), and
each contract is built as a Word file and read back, in all language modes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from tests.contract.deals import CASES, LIBRARY
from tests.contract.pairwise import all_pairs, covering_rows, pairs_of
from tradedocs import registers
from tradedocs.contract import assemble
from tradedocs.contract.choose import choose
from tradedocs.model.contract import Contract
from tradedocs.model.deal import Deal
from tradedocs.word.build import build_docx
from tradedocs.workspace import data_folder
from tradedocs.yamlfile import load

BASE = load(CASES / "good-full.yaml", Deal).model_dump(by_alias=True)
LADDERS = sorted(clause_id for clause_id in LIBRARY.ids if len(LIBRARY.positions(clause_id)) > 1)
OPTIONAL = sorted(clause_id for clause_id in LIBRARY.ids if LIBRARY.get(clause_id).optional)
RULES = tuple(rule.code for rule in registers.incoterms().rules)

FACTORS: dict[str, tuple[str, ...]] = {
    "incoterm": RULES,
    "payment": ("tt-advance", "tt-balance", "lc-sight", "lc-usance", "dp-sight", "da", "open-account"),
    "language": ("en", "zh", "en-zh"),
    "effect": ("final", "loading-with-reinspection", "discharge", "splitting"),
    "quality": ("specification", "standard", "sealed-sample", "grade"),
    "loading": ("FCL", "LCL", "bulk", "breakbulk", "unsaid"),
    "plan": ("pieces", "bulk"),
    "insurance": ("given", "unsaid"),
    "price": ("fixed", "formula"),
    "scale": ("yes", "no"),
    "cisg": ("applies", "excluded"),
    "nature": ("advance", "deposit"),
    "compliance": ("nothing", "everything"),
    "long_stop": ("yes", "no"),
    "place": ("abroad", "home"),
    "optional": ("none", "all"),
    **{f"clause {clause_id}": LIBRARY.positions(clause_id) for clause_id in LADDERS},
}


def deal_of(row: Mapping[str, str]) -> Deal:
    """The deal that takes these choices."""
    data: dict[str, Any] = {**BASE, "language": row["language"], "clauses": []}
    rule = registers.incoterm(row["incoterm"])  # type: ignore[arg-type]
    mode = "sea" if rule.mode == "sea" else "multimodal"
    loading = None if row["loading"] == "unsaid" else row["loading"]
    data["delivery"] = {**data["delivery"], "incoterm": rule.code, "mode": mode, "loading": loading,
                        "long_stop": data["delivery"]["long_stop"] if row["long_stop"] == "yes" else None}  # fmt: skip
    data["payment"] = _payment(row["payment"], row["nature"])
    if not row["payment"].startswith("lc-"):
        data["letter_of_credit"] = None
    data["inspection"] = {**data["inspection"], "effect": row["effect"]}
    if row["plan"] == "bulk":
        data["inspection"] |= {"level": None, "aql": None, "standard": "GAFTA 124"}
    reference = data["quality"]["reference"] if row["quality"] != "specification" else None
    data["quality"] = {"basis": row["quality"], "reference": reference}
    data["insurance"] = data["insurance"] if row["insurance"] == "given" else None
    data["price"] = data["price"] if row["price"] == "formula" else {}
    if row["scale"] == "no":
        data["goods"] = [_without_scale(line) for line in data["goods"]]
    data["law"] = {**data["law"], "cisg": row["cisg"]}
    data["compliance"] = _compliance(row["compliance"])
    if row["place"] == "home":
        data["buyer"] = {**data["buyer"], "country": data["seller"]["country"]}
    return Deal.model_validate(_with_choices(data, row))


def _payment(method: str, nature: str) -> list[dict[str, Any]]:
    first = {"share": 30, "method": "tt-advance", "days": 7, "after": "contract-date", "nature": nature}
    rest = {"share": 70, "method": method, "days": 30, "after": "shipment-date"}
    return [{**first, "share": 100}] if method == "tt-advance" else [first, rest]


def _without_scale(line: dict[str, Any]) -> dict[str, Any]:
    return {**line, "characteristics": [{**item, "scale": None} for item in line["characteristics"]]}


def _compliance(which: str) -> dict[str, Any]:
    if which == "nothing":
        return {}
    return {"eu_no_reexport": True, "end_use_statement": True, "statutory_inspection": True, "vat_invoice": True,
            "foreign_element": "the goods are delivered outside China"}  # fmt: skip


def _with_choices(data: dict[str, Any], row: Mapping[str, str]) -> dict[str, Any]:
    """The positions of the clauses that apply; the rest of the row's positions have nothing to change."""
    wanted = {
        clause_id: {"clause": clause_id, "position": row[f"clause {clause_id}"]}
        for clause_id in LADDERS
        if row[f"clause {clause_id}"] != "standard"
    }
    if row["optional"] == "all":
        wanted |= {clause_id: wanted.get(clause_id, {"clause": clause_id}) for clause_id in OPTIONAL}
    names = {"clauses": [{"clause": clause_id} for clause_id in OPTIONAL]} if row["optional"] == "all" else {}
    applying = {
        clause.id for clause in choose(Deal.model_validate({**data, **_applicable(data, names)}), LIBRARY)
    }
    return {**data, "clauses": [choice for clause_id, choice in wanted.items() if clause_id in applying]}


def _applicable(data: dict[str, Any], names: dict[str, Any]) -> dict[str, Any]:
    """Only the optional clauses whose condition holds may be named."""
    from tradedocs.clausetext import parse_condition

    deal = Deal.model_validate({**data, "clauses": []})
    kept = [
        choice
        for choice in names.get("clauses", [])
        if (when := LIBRARY.get(choice["clause"]).applies_when) is None or parse_condition(when).holds(deal)
    ]
    return {"clauses": kept}


def faults(contract: Contract) -> list[str]:
    """Terms that are defined twice, or used and defined nowhere, in the English text."""
    defined = Counter(
        segment.text
        for article in contract.articles
        for paragraph in article.paragraphs
        for segment in paragraph.en
        if segment.kind == "term"
    )
    twice = [f"{term} is defined {count} times" for term, count in defined.items() if count > 1]
    known = {term for clause in LIBRARY.clauses for term in clause.defines}
    text = "\n".join(
        segment.text
        for article in contract.articles
        for paragraph in article.paragraphs
        for segment in paragraph.en
        if segment.kind == "text"
    )
    loose = [
        f"{term} is used but not defined"
        for term in sorted(known - set(defined))
        if re.search(rf"\b{re.escape(term)}\b", text)
    ]
    return twice + (loose if "en" in contract.languages else [])


ROWS = covering_rows(FACTORS)


def test_the_rows_hold_every_pair(capsys: pytest.CaptureFixture[str]) -> None:
    held = {pair for row in ROWS for pair in pairs_of(row)}
    assert held == all_pairs(FACTORS)
    with capsys.disabled():
        print(f"\n{len(ROWS)} contracts hold all {len(held)} pairs of {len(FACTORS)} choices")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['incoterm']}-{row['payment']}-{row['language']}")
def test_every_combination_is_a_whole_contract(row: dict[str, str]) -> None:
    contract = assemble(deal_of(row), LIBRARY, ())
    assert faults(contract) == []
    assert build_docx(contract, data_folder() / "templates" / "sales-contract.docx", deal_sha256="0" * 64)
