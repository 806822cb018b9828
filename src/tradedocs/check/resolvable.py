"""Which findings a person may resolve, by what, and why no other.

A person can say what stands on a page, and what a printed thing means. A person's word never takes the place of a
document that is missing, of a term of the contract, or of the issuer's own file; and nothing that rejects is resolved.
What is not in the first table cannot be resolved.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.resolution import Settled

RESOLVABLE: Mapping[str, tuple[Settled, str]] = MappingProxyType({
    "not-comparable": ("value", "what the page gives, which the check then holds against the requirement"),
    "unit-unknown": ("value", "the value with the unit that the page gives, which the check then compares"),
    "doubtful-reading": ("value", "what the page shows, which the check then compares"),
    "report-date": ("value", "which day a date means that can be read in two ways, as other dates of the report show; "
                    "a day outside of what is allowed cannot be resolved"),
    "unread-page": ("page", "that the page holds nothing about these goods that the check does not know"),
    "basis-differs": ("page", "where the page says that the value is on the basis of the contract"),
    "limit-differs": ("page", "why the other limit is of no weight; the value itself was held against the contract's"),
    "method-differs": ("page", "why what is printed is the method of the contract"),
    "values-differ": ("page", "what each of the values is of; each of them meets the requirement"),
    "related-failure": ("page", "what the row is of, when it is not of these goods"),
    "other-failure": ("page", "what the row means, when it is no failure of these goods"),
    "defects-differ": ("page", "how the list and the table fit together"),
    "look-alike-letters": ("page", "who confirmed the name or number, and how"),
    "report-inconsistent": ("page", "why the pages belong together"),
    "contract-reference": ("page", "why the number that is printed, or its absence, is no other contract"),
    "party-differs": ("page", "why the printed name is the party of the contract"),
    "goods-differ": ("page", "why the printed goods are those of the contract"),
    "type-test-model": ("page", "where the report names the model that is sold"),
    "report-superseded": ("page", "why its issuer issued the report again and what that changed, as the issuer says"),
    "verification-route": ("page", "who asked the issuer by its own channel, and what it said of this report"),
    "adverse-on-record": ("word", "why the report on record is not of these goods: that it was given by mistake"),
})  # fmt: skip
"""By rule: what a person must give, and what the reason has to say."""

_DOCUMENT = "only the document that is missing, or a concession of the other side, settles it"
_FILE = "only the issuer's own file settles it"
_TERM = "it is a term of the contract: only an amendment, or what the contract asks for, settles it"
_OTHER = "it rejects, or a document or a step of yours settles it"
NEVER: Mapping[str, str] = MappingProxyType({
    **dict.fromkeys(("not-found", "wrong-evidence", "own-result", "specimen-missing", "aql-missing", "not-due",
                     "conclusion-missing", "type-test-stale", "quantity-short", "report-unnamed"), _DOCUMENT),
    **dict.fromkeys(("report-revised", "report-signature", "report-active-content", "report-status",
                     "several-reports"), _FILE),
    **dict.fromkeys(("issuer-not-agreed", "aql-plan-differs", "quantity-over", "inspection-date", "report-reused",
                     "price-adjustment"), _TERM),
    "no-witness": "`tradedocs report confirm` records what a person reads, value by value",
})  # fmt: skip
"""Why the findings of a rule cannot be resolved, where that is not plain from what they say."""


def settled_by(finding: Finding) -> Settled | None:
    """What a person must give to resolve the finding; None where nobody can."""
    if finding.severity is not Verdict.HOLD or finding.rule not in RESOLVABLE:
        return None
    way = RESOLVABLE[finding.rule][0]
    return None if way == "value" and finding.about is None else way


def manual(rule_id: str) -> str:
    """The part of a rule's manual page that says whether a person may resolve what it holds."""
    if rule_id not in RESOLVABLE:
        return f"Resolving: never by a person's word; {NEVER.get(rule_id, _OTHER)}."
    way, asked = RESOLVABLE[rule_id]
    options = {"word": "", "page": " --crop-seen", "value": " --crop-seen --value TEXT"}[way]
    return f"Resolving: tradedocs resolve FINDING --by NAME --reason TEXT{options}; the reason says {asked}."
