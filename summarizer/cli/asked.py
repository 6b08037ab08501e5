"""What `export` must be told for some formats, because no report holds it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.terms import Format

if TYPE_CHECKING:
    from summarizer.exporting import Given
    from summarizer.schema import Report


@dataclass(frozen=True)
class Asked:
    """What some formats must be told besides the report.

    Attributes:
        publisher, publisher_url, page_url: who answers for a ClaimReview, and where it stands.
        articles: the folder of the articles' files; project: in Datashare.
    """

    publisher: str | None = None
    publisher_url: str | None = None
    page_url: str | None = None
    articles: Path | None = None
    project: str = "local-datashare"


def given_to(chosen: Format, report: Report, asked: Asked) -> Given:
    """What this format must be told besides the report. Raises ConfigError, StoreError."""
    from summarizer.cli.documents import document_ids
    from summarizer.exporting import Given, Publisher

    if chosen is Format.DATASHARE:
        return Given(document_ids=document_ids(report, asked.articles, asked.project))
    if asked.publisher and asked.publisher_url:
        return Given(Publisher(asked.publisher, asked.publisher_url, asked.page_url))
    return Given()
