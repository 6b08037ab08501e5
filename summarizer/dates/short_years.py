"""Years of two digits ("June '21", "18-Jan-18", "the summer of '69") and decades by name ("the nineties")."""

from __future__ import annotations

import re
from datetime import date

from summarizer.dates import intervals
from summarizer.dates.absolute import PART, month_or_part, part_name
from summarizer.dates.said_years import SAID_YEAR, is_from_writing, said_year
from summarizer.dates.spans import UNKNOWN, Interval, Reading, Scene
from summarizer.dates.standing import STANDS_ALONE
from summarizer.dates.tense import direction
from summarizer.dates.words import (
    ANY_WEEKDAY,
    COUNTED,
    DAY,
    GAP,
    MONTH,
    ORDINALS,
    SEASON,
    SEASON_NAMES,
    day_number,
    month_number,
)

# A two-digit year further ahead of the writing than this belongs to the century before, if nothing says otherwise.
_SURELY_NEAR = 1
_PERHAPS_AHEAD = 20
_LATEST_DECADE_BY_NAME = 30
_MONTHS, _DAYS = 12, 31
_TURN = 2000
_MARK = r"['\u2018\u2019\u02bc]"
_SHORT = rf"{_MARK}(?P<short>[0-9]{{2}})(?![0-9A-Za-z]|[.,][0-9]|{_MARK}?s\b)"
_WEEKDAY = rf"(?:{ANY_WEEKDAY},?{GAP}(?:the{GAP})?)?"
_SAID = rf"(?:,?{GAP}{_SHORT}|{GAP}of{GAP}(?P<said>{SAID_YEAR}))"
_DECADE_NAMES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip

_BARE = rf"{GAP}(?P<bare>[0-9]{{2}}){STANDS_ALONE}(?![.,:][0-9]|%|{GAP}(?:(?:and|or|to)\b|-))"
DAY_MONTH = re.compile(
    rf"(?<![0-9.,/$€£-])\b{_WEEKDAY}(?P<day>{DAY})(?:{GAP}(?:of{GAP})?(?P<month>{MONTH})(?:{_SAID}|{_BARE})"
    rf"|-(?P<dashed>{MONTH})-(?P<dashed_year>[0-9]{{2}})(?![0-9A-Za-z-]))"
)
MONTH_DAY = re.compile(
    rf"\b{_WEEKDAY}(?P<month>{MONTH}){GAP}(?:the{GAP})?(?P<day>{DAY})(?:,?{GAP}?{_SHORT}|{GAP}of{GAP}(?P<said>{SAID_YEAR}))"
)
MONTH_YEAR = re.compile(
    rf"(?:\b{PART}(?:-|{GAP}))?\b(?P<month>{MONTH})(?:{GAP}of)?(?:,?{GAP}|-)(?:{_SHORT}|(?<=of\s)(?P<said>{SAID_YEAR}))"
)
SEASON_YEAR = re.compile(rf"\b(?P<season>{SEASON})(?:{GAP}of)?,?{GAP}(?:{_SHORT}|(?<=of\s)(?P<said>{SAID_YEAR}))")
QUARTER_YEAR = re.compile(
    rf"\b(?:Q(?P<number>[1-4])|(?P<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)(?:{GAP}|-)quarter)(?:{GAP}of)?{GAP}?{_SHORT}"
)
PART_YEAR = re.compile(rf"\b{PART}(?:-|{GAP}){_SHORT}(?:{COUNTED})")
LONE_YEAR = re.compile(
    r"\b(?:(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Dd]uring|[Bb]efore|[Aa]fter|[Oo]f|[Tt]o)"
    rf"{GAP}(?P<year>{_SHORT}){COUNTED}|[Tt]he{GAP}(?P<the>{_SHORT.replace('short', 'the_short')}))"
)
DECADE = re.compile(rf"(?:\b{PART}(?:-|{GAP}))?(?P<decade>{_MARK}[0-9]0){_MARK}?s\b")
DECADE_NAME = re.compile(
    rf"\b(?:[Tt]he{GAP})(?P<core>(?:{PART}(?:-|{GAP}))?(?:(?:[Ss]winging|[Rr]oaring){GAP})?"
    rf"(?P<name>[Nn]oughties|[Aa]ughts|[Nn]aughties|{'|'.join(f'[{n[0].upper()}{n[0]}]{n[1:]}' for n in _DECADE_NAMES)}))\b"
)
NUMERIC = re.compile(r"(?<![0-9./-])(?P<left>[0-3]?[0-9])/(?P<right>[0-3]?[0-9])/(?P<year>[0-9]{2})(?![0-9]|[-./][0-9])")

# Two digits each, so that a version or a time of day is none.
DOTTED = re.compile(
    r"(?<![0-9A-Za-z./-])(?<!ersion\s)(?P<day>[0-3][0-9])\.(?P<month>[01][0-9])\.(?P<year>[0-9]{2})(?![0-9A-Za-z]|\.[0-9]|-)"
)


