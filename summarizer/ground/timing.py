"""When a statement holds: the article's own words for it, found in the article and read as dates by code."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.analysis import analysis_of
from summarizer.dates import DateSpan, date_interval
from summarizer.schema import Article
from summarizer.text import Span, fold

_OPEN_ENDED = re.compile(r"(?:until|till|before|after|since|from|following)\b", re.IGNORECASE)
"""A time that begins so names the end or the start of a stretch, not the day on which something holds."""
_TOKEN = re.compile(r"(?<![^\W\d_])(?P<half>[ap])\.?\s?m(?![^\W\d_])\.?|[^\W\d_]+|\d+s(?!\w)|\d+")
_YEAR = re.compile(r"[12]\d{3}")
_YEAR_NEXT = re.compile(r",?\s{1,2}[12]\d{3}\b")
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_APART = dt.timedelta(days=31)
"""An event and what is known of it later lie in one story; what lies further from it is another event."""
_LOOSE = frozenset({"the", "of", "on", "at", "in"})
_MONTHS = {
    month[:length]: month
    for month in (dt.date(2000, number, 1).strftime("%B").lower() for number in range(1, 13))
    for length in (3, 4)
}
_DAYS = {
    day[:length]: day
    for day in (dt.date(2000, 1, number).strftime("%A").lower() for number in range(3, 10))
    for length in (3, 4, 5)
}
_MONTH_NAMES = frozenset(_MONTHS.values())
_DAY_NAMES = frozenset(_DAYS.values())
_FULL_NAMES = _MONTHS | _DAYS

Interval = tuple[dt.date | None, dt.date | None]


@dataclass(frozen=True)
class Timing:
    """A time that the article gives: its words, and the half-open interval of days they mean, where code can tell.

    Attributes:
        missing: the words of the answer, if the article has neither them nor a date that they name.
    """

    words: str | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    missing: str | None = None


def timing(article: Article, phrase: str | None, cited: Sequence[Span], spans: Sequence[Span]) -> Timing:
    """The time that an answer names, looked up in the cited sentences, then in all (`spans`), then in the whole text.

    It is read in its sentence, since "on Friday" is last Friday or the next one by the verb beside it. Words that stand
    nowhere still count if they name a day or a stretch of days that code reads somewhere in the article.
    """
    if not phrase:
        return Timing()
    found = next(_places(article, phrase, cited, spans), None)
    if found is None:
        days = date_interval(phrase, article.published)
        known = days in days_of(article) or (_is_told(phrase) and _holds_day(article, days, cited))
        return Timing(phrase, *days) if days and known else Timing(missing=phrase)
    if _OPEN_ENDED.match(phrase.strip()):
        return Timing(phrase)
    sentence, place = found
    if sentence in cited:
        return Timing(phrase, *_read_in(article, sentence, place))
    told: Interval = date_interval(phrase, article.published) or _read_in(article, sentence, place)
    if all(span.end <= place.start for span in cited) and _is_other_day(article, told, cited):
        return Timing(missing=phrase)
    return Timing(phrase, *told)


def has_words(article: Article, phrase: str, spans: Sequence[Span] | None = None) -> bool:
    """The words of a time stand in the article, or in these stretches of it.

    Case, punctuation, ordinals, and the order of day and month may differ.
    """
    tokens = _plain_tokens(phrase)
    places = (place for order in _orders(tokens) for place in _tokens_of(article).find(order))
    return any(spans is None or any(span.covers(place) for span in spans) for place in places)


def has_words_apart(article: Article, phrase: str, cited: Sequence[Span]) -> bool:
    """The cited sentences have the year and, without a year of its own, the rest: "In 2027 there were two: one in June"."""
    tokens = _plain_tokens(phrase)
    if len(tokens) < len(("june", "2027")) or not _YEAR.fullmatch(tokens[-1]):
        return False
    known, rest = _tokens_of(article), tokens[:-1]
    years = any(span.covers(place) for place in known.find(tokens[-1:]) for span in cited)
    places = (place for order in _orders(rest) for place in known.find(order))
    return years and any(
        span.covers(place) and not _YEAR_NEXT.match(article.text, place.end) for place in places for span in cited
    )


def _places(article: Article, phrase: str, cited: Sequence[Span], spans: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Where the phrase stands, and in which sentence: the surest place first."""
    whole = Span(0, len(article.text))
    for sentence in cited:
        yield from ((sentence, place) for place in fold(article.text).places(phrase, sentence))
    orders, known = _orders(_plain_tokens(phrase)), _tokens_of(article)
    for sentence in cited:
        yield from ((sentence, place) for order in orders for place in known.find(order, sentence))
    anywhere = (place for order in orders for place in known.find(order))
    for place in itertools.chain(fold(article.text).places(phrase, whole), anywhere):
        before = bisect_right(spans, place.start, key=lambda span: span.start) - 1
        holds = before >= 0 and spans[before].covers(place)
        yield spans[before] if holds else whole, place


def _is_other_day(article: Article, days: Interval, cited: Sequence[Span]) -> bool:
    """The cited sentences have days of their own, and none is among these: what is told further on dates something else."""
    first, last = days
    own = [d for span in cited for d in analysis_of(article).dates(span) if d.earliest and d.latest]
    if first is None or last is None or not own:
        return False
    return all(d.latest + _APART <= first or last + _APART <= d.earliest for d in own if d.earliest and d.latest)


