"""The notes of a vault: articles, findings, speakers, figures side by side, and the index that leads to them."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.exporting.citations import csl_files
from summarizer.exporting.given import Given
from summarizer.exporting.vault.article_notes import article_note
from summarizer.exporting.vault.figure_notes import figure_note
from summarizer.exporting.vault.finding_notes import finding_note
from summarizer.exporting.vault.index_note import index_note
from summarizer.exporting.vault.names import index_name
from summarizer.exporting.vault.notes import Notes
from summarizer.exporting.vault.speaker_notes import findings_of_speakers, speaker_note
from summarizer.schema import Report, ReviewRecord


def vault_files(report: Report, review: ReviewRecord, given: Given) -> Iterator[tuple[str, str | bytes]]:
    """All notes, and the articles as CSL-JSON, in one folder with the story's name. No two names differ in case alone."""
    notes = Notes(report, review, given.story)
    findings = findings_of_speakers(notes)
    yield f"{index_name(given.story)}.md", index_note(notes, findings)
    for summary in report.summaries:
        yield f"{notes.of_article[summary.article.article_id]}.md", article_note(notes, summary)
    for finding in notes.findings:
        yield f"{notes.of_finding[finding.finding_id]}.md", finding_note(notes, finding)
    for speaker in notes.speakers:
        yield f"{notes.of_speaker[speaker.name]}.md", speaker_note(notes, speaker, findings.get(speaker.name, []))
    for name, measure in zip(notes.of_measure, report.measures, strict=True):
        yield f"{name}.md", figure_note(notes, measure)
    for name, content in csl_files(report, review):
        yield f"{given.story}/{name}", content
