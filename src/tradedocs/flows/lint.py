"""The user's job "is the clause library in order": every rule over every file, also where it cannot be loaded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from tradedocs.contract.facts import KINDS
from tradedocs.errors import UsageError
from tradedocs.flows.packs import packs_of, sent_in_packs
from tradedocs.library import load_register
from tradedocs.library.file import paths_in
from tradedocs.library.lint.case import Sent, case_of
from tradedocs.library.lint.run import lint
from tradedocs.model.lint import LintReport
from tradedocs.ui import say
from tradedocs.workspace import Workspace


def lint_library(workspace: Workspace, *, as_of: date, only: Sequence[Path] = ()) -> LintReport:
    """Everything that the rules say of a workspace's clauses.

    Args:
        workspace: whose clauses.
        as_of: the day that reviews, approvals and suppressions are held against.
        only: files and folders whose findings are wanted; all where there are none. The whole library is read in
            any case, because clauses lean on each other.

    Raises:
        InputError: a register of approvals or approvers holds errors.
        UsageError: there are no clauses; or a path names nothing of the library.
    """
    folder = workspace.clauses
    if not paths_in(folder):
        raise UsageError(
            say("there are no clauses here"), place=str(folder),
            way_out=say("Name a folder that holds FAMILY/CLAUSE/POSITION.md files, or run `tradedocs init`."),
        )  # fmt: skip
    wanted = [_within(path, folder) for path in only]
    case = replace(
        case_of(folder, facts=KINDS),
        as_of=as_of,
        register=load_register(folder, packs_of(workspace)),
        sent=tuple(Sent(*one) for one in sent_in_packs(workspace)),
    )
    report = lint(case)
    return _narrowed(report, wanted) if wanted else report


def _within(path: Path, folder: Path) -> Path:
    found = path.resolve()
    if not found.exists() or not found.is_relative_to(folder.resolve()):
        raise UsageError(
            say("this is no file or folder of the library"), place=str(path),
            way_out=say("The clauses that count lie in {folder}.", folder=folder),
        )  # fmt: skip
    return found


def _narrowed(report: LintReport, wanted: Sequence[Path]) -> LintReport:
    def asked(file: str) -> bool:
        return any(Path(file).resolve().is_relative_to(path) for path in wanted)

    return report.model_copy(
        update={
            "findings": tuple(one for one in report.findings if asked(one.source.file)),
            "suppressed": tuple(one for one in report.suppressed if asked(one.source.file)),
            "files": sum(asked(str(path)) for path in paths_in(Path(report.folder))),
        }
    )
