"""A contract made by hand: three levels, references, values, defined terms, and names that break careless XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tradedocs.contract.annexes import annexes_of
from tradedocs.contract.spec import spec_of
from tradedocs.model.annex import Annex
from tradedocs.model.clause import Language, Title
from tradedocs.model.contract import Article, Contract, Paragraph, Segment
from tradedocs.model.deal import Deal
from tradedocs.words.missing import MissingFact

SELLER, BUYER = "Smith & Sons <HK> Ltd", 'O\'Neil "Best" & Co'

_DEAL: dict[str, Any] = {
    "contract_no": "TD-2026/0117",
    "date": "2026-09-01",
    "place": {"en": "Ningbo, China", "zh": "中国宁波"},
    "our_side": "seller",
    "currency": "USD",
    "seller": {
        "name": SELLER, "name_zh": "史密斯父子（香港）有限公司", "registration_no": "91330200MA2AB12345",
        "country": "CN", "address": "88 Xingye Road, Beilun District, Ningbo 315800, Zhejiang, China",
        "address_zh": "中国浙江省宁波市北仑区兴业路88号，邮编315800", "email": "sales@seller.example",
        "phone": "+86 574 5550 0101", "contact": "Li Na", "signatory": "Wang Wei",
        "signatory_title": "General Manager",
        "bank": {"name": "Example Bank, Ningbo Branch", "swift": "EXAMCNBJ", "account": "3901 0200 0912 3456 789"},
    },
    "buyer": {
        "name": BUYER, "country": "IE", "address": "12 Harbour Street, Dublin 1, D01 X2Y3, Ireland",
        "email": "buying@buyer.example", "phone": "+353 1 555 0199", "signatory": "Aoife O'Neil",
        "signatory_title": "Purchasing Director",
    },
    "goods": [
        {
            "description": {"en": "LED bulb A60, 9 W, E27, 3000 K", "zh": "LED灯泡A60，9瓦，E27，3000K"},
            "model": "XJ-A60-9W", "hs_code": "8539.52", "origin": "CN", "quantity": "120,000 pcs",
            "tolerance": "5 %", "unit_price": "0.685 USD/pcs",
            "packing": {"en": "100 pcs per export carton", "zh": "每出口纸箱100件"},
            "characteristics": [
                {"name": "Luminous flux", "name_zh": "光通量", "require": ">= 806 lm", "method": "IEC 62612:2013",
                 "class": "major"},
                {"name": "Power", "name_zh": "功率", "require": "9.0 +0.5/-1.0 W", "method": "IEC 62612:2013"},
                {"name": "Lead (Pb) in solder", "name_zh": "焊料中铅含量", "require": "<= 0.1 %",
                 "method": "IEC 62321-5:2013", "class": "critical", "evidence": "type-test"},
                {"name": "Cap dimensions & gauge test", "name_zh": "灯头尺寸及量规检验", "require": "conforms",
                 "method": "IEC 60061-3", "basis": "as received", "class": "major"},
                {"name": "Appearance", "name_zh": "外观", "require": "conforms", "class": "minor"},
            ],
        },
        {
            "description": {"en": "Stainless steel wire mesh", "zh": "不锈钢丝网"}, "quantity": "25.5 t",
            "tolerance": "3 %", "unit_price": "2,340.00 USD/t",
            "characteristics": [
                {"name": "Grade", "name_zh": "牌号", "require": "one of 304, 316L", "method": "ASTM E415"},
                {"name": "Wire diameter", "name_zh": "丝径", "require": "0.45..0.55 mm", "stage": "loading"},
                {"name": "Moisture", "name_zh": "水分", "require": "< 0.5 %", "basis": "dry basis"},
                {"name": "Salmonella", "name_zh": "沙门氏菌", "require": "absent in 25 g", "stage": "discharge"},
                {"name": "Cobalt-60", "name_zh": "钴-60", "require": "not detected", "class": "critical"},
            ],
        },
    ],
    "delivery": {
        "incoterm": "FOB", "place": {"en": "Ningbo", "zh": "宁波"}, "mode": "sea",
        "port_of_loading": {"en": "Ningbo", "zh": "宁波"}, "port_of_destination": {"en": "Dublin", "zh": "都柏林"},
        "partial_shipments": "allowed",
    },
    "shipments": [
        {"window": {"from": "2026-10-01", "to": "2026-10-31"},
         "lines": [{"line": 1, "quantity": "60000 pcs"}, {"line": 2, "quantity": "25.5 t"}]},
        {"window": {"from": "2026-11-01", "to": "2026-11-30"}, "lines": [{"line": 1, "quantity": "60000 pcs"}]},
    ],
    "payment": [
        {"share": "30 %", "method": "tt-advance", "days": "7", "after": "contract-date"},
        {"share": "70 %", "method": "lc-sight"},
    ],
    "letter_of_credit": {"place_of_expiry": {"en": "Ningbo", "zh": "宁波"}},
    "inspection": {
        "bodies": ["SampleCert Inspection", "Muster & Partner Surveyors"],
        "place": {"en": "the Seller's warehouse, Ningbo", "zh": "宁波卖方仓库"},
        "standard": "ISO 2859-1:1999", "level": "II", "aql": {"critical": "0", "major": "2.5", "minor": "4.0"},
    },
    "documents": [
        {"en": "Commercial invoice in 3 originals", "zh": "商业发票正本三份"},
        {"en": "Full set of clean on board bills of lading", "zh": "全套清洁已装船提单"},
        {"en": "Pre-shipment inspection certificate", "zh": "装运前检验证书"},
    ],
    "law": {"governing": {"en": "the law of England", "zh": "英格兰法律"}, "cisg": "excluded"},
    "disputes": {"institution": "HKIAC", "seat": {"en": "Hong Kong", "zh": "香港"}, "language": "English",
                 "arbitrators": 3},
}  # fmt: skip

# id, title, then (level, English, Chinese). [x] refers to paragraph key x, {x} is a value, *x* a defined term.
_CLAUSES: tuple[tuple[str, str, str, tuple[tuple[int, str, str], ...]], ...] = (
    ("quality.conformity", "Quality of the goods", "货物质量", (
        (2, "The goods conform to Annex 1. The *Specification* is Annex 1 with every standard named in it.",
            "货物应符合附件1。*规格*指附件1及其所列的各项标准。"),
        (2, "A characteristic is met when every specimen that the *Inspection Body* tests meets the requirement. "
            "The result decides under clause [inspection_3].",
            "*检验机构*所检验的每一件样品均符合要求的，方视为该项目符合要求。检验结果的效力见第[inspection_3]条。"),
        (3, "critical characteristics: no deviation is accepted;", "致命项目：不接受任何偏差；"),
        (3, "major and minor characteristics: as the sampling plan in clause [inspection_2] allows.",
            "严重和轻微项目：按第[inspection_2]条的抽样方案判定。"))),
    ("inspection", "Pre-shipment inspection", "装运前检验", (
        (2, "The Seller gives notice {5 days} before the goods are ready, and the Inspection Body draws samples from "
            "the whole lot of {120,000 pcs} at {the Seller's warehouse, Ningbo}.",
            "卖方应在货物备妥前{5日}发出通知，检验机构在{宁波卖方仓库}从{120,000件}的整批货物中抽样。"),
        (2, "Sampling follows {ISO 2859-1:1999}, level {II}, with AQL critical {0}, major {2.5} and minor {4.0}.",
            "抽样按{ISO 2859-1:1999}执行，检验水平{II}，AQL为致命{0}、严重{2.5}、轻微{4.0}。"),
        (2, "If the goods fail, the Seller", "检验不合格的，卖方应："),
        (3, "sorts, repairs or replaces them at its own cost;", "自负费用进行挑选、返修或更换；"),
        (3, "presents them again, and bears the cost of the second inspection;", "重新提交检验，并承担复检费用；"),
        (3, "is in delay if the window ends meanwhile; clause [late_1] applies.",
            "装运期限在此期间届满的，视为迟延，适用第[late_1]条。"))),
    ("late", "Late delivery", "迟延交货", (
        (2, "For each started week of delay the Seller pays {0.5%} of the price of the late goods, in all not more "
            "than {5%}. The “price” is the one in the table above – without freight & insurance.",
            "每迟延一周（不足一周按一周计），卖方支付迟延货物价款的{0.5%}，总额不超过{5%}。“价款”指上表所列价款，不含运费及保险费。"),
        (2, "After {10 weeks} of delay the Buyer may cancel the late part.",
            "迟延超过{10周}的，买方可以解除迟延部分。"))),
    ("claims", "Claims", "索赔", (
        (2, "Claims for quantity are raised within {15 days}, claims for quality within {30 days} after arrival at "
            "the port of destination, with a report of a surveyor.",
            "数量索赔应在货物到达目的口岸后{15日}内提出，质量索赔应在{30日}内提出，并附检验报告。"),
        (2, "The Seller answers within {15 days}. Where the claim is well-founded it grants, as it and the Buyer "
            "agree, a discount of up to {10%} or free replenishment; clauses [late] and [quality_2_1] remain.",
            "卖方应在{15日}内答复。索赔成立的，经双方商定，给予不超过{10%}的折扣或免费补货；第[late]条和第[quality_2_1]条不受影响。"))),
    ("disputes", "Arbitration", "仲裁", (
        (2, "Any dispute is first negotiated for {30 days}, and then finally settled by arbitration at the {Hong Kong "
            "International Arbitration Centre (HKIAC)}. The seat is {Hong Kong}; there are {3 arbitrators}.",
            "争议应先协商{30日}，协商不成的，提交{香港国际仲裁中心}仲裁，仲裁地为{香港}，仲裁员{3名}。"),
        (2, "The contract is governed by {the law of England}. The CISG does not apply.",
            "本合同适用{英格兰法律}，不适用《联合国国际货物销售合同公约》。"))),
)  # fmt: skip

_MARK = re.compile(r"\[(?P<ref>\w+)\]|\{(?P<value>[^}]*)\}|\*(?P<term>[^*]*)\*")


def _segments(text: str, numbers: dict[str, str]) -> Iterator[Segment]:
    at = 0
    for match in _MARK.finditer(text):
        if match.start() > at:
            yield Segment(kind="text", text=text[at : match.start()])
        at = match.end()
        if (key := match["ref"]) is not None:
            yield Segment(kind="ref", text=numbers[key], target=key)
        elif (value := match["value"]) is not None:
            yield Segment(kind="value", text=value, source="value")
        else:
            yield Segment(kind="term", text=match["term"])
    if at < len(text):
        yield Segment(kind="text", text=text[at:])


def _keys(base: str, article: int, levels: list[int]) -> Iterator[tuple[str, str, str]]:
    yield base, f"{article}", f"{article}."
    sub = item = 0
    for level in levels:
        sub, item = (sub + 1, 0) if level == 2 else (sub, item + 1)
        number = f"{article}.{sub}" + (f"({chr(96 + item)})" if level == 3 else "")
        yield (
            f"{base}_{sub}" + (f"_{item}" if level == 3 else ""),
            number,
            number if level == 2 else f"({chr(96 + item)})",
        )


def _articles(repeat: int) -> tuple[Article, ...]:
    clauses = [(f"x{turn}_" if turn else "", clause) for turn in range(repeat) for clause in _CLAUSES]
    placed: dict[str, list[tuple[str, str, str]]] = {}
    for index, (prefix, (name, _, _, rows)) in enumerate(clauses, 1):
        base = prefix + name.split(".")[0]
        placed[base] = list(_keys(base, index, [level for level, _, _ in rows]))
    numbers = {key: number for places in placed.values() for key, number, _ in places}
    out = []
    for prefix, (name, english, chinese, rows) in clauses:
        places = placed[prefix + name.split(".")[0]]
        texts = ((1, english, chinese), *rows)
        paragraphs = tuple(
            Paragraph(
                key=key, level=level, number=number, label=label,
                en=tuple(_segments(en, numbers)), zh=tuple(_segments(zh, numbers)),
            )
            for (key, number, label), (level, en, zh) in zip(places, texts, strict=True)
        )  # fmt: skip
        out.append(
            Article(clause_id=name, version="1.0.0", position="standard", sha256="0" * 64,
                    approved_by="A. Counsel (legal)", title=Title(en=english, zh=chinese), paragraphs=paragraphs)
        )  # fmt: skip
    return tuple(out)


def _annexes(deal: Deal, languages: tuple[Language, ...]) -> tuple[Annex, ...]:
    """None where the deal leaves something out: the cover then says what."""
    try:
        return annexes_of(deal, languages)
    except MissingFact:
        return ()


def a_contract(
    languages: tuple[Language, ...] = ("en", "zh"), *, draft: bool = False, repeat: int = 1, **changes: Any
) -> Contract:
    """The contract; `changes` replace keys of the deal, `repeat` makes it longer."""
    deal = Deal.model_validate({**_DEAL, **changes})
    return Contract(
        deal=deal,
        languages=languages,
        articles=_articles(repeat),
        spec=spec_of(deal),
        annexes=_annexes(deal, languages),
        draft_reasons=("clause late (standard) is not approved",) if draft else (),
    )
