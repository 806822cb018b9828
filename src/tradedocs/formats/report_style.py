"""How the page of a report looks."""

STYLE = """
:root{--sure:#11693b;--doubt:#b45f00;--lost:#a3162a;--fact:#1f56a8;--line:#d9dde3;--soft:#f4f5f7;--ink:#1c2430}
:root{--dim:#5a6675}
*{box-sizing:border-box}
html{scroll-behavior:smooth}
body{font:14px/1.45 system-ui,"Segoe UI","Noto Sans","Noto Sans CJK SC",sans-serif;color:var(--ink);margin:0}
main{max-width:1560px;margin:0 auto;padding:24px 28px 60px}
h1{font-size:25px;margin:0;overflow-wrap:anywhere;line-height:1.25}
h2{font-size:17px;margin:0 0 10px}
h3{font-size:13px;margin:18px 0 4px;color:var(--dim);font-weight:600;text-transform:uppercase;letter-spacing:.04em}
a{color:inherit}
small{display:block;font-size:12px;color:var(--dim);font-weight:400;overflow-wrap:anywhere}
.report{border-top:4px solid var(--ink);padding-top:16px;margin-bottom:48px}
.sub{color:var(--dim);margin:4px 0 14px;font-size:13px;overflow-wrap:anywhere}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(270px,1fr));gap:8px 22px;margin:0 0 16px;padding:0}
.facts li{list-style:none;border-left:3px solid var(--fact);padding:1px 0 1px 10px;overflow-wrap:anywhere}
.facts li.doubt{border-color:var(--doubt)}
.facts a{text-decoration:none}.facts a:hover b{text-decoration:underline}
.facts span{display:block;font-size:12px;color:var(--dim)}
.lost{border:1px solid var(--lost);border-left:8px solid var(--lost);background:#fdf3f4;padding:10px 16px}
.lost{margin:0 0 16px}
.lost b{color:var(--lost)}.lost ul{margin:4px 0 0;padding-left:20px}
.counts{display:flex;flex-wrap:wrap;gap:6px 20px;margin:0 0 8px;font-size:13px}
.counts i{display:inline-block;width:14px;height:14px;border:2px solid;vertical-align:-2px;margin-right:7px}
i.found{color:var(--sure);background:#11693b22}i.doubt{color:var(--doubt);background:#ffb30055}
i.fact{color:var(--fact);background:#1f56a822}i.gone{color:var(--lost);background:#a3162a22}
.page{display:grid;grid-template-columns:minmax(0,11fr) minmax(0,10fr);gap:28px;padding:22px 0}
.page{border-top:1px solid var(--line)}
.paper{position:sticky;top:14px;margin:0;align-self:start;justify-self:center}
.paper div{position:relative;display:inline-block;border:1px solid var(--line);box-shadow:0 1px 6px #0002;line-height:0}
.paper img{display:block;max-width:100%;max-height:calc(100vh - 60px)}
.paper svg{position:absolute;inset:0;width:100%;height:100%}
.paper.gone div{border:3px solid var(--lost)}
.paper figcaption,.nothing{font-size:13px;color:var(--dim);margin:0 0 6px}
.paper.gone figcaption{color:var(--lost);font-weight:600}
.none{width:420px;max-width:100%;height:300px;line-height:300px;text-align:center;color:var(--dim);background:var(--soft)}
rect{fill:#11693b1f;stroke:#11693b;stroke-width:.9;vector-effect:non-scaling-stroke;cursor:pointer}
rect.fact{fill:#1f56a81f;stroke:#1f56a8}rect.doubt{fill:#ffb30059;stroke:#b45f00}
rect:target{fill:#ffe60088;stroke-width:3;stroke:#000}
table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid var(--line);padding:5px 8px;text-align:left;vertical-align:top;overflow-wrap:break-word}
th{font-size:12px;color:var(--dim);font-weight:600}
td:first-child{border-left:3px solid var(--sure)}
tr.fact td:first-child{border-left-color:var(--fact);width:34%}tr.doubt td:first-child{border-left-color:var(--doubt)}
tr.doubt{background:#fff8ea}.why{color:#8a4a00}
tr:target{outline:2px solid var(--ink);outline-offset:-2px}
td.to{width:26px;padding:5px 4px;text-align:right}
td.to a{text-decoration:none;color:var(--dim)}td.to a:hover{color:var(--ink)}
@media(max-width:900px){.page{grid-template-columns:1fr}.paper{position:static}}
@media print{@page{size:A4 landscape;margin:10mm}main{padding:0}.page{break-inside:avoid}.paper{position:static}}
"""
HOVERED_BOX = "fill:#ffe60088;stroke:#000;stroke-width:2.4"
HOVERED_ROW = "background:#fff3b0"
