"""What clause text is made of: variables, references, defined terms, and conditions over the deal."""

from tradedocs.clausetext.condition import Condition, parse_condition
from tradedocs.clausetext.relations import can_hold_together, implies
from tradedocs.clausetext.tokens import TextError, Token, tokens

__all__ = ["Condition", "TextError", "Token", "can_hold_together", "implies", "parse_condition", "tokens"]
