from __future__ import annotations

import pytest

from tradedocs.word.text import paragraph_texts
from tradedocs.word.tracked import accepted, proposals, rejected, tracks_changes
from tradedocs.word.xml import W_URI, parse

WHO = 'w:id="1" w:author="B. Lawyer" w:date="2026-09-03T10:00:00Z"'


def body(xml: str) -> bytes:
    return f'<w:document xmlns:w="{W_URI}"><w:body>{xml}</w:body></w:document>'.encode()


def r(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def texts(xml: str) -> tuple[list[str], list[str]]:
    return tuple(list(paragraph_texts(view(parse(body(xml), "x")))) for view in (rejected, accepted))  # type: ignore[return-value]


CELL = "<w:tc><w:p>{}</w:p></w:tc>"


@pytest.mark.parametrize(
    ("xml", "before", "after"),
    [
        (f"<w:p>{r('a ')}<w:del {WHO}>{r('old', 'delText')}</w:del><w:ins {WHO}>{r('new')}</w:ins></w:p>",
         ["a old"], ["a new"]),
        (f"<w:p><w:moveFrom {WHO}>{r('x')}</w:moveFrom>{r('y')}<w:moveTo {WHO}>{r('x')}</w:moveTo></w:p>",
         ["xy"], ["yx"]),
        (f"<w:p><w:pPr><w:rPr><w:del {WHO}/></w:rPr></w:pPr>{r('one ')}</w:p><w:p>{r('two')}</w:p>",
         ["one", "two"], ["one two"]),
        (f"<w:p><w:pPr><w:rPr><w:ins {WHO}/></w:rPr></w:pPr>{r('one ')}</w:p><w:p>{r('two')}</w:p>",
         ["one two"], ["one", "two"]),
        (f"<w:tbl><w:tr>{CELL.format(r('kept'))}</w:tr><w:tr><w:trPr><w:del {WHO}/></w:trPr>"
         f"{CELL.format('<w:del ' + WHO + '>' + r('gone', 'delText') + '</w:del>')}</w:tr></w:tbl><w:p>{r('z')}</w:p>",
         ["kept", "gone", "z"], ["kept", "z"]),
        (f"<w:tbl><w:tr><w:trPr><w:ins {WHO}/></w:trPr>{CELL.format(r('come'))}</w:tr></w:tbl><w:p>{r('z')}</w:p>",
         ["z"], ["come", "z"]),
        (f"<w:p><w:ins {WHO}><w:del {WHO}>{r('both', 'delText')}</w:del></w:ins>{r('a')}</w:p>", ["a"], ["a"]),
        (f"<w:p><w:r><w:rPr><w:vanish/><w:rPrChange {WHO}><w:rPr/></w:rPrChange></w:rPr><w:t>seen</w:t></w:r></w:p>",
         ["seen"], []),
    ],
)  # fmt: skip
def test_both_views(xml: str, before: list[str], after: list[str]) -> None:
    assert texts(xml) == (before, after)
    assert tracks_changes(parse(body(xml), "x"))
    assert {one.author for one in proposals(parse(body(xml), "x"))} == {"B. Lawyer"}
    for view in (accepted, rejected):
        assert not tracks_changes(view(parse(body(xml), "x")))


def test_a_file_without_changes_stays_as_it_is() -> None:
    xml = f"<w:p>{r('a')}</w:p>"
    assert not tracks_changes(parse(body(xml), "x"))
    assert texts(xml) == (["a"], ["a"])


def test_what_one_author_types_in_one_go_is_one_proposal() -> None:
    typed = "".join(f"<w:ins {WHO}>{r(text)}</w:ins>" for text in ("a ", "b"))
    xml = f"<w:p>{typed}<w:del {WHO}>{r('c', 'delText')}</w:del></w:p>"
    assert [(one.kind, one.text) for one in proposals(parse(body(xml), "x"))] == [
        ("inserts", "a b"),
        ("deletes", "c"),
    ]
