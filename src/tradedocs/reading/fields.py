"""The header facts: which of the labelled values is the report's number, date, client, goods, lot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tradedocs.model.report import Identity, Stated, StatedDate
from tradedocs.reading.dates import Order, ReadDate, date_in
from tradedocs.reading.labels import Found, meaning_of
from tradedocs.vocabulary import fold, lexicon

SEVERAL = "several-values"
UNLABELLED = "unlabelled"

_NUMBER = re.compile(r"[A-Za-z0-9(][\w\-/.()#]*\d[\w\-/.()#]*(?:\s*[/-]\s*\d\w*)*|\d[\w\-/.]*")
_BEST_DATES = (
    "issue",
    "report",
    "certificate",
    "签发",
    "발행",
    "выдачи",
    "ausstell",
    "émission",
    "emisión",
    "rapor",
    "düzenleme",
    "έκδοσης",
    "protokol",
    "发",
    "出具",
)


@dataclass(frozen=True)
class Header:
    """The header facts of a report."""

    report_no: Stated | None
    issue_date: StatedDate | None
    client: Stated | None
    goods: Stated | None
    lots: tuple[Stated, ...]
    identity: Identity


def header_of(found: Sequence[Found], order: Order) -> Header:
    """Choose among the labelled values. What is said on more pages, earlier, and with a fuller label wins."""
    own = [item for item in found if not _replaced(item.line)]
    return Header(
        report_no=_report_no(own),
        issue_date=_issue_date(own, order),
        client=_name(own, "client"),
        goods=_name(own, "goods"),
        lots=_lots(own),
        identity=Identity(
            contract_no=_numbered(own, "contract_no"),
            seller=_name(own, "seller"),
            buyer=_name(own, "buyer"),
            model=_name(own, "model"),
        ),
    )


def _replaced(line: str) -> bool:
    """A line that names the report which this one replaces."""
    return any(hit.meaning == "replaced" for hit in lexicon("phrases").all_in(line))


def _with(found: Iterable[Found], *meanings: str) -> list[Found]:
    return [item for item in found if item.meaning in meanings]


def _report_no(found: Sequence[Found]) -> Stated | None:
    for meaning in ("report_no", "report_no_short"):
        candidates = [(item, number) for item in _with(found, meaning) if (number := identifier(item.text))]
        if meaning == "report_no_short":
            candidates = [(item, number) for item, number in candidates if _is_headline(item)]
        if candidates:
            return _most_said(candidates)
    return None


def _is_headline(item: Found) -> bool:
    """`No. X` at the head of a page, beside a title or a date, is the report's number."""
    top = item.place.box is not None and item.place.box[1] < 260
    return top and len(identifier(item.text) or "") >= 6


def identifier(text: str) -> str | None:
    """The number-like beginning of a value: letters and figures with strokes, at least one figure."""
    match = _NUMBER.match(text.strip().lstrip("#:. "))
    if match is None or date_like(text):
        return None
    number = match[0].rstrip(".-/(")
    if number.count("(") > number.count(")"):
        number = number.split("(")[0]
    return number.rstrip(")") if number.count(")") > number.count("(") else number


def date_like(text: str) -> bool:
    """Whether the text begins with a date, which no identifier does."""
    read = date_in(text[:24])
    return read is not None and text.strip().startswith(read.text[:6])


def _most_said(candidates: Sequence[tuple[Found, str]]) -> Stated:
    pages: dict[str, set[int]] = {}
    for item, number in candidates:
        pages.setdefault(number, set()).add(item.place.page)
    first_page = min(item.place.page for item, _ in candidates)
    here = {number for item, number in candidates if item.place.page == first_page}
    best = max(here, key=lambda number: (len(pages[number]), -_rank(candidates, number)))
    item = next(item for item, number in candidates if number == best)
    rivals = [n for n in here if n != best and len(pages[n]) >= len(pages[best])]
    rivals += [n for n in pages if not _one_number(n, best) and pages[n] - pages[best]]
    return Stated(text=best, place=item.place, doubt=(SEVERAL,) if rivals or _two_numbers(item.text) else ())


def _one_number(one: str, other: str) -> bool:
    """The same number or name, perhaps with a part that the other place leaves out."""
    a, b = f" {fold(one)} ", f" {fold(other)} "
    return a in b or b in a or a.replace(" ", "") == b.replace(" ", "")


