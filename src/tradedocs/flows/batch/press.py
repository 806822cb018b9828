"""What all contracts of a batch share, loaded once: clauses, approvals, template."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from tradedocs.contract import assemble
from tradedocs.contract.facts import KINDS
from tradedocs.contract.judge import case_of, judge
from tradedocs.errors import BuildError
from tradedocs.files import sha256_of
from tradedocs.flows.build import Languages
from tradedocs.flows.templates import template_of
from tradedocs.library import Library, load_library, load_register
from tradedocs.library.register import LANGUAGES
from tradedocs.model.approval import Approval
from tradedocs.model.contract import Contract
from tradedocs.model.deal import Deal
from tradedocs.model.dealfinding import DealFinding, path_of
from tradedocs.ui import say
from tradedocs.word.build import BuiltFile
from tradedocs.word.frame import Frames
from tradedocs.workspace import Workspace


@dataclass(frozen=True)
class Pressed:
    """One contract as bytes, with the warnings of the deal rules."""

    contract: Contract
    made: BuiltFile
    warnings: tuple[DealFinding, ...]


@dataclass(frozen=True)
class Press:
    """Makes contracts of validated deals, one after another."""

    library: Library
    approvals: tuple[Approval, ...]
    template: Path
    day: date
    language: Languages | None = None

    @cached_property
    def frames(self) -> Frames:
        """The frames of the template, made as deals need them."""
        return Frames(self.template)

    @cached_property
    def template_sha256(self) -> str:
        """The hash of the template file."""
        return sha256_of(self.template.read_bytes())

    @cached_property
    def approved(self) -> frozenset[tuple[str, str]]:
        """The id and hash of each text that is approved in both languages."""
        return frozenset(
            (clause.id, clause.sha256)
            for clause in self.library.clauses
            if all(any(one.covers(clause, language) for one in self.approvals) for language in LANGUAGES)
        )

    @classmethod
    def of(
        cls, workspace: Workspace, day: date, *, template: str | None, language: Languages | None
    ) -> Press:
        """The press of a workspace; approvals after `day` do not count.

        Raises:
            InputError: the clauses or the register of approvals hold errors.
            UsageError: there is no such template.
        """
        library = load_library(workspace.clauses, facts=KINDS)
        return cls(
            library=library,
            approvals=load_register(workspace.clauses).counting(library.clauses, day),
            template=template_of(workspace, template),
            day=day,
            language=language,
        )

    def contract(self, deal: Deal) -> tuple[Contract, tuple[DealFinding, ...]]:
        """The assembled contract and the warnings.

        Raises:
            BuildError: it cannot be assembled, or a deal rule forbids it (every error of the rules is told).
        """
        wanted = self._wanted(deal)
        contract = assemble(wanted, self.library, self.approvals)
        found = judge(case_of(wanted, self.library, self.day, assembled=True)).findings
        errors = [one for one in found if one.severity == "error"]
        if errors:
            lines = [
                f"  {path_of(one.ways[0]) if one.ways else '-'}: {one.rule}: {one.message}" for one in errors
            ]
            raise BuildError(
                "\n".join([say("{n} deal rules forbid this contract:", n=len(errors)), *lines]),
                way_out=say("`tradedocs explain ID` says why."),
            )
        return contract, tuple(one for one in found if one.severity == "warning")

    def assembled(self, deal: Deal) -> Contract:
        """The assembled contract, before the deal rules.

        Raises:
            BuildError: it cannot be assembled.
        """
        return assemble(self._wanted(deal), self.library, self.approvals)

    def _wanted(self, deal: Deal) -> Deal:
        return deal if self.language is None else deal.model_copy(update={"language": self.language})

    def press(self, deal: Deal, deal_sha256: str) -> Pressed:
        """The contract of a deal as a Word file.

        Raises:
            BuildError: as `contract`; or not all of it is found again in the file.
        """
        contract, warnings = self.contract(deal)
        return Pressed(contract, self.frames.build(contract, deal_sha256=deal_sha256), warnings)
