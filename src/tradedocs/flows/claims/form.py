"""The form by which a claim is closed: what it must hold, and how it is drafted from the record."""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from pydantic import model_validator

from tradedocs.model.base import Fact
from tradedocs.model.claim import ClaimRecord
from tradedocs.model.settling import EightD, Ended, Lesson
from tradedocs.model.text import Line
from tradedocs.model.told import at
from tradedocs.ui import say


class ClosingForm(Fact):
    """The file that a clerk writes (closing.yaml).

    Attributes:
        ended: by what the claim ended.
        reason: why it was refused or withdrawn.
        proof: the other side's paper that withdraws the claim, from the folder of the form.
        eight_d: the cause and its correction; may be left out where the claim was refused or withdrawn.
        lessons: what is changed.
    """

    ended: Ended = "settled"
    reason: Line | None = None
    proof: Line | None = None
    eight_d: EightD | None = None
    lessons: tuple[Lesson, ...] = ()

    @model_validator(mode="after")
    def _complete(self) -> ClosingForm:
        if self.ended == "settled" and self.eight_d is None:
            raise at("ended", say("a settled claim is closed with its cause: `eight_d` is missing"))
        if self.ended != "settled" and self.reason is None:
            raise at("ended", say("a claim that was {ended} is closed with a `reason`", ended=self.ended))
        if self.ended == "withdrawn" and self.proof is None:
            raise at("ended", say("a withdrawn claim needs `proof`: the paper in which it was withdrawn"))
        if self.eight_d is not None and not self.eight_d.actions:
            raise at(("eight_d", "actions"), say("nothing was corrected: write at least one action"))
        return self


def form_text(record: ClaimRecord, proposed: tuple[Lesson, ...]) -> str:
    """The form as YAML with comments; what must be completed is left empty, so that it cannot be missed.

    The disciplines are in it for a settled claim; one that was not settled asks for its reason instead.
    """
    lessons = [one.model_dump(mode="json", exclude_none=True) for one in proposed]
    told = yaml.safe_dump({"lessons": lessons}, allow_unicode=True, sort_keys=False, width=110)
    return "".join(f"{line}\n" for line in _lines(record)) + told


def _lines(record: ClaimRecord) -> Iterator[str]:
    yield _comment(say("Form to close claim {number}. Complete every empty value; the program refuses it before.",
                       number=record.complaint.number))  # fmt: skip
    if record.settlement is not None:
        yield f"ended: settled      {_comment(say('settled, refused or withdrawn'))}"
        yield ""
        yield from _disciplines(record)
    elif any(one.kind == "refuse" for one in record.letters):
        yield f"ended: refused      {_comment(say('settled, refused or withdrawn'))}"
        yield f"reason:             {_comment(say('why it was refused'))}"
    else:
        yield f"ended: withdrawn    {_comment(say('settled, refused or withdrawn'))}"
        yield f"reason:             {_comment(say('why it was withdrawn'))}"
        yield f"proof:              {_comment(say('the file of the paper that withdraws it'))}"
    yield ""
    yield _comment(
        say("What would have caught it, as the program proposes it. Change or delete what does not fit.")
    )


def _disciplines(record: ClaimRecord) -> Iterator[str]:
    complaint = record.complaint
    words = say("{words} ({quantity} concerned)", words=complaint.words.en, quantity=complaint.affected)
    problem = yaml.safe_dump(words, allow_unicode=True, width=10_000).removesuffix("...\n").strip()
    yield "eight_d:"
    yield f"  team: []          {_comment(say('D1: who worked on it'))}"
    yield f"  problem: {problem}"
    for key, what in (
        (
            "containment:",
            say("D3: which stock was held, in production, in the warehouse, in transit, and when"),
        ),
        ("cause:", say("D4: why it arose")),
        ("escape:", say("D4: why the inspection did not find it")),
        ("actions: []", say("D5, D6: what was corrected, a sentence each")),
        ("prevention:", say("D7: what keeps it from coming again")),
    ):
        yield f"  {key:<17} {_comment(what)}"


def _comment(text: str) -> str:
    return f"# {text}"
