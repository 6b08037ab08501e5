"""Publication dates, read strictly: what could mean two days means none.

Accepted are ISO 8601 forms, RFC 2822, a day with a month's name and a year in some forty languages, East Asian forms and
eras, and numeric dates of which only one reading is a date (25/12/2015, 03.04.2015). 03/04/2015 is the third of April in
one country and the fourth of March in another, unless its weekday stands beside it, or the custom of its language or of
the dates around it is known; with dots the day comes first everywhere.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.articles.calendar_names import MONTHS, SHARED_MONTHS, WEEKDAYS
from summarizer.articles.clock import ascii_digits, read_time
from summarizer.articles.draft import Stamp
from summarizer.dates.words import ANY_WEEKDAY, weekday_number

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LAST_SHORT_YEAR = 39
"""'39 is read as 2039; a later short year could be one of the last century."""
_BUDDHIST_ERA, _REPUBLIC = 543, 1911
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": _REPUBLIC, "民国": _REPUBLIC}
"""The year before the first of each."""
_MONTHS = MONTHS
_LETTER = r"[^\s\d,،/()|:;–—-]"
_MONTH = rf"(?P<month>(?:(?:كانون|تشرين)\s)?{_LETTER}{{2,22}}?)\.?"
"""Any word; whether it names a month is looked up."""
_ALSO = r"(?:\s?[/(]\s?(?P<also>[^\W\d_]{2,14}(?:\s[^\W\d_]{3,8})?)\)?)?"
"""The month's other name, as "مارس/آذار"."""
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_THAI_YEAR = r"(?:พ\.?\s?ศ\.?\s?)?(?P<buddhist>25\d\d)(?!\d)"
_KANJI = "〇零一二三四五六七八九十"

