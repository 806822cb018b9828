from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from tests.conftest import Ran
from tradedocs.cli import main as entry
from tradedocs.cli.main import Main, cli, visible

Run = Callable[..., Ran]
HEAVY = ("pydantic", "yaml", "lxml", "docx", "docxtpl", "pypdf", "pypdfium2", "rich", "PIL")


def test_help_names_every_command_and_the_exit_codes(run: Run) -> None:
    ran = run("--help")
    assert ran.code == 0
    for command in Main.entries:
        assert f"  {command.name} " in ran.out
        assert command.line in " ".join(ran.out.split())
    for code in ("0 released", "10 a person", "20 reject", "1 the tool", "2 usage", "3 nothing"):
        assert code in " ".join(ran.out.split())


@pytest.mark.parametrize("name", [command.name for command in Main.entries])
def test_every_command_is_there_and_has_help(run: Run, name: str) -> None:
    ran = run(name, "--help")
    assert ran.code == 0
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert command.help


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom tradedocs.cli.main import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


def test_a_misspelt_command_gets_the_nearest_one(run: Run) -> None:
    ran = run("chek")
    assert ran.code == 2
    assert "Did you mean 'check'?" in ran.err
    assert ran.out == ""


def test_an_error_of_ours_is_one_line_with_the_place_of_the_details(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr("tradedocs.model.units.all_units", broken)
    ran = run("units")
    assert ran.code == 1
    assert len(ran.err.splitlines()) == 1
    assert "fault of tradedocs" in ran.err
    assert "secret detail" not in ran.err
    log = Path(re.findall(r"details are in (\S+)", ran.err)[0])
    assert "ZeroDivisionError: secret detail" in log.read_text(encoding="utf-8")
    log.unlink()


def test_errors_go_to_standard_error_with_the_way_out(run: Run, tmp_path: Path) -> None:
    ran = run("--workspace", tmp_path, "ledger", "verify")
    assert ran.code == 2
    assert ran.out == ""
    assert "no workspace" in ran.err
    assert f"tradedocs init {tmp_path}" in ran.err


@pytest.mark.parametrize("char", ["\x1b", "\u202e", "\x07", "\r"])
def test_no_character_of_a_file_name_moves_the_cursor(run: Run, tmp_path: Path, char: str) -> None:
    ran = run("check", tmp_path / f"a{char}b.yaml", tmp_path / "r.pdf")
    assert ran.code == 2
    assert char not in ran.err
    assert f"<U+{ord(char):04X}>" in ran.err


def test_visible_leaves_ordinary_text_alone() -> None:
    assert visible("宁波 45 ± 2 mm\n°Z") == "宁波 45 ± 2 mm\n°Z"


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal")
@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_colour_only_on_a_terminal_and_without_no_color(no_color: str, coloured: bool) -> None:
    import pty

    chunks: list[bytes] = []
    parent, child = pty.openpty()
    environment = {**os.environ, "NO_COLOR": no_color, "TERM": "xterm"}
    with subprocess.Popen(
        [sys.executable, "-m", "tradedocs", "--help"], stdout=child, stderr=child, env=environment
    ):
        os.close(child)
        try:
            while chunk := os.read(parent, 4096):
                chunks.append(chunk)
        except OSError:
            pass  # the other end closed
    os.close(parent)
    assert (b"\x1b[" in b"".join(chunks)) is coloured
    piped = subprocess.run([sys.executable, "-m", "tradedocs", "--help"], capture_output=True, check=True)
    assert b"\x1b[" not in piped.stdout


def test_a_reader_that_goes_away_is_no_traceback() -> None:
    code = f"{sys.executable} -m tradedocs schema deal | head -c 10"
    ran = subprocess.run(["sh", "-c", code], capture_output=True, text=True, check=False)
    assert "Traceback" not in ran.stderr


def test_the_entry_point_is_what_the_module_runs() -> None:
    assert entry.main.__module__ == "tradedocs.cli.main"
