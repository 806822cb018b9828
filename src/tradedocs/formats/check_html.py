"""The verdict as one self-contained page: no script, no outside asset, prints on A4.

Everything from a report or a contract is attack input for a page, so each piece is escaped, and the page's own
policy forbids scripts and loading anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from tradedocs.formats.check_html_goods import Crops, goods_line
from tradedocs.formats.check_html_papers import (
    Copies,
    Copy,
    authenticity,
    documents,
    record,
    sampling,
    unread,
)
from tradedocs.formats.check_style import STYLE, sign
from tradedocs.formats.gates import gate_mark, gates_words
from tradedocs.formats.numbered import numbered
from tradedocs.model.finding import Finding, Judgement, Verdict
from tradedocs.ui import say

__all__ = ["GENERATOR", "Copies", "Copy", "Crops", "check_html"]

GENERATOR = '<meta name="generator" content="tradedocs verdict">'
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_GRAVEST_FIRST = (Verdict.REJECT, Verdict.HOLD, Verdict.CONCESSION)


def check_html(judgement: Judgement, crops: Crops, copies: Copies | None = None) -> str:
    """The page.

    Args:
        judgement: what it shows.
        crops: the picture of each value that has one.
        copies: what lies beside the page of each report, by its hash; None where nothing was copied.
    """
    marks = numbered(judgement)
    title = f"{judgement.verdict} – {judgement.contract_no}"
    parts = [
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        GENERATOR,
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body><main>",
        *_banner(judgement),
        *_reasons(judgement.findings),
        *(part for line in judgement.lines for part in goods_line(line, crops, marks, judgement.gate)),
        *sampling(judgement, marks),
        *authenticity(judgement.reports),
        *documents(judgement.reports, copies),
        *unread(judgement.reports),
        *record(judgement),
        "</main></body></html>",
    ]
    return "\n".join(parts) + "\n"


def _banner(judgement: Judgement) -> Iterator[str]:
    verdict = judgement.verdict
    over = [say("Pre-shipment check"), say("Contract {no}", no=judgement.contract_no)]
    if judgement.lines:
        over.append(say("Shipment {n}", n=judgement.lines[0].shipment))
    yield f'<p class="over">{"".join(f"<span>{escape(part)}</span>" for part in over)}</p>'
    yield f'<section class="banner {verdict.name}">{sign(verdict)}<h1>{escape(str(verdict))}</h1>'
    yield f"<p>{escape(_meaning(judgement))}<br>{escape(gates_words(judgement))}</p></section>"
    first, rest = _next_step(judgement)
    yield f'<section class="next"><b>{escape(say("Next step"))}</b><p>{escape(first)}</p>'
    yield f"<p>{escape(rest)}</p></section>" if rest else "</section>"


def _meaning(judgement: Judgement) -> str:
    words: Mapping[Verdict, str] = {
        Verdict.RELEASE: say("The goods may be loaded. This is no release of the documents.")
        if judgement.gate == "load"
        else say("Every characteristic that the contract calls for was found and meets it."),
        Verdict.CONCESSION: say(
            "The goods miss the contract in the points below. They may be shipped because the other side "
            "signed a concession, within its limits and until it expires."
        ),
        Verdict.HOLD: say("Do not ship yet: a person must answer the points below."),
        Verdict.REJECT: say("Do not ship: the goods do not meet the contract."),
    }
    unsigned = say(" This verdict rests on an unsigned contract or deal file.") if judgement.unsigned else ""
    return words.get(judgement.verdict, "") + unsigned


def _next_step(judgement: Judgement) -> tuple[str, str]:
    """The step of the first of the gravest findings, and how many more there are."""
    standing = [
        one for one in _in_order(judgement.findings) if one.severity in (Verdict.REJECT, Verdict.HOLD)
    ]
    if not standing and judgement.verdict is Verdict.CONCESSION:
        return say(
            "The goods may be shipped under the concession only: keep to its limits and to its last day."
        ), ""
    if not standing:
        return (
            say("The goods may be loaded; the documents are checked when they are loaded.")
            if judgement.gate == "load"
            else say("The goods may be shipped. Send on the original reports only, never an extract."),
            say("A release is no acceptance of the goods and waives no right."),
        )
    points = {
        verdict: sum(one.severity is verdict for one in standing)
        for verdict in (Verdict.REJECT, Verdict.HOLD)
    }
    counts = (say("{n} to correct", n=points[Verdict.REJECT]), say("{n} to answer", n=points[Verdict.HOLD]))
    shown = ", ".join(words for words, n in zip(counts, points.values(), strict=True) if n)
    return standing[0].way_out, say("Points that stand: {shown}. All of them are below.", shown=shown)


def _in_order(findings: tuple[Finding, ...]) -> list[Finding]:
    def grave(finding: Finding) -> int:
        return (
            _GRAVEST_FIRST.index(finding.severity)
            if finding.severity in _GRAVEST_FIRST
            else len(_GRAVEST_FIRST)
        )

    return sorted(findings, key=grave)


def _reasons(findings: tuple[Finding, ...]) -> Iterator[str]:
    groups = (
        (Verdict.REJECT, say("Why it is rejected"), "reasons"),
        (Verdict.HOLD, say("What must be answered"), "reasons"),
        (Verdict.CONCESSION, say("What was conceded"), "reasons"),
        (Verdict.RELEASE, say("For information"), "reasons notes"),
    )
    for verdict, title, kind in groups:
        those = [one for one in findings if one.severity is verdict]
        if those:
            yield f'<h2>{escape(title)}</h2><ol class="{kind}">'
            yield from map(_reason, those)
            yield "</ol>"


def _reason(finding: Finding) -> str:
    pages = ", ".join(dict.fromkeys(f"{place.document} p.{place.page}" for place in finding.places))
    tone = "t-note" if finding.severity is Verdict.RELEASE else f"t-{finding.severity.name}"
    mark = '<span class="t-note">–</span>' if finding.severity is Verdict.RELEASE else sign(finding.severity)
    where = f"{escape(pages)} &nbsp;" if pages else ""
    message = escape(finding.message + gate_mark(finding))
    rule = f"{finding.rule} {finding.mark}" if finding.settled or finding.resolved else finding.rule
    step = say("Next:") if finding.severity in (Verdict.HOLD, Verdict.REJECT) else ""
    return (
        f'<li class="{tone}">{mark}<div style="color:var(--ink)"><p class="what">{message}</p>'
        f'<p class="do"><b>{escape(step)}</b> {escape(finding.way_out)}</p>'
        f'<p class="small">{where}<span class="rule">{escape(rule)}</span></p></div></li>'
    )