_WHOLE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d/.-]){_YEAR}(?P<sep>[-/.])(?P<m>\d\d?)(?P=sep)(?P<day>\d\d?)(?![\d/-])",
        rf"(?<![\d/.-]){_YEAR}\.\s{{1,2}}(?P<m>\d\d?)\.\s{{1,2}}(?P<day>\d\d?)(?![\d/-])",
        rf"(?<![\w/.,-])(?P<day>\d\d?)(?:(?:st|nd|rd|th|er|[º°ª])?\.?(?:\s{{1,3}}|[-/.]\s?)(?:of\s+|de\s+|من\s+)?|\.)"
        rf"{_MONTH}{_ALSO}[,،]?(?:\s+|[-/.]\s?)(?:de\s+|del\s+)?{_YEAR}(?!\d)",
        rf"(?<!\w){_MONTH}\s+(?P<day>\d\d?)(?:st|nd|rd|th)?(?:,?\s+|,?){_YEAR}(?!\d)",
        rf"(?<![\d/.-]){_YEAR}(?:\.|\sm\.|,)?\s{{1,3}}{_MONTH}\s{{1,3}}(?P<day>\d\d?)(?!\d)",
        rf"{_YEAR}\s?[年년]\s?(?P<m>\d\d?)\s?[月월]\s?(?P<day>\d\d?)\s?[日号號일]",
        rf"(?<!\w)(?:ngày\s)?(?P<day>\d\d?)\stháng\s(?P<m>\d\d?)(?:,|\snăm|,\snăm)?\s{_YEAR}(?!\d)",
        rf"(?<!\w)(?P<day>\d\d?)\s{{0,2}}{_MONTH}\s{{0,2}}{_THAI_YEAR}",
        r"(?P<era>令和|平成|昭和|民國|民国)\s?(?P<era_year>元|\d{1,3})\s?年\s?(?P<m>\d\d?)\s?月\s?(?P<day>\d\d?)\s?日",
        rf"(?P<kanji_year>[{_KANJI[:-1]}]{{4}})年(?P<kanji_m>[{_KANJI}]{{1,2}})月(?P<kanji_day>[{_KANJI}]{{1,3}})日",
    )
)
_COMPACT = re.compile(rf"(?<![0-9A-Za-z]){_YEAR}(?P<m>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?![0-9])")
_NUMERIC = re.compile(
    r"(?<![\d/.-])(?<!\d:)(?P<a>\d\d?)(?P<sep>[-/.]|\.\s)(?P<b>\d\d?)(?P=sep)(?P<year>(?:19|20)\d\d)(?![\d/-])"
    r"|(?<![\d/.:,-])(?P<short_a>\d\d?)(?P<short_sep>[-/.])(?P<short_b>\d\d)(?P=short_sep)(?P<short_year>\d\d)(?![\d/:-]|[.,]\d)"
)
_ANY_DAY = rf"(?:{ANY_WEEKDAY}|(?i:{'|'.join(re.escape(name) for name in sorted(WEEKDAYS, key=len, reverse=True))}))"
_WEEKDAY_BEFORE = re.compile(rf"(?P<weekday>(?<!\w){_ANY_DAY}),?\s{{1,3}}(?:(?:den|le|el|il|de|op|the)\s)?$")
_WEEKDAY_AFTER = re.compile(rf",?\s{{1,3}}\(?(?P<weekday>{_ANY_DAY})(?=[\s).,;|]|$)")
_COMPACT_TIME = re.compile(r"T(?P<hour>\d\d)(?P<minute>\d\d)(?:\d\d)?(?P<zone>Z|[+-]\d{4})?\b")
_MONTH_ONLY = (
    re.compile(rf"(?<![\d/.-]){_YEAR}[-/._](?P<m>0[1-9]|1[0-2])(?![\d])"),
    re.compile(rf"(?<!\w){_MONTH},?\s+{_YEAR}(?!\d)", re.IGNORECASE),
)
_URL_DATE = re.compile(rf"[/_-]{_YEAR}(?P<sep>[/_-])(?P<m>\d\d?|[a-z]{{3,9}})(?P=sep)(?P<day>\d\d?)(?!\d)", re.IGNORECASE)
_URL_DIGITS = re.compile(rf"[/_-]{_YEAR}(?P<m>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?![0-9A-Za-z])")
_NAME_DATE = re.compile(
    rf"(?<![0-9A-Za-z]){_YEAR}(?P<sep>[-_. ]?)(?P<m>0[1-9]|1[0-2])(?P=sep)(?P<day>0[1-9]|[12]\d|3[01])"
    r"(?:[-_T ](?P<hour>[01]\d|2[0-3])[-h.]?(?P<minute>[0-5]\d)(?=[-_. ]|$))?(?![0-9A-Za-z])"
)
_NAME_MONTH = re.compile(rf"(?<![0-9A-Za-z]){_YEAR}[-_.](?P<m>0[1-9]|1[0-2])(?![0-9A-Za-z]|[-_.]\d)")


@dataclass(frozen=True, slots=True)
class Custom:
    """How dates are written where a text comes from.

    Attributes:
        day_first: in numbers the day comes before the month; None where nothing tells.
        language: ISO 639-1 code; it tells what a month's name means that two languages share.
    """

    day_first: bool | None = None
    language: str | None = None


