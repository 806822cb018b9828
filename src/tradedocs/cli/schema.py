"""`tradedocs schema`: the JSON Schema of the files that people write."""

from __future__ import annotations

import click


@click.command()
@click.argument("file", metavar="deal|claim", type=click.Choice(["deal", "claim"]))
def command(file: str) -> None:
    """Print the JSON Schema of a deal or claim file, for editors that complete and check YAML as you type."""
    import json

    from tradedocs.model.schema import claim_schema, deal_schema

    schema = deal_schema() if file == "deal" else claim_schema()
    click.echo(json.dumps(schema, ensure_ascii=False, indent=2))
