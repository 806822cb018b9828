"""Deal, clauses and approvals → Contract: choose, fill, number, cross-refer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import lru_cache

from tradedocs.clausetext import parse_condition
from tradedocs.contract.annexes import annexes_of
from tradedocs.contract.choose import Clauses, choose
from tradedocs.contract.fill import Filled, Missing, Once, fill
from tradedocs.contract.numbering import Counter, Numbered, base_key
from tradedocs.contract.openpoints import Worded, open_in
from tradedocs.contract.playbook import Ask, open_asks
from tradedocs.contract.spec import spec_of
from tradedocs.errors import BuildError
from tradedocs.model.annex import Annex
from tradedocs.model.approval import Approval
from tradedocs.model.clause import Clause, Language, Position, Title
from tradedocs.model.contract import Article, Contract, OpenItem, Paragraph, Segment
from tradedocs.model.deal import Deal
from tradedocs.ui import say
from tradedocs.words.missing import GAP, MissingFact, gaps_shown

Targets = Mapping[str, Numbered]
Named = tuple[str, Position]
Languages = tuple[Language, ...]


def languages_of(deal: Deal) -> tuple[Language, ...]:
    """The languages that the deal asks for."""
    by_choice: dict[str, tuple[Language, ...]] = {"en": ("en",), "zh": ("zh",), "en-zh": ("en", "zh")}
    return by_choice[deal.language]


def assemble(
    deal: Deal,
    library: Clauses,
    approvals: Sequence[Approval],
    *,
    languages: tuple[Language, ...] | None = None,
    gaps: bool = False,
) -> Contract:
    """The numbered contract of the deal, in `languages` or else in those that the deal asks for.

    With `gaps` it is a draft in which a missing value is a mark, `[● key]`, and no error.

    Nothing is ever left blank: every variable is filled and every reference points to a paragraph of this
    contract. `draft_reasons` names each clause whose text nobody has approved, each thing that is above the sales
    level and that nobody has granted, and each value that is still to be confirmed.

    Raises:
        BuildError: the clauses do not fit together, a paragraph stands in one language only, the deal leaves out what
            a clause needs (each with the clause, the variable and the deal key), or a reference points to no article.
    """
    if languages is None:
        languages = languages_of(deal)
    else:
        # The clause on languages must speak of the languages that are built.
        deal = deal.model_copy(update={"language": "-".join(sorted(set(languages)))})
    clauses = choose(deal, library)
    _whole(clauses, languages)
    above = open_asks(deal, clauses)
    _never_built(above)
    with ExitStack() as stack:
        found = stack.enter_context(gaps_shown()) if gaps else {}
        first = _filled(clauses, deal, languages)
    filled, annexes = open_in(deal, clauses, languages, first)
    numbers = [
        _numbers(index, clause, text)
        for index, (clause, text) in enumerate(zip(clauses, filled, strict=True), 1)
    ]
    targets = _targets(clauses, filled, numbers)
    given = _by_clause(approvals)
    articles = tuple(
        _article(clause, text, places, targets, _approved_by(clause, given, languages, deal), languages)
        for clause, text, places in zip(clauses, filled, numbers, strict=True)
    )
    contract = Contract(
        deal=deal,
        languages=languages,
        articles=articles,
        spec=spec_of(deal),
        annexes=annexes,
        draft_reasons=(*_open_points(deal), *(ask.what for ask in above), *unapproved(articles)),
        open_points=tuple(OpenItem(key=point.key, why=point.why) for point in deal.confirm),
    )
    return with_gaps(contract, tuple(found)) if gaps else _without_marks(contract)


def _without_marks(contract: Contract) -> Contract:
    """A mark that somebody typed into the deal makes a draft, like one that the program would put there."""
    typed = dict.fromkeys(GAP.findall(contract.deal.told))
    reasons = tuple(
        say("the deal holds {mark}, which stands for a missing value", mark=mark) for mark in typed
    )
    return (
        contract.model_copy(update={"draft_reasons": (*reasons, *contract.draft_reasons)})
        if typed
        else contract
    )


def with_gaps(contract: Contract, keys: Sequence[str]) -> Contract:
    """The contract as a draft in which these keys of the deal are missing."""
    known = {item.key for item in contract.open_points if item.missing}
    new = [key for key in dict.fromkeys(keys) if key not in known]
    asked = () if contract.gaps_shown else (say("a draft was asked for"),)
    return contract.model_copy(
        update={
            "gaps_shown": True,
            "draft_reasons": (
                *asked, *(say("`{key}` is missing in the deal", key=key) for key in new), *contract.draft_reasons
            ),
            "open_points": (*contract.open_points, *(OpenItem(key=key, missing=True) for key in new)),
        }
    )  # fmt: skip


def _filled(clauses: Sequence[Clause], deal: Deal, languages: tuple[Language, ...]) -> Worded:
    missing: list[Missing] = []
    filled = [fill(clause, deal, languages, missing) for clause in clauses]
    annexes: tuple[Annex, ...] = ()
    try:
        annexes = annexes_of(deal, languages)
    except MissingFact as error:
        missing.append(Missing(say("annex"), "-", error.key))
    if missing:
        raise _incomplete(missing)
    return Worded(tuple(filled), annexes)


def _whole(clauses: Sequence[Clause], languages: tuple[Language, ...]) -> None:
    """A text of which one language has a paragraph alone, or two paragraphs one key, is not even built as a draft."""
    halves = [clause.id for clause in clauses if clause.differs and _halved(clause, languages)]
    if halves:
        ids = ", ".join(halves)
        raise BuildError(
            say("a paragraph stands in one language only, or a key on two paragraphs, in: {ids}", ids=ids),
            way_out=say("Bring both languages in line; `tradedocs clause lint` shows the places (TD310)."),
        )


def _halved(clause: Clause, languages: tuple[Language, ...]) -> bool:
    keys = [one.key for one in clause.paragraphs if one.key]
    alone = any(not getattr(one, name) for one in clause.paragraphs for name in languages)
    return alone or len(keys) != len(set(keys))


def _never_built(above: Sequence[Ask]) -> None:
    beyond = [ask.what for ask in above if ask.needed is None]
    if beyond:
        raise BuildError(
            "\n".join(
                [say("the deal goes beyond what anybody may agree to:"), *(f"  {what}" for what in beyond)]
            ),
            way_out=say("Bring the value into a range of the playbook, or have the clause itself changed."),
        )


def _open_points(deal: Deal) -> tuple[str, ...]:
    return tuple(
        say("`{key}` is to be confirmed: {why}", key=point.key, why=point.why)
        if point.why
        else say("`{key}` is to be confirmed", key=point.key)
        for point in deal.confirm
    )


def _incomplete(missing: Sequence[Missing]) -> BuildError:
    lines = [
        say("  {clause}: {variable} needs `{key}`", clause=item.clause, variable=item.variable, key=item.key)
        for item in dict.fromkeys(missing)
    ]
    return BuildError(
        "\n".join([say("the deal file leaves out what the clauses need:"), *lines]),
        way_out=say("Add the keys to the deal file, or leave the clause out (`clauses` in the deal file)."),
    )


def _numbers(index: int, clause: Clause, text: tuple[Filled, ...]) -> tuple[Numbered, ...]:
    """The heading's number, then those of the paragraphs."""
    return _counted(index, clause.id, _levels(text))


