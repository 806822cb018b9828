"""What claims taught: counted and summed by goods, supplier or category, and what of it touches a deal."""

from __future__ import annotations

from typing import Literal

from tradedocs.model.amount import MoneyText
from tradedocs.model.base import Fact
from tradedocs.model.settling import Lesson
from tradedocs.model.shapes import LocalText

LessonsBy = Literal["goods", "supplier", "category"]


class Learned(Fact):
    """One lesson with the claims that teach it."""

    lesson: Lesson
    claims: tuple[str, ...]


class LessonGroup(Fact):
    """The claims of one goods, supplier or category.

    `money` is what was settled, one amount a currency: payments, credits, and replacements at their customs value.
    """

    name: str
    claims: int
    closed: int
    refused: int
    money: tuple[MoneyText, ...]
    lessons: tuple[Learned, ...]


class Touching(Fact):
    """A lesson of a closed claim on goods like those of a deal: which line it touches, why, and what would change.

    Attributes:
        line: the number of the goods line; its place in the file is in `key`.
        why: the HS code, the name or the category that both share.
        key: the key of this deal that it touches; None where it touches none.
        now: what stands there now, as text; None where nothing does.
        value: what is proposed there.
    """

    claim: str
    lesson: Lesson
    line: int
    why: LocalText
    key: str | None = None
    now: str | None = None
    value: str | None = None
