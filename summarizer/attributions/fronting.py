"""Contents that stand before their reporting clause, and what goes on after it: `"…," he said, "…"`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.attributions.contents import content_before, trimmed
from summarizer.attributions.cues import Cue
from summarizer.attributions.spans import Range
from summarizer.attributions.tokens import Token, is_adverb
from summarizer.attributions.turns import interrupts, is_tagged
from summarizer.attributions.words import CONJUNCTIONS, RELATIVES, word_set

_SPOKEN_END = re.compile(r"[,?!.\u2014\u2026-]\s?[\"'\u201d\u2019\u201c]{1,3}$")
_SCENE = word_set("in on at when while as after before during asked with if for though although since given until")
_NOT_RESUMED = RELATIVES | word_set("but although though while according as when after before citing")
_RESUMING_MARKS = frozenset({",", ":", ";", "\u2013", "\u2014", "--"})
_FARTHEST = 25
_NEAR = 6


def fronted(tokens: Sequence[Token], cue: Cue, earliest: int, start: int) -> Range | None:
    """The content that may stand before a reporting clause which begins at `start`; it does not begin before `earliest`."""
    quotes = cue.verb.frame == "q" and (start == 0 or not tokens[start - 1].quote)
    speaks = any(letter in cue.verb.frame for letter in "cqw") and not quotes
    begin = max(earliest, _fronted_start(tokens, start))
    if begin == start - 2 and tokens[begin].low in CONJUNCTIONS and tokens[start - 1].quote:
        begin += 1
    return content_before(tokens, begin, start) if speaks else None


def _fronted_start(tokens: Sequence[Token], end: int) -> int:
    """The quotation just before the clause if it begins a sentence of its own, else the start of the sentence."""
    if end > 1 and tokens[end - 1].quote and tokens[end - 2].text in (",", ":", ".", "!", "?"):
        begins = tokens[end - 1].text.lstrip("\"'`\u201c\u2018")[:1]
        return 0 if begins.islower() else end - 1
    return 0


def closes(tokens: Sequence[Token], cue: Cue, content: Range) -> bool:
    """True if `content` is what was said: a comma or only circumstances follow the cue."""
    if _is_open_name(tokens, cue, content):
        return False
    if cue.last >= len(tokens) or tokens[cue.last].text == ",":
        return True
    if sets_scene(tokens, content) and content[1] - content[0] > 1:
        return False
    following, last = tokens[cue.last], tokens[content[1] - 1]
    spoken = last.quote and _SPOKEN_END.search(last.text) is not None
    return spoken and not following.quote and following.low != "that" and following.text != ":"


def _is_open_name(tokens: Sequence[Token], cue: Cue, content: Range) -> bool:
    """True for the name in `Nora Field, head of a bank told Radio Odra, "…"`, whose description no comma closes."""
    quotes = any(token.quote for token in tokens[cue.last : cue.last + _NEAR])
    return quotes and all(token.is_capital or token.text == "." for token in tokens[slice(*content)])


def sets_scene(tokens: Sequence[Token], content: Range) -> bool:
    """True for words before a clause that are circumstances, not content: "Asked about the deal,"."""
    first = tokens[content[0]]
    return first.low in _SCENE or (first.is_word and first.low.endswith("ing"))


def resumed(tokens: Sequence[Token], left: Range, start: int) -> Range | None:
    """What goes on after a reporting clause that ends at `start`: a quotation, or the rest of an interrupted clause."""
    if tokens[left[1] - 1].quote and (joined := _joined(tokens, start)) is not None:
        return joined
    place = _resuming_place(tokens, start)
    if place + 1 >= len(tokens) or tokens[place].text not in _RESUMING_MARKS | {"."}:
        return None
    following = tokens[place + 1]
    if following.quote:
        own = is_tagged(tokens, place + 1) if tokens[left[1] - 1].quote else False
        return None if own else (place + 1, place + 2)
    if tokens[left[1] - 1].quote or tokens[place].text != "," or not following.is_word:
        return None
    if following.low in _NOT_RESUMED or following.low.endswith("ing"):
        return None
    return trimmed(tokens, place + 1, len(tokens))


def _joined(tokens: Sequence[Token], start: int) -> Range | None:
    """The `and still "…"` after a reporting clause: words in marks that only go on in the sentence of those before it."""
    if start + 2 >= len(tokens) or tokens[start].text != "," or tokens[start + 1].low not in ("and", "but"):
        return None
    place = start + 2 + (tokens[start + 2].is_word and is_adverb(tokens[start + 2]))
    if place >= len(tokens) or not tokens[place].quote or is_tagged(tokens, place):
        return None
    return (start + 1, place + 1) if tokens[place].text.lstrip("\"'`\u201c\u2018")[:1].islower() else None


def _resuming_place(tokens: Sequence[Token], start: int) -> int:
    """The comma before a quotation, past the circumstances of the cue; else `start`."""
    for place in range(start, min(len(tokens) - 1, start + _FARTHEST)):
        if tokens[place].text in _RESUMING_MARKS and tokens[place + 1].quote:
            return place
        if interrupts(tokens, place):
            break
    return start
