"""The header facts: which of the labelled values is the report's number, date, client, goods, lot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tradedocs.model.report import Dates, Identity, Stated, StatedDate
from tradedocs.reading.choice import (
    SEVERAL,
    date_like,
    identifier,
    is_plain_code,
    name_in,
    of_kind,
    otherwise,
    same,
    two_numbers,
)
from tradedocs.reading.companies import ends_like_company
from tradedocs.reading.dates import Order, ReadDate, date_in
from tradedocs.reading.identity import dates_of, identity_of
from tradedocs.reading.labels import Found
from tradedocs.vocabulary import fold, lexicon

_BEST_DATES = (
    "issue", "issuing", "report", "certificate", "publish", "reported", "sign", "签发", "出具", "發行", "簽發", "报告",
    "報告", "발행", "발급", "作成", "発行", "выдачи", "выпуска", "протокол", "отчет", "ausstell", "ausgabe", "bericht",
    "émission", "rapport", "emisión", "expedición", "informe", "rapor", "düzenle", "έκδοσης", "έκθεσης", "issuance",
)  # fmt: skip
_LATER_DATES = ("print", "revis", "release", "approv", "打印", "druck", "批准")
_TOP = 260.0
_NAMING = re.compile(
    r"name|descri|commodit|product|good|title|名称|名稱|品名|样品描述|명|bezeichnung|désign|nom|denomin|nombre|producto"
    r"|adı|tanım|cinsi|ürün|ονομα|περιγραφ|προϊόν|наименование|товар|продукц",
    re.I,
)
_MOST_WORDS = 24
_CODE = re.compile(r"^(?=\S*\d)(?=\S*-)[A-Z\d][A-Z\d-]{6,}\s+(?=[^\W\d]\w+ \w)")
_LIST = re.compile(r"\s*[,;、，；]\s*|\s+(?:and|und|et|y|ve|и|&)\s+")
_LOT_GROUPS = re.compile(r"\d{2,6}(?: \d{2,6})+")


@dataclass(frozen=True)
class Header:
    """The header facts of a report that stand with a label."""

    report_no: Stated | None
    issue_date: StatedDate | None
    client: Stated | None
    goods: Stated | None
    goods_weak: Stated | None
    lots: tuple[Stated, ...]
    identity: Identity
    dates: Dates


def header_of(found: Sequence[Found], order: Order) -> Header:
    """Choose among the labelled values. What is said on more pages, earlier, and with a fuller label wins."""
    own = [item for item in found if not _replaced(item.line)]
    return Header(
        report_no=_report_no(own),
        issue_date=_issue_date(own, order),
        client=_client(own),
        goods=_goods(own, "goods"),
        goods_weak=_goods(own, "goods_weak"),
        lots=_lots(own),
        identity=identity_of(own),
        dates=dates_of(own, order),
    )


def _replaced(line: str) -> bool:
    """A line that names the report which this one replaces."""
    return any(hit.meaning == "replaced" for hit in lexicon("phrases").all_in(line))


def _report_no(found: Sequence[Found]) -> Stated | None:
    candidates = numbers_on(found)
    return _most_said(candidates) if candidates else None


def numbers_on(found: Sequence[Found]) -> list[tuple[Found, str]]:
    """The report numbers that are labelled so; of a bare `No.` only those at the head of a page."""
    full = [(item, number) for item in of_kind(found, "report_no") if (number := identifier(item.text))]
    if full:
        return full
    short = [
        (item, number) for item in of_kind(found, "report_no_short") if (number := identifier(item.text))
    ]
    return [(item, number) for item, number in short if _at_top(item) and len(number) >= 6]


def _at_top(item: Found) -> bool:
    return item.place.box is not None and item.place.box[1] < _TOP


def _most_said(candidates: Sequence[tuple[Found, str]]) -> Stated:
    pages: dict[str, set[int]] = {}
    for item, number in candidates:
        pages.setdefault(number, set()).add(item.place.page)
    first_page = min(item.place.page for item, _ in candidates)
    here = {number for item, number in candidates if item.place.page == first_page}
    best = max(here, key=lambda number: (len(pages[number]), -_rank(candidates, number)))
    item = next(item for item, number in candidates if number == best)
    rivals = [n for n in here if n != best and len(pages[n]) >= len(pages[best]) and not same(n, best)]
    rivals += [n for n in pages if not same(n, best) and pages[n] - pages[best]]
    return Stated(text=best, place=item.place, doubt=(SEVERAL,) if rivals or two_numbers(item.text) else ())


def _rank(candidates: Sequence[tuple[Found, str]], number: str) -> int:
    return next(k for k, (_, n) in enumerate(candidates) if n == number)


def _issue_date(found: Sequence[Found], order: Order) -> StatedDate | None:
    dated = [
        (item, read)
        for item in of_kind(found, "issue_date", "completed")
        if (read := date_in(item.text, order)) and item.text.find(read.text.split()[0]) <= 24
    ]
    if not dated:
        return _date_behind_number(found, order)
    times = Counter(read.value for _, read in dated)

    def strength(pair: tuple[Found, ReadDate]) -> tuple[int, int, int]:
        return _date_rank(pair[0]), times[pair[1].value], -pair[0].place.page

    item, read = max(dated, key=strength)
    return StatedDate(text=read.text, value=read.value, place=item.place, doubt=read.doubt)


def _date_behind_number(found: Sequence[Found], order: Order) -> StatedDate | None:
    """The date that stands behind the report's number: `No. 1482 / 05-06-2026`."""
    for item, number in numbers_on(found):
        behind = (item.rest or item.text).partition(number)[2]
        if (read := date_in(behind, order)) is not None and len(behind) <= len(read.text) + 12:
            return StatedDate(text=read.text, value=read.value, place=item.place, doubt=read.doubt)
    return None


