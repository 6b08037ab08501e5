"""What a reader of report.html waits for, measured in a real browser, by size of the story.

    python benchmarks/page.py [--articles 20 100 300] [--findings 100 500 1500] [--rounds 5] [--slower 1] [--browser PATH]

Reports of invented stories in ten languages are rendered and opened as files. Of each the table gives the CPU seconds of
rendering, the size, the milliseconds of the processor that the page's own thread takes to open, those by the clock from
the start of the navigation until the script has run and the findings are painted, those from a key in the search box,
from a choice in a list, and from the key for the next finding to the next painted frame (the browser's own Event Timing,
in steps of 8; 0 is less than a frame), the memory of the script's heap after a collection, and the number of elements. Of
all rounds the least, the median and the worst. `--slower 4` gives about the processor of a phone.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from browser.timing import Clock
from large_report import large_report

from summarizer.reporting.page import page_pieces
from summarizer.schema import ReviewRecord

MEGA = 1_000_000
SEARCHED = "torvik"
COLUMNS = ("articles", "findings", "render s", "MB", "thread", "opened", "search", "choice", "next", "heap MB", "elements")


def written(articles: int, findings: int, folder: Path) -> tuple[Path, float]:
    """The file of a page, and the CPU seconds of rendering it."""
    report = large_report(articles, findings)
    begun = time.process_time()
    text = "".join(page_pieces(report, ReviewRecord()))
    spent = time.process_time() - begun
    file = folder / f"{articles}_{findings}.html"
    file.write_text(text, encoding="utf-8", newline="")
    return file, spent


def look(browser: Any, file: Path, slower: float) -> dict[str, float]:
    """One reader's visit."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True)
    page = context.new_page()
    tools = context.new_cdp_session(page)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    clock = Clock(page)
    seen = {"thread": clock.spent_ms(lambda: page.goto(file.as_uri(), wait_until="load")), "opened": clock.opened_ms()}
    page.click("#q")
    seen["search"] = clock.event_ms(lambda: page.keyboard.type(SEARCHED, delay=60))
    page.fill("#q", "")
    page.click("#choices summary")
    page.focus("#severity")
    seen["choice"] = clock.event_ms(lambda: page.keyboard.press("h"))
    page.click("#reset")
    page.keyboard.press("Escape")
    seen["next"] = clock.event_ms(lambda: [page.keyboard.press("j") for _ in range(5)])
    tools.send("HeapProfiler.collectGarbage")
    heap = tools.send("Runtime.getHeapUsage")["usedSize"] / MEGA
    elements = page.evaluate("() => document.querySelectorAll('*').length")
    context.close()
    return {**seen, "heap MB": heap, "elements": elements}


def measured(browser: Any, articles: int, findings: int, given: argparse.Namespace) -> list[str]:
    """A row of the table."""
    with tempfile.TemporaryDirectory() as folder:
        file, spent = written(articles, findings, Path(folder))
        visits = [look(browser, file, given.slower) for _ in range(given.rounds)]
        size = file.stat().st_size / MEGA
    row = [str(articles), str(findings), f"{spent:.2f}", f"{size:.1f}"]
    for name in COLUMNS[4:9]:
        values = [visit[name] for visit in visits]
        row.append(f"{min(values):.0f} {statistics.median(values):.0f} {max(values):.0f}")
    row.append(f"{statistics.median(visit['heap MB'] for visit in visits):.1f}")
    return [*row, f"{visits[0]['elements']:.0f}"]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, nargs="+", default=[20, 100, 300])
    parser.add_argument("--findings", type=int, nargs="+", default=[100, 500, 1500])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--slower", type=float, default=1)
    parser.add_argument("--browser", default=shutil.which("chromium") or shutil.which("google-chrome"))
    given = parser.parse_args()
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    print(" | ".join(COLUMNS))
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=given.browser, args=["--disable-gpu", *sandbox])
        for articles, findings in zip(given.articles, given.findings, strict=True):
            print(" | ".join(measured(browser, articles, findings, given)), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
