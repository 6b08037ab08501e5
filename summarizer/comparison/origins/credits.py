"""Whom an article credits: the report it retells, the agency in its dateline, the outlet behind its statements. Pure."""

from __future__ import annotations

import functools
import re

from summarizer.comparison.meeting.similar import initials
from summarizer.schema import Article, Summary

LEANS = 0.08
LEAST_OWED = 3
"""An article that credits a report for so many of its statements, and for such a share of them, counts as a retelling of it."""
_SURE_LETTERS = 3
_FILLER = re.compile(r"\b(?:the|a|an|report|news|agency|newspaper|says|said)\b|[^\w]+", re.IGNORECASE)
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][\w.’'-]*(?:[ ,/]+[A-ZÀ-Þ][\w.’'-]*){0,6}[,.]?\s*\((?P<credit>[A-Z][\w .&’'-]{1,30})\)\s*(?:[-–—]|:)"
)
_OPENING_CHARS = 1500
"""A dateline stands at the head of a paragraph so near the beginning."""


def retold(summary: Summary) -> str | None:
    """The report that an article retells, by the model's reading or its dateline; not its own outlet, which some name there."""
    named = (summary.main_source, dateline_credit(summary.article))
    return next((name for name in named if name and not same_source(name, summary.article.outlet)), None)


def dateline_credit(article: Article) -> str | None:
    """The agency in brackets behind the place that opens the text: "TORVIK (AFP) - "."""
    return _dateline_credit(article.text[:_OPENING_CHARS])


@functools.lru_cache(maxsize=4096)
def _dateline_credit(opening: str) -> str | None:
    found = (_DATELINE.match(line.strip()) for line in opening.splitlines())
    return next((match["credit"].strip() for match in found if match), None)


def leans_on(summary: Summary, source: str) -> bool:
    """A good part of the article's statements is credited to the source."""
    if same_source(source, summary.article.outlet) or not summary.claims:
        return False
    owed = sum(same_source(source, name) for name in owed_to(summary))
    return owed >= max(LEAST_OWED, LEANS * len(summary.claims))


def owed_to(summary: Summary) -> list[str]:
    """For each statement that is credited to somebody, to whom: the channel nearest to the speaker, else the speaker."""
    speakers = {said.item_id: said for said in summary.attributions}
    hung = [speakers[c.attribution_id] for c in summary.claims if c.attribution_id in speakers]
    return [said.via[0] if said.via else said.source for said in hung]


@functools.lru_cache(maxsize=65536)
def same_source(left: str | None, right: str | None) -> bool:
    """Two names of one outlet, agency or report: alike but for filler words, or one the other's initials."""
    if not left or not right:
        return False
    return bool(forms(left) & forms(right)) or _is_short_for(left, right) or _is_short_for(right, left)


def _is_short_for(short: str, long: str) -> bool:
    """One name is the other's initials; two letters must be all of it: many a name begins with the A and T of "AT News"."""
    letters = letters_of(long)
    if not letters or letters not in forms(short):
        return False
    written = (part.strip().lower().removeprefix("the ") for part in re.split(r"[()]", short))
    return len(letters) >= _SURE_LETTERS or letters in written


def letters_of(name: str) -> str:
    """The initials of a name, without what stands in brackets behind it."""
    return initials(name.partition("(")[0])


@functools.lru_cache(maxsize=8192)
def forms(name: str) -> frozenset[str]:
    """The name, and what stands behind it in brackets: "The Wall Street Journal (WSJ)"."""
    return frozenset(short for part in re.split(r"[()]", name) if len(short := plain(part)) > 1)


def plain(name: str) -> str:
    """A name without filler words, spaces and capitals."""
    return _FILLER.sub("", name).lower()
