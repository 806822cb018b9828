"""What would have caught it: changes that somebody can review, worked out from category, specification and plan.

Sources: ISO 2859-1:1999, clause 9.3 (two of five lots not accepted: tightened inspection); the contract's article on
corrective action.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import get_args

import yaml

from tradedocs.claims.matter import Matter
from tradedocs.model.claim import Category
from tradedocs.model.goods import Characteristic
from tradedocs.model.settling import Lesson, LessonKind
from tradedocs.model.shapes import LocalText
from tradedocs.model.terms import Level
from tradedocs.sampling.series import AQLS

WINDOW, TOO_MANY = 5, 2
"""Two of five lots or fewer that were not accepted: the next is inspected by tightened inspection."""
_GENERAL: tuple[Level, ...] = ("I", "II", "III")
_SPECIAL: tuple[Level, ...] = ("S-1", "S-2", "S-3", "S-4", "I")


def tighter(aql: Decimal) -> str | None:
    """The next tighter AQL of the tables; None where there is none, or where not one is accepted anyway."""
    below = [one for one in AQLS if Decimal(one) < aql]
    return below[-1] if below else None


def higher(level: Level) -> Level | None:
    """The next higher inspection level; None at level III."""
    series = _SPECIAL if level in _SPECIAL[:-1] else _GENERAL
    return next((after for before, after in pairwise(series) if before == level), None)


def tightened(failed: Sequence[bool]) -> bool:
    """Whether the rules call for tightened inspection after these lots, oldest first; True is a lot that failed."""
    return sum(failed[-WINDOW:]) >= TOO_MANY


def lessons_of(matter: Matter, category: Category, failed: Sequence[bool]) -> tuple[Lesson, ...]:
    """The changes that fit the category. `failed` are the lots of these goods that claims tell of, with this one.

    Nothing that the contract has already is proposed again.
    """
    return tuple(_lessons(matter, category, failed))


def _lessons(matter: Matter, category: Category, failed: Sequence[bool]) -> Iterator[Lesson]:
    if category in ("batch-defect", "single-defects", "perception-deviation", "undecided"):
        yield from _characteristic(matter, category)
    if category == "batch-defect":
        yield from _aql(matter)
        yield _switching(matter, failed)
        yield from _clause(matter, "inspection.during-production", "inspection during production",
                           "生产中检验")  # fmt: skip
        yield Lesson(
            kind="supplier",
            change=_text("Enter the lot in the supplier's record and ask for proof of the correction before "
                         "the next order.",
                         "将该批次记入供应商档案，下一订单前要求其提供纠正措施的证明。"),
        )  # fmt: skip
    if category == "single-defects":
        yield from _level(matter)
    if category == "perception-deviation":
        yield from _sample(matter)
    if category == "transport-damage":
        yield from _packing(matter)
    if category in ("transport-damage", "shortage"):
        yield _loading(matter, category)
    if category == "misuse":
        yield Lesson(
            kind="packing", key=_goods_key(matter, "packing"),
            change=_text("Print storage and use on every carton, and add the instruction leaflet to the packing.",
                         "在每个纸箱上印刷储存和使用要求，并在包装中附使用说明。"),
        )  # fmt: skip


def complained(matter: Matter) -> Characteristic | None:
    """The characteristic of the contract that the claim is about; None where the contract does not have it."""
    names = {
        one.casefold()
        for one in (matter.record.complaint.characteristic, *(v.characteristic for v in matter.record.complaint.values))
        if one is not None
    }  # fmt: skip
    return next(
        (
            one
            for one in matter.line.characteristics
            if {one.name.casefold(), *(alias.casefold() for alias in one.aliases)} & names
        ),
        None,
    )  # fmt: skip


def _characteristic(matter: Matter, category: Category) -> Iterator[Lesson]:
    """The specification does not name what was complained of: that is the finding."""
    if complained(matter) is not None:
        return
    complaint = matter.record.complaint
    name = complaint.characteristic or next((one.characteristic for one in complaint.values), None)
    grade = "minor" if category == "perception-deviation" else "major"
    what, what_zh = (name, name) if name else ("what was complained of", "索赔所涉特性")
    yield Lesson(
        kind="characteristic", key=_goods_key(matter, "characteristics"),
        value=_inline({"name": name, "require": "conforms", "class": grade}) if name else None,
        change=_text(
            f"Add {what} to the specification, with a limit, a method and a class: the contract did not name it.",
            f"在规格中增加“{what_zh}”及其限值、方法和缺陷等级：合同原未约定。",
        ),
    )  # fmt: skip


def _aql(matter: Matter) -> Iterator[Lesson]:
    aql = matter.deal.inspection.aql
    if aql is None:
        return
    found = complained(matter)
    grade = found.characteristic_class if found is not None else "major"
    value: Decimal = getattr(aql, grade)
    stricter = tighter(value)
    if stricter is None:
        yield from _level(matter)
        return
    yield Lesson(
        kind="aql", key=f"inspection.aql.{grade}", value=stricter,
        change=_text(f"AQL for {grade} defects from {value} to {stricter}, the next tighter of the tables.",
                     f"{_GRADE_ZH[grade]}的AQL由{value}改为{stricter}（表中下一较严值）。"),
    )  # fmt: skip


_GRADE_ZH = {"critical": "致命缺陷", "major": "严重缺陷", "minor": "轻微缺陷"}


def _level(matter: Matter) -> Iterator[Lesson]:
    level = matter.deal.inspection.level
    step = higher(level) if level is not None else None
    if step is not None:
        yield Lesson(
            kind="level", key="inspection.level", value=step,
            change=_text(f"Inspection level from {level} to {step}: a larger sample finds rarer defects.",
                         f"检验水平由{level}改为{step}：样本量增大，较少见的缺陷更易发现。"),
        )  # fmt: skip


def _switching(matter: Matter, failed: Sequence[bool]) -> Lesson:
    article = matter.article("disputes.corrective-action")
    bad, seen = sum(failed[-WINDOW:]), len(failed[-WINDOW:])
    if tightened(failed):
        english, chinese = (
            f"Tightened inspection from the next lot: {bad} of the last {seen} lots known here failed "
            f"(two of five: `tradedocs sampling switch`).",
            f"自下一批起采用加严检验：此处已知的最近{seen}批中有{bad}批不合格（五批中有两批）。",
        )
    elif article:
        english, chinese = (
            f"Tightened inspection of the next lots for this defect until the measures work (Article {article}).",
            f"在措施被证明有效之前，其后各批就该缺陷采用加严检验（第{article}条）。",
        )
    else:
        english, chinese = (
            f"Normal inspection stays: {bad} of the last {seen} lots known here failed, and a second one of "
            "five leads to "
            "tightened inspection. Enter this lot in the history for `tradedocs sampling switch`.",
            f"维持正常检验：此处已知的最近{seen}批中有{bad}批不合格；五批中再有一批不合格即转为加严检验。请将本"
            "批记入转移规则的批次记录。",
        )  # fmt: skip
    state = "tightened" if tightened(failed) or article else "normal"
    return Lesson(kind="switching", change=_text(english, chinese), value=state,
                  clause="disputes.corrective-action" if article else None)  # fmt: skip


def _sample(matter: Matter) -> Iterator[Lesson]:
    quality = matter.deal.quality
    if quality.basis == "sealed-sample":
        yield Lesson(
            kind="sample", clause="quality.basis-sample",
            change=_text("Seal limit samples as well (the lightest and the darkest that both sides still "
                         "take), beside the "
                         "sealed sample.", "除封样外，双方另行封存界限样品（双方均可接受的最浅和最深样）。"),
        )  # fmt: skip
        return
    yield Lesson(
        kind="sample", key="quality", clause="quality.basis-sample",
        value=_inline({"basis": "sealed-sample", "reference": {"en": "sample approved and sealed by both "
                                                                     "parties before "
                       "production", "zh": "生产前经双方确认并封存的样品"}}),
        change=_text("Sell by a sealed sample that both sides have approved before production.",
                     "约定以双方在生产前确认并封存的样品为质量依据。"),
    )  # fmt: skip


def _packing(matter: Matter) -> Iterator[Lesson]:
    names = " ".join(one.name.casefold() for one in matter.line.characteristics)
    if "drop" not in names:
        yield Lesson(
            kind="packing", key=_goods_key(matter, "characteristics"),
            value=_inline({"name": "Carton drop test", "name_zh": "纸箱跌落试验", "require": "conforms",
                           "class": "major"}),
            change=_text("Have the packed carton drop-tested before shipment.", "装运前对包装纸箱做跌落试验。"),
        )  # fmt: skip
        return
    yield Lesson(
        kind="packing", key=_goods_key(matter, "packing"),
        change=_text("The carton passed its drop test and goods were damaged: agree on a stronger packing.",
                     "纸箱已通过跌落试验而货物仍受损：应约定更牢固的包装。"),
    )  # fmt: skip


def _loading(matter: Matter, category: Category) -> Lesson:
    clause = "inspection.loading-supervision"
    count = category == "shortage"
    english, chinese = ("with a tally and the seal's number", "并理货、记录封志号") if count else ("with "
                                                                                          "pictures of stowage "
                                                                                          "and securing",
                                                                                 "并拍摄积载和系固照片")  # fmt: skip
    if matter.article(clause):
        return Lesson(kind="loading", clause=clause, change=_text(
            f"Loading supervision was agreed: have it done {english}, and read its record before release.",
            f"已约定监装：应实施监装{chinese}，放行前查看其记录。"))  # fmt: skip
    return Lesson(kind="loading", clause=clause, change=_text(
        f"Have the loading supervised {english}.", f"实施监装{chinese}。"))  # fmt: skip


def _clause(matter: Matter, clause: str, english: str, chinese: str) -> Iterator[Lesson]:
    if matter.article(clause) is None and matter.deal.by_pieces:
        yield Lesson(
            kind="clause", key="clauses", clause=clause, value=_inline({"clause": clause}),
            change=_text(f"Take the clause on {english} into the contract.", f"在合同中加入{chinese}条款。"),
        )  # fmt: skip


def _goods_key(matter: Matter, name: str) -> str:
    place = next(index for index, one in enumerate(matter.deal.goods, 1) if one.line == matter.line.line)
    return f"goods[{place}].{name}"


def _text(english: str, chinese: str) -> LocalText:
    return LocalText(en=english, zh=chinese)


def _inline(value: object) -> str:
    """A value as YAML in one line."""
    return yaml.safe_dump(
        value, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10_000
    ).strip()


KINDS: tuple[LessonKind, ...] = get_args(LessonKind)
"""Every kind of lesson."""
