"""Words that say that something is not accredited, in English and Chinese."""

from __future__ import annotations

import re

OUTSIDE = re.compile(
    r"\b(?:not|non|isn't|aren't)[\s-]+(?:yet\s+|been\s+|being\s+)?(?:(?:[\w/:]+\s+){0,2}accredited|(?:covered|included|contained|within|in|under)\b"
    r"[^.;]{0,60}\b(?:accreditation|accredited scope|accredited test))"
    r"|\bout(?:side)?\b(?: of)?(?: the| our| its)?[^.;]{0,40}\b(?:accreditation|accredited scope)"
    r"|\bbeyond\b[^.;]{0,40}\b(?:accreditation|accredited scope)"
    r"|(?:未(?:获得?|取得|通过|纳入|列入|在)|不在|不属于|超出|非)[^。；]{0,16}认[可证]|认[可证](?:能力)?范围(?:之)?外",
    re.I,
)
_ASKED = ("accredit", "认可", "认证")


def says_not_accredited(text: str) -> bool:
    """Whether the text says so of something; what it says it of is not looked at."""
    flat = text.casefold()
    return any(word in flat for word in _ASKED) and OUTSIDE.search(text) is not None
