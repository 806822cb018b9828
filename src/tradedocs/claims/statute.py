"""The remedies of the law that the contract has not validly excluded, with the exposure: for legal's eyes only.

Which remedies there are is data (`data/statute.yaml`). Whether the contract puts its own grades in their place is read
from its article on remedies; that an exclusion does not hold for injury, intent and gross negligence is PRC Civil Code
article 506, which also decides under the CISG where Chinese law governs (CISG article 4(a) leaves validity to it).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Literal

from tradedocs.claims.remedies.all import excluding
from tradedocs.claims.remedies.case import RemedyCase
from tradedocs.claims.remedies.goods import concerned
from tradedocs.claims.remedies.making import Draft
from tradedocs.model.amount import Money
from tradedocs.model.base import Fact
from tradedocs.model.settling import Remedy, RemedyKind
from tradedocs.model.shapes import LocalText
from tradedocs.model.text import Line
from tradedocs.words.values import money, number, percent, quantity, unit_price
from tradedocs.yamlfile import parse

_FULL = 100


class Provision(Fact):
    """One remedy of a law.

    Attributes:
        money: what its exposure is worked out from.
        ours: a right of the seller, which no exclusion of the buyer's remedies touches.
        survives: whether the library's exclusion leaves it: the contract may be avoided for a fundamental breach.
        needs: an input that the claim file has no key for.
    """

    key: Line
    law: Literal["CISG", "PRC"]
    provision: Line
    kind: RemedyKind
    title: LocalText
    conditions: LocalText
    money: Literal["none", "price", "paid-price", "reduction", "rework", "missing", "further"]
    ours: bool = False
    survives: bool = False
    needs: Line | None = None


class Statute(Fact):
    """The whole list."""

    version: Literal["1"]
    remedies: tuple[Provision, ...]


@cache
def statute() -> Statute:
    """The packaged list."""
    name = "statute.yaml"
    text = (resources.files("tradedocs.claims") / "data" / name).read_text(encoding="utf-8")
    return parse(text, name, Statute)


def statutory(case: RemedyCase) -> tuple[Remedy, ...]:
    """The remedies of the law that counts; none for a law that the program does not know."""
    rows = [one for one in statute().remedies if one.law == case.granted.law]
    found = [made for one in rows if (made := _made(case, one)) is not None]
    return excluding(sorted(found, key=lambda one: one.barred is not None))


def unlimited(case: RemedyCase) -> RemedyCase:
    """The same claim if neither the exclusion of the law's remedies nor the limit of liability held."""
    grades = case.granted.grades
    freed = None if grades is None else grades.model_copy(update={"other": "choice"})
    return replace(case, granted=case.granted.model_copy(update={"cap": None, "grades": freed}))


def remarks(case: RemedyCase) -> tuple[LocalText, ...]:
    """What to know of the law as a whole: which one counts, and where exclusions and limits stop."""
    return tuple(_remarks(case))


def _remarks(case: RemedyCase) -> Iterator[LocalText]:
    granted = case.granted
    law = granted.governing
    if granted.law == "other":
        yield LocalText(
            en=f"The remedies of {law.en} are not known to the program: ask counsel there.",
            zh=f"本程序不掌握{law.zh or law.en}的补救措施：请咨询当地律师。",
        )
        return
    if granted.chinese:
        yield LocalText(
            en="An exclusion or limit is void for personal injury, and for loss of property by intent or gross "
            "negligence (PRC Civil Code article 506). Where it is void, so is the limit of liability.",
            zh="造成人身损害，或者因故意、重大过失造成财产损失的免责条款无效（《民法典》第506条）；责任限额亦同。",
        )
    else:
        yield LocalText(
            en=f"Whether an exclusion or limit is valid is for {law.en} to say (CISG article 4(a)); hardly any law "
            "lets it stand for intent.",
            zh=f"免责或限责条款是否有效由{law.zh or law.en}决定（公约第4条第1款）；对故意通常无效。",
        )
    if granted.grades is not None and granted.grades.other is None:
        yield LocalText(
            en=f"Article {granted.grades.article} is not in the library's words: a person must read whether it "
            "excludes the remedies of the law.",
            zh=f"第{granted.grades.article}条并非条款库的文字：须由人员判断其是否排除法定补救措施。",
        )


