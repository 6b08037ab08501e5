"""Subjects put right at their edges: "she and her husband", "A, B and C", "even police", "a probe the agency said"."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attributions.finite import turns
from summarizer.attributions.spans import Range
from summarizer.attributions.tokens import Token, is_adverb
from summarizer.attributions.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PLAIN_PRONOUNS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
    word_set,
)

_FOCUS = word_set("even like unlike probably maybe perhaps apparently")
_ARTICLES = frozenset({"the", "a", "an"})
_BEFORE_ARTICLE = (
    PREPOSITIONS
    | CONJUNCTIONS
    | DETERMINERS
    | SUBORDINATORS
    | AUXILIARIES
    | RELATIVES
    | word_set(
        "half only such not but than as along amongst amidst beside besides beneath below above off onto throughout past up "
        "down out except atop alongside aboard"
    )
)
_PERSONS = frozenset({"he", "she", "they", "i", "we", "you"})
_NO_MEMBER = (
    PREPOSITIONS | SUBORDINATORS | AUXILIARIES | PLAIN_PRONOUNS | TIME_WORDS | word_set("last this next earlier later however")
)
_MOST_MEMBERS = 8
_LONGEST_MEMBER = 7
_NOUN_AND_COMMA = 3


def settled(tokens: Sequence[Token], phrase: Range, end: int) -> Range:
    """The subject before a verb at token `end`, from the noun phrase that was read there."""
    start, stop = phrase
    if stop < end and tokens[stop - 1].low.endswith("ed") and stop - start > 1:
        stop = end
    if start == 0 or not tokens[start - 1].quote:
        start = _inner_article(tokens, start, stop)
    while start < stop - 1 and (tokens[start].low in _FOCUS or tokens[start].text == ","):
        start += 1
    return _with_members(tokens, start, stop), stop


def _inner_article(tokens: Sequence[Token], start: int, stop: int) -> int:
    """The start of "the agency" in "a probe the agency said was over": a noun and an article make two phrases."""
    for place in range(stop - 1, start, -1):
        if tokens[place].low in _ARTICLES and not _is_initial(tokens, place) and _ends_phrase(tokens[place - 1]):
            return place
    return start


def _is_initial(tokens: Sequence[Token], place: int) -> bool:
    """True for the "A." of "James A. Holt"."""
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    return tokens[place].is_capital and following is not None and following.text == "." and following.start == tokens[place].end


def _ends_phrase(before: Token) -> bool:
    """True for a noun: what no article can follow within one phrase."""
    if not before.is_word or before.low in _BEFORE_ARTICLE or before.is_possessive or is_adverb(before):
        return False
    return not before.low.endswith(("ing", "ed"))


def _with_members(tokens: Sequence[Token], start: int, stop: int) -> int:
    """The start of the list or pair whose last members the phrase holds."""
    if start > 1 and tokens[start - 1].low == "and" and tokens[start - 2].low in _PERSONS:
        return start - 2
    if not any(tokens[place].low == "and" for place in range(start, stop)):
        return start
    for _ in range(_MOST_MEMBERS):
        member = _member_before(tokens, start)
        if member is None:
            break
        start = member
    return start


def _member_before(tokens: Sequence[Token], start: int) -> int | None:
    """Where the member of a list begins that ends with the comma before `start`; None if none does."""
    if start < 2 or tokens[start - 1].text != ",":  # noqa: PLR2004 - a word and its comma
        return None
    place = start - 1
    while place > 0 and start - place <= _LONGEST_MEMBER and tokens[place - 1].is_word:
        place -= 1
    first = tokens[place]
    if place == start - 1 or first.low in _NO_MEMBER or first.low.endswith("ing") or is_adverb(first):
        return None
    if place > 0 and tokens[place - 1].text != ",":
        return None
    names = all(token.is_capital for token in tokens[place : start - 1])
    noun = first.low in DETERMINERS and start - place == _NOUN_AND_COMMA
    return place if (names or noun) and not any(turns(tokens, at) for at in range(place, start - 1)) else None
