"""Figures over time: what is drawn, where, how it is called, and that the table holds all of it."""

from __future__ import annotations

import datetime as dt
import itertools
import re

import pytest
from hypothesis import given, settings
from report.page.chart_stories import HOSTILE, MONDAY, article, figure, parsed, report, row, stories, with_class, words

from summarizer.naming import names_of
from summarizer.reporting.page.timeline import figures_over_time
from summarizer.schema import Finding, Measure, Report, Side
from summarizer.terms import DecidedBy, FindingKind, Severity, Verdict


def drawn(of: Report):
    return parsed(figures_over_time(of, names_of([summary.article for summary in of.summaries])))


def one_measure(*rows, articles=None, figures=None, **fields):
    """The chart of one measure, whose articles were written on one Monday unless they are given."""
    given_articles = articles or [article(number) for number in sorted({int(one.article_id[1:]) for one in rows})]
    measure = Measure(**{"measure": "people killed", "differ": True, "rows": rows, **fields})
    return drawn(report(given_articles, figures, measures=(measure,)))


def place(mark) -> tuple[float, float]:
    """Where the shape of a mark stands, in px from the left and the top."""
    across = float(re.match(r"translate\(([\d.-]+) 0\)", mark.get("transform"))[1])
    (shape,) = with_class(mark, "fig-shape")
    return across, float(re.match(r"translate\(0 ([\d.-]+)\)", shape.get("transform"))[1])


def label(mark) -> str:
    return words(with_class(mark, "fig-label")[0])


def called(mark) -> str:
    return words(mark.find("title"))


def marks(tree) -> dict[str, tuple[float, float]]:
    return {label(mark): place(mark) for mark in with_class(tree, "fig-mark")}


def days(*numbers: int):
    return [article(place, published=MONDAY + dt.timedelta(number)) for place, number in enumerate(numbers)]


def test_without_measures_there_is_nothing() -> None:
    assert figures_over_time(report([article(0)]), {}) == ""


def test_a_measure_without_a_figure_is_an_empty_chart() -> None:
    tree = drawn(report([article(0)], measures=(Measure(measure="people killed", rows=()),)))

    assert with_class(tree, "fig-row")
    assert not with_class(tree, "fig-mark")


def test_a_toll_that_rises_is_seen_to_rise() -> None:
    tree = one_measure(row(1, 17), row(0, 11), row(2, 26), articles=days(0, 1, 4))

    found = sorted(marks(tree).values())

    assert [label(mark) for mark in with_class(tree, "fig-mark")] == ["11", "17", "26"]
    assert found[0][1] > found[1][1] > found[2][1]


def test_equal_figures_stand_at_one_height() -> None:
    tree = one_measure(row(0, 17), row(1, 17), row(2, 30))

    heights = [place(mark)[1] for mark in with_class(tree, "fig-mark") if label(mark) == "17"]

    assert len(set(heights)) == 1


def test_an_article_without_a_date_stands_apart_on_the_right() -> None:
    tree = one_measure(row(0, 11), row(1, 17), articles=[article(0, published=None), article(1)])

    assert marks(tree)["17"][0] < marks(tree)["11"][0]
    assert [words(one) for one in with_class(tree, "fig-day")] == ["14 Oct", "no date"]


def test_a_count_that_names_a_later_day_stands_on_it() -> None:
    first, early, late = row(0, 11), row(1, 17), row(2, 26)
    tree = one_measure(
        first,
        early,
        late,
        articles=days(0, 3, 3),
        figures={
            "a0": [figure(first, MONDAY)],
            "a1": [figure(early, MONDAY + dt.timedelta(1))],
            "a2": [figure(late, MONDAY)],
        },
    )

    assert [words(one) for one in with_class(tree, "fig-day")] == ["14 Oct", "15 Oct", "17 Oct"]
    (seventeen,) = [mark for mark in with_class(tree, "fig-mark") if label(mark) == "17"]
    assert "Outlet 1, 17 October 2024" in called(seventeen)
    assert "shown on 15 October 2024, the day it holds for" in called(seventeen)


def test_a_day_long_before_the_article_is_that_of_the_event() -> None:
    first, told = row(0, 11), row(1, 17)
    articles = [article(0), article(1, published=dt.date(2026, 1, 1))]
    figures = {"a0": [figure(first, MONDAY)], "a1": [figure(told, MONDAY + dt.timedelta(1))]}

    shown = with_class(one_measure(first, told, articles=articles, figures=figures), "fig-day")

    assert [words(one) for one in shown] == ["14 Oct", "1 Jan"]


def test_long_times_are_said() -> None:
    tree = one_measure(row(0, 11), row(1, 17), row(2, 18), articles=days(0, 20, 1000))

    assert [words(one) for one in with_class(tree, "fig-gap")] == ["20 days", "3 years"]


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        ("170", "170", "170"),
        ("180", "open", "≥ 180"),
        ("open", "15", "≤ 15"),
        ("270", "330", "270–330"),
        ("468000000", "468000000", "468 mln"),
        ("1e40", "1e40", "1e+40"),
    ],
)
def test_what_stands_at_a_figure(low: str, high: str, shown: str) -> None:
    (mark,) = with_class(one_measure(row(0, low, high)), "fig-mark")

    assert label(mark) == shown


