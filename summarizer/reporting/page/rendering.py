"""The whole page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from summarizer.reporting.opening import UNCHECKED, title
from summarizer.reporting.page.assets import early_script, policy, script, style
from summarizer.reporting.page.cards import groups
from summarizer.reporting.page.data import report_data, review_data
from summarizer.reporting.page.html import closed, data_block, element, opened, own_code
from summarizer.reporting.page.listing import articles
from summarizer.reporting.page.masthead import masthead
from summarizer.reporting.page.naming import Names
from summarizer.reporting.page.origin_map import origins
from summarizer.reporting.page.retold_view import retellings
from summarizer.reporting.page.timeline import figures_over_time
from summarizer.reporting.page.unread import cost, unread
from summarizer.reporting.reviewed import Reviewed
from summarizer.schema import Report, ReviewRecord

HEADINGS = {
    "figures": "Figures over time",
    "origins": "Where the articles come from",
    "retellings": "What each retelling changed",
}


def page_pieces(report: Report, review: ReviewRecord) -> Iterator[str]:
    """The text of report.html piece by piece; the same report and review give the same bytes."""
    names = Names.of(report)
    reviewed = Reviewed(report, review)
    found = reviewed.states
    charts = _charts(report, names)
    views = frozenset({"findings", "articles", "checks", *charts})
    yield "<!doctype html>\n"
    yield opened("html", lang="en")
    yield _head(report)
    yield opened("body")
    yield element("a", "Skip to the findings", class_="skip", href="#findings")
    yield masthead(report, names, reviewed, views)
    yield opened("main", id="main")
    yield from _section("findings", "Findings", groups(report, names, found))
    for view, chart in charts.items():
        yield from _section(view, HEADINGS[view], [chart])
    yield from _section("articles", "The articles", [articles(report, names)])
    checks = [*unread(report, names), element("h3", "What it cost"), cost(report.run)]
    yield from _section("checks", UNCHECKED, checks)
    yield closed("main")
    yield data_block("report-data", report_data(report, names.places, found))
    yield data_block("review-data", review_data(review, found))
    yield own_code("script", script())
    yield closed("body")
    yield closed("html")
    yield "\n"


def _head(report: Report) -> Markup:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy()),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", title(report)),
        own_code("style", style()),
        own_code("script", early_script()),
    )


def _section(view: str, heading: str, pieces: Iterable[Markup]) -> Iterator[Markup]:
    yield opened("section", id=view, class_="view", aria_labelledby=f"{view}-heading")
    yield element("h2", heading, id=f"{view}-heading")
    yield from pieces
    yield closed("section")


def _charts(report: Report, names: Names) -> dict[str, Markup]:
    """The charts that there is something to draw for, by the part of the page that each is."""
    charts = {"figures": figures_over_time, "origins": origins, "retellings": retellings}
    drawn = {view: draw(report, names.names) for view, draw in charts.items()}
    return {view: chart for view, chart in drawn.items() if chart}
