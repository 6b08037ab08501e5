"""Tell the minus and plus of a number from a dash that joins, opens an aside or stands in a range."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.quantities.currencies import SIGNS
from summarizer.quantities.nouns import starts_noun
from summarizer.quantities.number_words import DIGITS, SCALES, SHORT_SCALES, TEENS, TENS

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Token, Tokens

_TRUE_MINUS = "\u2212"
_NUMBER_WORDS = frozenset(DIGITS) | frozenset(TEENS) | frozenset(TENS) | frozenset(SCALES) | {"hundred", "dozen"}
_OPENERS = frozenset("([{\"'")
_ENDINGS = frozenset(SHORT_SCALES) | {"m", "b", "t", "%", "percent"}
_VERBAL = ("ed", "ing", "ly")
_LONGEST_SIGNED = 7
_PLAIN = re.compile(r"\d{1,3}(?:,\d{3}){0,4}(?:\.\d{1,6})?$|\d{1,9}(?:\.\d{1,6})?$")


def minus_at(tokens: Tokens, place: int, *, money: bool) -> bool:
    """A minus stands at `place`, right before a number or, if `money`, before the sign of its currency."""
    token = tokens[place]
    if token.low == "minus":
        return not (ends_number(tokens, place - 1) or (money and _is_taken_from(tokens, place - 1)))
    if token.low == "negative":
        return money
    return token.low == "-" and _is_dash_sign(tokens, place)


def plus_at(tokens: Tokens, place: int) -> bool:
    """A plus stands at `place`, right before the number; the one before a telephone number is none."""
    if tokens.low(place) != "+" or not tokens.glued(place + 1):
        return False
    alone = not tokens.glued(place) or tokens[place - 1].raw in _OPENERS
    if not alone or len(tokens[place + 1].raw) > _LONGEST_SIGNED or ends_number(tokens, place - 1):
        return False
    after = tokens[place + 2]
    return after.kind != "number" and after.low not in {"(", "-", "/", ":"}


def _is_dash_sign(tokens: Tokens, place: int) -> bool:
    """The dash leans on what follows and on nothing before it."""
    if not tokens.glued(place + 1):
        true_minus = tokens.text[tokens[place].start] == _TRUE_MINUS
        return true_minus and not tokens.glued(place) and not ends_number(tokens, place - 1)
    if tokens.glued(place) and tokens[place - 1].raw not in _OPENERS:
        return False
    return not ends_number(tokens, place - 1) or _is_change_behind(tokens, place)


def _is_change_behind(tokens: Tokens, place: int) -> bool:
    """A smaller decimal or share right behind the dash, as tables of markets have it: "87.20 -1.35 -1.08%"."""
    level, change = tokens[place - 1], tokens[place + 1]
    level = tokens[place - 2] if level.low == "%" else level
    told = "." in change.raw or tokens.low(place + 2) == "%"
    both = all(_PLAIN.match(token.raw) for token in (level, change))
    return not tokens.glued(place) and told and both and _size(change) < _size(level)


def _size(token: Token) -> float:
    return float(token.raw.replace(",", ""))


def ends_number(tokens: Tokens, place: int) -> bool:
    """A number with its scale or sign ends at `place`, so that what follows is a range or a sum."""
    token = tokens[place]
    if token.kind in {"number", "fraction"} or token.low in _NUMBER_WORDS:
        return True
    scaled = token.low in _ENDINGS or token.raw in SIGNS
    return scaled and tokens[place - 1].kind == "number"


def _is_taken_from(tokens: Tokens, place: int) -> bool:
    """The word at `place` names what the money is taken from: "revenue minus $2 million"."""
    return starts_noun(tokens, place) and not tokens.low(place).endswith(_VERBAL) and tokens.low(place) != "almost"
