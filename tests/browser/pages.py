"""The pages that the browser's tests open, each rendered once: of the shipped stories, of a large report, of a hostile one."""

from __future__ import annotations

import functools
import os
from pathlib import Path
from typing import Any

from hostile_page import hostile_report
from large_report import large_report

import summarizer
from summarizer import pipeline
from summarizer.reporting.page import page_pieces
from summarizer.schema import Finding, Report, ReviewRecord
from summarizer.settings import ModelSettings, Settings

CASSETTES = Path(__file__).parents[2] / "cassettes" / "stories"
SAMPLES = Path(summarizer.__file__).parent / "samples"
LARGE, HOSTILE = "large", "hostile"


@functools.cache
def report_of(name: str) -> Report:
    """A shipped story's from its recorded answers, a large one, or one full of hostile text."""
    if name in {LARGE, HOSTILE}:
        return large_report() if name == LARGE else hostile_report()
    settings = Settings(ModelSettings(replay=CASSETTES / f"{name}.yaml"), store=Path(os.devnull))
    found = pipeline.read([str(SAMPLES / name)], None, lambda _: None)
    return pipeline.run_report(found, pipeline.prepare(settings), lambda _: None).report


def findings_in_order(page: Any, report: Report) -> list[Finding]:
    """The findings as the page lists them: the first has the number 1."""
    numbered = page.evaluate(
        "() => [...document.querySelectorAll('.finding')].map(({ dataset }) => [+dataset.number, +dataset.place])"
    )
    return [report.findings[place] for _, place in sorted(numbered)]


def write_page(report: Report, file: Path, review: ReviewRecord | None = None) -> Path:
    """The page as a run writes it."""
    file.write_text("".join(page_pieces(report, review or ReviewRecord())), encoding="utf-8", newline="")
    return file
