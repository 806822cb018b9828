"""Writes the pages on rules and commands in docs/ from the program itself; `--check` says what would change."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tradedocs.check.resolvable import manual
from tradedocs.check.rules import RULES, manual_page
from tradedocs.claims.lacking import evidence_list
from tradedocs.claims.table import ByBearer, BySeverity, decision_table
from tradedocs.cli.main import cli
from tradedocs.contract.rules import RULES as DEAL_RULES
from tradedocs.credit.rules import RULES as CREDIT_RULES
from tradedocs.library.lint.page import rule_pages

DOCS = Path(__file__).parent.parent / "docs"


def rules_page() -> str:
    """Every rule's manual page, in the order in which findings are shown."""
    parts = [
        "# The rules\n",
        "Written by `tools/make_docs.py` from the rules themselves; `tradedocs explain ID` prints one.\n",
        "# The rules of the check\n",
        *(f"## {rule.ID}\n\n{manual_page(rule)}\n\n{manual(rule.ID)}\n" for rule in RULES),
        "# The rules of a deal\n",
        "What they look at, their severity, and how one is suppressed: [deal-rules.md](deal-rules.md).\n",
        *(f"## {rule.ID}\n\n{(rule.__doc__ or '').strip()}\n" for rule in DEAL_RULES),
        "# The rules of a letter of credit\n",
        "How a credit is read and held against its contract: [credit.md](credit.md).\n",
        *(f"## {rule.ID}\n\n{(rule.__doc__ or '').strip()}\n" for rule in CREDIT_RULES),
    ]
    return "\n".join(parts)


def lint_rules_page() -> str:
    """The manual page of every rule of the lint."""
    parts = [
        "# The rules of the clause library\n",
        "Written by `tools/make_docs.py` from the rules themselves; `tradedocs explain ID` prints one.\n"
        "How they are run, silenced and read: [review.md](review.md#lint).\n",
        *(f"## {rule.id}\n\n{rule.page}\n" for rule in rule_pages()),
    ]
    return "\n".join(parts)


def commands_page() -> str:
    """The help of every command."""
    parts = ["# Commands\n", "Written by `tools/make_docs.py` from the program's own help.\n"]
    for way, command, context in walk(cli, "tradedocs", None):
        parts.append(f"## {way}\n\n```text\n{command.get_help(context)}\n```\n")
    return "\n".join(click.unstyle(part) for part in parts)


def walk(
    command: click.Command, way: str, parent: click.Context | None
) -> list[tuple[str, click.Command, click.Context]]:
    """The command and all below it, each with the words that call it."""
    context = click.Context(
        command,
        info_name=way.rsplit(" ", 1)[-1],
        parent=parent,
        terminal_width=100,
        help_option_names=["-h", "--help"],
    )
    found = [(way, command, context)]
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                found += walk(below, f"{way} {name}", context)
    return found


def triage_page() -> str:
    """The decision table of the triage, and the evidence that each category needs."""
    table, _ = decision_table()
    evidence = evidence_list()
    parts = [
        "# The decision table of the triage\n",
        "Written by `tools/make_docs.py` from `src/tradedocs/claims/data/triage.yaml` and `evidence.yaml`; how it is "
        "read: [claims.md](claims.md#triage).\n",
        "## Rows\n",
        "The first row whose facts all have one of the listed values decides; other facts do not matter to it.\n",
        "| row | when | category | severity | borne by | what it says |\n|---|---|---|---|---|---|",
        *(
            f"| `{row.id}` | {_when(row.when)} | {row.category} | {_turns(row.severity)} | {_turns(row.bearer)} | "
            f"{row.words.en} |"
            for row in table.rows
        ),
        "\n## Facts\n",
        "Values in brackets mean that nobody knows; the question is then asked.\n",
        "| fact | values | question |\n|---|---|---|",
        *(
            f"| `{fact.id}` | {', '.join(f'({one})' if one in fact.open else one for one in fact.values)} | "
            f"{fact.ask.en if fact.ask else ''} |"
            for fact in table.facts
        ),
        "\n## Evidence\n",
        "| evidence | what | format | why | asked for in |\n|---|---|---|---|---|",
        *(
            f"| `{kind}` | {piece.what.en} | {piece.format.en} | {piece.why.en} | "
            f"{', '.join(category for category, kinds in evidence.needs.items() if kind in kinds)} |"
            for kind, piece in evidence.pieces.items()
        ),
    ]
    return "\n".join(parts) + "\n"


def _when(conditions: dict[str, tuple[str, ...]]) -> str:
    return "; ".join(f"{name}: {', '.join(values)}" for name, values in conditions.items()) or "always"


def _turns(one: str | BySeverity | ByBearer) -> str:
    if isinstance(one, str):
        return one
    told = "; ".join(f"{value}: {follows}" for value, follows in one.of.items())
    return f"by `{one.fact}` ({told})"


PAGES = {
    "rules.md": rules_page,
    "lint-rules.md": lint_rules_page,
    "commands.md": commands_page,
    "claim-triage.md": triage_page,
}


def main() -> None:
    """Write the pages, or with --check fail when one is out of date."""
    stale = []
    for name, page in PAGES.items():
        text = page()
        if "--check" in sys.argv:
            if not (DOCS / name).exists() or (DOCS / name).read_text(encoding="utf-8") != text:
                stale.append(name)
        else:
            (DOCS / name).write_text(text, encoding="utf-8")
    if stale:
        sys.exit(f"out of date: {', '.join(stale)}; run python tools/make_docs.py")


if __name__ == "__main__":
    main()
