"""Weekdays told from the day of writing: "on Sunday", "last Tuesday", "Monday of last week", "from Friday to Sunday".

A bare weekday is the most recent one up to and including the day of writing; where the words around it look forward it
is the first one from the day of writing on. "last Tuesday" is strictly before that day, "next Tuesday" strictly after.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from summarizer.dates import intervals
from summarizer.dates.spans import UNKNOWN, Reading, Scene
from summarizer.dates.standing import STANDS_ALONE
from summarizer.dates.tense import direction, looks_forward
from summarizer.dates.words import DASH, GAP, MONTH, PART_OF_DAY, WEEKDAY, weekday_number

_ONE_DAY = timedelta(days=1)
_ONE_WEEK = timedelta(days=7)
_MONDAY, _FRIDAY = 0, 4
_LEAD = 24
# Feasts, sales, disasters, songs, films, chains, clubs and people with a weekday in their name, two newspapers, and habits
# ("every Friday"): no one day.
_NO_ONE_DAY = re.compile(
    r"(?:\b(?:Black|Good|Bloody|Easter|Ash|Palm|Super|Cyber|Holy|Maundy|Shrove|Whit|Giving|Trinity|Pentecost|Ascension|Blue|Man|Girl"
    r"|Mail\son|Independent\son)|\b(?:[Ee]very|[Ee]ach|[Aa]ny|[Aa]lternate|[Mm]ost|[Tt]ypical)"
    r"(?:\s(?:other|single|second|third|fourth|given|last|first))?)\s$"
)
_NAME = re.compile(
    r"\b(?:Sheffield\sWednesday|Joe\sFriday|Ruby\sTuesday|Freaky\sFriday|(?:Manic|Stormy|Meatless|Clean)\sMonday|(?:Taco|Fat)\sTuesday"
    r"|Spy\sWednesday|Throwback\sThursday|Small\sBusiness\sSaturday|(?:Advent|Passion|Mothering|Remembrance|Selection)\sSunday"
    r"|(?:[Cc]asual|[Dd]ress-down)\s(?:Fri|Mon)day)$"
)
_NEWSPAPER = (
    r"(?![^\S\n](?:(?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|World|Star|School|People|Business[^\S\n]Post|Independent|Tribune|Examiner|Addams|Weld|Club)\b|Night[^\S\n](?:Live|Football|Lights)\b"
    r"|(?:mornings|afternoons|evenings|nights)\b))"
)
WHICH = (
    r"(?P<which>[Ll]ast|[Tt]his(?:[^\S\n](?:past|coming))?|[Nn]ext|[Cc]oming|[Pp]ast"
    r"|[Ee]arl(?:ier|y)[^\S\n]this|[Ll]ater[^\S\n]this)"
)
_PART = rf"(?:{GAP}(?:morning|afternoon|evening|night)\b)?"
_TO = rf"(?:{GAP}?{DASH}{GAP}?|{GAP}(?:to|through|until|till|thru){GAP})"

WEEKDAYS = re.compile(
    rf"\b(?:(?P<indefinite>[Aa]n?|[Oo]ne){GAP}|{WHICH}{GAP})?\b(?P<weekday>{WEEKDAY})\b(?!-){_NEWSPAPER}{PART_OF_DAY}"
)
LAST_AFTER = re.compile(rf"\b(?P<weekday>{WEEKDAY}){GAP}(?P<which>last|next){STANDS_ALONE}")
OF_WEEK = re.compile(
    rf"\b(?:(?P<weekday>{WEEKDAY}){_PART},?{GAP}(?:of{GAP})?(?P<which>last|this|next|the{GAP}(?:same|previous|following)){GAP}week\b(?!-)"
    rf"|{WEEKDAY}{_PART}{GAP}of{GAP}(?:the{GAP}week{GAP}(?:before|after)|that{GAP}week)\b"
    rf"|(?:(?:[Ee]arl(?:y|ier)|[Ll]ater?){GAP})?(?P<led>[Ll]ast|[Tt]his|[Nn]ext){GAP}week,?{GAP}(?:on{GAP})?(?P<after>{WEEKDAY})\b{_PART})"
)
STRETCH = re.compile(
    rf"\b(?:(?P<from>[Ff]rom){GAP}(?P<first>{WEEKDAY}){_PART}{_TO}|[Bb]etween{GAP}(?P<between>{WEEKDAY}){_PART}{GAP}and{GAP}"
    rf"|(?P<bare>{WEEKDAY}){_TO})(?P<last>{WEEKDAY})\b{_PART}"
)
HANGING = re.compile(
    rf"\b[Tt]he{GAP}(?:same|very{GAP}next|following|next|previous|preceding|ensuing|subsequent){GAP}{WEEKDAY}\b{_PART}"
    rf"|\b[Tt]he{GAP}{WEEKDAY}{_PART}{GAP}(?:before|after|following|prior|preceding|immediately)\b"
    rf"|\b[Tt]hat(?:{GAP}same)?{GAP}{WEEKDAY}(?:{GAP}(?:morning|afternoon|evening|night)\b|(?=[.,;!?)]|$|{GAP}(?:in|at|when|after|before)\b))"
    rf"|(?:(?<=\b[Oo]n\s)|(?<=\b[Bb]y\s))the{GAP}{WEEKDAY}{_PART}{STANDS_ALONE}"
)
_OPENING = "\"'\u201c\u2018"
_CLOSING = re.compile(r"[,.]?[\"'\u201d\u2019](?![a-z])")
_MOVED = re.compile(r"\b(?:moved|postponed|delayed|changed|rescheduled|switched|shifted|pushed|brought)\b[^.;]*$")
# "This Monday, 1 May": the date says which.
_DATED = re.compile(rf",?{GAP}(?:the{GAP})?(?:{MONTH}{GAP}[0-9]|[0-9]{{1,2}}(?:st|nd|rd|th)?{GAP}(?:of{GAP})?{MONTH})")


def read_weekday(match: re.Match[str], scene: Scene) -> Reading | None:
    """A weekday, bare or with "last", "this" or "next"; None where it is part of a name or a habit."""
    lead = max(0, match.start() - _LEAD)
    if _NO_ONE_DAY.search(scene.text[lead : match.start()]) or _NAME.search(scene.text[lead : match.end("weekday")]):
        return None
    if (match["which"] and _DATED.match(scene.text, match.end())) or _is_title(match, scene.text):
        return None
    if match["indefinite"] or scene.written is None:
        return Reading(UNKNOWN, "relative", "day")
    number, which = weekday_number(match["weekday"]), " ".join((match["which"] or "").lower().split())
    if which == "this":
        return _this_weekday(match, scene, number, scene.written)
    ahead = "next" in which or "coming" in which or which == "later this"
    if not which:
        ahead = looks_forward(scene.text, match.start(), match.end())
    strict = which not in ("", "earlier this", "early this", "later this")
    return Reading(intervals.day(nearest(scene.written, number, ahead=ahead, strict=strict)), "relative", "day")


def _is_title(match: re.Match[str], text: str) -> bool:
    """The weekday alone stands in quotation marks."""
    return match.start() > 0 and text[match.start() - 1] in _OPENING and _CLOSING.match(text, match.end()) is not None


def _this_weekday(match: re.Match[str], scene: Scene, number: int, written: date) -> Reading:
    """The last or the coming one, as the verb tells; without a verb it is open which of the two."""
    side = direction(scene.text, match.start(), match.end())
    last, coming = (nearest(written, number, ahead=ahead, strict=False) for ahead in (False, True))
    first = coming if side == "forward" else last
    final = last if side == "back" else coming
    return Reading((first, final + _ONE_DAY), "relative", "day" if first == final else "span")


def nearest(written: date, number: int, *, ahead: bool, strict: bool) -> date:
    """The nearest such weekday on one side of a day; a strict one is never that day itself."""
    distance = (number - written.weekday()) % 7 if ahead else (written.weekday() - number) % 7
    if strict and distance == 0:
        distance = 7
    return written + timedelta(days=distance if ahead else -distance)


def read_last_after(match: re.Match[str], scene: Scene) -> Reading | None:
    """Monday last, Tuesday next."""
    if scene.written is None:
        return Reading(UNKNOWN, "relative", "day")
    value = nearest(scene.written, weekday_number(match["weekday"]), ahead=match["which"] == "next", strict=True)
    return Reading(intervals.day(value), "relative", "day")


def read_of_week(match: re.Match[str], scene: Scene) -> Reading | None:
    """Monday of last week, last week on Monday: both days where a week that begins on Sunday has another one."""
    which = (match["which"] or match["led"] or "").lower()
    if scene.written is None or which not in ("last", "this", "next"):
        return Reading(UNKNOWN, "relative", "day")
    number = weekday_number(match["weekday"] or match["after"])
    middle = scene.written + {"last": -_ONE_WEEK, "this": timedelta(0), "next": _ONE_WEEK}[which]
    iso = middle + timedelta(days=number - middle.weekday())
    american = middle + timedelta(days=(number + 1) % 7 - (middle.weekday() + 1) % 7)
    first, last = min(iso, american), max(iso, american)
    return Reading((first, last + _ONE_DAY), "relative", "day" if first == last else "span")


def read_stretch(match: re.Match[str], scene: Scene) -> Reading | None:
    """From Friday to Sunday; "Monday to Friday" is as often what holds in any week."""
    left, right = weekday_number(match["first"] or match["between"] or match["bare"]), weekday_number(match["last"])
    side = direction(scene.text, match.start(), match.end())
    is_working_week = left == _MONDAY and right >= _FRIDAY
    is_moved = _MOVED.search(scene.text[max(0, match.start() - 2 * _LEAD) : match.start()])
    is_habit = is_working_week and (match["bare"] is not None or side is None)
    if scene.written is None or is_habit or is_moved:
        return Reading(UNKNOWN, "relative", "span")
    final = nearest(scene.written, right, ahead=side == "forward", strict=False)
    first = nearest(final, left, ahead=False, strict=True)
    return Reading((first, final + _ONE_DAY), "relative", "span")


def read_hanging(match: re.Match[str], scene: Scene) -> Reading | None:
    """The following Monday, the Friday before the vote: a weekday told from something else in the text."""
    del match, scene
    return Reading(UNKNOWN, "event", "day")
