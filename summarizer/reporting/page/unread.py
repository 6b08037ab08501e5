"""What could not be checked, and what the run cost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from summarizer.naming import file_name
from summarizer.reporting.checks import STAGES, cost_lines
from summarizer.reporting.coverage import Coverage
from summarizer.reporting.opening import failures
from summarizer.reporting.page.direction import direction
from summarizer.reporting.page.html import element, filled
from summarizer.reporting.page.naming import Names
from summarizer.reporting.phrases import listed, sentence
from summarizer.schema import Failure, Missing, Report, RunRecord, Summary

FOLDED_FROM = 10
"""A list with this many lines is folded."""


def unread(report: Report, names: Names) -> Iterator[Markup]:
    """Failures, answers without evidence, and figures and quotations that no statement covers."""
    shown = [
        *_listed("Failures", "", [_failure(one) for one in failures(report)]),
        *_passed_over(report),
        *_listed(
            "Articles in which the model found no statement",
            "They have text. That nothing was found in them is no sign that they agree with the others.",
            [element("bdi", names.name(one.article.article_id)) for one in Coverage.of(report).silent],
        ),
        *_listed(
            "Answers of the model that no article bears out",
            "These are the model’s words. They are not evidence, and nothing on this page rests on them.",
            [_missing(one, summary, names) for summary in report.summaries for one in summary.missing],
        ),
        *_listed(
            "Numbers and quotations that no statement covers",
            "They stand in the articles and were not compared.",
            [line for summary in report.summaries for line in _uncovered(summary, names)],
        ),
    ]
    if shown:
        yield from shown
    else:
        yield element(
            "p",
            "Nothing failed. Every answer was found in its article, and every number and quotation in the running text "
            "belongs to a statement.",
        )


def _listed(heading: str, about: str, lines: Sequence[Markup]) -> Iterator[Markup]:
    """A heading with its list, which is folded if it is long; nothing without lines."""
    if not lines:
        return
    yield element("h3", heading)
    if about:
        yield element("p", about)
    found = element("ul", *(element("li", line) for line in lines))
    yield element("details", element("summary", f"Show all {len(lines):,}"), found) if len(lines) >= FOLDED_FROM else found


def _failure(failure: Failure) -> Markup:
    stage = STAGES.get(failure.stage, f"Failed at {failure.stage}")
    return filled("{}: {}: {}", stage, element("code", file_name(failure.what)), element("bdi", sentence(failure.why)))


def _passed_over(report: Report) -> Iterator[Markup]:
    if report.passed_over:
        kinds = listed([f"{one.kind} ({one.files:,})" for one in report.passed_over])
        yield element("p", f"In the folders, passed over as no articles: {kinds}.")


def _missing(missing: Missing, summary: Summary, names: Names) -> Markup:
    numbers = listed([str(number) for number in missing.sentences])
    cited = f"sentence{'s' if len(missing.sentences) > 1 else ''} {numbers}"
    claimed = f"claimed to be in {cited}" if numbers else "no sentence cited"
    return filled(
        "{}: the model says {} ({}, {}{}); {}",
        element("bdi", names.name(summary.article.article_id)),
        element("q", missing.statement, dir="auto"),
        missing.kind,
        claimed,
        filled(" in the words {}", element("q", missing.anchor, dir="auto")) if missing.anchor.strip() else "",
        element("bdi", sentence(missing.why)),
    )


def _uncovered(summary: Summary, names: Names) -> Iterator[Markup]:
    article_id = summary.article.article_id
    for one in summary.uncovered:
        quote = element("q", one.quote, class_="quote", lang=names.language(article_id), dir=direction(one.quote))
        name = element("bdi", names.name(article_id))
        yield filled("{}, {}: {} ({})", name, names.place(one, article_id), quote, one.kind)


def cost(run: RunRecord) -> Markup:
    """What the report rests on and what it took."""
    return element("ul", *(element("li", line) for line in cost_lines(run, str, str)))
