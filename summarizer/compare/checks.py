"""What code can see without the model: a declared table of checks over pairs of statements.

Each check is a pure function of two rows from the story. It returns what it found with both values, or None.
Missing data is never a difference. A check whose result is a `conflict` found something that cannot hold
on both sides if both speak of the same matter; such a result stays in the report whatever the model says.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz import fuzz

from summarizer.compare.similar import same_measure, speaker_likeness, stems
from summarizer.compare.table import Row
from summarizer.quantities import Quantity, disjoint
from summarizer.schema import Figure
from summarizer.terms import FindingKind, Modality
from summarizer.text import words

SAME_MEASURE = 0.5
SAME_SPEAKER = 0.99
SAME_WORDS = 62.0
"""Lowest partial likeness (0-100) at which two quotations by one speaker are held to be the same utterance."""
_MIN_QUOTE_WORDS = 4
_FAR_APART = dt.timedelta(days=120)
"""A figure without a time of its own holds about when its article was written: within so many days."""
_ANYBODY = frozenset({None, "people", "person", "dead", "body", "victim", "human"})
"""Units that count people of any kind."""
_PART = re.compile(r"\bof (?:the|them|those|these|whom|which|its|their|his|her)\b", re.IGNORECASE)
_NEGATION = frozenset("no not never none nobody nothing neither nor without cannot n't don doesn didn isn wasn".split())


@dataclass(frozen=True)
class Found:
    """What a check found in a pair.

    Attributes:
        weight: how sure the check is that both sides speak of the same matter, 0 to 1, for ranking.
        conflict: both sides cannot hold if they speak of the same matter; else only a hint for the model.
        left, right: the values compared.
    """

    why: str
    left: str
    right: str
    weight: float
    conflict: bool


@dataclass(frozen=True)
class Pair:
    """Two rows and what is known of them together.

    Attributes:
        likeness: how alike the statements are, 0 to 1.
        written: the publication dates of the two articles, where known.
    """

    left: Row
    right: Row
    likeness: float
    written: tuple[dt.date | None, dt.date | None]


@dataclass(frozen=True)
class Check:
    """One line of the table of checks."""

    kind: FindingKind
    find: Callable[[Pair], Found | None]
    most: int


def figure_disjoint(pair: Pair) -> Found | None:
    """One measure is given with two figures whose intervals share no value."""
    best: Found | None = None
    for left in pair.left.figures:
        for right in pair.right.figures:
            found = _figures_disjoint(left, right, pair)
            if found and (best is None or found.weight > best.weight):
                best = found
    return best


def _figures_disjoint(left: Figure, right: Figure, pair: Pair) -> Found | None:
    measure = same_measure(f"{left.measure} {left.of or ''}", f"{right.measure} {right.of or ''}")
    if measure < SAME_MEASURE or left.vague or right.vague or is_part(left) != is_part(right):
        return None
    if disjoint(as_quantity(left), as_quantity(right), same_measure=True) is not True:
        return None
    if _other_place(left, right) or _other_time(left, right, pair.written) or _fits_inside(left, right):
        return None
    why = f"“{left.figure}” and “{right.figure}” for “{left.measure}” share no value"
    return Found(why, left.figure, right.figure, (measure + pair.likeness) / 2, conflict=True)


def is_part(figure: Figure) -> bool:
    """The figure counts a part of a whole ("nine of the dead"), which no figure of the whole contradicts."""
    return _PART.search(figure.figure) is not None


def as_quantity(figure: Figure) -> Quantity:
    """The figure as the scanner read it."""
    return Quantity(
        start=0,
        end=len(figure.figure),
        text=figure.figure,
        low=figure.low,
        high=figure.high,
        approximator=figure.approximator or "exact",
        unit=figure.unit,
        direction=figure.direction,
        is_date=False,
        vague=figure.vague,
        additional=figure.additional,
        partitive=figure.partitive,
        precision=figure.precision,
    )


def _fits_inside(left: Figure, right: Figure) -> bool:
    """One counts people at large, the other a group of them ("13 soldiers"), and the group is not the larger one."""
    whole, group = (left, right) if left.unit in _ANYBODY else (right, left)
    if whole.unit not in _ANYBODY or group.unit in _ANYBODY:
        return False
    return group.low is None or whole.high is None or group.low <= whole.high


def _other_place(left: Figure, right: Figure) -> bool:
    a, b = set(stems(left.where)), set(stems(right.where))
    return bool(a and b and not a & b)


def _other_time(left: Figure, right: Figure, written: tuple[dt.date | None, dt.date | None]) -> bool:
    (left_from, left_to), (right_from, right_to) = (_holds(f, day) for f, day in zip((left, right), written, strict=True))
    if left_from is None or left_to is None or right_from is None or right_to is None:
        return False
    slack = dt.timedelta(0) if left.earliest and right.earliest else _FAR_APART
    return left_to + slack <= right_from or right_to + slack <= left_from


def _holds(figure: Figure, written: dt.date | None) -> tuple[dt.date | None, dt.date | None]:
    """When a figure holds: its own time, else the day its article was written."""
    if figure.earliest and figure.latest:
        return figure.earliest, figure.latest
    return written, written


def vague_against_vague(pair: Pair) -> Found | None:
    """One measure is given with two words for a number that point in different directions ("many", "a fraction")."""
    for left in pair.left.figures:
        for right in pair.right.figures:
            measure = same_measure(left.measure, right.measure)
            alike = measure >= SAME_MEASURE or pair.likeness >= 0.3  # noqa: PLR2004  either is enough for a hint
            if left.vague and right.vague and alike and words(left.figure) != words(right.figure):
                why = f"“{left.figure}” against “{right.figure}” for “{left.measure}”"
                return Found(why, left.figure, right.figure, (measure + pair.likeness) / 2, conflict=False)
    return None


def quotation_mismatch(pair: Pair) -> Found | None:
    """One speaker's words stand between quotation marks in two different wordings."""
    left, right = pair.left.attribution, pair.right.attribution
    if not (left and right and left.content and right.content):
        return None
    if speaker_likeness(left.source, right.source) < SAME_SPEAKER:
        return None
    a, b = words(left.content), words(right.content)
    if min(len(a), len(b)) < _MIN_QUOTE_WORDS or _runs_in(a, b):
        return None
    likeness = fuzz.partial_ratio(" ".join(a), " ".join(b))
    if likeness < SAME_WORDS:
        return None
    changed = _meaning_words(a) ^ _meaning_words(b)
    note = f"; only one has {', '.join(sorted(changed))}" if changed and len(a) == len(b) else ""
    why = f"the words of {left.source} are given in two wordings{note}"
    return Found(why, left.content, right.content, likeness / 100, conflict=True)


