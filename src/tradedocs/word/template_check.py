"""What a contract template lacks or misuses: every fault at once, each with its part, paragraph and text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from jinja2 import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from tradedocs.model.template import FaultKind, Severity, TemplateFault
from tradedocs.ui import say
from tradedocs.word.names import NEEDED
from tradedocs.word.package import CONTENT_TYPES, DOCUMENT, read_parts
from tradedocs.word.styles import missing_styles, with_our_ids
from tradedocs.word.template import RENDERED, UNSUPPORTED, paragraph_at, source_of
from tradedocs.word.template_names import Walk
from tradedocs.word.text import HEADERS, paragraph_text
from tradedocs.word.xml import RELS_URI, parse, w

_REVISIONS = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))
_TAG = re.compile(r"\{[{%#].*?[}%#]\}")
_STEERS = re.compile(r"\{[{%]-?\s*(p|tr|tc)\s")
_STEERS_RUN = re.compile(r"\{[{%]-?\s*r\s")
_BEGUN, _ENDED = re.compile(r"\{[{%]"), re.compile(r"[%}]\}")


def _fault(
    kind: FaultKind, message: str, part: str, paragraph: int | None = None, text: str = "", *,
    severity: Severity = "error",
) -> TemplateFault:  # fmt: skip
    return TemplateFault(
        severity=severity, kind=kind, message=message, part=part, paragraph=paragraph, text=text
    )


def check_template(data: bytes, name: str) -> tuple[TemplateFault, ...]:
    """Every fault of a template; none when contracts can be built with it.

    Raises:
        RefusedInput: it is no DOCX, or is damaged.
    """
    parts = with_our_ids(read_parts(data, name=name))
    faults = [*_macros(parts), *_links(parts), *_styles(parts)]
    printed: set[str] = set()
    roots = {part: parse(parts[part], part) for part in sorted(parts) if RENDERED.fullmatch(part)}
    for part, root in roots.items():
        faults += [*_revisions(part, root), *_lost_text(part, root)]
        found, names = _expressions(part, root)
        faults += found
        printed |= names
    return (*faults, *_never_printed(printed), *_unmarked(roots))


def _macros(parts: Mapping[str, bytes]) -> Iterator[TemplateFault]:
    for part in sorted(parts):
        if part.lower().endswith(("vbaproject.bin", "vbadata.xml")) or "/activex/" in part.lower():
            yield _fault("macro", say("the template holds a macro or a control that runs code"), part)
    if b"macroEnabled" in parts[CONTENT_TYPES]:
        yield _fault("macro", say("the file says that it may run macros; save it as .docx"), CONTENT_TYPES)


def _links(parts: Mapping[str, bytes]) -> Iterator[TemplateFault]:
    for part in sorted(parts):
        if not part.endswith(".rels"):
            continue
        for relation in parse(parts[part], part).iter(f"{{{RELS_URI}}}Relationship"):
            if relation.get("TargetMode") == "External":
                kind = relation.get("Type", "").rsplit("/", 1)[-1]
                yield _fault(
                    "external-link", say("the template fetches or links {kind} from outside", kind=kind), part,
                    text=relation.get("Target", ""), severity="warning" if kind == "hyperlink" else "error",
                )  # fmt: skip


def _styles(parts: Mapping[str, bytes]) -> Iterator[TemplateFault]:
    for style in missing_styles(parts):
        yield _fault(
            "missing-style", say("the template lacks the style {styles}", styles=style), "word/styles.xml"
        )


def _paragraphs(root: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    yield from enumerate(root.iter(w("p")), 1)


def _raw(element: etree._Element) -> str:
    """All text, that of deletions too: template code in it is executed."""
    return "".join(node.text or "" for node in element.iter(w("t"), w("delText")))


def _revisions(part: str, root: etree._Element) -> Iterator[TemplateFault]:
    """Text of a deletion is filled and executed like any other; tags half in it change their meaning."""
    for number, paragraph in _paragraphs(root):
        if any(True for _ in paragraph.iter(*_REVISIONS)):
            text = _raw(paragraph)
            message = (
                say("a tag stands in a tracked change, where deleted text is filled too")
                if _BEGUN.search(text)
                else say("the paragraph holds tracked changes; accept or reject them")
            )
            yield _fault("tracked-change", message, part, number, text)


def _lost_text(part: str, root: etree._Element) -> Iterator[TemplateFault]:
    """Text that would not come out: beside a tag that takes its paragraph, row or run away, or in a tag cut in two."""
    for number, paragraph in _paragraphs(root):
        text = paragraph_text(paragraph)
        steering = _STEERS.findall(text)
        if len(_BEGUN.findall(text)) > len(_ENDED.findall(text)):
            message = say("a tag begins here and does not end in this paragraph")
            yield _fault("cut-tag", message, part, number, text)
        if len(steering) > 1:
            message = say("two tags each take this paragraph or row for themselves")
            yield _fault("two-tags", message, part, number, text)
        elif rest := _beside(paragraph, text, steering):
            yield _fault(
                "lost-text", say("{rest!r} beside the tag is lost", rest=rest[:80]), part, number, text
            )


def _beside(paragraph: etree._Element, text: str, steering: list[str]) -> str:
    """The text that goes away together with the one tag of this paragraph that steers, or with a tag of a run."""
    if not steering:
        runs = [_raw(run) for run in paragraph.iter(w("r")) if _STEERS_RUN.search(_raw(run))]
        return "".join(_TAG.sub("", run) for run in runs).strip()
    row = next(paragraph.iterancestors(w("tr")), None) if steering[0] != "p" else None
    around = text if row is None else "".join(_raw(one) for one in row.iter(w("p")))
    return _TAG.sub("", around).strip()


def _expressions(part: str, root: etree._Element) -> tuple[list[TemplateFault], set[str]]:
    source = source_of(root)
    lines = source.split("\n")

    def fault(kind: FaultKind, message: str, line: int) -> TemplateFault:
        number, text = paragraph_at(lines, line)
        return _fault(kind, message, part, number, text)

    faults = [
        fault("unsupported-tag", say("{tag} is not supported in contracts", tag=found[0].strip()),
              source.count("\n", 0, found.start()) + 1)
        for found in UNSUPPORTED.finditer(source)
    ]  # fmt: skip
    if faults:
        return faults, set()
    try:
        tree = ImmutableSandboxedEnvironment(autoescape=True).parse(source)
    except TemplateSyntaxError as error:
        return [fault("syntax", error.message or say("a tag is wrong"), error.lineno)], set()
    walk = Walk(tree)
    for one in walk.undeclared:
        message = say("no contract has the name {name}", name=one.name) + (
            f". {one.hint}" if one.hint else ""
        )
        faults.append(fault("undeclared-name", message, one.line))
    return faults, walk.printed


def _never_printed(printed: set[str]) -> Iterator[TemplateFault]:
    for name in NEEDED:
        if name in printed or (name == "articles" and "articles_in_turn" in printed):
            continue
        yield _fault("dead-name", say("the template never prints {name}, which every contract needs", name=name),
                    DOCUMENT)  # fmt: skip
    if {"articles", "articles_in_turn"} <= printed:
        yield _fault("two-layouts", say("the template prints the articles in two layouts"), DOCUMENT)


def _unmarked(roots: Mapping[str, etree._Element]) -> Iterator[TemplateFault]:
    headers = [part for part in roots if HEADERS.fullmatch(part)]
    for part in headers:
        if "draft_mark" not in _raw(roots[part]):
            yield _fault("no-draft-mark", say("the header does not print {{ draft_mark }}"), part)
    body = roots.get(DOCUMENT)
    kinds = {one.get(w("type")) for one in body.iter(w("headerReference"))} if body is not None else set()
    wanted = {"default"} | (
        {"first"} if body is not None and body.find(f".//{w('titlePg')}") is not None else set()
    )
    for kind in sorted(wanted - kinds):
        message = say("the pages of kind {kind} have no header for {{{{ draft_mark }}}}", kind=kind)
        yield _fault("no-draft-mark", message, DOCUMENT)
