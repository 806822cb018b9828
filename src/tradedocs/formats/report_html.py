"""A report as one self-contained page: its pages as pictures, every value that was read boxed and linked to its row.

What has no box was not read. No script, no outside asset; everything from the report is escaped, and the page's own
policy forbids scripts and loading anything.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple

from tradedocs.formats.plain import plain
from tradedocs.formats.report_rows import Block, Row, blocks_on, doubts_of, fact_rows
from tradedocs.formats.report_style import HOVERED_BOX, HOVERED_ROW, STYLE
from tradedocs.formats.signed import signed_in_words
from tradedocs.model.report import Report
from tradedocs.model.reportfile import Unread
from tradedocs.ui import say

GENERATOR = '<meta name="generator" content="tradedocs report">'
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_ROUND = 1.5
"""Points that a box is larger than the words in it."""


class Picture(NamedTuple):
    """A page as a JPEG picture, and its size in points as shown."""

    width: float
    height: float
    jpeg: bytes


class View(NamedTuple):
    """A report, the pages of it that are shown, and the pictures that there are of them."""

    report: Report
    pages: Sequence[int]
    pictures: Mapping[int, Picture]


def report_html(views: Sequence[View]) -> str:
    """The page of one report or of several."""
    title = ", ".join(plain(view.report.source.file) for view in views)
    parts = [part for number, view in enumerate(views, 1) for part in _report(view, f"f{number}")]
    return "\n".join(
        (
            "<!doctype html>",
            '<html lang="en"><head><meta charset="utf-8">',
            GENERATOR,
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}</title><style>{STYLE}</style></head><body><main>",
            *parts,
            "</main></body></html>\n",
        )
    )


def _report(view: View, name: str) -> Iterator[str]:
    report = view.report
    numbered = {page: list(_numbered(report, page, name)) for page in view.pages}
    yield f'<section class="report"><h1>{escape(plain(report.source.file))}</h1>'
    yield f'<p class="sub">{escape(_source(report))}</p>'
    yield from _lost(report.unread, name)
    yield '<ul class="facts">'
    links = {id(row.place): key for blocks in numbered.values() for _, rows in blocks for key, row in rows}
    for row in fact_rows(report):
        yield _overview(row, links.get(id(row.place)))
    yield "</ul>"
    yield _counts(report)
    if len(view.pages) < report.source.pages:
        shown = say("{n} of {all} pages are shown here", n=len(view.pages), all=report.source.pages)
        yield f'<p class="sub">{escape(shown)}</p>'
    for page, blocks in numbered.items():
        yield from _page(view, page, blocks, name)
    yield "</section>"


Keyed = tuple[Block, list[tuple[str, Row]]]


def _numbered(report: Report, page: int, name: str) -> Iterator[Keyed]:
    """The page's blocks, each row with a key that no other row of the file has."""
    count = 0
    for block in blocks_on(report, page):
        rows = []
        for row in block.rows:
            count += 1
            rows.append((f"{name}p{page}n{count}", row))
        if rows:
            yield block, rows


def _source(report: Report) -> str:
    pages = say("{n} pages", n=report.source.pages) if report.source.pages != 1 else say("1 page")
    kind = say("kind: {kind}", kind=report.family or say("not told"))
    by = say("sample drawn by: {who}", who=report.sample_by or say("not told"))
    return " · ".join((pages, kind, by, signed_in_words(report), f"SHA-256 {report.source.sha256}"))


def _lost(unread: Sequence[Unread], name: str) -> Iterator[str]:
    if not unread:
        return
    yield f'<div class="lost"><b>{escape(say("Not read"))}</b><ul>'
    for item in unread:
        where = escape(say("page {n}", n=item.page) if item.page else say("whole file"))
        link = f'<a href="#{name}p{item.page}">{where}</a>' if item.page else where
        yield f"<li>{link}: {escape(plain(item.why))}</li>"
    yield "</ul></div>"


def _overview(row: Row, key: str | None) -> str:
    label, value = row.cells
    page = escape(say("page {n}", n=row.place.page))
    told = f'<a href="#b{key}">{value}</a>' if key and row.place.box else value
    mark = "doubt" if row.doubt else "fact"
    return f'<li class="{mark}"><span>{label} · {page}</span>{told}{doubts_of(row)}</li>'


