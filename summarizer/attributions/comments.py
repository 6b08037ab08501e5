"""Comment clauses: "As Field told the paper, …" and "…, as one report put it"."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attributions.contents import content_before, trimmed
from summarizer.attributions.cues import Cue
from summarizer.attributions.finite import turns
from summarizer.attributions.polarity import is_negated
from summarizer.attributions.spans import Range
from summarizer.attributions.tokens import Token
from summarizer.attributions.words import SUBORDINATORS

_LONGEST_RECIPIENT = 8
_SPEAKING = ("c", "q", "r")


def commented(tokens: Sequence[Token], cue: Cue, source: Range, earliest: int) -> Range | None:
    """What a clause with "as" comments on: the sentence behind its comma, or the words before it from `earliest` on."""
    place = source[0] - 1
    if place < 0 or tokens[place].low != "as" or cue.verb.kind not in ("speech", "evidence") or is_negated(tokens, cue):
        return None
    if not any(letter in cue.verb.frame for letter in _SPEAKING):
        return None
    comma = _comma(tokens, cue)
    if comma is None:
        return None
    if comma < len(tokens) - 1 and tokens[comma + 1].quote and place > 0 and not tokens[place - 1].quote:
        return comma + 1, comma + 2
    if place == 0:
        return trimmed(tokens, comma + 1, len(tokens)) if comma < len(tokens) - 1 else None
    return content_before(tokens, earliest, place)


def _comma(tokens: Sequence[Token], cue: Cue) -> int | None:
    """The mark that ends the clause, if only one who is told or a time stands before it."""
    for place in range(cue.last, min(len(tokens), cue.last + _LONGEST_RECIPIENT)):
        token = tokens[place]
        if token.text in (",", ".") or place == len(tokens) - 1:
            return place
        if not token.is_word or token.low in SUBORDINATORS or turns(tokens, place):
            return None
    return len(tokens) if cue.last >= len(tokens) else None
