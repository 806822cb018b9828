"""Inspection bodies and laboratories: which companies are one body, and the body's own way to verify a report."""

from __future__ import annotations

from functools import cache
from typing import Literal

from tradedocs.model.base import Fact
from tradedocs.model.text import Line
from tradedocs.registers.packaged import Dated, Register, packaged
from tradedocs.registers.states import Called, states


class Route(Dated):
    """One channel of an issuer's own: where a person asks, or the domain that a QR code of a report must have."""

    kind: Literal["email", "web", "qr", "phone"]
    target: Line


class Issuer(Fact):
    """One body with all its companies.

    Attributes:
        names, zh: what the names of its companies begin with.
        branches: the words that may stand between such a name and the legal form, beside places and words for a branch.
        domains: the Internet domains that are the body's own.
        verify: its own channels to verify a report; empty where none is known.
        source: where the entry was seen.
    """

    id: Line
    names: tuple[Line, ...]
    zh: tuple[Line, ...] = ()
    branches: tuple[Line, ...] = ()
    domains: tuple[Line, ...] = ()
    verify: tuple[Route, ...] = ()
    source: Line | None = None


class Issuers(Register):
    """The register of bodies, and the places that the names of their companies hold."""

    places: Called = Called()
    issuers: tuple[Issuer, ...]


@cache
def _packaged() -> Issuers:
    return packaged("issuers", Issuers)


_own: tuple[Issuer, ...] = ()
_own_places = Called()


def teach(issuers: tuple[Issuer, ...], places: Called | None = None) -> None:
    """From now on these bodies count beside the packaged ones, and before one of the same id."""
    global _own, _own_places
    _own, _own_places = issuers, places or Called()
    known_issuers.cache_clear()
    known_places.cache_clear()


@cache
def known_issuers() -> tuple[Issuer, ...]:
    """Every body that is known here; one that the workspace names by a packaged id replaces that one."""
    own = {one.id for one in _own}
    return (*_own, *(one for one in _packaged().issuers if one.id not in own))


@cache
def known_places() -> Called:
    """The places that a company's name may hold: of the register of States, and those that are kept beside it."""
    register = _packaged().places
    en = [name for one in states().states for name in (one.name.en, *one.names.en, *one.cities.en)]
    zh = [name for one in states().states for name in (one.name.zh, *one.names.zh, *one.cities.zh)]
    return Called(
        en=tuple(dict.fromkeys((*en, *register.en, *_own_places.en))),
        zh=tuple(dict.fromkeys((*zh, *register.zh, *_own_places.zh))),
    )
