"""YAML files ⇄ models, with file:line:column, the line, a caret and a hint in every error.

Every scalar is read as the text that was written: `no`, `on`, `012` and `1:30` stay what they are, and the
model decides what a field means. Aliases, duplicate keys, tags and several documents are refused.
"""

from tradedocs.yamlfile.load import load, load_kept, load_placed, parse, validated
from tradedocs.yamlfile.nodes import plain
from tradedocs.yamlfile.places import Places

__all__ = ["Places", "load", "load_kept", "load_placed", "parse", "plain", "validated"]
