"""What reports call things, in every language that is known: labels and words as data, one folded form for all.

The words live in `data/*.yaml`. A workspace may add headings and labels (`taught`); it cannot change what a verdict
word means.
"""

from __future__ import annotations

from tradedocs.vocabulary.fold import fold
from tradedocs.vocabulary.lexicon import Hit, Lexicon, lexicon, remembered

__all__ = ["Hit", "Lexicon", "fold", "lexicon", "remembered"]
