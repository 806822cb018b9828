"""Pages as bytes, so that a worker which looked at a hostile file hands over nothing but numbers and text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from tradedocs.pdf.page import Filled, Page, Rule, Word


def packed(pages: Iterable[Page]) -> bytes:
    """What OCR found on the pages."""
    return json.dumps([_plain(page) for page in pages]).encode()


def unpacked(data: bytes) -> tuple[Page, ...]:
    """The pages that were packed."""
    return tuple(map(_page, json.loads(data)))


def _plain(page: Page) -> dict[str, Any]:
    return {
        "number": page.number,
        "size": (page.width, page.height),
        "words": page.words,
        "across": page.across,
        "down": page.down,
        "filled": page.filled,
        "turn": page.turn,
        "lean": page.lean,
    }


def _page(plain: dict[str, Any]) -> Page:
    return Page(
        int(plain["number"]),
        float(plain["size"][0]),
        float(plain["size"][1]),
        words=tuple(Word(*word) for word in plain["words"]),
        across=tuple(Rule(*rule) for rule in plain["across"]),
        down=tuple(Rule(*rule) for rule in plain["down"]),
        filled=tuple(
            Filled(box[0], box[1], box[2], box[3], (box[4][0], box[4][1], box[4][2]))
            for box in plain["filled"]
        ),
        turn=int(plain["turn"]),
        lean=float(plain["lean"]),
        read_by="ocr",
    )
