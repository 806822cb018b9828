"""How the verdict page looks: its style sheet and its few signs.

Verdicts differ by colour, by sign and by word, so that no reader depends on one of them; the colours stay apart for the
common kinds of colour blindness.
"""

from __future__ import annotations

from tradedocs.model.finding import Verdict

_SHAPES = {
    Verdict.RELEASE: '<circle cx="12" cy="12" r="11"/><path d="M6.5 12.5l3.7 3.7 7.3-8"/>',
    Verdict.HOLD: '<path class="body" d="M12 1.6L23.2 21.4H.8z"/><path d="M12 8.4v6.2M12 17.7v.6"/>',
    Verdict.CONCESSION: '<path class="body" d="M12 .8L23.2 12 12 23.2.8 12z"/><path d="M7.4 12.3l3.2 3.2 5.8-6.4"/>',
    Verdict.REJECT: '<path class="body" d="M7.4 1h9.2L23 7.4v9.2L16.6 23H7.4L1 16.6V7.4z"/>'
    '<path d="M7.8 7.8l8.4 8.4M16.2 7.8l-8.4 8.4"/>',
}
"""A disc with a tick, a triangle with a mark of exclamation, a rhomb with a tick, an octagon with a cross."""


def sign(verdict: Verdict) -> str:
    """The sign of a verdict as a drawing inside the page."""
    shape = _SHAPES.get(verdict, _SHAPES[Verdict.HOLD])
    return f'<svg class="sign" viewBox="0 0 24 24" aria-hidden="true">{shape}</svg>'


