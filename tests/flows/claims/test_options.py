"""`claim options` through the command line, on a sample contract."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran
from tradedocs.flows.claims.options import late_of
from tradedocs.flows.claims.record import SETTLED, TRIAGED, put
from tradedocs.model.claim import Complaint
from tradedocs.model.claimview import Deadline
from tradedocs.model.shapes import LocalText
from tradedocs.ui import columns
from tradedocs.workspace import find

Run = Callable[..., Ran]
SAMPLES = Path(__file__).parents[3] / "samples"
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
CLAIM = """number: {number}
received: {received}
complainant: Harrow & Finch Trading Ltd
alleged: quality
words: {{en: "Lamps are <b>scratched</b>.", zh: 灯具有划痕。}}
affected: 24000 pcs
usable: yes
unsafe: no
hidden: no
arrived: 2026-11-10
value_ratio: 97 %
counted: {{examined: 125, defective: 13, random: yes}}
next_order: {{number: PO-9, value: USD 12000, due: 2026-12-20}}
costs:
  buyer_loss: USD 5000
  relationship: {{price-reduction: USD 9000, nothing: USD 0}}
"""
Opens = Callable[..., None]


@pytest.fixture
def opened(run: Run, workspace: Path) -> Opens:
    """Opens a claim under the lamps' contract, with a triage."""
    run("contract", "build", SAMPLES / "led-lamps" / "deal.yaml", "-o", "lamps.docx")

    def do(
        number: str = "CL-1",
        received: str = "2026-11-20",
        triage: tuple[str, str, str] | None = None,
        more: str = "",
    ) -> None:
        Path("claim.yaml").write_text(CLAIM.format(number=number, received=received) + more, encoding="utf-8")
        ran = run("claim", "open", "lamps-DRAFT.docx", "--from", "claim.yaml", "--by", "Lin Mei")
        assert ran.code in (0, 10), ran.err
        if triage is not None:
            fact: dict[str, Any] = {"category": triage[0], "severity": triage[1], "bearer": triage[2],
                                    "row_of_table": "x", "because": [], "table_sha256": "0"}  # fmt: skip
            put(TRIAGED, number, "NSL-2026-0417", fact, by="Lin Mei", workspace=find(), now=NOW)

    return do


MINOR, BATCH = ("single-defects", "minor", "seller"), ("batch-defect", "batch", "seller")
DAY = ("--as-of", "2026-11-25")


def data_of(ran: Ran) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ran.out)
    return found


def test_minor_defects_get_the_discount_first_with_every_step(run: Run, opened: Opens) -> None:
    opened(triage=MINOR)
    ran = run("claim", "options", "CL-1", *DAY)
    assert ran.code == 0
    assert " 1  Price reduction – USD 619.20" in ran.out
    for words in (
        "24,000 pcs × USD 0.86/pcs = USD 20,640.00", "20,640.00 × (100% − 97%)", "articles           37, 36",
        "authority          manager", "Not open now", "Credit against the next order – USD 619.20",
    ):  # fmt: skip
        assert words in ran.out
    assert "CISG article 50" not in ran.out  # the law's remedies are for legal's eyes
    assert "Doing nothing" not in ran.out


def test_without_a_triage_a_person_must_look(run: Run, opened: Opens) -> None:
    opened()
    ran = run("claim", "options", "CL-1", *DAY)
    assert ran.code == 10
    assert "There is no triage yet" in ran.out


def test_unsafe_goods_stop_the_sale(run: Run, opened: Opens) -> None:
    opened(triage=("single-defects", "safety", "seller"))
    ran = run("claim", "options", "CL-1", *DAY)
    assert ran.code == 10
    assert "! STOP THE SALE now" in ran.out


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_text_fits_eighty_columns(run: Run, opened: Opens, language: str) -> None:
    opened(triage=BATCH)
    ran = run(
        "claim", "options", "CL-1", *DAY, "--compare", "--legal", "--language", language, "-o", "options.txt"
    )
    assert ran.code == 0
    lines = Path("options.txt").read_text(encoding="utf-8").splitlines()
    assert max(map(columns, lines)) <= 80
    assert any(("免费补货" if language == "zh" else "Free replenishment") in line for line in lines)


