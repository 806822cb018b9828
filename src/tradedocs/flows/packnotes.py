"""What a review pack tells lawyers of a clause beside its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tradedocs.clausetext import tokens
from tradedocs.library import Library, Status
from tradedocs.model.approval import Approval
from tradedocs.model.clause import Clause, Language, LegalSource, Variable
from tradedocs.model.pack import Basis
from tradedocs.ui import say

Note = tuple[str, str]
Approvals = Mapping[Language, Approval | None]


def notes_of(
    clause: Clause, library: Library, status: Status, against: Mapping[Language, Basis], last: Approvals,
    old: Mapping[Language, Clause],
) -> tuple[Note, ...]:  # fmt: skip
    """Label and words of each note, in the order in which a lawyer asks for them."""
    return tuple(
        (label, words)
        for label, words in (
            (say("Status"), _status(status)),
            *_against(against, last, old),
            (say("Why it changed"), clause.why or say("the clause file does not say")),
            (say("Written by"), _people(clause)),
            (say("Position"), _position(clause)),
            (say("Gives away"), clause.gives or ""),
            (say("Stands"), _stands(clause)),
            (say("From the deal"), _from_deal(clause)),
            *((say("Value"), _value(name, variable)) for name, variable in _ranged(clause)),
            *_filled_before(clause, old),
            (say("Refers to"), _references(clause, library)),
            (say("Sources"), "; ".join(map(_source, clause.sources))),
            (say("For negotiators"), clause.note or ""),
            *_silenced(clause),
        )
        if words
    )


def _status(status: Status) -> str:
    return f"{status.state}, {status.why}" if status.why else status.state


def _against(
    against: Mapping[Language, Basis], last: Approvals, old: Mapping[Language, Clause]
) -> Iterator[Note]:
    """What the marks are held against; one note where it is the same for both languages."""
    told = {
        language: _basis(basis, last.get(language), old.get(language)) for language, basis in against.items()
    }
    if len(set(told.values())) == 1:
        told = {"en": told["en"]}
        yield say("Changes shown"), told["en"]
        return
    for language, words in told.items():
        yield say("Changes shown, {language}", language={"en": "English", "zh": "中文"}[language]), words


def _basis(basis: Basis, approval: Approval | None, old: Clause | None) -> str:
    if approval is None:
        return say("none: nobody has approved the clause yet, all of its text is new")
    given = {"who": approval.by, "day": approval.on}
    if basis == "unchanged":
        return say("none: the text is the one that {who} approved on {day}", **given)
    if old is None:
        return say(
            "none: the text that {who} approved on {day} is not kept here; compare it by hand", **given
        )
    return say("since version {version}, approved by {who} on {day}", version=old.version, **given)


def _people(clause: Clause) -> str:
    parts = [clause.author or say("not said")]
    if clause.owner:
        parts.append(say("owner {owner}", owner=clause.owner))
    if clause.review_by:
        parts.append(say("to be read again by {day}", day=clause.review_by))
    return ", ".join(parts)


def _position(clause: Clause) -> str:
    words = say("{position}, authority {level}", position=clause.position, level=clause.authority)
    return words + (say(", favours the {side}", side=clause.favours) if clause.favours != "neutral" else "")


def _stands(clause: Clause) -> str:
    parts = [say("only where a deal names it")] if clause.optional else []
    if clause.applies_when:
        parts.append(say("where {condition}", condition=clause.applies_when))
    if clause.requires:
        parts.append(say("with {ids}", ids=", ".join(clause.requires)))
    if clause.excludes:
        parts.append(say("never with {ids}", ids=", ".join(clause.excludes)))
    return "; ".join(parts)


def _from_deal(clause: Clause) -> str:
    """What the deal fills in without a range that somebody must agree to."""
    ranged = dict(_ranged(clause))
    plain = (item for item in clause.variables.items() if item[0] not in ranged)
    return ", ".join(f"{{{{ {name} }}}} {_filled(variable)}" for name, variable in plain)


def _ranged(clause: Clause) -> Iterator[tuple[str, Variable]]:
    return (item for item in clause.variables.items() if item[1].playbook or item[1].source is None)


def _value(name: str, variable: Variable) -> str:
    words = f"{{{{ {name} }}}} {variable.type}"
    if variable.unit:
        words += f" ({variable.unit})"
    words += f", {_filled(variable)}"
    if variable.playbook:
        words += "; " + ", ".join(f"{level} {span}" for level, span in variable.playbook.items())
    return words


def _filled(variable: Variable) -> str:
    filled = variable.source or say("its own, {default}", default=variable.default)
    return filled + (say(", in words") if variable.in_words else "")


def _filled_before(clause: Clause, old: Mapping[Language, Clause]) -> Iterator[Note]:
    """What fills the variables belongs to what is approved, but is not text that a mark could show."""
    for before in dict.fromkeys(one.sha256 for one in old.values()):
        then = next(one for one in old.values() if one.sha256 == before).variables
        for name in sorted({*then, *clause.variables}):
            was, now = (
                _filled(one[name]) if name in one else say("none") for one in (then, clause.variables)
            )
            if was != now:
                yield (
                    say("Filled otherwise"),
                    say("{{{{ {name} }}}} was {was}, is {now}", name=name, was=was, now=now),
                )


def _references(clause: Clause, library: Library) -> str:
    found = (
        token.text
        for paragraph in clause.paragraphs
        for token in tokens(paragraph.en)
        if token.kind == "reference" and token.text != clause.id
    )
    titles = {name: library.get(name).title for name in dict.fromkeys(found) if library.positions(name)}
    return "; ".join(f"{name} = {title.en} / {title.zh}" for name, title in titles.items())


def _source(source: LegalSource) -> str:
    parts = ", ".join(part for part in (source.instrument, source.edition, source.provision) if part)
    checked = (
        say("checked on {day}", day=source.checked_on)
        if source.checked_on
        else say("not checked by a person")
    )
    return f"{parts} ({checked})"


def _silenced(clause: Clause) -> Iterator[Note]:
    """The rules of the lint that do not speak in this clause: a lawyer may see it otherwise."""
    for one in clause.lint:
        until = say(", until {day}", day=one.until) if one.until else ""
        yield say("Lint rule silenced"), f"{one.rule}: {one.reason}{until}"
