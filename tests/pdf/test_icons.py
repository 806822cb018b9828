from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from tradedocs.pdf.icons import sign_of

GREEN, RED, BLACK, WHITE = (30, 160, 60), (210, 30, 30), (20, 20, 20), (255, 255, 255)
Colour = tuple[int, int, int]


def _drawn(kind: str, colour: Colour, ground: Colour = WHITE, disc: Colour | None = None) -> Image.Image:
    picture = Image.new("RGB", (48, 48), ground)
    pen = ImageDraw.Draw(picture)
    if disc:
        pen.ellipse([(1, 1), (46, 46)], fill=disc)
    inset = 14 if disc else 5
    low, high = inset, 47 - inset
    if kind == "tick":
        pen.line([(low, 26), ((low + high) // 2 - 4, high), (high, low)], fill=colour, width=5)
    elif kind == "cross":
        pen.line([(low, low), (high, high)], fill=colour, width=5)
        pen.line([(high, low), (low, high)], fill=colour, width=5)
    elif kind == "plus":
        pen.line([(24, low), (24, high)], fill=colour, width=5)
        pen.line([(low, 24), (high, 24)], fill=colour, width=5)
    elif kind == "ring":
        pen.ellipse([(low, low), (high, high)], outline=colour, width=5)
    elif kind == "bar":
        pen.line([(low, high), (high, low)], fill=colour, width=6)
    return picture


@pytest.mark.parametrize(
    ("picture", "sign"),
    [
        (_drawn("tick", GREEN), "✓"),
        (_drawn("tick", BLACK), "✓"),
        (_drawn("cross", RED), "✗"),
        (_drawn("cross", BLACK), "☒"),
        (_drawn("tick", WHITE, disc=GREEN), "✓"),
        (_drawn("cross", WHITE, disc=RED), "✗"),
        (_drawn("tick", RED), None),
        (_drawn("cross", GREEN), None),
        (_drawn("plus", RED), None),
        (_drawn("ring", GREEN), None),
        (_drawn("bar", RED), None),
        (_drawn("", WHITE), None),
        (_drawn("", WHITE, disc=GREEN), None),
    ],
)
def test_only_a_sure_sign_is_told(picture: Image.Image, sign: str | None) -> None:
    assert sign_of(picture) == sign
