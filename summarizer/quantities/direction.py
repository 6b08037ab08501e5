"""Tell whether a figure is the size of a rise or fall, from the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities.change_words import (
    CHANGE_NOUNS,
    CHANGE_WORDS,
    CHANGED_AFTER,
    LEVEL_MOVES,
    MOVE_ALONE,
    MOVE_ALONE_IN_PERCENT,
    NEED_BY,
    WEIGHT_MOVES,
)
from summarizer.quantities.money import is_currency
from summarizer.quantities.nouns import starts_noun
from summarizer.quantities.unit_names import UNITS_BY_NAME

if TYPE_CHECKING:
    from summarizer.quantities.model import Direction
    from summarizer.quantities.tokens import Tokens

_PASSED_OVER = frozenset(
    "only just another a an further some nearly almost roughly about around approximately over more than at least "
    "well as much as up to by slightly sharply steadily modestly less under extra additional still further "
    "total average of annual estimated - , it them adjusted combined net record whopping staggering modest massive huge "
    "sharp steep full mere even fewer close".split()
)
_SIGNED_UNITS = frozenset({"percentage", "percentage point", "point", "basis point"})
_MOVED = frozenset(
    "went goes go gone moved moves changed changes revised upgraded updated doubled tripled ballooned mushroomed spiralled "
    "spiraled snowballed exploded escalated inched crept bounced strengthened weakened appreciated depreciated quadrupled "
    "halved widened widens widening narrowed narrows narrowing shifted edged ticked nudged hiked lowered lowers lowering "
    "upped bumped adjusted swung swings swinging trimmed scaled expanded".split()
)
# What may stand between the verb and "by": its object and a time, but no other clause.
_NOT_BETWEEN = frozenset(
    "that which who when as because after before since while and but or if led followed against with without than "
    "through to from at is are said says despite between under over per via".split()
)
_IN_BETWEEN_SHARES = frozenset({"in", "for", "during", "on", "last", "this", "over"})
_PREPOSITIONS = frozenset({"in", "for", "during", "on", "into", "near"})
_GOES_ON = {("or",), (",", "or"), ("and",), (",", "and")}
# "Ended down 1% at 1,463 points": the level that was reached.
_LEVEL_AT = {("at",), (",", "at")} | {("to", verb, "at") for verb in ("end", "close", "finish", "settle", "trade")}
_REACH, _OBJECT_REACH = 6, 9
_TAKES_UP = frozenset("make makes made making set sets take takes took end ends ended add adds added".split())
_SHARES = frozenset({"share", "percentage point"})
_LEVELS = frozenset({"length", "volume", "area"})
_VOTES = frozenset({"vote", "votes", "ballots", "electorate", "seats"})


def find_direction(tokens: Tokens, first: int, last: int, unit: str | None) -> Direction | None:
    """The direction of a change whose size is the figure in tokens `first` to `last`.

    The figure must be the amount ("rose 7%", "a fall of 3 points", "a 7% rise") or the level right after the
    verb ("fell to 3 million").
    """
    if tokens.low(first) == "+" and unit in _SIGNED_UNITS:
        return "up"
    return _before(tokens, first, last, unit) or _after(tokens, last, unit)


def _is_particle(tokens: Tokens, place: int) -> bool:
    """Tell that "up" in "up to" and "makes up" tells no rise."""
    if tokens.low(place) != "up":
        return False
    return tokens.low(place + 1) == "to" or tokens.low(place - 1) in _TAKES_UP


def follows_change(tokens: Tokens, place: int) -> bool:
    """A verb or noun of rising or falling stands right before `place`, at most a few words back."""
    for index in range(place, place - _REACH, -1):
        word = tokens.low(index)
        if word in CHANGE_WORDS or word in CHANGE_NOUNS or word in _MOVED:
            return not _is_particle(tokens, index)
        if tokens[index].kind != "word" or word in {"and", "or", "but"}:
            return False
    return False


def _dimension(unit: str | None) -> str:
    known = UNITS_BY_NAME.get(unit or "")
    return known.dimension if known is not None else ""


def takes_amount(verb: str) -> bool:
    """The verb has the amount itself for its object: "raised $5 million to $6 million" is one range."""
    return verb in NEED_BY and verb not in {"drop", "dropped"}


def _measures_change(unit: str | None) -> bool:
    """Rises and falls are told in shares, money, points and degrees without a "by"; soldiers are not."""
    if unit is None:
        return False
    shares = _dimension(unit) in {"share", "percentage point", "point", "temperature", "angle"}
    return shares or is_currency(unit) or unit.startswith("percentage ")


def _before(tokens: Tokens, first: int, last: int, unit: str | None) -> Direction | None:
    if tokens.low(first - 1) == "to":
        return _level(tokens, first - 2)
    by = False
    for place in range(first - 1, first - 1 - _REACH, -1):
        word = tokens.low(place)
        if word in {"to", "at", "from", "until"}:
            break
        if word == "of" and tokens.low(place - 1) in CHANGE_NOUNS:
            return CHANGE_NOUNS[tokens.low(place - 1)]
        if word == "by":
            return _by_amount(tokens, place - 1, unit)
        by = by or word in {"another", "further"}
        direction = CHANGE_WORDS.get(word)
        if direction is not None and not _is_particle(tokens, place):
            return direction if by or _tells_alone(tokens, word, last, unit) else None
        if word not in _PASSED_OVER and not word.endswith("ly"):
            break
    return None


def _level(tokens: Tokens, place: int) -> Direction | None:
    """The verb whose "to" follows `place`, past an adverb: "fell to", "climbed back to", "dropped sharply to"."""
    if tokens.low(place).endswith("ly") or tokens.low(place) in {"back", "further"}:
        place -= 1
    return None if _is_particle(tokens, place) else CHANGE_WORDS.get(tokens.low(place))


def _by_amount(tokens: Tokens, place: int, unit: str | None) -> Direction | None:
    """The verb of an amount after "by", past its object: "cut emissions by 5%", "rose last year by 3 points"."""
    between = _NOT_BETWEEN - _IN_BETWEEN_SHARES if _measures_change(unit) else _NOT_BETWEEN | _PREPOSITIONS
    for index in range(place, place - _OBJECT_REACH, -1):
        word = tokens.low(index)
        if word in CHANGE_WORDS and not _is_particle(tokens, index):
            return CHANGE_WORDS[word]
        if (tokens[index].kind != "word" and word not in {"-", "'"}) or word in between:
            return None
    return None


def _tells_alone(tokens: Tokens, word: str, last: int, unit: str | None) -> bool:
    """The verb needs no "by" before an amount of this unit."""
    if word not in NEED_BY:
        return _measures_change(unit) or (word in LEVEL_MOVES and _dimension((unit or "").partition(" per ")[0]) in _LEVELS)
    if word in WEIGHT_MOVES and _dimension(unit) == "mass":
        return True
    if tokens.low(last) == "of" and not _VOTES.isdisjoint(tokens.lows(last + 1, 3)):
        return False
    if word in MOVE_ALONE_IN_PERCENT:
        return unit == "percentage" and tokens.low(last) != "of"
    return word in MOVE_ALONE and _dimension(unit) in _SHARES | {"point"}


def _after(tokens: Tokens, last: int, unit: str | None) -> Direction | None:
    if not _measures_change(unit):
        return None
    word = tokens.low(last)
    if word in CHANGED_AFTER and not (word in {"more", "less", "fewer"} and unit != "percentage"):
        return CHANGED_AFTER[word]
    for place in (last, last + 1):
        noun = tokens.low(place)
        if noun in CHANGE_NOUNS and (place == last or starts_noun(tokens, last)):
            return CHANGE_NOUNS[noun]
    return None


def reaches_level(tokens: Tokens, end: int, first: int) -> bool:
    """The figure at `first` is the level reached by the change that ended at `end`: "lost 1% to close at 300"."""
    return tokens.lows(end, first - end) in _LEVEL_AT


def continues_change(tokens: Tokens, end: int, first: int) -> bool:
    """The figure at `first` goes on with the change told by the one that ended at `end`.

    "Up 3 points, or 0.2%"; "fell 4% and 5%"; "A was down 2%, B by 3%".
    """
    between = tokens.lows(end, first - end)
    if between in _GOES_ON:
        return True
    if not between or len(between) > _REACH or any(word in CHANGE_WORDS or word in {".", ";"} for word in between):
        return False
    return between[-1] == "by"
