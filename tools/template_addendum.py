"""The body of the packaged template of addenda."""

from __future__ import annotations

from template_body import WIDTH, each, in_language, parties, row, signatures, styled, table, tag, whole
from template_body import cell as a_cell
from template_parts import paragraph, run

_TEXT = "ContractTableText"


def title() -> str:
    widths = (WIDTH // 3, WIDTH // 3, WIDTH - 2 * (WIDTH // 3))
    shown = (
        ("Contract No. 合同编号", paragraph(_TEXT, styled("{{ contract_no }}", "ContractStrong"))),
        ("Date of the addendum 补充协议日期", each("addendum.on", _TEXT)),
        ("Applies from 适用起始日", each("addendum.effective", _TEXT)),
    )
    labels = {"Contract No. 合同编号": "{{ label.contract_no }}"}
    cells = (
        a_cell(width, *_label(labels.get(label, label)), content)
        for width, (label, content) in zip(widths, shown, strict=True)
    )
    return (
        in_language("english", "ContractTitle", "ADDENDUM No. {{ addendum.number }}")
        + in_language("chinese", "ContractTitle", "第{{ addendum.number }}号补充协议")
        + paragraph("ContractGap")
        + table("ContractGrid", widths, row(*cells))
        + paragraph("ContractGap")
    )


def _label(text: str) -> tuple[str, ...]:
    if "{{" in text:
        return (paragraph("ContractTableLabel", run(text)),)
    words = text.split()
    english = " ".join(word for word in words if word.isascii())
    chinese = " ".join(word for word in words if not word.isascii())
    return (
        in_language("english", "ContractTableLabel", english),
        in_language("chinese", "ContractTableLabel", chinese),
    )


def said(english: str, chinese: str, *, keep: bool = False) -> str:
    """A paragraph in each language of the contract; `keep` holds it on the page of what follows."""
    return "".join(
        tag(f"if {name}", _TEXT) + paragraph(_TEXT, run(text), keep=keep) + tag("endif", _TEXT)
        for name, text in (("english", english), ("chinese", chinese))
    )


def heading(condition: str, english: str, chinese: str) -> str:
    both = "{% if english %}" + english + "{% endif %}{% if english and chinese %} {% endif %}"
    both += "{% if chinese %}" + chinese + "{% endif %}"
    return tag(f"if {condition}") + paragraph("ContractSection", run(both), keep=True) + tag("endif")


def block(name: str) -> str:
    return (
        tag(f"if {name}")
        + paragraph("Normal", run(f"{{{{p {name} }}}}"))
        + paragraph("ContractGap")
        + tag("endif")
    )


def document() -> str:
    opening = said(
        "The Seller and the Buyer amend Sales Contract No. {{ contract_no }} dated {{ date[0] }}"
        "{% if addendum.earlier %}, as amended by its earlier addenda,{% endif %} as this Addendum says. "
        "The changes apply from {{ addendum.effective[0] }}. Words that are struck through are deleted, and words that "
        "are underlined are added; what the parties agree is the text as it then reads.",
        "卖方与买方按本补充协议修改{{ date[-1] }}签订的编号为{{ contract_no }}的销售合同"
        "{% if addendum.earlier %}（包括此前的补充协议）{% endif %}，修改自{{ addendum.effective[-1] }}起适用。"
        "以删除线标示的文字予以删除，以下划线标示的文字予以增加；双方约定的内容以修改后的文字为准。",
    )
    closing = said(
        "Everything else in the Contract stays as it is. This Addendum is part of the Contract, whose articles on "
        "language, law and disputes apply to it.",
        "合同的其他内容不变，继续有效。本补充协议为合同的组成部分，适用合同中关于文字、准据法和争议解决的条款。",
        keep=True,
    )
    return whole(
        title()
        + parties()
        + paragraph("ContractGap")
        + opening
        + heading("terms_changed", "Commercial terms", "商务条款")
        + block("terms_changed")
        + heading("articles_changed or renumbering", "Articles", "合同条款")
        + block("articles_changed")
        + block("renumbering")
        + tag("if specification_changed")
        + paragraph("ContractSection", run("{{ specification_title }}"), keep=True)
        + tag("endif")
        + block("specification_changed")
        + tag("if annexes_changed")
        + said(
            "The annexes that follow the signatures replace those of the same name.",
            "签字页之后的附件替换合同中的同名附件。",
        )
        + tag("endif")
        + closing
        + paragraph("ContractGap", keep=True)
        + signatures()
        + block("annexes_changed")
    )
