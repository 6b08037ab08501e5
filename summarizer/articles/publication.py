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

from summarizer.articles.calendar_names import MONTHS, SHARED_MONTHS
from summarizer.articles.clock import ascii_digits, read_time
from summarizer.articles.draft import Stamp
from summarizer.articles.numeric_dates import NO_CUSTOM, Custom, DateSpan, calendar_day, numeric_dates, unclear_numbers

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

_DAY_MONTH_YEAR = (
    rf"(?<![\w/.,-])(?P<day>\d\d?)(?:(?:st|nd|rd|th|er|[º°ª])?\.?(?:\s{{1,3}}|[-/.]\s?)(?:of\s+|de\s+|من\s+)?|\.)"
    rf"{_MONTH}{_ALSO}[,،]?(?:\s+|[-/.]\s?)(?:de\s+|del\s+)?{_YEAR}(?!\d)"
)
_WHOLE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d/.-]){_YEAR}(?P<sep>[-/.])(?P<m>\d\d?)(?P=sep)(?P<day>\d\d?)(?![\d/-])",
        rf"(?<![\d/.-]){_YEAR}\.\s{{1,2}}(?P<m>\d\d?)\.\s{{1,2}}(?P<day>\d\d?)(?![\d/-])",
        _DAY_MONTH_YEAR,
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
_COMPACT_TIME = re.compile(r"T(?P<hour>\d\d)(?P<minute>\d\d)(?:\d\d)?(?P<zone>Z|[+-]\d{4})?\b")
_MONTH_ONLY = (
    re.compile(rf"(?<![\d/.-]){_YEAR}[-/._](?P<m>0[1-9]|1[0-2])(?![\d])"),
    re.compile(rf"(?<!\w){_MONTH},?\s+{_YEAR}(?!\d)", re.IGNORECASE),
)


_DATELIKE = re.compile(r"(?:19|20)\d\d|\d[-/.]\d")
"""No date of publication is without a year or a sign between two numbers."""


def find_dates(text: str, custom: Custom = NO_CUSTOM) -> list[DateSpan]:
    """Every unambiguous whole date in a short text, in order."""
    plain = _plain(text)
    found = [span for pattern in _WHOLE for span in _spans(pattern, plain, custom)]
    found += numeric_dates(plain, custom)
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
    if not _DATELIKE.search(plain):
        return []
    unclear = list(unclear_numbers(plain, custom))
    return unclear + [span for pattern in _WHOLE for span in _shared(pattern, plain, custom)]


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
            and (date := calendar_day(_year_of(match), min(numbers.values()), int(match["day"])))
        ):
            yield DateSpan(match.start(), match.end(), date)


def _date_of(match: re.Match[str], custom: Custom = NO_CUSTOM) -> dt.date | None:
    groups = match.groupdict()
    if groups.get("kanji_year"):
        return calendar_day(_year_of(match), _in_kanji(groups["kanji_m"]), _in_kanji(groups["kanji_day"]))
    month = groups.get("month") or groups["m"]
    number = int(month) if month.isdigit() else _month_number(month, custom)
    also = _month_number(groups.get("also") or "", custom)
    if also and also != number:
        return None
    return calendar_day(_year_of(match), number, int(groups["day"]))


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
