"""Which letter each kind is, and which side writes it."""

from __future__ import annotations

from collections.abc import Callable

from tradedocs.claims.letters.acknowledge import acknowledge
from tradedocs.claims.letters.carrier import carrier_notice
from tradedocs.claims.letters.case import Case, holder_of
from tradedocs.claims.letters.inspector import inspector_notice
from tradedocs.claims.letters.insurer import insurer_notice
from tradedocs.claims.letters.joint_survey import joint_survey
from tradedocs.claims.letters.non_conformity import non_conformity
from tradedocs.claims.letters.offer import offer
from tradedocs.claims.letters.refuse import refuse
from tradedocs.claims.letters.request_evidence import request_evidence
from tradedocs.claims.letters.settle import settle
from tradedocs.model.claim import LetterKind
from tradedocs.model.paper import Paper
from tradedocs.model.party import Side

LETTERS: dict[LetterKind, Callable[[Case], Paper]] = {
    "acknowledge": acknowledge,
    "request-evidence": request_evidence,
    "joint-survey": joint_survey,
    "refuse": refuse,
    "offer": offer,
    "settle": settle,
    "carrier-notice": carrier_notice,
    "insurer-notice": insurer_notice,
    "inspector-notice": inspector_notice,
    "non-conformity": non_conformity,
}
_SELLERS: frozenset[LetterKind] = frozenset({"acknowledge", "request-evidence", "refuse", "offer"})


def written_by(side: Side) -> tuple[LetterKind, ...]:
    """The letters that a side writes: only a seller answers a claim, only a buyer gives notice of non-conformity."""
    return tuple(
        one
        for one in LETTERS
        if not (one in _SELLERS and side == "buyer") and not (one == "non-conformity" and side == "seller")
    )


def sender_of(kind: LetterKind, case: Case) -> Side:
    """Who has to send the letter: notices to carrier and insurer whoever holds the document, others our side."""
    if kind == "carrier-notice":
        return holder_of(case, case.complaint.title_to_sue)
    return holder_of(case, case.complaint.policy_holder) if kind == "insurer-notice" else case.our_side
