"""What a contract file says of itself, as JSON, version 1."""

from __future__ import annotations

import json

from tradedocs.model.contract import Passport
from tradedocs.model.spec import Spec

VERSION = 1


def contract_json(file: str, sha256: str, passport: Passport, spec: Spec, problems: tuple[str, ...]) -> str:
    """The passport, the Spec in its canonical form, and the disagreements, as JSON text."""
    data = {
        "version": VERSION,
        "file": file,
        "sha256": sha256,
        "contract_no": passport.contract_no,
        "draft": passport.draft,
        "amends": passport.amends.model_dump(mode="json") if passport.amends is not None else None,
        "languages": list(passport.languages),
        "program": passport.program,
        "hashes": {
            "deal": passport.deal_sha256,
            "template": passport.template_sha256,
            "spec": passport.spec_sha256,
            "text": passport.text_sha256,
        },
        "clauses": [
            {
                "id": clause.id,
                "version": clause.version,
                "position": clause.position,
                "sha256": clause.sha256,
                "approved_by": clause.approved_by,
            }
            for clause in passport.clauses
        ],
        "spec": json.loads(spec.canonical()),
        "problems": list(problems),
    }
    return json.dumps(data, ensure_ascii=False, indent=1)
