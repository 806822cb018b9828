"""The ways to settle a claim as one self-contained page: no script, no outside asset, prints on A4.

Everything from a claim file or a contract is attack input for a page, so each piece is escaped, and the page's own
policy forbids scripts and loading anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from tradedocs.formats.claim_options_chart import chart_svg
from tradedocs.formats.claim_options_words import (
    LEVELS,
    Spoken,
    amount,
    articles,
    heading,
    money,
    pick,
    ranks,
    text,
    triaged,
    word,
)
from tradedocs.formats.plain import plain
from tradedocs.model.claimoptions import ClaimOptions, Exposure
from tradedocs.model.settling import Remedy

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = """
:root{--line:#dadee4;--ink:#1b2330;--dim:#576273;--soft:#f4f5f7;--stop:#a11233;--mark:#0b4f9e}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:#fff;font:15px/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans",
"Noto Sans CJK SC","Microsoft YaHei",sans-serif;font-variant-numeric:tabular-nums}
main{max-width:980px;margin:0 auto;padding:32px 28px 64px}
h1{font-size:24px;line-height:1.25;margin:0 0 6px}h2{font-size:19px;margin:36px 0 10px}
h3{font-size:16px;margin:0}p{margin:4px 0}
.dim{color:var(--dim)}.advice{border-left:4px solid var(--stop);background:#fdf3f5;padding:8px 14px;margin:10px 0}
table{border-collapse:collapse;width:100%}th{font-weight:600;color:var(--dim);text-align:left}
th,td{padding:7px 10px 7px 0;border-bottom:1px solid var(--line);vertical-align:top}
td.n,th.n{text-align:right;white-space:nowrap;padding-right:22px}
.barred td{color:var(--dim)}
section.way{border-top:1px solid var(--line);padding:14px 0}
section.way ol,section.way ul{margin:6px 0;padding-left:22px}
.why{color:var(--stop)}
.legal{border:2px solid var(--stop);padding:4px 20px 14px;margin-top:36px}
.legal h2{color:var(--stop);margin-top:16px}
svg.chart{width:100%;max-width:760px;height:auto;font-size:13px;fill:var(--ink)}
svg.chart text.missing{fill:var(--dim);font-style:italic}
.wide{overflow-x:auto}
@media print{main{padding:0}section.way{break-inside:avoid}@page{size:A4;margin:16mm}}
"""


def options_html(found: ClaimOptions, language: Spoken = "en") -> str:
    """The page in one language."""
    tongue = "zh-CN" if language == "zh" else "en"
    parts = [
        "<!doctype html>",
        f'<html lang="{tongue}"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(heading(found, language))}</title><style>{_STYLE}</style></head><body><main>",
        *_head(found, language),
        *_table(found.remedies, language),
        *_compared(found, language),
        f"<h2>{escape(word('steps', language))}</h2>",
        *(part for one in found.remedies for part in _way(one, found.remedies, language)),
        *(_legal(found, language) if found.legal else ()),
        "</main></body></html>",
    ]
    return "\n".join(parts) + "\n"


def _head(found: ClaimOptions, language: Spoken) -> Iterator[str]:
    yield f"<h1>{escape(heading(found, language))}</h1>"
    yield f"<p>{escape(text(found.complaint, language))}</p>"
    yield f'<p class="dim">{escape(word("triage", language, told=triaged(found, language)))}</p>'
    for advice in found.advice:
        yield f'<p class="advice">{escape(text(advice, language))}</p>'
    if found.limit is not None:
        yield f'<p class="dim">{escape(word("limit", language, limit=found.limit))}</p>'
    if found.earlier is not None:
        yield f'<p class="dim">{escape(word("earlier", language, amount=found.earlier))}</p>'


def _table(remedies: Sequence[Remedy], language: Spoken) -> Iterator[str]:
    yield f"<h2>{escape(word('options', language))}</h2>"
    if not remedies:
        yield f"<p>{escape(word('nothing', language))}</p>"
        return
    heads = "".join(
        f'<th class="n">{escape(word(key, language))}</th>' if key in ("gain", "cost")
        else f"<th>{escape(word(key, language))}</th>"
        for key in ("way", "gain", "cost", "authority", "articles")
    )  # fmt: skip
    yield f'<div class="wide"><table><thead><tr><th></th>{heads}</tr></thead><tbody>'
    for one in remedies:
        barred = one.barred is not None
        title = escape(text(one.title, language))
        if barred:
            title += f" ({escape(word('shut', language))})"
        yield (
            f"<tr{' class=barred' if barred else ''}><td>{one.rank}</td><td>{title}</td>"
            f'<td class="n">{escape(amount(one, language))}</td><td class="n">{escape(money(one.cost, language))}</td>'
            f"<td>{escape(pick(LEVELS[one.authority], language))}</td><td>{escape(articles(one, language))}</td></tr>"
        )
    yield "</tbody></table></div>"


def _compared(found: ClaimOptions, language: Spoken) -> Iterator[str]:
    if not found.compared:
        return
    first = "cost" if found.our_side == "seller" else "gain"
    yield f"<h2>{escape(word('compare', language))}</h2>"
    heads = "".join(f'<th class="n">{escape(word(key, language))}</th>' for key in (first, "worth", "net"))
    yield f'<div class="wide"><table><thead><tr><th>{escape(word("way", language))}</th>{heads}</tr></thead><tbody>'
    for one in found.compared:
        figures = "".join(
            f'<td class="n">{escape(money(each, language))}</td>' for each in (one.money, one.worth, one.net)
        )
        title = escape(text(one.title, language))
        yield f"<tr{' class=barred' if one.barred else ''}><td>{title}</td>{figures}</tr>"
    yield "</tbody></table></div>"
    open_ones = [one for one in found.compared if not one.barred]
    yield chart_svg(open_ones, first, language)
    yield f'<p class="dim">{escape(word("source-of-worth", language))}</p>'


def _way(one: Remedy, among: Sequence[Remedy], language: Spoken) -> Iterator[str]:
    capped = f" ({word('capped', language)})" if one.capped else ""
    yield '<section class="way">'
    yield (
        f"<h3>{one.rank}. {escape(text(one.title, language))} – {escape(amount(one, language))}{escape(capped)}</h3>"
    )
    if one.barred is not None:
        yield f'<p class="why">{escape(text(one.barred, language))}</p>'
    yield f'<p class="dim">{escape(_facts(one, among, language))}</p>'
    if one.steps:
        steps = "".join(f"<li>{escape(text(step.words, language))}</li>" for step in one.steps)
        yield f"<ol>{steps}</ol>"
    if one.notes:
        yield "<ul>" + "".join(f"<li>{escape(text(note, language))}</li>" for note in one.notes) + "</ul>"
    yield "</section>"


def _facts(one: Remedy, among: Sequence[Remedy], language: Spoken) -> str:
    told = [(word("articles", language), articles(one, language))]
    if one.gain is not None and one.low is not None and one.high is not None:
        told.append((word("gain", language), word("interval", language, low=one.low, high=one.high)))
    told += [
        (word("cost", language), money(one.cost, language)),
        (word("authority", language), pick(LEVELS[one.authority], language)),
        (word("due", language), "" if one.due is None else one.due.isoformat()),
        (word("unknown", language), plain(", ".join(one.unknown))),
        (word("excludes", language), ranks(one, among)),
    ]
    colon = "：" if language == "zh" else ": "
    return " · ".join(f"{label}{colon}{value}" for label, value in told if value)


def _legal(found: ClaimOptions, language: Spoken) -> Iterator[str]:
    yield f'<div class="legal"><h2>{escape(word("legal", language))}</h2>'
    for remark in found.remarks:
        yield f'<p class="advice">{escape(text(remark, language))}</p>'
    for one in found.statutory:
        yield from _way(one, found.statutory, language)
    for key, exposure in (("under-contract", found.under_contract), ("without-limits", found.without_limits)):
        if exposure is not None:
            yield f"<p><strong>{escape(_exposure(word(key, language), exposure, language))}</strong></p>"
    yield f'<p class="dim">{escape(word("unknown-parts", language))}</p></div>'


def _exposure(label: str, exposure: Exposure, language: Spoken) -> str:
    keys = f" ({word('of', language, keys=', '.join(exposure.of))})" if exposure.of else ""
    return f"{label}: {exposure.amount}{keys}"
