"""A concession: the other side signs that it takes goods which miss one point of the contract.

The file that `tradedocs concession record --from` reads holds `ConcessionTerms`; the signed paper itself is on record
by its hash.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from tradedocs.model.amount import QuantityText
from tradedocs.model.base import Fact
from tradedocs.model.day import Day
from tradedocs.model.text import Line
from tradedocs.ui import say


def _as_count(value: object) -> object:
    return int(value) if isinstance(value, str) and value.isdecimal() else value


Count = Annotated[int, Field(ge=0), BeforeValidator(_as_count)]


class Signature(Fact):
    """Who signed for which company, and when."""

    party: Line
    by: Line
    on: Day


class Consent(Signature):
    """The end buyer's signed consent: who signed, when, and the file that holds it."""

    file: Line


class CreditAmendment(Fact):
    """The bank's amendment of the letter of credit that lets the certificate say what it says."""

    number: Line
    on: Day
    file: Line


class Conceded(Fact):
    """One point: a characteristic with its measured value, a class of defects with the number found, or the report's
    own conclusion."""

    characteristic: Line | None = None
    measured: Line | None = None
    defects: Literal["major", "minor"] | None = None
    found: Count | None = None
    conclusion: Literal["fail", "pending"] | None = None

    @model_validator(mode="after")
    def _one_point(self) -> Conceded:
        pairs = ((self.characteristic, self.measured), (self.defects, self.found))
        given = [pair for pair in pairs if pair != (None, None)]
        if any(None in pair for pair in given) or len(given) + (self.conclusion is not None) != 1:
            raise ValueError(
                say(
                    "each item is one of: `characteristic` with `measured`; `defects` with `found`; `conclusion`"
                )
            )
        return self


class ConcessionTerms(Fact):
    """What was conceded, exactly.

    Attributes:
        report: the number of the report that shows it.
        lots: the lots, as the report names them; empty only where it names none.
        quantity: how much of the goods line may go.
        price_effect: what it does to the price, in words (`2 % off the price of the lot`, `none`).
        expires: the last day on which the goods may be released under it.
        signed: for the other side of the contract.
        end_buyer: who takes the goods in the end and consents, or `none` where the other side itself does.
        letter_of_credit: how the credit was amended, or `none` where no part of the price is paid by one.
    """

    contract: Line
    shipment: Count
    line: Count
    report: Line
    lots: tuple[Line, ...] = ()
    quantity: QuantityText
    items: Annotated[tuple[Conceded, ...], Field(min_length=1)]
    price_effect: Line
    expires: Day
    signed: Signature
    end_buyer: Literal["none"] | Consent
    letter_of_credit: Literal["none"] | CreditAmendment | None = None


class Concession(Fact):
    """A concession on record.

    Attributes:
        file_sha256: the hash of the signed paper; `end_buyer_sha256` and `credit_sha256` those of the other two.
        shown: whether the paper itself shows what the terms say, as far as its words could be read.
        by: whose word it is that the paper was signed so; `on` is the day of the record, `row` its row in the ledger.
    """

    terms: ConcessionTerms
    file_sha256: str
    end_buyer_sha256: str | None = None
    credit_sha256: str | None = None
    shown: bool
    by: Line
    on: Day
    row: int
