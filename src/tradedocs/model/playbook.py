"""What the house never takes, looks at twice, and never goes without: `playbook.yaml` beside the clauses."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from tradedocs.model.base import Fact
from tradedocs.model.text import Line
from tradedocs.ui import say

Weight = Literal["forbidden", "look"]


class Term(Fact):
    """Words that the other side may not bring in (`forbidden`), or that a lawyer reads first (`look`).

    `en` and `zh` are wordings of the same thing; case, blanks and the kind of quotes do not count.
    """

    id: Line
    weight: Weight = "forbidden"
    why: Line
    en: tuple[Line, ...] = ()
    zh: tuple[Line, ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Term:
        if not self.en and not self.zh:
            raise ValueError(say("a term has words in at least one language"))
        return self


class Playbook(Fact):
    """The house's list.

    Attributes:
        must_have: clauses that a contract never goes without; the set for a paper for which no deal is named.
        terms: words that are looked for in what the other side wrote.
    """

    version: Literal["1"] = "1"
    must_have: tuple[Line, ...] = ()
    terms: tuple[Term, ...] = ()