_BETWEEN = re.compile(r"\s*[,;、，&+]\s*|\s+(?:and|und|et|y|ve|и|or|/)\s+")


def _two_numbers(text: str) -> bool:
    """Whether the value lists two numbers of one make: `AB/26-083 and AB/26-084`."""
    parts = [part.strip() for part in _BETWEEN.split(text)]
    numbers = {fold(part) for part in parts if len(part) >= 5 and identifier(part) == part}
    return len(numbers) > 1


def _rank(candidates: Sequence[tuple[Found, str]], number: str) -> int:
    return next(k for k, (_, n) in enumerate(candidates) if n == number)


def _issue_date(found: Sequence[Found], order: Order) -> StatedDate | None:
    dated = [(item, read) for item in _with(found, "issue_date") if (read := date_in(item.text, order))]
    if not dated:
        return None
    times = Counter(read.value for _, read in dated)

    def strength(pair: tuple[Found, ReadDate]) -> tuple[int, int, int]:
        return _date_rank(pair[0]), times[pair[1].value], -pair[0].place.page

    item, read = max(dated, key=strength)
    return StatedDate(text=read.text, value=read.value, place=item.place, doubt=read.doubt)


def _date_rank(item: Found) -> int:
    """How clearly the label says that this is the report's date."""
    label = item.label.casefold()
    if any(word in label for word in _BEST_DATES):
        return 3
    if "complet" in label or "releas" in label:
        return 2
    return 1 if item.place.box is not None and item.place.box[1] < 260 else 0


_NO_NAME = re.compile(r"^(?:n/?a|/|-+|none|nil|see .*|please .*|as per .*|as above.*)$", re.I)


def _name(found: Sequence[Found], meaning: str) -> Stated | None:
    for item in sorted(_with(found, meaning), key=lambda f: (not f.sure, f.place.page)):
        text = item.text.strip(" :;,")
        if not item.sure and meaning == "model":
            continue
        if len(text) < 2 or _NO_NAME.match(text) or meaning_of(text.rstrip(":")) is not None:
            continue
        if meaning == "goods" and identifier(text) == text:
            continue
        if meaning in ("client", "seller", "buyer", "goods") and not any(c.isalpha() for c in text):
            continue
        return Stated(text=text, place=item.place, doubt=_otherwise(found, item, text))
    return None


def _otherwise(found: Sequence[Found], item: Found, text: str) -> tuple[str, ...]:
    """The doubt when the same label stands elsewhere with another value."""
    for other in _with(found, item.meaning):
        said = other.text.strip(" :;,")
        same_label = other.sure and item.sure and _kind(other.label) == _kind(item.label)
        if (
            not same_label
            or len(said) < 2
            or _NO_NAME.match(said)
            or meaning_of(said.rstrip(":")) is not None
        ):
            continue
        if not _one_number(said, text):
            return (SEVERAL,)
    return ()


_CONTRACT = re.compile(r"contract|合同|契|계약|vertrag|contrat|договор|контракт|sözleşme|σύμβαση", re.I)


def _kind(label: str) -> str:
    """All labels of a contract's number are one kind: an order's number beside it is another thing."""
    return "contract" if _CONTRACT.search(label) else fold(label)


def _numbered(found: Sequence[Found], meaning: str) -> Stated | None:
    stated = [
        (item, number)
        for item in sorted(_with(found, meaning), key=lambda f: (not f.sure, f.place.page))
        if (number := identifier(item.text))
    ]
    if not stated:
        return None
    item, number = stated[0]
    others = (n for other, n in stated[1:] if other.sure and _kind(other.label) == _kind(item.label))
    several = _two_numbers(item.text) or any(not _one_number(other, number) for other in others)
    return Stated(text=number, place=item.place, doubt=(SEVERAL,) if several else ())


def _lots(found: Sequence[Found]) -> tuple[Stated, ...]:
    out: dict[str, Stated] = {}
    for item in _with(found, "lot"):
        if not item.sure or date_like(item.text) or _NO_NAME.match(item.text.strip()):
            continue
        for part in re.split(r"\s*[,;、，]\s*|\s+(?:and|und|et|y|ve|и|&)\s+", item.text):
            number = identifier(part)
            if number and fold(number) not in out:
                out[fold(number)] = Stated(text=number, place=item.place)
    return tuple(out.values())
