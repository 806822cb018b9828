"""What two texts of a clause say differently, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.formats.plain import plain
from tradedocs.formats.verify_text import marked
from tradedocs.model.clausediff import ClauseDiff
from tradedocs.ui import say


def clause_diff_text(found: ClauseDiff) -> str:
    """Paragraph by paragraph; removed words stand in [-…-], added ones in {+…+}."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: ClauseDiff) -> Iterator[str]:
    yield say("old: {name}", name=plain(found.old))
    yield say("new: {name}", name=plain(found.new))
    if found.same:
        yield say("the texts are the same")
        return
    language = None
    for edit in found.edits:
        if edit.language != language:
            language = edit.language
            yield from ("", {"en": "English", "zh": "中文"}.get(language or "", ""))
        yield f"  {edit.number or say('heading')}: {marked(edit.words)}"
    if found.filled:
        yield from ("", say("Filled otherwise"))
    for one in found.filled:
        yield f"  {{{{ {plain(one.variable)} }}}} [-{plain(one.old or '–')}-]{{+{plain(one.new or '–')}+}}"
