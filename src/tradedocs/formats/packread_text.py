"""What lawyers made of a review pack, for the terminal: first what no mark shows, then clause by clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tradedocs.formats.plain import plain
from tradedocs.model.packread import OurChange, PackRead, Proof, ReviewClause, ReviewComment, ReviewMark
from tradedocs.ui import say

_KEPT = 60


def packread_text(read: PackRead) -> str:
    """The result as lines."""
    return "\n".join(_lines(read))


def _lines(read: PackRead) -> Iterator[str]:
    yield f"{plain(read.pack)}  {plain(read.file)}  sha256 {read.sha256[:12]}"
    yield from map(_proof, read.proofs)
    silent = list(_silent(read))
    if silent:
        yield ""
        yield say("WITHOUT A MARK")
        yield from silent
    for clause in read.clauses:
        if clause.touched:
            yield ""
            yield from _clause(clause)
    told = [mark for mark in read.boilerplate if not mark.silent]
    outside = [one for one in read.outside if one.author is not None]
    if told or outside:
        yield ""
        yield say("outside the clauses")
        yield from map(_mark, told)
        for one in outside:
            yield f"  {_under(one.after)}{{+{plain(one.text)}+}} {plain(one.author or '')}"
    yield ""
    yield from map(_comment, read.loose)
    yield from (say("not compared: {what}", what=plain(what)) for what in read.not_compared)
    yield _count(read)


def _proof(proof: Proof) -> str:
    account = {
        "file": say("the manifest inside the file"),
        "beside": say("the manifest beside the file"),
        "ledger": say("the ledger"),
    }[proof.account]
    if proof.agrees is None:
        return say("{account}: not there", account=account)
    return (
        say("{account}: agrees", account=account)
        if proof.agrees
        else say("{account}: DOES NOT AGREE", account=account)
    )


def _silent(read: PackRead) -> Iterator[str]:
    for clause in read.clauses:
        name = f"{clause.clause} ({clause.position})"
        if clause.moved:
            yield say("  {clause}: moved", clause=name)
        if clause.copies:
            yield say("  {clause}: stands there {n} times", clause=name, n=clause.copies + 1)
        if clause.removed == "silent":
            yield say("  {clause}: its text is gone", clause=name)
            continue
        yield from (f"  {name}{_mark(mark)}" for mark in clause.marks if mark.silent)
    yield from (_mark(mark) for mark in read.boilerplate if mark.silent)
    for one in read.outside:
        if one.author is None:
            yield f"  {_under(one.after)}{{+{plain(one.text)}+}}"
    yield from (f"  {plain(one)}" for one in read.unseen)


def _under(after: str | None) -> str:
    return say("under {clause}: ", clause=after) if after else say("before the first clause: ")


def _clause(clause: ReviewClause) -> Iterator[str]:
    states = [say("taken out")] if clause.removed else []
    states += [say("moved")] if clause.moved else []
    states += [] if clause.certain else [say("UNCERTAIN where it begins and ends")]
    found = {
        "control": say("control"), "bookmark": say("bookmark"), "id-line": say("id line"), "text": say("text"),
        None: say("nothing"),
    }[clause.found_by]  # fmt: skip
    yield f"{clause.clause} {clause.version} ({clause.position}): {plain(clause.title)}"
    yield "  " + ", ".join([say("found by {how}", how=found), *states])
    if clause.removed is None:
        yield from (_mark(mark) for mark in clause.marks if not mark.silent)
    yield from _ours(clause.ours)
    yield from map(_comment, clause.comments)


def _ours(changes: tuple[OurChange, ...]) -> Iterator[str]:
    if not changes:
        return
    names = {
        "pending": say("pending"),
        "accepted": say("accepted"),
        "rejected": say("rejected"),
        "mixed": say("in part"),
    }
    counted = Counter(change.fate for change in changes)
    yield "  " + say(
        "our changes: {counted}", counted=", ".join(f"{n} {names[fate]}" for fate, n in counted.items())
    )
    if len(counted) > 1 or "mixed" in counted:
        for one in changes:
            words = _words(removed=one.removed, added=one.added)
            yield f"    {one.language} {one.place}: {names[one.fate]}: {words}"


def _mark(mark: ReviewMark) -> str:
    where = " ".join(part for part in (mark.language, mark.place) if part)
    who = (
        f"  {plain(mark.author) or '?'}{f', {plain(mark.on)}' if mark.on else ''}" if not mark.silent else ""
    )
    words = _words(removed=mark.removed, added=mark.added)
    return f"  {where}: {_near(mark.before, last=True)}{words}{_near(mark.after, last=False)}{who}"


def _words(*, removed: str, added: str) -> str:
    gone, come = plain(removed), plain(added)
    return (f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else "")


def _near(text: str, *, last: bool) -> str:
    shown = plain(text)
    if not shown:
        return ""
    if last:
        return f"… {shown[-_KEPT:]} "
    return f"{'' if shown[0] in '.,;:)。，；：）' else ' '}{shown[:_KEPT]} …"


def _comment(comment: ReviewComment) -> str:
    kind = say("reply") if comment.reply_to else say("comment")
    state = say(", resolved") if comment.resolved else ""
    about = say(" on {text!r}", text=plain(comment.about)[:_KEPT]) if comment.about else ""
    return f"  {kind}, {plain(comment.author) or '?'}{state}{about}: {plain(comment.text)}"


def _count(read: PackRead) -> str:
    touched = sum(clause.touched for clause in read.clauses)
    return say("clauses: {n}, of which {touched} to look at", n=len(read.clauses), touched=touched)
