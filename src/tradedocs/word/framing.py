"""Making a frame by the ordinary way of building, with marks in place of the values, and proving it.

Filled with the values of a contract that was built the ordinary way, and read back, it must give the same bytes in
every part.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from tradedocs.model.contract import Contract
from tradedocs.word.annexes import annexes_xml
from tradedocs.word.articles import articles_xml
from tradedocs.word.build import sent_text
from tradedocs.word.built import BuiltFile
from tradedocs.word.cover import IN_TURN, PARALLEL, facts_context
from tradedocs.word.embed import with_item
from tradedocs.word.form import AROUND, DEAL, PASSPORT, SPEC, TABLES, Form, Frame, filled, mark, sections
from tradedocs.word.leaves import values_in, with_marks
from tradedocs.word.package import DOCUMENT, packed, read_parts
from tradedocs.word.properties import CORE, with_properties
from tradedocs.word.template import WordTemplate
from tradedocs.word.text import visible_lines

_TABLES_XML = Markup("<w:p><w:r><w:t>{}</w:t></w:r></w:p>").format(mark(TABLES))


def proved(
    contract: Contract, template: WordTemplate, values: Sequence[str], made: BuiltFile, deal_sha256: str
) -> Frame | None:
    """The frame of a contract that was built and read back, if it gives the very same parts."""
    frame = _frame(contract, template)
    again = filled(frame, contract, values, deal_sha256).data
    return frame if read_parts(again, name="-") == read_parts(made.data, name="-") else None


def _frame(contract: Contract, template: WordTemplate) -> Frame:
    marked, context = with_marks(contract, facts_context(contract), mark)
    in_turn = template.uses(IN_TURN)
    context[IN_TURN if in_turn else PARALLEL] = articles_xml(marked, in_turn=in_turn)
    context["annexes"] = annexes_xml(marked, _TABLES_XML)
    parts = with_properties(template.render(context), contract)
    body, around = visible_lines(parts)
    sent = sent_text(body, (mark(AROUND),), marked.articles, contract.languages)
    text = sent.model_dump_json(exclude_none=True)
    whole = with_item(parts, mark(PASSPORT), mark(SPEC), mark(DEAL), text)
    item = next(name for name in whole if name not in parts and name.endswith(".xml") and "Props" not in name)
    texts = {name: data.decode() for name, data in whole.items() if b"Qz" in data}
    texts[DOCUMENT] = texts[DOCUMENT].replace(_TABLES_XML, mark(TABLES))
    return Frame(
        template_sha256=template.sha256,
        packed={name: packed(data) for name, data in whole.items() if name not in texts and name != CORE},
        parts={name: sections(one) for name, one in texts.items()},
        item=item,
        in_articles=len(values_in(contract.articles)),
        body=Form.of("\n".join(body)),
        around=tuple(Form.of(one) for one in around),
    )
