"""Writes a verdict to a folder: verdict.json and verdict.html with the picture of each value."""

from __future__ import annotations

from pathlib import Path

from tradedocs.files import write_atomic
from tradedocs.formats.check_html import check_html
from tradedocs.formats.check_json import check_json
from tradedocs.model.base import Place
from tradedocs.model.finding import Judgement
from tradedocs.pdf.crop import crops_png

MOST_CROPS = 200
"""More pictures would make a page that no browser likes; the values without one still show page and box."""


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
