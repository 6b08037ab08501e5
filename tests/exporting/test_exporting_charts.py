"""The figures of a measure over time: ordered by day, intervals with both ends, and no chart where nothing has an order."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from review.reviewed import article, report

from summarizer.exporting.vault.charts import MOST_POINTS, chart, timeline
from summarizer.reporting.page.timeline_figures import Figures
from summarizer.schema import Measure, MeasureRow

Ends = tuple[int | str | None, int | str | None]


def drawn(*told: tuple[str | None, Ends], vague: bool = False) -> str:
    """The chart of figures, each from an article of this day."""
    days = [dt.date.fromisoformat(day) if day else None for day, _ in told]
    articles = [article(f"Figure {n}.", f"O{n}", published=day) for n, day in enumerate(days)]
    place = {"item_id": "f1", "quote": "Figure", "start": 0, "end": 6, "figure": "some", "vague": vague}
    rows = tuple(
        MeasureRow(article_id=one.article_id, low=low, high=high, **place)
        for one, (_, (low, high)) in zip(articles, told, strict=True)
    )
    measure = Measure(measure="boats", rows=rows)
    return chart(Figures(report(tuple(articles), measures=(measure,))).series(measure))


def bars(text: str) -> list[list[Decimal]]:
    """Those behind, then those before them."""
    return [[Decimal(one) for one in found.split(", ")] for found in re.findall(r"^    bar \[(.*)\]$", text, re.MULTILINE)]


def test_figures_stand_in_the_order_of_their_days() -> None:
    text = drawn(("2031-05-03", (12, 12)), ("2031-05-01", (7, 7)), ("2031-05-02", (9, 9)))
    assert bars(text) == [[7, 9, 12], [7, 9, 12]]
    assert '["1: 7", "2: 9", "3: 12"]' in text
    assert "0 --> 12" in text


def test_both_ends_of_an_interval_are_drawn_and_an_open_end_is_named() -> None:
    text = drawn(("2031-05-01", (7, 9)), ("2031-05-02", (12, None)), ("2031-05-03", (None, 20)))
    assert '["1: 7–9", "2: ≥ 12", "3: ≤ 20"]' in text
    assert bars(text) == [[9, 12, 20], [7, 12, 0]]


def test_numbers_with_many_digits_are_named_in_short_and_drawn_in_full() -> None:
    text = drawn(("2031-05-01", ("10.94912", "13.38224")), ("2031-05-02", ("1200.5", "12000")))
    assert '["1: 10.95–13.38", "2: 1200–12000"]' in text
    assert bars(text)[1] == [Decimal("10.94912"), Decimal("1200.5")]


def test_figures_below_zero_reach_down_from_it() -> None:
    text = drawn(("2031-05-01", (-5, -3)), ("2031-05-02", (4, 4)))
    assert "-5 --> 4" in text


def test_without_two_days_or_a_difference_there_is_no_chart() -> None:
    assert drawn(("2031-05-01", (7, 7)), ("2031-05-01", (9, 9))) == ""
    assert drawn(("2031-05-01", (7, 7)), (None, (9, 9))) == ""
    assert drawn((None, (7, 7)), (None, (9, 9))) == ""
    assert drawn(("2031-05-01", (7, 7)), ("2031-05-02", (7, 7))) == ""
    assert drawn(("2031-05-01", (7, 7)), ("2031-05-02", (9, 9)), vague=True) == ""
    assert drawn(("2031-05-01", (None, None)), ("2031-05-02", (7, 7))) == ""
    assert drawn(("2031-05-01", (7, 7)), ("2031-05-02", (10**30, 10**30))) == ""


def test_more_figures_than_can_be_read_are_left_to_the_table() -> None:
    days = [(f"2031-05-{day:02}", (day, day)) for day in range(1, MOST_POINTS + 2)]
    assert drawn(*days[:-1])
    assert drawn(*days) == ""


def test_a_timeline_needs_two_days_and_names_articles_by_their_numbers() -> None:
    one, two = (article(f"{n}.", "A", published=dt.date(2031, 5, n)) for n in (1, 2))
    assert timeline((one,)) == timeline((one, one)) == ""
    assert timeline((one, article("x.", "B"), two)).splitlines()[2:4] == [
        "    2031-05-01 : Article 1",
        "    2031-05-02 : Article 3",
    ]
