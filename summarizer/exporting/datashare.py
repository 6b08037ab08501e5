"""Findings as tags of documents in Datashare, for `tarentula tagging`.

Datashare names a document by a hash of its project and of the file's bytes, which a report does not hold: the ids are given.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from summarizer.errors import ConfigError
from summarizer.exporting.given import Given
from summarizer.review import as_read, states
from summarizer.review.cells import BOM, csv_text
from summarizer.schema import Report, ReviewRecord
from summarizer.terms import Verdict

FILE = "datashare_tags.csv"
COLUMNS = ("tag", "documentId")
TAGGED = (Verdict.CONTRADICT, Verdict.DIFFERS, Verdict.UNSURE)


def datashare_files(report: Report, review: ReviewRecord, given: Given) -> Iterator[tuple[str, str]]:
    """The tags of the articles' documents. Raises ConfigError where a document's id is not known.

    A finding that is no agreement and that reviewers did not dismiss gives its documents its verdict, its verdict with its
    severity, and a tag of its own: whoever looks for that sees the documents that it is about.
    """
    missing = [one.article.path for one in report.summaries if one.article.article_id not in given.document_ids]
    if missing:
        raise ConfigError(
            f"Datashare knows a document by its file's bytes, and {len(missing)} of {len(report.summaries)} articles' files "
            f"are not found, {missing[0]!a} first; name their folder with --articles DIR"
        )
    by_id = states(report, review)
    tags: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for finding in as_read(report):
        state = by_id[finding.finding_id]
        if finding.verdict in TAGGED and not state.is_dismissed:
            told = [finding.verdict.value, f"{finding.verdict}-{finding.severity}", f"finding-{finding.finding_id}"]
            told += [f"reviewed-{state.settled}"] if state.settled else []
            for side in finding.sides:
                tags[given.document_ids[side.article_id]].update(dict.fromkeys(told))
    rows = [(tag, document_id) for document_id, told in sorted(tags.items()) for tag in told]
    # The program that reads it knows no byte order mark in all of its versions.
    yield FILE, csv_text(COLUMNS, rows).removeprefix(BOM)
