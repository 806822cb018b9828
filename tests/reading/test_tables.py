from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from tests.reading.paper import Sheet, read, rows

HEAD = ["Test Item", "Unit", "MDL", "Result", "Limit"]
LEAD = ["Lead (Pb)", "mg/kg", "2", "N.D.", "100"]
WIDTHS = [160, 60, 60, 80, 80]


def test_a_ruled_table(tmp_path: Path) -> None:
    report = read(tmp_path, lambda s: s.ruled(60, 200, WIDTHS, [HEAD, LEAD]))
    (lead,) = report.results
    assert (lead.parameter, lead.unit, lead.mdl, lead.result, lead.limit) == (
        "Lead (Pb)",
        "mg/kg",
        "2",
        "N.D.",
        "100",
    )
    assert (lead.value.not_detected, lead.value.high, lead.doubt) == (True, Decimal(2), ())
    assert lead.place.page == 1
    assert lead.place.box is not None
    assert 215 < lead.place.box[1] < lead.place.box[3] < 240


def test_the_order_of_columns_does_not_matter(tmp_path: Path) -> None:
    report = read(
        tmp_path,
        lambda s: s.ruled(
            60,
            200,
            WIDTHS,
            [["Limit", "Result", "MDL", "Unit", "Test Item"], ["100", "45", "2", "mg/kg", "Lead"]],
        ),
    )
    (lead,) = report.results
    assert (lead.parameter, lead.unit, lead.mdl, lead.result, lead.limit) == (
        "Lead",
        "mg/kg",
        "2",
        "45",
        "100",
    )


def test_an_unruled_table(tmp_path: Path) -> None:
    report = read(
        tmp_path,
        lambda s: s.columns(
            [60, 220, 280, 340, 420], 200, [HEAD, LEAD, ["Cadmium", "mg/kg", "2", "5", "300"]]
        ),
    )
    assert rows(report) == [("Lead (Pb)", None, "N.D."), ("Cadmium", None, "5")]
    assert [r.limit for r in report.results] == ["100", "300"]


def test_one_column_for_each_specimen_under_a_common_heading(tmp_path: Path) -> None:
    head = [["Item", "Unit", "Results", "<", "Limit"], ["^", "^", "(1)", "(2)", "^"]]
    report = read(
        tmp_path, lambda s: s.ruled(60, 200, WIDTHS, [*head, ["Lead", "ppm", "N.D.", "8853", "100"]])
    )
    assert rows(report) == [("Lead", "(1)", "N.D."), ("Lead", "(2)", "8853")]
    assert {r.unit for r in report.results} == {"ppm"}
    assert {r.limit for r in report.results} == {"100"}


def test_the_result_column_may_be_headed_by_the_specimen_alone(tmp_path: Path) -> None:
    report = read(
        tmp_path,
        lambda s: s.ruled(
            60,
            200,
            WIDTHS,
            [["Test Item", "Limit", "Unit", "MDL", "A1"], ["Lead", "1000", "mg/kg", "2", "66"]],
        ),
    )
    (lead,) = report.results
    assert (lead.specimen, lead.result, lead.limit, lead.doubt) == ("A1", "66", "1000", ())


def test_the_unit_in_a_heading_holds_for_its_rows(tmp_path: Path) -> None:
    report = read(
        tmp_path,
        lambda s: s.ruled(
            60,
            200,
            [160, 110, 110, 110],
            [["Test Item", "Result (mg/kg)", "MDL (mg/kg)", "Limit (mg/kg)"], ["Lead", "45", "5", "100"]],
        ),
    )
    assert report.results[0].unit == "mg/kg"


def test_a_detection_limit_in_another_unit_bounds_nothing(tmp_path: Path) -> None:
    report = read(
        tmp_path,
        lambda s: s.ruled(
            60, 200, [160, 110, 110], [["Analyte", "LOD (µg/cm²)", "Result (mg/g)"], ["Lead", "0.01", "ND"]]
        ),
    )
    assert report.results[0].value.high is None


