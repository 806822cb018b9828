"""Writes a verdict to a folder: verdict.json and verdict.html with the picture of each value."""

from __future__ import annotations

from pathlib import Path

from tradedocs.errors import UsageError
from tradedocs.files import writable, write_atomic
from tradedocs.formats.check_html import GENERATOR, check_html
from tradedocs.formats.check_json import check_json
from tradedocs.model.base import Place
from tradedocs.model.finding import Judgement
from tradedocs.pdf.crop import crops_png
from tradedocs.ui import say

MOST_CROPS = 200
"""More pictures would make a page that no browser likes; the values without one still show page and box."""


def ready(folder: Path) -> None:
    """Make sure that a verdict can be written to the folder, before anything is recorded.

    Raises:
        UsageError: the name is of a file, or a file stands there that no verdict wrote.
        ToolError: the folder cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(say("this is a file"), place=str(folder), way_out=say("Name a folder with --out."))
    for name, mark in (("verdict.json", b'"verdict"'), ("verdict.html", GENERATOR.encode())):
        path = folder / name
        if path.exists() and (not path.is_file() or mark not in path.read_bytes()[:4000]):
            raise UsageError(
                say("a file stands there that no verdict wrote"),
                place=str(path),
                way_out=say("Move it away, or name another folder with --out."),
            )
    writable(folder)


def write_verdict(judgement: Judgement, reports: tuple[Path, ...], folder: Path) -> tuple[Path, Path]:
    """Write both files; each appears whole or not at all.

    Raises:
        ToolError: the folder cannot be written.
    """
    crops = _crops(judgement, {path.name: path for path in reports})
    json_file, html_file = folder / "verdict.json", folder / "verdict.html"
    write_atomic(json_file, check_json(judgement).encode() + b"\n")
    write_atomic(html_file, check_html(judgement, crops).encode())
    return json_file, html_file


def _crops(judgement: Judgement, paths: dict[str, Path]) -> dict[tuple[str, Place], bytes]:
    wanted: dict[str, list[Place]] = {}
    for line in judgement.lines:
        for item in line.checked:
            for evidence in item.evidence:
                places = wanted.setdefault(evidence.report, [])
                if evidence.result.place not in places and sum(map(len, wanted.values())) < MOST_CROPS:
                    places.append(evidence.result.place)
    crops: dict[tuple[str, Place], bytes] = {}
    for report, places in wanted.items():
        if report in paths:
            pictures = zip(places, crops_png(paths[report], places), strict=True)
            crops |= {(report, place): picture for place, picture in pictures if picture is not None}
    return crops
