"""The house list of a library: its own `house.yaml`, else the packaged one."""

from __future__ import annotations

from pathlib import Path

from tradedocs import yamlfile
from tradedocs.model.clause import Language
from tradedocs.model.house import House, Wording
from tradedocs.workspace import data_folder

HOUSE = "house.yaml"


def house_of(folder: Path) -> House:
    """The list that the clauses in `folder` are held against.

    Raises:
        InputError: the file is not a house list; every error with its place.
    """
    own = folder / HOUSE
    return yamlfile.load_kept(own if own.is_file() else data_folder() / "clauses" / HOUSE, House)


def of(wording: Wording, language: Language) -> tuple[str, ...]:
    """The phrases of one language."""
    return wording.en if language == "en" else wording.zh
