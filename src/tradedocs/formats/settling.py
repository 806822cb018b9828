"""How a person resolves a finding, as a command to type."""

from __future__ import annotations

from tradedocs.model.finding import Finding
from tradedocs.ui import say


def to_resolve(finding: Finding) -> str:
    """The command, with what it has to say; only for a finding that can be resolved."""
    more = {"word": "", "page": " --crop-seen", "value": " --crop-seen --value TEXT"}[
        finding.settled or "word"
    ]
    return say("If a person finds it in order: tradedocs resolve {mark} --by NAME --reason TEXT{more}",
               mark=finding.mark.lstrip("#"), more=more)  # fmt: skip
