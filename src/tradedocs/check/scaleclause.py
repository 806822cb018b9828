"""What a contract says of a value in the adjustment zone of its price scale."""

from __future__ import annotations

import re

from tradedocs.model.contract import Article

_CLAUSE = "compensation.price-scale"
_SAYS = re.compile(r"does not stand in the way of the release|不妨碍[^。]*放行")


def releases_in_zone(article: Article) -> bool:
    """Whether the article is the price scale and says that such a value does not stop the release."""
    return article.clause_id == _CLAUSE and any(
        _SAYS.search(paragraph.text(language))
        for paragraph in article.paragraphs
        for language in ("en", "zh")
    )
