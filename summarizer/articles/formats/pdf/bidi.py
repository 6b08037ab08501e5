"""Text that runs from right to left: which pages it fills, and the order of its words."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.articles.formats.pdf.layout import Run

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_FORMS = re.compile("[\ufb1d-\ufdfb\ufe70-\ufefc]+")
_LETTER = re.compile(r"[^\W\d_]")


def is_right_to_left(text: str) -> bool:
    """Most of its letters belong to a script that runs from right to left."""
    found = len(_RTL.findall(text))
    return found > 0 and 2 * found > len(_LETTER.findall(text))


def reading_order(runs: list[Run], *, rtl: bool) -> list[Run]:
    """The runs of a line, given in the direction of the page, in the order in which they are read.

    Words of the other direction stand in reverse between words of the page's.
    """
    if not rtl and not any(_RTL.match(run.text) for run in runs):
        return runs
    ordered: list[Run] = []
    foreign: list[Run] = []
    for run in runs:
        if bool(_RTL.search(run.text)) != rtl and (foreign or any(char.isalnum() for char in run.text)):
            foreign.append(run)
            continue
        ordered.extend(reversed(foreign))
        foreign = []
        ordered.append(run)
    return ordered + foreign[::-1]


def base_letters(text: str) -> str:
    """Arabic and Hebrew presentation forms, which PDF files name the glyphs by, as the letters that they show."""
    return _FORMS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
