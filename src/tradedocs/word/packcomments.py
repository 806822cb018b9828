"""The comments of a Word file: what each is about, which one it answers, and whether it is settled."""

from __future__ import annotations

from collections.abc import Mapping

from tradedocs.model.packread import ReviewComment
from tradedocs.word.text import paragraph_text
from tradedocs.word.xml import parse, w

COMMENTS, EXTENDED = "word/comments.xml", "word/commentsExtended.xml"
_PARA_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_TRUE = ("1", "true", "on")


def comments_of(parts: Mapping[str, bytes], anchors: Mapping[str, str]) -> tuple[ReviewComment, ...]:
    """Every comment in the order of its part; `anchors` is the text that each is about, by its id.

    Replies and resolved comments stand in a part of their own (`commentsExtended.xml`), which refers to the last
    paragraph of each comment. Where it is missing nothing is said of either.

    Raises:
        RefusedInput: a part is not well-formed.
    """
    if COMMENTS not in parts:
        return ()
    more = _extended(parts)
    found, by_paragraph = [], {}
    for comment in parse(parts[COMMENTS], COMMENTS).iter(w("comment")):
        paragraphs = list(comment.iter(w("p")))
        name = comment.get(w("id"), "")
        last = paragraphs[-1].get(_PARA_ID) if paragraphs else None
        if last is not None:
            by_paragraph[last] = name
        text = "\n".join(filter(None, map(paragraph_text, paragraphs)))
        found.append((name, last, comment.get(w("author"), ""), comment.get(w("date")), text))
    out = []
    for name, last, author, on, text in found:
        parent, done = more.get(last or "", (None, None))
        out.append(
            ReviewComment(
                id=name,
                author=author,
                on=on,
                text=text,
                about=" ".join(anchors.get(name, "").split()),
                reply_to=by_paragraph.get(parent or ""),
                resolved=done,
            )
        )
    return tuple(out)


def _extended(parts: Mapping[str, bytes]) -> dict[str, tuple[str | None, bool | None]]:
    """By the id of a comment's last paragraph: that of the comment which it answers, and whether it is resolved."""
    if EXTENDED not in parts:
        return {}
    root = parse(parts[EXTENDED], EXTENDED)
    return {
        one.get(f"{_W15}paraId", ""): (one.get(f"{_W15}paraIdParent"), one.get(f"{_W15}done") in _TRUE)
        for one in root.iter(f"{_W15}commentEx")
    }
