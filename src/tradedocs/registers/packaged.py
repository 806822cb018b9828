"""The register files that come with the program."""

from __future__ import annotations

from contextlib import suppress
from importlib import resources
from typing import Any, Literal, TypeVar

from pydantic import ValidationError

from tradedocs import cache
from tradedocs.errors import ToolError
from tradedocs.model.base import Fact
from tradedocs.model.day import Day
from tradedocs.model.text import Line
from tradedocs.ui import say


class Register(Fact):
    """A file of the register. A day that is left out is not known."""

    version: Literal["1"]


class Dated(Fact):
    """An outside fact.

    `source` is where it was seen; `checked_on` the day on which a named person last held it against that source,
    None when nobody has.
    """

    source: Line | None = None
    checked_on: Day | None = None


R = TypeVar("R", bound=Register)


def packaged(name: str, model: type[R]) -> R:
    """The register that stands in `data/NAME.yaml`.

    Raises:
        ToolError: there is no such file; the installation is broken.
    """
    source = resources.files("tradedocs.registers") / "data" / f"{name}.yaml"
    try:
        content = source.read_bytes()
    except OSError:
        raise ToolError(
            say("the register {name} is missing from the program", name=name),
            way_out=say("Install the package again."),
        ) from None
    kind, key = f"register-{name}", cache.key_of(content)
    if (entry := cache.kept(kind, key)) is not None:
        with suppress(ValidationError):
            return model.model_validate_json(entry.data)
    read = model.model_validate(_parsed(content))
    cache.keep(kind, key, {}, read.model_dump_json(by_alias=True).encode())
    return read


def _parsed(content: bytes) -> Any:
    import yaml

    # The files are ours and tested; the loader in C reads them ten times faster than the one that knows places.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load(content, Loader=loader)  # noqa: S506 (it makes nothing but strings)
