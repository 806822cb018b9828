"""Whether a report replaces an earlier one: issuer, lot, base number, the statement, and the dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradedocs.check.names import fold_number
from tradedocs.model.finding import Remembered
from tradedocs.model.report import Cited
from tradedocs.registers import same_body
from tradedocs.ui import say

_MARK = r"(?:r|rev|revision|reissue|v|ver|version|a|amd|amend|amendment|issue|ed)"
_BEHIND = re.compile(rf"(?:[-_/.(]*{_MARK}[-.]?\d{{0,2}}[a-z]?|[-_/.(]+\d{{1,2}}|[-_/.(]*[a-z])\)?")
_LAST = re.compile(rf"(?:[-_/.(]+{_MARK}[-.]?\d{{0,2}}|_\d{{1,2}}|[-_/.(]+rev\.?[a-z])\)?$")
_LEAST_BASE = 3


def replaces(new: Remembered, cited: Cited, old: Remembered) -> Iterator[str]:
    """What is missing for `new` to replace `old`; nothing when it does."""
    if cited.doubt:
        yield say("the date in its statement is not plain")
    if new.issuer is None or old.issuer is None or not one_body(new.issuer, old.issuer):
        yield say(
            "the issuers are not plainly the same ({new}, {old})",
            new=new.issuer or "–",
            old=old.issuer or "–",
        )
    if new.family != old.family:
        yield say("they are not reports of one kind")
    if not same_goods(new, old, exact=True):
        yield say("the lot is not plainly the same")
    if not same_base(new.report_no, old.report_no):
        yield say(
            "its number {new} is not built on {old}", new=new.report_no or "–", old=old.report_no or "–"
        )
    if new.issued is None or old.issued is None or new.issued <= old.issued:
        yield say("it is not plainly later ({new}, {old})", new=new.issued or "–", old=old.issued or "–")
    if cited.on is not None and cited.on != old.issued:
        yield say(
            "it names the date {on}, the earlier report has {issued}", on=cited.on, issued=old.issued or "–"
        )


def one_body(one: str, other: str) -> bool:
    """Whether the two names are of one issuer, in whichever order."""
    return same_body(one, other) or same_body(other, one)


def same_goods(new: Remembered, old: Remembered, *, exact: bool) -> bool:
    """Whether both are about one lot of one contract: what both state is the same, and a lot or contract is stated.

    Args:
        exact: the lots must be the same ones; else one in common is enough, since a lot may be taken apart.
    """
    lots = [{fold_number(lot) for lot in each.lots} for each in (new, old)]
    if lots[0] and lots[1] and (lots[0] != lots[1] if exact else not lots[0] & lots[1]):
        return False
    if exact and bool(lots[0]) != bool(lots[1]):
        return False
    pairs = ((new.contract_no, old.contract_no), (new.model, old.model))
    stated = [fold_number(a) == fold_number(b) for a, b in pairs if a is not None and b is not None]
    tied = bool(lots[0] and lots[1]) or (new.contract_no is not None and old.contract_no is not None)
    return tied and all(stated)


def same_base(new: str | None, old: str | None) -> bool:
    """Whether a number is the other one with a mark of revision behind it (`-R1`, `REV.1`, `_1`, `A`), or the same."""
    if new is None or old is None:
        return False
    a, b = fold_number(new), fold_number(old)
    if a == b:
        return True
    if a.startswith(b):
        return _BEHIND.fullmatch(a[len(b) :]) is not None
    base = _LAST.sub("", a)
    return len(base) >= _LEAST_BASE and base != a and base == _LAST.sub("", b) and base != b
