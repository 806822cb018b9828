"""The text of a contract in force on a day, for a terminal and as JSON, version 1."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from tradedocs.model.contract import Article, Contract, Paragraph
from tradedocs.ui import say


def consolidated_text(contract: Contract, on: date, addenda: tuple[int, ...]) -> str:
    """The articles with their numbers, each paragraph in the contract's languages."""
    return "\n".join(_lines(contract, on, addenda)) + "\n"


def _lines(contract: Contract, on: date, addenda: tuple[int, ...]) -> Iterator[str]:
    numbers = ", ".join(map(str, addenda)) or say("none")
    yield say("contract {no} as it reads on {day}; addenda: {numbers}; no original", no=contract.deal.contract_no,
              day=on.isoformat(), numbers=numbers)  # fmt: skip
    for article in contract.articles:
        yield ""
        for item in article.paragraphs:
            for language in contract.languages:
                yield f"{item.number}  {item.text(language)}"


def consolidated_json(contract: Contract, on: date, addenda: tuple[int, ...]) -> str:
    """The articles and the Spec in force."""
    data: dict[str, Any] = {
        "version": 1,
        "contract_no": contract.deal.contract_no,
        "on": on.isoformat(),
        "addenda": list(addenda),
        "original": False,
        "spec_sha256": contract.spec.sha256,
        "spec": json.loads(contract.spec.canonical()),
        "articles": [_article(article, contract) for article in contract.articles],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _article(article: Article, contract: Contract) -> dict[str, Any]:
    return {
        "id": article.clause_id,
        "version": article.version,
        "position": article.position,
        "paragraphs": [_paragraph(item, contract) for item in article.paragraphs],
    }


def _paragraph(item: Paragraph, contract: Contract) -> dict[str, str]:
    return {"number": item.number, **{language: item.text(language) for language in contract.languages}}
