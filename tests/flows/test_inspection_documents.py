"""The inspection's documents through the command line, on the sample deals: order, checklist, notices."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.flows.papers import scan_of
from tradedocs.check.rules import RULES
from tradedocs.contract.papers.steps import STEPS
from tradedocs.files import sha256_of
from tradedocs.word.package import read_parts
from tradedocs.word.text import visible_text

Run = Callable[..., Ran]
SAMPLES = Path(__file__).parents[2] / "samples"
LAMPS_BODY, SUGAR_BODY = "Tallis Brook Inspection", "Northquay Superintendence"


def built(run: Run, name: str, *options: str) -> Path:
    """The contract of a sample deal; a draft, because no clause is approved here."""
    run("contract", "build", SAMPLES / name / "deal.yaml", "-o", f"{name}.docx", *options)
    return Path(f"{name}-DRAFT.docx")


def shown(path: Path) -> str:
    """The words of a Word file."""
    return visible_text(read_parts(path.read_bytes(), name=path.name))


@pytest.fixture
def lamps(run: Run, workspace: Path) -> Path:
    return built(run, "led-lamps")


@pytest.fixture
def sugar(run: Run, workspace: Path) -> Path:
    return built(run, "white-sugar")


def test_the_order_holds_plan_limits_wording_and_cost(run: Run, lamps: Path) -> None:
    ran = run("inspection", "order", lamps, "--to", LAMPS_BODY)
    assert ran.code == 10  # the contract is a draft
    text = shown(Path("order.docx"))
    for words in (
        "INSPECTION ORDER", "检验委托书", LAMPS_BODY, "NSL-2026-0417", "24,000 pcs", "24,000件",
        "≥ 806 lm", "IEC 62612:2013", "10 November 2026 to 25 November 2026", "at least 7 days in advance",
        "2026年11月10日至2026年11月25日", "the Buyer; the invoice goes to Harrow & Finch Trading Ltd",
        "“On the samples that we drew from the goods of this shipment, each characteristic listed above meets its "
        "requirement, and the number of defective pieces does not exceed the acceptance number of any class.”",
        "DRAFT CONTRACT – NOT TO BE SENT",
    ):  # fmt: skip
        assert words in text
    # 24,000 pieces at level II: letter M, 315 pieces; AQL 2.5 accepts 14, AQL 4.0 accepts 21.
    rows = text.split("\n")
    at = rows.index("24,000")
    assert rows[at : at + 8] == ["24,000", "critical", "致命", "0", "M", "315", "0", "1"]
    assert "USD" not in text  # an inspector need not know the price


def test_a_bulk_order_names_the_standard_and_has_no_acceptance_numbers(run: Run, sugar: Path) -> None:
    run("inspection", "order", sugar, "--shipment", "2", "--to", SUGAR_BODY, "--lang", "en")
    text = shown(Path("order.docx"))
    assert "The samples are drawn as Codex CXG 50-2004 says" in text
    assert "acceptance number" not in text
    assert "UCP 600 art. 14(d)" in text
    assert "keeps itself as the referee sample, for at least 90 days" in text
    assert "检验" not in text


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "--to: Tallis Brook Inspection; Verrow Quality Services"),
        (("--to", "Somebody Else"), "does not name 'Somebody Else'"),
        (("--to", LAMPS_BODY, "--line", "3"), "shipment 1 carries no line 3"),
        (("--to", LAMPS_BODY, "--shipment", "2"), "there is no shipment 2"),
    ],
)
def test_what_the_contract_does_not_agree_is_refused(
    run: Run, lamps: Path, options: tuple[str, ...], said: str
) -> None:
    ran = run("inspection", "order", lamps, *options)
    assert ran.code == 2
    assert said in ran.err
    assert not Path("order.docx").exists()


def test_the_checklist_has_a_page_a_line_and_room_for_every_specimen(run: Run, lamps: Path) -> None:
    run("inspection", "checklist", lamps, "--to", LAMPS_BODY, "--specimens", "3", "--line", "2")
    lines = shown(Path("checklist.docx")).split("\n")
    assert any(line.startswith("Line 2: LED globe lamp G95") for line in lines)
    assert not any("A60" in line for line in lines)
    head = lines.index("#")
    assert lines[head : head + 11] == [
        "#", "Characteristic", "项目", "Requirement", "要求", "Class", "等级", "1", "2", "3", "✓ ✗",
    ]  # fmt: skip
    assert lines.count("☐ ☐") == 13
    # 9,000 pieces at level II: letter L, 200 pieces.
    at = lines.index("major 严重", lines.index("Tally of defective pieces"))
    assert lines[at : at + 6] == ["major 严重", "2.5", "200", "10", "11", "☐ accept 接收 ☐ reject 拒收"]


def test_a_contract_that_was_edited_gives_no_order(run: Run, lamps: Path) -> None:
    from tradedocs.word.package import write_parts

    parts = read_parts(lamps.read_bytes(), name="c")
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"806 lm", b"706 lm")
    lamps.write_bytes(write_parts(parts))
    ran = run("inspection", "order", lamps, "--to", LAMPS_BODY)
    assert ran.code != 0
    assert "the contract was altered" in ran.err
    assert not Path("order.docx").exists()


def test_a_document_is_never_overwritten(run: Run, lamps: Path) -> None:
    Path("order.docx").write_text("mine", encoding="utf-8")
    assert run("inspection", "order", lamps, "--to", LAMPS_BODY).code == 2
    assert Path("order.docx").read_text(encoding="utf-8") == "mine"


def reports(name: str, *files: str) -> tuple[Path, ...]:
    """Reports of a sample deal."""
    return tuple(SAMPLES / name / "reports" / file for file in files)


FORBIDDEN = (
    "accept the goods",
    "goods are accepted",
    "waives all",
    "we indemnify",
    "hold harmless",
    "in consideration of",
)


def test_a_release_note_accepts_nothing_and_names_hash_and_ledger_row(run: Run, workspace: Path) -> None:
    assert run("clause", "approve", "--all", "--by", "A. Counsel", "--role", "counsel").code == 0
    run("contract", "build", SAMPLES / "plastic-parts" / "deal.yaml", "-o", "contract.docx")
    contract = Path("contract.docx")
    scan = scan_of(contract, workspace / "signed.pdf")
    assert run("contract", "sign", contract, "--scan", scan, "--by", "Li Na", "--on", "2026-07-01").code == 0
    papers = reports("plastic-parts", "pass-rohs.pdf", "pass-psi.pdf")
    ran = run("check", contract, *papers, "--notice", "told")
    assert ran.code == 0
    assert sorted(path.name for path in Path("told").iterdir()) == ["release-note.docx", "verdict.json"]
    text = shown(Path("told/release-note.docx"))
    assert "This note is no acceptance of the goods and no receipt for them. It waives no right" in text
    assert "no letter of indemnity takes the place of a conforming report" in text
    assert "signed, as Li Na attests on 2026-07-01" in text
    assert sha256_of(Path("told/verdict.json").read_bytes()) in text
    anchor = json.loads(Path("told/verdict.json").read_bytes())["ledger"]
    assert f"\n{anchor['row']}\n{anchor['sha256']}\n" in text
    for paper in papers:
        digest = sha256_of(paper.read_bytes())
        assert f"{digest[:32]}\n{digest[32:]}" in text
    assert "NOT TO BE SENT" not in text
    assert not any(words in text.casefold() for words in FORBIDDEN)


def test_a_hold_notice_says_what_is_missing_and_the_next_step(run: Run, sugar: Path) -> None:
    paper = reports("white-sugar", "incomplete.pdf")
    ran = run("check", sugar, *paper, "--shipment", "1", "--unsigned", "--notice", "told")
    assert ran.code == 10
    assert sorted(path.name for path in Path("told").iterdir()) == [
        "credit-view.docx", "hold-notice.docx", "verdict.json",
    ]  # fmt: skip
    lines = shown(Path("told/hold-notice.docx")).split("\n")
    at = lines.index("line 1: no report gives Lead (≤ 0.5 mg/kg)")
    assert lines[at + 1] == "铅：没有报告载明该特性的结果"
    assert lines[at + 2].startswith("Article ")
    assert lines[at + 5 : at + 7] == [
        "Have the inspection body report this result.",
        "请检验机构补充该项结果。",
    ]
    # What only the person at the keyboard can act on is no business of the other side.
    assert lines.index("What we settle ourselves 由我方解决的事项") < lines.index(
        "the contract file is a DRAFT, not for signature"
    )
    assert not any("tradedocs" in line or "alias" in line for line in lines)
    assert any("NOT TO BE SENT" in line for line in lines)  # the contract is not signed


def test_a_rejection_is_told_to_the_supplier_and_to_the_inspection_body(run: Run, sugar: Path) -> None:
    paper = reports("white-sugar", "fail.pdf")
    assert run("check", sugar, *paper, "--shipment", "1", "--unsigned", "--notice", "told").code == 20
    lines = shown(Path("told/non-conformity-notice.docx")).split("\n")
    at = lines.index("Line 1: Colour in solution")
    row = lines[at : at + 10]
    assert row[1:4] == ["第1项：色值", "Specification, line 1, No. 2", "规格书第1项第2行"]
    assert row[4].startswith("Article ")
    assert row[6:] == ["≤ 45 IU", "ICUMSA GS2/3-10 (2011)", "58 IU", "fail.pdf p.1"]
    assert "Siam Phetchalong Sugar & Refinery Co., Ltd." in lines
    whole = "\n".join(lines)
    assert "wholly or in part" in whole
    assert "All rights under the contract and the law are reserved" in whole
    assert not any(words in whole.casefold() for words in FORBIDDEN)
    request = shown(Path("told/re-inspection-request.docx"))
    for words in (
        "Northquay Superintendence (Thailand) Ltd.", "NQ-LCB-2026-11879", "Draw fresh samples yourselves",
        "It does not replace the failed report", "58 IU", "the Seller (Article ",
    ):  # fmt: skip
        assert words in request


def test_a_seller_does_not_tell_its_supplier_who_buys(run: Run, lamps: Path) -> None:
    papers = reports("led-lamps", "fail-1.pdf", "fail-2.pdf")
    run("check", lamps, *papers, "--unsigned", "--notice", "told")
    text = shown(Path("told/non-conformity-notice.docx"))
    assert "Supplier of the goods: ___" in text
    assert "Harrow" not in text
    assert "Article " not in text  # of the sale contract, which the supplier does not know
    assert "19 major defects found, accept 14, reject 15" in text
    rows = shown(Path("told/re-inspection-request.docx")).split("\n")
    at = rows.index("24,000")
    assert rows[at : at + 8] == ["24,000", "critical", "致命", "0", "M", "315", "0", "1"]


def test_notices_of_an_earlier_check_are_not_replaced_and_nothing_is_recorded(run: Run, sugar: Path) -> None:
    again = ("check", sugar, *reports("white-sugar", "fail.pdf"), "--shipment", "1", "--notice", "told")
    assert run(*again).code == 20
    before = Path("ledger.jsonl").read_bytes()
    ran = run(*again)
    assert (ran.code, "a file stands there already" in ran.err) == (2, True)
    assert Path("ledger.jsonl").read_bytes() == before


def test_the_notices_can_stand_beside_the_verdict(run: Run, sugar: Path) -> None:
    paper = reports("white-sugar", "fail.pdf")
    assert run("check", sugar, *paper, "--shipment", "1", "--out", "told", "--notice", "told").code == 20
    text = shown(Path("told/non-conformity-notice.docx"))
    assert sha256_of(Path("told/verdict.json").read_bytes()) in text
    assert Path("told/verdict.html").is_file()


def test_a_deal_file_gives_notices_without_articles(run: Run, workspace: Path) -> None:
    deal = workspace / "deal.yaml"
    text = (SAMPLES / "white-sugar" / "deal.yaml").read_text(encoding="utf-8")
    deal.write_text(text.replace("language: en-zh", "language: en"), encoding="utf-8")
    ran = run("check", deal, *reports("white-sugar", "fail.pdf"), "--shipment", "1", "--notice", "told")
    assert ran.code == 20
    words = shown(Path("told/non-conformity-notice.docx"))
    assert "Article " not in words
    assert "58 IU" in words
    assert not any("\u4e00" <= char <= "\u9fff" for char in words)


def test_an_adopted_contract_gives_notices_of_what_it_knows(run: Run, workspace: Path) -> None:
    deal = SAMPLES / "plastic-parts" / "deal.yaml"
    original = scan_of(built(run, "plastic-parts"), workspace / "theirs.pdf")
    listed = run("contract", "adopt", original, "--deal", deal, "--list").out
    answers = workspace / "answers.txt"
    answers.write_text(listed.replace("\n? ", "\ny ").replace("? ", "y ", 1), encoding="utf-8")
    by = ("--deal", deal, "--by", "Li Na", "--answers", answers, "--no-ocr")
    assert run("contract", "adopt", original, *by).code == 0
    failing = reports("plastic-parts", "fail-rohs.pdf", "fail-psi.pdf")
    assert run("check", "adopted.json", *failing, "--notice", "told").code == 20
    text = shown(Path("told/non-conformity-notice.docx"))
    assert "Specification, line 1, No. " in text
    assert "Article " not in text
    request = shown(Path("told/re-inspection-request.docx"))
    assert "Draw fresh samples yourselves" in request
    assert "Sampling plan" not in request  # the adopted Spec has no lots worked out


def test_an_adopted_contract_gives_no_order(run: Run, workspace: Path) -> None:
    Path("adopted.json").write_text("{}", encoding="utf-8")
    ran = run("inspection", "order", "adopted.json", "--to", LAMPS_BODY)
    assert ran.code != 0
    assert not Path("order.docx").exists()


def test_every_rule_of_the_check_has_its_words_for_the_other_side() -> None:
    assert {rule.ID for rule in RULES} == set(STEPS)
    for chinese, english, step in STEPS.values():
        assert chinese
        assert english.endswith(".")
        assert step.endswith("。")
