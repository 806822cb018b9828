"""From the first offer to the lesson in the next deal, through the command line."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml

from tests.approvers import enter
from tests.conftest import Ran
from tests.flows.claims.opened import NOW, opened, refused, triaged
from tradedocs.cli import clock
from tradedocs.errors import ToolError
from tradedocs.files import sha256_of
from tradedocs.flows.claims.record import claim_of
from tradedocs.word.package import read_parts
from tradedocs.word.text import visible_text
from tradedocs.workspace import find

Run = Callable[..., Ran]
SAMPLES = Path(__file__).parents[3] / "samples"
CASES = Path(__file__).parents[2] / "cases" / "answers"
CLAIM = "CL-2026-014"
BY = ("--by", "Li Na")


@pytest.fixture
def lamps(run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The contract of the sample deal; today is the day of the claims."""
    run("contract", "build", SAMPLES / "led-lamps" / "deal.yaml", "-o", "lamps.docx")
    monkeypatch.setattr(clock, "now", lambda: NOW)
    return Path("lamps-DRAFT.docx")


def offered(run: Run, *terms: str, claim: str = CLAIM) -> Ran:
    return run("claim", "offer", claim, *terms, *BY)


def agreed(run: Run, *terms: str, claim: str = CLAIM) -> None:
    """An offer of the board's that is accepted: move 1 and 2."""
    assert offered(run, *terms, "--authority", "board", claim=claim).code == 0
    assert run("claim", "answer", claim, "1", "accept", *BY).code == 0


def form(name: str, **changes: object) -> Path:
    """The drafted form, completed."""
    data = yaml.safe_load(Path(name).read_text(encoding="utf-8"))
    data["eight_d"] = {
        "problem": "Lamps flicker", "team": ["Li Na", "Zhao Lei"],
        "containment": "Stock held", "cause": "Other capacitor",
        "escape": "Not in the plan", "actions": ["Changed back"], "prevention": "Change control",
    }  # fmt: skip
    path = Path("closing.yaml")
    kept = {key: value for key, value in (data | changes).items() if value is not None}
    path.write_text(yaml.safe_dump(kept, allow_unicode=True), encoding="utf-8")
    return path


def test_a_counter_offer_ends_the_offer_and_takes_authority_to_accept(run: Run, lamps: Path) -> None:
    opened(lamps)
    price = ("--remedy", "price-reduction", "--amount")
    assert offered(run, *price, "USD 412.80", "--expires", "2026-12-31").code == 0
    assert "4.36 % of the lot's value" in offered(run, *price, "USD 900").err
    assert run("claim", "counter", CLAIM, *price, "USD 900", *BY).code == 0
    assert "answered by move 2 (counter)" in run("claim", "answer", CLAIM, "1", "accept", *BY).err
    assert "authority of manager" in run("claim", "answer", CLAIM, "2", "accept", *BY).err
    ran = run(
        "claim", "answer", CLAIM, "2", "accept", *BY, "--authority", "manager", "--authorised-by", "Wang Wei"
    )
    assert ran.code == 0
    moves = claim_of(CLAIM, find()).moves
    assert [(one.act, one.side, one.answers) for one in moves] == [
        ("offer", "seller", None), ("counter", "buyer", 1), ("accept", "seller", 2)
    ]  # fmt: skip
    assert (moves[2].authority, moves[2].authorised_by, moves[2].by) == ("manager", "Wang Wei", "Li Na")


def test_a_role_in_the_register_binds(run: Run, lamps: Path) -> None:
    opened(lamps)
    enter(find().clauses, ("Li Na", "Sales"))
    ran = offered(run, "--remedy", "goodwill", "--amount", "USD 900", "--authority", "manager")
    assert ran.code == 10
    assert "entered as sales, not as manager" in ran.err
    assert claim_of(CLAIM, find()).moves == ()


