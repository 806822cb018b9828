"""What the contract says to a complaint, for a terminal: specification, evidence, remedies, checks on record."""

from __future__ import annotations

from collections.abc import Iterator

from tradedocs.formats.claim_text import hung
from tradedocs.formats.plain import plain
from tradedocs.model.claimview import UnderContract
from tradedocs.ui import say


def contract_text(under: UnderContract, width: int | None = None) -> str:
    """In short; `width` is that of the terminal, None where lines need not be broken."""
    return "".join(f"{part}\n" for line in _lines(under) for part in hung(line, width))


def _lines(under: UnderContract) -> Iterator[str]:
    yield ""
    yield say("the contract asks of {goods}", goods=plain(under.goods))
    for one in under.required:
        method = f", {plain(one.method)}" if one.method else ""
        yield f"  {plain(one.name)}: {plain(one.requirement)} ({one.characteristic_class}{method})"
    if under.plan is not None:
        yield say("  sampling: {plan}", plan=plain(under.plan))
    if under.evidence:
        yield say("the buyer hands in with a claim")
    yield from (f"  {one.number} {plain(one.words)}" for one in under.evidence)
    if under.remedies:
        yield say("the contract grants")
    yield from (f"  {one.number} {plain(one.words)}" for one in under.remedies)
    yield say("checks of the shipment on record")
    for check in under.checks:
        reports = "; ".join(map(plain, check.reports))
        yield say("  {day}  {verdict} (ledger row {row}): {reports}", day=check.on, verdict=check.verdict,
                  row=check.row, reports=reports)  # fmt: skip
    if not under.checks:
        yield say("  none")
