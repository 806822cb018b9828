"""The body of the modern contract template: a cover page with the key facts, then a single column of text."""

from __future__ import annotations

from template_body import cell, each, goods, in_language, open_points, rest, row, steer, styled, table, whole
from template_parts import paragraph, run

FACTS = (2100, 7538)


def fact(label: str, *content: str) -> str:
    """A row of the key facts."""
    head = cell(FACTS[0], paragraph("ContractTableHead", run(f"{{{{ label.{label} }}}}")))
    return row(head, cell(FACTS[1], *content))


def party(side: str) -> str:
    detail = (styled("{{ item.label }}: ", "ContractLabel"), run("{{ item.value }}"))
    return fact(
        side, each(f"{side}.names", "ContractParty"), each(f"{side}.details", "ContractTableText", *detail)
    )


def title() -> str:
    return (
        in_language("english", "ContractTitle", "Sales Contract")
        + in_language("chinese", "ContractTitle", "销售合同")
        + paragraph(
            "ContractSubtitle", run("{{ label.contract_no }} "), styled("{{ contract_no }}", "ContractStrong")
        )
    )


def facts() -> str:
    term = row(
        cell(FACTS[0], each("t.labels", "ContractTableHead")),
        cell(FACTS[1], each("t.lines", "ContractTableText")),
    )
    return table(
        "ContractGrid",
        FACTS,
        fact("date", each("date", "ContractTableText")),
        fact("place", each("place", "ContractTableText")),
        party("seller"),
        party("buyer"),
        steer("for t in terms", FACTS),
        term,
        steer("endfor", FACTS),
    ) + paragraph("ContractGap")


def document() -> str:
    cover = (
        title() + open_points() + facts() + paragraph("ContractSection", run("{{ label.goods }}")) + goods()
    )
    return whole(cover + rest("articles_in_turn"))
