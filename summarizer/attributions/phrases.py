"""Cues that are no verbs: "according to", "in the words of", and nouns ("Trump's claim that")."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attributions.contents import past_connective, trimmed
from summarizer.attributions.descriptions import abbreviates
from summarizer.attributions.finite import turns
from summarizer.attributions.noun_phrases import possessor_before
from summarizer.attributions.sources import named_after
from summarizer.attributions.spans import Found, Range
from summarizer.attributions.tokens import Token
from summarizer.attributions.turns import according_start, cut_at_next, opens_clause

# Nouns that introduce what was said, after a possessive ("the mayor's claim that"), and the stance they take.
_NOUNS = {
    "claim": "doubt", "claims": "doubt", "allegation": "doubt", "allegations": "doubt", "accusation": "doubt",
    "accusations": "doubt", "denial": "denial", "denials": "denial", "assertion": "neutral", "suggestion": "neutral",
    "statement": "neutral", "belief": "neutral", "warning": "neutral", "warnings": "neutral", "promise": "neutral",
    "promises": "neutral", "call": "neutral", "calls": "neutral", "demand": "neutral", "argument": "neutral",
    "contention": "neutral", "pledge": "neutral", "vow": "neutral", "conclusion": "neutral", "insistence": "neutral",
    "criticism": "neutral", "support": "neutral", "opposition": "neutral", "refusal": "neutral", "prediction": "neutral",
    "hope": "neutral", "hopes": "neutral", "fear": "neutral", "fears": "neutral", "concern": "neutral", "concerns": "neutral",
    "report": "neutral", "finding": "neutral", "findings": "neutral",
}  # fmt: skip
# After these "to" is a preposition: "his opposition to the plan".
_TO_SOMETHING = frozenset({"opposition", "objection", "objections", "resistance", "commitment"})
_COMPLEMENTS = frozenset({"that", "to"})


PHRASES = _NOUNS.keys() | {"according"}


def read_phrase(tokens: Sequence[Token], place: int, reports: Sequence[Found]) -> Found | None:
    """The attribution without a verb whose word stands at `place`, if it is one; `reports` are those that have a verb."""
    following = tokens[place + 1].low if place + 1 < len(tokens) else ""
    if tokens[place].low == "according":
        return _according(tokens, place, reports) if following == "to" else None
    return _noun(tokens, place) if place > 0 and following in _COMPLEMENTS else None


def _according(tokens: Sequence[Token], place: int, reports: Sequence[Found]) -> Found | None:
    opens = opens_clause(tokens, place)
    source = named_after(tokens, place + 2, opens=opens)
    if source is None:
        return None
    if not opens:
        start, end = past_connective(tokens, according_start(tokens, reports, place), place), place
    else:
        start, end = cut_at_next(tokens, reports, (source[1], len(tokens)))
    content = trimmed(tokens, start, end)
    if content is None:
        return None
    rest = None if opens else _interrupted(tokens, content, source[1])
    return Found(source, (place, place + 2), (content,) if rest is None else (content, rest), "speech", "neutral")


def _interrupted(tokens: Sequence[Token], left: Range, start: int) -> Range | None:
    """The rest of a clause that has no verb before the phrase: "The next day, according to Lee, it rained"."""
    if start + 1 >= len(tokens) or tokens[start].text != "," or any(turns(tokens, index) for index in range(*left)):
        return None
    return trimmed(tokens, start + 1, len(tokens))


def _noun(tokens: Sequence[Token], place: int) -> Found | None:
    """A possessive, its noun and a complement; "that" belongs to the content, a preposition to the cue."""
    owner = tokens[place - 1]
    if owner.low in ("his", "her", "their", "its", "my", "our"):
        source = (place - 1, place)
    elif owner.is_possessive:
        phrase = possessor_before(tokens, place)
        if phrase is None:
            return None
        source = phrase
    else:
        return None
    inside = tokens[place + 1].low == "that" or (tokens[place + 1].low == "to" and tokens[place].low not in _TO_SOMETHING)
    content = trimmed(tokens, place + (1 if inside else 2), _complement_end(tokens, place + 2))
    if content is None:
        return None
    cue = (place, place + (1 if inside else 2))
    return Found(source, cue, (content,), "speech", _NOUNS[tokens[place].low])


def _complement_end(tokens: Sequence[Token], start: int) -> int:
    for place in range(start, len(tokens)):
        if tokens[place].text in (",", ";", ".", "\u2014", "--", ")") and not abbreviates(tokens, place):
            return place
    return len(tokens)
