"""Small pictures that are ticks or crosses, told by their pixels; what is not told surely is left alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from PIL import Image, ImageChops

from tradedocs.pdf.geometry import Box
from tradedocs.pdf.page import Page, Word

ICON_SIDE = (5.0, 26.0)
SCALE = 3.0
_MOST = 300  # pictures that are looked at on one page
GRID = 24
_APART = 90
_TICK = ((0.02, 0.55), (0.36, 0.97), (0.98, 0.03))
_CROSS = (((0.02, 0.02), (0.98, 0.98)), ((0.98, 0.02), (0.02, 0.98)))
_NEAR, _SURE, _LIKELY = 0.17, 0.86, 0.8
_RING = [y * GRID + x for y in range(GRID) for x in range(GRID) if {x, y} & {0, GRID - 1}]

Colour = tuple[int, int, int]
Points = Sequence[tuple[float, float]]


def is_icon(box: Box) -> bool:
    """Whether a picture of this size may be a tick in a cell."""
    low, high = ICON_SIDE
    wide, tall = box[2] - box[0], box[3] - box[1]
    return low <= wide <= high and low <= tall <= high and 0.6 <= wide / tall <= 1.7


def icon_words(page: Page, boxes: Sequence[Box], look: Callable[[Box], Image.Image]) -> list[Word]:
    """The signs of those pictures of a page that are surely a tick or a cross.

    Args:
        page: the page, for the way back to what is shown.
        boxes: of the small pictures, in the page's own coordinates.
        look: makes the picture of a box of the page as shown.
    """
    out: list[Word] = []
    seen: dict[bytes, str | None] = {}  # one picture stands in many cells
    for box in boxes[:_MOST]:
        if any(_over(word, box) for word in page.words):
            continue
        small = look(page.shown(box)).convert("RGB").resize((GRID, GRID)).rotate(-90 * page.turn)
        key = small.tobytes()
        if key not in seen:
            seen[key] = sign_of(small)
        if (sign := seen[key]) is not None:
            out.append(Word(*box, sign, -9, -5))
    return out


def _over(word: Word, box: Box) -> bool:
    return word.x0 < box[2] and word.x1 > box[0] and word.y0 < box[3] and word.y1 > box[1]


def sign_of(picture: Image.Image) -> str | None:
    """✓ for a tick, ✗ for a red cross, ☒ for a cross of no telling colour; None when it is not sure.

    A green cross or a red tick is not sure.
    """
    drawn, colour = _shape(picture.resize((GRID, GRID)).convert("RGB"))
    if not drawn:
        return None
    points = _stretched(drawn)
    tick, cross = _fits(points, [_TICK], _SURE), _fits(points, _CROSS, _SURE)
    tint = _tint(colour)
    if tick and not cross and tint != "red":
        return "✓"
    if cross and not tick and tint != "green":
        return "✗" if tint == "red" else "☒"
    return None


def may_be_sign(picture: Image.Image) -> bool:
    """Whether a picture with its mask is somewhat like a tick or a cross, whatever it stands on."""
    seen = {over: Image.new("RGB", picture.size, over) for over in ("white", "black")}
    for ground in seen.values():
        ground.paste(picture, mask=picture.getchannel("A"))
    different = [seen["white"]] if seen["white"] == seen["black"] else seen.values()
    return any(_is_like(strokes) for ground in different for strokes in _strokes(ground))


def _strokes(picture: Image.Image) -> Iterator[list[tuple[int, int]]]:
    """What may be the strokes of a sign in the picture."""
    pixels = _pixels(picture)
    drawn = _apart(picture, _usual([pixels[k] for k in _RING]))
    if drawn:
        yield drawn
        yield _within(_apart(picture, _usual([pixels[y * GRID + x] for x, y in drawn])))


def _is_like(strokes: list[tuple[int, int]]) -> bool:
    if not strokes:
        return False
    points = _stretched(strokes)
    return _fits(points, [_TICK], _LIKELY) or _fits(points, _CROSS, _LIKELY)


def _pixels(picture: Image.Image) -> list[Colour]:
    raw = picture.tobytes()
    return list(zip(raw[::3], raw[1::3], raw[2::3], strict=True))


def _within(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pixels that lie in the inner part of a disc."""
    middle, reach = (GRID - 1) / 2, 0.36 * GRID
    return [(x, y) for x, y in points if (x - middle) ** 2 + (y - middle) ** 2 <= reach**2]


def _shape(picture: Image.Image) -> tuple[list[tuple[int, int]], Colour]:
    """The strokes of the sign and the colour that tells: of a filled disc the strokes are what is left free in it."""
    pixels = _pixels(picture)
    ground = _usual([pixels[k] for k in _RING])
    drawn = _apart(picture, ground)
    share = len(drawn) / len(pixels)
    if not 0.04 <= share <= 0.9:
        return [], ground
    colour = _usual([pixels[y * GRID + x] for x, y in drawn])
    if share <= 0.42:
        return drawn, colour
    free = _within(_apart(picture, colour))
    return (free, colour) if 0.03 <= len(free) / len(pixels) <= 0.3 else ([], colour)


def _usual(pixels: Sequence[Colour]) -> Colour:
    coarse = Counter((r // 32, g // 32, b // 32) for r, g, b in pixels).most_common(1)[0][0]
    same = [pixel for pixel in pixels if tuple(part // 32 for part in pixel) == coarse]
    r, g, b = (sum(pixel[k] for pixel in same) // len(same) for k in range(3))
    return r, g, b


def _apart(picture: Image.Image, colour: Colour) -> list[tuple[int, int]]:
    """The pixels that are of another colour."""
    red, green, blue = ImageChops.difference(picture, Image.new("RGB", picture.size, colour)).split()
    steps = ImageChops.add(
        ImageChops.add(red, green), blue
    ).tobytes()  # a sum stops at 255, which is far apart
    return [(k % GRID, k // GRID) for k, step in enumerate(steps) if step > _APART]


def _tint(colour: Colour) -> str | None:
    r, g, b = colour
    if g > r + 30 and g > b + 10:
        return "green"
    return "red" if r > g + 50 and r > b + 50 else None


def _stretched(drawn: Sequence[tuple[int, int]]) -> list[tuple[float, float]]:
    """The strokes in a square of side 1."""
    left, top = min(x for x, _ in drawn), min(y for _, y in drawn)
    wide, high = max(x for x, _ in drawn) - left or 1, max(y for _, y in drawn) - top or 1
    return [((x - left) / wide, (y - top) / high) for x, y in drawn]


def _fits(points: Points, lines: Sequence[Points], share: float) -> bool:
    """Whether that share of the strokes lies along the lines, and along that share of them."""
    sides = [side for line in lines for side in pairwise(line)]
    near = (any(_distance(p, *side) <= _NEAR for side in sides) for p in points)
    steps = [(a[0] + (b[0] - a[0]) * t / 8, a[1] + (b[1] - a[1]) * t / 8) for a, b in sides for t in range(9)]
    covered = (any(abs(x - u) <= 0.12 and abs(y - v) <= 0.12 for u, v in points) for x, y in steps)
    return _hold(near, share * len(points), len(points)) and _hold(covered, share * len(steps), len(steps))


def _hold(checks: Iterator[bool], enough: float, count: int) -> bool:
    """Whether enough of so many checks hold; no more are made once too many did not."""
    left = count
    for held in checks:
        left -= not held
        if left < enough:
            return False
    return True


def _distance(p: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    t = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy)))
    return float(((p[0] - a[0] - t * dx) ** 2 + (p[1] - a[1] - t * dy) ** 2) ** 0.5)
