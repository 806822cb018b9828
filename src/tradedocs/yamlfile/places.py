"""Where a key of a model stands in the YAML text that it was read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from tradedocs.errors import Problem
from tradedocs.model.base import Source
from tradedocs.yamlfile.nodes import Text, child

Way = tuple[str | int, ...]


@dataclass(frozen=True)
class Places:
    """The places of one file. A way is the keys down to a value (`("goods", 0, "tolerance")`), counted from 0."""

    text: Text
    root: Node

    def nearest(self, ways: Sequence[Way]) -> Way:
        """The first of these ways that the file holds in full, else the first that it holds in part, else the first."""
        rests = [self._lacking(way) for way in ways]
        whole = [way for way, rest in zip(ways, rests, strict=True) if rest == 0]
        part = [way for way, rest in zip(ways, rests, strict=True) if rest < len(way)]
        return (*whole, *part, *ways)[0]

    def _lacking(self, way: Way) -> int:
        _, node, rest = locate(self.root, way)
        # `place: Ningbo` is the short form of `place: {en: Ningbo}`.
        return 0 if isinstance(node, ScalarNode) and rest == ("en",) else len(rest)

    def source(self, way: Way) -> Source:
        """File, line and column of the value; of the nearest key above it where the file leaves it out."""
        mark, _ = self._marks(way)
        return Source(file=self.text.name, line=mark.line + self.text.first_line, column=mark.column + 1)

    def problem(self, way: Way, message: str, hint: str = "") -> Problem:
        """An error there, with the line and a caret."""
        mark, end = self._marks(way)
        return self.text.problem(mark, end, message, hint)

    def _marks(self, way: Way) -> tuple[Any, Any]:
        key, node, _ = locate(self.root, way)
        if node is self.root:
            return node.start_mark, first_key_end(node)
        if key is not None and isinstance(node, MappingNode | SequenceNode):
            return key.start_mark, key.end_mark
        return node.start_mark, node.end_mark


def locate(root: Node, way: Way) -> tuple[Node | None, Node, Way]:
    """The deepest key and value nodes on the way, and the part of the way that the file does not have."""
    key, node, rest = None, root, list(way)
    while rest:
        part = rest[0]
        step = child(node, part)
        # `shipment:` is the short form of a list with one entry.
        if (
            step is None
            and isinstance(part, str)
            and (step := child(node, part.removesuffix("s"))) is not None
        ):
            rest[1:2] = []
        if step is None:
            break
        key, node = step
        rest.pop(0)
    return key, node, tuple(rest)


def first_key_end(root: Node) -> Any:
    """Where the first key of a mapping ends."""
    return root.value[0][0].end_mark if isinstance(root, MappingNode) and root.value else root.end_mark
