"""The buyer's notice to its supplier: what is not as agreed, in which lot, how much, when found, and what is asked for.

Sources: CISG, articles 38, 39 and 45 to 52; PRC Civil Code, articles 582 and 621.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.claims.consistent import same_name
from tradedocs.claims.letters.case import Case, dated
from tradedocs.claims.letters.defences import provision
from tradedocs.claims.letters.frame import affected, letter, opening, part
from tradedocs.claims.matter import REMEDY, Fact2
from tradedocs.model.goods import Characteristic
from tradedocs.model.paper import Paper
from tradedocs.words.bilingual import Pair
from tradedocs.words.values import money, number


def non_conformity(case: Case) -> Paper:
    """Notify the supplier."""
    until = case.named_day
    article = case.under("disputes.claims")
    law = case.matter.deal.law.cisg == "applies"
    basis = (
        " and Article 39 of the CISG"
        if law and article[0]
        else " under Article 39 of the CISG"
        if law
        else ""
    )
    chinese = f"{article[1].rstrip('，')}{'及' if article[1] and law else ''}" + (
        "《联合国国际货物销售合同公约》第39条" if law else ""
    )
    return letter(
        case,
        ("Notice of non-conformity", "货物不符通知"),
        (
            opening(
                case,
                (f"We notify you{article[0]}{basis} that the goods named above are not as agreed.",
                 f"{f'依{chinese.removeprefix(chr(20381))}，' if chinese else ''}兹通知贵方，上述货物不符合约定。"),
            ),
            part(case, title=("What does not conform", "不符情形"), facts=tuple(_facts(case))),
            part(
                case,
                (_asked(case)),
                (f"Please confirm by {until[0]} that you have this notice, and say how and by when you put the "
                 "matter right."
                 " The goods are kept apart; you may examine them.",
                 f"请于{until[1]}前确认收到本通知，并告知处理办法和期限。货物已单独存放，贵方可予查验。"),
                *_upstream(case),
                ("The evidence that we have comes with this notice or follows as soon as it is there.",
                 "现有证据随本通知附上，其余证据取得后即行提供。"),
                title=("What we ask for", "我方要求"),
            ),
        ),
    )  # fmt: skip


def _facts(case: Case) -> Iterator[Fact2]:
    complaint = case.complaint
    yield case.both("Defect", "缺陷"), case.both(*case.words)
    if complaint.characteristic is not None:
        yield case.both("Agreed", "约定"), case.both(*_required(case, complaint.characteristic))
    for value in complaint.values:
        english, chinese = _named(case, value.characteristic)
        measured = case.both(f"{english}: {value.value}", f"{chinese}：{value.value}")
        yield case.both("Measured", "实测"), measured
    yield case.both("Quantity concerned", "所涉数量"), affected(case)
    if complaint.counted is not None:
        bad, seen = number(complaint.counted.defective), number(complaint.counted.examined)
        yield (
            case.both("Counted", "计数"),
            case.both(f"{bad} defective of {seen} examined", f"检查{seen}件，不合格{bad}件"),
        )
    if complaint.lots:
        yield case.both("Lot", "批号"), (", ".join(complaint.lots),)
    if complaint.found is not None:
        yield case.both("Found on", "发现日期"), case.both(*dated(complaint.found))
    elif complaint.upstream_of is not None:
        yield case.both("Came to our knowledge on", "我方得知日期"), case.both(*dated(complaint.received))
    yield from _periods(case)


def _known(case: Case, name: str) -> Characteristic | None:
    return next((one for one in case.matter.line.characteristics if same_name(one.name, name)), None)


def _named(case: Case, name: str) -> Pair:
    """A characteristic as the contract names it; as the claim does where the contract has none of that name."""
    found = _known(case, name)
    return (name, name) if found is None else (found.name, found.name_zh or found.name)


def _required(case: Case, name: str) -> Pair:
    english, chinese = _named(case, name)
    found = _known(case, name)
    return (
        (english, chinese)
        if found is None
        else (f"{english}: {found.require}", f"{chinese}：{found.require}")
    )


def _periods(case: Case) -> Iterator[Fact2]:
    """The periods that are kept; a notice does not say of itself that it is late."""
    for one in case.deadlines:
        if (
            one.key.startswith(("window.", "warranty.notice"))
            and one.day is not None
            and one.day >= case.matter.on
        ):
            english, chinese = provision(one.source)
            yield (
                case.both("Period for this notice", "本通知的期限"),
                case.both(f"until {dated(one.day)[0]} ({english})", f"至{dated(one.day)[1]}（{chinese}）"),
            )


def _asked(case: Case) -> Pair:
    asked = case.complaint.asked
    if asked is None or (asked.remedy is None and asked.amount is None):
        return (
            "We ask you to put the goods right or to replace them, and to make good what it costs us. Which remedy we "
            "choose in the end stays open.",
            "请贵方对货物予以修理或更换，并赔偿我方因此发生的费用。我方保留最终选择救济方式的权利。",
        )
    words = REMEDY[asked.remedy] if asked.remedy is not None else ("a settlement", "解决")
    amount = money(asked.amount) if asked.amount is not None else ""
    return (
        f"We ask for this: {words[0]}{f', {amount}' if amount else ''}. Other remedies stay reserved.",
        f"我方要求：{words[1]}{f'，{amount}' if amount else ''}。其他救济方式予以保留。",
    )


def _upstream(case: Case) -> tuple[Pair, ...]:
    if case.complaint.upstream_of is None:
        return ()
    until = case.named_day
    return (
        (f"Our own customer waits for our answer, which is why we need yours by {until[0]}. What we owe our "
         "customer because "
         "of these goods we claim from you.",
         f"我方客户正等待我方答复，故请贵方务必于{until[1]}前答复。我方因该批货物对客户承担的款项，将向贵方追偿。"),
    )  # fmt: skip
