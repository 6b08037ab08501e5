"""Publication dates, read strictly: what could mean two days means none.

Accepted are ISO 8601 forms, RFC 2822, a day with a month's name and a year, and numeric dates of which only one
reading is a date (25/12/2015, 03.04.2015). 03/04/2015 is the third of April in one country and the fourth of March in
another, unless its weekday stands beside it; with dots the day comes first everywhere.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.articles.draft import Stamp
from summarizer.dates.words import ANY_WEEKDAY, weekday_number

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_HALF_DAY, _LAST_HOUR, _LAST_MINUTE, _MAX_OFFSET = 12, 23, 59, 14
_MONTH_NAMES = (
    "january jan janvier januar enero gennaio janeiro januari января يناير ژانویه",
    "february feb février fevrier februar febrero febbraio fevereiro februari февраля فبراير فوریه",
    "march mar mars märz marzo março maart марта مارس",
    "april apr avril abril aprile апреля أبريل ابريل آوریل",
    "may mai mayo maggio maio mei мая مايو مه",
    "june jun juin juni junio giugno junho июня يونيو ژوئن",
    "july jul juillet juli julio luglio julho июля يوليو ژوئیه",
    "august aug août aout agosto augustus августа أغسطس اغسطس اوت",
    "september sep sept septembre septiembre settembre setembro сентября سبتمبر سپتامبر",
    "october oct octobre oktober octubre ottobre outubro октября أكتوبر اكتوبر اکتبر",
    "november nov novembre noviembre novembro ноября نوفمبر نوامبر",
    "december dec décembre decembre dezember diciembre dicembre dezembro december декабря ديسمبر دسامبر",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"

_WHOLE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d/.-]){_YEAR}(?P<sep>[-/.])(?P<m>\d\d?)(?P=sep)(?P<day>\d\d?)(?![\d/-])",
        rf"(?<!\w)(?P<day>\d\d?)(?:st|nd|rd|th|er|º|\.)?(?:\s+|-)(?:of\s+|de\s+)?{_MONTH},?(?:\s+|-)(?:de\s+|del\s+)?{_YEAR}(?!\d)",
        rf"\b{_MONTH}\s+(?P<day>\d\d?)(?:st|nd|rd|th)?(?:,?\s+|,?){_YEAR}(?!\d)",
        rf"{_YEAR}\s?年\s?(?P<m>\d\d?)\s?月\s?(?P<day>\d\d?)\s?日",
    )
)
_COMPACT = re.compile(rf"(?<![0-9A-Za-z]){_YEAR}(?P<m>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?![0-9])")
_NUMERIC = re.compile(r"(?<![\d/.-])(?P<a>\d\d?)(?P<sep>[-/.])(?P<b>\d\d?)(?P=sep)(?P<year>(?:19|20)\d\d)(?![\d/-])")
_WEEKDAY_BEFORE = re.compile(rf"(?P<weekday>\b{ANY_WEEKDAY}),?\s{{1,3}}$")
_WEEKDAY_AFTER = re.compile(rf",?\s{{1,3}}\(?(?P<weekday>{ANY_WEEKDAY})(?=[\s).,;|]|$)")
_TIME = re.compile(
    r"(?<![\d:])(?P<hour>\d\d?)(?:(?P<colon>[:h])|\.(?=\d\d\s*[ap]\.?m))(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<half>[ap])?(?(half)\.?m\b\.?)"
    r"\s*(?:(?P<zulu>Z\b|(?:UTC|GMT)\b(?!\s*[+-]\d))|(?:UTC|GMT)?\s?(?P<sign>[+-])(?P<off_hour>\d\d?)(?::?(?P<off_minute>\d\d))?(?!\d))?",
    re.IGNORECASE,
)
_COMPACT_TIME = re.compile(r"T(?P<hour>\d\d)(?P<minute>\d\d)(?:\d\d)?(?P<zone>Z|[+-]\d{4})?\b")
_MONTH_ONLY = (
    re.compile(rf"(?<![\d/.-]){_YEAR}[-/._](?P<m>0[1-9]|1[0-2])(?![\d])"),
    re.compile(rf"\b{_MONTH},?\s+{_YEAR}(?!\d)", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A whole date in a short text, and where it stands."""

    start: int
    end: int
    date: dt.date


