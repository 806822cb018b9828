"""`tradedocs schema`: the JSON Schema of the files that people write."""

from __future__ import annotations

import click


@click.command()
@click.argument("file", metavar="deal", type=click.Choice(["deal"]))
def command(file: str) -> None:
    """Print the JSON Schema of a deal file, for editors that complete and check YAML as you type."""
    import json

    from tradedocs.model.schema import deal_schema

    click.echo(json.dumps(deal_schema(), ensure_ascii=False, indent=2))
