"""A job for every night: adds what is new in a folder of articles to its report, and says which contradictions are new.

    python nightly.py articles reports/ferry --model gpt-5.1 --max-cost 1.00

What is printed is the text of a mail, and nothing where nothing is new: cron mails it, systemd keeps it in its journal.
Exit codes: 0 nothing new, 1 new contradictions, else what went wrong (one line on stderr; 4 with a budget that is spent:
every paid answer is kept, and the next night goes on from there).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from summarizer import BudgetReached, Finding, Result, SummarizerError, open_report, report


def main() -> int:
    """Run the job; its exit code."""
    asked = argparse.ArgumentParser(description="Adds new articles to a report, and prints its new contradictions.")
    asked.add_argument("articles", type=Path)
    asked.add_argument("out", type=Path)
    asked.add_argument("--model")
    asked.add_argument("--max-cost", metavar="DOLLARS")
    asked.add_argument("--replay", type=Path, help="recorded answers: nothing is sent")
    given = asked.parse_args()
    try:
        before = known(given.out)
        result = report(given.articles, model=given.model, max_cost=given.max_cost, replay=given.replay, out=given.out)
    except BudgetReached as error:
        print(f"nightly: the budget is spent: {plain(str(error))}", file=sys.stderr)
        return error.exit_code
    except SummarizerError as error:
        print(f"nightly: {plain(str(error))}", file=sys.stderr)
        return error.exit_code
    new = [finding for finding in result.contradictions if finding.finding_id not in before]
    if new:
        print(mail(result, new))
    for failure in result.failures:
        print(f"nightly: {plain(failure.what)}: {plain(failure.why)}", file=sys.stderr)
    return 1 if new else result.exit_code()


def known(folder: Path) -> set[str]:
    """The findings that the report of the night before has."""
    if not (folder / "report.json").exists():
        return set()
    return {finding.finding_id for finding in open_report(folder).findings}


def mail(result: Result, new: list[Finding]) -> str:
    """The text of a mail: quote beside quote."""
    lines = [f"{len(new)} new {'contradiction' if len(new) == 1 else 'contradictions'} in {len(result.articles)} articles", ""]
    for finding in new:
        lines.append(f"{finding.severity.value}: {finding.question}")
        lines += [f"    {article.outlet or article.path}: “{side.quote}”" for side, article in result.sides(finding)]
        lines.append("")
    if result.folder is not None:
        lines.append(f"The report: {(result.folder / 'report.md').absolute()}")
    if result.usage.dollars is not None:
        lines.append(f"Paid tonight: ${result.usage.dollars:.2f} for {result.usage.requests} requests")
    return "\n".join(plain(line) for line in lines)


def plain(text: str) -> str:
    """Words of articles on one line, without characters that steer a terminal."""
    return "".join(one if one.isprintable() else " " for one in text)


if __name__ == "__main__":
    sys.exit(main())
