"""Lines that hold a date and hardly anything else, and which of their dates is that of publication."""

from __future__ import annotations

import re

from summarizer.articles.calendar_names import MONTHS
from summarizer.articles.cleaning import visible_line
from summarizer.articles.clock import CLOCK, ascii_digits, blanked
from summarizer.articles.draft import Facts
from summarizer.articles.fields import unused_date
from summarizer.articles.lines import Line, lines_of
from summarizer.articles.numeric_dates import Custom, DateSpan, calendar_day
from summarizer.articles.publication import find_dates, find_unclear
from summarizer.articles.zoning.by_words import AUTHOR, BY, EDITOR, SOURCE
from summarizer.articles.zoning.date_words import (
    LABEL,
    OTHER_CALENDAR,
    WEEKDAY,
    is_distance,
    names_weekday,
    without_date_words,
    without_distance,
)
from summarizer.articles.zoning.masthead import OUTLET, masthead_name
from summarizer.articles.zoning.names import names_in
from summarizer.articles.zoning.signatures import people_in
from summarizer.articles.zoning.surroundings import Surroundings
from summarizer.articles.zoning.told_dates import dates_told

_MAX_LINE_WORDS, _MAX_LINE_CHARS = 30, 300
_MAX_PLACE_WORDS, _MAX_BESIDE_WORDS = 2, 4
_MAX_UNCASED_CHARS = 12
_MAX_UNREAD_WORDS = 2
_MAX_TOLD_WORDS = 14
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_CREDIT = re.compile(
    rf"(?<!\w)(?:(?P<source>{SOURCE})|(?P<author>{AUTHOR})|(?P<editor>{EDITOR}))\s?[:：]\s?(?P<value>[^|·•;:：\d\n]{{1,50}}?)"
    rf"(?=\s{{2,}}|\s?[|·•;,，　\d(（]|\s(?:{SOURCE}|{AUTHOR}|{EDITOR})\s?[:：]|\s?[\])）】]|\s*$)",
    re.IGNORECASE,
)
_PREPOSITIONS = frozenset(
    """
    since from until till before after by between during depuis dès avant après jusqu'au desde hasta antes até seit ab bis vor
    nach zum dal fino dopo prima vanaf sinds tot voor na с со от до после перед к з від після od do po przed pada sejak منذ حتى
    قبل بعد
    """.split()
)
"""They join a date to a sentence, or say that it is not that of the text."""
_JOINT = "\ue000"
"""Stands where a word touches a date, as the words of a sentence do in scripts without spaces."""
_TIME_MARK = re.compile(r"(?<=\s)[Tt](?=\d\d:)")
"""Between the day and the hour of an ISO 8601 date, whose day is blanked."""
_BAR = re.compile(r"\s*(?:[|·•／\t]|\s[-–—/]{1,2}\s|\s{3,})\s*")
_BY_WORD = re.compile(rf"(?<!\w)(?:{BY})\s*:?\s+(?P<names>\S.*)", re.IGNORECASE)
_DAY_AND_YEAR = re.compile(
    r"(?<!\d)\d{1,2}(?!\d)\D{1,30}(?<!\d)\d{4}(?!\d)|(?<!\d)\d{4}(?!\d)\D{1,30}(?<!\d)\d{1,2}(?!\d)|\d{1,4}([./-])\d{1,2}\1\d{1,4}"
)
_DAY_MONTH = (
    re.compile(
        r"(?<![\w.:/-])(?P<day>\d\d?)(?:st|nd|rd|th|er|º)?\.?\s(?:de\s|of\s)?(?P<month>[^\W\d_][^\s\d,;:|]{2,12})(?![^\s,;:|–-])"
    ),
    re.compile(r"(?<!\w)(?P<month>[^\W\d_]{3,12}\.?)\s(?P<day>\d\d?)(?![\w:.])"),
    re.compile(r"(?P<month>\d\d?)[月월]\s?(?P<day>\d\d?)[日일]"),
)
_LEAP_YEAR = 2000
_BARE_DATE = re.compile(r"\d{1,2}\.?\s[^\W\d_]{2,15}\s\d{4}")


