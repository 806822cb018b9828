"""The letter that goes with the settlement agreement: what was agreed, and what each side does by when."""

from __future__ import annotations

from tradedocs.claims.letters.case import Case, dated
from tradedocs.claims.letters.frame import letter, opening, part
from tradedocs.claims.letters.offer import proposed
from tradedocs.model.annex import Texts
from tradedocs.model.paper import Paper, PaperTable
from tradedocs.model.settling import Promise
from tradedocs.words.bilingual import column
from tradedocs.words.party import side


def settle(case: Case) -> Paper:
    """Send the settlement on record."""
    settlement, until = case.matter.record.settlement, case.named_day
    assert settlement is not None
    agreed = dated(settlement.agreed)
    return letter(
        case,
        ("Settlement of the matter", "关于和解协议的签署"),
        (
            opening(
                case,
                (f"We are glad that we found a solution together on {agreed[0]}. This is what was agreed; the "
                 "settlement "
                 "agreement comes with this letter.",
                 f"双方已于{agreed[1]}就本事项达成一致，谨致谢意。约定内容如下，随函附和解协议。"),
            ),
            part(
                case,
                title=("What was agreed", "约定内容"),
                facts=tuple(
                    proposed(case, settlement.remedy, settlement.amount, settlement.quantity, settlement.paid_by)
                ),
            ),
            *(
                (part(case, title=("What is done", "履行事项"), tables=(_table(case, settlement.promises),)),)
                if settlement.promises
                else ()
            ),
            part(
                case,
                (f"Please return one signed copy by {until[0]}. The matter is settled when each promise is kept; until "
                 "then all rights stay reserved.",
                 f"请于{until[1]}前签署并返还一份。各项承诺履行完毕后，本事项即告解决；在此之前一切权利均予保留。"),
                ("The agreement alone decides what is settled; this letter adds nothing to it.",
                 "所解决的事项以和解协议为准，本函不作补充。"),
            ),
        ),
    )  # fmt: skip


def _table(case: Case, promises: tuple[Promise, ...]) -> PaperTable:
    languages = case.matter.languages
    columns = (
        column(("What", "事项"), 56, languages),
        column(("By whom", "履行方"), 20, languages),
        column(("By when", "期限"), 24, languages),
    )
    return PaperTable(columns=columns, rows=tuple(_row(case, one) for one in promises))


def _both_sides(case: Case) -> Texts:
    return case.both("both sides", "双方")


def _row(case: Case, one: Promise) -> tuple[Texts, Texts, Texts]:
    due = case.both(*dated(one.due)) if one.due is not None else case.both("without a day", "未定日期")
    return (
        case.both(one.what.en, one.what.zh or one.what.en),
        _both_sides(case)
        if one.key == "signature"
        else case.matter.each(lambda language: side(one.by, language)),
        due,
    )