def _date_rank(item: Found) -> int:
    """How clearly the label says that this is the report's date."""
    label = item.label.casefold()
    if item.meaning == "completed":
        return 2
    if any(word in label for word in _LATER_DATES):
        return 3
    if any(word in label for word in _BEST_DATES):
        return 5
    return 4 if _at_top(item) and item.place.page <= 2 else 1


def _client(found: Sequence[Found]) -> Stated | None:
    """Who ordered the report; where a name and an address share a cell, the name."""
    told = [(item, name) for item in of_kind(found, "client") if (name := name_in(_own_line(item)))]
    told = [(item, name) for item, name in told if len(name.split()) <= 16 and not is_plain_code(name)]
    if not told:
        return None
    item, name = min(told, key=lambda pair: (not pair[0].sure, pair[0].place.page))
    return Stated(text=name, place=item.place, doubt=otherwise(found, item, name))


def _own_line(item: Found) -> str:
    """The first line of a cell when that is a whole name, else the whole value."""
    if not item.following or not item.text.endswith(item.following[-1]):
        return item.text
    first = item.text[: item.text.find(item.following[0])].strip()
    return first if ends_like_company(first) else item.text


def _goods(found: Sequence[Found], meaning: str) -> Stated | None:
    told = []
    for item in of_kind(found, meaning):
        name = name_in(_CODE.sub("", item.text))
        naming = bool(_NAMING.search(item.label))
        if (
            name is None
            or len(name.split()) > _MOST_WORDS
            or _is_scatter(name)
            or (is_plain_code(name) and not naming)
        ):
            continue
        strength = 3 * item.sure + 2 * (item.place.page <= 2) + naming
        top = item.place.box[1] if item.place.box else 0.0
        told.append((-strength, item.place.page, top, item, name))
    if not told:
        return None
    *_, item, name = min(told, key=lambda entry: entry[:3])
    return Stated(text=name, place=item.place, doubt=otherwise(found, item, name))


def _is_scatter(text: str) -> bool:
    """Single letters and figures, as the lettering of a drawing gives them."""
    words = text.split()
    return len(words) >= 6 and sum(len(word) <= 2 for word in words) > 0.5 * len(words)


def _lots(found: Sequence[Found]) -> tuple[Stated, ...]:
    out: dict[str, Stated] = {}
    for item in of_kind(found, "lot"):
        text = item.text.strip()
        if not item.sure or date_like(text) or name_in(f"x{text}") is None:
            continue
        for part in _LIST.split(text):
            number = _lot_number(part)
            if number and fold(number) not in out:
                out[fold(number)] = Stated(text=number, place=item.place)
    return tuple(lot for key, lot in out.items() if not any(other.startswith(f"{key} ") for other in out))


def _lot_number(part: str) -> str | None:
    """The lot's number, be it printed in groups (`8474 5221 8191`) or behind a name."""
    text = part.strip(" .:;#")
    if groups := _LOT_GROUPS.fullmatch(text):
        return groups[0]
    if (number := identifier(text)) is not None:
        return number
    words = text.split()
    told = any(c.isdigit() for c in text) and 2 <= len(words) <= 8 and len(text) <= 48
    return text if told and not date_like(words[-1]) else None
