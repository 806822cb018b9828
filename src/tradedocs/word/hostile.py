"""What a Word file from other hands must not bring: macros, and anything that it would fetch from elsewhere.

Nothing in it is ever run or fetched here. It is refused because the file goes on to people who open it in Word, and
because what it shows there would not be what was read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tradedocs.errors import RefusedInput
from tradedocs.ui import say
from tradedocs.word.package import CONTENT_TYPES
from tradedocs.word.xml import RELS_URI, parse

_MACROS = re.compile(r"(?:^|/)(?:vbaproject\.bin|vbadata\.xml|attachedtoolbars\.bin|activex/.*)$", re.I)
_MACRO_TYPE = re.compile(rb"macroEnabled|vbaProject", re.I)
_LINK = "/hyperlink"
_TEMPLATE = "/attachedTemplate"
_LOCAL = re.compile(r"(?:file:///)?[A-Za-z]:[\\/]")


def refuse_hostile(parts: Mapping[str, bytes], name: str) -> None:
    """Let a file pass that brings neither macros nor parts from outside.

    A link that a reader may click on is not fetched, and neither is the template that Word notes on a local drive.

    Raises:
        RefusedInput: the file holds macros, or would fetch something from elsewhere; or a part is not well-formed.
    """
    macros = sorted(part for part in parts if _MACROS.search(part))
    if macros or _MACRO_TYPE.search(parts[CONTENT_TYPES]):
        raise RefusedInput(
            say("the file holds macros: {parts}", parts=", ".join(macros) or CONTENT_TYPES), place=name,
            way_out=say("Do not open it in Word. Ask the sender for a .docx without macros."),
        )  # fmt: skip
    for part, target in _fetched(parts):
        raise RefusedInput(
            say("the file would fetch {target} from elsewhere", target=target), place=f"{name} {part}",
            way_out=say("Do not open it in Word. Ask the sender for a file without linked pictures or templates."),
        )  # fmt: skip


def _fetched(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    for part in sorted(parts):
        if not part.endswith(".rels"):
            continue
        for one in parse(parts[part], part).iter(f"{{{RELS_URI}}}Relationship"):
            kind, target = one.get("Type", ""), one.get("Target", "")
            if one.get("TargetMode") != "External" or kind.endswith(_LINK):
                continue
            if not (kind.endswith(_TEMPLATE) and _LOCAL.match(target)):
                yield part, target
