"""The commercial terms of a deal for the head of the contract: facts only, one function a term, in one language.

What follows from a fact is said by the clauses, whose wording is approved; nothing here grants or limits a right.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tradedocs.model.clause import Language
from tradedocs.model.deal import Deal, Inspection, LocalText, PaymentPart, Shipment
from tradedocs.word.labels import of

_MONTHS = "January February March April May June July August September October November December".split()
_MODES = {
    "sea": ("by sea", "海运"), "air": ("by air", "空运"), "road": ("by road", "公路运输"),
    "rail": ("by rail", "铁路运输"), "courier": ("by courier", "快递"), "multimodal": ("multimodal", "多式联运"),
}  # fmt: skip
_ALLOWED = {"allowed": ("allowed", "允许"), "not allowed": ("not allowed", "不允许")}
_METHODS = {
    "tt-advance": ("by telegraphic transfer (T/T) in advance", "电汇（T/T）预付"),
    "tt-balance": ("by telegraphic transfer (T/T)", "电汇（T/T）"),
    "lc-sight": ("by irrevocable letter of credit at sight", "不可撤销即期信用证"),
    "lc-usance": ("by irrevocable usance letter of credit", "不可撤销远期信用证"),
    "dp-sight": ("by documents against payment (D/P) at sight", "即期付款交单（D/P）"),
    "da": ("by documents against acceptance (D/A)", "承兑交单（D/A）"),
    "open-account": ("on open account (O/A)", "赊销（O/A）"),
}
_TRIGGERS = {
    "contract-date": ("the date of the Contract", "合同签订日"),
    "proforma-date": ("the date of the proforma invoice", "形式发票日期"),
    "invoice-date": ("the date of the invoice", "发票日期"),
    "shipment-date": ("the date of shipment", "装运日"),
    "bl-copy": ("receipt of the copy of the transport document", "收到运输单据副本"),
    "arrival-date": ("the arrival of the goods", "货物到达日"),
}


def bound(text: str) -> str:
    """The text with blanks that a line is not broken at."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def local(text: LocalText, language: Language) -> str:
    """The text in the language; English where no Chinese was given."""
    return text.zh if language == "zh" and text.zh else text.en


def day(value: date, language: Language) -> str:
    """`24 November 2026` or `2026年11月24日`: no reader can take the day for the month."""
    if language == "zh":
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def delivery(deal: Deal, language: Language) -> Iterator[str]:
    """The Incoterms® rule with its place, the carriage, the ports, partial shipments and transhipment."""
    terms = deal.delivery
    zh = language == "zh"
    yield f"{terms.incoterm} {local(terms.place, language)}, Incoterms® {terms.edition}"
    ways = [of(_MODES[terms.mode], language)]
    for port, words in (
        (terms.port_of_loading, ("port of loading {}", "装运口岸：{}")),
        (terms.port_of_destination, ("port of destination {}", "目的口岸：{}")),
    ):
        if port is not None:
            ways.append(of(words, language).format(local(port, language)))
    yield _sentence(("，" if zh else ", ").join(ways), language)
    partial = of(_ALLOWED[terms.partial_shipments], language)
    tranship = of(_ALLOWED[terms.transhipment], language)
    yield (
        f"{partial}分批装运，{tranship}转运。"
        if zh
        else f"Partial shipments {partial}, transhipment {tranship}."
    )


def _sentence(text: str, language: Language) -> str:
    return f"{text}。" if language == "zh" else f"{text[0].upper()}{text[1:]}."


def shipments(deal: Deal, language: Language) -> Iterator[str]:
    """A line a shipment: its window and, where there are several, what it carries."""
    for shipment in deal.shipments:
        yield _shipment(deal, shipment, language)


def _shipment(deal: Deal, shipment: Shipment, language: Language) -> str:
    first, last = day(shipment.window.first, language), day(shipment.window.last, language)
    several = len(deal.shipments) > 1
    if language == "zh":
        head = f"第{shipment.number}批：" if several else ""
        carried = "、".join(f"第{line.line}项 {quantity}" for line, quantity in deal.shipped(shipment))
        return f"{head}{first}至{last}（含首尾两日）" + (f"，{carried}" if several else "")
    head = f"Shipment {shipment.number}: from" if several else "From"
    carried = ", ".join(bound(f"{quantity} of line {line.line}") for line, quantity in deal.shipped(shipment))
    return f"{head} {first} to {last}, both days included" + (f": {carried}" if several else "")


def payments(deal: Deal, language: Language) -> Iterator[str]:
    """A line a part of the price: its share, how it is paid and, where the deal says so, when."""
    for part in deal.payment:
        method, when = of(_METHODS[part.method], language), _when(part, language)
        if language == "zh":
            yield f"{part.share}%：{method}" + (f"，{when}" if when else "")
        else:
            yield f"{part.share} % {method}" + (f", {when}" if when else "")


def _when(part: PaymentPart, language: Language) -> str:
    if part.days is None or part.after is None:
        return ""
    after = of(_TRIGGERS[part.after], language)
    if part.method in ("lc-usance", "da"):  # a term of credit is a fixed day, not a time limit
        return (
            f"{after}后{part.days}天付款" if language == "zh" else f"payable {part.days} days after {after}"
        )
    if part.days == 0:
        return f"{after}时支付" if language == "zh" else f"on {after}"
    return f"{after}后{part.days}天内支付" if language == "zh" else f"within {part.days} days after {after}"


def inspection(deal: Deal, language: Language) -> Iterator[str]:
    """Who inspects and where, and the sampling plan."""
    terms = deal.inspection
    place = local(terms.place, language)
    if language == "zh":
        yield f"检验机构：{'或'.join(terms.bodies)}；地点：{place}"
    else:
        yield f"Inspection body: {' or '.join(terms.bodies)}; place: {place}"
    yield _plan(terms, language)


def _plan(terms: Inspection, language: Language) -> str:
    zh = language == "zh"
    plan = f"抽样标准：{terms.standard}" if zh else f"Sampling: {terms.standard}"
    if terms.level is None or terms.aql is None:
        return plan
    aql = terms.aql
    if zh:
        return f"{plan}，检验水平{terms.level}，AQL：致命{aql.critical}、严重{aql.major}、轻微{aql.minor}"
    return f"{plan}, level {terms.level}; AQL critical {aql.critical}, major {aql.major}, minor {aql.minor}"


def documents(deal: Deal, language: Language) -> Iterator[str]:
    """The documents that the Seller presents, counted."""
    for number, document in enumerate(deal.documents, 1):
        yield f"{number}. {local(document, language)}"
