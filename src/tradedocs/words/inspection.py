"""Who inspects the goods, and where."""

from __future__ import annotations

from tradedocs.model.clause import Language
from tradedocs.model.deal import Deal
from tradedocs.words.missing import in_language
from tradedocs.words.values import either


def inspection_bodies(deal: Deal, language: Language) -> str:
    """`Alpha, Beta or Gamma`, `Alpha、Beta或Gamma`."""
    return either(deal.inspection.bodies, language)


def inspection_place(deal: Deal, language: Language) -> str:
    """Where the goods are inspected.

    Raises:
        MissingFact: the place has no Chinese.
    """
    return in_language(deal.inspection.place, language, "inspection.place")
