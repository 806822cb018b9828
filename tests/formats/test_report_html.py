from __future__ import annotations

import re
from html.parser import HTMLParser

from tests.formats.reports import FULL
from tradedocs.formats.report_html import Picture, View, report_html

PICTURE = Picture(595.0, 842.0, b"\xff\xd8not really a picture")


class Seen(HTMLParser):
    """Tags, ids, links inside of the page and text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.boxes: dict[str, dict[str, str | None]] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if "href" in given else []
        if tag == "rect":
            self.boxes[given["id"] or ""] = given


def page(**pictures: Picture) -> str:
    return report_html([View(FULL, (1, 2, 3), {int(k[1:]): picture for k, picture in pictures.items()})])


def test_each_thing_read_has_a_row_and_a_box_that_lead_to_each_other() -> None:
    seen = Seen(page(p1=PICTURE, p2=PICTURE, p3=PICTURE))
    rows = [one[1:] for one in seen.ids if one.startswith("r")]
    facts_and_conclusion = 8
    assert len(rows) == facts_and_conclusion + len(FULL.results) + 3
    assert {f"b{key}" for key in rows} == set(seen.boxes)
    assert {f"#b{key}" for key in rows} | {f"#r{key}" for key in rows} <= set(seen.links)
    assert len(seen.ids) == len(set(seen.ids))
    assert {link[1:] for link in seen.links} <= set(seen.ids)


def test_a_box_stands_where_the_value_stands() -> None:
    box = next(iter(Seen(page(p1=PICTURE)).boxes.values()))
    assert (box["x"], box["y"], box["width"], box["height"]) == ("98.5", "18.5", "63.0", "13.0")
    assert 'viewBox="0 0 595 842"' in page(p1=PICTURE)


def test_doubtful_values_look_different_and_say_why() -> None:
    html = page(p1=PICTURE)
    classes = [box["class"] for box in Seen(html).boxes.values()]
    assert classes.count("doubt") == 2
    assert "? it looks like a number but cannot be read as one; one cell holds two values" in html


def test_an_unread_page_is_named_on_top_and_marked() -> None:
    html = page(p3=PICTURE)
    assert '<a href="#f1p3">page 3</a>: the page has no text layer' in html
    assert html.count('class="paper gone"') == 1
    assert "not read: the page has no text layer" in html
    assert html.count("no picture of this page") == 2


def test_nothing_from_a_report_becomes_markup_and_nothing_is_loaded() -> None:
    html = page(p1=PICTURE, p2=PICTURE)
    assert "<script" not in html.casefold()
    assert "script" not in Seen(html).tags
    assert "default-src 'none'; img-src data:" in html
    assert not re.search(r"(?:src|href)=\"(?!data:image/jpeg;base64,|#)", html)
    assert "\x1b" not in html
    assert "\u202e" not in html
    assert "&lt;script&gt;" in html


def test_two_reports_on_one_page_keep_apart() -> None:
    html = report_html([View(FULL, (1,), {1: PICTURE}), View(FULL, (1,), {1: PICTURE})])
    assert html.count("1 of 3 pages are shown here") == 2
    seen = Seen(html)
    assert len(seen.ids) == len(set(seen.ids))
    assert {one for one in seen.ids if "p" in one and not one.startswith(("r", "b"))} == {"f1p1", "f2p1"}
