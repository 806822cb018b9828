"""Dated outside facts that deals and clauses are held against: Incoterms, institutions, instruments, States.

They come with the program, not with a workspace: a rule of the outside world is the same for everybody, and a copy
in a workspace would grow old unseen.
"""

from tradedocs.registers.incoterms import DeadTerm, Rule, incoterm, incoterms
from tradedocs.registers.institutions import ArbitrationInstitution, institution, institutions
from tradedocs.registers.instruments import DeadInstrument, Hit, dead_in, instruments
from tradedocs.registers.states import State, pair_note, state, state_named, states

__all__ = [
    "ArbitrationInstitution",
    "DeadInstrument",
    "DeadTerm",
    "Hit",
    "Rule",
    "State",
    "dead_in",
    "incoterm",
    "incoterms",
    "institution",
    "institutions",
    "instruments",
    "pair_note",
    "state",
    "state_named",
    "states",
]
