"""The note that leads to all others: findings by verdict, the articles in time, figures, speakers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from summarizer.exporting.vault.charts import timeline
from summarizer.exporting.vault.notes import Notes, measure_title
from summarizer.exporting.vault.pieces import link, note, table
from summarizer.reporting.escape import in_note
from summarizer.reporting.findings import VERDICTS
from summarizer.reporting.phrases import count
from summarizer.reporting.reviewed import DISMISSED
from summarizer.schema import Finding

_HEADS = ("Question", "Severity", "Sharpest sides", "Review")


def index_note(notes: Notes, findings: Mapping[str, Sequence[tuple[Finding, int]]]) -> str:
    """The whole note; `findings` are those of each speaker by name."""
    blocks = [
        f"{count(len(notes.articles), 'article')}, {count(len(notes.findings), 'finding')}.",
        *_findings(notes),
        *_articles(notes),
        *_figures(notes),
        *_speakers(notes, findings),
        *_failures(notes),
    ]
    title = f"{notes.story}: where the articles disagree"
    return note({"type": "index", "tags": ["summarizer/index"]}, title, blocks)


def _findings(notes: Notes) -> Iterator[str]:
    dismissed = [one for one in notes.findings if notes.reviewed.is_dismissed(one.finding_id)]
    gone = {one.finding_id for one in dismissed}
    for verdict, heading in VERDICTS.items():
        found = [one for one in notes.findings if one.verdict is verdict and one.finding_id not in gone]
        if found:
            yield from (f"## {heading.capitalize()}", _table(notes, found))
    if dismissed:
        yield from (f"## {DISMISSED}", _table(notes, dismissed))


def _table(notes: Notes, found: Sequence[Finding]) -> str:
    rows = [
        (
            notes.to_finding(one),
            one.severity.value,
            ", ".join(dict.fromkeys(notes.to_article(side.article_id) for side in one.sides[:2])),
            ", ".join(notes.reviewed.marks(one.finding_id)),
        )
        for one in found
    ]
    marked = any(row[-1] for row in rows)
    return table(_HEADS if marked else _HEADS[:-1], rows if marked else [row[:-1] for row in rows])


def _articles(notes: Notes) -> Iterator[str]:
    articles = [notes.articles[one] for one in notes.in_time(list(notes.articles))]
    lines = []
    for at, one in enumerate(articles, start=1):
        told = " · ".join(in_note(words) for words in (one.title, notes.written(one.article_id)) if words)
        lines.append(f"{at}. {notes.to_article(one.article_id)}{f': {told}' if told else ''}")
    yield from ("## Articles", timeline(articles), "\n".join(lines))


def _figures(notes: Notes) -> Iterator[str]:
    lines = [
        f"- {link(name, measure_title(one))}{' (they differ)' if one.differ else ''}"
        for name, one in zip(notes.of_measure, notes.report.measures, strict=True)
    ]
    if lines:
        yield from ("## Figures side by side", "\n".join(lines))


def _speakers(notes: Notes, findings: Mapping[str, Sequence[tuple[Finding, int]]]) -> Iterator[str]:
    """Those who are sides of most findings first."""
    ranked = sorted(notes.speakers, key=lambda one: -len(findings.get(one.name, ())))
    rows = [
        (
            link(notes.of_speaker[one.name], one.name),
            str(len({article_id for article_id, _ in one.said})),
            str(len(findings.get(one.name, ()))),
        )
        for one in ranked
    ]
    if rows:
        yield from ("## Speakers", table(("Name", "Articles", "Findings"), rows))


def _failures(notes: Notes) -> Iterator[str]:
    """What did not come in: an index that does not say so would look complete."""
    lines = [f"- {in_note(one.what)}: {in_note(one.why)}" for one in notes.report.failures]
    if lines:
        yield from ("## Not read", "\n".join(lines))
