"""The closed table of units, with exact factors and dimensions.

A unit outside this table is an error, never a guess: comparing a value in an unknown unit with a limit is how
bad goods get released. Factors are exact fractions of the dimension's base unit (SI Brochure, 9th edition;
NIST SP 811 for inch, pound and ton; ICUMSA for °Z and IU).
"""

from __future__ import annotations

import difflib
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache

from tradedocs.ui import say


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: the symbol that documents print, what it measures, and its size in the base unit."""

    symbol: str
    dimension: str
    factor: Fraction


class UnknownUnit(ValueError):
    """A unit that is not in the table; the message names the nearest known ones."""

    def __init__(self, text: str) -> None:
        near = nearest(text)
        if near:
            message = say("unknown unit {text!r}; did you mean {near}?", text=text, near=" or ".join(near))
        else:
            message = say("unknown unit {text!r}; `tradedocs units` lists the known ones", text=text)
        super().__init__(message)


# symbol, dimension, factor, other spellings (folded for case and blanks)
_TABLE: tuple[tuple[str, str, str, str], ...] = (
    ("%", "fraction", "1/100", "percent|pct|wt%|%(w/w)|%w/w|%m/m|g/100 g|g/100g"),
    ("‰", "fraction", "1/1000", "permille"),
    ("g/kg", "fraction", "1/1000", "mg/g"),
    ("mg/kg", "fraction", "1/1000000", "ppm|µg/g|ug/g|mcg/g"),
    ("µg/kg", "fraction", "1/1000000000", "ppb|ug/kg|ng/g|mcg/kg"),
    ("ng/kg", "fraction", "1/1000000000000", ""),
    ("g/l", "mass concentration", "1", "mg/ml"),
    ("mg/l", "mass concentration", "1/1000", "µg/ml|ug/ml"),
    ("µg/l", "mass concentration", "1/1000000", "ug/l"),
    ("µg/cm²", "mass per area", "1", "ug/cm2|µg/cm2|ug/cm²"),
    ("mg/dm²", "mass per area", "10", "mg/dm2"),
    ("g/m²", "mass per area", "100", "g/m2|gsm"),
    ("g/cm³", "density", "1000", "g/cm3|g/ml"),
    ("kg/m³", "density", "1", "kg/m3"),
    ("kg", "mass", "1", "kgs|kilogram|kilograms|公斤|千克"),
    ("g", "mass", "1/1000", "gram|grams|克"),
    ("mg", "mass", "1/1000000", "毫克"),
    ("t", "mass", "1000", "mt|mts|tonne|tonnes|metric ton|metric tons|m.t.|m/t|吨|公吨"),
    ("lb", "mass", "45359237/100000000", "lbs|pound|pounds"),
    ("long ton", "mass", "1016.0469088", ""),
    ("short ton", "mass", "907.18474", ""),
    ("m", "length", "1", "metre|meter|metres|meters|米"),
    ("cm", "length", "1/100", "厘米"),
    ("mm", "length", "1/1000", "毫米"),
    ("µm", "length", "1/1000000", "um|micron|microns"),
    ("in", "length", "0.0254", 'inch|inches|"|”'),
    ("ft", "length", "0.3048", "foot|feet"),
    ("m²", "area", "1", "m2|sqm"),
    ("m³", "volume", "1", "m3|cbm"),
    ("l", "volume", "1/1000", "litre|liter|ltr"),
    ("ml", "volume", "1/1000000", ""),
    ("Pa", "pressure", "1", ""),
    ("kPa", "pressure", "1000", ""),
    ("MPa", "pressure", "1000000", "n/mm²|n/mm2|n/mm^2"),
    ("GPa", "pressure", "1000000000", "kn/mm²"),
    ("bar", "pressure", "100000", ""),
    ("N", "force", "1", "newton"),
    ("kN", "force", "1000", ""),
    ("J", "energy", "1", "joule"),
    ("kJ/m²", "impact strength", "1000", "kj/m2"),
    ("MJ/kg", "specific energy", "1000000", "mj/kg"),
    ("kcal/kg", "specific energy", "4186.8", ""),
    ("°C", "temperature", "1", "℃|degc|deg c"),
    ("K", "colour temperature", "1", "kelvin"),
    ("°Z", "polarisation", "1", "°s|ºz|ºs|degz|zº|z°"),
    ("IU", "ICUMSA colour", "1", "icumsa|icumsa units|rbu|iu7|iu7.0"),
    ("CFU/g", "colony count by mass", "1", "cfu/gm|cfu·g⁻¹"),
    ("CFU/ml", "colony count by volume", "1", ""),
    ("MPN/g", "most probable number by mass", "1", ""),
    ("W", "power", "1", "watt|watts"),
    ("kW", "power", "1000", ""),
    ("V", "voltage", "1", "volt|vac|volts"),
    ("kV", "voltage", "1000", ""),
    ("V/m", "electric field strength", "1", ""),
    ("A", "current", "1", "ampere|amp"),
    ("mA", "current", "1/1000", ""),
    ("Hz", "frequency", "1", "hertz"),
    ("Ω", "resistance", "1", "ohm|ohms"),
    ("MΩ", "resistance", "1000000", "megohm|mohm"),
    ("lm", "luminous flux", "1", "lumen|lumens|流明"),
    ("lm/W", "luminous efficacy", "1", ""),
    ("dB", "level", "1", ""),
    ("s", "time", "1", "sec|second|seconds|秒"),
    ("min", "time", "60", "mins|minute|minutes|分钟"),
    ("h", "time", "3600", "hr|hrs|hour|hours|小时"),
    ("g/10 min", "melt flow rate", "1", "g/10min"),
    ("pH", "pH", "1", "ph value"),
    ("meq/kg", "peroxide value", "1", "meq o2/kg"),
    ("HRC", "Rockwell C hardness", "1", ""),
    ("HB", "Brinell hardness", "1", "hbw"),
    ("HV", "Vickers hardness", "1", ""),
    ("Shore D", "Shore D hardness", "1", "shored"),
    ("Shore A", "Shore A hardness", "1", "shorea"),
    ("pcs", "pieces", "1", "pc|piece|pieces|ea|each|unit|units|nos|个|件|只"),
    ("dozen", "pieces", "12", "dz|doz"),
    ("sets", "sets", "1", "set|套|台"),
    ("pairs", "pairs", "1", "pair|prs|双"),
    ("ctns", "cartons", "1", "ctn|carton|cartons|箱"),
    ("bags", "bags", "1", "bag|袋"),
    ("rolls", "rolls", "1", "roll|卷"),
)


def _fold(text: str) -> str:
    flat = unicodedata.normalize("NFKC", text.replace("²", "^2^").replace("³", "^3^"))
    return "".join(flat.split()).replace("^2^", "²").replace("^3^", "³").replace("μ", "µ").casefold()


@cache
def _by_spelling() -> dict[str, Unit]:
    known: dict[str, Unit] = {}
    for symbol, dimension, factor, others in _TABLE:
        unit = Unit(symbol, dimension, Fraction(factor))
        spellings = [symbol, *(other for other in others.split("|") if other)]
        for spelling in spellings:
            known.setdefault(_fold(spelling), unit)
    return known


# Spellings that folding the case would take for another unit: M is mega, m is milli.
_NOT_THE_SAME = frozenset({"mpa", "mω", "mohm", "mw", "mj/kg", "ma", "mv", "ka"})
_THE_SAME = frozenset({"MPa", "MPA", "MΩ", "Mohm", "MOhm", "MOHM", "MJ/kg", "MJ/KG", "mA"})


def find(text: str) -> Unit:
    """The unit that `text` names.

    Raises:
        UnknownUnit: it names none of the table.
    """
    unit = lookup(text)
    if unit is None:
        raise UnknownUnit(text.strip())
    return unit


@lru_cache(maxsize=4096)
def lookup(text: str) -> Unit | None:
    """The unit that `text` names; None when the table does not hold it."""
    bare = "".join(unicodedata.normalize("NFKC", text).split())
    if bare.casefold() in _NOT_THE_SAME and bare not in _THE_SAME:
        return None
    return _by_spelling().get(_fold(text))


def known(text: str) -> bool:
    """Whether `text` names a unit of the table."""
    return lookup(text) is not None


def nearest(text: str, count: int = 3) -> tuple[str, ...]:
    """The symbols of the table that look most like `text`."""
    spellings = difflib.get_close_matches(_fold(text), _by_spelling(), n=count * 2, cutoff=0.5)
    symbols = [_by_spelling()[spelling].symbol for spelling in spellings]
    return tuple(dict.fromkeys(symbols))[:count]


def all_units() -> tuple[Unit, ...]:
    """Every unit once, in the table's order."""
    return tuple(Unit(symbol, dimension, Fraction(factor)) for symbol, dimension, factor, _ in _TABLE)


def ratio(source: Unit, target: Unit) -> Fraction:
    """What one `source` is in `target`, exactly.

    Raises:
        ValueError: the two measure different things.
    """
    if source.dimension != target.dimension:
        raise ValueError(
            say("{a} ({a_is}) and {b} ({b_is}) cannot be compared", a=source.symbol, a_is=source.dimension,
                b=target.symbol, b_is=target.dimension)
        )  # fmt: skip
    return source.factor / target.factor
