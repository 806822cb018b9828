from __future__ import annotations

import re
import typing
from importlib import resources
from pathlib import Path

import pytest

from tests.contract.deals import LIBRARY
from tradedocs import yamlfile
from tradedocs.model.clause import Language
from tradedocs.model.shapes import LocalText
from tradedocs.model.terms import Incoterm, Institution
from tradedocs.registers import (
    DeadInstrument,
    dead_in,
    incoterm,
    incoterms,
    institution,
    institutions,
    instruments,
    pair_note,
    state,
    state_named,
    states,
)
from tradedocs.registers.incoterms import Incoterms
from tradedocs.registers.institutions import Institutions
from tradedocs.registers.instruments import Instruments
from tradedocs.registers.issuers import Issuers
from tradedocs.registers.packaged import Register
from tradedocs.registers.states import States

DATA = Path(str(resources.files("tradedocs.registers") / "data"))
FILES: dict[str, type[Register]] = {
    "incoterms": Incoterms,
    "institutions": Institutions,
    "instruments": Instruments,
    "issuers": Issuers,
    "states": States,
}


@pytest.mark.parametrize("name", FILES)
def test_the_files_are_what_the_strict_reader_reads(name: str) -> None:
    assert yamlfile.load(DATA / f"{name}.yaml", FILES[name]).version == "1"


def test_every_file_is_read() -> None:
    assert {path.stem for path in DATA.glob("*.yaml")} == set(FILES)


def test_every_rule_that_a_deal_may_name_is_in_the_register_once() -> None:
    assert sorted(rule.code for rule in incoterms().rules) == sorted(typing.get_args(Incoterm))


# Who carries, who insures with what, who clears for export and import: Incoterms® 2020.
TABLE = {
    "EXW": "any buyer - buyer buyer",
    "FCA": "any buyer - seller buyer",
    "CPT": "any seller - seller buyer",
    "CIP": "any seller ICC(A) seller buyer",
    "DAP": "any seller - seller buyer",
    "DPU": "any seller - seller buyer",
    "DDP": "any seller - seller seller",
    "FAS": "sea buyer - seller buyer",
    "FOB": "sea buyer - seller buyer",
    "CFR": "sea seller - seller buyer",
    "CIF": "sea seller ICC(C) seller buyer",
}


@pytest.mark.parametrize("code", TABLE)
def test_the_rules(code: Incoterm) -> None:
    rule = incoterm(code)
    cover = rule.insurance.cover.replace(" ", "") if rule.insurance else "-"
    assert f"{rule.mode} {rule.carriage} {cover} {rule.export} {rule.import_}" == TABLE[code]
    assert rule.containers is (rule.mode == "any")
    assert (rule.instead is None) is rule.containers
    assert rule.risk.zh


def test_dead_terms_lead_to_rules_in_force() -> None:
    assert {"DAT", "DDU", "DAF", "DES", "DEQ", "C&F"} <= {term.name for term in incoterms().dead}
    assert all(term.replaced_by for term in incoterms().dead)


# Exact names and how the edition of the rules is named.
NAMES = {
    "CIETAC": ("China International Economic and Trade Arbitration Commission", "中国国际经济贸易仲裁委员会",
               "in effect at the time of applying for arbitration", "申请仲裁时有效的"),
    "HKIAC": ("Hong Kong International Arbitration Centre", "香港国际仲裁中心",
              "in force when the Notice of Arbitration is submitted", "提交仲裁通知时有效的"),
    "SIAC": ("Singapore International Arbitration Centre", "新加坡国际仲裁中心", "for the time being in force",
             "届时有效的"),
    "ICC": ("International Court of Arbitration of the International Chamber of Commerce", "国际商会国际仲裁院",
            "in force when the Request for Arbitration is submitted", "提交仲裁申请时有效的"),
    "LCIA": ("London Court of International Arbitration", "伦敦国际仲裁院",
             "in force when the Request for Arbitration is submitted", "提交仲裁申请时有效的"),
    "SHIAC": ("Shanghai International Arbitration Center", "上海国际仲裁中心",
              "in effect at the time of applying for arbitration", "申请仲裁时有效的"),
    "SCIA": ("Shenzhen Court of International Arbitration", "深圳国际仲裁院",
             "in effect at the time of applying for arbitration", "申请仲裁时有效的"),
    "BAC": ("Beijing Arbitration Commission", "北京仲裁委员会", "in effect at the time of applying for arbitration",
            "申请仲裁时有效的"),
}  # fmt: skip


