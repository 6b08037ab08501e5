"""The date that an article's first words give: in a dateline, or run together with the text whose line breaks were lost."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from summarizer.articles.cleaning import visible_line
from summarizer.articles.draft import Dated, Facts
from summarizer.articles.fields import unused_date
from summarizer.articles.lines import Line
from summarizer.articles.numeric_dates import NO_CUSTOM, Custom, DateSpan
from summarizer.articles.publication import find_dates, find_unclear, read_stamp
from summarizer.articles.zoning.capitals import CAPITAL
from summarizer.articles.zoning.date_lines import other_words
from summarizer.articles.zoning.date_words import LABEL, LABEL_WORD, WEEKDAY, ZONE_NAMES
from summarizer.articles.zoning.masthead import OUTLET, OUTLET_WORDS
from summarizer.articles.zoning.told_dates import dates_told
from summarizer.dates.find import find_dates as find_all_dates
from summarizer.dates.tense import direction
from summarizer.dates.words import ANY_WEEKDAY, MONTH
from summarizer.text import sentences

_BASIS = "first line of the text"
_MAX_HEAD = 240
_MAX_BODY = 20_000
_MAX_DATELINE = 160
_OLDEST = dt.date(1990, 1, 1)
_ONE_DAY = dt.timedelta(days=1)

_DATELINE = re.compile(
    rf"(?P<place>[{CAPITAL}][^\W\d_]*(?:[ ,/.’'-]+[{CAPITAL}][^\W\d_]*){{0,6}})[,.]?\s*(?P<when>[^()\n]{{0,40}}?)\s*"
    r"(?:\((?P<credit>[A-Z0-9][^()\n]{1,40})\)\s*)?\.?(?P<dash>[-–—]{1,2}|:)\s"
)
_CHINESE_DATELINE = re.compile(
    r"[（(【]?(?P<place>[\u3400-\u9fff]{2,16}?)(?P<when>(?:\d{4}年)?\d{1,2}月\d{1,2}日)[电電讯訊](?=[\s（(】)）]|$|[^\s])"
)
_PREPOSITIONS = frozenset(
    """
    On Since In By Until Till After Before From At During Between Am Ab Seit Im Bis Vom Zum Nach Depuis Dès En Au Desde Hasta Em
    Até Dal Nel Op Sinds Vanaf Tot В С До На К По От З До У W Od Do Dne Sedan Från Fra Til Pada Sejak
    """.split()
)
_ARTICLES = frozenset("Der Die Das Den Le La Du El Los Las No Na O A Il Lo De Het The".split())
"""They begin the names of places as well ("La Paz"), but are none alone."""

_ZONE = rf"(?:\s*\(?(?:{ZONE_NAMES})\b\)?)?"
_HALF = r"\s*[AaPp]\.?[Mm]\b\.?"
_CLOCK = (
    rf"(?:\d\d?[:h]\d\d(?::\d\d)?|\d\d?\.\d\d(?={_HALF}|\s?Uhr)|\d{{4}}(?=\s*(?:{ZONE_NAMES})\b))(?:{_HALF}|\s?Uhr\b)?{_ZONE}"
)
_CLOCK_BEFORE = rf"(?:(?:{_CLOCK}|\d{{4}})(?:\s*\(\d{{4}}\s(?:{ZONE_NAMES})\))?[\s,]+)?"
_ON = r"(?:\s+(?:on|at|am|vom|le|el|il|em|op|den|w|в|في|در))?"
_LABEL = rf"(?P<label>(?:(?i:first|last|originally|date\s+of|zuletzt|dernière|última?|ultimo)\s+)?{LABEL_WORD}{_ON}\s*:?\s*)"
_BEFORE = re.compile(
    rf"[\s|•·,;(\[]*(?:{_LABEL})?{_CLOCK_BEFORE}(?P<weekday>(?:{WEEKDAY.pattern}),?\s+)?(?:(?:the|den|le|el)\s+)?"
)
"""What may stand before a date that is no part of a sentence."""
_AFTER = re.compile(
    rf"(?:[\s,|•·–—-]*(?:(?:at|à|um|às|as|a\slas|alle|om|kl\.?|в|о|saat)\s+)?(?P<clock>{_CLOCK})|\s+at\s+\d{{4}}\b)?(?:\s*[)\]])?"
)
_CREDIT = re.compile(rf"[(\[]?{OUTLET.pattern}[)\]]?[\s,:|–—-]+(?=\S)")
_RUN_IN_CREDIT = re.compile(
    r"(?<=\s)[(\[]?(?:AFP|AP|UPI|EFE|DPA|ANSA|TASS|IRNA|SANA|REUTERS|Reuters|Xinhua|Interfax|Anadolu|BBC|CNN)[)\]]?\s+"
    rf"(?=(?:{ANY_WEEKDAY}\s)?[\dA-Z])|(?<=\s)(?=(?:Last\s|First\s)?(?:Published|Posted|Updated|Date of publication)\b)"
)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s")
_APART = re.compile(
    rf"\s*$|\s*[|•·.:]+\s+(?=\S)|\s+(?=(?:by\s+)?[\"“‘'(\[«]?[{CAPITAL}])|\s+(?=\d)"
    rf"|(?:,\s+(?:[{CAPITAL}][\w’'-]*,?\s+){{1,4}}|\s*)[–—-]+\s+(?=[\"“‘'«]?[{CAPITAL}]|\d(?!\d?\s{MONTH}))"
)
"""What may follow a date that is no part of a sentence: the end, a mark, or the capital that begins the text."""


@dataclass(frozen=True, slots=True)
class FirstWords:
    """What the words before the text proper say, and where they end."""

    facts: Facts
    end: int = 0


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Dates that stand apart from any sentence: from where to where, and whether a word or clock marks them as a date line."""

    start: int
    end: int
    marked: bool
    labelled: bool


