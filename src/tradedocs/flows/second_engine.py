"""The figures of relied-on values compared with what a second engine reads from the same text layer.

The two engines agreeing proves nothing of what the page shows, so such a witness releases nothing. That they differ
means that the file shows different readers different values.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict
from pathlib import Path

from tradedocs.model.report import Report, Result, Witness
from tradedocs.pdf.document import content_of
from tradedocs.pdf.sandbox import Limits, can_fork, supervised
from tradedocs.pdf.second_text import Nearby, nearby
from tradedocs.pdf.witness import Sought
from tradedocs.reading.likeness import text_holds

DISAGREES = "engines-disagree"
_MOST = 2000
_LIMITS = Limits(memory=1 << 30, cpu=20, wall=60.0)
_PER_PAGE = 2  # seconds of processor time
_LONGEST = 60


def compared(path: Path, report: Report, which: Collection[Result]) -> Report:
    """The report with a witness `pypdf` beside each chosen value that has figures.

    Where it differs, the value carries the doubt `engines-disagree`. A value that the second engine does not see at
    all differs too, where the whole report was read from its text layer. Where pypdf cannot read a page, its values
    get no such witness.
    """
    if report.source.reading == "ocr":
        return report
    asked = [k for k, one in enumerate(report.results) if one in which and _has_figures(one)][:_MOST]
    sought = [
        Sought(one.place.page, one.place.box) for one in (report.results[k] for k in asked) if one.place.box
    ]
    if not sought:
        return report
    results = list(report.results)
    for k, near in zip(asked, _read(path, sought), strict=False):
        results[k] = _with(results[k], near, whole=report.source.reading == "text")
    return report.model_copy(update={"results": tuple(results)})


def _has_figures(result: Result) -> bool:
    return result.place.box is not None and any(char.isdigit() for char in result.result or "")


def _read(path: Path, sought: Sequence[Sought]) -> tuple[Nearby | None, ...]:
    if not can_fork():
        return nearby(content_of(path), sought)
    more = _PER_PAGE * len({item.page for item in sought})
    limits = Limits(memory=_LIMITS.memory, cpu=_LIMITS.cpu + more, wall=_LIMITS.wall + 3 * more)
    ended = supervised(lambda _: _job(path, sought), limits)
    return _unpacked(ended.answer) if ended.outcome == "done" else ()


def _job(path: Path, sought: Sequence[Sought]) -> bytes:
    found = nearby(content_of(path), sought)
    return json.dumps([None if one is None else asdict(one) for one in found]).encode()


def _unpacked(answer: bytes) -> tuple[Nearby | None, ...]:
    return tuple(
        None if one is None else Nearby(tuple(one["inside"]), tuple(one["line"]))
        for one in json.loads(answer)
    )


def _with(result: Result, near: Nearby | None, *, whole: bool) -> Result:
    if near is None:
        return result
    holds = text_holds(result.result or "", near.inside, near.line)
    if holds is None:
        if not whole:
            return result
        holds = False
    text = " ".join(" ".join(near.inside or near.line[-1:]).split())[:_LONGEST] or None
    witness = Witness(by="pypdf", text=result.result if holds else text, agrees=holds)
    doubt = result.doubt if holds or DISAGREES in result.doubt else (*result.doubt, DISAGREES)
    return result.model_copy(update={"witnesses": (*result.witnesses, witness), "doubt": doubt})
