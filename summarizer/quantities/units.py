"""Find the unit of measurement after a number: "km/h", "cents a share", "-year-old", "(kg)"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.quantities.money import currency_after, million_code
from summarizer.quantities.noun_words import STOP_WORDS
from summarizer.quantities.nouns import singular
from summarizer.quantities.unit_names import BEGINNINGS, FIRST_WORDS, GLUED_ONLY, UNITS_BY_SURFACE

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

_STUFF = 3
_NO_BASE = frozenset("every each the a an his her its their our my this that se".split())
# "$3 per diluted share", "$1,500 per troy ounce".
_KINDS_OF_BASE = frozenset("diluted basic ordinary common preferred adjusted troy fine".split())
_QUOTES = frozenset({"'", '"'})
_YEARLY = frozenset({"annually", "yearly"})
# "1080p" tells how sharp a picture is.
_VIDEO_LINES = frozenset("144 240 360 480 576 720 900 1080 1440 2160 4320".split())
_PRIMES = {"\u2032": "foot", "\u2033": "inch"}
_BRACKETED = 6
_BASES = frozenset({"100", "1,000", "1000", "10,000", "10000", "100,000", "100000"})
_CLOSERS = {"(": ")", "[": "]", "{": "}", "<": ">"}
# What can be counted "a share", "an hour"; other nouns after an article start a new phrase.
_PER_NOUNS = frozenset(
    "share day week month year hour minute second barrel gallon head piece person tonne ton ounce pound litre liter "
    "kilo kilogram kilometre kilometer mile night game dozen unit household acre hectare bushel metre meter foot "
    "millisecond gram gramme bottle kg km h hr s sec min mo sq".split()
)
_PER_NAMES = {
    "h": "hour",
    "hr": "hour",
    "s": "second",
    "sec": "second",
    "min": "minute",
    "mo": "month",
    "annum": "year",
    "a": "year",
}
# "A year earlier" is a moment, no rate.
_MOMENT_AFTER = frozenset({"earlier", "ago", "later", "before", "after", "old", "from"})
_AGE_UNITS = frozenset({"year", "month", "week", "day"})
_ALWAYS_UNITS = {"c": "celsius", "f": "fahrenheit"}
# Short forms that are also words or initials; in running text they need the digits right before them.
_NOT_AFTER_SPACE = GLUED_ONLY


class UnitMatch(NamedTuple):
    """A unit, the place after its last token, and how many of it one is (a million for "MUSD")."""

    name: str
    last: int
    is_million: bool = False


def is_unit(tokens: Tokens, place: int) -> bool:
    """A unit of measurement or a currency is written at `place`."""
    return find_unit(tokens, place) is not None


def find_unit(tokens: Tokens, place: int) -> UnitMatch | None:
    """The unit that follows a number which ends before `place`."""
    opened = tokens.low(place) in _CLOSERS
    start = place + 1 if opened or _joining_hyphen(tokens, place) else place
    match = _simple(tokens, start)
    if match is None:
        return None
    if opened:
        closed = tokens.low(match.last) == _CLOSERS[tokens.low(place)]
        return UnitMatch(match.name, match.last + 1, match.is_million) if closed else None
    return _with_age(tokens, match) or _with_rate(tokens, match)


def _joining_hyphen(tokens: Tokens, place: int) -> bool:
    """A hyphen between number and unit; spaced ones occur in tokenised text ("30 - year")."""
    return tokens.joins(place) and tokens[place + 1].kind == "word"


def _simple(tokens: Tokens, place: int) -> UnitMatch | None:
    token = tokens[place]
    if token.kind not in {"word", "symbol"}:
        return None
    millions = million_code(token.raw)
    if millions is not None:
        return UnitMatch(millions, place + 1, is_million=True)
    short = _short_form(tokens, place)
    if short is not None:
        return UnitMatch(short, place + 1)
    money, unit = currency_after(tokens, place), _from_table(tokens, place)
    if money is not None and (unit is None or unit.last <= money[1]):
        return UnitMatch(*money)
    return unit


def _short_form(tokens: Tokens, place: int) -> str | None:
    """A unit in signs or letters that its table cannot tell from other uses: primes, "yo", a capital C or F."""
    token = tokens[place]
    if token.low == "yo":
        return "year of age"
    if token.low in _QUOTES:
        return _PRIMES.get(tokens.text[token.start]) if tokens.glued(place) else None
    if token.raw == "p" and tokens.glued(place) and tokens[place - 1].kind == "number":
        return None if tokens[place - 1].raw in _VIDEO_LINES else "penny"
    if token.low == "st" and tokens.glued(place) and not _is_ordinal(tokens[place - 1].raw):
        return "stone"
    temperature = _ALWAYS_UNITS.get(token.low)
    if temperature and token.raw.isupper() and (tokens.glued(place) or _is_spaced_degree(tokens, place)):
        return temperature
    return None


def _is_ordinal(digits: str) -> bool:
    """The digits have their ordinal in "st": "1st", "21st", not "4st" or "11st", which are stones."""
    return not digits.isdigit() or (digits.endswith("1") and not digits.endswith("11"))


def _is_spaced_degree(tokens: Tokens, place: int) -> bool:
    """The capital after a space is a scale of temperature ("45 C"), no initial and no name ("3 C. Doe", "2 F-16s")."""
    after = tokens[place + 1]
    plural = after.kind == "word" and after.low.endswith("s")
    closed = after.low == "." and tokens[place + 2].kind in {"none", "break"}
    return tokens[place - 1].kind == "number" and not plural and (after.low not in {".", "-", "'", "&", "/"} or closed)


def _from_table(tokens: Tokens, place: int) -> UnitMatch | None:
    """The longest entry of the unit table at `place`; hyphens and dots inside it do not count."""
    best, words, index = None, "", place
    if tokens.low(place) not in FIRST_WORDS:
        return None
    while not words or words in BEGINNINGS:
        while words and tokens.low(index) in {"-", "."} and tokens.glued(index):
            index += 1
        word = tokens.low(index)
        if not word or (words and tokens[index].kind == "number" and not tokens.glued(index)):
            break
        words = f"{words} {word}" if words else word
        index += 1
        unit = UNITS_BY_SURFACE.get(words)
        if unit is not None and not _is_other_word(tokens, place, index):
            best = UnitMatch(unit.name, index)
    return best


def _is_other_word(tokens: Tokens, place: int, after: int) -> bool:
    """A short form that is more likely a word, an initial or a product name here."""
    if tokens.low(after) == "-" and tokens.glued(after + 1) and tokens[after + 1].kind == "number" and after == place + 1:
        again = tokens.low(after + 2) == tokens.low(place) and tokens.glued(after + 2)
        return len(tokens[place].raw) == 1 and tokens[place].raw.isalpha() and not again
    if after > place + 1:
        return False
    token = tokens[place]
    numbered = tokens.glued(after) and tokens[after].kind == "number"
    if numbered and (len(token.raw) == 1 or (token.raw.isupper() and not tokens.glued(place))):
        return True
    if token.raw.isupper() and len(token.raw) == 1 and token.raw not in "CFKWVLM°":
        return token.raw.isalpha()
    torque = token.raw == "Nm"
    return token.low in _NOT_AFTER_SPACE and not tokens.glued(place) and not token.raw[-1].isupper() and not torque


def _with_age(tokens: Tokens, match: UnitMatch) -> UnitMatch | None:
    """An age: "-year-old", "years of age"."""
    if match.name not in _AGE_UNITS:
        return None
    place = match.last + 1 if tokens.low(match.last) == "-" else match.last
    if tokens.low(place) in {"old", "olds", "old's"}:
        return UnitMatch(f"{match.name} of age", place + 1)
    if tokens.lows(place, 2) == ("of", "age"):
        return UnitMatch(f"{match.name} of age", place + 2)
    return None


def _with_rate(tokens: Tokens, match: UnitMatch) -> UnitMatch:
    rate = rate_after(tokens, match.last) or _rate_after_stuff(tokens, match.last)
    return UnitMatch(f"{match.name} per {rate[0]}", rate[1], match.is_million) if rate else match


def _rate_after_stuff(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """A rate past what is measured: "barrels of lamp oil a year", "tonnes of waste per day"."""
    if tokens.low(place) != "of":
        return None
    for at in range(place + 2, place + 2 + _STUFF):
        if tokens[at - 1].kind != "word" or tokens.low(at - 1) in STOP_WORDS:
            return None
        rate = rate_after(tokens, at)
        if rate is not None and not (tokens.low(at) in _YEARLY and tokens.low(at - 1).endswith("ed")):
            return rate
    return None


def rate_after(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """What an amount is told for ("per share", "a day", "/h", "-a-share", "annually") and the place after it."""
    word = tokens.low(place)
    if word in _YEARLY:
        return "year", place + 1
    link = place + 1 if word == "-" else place
    per = tokens.low(link)
    if per == "for" and tokens.low(link + 1) in {"every", "each"} and tokens[link + 2].raw in _BASES:
        return _per_many(tokens, link + 2)
    if per not in {"per", "a", "an", "/"} or (per == "/" and not tokens.glued(link)):
        return None
    noun_place = link + 2 if tokens.low(link + 1) == "-" else link + 1
    if tokens.low(noun_place + 1) in _MOMENT_AFTER and per in {"a", "an"}:
        return None
    return _rated(tokens, per, noun_place)


def _rated(tokens: Tokens, per: str, place: int) -> tuple[str, int] | None:
    """The unit or noun at `place` that a rate is told for, and the place after it."""
    if per == "per" and tokens[place].raw in _BASES:
        return _per_many(tokens, place)
    unit = _from_table(tokens, place) if per in {"per", "/"} else None
    if unit is not None and unit.last > place + 1:
        return unit.name, unit.last
    if tokens.low(place) in _KINDS_OF_BASE and tokens.low(place + 1) in _PER_NOUNS:
        place += 1
    noun = tokens.low(place)
    if noun in _NO_BASE:
        return None
    known = UNITS_BY_SURFACE.get(noun)
    told = noun in _PER_NOUNS or per == "per" or (per == "/" and known is not None)
    if not told or tokens[place].kind != "word":
        return None
    return _PER_NAMES.get(noun) or (known.name if known is not None else noun), place + 1


def _per_many(tokens: Tokens, place: int) -> tuple[str, int]:
    """A rate told for a round number of things: "per 100,000 people", "per 100 km"."""
    base = tokens[place].raw.replace(",", "")
    if tokens[place + 1].raw == "000":
        base, place = f"{base}000", place + 1
    unit = _from_table(tokens, place + 1)
    if unit is not None:
        return f"{base} {unit.name}", unit.last
    counted = tokens[place + 1].kind == "word" and tokens.low(place + 1) not in STOP_WORDS
    return (f"{base} {singular(tokens.low(place + 1))}", place + 2) if counted else (base, place + 1)


def rate_past_brackets(tokens: Tokens, place: int) -> str | None:
    """What the sum before a bracketed conversion is told for: "A$9 (US$5.85) per crate"."""
    if tokens.low(place) != "(":
        return None
    for at in range(place + 2, place + 2 + _BRACKETED):
        if tokens.low(at) == ")":
            rate = rate_after(tokens, at + 1) if tokens.low(at + 1) == "per" else None
            return rate[0] if rate else None
    return None
