"""The deviation memo as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.formats.plain import plain
from tradedocs.model.memo import Memo, MemoSection
from tradedocs.ui import say


def memo_md(memo: Memo) -> str:
    """The memo; no text from the deal can begin a line or a cell of its own."""
    lines = [f"# {say('Deviation memo')}: {_cell(memo.contract_no)}", ""]
    lines += [f"- {_cell(name)}: {_cell(value)}" for name, value in memo.facts]
    for section in memo.sections:
        lines += ["", f"## {section.title}", "", *_section(section)]
    return "\n".join(lines) + "\n"


def _section(section: MemoSection) -> Iterator[str]:
    if not section.rows:
        yield section.nothing
        return
    yield f"| {' | '.join(section.heads)} |"
    yield f"|{'---|' * len(section.heads)}"
    for row in section.rows:
        yield f"| {' | '.join(map(_cell, row))} |"


def _cell(text: str) -> str:
    escaped = plain(text).replace("\\", "\\\\").replace("|", "\\|")
    return escaped.replace("<", "&lt;").replace("[", "\\[").replace("*", "\\*").replace("_", "\\_")
