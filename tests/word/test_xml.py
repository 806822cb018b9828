from __future__ import annotations

import pytest

from tradedocs.errors import RefusedInput
from tradedocs.word.xml import parse, serialised, w

ENTITY = b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'
LAUGHS = (
    b'<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx">'
    + b"".join(b'<!ENTITY x%d "%s">' % (n, b"&x%d;" % (n - 1) * 10 if n else b"&x;" * 10) for n in range(12))
    + b"]><a>&x11;</a>"
)


@pytest.mark.parametrize("data", [ENTITY, LAUGHS], ids=["external", "laughs"])
def test_a_document_type_is_refused(data: bytes) -> None:
    with pytest.raises(RefusedInput) as refused:
        parse(data, "word/document.xml")
    assert refused.value.place == "word/document.xml"


@pytest.mark.parametrize("data", [b"", b"<a>", b"<a/><b/>", b"<a>\x01</a>"])
def test_what_is_not_well_formed_is_refused_with_its_part(data: bytes) -> None:
    with pytest.raises(RefusedInput, match="well-formed"):
        parse(data, "word/header1.xml")


def test_a_part_comes_back_as_it_was() -> None:
    text = f'<w:p xmlns:w="{w("")[1:-1]}"><w:t>谷 &amp; &lt;</w:t></w:p>'
    assert text.encode() in serialised(parse(text.encode(), "x"))
