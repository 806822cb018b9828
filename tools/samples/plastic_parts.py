"""Pre-shipment inspections of moulded housings; their RoHS reports stand in `rohs`."""

from __future__ import annotations

from dataclasses import replace

from samples import rohs
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
    varied,
    with_note,
)

_COMPANY = "Linden Arch Inspection (Shenzhen) Ltd."
_ISSUER = Letterhead(
    name=_COMPANY,
    tagline="",
    foot=(
        "Unit 7B, 118 Meihua Road, Futian District, Shenzhen, China",
        "Tel. +86 755 5550 0124   psi@lindenarch.example   www.lindenarch.example",
    ),
    small_print=(
        "We inspect with care on the day named and by the instructions that we were given, and answer for "
        "gross negligence only. What was not asked for was not looked at. This report neither orders nor "
        "forbids shipment: whether the consignment is to be accepted or to be rejected is for the parties "
        "to the contract, whose rights remain as they are. It may be copied as a whole; a copy of single "
        "pages, and any version that we did not send ourselves, is void. Statements on conformity rest on "
        "the measured values without regard to measurement uncertainty. Photographs are supplied as a "
        "separate album."
    ),
    style="boxed",
    colour="#3f6b1f",
    emblem="arches",
)


_GENERAL: tuple[Block, ...] = (
    Heading("1  Order"),
    Facts(
        (
            ("Client", "Adler & Kessel Schaltgeräte GmbH"),
            ("Manufacturer", "Dongguan Weilin Precision Moulding Co., Ltd."),
            ("Description of goods", "Junction box housing, ABS with TPE gasket, light grey RAL 7035"),
            ("Item No.", "WJ-1208"),
            ("Order No.", "WL-PO-55108"),
            ("Inspection type", "Final random inspection before shipment"),
            ("Inspection date", "2026-11-09"),
            ("Place of inspection", "Tangxia, Dongguan, Guangdong, China"),
        )
    ),
    Heading("2  Quantity"),
    Grid(
        (
            ("Order quantity", "Inspected quantity", "Packed quantity", "Cartons", "Cartons opened"),
            ("3,000 pcs", "3,000 pcs", "3,000 pcs", "60", "8"),
        ),
        (36, 36, 36, 33, 33),
        labels=False,
    ),
    Heading("3  Result"),
    Conclusion(
        "Inspection result", "PASS",
        "Quantity, appearance, dimensions, function and packing were examined as ordered. Remarks: none.",
    ),
    Heading("4  Sampling"),
    Paragraph(
        "The samples were selected at random by our inspector from cartons of every pallet. Plan: ISO "
        "2859-1:2026, level II, single sampling, normal inspection; lot of 1,201 to 3,200 pieces, code "
        "letter K."
    ),
)  # fmt: skip

_DEFECTS = Grid(
    (
        ("Kind of defect", "Critical", "Major", "Minor"),
        ("Flash at the parting line, longer than 0.3 mm", "0", "0", "3"),
        ("Flow mark on the lid", "0", "0", "1"),
        ("Short shot at a screw boss", "0", "1", "0"),
    ),
    (102, 24, 24, 24),
)
_FIVE_SHOTS = replace(_DEFECTS, rows=(*_DEFECTS.rows[:-1], ("Short shot at a screw boss", "0", "5", "0")))

_APPEARANCE: tuple[Block, ...] = (
    Heading("5  Appearance"),
    Results(
        ("Defects", "AQL", "Sample size", "Ac", "Re", "Found"),
        (54, 24, 30, 22, 22, 22),
        (
            row("Critical", "0", "125", "0", "1", "0"),
            row("Major", "1.0", "125", "3", "4", "1"),
            row("Minor", "2.5", "125", "7", "8", "4"),
        ),
        values=(4,),
    ),
    _DEFECTS,
)

_MEASURED: tuple[Block, ...] = (
    NewPage(),
    Heading("6  Dimensions and weight"),
    Paragraph(
        "Five pieces from five cartons; caliper 0-200 mm, wall thickness gauge, pin gauges, scale 0.1 g."
    ),
    Results(
        ("Dimension", "Requirement", "Unit", "1", "2", "3", "4", "5"),
        (50, 32, 14, 15.6, 15.6, 15.6, 15.6, 15.6),
        (
            row("Overall length", "120.0 ± 0.5", "mm", "120.1", "120.2", "119.9", "120.1", "120.0"),
            row("Overall width", "80.0 ± 0.4", "mm", "80.1", "80.0", "79.9", "80.1", "80.1"),
            row("Overall height", "55.0 ± 0.4", "mm", "55.1", "55.0", "55.1", "54.9", "55.0"),
            row("Wall thickness", "2.5 +0.2/-0.1", "mm", "2.52", "2.55", "2.49", "2.51", "2.53"),
            row("Screw boss hole diameter", "3.20 - 3.30", "mm", "3.24", "3.25", "3.23", "3.26", "3.24"),
            row("Weight", "142 ± 5", "g", "141.6", "142.3", "141.2", "142.0", "141.9"),
        ),
        values=(2, 3, 4, 5, 6),
    ),
    Heading("7  Checks"),
    Results(
        ("Check item", "Requirement", "Sample", "Finding", "Verdict"),
        (52, 58, 18, 26, 20),
        (
            row("Colour against RAL 7035", "as colour card, daylight lamp", "5", "Conform", "Pass"),
            row("Assembly of lid and gasket", "closes by hand, gasket seated", "20", "Conform", "Pass"),
            row("Material marking", ">ABS< and >TPE<, ISO 11469", "20", "Conform", "Pass"),
            row("Screw torque 0.6 Nm", "boss does not crack", "5", "Conform", "Pass", called_for=False),
            row("Packing and pallets", "50 per carton, ISPM 15 mark", "8", "Conform", "Pass"),
        ),
        values=(2, 3),
    ),
    Signature(
        "For and on behalf of", _COMPANY, (("Luo Jiaming", "Inspector"), ("Helen Fang", "Approved by"))
    ),
)

_PASS = SampleReport(
    _ISSUER, "Inspection Report", "Report No.", "LA-26-110937", "Date", "2026-11-10",
    (*_GENERAL, *_APPEARANCE, *_MEASURED),
)  # fmt: skip


def _one_piece_too_long() -> SampleReport:
    """One of five pieces is outside, and the report concludes PASS nevertheless: the mean is within."""
    changes = {"Report No.": "LA-26-110952", "Overall length": "120.3 | 120.4 | 120.2 | 120.7 | 120.3"}
    report = varied(_PASS, frozenset(), changes)
    note = (
        "Quantity, appearance, dimensions, function and packing were examined as ordered. "
        "Remarks: length tends upwards."
    )

    return with_note(report, note)


def _passes_against_its_numbers() -> SampleReport:
    """Five major defects where the plan accepts three, and the report concludes PASS nevertheless."""
    report = varied(_PASS, frozenset(), {"Report No.": "LA-26-110983", "Major": "5"})
    noted = with_note(
        report, "Quantity, appearance, dimensions, function and packing are acceptable. Remarks: none."
    )
    return replace(noted, blocks=tuple(_FIVE_SHOTS if block is _DEFECTS else block for block in noted.blocks))


REPORTS = {
    "plastic-parts/pass-psi": _PASS,
    "plastic-parts/fail-psi": _one_piece_too_long(),
    # The table of section 5 lacks the major defects.
    "plastic-parts/contrary-psi": _passes_against_its_numbers(),
    "plastic-parts/incomplete-psi": varied(_PASS, frozenset({"Major"}), {"Report No.": "LA-26-110968"}),
    **rohs.REPORTS,
}
