"""Annex: the form on which the buyer states a claim and lists its evidence."""

from __future__ import annotations

from tradedocs.model.annex import AnnexTable, Texts
from tradedocs.model.deal import Deal
from tradedocs.words.bilingual import Languages, Pair, Parts, both, column, each
from tradedocs.words.party import name

_TO_FILL: tuple[tuple[Pair, Pair], ...] = (
    (("Shipment and goods line", "批次和项号"), ("numbers as in this Contract", "按本合同的编号")),
    (("Invoice and transport document", "发票和运输单据"), ("numbers and dates", "号码和日期")),
    (("Lot or batch, container, seal", "批号、集装箱号、封志号"), ("as marked on the packages", "按包装上的标志")),
    (("Date of arrival; date found", "到货日期；发现日期"), ("day, month, year", "年、月、日")),
    (("Kind of claim", "索赔类别"),
     ("☐ quantity or weight   ☐ quality   ☐ packing or marking   ☐ hidden defect",
      "☐ 数量或重量   ☐ 质量   ☐ 包装或标志   ☐ 隐蔽缺陷")),
    (("Description", "缺陷说明"), ("what does not conform, and to which requirement", "何处不符，不符合哪一项要求")),
    (("Photos and videos", "照片和视频"),
     ("list of the original files: date, what each shows (packages, marks, lot number, defect beside a scale)",
      "原始文件清单：日期及各文件所显示的内容（包装、标志、批号、缺陷部位附标尺）")),
    (("Quantity examined and found defective", "已检查数量和缺陷数量"),
     ("how many, and how they were chosen", "数量及抽取方式")),
    (("Samples kept", "保存的样品"), ("what, how many, where, sealed by whom", "何种样品、数量、地点、封样人")),
    (("Storage and use since arrival", "到货后的储存和使用"), ("where and how", "地点和方式")),
    (("Report of an independent body", "独立机构的报告"),
     ("body, number and date, or: to follow", "机构、编号和日期，或注明后补")),
    (("Settlement asked for", "要求的解决方式"),
     ("☐ discount or refund   ☐ free replenishment   ☐ offset against the next order   ☐ other",
      "☐ 折扣或退款   ☐ 免费补货   ☐ 抵扣下一订单   ☐ 其他")),
    (("Amount or quantity asked for", "要求的金额或数量"), ("with the calculation", "附计算")),
    (("Name, date, signature", "姓名、日期、签字"), ("for the Buyer", "买方代表")),
)  # fmt: skip


def claim_form(deal: Deal, languages: Languages) -> Parts:
    """What the contract knows is filled in; the rest is for the buyer."""
    known: tuple[tuple[Texts, Texts], ...] = (
        (both(("Contract No.", "合同编号"), languages), (deal.contract_no,)),
        (both(("Buyer", "买方"), languages), each(lambda language: name(deal.buyer, language), languages)),
        (
            both(("To the Seller", "致卖方"), languages),
            each(lambda language: name(deal.seller, language), languages),
        ),
        (both(("Sent to", "发送至"), languages), (deal.seller.email,)),
    )
    asked = tuple((both(what, languages), both(hint, languages)) for what, hint in _TO_FILL)
    columns = (column(("Item", "项目"), 30, languages), column(("Statement", "内容"), 70, languages))
    given = AnnexTable(columns=columns, rows=known)
    return Parts(tables=(given, AnnexTable(columns=columns, rows=asked, form=True)))
