"""The order by which an inspection body inspects the goods of one shipment, as the contract agrees it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tradedocs.contract.papers.certificate import certificate_table
from tradedocs.contract.papers.job import (
    Job,
    characteristics_table,
    cited,
    goods_table,
    named,
    plan_table,
    window,
)
from tradedocs.model.annex import Texts
from tradedocs.model.clause import Language
from tradedocs.model.contract import Article
from tradedocs.model.goods import GoodsLine
from tradedocs.model.paper import Paper, PaperSection, PaperTable
from tradedocs.model.party import Side
from tradedocs.words.bilingual import Pair, both, column, each, of
from tradedocs.words.goods import description
from tradedocs.words.inspection import inspection_place
from tradedocs.words.party import address, name, side
from tradedocs.words.values import counted, day

_EXTRACTS = (
    "inspection.sampling-plan",
    "inspection.acceptance", "inspection.sampling-bulk", "inspection.retained-samples", "inspection.decision-rule",
)  # fmt: skip
_SCOPE: tuple[Pair, ...] = (
    ("Count the quantity presented, finished and packed; check marks, labels and packing against this order.",
     "清点提交、完工和已包装的数量；按本委托书核对唛头、标签和包装。"),
    ("Check that the goods are those of this order: model or grade, lot or batch.",
     "核对货物与本委托书一致：型号或等级、批号。"),
    ("Draw the samples yourselves from the whole quantity presented. A sample that somebody else chose is no sample of "
     "this inspection.",
     "由贵机构自行从提交的全部数量中抽取样品。由他人挑选的样品不作为本次检验的样品。"),
    ("Verify each characteristic of section 4 by the method named there. Where “Type test” stands, see the test report "
     "and state its number, date, issuer and model.",
     "按第4部分所列方法验证每一项特性。注明“型式试验”的，查验试验报告并写明其编号、日期、出具人和型号。"),
    ("Photograph the goods, the marks, the sampling and every defect beside a scale.",
     "拍摄货物、唛头、抽样过程，以及每一缺陷（附标尺）。"),
)  # fmt: skip
_OUTSIDE: tuple[Pair, ...] = (
    ("Tell both parties at once, before leaving the place, with each value and photographs.",
     "在离开现场之前立即告知双方，并提供每一数值和照片。"),
    ("Release no part of the lot. A lot is judged as a whole; it may be divided only on a new written order, and then "
     "each part is inspected as a lot of its own.",
     "不得部分放行。检验批整体判定；仅凭新的书面委托方可拆分，拆分后的每一部分作为独立的检验批重新检验。"),
    ("Repeat a test only where the method provides for it, and report every value. Do not leave one out, and average "
     "only where the method says so.",
     "仅在方法有规定时方可重复试验，并报告全部数值。不得舍弃数值，仅在方法有规定时方可取平均值。"),
    ("Seal, number and keep the samples and the defective pieces, and list them in the report.",
     "将样品和不合格品封存、编号、保存，并列入报告。"),
    ("Report what was found as “does not conform”. A report that says “pending” or leaves it to a party shows no "
     "conformity.",
     "将所发现的情况报告为“不符合”。注明“待定”或留待当事人决定的报告不证明符合。"),
    ("Inspect again only on a new order that names your first report, with fresh samples from the whole quantity and "
     "the Seller's written account of what it has corrected. Both reports stay.",
     "仅凭写明首次报告编号的新委托书再次检验；应从全部数量中重新抽样，并取得卖方关于整改情况的书面说明。两份报告均予保留。"),
)  # fmt: skip


def inspection_order(job: Job) -> Paper:
    """The order of one inspection.

    Raises:
        MissingFact: the contract has no text in a language that is asked for.
    """
    groups = (
        (_goods(job),), (_when(job),), (_scope(job),), tuple(_characteristics(job)), (_plan(job),),
        (_certificate(job),), (_outside(job),), tuple(_extracts(job)), (_costs(job),),
    )  # fmt: skip
    return Paper(
        kind="inspection-order",
        contract_no=job.deal.contract_no,
        languages=job.languages,
        title=job.both("INSPECTION ORDER", "检验委托书"),
        facts=tuple(_facts(job)),
        sections=tuple(_numbered(group for group in groups if group)),
        mark=job.mark,
    )


def _numbered(groups: Iterable[tuple[PaperSection, ...]]) -> Iterator[PaperSection]:
    """The sections one after another; the first of each group has a number."""
    for number, (first, *others) in enumerate(groups, 1):
        title = (f"{number}. {first.title[0]}", *first.title[1:])
        yield first.model_copy(update={"title": title})
        yield from others


def _facts(job: Job) -> Iterator[tuple[Texts, Texts]]:
    deal = job.deal
    yield job.both("To", "致"), (job.body,)
    yield job.both("Ordered by", "委托方"), _party(job, deal.inspection.cost)
    yield job.both("Contract", "合同"), each(
        lambda language: of((f"No. {deal.contract_no} of {day(deal.date, 'en')}",
                             f"{day(deal.date, 'zh')}签订，编号{deal.contract_no}"), language),
        job.languages,
    )  # fmt: skip
    yield job.both("Shipment", "批次"), (f"{job.shipment.number} / {len(deal.shipments)}",)
    yield job.both("Seller", "卖方"), _party(job, "seller")
    yield job.both("Buyer", "买方"), _party(job, "buyer")


def _party(job: Job, which: Side) -> Texts:
    party = job.party(which)
    return (
        *each(lambda language: f"{name(party, language)}{of((', ', '，'), language)}{address(party, language)}",
              job.languages),
        " · ".join(part for part in (party.contact, party.phone, party.email) if part),
    )  # fmt: skip


def _goods(job: Job) -> PaperSection:
    return PaperSection(title=job.both("Goods", "货物"), tables=(goods_table(job),))


def _when(job: Job) -> PaperSection:
    days = job.deal.inspection.notice_days
    facts = (
        (job.both("Place", "地点"), each(lambda language: inspection_place(job.deal, language), job.languages)),
        (job.both("Shipment window", "装运期间"), window(job)),
        (
            job.both("Notice", "通知"),
            each(
                lambda language: of(
                    (f"The Seller announces place and time of readiness at least {counted(days, 'day', 'en')} in "
                     "advance, to you and to the Buyer.",
                     f"卖方应至少提前{counted(days, 'day', 'zh')}将货物备妥的地点和时间通知贵机构和买方。"),
                    language,
                ),
                job.languages,
            ),
        ),
        (
            job.both("Report", "报告"),
            job.both(
                "to both parties at the same time, in good time before loading",
                "在装货之前及时同时发送双方",
            ),
        ),
    )  # fmt: skip
    return PaperSection(title=job.both("Place and time", "地点和时间"), facts=facts)


def _scope(job: Job) -> PaperSection:
    return PaperSection(title=job.both("Scope", "检验范围"), notes=_listed(job, _SCOPE))


def _listed(job: Job, pairs: tuple[Pair, ...]) -> tuple[Texts, ...]:
    return tuple(
        both((f"({chr(96 + number)}) {english}", f"（{chr(96 + number)}）{chinese}"), job.languages)
        for number, (english, chinese) in enumerate(pairs, 1)
    )


def _characteristics(job: Job) -> Iterator[PaperSection]:
    yield PaperSection(
        title=job.both("Characteristics", "特性"),
        notes=(
            job.both(
                "The requirements are those of the Specification of the contract; each specimen must meet them.",
                "以下要求为合同规格书的要求；每一试样均须符合。",
            ),
        ),
    )
    for line, _ in job.lines:
        yield PaperSection(title=_line_title(job, line), tables=(characteristics_table(job, line),))


def _line_title(job: Job, line: GoodsLine) -> Texts:
    def title(language: Language) -> str:
        words = description(line, language)
        return of((f"Line {line.line}: {words}", f"第{line.line}项：{words}"), language)

    return each(title, job.languages)


def _plan(job: Job) -> PaperSection:
    inspection = job.deal.inspection
    title = job.both("Sampling plan", "抽样方案")
    standard = (job.both("Standard", "标准"), (inspection.standard,))
    table = plan_table(job)
    if table is None:
        note = job.both(
            f"The samples are drawn as {inspection.standard} says, over the whole quantity of the shipment.",
            f"样品依{inspection.standard}，就该批货物的全部数量抽取。",
        )
        return PaperSection(title=title, facts=(standard,), notes=(note,))
    level = (job.both("Inspection level", "检验水平"), (str(inspection.level),))
    how = (
        job.both("Inspection", "检验方式"),
        job.both(
            "single sampling, normal inspection, no switching rules", "一次抽样，正常检验，不适用转移规则"
        ),
    )
    note = job.both(
        "The numbers are worked out for the lots as contracted. For a lot of another size use the plan of the same "
        "standard, level and AQL for that size, and report it.",
        "以上数字按合同批量得出。实际批量不同的，适用同一标准、检验水平和AQL就该批量给出的方案，并予报告。",
    )
    return PaperSection(title=title, facts=(standard, level, how), tables=(table,), notes=(note,))


def _certificate(job: Job) -> PaperSection:
    note = job.both(
        "Send a draft to both parties at the same time. After issue nothing is changed in it except by a new "
        "certificate that names the one it replaces, says why, and bears its own date.",
        "草稿应同时发送双方。签发后不得更改；确需更改的，另行出具新证书，写明其所替代的证书和原因，并注明其自身日期。",
    )
    return PaperSection(
        title=job.both("Certificate", "证书"), tables=(certificate_table(job),), notes=(note,)
    )


def _outside(job: Job) -> PaperSection:
    title = job.both("When a result is not within its requirement", "结果不符合要求时")
    return PaperSection(title=title, notes=_listed(job, _OUTSIDE))


def _costs(job: Job) -> PaperSection:
    inspection = job.deal.inspection
    first = each(lambda language: _invoice(job, language), job.languages)
    again = each(lambda language: of((f"{side(inspection.reinspection_cost, 'en')}, also where the goods are not ready "
                                      "at the time announced",
                                      f"{side(inspection.reinspection_cost, 'zh')}；"
                                      "货物未按通知的时间备妥的亦同"), language),
                 job.languages)  # fmt: skip
    facts = (
        (job.both("First inspection", "首次检验"), first),
        (job.both("Further inspections", "再次检验"), again),
        (
            job.both("Clause of the contract", "合同条款"),
            cited(job.articles, job.languages, "inspection.pre-shipment"),
        ),
    )
    note = job.both(
        "Please confirm this order with your reference, the inspectors and the day. Changes are made in writing by the "
        "party that ordered, to both parties.",
        "请确认本委托并告知贵方编号、检验人员和检验日期。变更由委托方以书面作出，并同时通知双方。",
    )
    signatures = (
        (*job.both("For the ordering party", "委托方代表"), *named(job, inspection.cost)[:1]),
        (*job.both("Confirmed by the inspection body", "检验机构确认"), job.body),
    )
    title = job.both("Cost and confirmation", "费用和确认")
    return PaperSection(title=title, facts=facts, notes=(note,), signatures=signatures)


def _invoice(job: Job, language: Language) -> str:
    cost = job.deal.inspection.cost
    who = name(job.party(cost), language)
    return of(
        (f"{side(cost, 'en')}; the invoice goes to {who}", f"{side(cost, 'zh')}；发票开给{who}"), language
    )


def _extracts(job: Job) -> Iterator[PaperSection]:
    """The articles of the contract that the inspection body must know, word by word."""
    found = [one for clause in _EXTRACTS for one in job.articles if one.clause_id == clause]
    if found:
        columns = (
            column(("Clause", "条款"), 12, job.languages),
            column(("Text of the contract", "合同原文"), 88, job.languages),
        )
        rows = tuple(row for one in found for row in _extract(job, one))
        title = job.both("Extracts from the contract", "合同摘录")
        yield PaperSection(title=title, tables=(PaperTable(columns=columns, rows=rows),))


def _extract(job: Job, one: Article) -> Iterator[tuple[Texts, Texts]]:
    for paragraph in one.paragraphs:
        words = each(paragraph.text, job.languages)
        yield (paragraph.number,), words