def dateline(line: Line, custom: Custom = NO_CUSTOM) -> Facts:
    """What the start of the first paragraph says: "KABUL, June 3, 2015 (AFP) - …" gives a date and a credit."""
    match = _DATELINE.match(line.text[:_MAX_DATELINE])
    if not match:
        return _chinese_dateline(line.text)
    credit = match["credit"] or ""
    head = line.text[: match.end("when")] if not find_dates(credit) else f"{match['place']}, {credit}"
    spans = find_dates(head, custom)
    stamp = read_stamp(head, custom) if spans and _names_place(_words_beside(head, spans)) else None
    place = match["place"].split(",")[0]
    is_outlet = stamp is not None or (place.isupper() and re.search(rf"\b(?:{OUTLET_WORDS})\b", credit) is not None)
    return Facts(
        outlet=visible_line(credit) if is_outlet and credit and not find_dates(credit) else None,
        dates=(Dated(stamp, "dateline"),) if stamp else (),
    )


def _words_beside(head: str, spans: list[DateSpan]) -> list[str]:
    """The words before the dates as they stand, prepositions too, which begin sentences; those behind without date words."""
    return [*re.findall(r"[^\W\d_][\w’'.-]*", head[: spans[0].start]), *other_words(head[spans[-1].end :], [])]


def _begins_place(words: list[str]) -> bool:
    return words[0] not in _PREPOSITIONS and not _ARTICLES.issuperset(words) and not LABEL.fullmatch(words[0])


def _chinese_dateline(text: str) -> Facts:
    """The date of "新华社北京2021年3月9日电"; most name no year, which is said."""
    match = _CHINESE_DATELINE.match(text[:_MAX_DATELINE])
    if not match:
        return Facts()
    if stamp := read_stamp(match["when"]):
        return Facts(dates=(Dated(stamp, "dateline"),))
    return Facts(notes=(f"the dateline “{match[0]}” names no year; no date of publication from it",))


def _names_place(words: list[str]) -> bool:
    """The words beside the date are names; "The 3 June 2015 storm –" and "On 3 June 2015 –" begin sentences."""
    return bool(words) and all(word[0].isupper() for word in words) and _begins_place(words)


