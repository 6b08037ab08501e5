"""Impressions that nobody is named for: "the plan seems dead", "the dam is expected to hold".

The source is left out; the content is the whole clause, its subject and the cue included.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attributions.carriers import group_start
from summarizer.attributions.contents import trimmed
from summarizer.attributions.endings import clause_end
from summarizer.attributions.polarity import subordinate
from summarizer.attributions.sources import source_before
from summarizer.attributions.spans import Found
from summarizer.attributions.tokens import Token
from summarizer.attributions.words import BE_FORMS, word_set

_SEEMING = word_set("seem seems seemed appear appears appeared")
_SEEN = word_set("expected considered thought believed presumed assumed rumored rumoured deemed perceived regarded")
IMPRESSIONS = _SEEMING | _SEEN
# "Appeared in court" tells of a presence.
_PRESENCES = word_set("in on at with before alongside beside near by for . , and as from together next")


def read_impression(tokens: Sequence[Token], place: int, _: Sequence[Found]) -> Found | None:
    """The impression whose word stands at `place`, if it is one."""
    first = group_start(tokens, place)
    group = {token.low for token in tokens[first:place]}
    infinitive = first > 0 and tokens[first - 1].low == "to"
    if infinitive or place + 1 >= len(tokens) or not _is_cue(tokens, place, group):
        return None
    subject = source_before(tokens, first)
    if subject is None:
        return None
    end = clause_end(tokens, place + 1)
    if subordinate(tokens, subject[0]):
        end = next((index for index in range(place, end) if tokens[index].text == ","), end)
    content = trimmed(tokens, subject[0], end)
    return None if content is None else Found(None, (first, place + 1), (content,), "evidence", "neutral")


def _is_cue(tokens: Sequence[Token], place: int, group: set[str]) -> bool:
    following = tokens[place + 1].low
    if tokens[place].low in _SEEMING:
        return following not in _PRESENCES and tokens[place + 1].is_word
    return bool(group & BE_FORMS) and following != "by" and tokens[place + 1].is_word