@lru_cache(maxsize=512)
def _levels(text: tuple[Filled, ...]) -> tuple[int, ...]:
    return tuple(paragraph.level for paragraph in text)


@lru_cache(maxsize=4_096)
def _counted(index: int, clause_id: str, levels: tuple[int, ...]) -> Once[Numbered]:
    counter = Counter(index, base_key(clause_id))
    return Once((counter.heading(), *(counter.next(level) for level in levels)))


def _targets(
    clauses: Sequence[Clause], filled: Sequence[Sequence[Filled]], numbers: Sequence[tuple[Numbered, ...]]
) -> dict[str, Numbered]:
    out: dict[str, Numbered] = {}
    for clause, text, places in zip(clauses, filled, numbers, strict=True):
        out[clause.id] = places[0]
        for paragraph, place in zip(text, places[1:], strict=True):
            if paragraph.key is not None:
                out[f"{clause.id}#{paragraph.key}"] = place
    return out


def _article(
    clause: Clause, text: tuple[Filled, ...], places: tuple[Numbered, ...], targets: Targets,
    by: str | None, languages: Languages,
) -> Article:  # fmt: skip
    printed = tuple(_reference(clause, target, targets) for target in _targets_in(text))
    named = (clause.id, clause.version, clause.position, clause.sha256)
    return _made(named, (clause.title.en, clause.title.zh), text, places, printed, by, languages)


