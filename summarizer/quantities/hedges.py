"""Words that limit a number: "at least", "nearly", "up to", "or so"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.quantities.money import is_currency
from summarizer.quantities.number_words import CARDINALS
from summarizer.quantities.unit_names import UNITS_BY_NAME
from summarizer.quantities.units import find_unit

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

# "nearly" is kept apart from "about" until the interval is made: it does not reach past the number.
Limit = Literal["exact", "about", "nearly", "at_least", "more_than", "at_most", "less_than"]
_BEFORE_TEXT: dict[Limit, str] = {
    "at_least": "at least|at the least|at the very least|no fewer than|no less than|not fewer than|not less than|"
    "never less than|never fewer than|no lower than|no smaller than|nothing less than|a minimum of|minimum of|minimum|"
    "at a minimum|at minimum|least|a good|from at least|as few as|as little as|as low as|as small as|"
    "a floor of|\u2265|> =",
    "more_than": "more than|over than|greater than|higher than|older than|larger than|bigger than|longer than|"
    "heavier than|taller than|wider than|deeper than|faster than|"
    "upwards of|upward of|in excess of|north of|over|above|exceeding|exceeded|exceeds|exceed|"
    "surpassing|surpassed|topping|topped|beyond|over and above|little over|not many more than|"
    "not much more than|little more than|over the age of|above the age of|>",
    "at_most": "up to|anything up to|upto|as many as|as much as|as high as|at most|"
    "at the most|at the very most|no more than|not more than|never more than|no greater than|no longer than|"
    "no larger than|no bigger than|no higher than|not over|a maximum of|maximum of|maximum|at a maximum|"
    "at the outside|a ceiling of|capped at|within|\u2264|< =",
    "less_than": "less than|fewer than|lower than|smaller than|younger than|shorter than|cheaper than|lighter than|"
    "slower than|not even|under|below|south of|just short of|well short of|far short of|little short of|somewhat short of|"
    "slightly short of|a little short of|a bit short of|falling short of|fell short of|falls short of|fall short of|"
    "fallen short of|stopped short of|just shy of|shy of|little less than|sub -|under the age of|below the age of|<",
    "about": "about|around|at about|at around|approximately|approx|approx .|c .|ca .|aproximately|roughly|some|circa|ca|~|"
    "\u2248|an estimated|estimated|estimated at|in the region of|in the neighborhood of|in the neighbourhood of|"
    "in the vicinity of|in the ballpark of|on the order of|in the order of|of the order of|somewhere around|"
    "somewhere near|something like|anything like|give or take|more or less|in the area of|reportedly about|"
    "somewhere in the region of|barely|hardly|scarcely|ballpark",
    "nearly": "nearly|almost|close to|close on|near to|approaching|not quite|virtually|practically|nearing|"
    "getting on for|coming up to|verging on|bordering on|nigh on|well - nigh|not far short of|not far off|a near",
    "exact": "exactly|precisely|just|only|a total of|total of|an average of|a further|a record|another|"
    "a whopping|a mere|a reported|a full|all of|fully|reportedly|totaling|totalling|well|far|slightly|"
    "a little|a bit|a touch|a shade|a hair|a fraction|somewhat|comfortably|marginally|"
    "significantly|much|even|possibly|perhaps|maybe|\u00b1|plus or minus|+ / -",
}
_BEFORE = {tuple(phrase.split()): kind for kind, text in _BEFORE_TEXT.items() for phrase in text.split("|")}
_BEFORE_ENDS = frozenset(words[-1] for words in _BEFORE)
_LONGEST_BEFORE = max(map(len, _BEFORE))
_AFTER_TEXT: dict[Limit, str] = {
    "at_least": "or more|or above|or older|or over|or higher|or greater|or longer|or better|or larger|and above|and over|"
    "and older|and up|and upwards|and upward|and more|upwards|at least|at a minimum|minimum|at the very least|and counting|"
    "and rising|and climbing|if not more|, if not more|, possibly more|, perhaps more|, maybe more|and change|+|plus|- plus",
    "at_most": "or less|or fewer|or under|or below|or younger|or lower|and under|at most|at the most|or shorter|or smaller|"
    "at the very most|at the outside|maximum|max|tops|, if that|if that",
    "about": "or so|or thereabouts|- odd|odd|- ish|ish|give or take|, give or take|more or less|- some|- something|"
    "approximately|approx|approx .|plus or minus",
}
_AFTER = {tuple(phrase.split()): kind for kind, text in _AFTER_TEXT.items() for phrase in text.split("|")}
_AFTER_STARTS = frozenset(words[0] for words in _AFTER)
_LONGEST_AFTER = max(map(len, _AFTER))
_DURATIONS = frozenset("second minute hour day night week fortnight month year decade century".split())
# "Killed over three days" is a period; "for over three days" and "after over three days" are bounds.
_BOUND_OVER = frozenset("for of after well just by lasted took takes in slightly a little been is was were".split())
_TURNED = frozenset(
    "turn turns turned turning roll rolls rolled rolling tip tips tipped tipping flip flips flipped keel keels keeled "
    "keeling fall falls fell fallen knock knocked hand hands handed handing pull pulls pulled take takes took taken".split()
)
_WENT = frozenset({"go", "goes", "went", "gone", "going", "passed", "flew", "flown", "blown", "ran"})
_MOST_HEDGES = 3


class Hedge(NamedTuple):
    """How a number is limited, and the place where the limiting words begin."""

    kind: Limit
    first: int


def hedge_before(tokens: Tokens, first: int, unit: str | None) -> Hedge:
    """The hedge in front of the number that begins at `first`.

    Of several ("at least about 300") a bound outweighs an approximation.
    """
    kinds: list[Limit] = []
    start = place = first
    for _ in range(_MOST_HEDGES):
        size = _phrase_length(tokens, place, unit)
        if not size:
            break
        kinds.append(_BEFORE[tokens.lows(place - size, size)])
        place -= size
        start = place if kinds[-1] != "exact" else start
    return Hedge(_strongest(kinds), start)


def _phrase_length(tokens: Tokens, place: int, unit: str | None) -> int:
    if tokens.low(place - 1) not in _BEFORE_ENDS:
        return 0
    for size in range(min(_LONGEST_BEFORE, place), 0, -1):
        words = tokens.lows(place - size, size)
        if words in _BEFORE and not _is_other_use(tokens, place - size, words, unit):
            return size
    return 0


def _is_other_use(tokens: Tokens, start: int, words: tuple[str, ...], unit: str | None) -> bool:
    """The words stand before a number without limiting it."""
    if words in {("south", "of"), ("north", "of")}:
        return unit is None or not (unit == "percentage" or is_currency(unit))
    if words in {("<",), (">",)}:
        return tokens.glued(start)
    if words == ("within",):
        return not _is_stretch(unit)
    return words == ("over",) and _is_preposition(tokens, start, unit)


def _is_stretch(unit: str | None) -> bool:
    """A length of time or a distance, of which "within" names the end: "within 15 days", "within 10 km of the port"."""
    known = UNITS_BY_NAME.get(unit or "")
    return unit in _DURATIONS or (known is not None and known.dimension == "length")


def _is_preposition(tokens: Tokens, place: int, unit: str | None) -> bool:
    """The word "over" at `place` belongs to a verb ("capsized, turned over 22 km off") or tells a period."""
    before = tokens.low(place - 1)
    known = UNITS_BY_NAME.get(unit or "")
    if before in _TURNED or (before in _WENT and known is not None and known.dimension == "length"):
        return True
    return unit in _DURATIONS and before not in _BOUND_OVER


def _strongest(kinds: list[Limit]) -> Limit:
    bounds: list[Limit] = [kind for kind in kinds if kind in {"at_least", "more_than", "at_most", "less_than"}]
    loose: list[Limit] = [kind for kind in kinds if kind in {"about", "nearly"}]
    strongest: list[Limit] = bounds or loose or ["exact"]
    return strongest[0]


def _opens_number(tokens: Tokens, place: int) -> bool:
    """The words lead on to the next number: "50 dead and more than 200 hurt"."""
    word = tokens[place]
    return (
        word.low in {"than", "of"}
        or word.kind == "number"
        or word.low in CARDINALS
        or (word.kind == "symbol" and tokens[place + 1].kind == "number")
    )


def hedge_after(tokens: Tokens, last: int) -> tuple[Limit, int] | None:
    """The hedge after a number or its unit ("or more", "-odd") and the place after it."""
    if tokens.low(last) not in _AFTER_STARTS:
        return None
    for size in range(_LONGEST_AFTER, 0, -1):
        words = tokens.lows(last, size)
        kind = _AFTER.get(words)
        if kind is None or len(words) != size:
            continue
        if words == ("max",) and tokens[last].raw[0].isupper():
            continue
        if words == ("+",) and not tokens.glued(last):
            continue
        if (words[0] == "and" or words == ("upwards",)) and _opens_number(tokens, last + size):
            continue
        if words == ("plus",) and find_unit(tokens, last + 1) is None and tokens[last + 1].kind == "number":
            continue
        return kind, last + size
    return None