def test_a_detection_limit_in_another_unit_of_the_same_kind_is_converted(tmp_path: Path) -> None:
    rows = [["Analyte", "LOD (%)", "LOQ (%)", "Result (mg/g)"], ["CBG", "0.01", "0.03", "ND"],
            ["CBC", "1.0E-2", "0.03", "<LOQ"]]  # fmt: skip
    report = read(tmp_path, lambda s: s.ruled(60, 200, [120, 90, 90, 110], rows))
    assert [row.value.high for row in report.results] == [Decimal("0.1"), Decimal("0.3")]
    assert [row.mdl for row in report.results] == ["0.01", "1.0E-2"]


def test_detection_and_quantification_limit_in_one_cell(tmp_path: Path) -> None:
    rows = [["Analyte", "LOD/LOQ (mg/g)", "Result (mg/g)"], ["CBG", "0.04 / 0.24", "ND"],
            ["CBC", "0.04 / 0.24", "<LOQ"]]  # fmt: skip
    report = read(tmp_path, lambda s: s.ruled(60, 200, [120, 110, 110], rows))
    assert [row.value.high for row in report.results] == [Decimal("0.04"), Decimal("0.24")]


def test_a_table_that_goes_on_without_a_heading(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(60, 600, WIDTHS, [HEAD, LEAD])
        sheet.page()
        sheet.ruled(60, 80, WIDTHS, [["Mercury (Hg)", "mg/kg", "2", "7", "1000"]])

    report = read(tmp_path, draw)
    assert rows(report) == [("Lead (Pb)", None, "N.D."), ("Mercury (Hg)", None, "7")]
    assert [r.place.page for r in report.results] == [1, 2]
    assert report.results[1].limit == "1000"


def test_limits_in_one_table_and_results_in_another(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(
            60,
            100,
            [160, 110, 60, 60, 60],
            [
                ["Test Item", "Test Method", "Unit", "Limit", "MDL"],
                ["Lead(Pb)", "IEC 62321-5", "mg/kg", "1000", "2"],
            ],
        )
        sheet.ruled(60, 300, [160, 110, 110], [["Test Item", "No.1", "No.2"], ["Lead (Pb)", "N.D.", "12"]])

    report = read(tmp_path, draw)
    assert rows(report) == [("Lead (Pb)", "No.1", "N.D."), ("Lead (Pb)", "No.2", "12")]
    assert {(r.unit, r.limit, r.mdl, r.method) for r in report.results} == {
        ("mg/kg", "1000", "2", "IEC 62321-5")
    }
    assert report.results[0].value.high == Decimal(2)


def test_two_requirements_of_one_name_are_a_doubt(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        limits = [
            ["Test Item", "Unit", "Limit"],
            ["Chromium (Metal)", "ug/cm2", "0.13"],
            ["Chromium (Nonmetal)", "mg/kg", "1000"],
        ]
        sheet.ruled(60, 100, [160, 110, 60], limits)
        sheet.ruled(60, 300, [160, 110], [["Test Item", "No.1"], ["Chromium", "12"]])

    (chromium,) = read(tmp_path, draw).results
    assert chromium.unit is None
    assert "several-requirements" in chromium.doubt


def test_panels_side_by_side_whose_rows_do_not_align(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        head = ["Analyte", "LOD", "Result"]
        sheet.columns(
            [40, 150, 200],
            200,
            [head, ["Lead", "0.05", "ND"], ["Arsenic", "0.02", "0.3"], ["Mercury", "0.02", "ND"]],
        )
        sheet.columns(
            [310, 420, 480],
            206,
            [head, ["Mould", "10", "<10"], ["Salmonella", "1", "Absent"], ["Yeast", "10", "20"]],
        )

    found = {(r.parameter, r.mdl, r.result) for r in read(tmp_path, draw).results}
    assert found == {
        ("Lead", "0.05", "ND"), ("Arsenic", "0.02", "0.3"), ("Mercury", "0.02", "ND"),
        ("Mould", "10", "<10"), ("Salmonella", "1", "Absent"), ("Yeast", "10", "20"),
    }  # fmt: skip


def test_a_raised_digit_is_an_exponent(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(60, 200, WIDTHS, [HEAD, ["Plate count", "cfu/g", "10", "", ""]])
        sheet.raised(344, 230, "10", "3")
        sheet.raised(424, 230, "10", "5")

    (count,) = read(tmp_path, draw).results
    assert (count.result, count.limit) == ("10³", "10⁵")
    assert count.value.low == Decimal(1000)


def test_two_values_that_ran_together_are_a_doubt(tmp_path: Path) -> None:
    report = read(
        tmp_path, lambda s: s.ruled(60, 200, WIDTHS, [HEAD, ["Lead", "mg/kg", "2", "100 NOT DETECTED", ""]])
    )
    assert "two-values" in report.results[0].doubt


def test_a_verdict_in_the_result_column(tmp_path: Path) -> None:
    table = [
        ["No.", "Check point", "Result"],
        ["1", "Carton drop test", "Pass"],
        ["2", "Barcode", "N/A"],
        ["3", "Size", "Pass - 45 mm"],
    ]
    report = read(tmp_path, lambda s: s.ruled(60, 200, [40, 200, 120], table))
    assert [(r.result, r.verdict) for r in report.results] == [
        ("Pass", "Pass"),
        ("N/A", "N/A"),
        ("45", "Pass"),
    ]


def test_drawn_tick_boxes(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(
            60,
            200,
            [40, 200, 220],
            [["No.", "Check point", "Conformity result"], ["1", "Retail packaging", ""]],
        )
        for x, word, crossed in ((306, "Pass", False), (366, "Fail", True)):
            sheet.canvas.rect(x, 841.89 - 232, 9, 9)
            if crossed:
                sheet.line(x, 223, x + 9, 232)
                sheet.line(x, 232, x + 9, 223)
            sheet.text(x + 12, 231, word)

    (packing,) = read(tmp_path, draw).results
    assert (packing.result, packing.verdict, packing.value.text) == ("Fail", "Fail", "fail")


def test_options_without_a_cross_are_no_verdict(tmp_path: Path) -> None:
    report = read(
        tmp_path,
        lambda s: s.ruled(
            60,
            200,
            [40, 200, 220],
            [["No.", "Check point", "Result"], ["1", "Retail packaging", "Pass Fail Pending N/A"]],
        ),
    )
    assert report.results[0].doubt == ("options-not-marked",)


def test_measurements_of_several_pieces(tmp_path: Path) -> None:
    table = [
        ["No.", "Size", "Spec", "Tolerance", "S1", "S2"],
        ["1", "Length", "120.0", "± 0.5", "120.1", "119.9"],
    ]
    report = read(tmp_path, lambda s: s.ruled(60, 200, [40, 120, 60, 70, 60, 60], table))
    assert rows(report) == [("Length", "S1", "120.1"), ("Length", "S2", "119.9")]


def test_a_conclusion_row_is_a_verdict_and_no_result(tmp_path: Path) -> None:
    table = [
        ["Item", "Unit", "MDL", "Result", "Limit"],
        ["Lead", "ppm", "2", "8853", "100"],
        ["Conclusion", "/", "/", "FAIL", "/"],
    ]
    report = read(tmp_path, lambda s: s.ruled(60, 200, WIDTHS, table))
    assert rows(report) == [("Lead", None, "8853")]
    assert report.conclusion == "fail"


def test_chinese_and_german_headings(tmp_path: Path) -> None:
    table = [
        ["Parameter", "Einheit", "Methode", "Ergebnis", "Grenzwert"],
        ["Wasser", "%", "ISO 712", "13,8", "14,0"],
    ]
    (water,) = read(tmp_path, lambda s: s.ruled(60, 200, WIDTHS, table)).results
    assert (water.unit, water.method, water.limit, water.value.low) == (
        "%",
        "ISO 712",
        "14,0",
        Decimal("13.8"),
    )


def test_minimum_and_maximum_columns_make_the_limit(tmp_path: Path) -> None:
    table = [
        ["Parameter", "Unit", "Min", "Max", "Result"],
        ["Water", "%", "", "14.0", "13.8"],
        ["Size", "mm", "2.0", "4.0", "3.1"],
    ]
    report = read(tmp_path, lambda s: s.ruled(60, 200, WIDTHS, table))
    assert [r.limit for r in report.results] == ["max 14.0", "2.0 - 4.0"]


def test_an_order_list_and_a_defect_count_are_no_results(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(
            60,
            100,
            [100, 120, 100, 100],
            [
                ["PO No.", "Product description", "PO quantity", "Packed quantity"],
                ["4711", "Towel", "4,992 pcs", "4,992 pcs"],
            ],
        )
        sheet.ruled(
            60,
            300,
            [100, 60, 60, 60],
            [["Defect", "Critical", "Major", "Minor"], ["Loose thread", "0", "1", "2"]],
        )

    report = read(tmp_path, draw)
    assert report.results == ()
    assert report.quantities.ordered is not None
    assert report.quantities.ordered.number == 4992


def test_names_that_differ_in_one_letter_are_not_joined(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        limits = [
            ["Test Item", "Unit", "Limit"],
            ["Dibutyl phthalate (DBP)", "mg/kg", "1000"],
            ["Diisobutyl phthalate (DIBP)", "%", "0.1"],
        ]
        sheet.ruled(60, 100, [160, 110, 60], limits)
        results = [
            ["Test Item", "No.1"],
            ["Dibutyl phthalate(DBP)", "12"],
            ["Diisobutyl phthalate(DIBP)", "13"],
        ]
        sheet.ruled(60, 300, [160, 110], results)

    report = read(tmp_path, draw)
    assert [(r.unit, r.limit, r.doubt) for r in report.results] == [("mg/kg", "1000", ()), ("%", "0.1", ())]


def test_a_row_for_each_specimen_and_a_column_for_each_parameter(tmp_path: Path) -> None:
    table = [
        ["Heat No.", "C", "Mn", "Yield strength"],
        ["^", "%", "%", "MPa"],
        ["H-4711", "0.19", "1.46", "552"],
        ["H-4712", "0.20", "1.41", "548"],
    ]
    report = read(tmp_path, lambda s: s.ruled(60, 200, [100, 60, 60, 100], table))
    assert rows(report)[:3] == [
        ("C", "H-4711", "0.19"),
        ("Mn", "H-4711", "1.46"),
        ("Yield strength", "H-4711", "552"),
    ]
    assert {(r.parameter, r.unit) for r in report.results} == {
        ("C", "%"),
        ("Mn", "%"),
        ("Yield strength", "MPa"),
    }


def test_scaled_figures_are_never_read_as_they_stand(tmp_path: Path) -> None:
    table = [
        ["Heat No.", "C", "Mn", "Si"],
        ["^", "x10-2", "x10-2", "x10-2"],
        *([f"H-{k}", "9", "146", "30"] for k in range(6)),
    ]
    report = read(tmp_path, lambda s: s.ruled(60, 200, [100, 60, 60, 100], table))
    assert {(r.parameter, r.result, r.value.low) for r in report.results} == {
        ("C", "9", Decimal("0.09")),
        ("Mn", "146", Decimal("1.46")),
        ("Si", "30", Decimal("0.30")),
    }


def test_analytes_across_the_top_over_their_results(tmp_path: Path) -> None:
    table = [["", "THC", "CBD", "CBN"], ["%", "0.186", "ND", "<0.01"], ["LOD", "0.001", "0.002", "0.001"]]
    report = read(tmp_path, lambda s: s.ruled(60, 200, [80, 80, 80, 80], table))
    assert [(r.parameter, r.unit, r.mdl, r.result) for r in report.results] == [
        ("THC", "%", "0.001", "0.186"), ("CBD", "%", "0.002", "ND"), ("CBN", "%", "0.001", "<0.01"),
    ]  # fmt: skip


def test_a_cell_with_one_value_in_two_units(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        cells = [
            ["Analyte", "Result", "LOD", "LLOQ"],
            ["Myrcene", "5.186 mg/g (0.5186 %)", "0.5000", "1.000"],
            ["Limonene", "3.308 mg/g (0.9308 %)", "0.5000", "2.500"],
            ["Borneol", "<LLOQ", "0.5000", "1.000"],
        ]
        sheet.columns([50, 150, 300, 360], 200, cells)

    results = read(tmp_path, draw).results
    assert [(r.parameter, r.specimen, r.result, r.unit, r.doubt) for r in results] == [
        ("Myrcene", None, "5.186", "mg/g", ()),
        ("Limonene", None, "3.308", "mg/g", ("two-values",)),
        ("Borneol", None, "<LLOQ", None, ()),
    ]


def test_a_unit_in_the_name_goes_before_one_in_the_heading_of_the_tolerance(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        cells = [
            ["Size", "Spec", "Result", "Tol in inches"],
            ["Length", "28", "28.5", "1"],
            ["Weight in grams", "/", "125", "5"],
            ["Cadmium (Cd)", "/", "7", "5"],
        ]
        sheet.ruled(50, 200, [120, 80, 80, 120], cells)

    assert [(r.parameter, r.unit) for r in read(tmp_path, draw).results] == [
        ("Length", "inches"),
        ("Weight in grams", "grams"),
        ("Cadmium (Cd)", "inches"),
    ]


def test_a_result_without_a_unit_has_the_one_of_its_limit(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        cells = [
            ["Parameter", "Limit", "Result"],
            ["Width", "6.7±0.5mm", "6.8"],
            ["Fill", "100 ± 5 %", "99"],
            ["Force", "10 N at 5 mm", "12"],
            ["Surface", "max 3 mm", "smooth"],
        ]
        sheet.ruled(50, 200, [120, 120, 120], cells)

    assert [(r.parameter, r.unit) for r in read(tmp_path, draw).results] == [
        ("Width", "mm"),
        ("Fill", None),
        ("Force", None),
        ("Surface", None),
    ]


def test_two_names_side_by_side_keep_their_own_values(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        cells = [
            ["Colour", "white", "Gross weight", "2.27 kg"],
            ["Appearance", "powder", "Moisture", "0.09 %"],
            ["Odour", "none", "Ash", "0.51 %"],
        ]
        sheet.ruled(50, 200, [100, 100, 120, 80], cells)

    assert rows(read(tmp_path, draw)) == [("Moisture", None, "0.09"), ("Ash", None, "0.51")]


def test_a_table_of_limits_by_category_under_its_title_is_no_unread_table(tmp_path: Path) -> None:
    def draw(sheet: Sheet, title: str, last: str) -> None:
        sheet.text(50, 190, title)
        cells = [
            ["Parameter", "Category 1", "Category 2", "<", "Category 3", "<"],
            ["^", "Toys for the mouth", "a. use by children", "b. other", "a. use by children", "b. other"],
            ["Chrysene mg/kg", "< 0.2", "< 0.2", "< 0.5", "< 0.5", "< 1"],
            ["Anthracene mg/kg", "< 0.2", "< 0.2", "< 0.5", "< 0.5", last],
        ]
        sheet.ruled(50, 200, [90, 90, 90, 70, 90, 60], cells)

    def unread(title: str, last: str) -> list[str]:
        return [item.code for item in read(tmp_path, lambda s: draw(s, title, last)).unread]

    assert unread("PAHs requirements of the scheme", "< 1") == []
    assert unread("PAHs found in the sample", "< 1") == ["table-not-understood"]
    assert unread("PAHs requirements of the scheme", "0.7") == ["table-not-understood"]
