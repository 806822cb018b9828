"""YAML text → nodes with places → plain data, refusing what a reader could take for something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from tradedocs.errors import InputError, Problem
from tradedocs.ui import columns, say

_PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map"))
_MAX_DEPTH = 40


class _Mark(Protocol):
    """A place in a YAML text, counted from 0, as PyYAML gives it."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass(frozen=True)
class _At:
    """A place of our own making."""

    line: int = 0
    column: int = 0


@dataclass(frozen=True)
class Text:
    """A YAML text with its name; `first_line` is where it begins in its file, counted from 1."""

    name: str
    source: str
    first_line: int = 1

    def problem(self, place: _Mark | None, end: _Mark | None, message: str, hint: str = "") -> Problem:
        """An error at a mark, with the line and a caret under what is meant."""
        mark = place or _At()
        lines = self.source.splitlines() or [""]
        row = min(mark.line, len(lines) - 1)
        line, column = lines[row], min(mark.column, len(lines[row]))
        stop = end.column if end is not None and end.line == mark.line else len(line)
        number = row + self.first_line
        carets = "^" * max(1, stop - column)
        gutter = f"{number:>5} | "
        excerpt = f"{gutter}{line}\n{' ' * 5} | {' ' * columns(line[:column])}{carets}"
        return Problem(f"{self.name}:{number}:{column + 1}", message, excerpt, hint)


class _Loader(yaml.SafeLoader):
    """The safe loader without implicit types: a plain scalar is its text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  the base class has it so


class _FastLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The same by libyaml where PyYAML has it: about ten times as fast, with poorer words for a syntax error."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012


def compose(text: Text) -> Node:
    """The root node.

    Raises:
        InputError: the text is not one plain YAML document.
    """
    unprintable = list(_unprintable(text))
    if unprintable:
        raise InputError(unprintable, file=text.name)
    try:
        return _composed(text, _FastLoader)
    except yaml.YAMLError:
        return _told(text)


def _told(text: Text) -> Node:
    """The root node by the slower reader, whose errors say more."""
    try:
        return _composed(text, _Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = say("not valid YAML: {reason}", reason=error.problem or error.context or "unreadable")
        raise InputError([text.problem(mark, mark, message, _syntax_hint(error))], file=text.name) from error
    except yaml.YAMLError as error:
        raise InputError([text.problem(None, None, say("not valid YAML: {reason}", reason=_reason(error)))],
                         file=text.name) from error  # fmt: skip


def _composed(text: Text, loader: type[yaml.SafeLoader]) -> Node:
    refused = list(_refused_events(text, loader))
    if refused:
        raise InputError(refused, file=text.name)
    root = yaml.compose(text.source, Loader=loader)
    if root is None:
        raise InputError([text.problem(None, None, say("the file is empty"))], file=text.name)
    return root


def _reason(error: yaml.YAMLError) -> str:
    return str(getattr(error, "reason", error)).splitlines()[0]


def _syntax_hint(error: yaml.MarkedYAMLError) -> str:
    if "mapping values are not allowed" in str(error.problem):
        return say("A text that holds a colon and a blank needs quotes around it.")
    if "found character '\\t'" in str(error.problem):
        return say("Indent with blanks, not with tabs.")
    return ""


_CONTROL = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _unprintable(text: Text) -> Iterator[Problem]:
    """Characters that YAML does not allow at all, each with its place; the reader would stop at the first."""
    for match in _CONTROL.finditer(text.source):
        before = text.source[: match.start()]
        place = _At(before.count("\n"), match.start() - (before.rfind("\n") + 1))
        yield text.problem(
            place, _At(place.line, place.column + 1),
            say("the control character U+{code:04X} must not stand here", code=ord(match[0])), say("Remove it."),
        )  # fmt: skip


def _refused_events(text: Text, loader: type[yaml.SafeLoader]) -> Iterator[Problem]:
    documents = depth = 0
    for event in yaml.parse(text.source, Loader=loader):
        if isinstance(event, yaml.AliasEvent):
            yield text.problem(event.start_mark, event.end_mark, say("YAML aliases (*name) are not allowed here"),
                               say("Write the value again in full."))  # fmt: skip
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents == 2:
                yield text.problem(event.start_mark, event.end_mark, say("a second YAML document begins here"),
                                   say("Keep one document in a file."))  # fmt: skip
        elif isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _MAX_DEPTH:
                yield text.problem(event.start_mark, None, say("nested deeper than {n} levels", n=_MAX_DEPTH))
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def to_plain(text: Text, node: Node, problems: list[Problem]) -> Any:
    """The node as dict, list, str or None, every scalar as written; what is refused goes into `problems`."""
    if node.tag not in _PLAIN_TAGS:
        problems.append(text.problem(node.start_mark, node.end_mark, say("YAML tags ({tag}) are not allowed here",
                                                                         tag=node.tag)))  # fmt: skip
        return None
    if isinstance(node, MappingNode):
        return _mapping(text, node, problems)
    if isinstance(node, SequenceNode):
        return [to_plain(text, item, problems) for item in node.value]
    assert isinstance(node, ScalarNode)
    return None if node.value == "" and not node.style else node.value


def _mapping(text: Text, node: MappingNode, problems: list[Problem]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, ScalarNode):
            problems.append(text.problem(key.start_mark, key.end_mark, say("a key must be a word")))
            continue
        if key.value in out:
            problems.append(text.problem(key.start_mark, key.end_mark,
                                         say("the key `{key}` stands here a second time", key=key.value),
                                         say("Keep one of the two.")))  # fmt: skip
            continue
        out[key.value] = to_plain(text, value, problems)
    return out


def plain(source: str, name: str, *, first_line: int = 1) -> Any:
    """The text as plain data: dict, list, str; None for an empty value.

    Raises:
        InputError: the text is not one plain YAML document.
    """
    text = Text(name, source, first_line)
    problems: list[Problem] = []
    data = to_plain(text, compose(text), problems)
    if problems:
        raise InputError(problems, file=name)
    return data


def child(node: Node, part: str | int) -> tuple[Node, Node] | None:
    """The key node and the value node of a step down, or None where the node has no such part."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == part:
                return key, value
    elif isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    return None