def _runs_in(left: list[str], right: list[str]) -> bool:
    """The shorter quotation is a part of the longer one, word for word."""
    short, long = sorted((left, right), key=len)
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def _meaning_words(tokens: list[str]) -> set[str]:
    return {t for t in tokens if t in _NEGATION or re.fullmatch(r"\d[\d.,]*", t)}


def denial_against_assertion(pair: Pair) -> Found | None:
    """What is denied in one place is stated in the other."""
    stances = {pair.left.claim.modality, pair.right.claim.modality}
    if Modality.DENIED not in stances or len(stances) == 1 or pair.likeness < 0.25:  # noqa: PLR2004  a hint only
        return None
    denied, stated = (pair.left, pair.right) if pair.left.claim.modality is Modality.DENIED else (pair.right, pair.left)
    why = f"{denied.row_id} denies what {stated.row_id} may state"
    return Found(why, pair.left.claim.statement, pair.right.claim.statement, pair.likeness, conflict=False)


def date_disjoint(pair: Pair) -> Found | None:
    """What looks like one event is given two dates that share no day."""
    left, right = pair.left.claim, pair.right.claim
    if not (left.earliest and left.latest and right.earliest and right.latest) or pair.likeness < 0.4:  # noqa: PLR2004
        return None
    if left.earliest < right.latest and right.earliest < left.latest:
        return None
    why = f"“{left.when}” ({left.earliest}) and “{right.when}” ({right.earliest}) share no day"
    return Found(why, left.when or "", right.when or "", pair.likeness, conflict=False)


CHECKS = (
    Check(FindingKind.QUANTITY, figure_disjoint, most=30),
    Check(FindingKind.QUOTATION, quotation_mismatch, most=20),
    Check(FindingKind.QUANTITY, vague_against_vague, most=6),
    Check(FindingKind.DENIAL, denial_against_assertion, most=8),
    Check(FindingKind.DATE, date_disjoint, most=8),
)
"""In this order, and at most so many results of each: a reader, and a model, can only weigh so much."""
