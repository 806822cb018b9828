"""Header, footer and the small parts of the packaged templates."""

from __future__ import annotations

from template_styles import HEAD, W

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml"
R = f'xmlns:r="{_OFFICE}"'
_VML = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word"'
)

_KINDS = {
    "styles": "styles.xml", "numbering": "numbering.xml", "settings": "settings.xml",
    "header": "header1.xml", "footer": "footer1.xml",
}  # fmt: skip
RELATION = {kind: f"rId{number}" for number, kind in enumerate(_KINDS, 1)}


def content_types() -> str:
    overrides = '<Override PartName="/word/document.xml" ContentType="' + _MIME + '.document.main+xml"/>'
    overrides += "".join(
        f'<Override PartName="/word/{file}" ContentType="{_MIME}.{kind}+xml"/>'
        for kind, file in _KINDS.items()
    )
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(inner: str) -> str:
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def package_rels() -> str:
    return _relations(f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>')


def document_rels() -> str:
    return _relations(
        "".join(
            f'<Relationship Id="{RELATION[kind]}" Type="{_OFFICE}/{kind}" Target="{file}"/>'
            for kind, file in _KINDS.items()
        )
    )


def settings() -> str:
    return (
        f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="en-GB" w:eastAsia="zh-CN"/></w:settings>'
    )


LANG = '<w:lang w:val="en-GB" w:eastAsia="zh-CN"/>'


def run(text: str) -> str:
    return f'<w:r><w:rPr>{LANG}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(style: str, *runs: str, keep: bool = False, new_page: bool = False, right: bool = False) -> str:
    held = "<w:keepNext/>" if keep else ""
    held += "<w:pageBreakBefore/>" if new_page else ""
    held += '<w:jc w:val="right"/>' if right else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{held}</w:pPr>{"".join(runs)}</w:p>'


def page_field(name: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr>' + LANG + "</w:rPr><w:t>1</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


# Word's own WordArt shape type, without which it draws no text along a path.
_WORDART = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
    '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
    'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
)
_WATERMARK = (
    f"<w:r><w:rPr><w:noProof/></w:rPr><w:pict>{_WORDART}"
    '<v:shape id="DraftWatermark" o:spid="_x0000_s2049" type="#_x0000_t136" alt="DRAFT" '
    'style="position:absolute;margin-left:0;margin-top:0;width:400pt;height:130pt;rotation:315;z-index:-251658752;'
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;"
    'mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#f9e8e8" stroked="f">'
    '<v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt" string="DRAFT"/></v:shape></w:pict></w:r>'
)


def header_and_footer() -> tuple[str, str]:
    line = paragraph(
        "ContractHeader",
        run("{{ label.contract_no }} {{ contract_no }}"),
        "<w:r><w:tab/></w:r>",
        run("{{ date[0] }}"),
    )
    draft = (
        paragraph("ContractDraftMark", run("{%p if draft %}"))
        + paragraph("ContractDraftMark", _WATERMARK, run("{{ draft_mark }}"))
        + paragraph("ContractDraftMark", run("{%p endif %}"))
    )
    english = run("Page ") + page_field("PAGE") + run(" of ") + page_field("NUMPAGES")
    chinese = run("第 ") + page_field("PAGE") + run(" 页 共 ") + page_field("NUMPAGES") + run(" 页")
    pages = paragraph(
        "ContractFooter",
        run("{%r if english %}"), english, run("{%r endif %}"),
        run("{%r if english and chinese %}"), run("  ·  "), run("{%r endif %}"),
        run("{%r if chinese %}"), chinese, run("{%r endif %}"),
    )  # fmt: skip
    return (
        f"{HEAD}<w:hdr {W} {R} {_VML}>{line}{draft}</w:hdr>",
        f"{HEAD}<w:ftr {W} {R}>{pages}</w:ftr>",
    )
