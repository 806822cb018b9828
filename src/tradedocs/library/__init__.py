"""Clause files ⇄ Clauses, and who approved which text."""

from tradedocs.library.approvals import Status, approve, load_approvals, status_of
from tradedocs.library.load import load_library
from tradedocs.library.shelf import Library

__all__ = ["Library", "Status", "approve", "load_approvals", "load_library", "status_of"]
