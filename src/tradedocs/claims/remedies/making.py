"""What every remedy has in common: its title, the limit of liability, what bars it, and who may offer it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from tradedocs.claims.policy import level_for, limits_of
from tradedocs.claims.remedies.case import RemedyCase
from tradedocs.claims.remedies.working import Working
from tradedocs.model.amount import Money
from tradedocs.model.authority import Authority
from tradedocs.model.settling import Remedy, RemedyKind
from tradedocs.model.shapes import LocalText
from tradedocs.words.values import money, number, percent

TITLES: dict[RemedyKind, LocalText] = {
    "price-reduction": LocalText(en="Price reduction", zh="减价"),
    "price-scale": LocalText(en="Price adjustment by the agreed scale", zh="按约定计价标准调整价格"),
    "defect-refund": LocalText(en="Refund of the defective pieces", zh="退还不合格品价款"),
    "goodwill": LocalText(en="Goodwill discount", zh="善意折让"),
    "replenishment": LocalText(en="Free replenishment", zh="免费补货"),
    "offset": LocalText(en="Credit against the next order", zh="抵扣下一订单货款"),
    "repair": LocalText(en="Repair", zh="修理"),
    "sorting": LocalText(en="Cost of sorting, survey and storage", zh="挑选、复验和仓储费用"),
    "make-up-shortage": LocalText(en="Making up the shortage", zh="补足短缺"),
    "refund": LocalText(en="Refund of the price", zh="退还价款"),
    "repudiation": LocalText(en="Reasoned reply without a payment", zh="附理由答复（不予赔付）"),
}
VALUE = "value"
LOSSES: dict[RemedyKind, str] = {
    "price-reduction": VALUE, "price-scale": VALUE, "defect-refund": VALUE, "goodwill": VALUE, "replenishment": VALUE,
    "repair": VALUE, "refund": VALUE, "repudiation": VALUE, "offset": VALUE, "sorting": "costs",
    "make-up-shortage": "missing",
}  # fmt: skip
"""Which loss a remedy makes good. Two for the same loss are never added."""


@dataclass
class Draft:
    """A remedy while its money is worked out.

    Attributes:
        counts: whether it uses up the limit of liability; `refund` where that depends on the contract.
        bars: why it is not open; the first one is told.
        owed: whether it rests on a claim of the buyer, which late notice or another bearer of the loss takes away.
    """

    case: RemedyCase
    kind: RemedyKind
    clauses: tuple[str, ...] = ()
    working: Working = field(init=False)
    notes: list[LocalText] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    bars: list[LocalText] = field(default_factory=list)
    owed: bool = True
    capped: bool = False

    def __post_init__(self) -> None:
        self.working = Working(self.case.granted.currency)

    def note(self, en: str, zh: str) -> None:
        """Something to know with it."""
        self.notes.append(LocalText(en=en, zh=zh))

    def bar(self, en: str, zh: str) -> None:
        """A reason for which it is not open."""
        self.bars.append(LocalText(en=en, zh=zh))

    def needs(self, *keys: str) -> None:
        """Inputs that nobody gave, by their keys in the claim file."""
        self.unknown += [key for key in keys if key not in self.unknown]

    def cost(self, name: str) -> Money | None:
        """A cost that the user gave; otherwise it is named as unknown."""
        found = self.case.cost(name)
        if found is None:
            self.needs(_currency_missing(self.case, name))
        return found

    def limited(self, amount: Money, *, refund: bool) -> Money:
        """The amount within the limit of liability, with the step that brings it down to it."""
        room = limit(self.case, refund=refund)
        if room is None or amount.amount <= room.amount:
            return amount
        cap = self.case.granted.cap
        assert cap is not None
        self.capped = True
        self.note(
            f"The limit of Article {cap.article} does not hold for injury, intent, gross negligence or fraud.",
            f"第{cap.article}条的限额不适用于人身伤害、故意、重大过失或欺诈。",
        )
        return self.working.step(
            f"At most the limit of Article {cap.article}, {_limit_words(self.case)}",
            f"以第{cap.article}条的限额为限，{_limit_words_zh(self.case)}",
            room.amount,
        )

    def made(
        self,
        gain: Money | None,
        cost: Money | None,
        *,
        low: Money | None = None,
        high: Money | None = None,
        due: date | None = None,
        key: str | None = None,
    ) -> Remedy:
        """The remedy, its rank still open."""
        self._common_bars()
        return Remedy(
            kind=self.kind,
            key=key or self.kind,
            title=TITLES[self.kind],
            rank=1,
            clauses=tuple(one for one in self.clauses if one in self.case.granted.articles),
            articles=self.case.granted.numbers(*self.clauses),
            bearer="seller",
            gain=gain,
            cost=cost,
            low=low,
            high=high,
            capped=self.capped,
            steps=tuple(self.working.steps),
            authority=authority_for(self.case, self.kind, (gain, cost, high)),
            barred=self.bars[0] if self.bars else None,
            notes=tuple(self.notes),
            due=due,
            unknown=tuple(self.unknown),
        )

    def _common_bars(self) -> None:
        case, late = self.case, self.case.late
        if not self.owed:
            return
        if late is not None and late.spared:
            self.notes += late.spared
        elif late is not None and late.excuse and self.kind == "price-reduction":
            self.note(
                f"{late.words.en} Only a buyer with a reasonable excuse may still ask for it.",
                f"{late.words.zh}买方仅在有合理理由时仍可要求。",
            )
        elif late is not None:
            self.bar(
                f"Barred for the buyer: {late.words.en} The seller may still offer it.",
                f"买方已丧失该权利：{late.words.zh}卖方仍可自愿提出。",
            )
        if case.grade == "perception":
            self.bar(
                "The triage finds no breach: the goods meet what was agreed. The seller may still offer it.",
                "分级结论认为没有违约：货物符合约定。卖方仍可自愿提出。",
            )
        if case.others_bear:
            self.bar(
                "The triage finds that the loss is not the seller's to bear; the seller may still offer it.",
                "分级结论认为该损失不由卖方承担；卖方仍可自愿提出。",
            )


def limit(case: RemedyCase, *, refund: bool) -> Money | None:
    """What the limit of liability leaves for this claim; None where none applies or its base is not known.

    Where the article's words do not tell its base, the narrower one counts: no offer goes above what it may be.
    """
    cap = case.granted.cap
    if cap is None or (refund and not cap.refunds_count):
        return None
    base = case.granted.price if cap.base == "contract" else case.affected_price
    if base is None:
        return None
    room = max(Decimal(0), base.amount * cap.percent / 100 - case.earlier)
    return Money(amount=room, currency=base.currency).rounded()


def authority_for(case: RemedyCase, kind: RemedyKind, amounts: tuple[Money | None, ...]) -> Authority:
    """The least level that may offer it, by its share of the price of the lot; an unknown amount needs the highest."""
    if kind in case.policy.legal:
        return "legal"
    known = [one.amount for one in amounts if one is not None]
    lot = case.lot_price or case.affected_price
    if not known or lot is None or lot.amount == 0:
        return case.policy.beyond
    return level_for(max(known) * 100 / lot.amount, limits_of(case.policy))


def _currency_missing(case: RemedyCase, name: str) -> str:
    given = getattr(case.complaint.costs, name)
    if isinstance(given, Money):
        return f"costs.{name} ({given.currency} → {case.granted.currency})"
    return f"costs.{name}"


def _limit_words(case: RemedyCase) -> str:
    cap = case.granted.cap
    assert cap is not None
    base = "the contract price" if cap.base == "contract" else "the price of the goods concerned"
    return f"{percent(cap.percent)} of {base}{_earlier(case, ' less {} promised for the same shipment')}"


def _limit_words_zh(case: RemedyCase) -> str:
    cap = case.granted.cap
    assert cap is not None
    base = "合同总价" if cap.base == "contract" else "所涉货物价款"
    return f"{base}的{percent(cap.percent)}{_earlier(case, '，减去同一批货物已承诺的{}')}"


def _earlier(case: RemedyCase, words: str) -> str:
    return words.format(number(case.earlier)) if case.earlier else ""


def paid_note(draft: Draft) -> None:
    """How an amount is given while a part of the price is still due."""
    paid = draft.case.complaint.paid
    if paid < 100:
        draft.note(
            f"{percent(paid)} of the price is paid: the amount is taken off the price still due first.",
            f"已付价款的{percent(paid)}：该金额先从未付价款中扣减。",
        )


def spelled(amount: Money) -> str:
    """`USD 1,250.00`."""
    return money(amount)