def _made(case: RemedyCase, row: Provision) -> Remedy | None:
    if row.money == "missing" and case.complaint.missing is None:
        return None
    draft = Draft(case, row.kind, owed=not row.ours)
    draft.notes.append(row.conditions)
    grades = case.granted.grades
    excluded = grades is not None and grades.other == "replaced" and not (row.ours or row.survives)
    if excluded and grades is not None:
        figure = "" if row.money == "none" else " The figure is the exposure then, without the limit."
        figure_zh = "" if row.money == "none" else "所示金额为届时的敞口，不受限额约束。"
        draft.bar(
            f"Article {grades.article} puts the contract's grades in its place; it is back where that exclusion does "
            f"not hold.{figure}",
            f"第{grades.article}条以合同的分级措施取代之；该排除不成立时恢复适用。{figure_zh}",
        )
    amount = _amount(draft, row, excluded=excluded)
    if row.needs is not None:
        draft.needs(row.needs)
    # What substitute goods cost the seller stands at the contract's own replenishment; here only their price is known.
    made = draft.made(amount, None if row.money == "price" else amount, key=row.key)
    return made.model_copy(
        update={
            "title": row.title, "source": row.provision, "legal_only": True, "authority": "legal",
            "bearer": "buyer" if row.ours else "seller",
        }
    )  # fmt: skip


def _amount(draft: Draft, row: Provision, *, excluded: bool) -> Money | None:
    match row.money:
        case "price":
            return concerned(draft)
        case "rework":
            return _given(draft, "rework", "Repair in all", "修理费用合计")
        case "paid-price":
            amount = _paid(draft)
        case "reduction":
            amount = _reduction(draft)
        case "missing":
            amount = _missing(draft)
        case "further":
            amount = _further(draft, excluded=excluded)
        case _:
            return None
    if amount is None or excluded:
        return amount
    return draft.limited(amount, refund=row.money != "further")


def _given(draft: Draft, name: str, en: str, zh: str) -> Money | None:
    found = draft.cost(name)
    return None if found is None else draft.working.given(en, zh, found)


def _paid(draft: Draft) -> Money | None:
    price, paid = concerned(draft), draft.case.complaint.paid
    if price is None or paid >= _FULL:
        return price
    words = f"{price.amount:,} × {percent(paid)}"
    return draft.working.step(f"Paid so far: {words}", f"已付部分：{words}", price.amount * paid / _FULL)


def _reduction(draft: Draft) -> Money | None:
    price, ratio = concerned(draft), draft.case.complaint.value_ratio
    if ratio is None:
        draft.needs("value_ratio")
    if price is None or ratio is None:
        return None
    lost = max(_FULL - ratio, Decimal(0))
    words = f"{price.amount:,} × (100% − {percent(ratio)})"
    return draft.working.step(f"Reduction: {words}", f"减价：{words}", price.amount * lost / _FULL)


def _missing(draft: Draft) -> Money | None:
    line, missing = draft.case.line, draft.case.complaint.missing
    price = draft.case.price_of(missing)
    if line is None or missing is None or price is None:
        draft.needs("missing")
        return None
    return draft.working.step(
        f"Missing: {quantity(missing, 'en')} × {unit_price(line.unit_price, 'en')}",
        f"短缺：{quantity(missing, 'zh')} × {unit_price(line.unit_price, 'zh')}",
        price.amount,
    )


def _further(draft: Draft, *, excluded: bool) -> Money | None:
    """What neither the loss in value nor the costs under the contract's article hold already."""
    case, parts = draft.case, []
    loss = _given(draft, "buyer_loss", "Further loss that the claimant names", "索赔方所称的其他损失")
    cap = case.granted.cap
    if loss is not None and cap is not None and cap.profit == "none" and not excluded:
        draft.note(
            f"Article {cap.article} excludes loss of profit, production and business: the further loss of "
            f"{money(loss)} is not counted as far as it is such a loss.",
            f"第{cap.article}条排除利润、生产和业务损失：其他损失{money(loss)}属于该等损失的，不予计算。",
        )
        draft.needs("what of costs.buyer_loss is loss of profit, production or business")
    elif loss is not None:
        parts.append(loss)
    if not (case.granted.minor is not None and case.granted.minor.handling):
        parts += _some(_given(draft, "handling", "Handling", "处理费用"))
    if case.granted.grades is None:
        parts += _some(_given(draft, "survey", "Survey", "复验费用"))
        parts += _some(_given(draft, "storage", "Storage", "仓储费用"))
        parts += _some(_sorted(draft))
    return draft.working.total("Loss that is left", "其余损失", parts) if parts else None


def _sorted(draft: Draft) -> Money | None:
    hours, rate = draft.case.complaint.costs.sorting_hours, draft.case.cost("sorting_rate")
    if hours is None or rate is None:
        draft.needs("costs.sorting_hours, costs.sorting_rate")
        return None
    words = f"{number(hours)} × {money(rate)}"
    return draft.working.step(f"Sorting, hours: {words}", f"挑选（小时）：{words}", hours * rate.amount)


def _some(amount: Money | None) -> list[Money]:
    return [] if amount is None else [amount]
