"""`tradedocs rules` and `tradedocs explain`: the rules of check, deal and clause library, and their manual pages."""

from __future__ import annotations

import click


@click.command()
@click.option(
    "--of",
    "family",
    type=click.Choice(["check", "deal", "lint", "credit"]),
    help="Only the rules of the check, of the deal, of the clause library, or of letters of credit.",
)
def rules(family: str | None) -> None:
    """List the rules of the check, the deal, the clause library and letters of credit, each with its first line."""
    pages = {
        name: text for kind in _FAMILIES if family in (None, kind) for name, text in _pages(kind).items()
    }
    width = max(map(len, pages))
    for name, text in pages.items():
        click.echo(f"{name:<{width}}  {text.splitlines()[0]}")


@click.command()
@click.argument("rule_id", metavar="ID")
def explain(rule_id: str) -> None:
    """Print the manual page of the rule ID."""
    import difflib

    from tradedocs.errors import UsageError
    from tradedocs.ui import say

    pages = {name: text for family in _FAMILIES for name, text in _pages(family).items()}
    found = next((name for name in pages if name.casefold() == rule_id.casefold()), None)
    if found is None:
        near = difflib.get_close_matches(rule_id, pages, n=1)
        way_out = say("Did you mean {near}?", near=near[0]) if near else say("`tradedocs rules` lists them.")
        raise UsageError(say("there is no rule {rule}", rule=rule_id), way_out=way_out)
    click.echo(f"{found}\n\n{pages[found]}")


_FAMILIES = ("check", "deal", "lint", "credit")


def _pages(family: str) -> dict[str, str]:
    """The manual page of every rule of a family, by its id."""
    if family == "deal":
        from tradedocs.contract.rules import RULES as DEAL_RULES

        return {rule.ID: (rule.__doc__ or "").strip() for rule in DEAL_RULES}
    if family == "credit":
        from tradedocs.credit.rules import RULES as CREDIT_RULES

        return {rule.ID: (rule.__doc__ or "").strip() for rule in CREDIT_RULES}
    if family == "lint":
        from tradedocs.library.lint.page import manual_page as lint_page
        from tradedocs.library.lint.rules import RULES as LINT_RULES

        return {rule.ID: lint_page(rule) for rule in LINT_RULES}
    from tradedocs.check.resolvable import manual
    from tradedocs.check.rules import RULES, manual_page

    return {rule.ID: f"{manual_page(rule)}\n\n{manual(rule.ID)}" for rule in RULES}
