"""Changing a part of a Word file, as somebody with a text editor would."""

from __future__ import annotations

from tradedocs.word.package import read_parts, write_parts


def edited(data: bytes, part: str, old: str, new: str, *, count: int = 1) -> bytes:
    """The file with `old` replaced in one part; it must be there."""
    parts = read_parts(data, name="test.docx")
    text = parts[part].decode()
    assert old in text, f"{old!r} is not in {part}"
    return write_parts({**parts, part: text.replace(old, new, count).encode()})


def with_parts(data: bytes, **parts: bytes | None) -> bytes:
    """The file with parts put in, or taken out where None is given."""
    changed = {**read_parts(data, name="test.docx"), **parts}
    return write_parts({name: blob for name, blob in changed.items() if blob is not None})
