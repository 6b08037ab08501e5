"""The report as a document: JSON for programs, Markdown for a person in a hurry. No disk, no clock, no network."""

from summarizer.reporting.checks import passed_over_text
from summarizer.reporting.flat import dump_finding, dump_summary, json_pieces, render_json
from summarizer.reporting.markdown import markdown_pieces, render_markdown
from summarizer.reporting.outcome import FAIL_ON_MET, exit_code, failure_code, tally, undismissed
from summarizer.reporting.page import page_pieces
from summarizer.reporting.parse import parse_summaries
from summarizer.reporting.parse_report import parse_report

__all__ = [
    "FAIL_ON_MET",
    "dump_finding",
    "dump_summary",
    "exit_code",
    "failure_code",
    "json_pieces",
    "markdown_pieces",
    "page_pieces",
    "parse_report",
    "parse_summaries",
    "passed_over_text",
    "render_json",
    "render_markdown",
    "tally",
    "undismissed",
]
