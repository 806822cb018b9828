"""The ways to settle a claim, ranked, as a command shows them."""

from __future__ import annotations

from tradedocs.model.amount import Money
from tradedocs.model.base import Fact
from tradedocs.model.claim import Category, Severity
from tradedocs.model.day import Day
from tradedocs.model.party import Side
from tradedocs.model.remedypolicy import Grade
from tradedocs.model.settling import Remedy
from tradedocs.model.shapes import LocalText


class Compared(Fact):
    """One way of settling beside the others and beside doing nothing; None is what nobody gave.

    Attributes:
        key: of the remedy; `nothing` for doing nothing.
        money: what it costs us where we sell, what it brings us where we buy.
        worth: what the user thinks that it is worth to keep the relationship this way.
        net: both together.
    """

    key: str
    title: LocalText
    money: Money | None = None
    worth: Money | None = None
    net: Money | None = None
    barred: bool = False


class Exposure(Fact):
    """The most that the buyer could have in all, and the remedies that it is made of."""

    amount: Money
    of: tuple[str, ...]


class ClaimOptions(Fact):
    """What `claim options` found.

    Attributes:
        advice: what to do before any offer.
        remedies: what the contract grants, and goodwill; best first.
        earlier: what was already promised for other claims under the same limit of liability.
        limit: what the limit of liability leaves for this claim; None where there is none.
        statutory, remarks, exposures: for the legal team only, and empty unless asked for: the remedies of the law,
            what to know of them, and the exposure under the contract and without its exclusions and limits.
        compared: the table of `--compare`; empty unless asked for.
    """

    claim: str
    contract_no: str
    as_of: Day
    our_side: Side
    currency: str
    complaint: LocalText
    category: Category
    severity: Severity
    grade: Grade
    advice: tuple[LocalText, ...] = ()
    remedies: tuple[Remedy, ...]
    limit: Money | None = None
    earlier: Money | None = None
    statutory: tuple[Remedy, ...] = ()
    remarks: tuple[LocalText, ...] = ()
    under_contract: Exposure | None = None
    without_limits: Exposure | None = None
    legal: bool = False
    compared: tuple[Compared, ...] = ()
