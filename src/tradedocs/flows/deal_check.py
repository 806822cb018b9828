"""The user's job "is this deal in order": a deal file before all deal rules, each finding at its line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tradedocs.contract.facts import KINDS
from tradedocs.contract.judge import case_of, judge
from tradedocs.errors import BuildError
from tradedocs.library import Library, load_library
from tradedocs.model.deal import Deal
from tradedocs.model.dealfinding import DealFinding, DealJudgement, PlacedFinding
from tradedocs.ui import say
from tradedocs.workspace import Workspace
from tradedocs.yamlfile import Places, load_placed


def check_deal(deal_file: Path, *, workspace: Workspace, as_of: date) -> DealJudgement:
    """Everything that the deal rules say of a deal file.

    Args:
        deal_file: the deal.yaml.
        workspace: whose clauses count.
        as_of: the day that the ends of suppressions are held against.

    Raises:
        InputError: the deal file is not valid (every error of it, and then nothing else), or a clause is not.
        UsageError: a file cannot be read.
    """
    deal, places = load_placed(deal_file, Deal)
    return findings_of(deal, places, load_library(workspace.clauses, facts=KINDS), as_of)


def findings_of(
    deal: Deal, places: Places, library: Library, as_of: date, *, assembled: bool = False
) -> DealJudgement:
    """The findings of a deal that was read from a file, in the order of its lines.

    `assembled` says that its contract has been assembled already, so that this need not be tried again.
    """
    judged = judge(case_of(deal, library, as_of, assembled=assembled))
    return DealJudgement(
        file=places.text.name,
        contract_no=deal.contract_no,
        as_of=as_of,
        findings=_placed(judged.findings, places),
        suppressed=_placed(judged.suppressed, places),
    )


def refuse_errors(judgement: DealJudgement) -> None:
    """Stop where a rule found an error.

    Raises:
        BuildError: every error, each with its place.
    """
    errors = [one for one in judgement.findings if one.severity == "error"]
    if errors:
        lines = [f"  {one.source}: {one.rule}: {one.message}" for one in errors]
        raise BuildError(
            "\n".join([say("the deal rules forbid this contract:"), *lines]),
            place=judgement.file,
            way_out=say("`tradedocs deal check` shows what to do, and `tradedocs explain ID` why."),
        )


def _placed(findings: Sequence[DealFinding], places: Places) -> tuple[PlacedFinding, ...]:
    placed = []
    for finding in findings:
        way = places.nearest(finding.ways)
        excerpt = places.problem(way, finding.message).excerpt
        placed.append(PlacedFinding(**dict(finding), source=places.source(way), excerpt=excerpt))
    return tuple(sorted(placed, key=_by_place))


def _by_place(finding: PlacedFinding) -> tuple[int, int]:
    return finding.source.line or 0, finding.source.column or 0
