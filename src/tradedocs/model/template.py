"""What is wrong with a Word template."""

from __future__ import annotations

from typing import Literal

from tradedocs.model.base import Fact

Severity = Literal["error", "warning"]
FaultKind = Literal[
    "macro", "external-link", "missing-style", "tracked-change", "cut-tag", "two-tags", "lost-text", "unsupported-tag",
    "syntax", "undeclared-name", "dead-name", "two-layouts", "no-draft-mark",
]  # fmt: skip


class TemplateFault(Fact):
    """One thing that is wrong; `paragraph` is counted from 1 within the part, `text` is what stands there."""

    severity: Severity
    kind: FaultKind
    message: str
    part: str
    paragraph: int | None = None
    text: str = ""
