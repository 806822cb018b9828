"""From which day the claim periods count."""

from __future__ import annotations

from tradedocs.model.clause import Language
from tradedocs.model.deal import Deal

_START = {
    "arrival": ("arrival of the Goods at the destination", "货物到达目的地"),
    "discharge": ("completion of the discharge of the Goods at the destination", "货物在目的地卸货完毕"),
    "receipt": ("receipt of the Goods by the Buyer", "买方收到货物"),
}


def window_start(deal: Deal, language: Language) -> str:
    """`arrival of the Goods at the destination`, `货物到达目的地`."""
    english, chinese = _START[deal.claims.start]
    return chinese if language == "zh" else english
