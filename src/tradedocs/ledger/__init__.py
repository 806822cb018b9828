"""The append-only ledger: one JSON row a line, each bound to the one before by its hash.

Row n carries the hash of row n-1; its own hash is taken over its canonical JSON. Changing, removing or
reordering a row breaks every later hash. A cut tail is found by an anchor that was kept elsewhere: each
verdict and each contract's receipt carries one.
"""

from tradedocs.ledger.chain import GENESIS, MENDED, Verification
from tradedocs.ledger.store import Ledger
from tradedocs.model.anchor import Row

__all__ = ["GENESIS", "MENDED", "Ledger", "Row", "Verification"]
