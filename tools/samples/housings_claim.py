"""The re-inspection of moulded housings at the buyer's warehouse, which confirms a batch defect."""

from __future__ import annotations

from samples.blocks import (
    Block,
    Conclusion,
    Facts,
    Grid,
    Heading,
    Letterhead,
    NewPage,
    Paragraph,
    Results,
    SampleReport,
    Signature,
    row,
)

_COMPANY = "Verrow Quality Services GmbH"
_ISSUER = Letterhead(
    name=_COMPANY,
    tagline="Surveys and inspections of consumer and industrial goods",
    foot=(
        "Hafenstrasse 14, 20457 Hamburg, Germany",
        "Tel. +49 40 555 0192   surveys@verrow.example   www.verrow.example",
    ),
    small_print=(
        "This report gives what our surveyor found on the day and at the place named in it. It is no legal "
        "opinion on who answers for a finding, and neither accepts nor may it reject goods on behalf of a "
        "party. We answer for intent and gross negligence, and otherwise up to ten times our fee. Copies of "
        "single pages are void. Complaints about the report reach us within thirty days after its date."
    ),
    style="boxed",
    colour="#5a2a6e",
)

_GENERAL: tuple[Block, ...] = (
    Heading("1  Order"),
    Facts(
        (
            ("Client", "Adler & Kessel Schaltgeräte GmbH"),
            ("Seller", "Dongguan Weilin Precision Moulding Co., Ltd."),
            ("Description of goods", "Junction box housing, ABS with TPE gasket, light grey RAL 7035"),
            ("Item No.", "WJ-1208"),
            ("Contract No.", "WL-PO-55108"),
            ("Lot No.", "WL2611-K2"),
            ("Inspection type", "Re-inspection at destination, joint survey"),
            ("Inspection date", "2027-01-19"),
            ("Place of inspection", "Warehouse of the client, Lüdenscheid, Germany"),
            ("Attendance", "For the seller: Mr Huang Zhiyuan, by video; for the client: Ms Katrin Adler"),
        )
    ),
    Heading("2  Quantity"),
    Grid(
        (
            ("Order quantity", "Inspected quantity", "Packed quantity", "Cartons", "Cartons opened"),
            ("3,000 pcs", "3,000 pcs", "3,000 pcs", "60", "13"),
        ),
        (36, 36, 36, 33, 33),
        labels=False,
    ),
    Heading("3  Result"),
    Conclusion(
        "Inspection result", "FAIL",
        "The diameter of the screw boss holes is too large on all five pieces measured, and screws do not hold in "
        "19 of 125 pieces. Cartons and pallets were undamaged and dry; nothing points to transport or storage.",
    ),
    Heading("4  Sampling"),
    Paragraph(
        "The samples were selected at random by our surveyor from 13 cartons of all three pallets. Plan: ISO "
        "2859-1:2026, level II, single sampling, normal inspection; lot of 1,201 to 3,200 pieces, code "
        "letter K."
    ),
)  # fmt: skip

_FOUND: tuple[Block, ...] = (
    NewPage(),
    Heading("5  Workmanship"),
    Results(
        ("Defects", "AQL", "Sample size", "Ac", "Re", "Found"),
        (54, 24, 30, 22, 22, 22),
        (
            row("Critical", "0", "125", "0", "1", "0"),
            row("Major", "1.0", "125", "3", "4", "19"),
            row("Minor", "2.5", "125", "7", "8", "2"),
        ),
        values=(4,),
    ),
    Grid(
        (
            ("Kind of defect", "Critical", "Major", "Minor"),
            ("Screw does not hold in the boss", "0", "19", "0"),
            ("Flow mark on the lid", "0", "0", "2"),
        ),
        (102, 24, 24, 24),
    ),
    Heading("6  Dimensions"),
    Paragraph(
        "Five pieces from five cartons; caliper 0-200 mm, pin gauges 3.10 to 3.60 mm in steps of 0.01 mm."
    ),
    Results(
        ("Dimension", "Requirement", "Unit", "1", "2", "3", "4", "5"),
        (50, 32, 14, 15.6, 15.6, 15.6, 15.6, 15.6),
        (
            row("Overall length", "120.0 ± 0.5", "mm", "120.1", "120.0", "119.9", "120.2", "120.1"),
            row("Wall thickness", "2.5 +0.2/-0.1", "mm", "2.51", "2.53", "2.50", "2.52", "2.54"),
            row("Screw boss hole diameter", "3.20 - 3.30", "mm", "3.41", "3.43", "3.40", "3.42", "3.44"),
        ),
        values=(2, 3, 4, 5, 6),
    ),
    Signature("For and on behalf of", _COMPANY, (("Jonas Reuter", "Surveyor"), ("Mira Hold", "Approved by"))),
)

REPORTS = {
    "claims/reinspection": SampleReport(
        _ISSUER, "Survey Report", "Report No.", "VQ-27-004418", "Date", "2027-01-21", (*_GENERAL, *_FOUND)
    ),
}
