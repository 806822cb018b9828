"""Comments of our own in a Word file (ECMA-376 part 1, 17.13.4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from markupsafe import Markup, escape

from tradedocs.word.markup import joined, run
from tradedocs.word.properties import related, typed
from tradedocs.word.xml import W_URI

COMMENTS = "word/comments.xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass
class Commenter:
    """Who comments and when; the comments come in the order in which they were made."""

    author: str
    initials: str
    on: datetime
    _written: list[Markup] = field(default_factory=list)

    def around(self, content: Markup, texts: tuple[str, ...]) -> Markup:
        """The runs with a comment on them for each text."""
        first = len(self._written)
        numbers = range(first, first + len(texts))
        self._written += map(self._comment, numbers, texts)
        starts = joined(Markup('<w:commentRangeStart w:id="{}"/>').format(k) for k in numbers)
        ends = joined(
            Markup('<w:commentRangeEnd w:id="{0}"/><w:r><w:commentReference w:id="{0}"/></w:r>').format(k)
            for k in numbers
        )
        return starts + content + ends

    def _comment(self, number: int, text: str) -> Markup:
        return Markup(
            '<w:comment w:id="{}" w:author="{}" w:date="{}" w:initials="{}"><w:p>{}</w:p></w:comment>'
        ).format(number, self.author, self.on.strftime("%Y-%m-%dT%H:%M:%SZ"), self.initials, run(text, "en"))

    def parts(self, parts: dict[str, bytes]) -> dict[str, bytes]:
        """The parts of the file with the comments; unchanged where there are none."""
        if not self._written:
            return parts
        xml = f'{_HEAD}<w:comments xmlns:w="{escape(W_URI)}">{joined(self._written)}</w:comments>'
        out = typed({**parts, COMMENTS: xml.encode()}, COMMENTS, _TYPE)
        return related(out, "word/_rels/document.xml.rels", _KIND, "comments.xml")
