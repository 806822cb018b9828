"""RoHS reports of a laboratory on a submitted sample: three materials, a table over several pages."""

from __future__ import annotations

from dataclasses import replace

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
    varied,
)

_COMPANY = "Corvane Materials Laboratory (Dongguan) Co., Ltd."
_ISSUER = Letterhead(
    name=_COMPANY,
    tagline="Chemical and materials testing",
    foot=(
        "2/F, Block A, 6 Keji West Road, Songshan Lake, Dongguan, Guangdong, China",
        "Tel. +86 769 5550 0193   service@corvane-lab.example   www.corvane-lab.example",
    ),
    small_print=(
        "Unless we agreed otherwise in writing, this report refers to the tested sample alone and says "
        "nothing about the consignment from which it may have been taken. Sampling was not part of the "
        "order. What we owe is limited to the price of the tests, and claims reach us in time only within "
        "thirty days of the date of issue. The report may be passed on as a complete copy; a partial copy "
        "needs our consent, and a version with changes of any kind is void. The sample is kept for thirty "
        "days unless it was used up. We reject responsibility for data that the client supplied, such as "
        "names, models and suppliers."
    ),
    style="laboratory",
    colour="#b3541e",
)


def _row(name: str, limit: str, mdl: str, *found: str, called_for: bool = True) -> Row:
    return Row(name, (limit, "mg/kg", mdl, *found), called_for)


def _clean(name: str, limit: str, mdl: str) -> Row:
    return _row(name, limit, mdl, "ND", "ND", "ND")


def _congeners(stem: str, short: str) -> tuple[Row, ...]:
    counts = "Mono Di Tri Tetra Penta Hexa Hepta Octa Nona Deca".split()
    return tuple(
        _row(f"{count}bromo{stem} ({count}{short})", "-", "5", "ND", "ND", "ND", called_for=False)
        for count in counts
    )


_COLUMNS = ("Test Item(s)", "Limit", "Unit(s)", "MDL", "A1", "A2", "A3")
_WIDTHS = (66.0, 18.0, 18.0, 16.0, 18.0, 18.0, 18.0)
_VALUES = (3, 4, 5)

_METALS = Results(
    _COLUMNS, _WIDTHS,
    (
        _row("Cadmium (Cd)", "100", "2", "ND", "ND", "ND"),
        _row("Lead (Pb)", "1000", "2", "ND", "4", "11"),
        _row("Mercury (Hg)", "1000", "2", "ND", "ND", "ND"),
        _row("Hexavalent chromium (Cr(VI))", "1000", "8", "ND", "ND", "ND"),
    ),
    _VALUES,
)  # fmt: skip
_FLAME_RETARDANTS = Results(
    _COLUMNS, _WIDTHS,
    (
        _clean("Sum of PBBs", "1000", "5"),
        *_congeners("biphenyl", "BB"),
        _clean("Sum of PBDEs", "1000", "5"),
        *_congeners("diphenyl ether", "BDE"),
    ),
    _VALUES,
)  # fmt: skip
_PHTHALATES = Results(
    _COLUMNS, _WIDTHS,
    (
        _row("Bis(2-ethylhexyl) phthalate (DEHP)", "1000", "50", "ND", "ND", "86"),
        _clean("Butyl benzyl phthalate (BBP)", "1000", "50"),
        _clean("Dibutyl phthalate (DBP)", "1000", "50"),
        _clean("Diisobutyl phthalate (DIBP)", "1000", "50"),
    ),
    _VALUES,
)  # fmt: skip

_REQUESTED = (
    "Directive 2011/65/EU (RoHS), Annex II: lead, cadmium, mercury, hexavalent chromium, PBBs and PBDEs"
)
_AMENDED = "Delegated Directive (EU) 2015/863, Annex II: DEHP, BBP, DBP and DIBP"

