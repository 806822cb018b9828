"""`applies_when`: a condition over the deal, read from its syntax tree and never executed as code.

condition = condition "and" condition | condition "or" condition | "not" condition | "(" condition ")"
          | path | operand ("==" | "!=" | "in" | "not in") operand
operand   = path | text in quotes | whole number | True | False | None | "(" operand {"," operand} ")"
path      = "deal" {"." name}          a key of the deal file, or a property of the Deal
"""

from __future__ import annotations

import ast
import types
import typing
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from tradedocs.clausetext.tokens import TextError
from tradedocs.model.deal import Deal
from tradedocs.ui import say

_LONGEST = 400
_COMPARES = (ast.Eq, ast.NotEq, ast.In, ast.NotIn)


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition whose paths and words are known to exist."""

    text: str
    read: Callable[[Deal], Any]

    def holds(self, deal: Deal) -> bool:
        """Whether the deal meets it. A part that the deal leaves out counts as None."""
        return bool(self.read(deal))


@lru_cache(maxsize=1_024)
def parse_condition(text: str) -> Condition:
    """The condition that the text spells.

    Raises:
        TextError: it is no such condition, a path leads nowhere, or a word is not among the path's choices.
    """
    if len(text) > _LONGEST:
        raise TextError(say("the condition is longer than {n} characters", n=_LONGEST), 0, len(text))
    try:
        tree = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        at = max((getattr(error, "offset", None) or 1) - 1, 0)
        raise TextError(
            say("this is not a condition"), min(at, len(text) - 1), len(text),
            say("Write for example: deal.delivery.incoterm in (\"CIF\", \"CIP\")"),
        ) from error  # fmt: skip
    _check(text, tree)
    return Condition(text, _reader(tree))


def domains(text: str) -> dict[tuple[str, ...], tuple[tuple[Any, ...], tuple[Any, ...]]]:
    """Every path of a condition: the values that it can have, where they are few, and those of the condition.

    Raises:
        TextError: the text is no condition.
    """
    parse_condition(text)
    out: dict[tuple[str, ...], tuple[tuple[Any, ...], tuple[Any, ...]]] = {}
    tree = ast.parse(text, mode="eval").body
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    constants = tuple(node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and id(node) not in inner:
            out[_path(text, node)] = (_all_of(_kind_of(text, node), _path(text, node)), constants)
    return out


def _all_of(kind: Any, path: tuple[str, ...]) -> tuple[Any, ...]:
    """Every value that a path can have; empty where they are not few."""
    if kind is bool:
        return (True, False)
    choices = _choices(kind)
    parts = [part for part in _parts(kind) if part is not type(None)]
    if not choices or any(typing.get_origin(part) is not typing.Literal for part in parts):
        return ()
    optional = type(None) in _parts(kind) or _optional_way(path)
    return (*choices, None) if optional else choices


def _optional_way(path: tuple[str, ...]) -> bool:
    """Whether a step on the way may be missing."""
    kind: Any = Deal
    for name in path[:-1]:
        model = _model_in(kind)
        kind = _step(model, name) if model is not None else None
        if type(None) in _parts(kind):
            return True
    return False


def _refuse(text: str, node: ast.expr, message: str, hint: str = "") -> TextError:
    # ast counts columns in UTF-8 bytes.
    data = text.encode()
    start = len(data[: node.col_offset].decode(errors="ignore"))
    end = len(data[: node.end_col_offset or 0].decode(errors="ignore")) or len(text)
    return TextError(message, start, end, hint)


def _check(text: str, node: ast.expr) -> None:
    match node:
        case ast.BoolOp(values=values):
            for value in values:
                _check(text, value)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            _check(text, operand)
        case ast.Compare(left=left, ops=[op], comparators=[right]) if isinstance(op, _COMPARES):
            if isinstance(op, ast.In | ast.NotIn) and not isinstance(right, ast.Tuple | ast.List):
                raise _refuse(text, right, say("a list must stand after `in`"), say('Write: ("CIF", "CIP")'))
            _check_comparison(text, left, right)
        case ast.Attribute():
            _kind_of(text, node)
        case _:
            raise _refuse(
                text, node, say("this may not stand in a condition"),
                say("A condition holds paths of the deal, texts, ==, !=, in, not in, and, or, not."),
            )  # fmt: skip


def _check_comparison(text: str, left: ast.expr, right: ast.expr) -> None:
    choices: tuple[Any, ...] = ()
    for side in (left, right):
        if isinstance(side, ast.Attribute):
            choices += _choices(_kind_of(text, side))
    for side in (left, right):
        if not isinstance(side, ast.Attribute):
            _check_constant(text, side, choices)


def _check_constant(text: str, node: ast.expr, choices: tuple[Any, ...]) -> None:
    if isinstance(node, ast.Tuple | ast.List):
        for item in node.elts:
            _check_constant(text, item, choices)
        return
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str | int | None):
        raise _refuse(
            text, node, say("a path, a text in quotes, a number, True, False or None must stand here")
        )
    if choices and node.value is not None and node.value not in choices:
        raise _refuse(
            text, node, say("{value!r} can never be", value=node.value),
            say("It is one of: {choices}", choices=", ".join(map(str, choices))),
        )  # fmt: skip


def _path(text: str, node: ast.expr) -> tuple[str, ...]:
    if isinstance(node, ast.Name) and node.id == "deal":
        return ()
    if isinstance(node, ast.Attribute):
        return (*_path(text, node.value), node.attr)
    raise _refuse(text, node, say("a path begins with `deal.`"))


def _kind_of(text: str, node: ast.Attribute) -> Any:
    """The type of what a path leads to."""
    kind: Any = Deal
    for name in _path(text, node):
        model = _model_in(kind)
        step = _step(model, name) if model is not None else None
        if step is None:
            raise _refuse(
                text, node, say("the deal has no `{path}`", path=ast.unparse(node)),
                say("`tradedocs schema deal` prints the keys that there are."),
            )  # fmt: skip
        kind = step
    return kind


def _step(model: type[BaseModel], name: str) -> Any:
    if name in model.model_fields:
        return model.model_fields[name].annotation
    owned = vars(model).get(name)
    if isinstance(owned, property) and owned.fget is not None:
        return typing.get_type_hints(owned.fget)["return"]
    return None


def _parts(kind: Any) -> tuple[Any, ...]:
    """The members of a union, else the type itself."""
    if typing.get_origin(kind) is typing.Annotated:
        return _parts(typing.get_args(kind)[0])
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        return tuple(part for arg in typing.get_args(kind) for part in _parts(arg))
    return (kind,)


def _model_in(kind: Any) -> type[BaseModel] | None:
    for part in _parts(kind):
        if isinstance(part, type) and issubclass(part, BaseModel):
            return part
    return None


def _choices(kind: Any) -> tuple[Any, ...]:
    return tuple(
        value
        for part in _parts(kind)
        if typing.get_origin(part) is typing.Literal
        for value in typing.get_args(part)
    )


def _reader(node: ast.expr) -> Callable[[Deal], Any]:
    """What the expression says of a deal, read from its tree once for all deals."""
    match node:
        case ast.BoolOp(op=op, values=values):
            parts, whole = tuple(map(_reader, values)), all if isinstance(op, ast.And) else any
            return lambda deal: whole(part(deal) for part in parts)
        case ast.UnaryOp(operand=operand):
            inner = _reader(operand)
            return lambda deal: not inner(deal)
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return _compared(op, _reader(left), _reader(right))
        case ast.Tuple(elts=elts) | ast.List(elts=elts):
            items = tuple(map(_reader, elts))
            return lambda deal: tuple(item(deal) for item in items)
        case ast.Constant(value=value):
            return lambda deal: value
        case _:
            return _reach(_path("", node))


def _reach(path: tuple[str, ...]) -> Callable[[Deal], Any]:
    def read(deal: Deal) -> Any:
        value: Any = deal
        for name in path:
            value = None if value is None else getattr(value, name)
        return value

    return read


def _compared(
    op: ast.cmpop, left: Callable[[Deal], Any], right: Callable[[Deal], Any]
) -> Callable[[Deal], bool]:
    if isinstance(op, ast.Eq | ast.NotEq):
        wanted = isinstance(op, ast.Eq)
        return lambda deal: bool(left(deal) == right(deal)) is wanted
    within = isinstance(op, ast.In)
    return lambda deal: (left(deal) in right(deal)) is within
