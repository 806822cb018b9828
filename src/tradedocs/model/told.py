"""Errors of a model that point at the key they are about."""

from __future__ import annotations

from pydantic_core import PydanticCustomError


def at(key: str | tuple[str | int, ...], message: str) -> PydanticCustomError:
    """An error about `key` (a field, or the way down to one) of the model that is being validated."""
    way = (key,) if isinstance(key, str) else key
    return PydanticCustomError("told", "{message}", {"message": message, "at": way})
