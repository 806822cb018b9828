"""A contract as it reads with its signed addenda: clean, and marked on every page as no original."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tradedocs.errors import BuildError
from tradedocs.model.clause import Language
from tradedocs.model.contract import Contract
from tradedocs.ui import say
from tradedocs.word.cover import IN_TURN, context_of
from tradedocs.word.markup import paragraph, run
from tradedocs.word.package import write_parts
from tradedocs.word.properties import CORE, with_properties
from tradedocs.word.readback import read_back
from tradedocs.word.template import load_template
from tradedocs.word.text import HEADERS
from tradedocs.words import values
from tradedocs.words.missing import MissingFact

_STYLE = "ContractDraftMark"


def build_consolidation(contract: Contract, template: Path, *, on: date, addenda: int) -> bytes:
    """The consolidated text as a Word file. It carries no passport: nothing is to be checked against it.

    Raises:
        UsageError: the template cannot be read.
        BuildError: the deal leaves out what the cover says, or the template does not fit.
    """
    compiled = load_template(template)
    try:
        context = context_of(contract, in_turn=compiled.uses(IN_TURN))
    except MissingFact as error:
        raise BuildError(
            say("the deal leaves out what the cover of the contract needs: `{key}`", key=error.key),
            place=contract.deal.contract_no,
        ) from error
    parts = with_properties(compiled.render(context), contract)
    parts[CORE] = parts[CORE].replace(b"<dc:title>", b"<dc:title>Consolidated text: ")
    mark = "".join(
        str(paragraph(_STYLE, run(consolidation_mark(on, addenda, language), language)))
        for language in contract.languages
    ).encode()
    headers = [name for name in parts if HEADERS.fullmatch(name)]
    if not headers:
        raise BuildError(
            say("the template has no header to carry the mark of a consolidation"), place=template.name
        )
    for name in headers:
        parts[name] = parts[name].replace(b"</w:hdr>", mark + b"</w:hdr>")
    data = write_parts(parts)
    read_back(data, contract, context)
    return data


def consolidation_mark(on: date, addenda: int, language: Language) -> str:
    """What stands on every page."""
    day = values.day(on, language)
    if language == "zh":
        return f"合并文本：合同及其{addenda}份补充协议，截至{day}。非原件，不得签署。"
    with_ = f"with {addenda} addend{'um' if addenda == 1 else 'a'}"
    return f"CONSOLIDATED TEXT, the contract {with_} as of {day} – NOT AN ORIGINAL, NOT FOR SIGNATURE"
