"""How a paper names the state of the ledger on which it rests."""

from __future__ import annotations

from tradedocs.model.anchor import Anchor
from tradedocs.words.bilingual import Pair


def head_words(anchor: Anchor) -> Pair:
    """The sentence in English and Chinese for the foot of a letter: the ledger's last row when it was written."""
    return (
        f"Our record of this matter stood at row {anchor.row} when this letter was written: {anchor.sha256}",
        f"本函出具时，我方就本事项的记录至第{anchor.row}行：{anchor.sha256}",
    )
