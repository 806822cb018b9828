"""The body of the packaged templates of memos."""

from __future__ import annotations

from template_body import each, styled, whole
from template_parts import paragraph, run


def document(title: str = "DEVIATION MEMO") -> str:
    return whole(
        paragraph("ContractTitle", run(title))
        + paragraph("ContractGap")
        + each(
            "facts",
            "ContractTableText",
            styled("{{ item.label }}: ", "ContractLabel"),
            run("{{ item.value }}"),
        )
        + paragraph("Normal", run("{{p sections }}"))
    )
