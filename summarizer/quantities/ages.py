"""Ages told without a unit: "aged 45", "aged 5 to 11", "dead at 81", "Jane Doe, 34, said", "Jane Doe 34 who"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.quantities.numeral import Numeral
    from summarizer.quantities.tokens import Tokens

AGE = "year of age"
_YOUNGEST_WRITTEN, _OLDEST = 1, 120
_YOUNGEST_BARE, _OLDEST_BARE = 10, 99
_AGED = frozenset({"aged", "age", "ages"})
_DIED = frozenset({"dead", "died", "dies", "dying"})
_OF_MANY = frozenset({"the", "of", "confirmed", "total"})
"""Words before "dead" that make it a count of people."""
_LIMITS = frozenset("over under above below about around only just".split())
_TURNED = frozenset({"turn", "turns", "turned", "turning"})
_AND_OLDER = frozenset((link, word) for link in ("and", "or") for word in ("older", "younger"))
_PERSON_AFTER = frozenset({"who", "whose", "whom"})
_JUNIOR = frozenset({"jr", "sr"})
_ARTICLES = frozenset({"the", "a", "an"})
_CLOSING = frozenset({",", ".", ";", "\u2014"})


def follows_aged(tokens: Tokens, numeral: Numeral) -> bool:
    """The word "aged" or "the age of" stands before the number or before its "between"."""
    before = numeral.first - 1
    while tokens.low(before) in _LIMITS or (numeral.low != numeral.high and tokens.low(before) == "between"):
        before -= 1
    return tokens.low(before) in _AGED or (tokens.low(before) == "of" and tokens.low(before - 1) in {"age", "ages"})


def is_age(tokens: Tokens, numeral: Numeral, *, counts: bool) -> bool:
    """The number is an age; `counts` says that a noun follows which it may count."""
    if _follows_death(tokens, numeral.first - 1) and not counts:
        return numeral.is_whole and _YOUNGEST_WRITTEN <= numeral.low <= _OLDEST
    if follows_aged(tokens, numeral) or tokens.lows(numeral.last, 2) in _AND_OLDER:
        return numeral.is_whole or (numeral.low < numeral.high <= _OLDEST if numeral.high is not None else False)
    digits = numeral.style == "digits" and numeral.last == numeral.first + 1 and numeral.is_whole
    if not digits or not _YOUNGEST_WRITTEN <= numeral.low <= _OLDEST:
        return False
    if tokens.low(numeral.first - 1) in _TURNED and not counts and tokens[numeral.last].kind != "number":
        return True
    return _between_commas(tokens, numeral) or is_bare_age(tokens, numeral.first)


def _between_commas(tokens: Tokens, numeral: Numeral) -> bool:
    before = numeral.first - 1
    commas = tokens.low(numeral.first - 1) == "," and tokens.low(numeral.last) in _CLOSING
    if tokens.lows(before - 2, 2) in {("jr", "."), ("sr", ".")}:
        before -= 1
    surname, forename = tokens[before - 1].raw, tokens[before - 2].raw
    return commas and surname[:1].isupper() and (forename[:1].isupper() or tokens.low(numeral.last) == ",")


def is_bare_age(tokens: Tokens, first: int) -> bool:
    """The age of a person without commas, told by the "who" after it or the "Jr." before: "Jane Doe 34 who"."""
    raw = tokens[first].raw
    if not raw.isdigit() or not _YOUNGEST_BARE <= int(raw) <= _OLDEST_BARE or tokens.glued(first):
        return False
    place = first - 2 if tokens.low(first - 1) == "." else first - 1
    if tokens.low(place) in _JUNIOR:
        place -= 1
    elif place != first - 1 or tokens.low(first + 1) not in _PERSON_AFTER:
        return False
    named = all(tokens[at].kind == "word" and tokens[at].raw[:1].isupper() for at in (place, place - 1))
    return named and tokens.low(place - 1) not in _ARTICLES


def _follows_death(tokens: Tokens, place: int) -> bool:
    """The words up to `place` are "died at" or "dead at", and not "put the dead at", which gives a toll."""
    return tokens.low(place) == "at" and tokens.low(place - 1) in _DIED and tokens.low(place - 2) not in _OF_MANY
