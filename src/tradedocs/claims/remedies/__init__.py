"""The remedies that a contract grants, one file for each, with their money worked out and put in order."""

from tradedocs.claims.remedies.all import remedies_of
from tradedocs.claims.remedies.case import Late, RemedyCase
from tradedocs.claims.remedies.together import DoubleRecovery, exposure, together

__all__ = ["DoubleRecovery", "Late", "RemedyCase", "exposure", "remedies_of", "together"]
