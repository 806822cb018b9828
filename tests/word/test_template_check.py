from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.word.contracts import a_contract
from tests.word.edits import edited, with_parts
from tradedocs.errors import RefusedInput
from tradedocs.model.contract import OpenItem
from tradedocs.model.template import TemplateFault
from tradedocs.word.cover import context_of
from tradedocs.word.names import NAMES
from tradedocs.word.package import CONTENT_TYPES, DOCUMENT, read_parts
from tradedocs.word.template_check import check_template

TITLE = "SALES CONTRACT"
HEADER = "word/header1.xml"


def faults(template: Path, old: str, new: str, part: str = DOCUMENT) -> tuple[TemplateFault, ...]:
    return check_template(edited(template.read_bytes(), part, old, new), "mine.docx")


@pytest.mark.parametrize("name", ["sales-contract.docx", "sales-contract-modern.docx"])
def test_the_packaged_templates_have_no_fault(template: Path, name: str) -> None:
    assert check_template((template.parent / name).read_bytes(), name) == ()


@pytest.mark.parametrize("in_turn", [False, True])
def test_the_names_are_those_that_a_contract_gives(in_turn: bool) -> None:
    """Also the names inside lists and mappings: a template that names one of them finds it."""
    contract = a_contract(confirm=[{"key": "delivery.place"}])
    contract = contract.model_copy(update={"open_points": (OpenItem(key="a", missing=True),)})
    context = context_of(contract, in_turn=in_turn)
    layouts = {"articles", "articles_in_turn"}
    assert set(context) | layouts == set(NAMES)
    for name, value in context.items():
        assert same(value, NAMES[name]), name


def same(value: Any, shape: Any) -> bool:
    if isinstance(value, dict):
        return set(value) == set(shape) and all(same(value[key], shape[key]) for key in value)
    if isinstance(value, list):
        return isinstance(shape, tuple) and all(same(item, shape[0]) for item in value)
    return shape is None


@pytest.mark.parametrize(
    ("old", "new", "kind", "said"),
    [
        (TITLE, "{{ prcie }}", "undeclared-name", "prcie"),
        (TITLE, "{{ seler.names }}", "undeclared-name", "Did you mean seller?"),
        (TITLE, "{{ seller.nmaes }}", "undeclared-name", "seller.nmaes. Did you mean names?"),
        (TITLE, "{{ contract_no | upper ~ seller.fax }}", "undeclared-name", "seller.fax"),
        (TITLE, "{% for g in goods %}{{ g.pirce }}{% endfor %}", "undeclared-name", "goods.pirce"),
        (TITLE, "{% for g in goods %}{% endfor %}{{ g.line }}", "undeclared-name", "the name g"),
        (
            TITLE,
            "{% for g in goods %}{% for n in g.names %}{{ n.x }}{% endfor %}{% endfor %}",
            "undeclared-name",
            "names.x",
        ),
        (TITLE, "{% set s = seller %}{{ s.fax }}", "undeclared-name", "seller.fax"),
        (TITLE, "{{ lipsum.__globals__ }}", "undeclared-name", "lipsum"),
        (TITLE, "{% if draught %}x{% endif %}", "undeclared-name", "draught"),
        (TITLE, "{% if %}", "syntax", "Expected"),
        (TITLE, "{%p if english %} and this", "lost-text", "'and this'"),
        (TITLE, "{%p if english %}{%p endif %}", "two-tags", "two tags"),
        (TITLE, "{{ contract_no", "cut-tag", "does not end"),
        (TITLE, "{% colspan 2 %}", "unsupported-tag", "colspan"),
        ("{%tr for g in goods %}", "{%tr for g in goods %} lines", "lost-text", "'lines'"),
    ],
)
def test_a_fault_is_named_with_its_part_paragraph_and_text(
    template: Path, old: str, new: str, kind: str, said: str
) -> None:
    found = [fault for fault in faults(template, old, new) if fault.kind == kind]
    assert found, faults(template, old, new)
    assert said in found[0].message
    assert found[0].part == DOCUMENT
    if kind != "syntax":
        assert new.strip()[:20] in found[0].text
        assert found[0].paragraph == (2 if old == TITLE else found[0].paragraph)


