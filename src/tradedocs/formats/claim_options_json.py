"""The ways to settle a claim as JSON, version 1."""

from __future__ import annotations

import json
from typing import Any

from tradedocs.model.claimoptions import ClaimOptions

VERSION = 1


def options_json(found: ClaimOptions) -> str:
    """The whole of it; amounts are strings with the currency's decimals, so that nothing is rounded on the way."""
    return json.dumps(_plain(found), ensure_ascii=False, indent=2)


def _plain(found: ClaimOptions) -> dict[str, Any]:
    return {"version": VERSION, **found.model_dump(mode="json")}