_FRONT: tuple[Block, ...] = (
    Facts(
        (
            ("Client Name", "Dongguan Weilin Precision Moulding Co., Ltd."),
            ("Client Address", "Building 3, 27 Songtang Road, Tangxia, Dongguan, Guangdong, China"),
            ("Sample Name", "Junction box housing"),
            ("Model No.", "WJ-1208"),
            ("Sample Receiving Date", "Oct 08, 2026"),
            ("Testing Period", "Oct 08, 2026 to Oct 15, 2026"),
        ),
        ruled=False,
    ),
    Paragraph("The sample and the information above were submitted and identified by the client.", bold=True),
    Facts(
        (("Test Requested", "Selected tests as requested by the client, see the table below."),), ruled=False
    ),
)
_SPECIMENS: tuple[Block, ...] = (
    Heading("Test Part Description"),
    Grid(
        (
            ("Specimen No.", "Description", "Material"),
            ("A1", "Light grey housing body", "ABS"),
            ("A2", "Light grey lid", "ABS"),
            ("A3", "Black gasket", "TPE"),
        ),
        (36, 90, 46),
    ),
)
_SIGNED = Signature(
    "Signed for and on behalf of", _COMPANY, (("Tang Wenhao", "Technical manager"), ("Ivy Zhong", "Reviewer"))
)
_NOTES: tuple[Block, ...] = (
    Paragraph("Notes:", bold=True),
    Paragraph("(1) 1 mg/kg = 1 ppm = 0.0001 %"),
    Paragraph('(2) MDL = Method Detection Limit; ND = Not Detected (lower than MDL); "-" = not regulated'),
    Paragraph(
        "(3) The limits are quoted from the directives named on page 1 and apply to homogeneous materials."
    ),
)


def _requested(*rows: tuple[str, str]) -> Grid:
    return Grid((("Test Requirement", "Conclusion"), *rows), (134, 38))


def _section(title: str, method: str, table: Results) -> tuple[Block, ...]:
    return (Heading(title), Paragraph(f"Test Method:  {method}"), table)


_METAL_METHODS = (
    "With reference to IEC 62321-4:2013+AMD1:2017, IEC 62321-5:2013 and IEC 62321-7-2:2017; "
    "ICP-OES and UV-Vis."
)
_FULL: tuple[Block, ...] = (
    *_FRONT,
    _requested((_REQUESTED, "Pass"), (_AMENDED, "Pass")),
    Conclusion("Overall conclusion", "PASS", "Based on the tests on the specimens A1 to A3, see the following pages."),
    _SIGNED,
    NewPage(),
    *_SPECIMENS,
    *_section("Heavy metals", _METAL_METHODS, _METALS),
    *_section("Flame retardants", "With reference to IEC 62321-6:2015; GC-MS.", _FLAME_RETARDANTS),
    *_section("Phthalates", "With reference to IEC 62321-8:2017; GC-MS.", _PHTHALATES),
    *_NOTES,
    Paragraph("*** End of Report ***", bold=True),
)  # fmt: skip

_PASS = SampleReport(_ISSUER, "Test Report", "No.", "CMLD26100815702", "Date", "Oct 15, 2026", _FULL)


def _plasticiser() -> SampleReport:
    """The gasket holds DEHP above the limit."""
    changes = {
        "No.": "CMLD26100816344",
        "Bis(2-ethylhexyl) phthalate (DEHP)": "ND | ND | 2140",
        "Overall conclusion": "FAIL",
    }
    report = varied(_PASS, frozenset(), changes)
    failed = _requested((_REQUESTED, "Pass"), (_AMENDED, "Fail"))

    def changed(block: Block) -> Block:
        return failed if isinstance(block, Grid) and block.rows[0][0] == "Test Requirement" else block

    return replace(report, blocks=tuple(changed(block) for block in report.blocks))


def _six_substances() -> SampleReport:
    """Only the six substances of the directive as it was before 2015 were ordered: no phthalates."""
    phthalates = {row.name for row in _PHTHALATES.rows}
    report = varied(_PASS, frozenset(phthalates), {"No.": "CMLD26100817091"})
    kept = tuple(block for block in report.blocks if not _about_phthalates(block))
    narrowed = (
        _requested((_REQUESTED, "Pass")) if isinstance(b, Grid) and b.rows[0][0] == "Test Requirement" else b
        for b in kept
    )
    return replace(report, blocks=tuple(narrowed))


def _about_phthalates(block: Block) -> bool:
    match block:
        case Heading():
            return block.text == "Phthalates"
        case Paragraph():
            return "62321-8" in block.text
        case Results():
            return not block.rows
        case _:
            return False


REPORTS = {
    "plastic-parts/pass-rohs": _PASS,
    "plastic-parts/fail-rohs": _plasticiser(),
    "plastic-parts/incomplete-rohs": _six_substances(),
}
