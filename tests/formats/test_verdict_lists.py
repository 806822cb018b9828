"""The verdict as JUnit, CSV and workbook: nothing is lost, nothing is a formula, nothing breaks the XML."""

from __future__ import annotations

import csv
import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.check.make import aql, judgement, psi, result
from tradedocs.formats.check_junit import check_junit
from tradedocs.formats.check_rows import RESULTS
from tradedocs.formats.verdicts import FILES, TEXTS, check_csv, check_xlsx
from tradedocs.formats.workbook import workbook
from tradedocs.model.base import Place

SHAPE = etree.XMLSchema(
    etree.XML(b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:element name="testsuites"><xs:complexType><xs:sequence>
 <xs:element ref="testsuite" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
 <xs:attribute name="name" type="xs:string"/><xs:attribute name="time" type="xs:decimal"/>
 <xs:attribute name="tests" type="xs:unsignedInt"/><xs:attribute name="failures" type="xs:unsignedInt"/>
 <xs:attribute name="errors" type="xs:unsignedInt"/></xs:complexType></xs:element>
<xs:element name="testsuite"><xs:complexType><xs:sequence>
 <xs:element ref="testcase" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
 <xs:attribute name="name" type="xs:string" use="required"/><xs:attribute name="time" type="xs:decimal"/>
 <xs:attribute name="tests" type="xs:unsignedInt" use="required"/>
 <xs:attribute name="failures" type="xs:unsignedInt" use="required"/>
 <xs:attribute name="errors" type="xs:unsignedInt" use="required"/>
 <xs:attribute name="skipped" type="xs:unsignedInt"/></xs:complexType></xs:element>
<xs:element name="testcase"><xs:complexType><xs:choice minOccurs="0" maxOccurs="unbounded">
 <xs:element name="failure"><xs:complexType mixed="true"><xs:attribute name="message" type="xs:string"/>
 <xs:attribute name="type" type="xs:string"/></xs:complexType></xs:element></xs:choice>
 <xs:attribute name="name" type="xs:string" use="required"/>
 <xs:attribute name="classname" type="xs:string" use="required"/>
 <xs:attribute name="time" type="xs:decimal"/></xs:complexType></xs:element></xs:schema>""")
)
ROWS = tuple(
    row.model_copy(update={"place": Place(page=2, box=(10, 10 * k, 50, 10 * k + 8))})
    for k, row in enumerate(aql((0, 15, 5)), 1)
)
FAILING = judgement(psi(result("Power", "12", "W"), aql=ROWS))


def test_junit_has_a_case_for_each_characteristic_class_and_finding_and_fails_what_stands() -> None:
    tree = etree.fromstring(check_junit(FAILING).encode())
    SHAPE.assertValid(tree)
    names = [case.get("name") for case in tree.iter("testcase")]
    characteristics = sum(len(line.checked) for line in FAILING.lines)
    assert len(names) == characteristics + len(FAILING.sampling) + len(FAILING.findings)
    assert len(set(names)) == len(names)
    failed = [case.get("name") for case in tree.iter("testcase") if len(case)]
    assert any(str(name).startswith("Power") for name in failed)
    assert "major defects, psi.pdf" in failed
    assert "minor defects, psi.pdf" not in failed
    assert tree.get("failures") == str(len(failed))


@given(st.text(max_size=40))
def test_junit_is_xml_whatever_the_report_says(text: str) -> None:
    shown = check_junit(judgement(psi(result("Power", "9.2", text), goods=text)))
    SHAPE.assertValid(etree.fromstring(shown.encode("utf-8", "surrogatepass")))


def test_csv_has_a_row_for_each_value_and_no_formula() -> None:
    shown = judgement(psi(result("Power", "=HYPERLINK(1)"), result("Power", "9.2", "W", specimen="+1+1")))
    header, *rows = csv.reader(io.StringIO(check_csv(shown)))
    assert tuple(header) == RESULTS
    values = [row[header.index("value")] for row in rows if row[header.index("characteristic")] == "Power"]
    assert set(values) == {"'=HYPERLINK(1)", "9.2"}
    assert "'+1+1" in [row[header.index("specimen")] for row in rows]


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("x")', "#N/A", "@x", "-1", "TRUE", "2026-01-02"])
def test_no_text_in_a_workbook_is_a_formula(text: str) -> None:
    data = workbook({"one": (("a",), [(text,), (7,), (None,)])})
    cells = openpyxl.load_workbook(io.BytesIO(data))["one"]["A"]
    assert (cells[1].value, cells[1].data_type) == (text, "s")
    assert cells[2].value == 7
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert b"<f" not in parts.read("xl/worksheets/sheet1.xml").replace(b"<fo", b"")


def test_the_workbook_holds_four_sheets_and_is_the_same_each_time() -> None:
    data = check_xlsx(FAILING)
    assert data == check_xlsx(FAILING)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["verdict", "results", "sampling", "findings"]
    assert book["verdict"]["B2"].value == "REJECT"
    assert book["sampling"].max_row == 1 + len(FAILING.sampling)


def test_every_text_form_can_be_written_to_a_file() -> None:
    for form, text in TEXTS.items():
        assert FILES[form](FAILING).decode() == text(FAILING)
