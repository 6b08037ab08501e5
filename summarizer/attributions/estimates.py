"""Figures that somebody names: "the hospital put the toll at 44", "the damage was put at 3m crowns by the bank"."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attributions.carriers import group_start
from summarizer.attributions.contents import trimmed
from summarizer.attributions.cues import Cue
from summarizer.attributions.polarity import is_unsaid
from summarizer.attributions.sources import source_after, source_before
from summarizer.attributions.spans import Found, Range
from summarizer.attributions.tokens import Token
from summarizer.attributions.verbs import Verb
from summarizer.attributions.words import BE_FORMS, SENTENCE_MARKS, is_number, word_set

ESTIMATES = word_set("put puts putting")
_VERB = Verb("put", "speech", "neutral", "n", ("at",))
_LONGEST_OBJECT = 16
_LONGEST = 30
_LONGEST_LEAD = 5
_LEADS = word_set(
    "about around some nearly almost roughly over under between up to more less fewer than at least most close only just as "
    "high low many few well above below"
)
_SIGNS = frozenset({"$", "£", "€"})
_STOPS = word_set("at on into onto down out off up back together aside forward to")
_HOURS = word_set("p.m a.m pm am o'clock o\u2019clock :")
_ENDS = word_set("but while and though although whereas which who adding saying")


def read_estimate(tokens: Sequence[Token], place: int, _: Sequence[Found]) -> Found | None:
    """The estimate whose "put" stands at `place`, if it is one."""
    figure = _figure(tokens, place + 1)
    if figure is None:
        return None
    first = group_start(tokens, place)
    cue = Cue(first, place + 1, place, _VERB, "finite")
    end = _end(tokens, figure)
    if any(token.low in BE_FORMS for token in tokens[first:place]) and tokens[place].low == "put":
        agent = next((spot for spot in range(figure, end) if tokens[spot].low == "by"), end)
        source, subject = source_after(tokens, agent + 1), source_before(tokens, first)
        content = trimmed(tokens, subject[0], agent) if subject is not None else None
    else:
        source, content = source_before(tokens, first), trimmed(tokens, place + 1, end)
    return None if source is None or content is None else _estimate(tokens, cue, source, content)


def _estimate(tokens: Sequence[Token], cue: Cue, source: Range, content: Range) -> Found:
    negated = is_unsaid(tokens, cue, source, (content,))
    return Found(source, (cue.first, cue.last), (content,), "speech", "neutral", negated=negated)


def _figure(tokens: Sequence[Token], start: int) -> int | None:
    """The number behind the "at" of "put the toll at about 44"; None if there is none."""
    places = range(start, min(len(tokens) - 1, start + _LONGEST_OBJECT))
    at = next((place for place in places if tokens[place].low in _STOPS or not tokens[place].is_word), None)
    if at is None or tokens[at].low != "at":
        return None
    for place in range(at + 1, min(len(tokens), at + 1 + _LONGEST_LEAD)):
        if is_number(tokens[place].low.lstrip("$£€")) or tokens[place].text in _SIGNS:
            return None if _is_hour(tokens, place + 1) else place
        if tokens[place].low not in _LEADS:
            return None
    return None


def _is_hour(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].low in _HOURS


def _end(tokens: Sequence[Token], figure: int) -> int:
    """The end of the clause in which the figure stands."""
    places = range(figure + 1, min(len(tokens), figure + _LONGEST))
    closing = (place for place in places if tokens[place].text in SENTENCE_MARKS | {",", "\u2014", "\u2013", "--", "("})
    comma = next(closing, min(len(tokens), figure + _LONGEST))
    leads = (place for place in range(figure + 1, comma) if tokens[place].low in _ENDS and not _joins(tokens, place))
    return next(leads, comma)


def _joins(tokens: Sequence[Token], place: int) -> bool:
    """True for the "and" of "between 40 and 50" and "40 dead and 12 hurt"."""
    if tokens[place].low != "and" or place + 1 >= len(tokens):
        return False
    return tokens[place + 1].text in _SIGNS or is_number(tokens[place + 1].low.lstrip("$£€"))
