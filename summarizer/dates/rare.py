"""The rules for rarer phrases, each set behind a hint: a cheap search for what all of its phrases have in common.

A hint begins with a letter or a set of letters, so that it is as fast as a search for a character.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from summarizer.dates import (
    absolute,
    counted_weekdays,
    day_lists,
    eras,
    feasts,
    fiscal,
    hijri,
    hijri_words,
    month_parts,
    named_weekdays,
    part_ranges,
    ranges,
    relative,
    short_years,
    stretches,
    worded_days,
)
from summarizer.dates.gates import Has
from summarizer.dates.spans import Reading, Scene

Reader = Callable[[re.Match[str], Scene], Reading | None]
Rules = tuple[tuple[re.Pattern[str], Reader], ...]


class Group(NamedTuple):
    """Rules that run together over a paragraph.

    Attributes:
        needs: The kinds of words, all of one of these sets, that a paragraph has in which a rule of the group can match.
        hint: What such a paragraph also has; None if the kinds of words say enough.
        rules: The rules, in their order.
    """

    needs: tuple[Has, ...]
    hint: re.Pattern[str] | None
    rules: Rules


_UNIT = r"(?:day|week|fortnight|month|quarter|year)s?,?\s"
_PLACE = (
    r"(?:first|second|third|fourth|fifth|last|final|penultimate|First|Second|Third|Fourth|Fifth|Last|Final|1st|2nd|3rd|4th|5th)"
)
_NUMBERS = r"[0-9](?:st|nd|rd|th)?(?:,|,?\sand|/|,?\s&)\s?(?:the\s)?[0-9]"

_DECADE_NAMES: Rules = ((short_years.DECADE_NAME, short_years.read_decade_name),)
_HINTED: tuple[tuple[tuple[Has, ...], str, Rules], ...] = (
    (
        (Has.DAY,),
        rf"{_PLACE}\s[A-Z]",
        (
            (counted_weekdays.OF_MONTH, counted_weekdays.read_of_month),
            (counted_weekdays.PLACED, counted_weekdays.read_placed),
        ),
    ),
    ((Has.DAY,), r"day,?\s(?:the\s[a-z0-9]|[0-9])", ((counted_weekdays.DAY_OF_MONTH, counted_weekdays.read_day_of_month),)),
    (
        (Has.DAY,),
        r"day[^.,;\n]{0,12}(?:[-\u2010-\u2015]|to|through|until|till|thru|and)",
        ((named_weekdays.STRETCH, named_weekdays.read_stretch),),
    ),
    (
        (Has.DAY,),
        r"[Tt]h(?:e|at)\s(?:[a-z]{4,10}\s){0,2}[MTWFS][a-z]{2,5}day",
        ((named_weekdays.HANGING, named_weekdays.read_hanging),),
    ),
    (
        (Has.MONTH,),
        r"(?:days?|week|weekend|half|fortnight)\s(?:of|in)\s[A-Z]",
        ((month_parts.IN_MONTH, month_parts.read_in_month),),
    ),
    ((Has.DAY,), r"days\s(?:ago|back|from)", ((counted_weekdays.WEEKDAYS_AGO, counted_weekdays.read_weekdays_ago),)),
    ((Has.UNIT,), rf"{_UNIT}(?:ago|last)", ((counted_weekdays.WEEKS_AGO, counted_weekdays.read_weeks_ago),)),
    (
        (Has.UNIT,),
        rf"{_UNIT}(?:on|from|after|today|tomorrow|next|this)",
        ((counted_weekdays.WEEKS_ON, counted_weekdays.read_weeks_on),),
    ),
    ((Has.UNIT,), r"(?:day|row)\s(?:week|fortnight)", ((counted_weekdays.WEEKDAY_WEEK, counted_weekdays.read_weekday_week),)),
    ((Has.UNIT,), r"before\s+last|after\s+next", ((counted_weekdays.BEFORE_LAST, counted_weekdays.read_before_last),)),
    (
        (Has.DAY | Has.UNIT,),
        r"week,?\s(?:on\s)?[A-Z]|day(?:\s[a-z]{5,9})?,?\s(?:of\s)?(?:last|this|next|the)",
        ((named_weekdays.OF_WEEK, named_weekdays.read_of_week),),
    ),
    ((Has.DAY | Has.WHICH,), r"day\s(?:last|next)", ((named_weekdays.LAST_AFTER, named_weekdays.read_last_after),)),
    (
        (Has.DAY,),
        r"(?:Good|Easter|Palm|Ash|Maundy|Whit|Shrove|Black|Cyber|Giving|Holy)\s",
        ((feasts.FEAST, feasts.read_feast),),
    ),
    ((Has.UNIT,), rf"{_UNIT}(?:to|through|up|end|that|which)", ((stretches.ENDING, stretches.read_ending),)),
    ((Has.UNIT,), rf"{_UNIT}(?:from|beg|start|commenc|that|which)", ((stretches.BEGINNING, stretches.read_beginning),)),
    ((Has.UNIT,), r"[Ww]eek(?:end)?\sof\s", ((stretches.AROUND, stretches.read_around),)),
    ((Has.UNIT,), rf"{_UNIT}(?:before|after|from|following|prior)", ((stretches.FROM_DAY, stretches.read_from_day),)),
    (
        (Has.DAY, Has.MONTH),
        r"(?:night|vening)\s(?:in)?to\s",
        ((stretches.NIGHT_INTO, stretches.read_night_into),),
    ),
    ((Has.MONTH,), r"[Ee]ve\sof", ((stretches.EVE, stretches.read_eve),)),
    ((Has.DIGIT,), r"[Tt]he\s[0-9]", ((day_lists.THE_DAYS, ranges.read_range), (day_lists.LONE_DAY, day_lists.read_lone_day))),
    (
        (Has.MONTH,),
        r"(?:th|st|nd|rd)\sof\s[A-Za-z]|\sthe\s[a-z-]{2,9}(?:th|st|nd|rd)",
        ((worded_days.DAY_MONTH, worded_days.read_day), (worded_days.MONTH_DAY, worded_days.read_day)),
    ),
    ((Has.DIGIT | Has.MONTH,), r"[0-9a-z]\sor\s[0-9]", ((worded_days.EITHER, worded_days.read_either),)),
    ((Has.FEAST,), r"(?:Eve|Day)\b", ((worded_days.HOLIDAY, worded_days.read_holiday),)),
    ((Has.DIGIT | Has.MONTH,), _NUMBERS, ((day_lists.BEFORE_MONTH, day_lists.read_before_month),)),
    (
        (Has.MARK | Has.DIGIT, Has.YEARLY),
        r"['\u2018\u2019\u02bc][0-9]|of\s(?:last|this|next|the|that)|years?\sago",
        (
            (short_years.MONTH_DAY, short_years.read_day),
            (short_years.MONTH_YEAR, short_years.read_month),
            (short_years.SEASON_YEAR, short_years.read_season),
            (short_years.QUARTER_YEAR, short_years.read_quarter),
            (short_years.PART_YEAR, short_years.read_part_year),
            (short_years.LONE_YEAR, short_years.read_year),
            (short_years.DECADE, short_years.read_decade),
        ),
    ),
    ((Has.DECADE,), r"[Tt]he\s(?:[a-z]{3,9}[-\s]){0,4}[A-Za-z]{3,6}ties|[Aa]ughts", _DECADE_NAMES),
    (
        (Has.PART | Has.DIGIT, Has.PART | Has.MONTH),
        r"(?:[Ee]arly|[Mm]id|[Ll]ate|[Ss]tart|[Bb]eginning|[Ee]nd)[-\s]",
        ((part_ranges.PART_RANGE, part_ranges.read_part_range),),
    ),
    (
        (Has.PIECE,),
        r"H[12]?[^\S\n]?(?:of\s)?['\u2018\u2019]?[0-9]|[HQ][12]|[1-4]Q|half",
        ((fiscal.HALF, fiscal.read_half), (fiscal.SHORT_QUARTER, fiscal.read_short_quarter)),
    ),
    (
        (Has.FISCAL | Has.DIGIT,),
        r"[Ff]iscal|year\s[12]|year\sof\s[12]|FY|[0-9](?:\s|-)(?:tax|school|academic|budget|financial|marketing|crop)",
        ((fiscal.FISCAL, fiscal.read_fiscal),),
    ),
    ((Has.JOINED_DIGITS,), r"[0-9]\.[0-9]", ((short_years.DOTTED, short_years.read_dotted),)),
    (
        (Has.JOINED_DIGITS,),
        r"[0-9]/[0-9]",
        ((fiscal.SLASHED, fiscal.read_slashed), (short_years.NUMERIC, short_years.read_numeric)),
    ),
    (
        (Has.ERA | Has.DIGIT,),
        r"[0-9]\s?(?:A\.?[HMD]|C\.?E|S\.?H|B\.?[ESC]|V\.?S|E\.C|[Ss]olar|[Ll]unar|[Hh]ij|[Hh]eg|Saka|[BV]ikram)|(?:[Cc]alendar|[Ee]ra)\b",
        ((eras.YEAR_OF_ERA, eras.read_year_of_era),),
    ),
    (
        (Has.ERA | Has.DIGIT,),
        r"[A-Za-z.](?<=AH|AD|SH|BE|AM|.\.|ri|ra|ka|at|HS|di|ar|of)\s[1-9][0-9]{2,3}(?![0-9])",
        ((eras.YEAR_OF_ERA, eras.read_year_of_era),),
    ),
    (
        (Has.ERA,),
        r"Reiwa|Heisei|Sh[oō]wa|Taish[oō]|Meiji|Minguo|Juche|ROC|Republic\s|Taiwanese",
        ((eras.ERA_YEAR, eras.read_era_year),),
    ),
    (
        (Has.HIJRI,),
        hijri_words.MONTH,
        (
            (hijri.DAY_MONTH, hijri.read_day),
            (hijri.MONTH_DAY, hijri.read_day),
            (hijri.MONTH_YEAR, hijri.read_month),
            (hijri.BARE_MONTH, hijri.read_bare_month),
        ),
    ),
    ((Has.DIGIT,), r"0['\u2019]?s", ((absolute.DECADE, absolute.read_decade),)),
    ((Has.DIGIT,), r"[Cc]entury", ((absolute.CENTURY, absolute.read_century),)),
    ((Has.PIECE,), r"half", ((absolute.HALF_YEAR, absolute.read_half),)),
    ((Has.PIECE,), r"Q[1-4]|quarter", ((absolute.QUARTER, absolute.read_quarter),)),
    ((Has.UNIT,), r"[Aa][Gg][Oo]", ((relative.AGO, relative.read_ago),)),
)
RARE: tuple[Group, ...] = tuple(Group(needs, re.compile(hint), rules) for needs, hint, rules in _HINTED)
HAS_LIST = re.compile(_NUMBERS)
