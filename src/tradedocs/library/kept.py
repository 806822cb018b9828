"""The texts that were approved, each in a file named by the hash that its approval binds: `clauses/approved/HASH.md`.

An approval holds a hash only. What was approved is shown from here, and only where it hashes to that.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tradedocs.errors import InputError, ToolError, UsageError
from tradedocs.files import read_bytes
from tradedocs.library.file import clause_of, parse_clause
from tradedocs.library.register import LANGUAGES
from tradedocs.library.spelling import spelled
from tradedocs.model.approval import Approval
from tradedocs.model.clause import Clause, Language
from tradedocs.ui import say

FOLDER = "approved"
_LIMIT = 400_000
_SHORTEST = 6


@dataclass(frozen=True)
class KeptTexts:
    """The folder of the approved texts of a library; it may not exist yet."""

    folder: Path

    @classmethod
    def beside(cls, clauses: Path) -> KeptTexts:
        """Those of the library in that folder."""
        return cls(clauses / FOLDER)

    def keep(self, clause: Clause, sha256: str) -> None:
        """Keep the text of the clause under the hash that an approval binds.

        Raises:
            ToolError: the folder cannot be written.
        """
        path = self.folder / f"{sha256}.md"
        data = spelled(clause).encode()
        if self._data(path) == data:
            return
        try:
            # Not made durable one by one: a file that a crash has cut no longer hashes to its name, and counts as none.
            self.folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except OSError as error:
            raise ToolError(
                say("cannot write: {reason}", reason=error.strerror or error), place=str(path)
            ) from error

    def of(self, approval: Approval) -> Clause | None:
        """The clause as it was approved; None where its text is not kept, or is not what was approved."""
        found = self._clause(self.folder / f"{approval.sha256}.md")
        if found is None or not any(approval.covers(found, language) for language in _languages(approval)):
            return None
        return found

    def named(self, clause: Clause, start: str) -> Clause:
        """The kept text of the clause in its position whose hash begins so.

        Raises:
            UsageError: there is none, or more than one, or the beginning is too short.
        """
        if len(start) < _SHORTEST:
            raise UsageError(say("a hash is named by at least {n} characters", n=_SHORTEST), place=start)
        paths = sorted(self.folder.glob("*.md")) if self.folder.is_dir() else []
        every = (self._clause(path) for path in paths if path.name.startswith(start))
        found = [
            one for one in every if one is not None and (one.id, one.position) == (clause.id, clause.position)
        ]
        if len({one.sha256 for one in found}) != 1:
            raise UsageError(
                say("{n} kept texts of {id} ({position}) begin with {start}", n=len(found), id=clause.id,
                    position=clause.position, start=start),
                way_out=say("`clause approve` keeps each text that it approves, in {folder}.", folder=self.folder),
            )  # fmt: skip
        return found[0]

    def _clause(self, path: Path) -> Clause | None:
        data = self._data(path)
        try:
            found = clause_of(parse_clause(data.decode(), path)) if data is not None else None
        except (InputError, UnicodeDecodeError, ValueError):
            return None
        if found is None or path.stem not in (found.sha256, *found.sha256_by_language.values()):
            return None
        return found

    @staticmethod
    def _data(path: Path) -> bytes | None:
        try:
            return read_bytes(path, limit=_LIMIT) if path.is_file() else None
        except (UsageError, ToolError):
            return None


def _languages(approval: Approval) -> tuple[Language, ...]:
    return (approval.language,) if approval.language else LANGUAGES
