"""Whether dates in numbers start with the day where a text comes from, by its language and region.

The order of a region is that of its short date in the Unicode CLDR
(https://www.unicode.org/reports/tr35/tr35-dates.html#dateFormats), as Babel ships it.
"""

from __future__ import annotations

import re
from functools import cache

from babel import Locale, UnknownLocaleError

from summarizer.articles.language_codes import code_of

_DAY_FIRST = frozenset("fr es pt it de nl ru uk pl cs sk tr ar da no nn fi el ro bg sr hr sl he id vi ca gl".split())
"""Languages in which a date in numbers starts with the day wherever they are written; English is none of them."""

_DAY_FIRST_SCRIPTS = frozenset({"Cyrl", "Grek", "Hebr"})
"""Scripts of which every language starts with the day."""
_REGION = re.compile(r"[a-z]{2,3}(?:[-_][a-z]{4})?[-_](?P<region>[a-z]{2})(?:[.@_-][\w.@-]{1,40})?", re.IGNORECASE)


def region_of(tag: str | None) -> str | None:
    """The region of a language tag ("GB" of "en-GB" or "en_GB.UTF-8"); None if it names none."""
    match = _REGION.fullmatch(tag.strip()[:80]) if tag else None
    return match["region"].upper() if match and code_of(tag or "") else None


def day_first(language: str | None, region: str | None = None, script: str | None = None) -> bool | None:
    """Whether the day comes before the month; None where both orders are in use, or neither is known.

    Args:
        language: ISO 639-1 code of the text.
        region: ISO 3166 code of where it is written, if the file names it.
        script: ISO 15924 code of the script most of the text is in.
    """
    by_region = _in_region(language, region) if language and region else None
    if by_region is not None:
        return by_region
    return True if language in _DAY_FIRST or script in _DAY_FIRST_SCRIPTS else None


@cache
def _in_region(language: str, region: str) -> bool | None:
    try:
        pattern = str(Locale(language, region).date_formats["short"].pattern)
    except UnknownLocaleError:
        return None
    places = [pattern.find(letter) for letter in "dMy"]
    is_last = -1 < max(places[:2]) < places[2]
    return places[0] < places[1] if is_last else None