def test_an_expired_offer_and_a_day_to_come_are_refused(
    run: Run, lamps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(lamps)
    assert offered(run, "--remedy", "goodwill", "--amount", "USD 100", "--expires", "2026-12-21").code == 0
    assert "still to come" in run("claim", "answer", CLAIM, "1", "accept", *BY, "--on", "2026-12-22").err
    monkeypatch.setattr(clock, "now", lambda: NOW.replace(day=22))
    ran = run("claim", "answer", CLAIM, "1", "accept", *BY)
    assert (ran.code, "expired on 2026-12-21" in ran.err) == (10, True)
    assert run("claim", "answer", CLAIM, "1", "accept", *BY, "--on", "2026-12-21").code == 0


def test_two_open_offers_for_one_loss_are_flagged(run: Run, lamps: Path) -> None:
    opened(lamps)
    assert offered(run, "--remedy", "goodwill", "--amount", "USD 100").code == 0
    ran = offered(run, "--remedy", "price-reduction", "--amount", "USD 100")
    assert (ran.code, "still open" in ran.err) == (10, True)


def test_what_another_claim_took_from_the_lot_is_not_given_again(run: Run, lamps: Path) -> None:
    opened(lamps)
    agreed(run, "--remedy", "refund", "--amount", "USD 20,000")
    assert run("claim", "settle", CLAIM, "--move", "1", *BY).code == 0
    opened(lamps, number="CL-2")
    ran = offered(run, "--remedy", "goodwill", "--amount", "USD 640.01", claim="CL-2")
    assert (ran.code, "USD 640.00 of USD 20,640.00" in ran.err) == (10, True)
    assert (
        offered(run, "--remedy", "goodwill", "--amount", "USD 640", "--authority", "board", claim="CL-2").code
        == 0
    )


def test_two_claims_accepted_side_by_side_do_not_take_the_lot_twice(run: Run, lamps: Path) -> None:
    for number in (CLAIM, "CL-2"):
        opened(lamps, number=number)
        agreed(run, "--remedy", "refund", "--amount", "USD 15,000", claim=number)
    assert run("claim", "settle", CLAIM, "--move", "1", *BY).code == 0
    ran = run("claim", "settle", "CL-2", "--move", "1", *BY)
    assert (ran.code, "USD 5,640.00 of USD 20,640.00" in ran.err) == (10, True)
    assert [path.name for path in (Path("claims") / "CL-2").iterdir()] == ["terms.json"]


def test_what_belongs_to_an_offset_is_refused_elsewhere(run: Run, lamps: Path) -> None:
    opened(lamps)
    agreed(run, "--remedy", "goodwill", "--amount", "USD 100")
    for option in (("--cap", "15 %"), ("--order", "PO-9=USD 100"), ("--expires", "2027-01-01")):
        assert "belong to an offset" in run("claim", "settle", CLAIM, "--move", "1", *option, *BY).err
    assert (
        "no promise 'flowers'"
        in run("claim", "settle", CLAIM, "--move", "1", "--due", "flowers=2027-01-01", *BY).err
    )
    assert (
        "not right for --due" in run("claim", "settle", CLAIM, "--move", "1", "--due", "2027-01-01", *BY).err
    )


def test_only_an_accepted_move_is_settled_and_only_once(run: Run, lamps: Path) -> None:
    opened(lamps)
    assert offered(run, "--remedy", "goodwill", "--amount", "USD 100").code == 0
    assert "was not accepted" in run("claim", "settle", CLAIM, "--move", "1", *BY).err
    assert run("claim", "answer", CLAIM, "1", "accept", *BY).code == 0
    assert run("claim", "settle", CLAIM, "--move", "1", *BY, "--due", "credit-note=2026-12-24").code == 0
    assert "was settled" in run("claim", "settle", CLAIM, "--move", "1", *BY).err
    assert "was settled" in offered(run, "--remedy", "goodwill", "--amount", "USD 1").err
    settlement = claim_of(CLAIM, find()).settlement
    assert settlement is not None
    assert {one.key: one.due for one in settlement.promises} == {
        "signature": None,
        "credit-note": date(2026, 12, 24),
    }
    folder = Path("claims") / CLAIM / "settlement"
    assert settlement.files == {one.name: sha256_of(one.read_bytes()) for one in folder.iterdir()}
    assert set(settlement.files) == {"settlement-agreement.docx", "credit-note.docx"}


def test_days_come_from_the_articles_of_the_contract(run: Run, lamps: Path) -> None:
    opened(lamps)
    agreed(run, "--remedy", "offset", "--amount", "USD 350")
    ran = run("claim", "settle", CLAIM, "--move", "1", *BY, "--cap", "15 %", "--order", "PO-9=USD 1500")
    assert ran.code == 0, ran.err
    settlement = claim_of(CLAIM, find()).settlement
    assert settlement is not None
    assert settlement.offset is not None
    assert (settlement.offset.expires, settlement.offset.cash_days) == (
        date(2027, 3, 20),
        15,
    )  # 90 days, 15 days
    assert settlement.promises[1].due == date(2026, 12, 27)  # 7 days


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_pdf_lies_beside_each_paper_and_is_recorded(run: Run, lamps: Path) -> None:
    opened(lamps)
    agreed(run, "--remedy", "goodwill", "--amount", "USD 100")
    ran = run("claim", "settle", CLAIM, "--move", "1", *BY, "--pdf", "--lang", "zh")
    assert ran.code == 0, ran.err
    folder = Path("claims") / CLAIM / "settlement"
    settlement = claim_of(CLAIM, find()).settlement
    assert settlement is not None
    for name in ("settlement-agreement.pdf", "credit-note.pdf"):
        assert settlement.files[name] == sha256_of((folder / name).read_bytes())


def test_papers_of_a_draft_say_so_on_every_page(run: Run, lamps: Path) -> None:
    opened(lamps)
    agreed(run, "--remedy", "goodwill", "--amount", "USD 100")
    assert run("claim", "settle", CLAIM, "--move", "1", *BY).code == 0
    for path in (Path("claims") / CLAIM / "settlement").iterdir():
        assert "DRAFT CONTRACT – NOT TO BE SENT" in visible_text(
            read_parts(path.read_bytes(), name=path.name)
        )


def test_nothing_stands_where_the_row_cannot_be_written(
    run: Run, lamps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(lamps)
    agreed(run, "--remedy", "goodwill", "--amount", "USD 100")

    def fails(*_: object, **__: object) -> None:
        raise ToolError("full")

    monkeypatch.setattr("tradedocs.flows.claims.settling.put", fails)
    assert run("claim", "settle", CLAIM, "--move", "1", *BY).code == 1
    assert not (Path("claims") / CLAIM / "settlement").exists()
    assert claim_of(CLAIM, find()).settlement is None


def test_the_buyer_leaves_the_sellers_papers_to_the_seller(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (
        (SAMPLES / "led-lamps" / "deal.yaml")
        .read_text(encoding="utf-8")
        .replace("our_side: seller", "our_side: buyer")
    )
    Path("deal.yaml").write_text(text, encoding="utf-8")
    run("contract", "build", "deal.yaml", "-o", "lamps.docx")
    monkeypatch.setattr(clock, "now", lambda: NOW)
    opened(Path("lamps-DRAFT.docx"))
    ran = offered(run, "--remedy", "price-reduction", "--amount", "USD 5000")
    assert ran.code == 0, ran.err  # who is paid needs nobody's leave
    assert run("claim", "answer", CLAIM, "1", "accept", *BY).code == 0
    assert run("claim", "settle", CLAIM, "--move", "1", *BY).code == 0
    assert [one.name for one in (Path("claims") / CLAIM / "settlement").iterdir()] == [
        "settlement-agreement.docx"
    ]


def test_a_claim_goes_by_its_own_copy_of_the_contract(run: Run, lamps: Path) -> None:
    opened(lamps)
    lamps.unlink()
    assert offered(run, "--remedy", "goodwill", "--amount", "USD 100").code == 0
    copy = Path("claims") / CLAIM / "terms.json"
    copy.write_bytes(copy.read_bytes() + b" ")
    ran = offered(run, "--remedy", "goodwill", "--amount", "USD 90")
    assert (ran.code, "is not the one that the ledger tells of" in ran.err) == (10, True)
    copy.unlink()
    assert "is missing" in offered(run, "--remedy", "goodwill", "--amount", "USD 90").err


def test_a_claim_is_closed_when_every_promise_is_done(run: Run, lamps: Path) -> None:
    triaged(opened(lamps), "batch-defect")
    agreed(run, "--remedy", "replenishment", "--quantity", "2000 pcs")
    assert run("claim", "settle", CLAIM, "--move", "1", *BY).code == 0
    assert run("claim", "close", CLAIM, "--draft", "draft.yaml").code == 0
    assert "8 errors" not in run("claim", "close", CLAIM, "--from", "draft.yaml", *BY).err
    path = form("draft.yaml")
    Path("bl.pdf").write_bytes(b"%PDF bill of lading")
    for promise in ("signature", "proforma", "replacement"):
        ran = run("claim", "done", CLAIM, promise, *BY, "--proof", "bl.pdf")
        assert ran.code == 0, ran.err
    ran = run("claim", "close", CLAIM, "--from", path, *BY)
    assert (ran.code, "not done yet: disposal" in ran.err) == (10, True)
    assert "recorded as done" in run("claim", "done", CLAIM, "signature", *BY).err
    assert "It holds: signature, proforma" in run("claim", "done", CLAIM, "flowers", *BY).err
    assert "nothing is open" in run("claim", "done", CLAIM, "disposal", *BY).out
    assert run("claim", "close", CLAIM, "--from", path, *BY).code == 0
    record = claim_of(CLAIM, find())
    assert record.state == "closed"
    assert record.closing is not None
    assert [one.kind for one in record.closing.lessons] == [
        "characteristic",
        "aql",
        "switching",
        "clause",
        "supplier",
    ]
    report = Path("claims") / CLAIM / "closing" / "eight-d.docx"
    assert record.closing.files == {"eight-d.docx": sha256_of(report.read_bytes())}
    assert record.performed[2].proof_sha256 == sha256_of(b"%PDF bill of lading")
    assert "was closed" in run("claim", "close", CLAIM, "--from", path, *BY).err


def test_an_unfinished_form_shows_every_gap_at_once(run: Run, lamps: Path) -> None:
    triaged(opened(lamps, words="Flicker: after # hours"), "batch-defect")
    agreed(run, "--remedy", "goodwill", "--amount", "USD 100")
    assert run("claim", "settle", CLAIM, "--move", "1", *BY).code == 0
    assert run("claim", "close", CLAIM, "--draft", "draft.yaml").code == 0
    drafted = yaml.safe_load(Path("draft.yaml").read_text(encoding="utf-8"))
    assert drafted["eight_d"]["problem"] == "Flicker: after # hours (2,000 pcs concerned)"
    ran = run("claim", "close", CLAIM, "--from", "draft.yaml", *BY)
    assert ran.code == 20
    for key in ("containment", "cause", "escape", "prevention"):
        assert f"eight_d.{key}" in ran.err
    assert "stands there already" in run("claim", "close", CLAIM, "--draft", "draft.yaml").err


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"ended": "settled"}, "is not settled"),
        ({"ended": "refused", "reason": "Late"}, "no letter refuses"),
        ({"ended": "refused", "reason": None}, "reason"),
        ({"ended": "withdrawn", "reason": "Found in their own store", "proof": None}, "proof"),
        ({"ended": "withdrawn", "reason": "x", "proof": "nothing.pdf"}, "cannot read the file"),
    ],
)
def test_nothing_else_ends_a_claim(run: Run, lamps: Path, changes: dict[str, object], error: str) -> None:
    opened(lamps)
    run("claim", "close", CLAIM, "--draft", "draft.yaml")
    assert error in run("claim", "close", CLAIM, "--from", form("draft.yaml", **changes), *BY).err
    assert claim_of(CLAIM, find()).closing is None


