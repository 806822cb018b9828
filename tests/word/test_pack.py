"""Review packs: accepted they are the draft, rejected the approved text, whatever was edited."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.word.hands import Work, worked_on
from tests.word.office import worked_in_office
from tests.word.packacts import settle, settle_ours, settle_some, split_at_end
from tests.word.schema import violations
from tradedocs.clausetext import tokens
from tradedocs.library import load_library
from tradedocs.model.base import Source
from tradedocs.model.clause import Clause, ClauseParagraph, Language, Title
from tradedocs.model.clause import normalised as as_approved
from tradedocs.model.pack import PackClause, PackManifest
from tradedocs.word.pack import END_TAG, NAMESPACE, pack_docx, redline_docx
from tradedocs.word.package import DOCUMENT, read_parts, write_parts
from tradedocs.word.packclause import Entry, bookmark_of, tag_of
from tradedocs.word.packread import compared_pack
from tradedocs.word.text import normalised, paragraph_texts
from tradedocs.word.tracked import accepted, rejected
from tradedocs.word.wording import words_of
from tradedocs.word.xml import parse, w
from tradedocs.workspace import data_folder

LANGUAGES: tuple[Language, ...] = ("en", "zh")
DAY = date(2026, 11, 25)
TEMPLATE = data_folder() / "templates" / "review-pack.docx"
NEW = {"en": "the Buyer at its own cost within {{ days }}".split(" "), "zh": list("买方应自费承担")}


@cache
def library() -> tuple[Clause, ...]:
    return load_library(data_folder() / "clauses").clauses


def entry(new: Clause, old: Clause | None = None, **more: object) -> Entry:
    texts = dict.fromkeys(LANGUAGES, old) if old is not None else {}
    basis = dict.fromkeys(LANGUAGES, "approved" if old is not None else "new")
    return Entry(new, "voided", texts, basis, **more)  # type: ignore[arg-type]


def packed(*entries: Entry) -> tuple[dict[str, bytes], PackManifest]:
    data, manifest = pack_docx(entries, TEMPLATE, pack="P-2026-11-25-1", on=DAY)
    return read_parts(data, name="pack.docx"), manifest


def edited(clause: Clause, draw: random.Random) -> Clause:
    """The clause after one to four edits of a kind that lawyers make."""
    paragraphs, title = list(clause.paragraphs), clause.title
    for _ in range(draw.randint(1, 4)):
        at = draw.randrange(len(paragraphs))
        act = draw.choice(
            ("word", "word", "word", "word", "insert", "delete", "split", "join", "swap", "last", "title")
        )
        if act == "word":
            paragraphs[at] = _each(paragraphs[at], lambda text, language: _word(text, language, draw))
        elif act == "insert":
            both = (
                f"A new duty {draw.randint(1, 99)} of the Seller.",
                f"卖方的新义务{draw.randint(1, 99)}。",
            )
            paragraphs.insert(at + 1, ClauseParagraph(level=2, en=both[0], zh=both[1]))
        elif act in ("delete", "last") and len(paragraphs) > 1:
            del paragraphs[at if act == "delete" else -1]
        elif act == "split":
            halves = [_each(paragraphs[at], lambda text, _, half=half: _half(text, half)) for half in (0, 1)]
            paragraphs[at : at + 1] = halves if all(one.en and one.zh for one in halves) else [paragraphs[at]]
        elif act == "join" and at + 1 < len(paragraphs):
            following = paragraphs.pop(at + 1)
            paragraphs[at] = paragraphs[at].model_copy(
                update={"en": f"{paragraphs[at].en} {following.en}", "zh": paragraphs[at].zh + following.zh}
            )
        elif act == "swap" and at + 1 < len(paragraphs):
            paragraphs[at], paragraphs[at + 1] = paragraphs[at + 1], paragraphs[at]
        elif act == "title":
            title = Title(en=f"{title.en} and more", zh=f"{title.zh}等")
    return clause.model_copy(update={"paragraphs": tuple(paragraphs), "title": title})


def _each(paragraph: ClauseParagraph, change: object) -> ClauseParagraph:
    texts = {language: change(getattr(paragraph, language), language) for language in LANGUAGES}  # type: ignore[operator]
    return paragraph.model_copy(update=texts)


def _word(text: str, language: Language, draw: random.Random) -> str:
    """A word of the plain text goes, comes or is another one."""
    pieces = [text[one.start : one.end] for one in tokens(text)]
    plain = [k for k, one in enumerate(tokens(text)) if one.kind == "text" and one.text.strip()]
    if not plain:
        return text
    at = draw.choice(plain)
    words = words_of(pieces[at])
    k = draw.randrange(len(words))
    word = (
        draw.choice(NEW[language])
        if "{{" not in (joined := " ".join(NEW[language])) or language == "zh"
        else ""
    )
    word = word or draw.choice([one for one in joined.split(" ") if one.isalpha()])
    words[k : k + draw.randint(0, 1)] = [f" {word} " if language == "en" else word][: draw.randint(0, 1)]
    pieces[at] = "".join(words)
    changed = " ".join("".join(pieces).split()) or text
    try:
        tokens(changed)
    except ValueError:
        return text
    return changed


def _half(text: str, half: int) -> str:
    """The text up to the first full stop, or what comes behind it."""
    found = re.match(r"(.*?(?:\.(?= )|。))\s*(?=\S)(.*)", text, re.S)
    return found[half + 1] if found else ("" if half else text)


def texts(clause: Clause, language: Language) -> tuple[str, ...]:
    return tuple(
        normalised(text)
        for text in (getattr(clause.title, language), *(getattr(one, language) for one in clause.paragraphs))
    )


def clause_texts(root: etree._Element, manifest: PackManifest) -> dict[str, list[str]]:
    """The paragraphs under each id line."""
    out: dict[str, list[str]] = {}
    tag = ""
    for paragraph in root.iter(w("p")):
        found = paragraph.find(f"{w('sdt')}/{w('sdtPr')}/{w('tag')}")
        if found is not None:
            tag = found.get(w("val"), "")
        elif tag and tag != END_TAG:
            out.setdefault(tag, []).extend(paragraph_texts(paragraph) if len(paragraph) else ())
    assert set(out) == {one.tag for one in manifest.clauses}
    return out


def shown(sent: PackClause, old: Clause, new: Clause, *, taken: bool) -> list[str]:
    """What must be read under the id line: heading, notes, then each language."""
    version = new if taken else old
    notes = [line.draft or "" for line in sent.lines if line.kind == "note"]
    english, chinese = (texts(version, language) for language in LANGUAGES)
    return [english[0], *notes, "English", *english[1:], "中文", *chinese]


def test_two_hundred_random_edits() -> None:
    draw = random.Random(20261125)
    marked = least = 0
    for _ in range(10):
        olds = draw.sample(library(), 20)
        news = [edited(one, draw) for one in olds]
        parts, manifest = packed(*(entry(new, old) for new, old in zip(news, olds, strict=True)))
        root = parse(parts[DOCUMENT], "x")
        assert list(violations(root)) == []
        for view, taken in ((accepted, True), (rejected, False)):
            read = clause_texts(view(parse(parts[DOCUMENT], "x")), manifest)
            for sent, old, new in zip(manifest.clauses, olds, news, strict=True):
                assert read[sent.tag] == shown(sent, old, new, taken=taken)
                for language in LANGUAGES:
                    assert sent.text(language, accepted=taken) == texts(new if taken else old, language)
        assert _ids_repeated(parts) == []
        for sent, old, new in zip(manifest.clauses, olds, news, strict=True):
            own, fewest = _marked_of(root, sent), _least(old, new)
            # A whole paragraph or sentence may be marked for one that shares a word or two with it.
            assert own <= 1.5 * fewest, sent.tag
            marked, least = marked + own, least + fewest
    assert 0 < marked <= 1.1 * least


A, B, C = (
    "The Seller packs the Goods in new bags of jute.", "Each bag is marked with the number of this Contract.",
    "The Buyer returns no bags.",
)  # fmt: skip


def pack_of(before: Sequence[str], after: Sequence[str]) -> tuple[etree._Element, PackManifest, Clause]:
    """The pack of a clause whose English paragraphs change."""
    old, new = (_clause(one) for one in (before, after))
    parts, manifest = packed(entry(new, old))
    return parse(parts[DOCUMENT], "x"), manifest, new


def _clause(paragraphs: Sequence[str]) -> Clause:
    made = tuple(ClauseParagraph(level=2, en=one, zh="卖方。") for one in paragraphs)
    return sample().model_copy(update={"paragraphs": made[:1] + tuple(
        one.model_copy(update={"zh": f"第{k}款。"}) for k, one in enumerate(made[1:], 2)
    )})  # fmt: skip


def english(root: etree._Element) -> list[tuple[str, str]]:
    """The marks between the label English and the other one: kind and text, an end as `¶`."""
    out: list[tuple[str, str]] = []
    inside = False
    for paragraph in root.iter(w("p")):
        text = "".join(paragraph_texts(paragraph))
        inside = text == "English" or (inside and text != "中文")
        for mark in paragraph.iter(w("ins"), w("del")) if inside else ():
            said = "".join(one.text or "" for one in mark.iter(w("t"), w("delText")))
            out.append((str(etree.QName(mark).localname), said or "¶"))
    return out


@pytest.mark.parametrize(
    ("before", "after", "marks"),
    [
        ([f"{A} {B}"], [A, B], [("ins", "¶")]),
        ([A, B], [f"{A} {B}"], [("del", "¶")]),
        ([f"{A} {B} {C}"], [A, B, C], [("ins", "¶")] * 2),
        ([A, B, C], [f"{A} {B} {C}"], [("del", "¶")] * 2),
        ([f"{A} {B}", C], [A, f"{B} {C}"], [("ins", "¶"), ("del", "¶")]),
        ([f"{A} {C}"], [A, B, C], [("ins", "¶"), ("ins", "¶"), ("ins", f"{B} ")]),
        ([A, B, C], [f"{A} {C}"], [("del", "¶"), ("del", "¶"), ("del", f"{B} ")]),
        ([A, C], [C, A], [("ins", "¶"), ("ins", f"{C} "), ("del", "¶"), ("del", C)]),
        ([A, B], [A], [("del", "¶"), ("del", B)]),
        ([A], [A, B], [("ins", "¶"), ("ins", B)]),
        ([A, C], [A, B], [("del", "¶"), ("ins", "¶"), ("del", f"{C} "), ("ins", B)]),
        ([A, B], [f"{A} Also {B}"], [("del", "¶"), ("ins", "Also ")]),
        ([f"{A} Also {B}"], [A, B], [("ins", "¶"), ("del", "Also ")]),
    ],
)  # fmt: skip
def test_a_split_or_a_join_is_a_mark_on_the_end_of_a_paragraph(
    before: list[str], after: list[str], marks: list[tuple[str, str]]
) -> None:
    root, manifest, _ = pack_of(before, after)
    assert english(root) == marks
    for version, taken in ((before, False), (after, True)):
        assert manifest.clauses[0].text("en", accepted=taken) == ("Fees", *version)
    assert list(violations(root)) == []


def test_a_split_with_a_changed_word_marks_that_word() -> None:
    root, _, _ = pack_of([f"{A} {B}"], [A.replace("jute", "paper"), B.replace("number", "name")])
    assert english(root) == [
        ("ins", "¶"), ("del", "jute"), ("ins", "paper"), ("del", "number"), ("ins", "name"),
    ]  # fmt: skip


def test_a_term_is_never_cut_in_two() -> None:
    """Where only half of a term would stay, nothing is split: each paragraph is readable by itself."""
    _, manifest, _ = pack_of(
        ["The price (the **Fee**) is due."], ["The price (the **Rate**).", "The **Fee** is due."]
    )
    for line in manifest.clauses[0].lines:
        assert all((text or "").count("**") % 2 == 0 for text in (line.draft, line.approved))


def test_of_two_that_changed_places_the_shorter_one_moved_also_where_the_longer_one_was_edited() -> None:
    long = f"{A} {B}"
    root, _, _ = pack_of([C, long], [long.replace("jute", "paper"), C])
    assert ("del", f"{C} ") in english(root)
    assert sum(len(text) for _, text in english(root)) == 2 * len(f"{C}¶") + len("jutepaper ")


def test_a_changed_word_is_marked_as_a_word() -> None:
    draw = random.Random(5)
    olds = [draw.choice(library()) for _ in range(60)]
    news = [
        one.model_copy(
            update={"paragraphs": tuple(_each(p, lambda t, k: _word(t, k, draw)) for p in one.paragraphs)}
        )
        for one in olds
    ]
    marked = 0
    for old, new in zip(olds, news, strict=True):
        parts, _ = packed(entry(new, old))
        marked += sum(len(one) for one in _marked(parse(parts[DOCUMENT], "x")))
    assert 0 < marked <= 1.1 * sum(_least(old, new) for old, new in zip(olds, news, strict=True))


WORDS = st.lists(
    st.sampled_from(["the", "Buyer", "&", "<b>", "]]>", "“x”", '"x"', "é", "e\u0301", "\u00a0", "30", "买", "方", "。",
                     "{{ days }}", "[[ref:general.notices]]", "**Fee**", "_x000D_"]),
    min_size=1, max_size=7,
)  # fmt: skip
SENTENCE = WORDS.map(" ".join).filter(lambda text: text.strip() == text and text != "")
PARAGRAPH = st.builds(ClauseParagraph, level=st.sampled_from((2, 3)), en=SENTENCE, zh=SENTENCE)


@settings(max_examples=80)
@given(*(st.lists(PARAGRAPH, min_size=1, max_size=4) for _ in range(2)))
def test_any_two_texts(before: list[ClauseParagraph], after: list[ClauseParagraph]) -> None:
    old, new = (sample().model_copy(update={"paragraphs": tuple(one)}) for one in (before, after))
    parts, manifest = packed(entry(new, old))
    assert list(violations(parse(parts[DOCUMENT], "x"))) == []
    sent = manifest.clauses[0]
    for view, version, taken in ((accepted, new, True), (rejected, old, False)):
        read = clause_texts(view(parse(parts[DOCUMENT], "x")), manifest)[sent.tag]
        assert _folded(read) == _folded(shown(sent, old, new, taken=taken))
        assert _folded(sent.text("zh", accepted=taken)) == _folded(texts(version, "zh"))


def _folded(lines: Iterable[str]) -> list[str]:
    """What differs in quotes and blanks only is shown as it is now."""
    return [as_approved(line) for line in lines]


def _ids_repeated(parts: dict[str, bytes]) -> list[str]:
    """Revision, bookmark and comment ids that stand for two things."""
    ids = [
        one.get(w("id"), "")
        for name in parts
        if name.startswith("word/") and name.endswith(".xml")
        for one in parse(parts[name], name).iter(w("ins"), w("del"), w("pPrChange"), w("bookmarkStart"))
    ]
    return [one for one in set(ids) if ids.count(one) > 1]


def _marked_of(root: etree._Element, sent: PackClause) -> int:
    """The marked characters under one id line."""
    marked, tag = 0, ""
    for paragraph in root.iter(w("p")):
        found = paragraph.find(f"{w('sdt')}/{w('sdtPr')}/{w('tag')}")
        tag = tag if found is None else found.get(w("val"), "")
        marked += sum(map(len, _marked(paragraph))) if tag == sent.tag else 0
    return marked


def _marked(root: etree._Element) -> Iterator[str]:
    for mark in root.iter(w("ins"), w("del")):
        yield "".join(one.text or "" for one in mark.iter(w("t"), w("delText")))


def _least(old: Clause, new: Clause) -> int:
    """The fewest characters that must be marked if words stay whole, over the whole text of both languages."""
    return sum(_fewest(_words(old, language), _words(new, language)) for language in LANGUAGES)


def _words(clause: Clause, language: Language) -> list[str]:
    out: list[str] = []
    for text in texts(clause, language):
        for one in tokens(text):
            spelled = text[one.start : one.end]
            out += [spelled] if one.kind in ("variable", "reference") else words_of(spelled)
        out.append("\n")
    return out


def _fewest(old: Sequence[str], new: Sequence[str]) -> int:
    """By the heaviest common subsequence."""
    head = next(
        (k for k, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    old, new = old[head:], new[head:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    best = [0] * (len(new) + 1)
    for a in old:
        row = [0]
        for k, b in enumerate(new):
            row.append(max(best[k + 1], row[k], best[k] + len(a.strip("\n")) if a == b else 0))
        best = row
    return sum(len(one.strip("\n")) for one in (*old, *new)) - 2 * best[-1]


def sample(text: str = "The Seller pays {{ cost }} under [[ref:general.notices]] (the **Fee**).") -> Clause:
    return Clause(
        id="quality.fees", version="1.0.0", family="quality", title=Title(en="Fees", zh="费用"),
        paragraphs=(ClauseParagraph(level=2, en=text, zh="卖方支付费用。"),), file=Source(file="x.md"),
    )  # fmt: skip


def test_the_id_line_is_a_locked_control_in_a_bookmark() -> None:
    parts, manifest = packed(entry(sample()), entry(sample().model_copy(update={"position": "fallback-1"})))
    root = parse(parts[DOCUMENT], "x")
    tags = [one.get(w("val")) for one in root.iter(w("tag"))]
    assert tags == ["td:quality.fees@1.0.0", "td:quality.fees@1.0.0/fallback-1", END_TAG]
    assert {one.get(w("val")) for one in root.iter(w("lock"))} == {"sdtContentLocked"}
    names = [one.get(w("name"), "") for one in root.iter(w("bookmarkStart"))]
    assert names == [manifest.clauses[0].bookmark, manifest.clauses[1].bookmark, manifest.end_bookmark]
    assert all(re.fullmatch(r"[a-z]\w{0,39}", name) for name in names)
    assert [one.get(w("anchor")) for one in root.iter(w("hyperlink"))] == names[:2]


def test_names_fit_into_what_word_keeps() -> None:
    for clause in library():
        tag = tag_of(clause)
        assert len(tag) <= 64
        assert re.fullmatch(r"[a-z]\w{0,39}", bookmark_of(tag))
    assert len({bookmark_of(tag_of(clause)) for clause in library()}) == len(library())


def test_variables_change_as_a_whole() -> None:
    old = sample("The Seller pays {{ cost }} at once.")
    new = sample("The Seller pays {{ costs }} at once.")
    parts, _ = packed(entry(new, old))
    assert list(_marked(parse(parts[DOCUMENT], "x"))) == ["{{ cost }}", "{{ costs }}"]


def test_blanks_and_quotes_are_no_change() -> None:
    old, new = sample('A "working day" is'), sample("A  “working day” is")
    parts, manifest = packed(entry(new, old))
    assert list(_marked(parse(parts[DOCUMENT], "x"))) == []
    assert not any(line.ours for line in manifest.clauses[0].lines)


def test_a_changed_level_is_a_change_of_the_look() -> None:
    first = ClauseParagraph(level=2, en="First.", zh="一。")
    old = sample().model_copy(
        update={"paragraphs": (first, first.model_copy(update={"level": 3, "en": "It.", "zh": "它。"}))}
    )
    new = old.model_copy(update={"paragraphs": (first, old.paragraphs[1].model_copy(update={"level": 2}))})
    parts, _ = packed(entry(new, old))
    root = parse(parts[DOCUMENT], "x")
    assert [one.find(f"{w('pPr')}/{w('pStyle')}").get(w("val")) for one in root.iter(w("pPrChange"))] == [  # type: ignore[union-attr]
        "ContractItem", "ContractItemChinese",
    ]  # fmt: skip
    assert list(violations(root)) == []


def test_the_manifest_lies_inside() -> None:
    parts, manifest = packed(entry(sample(), sample("The Seller pays.")))
    inside = [data for name, data in parts.items() if re.fullmatch(r"customXml/item\d+\.xml", name)]
    assert len(inside) == 1
    root = parse(inside[0], "x")
    assert root.tag == f"{{{NAMESPACE}}}pack"
    assert PackManifest.model_validate_json(root.text or "") == manifest


def test_changes_are_recorded_also_with_a_template_that_does_not_say_so(tmp_path: Path) -> None:
    parts = read_parts(TEMPLATE.read_bytes(), name="t")
    settings = parts["word/settings.xml"].replace(b"<w:trackRevisions/>", b"")
    own = tmp_path / "review-pack.docx"
    own.write_bytes(write_parts({**parts, "word/settings.xml": settings}))
    data, _ = pack_docx([entry(sample())], own, pack="P", on=DAY)
    root = parse(read_parts(data, name="p")["word/settings.xml"], "x")
    assert root.find(w("trackRevisions")) is not None
    assert list(violations(root)) == []


def test_comments_stand_on_the_heading() -> None:
    parts, manifest = packed(entry(sample(), comments=("TD202: promptly", "TD201 <vague>")))
    root, said = parse(parts[DOCUMENT], "x"), parse(parts["word/comments.xml"], "x")
    assert [list(paragraph_texts(one)) for one in said] == [["TD202: promptly"], ["TD201 <vague>"]]
    starts = list(root.iter(w("commentRangeStart")))
    assert [one.get(w("id")) for one in starts] == [one.get(w("id")) for one in said]
    heading = starts[0].getparent()
    assert heading is not None
    assert list(paragraph_texts(heading)) == ["Fees"]
    assert list(violations(root)) == list(violations(said)) == []
    assert b"comments+xml" in parts["[Content_Types].xml"]
    assert manifest.clauses[0].lines[1].draft == "Fees"


def test_the_same_input_gives_the_same_bytes() -> None:
    entries = [entry(sample(), sample("Other words."), comments=("a",))]
    first, second = (pack_docx(entries, TEMPLATE, pack="P", on=DAY) for _ in range(2))
    assert first == second


def test_a_redline_has_nothing_to_sign() -> None:
    data = redline_docx(entry(sample(), sample("Other words.")), TEMPLATE, name="Fees", on=DAY)
    parts = read_parts(data, name="r")
    assert not any(name.startswith("customXml") for name in parts)
    assert "Signature: " not in parts[DOCUMENT].decode()
    assert "CLAUSE REDLINE" in parts[DOCUMENT].decode()


def anonymous(root: etree._Element) -> None:
    for mark in root.iter(w("ins"), w("del")):
        mark.set(w("author"), "Author")


@pytest.mark.parametrize(
    ("work", "fate"),
    [(None, "pending"), (settle_ours(take=True), "accepted"), (settle_ours(take=False), "rejected")],
)  # fmt: skip
def test_what_was_sent_or_settled_as_a_whole_is_read_so(work: Work | None, fate: str) -> None:
    draw = random.Random(20261126)
    olds = draw.sample(library(), 60)
    news = [edited(one, draw) for one in olds]
    data, manifest = pack_docx(
        [entry(new, old) for new, old in zip(news, olds, strict=True)], TEMPLATE, pack="P", on=DAY
    )
    back = data if work is None else worked_on(data, work)
    found = compared_pack(read_parts(back, name="back.docx"), manifest)
    assert (found.outside, found.boilerplate) == ((), ())
    for read, old, new in zip(found.clauses, olds, news, strict=True):
        assert read.marks == ()
        assert read.certain
        assert {change.fate for change in read.ours} <= {fate}
        for text in read.texts:
            base, final = (new if fate == "accepted" else old), (old if fate == "rejected" else new)
            assert _folded(text.rejected) == _folded(texts(base, text.language))
            assert _folded(text.ours) == _folded(text.final) == _folded(texts(final, text.language))


def test_a_split_and_a_join_are_told_as_our_changes() -> None:
    for before, after, told in (([f"{A} {B}"], [A, B], ("", "¶")), ([A, B], [f"{A} {B}"], ("¶", ""))):
        old, new = _clause(before), _clause(after)
        data, manifest = pack_docx([entry(new, old)], TEMPLATE, pack="P", on=DAY)
        found = compared_pack(read_parts(worked_on(data, anonymous), name="b"), manifest)
        first = next(change for change in found.clauses[0].ours if change.language == "en")
        assert (first.removed, first.added, first.fate) == (*told, "pending")
        assert found.clauses[0].certain


@pytest.mark.parametrize("grouped", [True, False])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_whichever_of_our_marks_are_settled_nothing_was_changed_silently(seed: int, grouped: bool) -> None:
    draw = random.Random(seed)
    olds = draw.sample(library(), 60)
    entries = [entry(edited(one, draw), one) for one in olds]
    _, manifest = pack_docx(entries, TEMPLATE, pack="P", on=DAY)
    # Of a text that is another one altogether the last end is marked too, and may run into the label behind it.
    kept = [
        one
        for one, sent in zip(entries, manifest.clauses, strict=True)
        if all(_keeps_a_paragraph(sent, language) for language in LANGUAGES)
    ]
    assert len(kept) >= 55
    data, manifest = pack_docx(kept, TEMPLATE, pack="P", on=DAY)
    back = worked_on(data, settle_some(draw, grouped=grouped))
    found = compared_pack(read_parts(back, name="back.docx"), manifest)
    assert (found.outside, found.boilerplate) == ((), ())
    left = clause_texts(accepted(parse(read_parts(back, name="b")[DOCUMENT], "x")), manifest)
    for sent, read in zip(manifest.clauses, found.clauses, strict=True):
        assert read.marks == ()
        there = _folded(left[sent.tag])
        at = there.index("中文")
        english = [there[0], *there[there.index("English") + 1 : at]]
        for text, own in zip(read.texts, (english, there[at + 1 :]), strict=True):
            assert [one for one in _folded(text.final) if one] == own


def _keeps_a_paragraph(sent: PackClause, language: Language) -> bool:
    """Whether a paragraph of the text stands in both versions."""
    lines = (line for line in sent.lines if line.kind == "text" and line.language == language)
    return any(line.draft is not None and line.approved is not None for line in lines)


@pytest.mark.parametrize(("before", "after"), [([A, B], [f"{A} {B}"]), ([f"{A} {B}"], [A, B]), ([A, B], [B])])
@pytest.mark.parametrize("take", [True, False])
def test_words_do_not_run_together_where_only_the_end_is_settled(
    before: list[str], after: list[str], take: bool
) -> None:
    root, _, _ = pack_of(before, after)
    for mark in [one for one in root.iter(w("ins"), w("del")) if one.getparent().tag != w("rPr")]:  # type: ignore[union-attr]
        settle(mark, take=mark.tag == w("ins"))
    read = list(paragraph_texts((accepted if take else rejected)(root)))
    text = read[read.index("English") + 1 : read.index("中文")]
    assert " ".join(text) == f"{A} {B}"


def test_the_last_paragraph_that_went_is_told_where_it_stood() -> None:
    data, manifest = pack_docx([entry(_clause([A, B]), _clause([A, B, C]))], TEMPLATE, pack="P", on=DAY)
    found = compared_pack(read_parts(data, name="b"), manifest)
    first = next(change for change in found.clauses[0].ours if change.language == "en")
    assert (first.place, first.removed, first.added, first.fate) == ("3", C, "", "pending")


def test_an_empty_paragraph_that_a_reviewer_began_is_theirs_and_no_silent_edit() -> None:
    data, manifest = pack_docx([entry(_clause([A, B, C]))], TEMPLATE, pack="P", on=DAY)
    found = compared_pack(read_parts(worked_on(data, split_at_end(B)), name="b"), manifest).clauses[0]
    assert [(mark.silent, mark.author, mark.added) for mark in found.marks] == [(False, "B. Lawyer", "¶")]
    assert not any(text.changed for text in found.texts)


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_keeps_both_views(tmp_path: Path) -> None:
    draw = random.Random(7)
    olds = draw.sample(library(), 12)
    data, manifest = pack_docx(
        [entry(edited(one, draw), one, comments=("look",)) for one in olds], TEMPLATE, pack="P", on=DAY
    )
    (tmp_path / "p.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", "lo", "p.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    parts = read_parts((tmp_path / "lo" / "p.docx").read_bytes(), name="p")
    for view, taken in ((accepted, True), (rejected, False)):
        read = list(paragraph_texts(view(parse(parts[DOCUMENT], "x"))))
        assert read == [text for text in manifest.lines(accepted=taken) if text]
    marks = {one.get(w("name")) for one in parse(parts[DOCUMENT], "x").iter(w("bookmarkStart"))}
    assert {one.bookmark for one in manifest.clauses} | {manifest.end_bookmark} <= marks
    assert len(parse(parts["word/comments.xml"], "x")) == 12


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(("take", "taken"), [("AcceptAll", True), ("RejectAll", False)])
def test_libreoffice_settles_splits_joins_and_moves_as_we_do(tmp_path: Path, take: str, taken: bool) -> None:
    draw = random.Random(11)
    olds = draw.sample(library(), 20)
    news = [edited(one, draw) for one in olds]
    made = [([f"{A} {B}", C], [A, f"{B} {C}"]), ([A, B, C], [f"{A} {C}"]), ([C, f"{A} {B}"], [A, B, C])]
    for number, versions in enumerate(made):
        old, new = (_clause(one).model_copy(update={"id": f"quality.fees-{number}"}) for one in versions)
        olds, news = [*olds, old], [*news, new]
    pairs = list(zip(olds, news, strict=True))
    data, manifest = pack_docx([entry(new, old) for old, new in pairs], TEMPLATE, pack="P", on=DAY)
    back = worked_in_office(
        data, tmp_path, 'bar = createUnoService("com.sun.star.frame.DispatchHelper")',
        f'bar.executeDispatch(doc.CurrentController.Frame, ".uno:{take}TrackedChanges", "", 0, Array())',
    )  # fmt: skip
    root = parse(read_parts(back, name="b")[DOCUMENT], "x")
    assert next(root.iter(w("ins"), w("del")), None) is None
    assert list(paragraph_texts(root)) == [text for text in manifest.lines(accepted=taken) if text]
