"""The inspection's documents through the command line, on the sample deals: order, checklist, notices."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
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
