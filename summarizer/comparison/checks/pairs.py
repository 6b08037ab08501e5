"""A pair of statements of two articles, and what a check finds in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from summarizer.comparison.meeting.table import Row

Dates = tuple[dt.date | None, dt.date | None]
SAME_SPEAKER = 0.99
"""From this likeness on two names are held to be one speaker's."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rows and what is known of them together.

    Attributes:
        likeness: how alike the statements are, 0 to 1.
        speakers: how likely both are said by one speaker, 0 to 1; 0 where one has none.
        written: the publication dates of the two articles, where known.
    """

    left: Row
    right: Row
    likeness: float
    speakers: float
    written: Dates
