"""The operating characteristic as a small chart in text, as a drawing (SVG) and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import Any

from tradedocs.sampling.characteristic import Curve, Point
from tradedocs.ui import say

_WIDE, _HIGH = 56, 10
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_BOX = (64.0, 24.0, 520.0, 260.0)  # left, top, right, bottom of the drawing's chart
_INKS = ("#0b4f9e", "#9a5b00", "#a11233", "#0b6b57")
_DASHES = ("", "7 4", "2 4", "10 3 2 3")


def curve_text(curve: Curve) -> str:
    """The chart: quality across, the share of lots that passes upwards; then what it means in words."""
    most = curve.points[-1].quality or 1.0
    columns = [passes_at(curve.points, most * (k + 0.5) / _WIDE) for k in range(_WIDE)]
    lines = [say("AQL {aql}: share of lots that pass", aql=curve.plan.aql)]
    for row in range(_HIGH, 0, -1):
        label = f"{100 * row // _HIGH:>4} % " if row in (_HIGH, _HIGH // 2) else " " * 7
        bars = "".join(_bar(share * _HIGH - (row - 1)) for share in columns)
        lines.append(f"{label}│{bars}".rstrip())
    lines.append("   0 % └" + "─" * _WIDE)
    half, end = f"{most / 2:.3g}", f"{most:.3g}"
    unit = _unit(curve)
    lines.append(" " * 8 + "0".ljust(_WIDE // 2) + half.ljust(_WIDE // 2 - len(end)) + end)
    lines.append(" " * 8 + unit)
    return "\n".join([*lines, *_words(curve)])


def _bar(height: float) -> str:
    return _EIGHTHS[max(0, min(8, round(height * 8)))]


def passes_at(points: Sequence[Point], quality: float) -> float:
    """The share that passes at a quality between two points of the curve."""
    for left, right in pairwise(points):
        if quality <= right.quality:
            way = (quality - left.quality) / ((right.quality - left.quality) or 1.0)
            return left.passes + way * (right.passes - left.passes)
    return points[-1].passes


def _unit(curve: Curve) -> str:
    if curve.plan.counts_items:
        return say("% of the lot's items that are nonconforming")
    return say("nonconformities per 100 items")


def _words(curve: Curve) -> Iterator[str]:
    if curve.at_aql is not None:
        yield say("Of lots at the AQL {share} % pass.", share=f"{100 * curve.at_aql:.1f}")
    unit = "%" if curve.plan.counts_items else say("nonconformities per 100 items")
    yield say(
        "Of lots with {quality} {unit} one in ten still passes.", quality=f"{curve.one_in_ten:.2g}", unit=unit
    )
    kinds = {
        "hypergeometric": say("Exact for this lot (hypergeometric)."),
        "binomial": say("For the process that makes such lots (binomial)."),
        "poisson": say("For nonconformities per 100 items (Poisson)."),
    }
    yield kinds[curve.distribution]


def curve_data(curve: Curve) -> dict[str, Any]:
    """The curve for JSON: shares from 0 to 1, qualities in the unit that `unit` names."""
    return {
        "distribution": curve.distribution,
        "unit": "percent-nonconforming" if curve.plan.counts_items else "nonconformities-per-100",
        "at_aql": curve.at_aql,
        "one_in_ten": curve.one_in_ten,
        "points": [[round(point.quality, 6), round(point.passes, 6)] for point in curve.points],
    }


def curves_svg(curves: Sequence[Curve]) -> str:
    """One drawing of all curves, told apart by colour and by dashes; it loads nothing."""
    most = max(curve.points[-1].quality for curve in curves) or 1.0
    left, top, right, bottom = _BOX
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 320" font-family="system-ui,sans-serif" '
        'font-size="12" fill="#1b2330"><rect width="560" height="320" fill="#fff"/>',
        f"<title>{escape(say('Operating characteristic'))}</title>",
    ]
    for k in range(5):
        y = bottom - (bottom - top) * k / 4
        x = left + (right - left) * k / 4
        parts.append(f'<path d="M{left} {y:.1f}H{right}" stroke="#dadee4"/>')
        parts.append(f'<text x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">{25 * k} %</text>')
        parts.append(f'<text x="{x:.1f}" y="{bottom + 18}" text-anchor="middle">{most * k / 4:.3g}</text>')
    for k, curve in enumerate(curves):
        parts += _line(curve, k, most)
    name = _unit(curves[0]) if len({_unit(curve) for curve in curves}) == 1 else say("quality")
    parts.append(
        f'<text x="{(left + right) / 2}" y="{bottom + 40}" text-anchor="middle">{escape(name)}</text>'
    )
    parts.append(f'<text x="{left}" y="14">{escape(say("share of lots that pass"))}</text></svg>')
    return "\n".join(parts) + "\n"


def _line(curve: Curve, k: int, most: float) -> Iterator[str]:
    left, top, right, bottom = _BOX
    ink, dash = _INKS[k % len(_INKS)], _DASHES[k % len(_DASHES)]
    spots = " ".join(
        f"{left + (right - left) * point.quality / most:.1f},{bottom - (bottom - top) * point.passes:.1f}"
        for point in curve.points
    )
    yield f'<polyline points="{spots}" fill="none" stroke="{ink}" stroke-width="2" stroke-dasharray="{dash}"/>'
    y = top + 16 + 18 * k
    yield f'<path d="M{right - 150} {y - 4}h26" stroke="{ink}" stroke-width="2" stroke-dasharray="{dash}"/>'
    plan = curve.plan
    name = say("AQL {aql}: n {n}, Ac {accept}", aql=plan.aql, n=plan.sample_size, accept=plan.accept)
    yield f'<text x="{right - 118}" y="{y}">{escape(name)}</text>'
