"""Words that call a value the factory's or the client's own, not the issuer's (`Factory result`, 工厂自检)."""

from __future__ import annotations

import re
from functools import lru_cache

_OWN = re.compile(
    r"\b(?:factory|manufacturer|supplier|vendor|seller|producer|client|customer|applicant)(?:'s|’s|s)?\s+"
    r"(?:own\s+|internal\s+|declared\s+|stated\s+)?(?:test(?:ed)?\s+)?"
    r"(?:results?|values?|data|readings?|measurements?|findings?|declaration|coa)\b"
    r"|\b(?:self|factory|supplier|manufacturer|vendor)[- ](?:declared|tested|reported|checked)\b"
    r"|\b(?:as\s+)?(?:declared|stated|reported)\s+by\s+(?:the\s+)?"
    r"(?:factory|manufacturer|supplier|vendor|seller|producer)\b"
    r"|(?:工厂|厂家|厂方|供应商|供货商|生产商|卖方|客户|委托方|企业)\s*(?:自行|自己)?(?:自检|自测|自报|自述|数据|结果|检测值|测试值|实测)"
    r"|出厂(?:检验|检测)?(?:值|结果|数据)",
    re.I,
)  # fmt: skip


@lru_cache(maxsize=4096)
def says_own(text: str) -> bool:
    """Whether the text says that the value comes from the factory, the supplier, the seller or the client."""
    return _OWN.search(text) is not None
