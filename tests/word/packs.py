"""A review pack of the packaged clauses, some of them changed since they were approved."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from tradedocs.library import Library, load_library
from tradedocs.model.clause import Clause, ClauseParagraph
from tradedocs.model.pack import PackManifest
from tradedocs.word.pack import pack_docx
from tradedocs.word.packclause import Entry

_ROOT = Path(__file__).parents[2]
CHANGED, PLAIN, NEW = "disputes.claims", "quality.recall", "commercial.set-off"
NAMES = (CHANGED, PLAIN, NEW, "disputes.evidence")


@cache
def library() -> Library:
    return load_library(_ROOT / "clauses")


def entry(clause: Clause, old: Clause | None = None) -> Entry:
    """One clause of a pack, against an older text of it in both languages."""
    if old is None:
        return Entry(clause, "draft", {}, {"en": "new", "zh": "new"}, (("Why", "first text"),))
    return Entry(
        clause, "voided", {"en": old, "zh": old}, {"en": "approved", "zh": "approved"}, (("Why", "shorter"),)
    )


def older(clause: Clause) -> Clause:
    """The clause as it might have been before: words in both languages differ, a paragraph is missing, one went."""
    first, second, *rest = clause.paragraphs
    last = rest.pop()
    changed = [
        first,
        second.model_copy(update={"en": second.en.replace("for quantity", "as to quantity"),
                                  "zh": second.zh.replace("数量", "件数")}),
        ClauseParagraph(level=2, key=None, en="A notice may be given by telex.", zh="通知可以用电传发出。"),
        *rest[:-1],
        rest[-1].model_copy(
            update={"en": f"{rest[-1].en} This paragraph survives.", "zh": f"{rest[-1].zh}本款继续有效。"}
        ),
    ]  # fmt: skip
    assert last.en
    return clause.model_copy(update={"paragraphs": tuple(changed)})


@cache
def a_pack(names: tuple[str, ...] = NAMES) -> tuple[bytes, PackManifest]:
    """The pack and its manifest: `CHANGED` has tracked changes of ours."""
    clauses = [library().get(name, "standard") for name in names]
    entries = [entry(one, older(one) if one.id == CHANGED else one) for one in clauses]
    return pack_docx(
        entries, _ROOT / "templates" / "review-pack.docx", pack="P-2026-09-01-1", on=date(2026, 9, 1)
    )
