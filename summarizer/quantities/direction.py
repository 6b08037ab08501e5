"""Tell whether a figure is the size of a rise or fall, from the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities.money import is_currency
from summarizer.quantities.nouns import starts_noun
from summarizer.quantities.unit_names import UNITS_BY_NAME

if TYPE_CHECKING:
    from summarizer.quantities.model import Direction
    from summarizer.quantities.tokens import Tokens

_UP_VERBS = (
    "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbs "
    "climbed climbing jump jumps jumped jumping surge surges surged surging soar soars soared soaring gain gains "
    "gained gaining advance advances advanced advancing rally rallied spike spiked swell swelled swollen expand "
    "expanded expanding accelerated up higher rocketed skyrocketed leapt boost boosts boosted boosting raise raises "
    "raised raising lift lifts lifted lifting improve improved rebound rebounded"
)
_DOWN_VERBS = (
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease "
    "decreases decreased decreasing slip slips slipped slipping slide slides slid sliding sink sinks sank sunk sinking "
    "plunge plunges plunged plunging plummet plummets plummeted plummeting tumble tumbles tumbled tumbling dip dips "
    "dipped shrink shrinks shrank shrunk shrinking down lower lost loses lose losing cut cuts cutting reduce reduces "
    "reduced reducing contract contracted contracting crash crashed dive dived slashed slump slumped slumping ease "
    "eased easing retreat retreated slow slowed"
)
_UP_NOUNS = "increase increases rise gain gains growth jump surge hike upturn uptick climb spike improvement boost raise"
_DOWN_NOUNS = "decrease decline drop fall reduction cut cuts loss losses dip slump plunge downturn slide contraction"
_UP_AFTER = "higher above up more"
_DOWN_AFTER = "lower below down less fewer"
_WORDS: dict[str, Direction] = {
    **dict.fromkeys(_UP_VERBS.split(), "up"),
    **dict.fromkeys(_DOWN_VERBS.split(), "down"),
}
_NOUNS: dict[str, Direction] = {
    **dict.fromkeys(_UP_NOUNS.split(), "up"),
    **dict.fromkeys(_DOWN_NOUNS.split(), "down"),
}
_AFTER: dict[str, Direction] = {
    **dict.fromkeys(_UP_AFTER.split(), "up"),
    **dict.fromkeys(_DOWN_AFTER.split(), "down"),
}
# Verbs that also take a plain object ("raised $5 million", "cut 300 jobs"): only with "by".
_NEED_BY = frozenset(
    "raise raises raised raising cut cuts cutting lost loses lose losing gain gains gained gaining lift lifts lifted "
    "lifting boost boosts boosted boosting reduce reduces reduced reducing slashed ease eased easing contract "
    "contracted advance advances advanced improve improved drop dropped".split()
)
_PASSED_OVER = frozenset(
    "only just another a an further some nearly almost roughly about around approximately over more than at least "
    "well as much as up to by slightly sharply steadily modestly less under extra additional still further "
    "total average of annual estimated - , it them".split()
)
_SHARES = frozenset({"percentage", "percentage point", "point", "basis point"})
_REACH = 6
_TAKES_UP = frozenset("make makes made making set sets take takes took end ends ended add adds added".split())
_MOVED = frozenset(
    "went goes go gone moved moves changed changes revised upgraded updated doubled tripled ballooned mushroomed spiralled "
    "spiraled snowballed exploded escalated inched crept bounced strengthened weakened appreciated depreciated quadrupled "
    "halved widened widens widening narrowed narrows narrowing shifted edged ticked nudged hiked lowered lowers lowering "
    "upped bumped adjusted trimmed scaled expanded".split()
)


def find_direction(tokens: Tokens, first: int, last: int, unit: str | None) -> Direction | None:
    """The direction of a change whose size is the figure in tokens `first` to `last`.

    The figure must be the amount ("rose 7%", "a fall of 3 points", "a 7% rise") or the level right after the
    verb ("fell to 3 million").
    """
    if tokens.low(first) == "+" and unit in _SHARES:
        return "up"
    return _before(tokens, first, unit) or _after(tokens, last, unit)


def _is_particle(tokens: Tokens, place: int) -> bool:
    """Tell that "up" in "up to" and "makes up" tells no rise."""
    if tokens.low(place) != "up":
        return False
    return tokens.low(place + 1) == "to" or tokens.low(place - 1) in _TAKES_UP


def follows_change(tokens: Tokens, place: int) -> bool:
    """A verb or noun of rising or falling stands right before `place`, at most a few words back."""
    for index in range(place, place - _REACH, -1):
        word = tokens.low(index)
        if word in _WORDS or word in _NOUNS or word in _MOVED:
            return not _is_particle(tokens, index)
        if tokens[index].kind != "word" or word in {"and", "or", "but"}:
            return False
    return False


def takes_amount(verb: str) -> bool:
    """The verb has the amount itself for its object: "raised $5 million to $6 million" is one range."""
    return verb in _NEED_BY and verb not in {"drop", "dropped"}


def _measures_change(unit: str | None) -> bool:
    """Rises and falls are told in shares, money, points and degrees without a "by"; soldiers are not."""
    if unit is None:
        return False
    known = UNITS_BY_NAME.get(unit)
    shares = known is not None and known.dimension in {"share", "percentage point", "point", "temperature", "angle"}
    return shares or is_currency(unit) or unit.startswith("percentage ")


def _before(tokens: Tokens, first: int, unit: str | None) -> Direction | None:
    by = False
    for place in range(first - 1, first - 1 - _REACH, -1):
        word = tokens.low(place)
        if word == "to" and tokens.low(place - 1) in _WORDS and not _is_particle(tokens, place - 1):
            return _WORDS[tokens.low(place - 1)]
        if word in {"to", "at", "from", "until"}:
            return None
        if word == "of" and tokens.low(place - 1) in _NOUNS:
            return _NOUNS[tokens.low(place - 1)]
        by = by or word in {"by", "another", "further"}
        direction = _WORDS.get(word)
        if direction is not None and not _is_particle(tokens, place):
            plain = _measures_change(unit) and word not in _NEED_BY
            return direction if by or plain or (word in {"drop", "dropped"} and unit == "percentage") else None
        if word not in _PASSED_OVER and not word.endswith("ly"):
            return None
    return None


def _after(tokens: Tokens, last: int, unit: str | None) -> Direction | None:
    if not _measures_change(unit):
        return None
    word = tokens.low(last)
    if word in _AFTER and not (word in {"more", "less", "fewer"} and unit != "percentage"):
        return _AFTER[word]
    for place in (last, last + 1):
        if tokens.low(place) in _NOUNS and (place == last or starts_noun(tokens, last)):
            return _NOUNS[tokens.low(place)]
    return None
