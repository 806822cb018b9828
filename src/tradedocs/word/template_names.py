"""The names in a template's tags, found by walking the whole expression tree with its scopes."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jinja2 import nodes

from tradedocs.ui import say
from tradedocs.word.names import NAMES, Shape

_BUILT_IN = (
    "range",
    "dict",
    "namespace",
    "joiner",
    "cycler",
    "true",
    "false",
    "none",
    "True",
    "False",
    "None",
)


_METHODS = ("items", "keys", "values", "get")


class Unknown:
    """What is not known: the result of a filter, a call, a literal."""


UNKNOWN = Unknown()


class Bound(NamedTuple):
    """What a name stands for: its shape, and the way to it from the context (`goods.names`)."""

    shape: Shape | Unknown
    way: str


Scope = Mapping[str, Bound]


class Undeclared(NamedTuple):
    """A name that no contract has."""

    line: int
    name: str
    hint: str


class Walk:
    """One part's expression tree: what it prints, and which of its names nobody declares."""

    def __init__(self, tree: nodes.Template) -> None:
        self.printed: set[str] = set()
        self.undeclared: list[Undeclared] = []
        self._statements(tree.body, {name: Bound(shape, name) for name, shape in NAMES.items()})

    def _statements(self, body: list[nodes.Node], scope: Scope) -> None:
        inner = dict(scope)
        for node in body:
            match node:
                case nodes.Output():
                    for shown in node.nodes:
                        self.printed |= {bound.way for bound in self._expression(shown, inner)}
                case nodes.For():
                    self._loop(node, inner)
                case nodes.If():
                    self._condition(node, inner)
                case nodes.Assign():
                    self._bind(node.target, self._one(node.node, inner), inner)
                case _:
                    for part in node.iter_child_nodes():
                        if isinstance(part, nodes.Expr):
                            self._expression(part, inner)
                    self._statements([n for n in node.iter_child_nodes() if isinstance(n, nodes.Stmt)], inner)

    def _condition(self, node: nodes.If, scope: Scope) -> None:
        self._expression(node.test, scope)
        self._statements(node.body, scope)
        for other in node.elif_:
            self._condition(other, scope)
        self._statements(node.else_, scope)

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        many = self._one(node.iter, scope)
        inner = {**scope, "loop": Bound(UNKNOWN, "")}
        entry = many.shape[0] if isinstance(many.shape, tuple) else UNKNOWN
        self._bind(node.target, Bound(entry, many.way), inner)
        if node.test is not None:
            self._expression(node.test, inner)
        self._statements(node.body, inner)
        self._statements(node.else_, scope)

    def _bind(self, target: nodes.Node, bound: Bound, scope: dict[str, Bound]) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = bound
        for name in target.find_all(nodes.Name):
            scope.setdefault(name.name, Bound(UNKNOWN, ""))

    def _one(self, node: nodes.Node, scope: Scope) -> Bound:
        found = list(self._expression(node, scope))
        if len(found) == 1 and isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
            return found[0]
        return Bound(UNKNOWN, found[0].way if found else "")

    def _expression(self, node: nodes.Node, scope: Scope) -> list[Bound]:
        """What the expression reads, each with its way; unknown names are noted."""
        return list(self._read(node, scope))

    def _read(self, node: nodes.Node, scope: Scope) -> Iterator[Bound]:
        match node:
            case nodes.Name():
                yield self._name(node, scope)
            case nodes.Getattr():
                yield from self._inside(node, node.node, node.attr, scope)
            case nodes.Getitem(arg=nodes.Const(value=str(key))):
                yield from self._inside(node, node.node, key, scope)
            case nodes.Getitem():
                self._expression(node.arg, scope)
                for bound in self._read(node.node, scope):
                    yield Bound(bound.shape[0] if isinstance(bound.shape, tuple) else UNKNOWN, bound.way)
            case _:
                for part in node.iter_child_nodes():
                    for bound in self._read(part, scope):
                        yield Bound(UNKNOWN, bound.way)

    def _name(self, node: nodes.Name, scope: Scope) -> Bound:
        if node.name in scope:
            return scope[node.name]
        if node.name not in _BUILT_IN:
            self._note(node, node.name, node.name, scope)
        return Bound(UNKNOWN, "")

    def _inside(self, node: nodes.Node, owner: nodes.Node, key: str, scope: Scope) -> Iterator[Bound]:
        for bound in self._read(owner, scope):
            shape = bound.shape
            if isinstance(shape, Unknown) or (isinstance(shape, Mapping) and key in _METHODS):
                yield Bound(UNKNOWN, bound.way)
            elif isinstance(shape, Mapping) and key in shape:
                yield Bound(shape[key], f"{bound.way}.{key}")
            else:
                self._note(node, f"{bound.way}.{key}", key, shape if isinstance(shape, Mapping) else {})
                yield Bound(UNKNOWN, "")

    def _note(self, node: nodes.Node, name: str, key: str, known: Mapping[str, object]) -> None:
        near = difflib.get_close_matches(key, list(known), n=1)
        hint = say("Did you mean {near}?", near=near[0]) if near else ""
        self.undeclared.append(Undeclared(node.lineno, name, hint))
