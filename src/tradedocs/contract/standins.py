"""What stands in a draft for a key that the deal file leaves out."""

from __future__ import annotations

from typing import Any, get_args, get_origin

from pydantic import BeforeValidator, GetPydanticSchema

from tradedocs.model.deal import Deal
from tradedocs.model.gaps import mark
from tradedocs.model.keys import bare, file_names
from tradedocs.model.shapes import LocalText

Way = tuple[str | int, ...]


def stand_in(way: Way) -> Any:
    """A mark for a text, what is to be completed for a group of keys; None for a date, a number or a choice.

    Gaps must be shown. `way` leads to the key in the file, with places in lists counted from 0.
    """
    kind: Any = Deal
    spelled = False
    for step in way:
        if isinstance(step, int):
            kind = bare(get_args(kind)[0])
            continue
        field = kind.model_fields[file_names(kind)[step]]
        kind = bare(field.annotation)
        spelled = any(isinstance(one, BeforeValidator | GetPydanticSchema) for one in field.metadata)
    # A quantity, a requirement, a currency are spelled in one word, which no mark is.
    if spelled and not (isinstance(kind, type) and issubclass(kind, LocalText)):
        return None
    return _for(kind, _key(way))


def _for(kind: Any, key: str) -> Any:
    if kind is str:
        return mark(key)
    if isinstance(kind, type) and issubclass(kind, LocalText):
        return {"en": mark(key), "zh": mark(key)}
    if get_origin(kind) is tuple:
        entry = _for(bare(get_args(kind)[0]), f"{key}[1]")
        return None if entry is None else [entry]
    return {} if file_names(kind) else None


def _key(way: Way) -> str:
    out = ""
    for step in way:
        out += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if out else step
    return out
