"""Adverse reports stay until a reissue replaces them or a re-inspection answers them; the rest is a conflict."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.check.make import (
    PLACE,
    RECORDED,
    aql,
    case,
    characteristic,
    dated,
    judged,
    line,
    psi,
    result,
    rules,
    stated,
)
from tests.check.make import spec as spec_of
from tradedocs.check.against import remembered
from tradedocs.check.case import Standing, Unnamed
from tradedocs.check.reissues import same_base
from tradedocs.flows.basis import Basis
from tradedocs.flows.crosscheck import judge
from tradedocs.model.finding import Finding, Verdict
from tradedocs.model.report import Cited, Dates, Identity, Quantities, Report, StatedCount
from tradedocs.model.reportfile import ReportSource

AGREED = spec_of(line(characteristic("Power", "<= 9.9 W")))
ORDER = {Verdict.RELEASE: 0, Verdict.HOLD: 1, Verdict.REJECT: 2}


def source(name: str) -> ReportSource:
    return ReportSource(file=f"{name}.pdf", sha256=name, pages=3)


def cites(number: str, on: date | None = None, *doubt: str) -> tuple[Cited, ...]:
    return (Cited(number=number, on=on, text=f"report no. {number}", place=PLACE, doubt=doubt),)


def report(power: str = "9.2", *, number: str = "TB-0417", issued: str = "2027-01-05", **more: Any) -> Report:
    more.setdefault("source", source(number))
    more.setdefault("lots", (stated("LOT-7"),))
    return psi(result("Power", power, "W"), report_no=stated(number), issue_date=dated(issued), **more)


FAILED = report("10.4", dates=Dates(inspected=dated("2027-01-04")))
CLEAN = report("9.2")
OLD_DAY = date(2027, 1, 5)


def reissue(**more: Any) -> Report:
    facts = {"number": "TB-0417-R1", "issued": "2027-01-07", "supersedes": cites("TB-0417", OLD_DAY)}
    return report(**{**facts, **more})


def again(**more: Any) -> Report:
    facts = {
        "number": "TB-0533",
        "issued": "2027-01-12",
        "dates": Dates(inspected=dated("2027-01-11")),
        "reinspects": cites("TB-0417"),
        "rework": stated("Rework record RW-77: all lamps were sorted."),
    }
    return report(**{**facts, **more})


def of_rule(findings: tuple[Finding, ...], rule: str) -> Finding:
    return next(finding for finding in findings if finding.rule == rule)


def on_record(*reports: Report) -> Standing:
    """The standing of a check whose ledger remembers these reports, in row 7."""
    told = tuple(remembered(case(AGREED, one), one).model_copy(update={"row": 7}) for one in reports)
    return Standing(True, False, True, on_record=tuple(one for one in told if one.adverse))


def test_a_reissue_of_a_clean_report_replaces_it() -> None:
    verdict, findings = judged(AGREED, CLEAN, reissue(power="9.3"))
    assert verdict is Verdict.RELEASE
    assert of_rule(findings, "report-superseded").severity is Verdict.RELEASE


def test_a_reissue_that_takes_a_failure_back_is_shown_to_a_person_with_both_values() -> None:
    verdict, findings = judged(AGREED, FAILED, reissue())
    assert verdict is Verdict.HOLD
    assert rules(findings) == {"report-superseded"}
    message = of_rule(findings, "report-superseded").message
    assert "10.4" in message
    assert "9.2 W" in message


def test_a_reissue_that_fails_rejects_by_itself() -> None:
    assert judged(AGREED, CLEAN, reissue(power="10.4"))[0] is Verdict.REJECT


NO_REISSUE: dict[str, Any] = {
    "another issuer": {"issuer": stated("Gamma Survey")},
    "another company of a like name": {"issuer": stated("Alpha Inspection Trading Ltd")},
    "another lot": {"lots": (stated("LOT-8"),)},
    "no lot": {"lots": ()},
    "another number": {"number": "TB-0418"},
    "another branch of numbers": {"number": "XX-TB-0417-R1"},
    "earlier": {"issued": "2027-01-04"},
    "of the same day": {"issued": "2027-01-05"},
    "another date in the statement": {"supersedes": cites("TB-0417", date(2027, 1, 3))},
    "a date in doubt": {"supersedes": cites("TB-0417", OLD_DAY, "day-month-ambiguous")},
    "no plain date": {"issue_date": dated("2027-01-07", "day-month-ambiguous")},
    "another kind of report": {"family": "commodity", "sample_by": "inspector"},
    "a draft": {"status": stated("DRAFT")},
    "another model": {"model": "X-9"},
}


@pytest.mark.parametrize("name", NO_REISSUE)
def test_what_is_no_plain_reissue_replaces_nothing(name: str) -> None:
    facts = dict(NO_REISSUE[name])
    if "issue_date" in facts:
        other = reissue().model_copy(update=facts)
    elif "model" in facts:
        identity = Identity(contract_no=stated("C-1"), model=stated("X-9"))
        other = reissue().model_copy(update={"identity": identity})
        old = FAILED.model_copy(update={"identity": Identity(contract_no=stated("C-1"), model=stated("X-8"))})
        assert judged(AGREED, old, other)[0] is Verdict.REJECT
        return
    else:
        other = reissue(**facts)
    verdict, findings = judged(AGREED, FAILED, other)
    assert verdict is Verdict.REJECT
    assert {"outside-limit", "report-superseded"} <= rules(findings)


def test_without_a_statement_the_two_are_a_conflict() -> None:
    verdict, findings = judged(AGREED, CLEAN, reissue(power="9.3", supersedes=()))
    assert verdict is Verdict.HOLD
    assert rules(findings) == {"reports-differ"}
    assert judged(AGREED, FAILED, reissue(supersedes=()))[0] is Verdict.REJECT


def test_a_reissue_of_a_report_that_nobody_saw_is_held() -> None:
    verdict, findings = judged(AGREED, reissue())
    assert verdict is Verdict.HOLD
    assert rules(findings) == {"report-superseded"}


@pytest.mark.parametrize(
    ("new", "old", "same"),
    [("TB-0417-R1", "TB-0417", True), ("TB-0417 REV.1", "TB-0417", True), ("TB-0417_1", "TB-0417", True),
     ("TB-0417A", "TB-0417", True), ("TB-0417/2", "TB-0417", True), ("TB-0417(R2)", "TB-0417", True),
     ("TB-0417-R2", "TB-0417-R1", True), ("TB-0417_2", "TB-0417_1", True), ("TB-0417", "TB-0417", True),
     ("TB-04171", "TB-0417", False), ("TB-0418", "TB-0417", False), ("TB-0417-R1", "TB-0418", False),
     ("TB-0417", "TB-0417-R1", False), ("R-2", "R-1", False), ("TB-0417-0533", "TB-0417", False),
     (None, "TB-0417", False)],
)  # fmt: skip
def test_base_numbers(new: str | None, old: str, same: bool) -> None:
    assert same_base(new, old) is same


def test_a_re_inspection_answers_and_both_are_shown() -> None:
    verdict, findings = judged(AGREED, FAILED, again())
    assert verdict is Verdict.RELEASE
    message = of_rule(findings, "re-inspected").message
    for told in ("10.4", "9.2 W", "RW-77", "TB-0417"):
        assert told in message


def failed_classes(found: tuple[int, int, int] = (0, 18, 5)) -> Report:
    return report("9.2", aql=aql(found=found), conclusion="fail", dates=Dates(inspected=dated("2027-01-04")))


@pytest.mark.parametrize("accepts", [(0, 14, 21), (0, 12, 18)])
def test_a_failed_lot_is_answered_at_normal_or_tightened_severity(accepts: tuple[int, int, int]) -> None:
    verdict, findings = judged(AGREED, failed_classes(), again(aql=aql(found=(0, 9, 5), accepts=accepts)))
    assert verdict is Verdict.RELEASE, findings
    assert "18" in of_rule(findings, "re-inspected").message


NO_ANSWER: dict[str, tuple[Any, str]] = {
    "no rework": ({"rework": None}, "rework"),
    "the same day": ({"dates": Dates(inspected=dated("2027-01-04"))}, "fresh sample"),
    "no day": ({"dates": Dates()}, "fresh sample"),
    "a day in doubt": ({"dates": Dates(inspected=dated("2027-01-11", "day-month-ambiguous"))}, "fresh sample"),
    "sampled before": (
        {"dates": Dates(inspected=dated("2027-01-11"), sampled=dated("2027-01-03"))}, "fresh sample"),
    "fails again": ({"power": "10.0"}, "does not fail again"),
    "submitted by the client": ({"family": "laboratory", "sample_by": "client"}, "body of the contract"),
    "another body": ({"issuer": stated("Omega Survey")}, "body of the contract"),
    "other goods": ({"lots": (stated("LOT-9"),)}, "same goods"),
    "a draft": ({"status": stated("DRAFT")}, "final report"),
    "no value": ({"results": ()}, "Power examined again"),
    "a value in doubt": ({"results": (result("Power", "9.2", "W", doubt=("decimal-comma",)),)}, "Power examined"),
}  # fmt: skip


@pytest.mark.parametrize("name", NO_ANSWER)
def test_what_lacks_anything_answers_nothing_and_says_what(name: str) -> None:
    facts, lacks = dict(NO_ANSWER[name][0]), NO_ANSWER[name][1]
    changed = {key: facts.pop(key) for key in ("results",) if key in facts}
    verdict, findings = judged(AGREED, FAILED, again(**facts).model_copy(update=changed))
    assert verdict is Verdict.REJECT
    finding = of_rule(findings, "re-inspected")
    assert finding.severity is Verdict.HOLD
    assert lacks in finding.message


CLASSES_AGAIN: dict[str, Any] = {
    "not that class": aql(found=(0, 9, 5))[::2],
    "a smaller sample": aql(found=(0, 3, 5), n=200),
    "more accepted": aql(found=(0, 9, 5), accepts=(0, 21, 21)),
    "a looser AQL": aql(found=(0, 9, 5), limits=("0", "4.0", "4.0")),
}


@pytest.mark.parametrize("name", CLASSES_AGAIN)
def test_every_failed_class_is_inspected_again_at_the_agreed_severity(name: str) -> None:
    verdict, findings = judged(AGREED, failed_classes(), again(aql=CLASSES_AGAIN[name]))
    assert verdict is Verdict.REJECT
    assert "the class major inspected again" in of_rule(findings, "re-inspected").message


def test_fewer_specimens_than_failed_are_no_answer() -> None:
    three = tuple(
        result("Power", power, "W", specimen=str(k)) for k, power in enumerate(("9.1", "10.4", "9.3"))
    )
    old = FAILED.model_copy(update={"results": three})
    assert judged(AGREED, old, again())[0] is Verdict.REJECT
    good = tuple(result("Power", "9.2", "W", specimen=str(k)) for k in range(3))
    assert judged(AGREED, old, again().model_copy(update={"results": good}))[0] is Verdict.RELEASE


def test_a_conclusion_is_answered_by_a_conclusion() -> None:
    old = report("9.2", conclusion="fail", dates=Dates(inspected=dated("2027-01-04")))
    assert judged(AGREED, old, again())[0] is Verdict.RELEASE
    assert judged(AGREED, old, again(conclusion=None))[0] is Verdict.REJECT


def test_something_else_that_failed_is_examined_again() -> None:
    insects = result("Live insects", "Fail")
    old = FAILED.model_copy(update={"results": (*FAILED.results, insects)})
    assert "Live insects examined again" in of_rule(judged(AGREED, old, again())[1], "re-inspected").message
    new = again().model_copy(update={"results": (*again().results, result("Live insects", "Pass"))})
    assert judged(AGREED, old, new)[0] is Verdict.RELEASE


def test_the_record_of_the_rework_may_be_given_apart() -> None:
    standing = Standing(True, False, True, rework="rework.pdf 00ff")
    assert judged(AGREED, FAILED, again(rework=None), standing=standing)[0] is Verdict.RELEASE


def test_a_re_inspection_of_a_report_that_nobody_saw_is_held() -> None:
    verdict, findings = judged(AGREED, again())
    assert verdict is Verdict.HOLD
    assert rules(findings) == {"re-inspected"}


def test_a_re_inspection_that_was_replaced_answers_nothing() -> None:
    newer = report(number="TB-0533-R1", issued="2027-01-14", supersedes=cites("TB-0533", date(2027, 1, 12)))
    assert judged(AGREED, FAILED, again(), newer)[0] is Verdict.REJECT


def test_two_that_replace_each_other_replace_nothing() -> None:
    one = report("10.4", supersedes=cites("TB-0417-R1"))
    assert judged(AGREED, one, reissue())[0] in (Verdict.HOLD, Verdict.REJECT)


def test_an_adverse_report_on_record_rejects_later_checks() -> None:
    verdict, findings = judged(AGREED, report(number="TB-0600"), standing=on_record(FAILED))
    assert verdict is Verdict.REJECT
    finding = of_rule(findings, "adverse-on-record")
    assert finding.line == 1
    for told in ("row 7", "TB-0417.pdf", "10.4", "Give that report again"):
        assert told in finding.message + finding.way_out


def test_what_is_at_hand_is_judged_anew_and_not_from_the_record() -> None:
    assert "adverse-on-record" not in rules(judged(AGREED, FAILED, standing=on_record(FAILED))[1])


def test_a_report_on_record_is_answered_as_one_at_hand() -> None:
    standing = on_record(FAILED)
    verdict, findings = judged(AGREED, again(), standing=standing)
    assert verdict is Verdict.RELEASE
    assert "ledger row 7" in of_rule(findings, "re-inspected").message
    assert judged(AGREED, again(rework=None), standing=standing)[0] is Verdict.REJECT
    assert judged(AGREED, reissue(), standing=standing)[0] is Verdict.HOLD
    assert judged(AGREED, reissue(issuer=stated("Gamma Survey")), standing=standing)[0] is Verdict.REJECT


def test_a_record_that_holds_holds() -> None:
    two = FAILED.model_copy(update={"results": (result("Power", "9.2", "W"), result("Power", "9.3", "W"))})
    verdict, findings = judged(AGREED, report(number="TB-0600"), standing=on_record(two))
    assert verdict is Verdict.HOLD
    assert rules(findings) == {"adverse-on-record"}


def test_what_was_missing_or_unread_is_not_kept() -> None:
    empty = FAILED.model_copy(update={"results": (), "aql": ()})
    assert remembered(case(AGREED, empty), empty).adverse == ()


def test_an_old_row_holds_until_its_reports_are_given_again() -> None:
    standing = Standing(True, False, True, unnamed_on_record=(Unnamed(3, ("outside-limit",), ("TB-0417",)),))
    assert rules(judged(AGREED, report(number="TB-0600"), standing=standing)[1]) == {"adverse-on-record"}
    assert judged(AGREED, CLEAN, standing=standing)[0] is Verdict.RELEASE


CONFLICTS: dict[str, tuple[Report, set[str]]] = {
    "another value": (report("9.3", number="TB-0600"), {"reports-differ"}),
    "the same value in another unit": (report(number="TB-0600").model_copy(
        update={"results": (result("Power", "0.0092", "kW"),)}), set()),
    "another lot": (report("9.3", number="TB-0600", lots=(stated("LOT-8"),)), {"identity-conflict"}),
    "another number of defects": (report(number="TB-0600", aql=aql(found=(0, 4, 5))), {"reports-differ"}),
    "another size": (report(number="TB-0600", quantities=Quantities(
        lot=StatedCount(text="11,900 pcs", number=11900, unit="pcs", place=PLACE))), {"reports-differ"}),
    "the same": (report(number="TB-0600"), set()),
}  # fmt: skip


@pytest.mark.parametrize("name", CONFLICTS)
def test_what_else_differs_is_a_conflict(name: str) -> None:
    other, found = CONFLICTS[name]
    assert rules(judged(AGREED, CLEAN, other)[1]) == found


def half(number: str, power: str) -> Report:
    lot = StatedCount(text="6,000 pcs", number=6000, unit="pcs", place=PLACE)
    return report(power, number=number, lots=(), quantities=Quantities(lot=lot))


def test_inspections_of_two_parts_are_no_conflict() -> None:
    assert "reports-differ" not in rules(judged(AGREED, half("TB-1", "9.2"), half("TB-2", "9.3"))[1])


POOL = (FAILED, CLEAN.model_copy(update={"report_no": stated("TB-0500"), "source": source("TB-0500")}), reissue(),
        again(), again(rework=None).model_copy(update={"source": source("other")}), failed_classes().model_copy(
            update={"source": source("classes"), "report_no": stated("TB-0418")}),
        again(number="TB-0700", reinspects=cites("TB-0418")))  # fmt: skip


@given(
    st.lists(st.sampled_from(POOL), unique_by=lambda one: one.source.sha256, min_size=2, max_size=5),
    st.data(),
)
def test_the_order_of_the_files_does_not_matter(reports: list[Report], data: Any) -> None:
    verdict, findings = judged(AGREED, *reports)
    other, others = judged(AGREED, *data.draw(st.permutations(reports)))
    assert other is verdict
    assert rules(others) == rules(findings)


@given(
    st.lists(st.sampled_from(POOL), unique_by=lambda one: one.source.sha256, min_size=2, max_size=5),
    st.data(),
)
def test_leaving_a_report_out_never_improves_what_the_ledger_knows(reports: list[Report], data: Any) -> None:
    """The reports were read together before; a check with fewer of them is no better than the one with all."""
    before = judge(Basis(AGREED, "contract.docx", "cc"), AGREED.shipments[0], tuple(reports), RECORDED)
    told = tuple(one.remembered.model_copy(update={"row": 7}) for one in before.reports if one.remembered)
    standing = Standing(True, False, True, on_record=tuple(one for one in told if one.adverse))
    fewer = data.draw(st.lists(st.sampled_from(reports), unique_by=lambda one: one.source.sha256, min_size=1))
    whole = judged(AGREED, *reports, standing=standing)[0]
    assert whole is before.verdict
    assert ORDER[judged(AGREED, *fewer, standing=standing)[0]] >= ORDER[whole]


@given(
    st.lists(st.sampled_from(POOL), unique_by=lambda one: one.source.sha256, min_size=2, max_size=5),
    st.data(),
)
def test_a_reply_that_is_left_out_improves_nothing(reports: list[Report], data: Any) -> None:
    """Whatever is on record: what a reissue or a re-inspection answers stands again without it.

    Of two replies to one report, a reissue that takes a failure back and a re-inspection, each is held for itself.
    """
    replies = [one for one in reports if one.supersedes or one.reinspects]
    if not replies:
        return
    without = data.draw(st.sampled_from(replies))
    cited = {cite.number for cite in (*without.supersedes, *without.reinspects)}
    if not any(one.report_no is not None and one.report_no.text in cited for one in reports):
        return
    fewer = [one for one in reports if one is not without]
    if any(cite.number in cited for one in fewer for cite in (*one.supersedes, *one.reinspects)):
        return
    whole, less = judged(AGREED, *reports)[0], judged(AGREED, *fewer)[0]
    assert ORDER[less] >= ORDER[whole]
