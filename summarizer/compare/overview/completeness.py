"""Whether an article was read whole, so that what it does not say may be called silence."""

from __future__ import annotations

import re

from summarizer.schema import Article, Summary
from summarizer.terms import ArticleStatus

_CUT = re.compile(r"(?:…|\.\.\.|\[\+\d+ chars\])\W*$")
"""How a feed ends a text that it does not give in full."""
_WALL = re.compile(
    r"\b(?:continue reading|read the (?:full|whole|rest)|to (?:keep|continue|read on)|subscri\w+ (?:now )?to|"
    r"already a subscriber|sign in to read|for subscribers)\b",
    re.IGNORECASE,
)
_NOTED = re.compile(r"\b(?:truncated|cut off|incomplete|paywall|only (?:the )?(?:first|a part|part))", re.IGNORECASE)
_ENDED = re.compile(r"[.!?。！？؟۔][\"”’»'\)\]]*$")
_OPEN_END = re.compile(
    r"(?:[,;:–—-]|\b(?:the|a|an|of|to|in|on|at|by|for|with|and|or|but|that|which|who|was|were|is|are|has|had|have|be|been|will|would|"
    r"said|from|as|their|his|her|its))$",
    re.IGNORECASE,
)
_TEASER_WORDS = 14
"""A last line of at most so many words and without a full stop points to another article sooner than it is cut off."""
_TAIL = 300
_HALF = 0.5


def is_complete(summary: Summary) -> bool:
    """Extracted, not cut off, and at least half of its numbers and quotations were read."""
    return summary.status is ArticleStatus.EXTRACTED and not _is_cut_off(summary.article) and _is_covered(summary)


def _is_covered(summary: Summary) -> bool:
    read = len(summary.figures) + sum(said.direct for said in summary.attributions)
    return not summary.uncovered or read / (read + len(summary.uncovered)) >= _HALF


def _is_cut_off(article: Article) -> bool:
    """A note says so, a wall stands at the end, or the running text ends within a sentence."""
    if any(_NOTED.search(note) for note in article.notes) or _WALL.search(article.text[-_TAIL:]):
        return True
    lines = _running_lines(article)
    if not lines:
        return True
    last = lines[-1]
    if _ENDED.search(last) and not _CUT.search(last):
        return False
    is_pointer = len(last.split()) <= _TEASER_WORDS and not _OPEN_END.search(last) and not _CUT.search(last)
    return not (is_pointer and len(lines) > 1 and any(_ENDED.search(line) and not _CUT.search(line) for line in lines[-6:-1]))


def _running_lines(article: Article) -> list[str]:
    """Lines outside headlines, captions, teasers and the like."""
    lines, offset = [], 0
    for line in article.text.split("\n"):
        if line.strip() and not any(zone.start <= offset < zone.end for zone in article.zones):
            lines.append(line.strip())
        offset += len(line) + 1
    return lines
