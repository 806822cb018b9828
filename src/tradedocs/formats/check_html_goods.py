"""A goods line on the verdict page: each characteristic with its values and their pictures."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from html import escape

from tradedocs.formats.check_style import sign
from tradedocs.formats.gates import not_due_words
from tradedocs.formats.numbered import Numbers
from tradedocs.formats.order import telling_first
from tradedocs.formats.witnessed import witnessed
from tradedocs.model.base import Place
from tradedocs.model.finding import Checked, Evidence, Gate, LineVerdict, Verdict
from tradedocs.ui import say

Crops = Mapping[tuple[str, Place], bytes]
"""Pictures (PNG or JPEG) by report file and place."""


def goods_line(line: LineVerdict, crops: Crops, marks: Numbers, gate: Gate) -> Iterator[str]:
    """The line's heading and table."""
    head = say("Line {line}: {goods}, {quantity}", line=line.line, goods=line.goods, quantity=line.quantity)
    yield (
        f'<h2><span class="t-{line.verdict.name}">{sign(line.verdict)} {escape(str(line.verdict))}</span>'
        f" &nbsp;{escape(head)}</h2>"
    )
    columns = (
        say("Characteristic"),
        say("Requirement"),
        say("Value, witness, place, picture"),
        say("Result"),
    )
    heads = "".join(f"<th>{escape(name)}</th>" for name in columns)
    yield f'<table class="spec"><thead><tr>{heads}</tr></thead><tbody>'
    for item in line.checked:
        yield _row(item, crops, marks, gate)
    yield "</tbody></table>"


def result_word(verdict: Verdict) -> str:
    """The result of one characteristic or class in a word."""
    words = {
        Verdict.RELEASE: say("meets"),
        Verdict.HOLD: say("open"),
        Verdict.REJECT: say("fails"),
        Verdict.CONCESSION: say("conceded"),
    }
    return words.get(verdict, say("open"))


def _row(item: Checked, crops: Crops, marks: Numbers, gate: Gate) -> str:
    characteristic = item.characteristic
    type_test = say("type test will do") if characteristic.evidence == "type-test" else None
    small = ", ".join(
        part for part in (characteristic.method, characteristic.basis, characteristic.characteristic_class, type_test)
        if part
    )  # fmt: skip
    values = "".join(_value(evidence, crops, marks) for evidence in telling_first(item.evidence))
    later = not_due_words(item, gate)
    word = (
        f'<td class="word t-note">{escape(later)}</td>'
        if later
        else f'<td class="word t-{item.verdict.name}">{sign(item.verdict)} {escape(result_word(item.verdict))}</td>'
    )
    return (
        f'<tr><td><span class="name">{escape(characteristic.name)}</span>'
        f'<br><span class="small">{escape(small)}</span></td>'
        f"<td>{escape(characteristic.require.shown)}</td>"
        f"<td>{values or ('–' if later else _nothing())}</td>"
        f"{word}</tr>"
    )


def _nothing() -> str:
    return f'<span class="t-HOLD"><b>{escape(say("no report states it"))}</b></span>'


def _value(evidence: Evidence, crops: Crops, marks: Numbers) -> str:
    result = evidence.result
    specimen = say("specimen {specimen}", specimen=result.specimen) if result.specimen else ""
    doubt = say("doubt: {codes}", codes=", ".join(result.doubt)) if result.doubt else ""
    place = say("{file}, page {page}", file=evidence.report, page=result.place.page)
    compared = "" if evidence.verdict is Verdict.RELEASE else evidence.comparison
    facts = (f"{result.parameter}", specimen, compared, witnessed(result), doubt, place)
    number = marks.get((evidence.report, result.place), "")
    tag = f'<span class="tag">{escape(number)}</span>' if number else ""
    return (
        f'<div class="value">{tag}<span class="shown t-{evidence.verdict.name}">{escape(result.shown)}</span>'
        f' &nbsp;<span class="small">{escape("; ".join(fact for fact in facts if fact))}</span>'
        f"{_picture(evidence, crops)}</div>"
    )


def _picture(evidence: Evidence, crops: Crops) -> str:
    picture = crops.get((evidence.report, evidence.result.place))
    if picture is None:
        return ""
    data = base64.b64encode(picture).decode()
    kind = "jpeg" if picture[:2] == b"\xff\xd8" else "png"
    alt = escape(f"{evidence.report}, {evidence.result.place}")
    return f'<img alt="{alt}" src="data:image/{kind};base64,{data}">'
