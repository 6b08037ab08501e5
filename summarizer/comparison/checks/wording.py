"""Checks of who said what: one speaker's words in two wordings, one statement under two names."""

from __future__ import annotations

import functools

from rapidfuzz import fuzz

from summarizer.comparison.checks.pairs import SAME_SPEAKER, Found, Pair
from summarizer.comparison.checks.quoted import SENSE, differing, sense_change
from summarizer.schema import Attribution
from summarizer.text import words

SAME_WORDS = 62.0
"""Lowest partial likeness (0-100) at which two quotations by one speaker are held to be the same utterance."""
SAME_QUOTATION = 85.0
"""The same where the speakers differ: nearly word for word."""
_MIN_QUOTE_WORDS = 4
_SAME_STATEMENT = 0.6
_ANOTHER = 0.34
"""Names that are less alike than this are two speakers'."""


def quotation_mismatch(pair: Pair) -> Found | None:
    """One speaker's words stand between quotation marks in two different wordings."""
    if pair.speakers < SAME_SPEAKER:
        return None
    said = _quoted(pair)
    if said is None:
        return None
    left, right, likeness = said
    if likeness < SAME_WORDS or runs_in(left.content or "", right.content or ""):
        return None
    changed = sense_change(left.content or "", right.content or "")
    note = f", with {changed}" if changed else f"; they differ in {differing(left.content or '', right.content or '')}"
    why = f"the words of {left.source} are given in two wordings{note}"
    conflict = changed is not None and changed.what in SENSE
    return Found(why, left.content or "", right.content or "", likeness / 100, conflict=conflict)


def _quoted(pair: Pair) -> tuple[Attribution, Attribution, float] | None:
    """Both quotations, if they are long enough to be compared, and how alike they are (0-100)."""
    left, right = pair.left.attribution, pair.right.attribution
    if not (left and right and left.content and right.content):
        return None
    likeness = _alike(left.content, right.content)
    return None if likeness is None else (left, right, likeness)


@functools.lru_cache(maxsize=65536)
def _alike(left: str, right: str) -> float | None:
    """How alike two quotations are (0-100); None if one is too short to tell. Two checks ask for it."""
    a, b = words(left), words(right)
    if min(len(a), len(b)) < _MIN_QUOTE_WORDS:
        return None
    return fuzz.partial_ratio(" ".join(a), " ".join(b))


def runs_in(left: str, right: str) -> bool:
    """The shorter quotation is a part of the longer one, word for word."""
    short, long = sorted((words(left), words(right)), key=len)
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def other_speaker(pair: Pair) -> Found | None:
    """The same words, or nearly the same statement, stand under two names."""
    left, right = pair.left.attribution, pair.right.attribution
    if left is None or right is None or pair.speakers > _ANOTHER:
        return None
    said = _quoted(pair)
    why = f"credited to {left.source} in one and to {right.source} in the other"
    if said is not None and said[2] >= SAME_QUOTATION:
        return Found(f"the same words are {why}", left.source, right.source, said[2] / 100, conflict=True)
    if pair.likeness < _SAME_STATEMENT:
        return None
    return Found(f"much the same is {why}", left.source, right.source, pair.likeness, conflict=False)