STYLE = """
:root{--RELEASE:#0b6b57;--HOLD:#9a5b00;--CONCESSION:#7a4a8c;--REJECT:#a11233;--soft:#f4f5f7;--line:#dadee4;--ink:#1b2330;--dim:#576273}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:#fff;color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans",
"Noto Sans CJK SC","Microsoft YaHei",sans-serif;font-variant-numeric:tabular-nums}
main{max-width:1080px;margin:0 auto;padding:32px 28px 64px}
h1,h2,h3,p{margin:0}
h2{font-size:20px;line-height:1.3;margin:44px 0 12px}
h3{font-size:15px;margin:20px 0 6px}
.over{font-size:13px;color:var(--dim);margin-bottom:10px;display:flex;gap:6px 24px;flex-wrap:wrap}
.banner{color:#fff;padding:26px 28px;display:grid;grid-template-columns:64px 1fr;gap:4px 24px;align-items:center}
.banner .sign{width:64px;height:64px;grid-row:span 2;align-self:start}
.banner h1{font-size:46px;line-height:1.05;letter-spacing:.03em}
.banner p{font-size:17px;grid-column:2}
.banner.RELEASE{--tone:var(--RELEASE)}.banner.HOLD{--tone:var(--HOLD)}.banner.CONCESSION{--tone:var(--CONCESSION)}
.banner.REJECT{--tone:var(--REJECT)}.banner{background:var(--tone)}
.next{border:1px solid var(--line);border-top:0;padding:16px 28px 18px 116px;background:var(--soft)}
.next b{display:block;font-size:13px;color:var(--dim);font-weight:600}
.next p{font-size:17px;font-weight:600}
.next p+p{font-size:14px;font-weight:400;color:var(--dim);margin-top:4px}
.sign{width:18px;height:18px;flex:none;fill:currentColor;stroke:currentColor;stroke-linejoin:round;vertical-align:-3px}
.sign path:not(.body){fill:none;stroke:#fff;stroke-width:2.6;stroke-linecap:round}
.banner .sign circle,.banner .sign .body{fill:#fff;stroke:#fff}
.banner .sign path:not(.body){stroke:var(--tone)}
.t-RELEASE{color:var(--RELEASE)}.t-HOLD{color:var(--HOLD)}.t-CONCESSION{color:var(--CONCESSION)}.t-REJECT{color:var(--REJECT)}.t-note{color:var(--dim)}
.reasons{list-style:none;margin:0;padding:0}
.reasons li{display:grid;grid-template-columns:26px 1fr;gap:0 8px;padding:10px 0;border-top:1px solid var(--line)}
.reasons li>.sign{margin-top:3px}
.reasons .what{font-weight:600;font-size:16px;overflow-wrap:anywhere}
.reasons .do{overflow-wrap:anywhere}.reasons .do b{font-weight:600;color:var(--dim)}
.notes .what{font-weight:400;font-size:14px}.notes .do{font-size:14px;color:var(--dim)}.notes li{padding:6px 0}
.small{font-size:13px;color:var(--dim);overflow-wrap:anywhere}
.rule{font:12px ui-monospace,SFMono-Regular,Consolas,monospace;color:var(--dim)}
table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid var(--line);padding:9px 12px 9px 0;text-align:left;vertical-align:top}
th:last-child,td:last-child{padding-right:0}
th{font-size:13px;color:var(--dim);font-weight:600;border-bottom:2px solid #b9c0ca;line-height:1.3}
.spec{table-layout:fixed}
.spec th:nth-child(1){width:20%}.spec th:nth-child(2){width:15%}.spec th:nth-child(4){width:88px}
.name{font-weight:600;overflow-wrap:anywhere}
.word{font-weight:700;white-space:nowrap}
.value{margin:0 0 12px}.value:last-child{margin:0}
.value img{display:block;width:100%;border:1px solid var(--line);margin-top:6px}
.value .shown{font-weight:700;font-size:16px;overflow-wrap:anywhere}
.tag{display:inline-block;min-width:20px;padding:0 5px;margin-right:7px;background:#8c3800;color:#fff;font-size:12px;
font-weight:700;line-height:18px;text-align:center;vertical-align:1px}
.num td:not(:first-child):not(:last-child),.num th:not(:first-child):not(:last-child){text-align:right}
.num th.part{text-align:center!important;border-bottom:1px solid var(--line)}
.num td:nth-child(6),.num tr:last-child th:nth-child(6){padding-left:34px}
.num td:last-child,.num th:last-child{padding-left:18px}
dl{display:grid;grid-template-columns:170px 1fr;gap:3px 16px;margin:6px 0 0}
dt{color:var(--dim)}dd{margin:0;overflow-wrap:anywhere}
.hash{font:12.5px ui-monospace,SFMono-Regular,Consolas,monospace;overflow-wrap:anywhere}
a{color:#0b4f9e}
footer{margin-top:44px;border-top:1px solid var(--line);padding-top:12px}
@media (max-width:720px){
main{padding:16px 14px 40px}.banner{grid-template-columns:44px 1fr;gap:4px 14px;padding:18px 16px}
.banner .sign{width:44px;height:44px;grid-row:auto}.banner h1{font-size:36px}.banner p{grid-column:1/-1;font-size:16px}
.next{padding:12px 16px}
.spec,.spec tbody,.spec tr,.spec td{display:block;width:auto}.spec thead{display:none}
.spec tr{border-bottom:1px solid #b9c0ca;padding:10px 0}.spec td{border:0;padding:2px 0}
.spec td.word{padding-top:6px}
.wide{overflow-x:auto}dl{grid-template-columns:1fr}dd{margin-bottom:6px}
}
@media print{
@page{size:A4;margin:13mm 14mm}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
main{padding:0;max-width:none}body{font-size:9.5pt;line-height:1.42}
h2{font-size:13pt;margin:20pt 0 6pt}h3{font-size:10.5pt}
h2,h3,thead{break-after:avoid}.over,.small,.next b,th{font-size:8.5pt}
.banner{padding:14pt 16pt;grid-template-columns:44pt 1fr}.banner .sign{width:44pt;height:44pt}
.banner h1{font-size:30pt}.banner p,.next p{font-size:11.5pt}.next{padding:9pt 16pt 10pt 76pt}.next p+p{font-size:9pt}
.reasons .what,.value .shown{font-size:10.5pt}.notes .what,.notes .do{font-size:9pt}
.spec th:nth-child(4){width:58pt}.value img{max-width:330pt}
.reasons li,.value,.num tr,.card,dl{break-inside:avoid}.hash{font-size:8pt}a{color:inherit;text-decoration:none}
}
"""
