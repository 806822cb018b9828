"""The user's job "what must our lawyers look at": everything in a deal that is not as the library has it by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from tradedocs.contract.choose import choose
from tradedocs.contract.facts import KINDS
from tradedocs.contract.lawmemo import law_rows
from tradedocs.contract.playbook import Ask, as_number, asks, open_asks, own_value
from tradedocs.errors import UsageError
from tradedocs.files import write_atomic
from tradedocs.flows.deal_check import findings_of
from tradedocs.formats.memo_md import memo_md
from tradedocs.library import Library, Register, load_library, load_register
from tradedocs.model.authority import LEVELS, reaches
from tradedocs.model.clause import Clause
from tradedocs.model.deal import Deal, Grant
from tradedocs.model.dealfinding import DealJudgement, PlacedFinding
from tradedocs.model.memo import Memo, MemoSection
from tradedocs.ui import say
from tradedocs.word.memo import memo_docx
from tradedocs.words.values import money
from tradedocs.workspace import Workspace, packaged
from tradedocs.yamlfile import load_placed

Rows = tuple[tuple[str, ...], ...]


def memo_of(deal_file: Path, workspace: Workspace, day: date) -> Memo:
    """The deviation memo of a deal, on a day.

    Raises:
        InputError: the deal, a clause or the register of approvals holds errors.
        BuildError: the clauses of the deal do not fit together, so there is no contract to speak of.
        UsageError: a file cannot be read.
    """
    deal, places = load_placed(deal_file, Deal)
    library = load_library(workspace.clauses, facts=KINDS)
    register = load_register(workspace.clauses)
    clauses = choose(deal, library)
    rules = findings_of(deal, places, library, day)
    return Memo(
        contract_no=deal.contract_no,
        facts=_facts(deal, day),
        sections=(
            _positions(deal, clauses, library),
            _values(deal, clauses),
            _rules(rules),
            _silent(deal, rules),
            _open(deal, clauses, register, day),
            _law(deal),
        ),
    )


def _facts(deal: Deal, day: date) -> tuple[tuple[str, str], ...]:
    ours, theirs = (deal.seller, deal.buyer) if deal.our_side == "seller" else (deal.buyer, deal.seller)
    return (
        (say("Contract"), say("{no} of {day}", no=deal.contract_no, day=deal.date.isoformat())),
        (say("We are the {side}", side=deal.our_side), ours.name),
        (say("Other side"), f"{theirs.name} ({theirs.country})"),
        (say("Contract Price"), money(deal.total)),
        (say("As of"), day.isoformat()),
    )


def _positions(deal: Deal, clauses: Sequence[Clause], library: Library) -> MemoSection:
    return MemoSection(
        title=say("Clauses off standard"),
        heads=(
            say("Clause"),
            say("Position"),
            say("Gives away"),
            say("Authority"),
            say("Granted by"),
            say("Reason"),
        ),
        shares=(20, 12, 26, 10, 16, 16),
        rows=tuple(_position_rows(deal, clauses, library)),
        nothing=say("Every clause that applies stands in its standard position."),
    )


def _position_rows(deal: Deal, clauses: Sequence[Clause], library: Library) -> Iterator[tuple[str, ...]]:
    choices = {choice.clause: choice for choice in deal.clauses}
    for clause in clauses:
        choice = choices.get(clause.id)
        why = (choice.reason if choice else None) or "–"
        if clause.position != "standard":
            ask = Ask(clause.id, None, clause.authority, "")
            yield clause.id, clause.position, clause.gives or "–", clause.authority, _granted(ask, deal), why
        elif clause.optional:
            yield clause.id, say("taken, optional"), "–", "sales", "–", why
    for choice in deal.clauses:
        if choice.omit:
            title = library.get(choice.clause).title.en if choice.clause in library.ids else ""
            yield choice.clause, say("left out"), title, "–", "–", choice.reason or "–"


def _granted(ask: Ask, deal: Deal) -> str:
    needed = ask.needed
    if needed == "sales":
        return "–"
    found = [one for one in deal.granted if needed is not None and _covers(one, ask)]
    if not found:
        return say("OPEN: nobody")
    one = found[-1]
    reason = f": {one.reason}" if one.reason else ""
    return f"{one.by} ({one.authority}), {one.on.isoformat()}{reason}"


def _covers(grant: Grant, ask: Ask) -> bool:
    assert ask.needed is not None
    return reaches(grant.authority, ask.needed) and (not grant.clauses or ask.clause in grant.clauses)


def _values(deal: Deal, clauses: Sequence[Clause]) -> MemoSection:
    return MemoSection(
        title=say("Values off default, and against the playbook"),
        heads=(
            say("Clause"),
            say("Value"),
            say("In the deal"),
            say("Default"),
            say("Playbook"),
            say("Granted by"),
        ),
        shares=(22, 16, 14, 12, 20, 16),
        rows=tuple(_value_rows(deal, clauses)),
        nothing=say("Every value is the clause's own, or within the range of the sales level."),
    )


def _value_rows(deal: Deal, clauses: Sequence[Clause]) -> Iterator[tuple[str, ...]]:
    above = {(ask.clause, ask.variable): ask for ask in asks(deal, clauses)}
    for clause in clauses:
        for name, variable in clause.variables.items():
            own = variable.default is not None
            value = own_value(deal, clause, name, variable) if own else None
            changed = value is not None and value != as_number(str(variable.default), variable)
            ask = above.get((clause.id, name))
            if not changed and ask is None:
                continue
            ranges = "; ".join(
                f"{level} {variable.playbook[level]}" for level in LEVELS if level in variable.playbook
            )
            shown = str(value) if value is not None else _asked(ask)
            yield (
                clause.id, name, shown, variable.default or "–", ranges or "–",
                _granted(ask, deal) if ask is not None else "–",
            )  # fmt: skip


def _asked(ask: Ask | None) -> str:
    return ask.what.partition("= ")[2].split()[0] if ask is not None and "= " in ask.what else "–"


def _rules(rules: DealJudgement) -> MemoSection:
    order = ("error", "warning", "info")
    found = sorted(rules.findings, key=lambda one: order.index(one.severity))
    return MemoSection(
        title=say("Deal rules that speak"),
        heads=(say("Rule"), say("Weight"), say("What"), say("Line")),
        shares=(9, 11, 70, 10),
        rows=tuple((one.rule, one.severity, one.message, _line(one)) for one in found),
        nothing=say("No rule speaks."),
    )


def _line(finding: PlacedFinding) -> str:
    return str(finding.source.line or "–")


def _silent(deal: Deal, rules: DealJudgement) -> MemoSection:
    found = {one.rule: one.message for one in rules.suppressed}
    return MemoSection(
        title=say("Deal rules that were silenced"),
        heads=(say("Rule"), say("Reason"), say("Until"), say("What it would say")),
        shares=(9, 31, 14, 46),
        rows=tuple(
            (
                one.rule,
                one.reason,
                one.until.isoformat() if one.until else say("no end"),
                found.get(one.rule, "–"),
            )
            for one in deal.suppress
        ),
        nothing=say("None."),
    )


def _open(deal: Deal, clauses: Sequence[Clause], register: Register, day: date) -> MemoSection:
    rows = [(say("to be confirmed"), point.key, point.why or "–") for point in deal.confirm]
    rows += [(say("not granted"), ask.clause, ask.what) for ask in open_asks(deal, clauses)]
    rows += [
        (say("not approved"), clause.id, say("position {position}, version {version}: {state}, {why}",
                                             position=clause.position, version=clause.version, state=status.state,
                                             why=status.why))
        for clause in clauses
        if (status := register.status(clause, day)).state != "approved"
    ]  # fmt: skip
    return MemoSection(
        title=say("Open before signing"),
        heads=(say("What"), say("Where"), say("Why")),
        shares=(20, 30, 50),
        rows=tuple(rows),
        nothing=say("Nothing is open."),
    )


def _law(deal: Deal) -> MemoSection:
    return MemoSection(
        title=say("Law"),
        heads=(say("Subject"), say("What applies"), say("Why")),
        shares=(20, 45, 35),
        rows=law_rows(deal),
        nothing="",
    )


def write_memo(memo: Memo, out: Path, workspace: Workspace) -> None:
    """Write the memo as Markdown (.md) or Word (.docx).

    Raises:
        UsageError: another ending, or a file stands there that is no memo of this program.
        BuildError: the template of memos does not fit.
        ToolError: the file cannot be written.
    """
    if out.suffix.lower() not in (".md", ".docx"):
        raise UsageError(say("the memo is a Word file or Markdown"), place=str(out),
                         way_out=say("Name it with the ending .docx or .md."))  # fmt: skip
    if out.exists():
        raise UsageError(say("a file stands there already"), place=str(out),
                         way_out=say("Move it away, or name another file with -o."))  # fmt: skip
    if out.suffix.lower() == ".md":
        write_atomic(out, memo_md(memo).encode())
        return
    own = workspace.templates / "memo.docx"
    template = own if own.is_file() else packaged().templates / "memo.docx"
    write_atomic(out, memo_docx(memo, template))
