"""Files that may appear only after the ledger tells of them: they wait aside until their row is on the disk."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tradedocs.errors import ToolError
from tradedocs.ui import say


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """A place for files that appear in `folder` when the block ends well, and not at all when it fails.

    A kill inside of the block leaves a hidden folder and no file; one after it a row whose files are not all there.

    Raises:
        ToolError: the folder cannot be written.
    """
    place, made = None, not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        place = Path(tempfile.mkdtemp(prefix=".waiting-", dir=folder))
        yield place
        for file in sorted(place.iterdir()):
            file.replace(folder / file.name)
    except OSError as error:
        raise ToolError(
            say("cannot write: {reason}", reason=error.strerror or error),
            place=str(folder),
            way_out=say("Check that the folder exists and that you may write there."),
        ) from error
    finally:
        if place is not None:
            shutil.rmtree(place, ignore_errors=True)
        if made:
            with suppress(OSError):  # it holds what was written
                folder.rmdir()
