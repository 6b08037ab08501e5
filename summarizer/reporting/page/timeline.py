"""Figures over time: one small chart for each measure, so that a count that rises is seen to rise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from markupsafe import Markup

from summarizer.reporting.page.html import element
from summarizer.reporting.page.links import finding_link
from summarizer.reporting.page.outlet_marks import UNKNOWN, marks_of
from summarizer.reporting.page.timeline_figures import Drawn, Figures, Series
from summarizer.reporting.page.timeline_layout import groups_of
from summarizer.reporting.page.timeline_picture import picture, scale_of
from summarizer.reporting.page.timeline_signs import signs
from summarizer.reporting.page.timeline_table import figures_table, in_words
from summarizer.reporting.phrases import count
from summarizer.schema import Finding, Measure, Report
from summarizer.terms import Verdict

SHOWN = 8
"""So many measures that differ are open; the others are folded."""
DRAWN = 40
"""Figures in one chart; of many that tell the same the first few are drawn, and all stand in the table."""
OF_ONE_KIND = 3
MOST_DRAWN = 60
WIDE = 560
"""Width of a chart in px from which its key stands below it."""
NAMED = 14
"""Outlets in the key of a chart; a longer key would be taller than the chart."""
_FINDINGS = 3
_KIND = attrgetter("day", "low", "high", "on_scale", "row.vague", "row.differs")
WHAT = (
    "One chart for each measure that several articles give: days from left to right, figures upwards. A figure stands on the "
    "day its article was written; a count that names a later day than the first one stands on that day and is marked ◇. "
    "Times without a figure are cut short. Each sign is a link to its passage."
)


def figures_over_time(report: Report, names: Mapping[str, str]) -> Markup:
    """The measures that differ; the further ones and those that agree folded, unless none differs.

    Empty if no measure has two articles.

    Args:
        report: whose measures are drawn.
        names: of its articles by their ids, as plain text.
    """
    if not report.measures:
        return Markup()
    charts = _Charts(report, names)
    differing = [measure for measure in report.measures if measure.differ]
    agreeing = [measure for measure in report.measures if not measure.differ]
    return element(
        "section",
        element("p", WHAT, class_="fig-what"),
        signs(),
        _rows(charts, differing[:SHOWN]),
        _folded(f"Further measures that differ ({len(differing) - SHOWN})", charts, differing[SHOWN:]),
        _folded(f"Measures whose figures can all hold together ({len(agreeing)})", charts, agreeing, is_open=not differing),
        class_="fig",
    )


def _folded(title: str, charts: _Charts, measures: Sequence[Measure], *, is_open: bool = False) -> Markup | None:
    if not measures:
        return None
    rows = _rows(charts, measures)
    return element("details", element("summary", title), rows, class_="fig-fold fig-more", open="open" if is_open else None)


def _rows(charts: _Charts, measures: Sequence[Measure]) -> Markup:
    return element("div", *map(charts.chart, measures), class_="fig-rows")


class _Charts:
    """Draws the measures of one report."""

    def __init__(self, report: Report, names: Mapping[str, str]) -> None:
        self._names = names
        self._figures = Figures(report)
        self._marks = marks_of([summary.article for summary in report.summaries], names)
        self._findings = report.findings

    def chart(self, measure: Measure) -> Markup:
        """One measure: what it is, its chart with a key, its findings, and all its figures in a table."""
        series = self._figures.series(measure)
        shown, title = _few(series.drawn), _title(measure)
        groups = groups_of(shown)
        called = [in_words(one, self._names) for one in shown]
        return element(
            "div",
            element("h3", element("bdi", title)),
            element("p", *self._notes(series, shown), class_="fig-note"),
            picture(groups, self._marks, called, f"{title}: {count(len(shown), 'figure')} over time"),
            element("div", self._key(shown), self._about(measure), class_="fig-beside"),
            figures_table(series, title, self._names, self._marks),
            class_="fig-row fig-wide" if groups and groups[-1].right > WIDE else "fig-row",
        )

    def _notes(self, series: Series, shown: Sequence[Drawn]) -> Iterator[str]:
        """What must be known to read the chart; sentences with a blank between them."""
        articles = count(len({one.row.article_id for one in series.drawn}), "article")
        yield f"{count(len(series.drawn), 'figure')} in {articles}."
        if series.unit:
            yield f" Scale in the unit “{series.unit}”{', figures in other units converted' if series.converted else ''}."
        scale = scale_of(shown)
        if scale.is_log:
            yield " Logarithmic scale: equal steps upwards multiply the figure by the same number."
        elif not scale.begins_at_zero:
            yield " The scale does not begin at zero."
        if any(not one.on_scale for one in shown):
            yield " Below the scale: figures without a number, or in a unit that does not fit it."
        if len(shown) < len(series.drawn):
            more = count(len(series.drawn) - len(shown), "further figure")
            yield f" Not drawn: {more}, which the table has."
        for words in series.measure.sums:
            yield f" {words}"

    def _key(self, shown: Sequence[Drawn]) -> Markup:
        """Whose sign is which, in the order in which they first stand in the chart."""
        marks = dict.fromkeys(self._marks.get(one.row.article_id, UNKNOWN) for one in shown)
        items = [element("li", mark.sign(), " ", element("bdi", mark.outlet)) for mark in marks]
        more = [element("li", f"and {len(items) - NAMED} more, in the table")] if len(items) > NAMED else []
        return element("ul", *items[:NAMED], *more, class_="fig-key")

    def _about(self, measure: Measure) -> Markup | None:
        """The differences that rest on its figures, the gravest first as in the report."""
        items = {(row.article_id, item) for row in measure.rows for item in (row.item_id, self._figures.claim_of(row))}
        resting = [finding for finding in self._findings if _rests_on(finding, items)]
        about = list({finding.question: finding for finding in reversed(resting)}.values())[::-1]
        if not about:
            return None
        links = [element("li", finding_link(one.finding_id, element("bdi", one.question))) for one in about[:_FINDINGS]]
        more = [element("li", f"and {len(about) - _FINDINGS} more")] if len(about) > _FINDINGS else []
        return element("div", element("span", "Findings on it:"), element("ul", *links, *more), class_="fig-findings")


def _rests_on(finding: Finding, items: set[tuple[str, str | None]]) -> bool:
    """Both sharpest sides of a difference are among the items."""
    if finding.verdict is Verdict.AGREE:
        return False
    return all((side.article_id, side.item_id) in items for side in finding.sides[:2])


def _title(measure: Measure) -> str:
    name = measure.measure[:1].upper() + measure.measure[1:]
    return f"{name} ({measure.place})" if measure.place else name


def _few(drawn: Sequence[Drawn]) -> list[Drawn]:
    """All figures of a chart that has room for them; of a full one the first of each kind, or some from first to last."""
    if len(drawn) <= DRAWN:
        return list(drawn)
    told: Counter[tuple[object, ...]] = Counter()
    shown = []
    for one in drawn:
        told[_KIND(one)] += 1
        if told[_KIND(one)] <= OF_ONE_KIND:
            shown.append(one)
    if len(shown) <= MOST_DRAWN:
        return shown
    step = (len(shown) - 1) / (MOST_DRAWN - 1)
    return [shown[round(place * step)] for place in range(MOST_DRAWN)]
