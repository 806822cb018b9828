"""The same contract by docxtpl's own render: a template whose articles are loops over paragraphs of styled runs.

The cover is that of the packaged template, which is in docxtpl's grammar; annexes go in as ready XML, which spares the
peer their cost. The text of the result is the same word for word.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

_CELL = (
    '<w:tc><w:tcPr><w:tcW w:w="4819" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{{{{ one.{0}_style }}}}"/>'
    '</w:pPr><w:r><w:t xml:space="preserve">{{{{r one.{0} }}}}</w:t></w:r></w:p></w:tc>'
)
_STEER = "<w:tr><w:tc><w:p><w:r><w:t>{{%tr {0} %}}</w:t></w:r></w:p></w:tc></w:tr>"
_ARTICLES = "{{p articles }}"


def peer_template(source: Path, out: Path) -> Path:
    """The packaged template with loops in the place of the block of articles."""
    table = (
        '<w:tbl><w:tblPr><w:tblW w:w="9638" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
        '<w:gridCol w:w="4819"/><w:gridCol w:w="4819"/></w:tblGrid>'
        + _STEER.format("for one in paragraphs")
        + f"<w:tr>{_CELL.format('en')}{_CELL.format('zh')}</w:tr>"
        + _STEER.format("endfor")
        + "</w:tbl>"
    )
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == "word/document.xml":
                text = data.decode()
                end = text.index("</w:p>", text.index(_ARTICLES)) + len("</w:p>")
                begin = text.rindex("<w:p>", 0, text.index(_ARTICLES))
                data = (text[:begin] + table + text[end:]).encode()
            new.writestr(info.filename, data)
    return out


def peer_context(contract: Any) -> dict[str, Any]:
    """The context for it, runs as docxtpl's RichText."""
    from docxtpl import RichText

    from tradedocs.word.annexes import annexes_xml
    from tradedocs.word.articles import _STYLES, paragraphs_of
    from tradedocs.word.cover import facts_context
    from tradedocs.word.styles import LEVELS

    def rich(segments: Any) -> Any:
        out = RichText()
        out.runs = [(segment.text, _STYLES.get(segment.kind)) for segment in segments]
        for text, style in out.runs:
            out.add(text, style=style)
        return out

    paragraphs = [
        {"en": rich(one.en), "zh": rich(one.zh), "en_style": LEVELS["en"][one.level - 1],
         "zh_style": LEVELS["zh"][one.level - 1]}
        for one in paragraphs_of(contract)
    ]  # fmt: skip
    return {**facts_context(contract), "annexes": annexes_xml(contract), "paragraphs": paragraphs}


def peer_render(template: Path, context: dict[str, Any]) -> bytes:
    """One document, as docxtpl makes it."""
    from docxtpl import DocxTemplate

    document = DocxTemplate(template)
    document.render(context, autoescape=True)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