def test_a_refused_and_a_withdrawn_claim_close_with_their_reason(run: Run, lamps: Path) -> None:
    refused(opened(lamps))
    Path("closing.yaml").write_text("ended: refused\nreason: Notice after the window\n", encoding="utf-8")
    assert run("claim", "close", CLAIM, "--from", "closing.yaml", *BY).code == 0
    opened(lamps, number="CL-2")
    Path("letter.pdf").write_bytes(b"%PDF we take it back")
    Path("closing.yaml").write_text(
        "ended: withdrawn\nreason: Their own store\nproof: letter.pdf\n", encoding="utf-8"
    )
    assert run("claim", "close", "CL-2", "--from", "closing.yaml", *BY).code == 0
    first, second = (claim_of(number, find()).closing for number in (CLAIM, "CL-2"))
    assert first is not None
    assert second is not None
    assert (first.ended, first.eight_d, second.ended) == ("refused", None, "withdrawn")
    assert second.files == {"letter.pdf": sha256_of(b"%PDF we take it back")}


def test_the_draft_fits_how_the_claim_ended(run: Run, lamps: Path) -> None:
    refused(opened(lamps))
    opened(lamps, number="CL-2")
    for number, keys in (
        (CLAIM, {"ended", "reason", "lessons"}),
        ("CL-2", {"ended", "reason", "proof", "lessons"}),
    ):
        assert run("claim", "close", number, "--draft", f"{number}.yaml").code == 0
        drafted = yaml.safe_load(Path(f"{number}.yaml").read_text(encoding="utf-8"))
        assert set(drafted) == keys
        assert run("claim", "close", number, "--from", f"{number}.yaml", *BY).code == 20
        assert claim_of(number, find()).closing is None


