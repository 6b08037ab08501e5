"""Halves of years ("H1 2021"), and years that are no calendar years: fiscal and school years, seasons.

A fiscal year is named by the year in which it begins or by the one in which it ends, as country and company have it, and
begins in any month: "fiscal 2021" stays unresolved. "2020-21" holds both years in any reading.
"""

from __future__ import annotations

import re

from summarizer.dates import intervals
from summarizer.dates.absolute import relative_year
from summarizer.dates.short_years import full_year
from summarizer.dates.spans import UNKNOWN, Interval, Reading, Scene
from summarizer.dates.words import DASH, GAP, YEAR

_MARK = r"['\u2018\u2019]"
_NEAR_YEAR = rf"(?:{YEAR}|(?:this|last|next){GAP}year)"
_SECOND = rf"(?:(?:/|{DASH})(?P<second>(?:20)?[0-9]{{2}})(?![0-9]))?"
_PIECE = (
    rf"(?:(?:Q[1-4]|H[12]|(?:[Tt]he{GAP})?(?:first|second|third|fourth|First|Second|Third|Fourth)(?:{GAP}|-)(?:quarter|half)){GAP}"
    rf"(?:of{GAP})?(?:the{GAP})?)?"
)

HALF = re.compile(
    rf"\b(?:H(?P<number>[12])(?:{GAP}?(?:of{GAP})?(?:(?P<year>{_NEAR_YEAR})|{_MARK}(?P<short>[0-9]{{2}})(?![0-9])))"
    rf"|(?P<back_year>{YEAR})(?:{GAP}|-)?H(?P<back>[12])(?![0-9A-Za-z])"
    rf"|(?P<led>[12])H(?:{GAP}?(?P<led_year>{YEAR})|{_MARK}?(?P<led_short>[0-9]{{2}})(?![0-9A-Za-z]))"
    rf"|(?P<ordinal>[Ff]irst|[Ss]econd)(?:{GAP}|-)half(?:{GAP}of)?{GAP}(?P<word_year>{_NEAR_YEAR})\b)"
)
SHORT_QUARTER = re.compile(
    r"\b(?P<number>[1-4])Q(?:(?:[^\S\n](?:of[^\S\n])?)?(?P<year>(?:19|20)[0-9]{2})|(?P<short>[0-9]{2}))(?![0-9A-Za-z])"
    r"|(?<![A-Za-z0-9])Q(?P<after>[1-4])[^\S\n](?P<after_short>[0-9]{2})"
    r"(?=[^\S\n]?(?:[.,;)]|$))"
)
FISCAL = re.compile(
    rf"\b{_PIECE}(?:(?:[Ff]iscal|[Ff]inancial|[Ss]chool|[Aa]cademic|[Tt]ax|[Bb]udget)(?:(?:{GAP}|-)year)(?:{GAP}of)?{GAP}(?P<year>{YEAR}){_SECOND}"
    rf"|[Ff]iscal{GAP}(?:(?:Q[1-4]|first|second|third|fourth)(?:(?:{GAP}|-)(?:quarter|half))?{GAP}(?:of{GAP})?)?(?P<bare>{YEAR})(?:(?:/|{DASH})"
    rf"(?P<bare_second>(?:20)?[0-9]{{2}})(?![0-9]))?"
    rf"|FY[ -]?{_MARK}?(?P<letters>(?:20)?[0-9]{{2}})"
    rf"(?:(?:/|{DASH})(?:FY)?(?P<letters_second>(?:20)?[0-9]{{2}}))?(?![0-9A-Za-z])"
    rf"|(?P<lead>{YEAR})(?:{GAP}|-)(?:fiscal|financial|tax|school|academic|budget|marketing|crop){GAP}year)"
)
SLASHED = re.compile(
    r"(?<![0-9.,/$€£#-])\b(?P<left>(?:19|20)[0-9]{2})/(?P<right>(?:19|20)?[0-9]{2})(?![0-9A-Za-z%/]|[-.,][0-9])"
)


def read_half(match: re.Match[str], scene: Scene) -> Reading | None:
    """H1 2021, 2H22, the second half of last year: calendar halves."""
    short = match["short"] or match["led_short"]
    said = match["year"] or match["back_year"] or match["led_year"] or match["word_year"]
    year = full_year(short, match, scene) if short else relative_year(said, scene)
    number = match["number"] or match["back"] or match["led"]
    first = 1 if number == "1" or (match["ordinal"] or "").lower() == "first" else 7
    return Reading(intervals.months(year, first, first + 5) if year else UNKNOWN, "absolute", "span")


def read_short_quarter(match: re.Match[str], scene: Scene) -> Reading | None:
    """3Q21, 3Q2021, Q3 21."""
    short = match["short"] or match["after_short"]
    year = int(match["year"]) if match["year"] else full_year(short, match, scene)
    number = int(match["number"] or match["after"])
    return Reading(intervals.quarter(year, number) if year else UNKNOWN, "absolute", "quarter")


def read_fiscal(match: re.Match[str], scene: Scene) -> Reading | None:
    """A year named by two calendar years lies in them; one named by a single year is unresolved."""
    first = match["year"] or match["bare"] or match["letters"]
    second = match["second"] or match["bare_second"] or match["letters_second"]
    if not first or not second or match.group()[0] in "QHqh" or "quarter" in match.group() or "half" in match.group():
        return Reading(UNKNOWN, "absolute", "span")
    year = int(first) if len(first) == len("2021") else full_year(first, match, scene)
    return Reading(_two_years(year, second) if year else UNKNOWN, "absolute", "span")


def _two_years(year: int, second: str) -> Interval:
    follows = (year + 1) % 10 ** len(second) == int(second)
    return intervals.year_span(year, year + 1) if follows else UNKNOWN


def read_slashed(match: re.Match[str], scene: Scene) -> Reading | None:
    """2020/21: a season or a school year that holds days of both; None for other fractions."""
    del scene
    year = int(match["left"])
    follows = (year + 1) % 10 ** len(match["right"]) == int(match["right"])
    return Reading(intervals.year_span(year, year + 1), "range", "span") if follows else None