def date_line(line: Line, around: Surroundings, *, strict: bool = True) -> Facts | None:
    """What a line says that holds a date and hardly anything else, such as "Posted on 7 June 2015 | 10:45".

    Args:
        line: a line of the top.
        around: what the paragraphs tell; how dates in numbers are to be read.
        strict: the line could be the headline as well; else a section, a place or a name may stand beside the date.
    """
    if line.words > _MAX_LINE_WORDS or len(line.text) > _MAX_LINE_CHARS or line.text.endswith(("?", "!", "？", "！", "؟")):
        return None
    text = without_distance(line.text)
    spans = find_dates(text, around.custom)
    if not spans:
        return _unread(line.text, around.custom, strict=strict)
    credited, text = _credits(text, around)
    beside = _beside(text, spans, around, strict=strict or line.ends_sentence)
    if beside is None:
        return None
    return credited.or_else(beside).or_else(dates_told(line.text, "date line", around.custom))


def says_only_when(line: Line) -> bool:
    """Words of a date line without a day ("Updated at 7 pm"), or how long the text takes to read, and nothing else."""
    text = line.text
    if line.words > _MAX_TOLD_WORDS or line.ends_sentence or not re.search(r"[^\W\d_]", text):
        return False
    return not other_words(without_distance(text), []) and (bool(LABEL.search(text)) or without_distance(text) != text)


def credit_line(line: Line, around: Surroundings) -> Facts | None:
    """Outlet or author of a line such as "Источник: …" that holds nothing else."""
    if len(line.text) > _MAX_LINE_CHARS or line.ends_sentence or not _CREDIT.match(line.text):
        return None
    facts, rest = _credits(line.text, around)
    return None if _WORD.search(rest) else facts


def other_words(text: str, spans: list[DateSpan]) -> list[str]:
    """The words of a line beside its dates, times, weekdays and words such as "published"."""
    return _WORD.findall(without_date_words(blanked(ascii_digits(_TIME_MARK.sub(" ", _without(text, spans))))))


def _without(text: str, spans: list[DateSpan]) -> str:
    for span in reversed(spans):
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def _credits(text: str, around: Surroundings) -> tuple[Facts, str]:
    """Outlet and author behind words such as "source:", and the text with them blanked."""
    facts = Facts()
    for match in _CREDIT.finditer(text):
        value = match["value"].strip(" -–—")
        if match["source"]:
            facts = facts.or_else(Facts(outlet=visible_line(value)))
        elif match["author"]:
            names = names_in(value, around)
            facts = facts.or_else(Facts(author=names.text if names else None))
        text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    return facts, text


def _beside(text: str, spans: list[DateSpan], around: Surroundings, *, strict: bool) -> Facts | None:
    """What stands beside the dates: outlet, by line, place; None if it is more than that."""
    words = other_words(text, spans)
    if not words:
        return Facts()
    parts = _parts(text, spans)
    if len(parts) == 1 and (outlet := _paper(parts[0]) or _paper(" ".join(words))):
        return Facts(outlet=outlet)
    if len(parts) == 1 and not strict and (people := people_in(parts[0], around)):
        return Facts(author=people.text)
    if _is_place(text[: spans[0].start], words):
        return Facts()
    facts = Facts()
    for part in parts:
        read = _read_part(part, around, strict=strict)
        if read is None:
            return None
        facts = facts.or_else(read)
    return facts


def _paper(part: str) -> str | None:
    """The newspaper that a stretch names and nothing else."""
    return part if OUTLET.fullmatch(part) else masthead_name(lines_of(part)[0]) if part else None


def _parts(text: str, spans: list[DateSpan]) -> list[str]:
    """What stands between bars and dates, where it says anything."""
    pieces = _BAR.split(_bars_for(text, spans))
    return [piece.strip(" ,;:()（）[]") for piece in pieces if _WORD.search(without_date_words(blanked(piece)))]


