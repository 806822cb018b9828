"""A triage for a terminal: the conclusion, what carries it, what would decide, and what is still to be asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from tradedocs.formats.columns import wrapped
from tradedocs.formats.plain import plain
from tradedocs.model.claim import Bearer, Category, ClaimRecord, Interval, Reason, Severity, Triage
from tradedocs.model.shapes import LocalText
from tradedocs.ui import columns, padded, say

Spoken = Literal["en", "zh"]
WIDTH = 100
_CATEGORIES: dict[Category, tuple[str, str]] = {
    "batch-defect": ("batch defect", "批量缺陷"),
    "single-defects": ("single defective pieces", "个别不合格品"),
    "transport-damage": ("transport damage", "运输损坏"),
    "shortage": ("shortage", "数量短缺"),
    "perception-deviation": ("perception deviation", "观感偏差"),
    "misuse": ("misuse or storage", "使用或储存不当"),
    "undecided": ("undecided", "未定"),
}
_SEVERITIES: dict[Severity, tuple[str, str]] = {
    "none": ("no breach shown", "未证明违约"),
    "minor": ("minor, usable as it is", "轻微，可照原样使用"),
    "over-limit": ("over the limit, the rest usable", "超限，其余可用"),
    "batch": ("the lot fails", "整批不合格"),
    "safety": ("SAFETY: stop use and sale", "安全：停止使用和销售"),
    "unknown": ("not known yet", "尚不明确"),
}
_BEARERS: dict[Bearer, tuple[str, str]] = {
    "seller": ("the seller", "卖方"),
    "buyer": ("the buyer", "买方"),
    "carrier-or-insurer": ("the buyer, with recourse to carrier and insurer", "买方，可向承运人和保险人追偿"),
    "undecided": ("not known yet", "尚不明确"),
}
_WORDS: dict[str, tuple[str, str]] = {
    "claim": ("claim", "索赔"),
    "category": ("category", "类别"),
    "severity": ("severity", "严重程度"),
    "bearer": ("borne by", "承担方"),
    "ours": ("our side", "我方"),
    "sample": ("sample", "样本"),
    "not-random": ("not drawn at random: it says nothing of the lot", "非随机抽取：不能说明整批"),
    "how-drawn": ("nobody has said how it was drawn", "未说明如何抽取"),
    "beside": ("not excluded", "未排除"),
    "because": ("because", "依据"),
    "ask": ("to be asked", "待问"),
    "lacking": ("evidence still lacking", "尚缺证据"),
    "row": ("row {row} of the table {sha}", "决策表{sha}第{row}行"),
    "dry": ("nothing was kept", "未作记录"),
    "kept": ("kept in ledger row {row}", "已记入台账第{row}行"),
}


def triage_text(record: ClaimRecord, found: Triage, language: Spoken = "en", width: int = WIDTH) -> str:
    """The triage in one language, in lines of at most `width` columns."""
    return "".join(f"{line}\n" for line in _lines(record, found, language, width))


def _lines(record: ClaimRecord, found: Triage, language: Spoken, width: int) -> Iterator[str]:
    complaint = record.complaint
    yield from _folded(
        f"{_word('claim', language)} {complaint.number}: {plain(_text(complaint.words, language))}", width
    )
    yield ""
    ours = _bracketed(_word("ours", language), language) if found.bearer == record.contract.our_side else ""
    for key, told in (
        ("category", _pick(_CATEGORIES[found.category], language)),
        ("severity", _pick(_SEVERITIES[found.severity], language)),
        ("bearer", _pick(_BEARERS[found.bearer], language) + ours),
        ("sample", _sample(found.interval, language)),
        ("beside", ", ".join(_pick(_CATEGORIES[one], language) for one in found.beside)),
    ):
        if told:
            yield from _folded(told, width, first=f"  {padded(_word(key, language), 14)}")
    if found.words is not None:
        yield ""
        yield from _folded(_text(found.words, language), width, first="  ")
    yield from _section("because", (_reason(one, language) for one in found.because), language, width)
    yield from _section("ask", (_text(one, language) for one in found.questions), language, width)
    yield from _section("lacking", (_piece(one.what, one.format, one.why, language) for one in found.lacking),
                        language, width)  # fmt: skip
    yield ""
    row = _word("row", language).format(row=found.row_of_table, sha=found.table_sha256[:12])
    kept = _word("kept", language).format(row=found.row) if found.row else _word("dry", language)
    yield from _folded(f"{row}; {kept}", width)


def _section(key: str, texts: Iterator[str], language: Spoken, width: int) -> Iterator[str]:
    told = list(texts)
    if not told:
        return
    yield ""
    yield _word(key, language)
    for text in told:
        yield from _folded(text, width, first="  - ")


def _reason(one: Reason, language: Spoken) -> str:
    fact = one.zh if language == "zh" and one.zh else one.fact
    return plain(f"{fact} [{one.source}]")


def _piece(what: LocalText, form: LocalText, why: LocalText, language: Spoken) -> str:
    stop = "。" if language == "zh" else ". "
    return _text(what, language) + _bracketed(_text(form, language), language) + stop + _text(why, language)


def _bracketed(text: str, language: Spoken) -> str:
    return f"（{text}）" if language == "zh" else f" ({text})"


def _sample(interval: Interval | None, language: Spoken) -> str:
    if interval is None:
        return ""
    told = (
        f"{interval.defective}/{interval.examined} = {interval.rate} % "
        f"({interval.confidence} %: {interval.low}–{interval.high} %)"
    )
    remark = {"no": "not-random", "unknown": "how-drawn"}.get(interval.random)
    return told if remark is None else f"{told}; {_word(remark, language)}"


def _folded(text: str, width: int, *, first: str = "") -> Iterator[str]:
    indent = " " * columns(first)
    for number, line in enumerate(wrapped(text, max(20, width - columns(first)))):
        yield (indent if number else first) + line


def _word(key: str, language: Spoken) -> str:
    return _pick(_WORDS[key], language)


def _pick(pair: tuple[str, str], language: Spoken) -> str:
    return pair[1] if language == "zh" else say(pair[0])


def _text(text: LocalText, language: Spoken) -> str:
    return text.zh if language == "zh" and text.zh else text.en
