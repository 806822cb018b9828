from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest

from tests.check.make import LED_JUDGEMENT, PLACE, aql, judgement, psi, result
from tradedocs.formats.check_html import Copy, check_html
from tradedocs.formats.check_json import check_json
from tradedocs.formats.check_text import check_text
from tradedocs.formats.numbered import numbered
from tradedocs.model.base import Place
from tradedocs.model.finding import Anchor, Verdict
from tradedocs.model.reportfile import Revision, Rewording, Unread

NASTY = "<script>alert(1)</script>\"&'"


class Page(HTMLParser):
    """The tags and the text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_json_is_versioned_and_complete() -> None:
    data = json.loads(check_json(LED_JUDGEMENT))
    assert data["version"] == 1
    assert data["verdict"] == "RELEASE"
    value = data["lines"][0]["characteristics"][0]["values"][0]
    assert value["page"] == 1
    assert value["box"] == [10, 10, 50, 20]
    assert value["result"] == "9.2"
    assert data["contract"]["unsigned"] is True
    assert data["ledger"] is None


def test_text_begins_with_the_verdict_and_shows_value_and_page() -> None:
    text = check_text(LED_JUDGEMENT)
    assert text.splitlines()[0].startswith("RELEASE (rests on an unsigned")
    assert "9.2 W (psi.pdf p.1)" in text


def test_text_puts_the_failing_value_before_the_passing_ones() -> None:
    rows = [result("Power", "9.2", "W", specimen=str(n)) for n in range(6)] + [
        result("Power", "12", "W", specimen="7")
    ]
    text = check_text(judgement(psi(*rows)))
    assert text.splitlines()[0].startswith("REJECT")
    assert "12 W, specimen 7 (psi.pdf p.1)" in text
    assert "and 4 more" in text


def test_html_escapes_everything_and_loads_nothing() -> None:
    rows = (result(f"Power{NASTY}", NASTY, NASTY), result("Power", "9.2", "W", specimen=NASTY))
    html = check_html(judgement(psi(*rows, file=f"{NASTY}.pdf", goods=NASTY)), {})
    page = Page(html)
    assert "script" not in [tag for tag, _ in page.tags]
    assert NASTY in page.text
    policy = next(
        attrs["content"] for tag, attrs in page.tags if attrs.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    for tag, attrs in page.tags:
        assert tag not in ("link", "iframe", "object")
        assert "src" not in attrs or str(attrs["src"]).startswith("data:image/")


def test_html_holds_the_picture_of_a_value_and_the_anchor() -> None:
    place = Place(page=1, box=(10, 10, 50, 20))
    anchored = LED_JUDGEMENT.model_copy(update={"anchor": Anchor(row=7, sha256="ab" * 32)})
    html = check_html(anchored, {("psi.pdf", place): b"\x89PNG\r\n"})
    assert 'src="data:image/png;base64,iVBORw0K"' in html
    assert "row 7, abab" in html


def test_html_shows_the_sampling_worked_out_again_beside_the_report() -> None:
    html = check_html(
        judgement(psi(result("Power", "9.2", "W"), aql=aql((0, 15, 5), accepts=(0, 21, 21)))), {}
    )
    text = Page(html).text
    assert "ISO 2859-1:2026, lot of 12,000, level II: code letter of the plan M." in text
    major = text[text.index("major2.5") :]
    assert major.startswith("major2.53151415" + "2.5315212215")  # plan, report, found
    assert "fails" in major[:60]


def test_html_numbers_values_as_the_extract_does_and_says_where_it_lies() -> None:
    copies = {"aa": Copy("psi.pdf", "psi-extract.pdf")}
    shown = judgement(psi(result("Power", "9.2", "W")))
    assert numbered(shown)["psi.pdf", Place(page=1, box=(10, 10, 50, 20))] == "1"
    html = check_html(shown, {}, copies)
    assert '<span class="tag">1</span>' in html
    assert '<a href="./psi-extract.pdf">' in html
    assert "could not be made of this file" in check_html(shown, {}, {"aa": Copy("psi.pdf", None)})


def test_html_tells_revisions_and_what_was_not_read() -> None:
    changed = Revision(number=1, change="text", words=(Rewording(place=PLACE, before="14.2", after="12.5"),))
    unread = (Unread(page=2, code="no-text", why="no text"), Unread(page=0, code="script", why="a program"))
    report = psi(result("Power", "9.2", "W"), revisions=(changed,), unread=unread)
    source = report.source.model_copy(update={"revisions": 2})
    text = Page(check_html(judgement(report.model_copy(update={"source": source})), {})).text
    assert "saved 2 times: revision 1 shows other words (p.1 “14.2” → “12.5”)" in text
    assert "psi.pdf, page 2: no text" in text
    assert "Beside its pagesa program" in text


@pytest.mark.parametrize("verdict", list(Verdict))
def test_html_shows_the_verdict_first(verdict: Verdict) -> None:
    html = check_html(LED_JUDGEMENT.model_copy(update={"verdict": verdict}), {})
    assert html.index(f"<h1>{verdict}</h1>") < html.index("<table")


def test_text_shows_the_witness_the_sampling_and_the_next_step_at_the_end() -> None:
    text = check_text(judgement(psi(result("Power", "12", "W"), aql=aql((0, 15, 5)))))
    assert "12 W (psi.pdf p.1) OCR agrees" in text
    major = next(line for line in text.splitlines() if "major defects" in line)
    assert major.split() == "FAIL major defects Ac 14 in 315 15 in 315, Ac 14 (psi.pdf p.1)".split()
    assert text.splitlines()[-1].startswith("REJECT. Points that stand: ")
    assert "Next: " in text.splitlines()[-1]


@pytest.mark.parametrize("width", [60, 80, 120])
def test_text_fits_the_terminal(width: int) -> None:
    rows = [result("Power", "9.2", "W", specimen=str(n)) for n in range(6)]
    text = check_text(judgement(psi(*rows, file="a-rather-long-name-of-a-report.pdf")), width)
    assert max(len(line) for line in text.splitlines() if "ledger" not in line) <= width
