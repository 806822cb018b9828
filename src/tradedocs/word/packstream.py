"""One text of a review pack, sent and returned, as changes that a person can read and as the three views."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from tradedocs.model.clause import Language
from tradedocs.model.pack import PackLine
from tradedocs.model.packread import OurChange, OurFate, ReviewMark
from tradedocs.word.fates import Fate, Step, fates
from tradedocs.word.layers import Layered, Who
from tradedocs.word.packtokens import END, Found, Sent, found_tokens, runs_of, sent_tokens, shown, whole
from tradedocs.word.wordcuts import cuts_of

_AROUND = 8
_SILENT = ("silent-insertion", "silent-deletion")
_SIGN = "¶"


@dataclass(frozen=True)
class Stream:
    """What became of some lines that were sent.

    Attributes:
        marks: the reviewer's changes, and those without a mark.
        ours: what became of our own.
        rejected, ours_taken, final: the paragraphs in the three views.
    """

    marks: tuple[ReviewMark, ...]
    ours: tuple[OurChange, ...]
    rejected: tuple[str, ...]
    ours_taken: tuple[str, ...]
    final: tuple[str, ...]


@dataclass(frozen=True)
class _Laid:
    """Both texts with what became of each token."""

    lines: Sequence[PackLine]
    paragraphs: Sequence[Layered]
    sent: Sequence[Sent]
    found: Sequence[Found]
    steps: Sequence[Step]
    author: str
    language: Language | None
    sent_texts: Sequence[str]
    found_texts: Sequence[str]


def stream(
    lines: Sequence[PackLine], paragraphs: Sequence[Layered], author: str, language: Language | None
) -> Stream:
    """Lay returned paragraphs against the lines that were sent; `author` is the name that our changes carried."""
    sent, found = sent_tokens(lines), found_tokens(paragraphs)
    steps = fates(sent, found, cuts_of(lines, paragraphs, author), author)
    # A blank that we put in or struck is no word, and shows only in the views.
    if all(step.fate == "kept" for step in steps) and not any(line.ours for line in lines):
        text = tuple(" ".join(paragraph.text.split()) for paragraph in paragraphs if paragraph.text.strip())
        return Stream((), (), text, text, text)
    laid = _Laid(lines, paragraphs, sent, found, steps, author, language, [shown(line) for line in lines],
                 [whole(paragraph) for paragraph in paragraphs])  # fmt: skip
    fate_of: dict[int, Fate] = {step.found: step.fate for step in laid.steps if step.found is not None}
    return Stream(
        marks=tuple(_marks(laid)),
        ours=tuple(_ours(laid)),
        rejected=_view(laid, [token.added is None for token in found], rejected=True),
        ours_taken=_view(laid, [_taken(token, fate_of[k]) for k, token in enumerate(found)]),
        final=_view(laid, [token.deleted is None for token in found], rejected=False),
    )


def _taken(token: Found, fate: Fate) -> bool:
    """Whether a token stands in the text with only our changes taken over."""
    if fate == "their-insertion":
        return False
    return fate != "pending" or token.deleted is None


def _marks(laid: _Laid) -> Iterator[ReviewMark]:
    at = 0
    for key, group in groupby(laid.steps, lambda step: _who(laid, step)):
        steps = list(group)
        if key is not None:
            silent, who = key
            gone = [step for step in steps if _is_gone(laid, step)]
            come = [step for step in steps if not _is_gone(laid, step)]
            first = _date(laid, steps[0]) if not silent else None
            yield ReviewMark(
                silent=silent, author=who, on=first, language=laid.language, place=_place(laid, at),
                before=_around(laid, range(max(0, at - _AROUND), at)), removed=_text(laid, gone),
                added=_text(laid, come),
                after=_around(laid, range(at + len(steps), min(len(laid.steps), at + len(steps) + _AROUND))),
            )  # fmt: skip
        at += len(steps)


def _who(laid: _Laid, step: Step) -> tuple[bool, str] | None:
    """Whether a change is silent, and whose it is; None for what is no change of the reviewer's."""
    if step.fate in _SILENT:
        return True, ""
    who = _mark(laid, step)
    return None if who is None else (False, who.author)


def _mark(laid: _Laid, step: Step) -> Who | None:
    if step.found is None:
        return None
    token = laid.found[step.found]
    if step.fate == "their-insertion":
        return token.added
    return token.deleted if step.fate == "their-deletion" else None


def _date(laid: _Laid, step: Step) -> str | None:
    who = _mark(laid, step)
    return None if who is None else who.on


def _is_gone(laid: _Laid, step: Step) -> bool:
    if step.fate in ("their-deletion", "silent-deletion"):
        return True
    # Text that was never sent, and is shown as struck out: it claims to have stood there.
    return (
        step.fate == "silent-insertion"
        and step.found is not None
        and laid.found[step.found].deleted is not None
    )


def _place(laid: _Laid, at: int) -> str:
    """The paragraph of the sent text, by its number in its language and its key."""
    near = [*range(at, len(laid.steps)), *range(at - 1, -1, -1)]
    index = next((i for k in near if (i := laid.steps[k].sent) is not None), None)
    if index is None:
        return ""
    at_line = laid.sent[index].line
    line = laid.lines[at_line]
    if line.kind != "text":
        return str(line.kind)
    number = sum(one.kind == "text" for one in laid.lines[: at_line + 1])
    return f"{number} #{line.key}" if line.key else str(number)