def test_json_holds_version_amounts_as_text_and_the_legal_part_only_on_request(
    run: Run, opened: Opens
) -> None:
    opened(triage=BATCH)
    plain = data_of(run("claim", "options", "CL-1", *DAY, "--format", "json"))
    assert (plain["version"], plain["legal"], plain["statutory"], plain["compared"]) == (1, False, [], [])
    assert plain["remedies"][0]["key"] == "replenishment"
    assert plain["remedies"][0]["gain"] == {"amount": "20640.00", "currency": "USD"}
    legal = data_of(run("claim", "options", "CL-1", *DAY, "--format", "json", "--legal"))
    assert {"cisg-50", "cisg-74"} <= {one["key"] for one in legal["statutory"]}
    assert legal["without_limits"]["amount"]["amount"] == "25640.00"
    assert all(one["legal_only"] for one in legal["statutory"])


def test_the_page_is_whole_by_itself_and_escapes_what_others_wrote(run: Run, opened: Opens) -> None:
    opened(triage=MINOR)
    assert (
        run("claim", "options", "CL-1", *DAY, "--compare", "--legal", "--format", "html", "-o", "o.html").code
        == 0
    )
    page = Path("o.html").read_text(encoding="utf-8")
    assert "<b>scratched</b>" not in page
    assert "&lt;b&gt;scratched&lt;/b&gt;" in page
    assert "<svg" in page
    assert not re.search(r"<script|https?://|@import|url\(", page)
    assert "default-src 'none'" in page


def test_comparison_shows_what_was_given_and_says_what_was_not(run: Run, opened: Opens) -> None:
    opened(triage=MINOR)
    rows = {one["key"]: one for one in data_of(run("claim", "options", "CL-1", *DAY, "--compare", "--format", "json"))[
        "compared"]}  # fmt: skip
    assert rows["price-reduction"]["net"]["amount"] == "8380.80"
    assert rows["nothing"]["net"]["amount"] == "0.00"
    assert rows["defect-refund"]["worth"] is None
    assert rows["defect-refund"]["net"] is None
    assert "not given" in run("claim", "options", "CL-1", *DAY, "--compare").out


def test_a_goodwill_percentage_is_worked_out(run: Run, opened: Opens) -> None:
    opened(triage=("perception-deviation", "none", "buyer"))
    found = data_of(run("claim", "options", "CL-1", *DAY, "--goodwill", "2.5", "--format", "json"))[
        "remedies"
    ]
    assert [one["key"] for one in found[:3]] == ["offset-goodwill", "goodwill", "repudiation"]
    assert found[0]["gain"]["amount"] == "516.00"
    assert run("claim", "options", "CL-1", "--goodwill", "120").code == 2
    assert run("claim", "options", "CL-1", "--goodwill", "a lot").code == 2


def test_a_notice_after_the_window_is_told_with_its_arithmetic(run: Run, opened: Opens) -> None:
    """45 days after 10 November is 25 December."""
    opened("CL-IN", "2026-12-25", MINOR)
    opened("CL-OUT", "2026-12-26", MINOR)
    day = ("--as-of", "2026-12-28", "--format", "json")
    inside, outside = (
        data_of(run("claim", "options", number, *day))["remedies"] for number in ("CL-IN", "CL-OUT")
    )
    assert next(one for one in inside if one["key"] == "defect-refund")["barred"] is None
    barred = next(one for one in outside if one["key"] == "defect-refund")["barred"]["en"]
    assert "2026-11-10 + 45 days = 2026-12-25" in barred
    assert "received 2026-12-26" in barred
    # CISG article 44: an excuse keeps the reduction of the price.
    reduction = next(one for one in outside if one["key"] == "price-reduction")
    assert reduction["barred"] is None
    assert any("reasonable excuse" in note["en"] for note in reduction["notes"])


