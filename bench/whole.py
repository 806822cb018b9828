"""What `tradedocs report read` costs as a command: start-up, OCR, and memory on a long file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.read import files

ROUNDS = 5
LONG = 500


@dataclass(frozen=True)
class Cost:
    """CPU seconds of the command and its workers, and the highest resident memory of one of them in MB."""

    cpu: float
    peak_mb: float


def run() -> dict[str, float]:
    """`read_one_page_cpu_s`, `read_peak_mb_500_pages` and, where the OCR is installed, `ocr_cpu_s_per_page`.

    The long file is made of the pages of the reports at hand, again and again. OCR is measured on the files that
    the reader itself says it read by OCR, whole command included.
    """
    paths = files()
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        page = _one_page(Path(folder) / "page.pdf")
        figures["read_one_page_cpu_s"] = min(_cost(page).cpu for _ in range(ROUNDS))
        figures["read_peak_mb_500_pages"] = _cost(_long(paths, Path(folder) / "long.pdf"), "--no-ocr").peak_mb
    scans = [(path, pages) for path in paths if (pages := _pages_by_ocr(path))]
    if scans:
        spent = sum(_cost(path).cpu for path, _ in scans)
        figures["ocr_cpu_s_per_page"] = spent / sum(pages for _, pages in scans)
    return figures


def _one_page(out: Path) -> Path:
    """The first page of a sample report."""
    from pypdf import PdfReader, PdfWriter

    sample = min((Path(__file__).parent.parent / "samples").glob("*/reports/*.pdf"))
    writer = PdfWriter()
    writer.add_page(PdfReader(sample).pages[0])
    writer.write(out)
    return out


def _long(paths: list[Path], out: Path) -> Path:
    """A file of `LONG` pages that have a text layer."""
    import pypdfium2

    whole = pypdfium2.PdfDocument.new()
    while len(whole) < LONG:
        for path in paths:
            source = pypdfium2.PdfDocument(path)
            written = [k for k, page in enumerate(source) if page.get_textpage().count_chars() > 0]
            if written and len(whole) < LONG:
                whole.import_pages(source, written[: LONG - len(whole)])
    whole.save(out)
    return out


def _pages_by_ocr(path: Path) -> int:
    """How many pages of a file that is read by OCR alone; 0 for others."""
    done = subprocess.run([*_COMMAND, path], capture_output=True, check=False)
    source = json.loads(done.stdout)["source"] if done.stdout else {}
    return int(source["pages"]) if source.get("reading") == "ocr" else 0


_COMMAND = (sys.executable, "-m", "tradedocs", "report", "read", "--format", "json")


def _cost(path: Path, *more: str) -> Cost:
    """Run the command in a process of its own, so that the highest memory is this command's."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        import resource

        subprocess.run(
            [*_COMMAND, *more, path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
        )
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        os.write(writing, json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        cpu, peak = json.load(answer)
    os.waitpid(child, 0)
    return Cost(cpu, peak)
