"""A value is the factory's own, not the inspection body's.

What: a row whose specimen, section or basis says that the value is the factory's, manufacturer's, supplier's or
seller's own (`Factory result`, `Supplier data`, `self-declared`, 工厂自检) is no proof.

Why: the inspection body copies such a column without having measured anything.

Bad: the table has the columns "Requirement" and "Factory result", and the value stands in the second.
Good: the column is headed "Inspector's result".

Source: ISO/IEC 17020 7.4.2 (results from others are identified as such); clause inspection.report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.check.case import Case, Examined, Seen
from tradedocs.model.finding import Finding, Verdict
from tradedocs.ui import say

ID = "own-result"
_OWN = re.compile(
    r"\b(?:factory|manufacturer|supplier|vendor|seller|producer|maker|mill|client|customer|applicant)(?:'s|’s|s)?\s+"
    r"(?:own\s+|internal\s+|declared\s+|stated\s+)?"
    r"(?:results?|values?|data|test(?:s|ing|ed)?|records?|readings?|measure(?:d|ments?)|findings?|declar(?:ed|ation)|"
    r"statements?|report(?:ed)?|coa)\b"
    r"|\b(?:self|factory|supplier|manufacturer|vendor|client)[- ](?:declared|tested|reported|checked|provided)\b"
    r"|\b(?:as\s+)?(?:declared|stated|reported|provided)\s+by\s+(?:the\s+)?"
    r"(?:factory|manufacturer|supplier|vendor|seller|producer|client|customer|applicant)\b"
    r"|(?:工厂|厂家|厂方|供应商|供货商|生产商|卖方|客户|委托方|企业)\s*(?:自行|自己)?(?:自检|自测|自报|自述|数据|结果|检测值|测试值|实测|提供|申报|声明)"
    r"|出厂(?:检验|检测)?(?:值|结果|数据)",
    re.I,
)  # fmt: skip


def check(case: Case) -> Iterator[Finding]:
    """HOLD for each characteristic with such a value."""
    for item in case.examined:
        own = tuple(seen for seen in item.seen if _says_own(seen))
        if own:
            yield _finding(item, own)


def _says_own(seen: Seen) -> bool:
    row = seen.result
    told = (row.specimen, row.section, row.basis, row.method, row.parameter, row.verdict)
    return any(_OWN.search(text) for text in told if text)


def _finding(item: Examined, own: tuple[Seen, ...]) -> Finding:
    return Finding(
        rule=ID,
        severity=Verdict.HOLD,
        message=say("{file}: {name}: {value} is called a result of the factory or the client, not of the issuer",
                    file=own[0].report.source.file, name=item.characteristic.name, value=own[0].result.shown),
        way_out=say("Ask the inspection body for its own value."),
        places=tuple(seen.place for seen in own),
        line=item.line.line,
        characteristic=item.characteristic.name,
    )  # fmt: skip
