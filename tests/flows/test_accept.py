"""A yes to one change: who may say it, what it is bound to, and what it never reaches."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.flows.returned import came_back, card, compared, house
from tests.word import hands
from tradedocs.ledger import Ledger

Run = Callable[..., Ran]
WHO = ("--by", "A. Counsel", "--reason", "the third order, and insured")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return house(tmp_path_factory.mktemp("accept"))


def test_the_yes_is_kept_with_its_words_and_counts_for_the_same_words(run: Run, root: Path) -> None:
    work = hands.track("refuses with reasons", "refuses in writing")
    back = came_back(root, "en", work)
    assert run("--workspace", root, "contract", "compare", back).code == 10
    ran = run(
        "--workspace", root, "contract", "accept", back, "disputes.claims", *WHO, "--authority", "legal"
    )
    assert (ran.code, "disputes.claims is accepted by A. Counsel (legal)" in ran.out) == (0, True)
    row = list(Ledger(root / "ledger.jsonl").rows())[-1]
    facts = row.facts
    assert (row.kind, facts["clause"], facts["reason"]) == ("deviation-accepted", "disputes.claims", WHO[3])
    assert facts["words"][0]["words"] == [["removed", "with reasons"], ["added", "in writing"]]
    again = came_back(root, "en", work, name="next-round.docx")
    ran = run("--workspace", root, "contract", "compare", again)
    assert (ran.code, f"ledger row {row.row}: the third order" in ran.out) == (0, True)
    other = came_back(root, "en", hands.track("refuses with reasons", "refuses in silence"))
    assert run("--workspace", root, "contract", "compare", other).code == 10


def test_a_yes_to_a_tracked_change_is_none_to_the_same_words_without_a_mark(run: Run, root: Path) -> None:
    tracked = came_back(root, "zh", hands.track("仲裁地", "仲裁的地点"))
    name = compared(root, tracked).cards[0].ref
    assert (
        run("--workspace", root, "contract", "accept", tracked, name, *WHO, "--authority", "legal").code == 0
    )
    assert compared(root, tracked).code == 0
    silent = came_back(root, "zh", hands.replace("仲裁地", "仲裁的地点"))
    one = card(compared(root, silent), name)
    assert (one.accepted, one.code) == (None, 20)
    plain = run("--workspace", root, "contract", "accept", silent, name, *WHO, "--authority", "legal")
    assert (plain.code, "without a mark" in plain.err) == (10, True)
    said = run(
        "--workspace", root, "contract", "accept", silent, name, *WHO, "--authority", "legal", "--silent"
    )
    assert said.code == 0
    assert compared(root, silent).code == 0


def test_the_level_and_the_register_count(run: Run, root: Path) -> None:
    back = came_back(root, "en-zh", hands.track("refuses with reasons", "refuses by letter"))
    accept = ("--workspace", root, "contract", "accept", back, "disputes.claims", "--reason", "so")
    low = run(*accept, "--by", "S. Seller")
    assert (low.code, "needs the authority of legal, not of sales" in low.err) == (10, True)
    unknown = run(*accept, "--by", "S. Seller", "--authority", "legal")
    assert (unknown.code, "not in the register of approvers" in unknown.err) == (10, True)
    assert run(*accept, "--by", "The Owner", "--authority", "board").code == 0


def test_what_is_forbidden_is_accepted_by_nobody(run: Run, root: Path) -> None:
    back = came_back(root, "en", hands.track("refuses with reasons", "refuses in its sole discretion"))
    accept = ("--workspace", root, "contract", "accept", back, "disputes.claims", *WHO, "--silent")
    ran = run(*accept, "--authority", "board")
    assert (ran.code, "nobody may accept it: sole-discretion" in ran.err) == (10, True)


def test_a_reason_and_a_known_change_are_required(run: Run, root: Path) -> None:
    back = came_back(root, "en", hands.track("refuses with reasons", "refuses in writing"))
    accept = ("--workspace", root, "contract", "accept", back)
    assert run(*accept, "disputes.claims", "--by", "A. Counsel").code == 2
    assert run(*accept, "disputes.claims", "--by", "A. Counsel", "--reason", " ").code == 2
    ran = run(*accept, "disputes.nothing", *WHO)
    assert (ran.code, "Changed are: disputes.claims" in ran.err) == (2, True)


def test_json_says_everything(run: Run, root: Path) -> None:
    back = came_back(root, "en-zh", hands.retype("for quantity and weight", "15 days", "90 days"))
    data = json.loads(run("--workspace", root, "contract", "compare", back, "--format", "json").out)
    assert (data["version"], data["kind"], data["proof"], data["code"]) == (1, "returned", "ledger", 20)
    one = data["cards"][0]
    assert (one["ref"], one["forbidden"], one["silent"], one["needs"]) == (
        "disputes.claims",
        True,
        True,
        None,
    )
    assert {hit["kind"] for hit in one["hits"]} == {"beyond-range", "languages-differ"}
    assert len(data["unchanged"]) > 60


def test_the_memo_has_a_card_for_each_change(run: Run, root: Path, tmp_path: Path) -> None:
    from tradedocs.word.package import read_parts
    from tradedocs.word.text import visible_text

    works = (
        hands.track("refuses with reasons", "refuses at will"),
        hands.retype("Set-off", "Set-off", "Set-Off"),
    )
    out = tmp_path / "memo.docx"
    ran = run("--workspace", root, "contract", "compare", came_back(root, "en", *works), "-o", out)
    assert (ran.code, ran.out.strip()) == (20, str(out))
    parts = read_parts(out.read_bytes(), name="memo")
    text = visible_text(parts)
    for words in ("WHAT CAME BACK", "[disputes.claims]", "[commercial.set-off]", "may be accepted by: legal"):
        assert words in text
    assert b"<w:strike/>" in parts["word/document.xml"]
    again = run("--workspace", root, "contract", "compare", root / "back.docx", "-o", out)
    assert (again.code, "a file stands there already" in again.err) == (2, True)
