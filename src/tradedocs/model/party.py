"""The sides of a contract."""

from __future__ import annotations

from typing import Literal

from tradedocs.model.base import Fact
from tradedocs.model.shapes import Country, Email, Swift
from tradedocs.model.text import Line

Side = Literal["seller", "buyer"]


class Bank(Fact):
    """Where the price is paid to."""

    name: Line
    address: Line | None = None
    swift: Swift
    account: Line


class Party(Fact):
    """One side of the contract. `country` is the place of business, as ISO 3166-1 alpha-2."""

    name: Line
    name_zh: Line | None = None
    registration_no: Line | None = None
    country: Country
    address: Line
    address_zh: Line | None = None
    email: Email
    phone: Line | None = None
    contact: Line | None = None
    signatory: Line
    signatory_title: Line
    bank: Bank | None = None
