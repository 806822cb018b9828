"""An independent validator agrees with the model about the sample and case files."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import ClassVar

import jsonschema
import pytest
import yaml

from tradedocs.model.schema import claim_schema, deal_schema

ROOT = Path(__file__).parent.parent.parent


class EditorLoader(yaml.SafeLoader):
    """What an editor makes of a file by YAML 1.2: numbers and truth values, everything else text."""

    yaml_implicit_resolvers: ClassVar[dict[str, object]] = {}


EditorLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[0-9]+$"), list("0123456789"))
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[0-9]+\.[0-9]+$"), list("0123456789")
)
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), list("tf"))

DEALS = [
    *sorted((ROOT / "tests/cases/deals").glob("good-*.yaml")),
    *sorted((ROOT / "samples").glob("*/deal.yaml")),
]

CLAIMS = [
    *sorted((ROOT / "tests/cases/claims").glob("good-*.yaml")),
    *sorted((ROOT / "samples/claims").glob("*.yaml")),
]


@pytest.mark.parametrize("path", DEALS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_good_deals_are_valid(path: Path) -> None:
    schema = deal_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(yaml.load(path.read_text(encoding="utf-8"), EditorLoader), schema)


def test_an_unknown_key_is_not_valid() -> None:
    data = yaml.load(DEALS[0].read_text(encoding="utf-8"), EditorLoader)
    with pytest.raises(jsonschema.ValidationError, match="byer"):
        jsonschema.validate({**data, "byer": "x"}, deal_schema())


def test_the_schema_in_the_samples_is_the_schema() -> None:
    written = json.loads((ROOT / "samples/deal.schema.json").read_text(encoding="utf-8"))
    assert written == deal_schema()


@pytest.mark.parametrize("path", CLAIMS, ids=lambda path: path.stem)
def test_good_claims_are_valid(path: Path) -> None:
    schema = claim_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(yaml.load(path.read_text(encoding="utf-8"), EditorLoader), schema)


def test_an_unknown_key_of_a_claim_is_not_valid() -> None:
    data = yaml.load(CLAIMS[0].read_text(encoding="utf-8"), EditorLoader)
    with pytest.raises(jsonschema.ValidationError, match="recieved"):
        jsonschema.validate({**data, "recieved": "x"}, claim_schema())


def test_the_schema_of_a_claim_in_the_samples_is_the_schema() -> None:
    written = json.loads((ROOT / "samples/claim.schema.json").read_text(encoding="utf-8"))
    assert written == claim_schema()
