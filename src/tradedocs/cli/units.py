"""`tradedocs units`: the closed table of units."""

from __future__ import annotations

import click


@click.command()
def command() -> None:
    """List the units that requirements and quantities may use, by what they measure."""
    from tradedocs.model.units import all_units

    by_dimension: dict[str, list[str]] = {}
    for unit in all_units():
        by_dimension.setdefault(unit.dimension, []).append(unit.symbol)
    width = max(map(len, by_dimension))
    for dimension, symbols in by_dimension.items():
        click.echo(f"{dimension:<{width}}  {', '.join(symbols)}")
