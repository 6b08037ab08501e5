"""The month names of the Hijri and the Solar Hijri calendar in English spelling, and which of them are other words too.

Every repeat is bounded, so that a search stays near-linear on hostile text.
"""

from __future__ import annotations

import re

from summarizer.dates.words import COUNTED, GAP

_MARK = r"['\u2018\u2019\u02bb\u02bf`]?"
_AL = r"(?:[- ]?[AaEeUu](?:l|s|th?)[- ]?|[- ])"
_DHU = r"(?:Dh|Th|Z)[ui](?:[- '\u2018\u2019]?[Aa]?l[- ]?)"

_LUNAR = (
    "M[ou]harr?am", "Safar", rf"Rabi{_MARK}{_AL}(?:[Aa]ww?a?l|I)", rf"Rabi{_MARK}{_AL}(?:[Tt]hani|[Ss]ani|[Aa]khir|II)",
    rf"J[ua]mad[ai]{_AL}(?:[Aa]ww?a?l|[UuOo]ola|[Uu]la|I)", rf"J[ua]mad[ai]{_AL}(?:[Tt]hani|[Ss]ani|[Aa]khirah?|[Aa]khir|II)",
    "Rajab", rf"Sha{_MARK}a?ban", "Rama[dz]h?an", "Shaww?al",
    rf"{_DHU}[Qq][ai]{_MARK}[ai]?dah?", rf"{_DHU}[Hh][ai]jj?a?h?",
)  # fmt: skip
_AFGHAN = (
    "Hamal", "Sawr|Sawar|Saur|Thawr", "Jawza|Jauza", "Saratan", "Asad", "S[ou]nb[ou]lah?",
    "Mizan", "Aqrab", "Qaws|Qaus", "Jadd?i", "Dalwa?|Dalv", "Hoot|Hut",
)  # fmt: skip
_IRANIAN = (
    "Far[vw]ardin", "Ordibehesht", "Khordad", "Tir", "Mordad|Amordad", "Shahrivar",
    "Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand",
)  # fmt: skip
# The others are names, agencies and common words as well: Asad, Mizan, Mehr, Hut, Safar.
_CLEAR = f"{_LUNAR[0]}|Rama[dz]h?an|{_LUNAR[11]}|Far[vw]ardin|Ordibehesht|Shahrivar"

CLEAR_MONTH = rf"(?:{_CLEAR})(?![A-Za-z])"
MONTH = rf"(?:{'|'.join(_LUNAR + _AFGHAN + _IRANIAN)})(?![A-Za-z])"
# A year of either calendar, or the Gregorian one that newsrooms put beside such a month.
YEAR = rf"(?:1[2-5][0-9]{{2}}{COUNTED}|(?:19|20)[0-9]{{2}})(?![0-9]|[.,][0-9]|%)"
ERA = rf"(?:{GAP}(?:A\.?H\.?S?|S\.?H|H\.?S|[Hh]ijri)(?![A-Za-z])\.?)?"

_NUMBERED = tuple((re.compile(name), number) for names in (_LUNAR, _AFGHAN, _IRANIAN) for number, name in enumerate(names, 1))
_IS_LUNAR = re.compile("|".join(_LUNAR))
_IS_AFGHAN = re.compile("|".join(_AFGHAN))
_IS_CLEAR = re.compile(_CLEAR)


def month_number(name: str) -> int:
    """1 to 12 of a month's name, in the calendar it belongs to."""
    return next(number for pattern, number in _NUMBERED if pattern.fullmatch(name))


def is_lunar(name: str) -> bool:
    """The month is one of the lunar Hijri year, not of the Solar Hijri one."""
    return _IS_LUNAR.fullmatch(name) is not None


def is_afghan(name: str) -> bool:
    """The month is one of the Afghan names of the Solar Hijri year, not of the Iranian ones."""
    return _IS_AFGHAN.fullmatch(name) is not None


def is_clear(name: str) -> bool:
    """The name means the month wherever it stands after a preposition."""
    return _IS_CLEAR.fullmatch(name) is not None
