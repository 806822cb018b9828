"""A row of the ledger in words, one function a kind; a kind that nobody described is shown by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tradedocs.flows.accepted import ACCEPTED
from tradedocs.flows.claims import record as claims
from tradedocs.flows.life import ADOPTED, AMENDED, BUILT, SIGNED, WITHDRAWN
from tradedocs.flows.onrecord import CHECK, NOTIFIED, READ, RELEASED
from tradedocs.flows.persons import CONCEDED, MAPPED, RESOLVED, UNCONCEDED, UNRESOLVED
from tradedocs.ledger import Row
from tradedocs.model.story import Phase, Tone
from tradedocs.ui import say

Facts = Mapping[str, Any]


@dataclass(frozen=True)
class Words:
    """What an event says."""

    phase: Phase
    title: str
    details: tuple[str, ...] = ()
    tone: Tone = "plain"


def words_of(row: Row, texts: frozenset[str]) -> Words:
    """The row in words; `texts` are the hashes of the clause texts of the story's contracts."""
    if row.kind == "approve":
        return _approve(row.facts, texts)
    made = _KINDS.get(row.kind)
    return made(row.facts) if made is not None else Words("contract", row.kind)


def _approve(facts: Facts, texts: frozenset[str]) -> Words:
    ours = [one for one in facts.get("clauses", ()) if one.get("sha256") in texts]
    names = ", ".join(f"{one['clause']} {one['version']}" for one in ours[:8])
    more = say(" and {n} more", n=len(ours) - 8) if len(ours) > 8 else ""
    return Words(
        "clauses", say("{n} clause texts of the contract approved", n=len(ours)), (f"{names}{more}",), "good"
    )


def _built(facts: Facts) -> Words:
    draft = bool(facts.get("draft"))
    title = say("contract built as a draft") if draft else say("contract built for signature")
    return Words(
        "contract",
        title,
        (
            say(
                "{n} clauses, languages {languages}",
                n=len(facts.get("clauses", ())),
                languages=", ".join(facts.get("languages", ())),
            ),
        ),
    )


def _amended(facts: Facts) -> Words:
    return Words(
        "contract",
        say("addendum {n} built, effective {day}", n=facts.get("number"), day=facts.get("effective")),
    )


def _signed(facts: Facts) -> Words:
    what = (
        say("contract signed")
        if facts.get("addendum") is None
        else say("addendum {n} signed", n=facts["addendum"])
    )
    shown = say("the scan shows it") if facts.get("shown") else say("on the word of a person alone")
    return Words(
        "contract", what, (say("signed on {day}; {shown}", day=facts.get("on"), shown=shown),), "good"
    )


def _adopted(facts: Facts) -> Words:
    return Words(
        "contract",
        say("contract of another hand adopted"),
        (say("{n} facts confirmed", n=facts.get("facts")),),
    )


def _withdrawn(facts: Facts) -> Words:
    return Words("contract", say("addendum {n} withdrawn", n=facts.get("number")))


def _accepted(facts: Facts) -> Words:
    return Words(
        "contract",
        say("deviation of {clause} accepted", clause=facts.get("clause")),
        (str(facts.get("reason")),),
        "wait",
    )


def _check(facts: Facts) -> Words:
    verdict = str(facts.get("verdict"))
    tone: Tone = "good" if verdict.startswith("RELEASE") else "bad" if verdict == "REJECT" else "wait"
    return Words(
        "inspection",
        say("verdict {verdict}, shipment {n}", verdict=verdict, n=facts.get("shipment")),
        tuple(_read(facts)),
        tone,
    )


def _report_read(facts: Facts) -> Words:
    told = facts["reports"][0]
    name = told.get("report_no") or told.get("file")
    how = say("{n} pages, read as {how}", n=told.get("pages"), how=told.get("reading"))
    dated = say("dated {day}", day=told["issued"]) if told.get("issued") else ""
    return Words(
        "inspection",
        say("report {name} of {issuer} read", name=name, issuer=told.get("issuer") or "?"),
        (dated, how),
    )


def _used(facts: Facts) -> Words:
    verdict, released = str(facts.get("verdict")), str(facts.get("verdict")).startswith("RELEASE")
    title = (
        say("{verdict} used", verdict=verdict)
        if released
        else say("notice of {verdict} written", verdict=verdict)
    )
    files = ", ".join(facts.get("written", ()))
    return Words(
        "inspection", title, (say("on the check of row {row}: {files}", row=facts.get("check_row"), files=files),),
        "good" if released else "plain",
    )  # fmt: skip


def _read(facts: Facts) -> Iterator[str]:
    for one in facts.get("reports", ()):
        lots = ", ".join(one.get("lots", ()))
        name = one.get("report_no") or one.get("file")
        yield say("report {name} of {issuer} read", name=name, issuer=one.get("issuer") or "?") + (
            say(", lots {lots}", lots=lots) if lots else ""
        )
        for bad in one.get("adverse", ()):
            yield say("  against the goods: {what}", what=bad.get("message"))
    for one in facts.get("open", ()):
        yield say("open: {what}", what=one.get("message"))


def _resolved(facts: Facts) -> Words:
    return Words(
        "inspection",
        say("finding resolved by a person"),
        (str(facts.get("message")), str(facts.get("reason"))),
        "wait",
    )


def _unresolved(facts: Facts) -> Words:
    return Words("inspection", say("resolution taken back"), (str(facts.get("reason")),))


