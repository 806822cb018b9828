"""Taking supporting evidence away never improves a verdict, at neither gate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.check.make import RECORDED, aql, characteristic, dated, judged, lab, line, psi, result, spec
from tradedocs.flows.basis import Basis
from tradedocs.flows.crosscheck import judge
from tradedocs.model.finding import Verdict
from tradedocs.model.report import Identity, Quantities, Report, Result

AGREED = spec(
    line(
        characteristic("Power", "<= 9.9 W"),
        characteristic("Colour temperature", "2700..3000 K"),
        characteristic("Drop test", "conforms"),
        characteristic("Lead", "<= 100 mg/kg", evidence="type-test"),
        characteristic("Containers", "conforms", stage="loading"),
        characteristic("Caking", "conforms", stage="discharge"),
    )
)
INSPECTION = psi(
    result("Power", "9.2", "W", specimen="1"), result("Colour temperature", "2810", "K"), result("Drop test", "Pass"),
    result("Containers", "Pass"), result("Caking", "Pass"), issue_date=dated("2027-01-12"),
)  # fmt: skip
LABORATORY = lab(result("Lead", "N.D.", "mg/kg", mdl="2"))
ORDER = {Verdict.RELEASE: 0, Verdict.HOLD: 1, Verdict.REJECT: 2}


def without(report: Report, what: str) -> Report:
    """The report less one piece of supporting evidence."""
    empty = {"results": (), "aql": (), "conclusion": None, "identity": Identity(), "issuer": None,
             "quantities": Quantities(), "issue_date": None, "family": None, "sample_by": None}  # fmt: skip
    if what.isdigit():
        rows = tuple(row for index, row in enumerate(report.results) if index != int(what))
        return report.model_copy(update={"results": rows})
    if what.startswith("aql-"):
        rows = tuple(row for row in report.aql if row.defect_class != what[4:])
        return report.model_copy(update={"aql": rows})
    return report.model_copy(update={what: empty[what]})


PIECES = ("0", "1", "2", "3", "aql-critical", "aql-major", "aql-minor", "results", "aql", "conclusion", "identity",
          "issuer", "quantities", "issue_date", "family", "sample_by")  # fmt: skip


def both(*reports: Report) -> tuple[int, int]:
    """How grave the verdict to load and the one for the documents are."""
    basis = Basis(AGREED, "c.docx", "cc")
    load, documents = judge(basis, AGREED.shipments[0], reports, RECORDED).gates
    return ORDER[load.verdict], ORDER[documents.verdict]


def test_the_whole_is_released() -> None:
    assert judged(AGREED, INSPECTION, LABORATORY)[0] is Verdict.RELEASE


@given(
    st.lists(st.sampled_from(PIECES), max_size=6), st.sampled_from(["9.2", "10.4"]), st.sampled_from([3, 15])
)
def test_less_evidence_is_never_better(pieces: list[str], power: str, major: int) -> None:
    report = INSPECTION.model_copy(
        update={
            "results": (result("Power", power, "W"), *INSPECTION.results[1:]),
            "aql": aql(found=(0, major, 5)),
        }
    )
    verdicts = both(report, LABORATORY)
    for piece in pieces:
        adverse = ((piece == "0" or piece == "results") and power == "10.4") or (
            piece in ("aql", "aql-major") and major == 15
        )
        if adverse:
            continue
        report = without(report, piece)
        less = both(report, LABORATORY)
        assert all(new >= min(old, 1) for new, old in zip(less, verdicts, strict=True))
        assert less[1] >= less[0]
        verdicts = less


@given(st.sampled_from(PIECES))
def test_nothing_may_be_missing(piece: str) -> None:
    if piece in ("family", "sample_by"):
        # A pre-shipment inspection draws its sample by its nature; either fact is enough by itself.
        report = without(without(INSPECTION, "family"), "sample_by")
    else:
        report = without(INSPECTION, piece)
    assert judged(AGREED, report, LABORATORY)[0] is not Verdict.RELEASE


def test_no_report_may_be_missing() -> None:
    assert judged(AGREED, INSPECTION)[0] is Verdict.HOLD
    assert judged(AGREED, LABORATORY)[0] is Verdict.HOLD


# Every row stands on a page of its own, so that pages can be taken away as well.
def spread(report: Report) -> Report:
    rows = tuple(
        row.model_copy(update={"place": row.place.model_copy(update={"page": 1 + k % 3})})
        for k, row in enumerate(report.results)
    )
    return report.model_copy(update={"results": rows})


POWERS = st.lists(st.sampled_from(["9.2", "9.9", "10.4", "n/a", "<20"]), min_size=1, max_size=4)
LEADS = st.lists(st.sampled_from(["N.D.", "9", "120"]), min_size=1, max_size=3)
OTHERS = st.lists(
    st.sampled_from(
        [result("Colour temperature", "2810", "K"), result("Drop test", "Pass"), result("Drop test", "Fail"),
         result("Live insects", "Fail", verdict="Fail"), result("Power - retest", "10.4", "W")]
    ),
    max_size=4,
)  # fmt: skip


@st.composite
def cases(draw: st.DrawFn) -> tuple[Report, ...]:
    """One to four reports on the shipment and on submitted samples, supporting and adverse rows mixed."""
    out = []
    for k in range(draw(st.integers(1, 2))):
        rows = [
            result("Power", value, "W", specimen=str(n))
            for n, value in enumerate(draw(POWERS if k == 0 else st.just(["9.2"])))
        ]
        out.append(
            psi(
                *rows,
                *draw(OTHERS),
                sha256=f"psi{k}",
                file=f"psi{k}.pdf",
                report_no=None if k else INSPECTION.report_no,
            )
        )
    for k in range(draw(st.integers(0, 2))):
        rows = [
            result("Lead", value, "mg/kg", mdl="2", specimen=str(n)) for n, value in enumerate(draw(LEADS))
        ]
        out.append(
            lab(*rows).model_copy(
                update={"source": LABORATORY.source.model_copy(update={"sha256": f"lab{k}"})}
            )
        )
    return tuple(map(spread, out))


def verdict_of(*reports: Report) -> int:
    return ORDER[judged(AGREED, *reports)[0]]


def speaks_against(report: Report) -> bool:
    """Whether the report gives any reason of its own against the goods, whatever else lies beside it."""
    adverse = {"outside-limit", "aql-exceeded", "conclusion-adverse", "other-failure", "related-failure",
               "values-differ", "doubtful-reading", "not-comparable", "specimen-missing", "report-unnamed"}  # fmt: skip
    found = judged(AGREED, report)[1]
    return any(one.rule in adverse and one.severity is not Verdict.RELEASE for one in found)


def rows_apart(one: Report, data: st.DataObject) -> tuple[Report, Report]:
    """What one row says, and what is left without it."""
    row = data.draw(st.integers(0, len(one.results) - 1))
    return with_rows(one, [one.results[row]]), with_rows(one, [*one.results[:row], *one.results[row + 1 :]])


def page_apart(one: Report, data: st.DataObject) -> tuple[Report, Report]:
    """What one page says, and what is left without it."""
    page = data.draw(st.integers(1, 3))
    return (
        with_rows(one, [row for row in one.results if row.place.page == page]),
        with_rows(one, [row for row in one.results if row.place.page != page]),
    )


def wholly(one: Report, data: st.DataObject) -> tuple[Report, None]:
    """The whole report, and nothing."""
    return one, None


def with_rows(one: Report, rows: Sequence[Result]) -> Report:
    return one.model_copy(update={"results": tuple(rows)})


@given(cases(), st.data())
def test_fewer_rows_pages_or_reports_never_turn_hold_into_release(
    reports: tuple[Report, ...], data: st.DataObject
) -> None:
    before = verdict_of(*reports)
    which = data.draw(st.integers(0, len(reports) - 1))
    one = reports[which]
    gone, left = data.draw(st.sampled_from([rows_apart, page_apart, wholly]))(one, data)
    if speaks_against(gone):
        return  # what was taken away was no support
    less = [*reports[:which], *([left] if left is not None else []), *reports[which + 1 :]]
    assert verdict_of(*less) >= min(before, 1)


@given(cases(), st.randoms(use_true_random=False))
def test_neither_the_order_of_reports_nor_of_rows_matters(reports: tuple[Report, ...], random: Any) -> None:
    shuffled = [
        report.model_copy(update={"results": tuple(random.sample(report.results, len(report.results)))})
        for report in random.sample(reports, len(reports))
    ]
    verdict, findings = judged(AGREED, *reports)
    other, found = judged(AGREED, *shuffled)
    assert other is verdict
    assert {(f.rule, f.severity, f.line, f.characteristic) for f in found} == {
        (f.rule, f.severity, f.line, f.characteristic) for f in findings
    }
