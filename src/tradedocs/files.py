"""Writing files so that nothing is ever lost or half-written."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path

from tradedocs.errors import InputError, Problem, ToolError, UsageError
from tradedocs.ui import say

_KINDS = (
    (b"PK\x03\x04", "a Word or other Office file"),
    (b"%PDF", "a PDF"),
    (b"\xff\xfe", "UTF-16 text"),
    (b"\xfe\xff", "UTF-16 text"),
)


def write_atomic(path: Path, data: bytes) -> None:
    """Write to a temporary file beside `path`, make it durable, then rename it into place.

    Raises:
        ToolError: the folder cannot be written; what stood at `path` is untouched.
    """
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode_for(path))
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
        raise ToolError(
            say("cannot write: {reason}", reason=error.strerror or error),
            place=str(path),
            way_out=say("Check that the folder exists and that you may write there."),
        ) from error


def writable(folder: Path) -> None:
    """Make the folder if need be, and try whether a file can be written there.

    Raises:
        ToolError: it cannot.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise ToolError(
            say("cannot write there: {reason}", reason=error.strerror or error),
            place=str(folder),
            way_out=say("Name a folder in which you may write."),
        ) from error


def _mode_for(path: Path) -> int:
    """The mode of the file that is replaced; for a new one what the umask leaves."""
    with contextlib.suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def read_bytes(path: Path, *, limit: int) -> bytes:
    """The content of a user's file.

    Raises:
        UsageError: there is no such file, it is no file, or it is larger than `limit` bytes.
    """
    if path.exists() and not path.is_file():
        raise UsageError(say("this is no file"), place=str(path), way_out=say("Name a file."))
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise UsageError(
            say("cannot read the file: {reason}", reason=error.strerror or error),
            place=str(path),
            way_out=say("Check the name and that you may read it."),
        ) from error
    if len(data) > limit:
        raise UsageError(
            say("the file is larger than {limit} bytes", limit=f"{limit:,}"),
            place=str(path),
            way_out=say("Check that it is the file that you meant."),
        )
    return data


def read_text(path: Path, *, limit: int) -> str:
    """The text of a user's file, which must be UTF-8.

    Raises:
        InputError: it is not UTF-8; the place is the first line that is not.
        UsageError: as `read_bytes` says.
    """
    data = read_bytes(path, limit=limit)
    for magic, kind in _KINDS:
        if data.startswith(magic):
            problem = Problem(
                f"{path}:1:1",
                say("this is {kind}, not a text file", kind=kind),
                hint=say("Name the YAML file."),
            )
            raise InputError([problem], file=str(path))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        problem = Problem(
            f"{path}:{line}:1", say("the file is not UTF-8 text"), hint=say("Save it as UTF-8.")
        )
        raise InputError([problem], file=str(path)) from error


def sha256_of(data: bytes) -> str:
    """The hash by which files are recorded, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
