from __future__ import annotations

import pytest
from PIL import Image, ImageChops, ImageDraw

from tradedocs.pdf.icons import GRID, may_be_sign, sign_of

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


@pytest.mark.parametrize("kind", ["tick", "cross"])
@pytest.mark.parametrize("colour", [GREEN, RED, BLACK, WHITE])
def test_a_first_glance_lets_every_sign_pass_whatever_it_stands_on(kind: str, colour: Colour) -> None:
    ground = BLACK if colour == WHITE else WHITE
    shape = ImageChops.difference(_drawn(kind, colour, ground), Image.new("RGB", (48, 48), ground)).convert(
        "L"
    )
    picture = Image.new("RGBA", (48, 48), (*colour, 0))
    picture.putalpha(shape.point(lambda step: 255 if step else 0))
    assert may_be_sign(picture.resize((GRID, GRID)))


@pytest.mark.parametrize("kind", ["plus", "ring", ""])
def test_a_first_glance_turns_away_what_is_no_sign(kind: str) -> None:
    assert not may_be_sign(_drawn(kind, RED).convert("RGBA").resize((GRID, GRID)))
