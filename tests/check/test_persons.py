"""What persons put on record: a finding resolved, a concession, a confirmed name; and what none of them can do."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.check.make import RECORDED, aql, characteristic, dated, line, psi, result, rules, spec, stated
from tradedocs.check.case import Standing
from tradedocs.check.conceding import never
from tradedocs.check.mapping import proposals
from tradedocs.check.resolvable import NEVER, RESOLVABLE, manual
from tradedocs.check.rules import RULES
from tradedocs.check.statements import case_of
from tradedocs.flows.basis import Basis
from tradedocs.flows.crosscheck import judge
from tradedocs.model.concession import Concession, ConcessionTerms
from tradedocs.model.finding import Finding, Judgement, Verdict
from tradedocs.model.goods import Characteristic
from tradedocs.model.mapping import NameMapping
from tradedocs.model.report import AqlRow, Identity, Report
from tradedocs.model.resolution import Resolution
from tradedocs.model.spec import Spec

TODAY = date(2027, 1, 12)
LED = spec(line(characteristic("Power", "<= 9.9 W")))
GRAVITY = {Verdict.RELEASE: 0, Verdict.CONCESSION: 1, Verdict.HOLD: 2, Verdict.REJECT: 3}


def standing(**more: Any) -> Standing:
    return Standing(**{**vars(RECORDED), "today": TODAY, "credit": False, "basis": "cc", **more})


def judgement(agreed: Spec, report: Report, **more: Any) -> Judgement:
    return judge(Basis(agreed, "contract.docx", "cc"), agreed.shipments[0], (report,), standing(**more))


def only(ruled: Judgement, rule: str) -> Finding:
    found = [one for one in ruled.findings if one.rule == rule]
    assert len(found) == 1
    return found[0]


def word(about: Finding, /, **more: Any) -> Resolution:
    facts = {"finding": about.id, "rule": about.rule, "by": "B. Person", "reason": "seen", "crop_seen": True,
             "on": TODAY, "row": 7}  # fmt: skip
    return Resolution(**{**facts, **more})


DOUBTFUL = psi(result("Power", "9.2", "W", doubt=("decimal-comma",)))
OTHER_NAME = Identity(contract_no=stated("C-1"), buyer=stated("Somebody Else GmbH"))
OTHER_PARTY = psi(result("Power", "9.2", "W"), identity=OTHER_NAME)


# --- a finding resolved


def test_the_same_facts_give_the_same_id_and_other_facts_another() -> None:
    first = only(judgement(LED, DOUBTFUL), "doubtful-reading")
    assert first.id.startswith("doubtful-reading:")
    assert len(first.mark) == 9
    assert only(judgement(LED, DOUBTFUL), "doubtful-reading").id == first.id
    renamed = DOUBTFUL.model_copy(update={"source": DOUBTFUL.source.model_copy(update={"file": "other.pdf"})})
    assert only(judgement(LED, renamed), "doubtful-reading").id == first.id
    changed = (
        (LED, psi(result("Power", "9.2", "W", doubt=("decimal-comma",)), sha256="ab"), "cc"),
        (LED, psi(result("Power", "9.2", "W", doubt=("ocr-only",))), "cc"),
        (spec(line(characteristic("Power", "<= 9.8 W"))), DOUBTFUL, "cc"),
        (LED, DOUBTFUL, "cd"),
    )
    for agreed, report, basis in changed:
        assert only(judgement(agreed, report, basis=basis), "doubtful-reading").id != first.id


def test_what_the_person_reads_is_held_against_the_contract() -> None:
    finding = only(judgement(LED, DOUBTFUL), "doubtful-reading")
    good = judgement(LED, DOUBTFUL, resolutions=(word(finding, value="9.2 W"),))
    assert good.verdict is Verdict.RELEASE
    note = only(good, "doubtful-reading")
    assert note.severity is Verdict.RELEASE
    assert note.resolved is not None
    assert (
        "as attested by B. Person, who looked at the page and reads '9.2 W': seen (ledger row 7)"
        in note.way_out
    )
    bad = judgement(LED, DOUBTFUL, resolutions=(word(finding, value="10.2 W"),))
    assert bad.verdict is Verdict.REJECT
    assert only(bad, "outside-limit").severity is Verdict.REJECT


@pytest.mark.parametrize(
    "wrong",
    [
        {"crop_seen": False}, {"withdrawn": True}, {"value": None}, {"value": "9,2 W"}, {"value": "9.2"  " kg"},
        {"finding": "doubtful-reading:00"},
    ],
)  # fmt: skip
def test_a_word_that_is_not_enough_changes_nothing(wrong: dict[str, Any]) -> None:
    finding = only(judgement(LED, DOUBTFUL), "doubtful-reading")
    said = word(finding, **{"value": "9.2 W", **wrong})
    assert judgement(LED, DOUBTFUL, resolutions=(said,)).verdict is Verdict.HOLD


def test_persons_who_read_different_values_settle_nothing() -> None:
    finding = only(judgement(LED, DOUBTFUL), "doubtful-reading")
    for withdrawn in (False, True):
        said = (word(finding, value="10.2 W", withdrawn=withdrawn), word(finding, value="9.2 W", row=8))
        ruled = judgement(LED, DOUBTFUL, resolutions=said)
        assert ruled.verdict is Verdict.HOLD
        assert "Persons read different values" in only(ruled, "doubtful-reading").way_out


def test_a_row_of_the_plan_is_stated_as_a_whole_and_compared() -> None:
    rows = aql()
    doubted = (rows[0], rows[1].model_copy(update={"doubt": ("ocr-unsure",)}), rows[2])
    report = psi(result("Power", "9.2", "W"), aql=doubted)
    finding = next(one for one in judgement(LED, report).findings if isinstance(one.about, AqlRow))
    for text, verdict in (
        ("n=315 Ac=14 Re=15 found=3", Verdict.RELEASE),
        ("n=315 Ac=14 Re=15 found=15", Verdict.REJECT),
        ("n=315 Ac=21 Re=22 found=15", Verdict.REJECT),
        ("found=3", Verdict.HOLD),
    ):
        assert judgement(LED, report, resolutions=(word(finding, value=text),)).verdict is verdict


def test_a_day_that_can_be_read_in_two_ways_is_stated_and_compared() -> None:
    agreed = LED
    day = dated("2027-01-05", "day-month-ambiguous").model_copy(update={"text": "05/01/2027"})
    report = psi(result("Power", "9.2", "W"), issue_date=day)
    finding = only(judgement(agreed, report), "report-date")
    for text, verdict in (
        ("2027-01-05", Verdict.RELEASE),
        ("2027-05-01", Verdict.HOLD),
        ("2027-01-06", Verdict.HOLD),
    ):
        assert judgement(agreed, report, resolutions=(word(finding, value=text),)).verdict is verdict


def test_a_fact_of_the_header_must_be_the_one_that_was_read() -> None:
    issuer = stated("Alpha Inspection Co., Ltd. Ningbo Branch")
    assert issuer is not None
    report = psi(result("Power", "9.2", "W"), issuer=issuer.model_copy(update={"doubt": ("ocr-only",)}))
    finding = only(judgement(LED, report), "doubtful-reading")
    same = word(finding, value="Alpha Inspection Co., Ltd. Ningbo Branch")
    assert judgement(LED, report, resolutions=(same,)).verdict is Verdict.RELEASE
    other = word(finding, value="Gamma Survey")
    assert judgement(LED, report, resolutions=(other,)).verdict is Verdict.HOLD


def test_a_word_is_enough_where_a_thing_has_to_be_understood() -> None:
    held = judgement(LED, OTHER_PARTY)
    finding = only(held, "party-differs")
    assert held.verdict is Verdict.HOLD
    assert finding.settled == "page"
    assert judgement(LED, OTHER_PARTY, resolutions=(word(finding),)).verdict is Verdict.RELEASE


def test_nothing_that_rejects_or_is_missing_is_resolved() -> None:
    for report in (
        psi(result("Power", "10.2", "W")),
        psi(result("Weight", "9.2", "g")),
        psi(result("Power", "9.2", "W"), aql=()),
    ):
        before = judgement(LED, report)
        words = tuple(word(one, value="9.2 W") for one in before.findings)
        assert judgement(LED, report, resolutions=words).verdict is before.verdict


def test_a_row_that_the_report_itself_marks_as_failed_is_not_stated_away() -> None:
    report = psi(result("Power", "9.2", "W", verdict="Fail"))
    finding = only(judgement(LED, report), "not-comparable")
    assert finding.settled is None
    assert judgement(LED, report, resolutions=(word(finding, value="9.2 W"),)).verdict is Verdict.HOLD


def test_every_rule_says_whether_it_can_be_resolved() -> None:
    assert not RESOLVABLE.keys() & NEVER.keys()
    for rule in RULES:
        assert manual(rule.ID).startswith("Resolving: ")
    for rule_id in (
        "contract-altered",
        "contract-draft",
        "no-ledger",
        "outside-limit",
        "report-revised",
        "not-found",
    ):
        assert rule_id not in RESOLVABLE


# --- a concession

FAILING = psi(result("Power", "10.2", "W"))
TERMS: dict[str, Any] = {
    "contract": "C-1", "shipment": 1, "line": 1, "report": "R-1", "quantity": "12000 pcs",
    "items": [{"characteristic": "Power", "measured": "10.3 W"}], "price_effect": "2 % off", "expires": "2027-01-31",
    "signed": {"party": 'O\'Neil "Best" & Co', "by": "J. Doe", "on": "2027-01-08"}, "end_buyer": "none",
}  # fmt: skip
CONSENT = {"party": "Far Retail plc", "by": "E. End", "on": "2027-01-09", "file": "end.pdf"}


def conceded(*, facts: dict[str, Any] | None = None, **terms: Any) -> Concession:
    about = ConcessionTerms.model_validate({**TERMS, **terms})
    more = {"file_sha256": "f" * 64, "shown": True, "by": "B. Person", "on": TODAY, "row": 9, **(facts or {})}
    return Concession(terms=about, **more)


def test_a_concession_releases_under_its_own_name() -> None:
    ruled = judgement(LED, FAILING, concessions=(conceded(),))
    assert ruled.verdict is Verdict.CONCESSION
    assert str(ruled.verdict) == "RELEASE UNDER CONCESSION"
    assert ruled.lines[0].verdict is ruled.lines[0].checked[0].verdict is Verdict.CONCESSION
    assert [one.row for one in ruled.concessions] == [9]
    assert "signed by J. Doe on 2027-01-08" in only(ruled, "outside-limit").way_out
    assert (
        judgement(LED, psi(result("Power", "9.2", "W")), concessions=(conceded(),)).verdict is Verdict.RELEASE
    )


@pytest.mark.parametrize(
    "other",
    [
        {"contract": "C-2"}, {"shipment": 2}, {"line": 2}, {"report": "R-2"}, {"lots": ["L-1"]},
        {"quantity": "11999 pcs"}, {"quantity": "12000 kg"}, {"expires": "2027-01-11"},
        {"items": [{"characteristic": "Power", "measured": "10.1 W"}]},
        {"items": [{"characteristic": "Power", "measured": "10.3"}]},
        {"items": [{"characteristic": "Power", "measured": "9.3 W"}]},
        {"items": [{"characteristic": "Weight", "measured": "10.3 W"}]},
        {"items": [{"conclusion": "fail"}]},
        {"signed": {"party": "Smith & Sons <HK> Ltd", "by": "J. Doe", "on": "2027-01-08"}},
        {"signed": {"party": 'O\'Neil "Best" & Co', "by": "b. person", "on": "2027-01-08"}},
        {"signed": {"party": 'O\'Neil "Best" & Co', "by": "J. Doe", "on": "2027-01-04"}},
        {"end_buyer": CONSENT},
        {"end_buyer": {**CONSENT, "party": 'O\'Neil "Best" & Co'}, "facts": {"end_buyer_sha256": "e" * 64}},
    ],
)  # fmt: skip
def test_a_concession_covers_what_it_names_and_nothing_else(other: dict[str, Any]) -> None:
    ruled = judgement(LED, FAILING, concessions=(conceded(**other),))
    assert ruled.verdict is Verdict.REJECT
    if not {"contract", "shipment", "line"} & other.keys():
        assert only(ruled, "concession-void").severity is Verdict.RELEASE


def test_the_worst_specimen_counts() -> None:
    report = psi(result("Power", "10.2", "W", specimen="1"), result("Power", "10.4", "W", specimen="2"))
    ruled = judgement(LED, report, concessions=(conceded(),))
    assert ruled.verdict is Verdict.REJECT
    assert {one.severity for one in ruled.findings if one.rule == "outside-limit"} == {
        Verdict.CONCESSION,
        Verdict.REJECT,
    }


@pytest.mark.parametrize(
    ("item", "may"),
    [
        (characteristic("Power", "<= 9.9 W"), True),
        (characteristic("Power", "<= 9.9 W", **{"class": "critical"}), False),
        (characteristic("Power", "<= 9.9 W", limit_kind="safety"), False),
        (characteristic("Power", "<= 9.9 W", limit_kind="legal"), False),
        (characteristic("Lead (Pb)", "<= 9.9 mg/kg"), False),
        (characteristic("Lead (Pb)", "<= 9.9 mg/kg", limit_kind="commercial"), True),
    ],
)
def test_limits_of_safety_and_law_are_never_conceded(item: Characteristic, may: bool) -> None:
    assert (never(item) is None) is may
    unit = item.require.unit or ""
    ruled = judgement(
        spec(line(item)), psi(result(item.name, "10.2", unit)),
        concessions=(conceded(items=[{"characteristic": item.name, "measured": f"10.3 {unit}"}]),),
    )  # fmt: skip
    assert ruled.verdict is (Verdict.CONCESSION if may else Verdict.REJECT)


def test_defects_and_conclusion_are_conceded_by_name() -> None:
    report = psi(result("Power", "9.2", "W"), aql=aql(found=(0, 16, 5)), conclusion="fail")
    both = conceded(items=[{"defects": "major", "found": 16}, {"conclusion": "fail"}])
    assert judgement(LED, report, concessions=(both,)).verdict is Verdict.CONCESSION
    fewer = conceded(items=[{"defects": "major", "found": 15}, {"conclusion": "fail"}])
    assert judgement(LED, report, concessions=(fewer,)).verdict is Verdict.REJECT
    one = conceded(items=[{"defects": "major", "found": 16}])
    assert judgement(LED, report, concessions=(one,)).verdict is Verdict.REJECT
    critical = psi(result("Power", "9.2", "W"), aql=aql(found=(1, 3, 5)))
    assert judgement(LED, critical, concessions=(both,)).verdict is Verdict.REJECT


def test_a_letter_of_credit_is_not_cured() -> None:
    amended = {"number": "A-2", "on": "2027-01-09", "file": "amendment.pdf"}
    on_file = conceded(letter_of_credit=amended, facts={"credit_sha256": "d" * 64})
    for credit, concession, verdict in (
        (True, conceded(), Verdict.HOLD),
        (True, conceded(letter_of_credit="none"), Verdict.HOLD),
        (True, conceded(letter_of_credit=amended), Verdict.HOLD),
        (True, on_file, Verdict.CONCESSION),
        (None, conceded(), Verdict.HOLD),
        (None, conceded(letter_of_credit="none"), Verdict.CONCESSION),
        (False, conceded(), Verdict.CONCESSION),
    ):
        assert judgement(LED, FAILING, concessions=(concession,), credit=credit).verdict is verdict


def test_back_to_back_needs_the_end_buyer() -> None:
    chain = LED.model_copy(update={"back_to_back": True})
    assert judgement(chain, FAILING, concessions=(conceded(),)).verdict is Verdict.REJECT
    consented = conceded(end_buyer=CONSENT, facts={"end_buyer_sha256": "e" * 64})
    assert judgement(chain, FAILING, concessions=(consented,)).verdict is Verdict.CONCESSION


def test_a_value_in_the_adjustment_zone_may_be_conceded() -> None:
    scale = {"step": "0.1", "percent": "1 %", "reject": "<= 10.5 W"}
    agreed = spec(line(characteristic("Power", "<= 9.9 W", scale=scale)))
    assert judgement(agreed, FAILING).verdict is Verdict.HOLD
    assert judgement(agreed, FAILING, concessions=(conceded(),)).verdict is Verdict.CONCESSION


def test_without_a_date_or_a_concession_nothing_is_better() -> None:
    assert judgement(LED, FAILING, concessions=(conceded(),), today=None).verdict is Verdict.REJECT
    held = psi(result("Power", "10.2", "W"), identity=OTHER_NAME)
    finding = only(judgement(LED, held), "party-differs")
    whole = judgement(LED, held, concessions=(conceded(),), resolutions=(word(finding),)).verdict
    assert whole is Verdict.CONCESSION
    for less in ({"concessions": (conceded(),)}, {"resolutions": (word(finding),)}, {}):
        assert GRAVITY[judgement(LED, held, **less).verdict] > GRAVITY[whole]


# --- a confirmed name

ISSUER = "Alpha Inspection Co., Ltd. Ningbo Branch"
FOREIGN = psi(result("Power input", "9.2", "W"), result("Cadmium", "2", "mg/kg"))


def mapped(parameter: str, name: str, issuer: str = ISSUER) -> NameMapping:
    return NameMapping(parameter=parameter, characteristic=name, issuer=issuer, contract_no="C-0", by="B. Person",
                       on=TODAY, row=4)  # fmt: skip


def test_a_confirmed_name_counts_and_is_shown() -> None:
    assert judgement(LED, FOREIGN).verdict is Verdict.HOLD
    ruled = judgement(LED, FOREIGN, mappings=(mapped("power INPUT", "Power"),))
    assert ruled.verdict is Verdict.RELEASE
    assert "by a mapping that B. Person confirmed on 2027-01-12" in only(ruled, "name-mapped").message


def test_a_confirmed_name_holds_for_its_issuer_and_characteristic_only() -> None:
    for other in (
        mapped("Power input", "Power", "Gamma Survey"),
        mapped("Power input", "Weight"),
        mapped("Power in", "Power"),
    ):
        assert judgement(LED, FOREIGN, mappings=(other,)).verdict is Verdict.HOLD


def test_two_things_that_are_known_to_differ_are_never_joined() -> None:
    lead = spec(line(characteristic("Lead", "<= 100 mg/kg")))
    ruled = judgement(lead, FOREIGN, mappings=(mapped("Cadmium", "Lead"),))
    assert ruled.verdict is Verdict.HOLD
    assert "not-found" in rules(ruled.findings)


def test_another_abbreviation_is_another_substance() -> None:
    agreed = spec(line(characteristic("Dibutyl phthalate (DBP)", "<= 1000 mg/kg")))
    report = psi(result("Dibromodiphenyl ether (DiBDE)", "N.D.", "mg/kg", mdl="50"))
    assert "--map" not in only(judgement(agreed, report), "not-found").way_out
    said = mapped("Dibromodiphenyl ether (DiBDE)", "Dibutyl phthalate (DBP)")
    assert judgement(agreed, report, mappings=(said,)).verdict is Verdict.HOLD


def test_likeness_proposes_and_shows_the_row() -> None:
    finding = only(judgement(LED, FOREIGN), "not-found")
    assert "'Power input', 9.2 W (psi.pdf p.1)" in finding.way_out
    assert '--map --as "Power input=Power" --by NAME' in finding.way_out
    case = case_of(LED, LED.shipments[0], (FOREIGN,), standing())
    assert [one.result.parameter for one in proposals(case, case.examined[0])] == ["Power input"]
    other = psi(result("Weight", "9.2", "g"))
    assert "--map" not in only(judgement(LED, other), "not-found").way_out
