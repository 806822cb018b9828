"""A story as JSON, version 1; documented in docs/ledger.md."""

from __future__ import annotations

import json

from tradedocs.model.story import Story

VERSION = 1


def trace_json(story: Story) -> str:
    """The story as JSON text."""
    return json.dumps({"version": VERSION, **story.model_dump(mode="json")}, ensure_ascii=False, indent=1)
