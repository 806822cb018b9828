"""Deal and clauses → the assembled, numbered contract with its Spec."""

from tradedocs.contract.assemble import assemble
from tradedocs.contract.spec import spec_of

__all__ = ["assemble", "spec_of"]
