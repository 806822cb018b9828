from __future__ import annotations

from collections.abc import Iterator

import pytest

from tradedocs.registers import body_of, known_issuers, same_body
from tradedocs.registers.issuers import Issuer, teach
from tradedocs.registers.states import Called

BRANCHES = [
    ("SGS", "SGS"),
    ("SGS", "SGS-CSTC Standards Technical Services Co., Ltd. Guangzhou Branch"),
    ("SGS", "SGS-CSTC Standards Technical Services (Shanghai) Co., Ltd."),
    ("SGS", "SGS Hong Kong Limited"),
    ("SGS", "SGS (Malaysia) Sdn. Bhd."),
    ("SGS", "SGS Société Générale de Surveillance SA"),
    ("SGS", "通标标准技术服务有限公司广州分公司"),
    ("SGS", "通标标准技术服务（上海）有限公司"),
    ("SGS", "SGS 通标标准技术服务有限公司"),
    ("SGS Hong Kong Limited", "SGS-CSTC Standards Technical Services Co., Ltd. Qingdao Branch Agricultural Laboratory"),
    ("TUV SUD", "TÜV SÜD Certification and Testing (China) Co., Ltd. Shanghai Branch"),
    ("Intertek", "PT Intertek Utama Services"),
    ("Intertek", "深圳天祥质量技术服务有限公司"),
    ("CCIC", "China Certification & Inspection (Group) Co., Ltd."),
    ("CCIC", "中国检验认证集团广东有限公司"),
    ("Asia Quality Focus", "AQF (Asia Quality Focus)"),
    ("Tallis Brook Inspection", "Tallis Brook Inspection Co., Ltd. Ningbo Branch"),
    ("Tallis Brook Inspection", "Tallis Brook Inspection & Testing Services (Shenzhen) Ltd."),
    ("Tallis Brook Inspection Ltd", "Tallis Brook Inspection Limited, Electrical Laboratory"),
    ("柏溪检验", "柏溪检验上海有限公司"),
]  # fmt: skip
OTHERS = [
    ("SGS", "SGS Trading Ltd"),
    ("SGS", "SGS Supplier Certified Ltd"),
    ("SGS", "Tallis SGS Ltd"),
    ("SGS", "通标贸易有限公司"),
    ("SGS", "SGS 柏溪贸易有限公司"),
    ("SGS", "SGS Hong Kong Limited / Omega Trading Co., Ltd."),
    ("SGS", "Intertek Testing Services Ltd"),
    ("SGS", "\u0405GS Hong Kong Limited"),
    ("TÜV", "TÜV Rheinland (Shanghai) Co., Ltd."),
    ("TÜV SÜD", "TÜV Rheinland (Shanghai) Co., Ltd."),
    ("Tallis Brook Inspection", "Tallis Brook Inspection Trading Ltd"),
    ("Tallis Brook Inspection", "Tallis Brook Ltd"),
    ("Tallis Brook Inspection", ""),
    ("柏溪检验", "柏溪检验贸易有限公司"),
]


@pytest.fixture
def taught() -> Iterator[None]:
    teach((Issuer(id="brook", names=("Tallis Brook",), branches=("trading",)),), Called(en=("Newtown",)))
    yield
    teach(())


@pytest.mark.parametrize(("agreed", "printed"), BRANCHES)
def test_a_branch_of_the_named_body_is_that_body(agreed: str, printed: str) -> None:
    assert same_body(agreed, printed)


@pytest.mark.parametrize(("agreed", "printed"), OTHERS)
def test_another_body_is_not(agreed: str, printed: str) -> None:
    assert not same_body(agreed, printed)


@pytest.mark.usefixtures("taught")
def test_a_workspace_adds_bodies_and_places() -> None:
    assert same_body("Tallis Brook", "Tallis Brook Trading Ltd")
    assert same_body("SGS", "SGS Newtown Ltd")


def test_what_a_workspace_added_counts_no_longer_in_another() -> None:
    assert not same_body("Tallis Brook", "Tallis Brook Trading Ltd")
    assert not same_body("SGS", "SGS Newtown Ltd")


def test_every_body_knows_its_own_names_and_no_two_share_one() -> None:
    for body in known_issuers():
        for name in (*body.names, *body.zh):
            assert body_of(name) == body


def test_every_channel_tells_where_it_was_seen_and_lies_in_the_issuers_own_domain() -> None:
    for body in known_issuers():
        for route in body.verify:
            assert route.source
            if route.kind != "phone":
                host = route.target.rpartition("@")[2]
                assert any(host == domain or host.endswith(f".{domain}") for domain in body.domains)
