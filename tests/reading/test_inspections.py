"""Pre-shipment inspection reports of invented inspection bodies, each with another layout."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from pypdf import PdfWriter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

from tests.reading.paper import HEIGHT, Sheet, drawn, read
from tradedocs.flows.reading import read_report
from tradedocs.model.report import Report

Rows = Sequence[Sequence[str]]


def aql(report: Report) -> list[tuple[object, ...]]:
    return [(r.defect_class, r.aql, r.sample_size, r.accept, r.reject, r.found, r.doubt) for r in report.aql]


def checked(report: Report) -> list[tuple[str, str | None, str | None]]:
    return [(line.item, line.verdict, line.meaning) for line in report.checklist]


def defects(report: Report) -> list[tuple[str, str | None, int | None]]:
    return [(d.text, d.defect_class, d.count) for d in report.defects]


def counted(report: Report) -> dict[str, tuple[int, tuple[str, ...]]]:
    return {name: (int(c.number), c.doubt) for name, c in report.quantities if c is not None}


CLEAN: tuple[str, ...] = ()


def test_summary_orders_and_a_table_by_class_with_code_letters(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        s.text(60, 50, "FINAL RANDOM INSPECTION REPORT", 14)
        s.text(60, 80, "Overall result: FAIL", 10)
        summary = [
            ["Section", "Result", "Remarks"],
            ["Quantity", "Pass", ""],
            ["Workmanship", "Fail", "Major defects exceed the limit"],
            ["Packing", "Pending", "See remark 2"],
            ["Shipping mark", "Not applicable", ""],
        ]
        s.ruled(60, 100, [120, 90, 200], summary)
        orders = [
            ["PO No.", "Item No.", "Ordered Qty", "Finished Qty", "Packed Qty"],
            ["8801", "KT-1", "1,200 pcs", "1,200 pcs", "1,000 pcs"],
            ["8802", "KT-2", "2,000 pcs", "2,000 pcs", "1,800 pcs"],
            ["Total", "<", "3,200 pcs", "3,200 pcs", "2,800 pcs"],
        ]
        s.ruled(60, 220, [80, 80, 90, 90, 90], orders)
        table = [
            ["Defects", "Level", "Code letter", "Sample size", "AQL", "Ac", "Re", "Found"],
            ["Critical", "II", "K", "125", "Not allowed", "0", "1", "0"],
            ["Major", "II", "K", "125", "2.5", "7", "8", "9"],
            ["Minor", "II", "K", "125", "4.0", "10", "11", "4"],
        ]
        s.ruled(60, 330, [70, 45, 65, 70, 75, 40, 40, 50], table)
        listed = [
            ["No.", "Defect description", "Critical", "Major", "Minor"],
            ["1", "Cracked handle", "0", "9", "0"],
            ["2", "Scratch on lid", "0", "0", "3"],
            ["3", "Glue mark", "", "", "1"],
            ["Total", "<", "0", "9", "4"],
        ]
        s.ruled(60, 450, [40, 180, 60, 60, 60], listed)

    report = read(tmp_path, draw)
    assert aql(report) == [
        ("critical", "Not allowed", 125, 0, 1, 0, CLEAN),
        ("major", "2.5", 125, 7, 8, 9, CLEAN),
        ("minor", "4.0", 125, 10, 11, 4, CLEAN),
    ]
    assert checked(report) == [
        ("Quantity", "Pass", "pass"),
        ("Workmanship", "Fail", "fail"),
        ("Packing", "Pending", "pending"),
        ("Shipping mark", "Not applicable", "na"),
    ]
    assert defects(report) == [
        ("Cracked handle", "major", 9),
        ("Scratch on lid", "minor", 3),
        ("Glue mark", "minor", 1),
    ]
    assert counted(report) == {"ordered": (3200, CLEAN), "finished": (3200, CLEAN), "packed": (2800, CLEAN)}
    assert [(r.parameter, r.result, r.verdict) for r in report.results] == [
        ("Quantity", "Pass", "Pass"),
        ("Workmanship", "Fail", "Fail"),
        ("Packing", "Pending", "Pending"),
        ("Shipping mark", "Not applicable", "Not applicable"),
    ]
    assert report.conclusion == "fail"
    assert report.family == "pre-shipment"


def test_a_fixed_plan_with_acceptance_points(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        s.text(60, 50, "Pre-Shipment Inspection", 14)
        s.text(60, 80, "Sampling plan: AOQL, fixed quantities")
        s.text(60, 94, "Sample size: 80 pcs")
        s.text(60, 108, "Quantity ordered: 5,000 pcs")
        s.text(60, 122, "Quantity produced: 5,000 pcs")
        s.text(60, 136, "Quantity packed: 4,200 pcs")
        s.text(60, 150, "Inspection conclusion: Within AQL")
        table = [
            ["Class of defect", "Acceptance point", "Defective units found"],
            ["Critical defects", "Not allowed", "0"],
            ["Major defects", "3", "1"],
            ["Minor defects", "7", "2"],
        ]
        s.ruled(60, 180, [140, 110, 130], table)

    report = read(tmp_path, draw)
    assert aql(report) == [
        ("critical", None, 80, 0, None, 0, CLEAN),
        ("major", None, 80, 3, None, 1, CLEAN),
        ("minor", None, 80, 7, None, 2, CLEAN),
    ]
    assert counted(report) == {"ordered": (5000, CLEAN), "finished": (5000, CLEAN), "packed": (4200, CLEAN)}
    assert report.conclusion == "pass"


def test_verdicts_as_columns_that_are_marked(tmp_path: Path) -> None:
    table = [
        ["No.", "Check point", "Conform", "Not conform", "N/A", "Comments"],
        ["1", "Colour against sample", "X", "", "", ""],
        ["2", "Logo position", "", "X", "", "5 mm too low"],
        ["3", "Carton drop test", "", "", "X", ""],
        ["4", "Barcode scan", "X", "X", "", ""],
    ]
    report = read(tmp_path, lambda s: s.ruled(50, 120, [35, 150, 65, 75, 45, 120], table))
    assert checked(report) == [
        ("Colour against sample", "Conform", "pass"),
        ("Logo position", "Not conform", "fail"),
        ("Carton drop test", "N/A", "na"),
        ("Barcode scan", None, None),
    ]
    assert report.checklist[1].remark == "5 mm too low"
    assert report.checklist[3].doubt == ("tick-unclear",)
    assert [(r.parameter, r.result, r.verdict) for r in report.results] == [
        ("Colour against sample", "Conform", "Conform"),
        ("Logo position", "Not conform", "Not conform"),
        ("Carton drop test", "N/A", "N/A"),
    ]


def test_a_bilingual_report(tmp_path: Path) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))

    def text(s: Sheet, x: float, y: float, written: str, size: float = 9) -> None:
        s.canvas.setFont("STSong-Light", size)
        s.canvas.drawString(x, HEIGHT - y, written)

    def draw(s: Sheet) -> None:
        s.text = lambda x, y, written, size=9: text(s, x, y, written, size)  # type: ignore[method-assign]
        s.text(60, 50, "验货报告 Inspection Report", 14)
        s.text(60, 80, "检验结论 Inspection conclusion: 合格 Pass")
        items = [
            ["序号 No.", "检验项目 Item", "结果 Result", "备注 Remark"],
            ["1", "数量 Quantity", "合格 Pass", ""],
            ["2", "外箱唛头 Shipping mark", "不合格 Fail", "尺寸错误"],
            ["3", "跌落测试 Drop test", "不适用 N/A", ""],
            ["4", "包装 Packing", "待定 Pending", ""],
        ]
        s.ruled(60, 110, [60, 160, 100, 120], items)
        table = [
            ["缺陷类别 Defect", "AQL", "样本量 Sample size", "允收 Ac", "拒收 Re", "实际发现 Found"],
            ["致命缺陷 Critical", "0", "200", "0", "1", "0"],
            ["主要缺陷 Major", "1.5", "200", "7", "8", "2"],
            ["次要缺陷 Minor", "4.0", "200", "14", "15", "6"],
        ]
        s.ruled(60, 240, [110, 50, 110, 60, 60, 100], table)

    report = read(tmp_path, draw)
    assert aql(report) == [
        ("critical", "0", 200, 0, 1, 0, CLEAN),
        ("major", "1.5", 200, 7, 8, 2, CLEAN),
        ("minor", "4.0", 200, 14, 15, 6, CLEAN),
    ]
    assert checked(report) == [
        ("数量 Quantity", "合格 Pass", "pass"),
        ("外箱唛头 Shipping mark", "不合格 Fail", "fail"),
        ("跌落测试 Drop test", "不适用 N/A", "na"),
        ("包装 Packing", "待定 Pending", "pending"),
    ]


def _box(s: Sheet, x: float, y: float, mark: str, side: float = 9) -> None:
    """A box to be ticked, drawn, with a cross, a tick, a filled square, or nothing in it."""
    c, top = s.canvas, HEIGHT - y
    c.setLineWidth(0.6)
    c.rect(x, top, side, side)
    if mark == "cross":
        c.line(x + 1, top + 1, x + side - 1, top + side - 1)
        c.line(x + 1, top + side - 1, x + side - 1, top + 1)
    elif mark == "tick":
        piece = c.beginPath()
        piece.moveTo(x + 1.5, top + 4)
        piece.lineTo(x + 4, top + 1.5)
        piece.lineTo(x + side - 1, top + side - 1)
        c.drawPath(piece)
    elif mark == "solid":
        c.rect(x + 2, top + 2, side - 4, side - 4, stroke=0, fill=1)


@pytest.mark.parametrize("mark", ["cross", "tick", "solid"])
@pytest.mark.parametrize("before", [True, False])
def test_drawn_boxes_before_or_behind_their_words(tmp_path: Path, mark: str, before: bool) -> None:
    def draw(s: Sheet) -> None:
        rows = [["Inspection item", "Result"], ["Assortment", ""], ["Labels", ""], ["Function", ""]]
        s.ruled(60, 100, [140, 260], rows, high=20)
        for at, chosen in ((0, 0), (1, 1), (2, 3)):
            y = 133 + 20 * at
            for k, word in enumerate(("Pass", "Fail", "Pending", "N/A")):
                x = 206 + 62 * k
                own = mark if k == chosen else ""
                _box(s, x if before else x + 2 + s.canvas.stringWidth(word, "Helvetica", 9), y + 1, own)
                s.text(x + 11 if before else x, y, word)

    report = read(tmp_path, draw)
    assert checked(report) == [
        ("Assortment", "Pass", "pass"),
        ("Labels", "Fail", "fail"),
        ("Function", "N/A", "na"),
    ]


def test_round_buttons(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        s.ruled(60, 100, [140, 200], [["Check", "Result"], ["Zip", ""], ["Seams", ""]], high=20)
        for at, chosen in ((0, 1), (1, 0)):
            y = 133 + 20 * at
            for k, word in enumerate(("Pass", "Fail")):
                x = 210 + 62 * k
                s.canvas.circle(x, HEIGHT - y + 3, 4)
                if k == chosen:
                    s.canvas.circle(x, HEIGHT - y + 3, 2, stroke=0, fill=1)
                s.text(x + 7, y, word)

    assert checked(read(tmp_path, draw)) == [("Zip", "Fail", "fail"), ("Seams", "Pass", "pass")]


def test_boxes_alone_in_their_columns(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        rows = [
            ["Checklist item", "Yes", "No", "N/A"],
            ["Carton weight on mark", "", "", ""],
            ["Polybag warning", "", "", ""],
        ]
        s.ruled(60, 100, [180, 60, 60, 60], rows, high=20)
        for at, chosen in ((0, 0), (1, 2)):
            for k in range(3):
                _box(s, 262 + 60 * k, 134 + 20 * at, "cross" if k == chosen else "")

    assert checked(read(tmp_path, draw)) == [
        ("Carton weight on mark", "Yes", "pass"),
        ("Polybag warning", "N/A", "na"),
    ]


def test_accept_and_reject_under_each_class(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        table = [
            ["", "Critical", "<", "Major", "<", "Minor", "<"],
            ["^", "Ac", "Re", "Ac", "Re", "Ac", "Re"],
            ["Allowed", "0", "1", "5", "6", "10", "11"],
            ["Sample size", "200", "<", "200", "<", "200", "<"],
            ["Total found", "0", "<", "4", "<", "12", "<"],
        ]
        s.ruled(60, 100, [110, 55, 55, 55, 55, 55, 55], table)
        listed = [
            ["Defect", "Class", "Qty"],
            ["Open seam", "MA", "3"],
            ["Wrong thread colour", "MA", "1"],
            ["Untrimmed thread", "MI", "12"],
        ]
        s.ruled(60, 260, [200, 60, 60], listed)

    report = read(tmp_path, draw)
    assert aql(report) == [
        ("critical", None, 200, 0, 1, 0, CLEAN),
        ("major", None, 200, 5, 6, 4, CLEAN),
        ("minor", None, 200, 10, 11, 12, CLEAN),
    ]
    assert defects(report) == [
        ("Open seam", "major", 3),
        ("Wrong thread colour", "major", 1),
        ("Untrimmed thread", "minor", 12),
    ]


def test_defects_told_in_lines(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        table = [
            ["", "Critical", "Major", "Minor"],
            ["AQL", "0", "2.5", "4.0"],
            ["Accept / Reject", "0/1", "10/11", "14/15"],
            ["Defects found", "0", "3", "6"],
        ]
        s.text(60, 90, "Sample size: 200 (code letter L)")
        s.ruled(60, 110, [120, 80, 80, 80], table)
        s.text(60, 220, "Major defects")
        s.text(60, 234, "1. Dent on the base: 2 pcs")
        s.text(60, 248, "2. Screw missing: 1 pc")
        s.text(60, 276, "Minor defects")
        s.text(60, 290, "1. Dust inside the box: 6 pcs")

    report = read(tmp_path, draw)
    assert [row[:6] for row in aql(report)] == [
        ("critical", "0", 200, 0, 1, 0),
        ("major", "2.5", 200, 10, 11, 3),
        ("minor", "4.0", 200, 14, 15, 6),
    ]
    assert defects(report) == [
        ("Dent on the base", "major", 2),
        ("Screw missing", "major", 1),
        ("Dust inside the box", "minor", 6),
    ]


def test_a_german_report_without_lines(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        s.text(60, 50, "Prüfbericht Warenausgang", 14)
        s.text(60, 78, "Gesamtergebnis: bestanden")
        rows = [
            ["Prüfpunkt", "Ergebnis", "Bemerkung"],
            ["Verpackung", "bestanden", ""],
            ["Kennzeichnung", "nicht bestanden", "EAN fehlt"],
            ["Falltest", "entfällt", ""],
        ]
        s.columns([60, 200, 320], 110, rows)
        s.text(60, 190, "Stichprobenumfang: 80 Stk")
        table = [
            ["Fehlerklasse", "AQL", "Annahmezahl", "Rückweisezahl", "Gefunden"],
            ["Kritische Fehler", "0", "0", "1", "0"],
            ["Hauptfehler", "2,5", "5", "6", "1"],
            ["Nebenfehler", "4,0", "7", "8", "3"],
        ]
        s.columns([60, 180, 250, 340, 440], 220, table)

    report = read(tmp_path, draw)
    assert aql(report) == [
        ("critical", "0", 80, 0, 1, 0, CLEAN),
        ("major", "2.5", 80, 5, 6, 1, CLEAN),
        ("minor", "4.0", 80, 7, 8, 3, CLEAN),
    ]
    assert checked(report) == [
        ("Verpackung", "bestanden", "pass"),
        ("Kennzeichnung", "nicht bestanden", "fail"),
        ("Falltest", "entfällt", "na"),
    ]


def test_allowance_and_count_in_two_tables(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        allowed = [
            ["Sampling", "Critical", "Major", "Minor"],
            ["AQL", "0", "1.5", "4.0"],
            ["Sample size", "K / 125", "K / 125", "K / 125"],
            ["Max. allowed", "0", "5", "10"],
        ]
        s.ruled(60, 100, [120, 80, 80, 80], allowed)
        found = [["Workmanship", "Critical", "Major", "Minor"], ["Quantity found", "0", "2", "3"]]
        s.ruled(60, 240, [120, 80, 80, 80], found)

    assert aql(read(tmp_path, draw)) == [
        ("critical", "0", 125, 0, None, 0, CLEAN),
        ("major", "1.5", 125, 5, None, 2, CLEAN),
        ("minor", "4.0", 125, 10, None, 3, CLEAN),
    ]


def test_what_was_found_only_in_the_total_of_the_list(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        allowed = [
            ["Class", "AQL", "Sample size", "Accept"],
            ["Critical", "0", "80", "0"],
            ["Major", "2.5", "80", "5"],
            ["Minor", "4.0", "80", "7"],
        ]
        s.ruled(60, 100, [90, 60, 90, 60], allowed)
        listed = [
            ["Description of defects", "Cri", "Maj", "Min"],
            ["Loose rivet", "-", "2", "-"],
            ["Stain", "-", "-", "1"],
            ["Total", "0", "2", "1"],
        ]
        s.ruled(60, 240, [180, 50, 50, 50], listed)

    report = read(tmp_path, draw)
    assert [(r.defect_class, r.accept, r.found, r.doubt) for r in report.aql] == [
        ("critical", 0, 0, CLEAN),
        ("major", 5, 2, CLEAN),
        ("minor", 7, 1, CLEAN),
    ]
    assert defects(report) == [("Loose rivet", "major", 2), ("Stain", "minor", 1)]


def test_two_checklists_side_by_side(tmp_path: Path) -> None:
    table = [
        ["Inspection item", "Result", "Inspection item", "Result"],
        ["Style", "Conform", "Gift box", "Conform"],
        ["Material", "Not conform", "Inner carton", "N/A"],
    ]
    report = read(tmp_path, lambda s: s.ruled(50, 120, [130, 90, 130, 90], table))
    assert sorted(checked(report)) == [
        ("Gift box", "Conform", "pass"),
        ("Inner carton", "N/A", "na"),
        ("Material", "Not conform", "fail"),
        ("Style", "Conform", "pass"),
    ]


def test_clauses_of_a_standard(tmp_path: Path) -> None:
    table = [
        ["Clause", "Requirement - Test", "Result - Remark", "Verdict"],
        ["5", "CONSTRUCTION", "<", "P"],
        ["5.1", "Accessible parts .................:", "(see Annex 2)", "P"],
        ["5.2", "Cord anchorage", "No cord", "N/A"],
        ["5.3", "Creepage", "2,1 mm instead of 2,5 mm", "F"],
    ]
    report = read(tmp_path, lambda s: s.ruled(50, 120, [50, 200, 150, 60], table))
    assert [(c.item, c.meaning, c.remark) for c in report.checklist] == [
        ("CONSTRUCTION", "pass", None),
        ("Accessible parts", "pass", "(see Annex 2)"),
        ("Cord anchorage", "na", "No cord"),
        ("Creepage", "fail", "2,1 mm instead of 2,5 mm"),
    ]


def _icon(kind: str, path: Path) -> Path:
    picture = Image.new("RGB", (32, 32), "white")
    pen = ImageDraw.Draw(picture)
    if kind == "tick":
        pen.line([(4, 17), (12, 26), (28, 6)], fill=(30, 150, 60), width=5)
    elif kind == "cross":
        pen.line([(5, 5), (27, 27)], fill=(210, 30, 30), width=5)
        pen.line([(27, 5), (5, 27)], fill=(210, 30, 30), width=5)
    else:
        pen.ellipse([(4, 4), (28, 28)], fill=(120, 120, 120))
    file = path / f"{kind}.png"
    picture.save(file)
    return file


def test_ticks_that_are_pictures(tmp_path: Path) -> None:
    kinds = ["tick", "tick", "cross", "other"]

    def draw(s: Sheet) -> None:
        rows = [["Item checked", "Conformity"], *([name, ""] for name in ("Size", "Weight", "Logo", "Label"))]
        s.ruled(60, 100, [160, 90], rows, high=20)
        for at, kind in enumerate(kinds):
            s.canvas.drawImage(str(_icon(kind, tmp_path)), 250, HEIGHT - 137 - 20 * at, 12, 12)

    report = read(tmp_path, draw)
    assert [(c.item, c.verdict, c.meaning, c.doubt) for c in report.checklist] == [
        ("Size", "✓", "pass", CLEAN),
        ("Weight", "✓", "pass", CLEAN),
        ("Logo", "✗", "fail", CLEAN),
        ("Label", None, None, ("tick-unclear",)),
    ]


def test_measurements_in_inches(tmp_path: Path) -> None:
    table = [
        ["Point of measure", "Spec", "Tolerance", "1", "2", "3", "Result"],
        ["Length (inch)", '12 1/2"', "± 1/4", '12 1/2"', '12 3/8"', '12 5/8"', "Pass"],
        ["Width (inch)", '8"', "± 1/4", '8"', '8 1/2"', '7 7/8"', "Fail"],
    ]
    report = read(tmp_path, lambda s: s.ruled(40, 120, [110, 60, 60, 60, 60, 60, 60], table))
    assert [(r.parameter, r.specimen, r.result, r.verdict) for r in report.results] == [
        ("Length (inch)", "1", '12 1/2"', "Pass"),
        ("Length (inch)", "2", '12 3/8"', "Pass"),
        ("Length (inch)", "3", '12 5/8"', "Pass"),
        ("Width (inch)", "1", "8", "Fail"),
        ("Width (inch)", "2", '8 1/2"', "Fail"),
        ("Width (inch)", "3", '7 7/8"', "Fail"),
    ]
    assert [r.doubt for r in report.results] == [CLEAN] * 6
    assert str(report.results[1].value.low) == "12.375"


def test_figures_told_in_lines_without_a_table(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        s.text(60, 60, "Final inspection of the lot", 13)
        s.text(60, 90, "Inspection level II, single sampling, sample size: 125 pcs")
        s.text(60, 104, "Sample size: 125 pcs")
        s.text(60, 118, "AQL: Critical not allowed, Major 2.5, Minor 4.0")
        s.text(60, 132, "Max. allowed: Critical 0, Major 7, Minor 10")
        s.text(60, 146, "Defects found: Critical 0, Major 2, Minor 11")
        s.text(60, 180, "- Broken corner (Major, 2 pcs)")
        s.text(60, 194, "- Dirty mark (Minor): 11")

    report = read(tmp_path, draw)
    assert aql(report) == [
        ("critical", "not allowed", 125, 0, None, 0, CLEAN),
        ("major", "2.5", 125, 7, None, 2, CLEAN),
        ("minor", "4.0", 125, 10, None, 11, CLEAN),
    ]
    assert defects(report) == [("Broken corner", "major", 2), ("Dirty mark", "minor", 11)]


def test_a_list_that_goes_on_on_the_next_page(tmp_path: Path) -> None:
    widths = [220, 60, 60, 60]

    def draw(s: Sheet) -> None:
        table = [
            ["Workmanship", "Critical", "Major", "Minor"],
            ["AQL", "0", "2.5", "4.0"],
            ["Max allowed", "0", "5", "7"],
            ["Total found", "0", "1", "3"],
            ["1. Bent hook", "0", "1", "0"],
        ]
        s.text(60, 90, "Sample size: 80")
        s.ruled(60, 110, widths, table)
        s.page()
        s.ruled(60, 110, widths, [["2. Loose yarn", "0", "0", "2"], ["3. Spot at back", "0", "0", "1"]])

    report = read(tmp_path, draw)
    assert defects(report) == [
        ("Bent hook", "major", 1),
        ("Loose yarn", "minor", 2),
        ("Spot at back", "minor", 1),
    ]
    assert [(r.defect_class, r.found, r.doubt) for r in report.aql] == [
        ("critical", 0, CLEAN),
        ("major", 1, CLEAN),
        ("minor", 3, CLEAN),
    ]


def test_a_table_of_measurements_is_no_list_of_defects(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        table = [
            ["Workmanship", "Critical", "Major", "Minor"],
            ["Max allowed", "0", "5", "7"],
            ["Total found", "0", "0", "0"],
        ]
        s.ruled(60, 110, [160, 50, 50, 50], table)
        s.ruled(60, 240, [160, 50, 50, 50, 50], [["Weight in grams", "125", "126", "124", "125"]] * 2)

    assert read(tmp_path, draw).defects == ()


def test_letters_typed_into_drawn_boxes(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        s.ruled(60, 100, [140, 200], [["Check", "Result"], ["Zip", ""], ["Seams", ""]], high=20)
        for at, chosen in ((0, 1), (1, 0)):
            for k, word in enumerate(("Pass", "Fail")):
                x, y = 206 + 62 * k, 133 + 20 * at
                _box(s, x, y + 1, "", side=10)
                if k == chosen:
                    s.text(x + 2, y - 1, "X", 8)
                s.text(x + 13, y, word)

    assert checked(read(tmp_path, draw)) == [("Zip", "Fail", "fail"), ("Seams", "Pass", "pass")]


def test_a_choice_that_nobody_made_is_a_doubt(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        s.ruled(60, 100, [140, 200], [["Check", "Result"], ["Zip", ""], ["Seams", ""]], high=20)
        for at in (0, 1):
            for k, word in enumerate(("Pass", "Fail")):
                _box(s, 206 + 62 * k, 134 + 20 * at, "")
                s.text(218 + 62 * k, 133 + 20 * at, word)

    found = read(tmp_path, draw).checklist
    assert [(line.item, line.meaning, line.doubt) for line in found] == [
        ("Zip", None, ("options-not-marked",)),
        ("Seams", None, ("options-not-marked",)),
    ]


def test_orders_without_a_total_are_added_up_and_doubted(tmp_path: Path) -> None:
    table = [
        ["PO No.", "Order quantity", "Packed quantity"],
        ["71-A", "500 pcs", "500 pcs"],
        ["71-B", "700 pcs", "650 pcs"],
    ]
    report = read(tmp_path, lambda s: s.ruled(60, 100, [100, 120, 120], table))
    assert counted(report) == {"ordered": (1200, ("several-values",)), "packed": (1150, ("several-values",))}
    assert report.results == ()


def test_findings_against_what_was_specified(tmp_path: Path) -> None:
    table = [
        ["Item", "Specified", "Actual finding", "Conclusion"],
        ["Carton size (cm)", "60 x 40 x 30", "60.2 x 40 x 30.1", "Conform"],
        ["Net weight", "350 g", "352 g", "Not conform"],
    ]
    report = read(tmp_path, lambda s: s.ruled(40, 120, [140, 110, 110, 90], table))
    assert [(r.parameter, r.limit, r.result, r.unit, r.verdict, r.doubt) for r in report.results] == [
        ("Carton size (cm)", "60 x 40 x 30", "60.2 x 40 x 30.1", "cm", "Conform", CLEAN),
        ("Net weight", "350 g", "352", "g", "Not conform", CLEAN),
    ]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_pictures_of_ticks_on_a_turned_page(tmp_path: Path, turn: int) -> None:
    def draw(s: Sheet) -> None:
        rows = [["Item checked", "Conformity"], *([name, ""] for name in ("Size", "Weight", "Logo"))]
        s.ruled(60, 100, [160, 90], rows, high=20)
        for at, kind in enumerate(["tick", "cross", "tick"]):
            s.canvas.drawImage(str(_icon(kind, tmp_path)), 250, HEIGHT - 137 - 20 * at, 12, 12)

    writer = PdfWriter(clone_from=drawn(tmp_path / "upright.pdf", draw))
    writer.pages[0].rotate(turn)
    turned = tmp_path / "turned.pdf"
    writer.write(turned)
    assert [(c.item, c.verdict) for c in read_report(turned).checklist] == [
        ("Size", "✓"),
        ("Weight", "✗"),
        ("Logo", "✓"),
    ]


def test_a_finding_and_its_verdict_are_one_result(tmp_path: Path) -> None:
    def draw(s: Sheet) -> None:
        found = [
            ["Class", "AQL", "Sample size", "Accept", "Found"],
            ["Major", "2.5", "80", "5", "1"],
            ["Minor", "4.0", "80", "7", "0"],
        ]
        s.ruled(60, 100, [90, 60, 90, 60, 60], found)
        rows = [
            ["Check", "Requirement", "Finding", "Result"],
            ["Colour", "grey", "Conform", "Pass"],
            ["Marking", "as approved", "Conform", "Pass"],
        ]
        s.ruled(60, 240, [120, 110, 90, 70], rows)

    report = read(tmp_path, draw)
    assert [(r.parameter, r.result, r.verdict) for r in report.results] == [
        ("Colour", "Conform", "Pass"),
        ("Marking", "Conform", "Pass"),
    ]
    assert [(c.item, c.meaning) for c in report.checklist] == [("Colour", "pass"), ("Marking", "pass")]


def test_a_line_named_like_a_column_is_no_heading_and_totals_of_classes_are_no_results(
    tmp_path: Path,
) -> None:
    def draw(s: Sheet) -> None:
        s.text(60, 50, "PRE-SHIPMENT INSPECTION REPORT", 14)
        summary = [
            ["Section", "Finding", "Remark"],
            ["D Workmanship", "Beyond AQL", "see note"],
            ["E Measurements", "Conform", "see E"],
            ["F Function", "Conform", "see F"],
        ]
        s.ruled(60, 100, [120, 90, 200], summary)
        table = [
            ["Defect class", "AQL", "Sample size", "Accept (Ac)", "Reject (Re)", "Found"],
            ["Critical", "0", "315", "0", "1", "0"],
            ["Major", "2.5", "315", "14", "15", "19"],
            ["Minor", "4.0", "315", "21", "22", "13"],
        ]
        s.ruled(60, 220, [90, 60, 80, 80, 80, 60], table)
        listed = [
            ["Description", "Critical", "Major", "Minor"],
            ["Glue on the collar", "0", "0", "13"],
            ["Bulb not straight", "0", "19", "0"],
            ["Total found", "0", "19", "13"],
        ]
        s.ruled(60, 340, [200, 60, 60, 60], listed)

    report = read(tmp_path, draw)
    assert checked(report) == [
        ("D Workmanship", "Beyond AQL", "fail"),
        ("E Measurements", "Conform", "pass"),
        ("F Function", "Conform", "pass"),
    ]
    assert [line.remark for line in report.checklist] == ["see note", "see E", "see F"]
    assert not {"Critical", "Major", "Minor"} & {result.parameter for result in report.results}
    assert [row.found for row in report.aql] == [0, 19, 13]
