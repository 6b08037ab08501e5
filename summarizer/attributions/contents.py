"""Contents: what a cue says was said, as ranges of tokens."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attributions.cues import Cue
from summarizer.attributions.endings import content_end
from summarizer.attributions.openings import content_start
from summarizer.attributions.spans import Range
from summarizer.attributions.tokens import Token

_EDGE_MARKS = frozenset({",", ".", ";", ":", "-", "\u2013", "\u2014", "--"})
_END_MARKS = _EDGE_MARKS | {"?", "!"}


def content_after(tokens: Sequence[Token], cue: Cue, start: int) -> Range | None:
    """What follows the cue in its sentence, from token `start`; None if it is only an aside or nothing."""
    begin = content_start(tokens, cue, start)
    return None if begin is None else trimmed(tokens, begin, content_end(tokens, cue, begin))


def content_before(tokens: Sequence[Token], start: int, end: int) -> Range | None:
    """What stands before a closing reporting clause at token `end`; it must end in a quotation or a comma."""
    if end <= start:
        return None
    last = tokens[end - 1]
    if not last.quote and last.text not in (",", "\u2014", "--", "\u2013"):
        return None
    return trimmed(tokens, start, end)


def trimmed(tokens: Sequence[Token], start: int, end: int) -> Range | None:
    """A range without the marks at its edges that belong to the report; None if nothing is left."""
    while start < end and tokens[start].text in _EDGE_MARKS:
        start += 1
    while start < end and tokens[end - 1].text in _END_MARKS:
        end -= 1
    return (start, end) if start < end else None
