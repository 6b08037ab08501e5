"""Years counted in other calendars and eras ("1400 AH", "2567 BE", "Reiwa 6") as Gregorian days.

The Hijri year can begin a day off either way from the Umm al-Qura calendar and is widened by a day on both sides, as its
months are. The Solar Hijri, the Thai, Japanese, Taiwanese, Indian (Saka), Hebrew and Ethiopian years are exact. Calendars
with several reckonings (Vikram Samvat, Coptic, years before Christ) stay unresolved.
"""

from __future__ import annotations

import re
from datetime import date

from summarizer.dates import intervals
from summarizer.dates.era_years import era_year
from summarizer.dates.spans import Reading, Scene
from summarizer.dates.words import GAP

_END = r"(?![A-Za-z0-9-])"
_BEHIND = r"(?![0-9]|[.,][0-9])"


def _era(name: str, after: str, before: str | None, adjectives: str | None) -> str:
    """The ways a year of an era is written: 1400 AH, AH 1400, the Iranian year 1400, 1400 in the Iranian calendar."""
    ways = [rf"(?P<{name}_a>[1-9][0-9]{{2,3}}){GAP}?(?:{after}){_END}"]
    if before:
        ways.append(rf"(?:{before}){GAP}(?:year{GAP})?(?P<{name}_b>[1-9][0-9]{{2,3}}){_BEHIND}")
    if adjectives:
        ways.append(rf"(?:{adjectives})(?:{GAP}calendar)?{GAP}year{GAP}(?:of{GAP})?(?P<{name}_c>[1-9][0-9]{{2,3}}){_BEHIND}")
        ways.append(
            rf"(?P<{name}_d>[1-9][0-9]{{2,3}}),?{GAP}(?:in|of|on|by|according{GAP}to){GAP}(?:the|its){GAP}(?:{adjectives}){GAP}(?:calendar|era|year)"
        )
    return "|".join(ways)


YEAR_OF_ERA = re.compile(
    r"(?<![0-9A-Za-z.,$€£/-])(?:"
    + "|".join(
        _era(*row)
        for row in (
            (
                "solar",
                rf"AHSh?|A\.H\.S\.|SH|S\.H\.|[Ss]olar(?:[ -][Hh]ijri)?{_END}|[Hh]ijri[ -][Ss]h?amsi",
                "SH|AHS",
                "Iranian|Persian|Afghan|[Ss]olar[ -]Hijri|Jalali|Shamsi",
            ),
            (
                "lunar",
                r"AH|A\.H\.|(?:[Ll]unar[ -])?[Hh]ijri|[Hh]egira|[Hh]ijra",
                r"AH|A\.H\.|[Hh]ijri",
                "[Hh]ijri|Islamic|Muslim|Hegira",
            ),
            ("thai", r"BE|B\.E\.", rf"BE|B\.E\.|Buddhist{GAP}[Ee]ra", "Buddhist|Thai"),
            ("hebrew", r"AM|A\.M\.", rf"AM|A\.M\.|Anno{GAP}Mundi", "Hebrew|Jewish"),
            ("ethiopian", r"E\.C\.", None, "Ethiopian"),
            ("saka", rf"Saka(?:{GAP}[Ee]ra)?", rf"Saka(?:{GAP}[Ee]ra)?", rf"Saka|Indian{GAP}national"),
            ("nepali", rf"BS|B\.S\.|VS|V\.S\.|[BV]ikram{GAP}Sam[bv]?v?at", rf"[BV]ikram{GAP}Sam[bv]?v?at", "Nepali|Nepalese"),
            ("christian", r"AD|A\.D\.|CE|C\.E\.", r"AD|A\.D\.", "Gregorian|Christian"),
            ("open", r"BCE?|B\.C\.(?:E\.)?", None, "Coptic|Bengali|Bangla|Chinese|Julian"),
        )
    )
    + ")"
)
ERA_YEAR = re.compile(
    rf"\b(?P<era>Reiwa|Heisei|Sh[oō]wa|Taish[oō]|Meiji){GAP}(?P<number>[1-9][0-9]?|[Gg]annen)(?![0-9A-Za-z]|[.,:][0-9]|{GAP}(?:people|men|women)\b)"
    rf"|\b(?P<back>[1-9][0-9]?)(?:st|nd|rd|th){GAP}year{GAP}of{GAP}(?:the{GAP})?(?P<back_era>Reiwa|Heisei|Sh[oō]wa|Taish[oō]|Meiji)\b"
    rf"|\b(?:Minguo|Juche|(?:the{GAP})?ROC{GAP}year|(?:the{GAP})?Republic{GAP}of{GAP}China{GAP}year|Taiwanese{GAP}year){GAP}(?P<republic>[1-9][0-9]{{0,2}})(?![0-9A-Za-z])"
    rf"|\byear{GAP}(?P<republic_back>[1-9][0-9]{{0,2}}){GAP}of{GAP}the{GAP}Republic(?:{GAP}of{GAP}China)?\b"
)
_JAPANESE = {
    "reiwa": (date(2019, 5, 1), date.max), "heisei": (date(1989, 1, 8), date(2019, 5, 1)),
    "showa": (date(1926, 12, 25), date(1989, 1, 8)), "taisho": (date(1912, 7, 30), date(1926, 12, 25)),
    "meiji": (date(1868, 10, 23), date(1912, 7, 30)),
}  # fmt: skip


def read_year_of_era(match: re.Match[str], scene: Scene) -> Reading | None:
    """A year of an era named beside it."""
    del scene
    group, number = next((name, value) for name, value in match.groupdict().items() if value)
    days = era_year(group.split("_")[0], int(number))
    return None if days is None else Reading(days, "absolute", "year")


def read_era_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """Reiwa 6, Minguo 113."""
    del scene
    republic = match["republic"] or match["republic_back"]
    if republic:
        return Reading(intervals.year_span(1911 + int(republic)), "absolute", "year")
    number = match["number"] or match["back"]
    first, end = _JAPANESE[(match["era"] or match["back_era"]).lower().replace("ō", "o")]
    year = first.year + (int(number) if number.isdigit() else 1) - 1
    days = max(first, date(year, 1, 1)), min(end, date(year + 1, 1, 1))
    return Reading(days, "absolute", "year")
