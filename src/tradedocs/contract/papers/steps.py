"""What the rules of the check say to somebody who does not run it: the finding in Chinese, and the next step.

A finding's own message, with its figures, is worded by its rule and stands beside. Its own next step is for the person
at the keyboard, and would tell the other side of commands.
"""

from __future__ import annotations

STEPS: dict[str, tuple[str, str, str]] = {
    "contract-altered": (
        "合同文件与记录不一致",
        "Check again with the contract file that was built and signed.",
        "使用原生成并签署的合同文件重新核对。",
    ),
    "contract-draft": (
        "合同文件为草稿",
        "Check again with the signed contract.",
        "以正式签署的合同重新核对。",
    ),
    "contract-unsigned": (
        "合同未有签署记录",
        "Record the signed contract and check again.",
        "登记已签署的合同后重新核对。",
    ),
    "addendum-open": (
        "有补充协议尚未签署或撤回",
        "Record the signed addendum, or withdraw it, and check again.",
        "登记签署件或撤回该补充协议后重新核对。",
    ),
    "no-ledger": (
        "核对结果未能登记",
        "Check again where the verdict can be recorded.",
        "在设有登记簿的工作区内重新核对。",
    ),
    "outside-limit": (
        "结果不符合要求",
        "Do not ship. Sort, rework or replace the goods and have them inspected again.",
        "不得装运；挑选、返工或更换后重新检验。",
    ),
    "aql-exceeded": (
        "不合格品数超过接收数",
        "Do not ship. Sort or rework the lot and have it inspected again.",
        "不得装运；挑选或返工后重新检验。",
    ),
    "conclusion-adverse": (
        "报告结论为不合格",
        "Find the reason, have the goods corrected and inspected again.",
        "查明原因，整改后重新检验。",
    ),
    "concession-credit": (
        "让步接收不能消除信用证项下的不符点",
        "Have the letter of credit amended so that the certificate may say what it says.",
        "申请修改信用证，使证书内容与其相符。",
    ),
    "concession-void": (
        "登记的让步接收不适用于该批货物",
        "Agree a concession in writing on what the report says, or put the goods right.",
        "就报告结果另行书面商定让步接收，或整改货物。",
    ),
    "name-mapped": (
        "该项目名称经人工确认与合同特性相同",
        "Nothing; the name was confirmed by a person.",
        "无须处理，名称已由人员确认。",
    ),
    "other-failure": (
        "报告中另有不合格项",
        "Have the inspection body say what failed; have it put right, or agree it in writing.",
        "向检验机构查明不合格内容，整改或与对方书面商定。",
    ),
    "related-failure": (
        "报告中相关项目超出要求",
        "Have the issuer say what this value is of. If it is of these goods, do not ship.",
        "请出具人说明该数值的对象；属于本货物的不得装运。",
    ),
    "adverse-on-record": (
        "先前核对的报告中有不利结果尚未消除",
        "Submit that report again, with the reissue that replaces it or the re-inspection that answers it.",
        "重新提交该报告，并附上取代该报告的重新签发件或针对该报告的复检报告。",
    ),
    "reports-differ": (
        "同一批货物的两份报告不一致",
        "Have the issuers say which report is right, and reissue the wrong one; or which lot each report is about.",
        "请各出具机构说明何者正确并重新签发有误的报告，或说明各报告所涉批次。",
    ),
    "standard-differs": (
        "所用抽样标准与合同不同",
        "Have the goods judged by the sampling standard that the contract or the credit names, or agree the other one.",
        "按合同或信用证指定的抽样标准检验，或书面商定采用另一标准。",
    ),
    "re-inspected": (
        "复检未能消除原不合格结果",
        "Have the goods inspected again: the report names the failed one, the rework, a fresh sample, and every class "
        "that failed.",
        "重新检验；复检报告须写明原报告编号、返工记录、重新抽样情况及全部不合格类别的结果。",
    ),
    "report-superseded": (
        "报告声明取代另一份报告",
        "Submit both reports, and the issuer's word on why the earlier one was replaced.",
        "提交两份报告及出具机构关于取代原因的说明。",
    ),
    "not-found": (
        "没有报告载明该特性的结果",
        "Have the inspection body report this result.",
        "请检验机构补充该项结果。",
    ),
    "wrong-evidence": (
        "报告不能证明该批货物（送检样品，或未写明由谁抽样）",
        "Have the inspection body draw the sample from the finished goods.",
        "由检验机构从成品中抽样检验。",
    ),
    "unit-unknown": (
        "计量单位不明",
        "Have the issuer state the unit.",
        "请出具人写明计量单位。",
    ),
    "not-comparable": (
        "结果无法与要求比较",
        "Have the issuer give a value that can be compared with the requirement.",
        "请出具人给出可与要求比较的数值。",
    ),
    "doubtful-reading": (
        "内容辨认存疑",
        "Look at the report itself; where it is not plain, ask its issuer.",
        "查看报告原件；仍不明确的，请出具人澄清。",
    ),
    "no-witness": (
        "数值仅以一种方式读取，未经复核",
        "Have a person compare the value with the page of the report and record it.",
        "由人员查看报告页面核对该数值并登记。",
    ),
    "values-differ": (
        "同一特性有不同数值",
        "Have the issuer say which value is right, in a corrected report.",
        "请出具人说明正确数值并出具更正报告。",
    ),
    "specimen-missing": (
        "缺少部分试样的数值",
        "Have the issuer report the missing value.",
        "请出具人补充缺少的数值。",
    ),
    "aql-missing": (
        "缺少抽样检验或其数据",
        "Have the inspection body report the complete AQL table.",
        "请检验机构提供完整的AQL表。",
    ),
    "aql-plan-differs": (
        "抽样方案与合同不一致",
        "Have the lot judged by the plan of the contract.",
        "按合同方案重新判定。",
    ),
    "conclusion-missing": (
        "没有明确的合格结论",
        "Have the inspection body state its conclusion.",
        "请检验机构出具结论。",
    ),
    "contract-reference": (
        "报告所载合同号不符",
        "Have the issuer report on this contract, with its number.",
        "请出具人出具本合同的报告。",
    ),
    "report-status": (
        "报告并非正式签发",
        "Provide the report as it was finally issued.",
        "索取正式签发的报告。",
    ),
    "several-reports": (
        "一个文件内含数份报告",
        "Provide each report as a file of its own, as its issuer made it.",
        "向出具人分别索取每份报告并逐份核对。",
    ),
    "report-unnamed": (
        "报告缺少出具人、编号或日期",
        "Provide the report as its issuer made it, with issuer, number and date.",
        "索取出具人出具的原报告。",
    ),
    "report-date": (
        "报告日期不在允许的期间内或不明确",
        "Provide the report on this shipment, with its date.",
        "请出具人提供本批货物的报告及其日期。",
    ),
    "issuer-not-agreed": (
        "出具人不是合同约定的检验机构",
        "Have a body inspect that the contract names, or amend the contract.",
        "由合同约定的机构检验，或修改合同。",
    ),
    "party-differs": (
        "报告所载当事人与合同不符",
        "Have the issuer report on the goods of this contract.",
        "请出具人出具本合同货物的报告。",
    ),
    "goods-differ": (
        "报告所载货物与合同不符",
        "Have the issuer report on the goods of this contract.",
        "请出具人出具本合同货物的报告。",
    ),
    "report-unattributed": (
        "报告未写明属于哪一项货物",
        "Have the issuer name the model, with one report for each line of goods.",
        "请出具人写明型号，每一项货物一份报告。",
    ),
    "report-reused": (
        "报告已用于放行另一批货物",
        "Provide the report on this shipment.",
        "取得本批货物的报告。",
    ),
    "quantity-short": (
        "检验数量少于装运数量，或包装未达要求",
        "Have the whole quantity inspected, finished and packed; or ship only what was inspected.",
        "检验全部数量，或仅装运已检验的数量。",
    ),
    "price-adjustment": (
        "结果处于保证值与拒收限之间",
        "Settle the price adjustment that the contract provides, in writing.",
        "按合同约定书面确认价格调整。",
    ),
    "own-result": (
        "数值为工厂自检结果",
        "Have the inspection body determine the value itself.",
        "由检验机构自行测定该数值。",
    ),
    "not-due": (
        "该特性须在卸货时确定，目前尚未到期",
        "Have it determined at discharge, as the contract says.",
        "按合同约定在卸货时测定。",
    ),
    "method-differs": (
        "检验方法或其版本与合同不符",
        "Have the value determined by the method of the contract, or agree the other one in writing.",
        "按合同规定的方法重新测定，或书面约定采用该方法。",
    ),
    "basis-differs": (
        "数值的基准与要求不符",
        "Have the value stated on the basis of the contract.",
        "请检验机构按合同规定的基准出具数值。",
    ),
    "limit-differs": (
        "报告所用限值与合同不符",
        "Have the goods judged by the limit of the contract, and the report issued anew.",
        "按合同限值判定并重新出具报告。",
    ),
    "report-revised": (
        "报告在出具后被改动",
        "Ask the issuer for the report as it was issued, and have the issuer confirm its number and date.",
        "向出具人索取原始报告，并确认报告编号和日期。",
    ),
    "report-inconsistent": (
        "报告各页或文件信息不一致",
        "Ask the issuer for the whole report as it was issued.",
        "向出具人索取完整的原始报告。",
    ),
    "look-alike-letters": (
        "名称或编号中含有形似字符",
        "Ask the issuer to confirm the name or the number in writing.",
        "请出具人书面确认该名称或编号。",
    ),
    "inspection-date": (
        "检验日期与报告、合同或装运不符",
        "Have the issuer confirm when the goods were inspected.",
        "请出具人确认检验日期。",
    ),
    "certificate-date": (
        "证书日期与装运日期、合同或信用证不符",
        "Have the credit amended or the discrepancy accepted by the buyer; the certificate keeps its true date.",
        "请买方修改信用证或书面接受不符点；证书日期应如实，不得更改。",
    ),
    "document-missing": (
        "合同或信用证要求的检验单据未提供",
        "Provide the document that the contract calls for.",
        "提供合同所要求的单据。",
    ),
    "type-test-stale": (
        "型式试验报告过期或日期不符",
        "Provide a type test that is valid for this contract.",
        "提供对本合同有效的型式试验报告。",
    ),
    "type-test-model": (
        "型式试验报告未表明与所售货物一致",
        "Provide a type test that names the goods that are sold.",
        "提供写明所售货物型号的型式试验报告。",
    ),
    "quantity-over": (
        "报告所载数量或重量与本批货物不符",
        "Have the quantity, the packing and the weight of the shipment stated and confirmed.",
        "核实并确认本批货物的数量、包装和重量。",
    ),
    "report-active-content": (
        "报告文件除页面外含有其他内容",
        "Ask the issuer for a plain file of the report, without notes, forms or programs.",
        "向出具人索取不含批注、表单和程序的报告文件。",
    ),
    "defects-differ": (
        "缺陷清单与AQL表不一致",
        "Have the inspection body correct the list or the table, and judge the lot anew.",
        "请检验机构更正缺陷清单或AQL表并重新判定。",
    ),
    "uncertainty-straddles": (
        "测量不确定度跨越限值",
        "Have the value measured again with a smaller uncertainty, stated in the report.",
        "以更小的测量不确定度重新测定，并在报告中写明。",
    ),
    "limit-direction": (
        "合同限值的方向有误",
        "Agree in writing which way the limit of the contract points.",
        "书面确认合同限值为上限或下限并修改合同。",
    ),
    "impossible-value": (
        "数值在物理上不可能",
        "Have the issuer look up the record of the measurement and correct the report.",
        "请出具人核对原始记录并出具更正报告。",
    ),
    "outside-accreditation": (
        "结果不在认可范围内",
        "Have it tested within the scope of an accreditation, as the contract asks.",
        "按合同要求由认可范围内的机构检测。",
    ),
    "identity-conflict": (
        "同一货物的数份报告所载批号、箱号或封号不一致",
        "Have the inspection bodies say which goods each of them saw; the reports must be of the same goods.",
        "请检验机构说明各自检验的货物；各报告须针对同一批货物。",
    ),
    "place-differs": (
        "检验地点与合同不一致",
        "Have the inspection body confirm where it inspected the goods.",
        "请检验机构确认检验地点。",
    ),
    "unread-page": (
        "报告有页面未能读取",
        "Provide the original file with text, or have a person read the page.",
        "索取带文字的原文件，或由人员阅读该页。",
    ),
}
"""By rule: the finding in Chinese, the next step in English and in Chinese."""
OTHER = ("见核对记录", "按核对记录处理。")
"""The finding and the next step in Chinese of a rule that is not in the table."""
OURS = frozenset(
    ("contract-altered", "contract-draft", "contract-unsigned", "addendum-open", "no-ledger", "no-witness")
)
"""Rules whose findings our side settles by itself."""