def test_names_of_loops_and_filters_are_no_fault(template: Path) -> None:
    new = (
        "{% for g in goods if g.line %}{{ loop.index }} {{ g.names | join('; ') }} {{ g['amount'] }}{% endfor %}"
        "{% set n = goods | length %}{{ n }}{% for a, b in label.items() %}{{ b }}{% endfor %}{{ date[0] }}"
    )
    assert faults(template, TITLE, new) == ()


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("{{ total }}", "in all", "total"),
        ("{{p articles }}", "", "articles"),
        ("{{p annexes }}", "", "annexes"),
        ("{{ buyer.signatory }}", "", "buyer.signatory"),
        ("{{ g.amount }}", "{% if g.amount %}x{% endif %}", "goods.amount"),
    ],
)
def test_what_every_contract_needs_and_the_template_never_prints_is_a_fault(
    template: Path, old: str, new: str, name: str
) -> None:
    assert [f.message for f in faults(template, old, new) if f.kind == "dead-name"] == [
        f"the template never prints {name}, which every contract needs"
    ]


@pytest.mark.parametrize("mark", ["ins", "del"])
def test_a_tag_in_a_tracked_change_is_a_fault(template: Path, mark: str) -> None:
    text = "delText" if mark == "del" else "t"
    new = (
        f'</w:t></w:r><w:{mark} w:id="9" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r>'
        f"<w:{text}>{{{{ old }}}}</w:{text}></w:r></w:{mark}><w:r><w:t>"
    )
    found = {fault.kind: fault for fault in faults(template, TITLE, new)}
    assert "a tag stands in a tracked change" in found["tracked-change"].message
    assert found["tracked-change"].paragraph == 2
    assert "{{ old }}" in found["tracked-change"].text


def test_macros_are_a_fault(template: Path) -> None:
    data = with_parts(template.read_bytes(), **{"word/vbaProject.bin": b"x"})
    assert [(f.kind, f.part) for f in check_template(data, "a")] == [("macro", "word/vbaProject.bin")]
    data = edited(template.read_bytes(), CONTENT_TYPES, "document.main+xml", "macroEnabled.main+xml")
    assert [(f.kind, f.part) for f in check_template(data, "a")] == [("macro", CONTENT_TYPES)]


@pytest.mark.parametrize(("kind", "severity"), [("hyperlink", "warning"), ("attachedTemplate", "error")])
def test_links_to_outside_are_told(template: Path, kind: str, severity: str) -> None:
    rels = "word/_rels/document.xml.rels"
    link = f'<Relationship Id="rId99" Type="x/{kind}" Target="https://example.com/a" TargetMode="External"/>'
    [fault] = check_template(edited(template.read_bytes(), rels, "</Rel", f"{link}</Rel"), "a")
    assert (fault.kind, fault.severity, fault.part, fault.text) == (
        "external-link",
        severity,
        rels,
        "https://example.com/a",
    )


def test_a_missing_style_is_a_fault(template: Path) -> None:
    [fault] = faults(template, "Contract Annex Text", "Something else", "word/styles.xml")
    assert (fault.kind, "ContractAnnexText" in fault.message) == ("missing-style", True)


def test_a_header_without_the_mark_of_a_draft_is_a_fault(template: Path) -> None:
    kinds = {fault.kind for fault in faults(template, "{{ draft_mark }}", "Entwurf", HEADER)}
    assert kinds == {"no-draft-mark", "dead-name"}
    [fault] = faults(template, "</w:sectPr>", "<w:titlePg/></w:sectPr>")
    assert (fault.kind, "first" in fault.message) == ("no-draft-mark", True)


def test_both_layouts_in_one_template_are_a_fault(template: Path) -> None:
    assert "two-layouts" in {f.kind for f in faults(template, TITLE, "{{ articles_in_turn }}")}


def test_all_faults_come_at_once(template: Path) -> None:
    data = edited(template.read_bytes(), DOCUMENT, TITLE, "{{ prcie }}")
    data = edited(data, DOCUMENT, "{{ total }}", "{{ totla }}")
    data = edited(data, HEADER, "{{ draft_mark }}", "x")
    assert len(check_template(data, "a")) == 5
    assert read_parts(data, name="a")


def test_what_is_no_docx_is_refused() -> None:
    with pytest.raises(RefusedInput, match="no DOCX"):
        check_template(b"hello", "a.docx")