def _around(laid: _Laid, places: range) -> str:
    steps = [laid.steps[k] for k in places]
    return _text(laid, [step for step in steps if step.fate in ("kept", "accepted", "rejected", "pending")
                        and step.found is not None and laid.found[step.found].word != END
                        and laid.found[step.found].deleted is None])  # fmt: skip


def _text(laid: _Laid, steps: Sequence[Step]) -> str:
    """The words of some steps as they stand in their text."""
    out, last = "", None
    for step in steps:
        token: Sent | Found = laid.found[step.found] if step.found is not None else laid.sent[step.sent or 0]
        text = (laid.sent_texts if step.found is None else laid.found_texts)[token.line]
        if last is not None and last.line == token.line and type(last) is type(token):
            between = text[last.end : token.start]
            out += " " if any(c.isspace() for c in between) else ""
        elif last is not None:
            out += " "
        out += _SIGN if token.word == END else text[token.start : token.end]
        last = token
    return out


def _ours(laid: _Laid) -> Iterator[OurChange]:
    """Each of our changes with what became of its words."""
    fates_of: dict[int, set[OurFate]] = {}
    for step in laid.steps:
        if step.sent is not None and (change := laid.sent[step.sent].change) is not None:
            fates_of.setdefault(change, set()).add(_fate(laid, step))
    for change, found in fates_of.items():
        own = [k for k, token in enumerate(laid.sent) if token.change == change]
        yield OurChange(
            language=laid.language or "en",
            place=_place_of(laid, next((k for k in own if _said(laid, k)), own[0])),
            removed=_sent_text(laid, [k for k in own if laid.sent[k].origin == "removed"]),
            added=_sent_text(laid, [k for k in own if laid.sent[k].origin == "added"]),
            fate=found.pop() if len(found) == 1 else "mixed" if found else "pending",
        )


def _fate(laid: _Laid, step: Step) -> OurFate:
    if step.fate == "their-deletion":
        assert step.found is not None
        return "pending" if laid.found[step.found].added is not None else "accepted"
    return "rejected" if step.fate == "rejected" else "accepted" if step.fate == "accepted" else "pending"


def _place_of(laid: _Laid, sent: int) -> str:
    return _place(laid, next(k for k, step in enumerate(laid.steps) if step.sent == sent))


def _sent_text(laid: _Laid, places: Sequence[int]) -> str:
    """The words of a change, and the ends of paragraphs that it splits or joins; whole paragraphs show none."""
    return _text(laid, [Step("kept", k, None) for k in places if _said(laid, k)])


def _said(laid: _Laid, sent: int) -> bool:
    """Whether a token of ours is a word, or an end between two texts that are one paragraph without it."""
    token = laid.sent[sent]
    if token.word != END or (goes_on_in := laid.lines[token.line].goes_on_in) is None:
        return token.word != END
    behind = (line.draft if goes_on_in == "draft" else line.approved for line in laid.lines[token.line + 1 :])
    return bool(next((text for text in behind if text is not None), ""))


def _view(laid: _Laid, shows: Sequence[bool], *, rejected: bool | None = None) -> tuple[str, ...]:
    """The paragraphs with only the tokens that show; blanks show with the words of their own stretch."""
    own: dict[int, list[int]] = {}
    for k, token in enumerate(laid.found):
        own.setdefault(token.line, []).append(k)
    out, open_ = list[str](), ""
    for index, paragraph in enumerate(laid.paragraphs):
        tokens = own.get(index, [])
        open_ += "".join(_letters(laid, paragraph, tokens, shows, rejected))
        ends = (
            shows[tokens[-1]]
            if tokens
            else _by_default(paragraph.added, paragraph.deleted, laid.author, rejected)
        )
        if ends:
            out, open_ = [*out, open_], ""
        elif _blank_for_end(paragraph):
            open_ += " "
    return tuple(" ".join(text.split()) for text in [*out, open_] if text.strip())


def _blank_for_end(paragraph: Layered) -> bool:
    """Whether a blank came with the mark that takes the end of the paragraph away, whatever name both carry."""
    last = paragraph.pieces[-1] if paragraph.pieces else None
    return (
        last is not None and last.text.isspace() and last.deleted is None and last.added == paragraph.deleted
    )


def _letters(
    laid: _Laid, paragraph: Layered, tokens: Sequence[int], shows: Sequence[bool], rejected: bool | None
) -> Iterator[str]:
    at = 0
    for number, run in enumerate(runs_of(paragraph)):
        mine = [k for k in tokens if laid.found[k].piece == number]
        visible = _by_default(run.added, run.deleted, laid.author, rejected) if not mine else shows[mine[0]]
        if all(shows[k] == visible for k in mine):
            yield run.text if visible else ""
        else:
            yield from _singly(laid, run.text, at, mine, shows)
        at += len(run.text)


def _singly(laid: _Laid, text: str, at: int, tokens: list[int], shows: Sequence[bool]) -> Iterator[str]:
    """The letters of a stretch some of whose words show; a blank goes with the word before it."""
    visible = shows[tokens[0]]
    for k, letter in enumerate(text, at):
        while tokens and laid.found[tokens[0]].start <= k:
            visible = shows[tokens.pop(0)]
        if visible:
            yield letter


def _by_default(added: Who | None, deleted: Who | None, author: str, rejected: bool | None) -> bool:
    """Whether a stretch of nothing but blanks shows."""
    if rejected is not None:
        return (added if rejected else deleted) is None
    return (added is None or added.author == author) and (deleted is None or deleted.author != author)
