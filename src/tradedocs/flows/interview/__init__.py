"""`tradedocs deal new`: the questions that a sales clerk can answer, and the deal file that the answers make."""

from tradedocs.flows.interview.ask import Asker, ask
from tradedocs.flows.interview.deal_text import deal_text
from tradedocs.flows.interview.replay import Replay
from tradedocs.flows.interview.sections import sections

__all__ = ["Asker", "Replay", "ask", "deal_text", "sections"]
