"""How the quantity is determined and what a difference costs."""

from __future__ import annotations

from tradedocs.model.clause import Language
from tradedocs.model.deal import Deal

_WEIGHT = {
    "net": ("net weight", "净重"),
    "gross": ("gross weight", "毛重"),
    "theoretical": ("theoretical weight", "理论重量"),
    "conditioned": ("conditioned weight", "公量"),
}
_AT = {"loading": ("at loading", "在装货时"), "discharge": ("at discharge", "在卸货时")}
_PRICE = {
    "contract": ("the unit price of this Contract", "本合同单价"),
    "market": ("the market price on the day of shipment", "装运日的市场价格"),
}


def weight(deal: Deal, language: Language) -> str:
    """`net weight`, `净重`."""
    return _in(_WEIGHT[deal.quantity.weight], language)


def determined_at(deal: Deal, language: Language) -> str:
    """`at loading`, `在装货时`."""
    return _in(_AT[deal.quantity.determined_at], language)


def difference_price(deal: Deal, language: Language) -> str:
    """`the unit price of this Contract`, `本合同单价`."""
    return _in(_PRICE[deal.quantity.difference_price], language)


def _in(pair: tuple[str, str], language: Language) -> str:
    return pair[1] if language == "zh" else pair[0]
