"""Days with a weekday in their name that move with Easter, where the year is told: "Good Friday 2023"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from summarizer.dates import intervals
from summarizer.dates.absolute import relative_year
from summarizer.dates.spans import UNKNOWN, Reading, Scene
from summarizer.dates.words import GAP, YEAR

_FROM_EASTER = {
    "shrove tuesday": -47, "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2,
    "easter saturday": -1, "holy saturday": -1, "easter sunday": 0, "easter monday": 1, "whit sunday": 49, "whit monday": 50,
}  # fmt: skip
_FROM_THANKSGIVING = {"black friday": 1, "cyber monday": 4, "giving tuesday": 5}
_NAMES = "|".join(name.title().replace(" ", GAP) for name in (*_FROM_EASTER, *_FROM_THANKSGIVING))

FEAST = re.compile(rf"\b(?P<name>{_NAMES})(?:,?{GAP}|{GAP}(?:of|in){GAP})(?P<year>{YEAR}|(?:this|last|next){GAP}year\b)")
_OTHER_EASTER = re.compile(
    r"\b(?:Orthodox|Coptic|Gree(?:k|ce)|Ukrain\w+|Russia\w*|Serbia\w*|Bulgaria\w*|Romania\w*|Georgia\w*|Cypr\w+|Ethiopia\w*|Eritrea\w*"
    r"|Macedonia\w*|Montenegr\w+|Belarus\w*|Moldova\w*)\b"
)


def read_feast(match: re.Match[str], scene: Scene) -> Reading | None:
    """The day by the western Easter; unresolved in a sentence about a country that may keep another one."""
    year, name = relative_year(match["year"], scene), " ".join(match["name"].lower().split())
    if year is None:
        return Reading(UNKNOWN, "relative", "day")
    if name in _FROM_THANKSGIVING:
        first = date(year, 11, 1)
        thanksgiving = first + timedelta(days=(3 - first.weekday()) % 7 + 21)
        return Reading(intervals.day(thanksgiving + timedelta(days=_FROM_THANKSGIVING[name])), "absolute", "day")
    if _OTHER_EASTER.search(scene.around(match.start(), match.end())):
        return Reading(UNKNOWN, "absolute", "day")
    return Reading(intervals.day(_easter(year) + timedelta(days=_FROM_EASTER[name])), "absolute", "day")


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the computus of Meeus, Jones and Butcher."""
    golden, century, rest = year % 19, year // 100, year % 100
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - shift + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
