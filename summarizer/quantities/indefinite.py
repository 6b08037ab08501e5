"""Read orders of magnitude ("dozens", "tens of thousands", "several hundred") and vague counts ("many").

A plural scale word names an order of magnitude: "thousands" is [1000, 10000]. Tens, dozens and scores are counted,
so there are at least two of them, and a writer who could say "a hundred" would: [20, 100], [24, 100] and [40, 100].
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities.nouns import starts_noun
from summarizer.quantities.number_words import DOZEN, HUNDRED, PLURAL_SCALES, SCALES, SCORE
from summarizer.quantities.numeral import Numeral
from summarizer.quantities.words import past_hyphen

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

_TEN = Decimal(10)
_ORDERS = {"tens": _TEN, "hundreds": HUNDRED} | {f"{word}s": value for word, value in SCALES.items()}
_MULTIPLES = {"dozen": DOZEN, "hundred": HUNDRED, "score": SCORE} | SCALES
_COUNTED_GROUPS = {"tens": (2 * _TEN, HUNDRED), "dozens": (2 * DOZEN, HUNDRED), "scores": (2 * SCORE, HUNDRED)}
# How many a quantifier stands for in front of a scale word.
_QUANTIFIERS = {
    ("a", "couple", "of"): (2, 3),
    ("a", "couple"): (2, 3),
    ("another", "couple", "of"): (2, 3),
    ("another", "couple"): (2, 3),
    ("couple", "of"): (2, 3),
    ("couple",): (2, 3),
    ("a", "few"): (2, 10),
    ("few",): (2, 10),
    ("several",): (2, 10),
    ("multiple",): (2, 10),
    ("many",): (2, 10),
}
# Which part of an order of magnitude: "the low thousands".
_PARTS = {"low": (1, 5), "mid": (3, 7), "high": (5, 10)}
_PART_WORDS = {"middle": "mid", "upper": "high", "lower": "low"}
_SHARE = (Decimal("0.5"), Decimal(1))
_VAGUE: dict[tuple[str, ...], tuple[Decimal, Decimal | None]] = {
    ("a", "couple", "of"): (Decimal(2), Decimal(3)),
    ("a", "pair", "of"): (Decimal(2), Decimal(2)),
    ("a", "handful", "of"): (Decimal(2), _TEN),
    ("a", "fraction", "of"): (Decimal(0), Decimal(1)),
    ("the", "majority", "of"): _SHARE,
    ("a", "majority", "of"): _SHARE,
    ("most", "of"): _SHARE,
    ("a", "number", "of"): (Decimal(2), None),
    ("a", "few"): (Decimal(2), _TEN),
    ("few",): (Decimal(0), _TEN),
    ("most",): _SHARE,
    ("several",): (Decimal(2), None),
    ("many",): (Decimal(2), None),
    ("numerous",): (Decimal(2), None),
    ("countless",): (Decimal(2), None),
}
_VAGUE_STARTS = frozenset(words[0] for words in _VAGUE)
_NOT_BEFORE_VAGUE = frozenset("the how as so too that not very a".split())
_LONGEST_PHRASE = 3


def read_indefinite(tokens: Tokens, index: int) -> Numeral | None:
    """An order of magnitude at `index`, as an interval."""
    word = tokens.low(index)
    order = _order(tokens, index) if word in _ORDERS else None
    if order is not None:
        return order
    if word in _COUNTED_GROUPS and (word == "dozens" or tokens.low(index + 1) == "of"):
        counts = word != "tens" or starts_noun(tokens, index + 2)
        return _numeral(index, index + 1, *_COUNTED_GROUPS[word]) if counts else None
    if word == "hundred":
        larger = PLURAL_SCALES.get(tokens.low(index + 1))
        return _numeral(index, index + 2, HUNDRED * larger, HUNDRED * larger * _TEN) if larger else None
    part = _PARTS.get(_PART_WORDS.get(word, word))
    if part is not None:
        return _part_of_order(tokens, index, part)
    return _several(tokens, index)


def _numeral(first: int, last: int, low: Decimal, high: Decimal) -> Numeral:
    return Numeral(first, last, low, high, low, "indefinite", low)


def _order(tokens: Tokens, index: int) -> Numeral | None:
    """An order: "thousands", "tens of thousands", "hundreds of millions", "thousands upon thousands"."""
    first, low = index, _ORDERS[tokens.low(index)]
    while tokens.low(index + 1) in {"upon", "and", "on"} and tokens.low(index + 2) == tokens.low(first):
        index += 2
    last = index + 1
    larger = _ORDERS.get(tokens.low(index + 2)) or (None if tokens.joins(index + 3) else SCALES.get(tokens.low(index + 2)))
    if tokens.low(index + 1) == "of" and larger is not None and low < larger:
        order = _numeral(first, index + 3, low * larger, low * larger * _TEN)
        return replace(order, mantissa=low, scale=larger)
    shared = tokens.low(index + 1) in {"to", "or"} and tokens.low(index + 2) == "hundreds"
    if tokens.low(index) == "tens" and not shared:
        return None
    return _numeral(first, last, low, low * _TEN)


def _part_of_order(tokens: Tokens, index: int, part: tuple[int, int]) -> Numeral | None:
    place = index + 2 if tokens.low(index + 1) == "-" else index + 1
    order = _order(tokens, place) if tokens.low(place) in _ORDERS else None
    return _numeral(index, order.last, order.low * part[0], order.low * part[1]) if order else None


def _several(tokens: Tokens, index: int) -> Numeral | None:
    """A few of an order: "several thousand", "a few dozen", "many thousands"."""
    for size in range(_LONGEST_PHRASE, 0, -1):
        factors = _QUANTIFIERS.get(tokens.lows(index, size))
        if factors is None:
            continue
        place = past_hyphen(tokens, index + size)
        order = _order(tokens, place) if tokens.low(place) in _ORDERS else None
        if order is not None:
            return _numeral(index, order.last, order.low * factors[0], order.low * factors[1])
        if tokens.low(place) in {"dozens", "scores"}:
            multiple, last = _MULTIPLES[tokens.low(place)[:-1]], place + 1
        else:
            multiple, last = _multiple(tokens, place)
        larger = PLURAL_SCALES.get(tokens.low(last + 1)) if tokens.low(last) == "of" and last > place else None
        if larger is not None and larger > multiple:
            multiple, last = multiple * larger, last + 2
        if last > place:
            return _numeral(index, last, multiple * factors[0], multiple * factors[1])
    return None


def _multiple(tokens: Tokens, place: int) -> tuple[Decimal, int]:
    """The scale words in a row at `place` as one number, and the place after them: "hundred thousand", "lakh crore"."""
    multiple, last = Decimal(1), place
    step = place
    while multiple <= SCALES["trillion"]:
        word = tokens.low(step) if last == place else tokens.low(step).removesuffix("s")
        if word not in (_MULTIPLES if last == place else SCALES):
            break
        multiple, last = multiple * _MULTIPLES[word], step + 1
        step = past_hyphen(tokens, last)
    return multiple, last


def read_vague(tokens: Tokens, index: int) -> Numeral | None:
    """A counting word without an order of magnitude: "many", "a handful of", "most"."""
    if tokens.low(index) not in _VAGUE_STARTS or tokens.low(index - 1) in _NOT_BEFORE_VAGUE:
        return None
    for size in range(_LONGEST_PHRASE, 0, -1):
        bounds = _VAGUE.get(tokens.lows(index, size))
        follows = tokens.low(index + size - 1) == "of" or tokens.low(index + size) == "of" or starts_noun(tokens, index + size)
        if bounds is not None and follows:
            return Numeral(index, index + size, bounds[0], bounds[1], Decimal(0), "vague", bounds[0])
    return None
