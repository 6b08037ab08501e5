"""The whole story as a table of compact lines, as the model compares it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from summarizer.schema import Attribution, Claim, Figure, Quoted, Summary
from summarizer.terms import Modality

_MAX_WORDS_CHARS = 240
"""Longer quotations are cut in the table; the finding shows them whole."""


@dataclass(frozen=True)
class Row:
    """One statement of one article with its figures and speaker.

    Attributes:
        row_id: "A2.17": statement 17 of article A2.
        index: its place in the whole table, from 0.
        article: the place of its article among the summaries, from 0.
        told: the intervals of all figures of its article.
        alike: the index of the first row that says the same: the same words, speaker, figures and times, on the same day.
    """

    row_id: str
    index: int
    article: int
    claim: Claim
    figures: tuple[Figure, ...]
    attribution: Attribution | None
    told: frozenset[tuple[object, object]]
    alike: int

    def item_ids(self) -> tuple[str, ...]:
        """Ids of the statement, its figures and its speaker."""
        speaker = (self.attribution.item_id,) if self.attribution else ()
        return self.claim.item_id, *(figure.item_id for figure in self.figures), *speaker


def rows_of(summaries: Sequence[Summary]) -> tuple[Row, ...]:
    """All statements of all articles, numbered from 1 within each article."""
    rows: list[Row] = []
    first: dict[object, int] = {}
    for number, summary in enumerate(summaries):
        speakers = {a.item_id: a for a in summary.attributions}
        figures_of: dict[str, list[Figure]] = defaultdict(list)
        for figure in summary.figures:
            figures_of[figure.claim_id].append(figure)
        told = frozenset((figure.low, figure.high) for figure in summary.figures)
        for position, claim in enumerate(summary.claims, start=1):
            figures = tuple(figures_of[claim.item_id])
            attribution = speakers.get(claim.attribution_id or "")
            said = (summary.article.published, *_said(claim, figures, attribution))
            alike = first.setdefault(said, len(rows))
            rows.append(Row(f"A{number + 1}.{position}", len(rows), number, claim, figures, attribution, told, alike))
    return tuple(rows)


def _said(claim: Claim, figures: Sequence[Figure], attribution: Attribution | None) -> tuple[object, ...]:
    """All that a check looks at in a statement; neither where it stands nor what its items are called."""
    told = (claim.statement, claim.modality, claim.when, claim.earliest, claim.latest)
    speaker = (attribution.source, attribution.content) if attribution else None
    return (*told, speaker, *map(_FIGURE, figures))


_FIGURE = attrgetter(*sorted(set(Figure.model_fields) - set(Quoted.model_fields) - {"claim_id"}), "quote")


def table_text(rows: Sequence[Row]) -> str:
    """One line a row; empty cells are left out, so that every cell says what it is."""
    return "\n".join(_line(row) for row in rows)


def _line(row: Row) -> str:
    claim, speaker = row.claim, row.attribution
    cells = [row.row_id, _cell(claim.statement)]
    if speaker:
        via = f" (via {_cell(', '.join(speaker.via))})" if speaker.via else ""
        cells.append(f"by: {_cell(speaker.source)}{via}")
    if claim.modality is not Modality.ASSERTED:
        cells.append(str(claim.modality))
    if claim.when:
        cells.append(f"when: {_cell(claim.when)}{_resolved(claim)}")
    cells.extend(f"figure: {_cell(f.figure)} = {_cell(f.measure)}{_bounds(f)}" for f in row.figures)
    if speaker and speaker.content:
        cells.append(f"words: “{_cell(speaker.content)[:_MAX_WORDS_CHARS]}”")
    return " | ".join(cells)


def _cell(text: str) -> str:
    """One line without the separator, so that no article can add a cell or a row."""
    return " ".join(text.replace("|", "/").split())


def _resolved(claim: Claim) -> str:
    if claim.earliest is None or claim.latest is None:
        return ""
    last = claim.latest.fromordinal(claim.latest.toordinal() - 1)
    return f" [{claim.earliest}]" if last == claim.earliest else f" [{claim.earliest} to {last}]"


def _bounds(figure: Figure) -> str:
    if figure.vague or (figure.low is None and figure.high is None):
        return ""
    if figure.low == figure.high:
        return f" [{figure.low:f}]"
    return f" [{_end(figure.low)}..{_end(figure.high)}]"


def _end(value: object) -> str:
    return "" if value is None else f"{value:f}"


def articles_text(summaries: Sequence[Summary]) -> str:
    """One line an article: when it was published, and on whom it rests. Who published it is left out: it is no evidence."""
    return "\n".join(f"A{n}: {_article_line(s)}" for n, s in enumerate(summaries, start=1))


def _article_line(summary: Summary) -> str:
    article = summary.article
    cells = []
    if article.published:
        cells.append(f"published {article.published:%A} {article.published}{' ' + (article.published_time or '')}".rstrip())
    else:
        cells.append("publication date unknown" + (f" (text suggests: {_cell(summary.period)})" if summary.period else ""))
    if summary.main_source:
        cells.append(f"retells {_cell(summary.main_source)}")
    if summary.credited:
        cells.append(f"credits {', '.join(map(_cell, summary.credited))}")
    return "; ".join(cells)
