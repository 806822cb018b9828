"""The fixed words of a contract in both languages: labels, headings, and the words for closed choices.

The pairs follow the usual Chinese-English forms of export contracts.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from tradedocs.model.clause import Language

LABELS: dict[str, tuple[str, str]] = {
    "contract_no": ("Contract No.", "合同编号"),
    "date": ("Date", "签订日期"),
    "place": ("Signed at", "签订地点"),
    "seller": ("The Seller", "卖方"),
    "buyer": ("The Buyer", "买方"),
    "registration_no": ("Registration No.", "注册号"),
    "address": ("Address", "地址"),
    "country": ("Country", "国家"),
    "contact": ("Contact", "联系人"),
    "phone": ("Phone", "电话"),
    "email": ("E-mail", "电子邮箱"),
    "bank": ("Bank", "银行"),
    "swift": ("SWIFT", "SWIFT"),
    "account": ("Account", "账号"),
    "terms": ("Commercial terms", "商务条款"),
    "line": ("No.", "序号"),
    "goods": ("Commodity and specification", "品名及规格"),
    "quantity": ("Quantity", "数量"),
    "unit_price": ("Unit price", "单价"),
    "amount": ("Amount", "金额"),
    "total": ("Contract Price", "合同总价"),
    "in_words": ("Contract Price in words", "合同总价（大写）"),
    "model": ("Model", "型号"),
    "hs_code": ("HS code", "HS编码"),
    "origin": ("Origin", "原产地"),
    "packing": ("Packing", "包装"),
    "delivery": ("Delivery term", "贸易术语"),
    "shipment": ("Time of shipment", "装运期"),
    "payment": ("Terms of payment", "付款条件"),
    "inspection": ("Inspection", "检验"),
    "documents": ("Documents", "单据"),
    "seller_signs": ("For and on behalf of the Seller", "卖方代表"),
    "buyer_signs": ("For and on behalf of the Buyer", "买方代表"),
    "signature": ("Signature and seal", "签字盖章"),
    "name": ("Name", "姓名"),
    "title": ("Title", "职务"),
    "signed_on": ("Date", "日期"),
    "conditions": ("Terms and conditions", "合同条款"),
    "open_points": ("Open points, to be settled before signing", "签署前须确认的事项"),
    "guarantee": ("Guaranteed", "保证值"),
    "step": ("Each started", "每超出（不足的按此计）"),
    "adjustment": ("Price adjustment", "价格调整"),
    "cap": ("At most", "上限"),
    "rejection": ("Rejection unless", "不符合即可拒收"),
    "characteristic": ("Characteristic", "项目"),
    "requirement": ("Requirement", "要求"),
    "method": ("Method", "方法"),
    "basis": ("Basis", "基准"),
    "class": ("Class", "等级"),
    "evidence": ("Evidence", "证明"),
    "stage": ("Stage", "阶段"),
}

MISSING, TO_CONFIRM = ("is missing", "缺失"), ("is to be confirmed", "待确认")
CLASSES = {"critical": ("critical", "致命"), "major": ("major", "严重"), "minor": ("minor", "轻微")}
EVIDENCE = {"shipment": ("shipment sample", "装运货样"), "type-test": ("type test", "型式试验")}
_BASES = {
    "as received": "收到基",
    "as is": "原样",
    "wet basis": "湿基",
    "dry basis": "干基",
    "dry matter": "干基",
    "air dried basis": "空气干燥基",
    "dry ash free": "干燥无灰基",
    "dry mineral matter free": "干燥无矿物质基",
}
STAGES = {
    "pre-loading": ("before loading", "装货前"),
    "loading": ("at loading", "装货时"),
    "discharge": ("at discharge", "卸货时"),
}


def of(pair: tuple[str, str], language: Language) -> str:
    """The word in one language."""
    return pair[0] if language == "en" else pair[1]


def in_chinese(basis: str) -> str:
    """A basis in the word that Chinese contracts use; as it stands where the trade has no fixed one."""
    return _BASES.get(basis.casefold(), basis)


def joined(pair: tuple[str, str], languages: tuple[Language, ...]) -> str:
    """The word in the contract's languages, side by side."""
    return " ".join(dict.fromkeys(of(pair, language) for language in languages))


def stacked(pair: tuple[str, str], languages: tuple[Language, ...]) -> Markup:
    """The word in the contract's languages, one under the other; for use inside a text run only."""
    return under_each_other(dict.fromkeys(of(pair, language) for language in languages))


def under_each_other(texts: Iterable[str]) -> Markup:
    """The texts, one under the other; for use inside a text run only."""
    return Markup('</w:t><w:br/><w:t xml:space="preserve">').join(escape(text) for text in texts)
