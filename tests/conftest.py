"""What all tests share: the command line in process, and loud skips that fail in CI."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

# Timing belongs in bench/. In CI the same examples are tried each time; elsewhere new ones.
settings.register_profile("project", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("project")

REQUIRED_IN_CI = ("libreoffice", "corpus", "wheel", "ocr")
_skipped: list[str] = []


@dataclass(frozen=True)
class Ran:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str


def pytest_addoption(parser: pytest.Parser) -> None:
    """Goldens change only on request, and the diff is read."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files again")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written again."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run the command line in this process: `run("check", deal, report)`."""
    from tradedocs.cli.main import main

    def call(*arguments: object) -> Ran:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        code = ended.value.code
        assert isinstance(code, int)
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Path]:
    """A fresh workspace; the working folder is in it during the test."""
    from tests.approvers import enter
    from tradedocs.workspace import init

    root = tmp_path / "workspace"
    enter(init(root).clauses)
    before = Path.cwd()
    os.chdir(root)
    yield root
    os.chdir(before)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember which required parts were skipped."""
    if report.skipped and any(marker in report.keywords for marker in REQUIRED_IN_CI):
        _skipped.append(report.nodeid)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly what was not tested."""
    if _skipped:
        terminalreporter.section("NOT TESTED because something is missing on this machine", red=True)
        for nodeid in _skipped:
            terminalreporter.line(nodeid)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a skipped required part fails the run."""
    if _skipped and os.environ.get("CI") and not hasattr(session.config, "workerinput"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
