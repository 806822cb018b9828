"""What the second readings of a value say, in words."""

from __future__ import annotations

from tradedocs.model.report import Result, Witness
from tradedocs.ui import say


def witnessed(result: Result) -> str:
    """One phrase for all witnesses; a value without any says so."""
    return ", ".join(map(_witness, result.witnesses)) or say("no second reading")


def _witness(witness: Witness) -> str:
    who = {
        "ocr": say("OCR of the picture"),
        "ocr-2": say("second OCR"),
        "text": say("text layer"),
        "person": say("a person"),
        "pypdf": say("second text engine"),
    }[witness.by]
    if witness.agrees:
        return say("{who} agrees", who=who)
    return say("{who} reads {text}", who=who, text=witness.text or say("nothing"))
