"""Styles and numbering of the packaged templates."""

from __future__ import annotations

from dataclasses import dataclass

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

Faces = tuple[str, str]  # Latin, Chinese


@dataclass(frozen=True)
class Theme:
    """How a template looks: its faces, colours and sizes."""

    text: Faces
    heads: Faces
    ink: str
    rule: str
    size: float
    title: float
    centred: bool
    small: float
    boxed: bool  # tables with a grid, else with lines between the rows only


CLASSIC = Theme(
    text=("Times New Roman", "SimSun"), heads=("Arial", "SimHei"), ink="1F3864", rule="A6B1BF", size=10,
    small=9, title=20, centred=True, boxed=True,
)  # fmt: skip
MODERN = Theme(
    text=("Arial", "Microsoft YaHei"), heads=("Arial", "Microsoft YaHei"), ink="0F4C5C", rule="B8C4CC", size=9.5,
    small=8.5, title=26, centred=False, boxed=False,
)  # fmt: skip
GREY, RED = "595959", "C00000"


def fonts(latin: str, chinese: str) -> str:
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{chinese}" w:cs="{latin}"/>'


def look(size: float | None = None, *, bold: bool = False, color: str = "", face: Faces | None = None) -> str:
    half = "" if size is None else f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
    return (
        (fonts(*face) if face else "")
        + ("<w:b/><w:bCs/>" if bold else "")
        + (f'<w:color w:val="{color}"/>' if color else "")
        + half
    )


def space(before: int = 0, after: int = 0, line: int | None = None) -> str:
    pitch = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{pitch}/>'


def style_id(name: str) -> str:
    """Word, LibreOffice and WPS make the id of a style from its name in this way, so it survives all of them."""
    return name.replace(" ", "")


def style(
    name: str, *, based: str = "Normal", paragraph: str = "", run: str = "", following: str = ""
) -> str:
    after = f'<w:next w:val="{style_id(following)}"/>' if following else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{style_id(based)}"/>{after}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def character(name: str, run: str = "") -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{run}</w:rPr></w:style>'
    )


def borders(**edges: str) -> str:
    drawn = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{color}"/>' for edge, color in edges.items()
    )
    return f"<w:tblBorders>{drawn}</w:tblBorders>" if drawn else ""


def table_style(name: str, edges: str, *, top: int, side: int) -> str:
    margins = (
        f'<w:tblCellMar><w:top w:w="{top}" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/>'
        f'<w:bottom w:w="{top}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar>'
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>{edges}{margins}</w:tblPr></w:style>'
    )


_BASE = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)


def _levels(theme: Theme) -> str:
    out = ""
    # Word lets a full stop hang over the margin anyway. LibreOffice reads this switch the other way round, and
    # without it adds an empty line after a full stop that hangs.
    hanging = "<w:overflowPunct/>"
    for tongue, number in (("", 1), (" Chinese", 2)):
        listed = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="' + str(number) + '"/></w:numPr>'
        out += style(f"Contract Article{tongue}", following=f"Contract Clause{tongue}",
            paragraph=f'<w:keepNext/><w:keepLines/>{listed.format(0)}{hanging}{space(200, 60)}'
                      '<w:ind w:left="567" w:hanging="567"/><w:outlineLvl w:val="0"/>',
            run=look(10.5, bold=True, color=theme.ink, face=theme.heads),
        )  # fmt: skip
        out += style(f"Contract Clause{tongue}",
            paragraph=f'{listed.format(1)}{hanging}{space(0, 80)}<w:ind w:left="567" w:hanging="567"/>',
        )  # fmt: skip
        out += style(f"Contract Item{tongue}",
            paragraph=f'{listed.format(2)}{hanging}{space(0, 60)}<w:ind w:left="1021" w:hanging="454"/>',
        )  # fmt: skip
    return out


