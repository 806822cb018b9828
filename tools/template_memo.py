"""The body of the packaged template of deviation memos."""

from __future__ import annotations

from template_body import each, styled, whole
from template_parts import paragraph, run


def document() -> str:
    return whole(
        paragraph("ContractTitle", run("DEVIATION MEMO"))
        + paragraph("ContractGap")
        + each(
            "facts",
            "ContractTableText",
            styled("{{ item.label }}: ", "ContractLabel"),
            run("{{ item.value }}"),
        )
        + paragraph("Normal", run("{{p sections }}"))
    )
