"""Which report may prove what (inspection documents: families and who drew the sample)."""

from __future__ import annotations

from tradedocs.model.goods import Characteristic
from tradedocs.model.report import Report
from tradedocs.model.spec import Spec
from tradedocs.registers import same_body


def speaks_for_shipment(report: Report) -> bool:
    """Whether the inspection body itself drew the sample from the goods that are shipped.

    A pre-shipment inspection draws from the finished lot by its nature. Any other report must say that the
    inspector drew the sample; a sample that the client submitted never stands for a shipment.
    """
    if report.sample_by == "client":
        return False
    return report.family == "pre-shipment" or report.sample_by == "inspector"


def may_prove(characteristic: Characteristic, report: Report) -> bool:
    """Whether this kind of report is the evidence that the contract calls for."""
    return characteristic.evidence == "type-test" or speaks_for_shipment(report)


def issuer_agreed(spec: Spec, report: Report) -> bool:
    """Whether the report comes from an inspection body that the contract names, or a branch of it."""
    return report.issuer is not None and any(
        same_body(body, report.issuer.text) for body in spec.inspection.bodies
    )
