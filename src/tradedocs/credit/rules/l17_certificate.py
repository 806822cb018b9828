"""The credit's inspection certificate is not the one that the contract agrees.

What: each inspection, quality, quantity or analysis certificate of field 46A is held against `inspection`: its
issuer must be an agreed body; a limit that it states for a characteristic must be the contract's; a certificate
that is made at the destination cannot be presented in time. A certificate without a named issuer may come from
anybody.

Why: a certificate of another body, or one that states another limit, is a discrepancy although the goods conform.

Bad: agreed Northquay Superintendence, `QUALITY CERTIFICATE ISSUED BY SGS`; colour agreed at most 45, `COLOUR 35 MAX`
Good: the agreed body, no limits or the agreed ones

Source: UCP 600 Article 14(f); ISBP 821 paragraph Q.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tradedocs.credit.case import CreditCase, names, told
from tradedocs.credit.kinds import in_buyers_hand, kind_of
from tradedocs.model.credit import CreditFinding, CreditItem
from tradedocs.model.goods import Characteristic
from tradedocs.ui import say

ID = "L17"
_SOURCE = "UCP 600 Article 14(f)"
_ISSUER = re.compile(
    r"\b(?:ISSUED|SIGNED|MADE OUT|CERTIFIED)\s+(?:AND SIGNED\s+)?BY\s+(.{3,80}?)"
    r"(?:,|\.|;| CERTIFYING| STATING| SHOWING| EVIDENCING| INDICATING| IN \d| AT | DATED|$)"
)
_ANYBODY = re.compile(
    r"\b(?:BENEFICIARY|MANUFACTURER|SELLER|PRODUCER|COMPETENT|INDEPENDENT|ANY|AUTHORI[SZ]ED)\b"
)
_DESTINATION = re.compile(
    r"\b(?:AT|IN|AFTER)\s+(?:THE\s+)?(?:PORT OF\s+)?(?:DESTINATION|DISCHARGE|ARRIVAL|UNLOADING)\b"
)
_LIMIT = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)")
_REACH = 40
_SHORTEST = 5


def judge(case: CreditCase) -> Iterator[CreditFinding]:
    """The findings of each certificate."""
    place = case.deal.inspection.place
    for item in case.credit.documents:
        if kind_of(item.readings) != "inspection-certificate" or in_buyers_hand(item.readings):
            continue
        yield from _issuer(case, item)
        yield from _limits(case, item)
        if any(_DESTINATION.search(text) for text in item.readings):
            yield told(
                ID,
                "discrepancy",
                item,
                say("point {n}: the certificate is made at the destination", n=item.number),
                contract=place.en,
                key="inspection.place",
                consequence=say("It cannot be had before the documents must be presented."),
                amend=(
                    f"Field 46A, point {item.number}: inspection before shipment at {place.en}.",
                    f"46A栏第{item.number}项：检验改为装运前在{place.zh or place.en}进行。",
                ),
                source="UCP 600 Articles 5, 14(c)",
            )


def _issuer(case: CreditCase, item: CreditItem) -> Iterator[CreditFinding]:
    bodies = case.deal.inspection.bodies
    if any(names(item.readings, body) for body in bodies):
        return
    stated = next((match[1].strip() for text in item.readings if (match := _ISSUER.search(text))), None)
    open_to_all = stated is None or _ANYBODY.search(stated) is not None
    agreed = ", ".join(bodies)
    yield told(
        ID,
        "look" if open_to_all else "discrepancy",
        item,
        say("point {n}: the credit names no agreed body as the issuer", n=item.number)
        if open_to_all
        else say("point {n}: the certificate is to be issued by {issuer}", n=item.number, issuer=stated),
        contract=agreed,
        key="inspection.bodies",
        consequence=say("A certificate of any issuer will do for the bank: as buyer, ask for the agreed one.")
        if open_to_all
        else say("The certificate of the agreed body does not fit the credit."),
        amend=None
        if open_to_all
        else (
            f"Field 46A, point {item.number}: certificate to be issued by {' or '.join(bodies)}.",
            f"46A栏第{item.number}项：证书改为由{'或'.join(bodies)}出具。",
        ),
        source=_SOURCE,
    )


def _limits(case: CreditCase, item: CreditItem) -> Iterator[CreditFinding]:
    for index, line in enumerate(case.deal.goods, 1):
        for place, one in enumerate(line.characteristics, 1):
            stated = _stated(item, _called(one, line.characteristics))
            if stated is None or stated in one.require.numbers:
                continue
            yield told(
                ID,
                "discrepancy",
                item,
                say("point {n}: {name} is to be certified with {stated}", n=item.number, name=one.name,
                    stated=f"{stated:f}"),
                contract=f"{one.name} {one.require}",
                key=f"goods[{index}].characteristics[{place}].require",
                consequence=say("A certificate of goods that conform may be refused, or the goods with it."),
                amend=(
                    f"Field 46A, point {item.number}: {one.name} to read {one.require}.",
                    f"46A栏第{item.number}项：{one.name_zh or one.name}改为{one.require}。",
                ),
                source=_SOURCE,
            )  # fmt: skip


def _called(one: Characteristic, among: tuple[Characteristic, ...]) -> tuple[str, ...]:
    """The names of a characteristic; banks shorten them to the first word, where no other one begins with it."""
    first = one.name.split()[0].upper()
    shared = sum(other.name.split()[0].upper() == first for other in among) > 1
    return (
        one.name.upper(),
        *(alias.upper() for alias in one.aliases),
        *(() if shared or len(first) < _SHORTEST else (first,)),
    )


def _stated(item: CreditItem, called: tuple[str, ...]) -> Decimal | None:
    """The number that follows one of the names closely; None where none is named, or has no number."""
    for text in item.readings:
        for name in called:
            match = re.search(rf"\b{re.escape(name)}\b", text)
            if match is None:
                continue
            number = _LIMIT.search(re.split(r"[,;]| AND ", text[match.end() : match.end() + _REACH])[0])
            if number:
                return Decimal(number[1])
    return None
