"""The verdict as one self-contained page: no script, no outside asset, prints on A4.

Everything from a report or a contract is attack input for a page, so each piece is escaped, and the page's own
policy forbids scripts and loading anything.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from html import escape

from tradedocs.formats.attested import attested
from tradedocs.formats.gates import gate_mark, gates_words, not_due_words
from tradedocs.formats.order import telling_first
from tradedocs.formats.signed import in_words
from tradedocs.model.base import Place
from tradedocs.model.finding import (
    Checked,
    CheckedReport,
    Evidence,
    Finding,
    Gate,
    Judgement,
    LineVerdict,
    Verdict,
)
from tradedocs.model.report import Witness
from tradedocs.ui import say

Crops = Mapping[tuple[str, Place], bytes]
"""PNG pictures by report file and place."""

GENERATOR = '<meta name="generator" content="tradedocs verdict">'
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

_STYLE = """
:root{--release:#11693b;--hold:#8a5a00;--reject:#a3162a;--line:#d5d9de;--soft:#f5f6f8;--ink:#1c2430;--dim:#5a6675}
*{box-sizing:border-box}
body{font:15px/1.5 system-ui,"Segoe UI","Noto Sans","Noto Sans CJK SC",sans-serif;color:var(--ink)}
body{margin:0;background:#fff}
main{max-width:1120px;margin:0 auto;padding:28px 28px 60px}
h1{font-size:40px;letter-spacing:.02em;margin:0;line-height:1.1}
h2{font-size:19px;margin:34px 0 10px}
.banner{border-left:10px solid;padding:16px 22px;background:var(--soft)}
.banner p{margin:6px 0 0}
.RELEASE{color:var(--release)}.CONCESSION{color:var(--hold)}.HOLD{color:var(--hold)}.REJECT{color:var(--reject)}
.banner.RELEASE,.banner.HOLD,.banner.REJECT{border-color:currentColor}
.banner p,.banner dl{color:var(--ink)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:12px 0 0;font-size:14px}
dt{color:var(--dim)}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;margin:8px 0 4px}
th,td{border-bottom:1px solid var(--line);padding:8px 10px;text-align:left;vertical-align:top}
th{font-size:12.5px;color:var(--dim);font-weight:600;border-bottom:2px solid var(--line)}
td.word{font-weight:700;white-space:nowrap}
.value,li,thead{break-inside:avoid}
.specification{table-layout:fixed}.specification th:nth-child(1){width:21%}
.specification th:nth-child(2){width:15%}.specification th:nth-child(4){width:10%}
.name{font-weight:600}.small{font-size:13px;color:var(--dim)}
.value{margin:0 0 12px}.value:last-child{margin:0}
.value img{display:block;width:100%;max-width:640px;border:1px solid var(--line);margin-top:5px}
ol{margin:8px 0;padding:0;list-style:none}
ol li{border-left:4px solid currentColor;padding:6px 12px;margin:8px 0;background:var(--soft)}
ol li p{margin:0;color:var(--ink)}
code{font:13px ui-monospace,Consolas,monospace}
@media print{@page{size:A4;margin:14mm}main{padding:0;max-width:none}body{font-size:10.5pt}h1{font-size:26pt}
.banner,ol li{background:none;-webkit-print-color-adjust:exact}h2{break-after:avoid}}
"""


def check_html(judgement: Judgement, crops: Crops) -> str:
    """The page; `crops` holds the picture of each value that has one."""
    title = f"{judgement.verdict} – {judgement.contract_no}"
    parts = [
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        GENERATOR,
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><main>",
        *_banner(judgement),
        *_reasons(judgement.findings),
        *(part for line in judgement.lines for part in _line(line, crops, judgement.gate)),
        *_reports(judgement.reports),
        "</main></body></html>",
    ]
    return "\n".join(parts) + "\n"


def _banner(judgement: Judgement) -> Iterator[str]:
    anchor = judgement.anchor
    yield f'<section class="banner {judgement.verdict}"><h1>{judgement.verdict}</h1>'
    yield f"<p>{escape(_meaning(judgement))}</p><dl>"
    facts = {
        say("Gates"): gates_words(judgement),
        say("Contract"): judgement.contract_no,
        say("Checked against"): judgement.contract_file,
        say("File SHA-256"): judgement.contract_sha256,
        say("Spec SHA-256"): judgement.spec_sha256,
        say("Ledger"): say("row {row}, {sha}", row=anchor.row, sha=anchor.sha256)
        if anchor
        else say("not recorded"),
    }
    for name, fact in facts.items():
        yield f"<dt>{escape(name)}</dt><dd>{escape(fact)}</dd>"
    for one in judgement.attestations:
        yield f"<dt>{escape(say('Attested'))}</dt><dd>{escape(attested(one))}</dd>"
    if judgement.not_examined:
        names = "; ".join(judgement.not_examined)
        yield f"<dt>{escape(say('Not examined'))}</dt><dd>{escape(names)}</dd>"
    yield "</dl></section>"


def _meaning(judgement: Judgement) -> str:
    words = {
        Verdict.RELEASE: say("The goods may be loaded. This is no release of the documents.")
        if judgement.gate == "load"
        else say("Every characteristic that the contract calls for was found and meets it."),
        Verdict.CONCESSION: say(
            "The goods miss the contract in the points below. They may be shipped because the other side "
            "signed a concession, within its limits and until it expires."
        ),
        Verdict.HOLD: say("Do not ship yet: a person must answer the points below."),
        Verdict.REJECT: say("Do not ship: the goods do not meet the contract."),
    }[judgement.verdict]
    unsigned = say(" This verdict rests on an unsigned contract or deal file.") if judgement.unsigned else ""
    return words + unsigned


def _reasons(findings: tuple[Finding, ...]) -> Iterator[str]:
    if not findings:
        return
    yield f"<h2>{escape(say('Reasons and next steps'))}</h2><ol>"
    for finding in sorted(findings, key=lambda one: one.severity is not Verdict.REJECT):
        pages = ", ".join(dict.fromkeys(f"{place.document} p.{place.page}" for place in finding.places))
        where = f' <span class="small">{escape(pages)}</span>' if pages else ""
        mark = f" {finding.mark}" if finding.settled or finding.resolved else ""
        yield (
            f'<li class="{finding.severity}"><p><b>{escape(finding.message)}</b>{escape(gate_mark(finding))}{where}</p>'
            f"<p>{escape(finding.way_out)} <code>{escape(finding.rule)}{escape(mark)}</code></p></li>"
        )
    yield "</ol>"


def _line(line: LineVerdict, crops: Crops, gate: Gate) -> Iterator[str]:
    head = say("Shipment {n}, line {line}: {goods}, {quantity}", n=line.shipment, line=line.line, goods=line.goods,
               quantity=line.quantity)  # fmt: skip
    yield f'<h2><span class="{line.verdict}">{line.verdict}</span> &nbsp;{escape(head)}</h2>'
    columns = (say("Characteristic"), say("Requirement"), say("Value, place and picture"), say("Result"))
    heads = "".join(f"<th>{escape(name)}</th>" for name in columns)
    yield f'<table class="specification"><thead><tr>{heads}</tr></thead><tbody>'
    for item in line.checked:
        yield _row(item, crops, gate)
    yield "</tbody></table>"


def _row(item: Checked, crops: Crops, gate: Gate) -> str:
    characteristic = item.characteristic
    small = ", ".join(
        part for part in (characteristic.method, characteristic.basis, characteristic.characteristic_class,
                          characteristic.evidence) if part
    )  # fmt: skip
    values = (
        "".join(_value(evidence, crops) for evidence in telling_first(item.evidence))
        or f"<i>{escape(say('not found'))}</i>"
    )
    later = not_due_words(item, gate)
    word = later or _means(item.verdict)
    return (
        f'<tr><td><span class="name">{escape(characteristic.name)}</span>'
        f'<br><span class="small">{escape(small)}</span></td>'
        f'<td class="need">{escape(characteristic.require.shown)}</td><td>{values}</td>'
        f'<td class="word {"" if later else item.verdict}">{escape(word)}</td></tr>'
    )


def _means(verdict: Verdict) -> str:
    return {Verdict.RELEASE: say("meets"), Verdict.HOLD: say("open"), Verdict.REJECT: say("fails")}[verdict]


def _value(evidence: Evidence, crops: Crops) -> str:
    result = evidence.result
    specimen = say(", specimen {specimen}", specimen=result.specimen) if result.specimen else ""
    doubt = f" – {say('doubt')}: {', '.join(result.doubt)}" if result.doubt else ""
    doubt += "".join(f" – {_witness(witness)}" for witness in result.witnesses)
    place = f"{evidence.report}, {result.place}"
    picture = crops.get((evidence.report, result.place))
    image = ""
    if picture is not None:
        data = base64.b64encode(picture).decode()
        kind = "jpeg" if picture[:2] == b"\xff\xd8" else "png"
        image = f'<img alt="{escape(place)}" src="data:image/{kind};base64,{data}">'
    return (
        f'<div class="value"><span class="{evidence.verdict}"><b>{escape(result.shown)}</b></span>{escape(specimen)}'
        f' <span class="small">{escape(result.parameter)}: {escape(evidence.comparison)}{escape(doubt)}'
        f"<br>{escape(place)}</span>"
        f"{image}</div>"
    )


def _witness(witness: Witness) -> str:
    who = {
        "ocr": say("OCR of the picture"),
        "ocr-2": say("second OCR"),
        "text": say("text layer"),
        "person": say("a person"),
        "pypdf": say("second text engine"),
    }[witness.by]
    if witness.agrees:
        return say("{who} agrees", who=who)
    return say("{who} reads {text}", who=who, text=witness.text or say("nothing"))


def _reports(reports: tuple[CheckedReport, ...]) -> Iterator[str]:
    yield f"<h2>{escape(say('Reports considered'))}</h2><table><tbody>"
    for report in reports:
        named = ", ".join(part for part in (report.issuer, report.report_no, report.family) if part) or "–"
        pages = say("{n} pages", n=report.pages)
        yield (
            f'<tr><td class="name">{escape(report.file)}</td><td>{escape(named)}, {escape(pages)}'
            f"<br>{escape(in_words(report.signed, report.signatures))}"
            f'<br><span class="small">SHA-256 {report.sha256}</span></td></tr>'
        )
    yield "</tbody></table>"
