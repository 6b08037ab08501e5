"""Tell the count "one" from the pronoun: "one died", "killing one", but "the one", "one can see", "one another"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities.nouns import starts_noun
from summarizer.quantities.number_ranges import SCALE_ENDINGS
from summarizer.quantities.number_words import DIGITS, TEENS, TENS
from summarizer.quantities.units import find_unit

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

_IDIOMS = frozenset("off on sided liner stop two upmanship size shot by".split())
_DETERMINED_BEFORE = frozenset("no each any every which that this day number first second third fourth fifth sixth".split())
_COUNTING = frozenset(DIGITS) | frozenset(TEENS) | frozenset(TENS)
_FATES = frozenset(
    "died dead killed wounded injured missing hurt arrested detained displaced rescued shot stabbed drowned perished "
    "survived fatally seriously critically hospitalised hospitalized".split()
)
_BETWEEN = frozenset("is was has had been being remains remained still later also confirmed feared reported".split())
_MOST_BETWEEN = 4
_HARMING = frozenset(
    "kill kills killed killing wound wounds wounded wounding injure injures injured injuring hurt hurting arrested arresting "
    "detained detaining".split()
)
_NOT_AFTER_HARM = frozenset({"another", "who", "that", "which"})


def is_pronoun(tokens: Tokens, place: int) -> bool:
    """The word "one" counts nothing: "the one", "one can see", "one another"."""
    before, after = tokens.low(place - 1), tokens.low(place + 1)
    if tokens.joins(place + 1) and tokens.low(place + 2) in _COUNTING:
        return tokens.low(place + 3) not in SCALE_ENDINGS
    idiom = tokens.joins(place + 1) and tokens.low(place + 2) in _IDIOMS
    moment = before == "at" and after in {"point", "stage", "time"}
    if idiom or moment or after in {"another", "'s", "day's"}:
        return True
    if after in {"or", "to"} or (after == "and" and before == "between"):
        return tokens.low(place + 2) not in _COUNTING
    if before in _DETERMINED_BEFORE:
        return find_unit(tokens, place + 1) is None and not (after == "of" and before in {"that", "this"})
    noun = starts_noun(tokens, place + 1) or tokens.joins(place + 1) or after in {"of", "more", "other"}
    return not (noun or _counts_person(tokens, place))


def _counts_person(tokens: Tokens, place: int) -> bool:
    """A person is counted by what became of them: "one was killed", "the blast killed one", "one missing"."""
    if tokens.low(place - 1) in {"the", "a"}:
        return False
    after = place + 1
    while tokens.low(after) in _BETWEEN and after <= place + _MOST_BETWEEN:
        after += 1
    if tokens.low(after) in _FATES or tokens.lows(place - 2, 2) == ("at", "least"):
        return True
    return tokens.low(place - 1) in _HARMING and tokens.low(place + 1) not in _NOT_AFTER_HARM
