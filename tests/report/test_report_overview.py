"""The tables of figures side by side and of who carries what."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from report.report_factory import report, summary

from summarizer.reporting import render_markdown
from summarizer.schema import Carrier, Measure, MeasureRow, Report, Topic

A = summary("Toll: 30 dead.", article_id="a1", path="a.txt", outlet="The Courier", published=dt.date(2021, 3, 4))
B = summary("Toll: 43 dead.", article_id="a2", path="b.txt", outlet="Evening Post", published=dt.date(2021, 3, 3))
C = summary("No toll.", article_id="a3", path="c.txt", outlet="The Weekly")


def row(article_id: str, figure: str, low: int | None, **fields) -> MeasureRow:
    value = Decimal(low) if low is not None else None
    return MeasureRow(
        **{
            "article_id": article_id,
            "item_id": f"f{article_id}",
            "figure": figure,
            "quote": figure,
            "start": 0,
            "end": len(figure),
            "low": value,
            "high": value,
            **fields,
        }
    )


def measure(**fields) -> Measure:
    rows = (
        row("a1", "30 people", 30, differs=True, speaker="Ines Rolo", as_of="on Tuesday"),
        row("a2", "43", 43, differs=True),
    )
    return Measure(**{"measure": "people killed", "place": "Port Vale", "differ": True, "rows": rows, **fields})


def shown(of: Report, title: str) -> str:
    return render_markdown(of).split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def test_a_measure_that_differs_is_a_table_in_order_of_publication():
    text = shown(report(A, B, C, measures=(measure(),)), "Figures side by side")
    assert "**People killed (Port Vale)** — 2 articles" in text
    lines = [line for line in text.splitlines() if line.startswith("|")][2:]
    assert lines == [
        "| Evening Post | 3 March 2021 | **“43”** | 43 | the article | – |",
        "| The Courier | 4 March 2021 | **“30 people”** | 30 | Ines Rolo | on Tuesday |",
    ]


def test_a_word_without_a_number_says_so():
    rows = (*measure().rows, row("a3", "many", None, vague=True))
    assert "| “many” | no number |" in shown(report(A, B, C, measures=(measure(rows=rows),)), "Figures side by side")


def test_measures_that_agree_are_one_line_each_and_name_equal_figures_once():
    same = Measure(measure="engines sent", rows=(row("a1", "six", 6), row("a2", "six", 6), row("a3", "6", 6)))
    text = shown(report(A, B, C, measures=(same,)), "Figures side by side")
    assert "- Engines sent: “six” (Evening Post and The Courier); “6” (The Weekly)" in text


def test_many_measures_that_agree_are_folded():
    same = tuple(Measure(measure=f"engines of kind {n}", rows=(row("a1", "six", 6), row("a2", "six", 6))) for n in range(12))
    assert "<summary>Figures that can all hold together (12)</summary>" in shown(
        report(A, B, measures=same), "Figures side by side"
    )


def test_a_checked_sum_stands_below_its_table():
    text = shown(
        report(A, B, measures=(measure(sums=("“30 people” is told as 9 + 5, which makes 14, not 30",)),)),
        "Figures side by side",
    )
    assert "Do the parts add up? “30 people” is told as 9 + 5, which makes 14, not 30." in text


def test_nothing_to_lay_side_by_side_makes_no_section():
    text = render_markdown(report(A, B))
    assert "## Figures side by side" not in text
    assert "## Who carries what" not in text


def test_each_article_s_part_in_a_question_is_marked():
    told = Topic(question="How many died?", carriers=(Carrier(article_id="a1", item_id="c1"),), maybe=("a2",), silent=("a3",))
    cut = Topic(
        question="Who is to blame?", carriers=(Carrier(article_id="a1", item_id="c2"), Carrier(article_id="a2", item_id="c3"))
    )
    text = shown(report(A, B, C, topics=(told, cut)), "Who carries what")
    assert "| How many died? | ● | (●) | ○ |" in text
    assert "| Who is to blame? | ● | ● | ? |" in text
    assert "A1 The Courier, 4 March 2021" in text
    assert "An article that is silent contradicts nobody." in text


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_no_text_breaks_out_of_its_cell(figure, speaker, question):
    hostile = measure(
        rows=(row("a1", f"|{figure}\n|", 30, differs=True, speaker=speaker, as_of=speaker), row("a2", figure, 43)),
        measure=question,
    )
    topic = Topic(question=question, carriers=(Carrier(article_id="a1", item_id="c1"), Carrier(article_id="a2", item_id="c2")))
    of = report(A, B, measures=(hostile,), topics=(topic,))
    for title, cells in (("Figures side by side", 6), ("Who carries what", 3)):
        rows = [line for line in shown(of, title).split("\n") if line.startswith("| ")]
        assert all(len(re.findall(r"(?<!\\)\|", _without_escapes(line))) == cells + 1 for line in rows)
        assert len(rows) == {6: 4, 3: 3}[cells]


def _without_escapes(line: str) -> str:
    return line.replace("\\\\", "")
