"""What "call" does: give something a name ("called it a lie"), or ring somebody up ("called his wife")."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attributions.tokens import Token
from summarizer.attributions.words import AUXILIARIES, DETERMINERS, PREPOSITIONS, RELATIVES, SUBORDINATORS, TIME_WORDS, word_set

_LONGEST = 40
_OBJECTS = word_set("him her it them me us this that these those himself herself itself themselves")


def names_it_something(tokens: Sequence[Token], start: int) -> bool:
    """True if behind the verb stands more than what is called: a second noun phrase or a quality."""
    if start >= len(tokens) or any(token.low in ("for", "on", "upon") for token in tokens[start : start + 2]):
        return True
    if tokens[start].low in _OBJECTS and (start + 1 >= len(tokens) or not _begins_name(tokens[start + 1])):
        return start + 1 < len(tokens) and not _ends(tokens[start + 1])
    begin = start + (tokens[start].low in DETERMINERS)
    end = next((place for place in range(begin, min(len(tokens), begin + _LONGEST)) if _ends(tokens[place])), len(tokens))
    if any(_begins_name(token) for token in tokens[begin + 1 : end]):
        return True
    if _marks_name(tokens, begin + 1):
        return True
    common = sum(token.is_word and not token.is_capital for token in tokens[begin:end])
    if end < len(tokens) and tokens[end].low in PREPOSITIONS | RELATIVES | {"that"} and common:
        later = tokens[end + 1 : end + _LONGEST]
        return common > 1 or _names_later(later)
    return common > 1 or (common == 1 and tokens[begin].is_capital)


def _marks_name(tokens: Sequence[Token], start: int) -> bool:
    """True for the words in marks of `called the state of the quay "a shame"`."""
    for place in range(start, min(len(tokens), start + _LONGEST)):
        if tokens[place].quote:
            return tokens[place - 1].low not in PREPOSITIONS
        if not tokens[place].is_word:
            return False
    return False


def _names_later(later: Sequence[Token]) -> bool:
    """True for the second article of "called the log that a newspaper described a forgery"."""
    return sum(token.low in ("a", "an") for token in later) > 1


def _begins_name(token: Token) -> bool:
    return token.low in DETERMINERS or token.text == "$"


def _ends(token: Token) -> bool:
    if not token.is_word:
        return not token.quote
    return token.low in PREPOSITIONS | RELATIVES | SUBORDINATORS | AUXILIARIES | TIME_WORDS | {"that", "back", "off", "up"}
