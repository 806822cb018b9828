"""CPU of `tradedocs --help` against a bare click program with one command, in turn."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from bench.child import as_installed, cpu_of

BARE = """
import click
@click.command()
@click.option("--name", default="x", help="A name.")
def main(name):
    "One command."
    click.echo(name)
main(prog_name="bare")
"""
OURS = "from tradedocs.cli.main import main; main()"
ROUNDS = 21


def run() -> dict[str, float]:
    """`help_vs_bare_click`: the median of the ratios of neighbouring runs."""
    with tempfile.TemporaryDirectory() as folder:
        environment = as_installed(Path(folder))

        def cpu_seconds(code: str) -> float:
            return cpu_of(["-c", code, "--help"], environment)

        cpu_seconds(BARE), cpu_seconds(OURS)
        ratios = [cpu_seconds(OURS) / cpu_seconds(BARE) for _ in range(ROUNDS)]
    return {"help_vs_bare_click": statistics.median(ratios)}
