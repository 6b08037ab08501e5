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
_CLAUSE_LEADS = _CONTRASTS | {"and"}
_MARKS = frozenset({",", ";", ":", ".", "-", "\u2013", "\u2014", "--"})
_OPENING_MARKS = _MARKS | {"("}
_CUTS = frozenset({";", "-", "\u2013", "\u2014", "--"})
_ARTICLES = word_set("a an the his her its their our my your")
_ELLIPTIC = BE_FORMS | word_set("when if as once though until")
_TOLD_ALSO = word_set(
    "say tell add write tweet reply insist warn deny claim accuse vow pledge promise argue announce describe call ask urge"
)
_LONGEST_NAME = 8
_SHORTEST_TAG = 3
_LONGEST_TAG = 6
_LONGEST_DESCRIPTION = 12
_LONGEST_CLAUSE = 60


def turn_start(tokens: Sequence[Token], found: Sequence[Found], end: int) -> int:
    """Where the words that stand before a reporting clause at `end` can begin: past what an earlier speaker has."""
    earlier = [item for item in found if item.cue[1] <= end]
    if end < 1 or not (tokens[end - 1].quote or tokens[end - 1].text in _MARKS):
        return 0
    breaks = _breaks(tokens, end) if earlier else []
    start = max((_turn_end(item, end, breaks, tokens) for item in earlier), default=0)
    if end > 1 and tokens[end - 1].quote and _another_clause(tokens, start, end - 1):
        start = end - 1
    while 0 < start < end and (tokens[start].text in _OPENING_MARKS or tokens[start].low in _LEADS):
        start += 1
    return start


def according_start(tokens: Sequence[Token], found: Sequence[Found], place: int) -> int:
    """Where the words before "according to" at `place` begin; one may report what another said."""
    stop = max(_told_before(tokens, found, place), next((s + 1 for s in range(place - 1, 0, -1) if tokens[s].text == ";"), 0))
    end = place if tokens[place - 1].quote else place - 1
    own = end > 1 and tokens[end - 1].quote and any(item.cue[1] < end for item in found)
    return max(turn_start(tokens, found, end), stop) if own else stop


def _told_before(tokens: Sequence[Token], found: Sequence[Found], place: int) -> int:
    """Where a new clause begins after one that somebody closes as his: "…, Lee said, but the road was open, according to"."""
    near = (item for item in found if place - _LONGEST_CLAUSE < item.cue[1] < place)
    closed = (item for item in near if any(part[1] <= item.cue[0] for part in item.content))
    ends = [max(item.cue[1], item.source[1] if item.source else 0) for item in closed]
    leads = (spot for end in ends for spot in range(end, place - 2) if _leads_on(tokens, spot))
    return max((spot + 1 for spot in leads), default=0)


def _leads_on(tokens: Sequence[Token], spot: int) -> bool:
    return tokens[spot].low in _CONTRASTS and tokens[spot - 1].text in _MARKS


def _breaks(tokens: Sequence[Token], end: int) -> list[int]:
    """The semicolons before `end`, and the quotations where another one stands right before it; the last first."""
    quoted = tokens[end - 1].quote
    return [
        spot for spot in range(end - 1, 0, -1) if tokens[spot].text == ";" or (quoted and spot < end - 1 and tokens[spot].quote)
    ]


def _turn_end(item: Found, end: int, breaks: Sequence[int], tokens: Sequence[Token]) -> int:
    """The end of an earlier speaker's turn; 0 if the later clause may report all of it."""
    place = max(item.cue[1], min(item.source[1], end) if item.source else 0)
    if any(part[1] <= item.cue[0] for part in item.content):
        return max([place, *(part[1] for part in item.content if part[1] < end)])
    after = (spot for spot in breaks if spot > place)
    own = (spot for spot in after if tokens[spot].text == ";" or any(first <= spot < last for first, last in item.content))
    return next(own, 0)


