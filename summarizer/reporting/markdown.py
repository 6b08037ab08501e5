"""The report as Markdown: the order in which a person in a hurry wants it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summarizer.reporting.carried import carried
from summarizer.reporting.checks import cost, unchecked
from summarizer.reporting.figures import side_by_side
from summarizer.reporting.findings import Findings
from summarizer.reporting.opening import UNCHECKED, no_contradiction, opening
from summarizer.reporting.places import Places
from summarizer.reporting.reading import article_section
from summarizer.reporting.retold import retold
from summarizer.reporting.reviewed import DISMISSED, Reviewed
from summarizer.reporting.withdrawn import withdrawn
from summarizer.schema import Report, ReviewRecord

UNREVIEWED = ReviewRecord()


def render_markdown(report: Report, review: ReviewRecord = UNREVIEWED) -> str:
    """The report for a person: disagreements first, evidence beside evidence, cost last. Ends with a newline.

    Every block is parted from the next by a blank line, without which GitHub would not render what is folded.
    """
    return "".join(markdown_pieces(report, review))


def markdown_pieces(report: Report, review: ReviewRecord = UNREVIEWED) -> Iterator[str]:
    """The text of `render_markdown` piece by piece."""
    between = ""
    for block in _blocks(report, review):
        yield f"{between}{block}"
        between = "\n\n"
    yield "\n"


def _blocks(report: Report, review: ReviewRecord) -> Iterator[str]:
    places = Places.of(report.summaries)
    reviewed = Reviewed(report, review)
    findings = Findings(report, places, reviewed)
    yield from opening(report)
    yield from reviewed.opening(places.name)
    instead = reviewed.all_dismissed() or no_contradiction(report)
    yield from _section("Where they disagree", findings.contradictions(), instead=instead)
    yield from _section("Told differently", findings.told_differently())
    yield from _section("Cannot be told", findings.untold())
    yield from _section("Differences that are explained", findings.explained())
    yield from _section(DISMISSED, findings.dismissed())
    yield from _section("Figures side by side", side_by_side(report.measures, places))
    yield from _section("Struck out by the outlets", withdrawn(report, places))
    yield from _section("Who carries what", carried(report, places))
    yield from _section("What independent origins agree on", findings.agreements())
    yield from _section("Who retells whom", retold(report, places, findings))
    articles = (block for summary in report.summaries for block in article_section(summary, places))
    yield from _section("Article by article", articles)
    yield from _section(UNCHECKED, unchecked(report, places))
    yield from _section("What it cost", cost(report.run))


def _section(title: str, blocks: Iterable[str], instead: str | None = None) -> Iterator[str]:
    """The title and its blocks; without blocks the sentence that stands instead, or nothing at all."""
    shown = list(blocks) or ([instead] if instead else [])
    if shown:
        yield f"## {title}"
        yield from shown
