"""What a clause needs and the deal does not say."""

from __future__ import annotations


class MissingFact(Exception):
    """The deal file leaves out `key`, which a clause needs."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key