def first_words(line: Line, lines: list[Line], title: str | None, custom: Custom = NO_CUSTOM, *, is_text: bool) -> FirstWords:
    """The date that a line begins with, if it stands apart from the sentence that follows.

    "3 Jun 2015 Forty boats were moved" gives one, "3 June 2015 was the day" and "On 3 June 2015 a storm" do not.

    Args:
        line: the first line, or the first of the text.
        lines: all lines, to see whether it tells as past what came after that date.
        title: the known title, which may run into the date.
        custom: how dates in numbers are to be read.
        is_text: the line is a paragraph. A headline may begin with the date of what happened, so its date needs a mark.
    """
    head = line.text[:_MAX_HEAD]
    spans = {span.start: span for span in [*find_unclear(head, custom), *find_dates(head, custom)]}
    stretch = _stretch(head, spans, title) if spans else None
    if stretch is None or not (is_text or stretch.marked):
        return FirstWords(Facts())
    told = head[stretch.start : stretch.end]
    if not find_dates(told, custom) and (note := unused_date(told, _BASIS)):
        return FirstWords(Facts(notes=(note,)))
    facts = dates_told(told, _BASIS, custom)
    if not stretch.labelled and (doubt := _doubt(facts, "\n".join(other.text for other in lines)[:_MAX_BODY])):
        return FirstWords(Facts(notes=(doubt,)))
    return FirstWords(facts, _sentence_of_its_own(line, stretch))


def _stretch(head: str, spans: dict[int, DateSpan], title: str | None) -> _Stretch | None:
    """The first dates that stand apart: at the start, behind the title, or behind a headline and an agency's name."""
    starts = [(0, False)]
    if title and head.casefold().startswith(title.casefold()):
        starts.append((len(title), False))
    if credit := _CREDIT.match(head):
        starts.append((credit.end(), True))
    ends = _SENTENCE_END.search(head)
    limit = ends.start() if ends else len(head)
    starts += [(match.end(), True) for match in _RUN_IN_CREDIT.finditer(head, 0, limit)]
    found = (_dates_from(head, start, spans, marked=marked) for start, marked in starts)
    return next((stretch for stretch in found if stretch), None)


def _dates_from(head: str, start: int, spans: dict[int, DateSpan], *, marked: bool) -> _Stretch | None:
    """The dates that follow each other from `start` on; None if there is none or a sentence goes on behind them."""
    end, labelled = start, False
    while (before := _BEFORE.match(head, end)) and before.end() in spans and (end == start or before["label"]):
        after = _AFTER.match(head, spans[before.end()].end)
        end = after.end() if after else spans[before.end()].end
        labelled = labelled or bool(before["label"])
        marked = marked or bool(before["label"] or before["weekday"] or (after and after["clock"]))
    if end == start or not _APART.match(head, end):
        return None
    return _Stretch(start, end, marked, labelled)


def _doubt(facts: Facts, body: str) -> str | None:
    """Why a date without a word beside it is hardly the article's: it is of long ago, or the text looks back on later days."""
    for dated in facts.dates:
        day = dated.stamp.date
        later = _told_as_past_after(day, body)
        if later:
            return f"the {_BASIS} says {day}, but the text tells of {later} as past; not used as the date of publication"
        if day < _OLDEST:
            return f"the {_BASIS} says {day}, which nothing shows to be the date of publication; not used"
    return None


def _told_as_past_after(day: dt.date, body: str) -> dt.date | None:
    """A full date of the text that is told as past and lies more than a day after `day`."""
    for span in find_all_dates(body, None):
        first = span.earliest if span.kind == "absolute" and span.precision == "day" else None
        if first and first > day + _ONE_DAY and direction(body, span.start, span.end) == "back":
            return first
    return None


def _sentence_of_its_own(line: Line, stretch: _Stretch) -> int:
    """Where in the article the dates end, if their sentence ends there too; 0 if the text's first sentence holds them.

    A zone bars every sentence that it touches.
    """
    first = sentences(line.text[:_MAX_HEAD])[0]
    mark = _APART.match(line.text, stretch.end)
    return line.start + first.end if stretch.end <= first.end <= (mark.end() if mark else 0) else 0