def full_year(digits: str, match: re.Match[str], scene: Scene) -> int | None:
    """The year in the century that puts it before or near the writing.

    Up to a year ahead it is near; up to twenty years ahead the verb decides, and without one it is open which century is
    meant. None without a date of writing.
    """
    if scene.written is None:
        return None
    this = scene.written.year
    year = this // 100 * 100 + int(digits)
    if year + 100 <= this + _SURELY_NEAR:
        year += 100
    if year <= this + _SURELY_NEAR:
        return year
    if year > this + _PERHAPS_AHEAD:
        return year - 100
    side = direction(scene.text, match.start(), match.end())
    return {"forward": year, "back": year - 100}.get(side or "")


def _told_year(match: re.Match[str], scene: Scene) -> int | None:
    groups = match.groupdict()
    digits = groups.get("short") or groups.get("the_short") or groups.get("bare") or groups.get("dashed_year")
    return full_year(digits, match, scene) if digits else said_year(match["said"], scene, match.start())


def _kind(match: re.Match[str]) -> str:
    """Relative if told from the day of writing; a year told from another one in the text is as good as named."""
    said = match.groupdict().get("said")
    return "relative" if said and is_from_writing(said) else "absolute"


def read_day(match: re.Match[str], scene: Scene) -> Reading | None:
    """5 June '21, 18-Jan-18, June 5 of last year."""
    year, groups = _told_year(match, scene), match.groupdict()
    month = month_number(groups["month"] or groups["dashed"])
    days = intervals.day(date(year, month, day_number(match["day"]))) if year else UNKNOWN
    return Reading(days, _kind(match), "day")


def read_month(match: re.Match[str], scene: Scene) -> Reading | None:
    """June '21, late March of last year."""
    year, month = _told_year(match, scene), month_number(match["month"])
    return Reading(month_or_part(year, month, match["part"]) if year else UNKNOWN, _kind(match), "month")


def read_season(match: re.Match[str], scene: Scene) -> Reading | None:
    """The summer of '69, the summer of last year."""
    year = _told_year(match, scene)
    days = intervals.season(year, SEASON_NAMES[match["season"].lower()]) if year else UNKNOWN
    return Reading(days, _kind(match), "season")


def read_quarter(match: re.Match[str], scene: Scene) -> Reading | None:
    """Q3 '21."""
    year = _told_year(match, scene)
    number = int(match["number"]) if match["number"] else ORDINALS[match["ordinal"].lower()]
    return Reading(intervals.quarter(year, number) if year else UNKNOWN, "absolute", "quarter")


def read_part_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """Late '99."""
    year = _told_year(match, scene)
    return Reading(intervals.part_of_year(year, part_name(match["part"])) if year else UNKNOWN, "absolute", "span")


def read_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """In '92, the '08 crash."""
    year = _told_year(match, scene)
    return Reading(intervals.year_span(year) if year else UNKNOWN, "absolute", "year")


def read_decade(match: re.Match[str], scene: Scene) -> Reading | None:
    """The late '80s."""
    first = full_year(match["decade"][1:], match, scene)
    return Reading(_decade(first, match["part"]) if first else UNKNOWN, "absolute", "decade")


def read_decade_name(match: re.Match[str], scene: Scene) -> Reading | None:
    """The nineties, the noughties; "the twenties" can be those of two centuries."""
    name = match["name"].lower()
    if name not in _DECADE_NAMES:
        return Reading(_decade(_TURN, match["part"]), "absolute", "decade")
    if scene.written is None or _DECADE_NAMES[name] <= _LATEST_DECADE_BY_NAME or scene.written.year < _TURN:
        return Reading(UNKNOWN, "absolute", "decade")
    return Reading(_decade(1900 + _DECADE_NAMES[name], match["part"]), "absolute", "decade")


def _decade(first: int, part: str | None) -> Interval:
    low, high = {"early": (0, 4), "mid": (3, 7), "late": (6, 9)}[part_name(part)] if part else (0, 9)
    return intervals.year_span(first + low, first + high)


def read_numeric(match: re.Match[str], scene: Scene) -> Reading | None:
    """18/01/18: which number is the month is told only by one over twelve."""
    left, right = int(match["left"]), int(match["right"])
    if not (left and right) or min(left, right) > _MONTHS or max(left, right) > _DAYS:
        return None
    year = full_year(match["year"], match, scene)
    if year is None or (left != right and max(left, right) <= _MONTHS):
        return Reading(UNKNOWN, "absolute", "day")
    return Reading(intervals.day(date(year, min(left, right), max(left, right))), "absolute", "day")


def read_dotted(match: re.Match[str], scene: Scene) -> Reading | None:
    """27.02.21, day first as wherever dots are written."""
    day, month = int(match["day"]), int(match["month"])
    year = full_year(match["year"], match, scene)
    if not (0 < month <= _MONTHS and 0 < day <= _DAYS):
        return None
    return Reading(intervals.day(date(year, month, day)) if year else UNKNOWN, "absolute", "day")
