"""Which inspection a document is about: shipment, goods lines, body; and the tables that several documents share."""

from __future__ import annotations

from dataclasses import dataclass

from tradedocs.contract.annexes.plan import plans_table
from tradedocs.contract.lots import planned_lots
from tradedocs.contract.spec import spec_of
from tradedocs.errors import UsageError
from tradedocs.model.amount import Quantity
from tradedocs.model.annex import PlannedLot, Texts
from tradedocs.model.clause import Language
from tradedocs.model.contract import Article
from tradedocs.model.deal import Deal
from tradedocs.model.goods import GoodsLine
from tradedocs.model.paper import PaperTable
from tradedocs.model.party import Party, Side
from tradedocs.model.terms import Shipment
from tradedocs.ui import say
from tradedocs.word.specification import columns_of, header_cells, spec_cells
from tradedocs.words.bilingual import Languages, Pair, both, column, each, of
from tradedocs.words.goods import description, packing
from tradedocs.words.party import name
from tradedocs.words.values import day, quantity, tolerance

_DRAFT: Pair = ("DRAFT CONTRACT – NOT TO BE SENT", "合同为草稿，不得发出")


@dataclass(frozen=True, slots=True)
class Job:
    """One inspection: what of the contract is inspected, and by whom; `draft` says that the contract is a draft."""

    deal: Deal
    articles: tuple[Article, ...]
    languages: Languages
    shipment: Shipment
    lines: tuple[tuple[GoodsLine, Quantity], ...]
    body: str
    draft: bool = False

    def party(self, side: Side) -> Party:
        """One side of the contract."""
        return self.deal.seller if side == "seller" else self.deal.buyer

    @property
    def mark(self) -> str:
        """What stands on every page of a document that was made of a draft; else empty."""
        return " / ".join(self.both(*_DRAFT)) if self.draft else ""

    def both(self, english: str, chinese: str) -> Texts:
        """A text in each language of the document."""
        return both((english, chinese), self.languages)


def job_of(
    deal: Deal, articles: tuple[Article, ...], languages: Languages, *, shipment: int | None = None,
    line: int | None = None, to: str | None = None, draft: bool = False,
) -> Job:  # fmt: skip
    """The inspection that is asked for.

    Raises:
        UsageError: there are several shipments or bodies and none was named, or what was named is not agreed.
    """
    chosen = _shipment(deal, shipment)
    return Job(deal, articles, languages, chosen, _lines(deal, chosen, line), _body(deal, to), draft)


def _shipment(deal: Deal, number: int | None) -> Shipment:
    if number is None and len(deal.shipments) == 1:
        return deal.shipments[0]
    for shipment in deal.shipments:
        if shipment.number == number:
            return shipment
    known = ", ".join(str(one.number) for one in deal.shipments)
    fact = (
        say("the contract has several shipments") if number is None else say("there is no shipment {n}", n=number)
    )  # fmt: skip
    raise UsageError(fact, way_out=say("Name one of them: --shipment N, with N one of {known}.", known=known))


def _lines(deal: Deal, shipment: Shipment, number: int | None) -> tuple[tuple[GoodsLine, Quantity], ...]:
    shipped = deal.shipped(shipment)
    found = tuple(pair for pair in shipped if number is None or pair[0].line == number)
    if not found:
        known = ", ".join(str(one.line) for one, _ in shipped)
        raise UsageError(
            say("shipment {n} carries no line {line}", n=shipment.number, line=number),
            way_out=say("Its lines are {known}.", known=known),
        )
    return found


def _body(deal: Deal, to: str | None) -> str:
    bodies = deal.inspection.bodies
    known = "; ".join(bodies)
    if to is None and len(bodies) == 1:
        return bodies[0]
    for body in bodies:
        if to is not None and " ".join(body.casefold().split()) == " ".join(to.casefold().split()):
            return body
    fact = (
        say("the contract names several inspection bodies")
        if to is None
        else say("the contract does not name {body!r} as an inspection body", body=to)
    )
    raise UsageError(fact, way_out=say("Name one of them with --to: {known}.", known=known))


def article(articles: tuple[Article, ...], *clauses: str) -> str | None:
    """The number of the first of these clauses that the contract has."""
    found = {one.clause_id: one.paragraphs[0].number for one in articles}
    return next((found[clause] for clause in clauses if clause in found), None)


def cited(articles: tuple[Article, ...], languages: Languages, *clauses: str) -> Texts:
    """`Article 14`, `第14条`; a dash where the contract has none of these clauses or its articles are not known."""
    number = article(articles, *clauses)
    return both((f"Article {number}", f"第{number}条"), languages) if number else ("–",)


def goods_table(job: Job) -> PaperTable:
    """The goods of the inspection: what, how much of them, packed how."""
    languages = job.languages
    columns = (
        column(("Line", "项号"), 7, languages),
        column(("Goods", "货物"), 38, languages),
        column(("Quantity", "数量"), 20, languages),
        column(("Packing", "包装"), 35, languages),
    )
    return PaperTable(columns=columns, rows=tuple(_goods_row(job, line, share) for line, share in job.lines))


def _goods_row(job: Job, line: GoodsLine, share: Quantity) -> tuple[Texts, ...]:
    languages = job.languages
    return (
        (str(line.line),),
        each(lambda language: _what(line, language), languages),
        each(lambda language: _amount(line, share, language), languages),
        each(lambda language: packing(line, language), languages),
    )


def _what(line: GoodsLine, language: Language) -> str:
    model: Pair = (f", model {line.model}", f"，型号{line.model}")
    return description(line, language) + (of(model, language) if line.model else "")


def _amount(line: GoodsLine, share: Quantity, language: Language) -> str:
    return quantity(share, language) + (f" {tolerance(line.tolerance)}" if line.tolerance else "")


def lots_of(job: Job) -> tuple[PlannedLot, ...] | None:
    """The sampling plans of the lots of this inspection; None where they are not worked out."""
    numbers = {line.line for line, _ in job.lines}
    planned = planned_lots(job.deal)
    if planned is None:
        return None
    return tuple(lot for lot in planned if lot.shipment == job.shipment.number and lot.line in numbers)


def plan_table(job: Job) -> PaperTable | None:
    """The sampling plan of each lot; None where it is not worked out (bulk goods, a standard that is not held)."""
    lots = lots_of(job)
    if not lots:
        return None
    table = plans_table(lots, job.languages)
    return PaperTable(columns=table.columns[1:], rows=tuple(cells[1:] for cells in table.rows), together=True)


def characteristics_table(job: Job, line: GoodsLine) -> PaperTable:
    """The characteristics as the contract's specification shows them."""
    spec_line = spec_of(job.deal).line(line.line)
    widths = (width for _, width in columns_of("characteristics"))
    heads = header_cells(job.languages)
    columns = tuple(
        column(("", ""), width, job.languages).model_copy(update={"head": tuple(dict.fromkeys(head))})
        for width, head in zip(widths, heads, strict=True)
    )
    return PaperTable(columns=columns, rows=spec_cells(spec_line, job.languages))


def window(job: Job) -> Texts:
    """From the first to the last day of shipment."""
    return each(lambda language: _from_to(job.shipment, language), job.languages)


def _from_to(shipment: Shipment, language: Language) -> str:
    first, last = day(shipment.window.first, language), day(shipment.window.last, language)
    return of((f"{first} to {last}", f"{first}至{last}"), language)


def named(job: Job, side: Side) -> Texts:
    """A party's name in each language."""
    return each(lambda language: name(job.party(side), language), job.languages)
