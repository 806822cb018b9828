"""Which Word template a name means."""

from __future__ import annotations

import difflib
from pathlib import Path

from tradedocs.errors import UsageError
from tradedocs.ui import say
from tradedocs.workspace import Workspace

CLASSIC = "sales-contract"


def template_of(workspace: Workspace, name: str | None) -> Path:
    """The template of that name in the workspace, or else the file; the classic one where nothing is named.

    Raises:
        UsageError: there is no such template; the nearest name is told.
    """
    wanted = name or CLASSIC
    known = {path.stem: path for path in sorted(workspace.templates.glob("*.docx"))}
    if wanted.removesuffix(".docx") in known and not Path(wanted).is_file():
        return known[wanted.removesuffix(".docx")]
    if Path(wanted).is_file():
        return Path(wanted)
    near = difflib.get_close_matches(wanted, known, n=1)
    hint = (
        say("Did you mean {near}?", near=near[0])
        if near
        else say("Templates: {names}.", names=", ".join(known))
    )
    raise UsageError(say("there is no template {name!r}", name=wanted), way_out=hint)