def _is_told(phrase: str) -> bool:
    """It is a month or a year by its name; "last year" is told from the day of writing, and a winter lies in two years."""
    return all(token in _MONTH_NAMES or _YEAR.fullmatch(token) for token in _plain_tokens(phrase))


def _holds_day(article: Article, days: Interval | None, cited: Sequence[Span]) -> bool:
    """A date that the cited sentences give lies in these days: the month of a day."""
    first, last = days or (None, None)
    if first is None or last is None:
        return False
    near = (d for span in cited for d in analysis_of(article).dates(span))
    return any(d.earliest and d.latest and first <= d.earliest and d.latest <= last for d in near)


def _read_in(article: Article, sentence: Span, place: Span) -> Interval:
    """The one date inside the phrase; two dates, or one that hangs on an event, are not guessed at."""
    inside = [d for d in analysis_of(article).dates(sentence) if _overlaps(d, place)]
    if len(inside) != 1 or inside[0].earliest is None or inside[0].latest is None:
        return None, None
    return inside[0].earliest, inside[0].latest


def _overlaps(found: DateSpan, place: Span) -> bool:
    return found.start < place.end and place.start < found.end


@functools.lru_cache(maxsize=64)
def days_of(article: Article) -> frozenset[Interval]:
    """Every stretch of days that code reads in the article, and the day of writing."""
    found: set[Interval] = {(d.earliest, d.latest) for d in analysis_of(article).all_dates if d.earliest and d.latest}
    if article.published:
        found.add((article.published, article.published + dt.timedelta(days=1)))
    return frozenset(found)


@dataclass(frozen=True)
class _Tokens:
    """The plain tokens of a text, joined by blanks, and where each came from."""

    joined: str
    starts: tuple[int, ...]
    places: tuple[Span, ...]

    def find(self, tokens: Sequence[str], within: Span | None = None) -> Iterator[Span]:
        """Every place, in the stretch of text, where these tokens stand one behind the other."""
        wanted = f" {' '.join(tokens)} "
        begin, stop = self._range(within) if within else (0, len(self.joined))
        hit = self.joined.find(wanted, begin, stop) if tokens else -1
        while hit >= 0:
            first = bisect_right(self.starts, hit) - 1
            yield Span(self.places[first].start, self.places[first + len(tokens) - 1].end)
            hit = self.joined.find(wanted, hit + 1, stop)

    def _range(self, within: Span) -> tuple[int, int]:
        """The stretch of the joined tokens that come wholly from a stretch of the text."""
        first = bisect_left(self.places, within.start, key=lambda place: place.start)
        last = bisect_right(self.places, within.end, key=lambda place: place.end) - 1
        if last < first:
            return 0, 0
        return self.starts[first], self.starts[last] + len(" ") + self._length(last)

    def _length(self, number: int) -> int:
        """Characters of a joined token with the blank behind it."""
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.joined) - 1
        return end - self.starts[number]


@functools.lru_cache(maxsize=64)
def _tokens_of(article: Article) -> _Tokens:
    folded = fold(article.text)
    starts, places, out, length = [], [], [" "], 0
    for word, start, end in _plain(folded.text):
        starts.append(length)
        places.append(Span(folded.origin[start], folded.origin[end - 1] + 1))
        out.append(f"{word} ")
        length += len(word) + 1
    return _Tokens("".join(out), tuple(starts), tuple(places))


def _plain_tokens(phrase: str) -> list[str]:
    return [word for word, _, _ in _plain(fold(phrase).text)]


def _orders(tokens: Sequence[str]) -> list[Sequence[str]]:
    """The tokens as they stand, with day and month turned, and with a weekday on the other side of the hour."""
    moved: list[str] = []
    if tokens and tokens[0] in _DAY_NAMES:
        moved = [*tokens[1:], tokens[0]]
    elif tokens and tokens[-1] in _DAY_NAMES:
        moved = [tokens[-1], *tokens[:-1]]
    return [tokens, _turned(tokens), moved]


def _turned(tokens: Sequence[str]) -> list[str]:
    """The day and the month the other way round, if the phrase has them: "8 october" as "october 8"."""
    turned = list(tokens)
    for i, (left, right) in enumerate(itertools.pairwise(tokens)):
        if (left.isdecimal() and right in _MONTH_NAMES) or (
            left in _MONTH_NAMES and right.isdecimal() and len(right) <= len("31")
        ):
            turned[i : i + 2] = [right, left]
            return turned
    return []


def _plain(text: str) -> Iterator[tuple[str, int, int]]:
    """Words and numbers as they are said: "Aug." as "august", "15th" as "15", "p.m." as "pm", without "on" and "the"."""
    for match in _TOKEN.finditer(text):
        word = f"{match['half']}m" if match["half"] else match.group()
        behind_digit = match.start() > 0 and text[match.start() - 1].isdecimal()
        if word not in _LOOSE and not (word in _ORDINALS and behind_digit):
            yield _FULL_NAMES.get(word, word), match.start(), match.end()
