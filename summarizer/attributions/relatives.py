"""Relative clauses inside a speaker's description: "an official who declined to be named said"."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attributions.cues import Cue
from summarizer.attributions.finite import turns
from summarizer.attributions.spans import Found, Range
from summarizer.attributions.tokens import Token, is_adverb
from summarizer.attributions.verbs import FORMS
from summarizer.attributions.words import DETERMINERS, PLAIN_PRONOUNS, RELATIVES, SUBORDINATORS, word_set

_LONGEST = 16
_LONGEST_OWNED = 6
_HEADS = frozenset({"who", "which", "that"})
_WITHHELD = word_set("named identified quoted cited")
_WITHHOLD = frozenset({"decline", "ask", "refuse", "request", "want", "wish", "seek", "insist", "demand", "prefer"})


def relative_before(tokens: Sequence[Token], end: int) -> int | None:
    """The "who" of a clause without commas that ends at token `end` and describes the noun before it; else None."""
    for place in range(end - 2, max(0, end - _LONGEST), -1):
        token = tokens[place]
        if (token.low in _HEADS and _describes_noun(tokens, place, end)) or (
            token.low == "whose" and _owns(tokens, place, end)
        ):
            return place
        if token.low == "that" and tokens[place - 1].low in FORMS:
            continue
        if not token.is_word or (token.low in SUBORDINATORS | PLAIN_PRONOUNS and token.low not in ("as", "than", "and", "or")):
            return None
    return None


def _describes_noun(tokens: Sequence[Token], place: int, end: int) -> bool:
    """True for a relative pronoun after a noun whose own verb follows at once and is not the clause's last word."""
    verb = place + 1
    while verb < end - 1 and is_adverb(tokens[verb]):
        verb += 1
    before = tokens[place - 1]
    follows = verb < end - 1 and (
        turns(tokens, verb) or tokens[verb].low.endswith("ed") or _is_plural_verb(tokens, place) or _asks_too(tokens, verb, end)
    )
    if not follows or not before.is_word or is_adverb(before):
        return False
    return tokens[place].low == "who" or before.low not in SUBORDINATORS


def _asks_too(tokens: Sequence[Token], verb: int, end: int) -> bool:
    """True for "quit in 2019 and asked not to be named": the clause has a second verb, joined by "and"."""
    first = tokens[verb]
    if not first.is_word or first.is_capital or first.low in DETERMINERS | PLAIN_PRONOUNS:
        return False
    return any(tokens[place].low == "and" and turns(tokens, place + 1) for place in range(verb + 1, end - 1))


def _owns(tokens: Sequence[Token], place: int, end: int) -> bool:
    """True for the "whose" of "a woman whose son was killed"."""
    return tokens[place - 1].is_word and any(turns(tokens, verb) for verb in range(place + 2, min(place + _LONGEST_OWNED, end)))


def _is_plural_verb(tokens: Sequence[Token], place: int) -> bool:
    """True for the "live" of "people who live nearby"."""
    head, verb = tokens[place - 1], tokens[place + 1]
    many = head.low in ("people", "men", "women", "those", "children") or (head.low.endswith("s") and not head.is_capital)
    plain = verb.is_word and not verb.is_capital and verb.low not in DETERMINERS and verb.low not in ("police", "people")
    return many and plain and not verb.low.endswith("s")


def says_nothing(tokens: Sequence[Token], cue: Cue, content: Range) -> bool:
    """True for "said nothing", and for one who asks not to be named."""
    silent = content[1] - content[0] == 1 and tokens[content[0]].low == "nothing"
    return silent or _withholds_name(tokens, cue, content)


def _withholds_name(tokens: Sequence[Token], cue: Cue, content: Range) -> bool:
    """True for "declined to be named" and "asked not to be identified": that is said of the source, not by it."""
    if cue.verb.lemma not in _WITHHOLD:
        return False
    words = [token.low for token in tokens[content[0] : content[0] + 5] if token.low != "not"]
    if words[:1] == ["anonymity"]:
        return True
    passive = words[:2] == ["to", "be"] and len(words) > 2 and words[2] in _WITHHELD  # noqa: PLR2004 - "to be named"
    return passive or ("be" in words and "withheld" in [token.low for token in tokens[content[0] : content[0] + 8]])


def end_in_clause(tokens: Sequence[Token], found: Sequence[Found]) -> list[Found]:
    """The attributions of a sentence without those that a relative clause inside a later speaker's description makes."""
    return [item for item in found if not any(_lies_inside(tokens, item, other) for other in found)]


def _lies_inside(tokens: Sequence[Token], item: Found, other: Found) -> bool:
    if item is other or item.source is None or other.source is None or tokens[item.source[0]].low not in RELATIVES:
        return False
    start, end = other.source
    if end > other.cue[0]:
        return False
    return start < item.source[0] and item.cue[1] <= end and any(part[1] > end for part in item.content)
