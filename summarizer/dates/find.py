"""The search: every rule over the whole text, the longest reading at each place, in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from summarizer.dates import (
    absolute,
    day_lists,
    events,
    hijri,
    intervals,
    named_weekdays,
    ranges,
    relative,
    short_years,
)
from summarizer.dates.gates import Has, Paragraph, paragraphs
from summarizer.dates.rare import HAS_LIST, RARE, Group, Reader
from summarizer.dates.spans import UNKNOWN, DateSpan, Reading, Scene
from summarizer.dates.years import named_years

# Where two rules match the same characters, the earlier one wins.
_RULES: tuple[tuple[tuple[Has, ...], re.Pattern[str], Reader], ...] = (
    ((Has.JOINED_DIGITS, Has.DIGIT | Has.MONTH), absolute.NAMED_DAY, absolute.read_named_day),
    ((Has.DIGIT | Has.MONTH,), short_years.DAY_MONTH, short_years.read_day),
    ((Has.MONTH, Has.FOUR_DIGITS), ranges.WORDED, ranges.read_range),
    ((Has.MONTH,), ranges.DASHED, ranges.read_range),
    ((Has.DIGIT | Has.MONTH,), ranges.DAYS_MONTH, ranges.read_range),
    ((Has.FOUR_DIGITS | Has.JOINED_DIGITS,), ranges.YEARS, ranges.read_years),
    ((Has.JOINED_DIGITS,), absolute.ISO, absolute.read_iso),
    ((Has.JOINED_DIGITS,), absolute.NUMERIC, absolute.read_numeric),
    ((Has.DIGIT | Has.MONTH,), absolute.MONTH_DAY, absolute.read_day),
    ((Has.DIGIT | Has.MONTH,), absolute.DAY_MONTH, absolute.read_day),
    ((Has.FOUR_DIGITS | Has.MONTH,), absolute.MONTH_YEAR, absolute.read_month_year),
    ((Has.PART | Has.FOUR_DIGITS,), absolute.PART_YEAR, absolute.read_part_year),
    ((Has.SEASON | Has.FOUR_DIGITS,), absolute.SEASON_YEAR, absolute.read_season),
    ((Has.FOUR_DIGITS,), absolute.YEAR_IN_CONTEXT, absolute.read_year),
    ((Has.MONTH | Has.WHICH,), relative.MONTH_NOW, relative.read_month),
    ((Has.MONTH,), absolute.BARE_MONTH, absolute.read_bare_month),
    ((Has.DAY,), named_weekdays.WEEKDAYS, named_weekdays.read_weekday),
    ((Has.DAY, Has.NIGHT), relative.NEAR_DAYS, relative.read_near_day),
    ((Has.WHICH | Has.UNIT,), relative.UNIT_NOW, relative.read_unit),
    ((Has.UNIT,), relative.OVER_WEEKEND, relative.read_over_weekend),
    ((Has.SEASON | Has.WHICH,), relative.SEASON_NOW, relative.read_season),
    ((Has.WHICH | Has.UNIT,), relative.COUNTED_NOW, relative.read_counted),
    ((Has.WHICH | Has.UNIT,), relative.RECENT, relative.read_recent),
    ((Has.UNIT | Has.ORDER,), events.FROM_EVENT, events.read_event),
    ((Has.UNIT | Has.SAME, Has.NIGHT | Has.SAME), events.SAME_TIME, events.read_event),
)
_GROUPS = (*RARE, *(Group(needs, None, ((pattern, reader),)) for needs, pattern, reader in _RULES))
# The whole match gives the context; only these groups, where a rule has them, are the date itself.
_CORE_GROUPS = ("year", "bound", "paren", "the", "weekend", "after", "core", "near")
_CORE_RULES = (
    absolute.YEAR_IN_CONTEXT,
    absolute.BARE_MONTH,
    relative.OVER_WEEKEND,
    hijri.BARE_MONTH,
    short_years.LONE_YEAR,
    short_years.DECADE_NAME,
    day_lists.LONE_DAY,
)

_WHOLE_YEAR = re.compile(r"(?:19|20)[0-9]{2}|1[0-9]{3}")
_LEAD = re.compile(r"(?:(?:on|in|at|by|of|during|since|the|about|around|circa)\s{1,3}){0,2}", re.IGNORECASE)


def find_dates(text: str, written: date | None) -> list[DateSpan]:
    """The date phrases of a text, in order, without overlaps.

    A year that is left out is taken from the same paragraph, else from the date of writing, else not at all. A phrase
    whose days cannot be known is still returned, with `earliest` and `latest` None.

    Args:
        text: Any text; offsets are code points into it.
        written: The day the article was written, which "yesterday" and "on Sunday" are told from.
    """
    told = paragraphs(text)
    scene = Scene(text, written, named_years(text, told))
    found = sorted(_candidates(scene, told), key=lambda item: (item[0].start, -item[0].end, item[1]))
    spans: list[DateSpan] = []
    for span, _ in found:
        if not spans or span.start >= spans[-1].end:
            spans.append(span)
    return spans


@cache
def _groups(has: int) -> tuple[tuple[int, Group], ...]:
    """The groups of rules that can match in a paragraph with such words, and their ranks."""
    return tuple((rank, group) for rank, group in enumerate(_GROUPS, 1) if any(need & ~has == 0 for need in group.needs))


def _candidates(scene: Scene, told: Iterable[Paragraph]) -> Iterator[tuple[DateSpan, int]]:
    text = scene.text
    if HAS_LIST.search(text):
        yield from ((span, 0) for span in day_lists.listed_days(scene))
    for start, end, has in told:
        for rank, (_, hint, rules) in _groups(has):
            if hint is not None and not hint.search(text, start, end):
                continue
            for pattern, reader in rules:
                for match in pattern.finditer(text, start, end):
                    reading = _read(reader, match, scene)
                    if reading is not None:
                        yield _span(pattern, match, reading, text), rank


def _read(reader: Reader, match: re.Match[str], scene: Scene) -> Reading | None:
    """The reading; unresolved where the calendar has no such day (31 June, the year 10000)."""
    try:
        reading = reader(match, scene)
    except (ValueError, OverflowError):
        return Reading(UNKNOWN, "absolute", "day")
    if reading is None:
        return None
    low, high = reading.interval
    if low is not None and high is not None and low >= high:
        return Reading(UNKNOWN, reading.kind, reading.precision)
    return reading


def _span(pattern: re.Pattern[str], match: re.Match[str], reading: Reading, text: str) -> DateSpan:
    group: str | int = 0
    if pattern in _CORE_RULES:
        group = next((name for name in _CORE_GROUPS if match.groupdict().get(name)), 0)
    start, end = match.span(group)
    while start < end and text[start].isspace():
        start += 1
    return DateSpan(start, end, text[start:end], *reading.interval, reading.kind, reading.precision)


def date_interval(phrase: str, written: date | None) -> tuple[date, date] | None:
    """The interval [first day, day after the last) of a phrase that is one date as a whole.

    A leading preposition or article ("on", "in the") and space around the phrase do not count. None if there is more in
    the phrase than one date, or if a side of it is open or unknown.
    """
    core = phrase.strip().rstrip(".,;")
    lead = _LEAD.match(core)
    if lead is not None:
        core = core[lead.end() :]
    if _WHOLE_YEAR.fullmatch(core):
        return intervals.year_span(int(core))
    spans = find_dates(phrase, written) or find_dates(core, written)
    if len(spans) != 1 or not _covers(spans[0].text, core):
        return None
    span = spans[0]
    return None if span.earliest is None or span.latest is None else (span.earliest, span.latest)


def _covers(found: str, core: str) -> bool:
    """True if the date is the phrase, give or take an article or preposition and a final full stop."""
    return found.rstrip(".").endswith(core.rstrip(".")) or core.rstrip(".") == found.rstrip(".")