def _conceded(facts: Facts) -> Words:
    terms = facts.get("terms", {})
    names = [str(one.get("characteristic") or one.get("defect_class")) for one in terms.get("items", ())]
    return Words(
        "inspection",
        say("concession signed by {party}", party=terms.get("signed", {}).get("party")),
        (", ".join(names),),
        "wait",
    )


def _unconceded(facts: Facts) -> Words:
    return Words("inspection", say("concession of row {row} withdrawn", row=facts.get("row")))


def _mapped(facts: Facts) -> Words:
    return Words(
        "inspection",
        say(
            "{name} read as {characteristic}",
            name=facts.get("parameter"),
            characteristic=facts.get("characteristic"),
        ),
    )


def _opened(facts: Facts) -> Words:
    told = facts["fact"]["complaint"]
    details = (
        str(_english(told.get("words"))),
        say("affected {quantity}", quantity=_quantity(told.get("affected"))),
    )
    return Words(
        "claim",
        say("claim {n} of {who} opened", n=facts["claim"], who=told.get("complainant")),
        details,
        "wait",
    )


def _restated(facts: Facts) -> Words:
    return Words("claim", say("facts of claim {n} restated", n=facts["claim"]))


def _evidence(facts: Facts) -> Words:
    told = facts["fact"]
    report = told.get("report")
    details = [str(one) for one in told.get("remarks", ())]
    if report:
        details.append(
            say("report {no}: {verdict}", no=report.get("report_no") or "?", verdict=report.get("verdict"))
        )
    shows = ", ".join(told.get("shows", ()))
    return Words("claim", say("evidence {file}: {shows}", file=told.get("file"), shows=shows), tuple(details))


def _letter(facts: Facts) -> Words:
    told = facts["fact"]
    until = (say("reply asked for by {day}", day=told["reply_by"]),) if told.get("reply_by") else ()
    return Words("claim", say("letter: {kind}, to {to}", kind=told.get("kind"), to=told.get("to")), until)


def _triaged(facts: Facts) -> Words:
    told = facts["fact"]
    because = tuple(str(one.get("fact")) for one in told.get("because", ()))
    title = say(
        "triage: {category}, {severity}, borne by {bearer}",
        category=told.get("category"),
        severity=told.get("severity"),
        bearer=told.get("bearer"),
    )
    return Words("claim", title, because, "bad" if told.get("severity") == "safety" else "plain")


def _moved(facts: Facts) -> Words:
    told = facts["fact"]
    what = " ".join(str(part) for part in (told.get("remedy"), _money(told.get("amount"))) if part)
    answers = say("answers {n}", n=told["answers"]) if told.get("answers") else ""
    title = say(
        "{act} {n} by the {side}: {what}",
        act=told.get("act"),
        n=told.get("number"),
        side=told.get("side"),
        what=what or answers,
    )
    return Words("settlement", title, (answers,) if answers and what else ())


def _settled(facts: Facts) -> Words:
    told = facts["fact"]
    promises = tuple(
        say("promise {key}: {what}", key=one.get("key"), what=_english(one.get("what")))
        for one in told.get("promises", ())
    )
    return Words(
        "settlement",
        say("settled: {remedy} {amount}", remedy=told.get("remedy"), amount=_money(told.get("amount")) or ""),
        promises,
        "good",
    )


def _performed(facts: Facts) -> Words:
    return Words(
        "settlement",
        say("promise {key} kept on {day}", key=facts["fact"].get("promise"), day=facts["fact"].get("on")),
        (),
        "good",
    )


def _closed(facts: Facts) -> Words:
    told = facts["fact"]
    eight_d = told.get("eight_d") or {}
    cause = (say("cause: {what}", what=eight_d.get("cause")),) if eight_d.get("cause") else ()
    lessons = tuple(
        say("lesson ({kind}): {what}", kind=one.get("kind"), what=_english(one.get("change")))
        for one in told.get("lessons", ())
    )
    return Words("prevention", say("claim {n} closed", n=facts["claim"]), (*cause, *lessons), "good")


def _english(text: Any) -> str:
    return str(text.get("en")) if isinstance(text, Mapping) else str(text)


def _money(value: Any) -> str:
    return (
        f"{value.get('currency')} {value.get('amount')}" if isinstance(value, Mapping) else str(value or "")
    )


def _quantity(value: Any) -> str:
    return f"{value.get('number')} {value.get('unit')}" if isinstance(value, Mapping) else str(value)


_KINDS: dict[str, Callable[[Facts], Words]] = {
    BUILT: _built,
    AMENDED: _amended,
    SIGNED: _signed,
    ADOPTED: _adopted,
    WITHDRAWN: _withdrawn,
    ACCEPTED: _accepted,
    READ: _report_read,
    CHECK: _check,
    RELEASED: _used,
    NOTIFIED: _used,
    RESOLVED: _resolved,
    UNRESOLVED: _unresolved,
    CONCEDED: _conceded,
    UNCONCEDED: _unconceded,
    MAPPED: _mapped,
    claims.OPENED: _opened,
    claims.RESTATED: _restated,
    claims.EVIDENCE: _evidence,
    claims.LETTER: _letter,
    claims.TRIAGED: _triaged,
    claims.MOVED: _moved,
    claims.SETTLED: _settled,
    claims.PERFORMED: _performed,
    claims.CLOSED: _closed,
}
