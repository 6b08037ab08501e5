"""Who carries what: the questions that most articles answer, and who leaves them out."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.reporting.escape import escape
from summarizer.reporting.phrases import listed
from summarizer.reporting.places import Places
from summarizer.reporting.tables import table
from summarizer.schema import Report, Topic

ANSWERS, MAY, SILENT, UNKNOWN = "●", "(●)", "○", "?"
COLUMNS = 40
"""Articles that have a column of their own; of more of them the table gives numbers, and report.json the names."""
TOTALS = ("Question", ANSWERS, MAY, SILENT, UNKNOWN)
WHAT = (
    "● answers the question · (●) says something that may answer it · ○ read whole, and nothing in it answers · "
    "? cannot be told: the article is cut off, was read in part or not at all. "
    "An article that is silent contradicts nobody."
)


def carried(report: Report, places: Places) -> Iterator[str]:
    """The marks, a table of question by article, and what the columns stand for."""
    if not report.topics:
        return
    ids = [summary.article.article_id for summary in report.summaries]
    yield WHAT
    if len(ids) > COLUMNS:
        yield table(TOTALS, [_totals(topic, len(ids)) for topic in report.topics], len(TOTALS) - 1)
        return
    heads = ["Question", *(f"A{number}" for number in range(1, len(ids) + 1))]
    yield table(
        heads, [[escape(t.question) or "(no question given)", *(_mark(t, i) for i in ids)] for t in report.topics], len(ids)
    )
    yield f"The articles: {listed([f'A{number} {places.dated(i)}' for number, i in enumerate(ids, start=1)])}."


def _totals(topic: Topic, articles: int) -> list[str]:
    """How many articles have each mark: a column an article would be wider than any page."""
    told, maybe, silent = (len(set(ids)) for ids in ([one.article_id for one in topic.carriers], topic.maybe, topic.silent))
    numbers = [told, maybe, silent, max(0, articles - told - maybe - silent)]
    return [escape(topic.question) or "(no question given)", *(f"{number:,}" for number in numbers)]


def _mark(topic: Topic, article_id: str) -> str:
    if any(carrier.article_id == article_id for carrier in topic.carriers):
        return ANSWERS
    if article_id in topic.maybe:
        return MAY
    return SILENT if article_id in topic.silent else UNKNOWN
