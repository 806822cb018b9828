"""One report layout a case: what is drawn, and the rows that a person would read from it.

Each expected row is parameter, specimen, unit, limit, result.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from tests.reading.paper import Sheet, read
from tradedocs.model.report import Report

Row = tuple[str, str | None, str | None, str | None, str | None]


def found(report: Report) -> list[Row]:
    return [(r.parameter, r.specimen, r.unit, r.limit, r.result) for r in report.results]


def ruled(
    *rows: list[str], widths: list[float] | None = None, script: str | None = None
) -> Callable[[Sheet], None]:
    def draw(sheet: Sheet) -> None:
        if script:
            sheet.script(script)
        sheet.ruled(40, 150, widths or [520 / len(rows[0])] * len(rows[0]), rows)

    return draw


def loose(
    xs: list[float], *rows: list[str], script: str | None = None, high: float = 14
) -> Callable[[Sheet], None]:
    def draw(sheet: Sheet) -> None:
        if script:
            sheet.script(script)
        sheet.columns(xs, 150, rows, high)

    return draw


CASES: dict[str, tuple[Callable[[Sheet], None], list[Row]]] = {
    "chinese": (
        ruled(
            ["序号", "检测项目", "单位", "标准要求", "检测结果", "单项判定", "检测方法"],
            ["1", "水分", "%", "≤14.0", "12.6", "合格", "GB 5009.3"],
            ["2", "铅", "mg/kg", "≤0.2", "未检出", "合格", "GB 5009.12"],
            script="chinese",
        ),
        [("水分", None, "%", "≤14.0", "12.6"), ("铅", None, "mg/kg", "≤0.2", "未检出")],
    ),
    "korean": (
        ruled(
            ["시험항목", "단위", "시험방법", "검출한계", "결과"],
            ["납", "mg/kg", "IEC 62321-5", "2", "불검출"],
            ["카드뮴", "mg/kg", "IEC 62321-5", "2", "5"],
            script="korean",
        ),
        [("납", None, "mg/kg", None, "불검출"), ("카드뮴", None, "mg/kg", None, "5")],
    ),
    "german": (
        loose(
            [50, 180, 250, 330, 420, 500],
            ["Parameter", "Einheit", "Ergebnis", "BG", "Grenzwert", "Methode"],
            ["Trockenverlust", "g/100 g", "3,45", "0,1", "max. 5,0", "ASU L 06"],
            ["Blei", "mg/kg", "< 0,02", "0,02", "0,10", "DIN EN 15763"],
            ["Salmonellen", "/25 g", "nicht nachweisbar", "", "negativ", "ISO 6579"],
        ),
        [
            ("Trockenverlust", None, "g/100 g", "max. 5,0", "3,45"),
            ("Blei", None, "mg/kg", "0,10", "< 0,02"),
            ("Salmonellen", None, "/25 g", "negativ", "nicht nachweisbar"),
        ],
    ),
    "french": (
        ruled(
            ["Paramètre", "Méthode", "Unité", "Résultat", "Valeur limite", "Conformité"],
            ["Humidité", "NF ISO 712", "%", "13,2", "15,0", "Conforme"],
            ["Germes aérobies", "NF EN ISO 4833", "UFC/g", "1 200", "10 000", "Conforme"],
        ),
        [("Humidité", None, "%", "15,0", "13,2"), ("Germes aérobies", None, "UFC/g", "10 000", "1 200")],
    ),
    "spanish": (
        ruled(
            ["Ensayo", "Método", "Resultado", "Unidad", "Límite"],
            ["Humedad", "AOAC 925.10", "11,8", "%", "14,0"],
            ["Aflatoxina B1", "HPLC", "No detectado", "µg/kg", "2"],
        ),
        [("Humedad", None, "%", "14,0", "11,8"), ("Aflatoxina B1", None, "µg/kg", "2", "No detectado")],
    ),
    "turkish": (
        ruled(
            ["Parametre", "Birim", "Metot", "Sonuç", "Limit"],
            ["Rutubet", "%", "TS 1135", "9,8", "14,5"],
        ),
        [("Rutubet", None, "%", "14,5", "9,8")],
    ),
    "greek": (
        ruled(
            ["Παράμετρος", "Μονάδα", "Μέθοδος", "Αποτέλεσμα", "Όριο"],
            ["Οξύτητα", "%", "COI T.20", "0,35", "0,80"],
            ["Υπεροξείδια", "meq/kg", "COI T.20", "7,2", "20"],
            script="chinese",
        ),
        [("Οξύτητα", None, "%", "0,80", "0,35"), ("Υπεροξείδια", None, "meq/kg", "20", "7,2")],
    ),
    "russian": (
        ruled(
            ["Показатель", "Ед. изм.", "Норма по НД", "Результат", "НД на метод"],
            ["Влажность", "%", "не более 14,0", "12,4", "ГОСТ 13586"],
            script="chinese",
        ),
        [("Влажность", None, "%", "не более 14,0", "12,4")],
    ),
    "bounds beside the result": (
        ruled(["Characteristic", "Unit", "Min", "Max", "Result"], ["Protein", "%", "11.5", "13.0", "12.1"]),
        [("Protein", None, "%", "11.5 - 13.0", "12.1")],
    ),
    "elements across, rows of bounds and result": (
        ruled(
            ["Heat No.", "C %", "Si %", "Mn %", "P %"],
            ["Min", "", "0.15", "0.90", ""],
            ["Max", "0.20", "0.50", "1.60", "0.025"],
            ["H-4711", "0.17", "0.31", "1.42", "0.011"],
        ),
        [
            ("C", "H-4711", "%", "max 0.20", "0.17"),
            ("Si", "H-4711", "%", "0.15 - 0.50", "0.31"),
            ("Mn", "H-4711", "%", "0.90 - 1.60", "1.42"),
            ("P", "H-4711", "%", "max 0.025", "0.011"),
        ],
    ),
    "groups of columns over each specimen": (
        ruled(
            ["Sample No.", "Before", "<", "After", "<", "Mass loss (%)"],
            ["^", "Mass (g)", "Voltage (V)", "Mass (g)", "Voltage (V)", "^"],
            ["B1", "35.856", "4.17", "35.855", "4.16", "0.003"],
            ["B2", "35.767", "4.18", "35.767", "4.18", "0.000"],
        ),
        [
            (name, specimen, unit, None, value)
            for specimen, values in (
                ("B1", ("35.856", "4.17", "35.855", "4.16", "0.003")),
                ("B2", ("35.767", "4.18", "35.767", "4.18", "0.000")),
            )
            for name, unit, value in zip(
                ("Before Mass", "Before Voltage", "After Mass", "After Voltage", "Mass loss"),
                ("g", "V", "g", "V", "%"),
                values,
                strict=True,
            )
        ],
    ),
    "the limit of one column among several quantities": (
        ruled(
            ["Type", "Power (dBm)", "Field strength (V/m)", "Limit", "Result"],
            ["Band 1", "12.2", "3.53", "40.39", "Pass"],
            ["Band 3", "10.0", "2.74", "61.00", "Pass"],
        ),
        [
            ("Power", "Band 1", "dBm", None, "12.2"),
            ("Field strength", "Band 1", "V/m", "40.39", "3.53"),
            ("Power", "Band 3", "dBm", None, "10.0"),
            ("Field strength", "Band 3", "V/m", "61.00", "2.74"),
        ],
    ),
    "a checklist of requirements": (
        ruled(
            ["Clause", "Requirement + Test", "Result - Remark", "Verdict"],
            ["4.1", "Enclosure without sharp edges", "No sharp edges", "P"],
            ["4.2", "Rating label is durable", "", "N/A"],
            widths=[60, 220, 160, 80],
        ),
        [
            ("Enclosure without sharp edges", None, None, None, "No sharp edges"),
            ("Rating label is durable", None, None, None, "N/A"),
        ],
    ),
    "columns headed by units alone": (
        loose(
            [60, 200, 280],
            ["Analyte", "% (w/w)", "mg/g"],
            ["Alpha", "0.0723", "0.723"],
            ["Beta", "NOT DETECTED", "NOT DETECTED"],
        ),
        [
            ("Alpha", None, "% (w/w)", None, "0.0723"),
            ("Alpha", None, "mg/g", None, "0.723"),
            ("Beta", None, "% (w/w)", None, "NOT DETECTED"),
            ("Beta", None, "mg/g", None, "NOT DETECTED"),
        ],
    ),
    "units in brackets under the labels, names wider than their heading": (
        loose(
            [70, 200, 280, 360],
            ["", "LOQ", "Result", ""],
            ["Analyte", "(ppb)", "(ppb)", "Limit (ppb)"],
            ["Arsenic", "151.4", "BLQ", "200.0"],
            ["Cadmium", "151.4", "BLQ", "200.0"],
        ),
        [("Arsenic", None, "ppb", "200.0", "BLQ"), ("Cadmium", None, "ppb", "200.0", "BLQ")],
    ),
    "two limits beside each other": (
        loose(
            [50, 130, 230, 330, 430],
            ["Metal", "All Use Limit", "Ingest Limit", "Result", "All Use (P/F)"],
            ["Arsenic", "200", "1500", "NOT DETECTED", "PASS"],
            ["Lead", "500", "1000", "NOT DETECTED", "PASS"],
            high=18,
        ),
        [("Arsenic", None, None, "200", "NOT DETECTED"), ("Lead", None, None, "500", "NOT DETECTED")],
    ),
    "a product's acceptance criteria": (
        ruled(
            ["Test", "Acceptance criteria", "Result"],
            ["Appearance", "White powder", "Conforms"],
            ["Loss on drying", "Not more than 0.5 %", "0.2 %"],
            ["Salmonella", "Absence per 10 g", "Complies"],
            ["Assay", "98.0 - 102.0 %", "99.6 %"],
        ),
        [
            ("Appearance", None, None, "White powder", "Conforms"),
            ("Loss on drying", None, "%", "Not more than 0.5 %", "0.2"),
            ("Salmonella", None, None, "Absence per 10 g", "Complies"),
            ("Assay", None, "%", "98.0 - 102.0 %", "99.6"),
        ],
    ),
    "water": (
        loose(
            [50, 170, 240, 310, 390],
            ["Parameter", "Unit", "LOQ", "Result", "Method"],
            ["pH", "-", "", "7.4", "ISO 10523"],
            ["Nitrate", "mg/L", "0.5", "<0.5", "ISO 10304"],
            ["E. coli", "CFU/100ml", "1", "0", "ISO 9308"],
        ),
        [
            ("pH", None, "-", None, "7.4"),
            ("Nitrate", None, "mg/L", None, "<0.5"),
            ("E. coli", None, "CFU/100ml", None, "0"),
        ],
    ),
    "column pairs side by side": (
        ruled(
            ["Analyte", "Limit", "Result", "Analyte", "Limit", "Result"],
            ["Aldrin", "0.01", "ND", "Captan", "0.02", "0.015"],
            ["Dieldrin", "0.01", "ND", "Folpet", "0.02", "ND"],
        ),
        [
            ("Aldrin", None, None, "0.01", "ND"),
            ("Dieldrin", None, None, "0.01", "ND"),
            ("Captan", None, None, "0.02", "0.015"),
            ("Folpet", None, None, "0.02", "ND"),
        ],
    ),
    "two languages in a heading": (
        ruled(
            ["检测项目 Test Item", "单位 Unit", "检测结果 Test Result", "限值 Limit"],
            ["铅 Lead (Pb)", "mg/kg", "N.D.", "1000"],
            script="chinese",
        ),
        [("铅 Lead (Pb)", None, "mg/kg", "1000", "N.D.")],
    ),
    "letter-spaced text": (
        loose(
            [50, 200, 300, 400],
            ["P a r a m e t e r", "U n i t", "R e s u l t", "L i m i t"],
            ["M o i s t u r e", "%", "1 2 . 5", "1 4 . 0"],
            ["P r o t e i n", "%", "1 1 . 2", "1 1 . 0"],
            high=16,
        ),
        [("Moisture", None, "%", "14.0", "12.5"), ("Protein", None, "%", "11.0", "11.2")],
    ),
    "specimens over their units without lines": (
        loose(
            [50, 130, 220, 320],
            ["Specimen", "Thickness", "Yield strength", "Elongation"],
            ["No.", "mm", "MPa", "%"],
            ["T1", "3.02", "355", "24.5"],
            ["T2", "3.01", "361", "23.0"],
        ),
        [
            (name, specimen, unit, None, value)
            for specimen, values in (("T1", ("3.02", "355", "24.5")), ("T2", ("3.01", "361", "23.0")))
            for name, unit, value in zip(
                ("Thickness", "Yield strength", "Elongation"), ("mm", "MPa", "%"), values, strict=True
            )
        ],
    ),
    "a Chinese mill certificate with the standard in a row": (
        ruled(
            ["炉号", "C", "Si", "Mn", "P"],
            ["单位", "%", "%", "%", "%"],
            ["标准", "≤0.20", "≤0.35", "≤1.40", "≤0.045"],
            ["H2201", "0.17", "0.21", "0.52", "0.018"],
            script="chinese",
        ),
        [
            ("C", "H2201", "%", "≤0.20", "0.17"),
            ("Si", "H2201", "%", "≤0.35", "0.21"),
            ("Mn", "H2201", "%", "≤1.40", "0.52"),
            ("P", "H2201", "%", "≤0.045", "0.018"),
        ],
    ),
    "a limit in another unit than the result keeps it": (
        ruled(["Analyte", "Result mg/kg", "Result %", "Limit mg/kg"], ["Lead", "45", "0.0045", "100"]),
        [("Lead", None, "mg/kg", "100", "45"), ("Lead", None, "%", "100 mg/kg", "0.0045")],
    ),
    "wanted and found": (
        ruled(
            ["Prüfmerkmal", "Soll", "Ist", "Einheit", "Bewertung"],
            ["Dicke", "2,0 ± 0,1", "2,03", "mm", "i. O."],
        ),
        [("Dicke", None, "mm", "2,0 ± 0,1", "2,03")],
    ),
    "numbered rows under a number": (
        ruled(
            ["1.", "Parameter", "Result", "Unit"],
            ["1.1", "Arsenic", "<0.1", "mg/kg"],
            ["1.2", "Lead", "0.3", "mg/kg"],
        ),
        [("Arsenic", None, "mg/kg", None, "<0.1"), ("Lead", None, "mg/kg", None, "0.3")],
    ),
    "specimens down, each quantity with its unit": (
        ruled(
            ["Sample", "Moisture (%)", "Density (g/cm3)"], ["A-01", "12.1", "0.55"], ["A-02", "12.3", "0.56"]
        ),
        [
            ("Moisture", "A-01", "%", None, "12.1"),
            ("Density", "A-01", "g/cm3", None, "0.55"),
            ("Moisture", "A-02", "%", None, "12.3"),
            ("Density", "A-02", "g/cm3", None, "0.56"),
        ],
    ),
    "dotted leaders": (
        lambda s: [
            s.text(60, 200 + 14 * k, f"{a} {'.' * 40} : {b}")
            for k, (a, b) in enumerate((("Moisture", "0.04 %"), ("Polarisation", "99.82 °Z")))
        ],
        [("Moisture", None, "%", None, "0.04"), ("Polarisation", None, "°Z", None, "99.82")],
    ),
    "deviations from a nominal size": (
        ruled(
            ["No.", "Size", "Spec", "S1", "S2", "Tol in inches"],
            ["1", "Length", '28"', "-1/2", "+1/4", "± 1"],
            ["2", "Width", '18"', "-1/4", "OK", "± 1/2"],
        ),
        [
            ("Length", "S1", "inches", "± 1", "-1/2"),
            ("Length", "S2", "inches", "± 1", "+1/4"),
            ("Width", "S1", "inches", "± 1/2", "-1/4"),
            ("Width", "S2", "inches", "± 1/2", "OK"),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_layout(name: str, tmp_path: Path) -> None:
    draw, expected = CASES[name]
    assert found(read(tmp_path, draw)) == expected


@pytest.mark.parametrize("name", CASES)
def test_a_clear_layout_leaves_no_doubt(name: str, tmp_path: Path) -> None:
    report = read(tmp_path, CASES[name][0])
    assert [(r.parameter, r.result, r.doubt) for r in report.results if r.doubt] == []
    assert [item.code for item in report.unread] == []


def _mill(sheet: Sheet) -> None:
    sheet.ruled(
        40,
        150,
        [90, 70, 70, 70, 60, 60],
        [
            ["PLATE NO.", "CHEMICAL COMPOSITION %", "<", "<", "TENSILE TEST", "<"],
            ["^", "C", "Si", "P", "Y.S.", "T.S."],
            ["^", "2", "2", "3", "MPa", "<"],
            ["^", "Nb", "V", "Ti", "^", "<"],
            ["^", "3", "3", "3", "^", "<"],
            ["^", "1=X10 2=X100 3=X1000", "<", "<", "^", "<"],
        ],
    )
    for x in (40, 130, 200, 270, 340, 400, 460):
        sheet.line(x, 258, x, 340)
    sheet.line(40, 340, 460, 340)
    rows = [
        (272, ["0103107100", "9", "30", "12", "461", "574"]),
        (284, ["", "17", "1", "14", "", ""]),
        (300, ["0103107200", "8", "31", "11", "458", "553"]),
        (312, ["", "16", "2", "13", "", ""]),
        (328, ["Test Lot No:", "", "", "", "9PA131", ""]),
    ]
    for y, cells in rows:
        for x, cell in zip((44, 136, 206, 276, 346, 406), cells, strict=True):
            if cell:
                sheet.text(x, y, cell, 8)


def test_several_heats_in_one_drawn_cell_under_scaled_headings(tmp_path: Path) -> None:
    report = read(tmp_path, _mill)
    read_ = {(r.specimen, r.parameter): (r.result, r.value.low, r.unit) for r in report.results}
    assert read_ == {
        ("0103107100", "C"): ("9", Decimal("0.09"), "%"),
        ("0103107100", "Si"): ("30", Decimal("0.30"), "%"),
        ("0103107100", "P"): ("12", Decimal("0.012"), "%"),
        ("0103107100", "Nb"): ("17", Decimal("0.017"), "%"),
        ("0103107100", "V"): ("1", Decimal("0.001"), "%"),
        ("0103107100", "Ti"): ("14", Decimal("0.014"), "%"),
        ("0103107100", "Y.S."): ("461", Decimal(461), "MPa"),
        ("0103107100", "T.S."): ("574", Decimal(574), "MPa"),
        ("0103107200", "C"): ("8", Decimal("0.08"), "%"),
        ("0103107200", "Si"): ("31", Decimal("0.31"), "%"),
        ("0103107200", "P"): ("11", Decimal("0.011"), "%"),
        ("0103107200", "Nb"): ("16", Decimal("0.016"), "%"),
        ("0103107200", "V"): ("2", Decimal("0.002"), "%"),
        ("0103107200", "Ti"): ("13", Decimal("0.013"), "%"),
        ("0103107200", "Y.S."): ("458", Decimal(458), "MPa"),
        ("0103107200", "T.S."): ("553", Decimal(553), "MPa"),
    }
    assert all(r.doubt == () for r in report.results)


def test_a_crossed_table_goes_on_over_the_page(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(
            40,
            700,
            [80, 80, 80],
            [["Sample No.", "Mass (g)", "Voltage (V)"], ["B1", "35.8", "4.17"], ["B2", "35.7", "4.18"]],
        )
        sheet.page()
        sheet.ruled(40, 80, [80, 80, 80], [["B3", "35.9", "4.16"], ["B4", "35.6", "4.15"]])

    report = read(tmp_path, draw)
    assert [(r.place.page, r.specimen, r.parameter, r.result) for r in report.results[4:]] == [
        (2, "B3", "Mass", "35.9"),
        (2, "B3", "Voltage", "4.16"),
        (2, "B4", "Mass", "35.6"),
        (2, "B4", "Voltage", "4.15"),
    ]


def test_a_table_of_limits_gives_no_results(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(40, 130, "Reference limits")
        sheet.ruled(
            40,
            150,
            [120, 120, 120],
            [
                ["Frequency", "Field (V/m)", "Field (A/m)"],
                ["1-8 Hz", "10000", "32"],
                ["8-25 Hz", "10000", "40"],
            ],
        )

    assert read(tmp_path, draw).results == ()


def test_limits_by_category_are_understood_and_no_results(tmp_path: Path) -> None:
    head = ["Parameter", "Category 1", "Category 2", "Category 3"]
    names = ["Aphene", "Bephene", "Cephene", "Dephene"]
    report = read(tmp_path, ruled(head, *([name, "< 0.2", "< 0.5", "< 1"] for name in names)))
    assert report.results == ()
    assert report.unread == ()


def test_quality_control_of_the_laboratory_is_no_result(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(40, 130, "QC Notes: quality control checks were run alongside the samples")
        sheet.ruled(
            40, 150, [120, 120, 120], [["Analyte", "Measured (mg/L)", "Recovery (%)"], ["Lead", "4.1", "102"]]
        )

    assert read(tmp_path, draw).results == ()


def test_a_specification_without_results_gives_none(tmp_path: Path) -> None:
    report = read(
        tmp_path,
        ruled(
            ["Item Description", "Method", "Specification"],
            ["CHEMICAL", "<", "<"],
            ["Copper", "QC 100", "Not less than 10 %"],
            ["Lead", "QC 54", "Not more than 1.50 ppm"],
        ),
    )
    assert report.results == ()


@pytest.mark.parametrize(
    "draw",
    [
        lambda s: s.text(60, 200, "TOTAL THC: 19.25 %"),
        lambda s: (s.text(60, 200, "19.25 %", 16), s.text(60, 214, "Total THC")),
        lambda s: (s.text(60, 200, "Total THC"), s.text(60, 216, "19.25 %", 16)),
    ],
)
def test_a_sum_in_a_box(draw: Callable[[Sheet], None], tmp_path: Path) -> None:
    (total,) = read(tmp_path, draw).results
    assert (total.parameter.casefold(), total.unit, total.result, total.value.low) == (
        "total thc",
        "%",
        "19.25",
        Decimal("19.25"),
    )


@pytest.mark.parametrize(
    "text", ["Total Weight: 959 g", "Total: 5 %", "Number of cartons: 12", "Total quantity: 400 mg"]
)
def test_a_count_is_no_result(text: str, tmp_path: Path) -> None:
    assert read(tmp_path, lambda s: s.text(60, 200, text)).results == ()


def test_a_sum_whose_box_and_table_agree_is_one_result(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(60, 120, "Total Alpha: 19.25 %")
        sheet.ruled(60, 200, [160, 80], [["Analyte", "Result (%)"], ["Total Alpha", "19.25"]])

    assert len(read(tmp_path, draw).results) == 1


def test_section_and_basis(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(40, 120, "Proximate analysis")
        sheet.ruled(
            40,
            140,
            [160, 60, 120, 120],
            [
                ["Parameter", "Unit", "Result (as received)", "Result (dry basis)"],
                ["Ash", "%", "8.1", "8.9"],
                ["Ultimate analysis", "<", "<", "<"],
                ["Sulphur", "%", "0.41", "0.45"],
            ],
        )

    report = read(tmp_path, draw)
    assert [(r.section, r.parameter, r.basis, r.result) for r in report.results] == [
        ("Proximate analysis", "Ash", "as received", "8.1"),
        ("Proximate analysis", "Ash", "dry basis", "8.9"),
        ("Ultimate analysis", "Sulphur", "as received", "0.41"),
        ("Ultimate analysis", "Sulphur", "dry basis", "0.45"),
    ]


def test_the_unit_of_a_title_holds_for_its_table(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(50, 130, "METALS (ppb)")
        sheet.columns(
            [50, 200, 300],
            150,
            [["Metal", "Limit", "Result"], ["Lead", "500", "12"], ["Arsenic", "200", "8"]],
        )

    assert {r.unit for r in read(tmp_path, draw).results} == {"ppb"}


def test_one_item_of_several_lines_is_one_result(tmp_path: Path) -> None:
    report = read(
        tmp_path,
        ruled(
            ["Clause", "Requirements", "Result", "Verdict"],
            ["1", "Test 1: Altitude", "No leakage", "P"],
            ["^", "Cells are stored at low pressure", "^", "^"],
            ["^", "Cells meet this when nothing leaks", "^", "^"],
            ["2", "Test 2: Thermal", "No fire", "P"],
            ["^", "Cells are stored hot and cold", "^", "^"],
            widths=[50, 230, 140, 80],
        ),
    )
    assert [(r.parameter, r.result, r.verdict) for r in report.results] == [
        ("Test 1: Altitude", "No leakage", "P"),
        ("Test 2: Thermal", "No fire", "P"),
    ]
