"""The note of a measure: every article's figure side by side in the order of their days, with a chart where there is one."""

from __future__ import annotations

from summarizer.exporting.vault.charts import chart, drawn_in
from summarizer.exporting.vault.notes import Notes, measure_title
from summarizer.exporting.vault.pieces import note, plain, table
from summarizer.naming import day
from summarizer.reporting.escape import in_note
from summarizer.reporting.page.timeline_figures import Drawn, Series
from summarizer.reporting.phrases import listed, read_as, sentence
from summarizer.schema import Measure

HEADS = ("No.", "Day", "Article", "Figure", "Read as", "As of", "Speaker")
LEGEND = (
    "One place a figure, by its number in the table, in the order of the days; the days do not stand to scale. The bar in "
    "front reaches up to the least that the words can mean, the one behind it up to the most: “at least” has no bar behind, "
    "“at most” none in front."
)


def figure_note(notes: Notes, measure: Measure) -> str:
    """The whole note."""
    head = {
        "type": "figures",
        "measure": plain(measure.measure),
        "place": plain(measure.place),
        "differ": measure.differ,
        "articles": [notes.to_article(one) for one in notes.in_time([row.article_id for row in measure.rows])],
        "tags": ["summarizer/figures"],
    }
    series = notes.figures.series(measure)
    rows = [_row(notes, at, one) for at, one in enumerate(series.drawn, start=1)]
    differs = "**Bold** figures share no value with a figure of another article." if measure.differ else ""
    blocks = (
        notes.to_index(),
        table(HEADS, rows),
        differs,
        *(in_note(sentence(text)) for text in measure.sums),
        *_chart(series),
    )
    return note(head, measure_title(measure), blocks)


def _chart(series: Series) -> list[str]:
    drawn = chart(series)
    if not drawn:
        return []
    shown = {at for at, _ in drawn_in(series)}
    left_out = [f"No. {at}" for at in range(1, len(series.drawn) + 1) if at not in shown]
    more = f" Not in the chart, for want of a day or of a certain number on its scale: {listed(left_out)}." if left_out else ""
    unit = f" In {in_note(series.unit)}." if series.unit else ""
    return [drawn, LEGEND + unit + more]


def _row(notes: Notes, at: int, one: Drawn) -> tuple[str, ...]:
    figure = in_note(one.row.figure)
    return (
        str(at),
        day(one.day) if one.day else "",
        notes.to_article(one.row.article_id),
        f"**{figure}**" if one.row.differs and figure else figure,
        in_note(read_as(one.row)),
        in_note(one.row.as_of or ""),
        notes.to_speaker(one.row.article_id, one.row.speaker) if one.row.speaker else "the article",
    )
