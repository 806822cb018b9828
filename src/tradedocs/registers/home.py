"""Whether a place, as people write it, lies in the country of a party."""

from __future__ import annotations

import re

from tradedocs.model.party import Party
from tradedocs.model.shapes import LocalText
from tradedocs.registers.states import state, state_named

_WORD = re.compile(r"[^\W\d_]{3,}")
_EVERYWHERE = frozenset({"the", "bank", "counters", "road", "district", "province", "city", "port"})


def at_home(place: LocalText, party: Party) -> bool:
    """Whether the place is seen to lie in the party's country: by its State, else by a word of the party's address."""
    there = state_named(place)
    if there is not None:
        return there.code == party.country
    home = state(party.country)
    known = _words(f"{party.address} {home.name.en if home else ''} seller beneficiary")
    return bool(_words(place.en) & known)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text)) - _EVERYWHERE
