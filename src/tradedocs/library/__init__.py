"""Clause files ⇄ Clauses, and who approved which text."""

from tradedocs.library.approvals import approve, load_approvals, withdraw, write_approvers
from tradedocs.library.kept import KeptTexts
from tradedocs.library.load import load_library
from tradedocs.library.register import Register, Status, load_approvers, load_register
from tradedocs.library.shelf import Library

__all__ = [
    "KeptTexts",
    "Library",
    "Register",
    "Status",
    "approve",
    "load_approvals",
    "load_approvers",
    "load_library",
    "load_register",
    "withdraw",
    "write_approvers",
]
