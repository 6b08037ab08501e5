"""The report as a document: JSON for programs, Markdown for a person in a hurry. No disk, no clock, no network."""

from summarizer.report.checks import passed_over_text
from summarizer.report.flat import dump_finding, dump_summary, json_pieces, render_json
from summarizer.report.markdown import markdown_pieces, render_markdown
from summarizer.report.outcome import FAIL_ON_MET, exit_code, failure_code, tally, undismissed
from summarizer.report.page import page_pieces
from summarizer.report.parse import parse_summaries
from summarizer.report.parse_report import parse_report

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
