"""Arbitration institutions: exact names, rules, and how a clause names their edition."""

from __future__ import annotations

from functools import cache

from tradedocs.model.base import Fact
from tradedocs.model.clause import Title
from tradedocs.model.day import Day
from tradedocs.model.shapes import Country
from tradedocs.model.terms import Institution
from tradedocs.model.text import Line
from tradedocs.registers.packaged import Dated, Register, packaged


class WrongName(Fact):
    """A name that occurs in contracts and names no institution, or another one."""

    name: Title
    why: Line


class ArbitrationInstitution(Dated):
    """One institution. `formula` says which edition of `rules` counts; `edition` is the one at present."""

    code: Institution
    name: Title
    state: Country
    rules: Title
    formula: Title
    edition: Line | None = None
    in_force_from: Day | None = None
    never: tuple[WrongName, ...]


class Institutions(Register):
    """The register of institutions."""

    institutions: tuple[ArbitrationInstitution, ...]


@cache
def institutions() -> tuple[ArbitrationInstitution, ...]:
    """Every institution that a deal may name."""
    return packaged("institutions", Institutions).institutions


def institution(code: Institution) -> ArbitrationInstitution:
    """The institution of that code."""
    return next(one for one in institutions() if one.code == code)
