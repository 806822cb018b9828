"""DOCX → PDF through LibreOffice, each time in a fresh profile so that no setting of the user's interferes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from tradedocs.errors import ToolError
from tradedocs.files import write_atomic
from tradedocs.ui import say

_SECONDS = 180
_SECONDS_A_FILE = 5
_INSTALL = "sudo apt-get install --no-install-recommends libreoffice-writer fonts-noto-cjk"


def to_pdf(docx: Path, out: Path) -> None:
    """Write the PDF of a Word file to `out`.

    Raises:
        ToolError: LibreOffice or a Chinese font is missing, or the conversion fails or takes too long.
    """
    to_pdfs({docx: out})


def to_pdfs(files: Mapping[Path, Path]) -> None:
    """Write the PDFs of several Word files, each to its own place, by one LibreOffice process.

    Raises:
        ToolError: as `to_pdf`; of the files that were converted the PDFs are kept.
    """
    soffice = _soffice()
    chinese_font_present()
    with tempfile.TemporaryDirectory(prefix="tradedocs-pdf-") as scratch:
        folder = Path(scratch)
        # The user's file names could be read as options, or be the same in two folders.
        copies = {docx: folder / f"contract-{index}.docx" for index, docx in enumerate(files)}
        for docx, copy in copies.items():
            shutil.copyfile(docx, copy)
        reason = _run(_command(soffice, folder, tuple(copies.values())), folder, len(files))
        for docx, copy in copies.items():
            made = copy.with_suffix(".pdf")
            if made.is_file() and made.read_bytes().startswith(b"%PDF"):
                write_atomic(files[docx], made.read_bytes())
        for docx, copy in copies.items():
            if not copy.with_suffix(".pdf").is_file():
                raise _no_pdf(docx, reason)


def _no_pdf(docx: Path, reason: str) -> ToolError:
    return ToolError(
        say("LibreOffice made no PDF: {reason}", reason=reason or say("it gave no reason")),
        place=str(docx),
        way_out=say("Open the file in Word or LibreOffice and export it as PDF there."),
    )


def _command(soffice: str, folder: Path, docxs: Sequence[Path]) -> list[str]:
    return [
        soffice,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf:writer_pdf_Export",
        "--outdir",
        str(folder),
        *(str(docx) for docx in docxs),
    ]


def _soffice() -> str:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        raise ToolError(
            say("LibreOffice is not installed, and the PDF is made by it"),
            way_out=say("Install it ({command}), or build without --pdf.", command=_INSTALL),
        )
    return found


def chinese_font_present() -> None:
    """Without one every Chinese character would be an empty box. Where fontconfig is missing nobody can tell."""
    if (fc_list := shutil.which("fc-list")) is None:
        return
    fonts = subprocess.run([fc_list, ":lang=zh-cn", "family"], capture_output=True, check=False)  # noqa: S603
    if fonts.returncode == 0 and not fonts.stdout.strip():
        raise ToolError(
            say("no font with Chinese characters is installed, so the PDF would show empty boxes"),
            way_out=say("Install one: sudo apt-get install fonts-noto-cjk"),
        )


def _run(command: list[str], folder: Path, files: int) -> str:
    """Run to the end or the time limit; what LibreOffice said on its error stream."""
    process = subprocess.Popen(  # noqa: S603
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    )
    seconds = _SECONDS + _SECONDS_A_FILE * files
    try:
        _, said = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        _end(process)
        raise ToolError(
            say("LibreOffice did not finish within {n} seconds", n=seconds),
            way_out=say("Try again; if it stays so, export the PDF from Word."),
        ) from error
    return said.decode(errors="replace").strip()[-300:]


def _end(process: subprocess.Popen[bytes]) -> None:
    """soffice is a script that starts the program proper: the whole group goes."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.communicate()
