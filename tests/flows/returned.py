"""A workspace with contracts of the samples in three languages, and the edits of the other side on them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tests.approvers import enter
from tests.word import hands
from tradedocs.flows.compare import compare
from tradedocs.model.counterparty import Card, Comparison
from tradedocs.workspace import find, init

SAMPLES = Path(__file__).parents[2] / "samples"
MODES = ("en", "zh", "en-zh")
DAY = date(2026, 11, 25)


def called(*arguments: object) -> None:
    """Run the command line in this process."""
    from tradedocs.cli.main import main

    with contextlib.suppress(SystemExit):
        main([str(argument) for argument in arguments])


def house(folder: Path) -> Path:
    """A workspace in which everything is approved, with a contract of the lamps in each language mode."""
    root = folder / "house"
    enter(init(root).clauses)
    called("--workspace", root, "clause", "approve", "--all", "--by", "A. Counsel", "--role", "counsel")
    deal = SAMPLES / "led-lamps" / "deal.yaml"
    for mode in MODES:
        called("--workspace", root, "contract", "build", deal, "--lang", mode, "-o", root / f"{mode}.docx")
    return root


def came_back(root: Path, mode: str, *works: hands.Work, name: str = "back.docx") -> Path:
    """The contract after the other side has worked on it."""
    out = root / name
    out.write_bytes(hands.worked_on((root / f"{mode}.docx").read_bytes(), *works))
    return out


def compared(root: Path, file: Path, **options: Path) -> Comparison:
    """The comparison in that workspace."""
    return compare(file, find(root), DAY, **options)


def card(found: Comparison, ref: str) -> Card:
    """The card of that name."""
    return next(one for one in found.cards if one.ref == ref)


def refs(found: Comparison) -> Iterator[str]:
    """The names of all cards."""
    return (one.ref for one in found.cards)
