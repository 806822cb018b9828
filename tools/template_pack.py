"""The packaged template of review packs: its body, and the styles that only packs have."""

from __future__ import annotations

from template_body import styled, tag, whole
from template_parts import paragraph, run
from template_styles import CLASSIC, GREY, character, look, numbering, space, style, styles

_HELP = (
    "Change the text under an id line; changes are recorded. Comment wherever you like. Accept or reject the changes "
    "by tradedocs as you decide: they are what was changed since the text that was approved last.",
    "Leave the id lines as they are. A name in double braces is filled from the deal, one in double brackets becomes "
    "the number of that clause in the contract, and a term stands between stars where it is defined.",
)
_SIGN = (
    "I have read the clauses above in both languages. I approve each text as it is in this file with all recorded "
    "changes accepted, under the hash in its id line; a text that I changed or commented is not approved by this."
)
_INK, _VALUE, _REFERENCE = CLASSIC.ink, "7F3F00", "1F5C99"


def document() -> str:
    sheet = (
        paragraph(
            "ContractTitle", run("{% if review %}CLAUSE REVIEW PACK{% else %}CLAUSE REDLINE{% endif %}")
        )
        + paragraph("ContractSubtitle", run("{{ pack }}"))
        + tag("if review")
        + "".join(paragraph("ContractTableText", run(text)) for text in _HELP)
        + paragraph("ContractSection", run("In this pack"))
        + paragraph("Normal", run("{{p contents }}"))
        + tag("endif")
        + paragraph("Normal", run("{{p clauses }}"))
        + paragraph("Normal", run("{{p end }}"))
        + tag("if review")
        + paragraph("ContractSection", run("Approval"))
        + paragraph("ContractTableText", run(_SIGN))
        + "".join(
            paragraph(
                "PackSignature", styled(f"{what}: ", "ContractLabel"), run("_" * 40), keep=what != "Signature"
            )
            for what in ("Name", "Role", "Date", "Signature")
        )
        + tag("endif")
    )
    return whole(sheet)


def pack_styles() -> str:
    rule = '<w:pBdr><w:top w:val="single" w:sz="12" w:space="4" w:color="' + _INK + '"/></w:pBdr>'
    side = '<w:pBdr><w:left w:val="single" w:sz="12" w:space="6" w:color="D5DBE3"/></w:pBdr>'
    outline = '<w:outlineLvl w:val="0"/>'
    title = look(13, bold=True, color=_INK, face=CLASSIC.heads)
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
    own = (
        style("Pack Id", following="Pack Title", paragraph=f"<w:keepNext/>{rule}{space(480, 40)}",
              run=look(8, color=GREY, face=CLASSIC.heads))
        + style("Pack Title", following="Pack Note",
                paragraph=f'<w:keepNext/>{listed.format(1)}{space(0, 80)}<w:ind w:left="0" w:firstLine="0"/>{outline}',
                run=title)
        + style("Pack Title Chinese", following="Contract Clause Chinese",
                paragraph=f'<w:keepNext/>{listed.format(2)}{space(0, 80)}<w:ind w:left="0" w:firstLine="0"/>',
                run=look(12, bold=True, color=_INK, face=CLASSIC.heads))
        + style("Pack Note", paragraph=f'{side}{space(0, 20)}<w:ind w:left="170"/>',
                run=look(8.5, face=CLASSIC.heads))
        + style("Pack Language", following="Contract Clause", paragraph=f"<w:keepNext/>{space(200, 80)}",
                run=look(8.5, bold=True, color=GREY, face=CLASSIC.heads))
        + style("Pack Contents", run=look(9),
                paragraph='<w:tabs><w:tab w:val="left" w:pos="4200"/><w:tab w:val="left" w:pos="8400"/></w:tabs>'
                          f"{space(0, 40)}")
        + style("Pack Signature", paragraph=space(240, 0), run=look(9.5))
    )  # fmt: skip
    text = styles(CLASSIC)
    for name, color in (("Contract Value", _VALUE), ("Contract Reference", _REFERENCE)):
        text = text.replace(character(name), character(name, look(color=color)))
    return text.replace("</w:styles>", f"{own}</w:styles>")


def pack_numbering() -> str:
    """Paragraphs count within their clause, whose heading has no number: its number is the contract's affair."""
    text = numbering()
    for name in ("ContractArticle", "ContractArticleChinese"):
        text = text.replace(
            f'<w:pStyle w:val="{name}"/><w:lvlText w:val="%1."/>',
            f'<w:pStyle w:val="{name.replace("ContractArticle", "PackTitle")}"/><w:suff w:val="nothing"/>'
            '<w:lvlText w:val=""/>',
        )
    return text.replace('<w:lvlText w:val="%1.%2"/>', '<w:lvlText w:val="%2."/>')