def _counts(report: Report) -> str:
    doubts = [
        item.doubt
        for found in (report.results, report.aql, report.defects, report.checklist)
        for item in found
    ]
    doubtful = sum(map(bool, doubts))
    lost = len({item.page for item in report.unread} - {0})
    told = (
        ("found", say("{n} values read", n=len(doubts) - doubtful)),
        ("doubt", say("{n} doubtful", n=doubtful)),
        ("fact", say("facts of the header")),
        ("gone", say("{n} pages not read, or not wholly", n=lost)),
    )
    return (
        '<p class="counts">' + "".join(f"<span><i class={c}></i>{escape(t)}</span>" for c, t in told) + "</p>"
    )


def _page(view: View, page: int, blocks: Sequence[Keyed], name: str) -> Iterator[str]:
    keyed = [item for _, rows in blocks for item in rows]
    unread = [item for item in view.report.unread if item.page == page]
    yield f'<section class="page" id="{name}p{page}">{_hovering(f"{name}p{page}", keyed)}'
    yield from _paper(view.pictures.get(page), page, unread, keyed)
    yield f"<div><h2>{escape(say('Page {n}', n=page))}</h2>"
    if not blocks:
        yield f'<p class="nothing">{escape(say("Nothing was read from this page."))}</p>'
    for block, rows in blocks:
        yield from _table(block, rows)
    yield "</div></section>"


def _hovering(page: str, keyed: Iterable[tuple[str, Row]]) -> str:
    """What shows box and row as one under the pointer, without a script."""
    rules = (
        f"#{page}:has(#r{key}:hover) #b{key}{{{HOVERED_BOX}}}#{page}:has(#b{key}:hover) #r{key}{{{HOVERED_ROW}}}"
        for key, row in keyed
        if row.place.box
    )
    return f"<style>{''.join(rules)}</style>"


def _paper(
    picture: Picture | None, page: int, unread: Sequence[Unread], keyed: Sequence[tuple[str, Row]]
) -> Iterator[str]:
    caption = "; ".join(plain(item.why) for item in unread)
    caption = say("not read: {why}", why=caption) if caption else say("page {n}", n=page)
    gone = " gone" if unread else ""
    yield f'<figure class="paper{gone}"><figcaption>{escape(caption)}</figcaption>'
    if picture is None:
        yield f'<div class="none">{escape(say("no picture of this page"))}</div></figure>'
        return
    data = base64.b64encode(picture.jpeg).decode()
    yield f'<div><img alt="{escape(caption)}" src="data:image/jpeg;base64,{data}">'
    yield f'<svg viewBox="0 0 {picture.width:g} {picture.height:g}" preserveAspectRatio="none">'
    yield from (_box(key, row) for key, row in keyed if row.place.box)
    yield "</svg></div></figure>"


def _box(key: str, row: Row) -> str:
    x0, y0, x1, y1 = row.place.box or (0.0, 0.0, 0.0, 0.0)
    x, y, width, height = x0 - _ROUND, y0 - _ROUND, x1 - x0 + 2 * _ROUND, y1 - y0 + 2 * _ROUND
    mark = _mark(row)
    return (
        f'<a href="#r{key}"><rect id="b{key}" class="{mark}" x="{x:.1f}" y="{y:.1f}" width="{max(width, 1):.1f}"'
        f' height="{max(height, 1):.1f}"><title>{escape(row.told)}</title></rect></a>'
    )


def _link(key: str) -> str:
    return f'<a href="#b{key}" title="{escape(say("show it on the page"))}">◎</a>'


def _mark(row: Row) -> str:
    return "doubt" if row.doubt else row.kind


def _table(block: Block, rows: Sequence[tuple[str, Row]]) -> Iterator[str]:
    heads = "".join(f"<th>{escape(head)}</th>" for head in (*block.heads, "")) if block.heads else ""
    yield f"<h3>{escape(block.title)}</h3><table>"
    yield f"<thead><tr>{heads}</tr></thead><tbody>" if heads else "<tbody>"
    for key, row in rows:
        first, *others = row.cells
        cells = "".join(f"<td>{cell}</td>" for cell in (first + doubts_of(row), *others))
        link = _link(key) if row.place.box else ""
        yield f'<tr id="r{key}" class="{_mark(row)}">{cells}<td class="to">{link}</td></tr>'
    yield "</tbody></table>"
