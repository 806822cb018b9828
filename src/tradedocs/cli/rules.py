"""`tradedocs rules` and `tradedocs explain`: the rules of the check and their manual pages."""

from __future__ import annotations

import click


@click.command()
def rules() -> None:
    """List the rules of the check, each with its first line."""
    from tradedocs.check.rules import RULES

    width = max(len(rule.ID) for rule in RULES)
    for rule in RULES:
        click.echo(f"{rule.ID:<{width}}  {(rule.__doc__ or '').strip().splitlines()[0]}")


@click.command()
@click.argument("rule_id", metavar="ID")
def explain(rule_id: str) -> None:
    """Print the manual page of the rule ID."""
    import difflib

    from tradedocs.check.rules import RULES
    from tradedocs.errors import UsageError
    from tradedocs.ui import say

    pages = {rule.ID: rule.__doc__ or "" for rule in RULES}
    if rule_id not in pages:
        near = difflib.get_close_matches(rule_id, pages, n=1)
        way_out = say("Did you mean {near}?", near=near[0]) if near else say("`tradedocs rules` lists them.")
        raise UsageError(say("there is no rule {rule}", rule=rule_id), way_out=way_out)
    click.echo(f"{rule_id}\n\n{pages[rule_id].strip()}")
