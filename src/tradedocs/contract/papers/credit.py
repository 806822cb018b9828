"""The letter-of-credit view: what the certificate must say under the deal, against what the report says.

It is for our own desk: the bank holds the presented original against the credit itself, word for word. Texts are
compared by their form only (capitals, blanks, points and commas); what is not the same goes to a person.

Sources: UCP 600, articles 14(d), 14(e), 14(f), 14(i) and 20 to 25; ISBP 745, paragraphs A and Q.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Literal

from tradedocs.contract.papers.verdict import NO_SUBSTITUTE, Ruled, notice, record_section
from tradedocs.model.annex import Texts
from tradedocs.model.deal import Deal
from tradedocs.model.finding import CheckedReport
from tradedocs.model.paper import Paper, PaperSection, PaperTable
from tradedocs.words.bilingual import Pair, both, column, each
from tradedocs.words.documents import document_lines
from tradedocs.words.inspection import inspection_bodies
from tradedocs.words.values import day, quantity

Outcome = Literal["same", "differs", "missing", "person"]
_WORDS: dict[Outcome, Pair] = {
    "same": ("= same", "= 一致"),
    "differs": ("≠ DIFFERS", "≠ 不一致"),
    "missing": ("∅ NOT STATED", "∅ 未载明"),
    "person": ("→ a person compares", "→ 人工核对"),
}
_INTRO: tuple[Pair, ...] = (
    ("What the contract makes the credit ask for stands beside what each report prints. The wording of the credit "
     "itself goes before this table; an original that differs from it in one word may be refused by the bank.",
     "下表将合同要求信用证载明的内容与各份报告所载内容并列。以信用证本身的措辞为准；正本与信用证有一词之差，银行即可能拒付。"),
    ("This view is for our own desk. It is no statement that documents comply, and it is not to be presented.",
     "本对照表仅供我方内部使用，不表示单据相符，不得提交银行。"),
)  # fmt: skip
_AFTER: tuple[Pair, ...] = (
    ("Where something differs, ask the issuer for a corrected certificate only if the facts allow it; otherwise ask "
     "the applicant for an amendment of the credit before presentation.",
     "如有不一致，只有在符合事实时才可请出具人更正证书；否则应在交单前请申请人修改信用证。"),
    NO_SUBSTITUTE,
)  # fmt: skip
Row = tuple[Pair, Texts, str | None, Outcome]


def credit_view(ruled: Ruled) -> Paper:
    """The view of each inspection report that may be presented; the deal is one that is paid by letter of credit."""
    assert ruled.deal is not None
    deal = ruled.deal
    sections = (
        PaperSection(
            title=ruled.both("Purpose", "用途"), notes=tuple(both(pair, ruled.languages) for pair in _INTRO)
        ),
        *(_section(ruled, deal, report) for report in _presented(ruled.judgement.reports)),
        _documents(ruled, deal),
        PaperSection(
            title=ruled.both("Where something differs", "不一致时"),
            notes=tuple(both(pair, ruled.languages) for pair in _AFTER),
        ),
        record_section(ruled, (*ruled.both("Compared by", "核对人"),)),
    )
    return notice(
        ruled, "credit-view", ruled.both("LETTER-OF-CREDIT VIEW", "信用证核对表"), ruled.ours(), sections
    )


def _presented(reports: Iterable[CheckedReport]) -> tuple[CheckedReport, ...]:
    """The reports on the shipment; where there is none of that kind, all of them."""
    known = tuple(reports)
    return tuple(one for one in known if one.family in ("pre-shipment", "commodity")) or known


def _section(ruled: Ruled, deal: Deal, report: CheckedReport) -> PaperSection:
    languages = ruled.languages
    columns = (
        column(("Item", "项目"), 16, languages),
        column(("The certificate must say", "证书应载明"), 36, languages),
        column(("The report says", "报告所载"), 30, languages),
        column(("Result", "结果"), 18, languages),
    )
    rows = tuple(
        (both(what, languages), must, (says or "–",), both(_WORDS[outcome], languages))
        for what, must, says, outcome in (*_identity(ruled, deal, report), *_content(ruled, deal, report))
    )
    title = f"{report.report_no or report.file}"
    return PaperSection(
        title=ruled.both(f"Report {title}", f"报告 {title}"), tables=(PaperTable(columns=columns, rows=rows),)
    )


def _identity(ruled: Ruled, deal: Deal, report: CheckedReport) -> Iterator[Row]:
    printed, languages = report.printed, ruled.languages
    bodies = each(lambda language: inspection_bodies(deal, language), languages)
    yield ("Issuer", "出具人"), bodies, report.issuer, _issued_by(deal, report.issuer)
    yield (
        ("Number", "编号"),
        ruled.both("a number of its own", "自有编号"),
        report.report_no,
        _there(report.report_no),
    )
    number = (deal.contract_no,)
    yield ("Contract No.", "合同编号"), number, printed.contract_no, _same(printed.contract_no, number)
    for what, party, says in (
        (("Seller (beneficiary)", "卖方（受益人）"), deal.seller, printed.seller),
        (("Buyer (applicant)", "买方（申请人）"), deal.buyer, printed.buyer),
    ):
        names = tuple(name for name in (party.name, party.name_zh) if name)
        shown = names if len(languages) > 1 else names[-1:] if languages[0] == "zh" else names[:1]
        yield what, shown, says, _same(says, names)


def _content(ruled: Ruled, deal: Deal, report: CheckedReport) -> Iterator[Row]:
    printed, languages = report.printed, ruled.languages
    shipment = next(one for one in ruled.spec.shipments if one.number == ruled.shipment)
    lines = [(ruled.spec.line(share.line), share) for share in shipment.lines]
    goods = tuple(line.description for line, _ in lines)
    yield (
        ("Goods", "货物"),
        goods,
        printed.goods,
        "same"
        if printed.goods is not None and all(_held(printed.goods, (name,)) for name in goods)
        else _by_person(printed.goods),
    )
    shares = tuple(
        dict.fromkeys(quantity(share.quantity, language) for _, share in lines for language in languages)
    )
    yield ("Quantity", "数量"), shares, printed.quantity, _by_person(printed.quantity)
    last = (deal.letter_of_credit and deal.letter_of_credit.latest_shipment) or shipment.window.last
    latest = each(lambda language: day(last, language), languages)
    yield (
        ("Inspected on", "检验日期"),
        (*ruled.both("not after", "不迟于"), *latest),
        printed.inspected,
        _not_after(printed.inspected, printed.inspected_on is not None and printed.inspected_on <= last),
    )
    yield (
        ("Issued on", "签发日期"),
        (*ruled.both("its real date; not after the transport document, and not after",
                     "实际签发日；不迟于运输单据日期，且不迟于"), *latest),
        report.issued,
        _not_after(report.issued, printed.issued_on is not None and printed.issued_on <= last),
    )  # fmt: skip
    wanted = ruled.both(
        "that the goods of this shipment conform, on samples that the issuer drew",
        "就出具人抽取的样品，该批货物符合约定",
    )
    good = printed.passes is True
    outcome: Outcome = "missing" if printed.conclusion is None else "person" if good else "differs"
    yield ("Statement", "结论"), wanted, printed.conclusion, outcome


def _documents(ruled: Ruled, deal: Deal) -> PaperSection:
    """The documents of the contract, to be ticked off against field 46A of the credit."""
    columns = (
        column(("Documents of the contract", "合同所列单据"), 78, ruled.languages),
        column(("As in the credit", "与信用证一致"), 22, ruled.languages),
    )
    texts = [document_lines(deal, language) for language in ruled.languages]
    rows = tuple((tuple(own), ("☐",)) for own in zip(*texts, strict=True))
    return PaperSection(
        title=ruled.both("Documents", "单据"), tables=(PaperTable(columns=columns, rows=rows),)
    )


def _there(says: str | None) -> Outcome:
    return "missing" if says is None else "same"


def _by_person(says: str | None) -> Outcome:
    return "missing" if says is None else "person"


def _not_after(says: str | None, in_time: bool) -> Outcome:
    return "missing" if says is None else "same" if in_time else "differs"


def _same(says: str | None, names: Iterable[str]) -> Outcome:
    if says is None:
        return "missing"
    return "same" if _folded(says) in {_folded(name) for name in names} else "differs"


def _issued_by(deal: Deal, issuer: str | None) -> Outcome:
    """The body itself is the same; whether a branch of it is, a person compares with the credit."""
    outcome = _same(issuer, deal.inspection.bodies)
    return "person" if outcome == "differs" and _held(issuer, deal.inspection.bodies) else outcome


def _held(says: str | None, names: Iterable[str]) -> bool:
    return says is not None and any(_folded(name) in _folded(says) for name in names)


def _folded(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())