def _bars_for(text: str, spans: list[DateSpan]) -> str:
    for span in reversed(spans):
        before, after = text[: span.start], text[span.end :]
        left, right = (_JOINT if char.isalpha() else "" for char in (before[-1:], after[:1]))
        text = f"{before}{left}|{right}{after}"
    return text


def _read_part(part: str, around: Surroundings, *, strict: bool) -> Facts | None:
    if outlet := _paper(part):
        return Facts(outlet=outlet)
    by = _BY_WORD.search(part)
    names = names_in(by["names"], around) if by and not other_words(part[: by.start()], []) else None
    if names:
        return Facts(author=names.text)
    rest = without_date_words(blanked(part)).strip(" ,;:.–—-")
    if not strict and (people := people_in(rest, around)):
        return Facts(author=people.text)
    is_place = around.holds(rest) and _stands_beside(rest)
    return Facts() if is_place or (not strict and _stands_beside(rest)) else None


def _stands_beside(part: str) -> bool:
    """A few words that can be a section, a place or a name: no sentence and no part of one."""
    words = part.split()
    if not words or _JOINT in part or words[0].casefold() in _PREPOSITIONS or words[-1].casefold() in _PREPOSITIONS:
        return False
    if len(words) > _MAX_BESIDE_WORDS or any(char.isdigit() or char in ".!?。！？؟:：" for char in part):
        return False
    if any(char.islower() or char.isupper() for char in part):
        return words[0][0].isupper() and words[-1][0].isupper()
    return len(part) <= _MAX_UNCASED_CHARS


def _is_place(before: str, words: list[str]) -> bool:
    """At most two names and a comma before the date, as in "Kabul, 7 June 2015"."""
    return (
        len(words) <= _MAX_PLACE_WORDS
        and before.rstrip().endswith((",", "،", "，"))
        and all(word[0].isupper() for word in words)
        and not LABEL.search(before)
    )


def _unread(text: str, custom: Custom, *, strict: bool) -> Facts | None:
    """A note on a line that is a date line and gives no date; None if it is none."""
    said = visible_line(text, 80)
    if is_distance(text):
        return Facts(notes=(f"the date line “{said}” tells no day; no date of publication from it",))
    if span := _day_without_year(text):
        no_year = f"the date line “{said}” names no year; no date of publication from it"
        return None if other_words(text, [span]) or not (_is_marked(text) or WEEKDAY.search(text)) else Facts(notes=(no_year,))
    words = other_words(text, [])
    unclear = find_unclear(text, custom)
    if unclear and not other_words(text, unclear):
        return Facts(notes=(unused_date(text, "date line") or _could_not(said),))
    if not words and (note := unused_date(text, "date line")):
        return Facts(notes=(note,))
    if len(words) > _MAX_UNREAD_WORDS or not _DAY_AND_YEAR.search(text):
        return None
    return Facts(notes=(_could_not(said),)) if _is_marked(text) or (not strict and _BARE_DATE.fullmatch(text)) else None


def _is_marked(text: str) -> bool:
    """Something in it shows a date line: "published" in front, a weekday, a time of day, a day of another calendar."""
    plain = ascii_digits(text)
    return bool(LABEL.match(text.strip("([ ")) or names_weekday(text) or OTHER_CALENDAR.search(plain) or CLOCK.search(plain))


def _day_without_year(text: str) -> DateSpan | None:
    """The first day and month in a line that names no year, as a day of a leap year."""
    plain = ascii_digits(text)
    for match in (match for pattern in _DAY_MONTH for match in pattern.finditer(plain)):
        name = match["month"].lower().rstrip(".")
        if date := calendar_day(_LEAP_YEAR, int(name) if name.isdigit() else MONTHS.get(name), int(match["day"])):
            return DateSpan(match.start(), match.end(), date)
    return None


def _could_not(said: str | None) -> str:
    return f"the date line “{said}” could not be read; no date of publication from it"
