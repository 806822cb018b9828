"""The header facts in the languages of the vocabulary, and through the slips of OCR."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.leaf import Row, read_lines
from tradedocs.reading.labelkeys import key_of, label_tree, meaning_of

GERMAN = (
    "Labor Nordmark GmbH",
    "Prüfbericht Nr.: 2026-00713",
    "Auftraggeber: Hansen Feinkost GmbH",
    "Probenbezeichnung: Olivenöl nativ extra",
    "Chargen-Nr.: L2209",
    "Probeneingang: 05.03.2026",
    "Hamburg, den 13.03.2026",
)
TURKISH = (
    "ANADOL GIDA KONTROL LABORATUVARI A.Ş.",
    "Rapor No: 26-1187",
    "Rapor Tarihi: 13 Mart 2026",
    "Müşteri Adı: Deniz Zeytincilik Ltd. Şti.",
    "Numune Adı: Natürel sızma zeytinyağı",
    "Parti No: P-118",
    "Numune Geliş Tarihi: 5 Mart 2026",
)
GREEK = (
    "ΕΡΓΑΣΤΗΡΙΟ ΑΝΑΛΥΣΕΩΝ ΑΙΓΑΙΟΥ ΑΕ",
    "ΠΙΣΤΟΠΟΙΗΤΙΚΟ ΑΝΑΛΥΣΗΣ No. 1482 / 13-03-2026",
    "Πελάτης: Ελαιώνες Νήσου ΑΕ",
    "Είδος δείγματος: Ελαιόλαδο",
    "Αριθμός παρτίδας: L-7",
    "Ημερομηνία παραλαβής: 05/03/2026",
)
RUSSIAN = (
    "Испытательная лаборатория: ООО Север Тест",
    "Протокол испытаний № 118/26",
    "Заказчик: ООО Зерно Юга",
    "Наименование образца: пшеница 3 класса",
    "Номер партии: 77-5",
    "Дата получения образца: 05.03.2026",
    "Дата выдачи: 13.03.2026",
)
SPANISH = (
    "Laboratorio: Analítica Levante S.L.",
    "Informe de ensayo nº: 2026/0451",
    "Cliente: Aceites del Sur S.A.",
    "Descripción de la muestra: aceite de oliva",
    "Nº de lote: L-55",
    "Fecha de recepción: 05.03.2026",
    "Fecha de emisión: 13 de marzo de 2026",
)
FRENCH = (
    "Émis par: Laboratoire Garonne SAS",
    "Rapport d'essai n° 2026-118",
    "Client: Moulins du Val SA",
    "Nom de l'échantillon: farine T55",
    "N° de lot: F-22",
    "Date de réception: 5 mars 2026",
    "Date d'émission: 13 mars 2026",
)
KOREAN: tuple[Row, ...] = (
    [(60, "시험기관: 새빛시험 주식회사")],
    [(60, "성적서 번호: KT-26-0117"), (300, "발급일자: 2026. 03. 13.")],
    "의뢰자: 한솔상사 주식회사",
    "시료명: 자일리톨 원료",
    "제조번호: XL-09",
    "접수일자: 2026년 3월 5일",
)
CHINESE = (
    "检测机构：临江检测有限公司",
    "检测报告编号：LJ-2026-0093",
    "委托单位：宏远实业有限公司",
    "样品名称：不锈钢锅",
    "批号：B-771",
    "收样日期：2026年3月5日",
    "签发日期：二〇二六年三月十三日",
)
TRADITIONAL = (
    "檢測機構：臨江檢驗有限公司",
    "檢測報告編號：LJ-2026-0093",
    "委託單位：宏遠實業有限公司",
    "樣品名稱：不鏽鋼鍋",
    "批號：B-771",
    "收樣日期：2026年3月5日",
    "發行日期：2026年3月13日",
)


@pytest.mark.parametrize(
    ("rows", "issuer", "number", "client", "goods", "lot"),
    [
        (
            GERMAN,
            "Labor Nordmark GmbH",
            "2026-00713",
            "Hansen Feinkost GmbH",
            "Olivenöl nativ extra",
            "L2209",
        ),
        (TURKISH, TURKISH[0], "26-1187", "Deniz Zeytincilik Ltd. Şti.", "Natürel sızma zeytinyağı", "P-118"),
        (GREEK, GREEK[0], "1482", "Ελαιώνες Νήσου ΑΕ", "Ελαιόλαδο", "L-7"),
        (RUSSIAN, "ООО Север Тест", "118/26", "ООО Зерно Юга", "пшеница 3 класса", "77-5"),
        (SPANISH, "Analítica Levante S.L.", "2026/0451", "Aceites del Sur S.A.", "aceite de oliva", "L-55"),
        (FRENCH, "Laboratoire Garonne SAS", "2026-118", "Moulins du Val SA", "farine T55", "F-22"),
        (KOREAN, "새빛시험 주식회사", "KT-26-0117", "한솔상사 주식회사", "자일리톨 원료", "XL-09"),
        (CHINESE, "临江检测有限公司", "LJ-2026-0093", "宏远实业有限公司", "不锈钢锅", "B-771"),
        (TRADITIONAL, "臨江檢驗有限公司", "LJ-2026-0093", "宏遠實業有限公司", "不鏽鋼鍋", "B-771"),
    ],
)
def test_a_header_in_its_own_language(
    rows: tuple[Row, ...], issuer: str, number: str, client: str, goods: str, lot: str
) -> None:
    report = read_lines(*rows)
    told = (report.issuer, report.report_no, report.client, report.goods, *report.lots)
    assert [fact.text for fact in told if fact] == [issuer, number, client, goods, lot]
    assert report.issue_date is not None
    assert report.issue_date.value == date(2026, 3, 13)
    assert report.dates.received is not None
    assert report.dates.received.value == date(2026, 3, 5)


MEANINGS = (
    (
        "sampled",
        "sampling date|采样日期|抽樣日期|채취일자|probenahmedatum|date de prélèvement|"
        "fecha de muestreo|numune alma tarihi|ημερομηνία δειγματοληψίας|дата отбора",
    ),
    (
        "inspected_on",
        "inspection date|验货日期|檢查日期|검사일자|inspektionsdatum|date de contrôle|"
        "fecha de inspección|muayene tarihi|ημερομηνία ελέγχου|дата осмотра",
    ),
    (
        "produced",
        "manufacturing date|生产日期|生產日期|제조일자|herstellungsdatum|date de fabrication|"
        "fecha de fabricación|üretim tarihi|ημερομηνία παραγωγής|дата изготовления",
    ),
    (
        "expires",
        "expiry date|有效期至|到期日|유통기한|mindesthaltbarkeitsdatum|date de péremption|"
        "fecha de caducidad|son kullanma tarihi|ημερομηνία λήξης|срок годности",
    ),
    (
        "tested",
        "testing period|检测周期|測試期間|시험기간|prüfzeitraum|date des essais|fecha de ensayo|"
        "deney tarihi|περίοδος δοκιμών|дата испытаний",
    ),
    (
        "order_no",
        "purchase order no|订单号|訂單編號|주문번호|bestellnummer|numéro de commande|nº de pedido|"
        "sipariş no|αριθμός παραγγελίας|номер заказа",
    ),
    (
        "manufacturer",
        "manufacturer|制造商|製造商|제조사|hersteller|fabricant|fabricante|üretici|κατασκευαστής|"
        "изготовитель",
    ),
    (
        "sample_no",
        "sample no|样品编号|樣品編號|시료번호|probennummer|numéro d échantillon|número de muestra|"
        "numune no|αριθμός δείγματος|номер образца",
    ),
    (
        "job_no",
        "job no|委托编号|委託編號|접수번호|vorgangsnummer|numéro de dossier|número de proyecto|"
        "proje no|αριθμός έργου|номер заявки",
    ),
    (
        "container_no",
        "container no|集装箱号|集裝箱號|컨테이너 번호|containernummer|numéro de conteneur|"
        "número de contenedor|konteyner no|αριθμός εμπορευματοκιβωτίου|номер контейнера",
    ),
    (
        "seal_no",
        "seal no|封条号|封條號|봉인번호|plombennummer|numéro de scellé|número de precinto|mühür no|"
        "αριθμός σφραγίδας|номер пломбы",
    ),
    (
        "place",
        "place of inspection|检验地点|檢驗地點|검사장소|prüfort|lieu d inspection|"
        "lugar de inspección|muayene yeri|τόπος επιθεώρησης|место инспекции",
    ),
)


@pytest.mark.parametrize(("meaning", "labels"), MEANINGS, ids=[meaning for meaning, _ in MEANINGS])
def test_every_further_fact_has_labels_in_every_language(meaning: str, labels: str) -> None:
    assert {meaning_of(label) for label in labels.split("|")} == {meaning}


def test_a_label_without_its_blanks_with_its_value_glued_to_it_and_with_a_wrong_letter() -> None:
    report = read_lines(
        "ReportNo.:QH-2601133",
        "Dateofissue:Jan05,2026",
        "Applicantname:Harrow Trading Ltd",
        "SampleDescripticn:LED lamp A60",
        "Batchnumber:L-2409",
        read_by="ocr",
    )
    told = (report.report_no, report.client, report.goods, *report.lots)
    assert [fact.text for fact in told if fact] == [
        "QH-2601133",
        "Harrow Trading Ltd",
        "LED lamp A60",
        "L-2409",
    ]
    assert report.issue_date is not None
    assert report.issue_date.value == date(2026, 1, 5)


def test_a_wrong_letter_is_forgiven_to_long_labels_of_read_pictures_only() -> None:
    tree = label_tree()
    assert tree.meaning(key_of("Repcrt number"), tolerant=True) == "report_no"
    assert tree.meaning(key_of("Repcrt number")) is None
    assert tree.meaning(key_of("Lct no"), tolerant=True) is None
    assert read_lines("Sample Descripticn: LED lamp A60").goods is None


@pytest.mark.parametrize("label", ["Sample No.", "Job No.", "Order No.", "Customer PO", "File No.", "Lab ID"])
def test_other_numbers_are_no_report_numbers(label: str) -> None:
    assert read_lines(f"{label}: AB-260117").report_no is None
