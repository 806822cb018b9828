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
    """`read_vs_pdfplumber`: CPU of its `extract_tables` over CPU of words, rules, tables and header facts here."""
    import logging

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    paths = files()
    ours = theirs = 0.0
    for _ in range(ROUNDS):
        for path in paths:
            ours += _cpu(_ours, path)
            theirs += _cpu(_theirs, path)
    return {"read_vs_pdfplumber": theirs / ours if ours else 0.0}


def _cpu(work: Callable[[Path], None], path: Path) -> float:
    begin = time.process_time()
    work(path)
    return time.process_time() - begin


def _ours(path: Path) -> None:
    from tradedocs.model.report import ReportSource
    from tradedocs.pdf.document import opened
    from tradedocs.reading.report import read_pages

    with opened(path) as document:
        pages = [document.page(number) for number in range(1, document.pages + 1)]
        read_pages(pages, ReportSource(file=path.name, sha256=document.sha256, pages=document.pages))


def _theirs(path: Path) -> None:
    import pdfplumber

    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_tables()