def _another_clause(tokens: Sequence[Token], start: int, quoted: int) -> bool:
    """True for a quotation after ", but" or a semicolon where somebody else has spoken before it."""
    if quoted <= start or (start == 0 and tokens[0].low != "according"):
        return False
    before = tokens[quoted - 1]
    return before.text in _CUTS or (before.low in _LEADS and tokens[quoted - 2].text == ",")


def _next_according(tokens: Sequence[Token], content: Range) -> int:
    """Where another "according to" opens a clause of its own: "…, while according to Lee it was open"."""
    places = range(content[0] + 1, content[1])
    return next((place - 1 for place in places if tokens[place].low == "according" and opens_clause(tokens, place)), content[1])


def opens_clause(tokens: Sequence[Token], place: int) -> bool:
    """True for the first word of a sentence, or of a clause after a mark and "but", "while", "and"."""
    if place <= 1:
        return True
    return tokens[place - 1].low in _CLAUSE_LEADS and tokens[place - 2].text in _MARKS


def cut_at_next(tokens: Sequence[Token], found: Sequence[Found], content: Range) -> Range:
    """The content of an opening "according to", up to what a later speaker has in the sentence."""
    content = content[0], _next_according(tokens, content)
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
    if tokens[place - 1].low == "to" and any(form.verb.kind == "speech" for form in forms):
        return True
    if tokens[place - 1].low in _ELLIPTIC or not is_verb(tokens, place):
        return False
    asked = any(before.low == "when" for before in tokens[max(0, place - _LONGEST_TAG) : place])
    return not asked or (place + 2 < len(tokens) and tokens[place + 1].text in (",", ":") and tokens[place + 2].quote)


def is_tagged(tokens: Sequence[Token], quoted: int) -> bool:
    """True if a quotation has a reporting clause of its own after it: `"…," said X` or `"…," X said`."""
    for place in range(quoted + 1, min(len(tokens), quoted + 1 + _LONGEST_TAG)):
        token = tokens[place]
        if token.text == "," and place > quoted + 1:
            return _tags_after_description(tokens, place)
        if not token.is_word or token.low in PREPOSITIONS or token.low in CONJUNCTIONS:
            return False
        if not token.is_capital and any(form.shapes & {"past", "s"} for form in FORMS.get(token.low, ())):
            return True
    return False


def _tags_after_description(tokens: Sequence[Token], comma: int) -> bool:
    """True for the ", her deputy, added" after a name."""
    places = range(comma + 2, min(len(tokens) - 1, comma + _LONGEST_DESCRIPTION))
    closing = next((place for place in places if tokens[place].text == ","), None)
    return closing is not None and any(form.shapes & {"past", "s"} for form in FORMS.get(tokens[closing + 1].low, ()))


def tagged_otherwise(tokens: Sequence[Token]) -> bool:
    """True for `"Thirty," a nurse corrected him`: a quotation with a tag of somebody's whose verb is no verb of saying."""
    if len(tokens) < _SHORTEST_TAG or not tokens[0].quote or tokens[0].text.rstrip("\"'\u201d\u2019 ")[-1:] != ",":
        return False
    if not (tokens[1].is_capital or tokens[1].low in DETERMINERS):
        return False
    return any(
        is_verb(tokens, place) or tokens[place].low.endswith("ed") for place in range(2, min(len(tokens), _LONGEST_NAME))
    )


def takes_over(tokens: Sequence[Token], place: int) -> bool:
    """True for ", another that": a new subject and "that" without a verb, which is the one before."""
    if place >= len(tokens) or not (
        tokens[place].is_capital or tokens[place].low in DETERMINERS or tokens[place].low == "others"
    ):
        return False
    for index in range(place + 1, min(len(tokens), place + _LONGEST_TAG)):
        token = tokens[index]
        if token.low == "that":
            return index + 1 < len(tokens) and tokens[index + 1].low not in AUXILIARIES
        if not token.is_word or token.low in PREPOSITIONS or is_verb(tokens, index):
            return False
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
