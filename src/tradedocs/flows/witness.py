"""Values of a report looked at a second time: the rendered box of each, read by OCR in a worker with limits."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict
from pathlib import Path

from tradedocs.model.report import Report, Result, Stated, StatedDate, Witness
from tradedocs.pdf.document import opened
from tradedocs.pdf.ocr.engine import EXTRA, installed
from tradedocs.pdf.sandbox import Limits, can_fork, supervised
from tradedocs.pdf.witness import Glance, Sought, glances
from tradedocs.reading.likeness import contradicts, same_value
from tradedocs.reading.surface import NOT_VISIBLE

__all__ = ["DISAGREES", "EXTRA", "NOT_VISIBLE", "available", "everything", "witnessed"]

DISAGREES = "witness-disagrees"
MOST_VALUES = 2000
# Doubts about what the glyphs of the text layer look like; a look at them settles these and no others.
# That two engines read the file differently is not settled by it: another viewer may show the other value.
_SETTLED = frozenset({"type3-font", "replacement-text", DISAGREES})
_START, _PER_VALUE = 30, 1.5  # seconds of processor time for the models, and for each value
_MEMORY = 2 << 30
_HEADER = ("report_no", "issue_date")

Chosen = Callable[[Result], bool] | Collection[Result]


def everything(_: Result) -> bool:
    """Choose every value."""
    return True


def available() -> bool:
    """Whether values can be looked at here: the extra `ocr` is installed."""
    return installed()


def witnessed(path: Path, report: Report, which: Chosen = everything) -> Report:
    """The report with a witness beside each chosen value that the text layer gave, and the doubts that it raises.

    A value whose box shows another value carries `witness-disagrees`, one whose box shows nothing `text-not-visible`;
    the same holds for the report's number and date. Where the OCR is not installed, or its worker is lost, the report
    comes back as it was: its values have no witness, and a check that needs one says so.

    Args:
        path: the file that the report was read from.
        report: what was read from it.
        which: the values to be looked at.
    """
    if not available():
        return report
    chosen = [k for k, result in enumerate(report.results) if _is_chosen(result, which)][:MOST_VALUES]
    header = [name for name in _HEADER if _has_place(getattr(report, name))]
    places = [report.results[k].place for k in chosen] + [getattr(report, name).place for name in header]
    sought = [Sought(place.page, place.box) for place in places if place.box]
    seen = _seen(path, sought) if sought else ()
    if not seen:
        return report
    results = list(report.results)
    for k, glance in zip(chosen, seen, strict=False):
        results[k] = _with(results[k], glance)
    update: dict[str, object] = {"results": tuple(results)}
    for name, glance in zip(header, seen[len(chosen) :], strict=True):
        update[name] = _doubted(getattr(report, name), glance)
    return report.model_copy(update=update)


def _is_chosen(result: Result, which: Chosen) -> bool:
    if result.place.box is None or not any(char.isalnum() for char in result.result or result.verdict or ""):
        return False
    return which(result) if callable(which) else result in which


def _has_place(fact: Stated | StatedDate | None) -> bool:
    return fact is not None and fact.place.box is not None


def _seen(path: Path, sought: Sequence[Sought]) -> tuple[Glance, ...]:
    cpu = round(_START + _PER_VALUE * len(sought))
    limits = Limits(memory=_MEMORY, cpu=cpu, wall=2.0 * cpu)
    if not can_fork():
        return _unpacked(_job(path, sought))
    ended = supervised(lambda _: _job(path, sought), limits)
    return _unpacked(ended.answer) if ended.outcome == "done" else ()


def _job(path: Path, sought: Sequence[Sought]) -> bytes:
    """The worker's answer: what it saw of each value."""
    from tradedocs.pdf.ocr.engine import Eyes

    with opened(path) as document:
        found = glances(document, sought, Eyes(), same_value)
    return json.dumps([asdict(glance) for glance in found]).encode()


def _unpacked(answer: bytes) -> tuple[Glance, ...]:
    return tuple(Glance(**fields) for fields in json.loads(answer))


def _with(result: Result, glance: Glance) -> Result:
    if not glance.printed:  # the picture gave the value itself, so it is no second witness of it
        return result
    witness = Witness(by=glance.by, text=glance.seen, agrees=glance.agrees, dpi=glance.dpi)
    return result.model_copy(
        update={"witnesses": (*result.witnesses, witness), "doubt": _doubts(result.doubt, glance)}
    )


def _doubts(known: tuple[str, ...], glance: Glance) -> tuple[str, ...]:
    """The doubts after the look; print that was not recognised at all is no witness, and no contradiction either."""
    if glance.agrees:
        return tuple(code for code in known if code not in _SETTLED)
    if glance.blank:
        new = NOT_VISIBLE
    elif glance.seen is None or not contradicts(glance.printed, glance.seen):
        return known
    else:
        new = DISAGREES
    return known if new in known else (*known, new)


def _doubted(fact: Stated | StatedDate, glance: Glance) -> Stated | StatedDate:
    if not glance.printed:
        return fact
    return fact.model_copy(update={"doubt": _doubts(fact.doubt, glance)})
