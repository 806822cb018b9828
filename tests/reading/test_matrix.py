"""Tables with a row a specimen, place or frequency and a column a measured quantity."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

from tests.reading.paper import HEIGHT, Sheet, read, rows
from tradedocs.model.report import Report, Result

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))


class _Chinese(Sheet):
    """The same sheet, lettered in Chinese."""

    def __init__(self, sheet: Sheet) -> None:
        self.canvas = sheet.canvas

    def text(self, x: float, y: float, text: str, size: float = 9) -> None:
        self.canvas.setFont("STSong-Light", size)
        self.canvas.drawString(x, HEIGHT - y, text)


def _of(report: Report, specimen: str) -> dict[str, Result]:
    return {result.parameter: result for result in report.results if result.specimen == specimen}


def _values(report: Report, specimen: str) -> dict[str, str | None]:
    return {name: result.result for name, result in _of(report, specimen).items()}


def _sure(report: Report) -> bool:
    return all(result.doubt == () for result in report.results)


_BATTERY = (
    (
        "State of charge",
        "No.",
        "Before test",
        "<",
        "After test",
        "<",
        "Mass loss (%)",
        "Ratio (%)",
        "Leak",
        "Fire",
        "Status",
    ),
    ("^", "^", "Mass (g)", "OCV (V)", "Mass (g)", "OCV (V)", "^", "^", "^", "^", "^"),
)
_BATTERY_WIDTHS = (70, 30, 44, 44, 44, 44, 62, 50, 34, 34, 44)


def test_headings_of_two_levels_name_what_stands_before_and_after(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(45, 60, "T.2 Thermal cycling", 11)
        sheet.ruled(
            45,
            70,
            _BATTERY_WIDTHS,
            [
                *_BATTERY,
                ("Fully charged", "C1", "24.101", "4.17", "24.099", "4.15", "0.01", "99.5", "N", "N", "Pass"),
                ("^", "C2", "24.120", "4.18", "24.120", "4.16", "0.00", "99.5", "N", "N", "Pass"),
                ("Discharged", "C3", "24.133", "---", "24.131", "---", "0.01", "---", "N", "Y", "Fail"),
            ],
        )

    report = read(tmp_path, draw)
    assert _values(report, "C1") == {
        "Before test Mass": "24.101",
        "Before test OCV": "4.17",
        "After test Mass": "24.099",
        "After test OCV": "4.15",
        "Mass loss": "0.01",
        "Ratio": "99.5",
        "Leak": "N",
        "Fire": "N",
        "Status": "Pass",
    }
    assert _of(report, "C2")["Before test OCV"].unit == "V"
    assert _of(report, "C1")["Mass loss"].unit == "%"
    assert _of(report, "C3")["Mass loss"].verdict == "Fail"
    assert _values(report, "C3")["After test OCV"] == "---"
    assert _values(report, "C3")["Fire"] == "Y"
    assert len(report.results) == 27
    assert _sure(report)


def test_a_table_with_a_title_row_and_its_verdict(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(
            60,
            80,
            (80, 120, 200),
            [
                ("Table 5", "External short", "Pass"),
                ("No.", "Peak temperature (°C)", "Whether rupture, fire (Y/N)"),
                ("K1", "59.4", "N"),
                ("K2", "58.7", "N"),
                ("K3", "59.1", "N"),
            ],
        )

    report = read(tmp_path, draw)
    assert rows(report) == [
        ("Peak temperature", "K1", "59.4"),
        ("Whether rupture, fire (Y/N)", "K1", "N"),
        ("Peak temperature", "K2", "58.7"),
        ("Whether rupture, fire (Y/N)", "K2", "N"),
        ("Peak temperature", "K3", "59.1"),
        ("Whether rupture, fire (Y/N)", "K3", "N"),
    ]
    assert {result.unit for result in report.results} == {"°C", None}


def test_the_table_goes_on_without_a_heading(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        head = ("Sample status", "No.", "Mass (g)", "Status")
        sheet.ruled(
            60,
            650,
            (120, 60, 80, 80),
            [head, ("After one cycle", "11#", "24.1", "Pass"), ("^", "12#", "24.2", "Pass")],
        )
        sheet.page()
        sheet.ruled(
            60,
            60,
            (120, 60, 80, 80),
            [("After fifty cycles", "13#", "24.3", "Pass"), ("^", "14#", "24.4", "Pass")],
        )

    report = read(tmp_path, draw)
    assert _values(report, "14#") == {"Mass": "24.4", "Status": "Pass"}
    assert [result.place.page for result in report.results] == [1] * 4 + [2] * 4
    assert {result.unit for result in report.results if result.parameter == "Mass"} == {"g"}


def test_a_german_tensile_test_with_requirement_and_mean(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(
            50,
            80,
            (90, 90, 90, 90, 80),
            [
                ("Prüfling Nr.", "Rp0,2 [MPa]", "Rm [MPa]", "A5 [%]", "Bewertung"),
                ("Anforderung", "≥ 235", "360 - 510", "≥ 26", ""),
                ("Z-1", "271,4", "402,9", "31,5", "bestanden"),
                ("Z-2", "268,8", "399,2", "30,8", "bestanden"),
                ("Mittelwert", "270,1", "401,1", "31,2", ""),
            ],
        )

    report = read(tmp_path, draw)
    one = _of(report, "Z-1")
    assert {name: (r.result, r.unit, r.limit) for name, r in one.items() if r.limit} == {
        "Rp0,2": ("271,4", "MPa", "≥ 235"),
        "Rm": ("402,9", "MPa", "360 - 510"),
        "A5": ("31,5", "%", "≥ 26"),
    }
    assert one["Rm"].verdict == "bestanden"
    assert _values(report, "Mittelwert") == {"Rp0,2": "270,1", "Rm": "401,1", "A5": "31,2"}
    assert not any(result.specimen == "Anforderung" for result in report.results)
    assert _sure(report)


def test_a_chinese_table(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        _Chinese(sheet).ruled(
            50,
            80,
            (80, 100, 100, 100, 60),
            [
                ("试样编号", "抗拉强度(MPa)", "断后伸长率(%)", "冲击功(J)", "判定"),
                ("L-01", "452", "31.5", "128", "合格"),
                ("L-02", "449", "30.0", "133", "合格"),
            ],
        )

    report = read(tmp_path, draw)
    assert rows(report)[:3] == [
        ("抗拉强度", "L-01", "452"),
        ("断后伸长率", "L-01", "31.5"),
        ("冲击功", "L-01", "128"),
    ]
    assert [result.unit for result in report.results][:3] == ["MPa", "%", "J"]
    assert _of(report, "L-02")["冲击功"].verdict == "合格"


def test_directions_under_a_common_heading(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(
            50,
            80,
            (70, 60, 60, 60, 60, 90),
            [
                ("Specimen", "Tensile strength (N)", "<", "Tear strength (N)", "<", "Mass (g/m²)"),
                ("^", "Warp", "Weft", "Warp", "Weft", "^"),
                ("S1", "812", "640", "31.2", "24.4", "204"),
                ("S2", "798", "655", "30.9", "25.1", "206"),
            ],
        )

    report = read(tmp_path, draw)
    assert _values(report, "S2") == {
        "Tensile strength Warp": "798",
        "Tensile strength Weft": "655",
        "Tear strength Warp": "30.9",
        "Tear strength Weft": "25.1",
        "Mass": "206",
    }
    assert _of(report, "S1")["Tear strength Weft"].unit == "N"
    assert _sure(report)


def test_numbered_readings_and_their_mean(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(
            50,
            80,
            (70, 70, 50, 50, 50, 50, 70),
            [
                ("Heat No.", "Plate No.", "Impact energy (J)", "<", "<", "<", "Rm (MPa)"),
                ("^", "^", "1", "2", "3", "Mean", "^"),
                ("H4410", "P-071", "128", "131", "126", "128", "512"),
                ("^", "P-072", "119", "122", "125", "122", "508"),
            ],
        )

    report = read(tmp_path, draw)
    assert _values(report, "P-072") == {
        "Impact energy 1": "119",
        "Impact energy 2": "122",
        "Impact energy 3": "125",
        "Impact energy Mean": "122",
        "Rm": "508",
    }
    assert _of(report, "P-071")["Impact energy 2"].unit == "J"


_EMISSION = [
    ("Mark", "Frequency", "Reading", "Antenna", "Level", "Limit", "Over", "Remark"),
    ("", "MHz", "dBm", "dB", "dBm", "dBm", "limit", ""),
    ("1", "41.35", "-77.12", "26.30", "-73.90", "-57.00", "-16.90", "Peak"),
    ("2", "873.20", "-78.44", "29.11", "-69.27", "-57.00", "-12.27", "Peak"),
    ("3", "2410.06", "-76.90", "40.02", "-67.88", "-47.00", "-20.88", "Peak"),
]


def test_an_emission_list_without_lines(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.columns((60, 110, 180, 240, 300, 355, 410, 460), 100, _EMISSION)

    report = read(tmp_path, draw)
    assert _values(report, "2") == {
        "Frequency": "873.20",
        "Reading": "-78.44",
        "Antenna": "29.11",
        "Level": "-69.27",
        "Over limit": "-12.27",
    }
    assert _of(report, "2")["Level"].limit == "-57.00"
    assert _of(report, "3")["Level"].unit == "dBm"
    assert {result.limit for result in report.results if result.parameter != "Level"} == {None}


def test_rows_named_by_their_frequency(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(
            50,
            80,
            (90, 90, 90, 80, 60, 60),
            [
                ("Frequency (MHz)", "Level (dBm)", "Limit (dBm)", "Margin (dB)", "Detector", "Polarity"),
                ("36.92", "-74.37", "-57.00", "17.37", "PK", "H"),
                ("902.51", "-68.67", "-57.00", "11.67", "PK", "V"),
            ],
        )

    report = read(tmp_path, draw)
    assert rows(report) == [
        ("Level", "36.92 MHz", "-74.37"),
        ("Margin", "36.92 MHz", "17.37"),
        ("Level", "902.51 MHz", "-68.67"),
        ("Margin", "902.51 MHz", "11.67"),
    ]
    assert [result.limit for result in report.results] == ["-57.00", None, "-57.00", None]


def test_a_limit_beside_its_quantity_takes_the_verdict(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(
            50,
            80,
            (90, 100, 60, 110, 70, 70),
            [
                ("Type", "Maximum EIRP (dBm)", "r (m)", "Field strength (V/m)", "Limit", "Result"),
                ("Band 3", "27.50", "0.20", "20.54", "56.86", "Pass"),
                ("Band 8", "26.10", "0.20", "17.43", "40.79", "Pass"),
            ],
        )

    report = read(tmp_path, draw)
    assert _values(report, "Band 8") == {"Maximum EIRP": "26.10", "r": "0.20", "Field strength": "17.43"}
    assert _of(report, "Band 8")["Field strength"].limit == "40.79"
    assert _of(report, "Band 8")["Field strength"].verdict == "Pass"
    assert _of(report, "Band 8")["Maximum EIRP"].limit is None


def test_dimensions_at_several_places(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(
            50,
            80,
            (40, 80, 80, 50, 50, 50, 80),
            [
                ("No.", "Length (mm)", "Width (mm)", "Thickness (mm)", "<", "<", "Judgement"),
                ("^", "^", "^", "A", "B", "C", "^"),
                ("Spec.", "120 ± 1", "80 ± 1", "2.0 ± 0.1", "2.0 ± 0.1", "2.0 ± 0.1", ""),
                ("1", "120.2", "80.1", "2.02", "2.01", "1.99", "OK"),
                ("2", "119.8", "79.9", "1.98", "2.00", "2.03", "OK"),
            ],
        )

    report = read(tmp_path, draw)
    assert _values(report, "2") == {
        "Length": "119.8",
        "Width": "79.9",
        "Thickness A": "1.98",
        "Thickness B": "2.00",
        "Thickness C": "2.03",
        "Judgement": "OK",
    }
    assert _of(report, "1")["Thickness C"].limit == "2.0 ± 0.1"


def _twice(rows: Sequence[Sequence[str]], left: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    return [(*a, *b) for a, b in zip(rows, left, strict=True)]


def test_two_blocks_side_by_side(tmp_path: Path) -> None:
    left = [("Sample No.", "Mass (g)", "Voltage (V)"), ("A1", "24.1", "3.61"), ("A2", "24.2", "3.62")]
    right = [("Sample No.", "Mass (g)", "Voltage (V)"), ("A3", "24.3", "3.63"), ("A4", "24.4", "3.64")]

    def draw(sheet: Sheet) -> None:
        sheet.ruled(40, 80, (70, 70, 70, 70, 70, 70), _twice(left, right))

    report = read(tmp_path, draw)
    assert sorted(rows(report)) == [
        ("Mass", "A1", "24.1"),
        ("Mass", "A2", "24.2"),
        ("Mass", "A3", "24.3"),
        ("Mass", "A4", "24.4"),
        ("Voltage", "A1", "3.61"),
        ("Voltage", "A2", "3.62"),
        ("Voltage", "A3", "3.63"),
        ("Voltage", "A4", "3.64"),
    ]


def test_two_blocks_one_below_the_other(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(
            60,
            80,
            (80, 120, 120),
            [
                ("Sample No.", "Mass (g)", "Voltage (V)"),
                ("A1", "24.1", "3.61"),
                ("A2", "24.2", "3.62"),
                ("Sample No.", "Hardness (HRC)", "Length (mm)"),
                ("A1", "41.5", "50.1"),
                ("A2", "41.0", "50.2"),
            ],
        )

    report = read(tmp_path, draw)
    assert _values(report, "A2") == {"Mass": "24.2", "Voltage": "3.62", "Hardness": "41.0", "Length": "50.2"}
    assert len(report.results) == 8


def test_labels_that_come_again_carry_their_group(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(
            60,
            80,
            (80, 60, 100, 100),
            [
                ("Batch No.", "Specimen", "Strength (MPa)", "Slump (mm)"),
                ("B7", "1", "31.2", "120"),
                ("^", "2", "30.8", "125"),
                ("B8", "1", "33.4", "110"),
                ("^", "2", "33.9", "115"),
            ],
        )

    report = read(tmp_path, draw)
    assert {(r.parameter, r.specimen, r.result) for r in report.results} == {
        ("Strength", "B7 1", "31.2"),
        ("Slump", "B7 1", "120"),
        ("Strength", "B7 2", "30.8"),
        ("Slump", "B7 2", "125"),
        ("Strength", "B8 1", "33.4"),
        ("Slump", "B8 1", "110"),
        ("Strength", "B8 2", "33.9"),
        ("Slump", "B8 2", "115"),
    }


def test_columns_of_one_name_are_not_understood(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        body = [(f"Q{k}", f"24.{k}", f"24.{k + 1}", f"3.6{k}", f"3.5{k}") for k in range(1, 6)]
        sheet.ruled(
            60,
            80,
            (80, 80, 80, 80, 80),
            [("Sample No.", "Mass (g)", "Mass (g)", "OCV (V)", "OCV (V)"), *body],
        )

    report = read(tmp_path, draw)
    assert report.results == ()
    assert [(item.page, item.code) for item in report.unread] == [(1, "table-not-understood")]


def test_lists_of_equipment_and_limits_are_no_results(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(45, 60, "Equipment used", 11)
        sheet.ruled(
            45,
            70,
            (70, 110, 90, 90, 110),
            [
                ("Equipment No.", "Equipment", "Model No.", "Serial No.", "Cal. due date"),
                ("E-0041", "Spectrum analyzer", "FX40", "100597", "2027-08-24"),
                ("E-0042", "Loop antenna", "4022", "100020", "2027-04-05"),
                ("E-0043", "Balance", "300", "3.141", "N/A"),
            ],
        )
        sheet.text(45, 200, "Limits", 11)
        sheet.ruled(
            45,
            210,
            (120, 110, 110),
            [
                ("Frequency range", "E-field strength (V/m)", "H-field strength (A/m)"),
                ("0.15-1 MHz", "87", "0.73"),
                ("10-400 MHz", "28", "0.073"),
                ("2-300 GHz", "61", "0.16"),
            ],
        )

    assert read(tmp_path, draw).results == ()


def test_rows_of_parameters_stay_rows_of_parameters(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(
            60,
            80,
            (120, 80, 80, 80),
            [
                ("Metal", "Result (mg/kg)", "Limit (mg/kg)", "Verdict"),
                ("Lead", "0.41", "100", "Pass"),
                ("Cadmium", "0.12", "75", "Pass"),
            ],
        )

    assert rows(read(tmp_path, draw)) == [("Lead", None, "0.41"), ("Cadmium", None, "0.12")]


def test_a_requirement_under_the_specimens_holds_for_them(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(
            60,
            80,
            (90, 110, 110, 80),
            [
                ("Specimen No.", "Bond strength (MPa)", "Moisture (%)", "Verdict"),
                ("S-1", "1.42", "7.1", "Pass"),
                ("S-2", "1.39", "7.3", "Pass"),
                ("Requirement", "≥ 1.0", "≤ 12", "-"),
            ],
        )

    report = read(tmp_path, draw)
    assert _of(report, "S-1")["Bond strength"].limit == "≥ 1.0"
    assert _of(report, "S-2")["Moisture"].limit == "≤ 12"
    assert {result.specimen for result in report.results} == {"S-1", "S-2"}


def test_one_number_over_two_quantities_is_a_doubt(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(
            60,
            80,
            (90, 90, 90, 90),
            [
                ("Sample No.", "Length (mm)", "Width (mm)", "Mass (g)"),
                ("T1", "50.1", "20.2", "9.1"),
                ("T2", "50.4", "<", "9.2"),
                ("T3", "50.2", "20.1", "9.0"),
            ],
        )

    report = read(tmp_path, draw)
    doubted = {(r.parameter, r.specimen) for r in report.results if r.doubt}
    assert doubted == {("Length", "T2"), ("Width", "T2")}


def test_a_french_table_of_strips_with_questions(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(
            60,
            80,
            (90, 110, 110, 110),
            [
                ("Éprouvette", "Résistance (N)", "Allongement (%)", "Rupture oui/non"),
                ("E1", "812,5", "18,2", "non"),
                ("E2", "798,0", "17,9", "oui"),
            ],
        )

    report = read(tmp_path, draw)
    assert _values(report, "E2") == {"Résistance": "798,0", "Allongement": "17,9", "Rupture oui/non": "oui"}
    assert _of(report, "E1")["Résistance"].unit == "N"


def test_contents_climate_and_a_description_are_no_results(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(60, 60, "Contents", 11)
        names = ("General", "Test standards", "Summary", "Test configuration", "Results", "Photographs")
        lines = [(f"{k}.", name, str(k + 2)) for k, name in enumerate(names, 1)]
        sheet.columns((60, 100, 480), 80, lines)
        sheet.ruled(
            60,
            220,
            (140, 140),
            [("Temperature", "25 °C"), ("Relative humidity", "55 %"), ("Air pressure", "98.9 kPa")],
        )
        sheet.ruled(
            60,
            320,
            (100, 120, 100, 120),
            [
                ("Model", "QX-7", "Manufacturer", "Nordlicht Werk"),
                ("Nominal voltage", "3.7 V", "Rated capacity", "1820 mAh"),
                ("Cells number", "1 pcs", "Applicant", "Halm & Sohn"),
            ],
        )
        sheet.ruled(
            60,
            420,
            (200, 140),
            [("Test items", "Measurement uncertainty"), ("Spurious emissions", "2.85 dB")],
        )

    assert read(tmp_path, draw).results == ()


def test_headings_of_two_levels_without_lines(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.columns((130, 260), 86, [("Before test", "After test")])
        body = [
            ("Cell No.", "Mass (g)", "OCV (V)", "Mass (g)", "OCV (V)", "Mass loss (%)"),
            ("C1", "24.101", "4.17", "24.099", "4.15", "0.01"),
            ("C2", "24.120", "4.18", "24.120", "4.16", "0.00"),
            ("C3", "24.133", "4.18", "24.131", "4.16", "0.01"),
        ]
        sheet.columns((50, 110, 170, 240, 300, 370), 100, body)

    report = read(tmp_path, draw)
    assert _values(report, "C2") == {
        "Before test Mass": "24.120",
        "Before test OCV": "4.18",
        "After test Mass": "24.120",
        "After test OCV": "4.16",
        "Mass loss": "0.00",
    }
    assert _sure(report)


def test_symbols_under_a_common_heading_name_themselves(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled(
            60,
            80,
            (80, 60, 60, 60, 60, 80),
            [
                ("Heat No.", "Chemical composition (%)", "<", "<", "<", "Yield point"),
                ("^", "C", "V", "N", "S", "MPa"),
                ("26-01", "0.19", "0.006", "0.0113", "0.034", "552"),
                ("26-02", "0.20", "0.005", "0.0111", "0.031", "548"),
            ],
        )

    report = read(tmp_path, draw)
    assert _values(report, "26-02") == {
        "C": "0.20",
        "V": "0.005",
        "N": "0.0111",
        "S": "0.031",
        "Yield point": "548",
    }
    assert {result.unit for result in report.results} == {"%", "MPa"}