def test_a_lesson_for_a_key_that_no_deal_has_is_refused(run: Run, lamps: Path) -> None:
    refused(opened(lamps))
    Path("closing.yaml").write_text(
        "ended: refused\nreason: Late\nlessons:\n- {kind: aql, change: {en: x}, key: inspection.aqll, value: '1'}\n",
        encoding="utf-8",
    )
    ran = run("claim", "close", CLAIM, "--from", "closing.yaml", *BY)
    assert (ran.code, "lessons[1].key" in ran.err) == (2, True)


@pytest.fixture
def taught(run: Run, lamps: Path) -> Path:
    """Two closed claims on the same lamps and an open one on the others."""
    for number in (CLAIM, "CL-2"):
        triaged(opened(lamps, number=number, characteristic="Flicker"), "batch-defect")
        agreed(run, "--remedy", "goodwill", "--amount", "USD 100.25", claim=number)
        run("claim", "settle", number, "--move", "1", *BY)
        for promise in ("signature", "credit-note"):
            run("claim", "done", number, promise, *BY)
        run("claim", "close", number, "--draft", f"{number}.yaml")
        assert run("claim", "close", number, "--from", form(f"{number}.yaml"), *BY).code == 0
    opened(lamps, number="CL-3", line=2, supplier="Other Works")
    return lamps


