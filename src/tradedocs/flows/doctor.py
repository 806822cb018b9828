"""The user's job "does it work here": libraries, helpers, workspace, ledger, clock and approvals, looked at in turn."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib import metadata
from importlib.util import find_spec
from itertools import takewhile

from tradedocs.errors import TradedocsError
from tradedocs.files import writable
from tradedocs.flows.clauses import blocking, expiring, listed
from tradedocs.ledger import Ledger
from tradedocs.model.today import Checkup
from tradedocs.pdf.ocr.engine import installed, second_installed
from tradedocs.ui import say
from tradedocs.word.topdf import chinese_font_present
from tradedocs.workspace import Workspace

_WITHIN = 60
_OLDEST = (3, 11)


def checkups(workspace: Workspace, now: datetime) -> tuple[Checkup, ...]:
    """Every checkup, in the order in which one would put things right; none of them raises."""
    looks: tuple[Callable[[], Iterator[Checkup]], ...] = (
        _python,
        _libraries,
        _office,
        _ocr,
        _signatures,
        lambda: _workspace(workspace),
        lambda: _ledger(workspace, now),
        lambda: _approvals(workspace, now),
    )
    return tuple(one for look in looks for one in look())


def _python() -> Iterator[Checkup]:
    version = ".".join(map(str, sys.version_info[:3]))
    good = sys.version_info[:2] >= _OLDEST
    yield Checkup(
        name="Python",
        health="ok" if good else "bad",
        words=version,
        way_out="" if good else say("Use Python {oldest} or newer.", oldest=".".join(map(str, _OLDEST))),
    )


def _libraries() -> Iterator[Checkup]:
    """Each library against the oldest version that the program takes: below it are known faults or holes."""
    old, gone, seen = [], [], 0
    for name, floor in _floors():
        seen += 1
        try:
            have = metadata.version(name)
        except metadata.PackageNotFoundError:
            gone.append(name)
            continue
        if _numbers(have) < _numbers(floor):
            old.append(f"{name} {have} < {floor}")
    wrong = [*old, *(say("{name} is missing", name=name) for name in gone)]
    yield Checkup(
        name=say("libraries"),
        health="bad" if wrong else "ok",
        words="; ".join(wrong) or say("{n}, none older than its floor", n=seen),
        way_out=say("Install the program again, with its libraries.") if wrong else "",
    )


def _floors() -> Iterator[tuple[str, str]]:
    """The libraries that every installation needs, with the oldest version of each."""
    for line in metadata.requires("tradedocs") or ():
        wanted, _, condition = line.partition(";")
        name, mark, floor = wanted.partition(">=")
        if mark and "extra" not in condition:
            yield name.strip(), floor.split(",")[0].strip()


def _numbers(version: str) -> tuple[int, ...]:
    """The numbers of a version, up to the first part that is none: `5.0rc1` counts as 5.0."""
    parts = (str("".join(takewhile(str.isdigit, part))) for part in version.split("."))
    return tuple(int(part) for part in takewhile(bool, parts))


def _office() -> Iterator[Checkup]:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    yield Checkup(
        name="LibreOffice",
        health="ok" if found else "off",
        words=found or say("not installed: no PDFs are made"),
        way_out="" if found else say("sudo apt-get install libreoffice-writer fonts-noto-cjk"),
    )
    try:
        chinese_font_present()
        yield Checkup(name=say("Chinese font"), health="ok", words=say("there is one, or nobody can tell"))
    except TradedocsError as error:
        yield Checkup(name=say("Chinese font"), health="warn", words=error.message, way_out=error.way_out)


def _ocr() -> Iterator[Checkup]:
    first, second = installed(), second_installed()
    words = (
        say("both engines")
        if first and second
        else say("one engine: values on scans stay in doubt")
        if first
        else say("not installed: scanned pages are not read")
    )
    yield Checkup(
        name="OCR",
        health="ok" if first and second else "off",
        words=words,
        way_out=""
        if first and second
        else say("pip install 'tradedocs[ocr]'; sudo apt-get install tesseract-ocr"),
    )


def _signatures() -> Iterator[Checkup]:
    there = find_spec("pyhanko") is not None
    yield Checkup(
        name=say("signatures of reports"),
        health="ok" if there else "off",
        words=say("they are verified") if there else say("not installed: signatures are told, not verified"),
        way_out="" if there else say("pip install 'tradedocs[sign]'"),
    )


def _workspace(workspace: Workspace) -> Iterator[Checkup]:
    name = say("workspace")
    if workspace.root is None:
        yield Checkup(
            name=name,
            health="warn",
            words=say("none here: nothing is recorded and nothing can be released"),
            way_out=say("tradedocs init FOLDER, and work inside it"),
        )
        return
    try:
        writable(workspace.root)
        yield Checkup(name=name, health="ok", words=say("{folder}, writable", folder=workspace.root))
    except TradedocsError as error:
        yield Checkup(name=name, health="bad", words=error.message, way_out=error.way_out)


def _ledger(workspace: Workspace, now: datetime) -> Iterator[Checkup]:
    if workspace.ledger is None:
        return
    name, ledger = say("ledger"), Ledger(workspace.ledger)
    try:
        found = ledger.verify()
    except TradedocsError as error:
        yield Checkup(name=name, health="bad", words=error.message, way_out=error.way_out)
        return
    if not found.intact:
        yield Checkup(
            name=name,
            health="bad",
            words=found.broken or say("its last row was never finished"),
            way_out=say("tradedocs ledger verify tells more; restore it from your backup"),
        )
        return
    yield Checkup(name=name, health="ok", words=say("intact, {n} rows", n=found.rows))
    last = next(iter(reversed(tuple(ledger.rows()))), None)
    ahead = last is not None and datetime.fromisoformat(last.at) > now
    yield Checkup(
        name=say("clock"),
        health="warn" if ahead else "ok",
        words=say("behind the last row, {at}", at=last.at)
        if ahead and last is not None
        else now.isoformat(timespec="minutes"),
        way_out=say("Set the clock of this machine.") if ahead else "",
    )


def _approvals(workspace: Workspace, now: datetime) -> Iterator[Checkup]:
    if workspace.root is None:
        return
    name = say("approvals")
    try:
        items = listed(workspace, now.date())
    except TradedocsError as error:
        yield Checkup(name=name, health="bad", words=error.message, way_out=error.way_out)
        return
    blocked, soon = blocking(items), expiring(items, now.date(), _WITHIN)
    words = say(
        "{n} texts block a final contract, {m} expire within {days} days",
        n=len(blocked),
        m=len(soon),
        days=_WITHIN,
    )
    yield Checkup(
        name=name,
        health="warn" if blocked or soon else "ok",
        words=words,
        way_out=say("tradedocs clause status --within {days}", days=_WITHIN) if blocked or soon else "",
    )
