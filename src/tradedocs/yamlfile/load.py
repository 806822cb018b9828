"""Plain data → a model, and pydantic's errors → problems with a place in the file."""

from __future__ import annotations

import contextlib
import difflib
import re
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from yaml import MappingNode, Node

from tradedocs import cache
from tradedocs.errors import InputError, Problem
from tradedocs.files import read_text
from tradedocs.model.dealfinding import path_of
from tradedocs.ui import say
from tradedocs.yamlfile.nodes import Text, compose, to_plain
from tradedocs.yamlfile.places import Places, first_key_end, locate

M = TypeVar("M", bound=BaseModel)
_LIMIT = 4_000_000
_COMMA = re.compile(r"\d,\d")

StandIn = Callable[[tuple[int | str, ...]], Any]


def load(path: Path, model: type[M], *, missing: StandIn | None = None) -> M:
    """The model that the file spells.

    Args:
        path: the file.
        model: what it must hold.
        missing: asked for each missing key, by the way to it; what it returns is taken in its place, unless None.

    Raises:
        InputError: every error of the file, each with its place.
        UsageError: the file cannot be read.
    """
    return parse(read_text(path, limit=_LIMIT), str(path), model, missing=missing)


def parse(
    source: str, name: str, model: type[M], *, first_line: int = 1, missing: StandIn | None = None
) -> M:
    """The model that the text spells; `name` and `first_line` are what errors call it.

    Raises:
        InputError: every error of the text, each with its place.
    """
    return _read(Text(name, source, first_line), model, missing)[0]


def load_placed(path: Path, model: type[M], *, missing: StandIn | None = None) -> tuple[M, Places]:
    """The model that the file spells, and where each key of it stands there; `missing` as for `load`.

    Raises:
        InputError: every error of the file, each with its place.
        UsageError: the file cannot be read.
    """
    text = Text(str(path), read_text(path, limit=_LIMIT))
    read, root = _read(text, model, missing)
    return read, Places(text, root)


def _read(text: Text, model: type[M], missing: StandIn | None) -> tuple[M, Node]:
    root = compose(text)
    problems: list[Problem] = []
    data = to_plain(text, root, problems)
    if not isinstance(data, dict):
        problems.append(
            text.problem(root.start_mark, None, say("the file must be a list of `key: value` lines"))
        )
    if problems:
        raise InputError(problems, file=text.name)
    while True:
        try:
            return model.model_validate(data), root
        except ValidationError as error:
            if missing is None or not _completed(data, error.errors(), missing):
                raise _wrong(text, root, model, error) from error


def _completed(data: dict[str, Any], details: list[ErrorDetails], missing: StandIn) -> bool:
    """Put what stands in for missing keys into the data; whether there was any."""
    put = False
    for detail in details:
        if detail["type"] != "missing" or (value := missing(detail["loc"])) is None:
            continue
        place: Any = data
        way = list(detail["loc"])
        while len(way) > 1:
            step = way.pop(0)
            if isinstance(step, str) and step not in place and step.removesuffix("s") in place:
                step, _ = step.removesuffix("s"), way.pop(0)  # the short form of a list with one entry
            place = place[step]
        place[way[0]] = value
        put = True
    return put


def _wrong(text: Text, root: Node, model: type[BaseModel], error: ValidationError) -> InputError:
    details = [detail for detail in error.errors() if not _follows_from_another(detail, error.errors())]
    found = sorted((_problem(text, root, model, detail) for detail in details), key=_by_place)
    return InputError(list(dict.fromkeys(found)), file=text.name)


def load_kept(path: Path, model: type[M]) -> M:
    """As `load`, for a file that is long and rarely changes: what it spells is kept in the cache, by its bytes.

    Raises:
        InputError, UsageError: as `load` says.
    """
    source = read_text(path, limit=_LIMIT)
    kind, key = f"yaml-{model.__name__.lower()}", cache.key_of(model.__module__, source)
    if (entry := cache.kept(kind, key)) is not None:
        with contextlib.suppress(ValidationError):
            return model.model_validate_json(entry.data)
    read = parse(source, str(path), model)
    told = read.model_dump_json(by_alias=True, exclude_none=True).encode()
    with contextlib.suppress(ValidationError):
        if model.model_validate_json(told) == read:
            cache.keep(kind, key, {}, told)
    return read


