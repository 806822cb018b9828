"""The web and e-mail addresses of a report: whose they are tells who issued it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tradedocs.pdf.page import Page

_DOMAIN = re.compile(
    r"(?:@|https?://|www\.)?(?P<host>(?:[a-z0-9-]+\.)+(?:com?|net|org|info|biz|de|fr|es|tr|gr|ru|cn|kr|jp|hk|tw|eu|uk|us|ca|in|it|ch|at|lab))"
    r"(?:\.[a-z]{2})?\b",
    re.I,
)
_COMMON = frozenset(
    (
        "gmail hotmail yahoo outlook qq 163 126 sina naver daum hanmail gmx web mail live icloud aol yandex "
        "com co org net gov edu ac iso iec ilac a2la cnas astm pjlabs iaf europa epa fda"
    ).split()
)
_CLOSER_PAGES = 3
_LEAST = 2


def domains_in(pages: Sequence[Page]) -> tuple[str, ...]:
    """The names of the domains, most frequent first; mail providers and standards bodies are left out."""
    counted: Counter[str] = Counter()
    for page in pages[:_CLOSER_PAGES]:
        for word in page.words:
            text = word.text
            if "." not in text or len(text) < 6 or not text.isascii():
                continue
            for match in _DOMAIN.finditer(text):
                counted[stem_of(match["host"])] += 1
    return tuple(
        name for name, _ in counted.most_common() if name and name not in _COMMON and len(name) >= _LEAST
    )


def hosts_in(text: str) -> list[str]:
    """The host names in a text, without `www.`."""
    if "." not in text:
        return []
    return [match["host"].removeprefix("www.") for match in _DOMAIN.finditer(text)]


def stem_of(host: str) -> str:
    """The name that was registered: `example-lab` of `www.example-lab.co.uk`, without hyphens."""
    parts = host.casefold().removeprefix("www.").split(".")[:-1]
    while len(parts) > 1 and parts[-1] in ("co", "com", "org", "net", "gov", "ac"):
        parts.pop()
    return parts[-1].replace("-", "") if parts else ""


def fits_domain(name: str, domain: str) -> bool:
    """Whether the (folded) name is the one that the domain's name was made of: its first word, or its initials."""
    words = [word for word in name.split() if len(word) > 1 or word.isalnum()]
    flat, first = "".join(words), words[0] if words else ""
    if not flat.isascii() or len(flat) < _LEAST:
        return False
    if flat == domain or first == domain:
        return True
    if len(domain) <= _LEAST:
        return False
    if flat in domain or domain in flat:
        return True
    initials = "".join(word[0] for word in words)
    return (len(first) > _LEAST and domain.startswith(first)) or (
        len(initials) > _LEAST and domain.startswith(initials[:4])
    )