def test_lessons_are_counted_and_summed(run: Run, taught: Path) -> None:
    groups = json.loads(run("claim", "lessons", "--format", "json").out)["groups"]
    first = groups[0]
    assert (first["name"], first["claims"], first["closed"]) == ("LED lamp A60 9 W E27 warm white", 2, 2)
    assert first["money"] == ["USD 200.50"]
    both = [one["lesson"]["kind"] for one in first["lessons"] if one["claims"] == [CLAIM, "CL-2"]]
    assert "aql" in both
    assert (groups[1]["claims"], groups[1]["closed"], groups[1]["money"]) == (1, 0, [])
    text = run("claim", "lessons", "--by", "supplier").out
    assert "Ningbo Works: 2 claims, 2 closed, 0 refused, settled at USD 200.50" in text
    assert "batch defect: 2 claims" in run("claim", "lessons", "--by", "category").out


def test_a_proposal_for_a_deal_changes_nothing(run: Run, taught: Path) -> None:
    deal = Path("next.yaml")
    before = (SAMPLES / "led-lamps" / "deal.yaml").read_bytes()
    deal.write_bytes(before)
    assert run("claim", "lessons", "--deal", deal, "--propose", "proposal.yaml").code == 0
    data = yaml.safe_load(Path("proposal.yaml").read_text(encoding="utf-8"))["proposals"]
    assert {"key": "inspection.aql.major", "now": "2.5", "proposed": "1.5"}.items() <= data[1].items()
    added = [one["add"] for one in data if one.get("key") == "goods[2].characteristics"]
    assert added == ["{name: Flicker, require: conforms, class: major}"]
    assert sum(one.get("key") == "inspection.aql.major" for one in data) == 1
    assert deal.read_bytes() == before
    bulk = run("claim", "lessons", "--deal", SAMPLES / "white-sugar" / "deal.yaml").out
    assert "AQL" not in bulk
    text = before.decode().replace("major: 2.5", "major: 1.0")
    assert text != before.decode()
    deal.write_text(text, encoding="utf-8")
    assert "AQL for major" not in run("claim", "lessons", "--deal", deal).out


