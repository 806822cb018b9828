"""A frame as an entry of the cache, and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import Any

from tradedocs.cache import Kept
from tradedocs.word.form import Form, Frame, Section
from tradedocs.word.package import Packed


def as_entry(frame: Frame) -> Kept:
    """The frame as facts and the bytes of all its parts, one after another."""
    data: list[bytes] = []

    def told(form: Form) -> dict[str, Any]:
        data.extend(form.pieces)
        return {"lengths": [len(piece) for piece in form.pieces], "gaps": form.gaps}

    def lies(part: Packed) -> dict[str, int]:
        data.append(part.deflated)
        return {"crc": part.crc, "size": part.size, "length": len(part.deflated)}

    facts = {
        "template_sha256": frame.template_sha256,
        "item": frame.item,
        "in_articles": frame.in_articles,
        "packed": {name: lies(part) for name, part in frame.packed.items()},
        "parts": {name: [told(one.form) for one in cut] for name, cut in frame.parts.items()},
        "body": told(frame.body),
        "around": [told(form) for form in frame.around],
    }
    return Kept(facts, b"".join(data))


def from_entry(entry: Kept) -> Frame | None:
    """The frame; None where the entry holds none."""
    facts, at = entry.facts, 0

    def cut(lengths: Iterable[int]) -> tuple[bytes, ...]:
        nonlocal at
        ends = list(accumulate(lengths, initial=at))
        at = ends[-1]
        return tuple(entry.data[start:end] for start, end in pairwise(ends))

    def form(one: dict[str, Any]) -> Form:
        return Form(cut(one["lengths"]), tuple(one["gaps"]))

    def sections(cut_in: Sequence[dict[str, Any]]) -> tuple[Section, ...]:
        return tuple(Section(form(one), last=number == len(cut_in)) for number, one in enumerate(cut_in, 1))

    try:
        packed = {
            name: Packed(cut([one["length"]])[0], one["crc"], one["size"])
            for name, one in facts["packed"].items()
        }
        frame = Frame(
            template_sha256=facts["template_sha256"],
            packed=packed,
            parts={name: sections(cut) for name, cut in facts["parts"].items()},
            item=facts["item"],
            in_articles=facts["in_articles"],
            body=form(facts["body"]),
            around=tuple(form(one) for one in facts["around"]),
        )
    except (AttributeError, KeyError, TypeError, IndexError):
        return None
    return frame if at == len(entry.data) else None
