"""What a notice rests on: the judgement with its hash, the contract, and the tables that the notices share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tradedocs.contract.papers.job import cited
from tradedocs.contract.papers.steps import OTHER, STEPS
from tradedocs.model.annex import Texts
from tradedocs.model.clause import Language
from tradedocs.model.contract import Article
from tradedocs.model.deal import Deal
from tradedocs.model.finding import CheckedReport, Finding, Judgement
from tradedocs.model.paper import Paper, PaperKind, PaperSection, PaperTable
from tradedocs.model.spec import Spec, SpecLine, SpecParty, SpecShare
from tradedocs.words.bilingual import Languages, Pair, both, column, each, of
from tradedocs.words.values import day, quantity

UNSIGNED: Pair = ("RESTS ON AN UNSIGNED CONTRACT – NOT TO BE SENT", "依据未签署的合同，不得发出")
"""Stands on every page of a notice whose contract nobody is on record to have signed."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """A verdict and what it was given on.

    `deal` and `articles` are there where the contract holds them. `sha256` is the hash of the file verdict.json.
    """

    judgement: Judgement
    spec: Spec
    deal: Deal | None
    articles: tuple[Article, ...]
    languages: Languages
    sha256: str
    on: date

    @property
    def shipment(self) -> int:
        """The number of the shipment that was checked."""
        return self.judgement.lines[0].shipment

    @property
    def mark(self) -> str:
        """What stands on every page; empty where the contract's signature is on record."""
        return " / ".join(self.both(*UNSIGNED)) if self.judgement.unsigned else ""

    def both(self, english: str, chinese: str) -> Texts:
        """A text in each language of the notice."""
        return both((english, chinese), self.languages)

    def ours(self) -> Texts:
        """The name of our side."""
        return self._named(self.spec.seller if self.spec.our_side == "seller" else self.spec.buyer)

    def to_ship(self) -> Texts:
        """Who is told whether the goods may go: the seller, or where we sell, whoever ships for us."""
        if self.spec.our_side == "seller":
            return self.both("Shipping department and forwarder", "船务部门和货运代理")
        return self._named(self.spec.seller)

    def _named(self, party: SpecParty) -> Texts:
        return each(lambda language: (language == "zh" and party.name_zh) or party.name, self.languages)


def facts(ruled: Ruled, to: Texts) -> Iterator[tuple[Texts, Texts]]:
    """Who writes to whom, when, and about which shipment."""
    spec = ruled.spec
    window = next(one.window for one in spec.shipments if one.number == ruled.shipment)
    yield ruled.both("To", "致"), to
    yield ruled.both("From", "发出方"), ruled.ours()
    yield ruled.both("Date", "日期"), each(lambda language: day(ruled.on, language), ruled.languages)
    yield ruled.both("Contract", "合同"), each(
        lambda language: of((f"No. {spec.contract_no} of {day(spec.contract_date, 'en')}",
                             f"{day(spec.contract_date, 'zh')}签订，编号{spec.contract_no}"), language),
        ruled.languages,
    )  # fmt: skip
    yield ruled.both("Shipment", "批次"), each(
        lambda language: of(
            (f"{ruled.shipment}, window {day(window.first, 'en')} to {day(window.last, 'en')}",
             f"{ruled.shipment}，装运期间{day(window.first, 'zh')}至{day(window.last, 'zh')}"), language),
        ruled.languages,
    )  # fmt: skip
    yield ruled.both("Goods", "货物"), tuple(_goods(ruled))


def _goods(ruled: Ruled) -> Iterator[str]:
    shipment = next(one for one in ruled.spec.shipments if one.number == ruled.shipment)
    for share in shipment.lines:
        yield from _line(ruled, ruled.spec.line(share.line), share)


def _line(ruled: Ruled, line: SpecLine, share: SpecShare) -> Texts:
    def words(language: Language) -> str:
        name = (line.description_zh if language == "zh" else None) or line.description
        parts = (name, line.model, quantity(share.quantity, language))
        text = of((", ", "，"), language).join(part for part in parts if part)
        return of((f"Line {line.line}: {text}", f"第{line.line}项：{text}"), language)

    return each(words, ruled.languages)


def reports_section(ruled: Ruled, reports: Iterable[CheckedReport] | None = None) -> PaperSection:
    """The reports that were considered, each with its hash."""
    languages = ruled.languages
    columns = (
        column(("Issuer", "出具人"), 27, languages),
        column(("Report No.", "报告编号"), 20, languages),
        column(("Pages", "页数"), 8, languages, number=True),
        column(("File and SHA-256", "文件及SHA-256"), 45, languages),
    )
    chosen = ruled.judgement.reports if reports is None else tuple(reports)
    rows = tuple(
        ((one.issuer or "–",), (one.report_no or "–",), (str(one.pages),), (one.file, *_hash(one.sha256)))
        for one in chosen
    )
    return PaperSection(title=ruled.both("Reports", "报告"), tables=(PaperTable(columns=columns, rows=rows),))


