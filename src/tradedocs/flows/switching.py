"""The user's job "how is the next lot inspected": a history of inspected lots, in YAML or CSV."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from tradedocs.errors import InputError, Problem
from tradedocs.files import read_bytes
from tradedocs.model.base import Fact, Source
from tradedocs.model.terms import Level
from tradedocs.sampling.switching import Inspected
from tradedocs.ui import say
from tradedocs.yamlfile import load

_LIMIT = 5_000_000
_COLUMNS = ("lot", "found", "resubmitted", "steady", "corrected")


class History(Fact):
    """The lots of one process in the order of time, and how they were inspected.

    Attributes:
        level, aql, standard, reduced_agreed: None where the file leaves them to the command.
    """

    level: Level | None = None
    aql: Annotated[Decimal, Field(ge=0)] | None = None
    standard: str | None = None
    reduced_agreed: bool | None = None
    lots: Annotated[tuple[Inspected, ...], Field(min_length=1)]


def history_of(path: Path) -> History:
    """The history of a .csv file with the columns lot and found (and resubmitted, steady, corrected), or a YAML file.

    Raises:
        UsageError: the file cannot be read.
        InputError: it holds errors.
    """
    if path.suffix.lower() != ".csv":
        return load(path, History)
    text = read_bytes(path, limit=_LIMIT).decode("utf-8-sig", "replace")
    rows = csv.DictReader(io.StringIO(text))
    names = [name.strip() for name in rows.fieldnames or ()]
    if not {"lot", "found"} <= set(names) or not set(names) <= set(_COLUMNS):
        raise InputError(
            [Problem(str(Source(file=path.name, line=1)), say("the heading must hold lot and found"), "",
                     say("Columns known: {names}.", names=", ".join(_COLUMNS)))],
            file=path.name,
        )  # fmt: skip
    rows.fieldnames = names
    lots, problems = [], []
    for row in rows:
        given = {key: value.strip() for key, value in row.items() if isinstance(value, str) and value.strip()}
        try:
            lots.append(Inspected.model_validate(given))
        except ValidationError as error:
            first = error.errors()[0]
            what = f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
            problems.append(Problem(str(Source(file=path.name, line=rows.line_num)), what, "", ""))
    if problems or not lots:
        empty = Problem(path.name, say("the file holds no lot"), "", "")
        raise InputError(problems or [empty], file=path.name)
    return History(lots=tuple(lots))
