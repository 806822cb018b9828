"""The user's job "check what lands in this folder": each new report makes its contract's check run again.

Nothing is moved. All reports of one contract that lie in the folder are checked together, so that an adverse one stays
beside the later ones. What was checked is remembered by its hash.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from tradedocs.check.names import fold_number
from tradedocs.errors import TradedocsError
from tradedocs.files import read_bytes, sha256_of, write_atomic
from tradedocs.flows.basis import basis_of
from tradedocs.flows.crosscheck import crosscheck
from tradedocs.flows.inbox import CONTAINERS, sanitised, unpacked
from tradedocs.flows.reading import read_or_name
from tradedocs.flows.verdict_files import ready, write_verdict
from tradedocs.model.finding import Verdict
from tradedocs.ui import say
from tradedocs.workspace import Workspace

MEMORY = ".tradedocs-watch.json"
SUFFIXES = (".pdf", *CONTAINERS)
CONTRACTS = (".docx", ".yaml", ".yml", ".json")
_LIMIT = 200_000_000
Stamp = tuple[int, int]


@dataclass(frozen=True)
class Job:
    """What is watched, and how it is checked.

    Attributes:
        folder: where files land.
        out: where the verdicts are written, a folder each.
        contract: every file is held against it; None where `contracts` are chosen among by their number.
    """

    folder: Path
    out: Path
    workspace: Workspace
    contract: Path | None = None
    contracts: Path | None = None
    shipment: int | None = None
    unsigned: bool = False


@dataclass(frozen=True)
class Event:
    """Something that a person is told: a verdict, a file that fits no contract, or one that cannot be checked."""

    kind: Literal["verdict", "unmatched", "failed", "left"]
    what: str
    verdict: Verdict | None = None
    exit_code: int = 0


@dataclass
class Watch:
    """The state between two looks at the folder; `settled` when the last look found no file still growing."""

    job: Job
    settled: bool = False
    _seen: dict[Path, Stamp] = field(default_factory=dict)
    _hashes: dict[tuple[Path, Stamp], str] = field(default_factory=dict)
    _numbers: dict[tuple[str, str], str | None] = field(default_factory=dict)
    _states: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _told: set[tuple[str, str]] = field(default_factory=set)

    def look(self, now: datetime) -> Iterator[Event]:
        """Check what is new; a file counts once its size and time were the same at two looks."""
        landed = dict(self._landed())
        stable = [path for path, stamp in landed.items() if self._seen.get(path) == stamp]
        self._seen, self.settled = landed, len(stable) == len(landed)
        done = self._remembered()
        groups: dict[Path, list[Path]] = {}
        for path in stable:
            for contract in self._contracts_of(path):
                groups.setdefault(contract, []).append(path)
        for path in stable:
            if not any(path in files for files in groups.values()) and self._first("unmatched", path):
                yield Event(
                    "unmatched", say("{file}: no contract of that number", file=path.name), exit_code=10
                )
        for contract, files in groups.items():
            key = self._key(contract, files)
            if key not in done:
                yield from self._checked(contract, files, key, now)

    def _landed(self) -> Iterator[tuple[Path, Stamp]]:
        for path in sorted(self.job.folder.iterdir()):
            if path.suffix.lower() in SUFFIXES and not path.name.startswith(".") and path.is_file():
                stat = path.stat()
                yield path, (stat.st_size, stat.st_mtime_ns)

    def _hash(self, path: Path) -> str:
        key = (path, self._seen[path])
        if key not in self._hashes:
            self._hashes[key] = sha256_of(read_bytes(path, limit=_LIMIT))
        return self._hashes[key]

    def _first(self, kind: str, path: Path) -> bool:
        """Whether this is new, so that each thing is told once."""
        key = (kind, self._hash(path))
        new = key not in self._told
        self._told.add(key)
        return new

    def _contracts_of(self, path: Path) -> Iterator[Path]:
        if self.job.contract is not None:
            yield self.job.contract
            return
        assert self.job.contracts is not None
        known = self._known(self.job.contracts)
        for number in self._stated(path):
            if number in known:
                yield known[number]

    def _known(self, folder: Path) -> Mapping[str, Path]:
        """The contracts of the folder by their number; of two files with one number the one whose name comes last."""
        found: dict[str, Path] = {}
        for path in sorted(folder.iterdir()):
            if path.suffix.lower() not in CONTRACTS or not path.is_file():
                continue
            stat = path.stat()
            key = (str(path), f"{stat.st_size} {stat.st_mtime_ns}")
            if key not in self._numbers:
                try:
                    self._numbers[key] = fold_number(basis_of(path, self.job.workspace).spec.contract_no)
                except TradedocsError:
                    self._numbers[key] = None
            number = self._numbers[key]
            if number is not None:
                found[number] = path
        return found

    def _stated(self, path: Path) -> tuple[str, ...]:
        """The contract numbers that the reports of a file state."""
        digest = self._hash(path)
        if digest not in self._states:
            self._states[digest] = _stated(path)
        return self._states[digest]

    def _key(self, contract: Path, files: list[Path]) -> str:
        parts = [sha256_of(read_bytes(contract, limit=_LIMIT)), *sorted(map(self._hash, files))]
        return sha256_of("\n".join(parts).encode())

    def _checked(self, contract: Path, files: list[Path], key: str, now: datetime) -> Iterator[Event]:
        job = self.job
        names = ", ".join(path.name for path in files)
        if (key, "failed") in self._told:
            return
        try:
            with unpacked(files) as taken:
                folder = job.out / f"{sanitised(contract.stem)}-{key[:8]}"
                ready(folder, taken.reports)
                judgement = crosscheck(
                    contract, taken.reports, workspace=job.workspace, shipment=job.shipment,
                    unsigned=job.unsigned, now=now,
                )  # fmt: skip
                write_verdict(judgement, taken.reports, folder)
                left = tuple(taken.told())
        except TradedocsError as error:
            self._told.add((key, "failed"))
            what = say(
                "{files}: not checked: {why}", files=names, why=f"{error.message} {error.way_out}".strip()
            )
            yield Event("failed", what, exit_code=error.exit_code)
            return
        self._remember(key, contract, files, judgement.verdict, folder)
        yield from (Event("left", line) for line in left)
        yield Event(
            "verdict",
            say("{verdict}: contract {no}: {files}; {folder}", verdict=judgement.verdict, no=judgement.contract_no,
                files=names, folder=folder / "verdict.html"),
            judgement.verdict,
        )  # fmt: skip

    def _remembered(self) -> dict[str, object]:
        path = self.job.out / MEMORY
        if not path.is_file():
            return {}
        try:
            data = json.loads(path.read_bytes())
        except ValueError:
            return {}
        return data if isinstance(data, dict) else {}

    def _remember(self, key: str, contract: Path, files: list[Path], verdict: Verdict, folder: Path) -> None:
        done = self._remembered()
        done[key] = {
            "contract": contract.name,
            "files": {path.name: self._hash(path) for path in files},
            "verdict": str(verdict),
            "folder": folder.name,
        }
        write_atomic(self.job.out / MEMORY, (json.dumps(done, ensure_ascii=False, indent=1) + "\n").encode())


def _stated(path: Path) -> tuple[str, ...]:
    numbers: dict[str, None] = {}
    try:
        with unpacked((path,)) as taken:
            for report in taken.reports:
                stated = read_or_name(report).identity.contract_no
                if stated is not None:
                    numbers[fold_number(stated.text)] = None
    except TradedocsError:
        return ()
    return tuple(numbers)