def test_more_than_is_not_at_least() -> None:
    told = row(0, 180, "open")

    (mark,) = with_class(one_measure(told, figures={"a0": [figure(told, approximator="more_than")]}), "fig-mark")

    assert label(mark) == "> 180"


def test_a_figure_on_top_of_another_is_no_total() -> None:
    told = row(0, 31, figure="another 31 people")

    (mark,) = with_class(one_measure(told, figures={"a0": [figure(told, additional=True)]}), "fig-mark")

    assert label(mark) == "+31"


def test_an_open_end_fades_into_an_arrow_and_an_interval_has_none() -> None:
    open_end, closed, exact = with_class(one_measure(row(0, 180, "open"), row(1, 150, 190), row(2, 170)), "fig-mark")

    assert with_class(open_end, "fig-arrow")
    assert with_class(closed, "fig-bar")
    assert not with_class(closed, "fig-arrow")
    assert not with_class(exact, "fig-bar")


def test_a_vague_word_is_hatched_and_told_in_the_articles_words() -> None:
    (mark,) = with_class(one_measure(row(0, 2, 10, vague=True, figure="a handful")), "fig-mark")

    assert with_class(mark, "fig-band")
    assert "fig-vague" in mark.get("class")
    assert label(mark) == "a handful"


def test_a_figure_that_differs_is_marked_and_called_so() -> None:
    differing, same = with_class(one_measure(row(0, 170, differs=True), row(1, 180, "open")), "fig-mark")

    assert with_class(differing, "fig-ring")
    assert "shares no value with a figure of another article" in called(differing)
    assert not with_class(same, "fig-ring")


def test_a_mark_is_a_link_to_its_passage_and_says_all() -> None:
    told = row(0, 170, start=3, end=15, speaker="police", as_of="on Tuesday", figure="some 170 people")

    (mark,) = with_class(one_measure(told), "fig-mark")

    assert (mark.get("data-article"), mark.get("data-start"), mark.get("data-end")) == ("a0", "3", "15")
    assert mark.get("href") == "#a-a0"
    assert called(mark) == "Outlet 0, 14 October 2024: “some 170 people”, as of “on Tuesday”, according to police"


def test_units_are_put_on_one_scale() -> None:
    tree = one_measure(
        row(0, 8, unit="kilometre", figure="8 kilometres"),
        row(1, 8, unit="kilometre", figure="8 kilometres"),
        row(2, "4.97097", unit="mile", figure="nearly five miles"),
        measure="distance",
    )

    (height,) = {round(place(mark)[1]) for mark in with_class(tree, "fig-mark")}
    assert height
    assert "Scale in the unit “kilometre”, figures in other units converted." in words(with_class(tree, "fig-note")[0])
    assert label(with_class(tree, "fig-mark")[2]) == "nearly five mil…"


def test_what_does_not_fit_the_scale_stands_below_it() -> None:
    tree = one_measure(row(0, 8), row(1, 9), row(2, 7, unit="kilometre"), row(3, None, None, figure="too many"))

    heights = {label(mark): place(mark)[1] for mark in with_class(tree, "fig-mark")}
    assert heights["too many"] == heights["7 people"] > max(heights["8"], heights["9"])
    assert "Below the scale:" in words(with_class(tree, "fig-note")[0])


def test_the_scale_is_logarithmic_only_where_it_must_be_and_says_so() -> None:
    wide, narrow = one_measure(row(0, 3), row(1, 90000)), one_measure(row(0, 30), row(1, 90))

    assert "Logarithmic scale" in words(with_class(wide, "fig-note")[0])
    assert "Logarithmic" not in words(with_class(narrow, "fig-note")[0])
    assert "does not begin at zero" in words(with_class(one_measure(row(0, 60), row(1, 90)), "fig-note")[0])


def test_zero_stands_below_the_smallest_figure_on_a_logarithmic_scale() -> None:
    found = marks(one_measure(row(0, 0), row(1, 1), row(2, 90000)))

    assert found["0"][1] > found["1"][1] > found["90,000"][1]


def test_a_full_chart_draws_the_first_of_a_kind_and_the_table_has_all() -> None:
    rows = [row(number, 17) for number in range(99)] + [row(99, 18)]
    tree = one_measure(*rows)

    assert len(with_class(tree, "fig-mark")) == 4
    assert "Not drawn: 96 further figures" in words(with_class(tree, "fig-note")[0])
    assert len(tree.findall(".//tbody/tr")) == 100


def test_of_too_many_kinds_some_are_drawn_from_the_first_to_the_last() -> None:
    tree = one_measure(*(row(number, number) for number in range(100)))

    shown = [int(label(mark)) for mark in with_class(tree, "fig-mark")]
    assert len(shown) == 60
    assert (shown[0], shown[-1]) == (0, 99)
    assert "Not drawn: 40 further figures" in words(with_class(tree, "fig-note")[0])


