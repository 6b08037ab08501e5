"""The words dates are made of, as pieces of regular expressions and as tables.

Every repeat is bounded, so that a search stays near-linear on hostile text.
"""

from __future__ import annotations

import re

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
SHORT_WEEKDAYS = "Mon|Tues|Tue|Weds|Wed|Thurs|Thur|Thu|Fri|Sat|Sun"

COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
SEASON_NAMES = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}


def _cases(names: str) -> str:
    """The alternatives as written and in capitals (headlines, datelines)."""
    return f"{names}|{names.upper()}"


# One line break may fall inside a date, a paragraph break may not.
GAP = r"(?:[^\S\n]{1,3}|[^\S\n]?\n[^\S\n]?)"
_FULL_MONTHS = _cases("|".join(MONTH_NAMES))
# "may", "march" and "august" in lower case are a modal, a verb and an adjective far more often than months.
_LOWER_MONTHS = "january|february|april|june|july|september|october|november|december"
MONTH = rf"(?:{_FULL_MONTHS}|{_LOWER_MONTHS}|(?:{_cases(SHORT_MONTHS)})\b\.?)"
CLEAR_MONTH = _cases("January|February|July|September|October|November|December")
WEEKDAY = f"(?:{_cases('|'.join(WEEKDAY_NAMES))})"
ANY_WEEKDAY = rf"(?:{_cases('|'.join(WEEKDAY_NAMES))}|(?:{_cases(SHORT_WEEKDAYS)})\b\.?)"
# "June 15,1987" runs on into its year; "15,000" is a number.
DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![0-9]|[.:][0-9]|,(?!(?:1[0-9]|20)[0-9]{2}(?![0-9]|[.,][0-9]))[0-9]|%)"
# A four-digit number below 1900 with a plural noun after it is a count ("1500 people"), not a year; "crisis", "virus" and
# "class" are no plurals.
COUNTED = r"(?![^\S\n](?:people|men|women|[a-z]{2,20}[a-hj-rtv-z]s)\b)"
YEAR = rf"(?:(?:19|20)[0-9]{{2}}|1[0-8][0-9]{{2}}{COUNTED})(?![0-9A-Za-z]|[.,][0-9]|%)"
DASH = r"[-\u2010-\u2015]"
SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
PART_OF_DAY = rf"(?:{GAP}(?:morning|afternoon|evening|night|noon|midday|midnight)\b)?"
COUNT = f"(?:{'|'.join(sorted(COUNTS, key=len, reverse=True))}|[0-9]{{1,3}})"
UNIT = r"(?:minute|hour|day|night|week|weekend|fortnight|month|year|decade|century)"
UNITS = r"(?:minutes|hours|days|nights|weeks|weekends|fortnights|months|years|decades|centuries)"

_DIGITS = re.compile(r"[0-9]+")


def month_number(name: str) -> int:
    """1 to 12 of a month's name or abbreviation."""
    short = name[:3].title()
    return next(number for number, full in enumerate(MONTH_NAMES, 1) if full.startswith(short))


def weekday_number(name: str) -> int:
    """0 (Monday) to 6 of a weekday's name or abbreviation."""
    short = name[:3].title()
    return next(number for number, full in enumerate(WEEKDAY_NAMES) if full.startswith(short))


def day_number(text: str) -> int:
    """The number in "3", "03" or "3rd"."""
    digits = _DIGITS.match(text)
    return int(digits.group()) if digits else 0


def count_number(text: str) -> int:
    """The number in "two", "a" or "12"."""
    lowered = text.lower()
    return COUNTS[lowered] if lowered in COUNTS else day_number(text)
