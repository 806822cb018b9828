"""Who may offer how much: the house's levels, in percent of the price of the shipment."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Literal

from pydantic import model_validator

from tradedocs.model.amount import Money, PercentText
from tradedocs.model.authority import Authority
from tradedocs.model.base import Fact
from tradedocs.ui import say
from tradedocs.yamlfile import load, parse

FILE = "claims-authority.yaml"


class Levels(Fact):
    """Up to `sales` percent a sales clerk offers, up to `manager` percent a manager; more is for the board.

    `goodwill` is the gesture, in percent of the price of the goods concerned, where nothing is owed.
    """

    version: Literal["1"]
    sales: PercentText
    manager: PercentText
    goodwill: PercentText

    @model_validator(mode="after")
    def _rising(self) -> Levels:
        if self.sales > self.manager:
            raise ValueError(say("a sales clerk may not offer more than a manager"))
        return self

    def needed(self, amount: Money, base: Money) -> Authority:
        """The least level that may offer the amount, of a shipment of that price."""
        if base.amount <= 0:
            return "board"
        share = 100 * amount.amount / base.amount
        return "sales" if share <= self.sales else "manager" if share <= self.manager else "board"


def levels(folder: Path | None) -> Levels:
    """The workspace's own levels, else those that come with the program.

    Raises:
        InputError: the workspace's file holds errors.
    """
    if folder is not None and (folder / FILE).is_file():
        return load(folder / FILE, Levels)
    text = (resources.files("tradedocs.claims") / "data" / "authority.yaml").read_text(encoding="utf-8")
    return parse(text, "authority.yaml", Levels)
