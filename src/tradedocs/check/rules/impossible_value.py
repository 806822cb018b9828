"""A value is one that no goods can have.

What: a value above what its nature allows (nitrogen in urea above 46.65 %, a share above 100 %, a power factor above
1), a tensile strength below the yield strength of the same specimen, or elements of one specimen that add up to more
than the whole.

Why: such a figure was mistyped, misread or invented; nothing else in its report can be relied on before that is known.

Bad: urea with 46.9 % nitrogen; yield strength 420 MPa and tensile strength 400 MPa of specimen 1.
Good: urea with 46.4 % nitrogen; yield strength 420 MPa and tensile strength 590 MPa.

Source: the molar masses of urea (N 28.013 of 60.055); ISO 6892-1 (definitions of the strengths).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from tradedocs.check.case import Case, at
from tradedocs.check.names import meaning
from tradedocs.check.uncertain import plain
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Report, Result
from tradedocs.model.units import find, ratio
from tradedocs.ui import say
from tradedocs.vocabulary.directions import above, ceilings_of

ID = "impossible-value"
RESTS_ON: tuple[str, ...] = ("inspection.report",)
_ELEMENTS = frozenset(
    "lead cadmium mercury arsenic chromium copper nickel iron zinc tin antimony manganese phosphorus silicon "
    "sulphur nitrogen".split()
)
_Named = list[tuple[Result, str | None]]
_ROUNDING = Fraction(1)  # percent that many rounded shares may add up to above the whole


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each such value, pair or sum."""
    for report, about in zip(case.reports, case.about, strict=True):
        goods = [line.description for line in case.lines if line.line in about]
        if report.goods is not None:
            goods.append(report.goods.text)
        rows = [row for row in report.results if _plain_number(row)]
        named = [(row, meaning(row.parameter)) for row in rows]
        for row, words in (*_too_high(rows, " ".join(goods)), *_strengths(named), *_sums(named)):
            yield _finding(report, row, words)


def _plain_number(row: Result) -> bool:
    return not row.doubt and row.value.kind in ("number", "range") and row.value.high is not None


def _unit(row: Result) -> str | None:
    unit = (row.unit or "").strip(" -–—/")
    return unit or None


def _too_high(rows: list[Result], goods: str) -> Iterator[tuple[Result, str]]:
    for row in rows:
        assert row.value.high is not None
        for ceiling in ceilings_of(row.parameter, goods):
            if above(ceiling, Fraction(row.value.high), _unit(row)):
                yield row, say("{name} {value} cannot be: {why}", name=row.parameter, value=row.shown,
                               why=ceiling.why)  # fmt: skip
                break


def _strengths(rows: _Named) -> Iterator[tuple[Result, str]]:
    """A tensile strength below the yield strength of the same specimen, where each stands once."""
    found: dict[tuple[str | None, str | None], dict[str, list[Result]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for row, name in rows:
        if name in ("yield-strength", "tensile-strength"):
            found[row.section, row.specimen][name].append(row)
    for named in found.values():
        yields, tensiles = named["yield-strength"], named["tensile-strength"]
        if len(yields) != 1 or len(tensiles) != 1:
            continue
        low, high = _in(yields[0], "MPa"), _in(tensiles[0], "MPa")
        if low is not None and high is not None and high < low:
            yield tensiles[0], say("a tensile strength of {tensile} below the yield strength of {low}",
                                   tensile=tensiles[0].shown, low=yields[0].shown)  # fmt: skip


def _sums(rows: _Named) -> Iterator[tuple[Result, str]]:
    """Elements of one specimen, each named once, that add up to more than the whole."""
    found: dict[tuple[str | None, str | None], dict[str, Result]] = defaultdict(dict)
    twice: set[tuple[str | None, str | None]] = set()
    for row, name in rows:
        if name is not None and name in _ELEMENTS:
            key = (row.section, row.specimen)
            twice |= {key} if name in found[key] else set()
            found[key][name] = row
    for key, named in found.items():
        shares = [share for row in named.values() if (share := _in(row, "%")) is not None]
        if key not in twice and sum(shares) > 100 + _ROUNDING:
            yield next(iter(named.values())), say("{names} add up to {total} %, more than the whole",
                                                  names=", ".join(row.parameter for row in named.values()),
                                                  total=plain(sum(shares, Fraction(0))))  # fmt: skip


def _in(row: Result, unit: str) -> Fraction | None:
    try:
        return Fraction(row.value.low or 0) * ratio(find(_unit(row) or ""), find(unit))
    except ValueError:
        return None


def _finding(report: Report, row: Result, words: str) -> Finding:
    return Finding(
        rule=ID,
        severity=Verdict.HOLD,
        message=f"{report.source.file}: {words}",
        way_out=say("Ask the issuer for the record of the measurement and a corrected report."),
        places=(at(report, row.place),),
    )
