"""Times of day in date lines: 14:30, 2.30 pm, 14h30, 14.30 Uhr, 9時00分, 오후 2시 30분, with the UTC offset if given."""

from __future__ import annotations

import re
import unicodedata

_HALF_DAY, _LAST_HOUR, _LAST_MINUTE, _MAX_OFFSET = 12, 23, 59, 14
_EARLY = r"午前|上午|凌晨|早上|오전"
_LATE = r"午後|下午|晚上|오후"
_EARLY_AFTER = r"a\.?\s?m\b\.?|صباح[اًا]*\b|ص\b|π\.?μ\.?|ق\.ظ\b\.?"
_LATE_AFTER = r"p\.?\s?m\b\.?|مساء[ًا]*|م\b|μ\.?μ\.?|ب\.ظ\b\.?"
_BEFORE_POINT = r"(?:kl|klo|kello|ore|alle|pukul|godz|um|om|ob|u|at|às|jam)"
_OFFSET = (
    r"(?:\s{0,2}(?:(?P<zulu>Z\b|(?:UTC|GMT)\b(?!\s?[+-]\d))"
    r"|(?:UTC|GMT)?\s?(?P<sign>[+-])(?P<off_hour>\d\d?)(?::?(?P<off_minute>\d\d))?(?!\d)))?"
)
CLOCK = re.compile(
    rf"(?<![\d:])(?P<before>{_EARLY}|{_LATE})?\s?(?<![\d.,:])(?:"
    r"(?P<hour>\d\d?)\s?[:h：∶]\s?(?P<minute>\d\d)(?!\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
    rf"|(?P<point_hour>\d\d?)\.(?P<point_minute>\d\d)(?=\s?(?:[ap]\.?\s?m\b|Uhr\b|น\.))"
    rf"|(?<=\b)(?:{_BEFORE_POINT}\b\.?\s)(?P<said_hour>\d\d?)\.(?P<said_minute>\d\d)(?![\d.])"
    r"|(?P<full_hour>\d\d?)\s?(?:[時时点點시](?!間|间|간)|(?:Uhr|hs?|hrs)\b(?!\s?ago))\s?(?:(?P<full_minute>\d\d?)\s?[分분])?"
    rf")(?:\s{{0,2}}(?:(?P<early>{_EARLY_AFTER})|(?P<late>{_LATE_AFTER})|Uhr\b|น\.|hs?\b|hrs\b|ч\b\.?))?" + _OFFSET,
    re.IGNORECASE,
)


def ascii_digits(text: str) -> str:
    """The same text, character for character, with the digits of every script as 0-9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in text)


def read_time(text: str) -> str | None:
    """The first time of day in a text as "HH:MM" or "HH:MM+HH:MM".

    Midnight to the second is what programs write when they know no time, so it counts as none.
    """
    for match in CLOCK.finditer(ascii_digits(text)):
        time = _hour_and_minute(match)
        if time is None:
            continue
        if time == (0, 0) and match["second"] == "00":
            return None
        return f"{time[0]:02}:{time[1]:02}{_offset(match)}"
    return None


def _hour_and_minute(match: re.Match[str]) -> tuple[int, int] | None:
    """Hour and minute of the day; None if there is no such time."""
    hour = int(next(match[name] for name in ("hour", "point_hour", "said_hour", "full_hour") if match[name]))
    minute = int(match["minute"] or match["point_minute"] or match["said_minute"] or match["full_minute"] or 0)
    is_late = bool(match["late"] or (match["before"] and re.fullmatch(_LATE, match["before"])))
    if match["early"] or match["late"] or (match["before"] and hour <= _HALF_DAY):
        if not 1 <= hour <= _HALF_DAY and not (match["before"] and hour == 0):
            return None
        hour = hour % _HALF_DAY + (_HALF_DAY if is_late else 0)
    return (hour, minute) if hour <= _LAST_HOUR and minute <= _LAST_MINUTE else None


def _offset(match: re.Match[str]) -> str:
    if match["zulu"]:
        return "+00:00"
    if not match["sign"] or int(match["off_hour"]) > _MAX_OFFSET:
        return ""
    return f"{match['sign']}{int(match['off_hour']):02}:{match['off_minute'] or '00'}"


def blanked(text: str) -> str:
    """The text with its times of day as white space, character for character."""
    plain = ascii_digits(text)
    for match in CLOCK.finditer(plain):
        text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    return text