def _front(theme: Theme) -> str:
    return (
        style("Contract Title", paragraph=f'<w:keepNext/>{space(0, 40)}' + ('<w:jc w:val="center"/>' * theme.centred),
              run=look(theme.title, bold=True, color=theme.ink, face=theme.heads))
        + style("Contract Subtitle", paragraph=space(0, 200), run=look(11, color=GREY, face=theme.heads))
        + style("Contract Section", paragraph=f'<w:keepNext/>{space(240, 100)}',
                run=look(11.5, bold=True, color=theme.ink, face=theme.heads))
        + style("Contract Party", paragraph=space(0, 20), run=look(10.5, bold=True))
        + style("Contract Annex", following="Contract Annex Line",
                paragraph=f'<w:keepNext/><w:pageBreakBefore/>{space(0, 120)}<w:outlineLvl w:val="0"/>',
                run=look(14, bold=True, color=theme.ink, face=theme.heads))
        + style("Contract Annex Line", paragraph=f'<w:keepNext/>{space(60, 60)}',
                run=look(10, bold=True, face=theme.heads))
        + style("Contract Annex Text", paragraph=space(40, 40), run=look(9))
        + style("Contract Open Head", paragraph=f'<w:keepNext/>{space(60, 20)}',
                run=look(9.5, bold=True, color=RED, face=theme.heads))
        + style("Contract Open Point", paragraph=f'{space(0, 20)}<w:ind w:left="227" w:hanging="227"/>',
                run=look(9))
    )  # fmt: skip


def _small(theme: Theme) -> str:
    return (
        style("Contract Table Text", paragraph=space(0, 0), run=look(theme.small))
        + style("Contract Table Label", paragraph=space(0, 0),
                run=look(8.5, color=GREY, face=theme.heads))
        + style("Contract Table Head", paragraph=space(0, 0),
                run=look(8.5, bold=True, color=theme.ink, face=theme.heads))
        + style("Contract Table Number", based="Contract Table Text", paragraph='<w:jc w:val="right"/>')
        + style("Contract Table Total", based="Contract Table Text", paragraph='<w:jc w:val="right"/>',
                run=look(9.5, bold=True))
        + style("Contract Gap", paragraph=space(0, 0, 120), run=look(4))
        + style("Contract Signature", paragraph=f"<w:keepNext/><w:keepLines/>{space(0, 40)}", run=look(9.5))
        + style("Contract Header",
                paragraph='<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="3" w:color="'
                          f'{theme.rule}"/></w:pBdr>'
                          f'<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>{space()}',
                run=look(8.5, color=GREY, face=theme.heads))
        + style("Contract Footer", paragraph=f'{space()}<w:jc w:val="center"/>',
                run=look(8.5, color=GREY, face=theme.heads))
        + style("Contract Draft Mark", paragraph=f'{space(60, 0)}<w:jc w:val="center"/>',
                run=look(10.5, bold=True, color=RED, face=theme.heads))
    )  # fmt: skip


def styles(theme: Theme) -> str:
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(*theme.text)}"
        f'<w:sz w:val="{round(theme.size * 2)}"/><w:szCs w:val="{round(theme.size * 2)}"/>'
        '<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>'
        f"</w:rPrDefault><w:pPrDefault><w:pPr>{space(0, 80, 259)}</w:pPr>"
        "</w:pPrDefault></w:docDefaults>"
    )
    edges = (
        ("top", "left", "bottom", "right", "insideH", "insideV")
        if theme.boxed
        else ("top", "bottom", "insideH")
    )
    grid = borders(**dict.fromkeys(edges, theme.rule))
    tables = (
        table_style("Contract Grid", grid, top=40, side=80)
        + table_style("Contract Parallel Text", borders(insideV="D5DBE3"), top=0, side=100)
        + table_style("Contract Plain", "", top=20, side=60)
    )
    marks = (
        character("Contract Term", look(bold=True))
        + character("Contract Value")
        + character("Contract Reference")
        + character("Contract Label", look(color=GREY))
        + character("Contract Strong", look(bold=True))
    )
    paragraphs = _front(theme) + _levels(theme) + _small(theme)
    return f"{HEAD}<w:styles {W}>{defaults}{_BASE}{paragraphs}{marks}{tables}</w:styles>"


_LEVEL_FORMATS = (
    ("decimal", "%1.", 567, 567),
    ("decimal", "%1.%2", 567, 567),
    ("lowerLetter", "(%3)", 1021, 454),
)


def _abstract(number: int, tongue: str) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:pStyle w:val="{name}{tongue}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
        for index, (name, (form, text, left, hanging)) in enumerate(
            zip(("ContractArticle", "ContractClause", "ContractItem"), _LEVEL_FORMATS, strict=True)
        )
    )
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="7D00000{number}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def numbering() -> str:
    instances = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in (1, 2)
    )
    return f"{HEAD}<w:numbering {W}>{_abstract(1, '')}{_abstract(2, 'Chinese')}{instances}</w:numbering>"
