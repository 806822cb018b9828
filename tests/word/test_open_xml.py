"""Every Word file that the program writes keeps to the schema of Open XML, as an independent validator has it.

The validator holds each part against the schemas of Microsoft's Open XML SDK, which are those of ECMA-376 with the
later extensions. No package with a free licence was found that ships wml.xsd itself. What it does not see (live text
in a deletion, say) the table in schema.py does.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from openxml_audit import FileFormat, OpenXmlValidator

from tests.flows.claims.opened import opened
from tests.flows.papers import scan_of
from tests.flows.returned import MODES, SAMPLES, called, came_back, house
from tests.word import hands
from tradedocs.cli import clock
from tradedocs.word.package import DOCUMENT, read_parts, write_parts

BODY = "Verrow Quality Services"
LAMPS, SUGAR = SAMPLES / "led-lamps" / "deal.yaml", SAMPLES / "white-sugar"
TEMPLATES = sorted((SAMPLES.parent / "templates").glob("*.docx"))
# The SDK asks for them; ECMA-376 part 1, 11.3.5 and 14.2.7, leaves them out at will, and so does every file here.
OPTIONAL = ("relationships/fontTable' is missing", "relationships/theme' is missing")
CLAIM = """number: CL-1
received: 2026-11-20
complainant: Harrow & Finch Trading Ltd
alleged: quality
words: {en: Lamps flicker., zh: 灯具闪烁。}
affected: 900 pcs
"""
FILES = (
    *(f"{mode}.docx" for mode in MODES), "modern.docx", "addendum-DRAFT.docx", "pack.docx", "redline.docx", "memo.docx",
    "cards.docx", "order.docx", "checklist.docx", "pass/release-note.docx", "pass/credit-view.docx",
    "fail/non-conformity-notice.docx", "fail/re-inspection-request.docx", "letter.docx", "draft.docx",
    "amend.docx",
    *(f"claims/CL-A/settlement/{name}.docx" for name in ("settlement-agreement", "credit-note", "offset-agreement")),
    "claims/CL-B/settlement/replacement-invoice.docx", "claims/CL-B/closing/eight-d.docx",
)  # fmt: skip


def faults(path: Path) -> list[str]:
    """What the validator has against a file."""
    found = OpenXmlValidator(file_format=FileFormat.OFFICE_2019, max_errors=500).validate(str(path))
    return [
        f"{one.part_uri}: {one.description}"
        for one in found.errors
        if not one.description.rstrip(".").endswith(OPTIONAL)
    ]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One of every kind of Word file: contracts, packs with tracked changes and comments, papers, memos."""
    root = house(tmp_path_factory.mktemp("schema"))

    def run(*arguments: object) -> None:
        called("--workspace", root, *arguments)

    run("contract", "build", LAMPS, "--template", "sales-contract-modern", "-o", root / "modern.docx")
    signed, deal = root / "en-zh.docx", root / "changed.yaml"
    scan = scan_of(signed, root / "scan.pdf")
    run("contract", "sign", signed, "--scan", scan, "--by", "Li Na", "--on", "2026-11-20", "--no-ocr")
    text = LAMPS.read_text(encoding="utf-8")
    assert "quality_days: 45" in text
    deal.write_text(text.replace("quality_days: 45", "quality_days: 30"), encoding="utf-8")
    run("contract", "amend", signed, deal, "-o", root / "addendum.docx", "--on", "2026-11-24")
    clause = root / "clauses" / "quality" / "recall" / "standard.md"
    text = clause.read_text(encoding="utf-8")
    assert "batch numbers" in text
    clause.write_text(text.replace("batch numbers", "lot numbers"), encoding="utf-8")
    run("clause", "pack", "quality.recall", "commercial.open-account", "--comments", "-o", root / "pack.docx")
    run("clause", "diff", "quality.recall", "-o", root / "redline.docx")
    run("contract", "memo", LAMPS, "-o", root / "memo.docx")
    back = came_back(root, "en", hands.track("refuses with reasons", "refuses in writing"))
    run("contract", "compare", back, "-o", root / "cards.docx")
    run("inspection", "order", root / "en.docx", "--to", BODY, "-o", root / "order.docx")
    run("inspection", "checklist", root / "en.docx", "--to", BODY, "-o", root / "checklist.docx")
    (root / "claim.yaml").write_text(CLAIM, encoding="utf-8")
    run("claim", "open", root / "en-zh.docx", "--from", root / "claim.yaml", "--by", "Li Na")
    run("claim", "letter", "CL-1", "request-evidence", "-o", root / "letter.docx", "--by", "Li Na")
    run("claim", "letter", "CL-1", "carrier-notice", "-o", root / "draft.docx", "--by", "Li Na")
    credit = SUGAR / "credit-discrepant.txt"
    run("lc", "check", SUGAR / "deal.yaml", credit, "--as-of", "2026-08-01", "--request", root / "amend.docx")
    for name in ("pass", "fail"):
        run("check", SUGAR / "deal.yaml", SUGAR / "reports" / f"{name}.pdf", "--shipment", "1", "--unsigned",
            "--notice", root / name)  # fmt: skip
    settled(root, run)
    return root