def test_a_new_deal_shows_what_touches_its_goods(run: Run, taught: Path) -> None:
    answers = (CASES / "good-fob-credit.yaml").read_text(encoding="utf-8")
    assert "{en: LED lamp, zh: LED灯}" in answers
    other = answers.replace("{en: LED lamp, zh: LED灯}", "{en: Steel rack, zh: 钢架}")
    Path("answers.yaml").write_text(other, encoding="utf-8")
    ran = run("deal", "new", "other.yaml", "--answers", "answers.yaml", "--as-of", "2027-01-05")
    assert CLAIM not in ran.err + Path("other.yaml").read_text(encoding="utf-8")
    data = yaml.safe_load(other)
    data["goods"][0]["hs_code"] = "8539.52.00"
    Path("answers.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    ran = run("deal", "new", "same.yaml", "--answers", "answers.yaml", "--as-of", "2027-01-05")
    assert ran.code == 0, ran.err
    text = Path("same.yaml").read_text(encoding="utf-8")
    assert "HS code 8539.52.00" in ran.err
    assert "# claim CL-2026-014, line 1 (HS code 8539.52.00): Add Flicker" in text
    rest = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    assert "Flicker" not in rest


def test_the_answers_are_not_lost_where_the_ledger_is_broken(run: Run, taught: Path) -> None:
    ledger = Path("ledger.jsonl")
    ledger.write_text(ledger.read_text(encoding="utf-8").replace("Li Na", "Li Nb"), encoding="utf-8")
    ran = run("deal", "new", "d.yaml", "--answers", CASES / "good-fob-credit.yaml", "--as-of", "2027-01-05")
    assert Path("d.yaml").is_file()
    assert "lessons of earlier claims cannot be shown" in ran.err


def test_without_claims_there_is_nothing_to_tell(run: Run, workspace: Path) -> None:
    assert run("claim", "lessons").out == "no claim is on record\n"
    assert run("claim", "lessons", "--propose", "x.yaml").code == 2
    assert "no closed claim" in run("claim", "lessons", "--deal", SAMPLES / "led-lamps" / "deal.yaml").out
