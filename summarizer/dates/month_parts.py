"""Days and weeks counted in a month: "the first week of March", "the last day of February 2020", "the second half of May"."""

from __future__ import annotations

import re
from datetime import timedelta

from summarizer.dates import intervals
from summarizer.dates.absolute import find_year
from summarizer.dates.intervals import Days
from summarizer.dates.said_years import SAID_YEAR, said_year
from summarizer.dates.spans import UNKNOWN, Reading, Scene
from summarizer.dates.words import GAP, MONTH, ORDINALS, YEAR, month_number

_WEEK = 7
_ORDINALS = ORDINALS | {"opening": 1, "last": -1, "final": -1, "closing": -1}

IN_MONTH = re.compile(
    rf"\b(?:[Tt]he{GAP})?(?P<place>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal|1st|2nd|3rd|4th|opening|closing){GAP}"
    rf"(?P<unit>day|days|week|weekend|half|fortnight){GAP}(?:of|in){GAP}(?P<month>{MONTH})(?![a-z])"
    rf"(?:(?:,?{GAP}|{GAP}of{GAP})(?:(?P<year>{YEAR})|(?P<said>(?<=of\s){SAID_YEAR})))?"
)


def read_in_month(match: re.Match[str], scene: Scene) -> Reading | None:
    """The days it can mean: weeks may begin with the month or on any weekday, so that they reach six days further."""
    month = month_number(match["month"])
    if match["year"]:
        year: int | None = int(match["year"])
    elif match["said"]:
        year = said_year(match["said"], scene, match.start())
    else:
        year = find_year(match, scene, month, None)[0]
    if year is None:
        return Reading(UNKNOWN, "partial", "span")
    days = _days(intervals.month(year, month), _ORDINALS[match["place"].lower()], match["unit"])
    kind = "absolute" if match["year"] else "partial"
    return None if days is None else Reading(days, kind, "day" if match["unit"] == "day" else "span")


def _days(month: Days, place: int, unit: str) -> Days | None:
    first, end = month
    if unit == "day":
        low = first + timedelta(days=place - 1) if place > 0 else end + timedelta(days=place)
        return intervals.day(low)
    if unit in ("half", "fortnight"):
        middle = first + timedelta(days=14)
        return (first, middle + timedelta(days=3)) if place == 1 else (middle, end)
    if place < 0:
        return end - timedelta(days=2 * _WEEK - 1), end
    low = first + timedelta(days=_WEEK * (place - 1) - (_WEEK - 1))
    return max(first, low), min(end, first + timedelta(days=_WEEK * (place + 1) - 1))
