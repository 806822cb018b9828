"""Deal and clauses → the assembled, numbered contract with its Spec."""

from tradedocs.contract.annexes import annexes_of
from tradedocs.contract.assemble import assemble, with_gaps
from tradedocs.contract.spec import spec_of

__all__ = ["annexes_of", "assemble", "spec_of", "with_gaps"]
