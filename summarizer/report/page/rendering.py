"""The whole page."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.report.page.html import document
from summarizer.schema import Report, ReviewRecord


def page_pieces(report: Report, review: ReviewRecord) -> Iterator[str]:
    """The text of report.html piece by piece; the same report and review give the same bytes."""
    yield document(f"{len(report.findings)} findings")
    yield f"<!-- {len(review.decisions)} -->\n"