def find_dates(text: str) -> list[DateSpan]:
    """Every unambiguous whole date in a short text, in order."""
    plain = _ascii_digits(text)
    found = [span for pattern in _WHOLE for span in _spans(pattern, plain)]
    found += list(_numeric_spans(plain))
    found.sort(key=lambda span: (span.start, -span.end))
    kept: list[DateSpan] = []
    for span in found:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def read_stamp(text: str) -> Stamp | None:
    """The one date that a metadata value or a date line gives, with its time of day.

    None where it names no whole date, several different ones, or one that can be read in two ways.
    """
    value = text[:200]
    spans = find_dates(value)
    if not spans:
        return _compact_stamp(_ascii_digits(value))
    if len({span.date for span in spans}) > 1:
        return None
    rest = value[: spans[0].start] + " " + value[spans[0].end :].removeprefix("T").removeprefix("t")
    return Stamp(spans[0].date, read_time(rest))


def read_time(text: str) -> str | None:
    """The first time of day in a text as "HH:MM" or "HH:MM+HH:MM".

    Midnight to the second is what programs write when they know no time, so it counts as none.
    """
    for match in _TIME.finditer(_ascii_digits(text)):
        hour, minute = int(match["hour"]), int(match["minute"])
        if match["half"]:
            if not 1 <= hour <= _HALF_DAY:
                continue
            hour = hour % _HALF_DAY + (_HALF_DAY if match["half"].lower() == "p" else 0)
        if hour > _LAST_HOUR or minute > _LAST_MINUTE:
            continue
        if hour == minute == 0 and match["second"] == "00":
            return None
        return f"{hour:02}:{minute:02}{_offset(match)}"
    return None


def month_only(text: str) -> str | None:
    """The month as "2015-06" if a text names a month and a year but no day."""
    plain = _ascii_digits(text[:200])
    if find_dates(plain):
        return None
    for pattern in _MONTH_ONLY:
        if match := pattern.search(plain):
            return _month_text(match)
    return None


def is_ambiguous(text: str) -> bool:
    """The text holds a numeric date that could be two different days."""
    return bool(find_unclear(text[:200]))


def find_unclear(text: str) -> list[DateSpan]:
    """Every date in numbers that could be two different days, as the earlier of them."""
    matches = ((match, _numeric_dates(match)) for match in _NUMERIC.finditer(_ascii_digits(text)))
    return [DateSpan(match.start(), match.end(), days[0]) for match, days in matches if len(days) > 1]


def _month_text(match: re.Match[str]) -> str:
    groups = match.groupdict()
    number = _MONTHS[groups["month"].lower()] if groups.get("month") else int(groups["m"])
    return f"{groups['year']}-{number:02}"


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[DateSpan]:
    for match in pattern.finditer(text):
        if date := _date_of(match):
            yield DateSpan(match.start(), match.end(), date)


def _date_of(match: re.Match[str]) -> dt.date | None:
    groups = match.groupdict()
    month = groups.get("month") or groups["m"]
    number = int(month) if month.isdigit() else _MONTHS.get(month.lower())
    return _date(int(groups["year"]), number, int(groups["day"]))


def _date(year: int, month: int | None, day: int) -> dt.date | None:
    if month is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _numeric_spans(text: str) -> Iterator[DateSpan]:
    for match in _NUMERIC.finditer(text):
        days = _numeric_dates(match)
        if len(days) == 1:
            yield DateSpan(match.start(), match.end(), days[0])


def _numeric_dates(match: re.Match[str]) -> list[dt.date]:
    """The days a date in numbers can be: day first if it has dots, else those of both orders that fit a weekday beside it."""
    year, left, right = int(match["year"]), int(match["a"]), int(match["b"])
    orders = [(right, left)] if match["sep"] == "." else [(right, left), (left, right)]
    days = sorted({date for month, day in orders if (date := _date(year, month, day))})
    weekday = _WEEKDAY_BEFORE.search(match.string[: match.start()]) or _WEEKDAY_AFTER.match(match.string, match.end())
    fitting = [day for day in days if weekday and day.weekday() == weekday_number(weekday["weekday"])]
    return fitting or days


def _compact_stamp(text: str) -> Stamp | None:
    match = _COMPACT.search(text)
    date = _date_of(match) if match else None
    if not match or not date:
        return None
    time = _COMPACT_TIME.match(text, match.end())
    if not time:
        return Stamp(date, read_time(text[match.end() :].removeprefix("T")))
    zone = time["zone"] or ""
    offset = "+00:00" if zone == "Z" else f"{zone[:3]}:{zone[3:]}" if zone else ""
    return Stamp(date, f"{time['hour']}:{time['minute']}{offset}")


def _offset(match: re.Match[str]) -> str:
    if match["zulu"]:
        return "+00:00"
    if not match["sign"] or int(match["off_hour"]) > _MAX_OFFSET:
        return ""
    return f"{match['sign']}{int(match['off_hour']):02}:{match['off_minute'] or '00'}"


def _ascii_digits(text: str) -> str:
    """The same text, character for character, with the digits of every script as 0-9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in text)
