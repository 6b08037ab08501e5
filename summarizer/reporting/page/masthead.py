"""The top of the page: for somebody who got it by mail, what it is, of which articles, what was found, what was not read."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from summarizer.reporting.coverage import Coverage
from summarizer.reporting.opening import BY_RULES, NO_MODEL, PLAIN, gaps, title, ungrounded, what_was_found, what_was_read
from summarizer.reporting.page.html import element
from summarizer.reporting.page.naming import Names
from summarizer.reporting.phrases import sentence
from summarizer.reporting.reviewed import Reviewed
from summarizer.schema import Report
from summarizer.terms import RULES

WHAT = (
    "This page lays the articles beside each other and lists where they disagree. Every quote is cut out of an article as it "
    "stands there; which side is right is for you to judge."
)
VIEWS = (
    ("findings", "Findings"),
    ("figures", "Figures"),
    ("origins", "Origins"),
    ("retellings", "Retellings"),
    ("articles", "Articles"),
    ("checks", "Checks"),
)
"""The parts of the page: the id of each, and what it is called in the list of them."""


def masthead(report: Report, names: Names, reviewed: Reviewed, views: frozenset[str]) -> Markup:
    """The title, three lines, the warnings, and links to the parts that the page has."""
    links = [element("a", label, href=f"#{view}") for view, label in VIEWS if view in views]
    return element(
        "header",
        element("div", element("h1", title(report)), element("div", class_="tools", id="tools"), class_="title"),
        element("div", *_lines(report, names, reviewed), class_="lead"),
        element("nav", *links, aria_label="Parts of this page"),
        class_="masthead",
    )


def _lines(report: Report, names: Names, reviewed: Reviewed) -> Iterator[Markup]:
    yield element("p", WHAT)
    yield element("p", what_was_read(report, PLAIN))
    found = what_was_found(report, PLAIN)
    rest = " ".join(part for part in (Coverage.of(report).share(), ungrounded(report)) if part)
    yield element("p", element("strong", found) if found else None, f" {rest}" if rest else None, class_="found")
    for line in reviewed.opening(names.name, str):
        yield element("p", line)
    yield from _warnings(report)


def _warnings(report: Report) -> Iterator[Markup]:
    if report.run.model == RULES:
        yield element("p", element("strong", NO_MODEL), f" {BY_RULES}", class_="warning")
    for warning in report.run.warnings:
        yield element("p", element("strong", "Warning:"), f" {sentence(warning)}", class_="warning")
    for gap in gaps(report):
        yield element("p", element("a", gap, href="#checks"), class_="warning")