NO_CUSTOM = Custom()


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A whole date in a short text, and where it stands; `by_custom` if only the custom tells which day it is."""

    start: int
    end: int
    date: dt.date
    by_custom: bool = False


def find_dates(text: str, custom: Custom = NO_CUSTOM) -> list[DateSpan]:
    """Every unambiguous whole date in a short text, in order."""
    plain = _plain(text)
    found = [span for pattern in _WHOLE for span in _spans(pattern, plain, custom)]
    found += list(_numeric_spans(plain, custom))
    found.sort(key=lambda span: (span.start, -span.end))
    kept: list[DateSpan] = []
    for span in found:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _plain(text: str) -> str:
    """The same text, character for character, with digits as 0-9 and no hyphen behind the Hebrew "on"."""
    return ascii_digits(text).replace("ב-", "ב ")


def read_stamp(text: str, custom: Custom = NO_CUSTOM) -> Stamp | None:
    """The one date that a metadata value or a date line gives, with its time of day.

    None where it names no whole date, several different ones, or one that can be read in two ways.
    """
    value = text[:200]
    spans = find_dates(value, custom)
    if not spans:
        return _compact_stamp(ascii_digits(value))
    if len({span.date for span in spans}) > 1:
        return None
    rest = value[: spans[0].start] + " " + value[spans[0].end :].removeprefix("T").removeprefix("t")
    return Stamp(spans[0].date, read_time(rest))


def month_only(text: str) -> str | None:
    """The month as "2015-06" if a text names a month and a year but no day."""
    plain = ascii_digits(text[:200])
    if find_dates(plain):
        return None
    for pattern in _MONTH_ONLY:
        for match in pattern.finditer(plain):
            if month := _month_text(match):
                return month
    return None


def is_ambiguous(text: str) -> bool:
    """The text holds a date that could be two different days."""
    return bool(find_unclear(text[:200]))


def find_unclear(text: str, custom: Custom = NO_CUSTOM) -> list[DateSpan]:
    """Every date that could be two different days, as the earlier of them."""
    plain = _plain(text)
    matches = ((match, _numeric_dates(match, custom)) for match in _NUMERIC.finditer(plain))
    unclear = [DateSpan(match.start(), match.end(), days[0]) for match, days in matches if len(days) > 1]
    return unclear + [span for pattern in _WHOLE for span in _shared(pattern, plain, custom)]


def day_comes_first(text: str) -> bool | None:
    """The order of day and month in those numeric dates of a text that can be read in one way only; None without any."""
    orders = set()
    for match in _NUMERIC.finditer(ascii_digits(text)):
        left, right = int(match["a"] or match["short_a"]), int(match["b"] or match["short_b"])
        if len(_numeric_dates(match, NO_CUSTOM)) == 1 and left != right and (match["sep"] or match["short_sep"]) in "-/":
            orders.add(_numeric_dates(match, NO_CUSTOM)[0].day == left)
    return orders.pop() if len(orders) == 1 else None


def stamp_of_url(url: str) -> Stamp | None:
    """The date in an address such as …/2015/06/03/…; None if it has none or several."""
    path = url.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0].partition("//")[2].partition("/")[2]
    dates = {span.date for pattern in (_URL_DATE, _URL_DIGITS) for span in _spans(pattern, "/" + path)}
    return Stamp(dates.pop()) if len(dates) == 1 else None


def stamp_of_name(name: str) -> Stamp | None:
    """The date in a file's name: 2015-06-03, 2015_06_03 or 20150603, with a time behind it as in 2015-06-03_1130."""
    matches = [(match, date) for match in _NAME_DATE.finditer(name) if (date := _date_of(match))]
    if len({date for _, date in matches}) != 1:
        return None
    match, date = matches[0]
    return Stamp(date, f"{match['hour']}:{match['minute']}" if match["hour"] else None)


def month_of_name(name: str) -> str | None:
    """The month as "2015-06" if a file's name gives one and no day."""
    match = _NAME_MONTH.search(name)
    return _month_text(match) if match else None


