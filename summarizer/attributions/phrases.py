"""Cues that are no verbs: "according to", "in the words of", and nouns ("Trump's claim that")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.attributions.contents import trimmed
from summarizer.attributions.noun_phrases import possessor_before
from summarizer.attributions.sources import named_after
from summarizer.attributions.spans import Found
from summarizer.attributions.tokens import Token
from summarizer.attributions.turns import according_start, cut_at_next

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
_COMPLEMENTS = frozenset({"that", "to"})


def find_phrases(tokens: Sequence[Token], reports: Sequence[Found] = ()) -> Iterator[Found]:
    """The attributions of a sentence that have no verb; `reports` are those that have one."""
    for place, token in enumerate(tokens):
        if token.low != "according" and token.low not in _NOUNS:
            continue
        following = tokens[place + 1].low if place + 1 < len(tokens) else ""
        if token.low == "according" and following == "to":
            found = _according(tokens, place, reports)
        elif token.low in _NOUNS and place > 0 and following in _COMPLEMENTS:
            found = _noun(tokens, place)
        else:
            continue
        if found is not None:
            yield found


def _according(tokens: Sequence[Token], place: int, reports: Sequence[Found]) -> Found | None:
    source = named_after(tokens, place + 2, opens=place <= 1)
    if source is None:
        return None
    start, end = (according_start(tokens, reports, place), place) if place > 1 else (source[1], len(tokens))
    if place <= 1:
        start, end = cut_at_next(tokens, reports, (start, end))
    content = trimmed(tokens, start, end)
    if content is None:
        return None
    return Found(source, (place, place + 2), (content,), "speech", "neutral")


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
    inside = tokens[place + 1].low in ("that", "to")
    content = trimmed(tokens, place + (1 if inside else 2), _complement_end(tokens, place + 2))
    if content is None:
        return None
    cue = (place, place + (1 if inside else 2))
    return Found(source, cue, (content,), "speech", _NOUNS[tokens[place].low])


def _complement_end(tokens: Sequence[Token], start: int) -> int:
    for place in range(start, len(tokens)):
        if tokens[place].text in (",", ";", ".", "\u2014", "--", ")"):
            return place
    return len(tokens)
