"""The pre-shipment inspection of one lot of lamps: issuer, sections, tables."""

from __future__ import annotations

from dataclasses import dataclass

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
    Row,
    SampleReport,
    Signature,
    row,
)

_ISSUER = Letterhead(
    name="Tallis Brook Inspection (Ningbo) Co., Ltd.",
    tagline="",
    foot=(
        "Room 1102, 35 Lianfeng Middle Road, Haishu District, Ningbo, China",
        "Tel. +86 574 5550 0186   reports@tallisbrook.example   www.tallisbrook.example",
    ),
    small_print=(
        "This report sets out what our inspector saw at the time and place named in it and within the order "
        "of the client; it does not release seller or buyer from what they owe each other, and it is "
        "neither an acceptance nor a rejection of the goods on anybody's behalf. Our liability is limited "
        "to the fee of this inspection. A copy is valid in full only; an extract, a translation without the "
        "original or any alteration is void. We may reject complaints that reach us later than 30 days "
        "after the report date. Where a test is marked pending or failed, the decision whether to ship lies "
        "with the client alone."
    ),
    style="boxed",
    colour="#0b5f6b",
)


@dataclass(frozen=True)
class Lot:
    """What differs between the reports on the two models."""

    number: str
    goods: str
    model: str
    quantity: str
    cartons: str
    opened: str
    lot_range: str
    letter: str
    size: str
    major: tuple[str, str, str]
    minor: tuple[str, str, str]
    defects: tuple[tuple[str, str, str, str], ...]
    measured: tuple[Row, ...]
    gross: tuple[str, str]


def _general(lot: Lot) -> tuple[Block, ...]:
    return (
        Heading("A.  General information"),
        Facts(
            (
                ("Client", "Harrow & Finch Trading Ltd"),
                ("Seller", "Ningbo Starlume & Lanxi Lighting Co., Ltd."),
                ("Product", lot.goods),
                ("Model No.", lot.model),
                ("Contract No.", "NSL-2026-0417"),
                ("Type of inspection", "Pre-shipment inspection"),
                ("Inspection date", "Nov 05, 2026"),
                ("Place of inspection", "88 Yuehai Road, Beilun District, Ningbo, China"),
                ("Inspected by", "Xu Haoran, Chen Min"),
            )
        ),
        Heading("B.  Quantity"),
        Facts(
            (
                ("Ordered quantity", lot.quantity),
                ("Quantity presented", lot.quantity),
                ("Packed quantity", f"{lot.quantity} ({lot.cartons} export cartons, 100 % packed)"),
                ("Cartons opened", lot.opened),
            )
        ),
        Heading("C.  Summary"),
        Grid(
            (
                ("Section", "Finding", "Remark"),
                ("D  Workmanship", "Within AQL", "see D"),
                ("E  Measurements", "Conform", "see E"),
                ("F  Function and safety", "Conform", "see F"),
                ("G  Packing and marks", "Conform", "see G"),
            ),
            (74, 50, 50),
        ),
        Conclusion(
            "Overall conclusion", "PASS",
            "The conclusion covers the sections D to G and the quantity presented. It follows the limits "
            "that the client gave with the order of inspection.",
        ),
    )  # fmt: skip


def _workmanship(lot: Lot) -> tuple[Block, ...]:
    totals = ("Total found", "0", lot.major[2], lot.minor[2])
    return (
        NewPage(),
        Heading("D.  Workmanship"),
        Paragraph(
            "Samples drawn at random by our inspector from the finished and packed goods, after the "
            "quantity had been counted and the cartons had been chosen by their numbers. The seller's staff "
            "took no part in the choice."
        ),
        Facts(
            (
                ("Sampling standard", "ISO 2859-1:2026, single sampling, normal inspection"),
                ("Inspection level", "II"),
                ("Lot range, code letter", f"{lot.lot_range}, code letter {lot.letter}"),
            )
        ),
        Results(
            ("Defect class", "AQL", "Sample size", "Accept (Ac)", "Reject (Re)", "Found"),
            (44, 24, 28, 26, 26, 26),
            (
                row("Critical", "0", lot.size, "0", "1", "0"),
                row("Major", "2.5", lot.size, *lot.major),
                row("Minor", "4.0", lot.size, *lot.minor),
            ),
            values=(4,),
        ),
        Paragraph("Defects by kind:"),
        Grid((("Description", "Critical", "Major", "Minor"), *lot.defects, totals), (102, 24, 24, 24)),
        Paragraph(
            "A lamp with several defects is counted once, by the gravest. Defective lamps were handed to "
            "the seller and replaced by good ones in the presence of our inspector."
        ),
    )


def _checks(lot: Lot) -> tuple[Block, ...]:
    return (
        Heading("E.  Measurements (8 lamps from 8 cartons, lowest and highest value)"),
        Results(
            ("Parameter", "Requirement", "Unit", "Result", "Verdict"),
            (60, 34, 18, 34, 18),
            lot.measured,
            values=(2,),
            numbered=True,
        ),
        Paragraph(
            "Instruments of the factory, within their calibration: power analyser PA-310 (cal. due "
            "03/2027), integrating sphere 0.5 m (cal. due 01/2027), digital caliper 0-200 mm."
        ),
        Heading("F.  Function and safety"),
        Results(
            ("Inspection item", "Requirement", "Sample", "Result", "Verdict"),
            (52, 50, 18, 26, 18),
            (
                row("Function at 220 V to 240 V", "lights at once, no flicker", lot.size, "Conform", "Pass"),
                row("Dielectric strength test", "3.75 kV for 1 min, no breakdown", "13", "Conform", "Pass"),
                row("Cap gauge test", "go and no-go gauge E27", "13", "Conform", "Pass"),
                row("Switching test", "200 times on and off", "5", "Conform", "Pass", called_for=False),
            ),
            values=(2, 3),
            numbered=True,
        ),
        Heading("G.  Packing and marks"),
        Results(
            ("Inspection item", "Requirement", "Sample", "Result", "Verdict"),
            (52, 50, 18, 26, 18),
            (
                row("Rating label and CE/UKCA marking", "as approved artwork", "13", "Conform", "Pass"),
                row("Carton drop test", "ISTA 1A, 76 cm, 10 drops", "1", "Conform", "Pass"),
                row("Shipping mark", "as client's instruction", "3", "Conform", "Pass"),
                row("Carton gross weight", f"{lot.gross[0]} kg on the mark", "3", f"{lot.gross[1]} kg", "Pass",
                     called_for=False),
                row("Barcode scan", "readable, right number", "5", "Conform", "Pass", called_for=False),
            ),
            values=(2, 3),
            numbered=True,
        ),
        Signature(
            "For and on behalf of", "Tallis Brook Inspection (Ningbo) Co., Ltd.",
            (("Xu Haoran", "Inspector"), ("Gao Lin", "Report reviewer")),
        ),
    )  # fmt: skip


def inspection(lot: Lot) -> SampleReport:
    return SampleReport(
        _ISSUER, "Inspection Report", "Report No.", lot.number, "Report date", "Nov 06, 2026",
        (*_general(lot), *_workmanship(lot), *_checks(lot)),
    )  # fmt: skip
