"""Is it all of the article? What speaks for a text that was cut off; of such an article nothing is ever called missing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.articles.lines import Line, lines_of
from summarizer.articles.zoning.walls import left_out_mark, paywall_lines
from summarizer.schema import Zone

_DOTS = re.compile(r"(?:…|\.\.\.|\[(?:…|\.\.\.)\]|\((?:…|\.\.\.)\))[\"”’»'\)\]]*$")
_ENDED = re.compile(r"[.!?。！？؟۔।։][\"”’»'\)\]」』）]*(?:\s*(?:\([^()]{1,30}\)|[-–—/]\s?[\w. /]{1,20}))?$")
"""A sentence's end, perhaps with an agency's or a writer's sign behind it: "(KPB)", "/ afp"."""
_OPEN_END = re.compile(
    r"(?:[,;:–—-]|\b(?:the|a|an|of|to|in|on|at|by|for|with|and|or|but|that|which|who|was|were|is|are|has|had|have|be|been|will|would|"
    r"said|from|as|their|his|her|its))$",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[.!?。！？؟۔।։]")
_TEASER_WORDS = 14
"""A last line of at most so many words and without a full stop points to another article sooner than it is cut off."""
_ITEM = re.compile(r"[-–—•*·▪]\s|\(?\d{1,3}[.)]\s|https?:")
"""An item of a list, which needs no full stop."""


def running_lines(text: str, zones: Sequence[Zone]) -> list[Line]:
    """The lines as they read without what is set aside, at their places in the text."""
    blanked = list(text)
    for zone in zones:
        blanked[zone.start : zone.end] = " " * (zone.end - zone.start)
    return lines_of("".join(blanked))


def cut_off(running: Sequence[Line], every: Sequence[Line]) -> str | None:
    """What shows that a text is not whole, as a clause; None if nothing does.

    Args:
        running: the lines that are not set aside, in order.
        every: all lines.
    """
    if not running:
        return None
    last = running[-1]
    if any(left_out_mark(line) for line in every):
        return "the text was cut by the service it comes from, which counts what it left out"
    if _wall_at_end(running, every):
        return "the text ends at a line that asks the reader to subscribe or log in"
    if _DOTS.search(last.text):
        return "the text ends in dots, as a teaser does"
    return "the text ends within a sentence" if _breaks_off(running) else None


def _wall_at_end(running: Sequence[Line], every: Sequence[Line]) -> bool:
    """A paywall's line below which no paragraph stands."""
    last = max((line.end for line in running if line.is_running), default=0)
    return bool(paywall_lines(line for line in every if line.start >= last))


def _breaks_off(running: Sequence[Line]) -> bool:
    """The last line ends no sentence, though the text ends sentences, and is no pointer to another article."""
    last = running[-1]
    if _ENDED.search(last.text) or _ITEM.match(last.text) or not any(_MARKED.search(line.text) for line in running):
        return False
    return last.words > _TEASER_WORDS or bool(_OPEN_END.search(last.text))
