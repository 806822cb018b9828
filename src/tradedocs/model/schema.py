"""The JSON Schema of the files that people write, for editors."""

from __future__ import annotations

from typing import Any

from tradedocs.model.claim import Complaint
from tradedocs.model.deal import Deal


def deal_schema() -> dict[str, Any]:
    """The schema of what a deal file may hold, short forms included (JSON Schema 2020-12)."""
    schema = Deal.model_json_schema(mode="validation")
    properties = schema["properties"]
    properties["shipment"] = {
        **properties["shipments"]["items"],
        "description": "The short form of `shipments` with one entry.",
    }
    schema["required"] = [name for name in schema["required"] if name != "shipments"]
    schema["oneOf"] = [{"required": ["shipment"]}, {"required": ["shipments"]}]
    for name, counted in (("GoodsLine", "line"), ("Shipment", "number")):
        schema["$defs"][name]["required"].remove(counted)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "tradedocs deal"
    return schema


def claim_schema() -> dict[str, Any]:
    """The schema of what a claim file may hold (JSON Schema 2020-12)."""
    schema = Complaint.model_json_schema(mode="validation")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "tradedocs claim"
    return schema
