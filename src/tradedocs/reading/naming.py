"""The parameter that a row speaks of when its own name cell is blank, a ditto mark, or says that the row goes on."""

from __future__ import annotations

import re
from dataclasses import dataclass

UNNAMED = "row-not-named"
_DITTO = re.compile(
    r"[\s\"”“″〃'’,.\-–—_]*"
    r"|[\s\-–—.]*(?:ditto|dito|dto|do|idem|id|same|same as above|as above|s\.?a\.?|同上|상동|то же)[\s\-–—.]*",
    re.I,
)
_AGAIN = re.compile(
    r"[\s(\-–—•]*(?:"
    r"(?:\d(?:st|nd|rd|th)|first|second|third|fourth|repeated?|duplicate|replicate|parallel|control|check|umpire)"
    r"\s+(?:determination|test|analysis|result|measurement|reading|sample|value|run)"
    r"|re-?test|re-?check|repeat|duplicate|replicate|repetition|average|mean|maximum|minimum|highest|lowest|max|min"
    r"|determination\s+\d|(?:of which|thereof|davon)\b.*"
    r")[\s).:]*",
    re.I,
)


@dataclass(frozen=True)
class Named:
    """What a row's name cell says.

    Attributes:
        parameter: the row's own name, or the one of the row above.
        specimen: what sets a row that goes on apart from the row above; None where its name cell does not say.
        goes_on: the row speaks of the parameter above.
        doubt: why the parameter may be another one.
    """

    parameter: str
    specimen: str | None = None
    goes_on: bool = False
    doubt: tuple[str, ...] = ()

    @classmethod
    def of(cls, printed: str, above: str) -> Named:
        """The name in the cell; `above` is the parameter of the row before, in the first row the column's heading."""
        text = printed.strip()
        if _DITTO.fullmatch(text):
            return cls(above, None, True, (UNNAMED,))
        if _AGAIN.fullmatch(text):
            return cls(above, text, True)
        return cls(text)
