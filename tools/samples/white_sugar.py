"""Certificates of quality and weight of the first sugar shipment, sampled while the containers were loaded."""

from __future__ import annotations

from samples.blocks import (
    Block,
    Conclusion,
    Facts,
    Grid,
    Heading,
    Letterhead,
    Paragraph,
    Results,
    SampleReport,
    Signature,
    row,
    varied,
    with_note,
)

_COMPANY = "Northquay Superintendence (Thailand) Ltd."
_ISSUER = Letterhead(
    name=_COMPANY,
    tagline="Marine and cargo superintendents",
    foot=(
        "Laem Chabang office: 41/7 Sukhumvit Road, Si Racha, Chonburi 20230, Thailand",
        "Tel. +66 38 555 0151   certificates@northquay.example   www.northquay.example",
    ),
    small_print=(
        "Issued under our general terms of business, which are sent on request and limit what we answer for "
        "to ten times the fee. The certificate speaks of the place and the time of our intervention only; "
        "it is no guarantee of the state of the goods on arrival and does not replace the duties of the "
        "parties under their contract, under which a buyer may still reject the goods. Copies other than "
        "the three signed originals are for information. Any erasure or addition by another hand makes this "
        "certificate void and may be prosecuted. Sealed reference samples are kept for ninety days and "
        "then destroyed unless we are told otherwise in writing before that date."
    ),
    style="certificate",
    colour="#1c2f5c",
)

_CONTAINERS = (
    ("NQTU 310442-6", "NQ 771201"), ("NQTU 310457-1", "NQ 771202"), ("NQTU 310463-2", "NQ 771203"),
    ("NQTU 310471-4", "NQ 771204"), ("NQTU 310486-9", "NQ 771205"), ("NQTU 310490-9", "NQ 771206"),
    ("NQTU 310505-0", "NQ 771207"), ("NQTU 310512-7", "NQ 771208"), ("NQTU 310528-2", "NQ 771209"),
    ("NQTU 310533-8", "NQ 771210"), ("NQTU 310549-3", "NQ 771211"), ("NQTU 310554-9", "NQ 771212"),
)  # fmt: skip


_RESULTS = Results(
    ("Parameter", "Method", "Unit", "Specification", "Result"),
    (46, 54, 18, 30, 26),
    (
        row("Polarisation", "ICUMSA GS2/3-1 (2011)", "°Z", "Min. 99.80", "99.86"),
        row("Colour in solution", "ICUMSA GS2/3-10 (2011)", "IU", "Max. 45", "38"),
        row("Moisture", "ICUMSA GS2/1/3/9-15 (2007)", "%", "Max. 0.06", "0.03"),
        row("Conductivity ash", "ICUMSA GS2/3/9-17 (2011)", "%", "Max. 0.04", "0.021"),
        row("Reducing sugars", "ICUMSA GS2/3/9-5 (2011)", "%", "Max. 0.05", "0.02"),
        row("Sulphur dioxide", "ICUMSA GS2/1/7/9-33 (2011)", "mg/kg", "Max. 10", "4.1"),
        row("Insoluble matter", "ICUMSA GS2/3/9-19 (2007)", "mg/kg", "Max. 20", "11"),
        row("Lead (Pb)", "EN 15763:2009", "mg/kg", "Max. 0.5", "< 0.05"),
        row("Arsenic (As)", "EN 15763:2009", "mg/kg", "Max. 0.5", "< 0.05"),
        row("Copper (Cu)", "EN 14084:2003", "mg/kg", "Max. 2.0", "0.3"),
        row("Mean aperture", "ICUMSA GS2/9-37 (2007)", "mm", "-", "0.68", called_for=False),
    ),
    values=(3,),
)

_LOADING = Results(
    ("Item examined", "Requirement", "Finding"),
    (66, 64, 44),
    (
        row("Cleanliness of containers", "clean, dry, free from odour", "Conform"),
        row("Condition of bags and marks", "new, sound, sewn; marks legible", "Conform"),
        row("Foreign odour of the goods", "none", "Conform", called_for=False),
    ),
    values=(1,),
)

