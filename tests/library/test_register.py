"""Whose yes counts, for how long, and for which language."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from hypothesis import given
from hypothesis import strategies as st

from tests.library.test_approvals import CLAUSE, approval_of, with_paragraph
from tradedocs.errors import UsageError
from tradedocs.library import Register, approve, load_register, write_approvers
from tradedocs.library.register import State
from tradedocs.library.signed import Signer, signature_path
from tradedocs.model.approval import Approval, Approver, ApproverFile, Withdrawal
from tradedocs.model.clause import Clause, Language

DAY = date(2026, 11, 25)
MEI, LEI = ("Lin Mei", "Head of Legal"), ("Zhao Lei", "Counsel")


def said(clause: Clause = CLAUSE, language: Language | None = None, **change: object) -> Approval:
    update: dict[str, object] = {"language": language, **change}
    if language is not None:
        update["sha256"] = clause.sha256_of(language)
    return approval_of(clause).model_copy(update=update)


def people(*names: tuple[str, str], **limits: object) -> ApproverFile:
    alone = bool(limits.pop("alone", False))
    everybody = tuple(Approver.model_validate({"name": name, "role": role, **limits}) for name, role in names)
    return ApproverFile(approvers=everybody, sole_counsel=alone)


def withdrawal(after: int, language: Language | None = None) -> Withdrawal:
    return Withdrawal(
        clause=CLAUSE.id, position=CLAUSE.position, language=language, by="Lin Mei", role="Head of Legal", on=DAY,
        reason="the market changed", after=after,
    )  # fmt: skip


def state(register: Register, clause: Clause = CLAUSE, day: date = DAY) -> State:
    return register.status(clause, day).state


def test_without_a_register_of_approvers_nothing_counts() -> None:
    status = Register((said(),)).status(CLAUSE, DAY)
    assert (status.state, status.why) == ("draft", "there is no register of approvers")


@pytest.mark.parametrize(
    "approvers",
    [
        people(LEI),
        people(("Lin Mei", "Intern")),
        people(MEI, families=["quality"]),
        people(MEI, positions=["fallback-1"]),
        people(MEI, languages=["en"]),
        people(MEI, until="2026-11-23"),
        people(MEI, since="2026-11-25"),
    ],
)
def test_who_may_not_approve_a_text_has_not_approved_it(approvers: ApproverFile) -> None:
    assert state(Register((said(),), approvers=approvers)) == "draft"


def test_who_left_later_had_approved_it() -> None:
    assert state(Register((said(),), approvers=people(MEI, until="2026-11-24"))) == "approved"


def test_one_language_is_not_both() -> None:
    register = Register((said(language="en"),), approvers=people(MEI))
    assert {name: one.state for name, one in register.status(CLAUSE, DAY).languages.items()} == {
        "en": "approved", "zh": "draft",
    }  # fmt: skip
    assert state(register) == "draft"
    assert [one.language for one in register.counting([CLAUSE], DAY)] == ["en"]
    both = Register((said(language="en"), said(language="zh")), approvers=people(MEI))
    assert state(both) == "approved"


def test_a_change_of_the_chinese_leaves_the_yes_to_the_english() -> None:
    changed = with_paragraph(CLAUSE, 0, zh="其他。")
    register = Register((said(language="en"), said(language="zh")), approvers=people(MEI))
    found = register.status(changed, DAY).languages
    assert (found["en"].state, found["zh"].state) == ("approved", "voided")


@pytest.mark.parametrize(("day", "wanted"), [(date(2026, 12, 31), "approved"), (date(2027, 1, 1), "expired")])
def test_it_ends_after_its_last_day(day: date, wanted: State) -> None:
    register = Register((said(review_by=date(2026, 12, 31)),), approvers=people(MEI))
    assert state(register, day=day) == wanted


def test_it_ends_with_the_clause_too() -> None:
    register = Register((said(),), approvers=people(MEI))
    assert state(register, CLAUSE.model_copy(update={"review_by": date(2026, 11, 24)})) == "expired"


def test_a_withdrawal_takes_back_what_was_there_and_nothing_later() -> None:
    once = (said(),)
    assert state(Register(once, (withdrawal(1),), people(MEI))) == "withdrawn"
    assert state(Register((*once, said()), (withdrawal(1),), people(MEI))) == "approved"
    part = Register(once, (withdrawal(1, "zh"),), people(MEI)).status(CLAUSE, DAY).languages
    assert (part["en"].state, part["zh"].state) == ("approved", "withdrawn")


def test_nobody_approves_alone_what_they_wrote() -> None:
    own = CLAUSE.model_copy(update={"author": "lin  mei"})
    register = Register((said(),), approvers=people(MEI, LEI))
    assert register.status(own, DAY).why == "Lin Mei wrote it, and nobody else has approved it"
    two = Register((said(), said(approver="Zhao Lei", role="Counsel")), approvers=people(MEI, LEI))
    assert state(two, own) == "approved"


def test_a_second_yes_that_was_taken_back_is_none() -> None:
    own = CLAUSE.model_copy(update={"author": "Lin Mei"})
    given = (said(approver="Zhao Lei", role="Counsel"), said())
    assert state(Register(given, (withdrawal(1),), people(MEI, LEI)), own) == "draft"


def test_of_several_authors_each_needs_the_yes_of_another_person() -> None:
    for written in ("Chen Yu; Lin Mei", "Chen Yu, Lin Mei", "Chen Yu；lin mei"):
        shared = CLAUSE.model_copy(update={"author": written})
        assert state(Register((said(),), approvers=people(MEI, LEI)), shared) == "draft"
        other = said(approver="Zhao Lei", role="Counsel")
        assert state(Register((said(), other), approvers=people(MEI, LEI)), shared) == "approved"
        assert state(Register((other,), approvers=people(MEI, LEI)), shared) == "approved"


def test_a_name_may_hold_a_comma() -> None:
    own = CLAUSE.model_copy(update={"author": "Chen Yu; Mei, Lin"})
    register = Register((said(approver="Mei, Lin"),), approvers=people(("Mei, Lin", "Head of Legal")))
    assert state(register, own) == "draft"


def test_the_second_yes_is_that_of_somebody_who_may_approve() -> None:
    own = CLAUSE.model_copy(update={"author": "Lin Mei"})
    given = (said(approver="Zhao Lei", role="Counsel"), said())
    assert state(Register(given, approvers=people(MEI)), own) == "draft"


def test_a_sole_counsel_may_and_it_is_said() -> None:
    own = CLAUSE.model_copy(update={"author": "Lin Mei"})
    register = Register((said(),), approvers=people(MEI, alone=True))
    assert [one.by for one in register.counting([own], DAY)] == ["Lin Mei (Head of Legal, sole counsel)"]


def test_what_a_pack_holds_is_in_review() -> None:
    packs = {(CLAUSE.id, CLAUSE.position, CLAUSE.sha256): "P-7"}
    status = Register(approvers=people(MEI), packs=packs).status(CLAUSE, DAY)
    assert (status.state, "P-7" in status.why) == ("in-review", True)
    assert (
        state(Register(approvers=people(MEI), packs=packs), with_paragraph(CLAUSE, 0, en="Other.")) == "draft"
    )


@given(st.lists(st.sampled_from(["approve", "withdraw"]), max_size=8))
def test_the_last_act_decides(acts: list[str]) -> None:
    given_, taken = [], []
    for act in acts:
        if act == "approve":
            given_.append(said())
        else:
            taken.append(withdrawal(len(given_)))
    found = state(Register(tuple(given_), tuple(taken), people(MEI)))
    if not given_:
        assert found == "draft"
    else:
        assert found == ("approved" if acts[-1] == "approve" else "withdrawn")


class TestSigned:
    @pytest.fixture
    def key(self, tmp_path: Path) -> Path:
        path = tmp_path / "key.pem"
        private = Ed25519PrivateKey.generate()
        path.write_bytes(private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        return path

    @pytest.fixture
    def folder(self, tmp_path: Path, key: Path) -> Path:
        folder = tmp_path / "clauses"
        folder.mkdir()
        file = people(MEI).model_copy(update={"keys": (Signer(key).public,)})
        write_approvers(folder / "approvers.yaml", file)
        return folder

    def test_a_signed_register_counts(self, folder: Path, key: Path) -> None:
        approve(folder / "approvals.yaml", [said()], Signer(key))
        assert state(load_register(folder)) == "approved"

    def test_an_unsigned_one_does_not(self, folder: Path) -> None:
        approve(folder / "approvals.yaml", [said()])
        assert load_register(folder).status(CLAUSE, DAY).why == "the register of approvals is not signed"

    @pytest.mark.parametrize("what", ["register", "signature", "no base64"])
    def test_a_changed_one_does_not(self, folder: Path, key: Path, what: str) -> None:
        path = folder / "approvals.yaml"
        approve(path, [said()], Signer(key))
        if what == "register":
            path.write_bytes(path.read_bytes() + b"# x\n")
        else:
            signature_path(path).write_bytes(b"A" * 88 if what == "signature" else b"A")
        assert state(load_register(folder)) == "draft"

    def test_another_key_does_not(self, folder: Path, tmp_path: Path) -> None:
        other = tmp_path / "other.pem"
        private = Ed25519PrivateKey.generate()
        other.write_bytes(private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        approve(folder / "approvals.yaml", [said()], Signer(other))
        assert state(load_register(folder)) == "draft"

    def test_what_is_no_key_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "x.pem").write_text("-----BEGIN", encoding="utf-8")
        with pytest.raises(UsageError, match="Ed25519"):
            Signer(tmp_path / "x.pem")
