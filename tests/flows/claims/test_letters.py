"""Letters through the command line: written and recorded together, refused where authority or the ledger says so."""

from __future__ import annotations

import email
import json
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.approvers import enter
from tests.conftest import Ran
from tests.flows.returned import called
from tradedocs.errors import ToolError
from tradedocs.files import sha256_of
from tradedocs.flows.claims.record import CLOSED, TRIAGED, claim_of, put
from tradedocs.flows.persons import CONCEDED, RESOLVED
from tradedocs.ledger import Ledger
from tradedocs.workspace import find, init

Run = Callable[..., Ran]
SAMPLES = Path(__file__).parents[3] / "samples"
NOW = datetime(2027, 3, 18, 12, tzinfo=UTC)
CLAIM = """number: CL-1
received: 2027-03-15
complainant: Harrow & Finch Trading Ltd
alleged: quality
words: {en: Lamps flicker., zh: 灯具闪烁。}
characteristic: Luminous flux
affected: 900 pcs
arrived: 2026-12-28
taken_over: 2027-01-05
found: 2027-01-08
hidden: no
stored_properly: no
"""
SUGAR = """number: CL-2
received: 2027-03-16
complainant: Qingdao
alleged: quality
words: {en: Moisture above the limit., zh: 水分超过限量。}
affected: 20 t
arrived: 2027-03-01
hidden: no
upstream_of: CL-1
"""
BY = ("--by", "Lin Mei")
REFUSE = ("claim", "letter", "CL-1", "refuse", "--authority", "legal", "--reason", "late")


@pytest.fixture(scope="module")
def _sold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("letters") / "sold"
    enter(init(root).clauses)
    called("--workspace", root, "clause", "approve", "--all", "--by", "A. Counsel", "--role", "counsel")
    for name in ("led-lamps", "white-sugar"):
        called(
            "--workspace",
            root,
            "contract",
            "build",
            SAMPLES / name / "deal.yaml",
            "-o",
            root / f"{name}.docx",
        )
    return root


