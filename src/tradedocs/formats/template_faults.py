"""The faults of a Word template as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tradedocs.model.template import TemplateFault
from tradedocs.ui import say


def faults_text(file: str, faults: Sequence[TemplateFault]) -> str:
    """A line a fault: part and paragraph, how grave it is, what is wrong, and the text that stands there."""
    if not faults:
        return say("{file}: contracts can be built with this template", file=file)
    return "\n".join(_line(fault) for fault in faults)


def _line(fault: TemplateFault) -> str:
    where = fault.part if fault.paragraph is None else f"{fault.part} paragraph {fault.paragraph}"
    return f"{where}: {fault.severity}: {fault.message}" + (f"\n    {fault.text}" if fault.text else "")


def faults_json(file: str, faults: Sequence[TemplateFault]) -> str:
    """Version 1: the file's name and every fault."""
    listed = [
        {
            "severity": fault.severity,
            "kind": fault.kind,
            "message": fault.message,
            "part": fault.part,
            "paragraph": fault.paragraph,
            "text": fault.text,
        }
        for fault in faults
    ]
    return json.dumps({"version": 1, "file": file, "faults": listed}, ensure_ascii=False, indent=1)
