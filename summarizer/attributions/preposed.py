"""Contents whose first part stands before the speaker: "what she called a farce", "a blast that the mayor described as …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.attributions.contents import content_after
from summarizer.attributions.cues import Cue
from summarizer.attributions.spans import Range
from summarizer.attributions.tokens import Token
from summarizer.attributions.verbs import FORMS


def is_preposed(tokens: Sequence[Token], source: Range) -> bool:
    """True for the subject of "what she called", but not of "to which she replied"."""
    place = source[0] - 1
    if place > 0 and tokens[place].low == "that":
        return tokens[place - 1].is_word and source[1] + 1 < len(tokens) and _is_called_as(tokens, source[1])
    return place >= 0 and tokens[place].low in ("what", "which", "whom") and (place == 0 or tokens[place - 1].low != "to")


def preposed(tokens: Sequence[Token], cue: Cue, source: Range) -> tuple[Cue, tuple[Range, ...]]:
    """The cue with its "as", and the content: the relative before the subject and what follows the cue."""
    relative = (source[0] - 1, source[0])
    if cue.last == cue.head + 1 < len(tokens) and _is_called_as(tokens, cue.head):
        cue = replace(cue, last=cue.last + 1)
    content = content_after(tokens, cue, cue.last)
    return cue, ((relative,) if content is None else (relative, content))


def _is_called_as(tokens: Sequence[Token], verb: int) -> bool:
    """True for "described as": what is described stands before."""
    return tokens[verb + 1].low == "as" and any("o" in form.verb.frame for form in FORMS.get(tokens[verb].low, ()))