def _month_text(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    number = _MONTHS.get(groups["month"].lower()) if groups.get("month") else int(groups["m"])
    return f"{groups['year']}-{number:02}" if number else None


def _spans(pattern: re.Pattern[str], text: str, custom: Custom = NO_CUSTOM) -> Iterator[DateSpan]:
    for match in pattern.finditer(text):
        if date := _date_of(match, custom):
            yield DateSpan(match.start(), match.end(), date)


def _shared(pattern: re.Pattern[str], text: str, custom: Custom) -> Iterator[DateSpan]:
    """Dates whose month's name means another month in another language."""
    for match in pattern.finditer(text):
        numbers = SHARED_MONTHS.get((match.groupdict().get("month") or "").lower())
        if (
            numbers
            and custom.language not in numbers
            and (date := _date(_year_of(match), min(numbers.values()), int(match["day"])))
        ):
            yield DateSpan(match.start(), match.end(), date)


def _date_of(match: re.Match[str], custom: Custom = NO_CUSTOM) -> dt.date | None:
    groups = match.groupdict()
    if groups.get("kanji_year"):
        return _date(_year_of(match), _in_kanji(groups["kanji_m"]), _in_kanji(groups["kanji_day"]))
    month = groups.get("month") or groups["m"]
    number = int(month) if month.isdigit() else _month_number(month, custom)
    also = _month_number(groups.get("also") or "", custom)
    if also and also != number:
        return None
    return _date(_year_of(match), number, int(groups["day"]))


def _month_number(name: str, custom: Custom) -> int | None:
    shared = SHARED_MONTHS.get(name.lower())
    return shared.get(custom.language or "") if shared else _MONTHS.get(name.lower())


def _year_of(match: re.Match[str]) -> int:
    """The Gregorian year of a match that gives it in any calendar."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if groups.get("buddhist"):
        return int(groups["buddhist"]) - _BUDDHIST_ERA
    if groups.get("kanji_year"):
        return int("".join(str(_in_kanji(digit)) for digit in groups["kanji_year"]))
    return _ERAS[groups["era"]] + (1 if groups["era_year"] == "元" else int(groups["era_year"]))


def _in_kanji(numeral: str) -> int:
    """The number of a Chinese numeral below a hundred."""
    tens, ten, units = numeral.rpartition("十")
    value = max(0, _KANJI.index(units) - 1) if units else 0
    if not ten:
        return value
    return 10 * (max(0, _KANJI.index(tens) - 1) if tens in _KANJI and tens else 1) + value


def _date(year: int, month: int | None, day: int) -> dt.date | None:
    if month is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _numeric_spans(text: str, custom: Custom) -> Iterator[DateSpan]:
    for match in _NUMERIC.finditer(text):
        days = _numeric_dates(match, custom)
        if len(days) == 1:
            yield DateSpan(match.start(), match.end(), days[0], by_custom=len(_numeric_dates(match, NO_CUSTOM)) > 1)


def _numeric_dates(match: re.Match[str], custom: Custom) -> list[dt.date]:
    """The days a date in numbers can be: day first if it has dots, else those of both orders that fit a weekday beside it.

    A year of two digits may stand in front as well, unless the custom tells that the day does.
    """
    if match["short_year"]:
        return _short_dates(match, custom)
    year, left, right = int(match["year"]), int(match["a"]), int(match["b"])
    orders = [(right, left)] if match["sep"].startswith(".") else [(right, left), (left, right)]
    days = sorted({date for month, day in orders if (date := _date(year, month, day))})
    return _fitting_weekday(match, days) or _in_order(days, custom, _date(year, right, left), _date(year, left, right))


def _short_dates(match: re.Match[str], custom: Custom) -> list[dt.date]:
    left, middle, right = int(match["short_a"]), int(match["short_b"]), int(match["short_year"])
    if right > _LAST_SHORT_YEAR:
        return []
    by_day, by_month = _date(2000 + right, middle, left), _date(2000 + right, left, middle)
    if match["short_sep"] == ".":
        by_month = _date(2000 + left, middle, right) if left <= _LAST_SHORT_YEAR else None
    days = sorted({date for date in (by_day, by_month) if date})
    return _fitting_weekday(match, days) or _in_order(days, custom, by_day, by_month)


def _in_order(days: list[dt.date], custom: Custom, by_day: dt.date | None, by_month: dt.date | None) -> list[dt.date]:
    """The one of several days that the custom names; all of them if it names none."""
    if len(days) < 2 or custom.day_first is None:  # noqa: PLR2004
        return days
    chosen = by_day if custom.day_first else by_month
    return [chosen] if chosen else days


def _fitting_weekday(match: re.Match[str], days: list[dt.date]) -> list[dt.date]:
    """Those of the days that fall on the weekday named beside them."""
    named = _WEEKDAY_BEFORE.search(match.string[max(0, match.start() - 40) : match.start()])
    named = named or _WEEKDAY_AFTER.match(match.string, match.end())
    if not named:
        return []
    number = WEEKDAYS.get(named["weekday"].lower())
    number = weekday_number(named["weekday"]) if number is None else number
    return [day for day in days if day.weekday() == number]


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
