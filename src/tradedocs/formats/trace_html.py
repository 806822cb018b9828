"""A story as one self-contained page with a timeline: no script, no outside asset, prints on A4.

Everything that a row holds is attack input for a page, so each piece is escaped, and the page's own policy forbids
scripts and loading anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from tradedocs.formats.plain import plain
from tradedocs.model.story import Event, Phase, Story
from tradedocs.ui import say

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_PHASES: dict[Phase, str] = {
    "clauses": say("Clauses"),
    "contract": say("Contract"),
    "inspection": say("Inspection and release"),
    "claim": say("Claim"),
    "settlement": say("Settlement"),
    "prevention": say("Prevention"),
}
_SIGNS = {"plain": "•", "good": "✓", "wait": "!", "bad": "✕"}
_STATES = {
    "present": say("present"),
    "missing": say("MISSING"),
    "altered": say("ALTERED"),
    "elsewhere": say("kept elsewhere"),
}
STYLE = """
:root{--good:#0b6b57;--wait:#9a5b00;--bad:#a11233;--plain:#576273;--line:#dadee4;--ink:#1b2330;--dim:#576273;--soft:#f4f5f7}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:#fff;font:15px/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans CJK SC","Microsoft YaHei",sans-serif;font-variant-numeric:tabular-nums}
main{max-width:880px;margin:0 auto;padding:32px 24px 64px}
h1{font-size:30px;line-height:1.2;margin:0 0 4px;overflow-wrap:anywhere}
h2{font-size:13px;letter-spacing:.08em;text-transform:uppercase;color:var(--dim);margin:34px 0 6px;padding-left:40px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:14px 0 0;font-size:14px}
dt{color:var(--dim)}dd{margin:0;overflow-wrap:anywhere}
ol{list-style:none;margin:0;padding:0;border-left:2px solid var(--line);margin-left:15px}
li{position:relative;padding:10px 0 10px 24px;break-inside:avoid}
li .dot{position:absolute;left:-14px;top:11px;width:26px;height:26px;border-radius:50%;background:var(--tone);color:#fff;text-align:center;font-weight:700;font-size:14px;line-height:26px}
.good{--tone:var(--good)}.wait{--tone:var(--wait)}.bad{--tone:var(--bad)}.plain{--tone:var(--plain)}
.when{font-size:13px;color:var(--dim)}
.what{font-weight:600;overflow-wrap:anywhere}
.more{font-size:14px;overflow-wrap:anywhere}
.file{font-size:13px;color:var(--dim);overflow-wrap:anywhere}.file code{font-size:12px}
.file.altered,.file.missing{color:var(--bad);font-weight:600}
.break{border:2px solid var(--bad);color:var(--bad);padding:12px 16px;margin:20px 0 0;font-weight:600}
.foot{margin-top:36px;padding-top:12px;border-top:1px solid var(--line);font-size:13px;color:var(--dim);overflow-wrap:anywhere}
@media(max-width:560px){main{padding:20px 14px 40px}h1{font-size:24px}dl{grid-template-columns:1fr}dd{margin-bottom:6px}}
@page{size:A4;margin:16mm}
@media print{main{padding:0;max-width:none}li .dot,.break{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
"""  # noqa: E501 - a style sheet


def trace_html(story: Story) -> str:
    """The page."""
    title = f"{story.subject} {story.name}"
    parts = [
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_safe(title)}</title><style>{STYLE}</style></head><body><main>",
        f"<h1>{_safe(say('The story of {what}', what=title))}</h1>",
        *_head(story),
        *(f'<p class="break">{_safe(one)}</p>' for one in story.breaks),
        *_timeline(story),
        *_foot(story),
        "</main></body></html>",
    ]
    return "\n".join(parts) + "\n"


def _foot(story: Story) -> Iterator[str]:
    words = say(
        "Told from {n} rows of the ledger, whose head is row {row}:", n=len(story.events), row=story.head.row
    )
    yield f'<p class="foot">{_safe(words)} <code>{escape(story.head.sha256)}</code></p>'


def _safe(text: str) -> str:
    return escape(plain(text))


def _head(story: Story) -> Iterator[str]:
    yield "<dl>"
    for word, names in (
        (say("Contracts"), story.contracts),
        (say("Lots"), story.lots),
        (say("Reports"), story.reports),
        (say("Claims"), story.claims),
    ):
        if names:
            yield f"<dt>{_safe(word)}</dt><dd>{_safe(', '.join(names))}</dd>"
    yield "</dl>"


def _timeline(story: Story) -> Iterator[str]:
    phase: Phase | None = None
    for event in story.events:
        if event.phase != phase:
            if phase is not None:
                yield "</ol>"
            phase = event.phase
            yield f"<h2>{_safe(_PHASES[phase])}</h2><ol>"
        yield from _event(event)
    if phase is not None:
        yield "</ol>"


def _event(event: Event) -> Iterator[str]:
    by = f" · {_safe(event.by)}" if event.by else ""
    yield f'<li class="{event.tone}"><span class="dot" aria-hidden="true">{_SIGNS[event.tone]}</span>'
    row = _safe(say("row {n}", n=event.row))
    moment = escape(event.at[:16].replace("T", " "))
    yield f'<div class="when"><time datetime="{escape(event.at)}">{moment}</time> · {row}{by}</div>'
    yield f'<div class="what">{_safe(event.title)}</div>'
    yield from (f'<div class="more">{_safe(detail)}</div>' for detail in event.details)
    for file in event.files:
        where = f" – {_safe(file.path)}" if file.path else ""
        told = f"<code>{escape(file.sha256[:16])}</code>, {_safe(_STATES[file.state])}{where}"
        yield f'<div class="file {file.state}">{_safe(file.name)} {told}</div>'
    yield "</li>"
