"""From findings to the verdict of each goods line: what counts for which line, and what is proof."""

from __future__ import annotations

from typing import Any

import pytest

from tests.check.make import RECORDED, case, characteristic, lab, line, number, psi, result, spec
from tradedocs.check.rules import RULES
from tradedocs.check.verdict import findings_of, verdicts_of
from tradedocs.model.finding import Checked, Finding, LineVerdict, Verdict
from tradedocs.model.report import Report, Value
from tradedocs.model.spec import Spec

POWER = characteristic("Power", "<= 9.9 W")
LEAD = characteristic("Lead", "<= 100 mg/kg", evidence="type-test")
ONE = spec(line(POWER))
TWO = spec(line(POWER, model="AL-9"), line(POWER, number=2, model="AL-7"))


def says(severity: Verdict, number: int | None) -> Finding:
    return Finding(rule="not-found", severity=severity, message="m", way_out="w", line=number)


def lines(agreed: Spec, *reports: Report, findings: tuple[Finding, ...] = ()) -> tuple[LineVerdict, ...]:
    return verdicts_of(case(agreed, *reports), findings)


def checked(agreed: Spec, *reports: Report) -> Checked:
    (only,) = lines(agreed, *reports)[0].checked
    return only


def inspection(model: str, power: str = "9.2", **more: Any) -> Report:
    return psi(result("Power", power, "W"), model=model, sha256=model, file=f"{model}.pdf", **more)


class TestLines:
    """One verdict a goods line, from what is about it."""

    def test_each_line_with_its_goods_and_its_share(self) -> None:
        one, two = lines(TWO, inspection("AL-9"), inspection("AL-7"))
        assert (one.line, two.line) == (1, 2)
        assert (one.shipment, one.goods, one.quantity) == (1, "LED lamp", "12,000 pcs")
        assert [len(item.checked) for item in (one, two)] == [1, 1]
        assert one.checked[0].evidence[0].report == "AL-9.pdf"
        assert two.checked[0].evidence[0].report == "AL-7.pdf"
        assert (one.verdict, two.verdict) == (Verdict.RELEASE, Verdict.RELEASE)

    def test_the_share_is_the_own_lines(self) -> None:
        shares = tuple(
            share.model_copy(
                update={"quantity": share.quantity.model_copy(update={"number": 4000 * share.line})}
            )
            for share in TWO.shipments[0].lines
        )
        shipment = TWO.shipments[0].model_copy(update={"lines": shares})
        agreed = TWO.model_copy(update={"shipments": (shipment,)})
        assert [one.quantity for one in lines(agreed, inspection("AL-9"))] == ["4,000 pcs", "8,000 pcs"]

    def test_what_fails_one_line_leaves_the_other(self) -> None:
        one, two = lines(TWO, inspection("AL-9", "10.4"), inspection("AL-7"))
        assert (one.verdict, two.verdict) == (Verdict.REJECT, Verdict.RELEASE)

    @pytest.mark.parametrize("severity", [Verdict.HOLD, Verdict.REJECT])
    def test_a_finding_counts_for_its_line(self, severity: Verdict) -> None:
        told = (says(severity, 2),)
        one, two = lines(TWO, inspection("AL-9"), inspection("AL-7"), findings=told)
        assert (one.verdict, two.verdict) == (Verdict.RELEASE, severity)

    @pytest.mark.parametrize("severity", [Verdict.HOLD, Verdict.REJECT])
    def test_a_finding_about_no_line_counts_for_all(self, severity: Verdict) -> None:
        told = (says(severity, None),)
        one, two = lines(TWO, inspection("AL-9"), inspection("AL-7"), findings=told)
        assert (one.verdict, two.verdict) == (severity, severity)

    def test_a_note_changes_nothing(self) -> None:
        (only,) = lines(ONE, inspection("x"), findings=(says(Verdict.RELEASE, None),))
        assert only.verdict is Verdict.RELEASE

    def test_a_pass_never_outweighs_a_finding(self) -> None:
        told = (says(Verdict.RELEASE, 1), says(Verdict.HOLD, 1), says(Verdict.RELEASE, 1))
        assert lines(ONE, inspection("x"), findings=told)[0].verdict is Verdict.HOLD

    def test_a_finding_never_outweighs_a_value_that_fails(self) -> None:
        (only,) = lines(ONE, inspection("x", "10.4"), findings=(says(Verdict.HOLD, 1),))
        assert only.verdict is Verdict.REJECT


