"""What the certificate of an inspection must say, so that it fits contract and letter of credit.

Sources: UCP 600, articles 14(d) and 14(f); ISO/IEC 17020:2012, clause 7.4.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.contract.papers.job import Job, named
from tradedocs.model.annex import Texts
from tradedocs.model.clause import Language
from tradedocs.model.paper import PaperTable
from tradedocs.words.bilingual import Pair, both, column, each, of
from tradedocs.words.documents import document_lines
from tradedocs.words.goods import description
from tradedocs.words.values import day, one_after_another

_CONFORMS: Pair = (
    "“On the samples that we drew from the goods of this shipment, each characteristic listed above meets its "
    "requirement, and the number of defective pieces does not exceed the acceptance number of any class.”",
    "“就本机构从该批货物中抽取的样品，上列各项特性均符合其要求，各类不合格品数均未超过接收数。”",
)
_CONFORMS_BULK: Pair = (
    "“On the samples that we drew from the goods of this shipment, each characteristic listed above meets its "
    "requirement.”",
    "“就本机构从该批货物中抽取的样品，上列各项特性均符合其要求。”",
)
_NOT: Pair = (
    "Only where every result is within its requirement. Otherwise: “does not conform”, with each result that is not.",
    "仅在每一结果均符合要求时使用；否则写明“不符合”，并逐一列出不符合的结果。",
)


def certificate_table(job: Job) -> PaperTable:
    """One row for each thing that the certificate states."""
    columns = (
        column(("Item", "项目"), 25, job.languages),
        column(("Wording or content", "措辞或内容"), 75, job.languages),
    )
    return PaperTable(columns=columns, rows=(*_identity(job), *_outcome(job), *_documents(job)))


def _identity(job: Job) -> Iterator[tuple[Texts, Texts]]:
    """By what the certificate is known to be about this shipment."""
    deal, languages = job.deal, job.languages
    yield job.both("Issuer", "出具人"), job.both(
        f"{job.body}, on its own letterhead, signed, with number and page x of y on every page",
        f"{job.body}；使用其自有信头纸并签署，每页注明报告编号和“第x页共y页”",
    )  # fmt: skip
    yield job.both("Contract No.", "合同编号"), each(
        lambda language: of((f"{deal.contract_no} dated {day(deal.date, 'en')}",
                             f"{deal.contract_no}，{day(deal.date, 'zh')}签订"), language), languages
    )  # fmt: skip
    yield job.both("Seller", "卖方"), named(job, "seller")
    yield job.both("Buyer", "买方"), named(job, "buyer")
    yield job.both("Goods", "货物"), each(lambda language: _goods(job, language), languages)


def _outcome(job: Job) -> Iterator[tuple[Texts, Texts]]:
    """What was inspected, how, and with what result."""
    deal, languages = job.deal, job.languages
    yield job.both("Quantity", "数量"), job.both(
        "as found: presented, finished, packed and inspected, in the unit of the contract; never copied from a "
        "packing list",
        "按实际查明：提交、完工、已包装和实际检验的数量，使用合同的计量单位；不得照抄装箱单",
    )  # fmt: skip
    yield job.both("Lot", "批次"), job.both(
        "lot, batch or heat number, shipping marks, and container and seal numbers where loading is seen",
        "批号或炉号、唛头；监装时注明集装箱号和封志号",
    )  # fmt: skip
    yield job.both("Date and place", "日期和地点"), job.both(
        "day and place of the inspection, and the day of issue. The certificate is issued before, at the latest on, "
        "the date of the bill of lading or other transport document, and bears the day on which it is really issued",
        "检验的日期和地点以及签发日期。证书应在提单或其他运输单据的日期之前（最迟当日）签发，并注明实际签发日",
    )  # fmt: skip
    yield job.both("Sampling", "抽样"), job.both(
        "drawn by the issuer from the goods of the shipment; standard with edition"
        + (", level, AQL, sample size, acceptance and rejection number and the number found, for each class"
           if deal.by_pieces else "; number of increments, and where and how they were drawn"),
        "由出具人从该批货物中抽取；抽样标准及版本"
        + ("、检验水平，以及各类别的AQL、样本量、接收数、拒收数和发现数" if deal.by_pieces
           else "；份样数以及抽取的地点和方式"),
    )  # fmt: skip
    yield job.both("Results", "结果"), job.both(
        "for each characteristic of this order: the value of every specimen, unit, method with edition, basis, and the "
        "requirement of this order",
        "就本委托书的每一项特性：每一试样的数值、单位、方法及版本、基准，以及本委托书的要求",
    )  # fmt: skip
    conclusion = _CONFORMS if deal.by_pieces else _CONFORMS_BULK
    yield job.both("Conclusion", "结论"), (*both(conclusion, languages), *both(_NOT, languages))


def _goods(job: Job, language: Language) -> str:
    models = [
        description(line, language) + (f" ({line.model})" if line.model else "") for line, _ in job.lines
    ]
    return one_after_another(models, language)


def _documents(job: Job) -> Iterator[tuple[Texts, Texts]]:
    languages = job.languages
    english = document_lines(job.deal, "en")
    wanted = [place for place, words in enumerate(english) if "inspect" in words.casefold()]
    if wanted:
        yield job.both("Document of the contract", "合同所列单据"), each(
            lambda language: one_after_another([document_lines(job.deal, language)[k] for k in wanted], language),
            languages,
        )  # fmt: skip
    if job.deal.has_credit:
        yield job.both("Letter of credit", "信用证"), job.both(
            "The certificate is presented under a letter of credit: nothing in it may conflict with the other "
            "documents (UCP 600 art. 14(d)), and it shows the issuer and the content that the credit asks for "
            "(art. 14(f))",
            "证书将在信用证项下提交：其内容不得与其他单据相互矛盾（UCP 600第14条d款），"
            "并应显示信用证所要求的出具人和内容（第14条f款）",
        )  # fmt: skip
