"""Read the letter after a number: million, billion, trillion, or the metre it also stands for.

What stands next to the letter decides ("3m users", "35m tall"); where nothing does, the words of its sentence do
("swam 200m", "subscribers rose to 12m"). Where those are silent or at odds the number stays open between both.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities.exclusions import LABEL_BEFORE
from summarizer.quantities.letter_words import (
    ACTS_ON_MANY,
    AUXILIARIES,
    BODIES,
    CAME_OR_WENT,
    COUNT_PLURALS,
    COUNT_WORDS,
    FELL,
    FINANCED,
    GOT_MONEY,
    HALTED,
    LENGTHS,
    LEVELS_BEFORE,
    METRE_WORDS,
    MOVED_ON,
    OF_MANY,
    PEOPLES,
    PERSONS,
    PLACED_AFTER,
    SAID_OF_PEOPLE,
    SHAPED,
    SIZED,
    SPORTS,
)
from summarizer.quantities.money import currency_after, currency_before
from summarizer.quantities.nouns import counted_noun, is_plural, starts_noun
from summarizer.quantities.number_words import SCALES, SHORT_SCALES
from summarizer.quantities.units import find_unit

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

LETTERS = {"m": SCALES["million"], "b": SCALES["billion"], "t": SCALES["trillion"], "mm": SCALES["million"]}
_ONE = Decimal(1)
_LINKS = frozenset({"-", "to", "or", "and"})
_ARTICLES = frozenset("a an the this that his her its their".split())
_STRETCHES = frozenset("first last final opening closing remaining".split())
# What makes another unit of the metre: square, cubic, per second.
_COMPOUND = frozenset("\u00b2 \u00b3 / ^".split())
_NO_SUBJECT_AFTER = _ARTICLES | {"of"}
_STOPS = frozenset({".", "!", "?", ";", "\n\n"})
_RACED = frozenset("50 60 80 100 110 200 400 500 800 1500 1,500 3000 3,000 5000 5,000 10000 10,000".split())
_YEAR = re.compile(r"(?:19|20|21)\d\d$")
_BACK, _AHEAD = 14, 8
_NEAR = 3
_BETWEEN_VERB_AND_NUMBER = frozenset("by some about around nearly almost over roughly for another up to".split())

Factors = tuple[Decimal, Decimal]
"""What the number is multiplied by to get its low and its high end; they differ where the letter is open."""


def read_letter(tokens: Tokens, place: int, first: int) -> Factors | None:
    """How the letter at `place`, after a number that begins at `first`, scales it; None if it is a unit or a name."""
    value = LETTERS[tokens.low(place)]
    scaled = (value, value)
    if _is_priced(tokens, place, first):
        return scaled
    if tokens.low(place) in {"t", "mm"}:
        return None
    if tokens.low(place) == "b":
        return scaled if _counts_billions(tokens, place, first) else None
    is_million = _is_million(tokens, place, first)
    if is_million is None:
        return (_ONE, value)
    return scaled if is_million else None


def _is_priced(tokens: Tokens, place: int, first: int) -> bool:
    """Money stands before the number, before the other end of its range, or after the letter."""
    if currency_before(tokens, first) is not None or _left_is_priced(tokens, first):
        return True
    named = tokens[place + 1].kind == "word" or tokens[place + 1].raw in {"€", "£", "$"}
    return named and (tokens.low(place) != "mm" or tokens[place].raw == "MM") and currency_after(tokens, place + 1) is not None


def _left_is_priced(tokens: Tokens, first: int) -> bool:
    if tokens.low(first - 1) not in _LINKS:
        return False
    left = first - 2
    if tokens.glued(left) and (tokens.low(left) in LETTERS or tokens.low(left) in SHORT_SCALES):
        left -= 1
    found = currency_before(tokens, left) if tokens[left].kind == "number" else None
    return found is not None and (tokens.low(first - 1) != "and" or tokens.low(found[1] - 1) == "between")


def _counts_billions(tokens: Tokens, place: int, first: int) -> bool:
    """The letter b after a number counts; after a name or a word for a room it is a part of that name."""
    after = tokens.low(place + 1)
    if tokens.low(first - 1) in LABEL_BEFORE:
        return False
    if starts_noun(tokens, place + 1) and counted_noun(tokens, place + 1, one=False) is not None:
        return True
    if after in AUXILIARIES or (after == "of" and tokens.low(place + 2) in OF_MANY):
        return True
    return tokens.glued(place) and tokens[place].raw == "B" and tokens.low(first - 1) in LEVELS_BEFORE


def _is_million(tokens: Tokens, place: int, first: int, *, is_right_end: bool = False) -> bool | None:
    """True for million, False for metre, None where it stays open."""
    beside = _by_next_word(tokens, place, first)
    if beside is not None:
        return beside
    linked = None if is_right_end else _by_right_end(tokens, place)
    if linked is not None:
        return linked
    if tokens.low(first - 1) in {"within", "every"} or tokens.low(first - 2) in {"within", "every"}:
        return False
    if tokens[place].raw == "M":
        return True
    return _by_sentence(tokens, place, first) if tokens.glued(place) else False


def _by_right_end(tokens: Tokens, place: int) -> bool | None:
    """The left end of a range means what the right end does: "10m-15m people", "10m to 15 million"."""
    if tokens.low(place + 1) not in _LINKS or tokens[place + 2].kind != "number":
        return None
    if tokens.low(place + 3) in SCALES:
        return True
    same = tokens.low(place + 3) == tokens.low(place) and tokens.glued(place + 3)
    if same and currency_after(tokens, place + 4) is not None:
        return True
    return _is_million(tokens, place + 3, place + 2, is_right_end=True) if same else None


def _by_next_word(tokens: Tokens, place: int, first: int) -> bool | None:
    """What stands right after the letter decides, if it can."""
    after = tokens[place + 1]
    if after.low in _COMPOUND or after.low in SIZED or after.low in SPORTS:
        return after.low == "sq" and tokens.low(place + 2) in LENGTHS
    if tokens.glued(place + 1) and after.kind == "number":
        return False
    if tokens.glued(place + 1) and after.low == "-":
        return _by_hyphened(tokens, place + 2, first)
    if after.low in PLACED_AFTER and _tells_where(tokens, place + 1, first):
        return False
    if after.low in AUXILIARIES:
        return tokens.low(first - 1) not in _STRETCHES and not _is_race(tokens, place, first)
    return _by_phrase(tokens, place + 1, first)


def _by_phrase(tokens: Tokens, place: int, first: int) -> bool | None:
    word = tokens.low(place)
    if word == "of":
        return _by_whole(tokens, place + 1, first)
    if word in SAID_OF_PEOPLE:
        return True
    acts = word in CAME_OR_WENT or (word.endswith("ed") and tokens[place].raw.islower())
    if acts and tokens.low(first - 1) not in _NO_SUBJECT_AFTER and not _cues_before(tokens, first)[0]:
        return True
    return _by_noun(tokens, place, first) if starts_noun(tokens, place) else None


def _by_hyphened(tokens: Tokens, place: int, first: int) -> bool | None:
    if tokens.low(place) == "plus":
        return _by_phrase(tokens, place + 1, first)
    if tokens.low(place) in {"strong", "a", "per"} or tokens.low(place) in COUNT_WORDS or find_unit(tokens, place) is not None:
        return True
    return False if tokens[place].kind == "word" and tokens.low(place) not in _LINKS else None


def _tells_where(tokens: Tokens, place: int, first: int) -> bool:
    """A word of place after the letter: "30m from the gate"; but not "12m from 10m" and "raised 5m from investors"."""
    word, following = tokens.low(place), tokens[place + 1]
    parted = word == "out" and following.low == "of" and tokens[place + 2].kind == "number"
    missed = word == "short" and tokens.low(first - 1) not in HALTED
    if parted or missed or (word in {"up", "down"} and following.low in {"from", "on", "by"}):
        return False
    if word in {"by", "x"}:
        return following.kind == "number" and not _YEAR.match(following.raw)
    if word == "to":
        fell = any(tokens.low(back) in FELL for back in (first - 1, first - 2))
        return fell and following.low in {"his", "her", "their", "its", "the", "earth"}
    if following.kind == "number" or following.low in {"last", "this", "next", "$", "£", "€", "nearly", "about"}:
        return False
    if (following.low, tokens.low(place + 2)) in {("a", "year"), ("the", "year"), ("the", "previous")}:
        return False
    near = {tokens.low(back) for back in range(first - 1, first - 1 - _NEAR, -1)}
    return near.isdisjoint(GOT_MONEY) and (word != "back" or near.isdisjoint(ACTS_ON_MANY))


def _by_whole(tokens: Tokens, place: int, first: int) -> bool | None:
    """What the part is taken of: "35m of its devices" against "20m of water" and "50m of the building"."""
    if tokens.low(first - 1) == "within" or tokens.low(first - 2) == "within":
        return False
    word = tokens.low(place)
    if tokens[place + 1].kind == "number":
        noun = counted_noun(tokens, place + 2 + (tokens.low(place + 2) in LETTERS), one=False)
        return True if noun is not None and noun.head not in SHAPED else None
    if word in {"them", "us", "you", "whom", "which", "those", "these"}:
        return True
    noun = counted_noun(tokens, place + 1 if word in OF_MANY else place, one=False)
    if noun is not None and (word in OF_MANY or noun.head not in SHAPED):
        return True
    if not PEOPLES.isdisjoint(tokens.lows(place, _NEAR)):
        return True
    return False if word in METRE_WORDS or word.removesuffix("s") in SHAPED or word in {"the", "a", "this"} else None


def _by_noun(tokens: Tokens, place: int, first: int) -> bool | None:
    """The noun phrase after the letter: plural things are counted, one thing is as long or high as that."""
    word = tokens.low(place)
    if word in LENGTHS or (word in {"square", "cubic"} and tokens.low(place + 1) in LENGTHS):
        return True
    determined = tokens.low(first - 1) in _ARTICLES
    noun = counted_noun(tokens, place, one=False)
    if noun is not None:
        if noun.head in SPORTS or noun.head in METRE_WORDS:
            return False
        return None if noun.head in SHAPED else True
    if word in FINANCED or tokens.low(place + 1) in FINANCED:
        return True
    sized = word in METRE_WORDS or word in SHAPED or tokens.low(place + 1) in SHAPED
    return False if sized or (determined and tokens.low(place + 1) in METRE_WORDS) else None


def _by_sentence(tokens: Tokens, place: int, first: int) -> bool | None:
    """The words of the sentence on either side of the number."""
    verb = first - 2 if tokens.low(first - 1) in _BETWEEN_VERB_AND_NUMBER else first - 1
    acts = tokens.low(verb) in ACTS_ON_MANY and tokens.lows(verb, 2) != ("raised", "by")
    if acts or (tokens.low(first - 1) == "of" and tokens.low(first - 2) in BODIES):
        return True
    sides = tokens.low(first - 1) in {"by", "x", "\u00d7"} and tokens.low(first - 2) in {"m", "metres", "meters"}
    if sides or _is_race(tokens, place, first):
        return False
    metres, counts = _cues_before(tokens, first)
    for step in range(1, _AHEAD):
        word = tokens[place + step]
        if word.kind in {"none", "break"} or word.low in _STOPS:
            break
        metres = metres or word.low in METRE_WORDS
        counts = counts or _is_count_cue(word.low)
    return counts if metres != counts else None


def _is_race(tokens: Tokens, place: int, first: int) -> bool:
    """A distance that is raced over stands alone after "the": "third in the 400m"."""
    alone = tokens[place + 1].kind != "word" or not starts_noun(tokens, place + 1)
    return alone and tokens.low(first - 1) == "the" and tokens.low(first) in _RACED


def _cues_before(tokens: Tokens, first: int) -> tuple[bool, bool]:
    """Whether words before the number, in its sentence, speak of lengths, and whether of counts."""
    metres = counts = False
    for step in range(1, _BACK):
        word = tokens[first - step]
        if word.kind in {"none", "break"} or word.low in _STOPS:
            break
        metres = metres or _is_metre_cue(tokens, first - step, step)
        counts = counts or _is_count_cue(word.low)
    return metres, counts


def _is_metre_cue(tokens: Tokens, place: int, step: int) -> bool:
    word = tokens.low(place)
    if word in MOVED_ON:
        return True
    moved = word in FELL and tokens.low(place - 1) in PERSONS
    return word in METRE_WORDS or word.removesuffix("s") in SHAPED or (moved and step <= _NEAR)


def _is_count_cue(word: str) -> bool:
    singular = word.removesuffix("s")
    return (
        word.endswith("ership")
        or word in COUNT_WORDS
        or (is_plural(word) and (singular in COUNT_WORDS or singular in COUNT_PLURALS))
    )
