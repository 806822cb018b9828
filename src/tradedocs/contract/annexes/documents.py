"""Annex: the documents that the seller presents, with originals, copies and issuer where the deal states them."""

from __future__ import annotations

from tradedocs.model.annex import AnnexColumn, AnnexTable, Texts
from tradedocs.model.deal import Deal
from tradedocs.model.terms import Document
from tradedocs.words.bilingual import Languages, Parts, column, each
from tradedocs.words.missing import in_language

_NOT_STATED = ("–",)


def document_list(deal: Deal, languages: Languages) -> Parts:
    """One row a document; a column that no document states anything for is left out.

    Raises:
        MissingFact: a document or an issuer has no Chinese.
    """
    counted = any(one.originals is not None or one.copies is not None for one in deal.documents)
    issued = any(one.issuer is not None for one in deal.documents)
    columns = [
        column(("No.", "序号"), 7, languages),
        column(("Document", "单据"), 60, languages),
    ]
    if counted:
        columns += [_counted(("Originals", "正本"), languages), _counted(("Copies", "副本"), languages)]
    if issued:
        columns.append(column(("Issued by", "出具人"), 30, languages))
    rows = tuple(
        _row(number, one, languages, counted=counted, issued=issued)
        for number, one in enumerate(deal.documents, 1)
    )
    return Parts(tables=(AnnexTable(columns=tuple(columns), rows=rows),))


def _counted(words: tuple[str, str], languages: Languages) -> AnnexColumn:
    return column(words, 12, languages)


def _row(
    number: int, document: Document, languages: Languages, *, counted: bool, issued: bool
) -> tuple[Texts, ...]:
    key = f"documents[{number}]"
    cells: list[Texts] = [
        (str(number),),
        each(lambda language: in_language(document, language, key), languages),
    ]
    if counted:
        cells += [_count(document.originals), _count(document.copies)]
    if issued:
        issuer = document.issuer
        cells.append(
            each(lambda language: in_language(issuer, language, f"{key}.issuer"), languages)
            if issuer is not None
            else _NOT_STATED
        )
    return tuple(cells)


def _count(number: int | None) -> Texts:
    return (str(number),) if number is not None else _NOT_STATED
