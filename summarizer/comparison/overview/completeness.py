"""Whether an article was read whole, so that what it does not say may be called silence."""

from __future__ import annotations

from summarizer.schema import Summary
from summarizer.terms import ArticleStatus

_HALF = 0.5


def is_complete(summary: Summary) -> bool:
    """Extracted as a whole, not known to be cut off, and at least half of its numbers and quotations were read."""
    whole = summary.article.incomplete is None and summary.failure is None
    return summary.status is ArticleStatus.EXTRACTED and whole and _is_covered(summary)


def _is_covered(summary: Summary) -> bool:
    read = len(summary.figures) + sum(said.direct for said in summary.attributions)
    return not summary.uncovered or read / (read + len(summary.uncovered)) >= _HALF
