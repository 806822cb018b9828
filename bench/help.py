"""CPU of `tradedocs --help` against a bare click program with one command, in turn."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys

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


def cpu_seconds(code: str) -> float:
    """User and system time of one fresh process that runs `code --help`."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {key: value for key, value in os.environ.items() if not key.startswith("_TRADEDOCS")}
    subprocess.run(
        [sys.executable, "-c", code, "--help"], stdout=subprocess.DEVNULL, check=True, env=environment
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def run() -> dict[str, float]:
    """`help_vs_bare_click`: the median of the ratios of neighbouring runs."""
    cpu_seconds(BARE), cpu_seconds(OURS)
    ratios = [cpu_seconds(OURS) / cpu_seconds(BARE) for _ in range(ROUNDS)]
    return {"help_vs_bare_click": statistics.median(ratios)}
