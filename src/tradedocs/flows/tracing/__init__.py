"""The user's job "what happened with this lot": the rows that are about it, joined by numbers and hashes, in words."""

from tradedocs.flows.tracing.trace import trace

__all__ = ["trace"]
