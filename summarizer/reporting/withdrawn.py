"""What outlets struck out of their own articles: a correction is news, and the words are no longer the article's."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.reporting.escape import escape
from summarizer.reporting.places import Places
from summarizer.schema import Article, Report, Zone
from summarizer.terms import ZoneKind

WHAT = "These words are struck out in the articles. Nothing above rests on them."
CONTEXT = 160
"""Characters shown of the line that a withdrawn passage stood in."""


def withdrawn(report: Report, places: Places) -> Iterator[str]:
    """Each withdrawn passage with its article and the line it stood in."""
    lines = [line for summary in report.summaries for line in _lines(summary.article, places)]
    if lines:
        yield WHAT
        yield "\n".join(lines)


def _lines(article: Article, places: Places) -> Iterator[str]:
    for zone in article.zones:
        if zone.kind is ZoneKind.WITHDRAWN:
            beside = _line_above(article, zone)
            context = f", beside “{escape(_short(beside))}”" if beside else ""
            words = escape(" ".join(article.text[zone.start : zone.end].split()))
            yield f"- “{words}” — {places.dated(article.article_id)}{context}"


def _short(line: str) -> str:
    """The start of a line, cut between words."""
    return line if len(line) <= CONTEXT else line[:CONTEXT].rpartition(" ")[0] + " …"


def _line_above(article: Article, zone: Zone) -> str:
    """The line before a zone that is not withdrawn itself; empty at the top of the text."""
    barred = [other for other in article.zones if other.kind is ZoneKind.WITHDRAWN]
    position = zone.start
    while position > 0:
        end = position - 1
        start = article.text.rfind("\n", 0, end) + 1
        line = article.text[start:end].strip()
        if line and not any(other.start <= start < other.end for other in barred):
            return line
        position = start
    return ""
