"""Numbers of names with a shape of their own: "40 Under 40", "737 MAX"; and counts after words that are also verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities.nouns import is_plural, starts_noun
from summarizer.quantities.units import find_unit

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

_LINKS = frozenset({"to", "or", "-"})
_MODALS = frozenset("to will would can could may might must should not they we".split())
"""Words before a verb: after them "release", "stage" or "question" sorts no number."""
_SORTING = frozenset("phase number chapter option stage level type category tier".split())
_CLASSES = frozenset({"phase", "type", "category", "tier"})
_COUNTING_ON = frozenset({"of", "to", "or", "more", "and", "other", "-"})


def is_named_shape(tokens: Tokens, first: int, last: int) -> bool:
    """A number in a list of honours ("40 Under 40") or in the name of an aircraft ("737 MAX")."""
    raw = tokens[first].raw
    before = tokens.low(first - 1) == "under" and tokens[first - 2].raw == raw
    after = tokens.low(last) == "under" and tokens[last + 1].raw == raw
    second = tokens.low(first - 1) == "max" and tokens[first - 2].kind == "number"
    return before or after or second or (tokens.low(last) == "max" and tokens[last].raw[0].isupper())


def is_tie_break(tokens: Tokens, place: int) -> bool:
    """A set ends at `place`, so that the number in brackets behind it tells its tie-break: "7-6 (4)"."""
    return tokens[place].kind == "number" and tokens.joins(place - 1) and tokens[place - 2].kind == "number"


def is_verb_before(tokens: Tokens, place: int) -> bool:
    """The word at `place` is a verb by the word before it: "to stage 12 shows", "they question 3 men"."""
    return tokens.low(place - 1) in _MODALS and tokens[place].raw.islower()


def sorts_word(tokens: Tokens, place: int) -> bool:
    """A word that sorts stands before the number word at `place`, with nothing behind it to count: "option two"."""
    after, before = place + 1, tokens.low(place - 1)
    if before not in _SORTING or tokens.low(after) in _COUNTING_ON:
        return False
    return before in _CLASSES or not (starts_noun(tokens, after) or find_unit(tokens, after) is not None)


def range_counts(tokens: Tokens, last: int) -> bool:
    """A second number and what both count follow: the 10 of "10 to 12 films"."""
    if tokens.low(last) not in _LINKS or tokens[last + 1].kind != "number":
        return False
    after = last + 2
    plural = starts_noun(tokens, after) and is_plural(tokens.low(after)) and tokens[after].raw[0].islower()
    return plural or find_unit(tokens, after) is not None


def is_plural_acronym(raw: str) -> bool:
    """Capitals with an s: "KOs", "MPs"."""
    return len(raw) > 2 and raw[-1] == "s" and raw[:-1].isupper()  # noqa: PLR2004 - two capitals and the s
