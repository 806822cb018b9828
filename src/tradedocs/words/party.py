"""The parties, and what each language calls them."""

from __future__ import annotations

from tradedocs.model.clause import Language
from tradedocs.model.party import Party, Side


def name(party: Party, language: Language) -> str:
    """The registered name; where there is none in Chinese, the one that there is."""
    return party.name_zh if language == "zh" and party.name_zh else party.name


def address(party: Party, language: Language) -> str:
    """The registered address; where there is none in Chinese, the one that there is."""
    return party.address_zh if language == "zh" and party.address_zh else party.address


def side(who: Side, language: Language) -> str:
    """`the Seller`, `买方`."""
    english, chinese = ("the Seller", "卖方") if who == "seller" else ("the Buyer", "买方")
    return chinese if language == "zh" else english
