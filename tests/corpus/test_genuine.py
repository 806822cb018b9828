"""Real reports as they were published: what the rules on genuineness hold, and why each of those is held."""

from __future__ import annotations

import hashlib
from functools import cache

import pytest

from tests.check.make import case, characteristic, line, spec
from tests.corpus_files import corpus
from tradedocs.check.rules import (
    look_alike_letters,
    report_active_content,
    report_inconsistent,
    report_revised,
    report_signature,
    verification_route,
)
from tradedocs.flows.codes import with_codes
from tradedocs.flows.reading import read_or_name
from tradedocs.model.finding import Verdict

pytestmark = pytest.mark.corpus

# Each was looked at: none of them is as its issuer wrote it.
ALTERED = {
    "91ddec393dd144ea": "report-revised",  # the product's name was overwritten on every page
    "21d51d59af8db30a": "report-revised",  # an editor changed the last page, four times
    "d9a905795d9af159": "report-signature",  # written anew after it was signed; the signature covers other bytes
}


@cache
def held() -> dict[str, set[str]]:
    """The rules that hold each report, by the hash of the file; pages that are pictures are left unread."""
    folder = corpus()
    if folder is None:
        return {}
    agreed = spec(line(characteristic("Power", "<= 9.9 W")))
    out = {}
    for path in sorted(folder.rglob("*.pdf")):
        one = case(agreed, with_codes(path, read_or_name(path, ocr=False)))
        rules = (report_revised, report_signature, report_active_content, report_inconsistent, look_alike_letters,
                 verification_route)  # fmt: skip
        out[hashlib.sha256(path.read_bytes()).hexdigest()[:16]] = {
            finding.rule for rule in rules for finding in rule.check(one) if finding.severity is Verdict.HOLD
        }
    return out


def test_only_what_was_altered_is_held() -> None:
    if not held():
        pytest.skip("the real reports are not on this machine (set TRADEDOCS_CORPUS)")
    found = {sha256: rules for sha256, rules in held().items() if rules}
    assert found == {sha256: {ALTERED[sha256]} for sha256 in held() if sha256 in ALTERED}
