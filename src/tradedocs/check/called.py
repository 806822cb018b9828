"""The documents that a contract or its letter of credit calls for, and which of them this check can examine.

A document is known by the words that it is called by, in English or Chinese. What an inspection body or a laboratory
issues on the goods is looked for among the reports; invoices, transport and insurance documents, certificates of
authorities, and what the seller or the maker issues itself are not examined here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tradedocs.check.evidence import speaks_for_shipment
from tradedocs.check.names import same_company
from tradedocs.model.finding import Gate
from tradedocs.model.report import Family, Report
from tradedocs.model.spec import Spec, SpecDocument

_INSPECTION = re.compile(
    r"pre-?\s?shipment|\bpsi\b|inspection (?:certificate|report)|certificates? of inspection|"
    r"装[运船]前检|验货|检验(?:报告|证书?)", re.I
)  # fmt: skip
_CARGO = re.compile(
    r"(?:certificates?|reports?) of (?:[\w,&]+ ){0,6}?(?:quality|quantity|weight|sampling|condition)\b|"
    r"\b(?:quality|quantity|weight|sampling|superintendence) (?:certificate|report)|draft survey|"
    r"(?:品质|质量|数量|重量|水尺|取样)[^，。；]*(?:证书?|报告)", re.I
)  # fmt: skip
_ANALYSIS = re.compile(
    r"certificates? of analysis|analysis (?:certificate|report)|test(?:ing)? (?:certificate|report)|laboratory|"
    r"(?:检测|测试|试验|化验|分析)(?:报告|证书?)", re.I
)  # fmt: skip
_MILL = re.compile(r"\bmill\b|EN 10204|质保书|材质", re.I)
_NOT_OURS = re.compile(
    r"sanitary|veterinary|health|quarantine|(?:beneficiary|seller|manufacturer|supplier|factory|shipper|maker)(?:'s|’s)|"
    r"\bby (?:the )?(?:beneficiary|seller|manufacturer|supplier|factory|shipper|maker)|\bfactory\b|"
    r"检疫|卫生|健康|受益人|由(?:卖方|生产|制造|工厂|供货)[^，。；]*(?:出具|签发)|厂检|自检|厂家", re.I
)  # fmt: skip
_BEFORE_SHIPMENT = re.compile(
    r"pre-?\s?shipment|\b(?:before|prior to) (?:the )?(?:shipment|loading)|装[运船货]前", re.I
)
_ISSUED_BY_SHIPMENT = re.compile(
    r"\b(?:issued|dated)\b[^.;]*\b(?:at|before|prior to|not later than|no later than|on or before|latest)\b[^.;]*"
    r"\b(?:loading|shipment|bills? of lading|b/?l)\b|装[运船货](?:前|时)[^，。；]*(?:出具|签发)|"
    r"(?:出具|签发)日期?[^，。；]*不(?:得)?[晚迟]于[^，。；]*(?:装[运船]|提单)", re.I
)  # fmt: skip


@dataclass(frozen=True)
class Called:
    """A document that is looked for among the reports.

    Attributes:
        families: the kinds of report that answer it.
        gate: from which gate on it must be there.
        before_shipment: whether its wording is of something done before shipment.
        issued_by_shipment: whether its wording wants it issued before, at or by the day of shipment.
    """

    document: SpecDocument
    families: frozenset[Family]
    gate: Gate
    before_shipment: bool
    issued_by_shipment: bool

    def answered_by(self, report: Report) -> bool:
        """Whether the report is of such a kind; one of no known kind counts where the inspector drew its sample."""
        if report.family is None:
            return "pre-shipment" in self.families and speaks_for_shipment(report)
        return report.family in self.families


def called(spec: Spec) -> tuple[Called, ...]:
    """The documents of the contract that an inspection body or a laboratory issues on the goods."""
    found = (_called(spec, document) for document in spec.documents)
    return tuple(one for one in found if one is not None)


def not_examined(spec: Spec) -> tuple[str, ...]:
    """The other documents, as the contract names them."""
    ours = {one.document for one in called(spec)}
    return tuple(document.name for document in spec.documents if document not in ours)


def _called(spec: Spec, document: SpecDocument) -> Called | None:
    text = " / ".join(part for part in (document.name, document.name_zh) if part)
    families = _families(text)
    if not families or _NOT_OURS.search(text) or _by_a_party(spec, document):
        return None
    before = _BEFORE_SHIPMENT.search(text) is not None
    gate: Gate = "load" if before and "pre-shipment" in families else "documents"
    return Called(document, families, gate, before, _ISSUED_BY_SHIPMENT.search(text) is not None)


def _families(text: str) -> frozenset[Family]:
    found: set[Family] = set()
    if _INSPECTION.search(text) or _CARGO.search(text):
        found |= {"pre-shipment", "commodity"}
    if _ANALYSIS.search(text):
        found |= {"laboratory", "commodity", "mill"}
    if _MILL.search(text):
        found = {"mill"}
    return frozenset(found)


def _by_a_party(spec: Spec, document: SpecDocument) -> bool:
    """Whether the seller or the buyer issues it."""
    return document.issuer is not None and any(
        same_company(party.name, document.issuer) for party in (spec.seller, spec.buyer)
    )
