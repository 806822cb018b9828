"""The verdict as JUnit XML, for build servers: one test case a characteristic, class of defects and finding.

HOLD and REJECT are failures, a finding for information is a passed case, and so is
what need not be known yet at the gate that is asked for. Characters that XML does not know are shown by
their number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from tradedocs.formats.gates import not_due_words
from tradedocs.formats.order import telling_first
from tradedocs.formats.witnessed import witnessed
from tradedocs.model.finding import Checked, Finding, Gate, Judgement, LineVerdict, SamplingRow, Verdict
from tradedocs.ui import say

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FAILURES = (Verdict.HOLD, Verdict.REJECT)


@dataclass(frozen=True)
class _TestCase:
    group: str
    name: str
    verdict: Verdict
    message: str
    text: str


def check_junit(judgement: Judgement) -> str:
    """The XML text: one suite a goods line, and one for the findings."""
    suites = [
        (say("line {n}: {goods}", n=line.line, goods=line.goods), _cases(line, judgement))
        for line in judgement.lines
    ]
    suites.append((say("findings"), [_finding(k, one) for k, one in enumerate(judgement.findings, 1)]))
    cases = [case for _, own in suites for case in own]
    name = f"tradedocs check {judgement.contract_no}: {judgement.verdict}"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name={_attribute(name)} tests="{len(cases)}" failures="{_failures(cases)}" errors="0" time="0">',
        *(line for title, own in suites for line in _suite(title, own)),
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _cases(line: LineVerdict, judgement: Judgement) -> list[_TestCase]:
    rows = (row for row in judgement.sampling if row.line == line.line)
    return [*(_characteristic(item, judgement.gate) for item in line.checked), *map(_sample, rows)]


def _suite(title: str, cases: list[_TestCase]) -> Iterator[str]:
    yield (
        f'<testsuite name={_attribute(title)} tests="{len(cases)}" failures="{_failures(cases)}" errors="0" '
        'skipped="0" time="0">'
    )
    for case in cases:
        start = f'<testcase name={_attribute(case.name)} classname={_attribute(case.group)} time="0"'
        if case.verdict not in _FAILURES:
            yield start + "/>"
            continue
        failure = f"<failure message={_attribute(case.message)} type={_attribute(str(case.verdict))}>"
        yield f"{start}>{failure}{escape(_legal(case.text))}</failure></testcase>"
    yield "</testsuite>"


def _failures(cases: list[_TestCase]) -> int:
    return sum(case.verdict in _FAILURES for case in cases)


def _characteristic(item: Checked, gate: Gate) -> _TestCase:
    need = item.characteristic.require.shown
    told = [
        f"{one.result.shown} ({one.report} {one.result.place}): {one.comparison}; {witnessed(one.result)}"
        for one in telling_first(item.evidence)
    ] or [say("no report states it")]
    name = f"{item.characteristic.name} {need}"
    verdict = Verdict.RELEASE if not_due_words(item, gate) else item.verdict
    return _TestCase("tradedocs.characteristic", name, verdict, f"{need}: {told[0]}", "\n".join(told))


def _sample(row: SamplingRow) -> _TestCase:
    name = f"{row.defect_class} defects, {row.report or say('no inspection report')}"
    accept = "?" if row.plan is None else f"{row.plan.accept} in {row.plan.sample_size}"
    found = "?" if row.found is None else row.found
    message = say("{found} found, {accept} accepted by the contract's plan", found=found, accept=accept)
    return _TestCase("tradedocs.sampling", name, row.verdict, message, message)


def _finding(number: int, one: Finding) -> _TestCase:
    pages = ", ".join(dict.fromkeys(str(place) for place in one.places))
    text = "\n".join(part for part in (one.message, one.way_out, pages) if part)
    return _TestCase("tradedocs.finding", f"{number} {one.rule}", one.severity, one.message, text)


def _attribute(text: str) -> str:
    return quoteattr(_legal(text))


def _legal(text: str) -> str:
    return _ILLEGAL.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
