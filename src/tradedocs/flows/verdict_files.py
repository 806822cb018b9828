"""Writes a verdict to a folder: verdict.json, verdict.html with the picture of each value, and the reports beside it.

Of each report lies there the untouched original and a working extract with the values highlighted and numbered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tradedocs.errors import UsageError
from tradedocs.files import read_bytes, sha256_of, writable, write_atomic
from tradedocs.formats.check_html import GENERATOR, Copy, check_html
from tradedocs.formats.check_json import check_json
from tradedocs.formats.numbered import Numbers, numbered
from tradedocs.model.base import Place
from tradedocs.model.finding import Judgement
from tradedocs.pdf.crop import crops_png
from tradedocs.pdf.document import MAX_BYTES
from tradedocs.pdf.extract import MARKER, Mark, extract
from tradedocs.ui import say

MOST_CROPS = 200
"""More pictures would make a page that no browser likes; the values without one still show page and box."""
MOST_BYTES = 1_450_000
"""Of all pictures together, so that the page stays under 2 MB."""


def ready(folder: Path, reports: tuple[Path, ...] = ()) -> None:
    """Make sure that a verdict on the reports can be written to the folder, before anything is recorded.

    Raises:
        UsageError: the name is of a file, or a file stands there that no verdict wrote.
        ToolError: the folder cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(say("this is a file"), place=str(folder), way_out=say("Name a folder with --out."))
    for name, mark in (("verdict.json", b'"verdict"'), ("verdict.html", GENERATOR.encode())):
        path = folder / name
        if path.exists() and (not path.is_file() or mark not in path.read_bytes()[:4000]):
            _refuse(path)
    for report, names in _beside(reports):
        _ready_for_copy(report, folder / names.original, folder / (names.extract or ""))
    writable(folder)


def _ready_for_copy(report: Path, original: Path, extracted: Path) -> None:
    if not report.is_file():
        return  # the reading says so in its own words
    if original.exists() and (not original.is_file() or original.read_bytes() != report.read_bytes()):
        _refuse(original)
    if extracted.exists() and (not extracted.is_file() or MARKER not in extracted.read_bytes()):
        _refuse(extracted)


def _refuse(path: Path) -> None:
    raise UsageError(
        say("a file stands there that no verdict wrote"),
        place=str(path),
        way_out=say("Move it away, or name another folder with --out."),
    )


def _beside(reports: tuple[Path, ...]) -> Iterator[tuple[Path, Copy]]:
    """The names of the files beside the page; the second of two reports of one name gets a number."""
    taken: set[str] = set()
    for report in dict.fromkeys(reports):
        stem, k = report.stem, 1
        while f"{stem}{report.suffix}".casefold() in taken or f"{stem}-extract.pdf".casefold() in taken:
            k += 1
            stem = f"{report.stem}-{k}"
        names = Copy(f"{stem}{report.suffix}", f"{stem}-extract.pdf")
        taken |= {names.original.casefold(), str(names.extract).casefold()}
        yield report, names


def write_verdict(judgement: Judgement, reports: tuple[Path, ...], folder: Path) -> tuple[Path, Path]:
    """Write the verdict's files; each appears whole or not at all.

    Raises:
        ToolError: the folder cannot be written.
    """
    paths = _by_name(judgement, reports)
    copies = dict(_copies(judgement, reports, folder, numbered(judgement)))
    json_file, html_file = folder / "verdict.json", folder / "verdict.html"
    write_atomic(json_file, check_json(judgement).encode() + b"\n")
    write_atomic(html_file, check_html(judgement, _crops(judgement, paths), copies).encode())
    return json_file, html_file


def _copies(
    judgement: Judgement, reports: tuple[Path, ...], folder: Path, numbers: Numbers
) -> Iterator[tuple[str, Copy]]:
    considered = {report.sha256: report for report in judgement.reports}
    alone = Counter(report.file for report in judgement.reports)
    for path, names in _beside(reports):
        content = read_bytes(path, limit=MAX_BYTES)
        digest = sha256_of(content)
        report = considered.pop(digest, None)
        if report is None:  # the same bytes under another name
            continue
        original = folder / names.original
        if not (original.exists() and original.samefile(path)):
            write_atomic(original, content)
        marks = [
            Mark(place.page, place.box, number)
            for (file, place), number in numbers.items()
            if file == report.file and place.box is not None and alone[file] == 1
        ]
        made = extract(path, marks, _band(names.original, digest))
        if made is not None and names.extract is not None:
            write_atomic(folder / names.extract, made)
        yield digest, Copy(names.original, names.extract if made is not None else None)


def _by_name(judgement: Judgement, reports: tuple[Path, ...]) -> dict[str, Path]:
    """The files by the names that values give; of two reports of one name none, lest a picture be the other's."""
    alone = Counter(report.file for report in judgement.reports)
    return {path.name: path for path in reports if alone[path.name] == 1}


def _band(name: str, digest: str) -> tuple[str, str]:
    return (
        say("INTERNAL WORKING EXTRACT - NOT TO BE SENT ON. Only the original is evidence."),
        say("Original: {name}, SHA-256 {digest}", name=name, digest=digest),
    )


def _crops(judgement: Judgement, paths: dict[str, Path]) -> dict[tuple[str, Place], bytes]:
    wanted: dict[str, list[Place]] = {}
    for line in judgement.lines:
        for item in line.checked:
            for evidence in item.evidence:
                places = wanted.setdefault(evidence.report, [])
                if evidence.result.place not in places and sum(map(len, wanted.values())) < MOST_CROPS:
                    places.append(evidence.result.place)
    most = MOST_BYTES // max(1, sum(map(len, wanted.values())))
    crops: dict[tuple[str, Place], bytes] = {}
    for report, places in wanted.items():
        if report in paths:
            pictures = zip(places, crops_png(paths[report], places, snug=True, most=most), strict=True)
            crops |= {(report, place): picture for place, picture in pictures if picture is not None}
    return crops
