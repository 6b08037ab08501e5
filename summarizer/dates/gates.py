"""Which kinds of words a paragraph has, and so which rules can match in it at all.

Most paragraphs have no month, or no digit, or no "last" and "this". To look for a few letters in a short string is many times
cheaper than to run a rule over it.
"""

from __future__ import annotations

import re
from enum import IntFlag
from itertools import pairwise
from typing import NamedTuple

from summarizer.dates.words import MONTH_NAMES


class Has(IntFlag):
    """Kinds of words; a rule names those that each of its matches has."""

    NOTHING = 0
    DIGIT = 1
    MONTH = 2
    DAY = 4
    SEASON = 8
    WHICH = 16
    UNIT = 32
    NIGHT = 64
    ORDER = 128
    SAME = 256
    PART = 512
    DECADE = 1024
    HIJRI = 2048
    ERA = 4096
    FISCAL = 8192
    PIECE = 16384
    MARK = 32768
    YEARLY = 65536
    FEAST = 131072
    FOUR_DIGITS = 262144
    JOINED_DIGITS = 524288


_SHORT_MONTHS = tuple(name[:3] for name in MONTH_NAMES)
_LOWER_MONTHS = tuple(name.lower() for name in MONTH_NAMES if name not in ("March", "May", "August"))
# Every word of a kind holds one of its letters. One too many costs time, one too few loses dates.
_LETTERS: tuple[tuple[Has, str], ...] = (
    (Has.DIGIT, "1 2 0 3 4 5 6 7 8 9"),
    (Has.MONTH, " ".join((*_SHORT_MONTHS, *_LOWER_MONTHS, *(name.upper() for name in _SHORT_MONTHS)))),
    (Has.DAY, "day DAY"),
    (Has.SEASON, "pring ummer utumn fall Fall inter"),
    (Has.WHICH, "last this next past oming recent Last This Next Past"),
    (
        Has.UNIT,
        (
            "day week month year hour night quarter half decade centur minute spring summer autumn fall"
            " winter Day Week Month Year Hour Decade AGO Ago"
        ),
    ),
    (Has.NIGHT, "night morning evening noon orrow"),
    (Has.ORDER, "after before since later earlier following prior"),
    (Has.SAME, "hat same following next previous preceding hose"),
    (Has.PART, "end arly late mid start inning Late Mid Start End"),
    (Has.DECADE, "enties irties orties ifties ixties ighties ineties ughties ughts"),
    (
        Has.HIJRI,
        (
            "Muh Moh Safar Rabi Juma Jama Rajab Sha Rama Dhu Dhi Thu Thi Zu Zi Hamal Saw Sau Thaw Jaw Jau Saratan Asad Sunb"
            " Sonb Mizan Aqrab Qaw Qau Jad Dal Hoot Hut Far Ordib Khordad Tir Mordad Amordad Mehr Aban Azar Dey Bahman Esfand"
        ),
    ),
    (
        Has.ERA,
        (
            "AH A.H SH S.H HS H.S AD A.D AM A.M BE B.E BS B.S VS V.S BC B.C CE C.E E.C olar unar ijri egira ijra Saka ikram"
            " ranian ersian fghan alali hamsi slamic uslim uddhist Thai ebrew ewish thiopian ndian epal regorian hristian optic"
            " engali angla hinese ulian Mundi Reiwa Heisei Sho Shō Tais Meiji Minguo Juche ROC Republic Taiwanese"
        ),
    ),
    (Has.FISCAL, "iscal inancial chool cademic ax udget FY marketing crop"),
    (Has.PIECE, "Q quarter half H1 H2 1H 2H"),
    (Has.MARK, "' \u2018 \u2019 \u02bc"),
    (Has.YEARLY, "year"),
    (Has.FEAST, "Eve Day"),
)
_KINDS = tuple((kind.value, tuple(letters.split())) for kind, letters in _LETTERS)
_DIGIT, _FOUR_DIGITS, _JOINED_DIGITS = Has.DIGIT.value, Has.FOUR_DIGITS.value, Has.JOINED_DIGITS.value
_YEAR = re.compile(r"[12][0-9]{3}")
_JOINED = re.compile(r"[0-9][-/.\u2010-\u2015][0-9]")
_PARAGRAPH_EDGE = re.compile(r"\n[^\S\n]*\n")


class Paragraph(NamedTuple):
    """A stretch of the text that no date phrase reaches out of: its edges, and the `Has` of its words as a number."""

    start: int
    end: int
    has: int


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text, which blank lines part, in order; together they are the whole text."""
    kinds = [(kind, found) for kind, letters in _KINDS if (found := [part for part in letters if part in text])]
    starts = [0, *(edge.start() + 1 for edge in _PARAGRAPH_EDGE.finditer(text))]
    return [Paragraph(start, end, _has(text[start:end], kinds)) for start, end in pairwise([*starts, len(text)])]


def _has(paragraph: str, kinds: list[tuple[int, list[str]]]) -> int:
    found = 0
    for kind, letters in kinds:
        for part in letters:
            if part in paragraph:
                found |= kind
                break
    if found & _DIGIT:
        found |= (_FOUR_DIGITS if _YEAR.search(paragraph) else 0) | (_JOINED_DIGITS if _JOINED.search(paragraph) else 0)
    return found
