"""Read a share told by its part and its whole ("one in five", "one child in five") and hedged fractions ("over half")."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities.change_words import CHANGE_NOUNS
from summarizer.quantities.digits import read_digits
from summarizer.quantities.direction import follows_change
from summarizer.quantities.noun_words import VERBS_AFTER_NOUN, VERBS_LIKE_PLURALS
from summarizer.quantities.nouns import is_plural, starts_noun
from summarizer.quantities.number_words import CARDINAL_STARTS, DENOMINATORS, DIGITS
from summarizer.quantities.numeral import Numeral, single
from summarizer.quantities.units import is_unit
from summarizer.quantities.words import read_cardinal

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

_OUT_OF = (("out", "of", "every"), ("out", "of"), ("of", "every"), ("in", "every"), ("in",), ("-", "in", "-"))
_OUT_OF_STARTS = frozenset(words[0] for words in _OUT_OF)
_LARGEST_SHARE = 10**12
_TOLERANCE = Decimal("0.1")
_EARLIEST_YEAR, _LATEST_YEAR, _YEAR_DIGITS = 1000, 2100, 4
_RATE_FROM = 1000
_HALF = Decimal("0.5")
_FATES = frozenset({"dies", "lives", "survives", "suffers"}) | VERBS_LIKE_PLURALS
_ODDS = frozenset("odds risk chance chances probability likelihood".split())
_ODDS_REACH = 7
# With a verb after it, "half" is a share whatever stands before: "only half survived".
_ONLY = frozenset("only just barely hardly scarcely even exactly".split())
_FEW_VERBS = frozenset("were are have had came survived voted said".split())
_LIMITS = frozenset("than nearly almost least most about roughly approximately around over under below above".split())
_LIMITED_TO = (("up", "to"), ("close", "to"), ("short", "of"))
# "About half past five", "almost half time", "nearly half way".
_NO_SHARE_AFTER = frozenset("past time way term mast marathon brother sister moon life - / hourly".split())


def as_share(tokens: Tokens, numeral: Numeral) -> Numeral:
    """A share: "one in five", "nine out of 10", "one child in 5,000"; but not "three in 10 minutes"."""
    place = numeral.last
    if tokens.low(place) not in _OUT_OF_STARTS:
        if tokens.low(place + 1) not in {"in", "out"} or not _is_member(tokens, numeral):
            return numeral
        place += 1
    for words in _OUT_OF:
        if tokens.lows(place, len(words)) == words:
            whole = _whole(tokens, place + len(words))
            counted = place > numeral.last and words == ("out", "of") and whole is not None and whole.low > len(DIGITS)
            if whole is None or counted or not _is_share(tokens, numeral, whole, words):
                return numeral
            value = numeral.low / whole.low
            share = single(numeral.first, whole.last, value, value * _TOLERANCE, "fraction")
            return _to_second_whole(tokens, share, numeral, whole) if words == ("in",) else share
    return numeral


def _to_second_whole(tokens: Tokens, share: Numeral, part: Numeral, whole: Numeral) -> Numeral:
    """The share told of two wholes: "one in eight to ten", "one in five or six"."""
    if tokens.low(whole.last) not in {"to", "or", "-"}:
        return share
    second = _whole(tokens, whole.last + 1)
    if second is None or not second.is_whole or not whole.low < second.low <= whole.low * 2:
        return share
    return replace(share, last=second.last, low=part.low / second.low)


def _is_member(tokens: Tokens, numeral: Numeral) -> bool:
    """One word names the part: "one person in five"."""
    return numeral.low < len(DIGITS) and starts_noun(tokens, numeral.last) and not is_unit(tokens, numeral.last)


def _whole(tokens: Tokens, place: int) -> Numeral | None:
    if tokens[place].kind == "number":
        return read_digits(tokens, place)
    return read_cardinal(tokens, place) if tokens.low(place) in CARDINAL_STARTS else None


def _is_share(tokens: Tokens, part: Numeral, whole: Numeral, words: tuple[str, ...]) -> bool:
    if not (whole.is_whole and 0 < part.low < whole.low <= _LARGEST_SHARE):
        return False
    if words != ("in",):
        return True
    return _is_small(part, whole) and not _is_year(tokens, whole) and not _is_group(tokens, part, whole)


def _is_small(part: Numeral, whole: Numeral) -> bool:
    """Shares are told of few, or of a power of ten: "60 in 100,000"."""
    return part.low < len(DIGITS) or (whole.low >= _RATE_FROM and whole.low.normalize().as_tuple().digits == (1,))


def _is_year(tokens: Tokens, whole: Numeral) -> bool:
    raw = tokens[whole.first].raw
    year = whole.last == whole.first + 1 and len(raw) == _YEAR_DIGITS and raw.isdigit()
    counted = starts_noun(tokens, whole.last) and is_plural(tokens.low(whole.last))
    if year and not _ODDS.isdisjoint(tokens.lows(max(0, whole.first - _ODDS_REACH), _ODDS_REACH)):
        return False
    return year and _EARLIEST_YEAR <= whole.low <= _LATEST_YEAR and not counted


def _is_group(tokens: Tokens, part: Numeral, whole: Numeral) -> bool:
    """A time or a place of its own follows: "three in 10 minutes", "one man in two cars"."""
    if is_unit(tokens, whole.last):
        return True
    named = tokens.low(part.last) not in _OUT_OF_STARTS and whole.low < _RATE_FROM
    return (
        named and tokens.low(whole.last) not in _FATES and starts_noun(tokens, whole.last) and is_plural(tokens.low(whole.last))
    )


def read_hedged_fraction(tokens: Tokens, index: int) -> Numeral | None:
    """A fraction told by its hedge or by a change: "fewer than half voted", "nearly a third agreed", "fell by a fifth"."""
    hedged = tokens.low(index - 1) in _LIMITS or tokens.lows(index - 2, 2) in _LIMITED_TO
    if not (hedged or _is_size_of_change(tokens, index) or _is_subject(tokens, index)):
        return None
    if tokens.low(index) == "half":
        share = tokens.low(index + 1) not in _NO_SHARE_AFTER and not is_unit(tokens, index + 1)
        return single(index, index + 1, _HALF, _HALF * _TOLERANCE, "fraction") if share else None
    bottom = DENOMINATORS.get(tokens.low(index + 1)) if tokens.low(index) in {"a", "one"} else None
    if not bottom or not _ends_phrase(tokens, index + 2):
        return None
    value = Decimal(1) / bottom
    return single(index, index + 2, value, value * _TOLERANCE, "fraction")


def _is_size_of_change(tokens: Tokens, index: int) -> bool:
    """Behind "by" or "of", which hangs on a word of rising or falling: "sales fell by half", "a drop of a third"."""
    before = tokens.low(index - 1)
    if before == "of":
        return tokens.low(index - 2) in CHANGE_NOUNS
    return before == "by" and follows_change(tokens, index - 2)


def _is_subject(tokens: Tokens, index: int) -> bool:
    """The word "half" has a verb of its own: "half were women", "only half survived"."""
    if tokens.low(index) != "half":
        return False
    verb = tokens.low(index + 1)
    if tokens.low(index - 1) in _ONLY:
        return verb in _FEW_VERBS or verb.endswith("ed")
    return verb in {"were", "are"} and (index == 0 or tokens[index - 1].kind in {"symbol", "break"})


def _ends_phrase(tokens: Tokens, place: int) -> bool:
    word = tokens.low(place)
    return not starts_noun(tokens, place) or word in VERBS_AFTER_NOUN or word.endswith("ed")
