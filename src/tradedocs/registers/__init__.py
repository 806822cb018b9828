"""Dated outside facts that deals and clauses are held against: Incoterms, institutions, instruments, States.

They come with the program, not with a workspace: a rule of the outside world is the same for everybody, and a copy
in a workspace would grow old unseen.
"""

from tradedocs.registers.bodies import body_of, same_body, same_letters
from tradedocs.registers.home import at_home
from tradedocs.registers.incoterms import DeadTerm, Rule, incoterm, incoterms
from tradedocs.registers.institutions import ArbitrationInstitution, institution, institutions
from tradedocs.registers.instruments import DeadInstrument, Hit, dead_in, instruments
from tradedocs.registers.issuers import Issuer, Route, known_issuers
from tradedocs.registers.states import State, pair_note, state, state_named, states

__all__ = [
    "ArbitrationInstitution",
    "DeadInstrument",
    "DeadTerm",
    "Hit",
    "Issuer",
    "Route",
    "Rule",
    "State",
    "at_home",
    "body_of",
    "dead_in",
    "incoterm",
    "incoterms",
    "institution",
    "institutions",
    "instruments",
    "known_issuers",
    "pair_note",
    "same_body",
    "same_letters",
    "state",
    "state_named",
    "states",
]
