"""What the reason codes of doubts mean, in words for a person."""

from __future__ import annotations

from collections.abc import Sequence

from tradedocs.ui import say

DOUBTS = {
    "annotation-over-value": "a note, stamp or form field lies over the print",
    "column-meaning-inferred": "no heading said that this column holds the results",
    "column-not-understood": (
        "the column's heading tells no role, or another column of the row says what no result tells"
    ),
    "day-month-ambiguous": "the date could be read in two ways",
    "decimal-sign-ambiguous": (
        "a comma or point could be a decimal sign or a thousands sign, and neither the table nor a "
        "stated rule shows which"
    ),
    "defect-class-unclear": "the defect stands under no class, or under one that is not known",
    "figures-conflict": (
        "two places of the report give different numbers for one defect class, or its acceptance numbers "
        "contradict each other"
    ),
    "engines-disagree": "a second engine reads another value from the file, so other programs may show another one",
    "footnote-mark": "the number carries a mark that points to a note",
    "heading-scale": (
        "the heading says that its figures are multiplied (`x 10`, `×10³`); the value is as printed"
    ),
    "label-inferred": "the vocabulary does not hold the label; it was understood by the words that it is made of",
    "merged-columns": "one cell holds what belongs to several columns",
    "number-unclear": "it looks like a number but cannot be read as one",
    "ocr-only": "read from a picture of the page, and nothing else confirms it",
    "ocr-unsure": "read from a picture, and a letter of it was hard to read",
    "options-not-marked": "the row lists options, and which one was ticked is not in the text",
    "person-disagrees": "a person who looked read something else",
    "replacement-text": "the file gives other text for what is drawn there",
    "row-not-named": (
        "the row has no name of its own (blank, ditto); it was read as belonging to the row above"
    ),
    "sections-contradict": "the report concludes differently in two places",
    "several-requirements": "the limit was found in more than one table",
    "several-values": (
        "the label stands in several places with different values, or its value names two; two issuers "
        "in one file"
    ),
    "summed-from-list": "the report prints no number; it was added up from the list of defects",
    "text-covered": "a picture or a filled box lies over the text",
    "text-mirrored": "the text is drawn mirrored",
    "text-not-visible": "the text is in the file but not seen on the page",
    "text-overlaps": "two words are printed over each other there",
    "text-tiny": "the text is too small or too narrow to be read by a person",
    "tick-unclear": "whether the box is ticked cannot be told",
    "two-values": "one cell holds two values",
    "type3-font": (
        "the letters are drawings of the file's own, and the text only claims to say what they show"
    ),
    "unit-conflict": "the unit column, the heading and the cell name different units",
    "unlabelled": "found by its place on the page, not by a label",
    "verdict-not-understood": "the verdict column holds a word that is no known verdict",
    "witness-disagrees": "the picture of the place shows another value",
}


def in_words(code: str) -> str:
    """The doubt in words; a code without words stands for itself."""
    return say(DOUBTS[code]) if code in DOUBTS else code


def words_of(codes: Sequence[str]) -> str:
    """All doubts of one fact in words."""
    return "; ".join(map(in_words, codes))
