"""A contract on the other side's paper: its hash, and the Spec that a named person confirmed to be its own."""

from __future__ import annotations

import json
from typing import Literal

from tradedocs.model.base import Fact
from tradedocs.model.day import Day
from tradedocs.model.spec import Spec
from tradedocs.model.text import Line


class Original(Fact):
    """The signed file: its name and the hash of its bytes. Nothing of it is copied."""

    file: Line
    sha256: str


class Confirmed(Fact):
    """Who confirmed, when, and each fact in the words in which it was confirmed."""

    by: Line
    on: Day
    facts: tuple[Line, ...]


class Adopted(Fact):
    """What an adopted contract's file holds, version 1."""

    version: Literal[1] = 1
    kind: Literal["adopted-contract"] = "adopted-contract"
    contract_no: Line
    original: Original
    deal_sha256: str
    confirmed: Confirmed
    spec: Spec

    def canonical(self) -> str:
        """The JSON text of the file: the same for the same facts."""
        data = self.model_dump(mode="json", by_alias=True)
        return json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
