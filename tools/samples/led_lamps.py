"""Pre-shipment inspections of two lamp models, one report for each model."""

from __future__ import annotations

from dataclasses import replace

from samples.blocks import Block, Grid, Results, SampleReport, row, varied, with_note
from samples.lamp_inspection import Lot, inspection

_A60 = Lot(
    number="TB-NB-261105-01",
    goods="LED lamp A60 9 W E27 warm white",
    model="HL-A60-9W",
    quantity="24,000 pcs",
    cartons="240",
    opened="16",
    lot_range="10,001 to 35,000",
    letter="M",
    size="315",
    major=("14", "15", "6"),
    minor=("21", "22", "9"),
    defects=(
        ("Glue residue on the collar", "0", "0", "5"),
        ("Light scratch on the bulb, longer than 5 mm", "0", "0", "4"),
        ("Bulb not seated straight, more than 2 degrees", "0", "4", "0"),
        ("Retail box crushed", "0", "2", "0"),
    ),
    measured=(
        row("Power", "9.0 ± 0.9", "W", "8.7 - 9.1", "Pass"),
        row("Luminous flux", "Min. 806", "lm", "819 - 842", "Pass"),
        row("Correlated colour temperature", "2725 ± 145", "K", "2694 - 2758", "Pass"),
        row("Colour rendering index", "Min. 80", "-", "82", "Pass"),
        row("Power factor", "Min. 0.5", "-", "0.56", "Pass"),
        row("Overall length", "108 ± 2", "mm", "107.6 - 108.3", "Pass"),
        row("Bulb diameter", "60 ± 1", "mm", "59.8 - 60.2", "Pass"),
    ),
    gross=("5.4", "5.5"),
)

_G95 = Lot(
    number="TB-NB-261105-02",
    goods="LED globe lamp G95 12 W E27 neutral white",
    model="HL-G95-12W",
    quantity="9,000 pcs",
    cartons="180",
    opened="14",
    lot_range="3,201 to 10,000",
    letter="L",
    size="200",
    major=("10", "11", "3"),
    minor=("14", "15", "8"),
    defects=(
        ("Dust under the diffuser, visible at 30 cm", "0", "0", "5"),
        ("Retail box print out of register", "0", "0", "3"),
        ("Solder spot on the cap too high", "0", "3", "0"),
    ),
    measured=(
        row("Power", "12.0 ± 1.2", "W", "11.6 - 12.2", "Pass"),
        row("Luminous flux", "Min. 1,055", "lm", "1,071 - 1,096", "Pass"),
        row("Correlated colour temperature", "3985 ± 275", "K", "3920 - 4055", "Pass"),
        row("Colour rendering index", "Min. 80", "-", "83", "Pass"),
        row("Power factor", "Min. 0.5", "-", "0.58", "Pass"),
        row("Overall length", "135 ± 2", "mm", "134.5 - 135.6", "Pass"),
        row("Bulb diameter", "95 ± 1.5", "mm", "94.6 - 95.3", "Pass"),
    ),
    gross=("6.1", "6.2"),
)


def _noted(report: SampleReport, section: str, finding: str, note: str) -> SampleReport:
    """The report with another finding in one row of its summary, and the reason under the conclusion."""

    def changed(block: Block) -> Block:
        if not isinstance(block, Grid) or block.rows[0][0] != "Section":
            return block
        rows = (
            (first, finding, "see note") if first.startswith(section) else (first, *rest)
            for first, *rest in block.rows
        )
        return replace(block, rows=tuple(rows))

    return with_note(replace(report, blocks=tuple(changed(block) for block in report.blocks)), note)


def _too_many_defects() -> SampleReport:
    worse = (
        ("Glue residue on the collar", "0", "0", "7"),
        ("Light scratch on the bulb, longer than 5 mm", "0", "0", "6"),
        ("Bulb not seated straight, more than 2 degrees", "0", "11", "0"),
        ("Bulb loose in the collar, can be turned", "0", "8", "0"),
    )
    lot = replace(
        _A60, number="TB-NB-261105-07", defects=worse, major=("14", "15", "19"), minor=("21", "22", "13")
    )
    report = varied(inspection(lot), frozenset(), {"Overall conclusion": "FAIL"})
    note = "Major defects beyond AQL: 19 found, 14 accepted. All other sections conform."
    return _noted(report, "D", "Beyond AQL", note)


def _wrong_colour() -> SampleReport:
    lot = replace(_G95, number="TB-NB-261105-08")
    changes = {
        "Correlated colour temperature": "4290 - 4385",
        "Overall conclusion": "PENDING, for client's decision",
    }
    report = varied(inspection(lot), frozenset(), changes)
    note = "The colour temperature of all 8 lamps lies above the range that the client gave; see section E."
    return _verdict(_noted(report, "E", "Pending", note), "Correlated colour temperature", "Pending")


def _verdict(report: SampleReport, name: str, verdict: str) -> SampleReport:
    def changed(block: Block) -> Block:
        if not isinstance(block, Results):
            return block
        rows = (
            replace(one, cells=(*one.cells[:-1], verdict)) if one.name == name else one for one in block.rows
        )
        return replace(block, rows=tuple(rows))

    return replace(report, blocks=tuple(changed(block) for block in report.blocks))


def _without_minor() -> SampleReport:
    """Section D gives critical and major defects only."""
    lot = replace(_A60, number="TB-NB-261105-11")
    return varied(inspection(lot), frozenset({"Minor"}), {})


def _without_flux() -> SampleReport:
    """The sphere was away for calibration, and the report passes over the luminous flux in silence."""
    lot = replace(_G95, number="TB-NB-261105-12")
    return varied(inspection(lot), frozenset({"Luminous flux"}), {})


REPORTS = {
    "led-lamps/pass-1": inspection(_A60),
    "led-lamps/pass-2": inspection(_G95),
    "led-lamps/fail-1": _too_many_defects(),
    "led-lamps/fail-2": _wrong_colour(),
    "led-lamps/incomplete-1": _without_minor(),
    "led-lamps/incomplete-2": _without_flux(),
}
