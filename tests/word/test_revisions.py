"""The writer of tracked changes: accepted it is the new version, rejected the old one."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from tradedocs.word.markup import table
from tradedocs.word.package import DOCUMENT, read_parts, write_parts
from tradedocs.word.revisions import Line, Marker, Pair, Run, changed_runs, revised, revised_row
from tradedocs.word.text import paragraph_texts
from tradedocs.word.tracked import accepted, proposals, rejected
from tradedocs.word.xml import W_URI, parse

ON = datetime(2026, 9, 3, 10, 0, tzinfo=UTC)
WORDS = st.lists(
    st.sampled_from(["the", "Buyer", "&", "<b>", " ", "30", "days", "买", "方", ".", '"', "0.5%"]), max_size=9
)
RUNS = st.lists(
    st.builds(Run, WORDS.map("".join), st.sampled_from([None, "ContractTerm", "ContractValue"])), max_size=3
)
LINE = st.builds(Line, st.sampled_from(["ContractClause", "ContractItem"]), RUNS.map(tuple))
LINES = st.lists(LINE, max_size=5)


def marker() -> Marker:
    return Marker('O\'Neil & "Best"', ON)


def document(content: Markup) -> bytes:
    return f'<w:document xmlns:w="{W_URI}"><w:body>{content}<w:p/></w:body></w:document>'.encode()


def views(content: Markup) -> tuple[list[str], list[str]]:
    return tuple(list(paragraph_texts(view(parse(document(content), "x")))) for view in (rejected, accepted))  # type: ignore[return-value]


def plain(lines: list[Line]) -> list[str]:
    return [text for line in lines if (text := " ".join(line.text.split()))]


@given(LINES, LINES)
def test_accepted_is_the_new_version_and_rejected_the_old_one(old: list[Line], new: list[Line]) -> None:
    content = revised(old, new, "en", marker())
    assert views(content) == (plain(old), plain(new))
    ids = re.findall(r'w:id="(\d+)"', str(content))
    assert len(ids) == len(set(ids))


@given(LINES, LINES)
def test_rows_too(old: list[Line], new: list[Line]) -> None:
    mark = marker()
    count = max(len(old), len(new))
    rows = [
        Pair((old[k],) * 2 if k < len(old) else None, (new[k],) * 2 if k < len(new) else None)
        for k in range(count)
    ]
    content = table(
        "ContractParallelText", (100, 100), (revised_row(one, (100, 100), ("en", "zh"), mark) for one in rows)
    )
    before, after = views(content)
    assert before == [text for line in old for text in plain([line]) * 2]
    assert after == [text for line in new for text in plain([line]) * 2]


def test_the_look_of_each_version_is_kept() -> None:
    old, new = (
        (Run("The "), Run("Goods", "ContractTerm")),
        (Run("The "), Run("Lot", "ContractTerm"), Run(" only")),
    )
    xml = str(changed_runs(old, new, "en", marker()))
    assert xml.count("ContractTerm") == 2
    assert '<w:delText xml:space="preserve">Goods</w:delText>' in xml
    assert "O&#39;Neil &amp; &#34;Best&#34;" in xml
    assert 'w:date="2026-09-03T10:00:00Z"' in xml


def test_marks_are_as_small_as_the_words() -> None:
    xml = str(
        changed_runs(
            (Run("within 30 days after arrival"),), (Run("within 60 days after arrival"),), "en", marker()
        )
    )
    assert re.findall(r"<w:(?:delText|t)[^>]*>([^<]*)<", xml) == [
        "within ",
        "30",
        "60",
        " days after arrival",
    ]
    assert [(one.kind, one.text) for one in proposals(parse(document(Markup(f"<w:p>{xml}</w:p>")), "x"))] == [
        ("deletes", "30"), ("inserts", "60"),
    ]  # fmt: skip


def test_the_last_paragraph_of_a_cell_keeps_its_end() -> None:
    old, new = (
        [Line("ContractClause", (Run("one"),)), Line("ContractClause", (Run("two quite other"),))],
        [Line("ContractClause", (Run("one"),))],
    )
    xml = str(revised(old, new, "en", marker(), last_stays=True))
    assert '<w:pPr><w:pStyle w:val="ContractClause"/><w:rPr>' not in xml


def test_the_same_input_gives_the_same_bytes() -> None:
    old, new = [Line("ContractClause", (Run("a b"),))], [Line("ContractClause", (Run("a c"),))]
    assert revised(old, new, "en", marker()) == revised(old, new, "en", marker())


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_the_same_changes(tmp_path: Path, built: bytes) -> None:
    style = "ContractClause"
    old = [
        Line(style, (Run("The Seller answers within 15 days."),)),
        Line(style, (Run("Freight is prepaid by the Seller."),)),
    ]
    new = [
        Line(style, (Run("The Seller answers within 5 days."),)),
        Line(style, (Run("Samples are sealed."),)),
    ]
    content = revised(old, new, "en", marker())
    parts = read_parts(built, name="c")
    xml = parts[DOCUMENT].decode()
    end = xml.rindex("<w:sectPr")
    (tmp_path / "r.docx").write_bytes(
        write_parts({**parts, DOCUMENT: f"{xml[:end]}{content}{xml[end:]}".encode()})
    )
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", "lo", "r.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    back = read_parts((tmp_path / "lo" / "r.docx").read_bytes(), name="c")[DOCUMENT]
    before, after = (list(paragraph_texts(view(parse(back, "x"))))[-2:] for view in (rejected, accepted))
    assert before == plain(old)
    assert after == plain(new)
