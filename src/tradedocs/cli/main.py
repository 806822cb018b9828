"""The entry point: the table of commands, and the one place where errors are shown."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from tradedocs import __version__, errors, heads
from tradedocs.cli.context import Settings
from tradedocs.cli.lazy import Entry, LazyGroup, wants_color
from tradedocs.ui import CATALOGUES, say, use_language


class Main(LazyGroup):
    """All commands in the order of the work."""

    entries = (
        Entry(
            "demo",
            "tradedocs.cli.demo:command",
            "Build a sample contract and check sample reports against it.",
        ),
        Entry(
            "init", "tradedocs.cli.init:command", "Make a folder a workspace with its own clauses and ledger."
        ),
        Entry("status", "tradedocs.cli.today:status", "Show what is open today."),
        Entry("doctor", "tradedocs.cli.today:doctor", "Look whether the program can work here."),
        Entry(
            "clause",
            "tradedocs.cli.clause:group",
            "List, show, lint and approve the clauses of the library.",
        ),
        Entry("deal", "tradedocs.cli.deal:group", "Make a deal file, and check it."),
        Entry(
            "contract",
            "tradedocs.cli.contract:group",
            "Build a contract from a deal file; show what a contract holds.",
        ),
        Entry(
            "lc",
            "tradedocs.cli.lc:group",
            "Hold a letter of credit against the contract.",
        ),
        Entry("sampling", "tradedocs.cli.sampling:group", "Work out the sampling plan of a lot."),
        Entry(
            "template",
            "tradedocs.cli.template:group",
            "Check the Word templates that contracts are built with.",
        ),
        Entry(
            "inspection",
            "tradedocs.cli.inspection:group",
            "Order an inspection, and print its checklist, from the contract.",
        ),
        Entry("report", "tradedocs.cli.report:group", "Read an inspection report."),
        Entry(
            "check",
            "tradedocs.cli.check:command",
            "Check reports against a contract: RELEASE, HOLD or REJECT.",
        ),
        Entry("watch", "tradedocs.cli.watch:command", "Check what lands in a folder, as it lands."),
        Entry("resolve", "tradedocs.cli.resolve:command", "Record a person's word on a finding that holds."),
        Entry(
            "concession", "tradedocs.cli.concession:group", "Record what the other side signed that it takes."
        ),
        Entry(
            "claim", "tradedocs.cli.claim:group", "Settle a quality claim, from first letter to prevention."
        ),
        Entry(
            "rules",
            "tradedocs.cli.rules:rules",
            "List the rules of the check, of the deal and of the library.",
        ),
        Entry("explain", "tradedocs.cli.rules:explain", "Print the manual page of one rule."),
        Entry(
            "register",
            "tradedocs.cli.register:command",
            "List contracts, checks or claims, for a spreadsheet too.",
        ),
        Entry("trace", "tradedocs.cli.trace:command", "Tell the story of a lot, contract, report or claim."),
        Entry("ledger", "tradedocs.cli.ledger:group", "Show and verify the ledger."),
        Entry("schema", "tradedocs.cli.schema:command", "Print the JSON Schema of a file that you write."),
        Entry("units", "tradedocs.cli.units:command", "List the units that requirements may use."),
    )


@click.command(cls=Main, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="tradedocs")
@click.option(
    "--workspace",
    type=click.Path(path_type=Path),
    help="Work in this workspace instead of the one found upwards.",
)
@click.option(
    "--ui-lang",
    type=click.Choice(list(CATALOGUES)),
    default="en",
    help="Language of messages.",
    show_default=True,
)
@click.pass_context
def cli(ctx: click.Context, workspace: Path | None, ui_lang: str) -> None:
    """Sale contracts from reviewed clauses, and inspection reports checked against them before shipment.

    Exit codes: 0 released or done, 10 a person must look, 20 reject or error findings, 1 the tool failed,
    2 usage, 3 nothing to check.
    """
    use_language(ui_lang)
    ctx.obj = Settings(workspace)
    heads.forget()
    ctx.call_on_close(_say_head)


def _say_head() -> None:
    """The head of the ledger, where the command wrote a row, also when it failed after that: to be kept elsewhere."""
    head = heads.last()
    if head is not None:
        heads.forget()
        with contextlib.suppress(OSError):
            click.echo(say("ledger row {row}, head {sha}", row=head[0], sha=head[1]), err=True)


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line and exit; every error ends here, none as a traceback."""
    # What else is installed has no say in what a fact is; and looking for it costs every command its time.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    try:
        code = cli.main(arguments, prog_name="tradedocs", standalone_mode=False, color=wants_color())
    except click.exceptions.Abort:
        click.echo("aborted", err=True)
        code = errors.TOOL_FAILED
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except errors.TradedocsError as error:
        show_error(error)
        code = error.exit_code
    except BrokenPipeError:
        _close_quietly()
        code = errors.TOOL_FAILED
    except Exception as error:
        code = _our_fault(error)
    sys.exit(code if isinstance(code, int) else errors.DONE)


def show_error(error: errors.TradedocsError) -> None:
    """An error on the error stream: every problem with its place, then the fact and the way out."""
    if isinstance(error, errors.InputError):
        for problem in error.problems:
            click.echo(_line("error", problem.place, problem.message), err=True)
            if problem.excerpt:
                click.echo(visible(problem.excerpt), err=True)
            if problem.hint:
                click.echo(f"      = {visible(problem.hint)}", err=True)
    click.echo(_line("error", error.place, error.message), err=True)
    if error.way_out:
        click.echo(f"  {visible(error.way_out)}", err=True)


def _line(kind: str, place: str | None, message: str) -> str:
    where = f"{visible(place)}: " if place else ""
    return f"{where}{click.style(kind, fg='red', bold=True)}: {visible(message)}"


def visible(text: str) -> str:
    """The text with every character that could move the cursor or turn the line written as its code."""
    from tradedocs.model.text import forbidden_character

    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return "".join(
        char if char == "\n" or forbidden_character(char) is None else f"<U+{ord(char):04X}>" for char in text
    )


def _our_fault(error: Exception) -> int:
    """One line that says that the program is at fault and where the details are."""
    import tempfile
    import traceback

    with contextlib.suppress(OSError):
        handle, name = tempfile.mkstemp(prefix="tradedocs-error-", suffix=".log")
        with os.fdopen(handle, "w", encoding="utf-8") as log:
            log.write(f"tradedocs {__version__}, Python {sys.version}\n{' '.join(sys.argv)}\n")
            traceback.print_exception(error, file=log)
        click.echo(
            _line("error", None, say("this is a fault of tradedocs ({kind}); the details are in {file}",
                                     kind=type(error).__name__, file=name)),
            err=True,
        )  # fmt: skip
    return errors.TOOL_FAILED


def _close_quietly() -> None:
    """The reader of our output went away; Python would complain when it flushes at exit."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
