"""Verdict words in a statement: what the report says, whatever it says it with."""

from __future__ import annotations

import re

from tradedocs.model.report import Conclusion
from tradedocs.vocabulary import fold, lexicon

_WORST_FIRST: tuple[Conclusion, ...] = ("fail", "pending", "pass")
_ONLY_ALONE = {
    "p",
    "f",
    "yes",
    "correct",
    "met",
    "ok",
    "in order",
    "hold",
    "found",
    "present",
    "accept",
    "reject",
}
_NEGATIONS = {
    "not",
    "no",
    "non",
    "never",
    "nor",
    "neither",
    "without",
    "nicht",
    "kein",
    "keine",
    "pas",
    "ne",
    "não",
    "δεν",
    "μη",
    "не",
    "нет",
}
_OPTION = re.compile(
    r"(?:[(\[（]\s*(?P<mark>[xX✓✔√vV●■]?)\s*[)\]）]|(?P<box>[☐☑☒□■✓✔]))\s*(?P<word>[^()\[\]（）☐☑☒□■✓✔,;:]{1,30})"
)
# `Pass ☒ Fail ☐`: the boxes stand behind their words
_BEHIND = re.compile(
    r"(?P<word>[^()\[\]（）☐☑☒□■✓✔,;:]{1,30}?)\s*(?:[(\[（]\s*(?P<mark>[xX✓✔√vV●■]?)\s*[)\]）]|(?P<box>[☐☑☒□■✓✔]))"
)
_ALL_BEHIND = re.compile(r"\s*[^\W_].*(?:[(\[（]\s*[xX✓✔√vV●■]?\s*[)\]）]|[☐☑☒□■])\s*", re.S)
_CROSSED = set("xX✓✔√vV●■☑☒")


_QUALIFIED = re.compile(
    r"(?<!no )(?<!without )\b(?:except\w*|condition\w*|provisional\w*|preliminar\w*|subject to|provided that|partly"
    r"|partial\w*|apart from|excluding|save for|rework\w*|reservation\w*|deviation\w*|concession|waiver|unless|but"
    r"|only if|limited|with (?:\w+ )?(?:remark|comment|note|observation)s?)\b|[?？]|有条件|除外|조건부"
    r"|unter vorbehalt|bedingt|sous réserve|con reserva|şartlı|условно",
    re.I,
)


def verdict_of(text: str) -> Conclusion | None:
    """The verdict that a short statement holds; the worst of several. `Not Conform` is a fail, `N/A` is none.

    Of ticked options only the crossed ones count; a list of options without a cross says nothing. A pass with a
    condition or an exception is pending.
    """
    chosen = ticked(text)
    verdict = _worst([v for word in chosen if (v := _plain(word))]) if chosen is not None else _plain(text)
    return "pending" if verdict == "pass" and _QUALIFIED.search(text) else verdict


def ticked(text: str) -> list[str] | None:
    """The words whose box is crossed; None when the text holds no boxes. `( )PASS (X)PENDING` gives PENDING."""
    options = list((_BEHIND if _ALL_BEHIND.fullmatch(text) else _OPTION).finditer(text))
    if not options:
        return None
    return [o["word"].strip() for o in options if (o["mark"] or o["box"] or " ") in _CROSSED]


def _plain(text: str) -> Conclusion | None:
    words = lexicon("words")
    if (alone := words.exact(text)) is not None:
        return _worst([alone])
    if is_option_list(text):
        return None
    folded = fold(text)
    hits = [hit for hit in words.all_in(text) if hit.label not in _ONLY_ALONE and len(hit.label) > 1]
    denied = any(
        hit.meaning == "pass" and is_denied(folded, words.first_place(hit.label, folded)) for hit in hits
    )
    return "fail" if denied else _worst([hit.meaning for hit in hits])


def is_option_list(text: str) -> bool:
    """Whether the text only lists the possible verdicts (`Pass Fail Pending N/A`)."""
    hits = [
        hit
        for hit in lexicon("words").all_in(text)
        if hit.meaning in ("pass", "fail", "pending", "none") and not hit.label.startswith(("see ", "for "))
    ]
    covered = sum(len(hit.label.split()) for hit in hits)
    return len({hit.meaning for hit in hits}) >= 2 and covered >= len(fold(text).split())


def sentence_verdict(text: str) -> Conclusion | None:
    """The verdict of a sentence that certifies or refuses conformity; None for any other sentence."""
    folded = fold(text)
    phrases = lexicon("phrases")
    said = [(phrases.labels[label], at) for label, at in phrases.occurrences(folded)]
    if any(meaning == "failed-sentence" for meaning, _ in said):
        return "fail"
    passed = [at for meaning, at in said if meaning == "passed-sentence"]
    if any(is_denied(folded, at) for at in passed):
        return "fail"
    return "pass" if passed else None


def is_denied(folded: str, at: int, within: int = 2) -> bool:
    """Whether a negation stands among the words right before this place: `is not in compliance`."""
    before = folded[:at].split()[-within:]
    return any(word in _NEGATIONS for word in before) or folded[max(0, at - 1) : at] in ("不", "未", "非")


def _worst(meanings: list[str]) -> Conclusion | None:
    return next((verdict for verdict in _WORST_FIRST if verdict in meanings), None)


def worst(verdicts: list[Conclusion]) -> Conclusion | None:
    """The gravest of several verdicts."""
    return _worst(list(verdicts))
