"""Noun phrases read backwards from a verb: how far left the subject reaches."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.attributions.finite import is_verb, turns
from summarizer.attributions.spans import Range
from summarizer.attributions.tokens import Token, is_adverb
from summarizer.attributions.verbs import FORMS
from summarizer.attributions.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PLAIN_PRONOUNS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIME_NOUNS,
    TIME_WORDS,
    WEAK_STOPS,
    word_set,
)

_SPOKEN = re.compile(r"[,.?!] ?[\"'\u201d\u2019\u201c]{1,3}$")
_LONGEST = 45
_LONGEST_POSSESSOR = 8
_LONGEST_BRACKET = 12
_LONGEST_TITLE = 40
_JOINING_MARKS = frozenset({"&", "/", "$", "%", "#", "@", "\u2019", "'", "-", "\u2013"})
_KEPT_MARKS = frozenset({"(", "@", "$", "#"})
_ARTICLES = word_set("the a an its his her their our my your every no")
_QUANTIFIERS = word_set("all both only no not nearly almost about even neither hardly scarcely barely")
_FARTHEST_NEITHER = 14
_OPENERS = CONJUNCTIONS | word_set("meanwhile however so still yet thus therefore moreover furthermore perhaps maybe")


def noun_phrase_before(tokens: Sequence[Token], end: int) -> Range | None:
    """The noun phrase that ends at token `end`."""
    start = end
    while start > 0 and end - start < _LONGEST:
        step = _step_left(tokens, start, end)
        if step is None:
            break
        start = step
    start = _trim_left(tokens, start, end)
    end = _trim_right(tokens, start, end)
    lone = end - start == 1 and tokens[start].low in _ARTICLES
    return (start, end) if start < end and not lone else None


def possessor_before(tokens: Sequence[Token], end: int) -> Range | None:
    """The owner that ends at token `end` ("Donald Trump's") without what stands before it."""
    start = end
    while start > 0 and end - start < _LONGEST_POSSESSOR:
        token = tokens[start - 1]
        if token.low in DETERMINERS and start < end:
            return start - 1, end
        if not (token.is_capital or (start == end and token.is_word) or token.low in ("of", "and")):
            break
        start -= 1
    while start < end and tokens[start].low in ("of", "and"):
        start += 1
    return (start, end) if start < end else None


def _step_left(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """One token (or bracket) further left, if it still belongs to the phrase."""
    token = tokens[start - 1]
    if token.text == ")":
        return _bracket(tokens, start - 1)
    inside = _word_belongs(tokens, start, end) if token.is_word else _mark_belongs(tokens, start, end)
    return start - 1 if inside else None


def _bracket(tokens: Sequence[Token], closing: int) -> int | None:
    low = max(-1, closing - _LONGEST_BRACKET)
    return next((index for index in range(closing - 1, low, -1) if tokens[index].text == "("), None)


def _mark_belongs(tokens: Sequence[Token], start: int, end: int) -> bool:
    """True for marks inside a phrase: a nickname in quotation marks, "&", the stop of "Mr.", the comma of a list."""
    token = tokens[start - 1]
    if token.quote:
        return start < end and len(token.text) < _LONGEST_TITLE and not _SPOKEN.search(token.text)
    adjoins = start > 1 and tokens[start - 2].end == token.start
    if token.text == ",":
        return _list_comma(tokens, start, end)
    return adjoins and (token.text == "." or token.text in _JOINING_MARKS)


def _word_belongs(tokens: Sequence[Token], start: int, end: int) -> bool:
    token = tokens[start - 1]
    if token.low in AUXILIARIES or token.low in PLAIN_PRONOUNS:
        return token.low in RELATIVES and start < end and _restricts(tokens, start)
    if token.low == "that":
        return start < end and _restricts(tokens, start)
    if token.low in CONJUNCTIONS:
        return _joins_nouns(tokens, start)
    if token.low == "nor":
        return any(before.low == "neither" for before in tokens[max(0, start - _FARTHEST_NEITHER) : start])
    return token.low not in SUBORDINATORS and token.low not in RELATIVES and not is_verb(tokens, start - 1)


def _restricts(tokens: Sequence[Token], start: int) -> bool:
    """True for the "who" of "the man who was there": it is part of the phrase."""
    if start <= 1 or not tokens[start - 2].is_word or tokens[start - 2].low in FORMS:
        return False
    following = tokens[start]
    if tokens[start - 1].low == "that":
        return following.low in AUXILIARIES
    return following.is_word and not following.is_capital and following.low not in DETERMINERS | PLAIN_PRONOUNS


def _list_comma(tokens: Sequence[Token], start: int, end: int) -> bool:
    """True for a comma in "A, B and C"."""
    ahead = [token.low for token in tokens[start : min(end, start + 8)]]
    joined = next((place for place, low in enumerate(ahead) if low in ("and", "&")), 0)
    return joined > 0 and start > 1 and tokens[start - 2].is_capital and tokens[start].is_capital


def _joins_nouns(tokens: Sequence[Token], start: int) -> bool:
    """True if "and" joins two parts of one subject: no verb stands before it in its clause."""
    before = start - 2
    if before < 0 or (not tokens[before].is_word and tokens[before].text != ")"):
        return False
    for index in range(before, max(-1, start - 16), -1):
        token = tokens[index]
        if token.quote or token.text in WEAK_STOPS or token.text == ",":
            return True
        if token.low in PLAIN_PRONOUNS or turns(tokens, index):
            return False
        if token.low in SUBORDINATORS and token.low not in CONJUNCTIONS:
            return True
    return True


def _trim_left(tokens: Sequence[Token], start: int, end: int) -> int:
    """Drop what precedes the phrase: "On Monday", "Meanwhile", "and"."""
    while start < end:
        token = tokens[start]
        if token.low in PREPOSITIONS and token.low != "like":
            start = _skip_prepositional(tokens, start, end)
        elif _is_time(tokens, start, end):
            start += 2
        elif _precedes(token):
            start += 1
        else:
            break
    return start


def _is_time(tokens: Sequence[Token], start: int, end: int) -> bool:
    """True for "Last Tuesday" and "this week" before the phrase."""
    if start + 2 >= end or tokens[start].low not in ("last", "this", "next"):
        return False
    return tokens[start + 1].low in TIME_WORDS | TIME_NOUNS


def _precedes(token: Token) -> bool:
    if not token.is_word:
        return token.text not in _KEPT_MARKS and not token.quote
    return (is_adverb(token) and token.low not in _QUANTIFIERS) or token.low in TIME_WORDS or token.low in _OPENERS


def _skip_prepositional(tokens: Sequence[Token], start: int, end: int) -> int:
    """The place after a leading prepositional phrase, which the next determiner or capital shows."""
    index = start + 1
    if index < end and tokens[index].low in TIME_WORDS:
        return index + 1
    return next((place for place in range(index + 1, end) if _begins_anew(tokens, place)), end)


def _begins_anew(tokens: Sequence[Token], place: int) -> bool:
    token, before = tokens[place], tokens[place - 1]
    if token.low in DETERMINERS:
        return True
    return token.is_capital and not before.is_capital and before.low not in PREPOSITIONS | DETERMINERS


def _trim_right(tokens: Sequence[Token], start: int, end: int) -> int:
    """Drop a time that stands between subject and verb: "the court this month", "a panel in 2001"."""
    while end - start > 1 and (tokens[end - 1].low in TIME_WORDS or tokens[end - 1].low in CONJUNCTIONS):
        end -= 1
    if end - start > 2:  # noqa: PLR2004 - a subject and the two words of a time
        pair = (tokens[end - 2].low, tokens[end - 1].low)
        timed = pair[0] in ("this", "last", "next") and pair[1] in TIME_NOUNS
        end -= 2 * (timed or (pair[0] == "in" and pair[1].isdigit()))
    return end - (end - start > 1 and tokens[end - 1].low in ("on", "in"))