def test_a_hundred_articles_and_sixty_measures_are_a_small_part_of_a_page() -> None:
    articles = [article(number, published=MONDAY + dt.timedelta(number % 9)) for number in range(100)]
    rows = tuple(row(number, 100 + number % 50, speaker="the harbour police") for number in range(100))
    measures = tuple(Measure(measure=f"people counted {number}", differ=True, rows=rows) for number in range(60))

    drawn_size = len(figures_over_time(report(articles, measures=measures), names_of(articles)).encode())

    assert drawn_size < 5_000_000


def test_measures_that_differ_come_first_and_many_are_folded() -> None:
    measures = [
        Measure(measure=f"thing {number}", differ=number % 2 == 0, rows=(row(0, number), row(1, number + 1)))
        for number in range(24)
    ]
    tree = drawn(report([article(0), article(1)], measures=tuple(measures)))

    assert [len(rows) for rows in with_class(tree, "fig-rows")] == [8, 4, 12]
    assert [words(one.find("summary")) for one in with_class(tree, "fig-more")] == [
        "Further measures that differ (4)",
        "Measures whose figures can all hold together (12)",
    ]
    assert len(with_class(tree, "fig-row")) == 24
    assert [one.get("open") for one in with_class(tree, "fig-more")] == [None, None]


def test_measures_that_hold_together_are_open_where_none_differs() -> None:
    measure = Measure(measure="people killed", differ=False, rows=(row(0, 3), row(1, 3)))
    tree = drawn(report([article(0), article(1)], measures=(measure,)))

    assert [one.get("open") for one in with_class(tree, "fig-more")] == ["open"]


def test_a_chart_leads_to_the_findings_on_its_figures() -> None:
    first, second = row(0, 11, differs=True), row(1, 17, differs=True)
    sides = [
        Side(**{**dict.fromkeys(("anchor_start", "start"), 0), **dict.fromkeys(("anchor_end", "end"), 12)}, article_id=one.article_id,
             item_id=one.item_id, quote=one.quote, value=one.figure, statement="")
        for one in (first, second)
    ]  # fmt: skip
    given_finding = Finding(
        finding_id="f0", verdict=Verdict.CONTRADICT, kind=FindingKind.QUANTITY, severity=Severity.HIGH, question="How many?",
        why="", decided_by=DecidedBy.CODE, origins=2, sides=tuple(sides),
    )  # fmt: skip
    measure = Measure(measure="people killed", differ=True, rows=(first, second))
    tree = drawn(report([article(0), article(1)], measures=(measure,), findings=(given_finding,)))

    (link,) = with_class(tree, "fig-findings")[0].iter("a")
    assert (link.get("data-finding"), link.get("href"), words(link)) == ("f0", "#f-f0", "How many?")


def test_one_outlet_has_one_sign_and_eight_outlets_differ_in_colour_and_shape() -> None:
    articles = [article(number, outlet=f"Outlet {number % 8}") for number in range(16)]
    tree = one_measure(*(row(number, number) for number in range(16)), articles=articles)

    signs = {
        (mark.get("class").split()[1], with_class(mark, "fig-shape")[0].get("d")): label(mark)
        for mark in with_class(tree, "fig-mark")
    }
    assert len(signs) == len({colour for colour, _ in signs}) == len({shape for _, shape in signs}) == 8
    assert len(with_class(tree, "fig-key")[0]) == 8


def test_hostile_words_are_only_words() -> None:
    rows = (row(0, 11, figure=HOSTILE, speaker=HOSTILE, as_of=HOSTILE), row(1, 12, unit=HOSTILE))
    tree = one_measure(
        *rows, articles=[article(0, outlet=HOSTILE), article(1)], measure=HOSTILE, place=HOSTILE, sums=(HOSTILE,)
    )

    assert "alert(1)" in words(tree)
    assert "\u202e" not in words(tree)


@settings(max_examples=40, deadline=None)
@given(stories())
def test_any_figures_are_drawn_apart_and_stand_in_the_table(of: Report) -> None:
    tree = drawn(of)

    charts = with_class(tree, "fig-row")
    assert len(charts) == len(of.measures)
    for chart in charts:
        _assert_apart(chart)
    assert len(tree.findall(".//tbody/tr")) == sum(len(measure.rows) for measure in of.measures)


def _assert_apart(chart) -> None:
    """Every mark stands inside its picture, and no two share a place."""
    (svg,) = with_class(chart, "fig-svg")
    found = sorted((place(mark), float(with_class(mark, "fig-hit")[0].get("width"))) for mark in with_class(svg, "fig-mark"))
    for (across, down), width in found:
        assert width / 2 <= across <= float(svg.get("width")) - width / 2
        assert 0 <= down <= float(svg.get("height"))
    for ((left, _), own), ((right, _), other) in itertools.pairwise(found):
        assert right - left >= (own + other) / 2 - 0.2


@settings(max_examples=10, deadline=None)
@given(stories())
def test_the_same_report_gives_the_same_bytes(of: Report) -> None:
    names = names_of([summary.article for summary in of.summaries])

    assert figures_over_time(of, names) == figures_over_time(of.model_copy(deep=True), dict(names))