def test_what_another_claim_was_settled_for_uses_the_limit_up(run: Run, opened: Opens) -> None:
    opened("CL-1", triage=MINOR)
    opened("CL-2", triage=MINOR)
    fact = {"remedy": "refund", "amount": "USD 20500.00", "paid_by": "payment", "promises": [], "move": 1,
            "agreed": "2026-11-23"}  # fmt: skip
    put(SETTLED, "CL-2", "NSL-2026-0417", fact, by="Lin Mei", workspace=find(), now=NOW)
    found = data_of(run("claim", "options", "CL-1", *DAY, "--format", "json"))
    assert found["earlier"]["amount"] == "20500.00"
    assert found["limit"]["amount"] == "140.00"
    first = next(one for one in found["remedies"] if one["key"] == "price-reduction")
    assert (first["gain"]["amount"], first["capped"]) == ("140.00", True)


def test_the_workspace_s_own_authority_counts(run: Run, opened: Opens, workspace: Path) -> None:
    opened(triage=MINOR)
    (workspace / "claims-authority.yaml").write_text(
        "version: 1\nauthority: {sales: 4 %}\n", encoding="utf-8"
    )
    found = data_of(run("claim", "options", "CL-1", *DAY, "--format", "json"))["remedies"]
    assert next(one for one in found if one["key"] == "price-reduction")["authority"] == "sales"
    (workspace / "claims-authority.yaml").write_text(
        "version: 1\nauthority: {clerk: 4 %}\n", encoding="utf-8"
    )
    ran = run("claim", "options", "CL-1")
    assert ran.code == 20
    assert "claims-authority.yaml:2" in ran.err


def test_an_unknown_claim_is_told(run: Run, workspace: Path) -> None:
    ran = run("claim", "options", "CL-9")
    assert ran.code == 2
    assert "there is no claim 'CL-9'" in ran.err


def complaint(**more: Any) -> Complaint:
    return Complaint.model_validate(
        {"number": "C", "received": "2026-12-26", "complainant": "F", "alleged": "quality", "words": "W",
         "affected": "1 pcs", **more}
    )  # fmt: skip


def dated(key: str, state: str) -> Deadline:
    return Deadline.model_validate(
        {"key": key, "what": {"en": "Notice"}, "source": "Clause 32", "whose": "buyer", "state": state,
         "day": "2026-12-25", "done": "2026-12-26", "arithmetic": "a"}
    )  # fmt: skip


@pytest.mark.parametrize(
    ("hidden", "visible", "found", "is_late"),
    [
        ("no", "late", "met", True), ("no", "met", "late", False), ("yes", "late", "met", False),
        ("yes", "met", "late", True), ("unknown", "late", "met", False), ("unknown", "late", "unknown", False),
        ("unknown", "late", "late", True), ("unknown", "met", "late", False),
    ],
)  # fmt: skip
def test_late_is_only_what_no_period_saves(hidden: str, visible: str, found: str, is_late: bool) -> None:
    dates = (dated("window.quality", visible), dated("window.found", found))
    assert (late_of(complaint(hidden=hidden), dates, (), excuse=False) is not None) is is_late


def test_two_years_end_every_claim() -> None:
    dates = (dated("window.found", "met"), dated("law.two-years", "late"))
    assert late_of(complaint(hidden="yes"), dates, (LocalText(en="x"),), excuse=False) is not None


def test_money_is_never_a_float(run: Run, opened: Opens) -> None:
    opened(triage=BATCH)
    found = json.loads(run("claim", "options", "CL-1", *DAY, "--legal", "--compare", "--format", "json").out,
                       parse_float=_refused)  # fmt: skip
    assert Decimal(found["remedies"][0]["gain"]["amount"]) > 0


def _refused(text: str) -> float:
    raise AssertionError(text)
