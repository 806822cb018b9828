"""What a letter is made of: the claim beside its contract, and what the writer decided, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tradedocs.claims.letters.defences import Defence
from tradedocs.claims.matter import Matter
from tradedocs.model.annex import Texts
from tradedocs.model.claim import Complaint, Lacking
from tradedocs.model.claimview import Deadline
from tradedocs.model.party import Party, Side
from tradedocs.model.settling import Move
from tradedocs.words.bilingual import Pair
from tradedocs.words.values import day

_AT_DESTINATION = frozenset({"DAP", "DPU", "DDP"})


@dataclass(frozen=True)
class Case:
    """One letter to write.

    Attributes:
        by: who writes it.
        head: the head of the ledger (`SEQ:HASH`) when it was written.
        until: the day that the letter names: by which we ask for a reply, or, where we only confirm, by which we write
            again.
        lacking: the evidence that is still to be asked for.
        deadlines: those of the claim.
        defences: of a refusal.
        move: of an offer.
    """

    matter: Matter
    by: str
    head: str
    until: date
    lacking: tuple[Lacking, ...] = ()
    deadlines: tuple[Deadline, ...] = field(default=())
    defences: tuple[Defence, ...] = ()
    move: Move | None = None

    @property
    def complaint(self) -> Complaint:
        """What is complained of."""
        return self.matter.record.complaint

    @property
    def our_side(self) -> Side:
        """Whether we sell or buy."""
        return self.matter.record.contract.our_side

    @property
    def us(self) -> Party:
        """Our own party."""
        return self.matter.party(self.our_side)

    @property
    def other_side(self) -> Side:
        """The side that is not ours."""
        return "buyer" if self.our_side == "seller" else "seller"

    @property
    def at_risk(self) -> Side:
        """Who bears the risk of the carriage under the delivery term."""
        return "seller" if self.matter.deal.delivery.incoterm in _AT_DESTINATION else "buyer"

    def both(self, english: str, chinese: str) -> Texts:
        """A text in each language of the letter."""
        return self.matter.both(english, chinese)

    def under(self, *clauses: str) -> Pair:
        """` under Article 20 of the Contract` and `依合同第20条，`; empty where the contract has none of them."""
        number = self.matter.article(*clauses)
        return (f" under Article {number} of the Contract", f"依合同第{number}条，") if number else ("", "")

    @property
    def named_day(self) -> Pair:
        """The day that the letter names."""
        return dated(self.until)

    @property
    def words(self) -> Pair:
        """The complaint in one sentence, without the stop at its end."""
        told = self.complaint.words
        return told.en.rstrip(". "), (told.zh or told.en).rstrip("。. ")


def dated(value: date) -> Pair:
    """A day in English and Chinese."""
    return day(value, "en"), day(value, "zh")


def holder_of(case: Case, stated: Side | None) -> Side:
    """Who must write to a carrier or insurer: whoever is stated to hold the document, else who bears the risk."""
    return stated or case.at_risk
