"""How much faster reports are read than a well-known table extractor takes for their tables alone.

Both run on the same pages, in turn, in one process, so that a slow moment of the machine hits both. CPU time is
compared. `run` returns how many times more CPU the peer needs; it prints nothing.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

ROUNDS = 3


def files() -> list[Path]:
    """The real reports where they lie beside the checkout, else the sample reports of this project."""
    root = Path(__file__).parent.parent
    beside = Path(os.environ.get("TRADEDOCS_CORPUS", root.parent / "shared" / "corpus")) / "pdfs"
    real = sorted(path for path in beside.rglob("*") if path.suffix.lower() == ".pdf")
    return real or sorted((root / "samples").glob("*/reports/*.pdf"))


def run() -> dict[str, float]:
    """Ratios and absolute figures of reading, by name.

    `read_vs_pdfplumber`: CPU of its `extract_tables` over CPU of words, rules, tables and header facts here.
    `read_vs_floor`: CPU of pdfium's bare text extraction over ours; 1 would be as fast as the floor.
    """
    paths = files()
    ours, theirs, floor = ([] for _ in range(3))
    for _ in range(ROUNDS):
        ours.append(_alone(_ours, paths))
        floor.append(_alone(_floor, paths))
        theirs.append(_alone(_theirs, paths))
    return {"read_vs_pdfplumber": min(theirs) / min(ours), "read_vs_floor": min(floor) / min(ours)}


def _alone(work: Callable[[Path], None], paths: list[Path]) -> float:
    """CPU seconds of the work on all files in a fresh process, so that no round finds the memory of the last one."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        work(paths[0])  # imports and vocabulary are start-up, which is measured by itself
        begin = time.process_time()
        for path in paths:
            work(path)
        os.write(writing, repr(time.process_time() - begin).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        seconds = float(answer.read())
    os.waitpid(child, 0)
    return seconds


def _ours(path: Path) -> None:
    from tradedocs.model.reportfile import ReportSource
    from tradedocs.pdf.document import opened
    from tradedocs.reading.report import read_pages

    with opened(path) as document:
        pages = [document.page(number) for number in range(1, document.pages + 1)]
        read_pages(pages, ReportSource(file=path.name, sha256=document.sha256, pages=document.pages))


def _floor(path: Path) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    for page in document:
        page.get_textpage().get_text_range()
    document.close()


def _theirs(path: Path) -> None:
    import logging

    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_tables()
