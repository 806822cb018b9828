"""One printed value against one requirement: meets it, fails it, or cannot be told."""

from __future__ import annotations

from tradedocs.check.bounds import within_bounds
from tradedocs.check.judging import AS_REPORTED, Judging
from tradedocs.check.outcome import Comparison, Outcome, unclear
from tradedocs.check.said import says_only_done, says_pass
from tradedocs.check.wording import absent, as_agreed, conforms, not_detected
from tradedocs.model.report import Result
from tradedocs.model.requirement import Requirement
from tradedocs.ui import say


def compare(requirement: Requirement, result: Result, judging: Judging = AS_REPORTED) -> Comparison:
    """Hold one result against the requirement.

    A reading that carries a doubt is never clear, whichever way it points. A value that fails is reported as
    failing even where another column of its row says pass.
    """
    if result.doubt:
        return unclear("doubt", say("read with doubt: {codes}", codes=", ".join(result.doubt)))
    match requirement.kind:
        case "limit" | "range" | "tolerance":
            found = within_bounds(requirement, result, judging)
        case "exact" | "one-of":
            found = as_agreed(requirement, result, judging)
        case "not-detected":
            found = not_detected(requirement, result)
        case "absent":
            found = absent(requirement, result)
        case _:
            found = conforms(result)
    return _with_verdict_column(found, result)


def _with_verdict_column(found: Comparison, result: Result) -> Comparison:
    """A value that seems to meet the requirement counts only where the report's own verdict is a plain pass.

    No verdict is none, nor is a word that only says that it was tested; any other word, known or not, says something
    that a person has to read.
    """
    verdict = (result.verdict or "").strip()
    if found.outcome is not Outcome.MEETS or not verdict.strip("-–— ") or _is_harmless(verdict):
        return found
    words = say(
        "the value meets the requirement, but the report marks it {verdict!r}", verdict=result.verdict
    )
    return unclear("verdict", words)


def _is_harmless(verdict: str) -> bool:
    return says_pass(verdict) or says_only_done(verdict)
