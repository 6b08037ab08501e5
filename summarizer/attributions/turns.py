"""Sentences in which speakers take turns: where one speaker's words end and the next one's begin."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attributions.finite import is_verb
from summarizer.attributions.spans import Found, Range
from summarizer.attributions.tokens import Token
from summarizer.attributions.verbs import FORMS
from summarizer.attributions.words import (
    AUXILIARIES,
    BE_FORMS,
    CONJUNCTIONS,
    DETERMINERS,
    PLAIN_PRONOUNS,
    PREPOSITIONS,
    SUBORDINATORS,
    word_set,
)

_LEADS = word_set("and but while whereas yet although though meanwhile however or so nor")
_CONTRASTS = word_set("but while whereas although though yet")
_MARKS = frozenset({",", ";", ":", ".", "-", "\u2013", "\u2014", "--"})
_CUTS = frozenset({";", "-", "\u2013", "\u2014", "--"})
_ARTICLES = word_set("a an the his her its their our my your")
_ELLIPTIC = BE_FORMS | word_set("when if as once though until")
_TOLD_ALSO = word_set(
    "say tell add write tweet reply insist warn deny claim accuse vow pledge promise argue announce describe call ask urge"
)
_LONGEST_NAME = 8
_LONGEST_TAG = 6


def turn_start(tokens: Sequence[Token], found: Sequence[Found], end: int) -> int:
    """Where the words that stand before a reporting clause at `end` can begin: past what an earlier speaker has."""
    start = 0
    for item in found:
        if item.cue[1] <= end:
            start = max(start, _turn_end(tokens, item, end))
    if end > 1 and tokens[end - 1].quote and _another_clause(tokens, start, end - 1):
        start = end - 1
    while 0 < start < end and (tokens[start].text in _MARKS or tokens[start].low in _LEADS):
        start += 1
    return start


def according_start(tokens: Sequence[Token], found: Sequence[Found], place: int) -> int:
    """Where the words before "according to" at `place` begin; one may report what another said."""
    stop = next((spot + 1 for spot in range(place - 1, 0, -1) if tokens[spot].text == ";"), 0)
    end = place if tokens[place - 1].quote else place - 1
    own = end > 1 and tokens[end - 1].quote and any(item.cue[1] < end for item in found)
    return max(turn_start(tokens, found, end), stop) if own else stop


def _turn_end(tokens: Sequence[Token], item: Found, end: int) -> int:
    """The end of an earlier speaker's turn; 0 if the later clause may report all of it."""
    place = max(item.cue[1], min(item.source[1], end) if item.source else 0)
    if any(part[1] <= item.cue[0] for part in item.content):
        return max([place, *(part[1] for part in item.content if part[1] < end)])
    breaks = (spot for spot in range(end - 1, place, -1) if tokens[spot].text == ";" or _parts(tokens, item, spot, end))
    return next(breaks, 0)


def _parts(tokens: Sequence[Token], item: Found, spot: int, end: int) -> bool:
    """True for the quotation of the earlier speaker where the later one has a quotation of his own."""
    quoted = tokens[spot].quote and spot < end - 1 and tokens[end - 1].quote
    return quoted and any(start <= spot < stop for start, stop in item.content)


def _another_clause(tokens: Sequence[Token], start: int, quoted: int) -> bool:
    """True for a quotation after ", but" or a semicolon where somebody else has spoken before it."""
    if quoted <= start or (start == 0 and tokens[0].low != "according"):
        return False
    before = tokens[quoted - 1]
    return before.text in _CUTS or (before.low in _LEADS and tokens[quoted - 2].text == ",")


def cut_at_next(tokens: Sequence[Token], found: Sequence[Found], content: Range) -> Range:
    """The content of an opening "according to", up to the quotation that a later speaker has in the sentence."""
    fronts = [item.content[0] for item in found if item.content and item.content[0][1] <= item.cue[0]]
    starts = [start for start, _ in fronts if content[0] < start < content[1]]
    place = min((start for start in starts if _another_clause(tokens, 0, start)), default=content[1])
    while place > content[0] + 1 and (tokens[place - 1].text in _MARKS or tokens[place - 1].low in _LEADS):
        place -= 1
    return content[0], place


def interrupts(tokens: Sequence[Token], place: int) -> bool:
    """True for a word with which another act of saying comes in: "adding", "while", "his deputy insisted"."""
    token = tokens[place]
    if token.text == ";" or token.low in _CONTRASTS:
        return True
    forms = FORMS.get(token.low) if token.is_word and not token.is_capital else None
    if forms is None:
        return False
    if any("ing" in form.shapes for form in forms):
        return tokens[place - 1].low not in _ARTICLES
    if tokens[place - 1].low in _ELLIPTIC or not is_verb(tokens, place):
        return False
    asked = any(before.low == "when" for before in tokens[max(0, place - _LONGEST_TAG) : place])
    return not asked or (place + 2 < len(tokens) and tokens[place + 1].text in (",", ":") and tokens[place + 2].quote)


def is_tagged(tokens: Sequence[Token], quoted: int) -> bool:
    """True if a quotation has a reporting clause of its own after it: `"…," said X` or `"…," X said`."""
    for place in range(quoted + 1, min(len(tokens), quoted + 1 + _LONGEST_TAG)):
        token = tokens[place]
        if not token.is_word or token.low in PREPOSITIONS or token.low in CONJUNCTIONS:
            return False
        if not token.is_capital and any(form.shapes & {"past", "s"} for form in FORMS.get(token.low, ())):
            return True
    return False


def another_reports(tokens: Sequence[Token], place: int) -> bool:
    """True for "Corrigan told the paper" after "and" or "but": another one speaks, and is named."""
    if place >= len(tokens) or not (tokens[place].is_capital or tokens[place].low in DETERMINERS):
        return False
    for index in range(place + 1, min(len(tokens) - 1, place + _LONGEST_NAME)):
        token = tokens[index]
        if not token.is_word or token.low in AUXILIARIES | PLAIN_PRONOUNS | SUBORDINATORS:
            return False
        forms = FORMS.get(token.low, ())
        if not token.is_capital and any(form.verb.lemma in _TOLD_ALSO and form.shapes & {"past", "s"} for form in forms):
            return True
    return False
