"""The letter-of-credit view and the unsent e-mails, through the command line."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.flows.test_inspection_documents import SAMPLES, Run, shown
from tradedocs.contract.papers import credit

SUGAR, PARTS = SAMPLES / "white-sugar", SAMPLES / "plastic-parts"


def checked(run: Run, name: str, *options: object) -> Ran:
    return run("check", SUGAR / "deal.yaml", SUGAR / "reports" / name, "--shipment", "1", "--unsigned",
               "--notice", "out", *options)  # fmt: skip


def test_the_view_sets_what_the_certificate_must_say_beside_what_it_says(run: Run, workspace: Path) -> None:
    assert checked(run, "pass.pdf").code == 0
    text = shown(Path("out/credit-view.docx"))
    for words in ("LETTER-OF-CREDIT VIEW", "信用证核对表", "NQ-LCB-2026-11873", "YQ/SUG/26-083", "= same",
                  "→ a person compares", "Health certificate", "not to be presented"):  # fmt: skip
        assert words in text
    assert "≠ DIFFERS" not in text


def test_a_failing_certificate_differs_in_its_statement(run: Run, workspace: Path) -> None:
    assert checked(run, "fail.pdf").code == 20
    assert "≠ DIFFERS" in shown(Path("out/credit-view.docx"))


def test_a_deal_without_a_credit_has_no_view(run: Run, workspace: Path) -> None:
    reports = [PARTS / "reports" / name for name in ("pass-rohs.pdf", "pass-psi.pdf")]
    assert run("check", PARTS / "deal.yaml", *reports, "--unsigned", "--notice", "out").code == 0
    assert not Path("out/credit-view.docx").exists()


@pytest.mark.parametrize(
    ("says", "outcome"),
    [("ALPHA TRADING CO LTD", "same"), ("Alpha Trading Co., Ltd.", "same"), ("Alpha Tradings Co., Ltd.", "differs"),
     (None, "missing")],
)  # fmt: skip
def test_names_are_the_same_by_form_only(says: str | None, outcome: str) -> None:
    assert credit._same(says, ["Alpha Trading Co., Ltd."]) == outcome


def mail(file: str) -> EmailMessage:
    parsed = message_from_bytes(Path(file).read_bytes(), policy=policy.default)
    assert isinstance(parsed, EmailMessage)
    return parsed


def test_a_notice_to_the_seller_is_an_unsent_mail_in_both_languages(run: Run, workspace: Path) -> None:
    checked(run, "incomplete.pdf", "--eml")
    letter = mail("out/hold-notice.eml")
    assert letter["X-Unsent"] == "1"
    assert letter["Date"] is None
    assert "@" in letter["To"]
    assert "NOT TO BE SENT" in letter["Subject"]
    body = letter.get_body(("plain",))
    assert body is not None
    assert "HOLD NOTICE" in body.get_content()
    assert "暂停装运通知" in body.get_content()
    attached = {part.get_filename(): part.get_payload(decode=True) for part in letter.iter_attachments()}
    assert attached == {
        "hold-notice.docx": Path("out/hold-notice.docx").read_bytes(),
        "verdict.json": Path("out/verdict.json").read_bytes(),
    }
    assert not Path("out/credit-view.eml").exists()


def test_the_inspection_body_gets_no_verdict_and_no_address_is_guessed(run: Run, workspace: Path) -> None:
    checked(run, "fail.pdf", "--eml")
    letter = mail("out/re-inspection-request.eml")
    assert not letter["To"]
    assert [part.get_filename() for part in letter.iter_attachments()] == ["re-inspection-request.docx"]


def test_mail_and_pdf_need_a_folder_of_notices(run: Run, workspace: Path) -> None:
    assert run("check", SUGAR / "deal.yaml", SUGAR / "reports" / "pass.pdf", "--eml").code == 2
