"""What the second readings of a value say, in words."""

from __future__ import annotations

from tradedocs.model.report import Result, Witness
from tradedocs.ui import say


def witnessed(result: Result) -> str:
    """One phrase for all witnesses; a value without any says so."""
    return ", ".join(map(_witness, result.witnesses)) or say("no second reading")


def witnessed_in_short(result: Result) -> str:
    """The witnesses in the fewest words; the first that disagrees tells what it reads."""
    for witness in result.witnesses:
        if not witness.agrees:
            return _reads(witness, _who(witness))
    if not result.witnesses:
        return say("no witness")
    return say("{who} agrees", who=", ".join(map(_who, result.witnesses)))


def _witness(witness: Witness) -> str:
    who = say("OCR of the picture") if witness.by == "ocr" else _who(witness)
    return say("{who} agrees", who=who) if witness.agrees else _reads(witness, who)


def _reads(witness: Witness, who: str) -> str:
    return say("{who} reads {text}", who=who, text=witness.text or say("nothing"))


def _who(witness: Witness) -> str:
    return {
        "ocr": say("OCR"),
        "ocr-2": say("second OCR"),
        "text": say("text layer"),
        "person": say("a person"),
        "pypdf": say("second text engine"),
    }[witness.by]
