"""What a report is of, in a short hash: under it a browser keeps the decisions on it."""

from __future__ import annotations

import hashlib

from summarizer.schema import Report


def key_of(report: Report) -> str:
    """The same for every report of the same articles."""
    ids = sorted(summary.article.article_id for summary in report.summaries)
    return hashlib.sha256("\n".join(ids).encode(errors="surrogatepass")).hexdigest()[:16]