def settled(root: Path, run: Callable[..., None]) -> None:
    """The papers of two settled claims, and the report of the one that is closed."""
    by = ("--by", "Li Na")
    for number, terms in (
        ("CL-A", ("offset", "--amount", "USD 90")),
        ("CL-B", ("replenishment", "--quantity", "90 pcs")),
    ):
        opened(root / "en-zh.docx", root, now=clock.now(), number=number)
        run("claim", "offer", number, "--remedy", *terms, *by)
        run("claim", "answer", number, "1", "accept", *by)
        order = ("--order", "PO-9=USD 1500") if number == "CL-A" else ()
        run("claim", "settle", number, "--move", "1", *order, *by)
    for promise in ("signature", "proforma", "replacement", "disposal"):
        run("claim", "done", "CL-B", promise, *by)
    disciplines = dict.fromkeys(("problem", "containment", "cause", "escape", "prevention"), "x")
    lesson = {"kind": "supplier", "change": {"en": "Ask for proof", "zh": "要求证明"}}
    form = root / "closing.yaml"
    form.write_text(
        yaml.safe_dump({"eight_d": {**disciplines, "actions": ["y"]}, "lessons": [lesson]}), encoding="utf-8"
    )
    run("claim", "close", "CL-B", "--from", form, *by)


@pytest.mark.parametrize("name", FILES)
def test_a_file_keeps_to_the_schema(root: Path, name: str) -> None:
    assert (root / name).is_file(), sorted(str(path.relative_to(root)) for path in root.rglob("*.docx"))
    assert faults(root / name) == []


def test_the_pack_holds_what_was_to_be_tried(root: Path) -> None:
    parts = read_parts((root / "pack.docx").read_bytes(), name="pack.docx")
    assert all(mark in parts[DOCUMENT] for mark in (b"<w:ins ", b"<w:del ", b"<w:sdt>", b"<w:bookmarkStart"))
    assert b"<w:comment " in parts["word/comments.xml"]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_keeps_to_the_schema(path: Path) -> None:
    assert faults(path) == []


def _swap(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    return lambda data: data.replace(old, new, 1)


@pytest.mark.parametrize(
    ("part", "spoil"),
    [
        (
            DOCUMENT,
            _swap(b"<w:body>", b'<w:body><w:p><w:pPr><w:jc w:val="left"/><w:keepNext/></w:pPr></w:p>'),
        ),
        (DOCUMENT, _swap(b"<w:body>", b"<w:body><w:sdt><w:sdtContent/><w:sdtPr/></w:sdt>")),
        (DOCUMENT, _swap(b"<w:body>", b"<w:body><w:p><w:ins><w:r><w:t>x</w:t></w:r></w:ins></w:p>")),
        ("word/comments.xml", _swap(b"</w:comments>", b"<w:p/></w:comments>")),
        ("word/settings.xml", _swap(b"</w:settings>", b'<w:zoom w:percent="90"/></w:settings>')),
        ("word/styles.xml", _swap(b"</w:styles>", b"<w:docDefaults/></w:styles>")),
        ("word/numbering.xml", _swap(b"</w:numbering>", b"<w:abstractNum/></w:numbering>")),
    ],
    ids=["order", "control", "unnamed-change", "comments", "settings", "styles", "numbering"],
)
def test_the_validator_sees_what_is_wrong(
    root: Path, tmp_path: Path, part: str, spoil: Callable[[bytes], bytes]
) -> None:
    parts = read_parts((root / "pack.docx").read_bytes(), name="pack.docx")
    spoiled = spoil(parts[part])
    assert spoiled != parts[part]
    (tmp_path / "bad.docx").write_bytes(write_parts({**parts, part: spoiled}))
    assert any(part in fault for fault in faults(tmp_path / "bad.docx"))