def _by_clause(approvals: Sequence[Approval]) -> dict[Named, list[Approval]]:
    out: dict[Named, list[Approval]] = {}
    for approval in approvals:
        out.setdefault((approval.clause, approval.position), []).append(approval)
    return out


def _approved_by(
    clause: Clause, given: Mapping[Named, Sequence[Approval]], languages: Languages, deal: Deal
) -> str | None:
    """Who approved the text in every language of the contract, for such a deal; None where a yes is missing."""
    mine = given.get((clause.id, clause.position), ())
    names: dict[str, None] = {}
    for language in languages:
        said = [one for one in mine if one.covers(clause, language) and _meant_for(one, deal)]
        if not said:
            return None
        names[said[-1].by] = None
    return ", ".join(names)


def _meant_for(approval: Approval, deal: Deal) -> bool:
    return approval.scope is None or parse_condition(approval.scope).holds(deal)


@lru_cache(maxsize=512)
def _targets_in(text: tuple[Filled, ...]) -> tuple[str, ...]:
    """What the references of a text point to, in the order of `_made`."""
    return tuple(
        segment.target or ""
        for paragraph in text
        for segment in (*paragraph.en, *paragraph.zh)
        if segment.kind == "ref"
    )


@lru_cache(maxsize=512)  # most articles of a batch are the same in every contract
def _made(
    named: tuple[str, str, Position, str], titles: tuple[str, str], text: tuple[Filled, ...],
    places: tuple[Numbered, ...], printed: tuple[tuple[str, str], ...], by: str | None, languages: Languages,
) -> Article:  # fmt: skip
    """The numbered article; `printed` are its references in the order of the text."""
    references, title = iter(printed), Title(en=titles[0], zh=titles[1])
    rest = []
    for paragraph, place in zip(text, places[1:], strict=True):
        english = _resolved(paragraph.en, references)
        rest.append(
            Paragraph(key=place.key, level=3 if paragraph.level == 3 else 2, number=place.number, label=place.label,
                      en=english, zh=_resolved(paragraph.zh, references))
        )  # fmt: skip
    clause_id, version, position, sha256 = named
    return Article(
        clause_id=clause_id, version=version, position=position, sha256=sha256, approved_by=by, title=title,
        paragraphs=(_heading(title, places[0], languages), *rest),
    )  # fmt: skip


def _heading(title: Title, place: Numbered, languages: Languages) -> Paragraph:
    en, zh = (
        (Segment(kind="text", text=text),) if language in languages else ()
        for language, text in (("en", title.en), ("zh", title.zh))
    )
    return Paragraph(key=place.key, level=1, number=place.number, label=place.label, en=en, zh=zh)


def _resolved(segments: Sequence[Segment], references: Iterator[tuple[str, str]]) -> tuple[Segment, ...]:
    return tuple(_printed(*next(references)) if segment.kind == "ref" else segment for segment in segments)


def _reference(clause: Clause, target: str, targets: Targets) -> tuple[str, str]:
    """The number that a reference prints, and the key of the paragraph that it points to."""
    place = targets.get(target)
    if place is None:
        other = target.partition("#")[0]
        raise BuildError(
            say("{id} refers to {other}, which this contract does not hold", id=clause.id, other=target),
            way_out=say("Leave out {id} too, or take {other} back in (`clauses` in the deal file).", id=clause.id,
                        other=other),
        )  # fmt: skip
    return place.number, place.key


@lru_cache(maxsize=4_096)
def _printed(number: str, key: str) -> Segment:
    return Segment(kind="ref", text=number, target=key)


def unapproved(articles: Sequence[Article]) -> tuple[str, ...]:
    """The reasons for a draft that lie in the articles: a sentence for each whose text nobody has approved."""
    return tuple(
        say("clause {id} ({position}) is not approved", id=article.clause_id, position=article.position)
        for article in articles
        if article.approved_by is None
    )