@pytest.fixture
def shop(_sold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the workspace on 18 March 2027, in which one works."""
    root = Path(shutil.copytree(_sold, tmp_path / "shop"))
    monkeypatch.setattr("tradedocs.cli.clock.now", lambda: NOW)
    before = Path.cwd()
    os.chdir(root)
    yield root
    os.chdir(before)


def opens(run: Run, text: str = CLAIM, contract: str = "led-lamps.docx") -> None:
    Path("claim.yaml").write_text(text, encoding="utf-8")
    ran = run("claim", "open", contract, "--from", "claim.yaml", *BY)
    assert ran.code in (0, 10), ran.err


def test_a_letter_and_its_mail_are_recorded_by_their_hashes(run: Run, shop: Path) -> None:
    opens(run)
    head = next(reversed(list(Ledger(shop / "ledger.jsonl").rows())))
    ran = run("claim", "letter", "CL-1", "request-evidence", "--eml", *BY)
    assert ran.code == 0, ran.err
    file = shop / "claims" / "CL-1" / "letters" / "01-request-evidence.docx"
    row = next(reversed(list(Ledger(shop / "ledger.jsonl").rows())))
    assert str(file) in ran.out
    assert f"ledger row {row.row}, head {row.sha256}" in ran.err
    assert row.facts["files"] == {
        path.name: sha256_of(path.read_bytes()) for path in (file, file.with_suffix(".eml"))
    }
    letter = claim_of("CL-1", find(shop)).letters[0]
    assert (letter.file, letter.sha256) == (
        "claims/CL-1/letters/01-request-evidence.docx",
        sha256_of(file.read_bytes()),
    )
    assert str(letter.reply_by) == "2027-03-25"
    mail = email.message_from_bytes(file.with_suffix(".eml").read_bytes())
    assert (mail["X-Unsent"], mail["To"]) == ("1", "buying@harrow-finch.example")
    attached = [part for part in mail.walk() if part.get_filename()]
    assert [part.get_payload(decode=True) for part in attached] == [file.read_bytes()]
    from tradedocs.word.package import read_parts
    from tradedocs.word.text import visible_text

    assert f"{head.row}:{head.sha256}" in visible_text(read_parts(file.read_bytes(), name="letter"))


def test_a_letter_without_its_row_is_none(run: Run, shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opens(run)

    def full(*_: object, **__: object) -> None:
        raise ToolError("no space left on the disk")

    monkeypatch.setattr("tradedocs.flows.claims.letters.put", full)
    assert run("claim", "letter", "CL-1", "acknowledge", "--eml", *BY).code == 1
    assert not list((shop / "claims" / "CL-1").glob("letters/*"))
    assert claim_of("CL-1", find(shop)).letters == ()


def test_the_row_comes_before_the_file(run: Run, shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opens(run)
    seen: list[int] = []

    def write(path: Path, data: bytes) -> None:
        rows = list(Ledger(shop / "ledger.jsonl").rows())
        assert rows[-1].facts["files"][path.name] == sha256_of(data)
        seen.append(rows[-1].row)
        raise ToolError("no space left on the disk")

    monkeypatch.setattr("tradedocs.flows.claims.letters.write_atomic", write)
    assert run("claim", "letter", "CL-1", "acknowledge", *BY).code == 1
    assert len(seen) == 1
    assert run("ledger", "verify").code == 0


def test_nothing_is_replaced_and_a_day_that_is_over_is_no_day(run: Run, shop: Path) -> None:
    opens(run)
    Path("mine.docx").write_bytes(b"signed")
    assert run("claim", "letter", "CL-1", "acknowledge", "-o", "mine.docx", *BY).code == 2
    assert Path("mine.docx").read_bytes() == b"signed"
    assert run("claim", "letter", "CL-1", "request-evidence", "--reply-by", "2027-03-17", *BY).code == 2


def test_a_refusal_needs_legal_a_reason_and_a_ground(run: Run, shop: Path) -> None:
    opens(run)
    letter = ("claim", "letter", "CL-1", "refuse", "--ground", "misuse")
    assert "needs the authority of legal" in run(*letter, *BY).err
    assert "needs a reason" in run(*letter, "--authority", "legal", *BY).err
    assert "not in the register" in run(*REFUSE, "--ground", "misuse", "--by", "Joe Clerk").err
    assert "needs a ground" in run(*REFUSE, *BY).err
    assert run(*REFUSE, "--ground", "misuse", *BY).code == 0
    letter_ = claim_of("CL-1", find(shop)).letters[0]
    assert letter_.grounds == ("misuse",)
    assert letter_.authorised is not None
    assert (letter_.authorised.by, letter_.authorised.reason) == ("Lin Mei", "late")


def test_a_ground_without_its_facts_is_none(run: Run, shop: Path) -> None:
    opens(run, CLAIM.replace("2027-03-15", "2027-01-10").replace("stored_properly: no\n", ""))
    for ground in ("window", "finality", "conforming", "sample", "misuse", "carriage", "other"):
        ran = run(*REFUSE, "--ground", ground, *BY)
        assert (ran.code, f"on the ground {ground}" in ran.err) == (10, True), ran.err


def test_a_hidden_defect_that_may_be_in_time_is_not_late(run: Run, shop: Path) -> None:
    opens(
        run, CLAIM.replace("hidden: no", "hidden: unknown").replace("found: 2027-01-08", "found: 2027-03-14")
    )
    assert "not every period is over" in run(*REFUSE, "--ground", "window", *BY).err


def _resolved(about: str) -> dict[str, object]:
    return {"contract_no": "NSL-2026-0417", "shipment": 1, "message": f"{about} is below its limit", "finding": "f",
            "rule": "r", "by": "Li Na", "reason": "agreed", "crop_seen": True, "value": None}  # fmt: skip


def _conceded(name: str) -> dict[str, object]:
    item = {"characteristic": name}
    return {"contract_no": "NSL-2026-0417", "row": 1, "terms": {"shipment": 1, "line": 1, "items": [item],
            "signed": {"party": "Harrow & Finch Trading Ltd"}}}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "facts", "barred"),
    [
        (RESOLVED, _resolved("Luminous flux"), True),
        (CONCEDED, _conceded("luminous flux"), True),
        (CONCEDED, _conceded("Power"), False),
        (RESOLVED, {**_resolved("Luminous flux"), "shipment": 2}, False),
    ],
    ids=["resolved", "conceded", "another-characteristic", "another-shipment"],
)
def test_what_we_knew_bars_the_window_and_nothing_else(
    run: Run, shop: Path, kind: str, facts: dict[str, object], barred: bool
) -> None:
    anchor = Ledger(shop / "ledger.jsonl").append(kind, facts, at=NOW)
    opens(run)
    ran = run(*REFUSE, "--ground", "window", *BY)
    assert ran.code == (10 if barred else 0), ran.err
    assert (f"row {anchor.row} ({kind})" in ran.err) is barred
    assert ("CISG article 40" in ran.err) is barred
    assert run(*REFUSE, "--ground", "misuse", *BY).code == 0


def test_an_offer_letter_tells_of_an_open_offer_and_a_settlement_of_what_was_agreed(
    run: Run, shop: Path
) -> None:
    opens(run, CLAIM + "invoice_no: I-1\ninvoice_date: 2026-11-27\n")
    assert "no open offer" in run("claim", "letter", "CL-1", "offer", *BY).err
    assert "is not settled" in run("claim", "letter", "CL-1", "settle", *BY).err
    offered = run("claim", "offer", "CL-1", "--remedy", "goodwill", "--amount", "USD 300", "--paid-by", "credit-note",
                  "--expires", "2027-04-10", *BY)  # fmt: skip
    assert offered.code in (0, 10), offered.err
    assert run("claim", "letter", "CL-1", "offer", *BY).code == 0
    letter = claim_of("CL-1", find(shop)).letters[0]
    assert (letter.move, str(letter.reply_by)) == (1, "2027-04-10")
    run("claim", "answer", "CL-1", "1", "accept", *BY)
    assert "no open offer" in run("claim", "letter", "CL-1", "offer", *BY).err
    assert run("claim", "settle", "CL-1", "--move", "1", *BY).code in (0, 10)
    assert run("claim", "letter", "CL-1", "settle", "--eml", *BY).code == 0
    mail = email.message_from_bytes((shop / "claims/CL-1/letters/02-settle.eml").read_bytes())
    names = [part.get_filename() for part in mail.walk() if part.get_filename()]
    assert sorted(map(str, names)) == ["02-settle.docx", "credit-note.docx", "settlement-agreement.docx"]


def test_as_buyer_the_notice_comes_before_our_own_answer_is_due(run: Run, shop: Path) -> None:
    opens(run)
    opens(run, SUGAR, "white-sugar.docx")
    assert run("claim", "letter", "CL-2", "acknowledge", *BY).code == 2
    ran = run("claim", "letter", "CL-2", "non-conformity", "--eml", *BY)
    assert ran.code == 0, ran.err
    letter = claim_of("CL-2", find(shop)).letters[0]
    assert letter.draft_for is None
    due = next(one for one in json.loads(run("claim", "status", "CL-1", "--format", "json").out)["dates"]
               if one["key"] == "answer.answer")  # fmt: skip
    assert due["day"] == "2027-03-25"
    assert str(letter.reply_by) == "2027-03-23"
    assert run("ledger", "verify").code == 0


def test_a_draft_for_the_other_side_goes_to_it(run: Run, shop: Path) -> None:
    opens(run)
    ran = run("claim", "letter", "CL-1", "carrier-notice", "--eml", *BY)
    assert "a draft for the buyer" in ran.out
    assert claim_of("CL-1", find(shop)).letters[0].draft_for == "buyer"
    mail = email.message_from_bytes((shop / "claims/CL-1/letters/01-carrier-notice.eml").read_bytes())
    assert mail["To"] == "buying@harrow-finch.example"
    body = next(part for part in mail.walk() if part.get_content_type() == "text/plain").get_payload(
        decode=True
    )
    assert isinstance(body, bytes)
    assert "this notice is yours to send" in body.decode()
    assert "本通知应由贵方发出" in body.decode()


def test_a_letter_bears_the_day_that_is_asked_for_if_it_can_be(run: Run, shop: Path) -> None:
    opens(run)
    for day in ("2027-03-14", "2027-03-19"):
        assert run("claim", "letter", "CL-1", "acknowledge", "--as-of", day, *BY).code == 2
    assert run("claim", "letter", "CL-1", "request-evidence", "--as-of", "2027-03-16", *BY).code == 0
    letter = claim_of("CL-1", find(shop)).letters[0]
    assert (str(letter.on), str(letter.reply_by)) == ("2027-03-16", "2027-03-23")


def _triaged(category: str, bearer: str) -> None:
    fact = {"category": category, "severity": "unknown", "bearer": bearer, "row_of_table": "t", "because": [],
            "table_sha256": "0" * 64, "on": "2027-03-17"}  # fmt: skip
    put(TRIAGED, "CL-1", "NSL-2026-0417", fact, by="Lin Mei", workspace=find(), now=NOW)


@pytest.mark.parametrize(
    ("category", "bearer", "more", "ground"),
    [
        ("misuse", "buyer", "", "misuse"),
        ("perception-deviation", "buyer", "meets_sample: yes\n", "sample"),
        ("transport-damage", "carrier-or-insurer", "", "carriage"),
        ("batch-defect", "seller", "", None),
    ],
)
def test_without_a_ground_the_triage_gives_it(
    run: Run, shop: Path, category: str, bearer: str, more: str, ground: str | None
) -> None:
    opens(run, CLAIM + more)
    _triaged(category, bearer)
    ran = run(*REFUSE, *BY)
    assert ran.code == (2 if ground is None else 0), ran.err
    assert [one.grounds for one in claim_of("CL-1", find(shop)).letters] == ([(ground,)] if ground else [])


def test_a_ground_has_a_plain_name(run: Run, shop: Path) -> None:
    opens(run)
    assert run(*REFUSE, "--ground", "late", *BY).code == 0
    assert claim_of("CL-1", find(shop)).letters[0].grounds == ("window",)


def test_what_a_check_found_before_shipment_bars_the_window(run: Run, shop: Path) -> None:
    adverse = {"characteristic": "Luminous flux", "line": 1, "message": "780 lm is below 800 lm"}
    report = {"sha256": "ab" * 32, "issued": "2026-11-01", "adverse": [adverse]}
    facts = {"contract_no": "NSL-2026-0417", "shipment": 1, "verdict": "REJECT", "reports": [report]}
    row = Ledger(shop / "ledger.jsonl").append("check", facts, at=NOW).row
    opens(run)
    ran = run(*REFUSE, "--ground", "late", *BY)
    assert (ran.code, f"row {row} (check): 780 lm" in ran.err) == (10, True), ran.err


def test_a_closed_claim_gets_no_letter(run: Run, shop: Path) -> None:
    opens(run)
    fact = {"ended": "withdrawn", "reason": "withdrawn by the buyer", "on": "2027-03-17"}
    put(CLOSED, "CL-1", "NSL-2026-0417", fact, by="Lin Mei", workspace=find(), now=NOW)
    assert "was closed on" in run("claim", "letter", "CL-1", "acknowledge", *BY).err
