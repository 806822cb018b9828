"""What was worked out once and is worked out again only when something that it rests on changes.

A cache file is data and never code: a line of JSON with the facts, and bytes behind it. Its name is the hash of all
that it rests on, this program and the libraries that it uses included, and it carries the hash of its own content.
Whatever is wrong with one (cut, changed, of another version, not to be read), it counts as not there and is written
anew. Nothing here fails: a command without a cache does the same work, slower.

It lies in the user's cache folder, for nobody else to read or write. `TRADEDOCS_CACHE` names another folder; empty, it
switches the cache off.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

VARIABLE = "TRADEDOCS_CACHE"
MOST = 8
"""So many entries of each kind are kept, those used last."""

_LIMIT = 50_000_000
# Clauses and templates are inputs by their bytes; the other rooms have no part in what is kept.
_ELSEWHERE = ("__pycache__", "_data", "check", "cli", "flows", "formats", "pdf", "reading", "vocabulary")
_LIBRARIES = ("docx", "docxtpl", "isal", "jinja2", "lxml", "markupsafe", "pydantic", "yaml")


class Kept(NamedTuple):
    """An entry: facts as JSON holds them, and bytes that they speak of."""

    facts: Mapping[str, Any]
    data: bytes


def folder() -> Path | None:
    """Where entries lie; None when the cache is switched off."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named) if named else None
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) / "tradedocs" / "cache" if local else None
    with contextlib.suppress(RuntimeError):  # a user without a home
        if sys.platform == "darwin":
            return Path.home() / "Library" / "Caches" / "tradedocs"
        wanted = os.environ.get("XDG_CACHE_HOME", "")
        # The specification of the variable says that a relative path is to be ignored.
        return (Path(wanted) if wanted.startswith("/") else Path.home() / ".cache") / "tradedocs"
    return None


def key_of(*inputs: bytes | str) -> str:
    """The name of an entry that rests on these inputs and on the program as it is installed here."""
    whole = hashlib.sha256(_program())
    for one in inputs:
        data = one.encode("utf-8", "surrogatepass") if isinstance(one, str) else one
        whole.update(b"%d:" % len(data))
        whole.update(data)
    return whole.hexdigest()


def kept(kind: str, key: str) -> Kept | None:
    """The entry of that name, if a whole one is there."""
    place = _place(kind, key)
    if place is None:
        return None
    try:
        with place.open("rb") as file:
            if not _ours(os.fstat(file.fileno())):
                return None
            raw = file.read(_LIMIT + 1)
        os.utime(place)
    except OSError:
        return None
    sealed, _, rest = raw.partition(b"\n")
    if len(raw) > _LIMIT or sealed != _seal(kind, key, rest):
        return None
    head, _, data = rest.partition(b"\n")
    try:
        facts = json.loads(head)
    except ValueError:
        return None
    return Kept(facts, data) if isinstance(facts, dict) else None


def keep(kind: str, key: str, facts: Mapping[str, Any], data: bytes = b"") -> None:
    """Write an entry, as a whole or not at all, and take away what is too many of its kind."""
    place = _place(kind, key)
    if place is None:
        return
    with contextlib.suppress(OSError, ValueError):
        rest = json.dumps(facts, separators=(",", ":")).encode() + b"\n" + data
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if len(rest) < _LIMIT - 100 and _ours(place.parent.stat()):
            _written(place, _seal(kind, key, rest) + b"\n" + rest)
            _thinned(place.parent, kind)


def _place(kind: str, key: str) -> Path | None:
    where = folder()
    return where / f"{kind}-{key}" if where is not None else None


def _seal(kind: str, key: str, rest: bytes) -> bytes:
    whole = hashlib.sha256(f"{kind}-{key}\n".encode())
    whole.update(rest)
    return whole.hexdigest().encode()


def _ours(stat: os.stat_result) -> bool:
    """Nobody but this user may have written it."""
    if sys.platform == "win32":
        return True
    return stat.st_uid == os.getuid() and not stat.st_mode & 0o022


def _written(place: Path, data: bytes) -> None:
    handle, temporary = tempfile.mkstemp(
        prefix=f".{place.name[:20]}.", dir=place.parent
    )  # for the owner alone
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).replace(place)
    except OSError:
        Path(temporary).unlink(missing_ok=True)


def _thinned(where: Path, kind: str) -> None:
    found = sorted(where.glob(f"{kind}-*"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    # What a run that broke off has left is of no use to anybody an hour later.
    broken = (
        file for file in where.glob(".*") if found and file.stat().st_mtime < found[0].stat().st_mtime - 3600
    )
    for file in (*found[MOST:], *broken):
        with contextlib.suppress(OSError):
            file.unlink()


@cache
def _program() -> bytes:
    """Stands for the program and its libraries: the version of Python, and each file by its size and time of change."""
    whole = hashlib.sha256(sys.version.encode())
    for line in sorted((*_files(Path(__file__).parent), *_installed())):
        whole.update(line.encode("utf-8", "surrogatepass") + b"\n")
    return whole.digest()


def _files(where: Path) -> Iterable[str]:
    """The program's own files, so that a changed one is seen in a checkout too."""
    with os.scandir(where) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from () if entry.name in _ELSEWHERE else _files(Path(entry.path))
            elif not entry.name.endswith(".pyc"):
                yield _stamp(entry.path, entry.stat())


def _installed() -> Iterable[str]:
    for name in _LIBRARIES:
        spec = find_spec(name)
        if spec is not None and spec.origin is not None:
            yield _stamp(spec.origin, Path(spec.origin).stat())


def _stamp(path: str, stat: os.stat_result) -> str:
    return f"{path} {stat.st_size} {stat.st_mtime_ns}"
