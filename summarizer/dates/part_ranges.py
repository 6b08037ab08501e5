"""Ranges whose ends are parts of months or years: "from late March to early April", "mid-2019 to 2021", "mid- to late May"."""

from __future__ import annotations

import re

from summarizer.dates import intervals
from summarizer.dates.absolute import PART, find_year, month_or_part, part_name
from summarizer.dates.intervals import Days
from summarizer.dates.spans import UNKNOWN, Interval, Reading, Scene
from summarizer.dates.words import DASH, GAP, MONTH, YEAR, month_number

_TO = rf"(?:{GAP}?{DASH}{GAP}?|{GAP}(?:to|through|until|till|and|into|or){GAP}|/)"


def _end(side: str) -> str:
    part = PART.replace("part", f"{side}_part")
    month = rf"(?P<{side}_month>{MONTH})(?![a-z])(?:,?{GAP}(?P<{side}_month_year>{YEAR}))?"
    return rf"(?:{part}-?)?(?:{GAP}?(?:{month}|(?P<{side}_year>{YEAR})))"


PART_RANGE = re.compile(
    rf"\b(?:(?P<lead>[Ff]rom|[Bb]etween){GAP}(?:the{GAP})?)?(?=[A-Z0-9aejmlst]){_end('left')}?{_TO}(?:the{GAP})?{_end('right')}"
    r"(?![A-Za-z0-9])"
)
# "in early May and late June" are two dates.
_LISTED = re.compile(r"\s(?:and|or)\s")


def read_part_range(match: re.Match[str], scene: Scene) -> Reading | None:
    """From the first day of the left part to the last day of the right one; each end lends the other its month or year."""
    has_left = match["left_month"] or match["left_year"]
    if not (match["right_part"] or (match["left_part"] and has_left)):
        return None
    if not match["lead"] and has_left and _LISTED.search(match.group()):
        return None
    right_month = month_number(match["right_month"]) if match["right_month"] else None
    left_month = month_number(match["left_month"]) if match["left_month"] else None
    right_year = _year(match, "right")
    if right_year is None and right_month is not None:
        right_year = find_year(match, scene, right_month, None)[0]
    if right_year is None:
        return Reading(UNKNOWN, "range", "span")
    if left_month is None and not match["left_year"]:
        left_month = right_month
    wraps = left_month is not None and right_month is not None and left_month > right_month
    left = _days(_year(match, "left") or right_year - wraps, left_month, match["left_part"])
    right = _days(right_year, right_month, match["right_part"])
    return Reading((left[0], right[1]), "range", "span")


def _year(match: re.Match[str], side: str) -> int | None:
    said = match[f"{side}_month_year"] or match[f"{side}_year"]
    return int(said) if said else None


def _days(year: int, month: int | None, part: str | None) -> Interval | Days:
    if month is not None:
        return month_or_part(year, month, part)
    return intervals.part_of_year(year, part_name(part)) if part else intervals.year_span(year)
