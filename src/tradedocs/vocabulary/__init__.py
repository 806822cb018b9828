"""What reports call things, in every language that is known: labels and words as data, one folded form for all.

The words live in `data/*.yaml`; a workspace cannot change what a verdict word means, so they are packaged.
"""

from __future__ import annotations

from tradedocs.vocabulary.fold import fold
from tradedocs.vocabulary.lexicon import Hit, Lexicon, lexicon

__all__ = ["Hit", "Lexicon", "fold", "lexicon"]