def validated(data: Any, name: str, model: type[M]) -> M:
    """The model of plain data that came from no YAML text of its own; `name` is what errors call it.

    Raises:
        InputError: every error, each with the way down to its key.
    """
    try:
        return model.model_validate(data)
    except ValidationError as error:
        problems = []
        for detail in error.errors():
            if not _follows_from_another(detail, error.errors()):
                loc = (*detail["loc"], *((detail.get("ctx") or {}).get("at") or ()))
                message, hint = _words(detail, path_of(loc), model)
                problems.append(Problem(f"{name}: {path_of(loc)}" if loc else name, message, hint=hint))
        raise InputError(list(dict.fromkeys(problems)), file=name) from error


def _follows_from_another(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """A list counts as too short when its entries are wrong; the entries' own errors say enough."""
    loc = detail["loc"]
    return detail["type"] == "too_short" and any(
        other["loc"][: len(loc)] == loc and len(other["loc"]) > len(loc) for other in details
    )


def _by_place(problem: Problem) -> tuple[int, ...]:
    return tuple(int(part) for part in problem.place.rsplit(":", 2)[-2:])


def _problem(text: Text, root: Node, model: type[BaseModel], detail: ErrorDetails) -> Problem:
    loc = detail["loc"]
    at = (detail.get("ctx") or {}).get("at")
    key, node, _ = locate(root, (*loc, *at) if at else loc)
    message, hint = _words(detail, path_of((*loc, *at) if at else loc), model)
    mark, end = node.start_mark, node.end_mark
    if key is not None and (
        isinstance(node, MappingNode) or detail["type"] in ("extra_forbidden", "missing")
    ):
        mark, end = key.start_mark, key.end_mark
    elif node is root:
        end = first_key_end(root)
    return text.problem(mark, end, message, hint)


def _words(detail: ErrorDetails, path: str, model: type[BaseModel]) -> tuple[str, str]:
    kind, given = detail["type"], detail["input"]
    if kind == "missing":
        return say("`{path}` is missing", path=path), ""
    if kind == "extra_forbidden":
        keys = sorted(_keys_at(model, detail["loc"][:-1]))
        last = str(detail["loc"][-1])
        hint = _did_you_mean(last, keys)
        if last[:1].isdigit() or last[:1] in "±+":
            hint = say(
                "A decimal comma? Inside braces a comma ends the entry; write the number with a point."
            )
        return say("unknown key `{path}`", path=path), hint
    if given is None:
        return say("`{path}` has no value", path=path), ""
    if kind == "literal_error":
        choices = re.findall(r"'([^']*)'", str((detail.get("ctx") or {}).get("expected", "")))
        choices = choices or str((detail.get("ctx") or {}).get("expected", "")).replace(" or ", ", ").split(
            ", "
        )
        message = say("`{path}` is {given!r}, which is none of {choices}", path=path, given=given,
                      choices=", ".join(choices))  # fmt: skip
        return message, _did_you_mean(str(given), choices)
    reason = detail["msg"].removeprefix("Value error, ")
    if kind in ("value_error", "told"):
        return f"{path}: {reason}" if path else reason, _comma_hint(given)
    return say(
        "`{path}` is {given!r}: {reason}", path=path, given=_short(given), reason=_first_low(reason)
    ), _comma_hint(given)


def _first_low(reason: str) -> str:
    return reason[:1].lower() + reason[1:]


def _short(value: object) -> str:
    text = value if isinstance(value, str) else type(value).__name__.replace("dict", "a mapping")
    return text if len(text) <= 60 else text[:57] + "..."


def _comma_hint(given: object) -> str:
    if (
        isinstance(given, str)
        and _COMMA.search(given)
        and not re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?.*", given)
    ):
        return say("A decimal comma? Write the number with a point: {fixed}", fixed=_COMMA.sub(
            lambda match: match[0].replace(",", "."), given))  # fmt: skip
    return ""


def _did_you_mean(word: str, choices: list[str]) -> str:
    # Codes of three letters are all alike: DDU is not DDP.
    code = len(word) <= 3 and word.isupper()
    near = [] if code else difflib.get_close_matches(word, choices, n=1, cutoff=0.6)
    near = near or [choice for choice in choices if choice.casefold() == word.casefold()][:1]
    return say("Did you mean `{near}`?", near=near[0]) if near else ""


def _keys_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> Iterator[str]:
    for part in loc:
        if isinstance(part, int):
            continue
        named = {field.alias or name: field for name, field in model.model_fields.items()}
        inner = _model_in(named[part].annotation) if part in named else None
        if inner is None:
            return
        model = inner
    for name, field in model.model_fields.items():
        yield field.alias or name


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside a field's annotation (`tuple[X, ...]`, `X | None`, `Annotated[X, …]`)."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in typing.get_args(annotation):
        if (found := _model_in(part)) is not None:
            return found
    return None
