"""The words of the ways to settle a claim, in both languages, for the terminal and the page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from tradedocs.formats.plain import plain
from tradedocs.model.amount import Money
from tradedocs.model.authority import Authority
from tradedocs.model.claim import Category, Severity
from tradedocs.model.claimoptions import ClaimOptions
from tradedocs.model.party import Side
from tradedocs.model.settling import Remedy
from tradedocs.model.shapes import LocalText

Spoken = Literal["en", "zh"]
Pair = tuple[str, str]

CATEGORIES: dict[Category, Pair] = {
    "batch-defect": ("batch defect", "批量缺陷"),
    "single-defects": ("single defective pieces", "个别不合格品"),
    "transport-damage": ("transport damage", "运输损坏"),
    "shortage": ("shortage", "数量短缺"),
    "perception-deviation": ("perception deviation", "观感偏差"),
    "misuse": ("misuse or storage", "使用或储存不当"),
    "undecided": ("undecided", "未定"),
}
SEVERITIES: dict[Severity, Pair] = {
    "none": ("no breach shown", "未证明违约"),
    "minor": ("minor, usable as it is", "轻微，可照原样使用"),
    "over-limit": ("over the limit, the rest usable", "超限，其余可用"),
    "batch": ("the lot fails", "整批不合格"),
    "safety": ("SAFETY", "安全"),
    "unknown": ("severity not known yet", "严重程度尚不明确"),
}
LEVELS: dict[Authority, Pair] = {
    "sales": ("sales", "销售"),
    "manager": ("manager", "经理"),
    "legal": ("legal", "法务"),
    "board": ("board", "董事会"),
}
SIDES: dict[Side, Pair] = {"seller": ("seller", "卖方"), "buyer": ("buyer", "买方")}
WORDS: dict[str, Pair] = {
    "claim": ("Claim {claim} under contract {contract}, on {day}", "合同{contract}项下索赔{claim}，{day}"),
    "triage": ("Triage: {told}", "分级：{told}"),
    "limit": ("The limit of liability leaves {limit} for this claim", "责任限额就本索赔尚余{limit}"),
    "earlier": (
        "{amount} was promised for other claims under the same limit",
        "同一限额下其他索赔已承诺{amount}",
    ),
    "options": ("What may be offered", "可提出的方案"),
    "barred": ("Not open now", "目前不适用"),
    "shut": ("not open now", "目前不适用"),
    "why": ("why", "原因"),
    "gain": ("buyer gains", "买方所得"),
    "cost": ("seller's cost", "卖方成本"),
    "bearer": ("borne by", "承担方"),
    "authority": ("authority", "审批级别"),
    "articles": ("articles", "条款"),
    "none": ("no article: goodwill", "无条款：善意"),
    "between": ("{low} to {high}", "{low}至{high}"),
    "interval": ("at the ends: {low} to {high}", "两端：{low}至{high}"),
    "capped": ("reduced to the limit", "已降至限额"),
    "due": ("until", "截止"),
    "unknown": ("not given", "未提供"),
    "excludes": ("not together with", "不得并用"),
    "compare": ("Beside doing nothing", "与不作处理比较"),
    "way": ("Way", "方式"),
    "worth": ("worth of the relationship, as given", "关系价值（所提供）"),
    "worth-short": ("worth given", "所提供价值"),
    "net": ("net", "净额"),
    "not-given": ("not given", "未提供"),
    "source-of-worth": (
        "The worth is what the user wrote in the claim file; nothing here is estimated. Doing nothing pays nothing "
        "now; what the law could award is not in that row.",
        "关系价值为使用者在索赔文件中所填，均非估算。不作处理目前无支出；法律可能判给的金额不在该行内。",
    ),
    "legal": ("FOR THE LEGAL TEAM ONLY: remedies of the law", "仅供法务：法定补救措施"),
    "under-contract": ("Exposure under the contract", "合同项下敞口"),
    "without-limits": (
        "Exposure by the law if exclusions and limit fell",
        "排除和限额均不成立时的法定敞口",
    ),
    "of": ("made of {keys}", "由{keys}构成"),
    "unknown-parts": (
        "What is not given is in none of these figures.",
        "未提供的项目均未计入上述金额。",
    ),
    "steps": ("The money, step by step", "金额计算步骤"),
    "nothing": ("Nothing is granted by what is known.", "依现有事实没有可提出的方案。"),
}


def pick(pair: Pair, language: Spoken) -> str:
    """One of the two."""
    return pair[1] if language == "zh" else pair[0]


def word(key: str, language: Spoken, **gaps: object) -> str:
    """A fixed word or sentence."""
    return pick(WORDS[key], language).format(**gaps)


def text(words: LocalText, language: Spoken) -> str:
    """Words in a language, without anything that moves a cursor; English where there is no Chinese."""
    return plain(words.zh if language == "zh" and words.zh else words.en)


def amount(one: Remedy, language: Spoken) -> str:
    """What it brings the buyer: an amount, a range, or that nobody gave what it needs."""
    if one.gain is not None:
        return str(one.gain)
    if one.low is not None and one.high is not None:
        return word("between", language, low=one.low, high=one.high)
    return word("not-given", language)


def money(given: Money | None, language: Spoken) -> str:
    """An amount, or that it was not given."""
    return word("not-given", language) if given is None else str(given)


def articles(one: Remedy, language: Spoken) -> str:
    """`37, 36`; the provision of a remedy of the law."""
    if one.source is not None:
        return plain(one.source)
    if one.kind == "goodwill":
        return word("none", language)
    return ", ".join(one.articles) or "–"


def ranks(one: Remedy, among: Iterable[Remedy]) -> str:
    """The numbers of the remedies for the same loss: `2, 3, 5`."""
    return ", ".join(str(other.rank) for other in among if other.key in one.excludes)


def heading(found: ClaimOptions, language: Spoken) -> str:
    """`Claim CL-1 under contract C-1, on 2026-11-25`."""
    return word(
        "claim", language, claim=plain(found.claim), contract=plain(found.contract_no), day=found.as_of
    )


def triaged(found: ClaimOptions, language: Spoken) -> str:
    """`batch defect, the lot fails`."""
    comma = "，" if language == "zh" else ", "
    return comma.join(
        (pick(CATEGORIES[found.category], language), pick(SEVERITIES[found.severity], language))
    )
