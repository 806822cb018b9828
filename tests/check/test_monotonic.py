"""Taking supporting evidence away never improves a verdict, at neither gate."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.check.make import RECORDED, aql, characteristic, dated, judged, lab, line, psi, result, spec
from tradedocs.flows.crosscheck import Basis, judge
from tradedocs.model.finding import Verdict
from tradedocs.model.report import Identity, Quantities, Report

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