_BLOCKS: tuple[Block, ...] = (
    Paragraph(
        "At the request of the applicant named below we attended the loading of the goods described, drew "
        "samples and had them analysed, and we certify what follows."
    ),
    Facts(
        (
            ("Applicant", "Siam Phetchalong Sugar & Refinery Co., Ltd."),
            ("Shipper", "Siam Phetchalong Sugar & Refinery Co., Ltd."),
            ("Buyer", "Qingdao Yuanqiao Grain & Sugar Import and Export Co., Ltd."),
            ("Commodity", "White refined cane sugar ICUMSA 45"),
            ("Contract No.", "YQ/SUG/26-083"),
            ("Letter of credit", "QDLC2026-30917 of 24 July 2026"),
            ("Declared net weight", "300.000 MT"),
            ("Packing", "6,000 polypropylene bags with inner liner, 50 kg net each"),
            ("Vessel", "MV TEAL HORIZON, voyage 118E"),
            ("Port of loading", "Laem Chabang, Thailand"),
            ("Port of discharge", "Qingdao, China"),
            ("Date of inspection", "9 to 11 September 2026"),
        )
    ),
    Heading("1.  Weight"),
    Paragraph(
        "Each truck was weighed full and empty on the certified weighbridge of the terminal (80 t, verified "
        "on 2 March 2026) in our presence, and 120 bags were weighed singly to find the tare."
    ),
    Grid(
        (
            ("Bags counted", "Gross weight", "Tare", "Net weight found"),
            ("6,000", "300.762 MT", "0.810 MT", "299.952 MT"),
        ),
        (42, 44, 44, 44),
        labels=False,
    ),
    Heading("2.  Sampling"),
    Paragraph(
        "Increments were taken by our surveyors during loading from every tenth bag of each container (600 "
        "increments), combined, mixed and divided into four samples of 1.5 kg. They were sealed with our "
        "seal NQ 0418 and bear the numbers 0418/A to 0418/D: one each for the buyer, the seller and the "
        "analysis, and one kept by us."
    ),
    Heading("3.  Analysis"),
    Paragraph(
        "Sample 0418/C was analysed as received in our laboratory in Si Racha from 11 to 13 September "
        "2026. In figures a point parts the decimals and a comma the thousands."
    ),
    _RESULTS,
    Heading("4.  Attendance at loading"),
    _LOADING,
    Conclusion(
        "Conclusion", "PASS",
        "The results of section 3 and the findings of section 4 were held against the specification that "
        "the applicant handed to us.",
    ),
    Heading("5.  Containers and seals"),
    Paragraph("The goods were stowed in twelve containers of 20 feet, 500 bags each, and sealed by us:"),
    Grid(
        (
            ("Container", "Our seal", "Container", "Our seal"),
            *((*left, *right) for left, right in zip(_CONTAINERS[:6], _CONTAINERS[6:], strict=True)),
        ),
        (50, 37, 50, 37),
    ),
    Signature(
        "Signed for and on behalf of",
        _COMPANY,
        (("Somchai Rattana", "Superintendent"), ("P. Intharat", "Chief chemist")),
    ),
)  # fmt: skip

_PASS = SampleReport(
    _ISSUER, "Certificate of Quality and Weight", "Certificate No.", "NQ-LCB-2026-11873", "Date of issue",
    "14 September 2026", _BLOCKS,
)  # fmt: skip


def _damp_and_dark() -> SampleReport:
    changes = {
        "Certificate No.": "NQ-LCB-2026-11879",
        "Colour in solution": "58",
        "Moisture": "0.08",
        "Conclusion": "FAIL",
    }
    report = varied(_PASS, frozenset(), changes)
    note = (
        "Colour and moisture are above the specification that the applicant handed to us; "
        "the other results are within it."
    )

    return with_note(report, note)


REPORTS = {
    "white-sugar/pass": _PASS,
    "white-sugar/fail": _damp_and_dark(),
    # Lead was not analysed, and nothing in the certificate says so.
    "white-sugar/incomplete": varied(
        _PASS, frozenset({"Lead (Pb)"}), {"Certificate No.": "NQ-LCB-2026-11884"}
    ),
}
