"""What a contract file says of itself, and whether its visible text still agrees with that.

The passport shows accidents and honest edits. It is no signature: who can write a passport can write another. That
the file is the one that was built is shown by its hash in the ledger.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree
from pydantic import ValidationError

from tradedocs.errors import RefusedInput
from tradedocs.files import read_bytes, sha256_of
from tradedocs.model.base import Fact
from tradedocs.model.contract import Article, Passport
from tradedocs.model.deal import Deal
from tradedocs.model.gaps import gaps_shown
from tradedocs.model.sent import SentText
from tradedocs.model.spec import Spec
from tradedocs.ui import say
from tradedocs.word.embed import NAMESPACE
from tradedocs.word.hostile import parts_from_outside
from tradedocs.word.package import DOCUMENT, FILE_LIMIT
from tradedocs.word.spectable import differences
from tradedocs.word.text import text_sha256
from tradedocs.word.xml import parse


class ContractFile(Fact):
    """A contract file as it was found.

    Attributes:
        file: its name.
        sha256: the hash of its bytes.
        passport, spec: what is embedded in it.
        deal: the deal that it was made of, without what is internal; None in files of older versions.
        sent: the text as it was built; None in files of older versions.
        problems: where the visible text, the passport and the Spec disagree; empty when they agree.
    """

    file: str
    sha256: str
    passport: Passport
    spec: Spec
    problems: tuple[str, ...]
    deal: Deal | None = None
    sent: SentText | None = None

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles of the contract as they read with this file; none in files of older versions."""
        if self.sent is None:
            return ()
        return self.sent.articles if self.passport.amends is None else self.sent.in_force


def read_contract(path: Path) -> ContractFile:
    """Read a contract file and compare what it shows with what it says of itself.

    Raises:
        UsageError: there is no such file, or it is larger than a contract can be.
        RefusedInput: it is no DOCX, is damaged or hostile, or was not built by this program.
    """
    data = read_bytes(path, limit=FILE_LIMIT)
    parts = parts_from_outside(data, name=path.name)
    item = _item(parts, path.name)
    passport, spec = _embedded(item, path.name)
    deal, sent = _made_of(item, path.name)
    problems = tuple(_problems(parts, passport, spec, sent))
    return ContractFile(
        file=path.name, sha256=sha256_of(data), passport=passport, spec=spec, problems=problems, deal=deal, sent=sent
    )  # fmt: skip


def carries_passport(parts: Mapping[str, bytes]) -> bool:
    """Whether the file says of itself that this program built it; a damaged or doubled passport counts.

    Raises:
        RefusedInput: a part is not well-formed.
    """
    return any(root.tag == f"{{{NAMESPACE}}}contract" for root in _custom(parts))


def _item(parts: Mapping[str, bytes], name: str) -> etree._Element:
    items = [root for root in _custom(parts) if root.tag == f"{{{NAMESPACE}}}contract"]
    if len(items) != 1:
        fact = (
            say("this Word file carries no contract passport")
            if not items
            else say("this Word file carries {n} contract passports", n=len(items))
        )
        raise RefusedInput(fact, place=name, way_out=_way_out())
    return items[0]


def _embedded(item: etree._Element, name: str) -> tuple[Passport, Spec]:
    texts = [item.findtext(f"{{{NAMESPACE}}}{key}") or "" for key in ("passport", "spec")]
    try:
        return Passport.model_validate_json(texts[0]), Spec.model_validate_json(texts[1])
    except ValidationError as error:
        raise _damaged(error, name) from error


def _made_of(item: etree._Element, name: str) -> tuple[Deal | None, SentText | None]:
    deal, sent = (item.findtext(f"{{{NAMESPACE}}}{key}") for key in ("deal", "text"))
    try:
        with gaps_shown():  # a draft holds marks where the deal leaves a text out
            return (
                Deal.model_validate_json(deal) if deal else None,
                SentText.model_validate_json(sent) if sent else None,
            )
    except ValidationError as error:
        raise _damaged(error, name) from error


def _damaged(error: ValidationError, name: str) -> RefusedInput:
    first = error.errors()[0]
    where = ".".join(str(step) for step in first["loc"])
    return RefusedInput(
        say("the passport in this file is damaged: {where}: {reason}", where=where, reason=first["msg"]),
        place=name,
        way_out=_way_out(),
    )


def _way_out() -> str:
    return say("Give the contract.docx that `tradedocs contract build` wrote, or the deal file.")


def _custom(parts: Mapping[str, bytes]) -> Iterator[etree._Element]:
    for part in parts:
        folder, _, file = part.rpartition("/")
        if (
            folder.lower() == "customxml"
            and file.lower().startswith("item")
            and file.lower().endswith(".xml")
        ):
            yield parse(parts[part], part)


def _problems(
    parts: Mapping[str, bytes], passport: Passport, spec: Spec, sent: SentText | None
) -> Iterator[str]:
    if text_sha256(parts) != passport.text_sha256:
        yield say("the visible text is not the text that was built: the file was edited")
    if spec.sha256 != passport.spec_sha256:
        yield say("the embedded specification is not the one that the passport names")
    if spec.contract_no != passport.contract_no:
        yield say("the passport is of contract {passport}, the specification of contract {spec}",
                  passport=passport.contract_no, spec=spec.contract_no)  # fmt: skip
    if sent is not None and not says_the_same(sent, passport):
        yield say("the embedded text is not the one that the passport names")
    if passport.amends is None or passport.amends.spec_changed:
        yield from differences(parse(parts[DOCUMENT], DOCUMENT), spec, passport.languages)


def says_the_same(sent: SentText, passport: Passport) -> bool:
    """Whether the embedded text is the one whose hash the passport holds."""
    whole = "\n".join((*sent.body(passport.languages), *sent.around))
    return sha256_of(whole.encode()) == passport.text_sha256
