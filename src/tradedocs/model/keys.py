"""Keys of a file as people name them (`delivery.place`, `goods[1].hs_code`): checked, and their values changed.

Entries of a list are counted from 1. Changing a value is how the program finds out where it is printed: what reads
otherwise after the change, rests on it.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

from tradedocs.model.amount import MINOR_UNITS
from tradedocs.ui import say

M = TypeVar("M", bound=BaseModel)
Steps = tuple[str | int, ...]
_STEP = re.compile(r"([a-z_]+)((?:\[[1-9]\d*\])*)")


def steps_of(model: BaseModel, key: str) -> Steps:
    """The way down to a key: names of attributes, and places in lists counted from 0.

    Raises:
        ValueError: there is no such key; the nearest one is named.
    """
    steps: list[str | int] = []
    kind: Any = type(model)
    value: Any = model
    for part in key.split("."):
        match = _STEP.fullmatch(part)
        if match is None or not _is_model(kind):
            raise _unknown(key, steps, part, kind)
        name = _attribute(kind, match[1])
        if name is None:
            raise _unknown(key, steps, match[1], kind)
        steps.append(name)
        kind, value = bare(kind.model_fields[name].annotation), getattr(value, name, None)
        for place in re.findall(r"\d+", match[2]):
            if get_origin(kind) is not tuple:
                raise ValueError(say("{key!r}: {name} is no list", key=key, name=match[1]))
            if value is None or int(place) > len(value):
                raise ValueError(
                    say("{key!r}: {name} has {n} entries", key=key, name=match[1], n=len(value or ()))
                )
            steps.append(int(place) - 1)
            kind, value = bare(get_args(kind)[0]), value[int(place) - 1]
    return tuple(steps)


def bare(annotation: Any) -> Any:
    """The type behind an annotation, without what pydantic adds and without None."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in (Union, UnionType):
        rest = [one for one in get_args(annotation) if one is not NoneType]
        return bare(rest[0])
    return annotation


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def file_names(kind: Any) -> dict[str, str]:
    """What a file calls each attribute of a model → the attribute; empty for what is no model."""
    if not _is_model(kind):
        return {}
    return {field.alias or name: name for name, field in kind.model_fields.items()}


def _attribute(kind: Any, word: str) -> str | None:
    return file_names(kind).get(word)


def _unknown(key: str, before: list[str | int], word: str, kind: Any) -> ValueError:
    names = list(file_names(kind))
    if not names and get_origin(kind) is tuple:
        return ValueError(
            say("{key!r}: {list} is a list; name an entry, as in {list}[1]", key=key, list=before[-1])
        )
    near = difflib.get_close_matches(word, names, n=1)
    if near:
        good = key.replace(word, near[0], 1)
        return ValueError(say("there is no key {key!r}; did you mean {good!r}?", key=key, good=good))
    return ValueError(say("there is no key {key!r}", key=key))


def altered(model: M, steps: Steps) -> M:
    """The model with another value at that place, not validated; the same where nothing stands there."""
    changed: M = _changed(model, steps, None)
    return changed


def _changed(value: Any, steps: Steps, annotation: Any) -> Any:
    if value is None:
        return None
    if not steps:
        return _other(value, annotation)
    first, rest = steps[0], steps[1:]
    if isinstance(first, int):
        return (*value[:first], _changed(value[first], rest, None), *value[first + 1 :])
    field = type(value).model_fields[first]
    if _counts(first, getattr(value, first)):
        return value
    return value.model_copy(update={first: _changed(getattr(value, first), rest, field.annotation)})


def _others(value: BaseModel) -> dict[str, Any]:
    """Other values of its fields; of an amount or a requirement the numbers only, for its unit must stay one."""
    fields = type(value).model_fields
    numbers = [name for name in fields if isinstance(getattr(value, name), Decimal)]
    return {
        name: _changed(getattr(value, name), (), fields[name].annotation)
        for name in numbers or fields
        if not _counts(name, getattr(value, name))
    }


def _counts(name: str | int, value: Any) -> bool:
    """Whether it is what other entries name this one by; it stands for no value."""
    return name in ("line", "number") and isinstance(value, int)


def _other(value: Any, annotation: Any) -> Any:
    """Another value of the same kind."""
    kind = bare(annotation)
    if get_origin(kind) is Literal:
        return next((one for one in get_args(kind) if one != value), value)
    match value:
        case bool():
            return not value
        case str() if value in MINOR_UNITS:
            return next(code for code in MINOR_UNITS if code != value)
        case str():
            return f"{value}¿"
        case int():
            return value + 1
        case Decimal():
            return value * 10 or Decimal(1)  # ten times an AQL is an AQL
        case date():
            return value + timedelta(days=1)
        case BaseModel():
            return value.model_copy(update=_others(value))
        case tuple():
            return tuple(_other(one, None) for one in value)
        case Mapping():
            return {key: _other(one, None) for key, one in value.items()}
    return value
