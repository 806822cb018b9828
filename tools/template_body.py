"""The body of the classic contract template, and the blocks that both templates share."""

from __future__ import annotations

from template_parts import LANG, RELATION, R, paragraph, run
from template_styles import HEAD, W

WIDTH = 9638
FILL = "E7ECF2"
HALF = WIDTH // 2
GOODS = (540, 4298, 1500, 1600, 1700)
TERMS = (2100, 7538)
SIGN = (4600, 438, 4600)


def styled(text: str, style: str) -> str:
    return (
        f'<w:r><w:rPr><w:rStyle w:val="{style}"/>{LANG}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    )


def tag(text: str, style: str = "ContractTableText") -> str:
    """A paragraph that only steers; it vanishes from the contract."""
    return paragraph(style, run(f"{{%p {text} %}}"))


def each(values: str, style: str, *runs: str) -> str:
    """A paragraph for each of several values."""
    return (
        tag(f"for item in {values}", style)
        + paragraph(style, *(runs or (run("{{ item }}"),)))
        + tag("endfor", style)
    )


def in_language(name: str, style: str, text: str) -> str:
    return tag(f"if {name}", style) + paragraph(style, run(text)) + tag("endif", style)


def cell(
    width: int, *content: str, span: int = 1, fill: str = "", bottom: bool = False, middle: bool = False
) -> str:
    look = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    look += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    if bottom:
        look += '<w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="404040"/></w:tcBorders>'
    look += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    look += '<w:vAlign w:val="center"/>' if middle else ""
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{''.join(content)}</w:tc>"


def row(*cells: str, header: bool = False, height: int = 0) -> str:
    look = "<w:cantSplit/>"
    look += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    look += "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr>{look}</w:trPr>{''.join(cells)}</w:tr>"


def steer(text: str, columns: tuple[int, ...]) -> str:
    """A table row that only steers."""
    return row(
        cell(sum(columns), paragraph("ContractTableText", run(f"{{%tr {text} %}}")), span=len(columns))
    )


def table(style: str, widths: tuple[int, ...], *rows: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )


def title() -> str:
    facts = (WIDTH // 3, WIDTH // 3, WIDTH - 2 * (WIDTH // 3))
    labels = ("contract_no", "date", "place")
    shown = (
        paragraph("ContractTableText", styled("{{ contract_no }}", "ContractStrong")),
        each("date", "ContractTableText"),
        each("place", "ContractTableText"),
    )
    cells = (
        cell(width, paragraph("ContractTableLabel", run(f"{{{{ label.{label} }}}}")), content)
        for width, label, content in zip(facts, labels, shown, strict=True)
    )
    return (
        in_language("english", "ContractTitle", "SALES CONTRACT")
        + in_language("chinese", "ContractTitle", "销售合同")
        + paragraph("ContractGap")
        + table("ContractGrid", facts, row(*cells))
        + paragraph("ContractGap")
    )


def open_points() -> str:
    """The keys that are still open; nothing where there are none."""
    return (
        tag("if open_points", "ContractOpenHead")
        + paragraph("ContractOpenHead", run("{{ label.open_points }}"))
        + tag("endif", "ContractOpenHead")
        + each(
            "open_points", "ContractOpenPoint", run("● "), styled("{{ item.key }}", "ContractStrong"),
            run(" – {{ item.text }}"),
        )
        + tag("if open_points", "ContractGap")
        + paragraph("ContractGap")
        + tag("endif", "ContractGap")
    )  # fmt: skip


def parties() -> str:
    widths = (HALF, WIDTH - HALF)
    heads = (
        cell(width, paragraph("ContractTableHead", run(f"{{{{ label.{side} }}}}"), keep=True), fill=FILL)
        for width, side in zip(widths, ("seller", "buyer"), strict=True)
    )
    detail = (styled("{{ item.label }}: ", "ContractLabel"), run("{{ item.value }}"))
    cells = (
        cell(
            width,
            each(f"{side}.names", "ContractParty"),
            each(f"{side}.details", "ContractTableText", *detail),
        )
        for width, side in zip(widths, ("seller", "buyer"), strict=True)
    )
    return table("ContractGrid", widths, row(*heads, header=True), row(*cells))


def goods() -> str:
    heads = ("line", "goods", "quantity", "unit_price", "amount")
    units = {"unit_price": " ({{ currency }})", "amount": " ({{ currency }})"}
    top = row(
        *(
            cell(
                width,
                paragraph(
                    "ContractTableHead",
                    run(f"{{{{ stacked.{key} }}}}{units.get(key, '')}"),
                    keep=True,
                    right=key in ("quantity", "unit_price", "amount"),
                ),
                fill=FILL,
            )
            for width, key in zip(GOODS, heads, strict=True)
        ),
        header=True,
    )
    line = row(
        cell(GOODS[0], paragraph("ContractTableText", run("{{ g.line }}"))),
        cell(
            GOODS[1],
            each("g.names", "ContractTableText", styled("{{ item }}", "ContractStrong")),
            each("g.details", "ContractTableText"),
        ),
        cell(
            GOODS[2],
            paragraph("ContractTableNumber", run("{{ g.quantity }}")),
            tag("if g.tolerance") + paragraph("ContractTableNumber", run("{{ g.tolerance }}")) + tag("endif"),
        ),
        cell(GOODS[3], paragraph("ContractTableNumber", run("{{ g.unit_price }}"))),
        cell(GOODS[4], paragraph("ContractTableNumber", run("{{ g.amount }}"))),
    )
    total = row(
        cell(sum(GOODS[:3]), paragraph("ContractTableHead", run("{{ label.total }}")), span=3, fill=FILL),
        cell(sum(GOODS[3:]), paragraph("ContractTableTotal", run("{{ total }}")), span=2, fill=FILL),
    )
    words = row(
        cell(sum(GOODS), each("total_in_words", "ContractTableText"), span=len(GOODS)),
    )
    rows = (top, steer("for g in goods", GOODS), line, steer("endfor", GOODS), total, words)
    return table("ContractGrid", GOODS, *rows) + paragraph("ContractGap")


def terms() -> str:
    line = row(
        cell(TERMS[0], each("t.labels", "ContractTableHead"), fill=FILL),
        cell(TERMS[1], each("t.lines", "ContractTableText")),
    )
    return (
        table("ContractGrid", TERMS, steer("for t in terms", TERMS), line, steer("endfor", TERMS))
        + paragraph("ContractGap")
    )  # fmt: skip


def signatures() -> str:
    def facts(side: str) -> str:
        return (
            paragraph("ContractSignature", styled("{{ label.signature }}", "ContractLabel"))
            + paragraph(
                "ContractSignature",
                styled("{{ label.name }}: ", "ContractLabel"),
                run(f"{{{{ {side}.signatory }}}}"),
            )
            + paragraph(
                "ContractSignature",
                styled("{{ label.title }}: ", "ContractLabel"),
                run(f"{{{{ {side}.signatory_title }}}}"),
            )
            + '<w:p><w:pPr><w:pStyle w:val="ContractSignature"/><w:tabs><w:tab w:val="left" w:leader="underscore" '
            'w:pos="4300"/></w:tabs></w:pPr>'
            + styled("{{ label.signed_on }}: ", "ContractLabel")
            + "<w:r><w:tab/></w:r></w:p>"
        )

    def heads(side: str) -> str:
        return paragraph("ContractSignature", run(f"{{{{ label.{side}_signs }}}}")) + each(
            f"{side}.names", "ContractSignature", styled("{{ item }}", "ContractStrong")
        )

    gap = cell(SIGN[1], paragraph("ContractSignature"))
    line = cell(SIGN[0], paragraph("ContractSignature"), bottom=True)
    return table(
        "ContractPlain",
        SIGN,
        row(cell(SIGN[0], heads("seller")), gap, cell(SIGN[2], heads("buyer"))),
        row(line, gap, line, height=1250),
        row(cell(SIGN[0], facts("seller")), gap, cell(SIGN[2], facts("buyer"))),
    )


def section() -> str:
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{RELATION["header"]}"/>'
        f'<w:footerReference w:type="default" r:id="{RELATION["footer"]}"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1418" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="510" '
        'w:gutter="0"/></w:sectPr>'
    )


def rest(articles: str) -> str:
    """What follows the cover: the articles on a new page, the signatures, the annexes."""
    return (
        paragraph("ContractSection", run("{{ label.conditions }}"), new_page=True)
        + paragraph("Normal", run(f"{{{{p {articles} }}}}"))
        + signatures()
        + paragraph("Normal", run("{{p annexes }}"))
    )


def whole(body: str) -> str:
    return f"{HEAD}<w:document {W} {R}><w:body>{body}{section()}</w:body></w:document>"


def document() -> str:
    heading = paragraph("ContractSection", run("{{ label.terms }}"))
    cover = title() + open_points() + parties() + heading + goods() + terms()
    return whole(cover + rest("articles"))
