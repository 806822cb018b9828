"""Which folder is worked in, and where the program's own data lies.

A workspace is the folder that holds `tradedocs.toml`, found upwards from where one stands. Its `clauses/` and
`templates/` replace the packaged ones wholesale. Without a workspace the packaged data serves for looking and
trying; there is then no ledger, so nothing can be released.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tradedocs.errors import InputError, Problem, RefusedInput, ToolError, UsageError
from tradedocs.files import read_text
from tradedocs.ui import say

MARKER = "tradedocs.toml"
_MARKER_TEXT = """\
# This folder is a tradedocs workspace. Clauses, templates, approvals and the ledger here are the ones that count.
version = 1
"""


@dataclass(frozen=True)
class Workspace:
    """The folders that a command works with; `root` is None when only the packaged data is there."""

    root: Path | None
    clauses: Path
    templates: Path
    samples: Path

    @property
    def approvals(self) -> Path:
        """The register of approvals; it may not exist yet."""
        return self.clauses / "approvals.yaml"

    @property
    def vocabulary(self) -> Path | None:
        """The file of the labels that users taught, or None without a workspace; it may not exist yet."""
        return self.root / "vocabulary.yaml" if self.root is not None else None

    @property
    def issuers(self) -> Path | None:
        """The file of the inspection bodies that users added, or None without a workspace; it may not exist."""
        return self.root / "issuers.yaml" if self.root is not None else None

    @property
    def ledger(self) -> Path | None:
        """The ledger's file, or None without a workspace."""
        return self.root / "ledger.jsonl" if self.root is not None else None


@cache
def data_folder() -> Path:
    """Where clauses, templates and samples lie: inside an installed package, or the top of a checkout.

    Raises:
        ToolError: neither is there; the installation is broken.
    """
    package = Path(__file__).parent
    for folder in (package / "_data", package.parent.parent):
        if (folder / "clauses").is_dir() and (folder / "templates").is_dir():
            return folder
    raise ToolError(
        say("the program's own clauses and templates are missing"),
        place=str(package),
        way_out=say("Install the package again."),
    )


def packaged() -> Workspace:
    """The packaged data, read-only, without a ledger."""
    data = data_folder()
    return Workspace(None, data / "clauses", data / "templates", data / "samples")


def find(explicit: Path | None = None, start: Path | None = None) -> Workspace:
    """The workspace to work in: the named one, else the nearest above `start`, else the packaged data.

    Raises:
        UsageError: the named folder is no workspace.
    """
    if explicit is not None:
        if not (explicit / MARKER).is_file():
            raise UsageError(
                say("this folder is no workspace: it holds no {marker}", marker=MARKER),
                place=str(explicit),
                way_out=say(
                    "Name another folder, or make this one a workspace: tradedocs init {folder}",
                    folder=explicit,
                ),
            )
        return _at(explicit.resolve())
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / MARKER).is_file():
            return _at(folder)
    return packaged()


def _at(root: Path) -> Workspace:
    _understood(root / MARKER)
    for name in ("clauses", "templates"):
        if not (root / name).is_dir():
            raise RefusedInput(
                say("the workspace has no folder {name}", name=name),
                place=str(root),
                way_out=say("Restore it from a backup, or make a new workspace: tradedocs init FOLDER."),
            )
    return Workspace(root, root / "clauses", root / "templates", data_folder() / "samples")


def init(folder: Path) -> Workspace:
    """Make `folder` a workspace with a copy of the packaged clauses and templates.

    Everything is laid out in a temporary folder first; the marker comes last, so that a broken run leaves no
    half workspace.

    Raises:
        UsageError: it is one already, or it holds clauses or templates of its own.
        ToolError: it cannot be written.
    """
    if (folder / MARKER).exists():
        raise UsageError(
            say("this folder is a workspace already"),
            place=str(folder),
            way_out=say("Work in it, or name another folder."),
        )
    for name in ("clauses", "templates", "ledger.jsonl"):
        if (folder / name).exists():
            raise UsageError(
                say("the folder holds {name} already, which would be replaced", name=name),
                place=str(folder),
                way_out=say("Choose an empty folder, or move {name} away.", name=name),
            )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".tradedocs-", dir=folder) as scratch:
            for name in ("clauses", "templates"):
                shutil.copytree(data_folder() / name, Path(scratch) / name)
            for name in ("clauses", "templates"):
                (Path(scratch) / name).rename(folder / name)
        (folder / MARKER).write_text(_MARKER_TEXT, encoding="utf-8")
    except OSError as error:
        raise ToolError(
            say("cannot make the workspace: {reason}", reason=error.strerror or error), place=str(folder)
        ) from error
    return _at(folder.resolve())


def _understood(marker: Path) -> None:
    """The marker's settings are those of this version; anything else may mean what this program does not do."""
    source = read_text(marker, limit=100_000)
    try:
        settings = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+), column (\d+)", str(error))
        place = f"{marker}:{at[1]}:{at[2]}" if at else f"{marker}:{len(source.splitlines())}:1"
        raise InputError(
            [Problem(place, say("not valid TOML: {reason}", reason=error))], file=str(marker)
        ) from error
    problems = [
        Problem(f"{marker}:{_line_of(key, source)}:1", say("unknown key `{key}`", key=key))
        for key in settings
        if key != "version"
    ]
    if settings.get("version") != 1:
        problems.append(Problem(f"{marker}:{_line_of('version', source)}:1", say("the version must be 1"),
                                hint=say("Use the program that made this workspace.")))  # fmt: skip
    if problems:
        raise InputError(problems, file=str(marker))


def _line_of(key: str, source: str) -> int:
    lines = source.splitlines()
    return next((number for number, line in enumerate(lines, 1) if key in line), 1)