class TestProof:
    """RELEASE only where the right kind of report about the line shows it, and nothing speaks against it."""

    def test_nothing_is_no_proof(self) -> None:
        item = checked(ONE)
        assert (item.verdict, item.evidence) == (Verdict.HOLD, ())

    @pytest.mark.parametrize(
        ("value", "verdict"),
        [(number("9.2"), Verdict.RELEASE), (number("10.4"), Verdict.REJECT),
         (Value(kind="none"), Verdict.HOLD)],
        ids=["meets", "fails", "cannot be told"],
    )  # fmt: skip
    def test_one_value(self, value: Value, verdict: Verdict) -> None:
        item = checked(ONE, psi(result("Power", "9.2", "W", value=value)))
        assert item.verdict is verdict
        (shown,) = item.evidence
        assert shown.verdict is verdict
        assert shown.report == "psi.pdf"
        assert shown.result.parameter == "Power"
        assert shown.comparison
        assert item.characteristic == POWER

    @pytest.mark.parametrize("order", [("9.2", "10.4"), ("10.4", "9.2")])
    def test_one_failing_specimen_is_enough(self, order: tuple[str, str]) -> None:
        rows = (result("Power", value, "W", specimen=str(k)) for k, value in enumerate(order))
        assert checked(ONE, psi(*rows)).verdict is Verdict.REJECT

    @pytest.mark.parametrize("order", [("9.2", "n/a"), ("n/a", "9.2")])
    def test_one_unclear_specimen_is_enough(self, order: tuple[str, str]) -> None:
        rows = (result("Power", value, "W", specimen=str(k)) for k, value in enumerate(order))
        assert checked(ONE, psi(*rows)).verdict is Verdict.HOLD

    def test_failing_weighs_more_than_unclear(self) -> None:
        rows = (result("Power", value, "W", specimen=value) for value in ("n/a", "10.4"))
        assert checked(ONE, psi(*rows)).verdict is Verdict.REJECT

    def test_a_submitted_sample_is_no_proof_of_the_shipment(self) -> None:
        assert checked(ONE, lab(result("Power", "9.2", "W"))).verdict is Verdict.HOLD

    def test_but_speaks_against_it(self) -> None:
        assert checked(ONE, lab(result("Power", "10.4", "W"))).verdict is Verdict.REJECT

    def test_a_submitted_sample_is_proof_where_a_type_test_will_do(self) -> None:
        assert checked(spec(line(LEAD)), lab(result("Lead", "9", "mg/kg"))).verdict is Verdict.RELEASE

    def test_one_proof_beside_a_report_of_another_kind(self) -> None:
        both = (lab(result("Power", "9.1", "W")), inspection("x"))
        assert checked(ONE, *both).verdict is Verdict.RELEASE
        assert checked(ONE, *reversed(both)).verdict is Verdict.RELEASE

    @pytest.mark.parametrize("power", ["9.2", "10.4"])
    def test_a_report_that_could_be_of_either_line_proves_and_rejects_neither(self, power: str) -> None:
        vague = psi(result("Power", power, "W"))
        assert [one.checked[0].verdict for one in lines(TWO, vague)] == [Verdict.HOLD, Verdict.HOLD]

    def test_nor_does_it_leave_the_proof_of_a_line_alone_when_it_fails(self) -> None:
        vague = psi(result("Power", "10.4", "W"), sha256="vague")
        one, two = lines(TWO, vague, inspection("AL-9"), inspection("AL-7"))
        assert (one.checked[0].verdict, two.checked[0].verdict) == (Verdict.HOLD, Verdict.HOLD)


class TestFindings:
    """What the rules say, put in order."""

    def test_all_are_of_the_shipment_and_in_the_rules_order(self) -> None:
        agreed = ONE.model_copy(update={"shipments": (ONE.shipments[0].model_copy(update={"number": 3}),)})
        findings = findings_of(case(agreed, lab(result("Power", "10.4", "W"))))
        assert {one.shipment for one in findings} == {3}
        order = [rule.ID for rule in RULES]
        places = [order.index(one.rule) for one in findings]
        assert places == sorted(places)
        assert len(set(places)) >= 3

    def test_none_where_nothing_is_wrong(self) -> None:
        told = findings_of(case(ONE, inspection("x"), standing=RECORDED))
        assert [one for one in told if one.severity is not Verdict.RELEASE] == []
