"""A story of hundreds of copies stays readable: names are counted where they are many, and every figure stays."""

from __future__ import annotations

from decimal import Decimal

from report.report_factory import report, summary

from summarizer.reporting import render_markdown
from summarizer.schema import Carrier, Measure, MeasureRow, Origin, Report, Retelling, Summary, Topic

MANY = 200


def outlets(number: int) -> list[Summary]:
    return [summary("Ten died.", article_id=f"a{n}", path=f"{n}.txt", outlet=f"Outlet {n:03}") for n in range(number)]


def row(number: int, figure: str) -> MeasureRow:
    value = Decimal(figure)
    return MeasureRow(
        article_id=f"a{number}", item_id=f"f{number}", figure=figure, quote="Ten", start=0, end=3, low=value, high=value
    )


def story(number: int, **fields: object) -> Report:
    ids = tuple(f"a{n}" for n in range(number))
    given = {"origins": (Origin(origin_id="o", label="Outlet 000", article_ids=ids, basis="near-identical passages"),)}
    return report(*outlets(number), **{**given, **fields})


def part(markdown: str, title: str) -> str:
    return markdown.partition(f"## {title}\n")[2].partition("\n## ")[0]


def test_an_origin_names_the_first_articles_and_counts_the_others() -> None:
    shown = part(render_markdown(story(MANY)), "Who retells whom")

    assert "Outlet 005 and 194 more: near-identical passages." in shown
    assert "Outlet 006" not in shown


def test_a_table_of_many_equal_figures_keeps_every_figure() -> None:
    rows = tuple(row(n, "19" if n == 150 else "12") for n in range(MANY))

    shown = part(
        render_markdown(story(MANY, measures=(Measure(measure="dead", differ=True, rows=rows),))), "Figures side by side"
    )

    assert shown.count("“12”") == 3
    assert shown.count("“19”") == 1
    assert "And 196 further rows with figures that stand above, listed in report.json." in shown


def test_figures_that_agree_name_the_first_articles() -> None:
    rows = tuple(row(n, "12") for n in range(MANY))

    shown = part(render_markdown(story(MANY, measures=(Measure(measure="dead", rows=rows),))), "Figures side by side")

    assert "Outlet 005 and 194 more" in shown


def test_copies_without_a_change_are_told_in_one_line() -> None:
    told = [Retelling(origin_id="o", told_id="a0", retold_id=f"a{n}", basis="x", shared=1.0) for n in range(1, MANY)]

    shown = part(render_markdown(story(MANY, retellings=tuple(told))), "Who retells whom")

    assert "**199 articles print Outlet 000 word for word**: Outlet 001, " in shown
    assert "Outlet 006 and 193 more." in shown
    few = part(render_markdown(story(3, retellings=tuple(told[:2]))), "Who retells whom")
    assert few.count("laid against Outlet 000") == 2


def test_own_reports_that_are_many_are_counted() -> None:
    own = tuple(
        Origin(origin_id=f"o{n}", label=f"Outlet {n:03}", article_ids=(f"a{n}",), basis="own reporting") for n in range(MANY)
    )

    shown = part(render_markdown(story(MANY, origins=own)), "Who retells whom")

    assert "Outlet 005 and 194 more: own reporting, 200 origins." in shown


def test_who_carries_what_gives_numbers_where_columns_would_be_too_many() -> None:
    carriers = tuple(Carrier(article_id=f"a{n}", item_id="c") for n in range(150))
    topic = Topic(question="How many died?", carriers=carriers, maybe=("a160",), silent=("a170", "a171"))

    shown = part(render_markdown(story(MANY, topics=(topic,))), "Who carries what")

    assert "| How many died? | 150 | 1 | 2 | 47 |" in shown
    assert "Outlet" not in shown


def test_the_opening_counts_articles_and_origins() -> None:
    assert "200 articles from 200 outlets (Outlet 000, " in render_markdown(story(MANY))
    assert "They go back to 1 independent origin." in render_markdown(story(MANY))