def _hash(sha256: str) -> Texts:
    """In two lines, so that it fits a cell."""
    return sha256[:32], sha256[32:]


def record_section(ruled: Ruled, *signatures: Texts) -> PaperSection:
    """By what the verdict can be found again, and the lines to sign on."""
    judgement = ruled.judgement
    anchor = judgement.anchor
    row = (f"{anchor.row}", anchor.sha256) if anchor else ruled.both("not recorded", "未登记")
    attested = tuple(
        text
        for one in judgement.attestations
        for text in ruled.both(
            f"signed, as {one.by} attests on {one.on.isoformat()} (ledger row {one.row})",
            f"已签署，{one.by}于{one.on.isoformat()}确认（登记簿第{one.row}行）",
        )
    )
    basis = attested or ruled.both("no signature is on record", "没有签署记录")
    rows = (
        (ruled.both("Verdict", "核对结论"), (str(judgement.verdict), *_gates(ruled))),
        (ruled.both("SHA-256 of verdict.json", "verdict.json的SHA-256"), (ruled.sha256,)),
        (ruled.both("Ledger row", "登记簿行"), row),
        (
            ruled.both("Contract file", "合同文件"),
            (judgement.contract_file, judgement.contract_sha256, *basis),
        ),
    )
    return PaperSection(title=ruled.both("Record", "记录"), facts=rows, signatures=signatures)


def _gates(ruled: Ruled) -> Texts:
    """Both gates, where they differ."""
    verdicts = {one.gate: one.verdict for one in ruled.judgement.gates}
    if len(set(verdicts.values())) < 2:
        return ()
    load, documents = verdicts["load"], verdicts["documents"]
    return ruled.both(f"to load: {load}; documents: {documents}", f"装货：{load}；单据：{documents}")


def findings_table(ruled: Ruled, findings: Iterable[Finding]) -> PaperTable:
    """Each finding with the clause it rests on, where it was seen, and the exact next step."""
    languages = ruled.languages
    columns = (
        column(("No.", "序号"), 6, languages),
        column(("Finding", "情况"), 40, languages),
        column(("Clause", "条款"), 12, languages),
        column(("Seen", "位置"), 14, languages),
        column(("Next step", "下一步"), 28, languages),
    )
    rows = tuple(
        (
            (str(number),),
            said(ruled, finding),
            clause(ruled, finding),
            seen(finding),
            next_step(ruled, finding),
        )
        for number, finding in enumerate(findings, 1)
    )
    return PaperTable(columns=columns, rows=rows)


def said(ruled: Ruled, finding: Finding) -> Texts:
    """What the rule says; in Chinese what it means in general, beside the record of the check."""
    if "zh" not in ruled.languages:
        return (finding.message,)
    general = STEPS[finding.rule][0] if finding.rule in STEPS else OTHER[0]
    name = _name_zh(ruled, finding)
    return finding.message, f"{name}：{general}" if name else general


def _name_zh(ruled: Ruled, finding: Finding) -> str | None:
    for line in ruled.spec.lines:
        for item in line.characteristics:
            if item.name == finding.characteristic and finding.line in (None, line.line):
                return item.name_zh or item.name
    return finding.characteristic


def next_step(ruled: Ruled, finding: Finding) -> Texts:
    """What to do now."""
    _, english, chinese = STEPS.get(finding.rule, ("", finding.way_out, OTHER[1]))
    return ruled.both(english, chinese)


def seen(finding: Finding) -> Texts:
    """File and page of everything that the finding rests on."""
    places = dict.fromkeys(f"{place.document or ''} p.{place.page}".strip() for place in finding.places)
    return tuple(places) or ("–",)


def clause(ruled: Ruled, finding: Finding) -> Texts:
    """The article of the contract that a finding rests on; a dash where it is not known."""
    return cited(ruled.articles, ruled.languages, *finding.clauses)


def notice(
    ruled: Ruled, kind: PaperKind, title: Texts, to: Texts, sections: tuple[PaperSection, ...]
) -> Paper:
    """The document: whom it goes to, about which contract, and the mark that stands on every page."""
    return Paper(
        kind=kind,
        contract_no=ruled.spec.contract_no,
        languages=ruled.languages,
        title=title,
        facts=tuple(facts(ruled, to)),
        sections=sections,
        mark=ruled.mark,
    )


NO_SUBSTITUTE = (
    "No report, certificate or transport document is to be dated, worded or altered otherwise than as the facts are, "
    "and no letter of indemnity takes the place of a conforming report.",
    "任何报告、证书或运输单据的日期和措辞均应如实，不得改动；任何保函均不能替代符合约定的报告。",
)
"""Stands in every notice."""