@pytest.mark.parametrize("code", typing.get_args(Institution))
def test_the_institutions(code: Institution) -> None:
    entry = institution(code)
    assert (entry.name.en, entry.name.zh, entry.formula.en, entry.formula.zh) == NAMES[code]
    assert entry.rules.zh.startswith("《")
    assert entry.source
    assert entry.never


def test_no_wrong_name_is_a_right_one() -> None:
    right = {name for one in institutions() for name in (one.name.en, one.name.zh)}
    wrong = {name for one in institutions() for trap in one.never for name in (trap.name.en, trap.name.zh)}
    assert not right & wrong


# Texts in each language for every dead entry: each is found, and every pattern finds one.
FOUND = {
    "incoterms-old": (
        ["FOB Ningbo, Incoterms® 2010", "Incoterms (ICC) 2000", "Incoterms (1990)", "INCOTERMS 2000"],
        ["FOB宁波，Incoterms® 2010", "1990年《国际贸易术语解释通则》", "2000年版《国际贸易术语解释通则》",
         "2010国际贸易术语解释通则", "《国际贸易术语解释通则》（2010）"],
    ),
    "incoterm-DAT": (["DAT Hamburg"], ["DAT汉堡", "终点站交货", "运输终端交货"]),
    "incoterm-DAF": (["DAF border"], ["DAF边境", "边境交货"]),
    "incoterm-DES": (["DES Hamburg"], ["DES汉堡", "目的港船上交货"]),
    "incoterm-DEQ": (["DEQ Hamburg"], ["DEQ汉堡", "目的港码头交货"]),
    "incoterm-DDU": (["delivered DDU Hamburg"], ["DDU汉堡", "未完税交货"]),
    "incoterm-C&F": (["C&F Hamburg", "C & F Hamburg", "CandF"], ["按C&F汉堡", "C & F", "CandF"]),
    "incoterm-CNF": (["CNF Hamburg"], ["CNF汉堡"]),
    "incoterm-FOB airport": (
        ["FOB airport Ningbo", "FOB Airport"], ["FOB airport", "FOB Airport", "FOB机场", "机场交货"],
    ),
    "inspection-authority": (
        ["of AQSIQ", "CCIB", "by CIQ", "SACI", "China Commodity Inspection Bureau",
         "China Import and Export Commodity Inspection Bureau",
         "China Exit and Entry Inspection and Quarantine Bureau", "Entry-Exit Inspection and Quarantine Bureau"],
        ["中国进出口商品检验局", "由中国商检局出具", "出入境检验检疫局", "国家质量监督检验检疫总局", "质检总局"],
    ),
    "arbitration-provisional-rules": (
        ["its Provisional Rules of Procedure", "Foreign Trade Arbitration Commission",
         "Foreign Economic and Trade Arbitration Commission"],
        ["按照其仲裁程序暂行规则", "对外经济贸易仲裁委员会"],
    ),
    "icc-conciliation": (["the Rules of Conciliation and Arbitration of the ICC"], ["国际商会调解与仲裁规则"]),
    "ucp-old": (
        ["subject to UCP 500", "UCP No. 400", "ICC Publication No. 500"], ["适用UCP 500", "国际商会第500号出版物"],
    ),
    "isbp-old": (["as ISBP 745 says"], ["依ISBP 745"]),
    "urc-322": (["subject to URC 322"], ["适用URC 322"]),
    "contract-law": (
        ["the Contract Law of the People's Republic of China", "PRC Contract Law", "Chinese Contract Law",
         "Foreign Economic Contract Law", "General Principles of Civil Law"],
        ["中华人民共和国合同法", "依《合同法》", "涉外经济合同法", "民法通则", "《民法典（草案）》"],
    ),
    "telex": (
        ["by telex", "Telexes", "telefax", "Telefax", "a telegram", "by cable", "by fax", "by facsimile",
         "cable or telex"],
        ["电传", "以电报通知", "传真"],
    ),
    "libor": (["LIBOR plus 2 %", "London Interbank Offered Rate"], ["LIBOR加2%", "伦敦银行同业拆借利率"]),
    "form-a": (
        ["certificate of origin Form A", "FORM A", "a GSP certificate"],
        ["普惠制原产地证书", "原产地证书格式A", "Form A原产地证书", "FORM A证书"],
    ),
    "two-paths": (
        ["submitted to arbitration or litigation", "Arbitration or court", "by litigation or arbitration",
         "CIETAC or the competent courts", "arbitrated or litigated"],
        ["提交仲裁或向法院起诉", "诉讼或仲裁", "起诉或者仲裁", "或裁或审"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("dead", instruments().dead, ids=lambda dead: dead.id)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_dead_names_are_found_in_both_languages(dead: DeadInstrument, language: Language) -> None:
    texts = FOUND[dead.id][language == "zh"]
    for text in texts:
        assert dead.id in [hit.instrument.id for hit in dead_in(text, language)], text
    for pattern in getattr(dead.found, language):
        assert any(re.search(pattern, text) for text in texts), pattern
    assert not list(dead_in(getattr(dead.replaced_by, language), language))


@pytest.mark.parametrize(
    "text",
    [
        "FOB Ningbo, Incoterms® 2020",
        "DESCRIPTION AND DATE",
        "subject to UCP 600",
        "the Civil Code of the People's Republic of China",
        "arbitration or mediation",
        "XDDU",
    ],
)
def test_what_is_in_force_is_not_found(text: str) -> None:
    assert not list(dead_in(text, "en"))


def test_a_country_that_the_register_does_not_know_is_unknown() -> None:
    assert state("ZZ") is None


def test_states_and_the_cisg() -> None:
    codes = [one.code for one in states().states]
    assert len(codes) == len(set(codes))
    assert sum(one.cisg == "yes" for one in states().states) >= 97
    for code, cisg in (
        ("CN", "yes"),
        ("DE", "yes"),
        ("BR", "yes"),
        ("GB", "no"),
        ("IN", "no"),
        ("TW", "disputed"),
    ):
        found = state(code)
        assert found is not None
        assert found.cisg == cisg
    assert sum(one.eu for one in states().states) == 27
    assert pair_note("HK", "CN") is not None
    assert pair_note("DE", "CN") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("the People's Republic of China", "CN"),
        ("Hong Kong, China", "HK"),
        ("English law", "GB"),
        ("Shanghai", "CN"),
        ("Germany and France", None),
        ("Niger", None),
    ],
)
def test_states_are_found_by_their_names(text: str, code: str | None) -> None:
    found = state_named(LocalText(en=text))
    assert (found.code if found else None) == code


def test_a_state_is_found_by_its_chinese_name() -> None:
    found = state_named(LocalText(en="our law", zh="中华人民共和国法律"))
    assert found is not None
    assert found.code == "CN"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_pattern_begins_with_a_plain_character(language: Language) -> None:
    """Then all of them are searched in one pass that skips from one possible beginning to the next."""
    for dead in instruments().dead:
        for pattern in getattr(dead.found, language):
            assert pattern[0] not in "([.^$*+?|", pattern
            assert not re.match(r"\\[^ &]", pattern), pattern


def test_the_packaged_clauses_name_nothing_that_is_out_of_date() -> None:
    for clause in LIBRARY.clauses:
        for paragraph in clause.paragraphs:
            for text, language in ((paragraph.en, "en"), (paragraph.zh, "zh")):
                hits = [hit.instrument.id for hit in dead_in(text, language) if hit.instrument.certain]  # type: ignore[arg-type]
                assert not hits, (clause.id, text)
