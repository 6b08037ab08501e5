"""What `review` does between its options and its exit code."""

from __future__ import annotations

import contextlib
import datetime as dt
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from summarizer import report_folder
from summarizer.cli.reviewing import Wishes
from summarizer.cli.reviewing.deck import Filter, deck_of, is_undecided
from summarizer.cli.reviewing.listing import rows_of, stats_of
from summarizer.cli.reviewing.person import is_known, reviewer
from summarizer.cli.reviewing.travelling import send_out, take_in
from summarizer.cli.talk import printable, say
from summarizer.errors import ConfigError
from summarizer.report_folder import Opened
from summarizer.reporting.findings import in_order
from summarizer.reporting.phrases import count, listed
from summarizer.reporting.reviewed import RULED
from summarizer.review import REVIEW_FILE, states
from summarizer.store import keep_decision
from summarizer.terms import Ruling, Verdict

if TYPE_CHECKING:
    from summarizer.cli.reviewing.session import Session

INTERRUPTED = 130


def run(path: Path, wishes: Wishes) -> int:
    """Do what was asked for; the exit code. Raises ConfigError, StoreError."""
    opened = report_folder.open_report(path)
    if wishes.listing:
        return _list(opened, wishes)
    if wishes.stats:
        return _print(stats_of(opened.report, opened.review))
    if wishes.taken:
        return _print(take_in(opened, wishes.taken, wishes.by, dt.datetime.now(dt.UTC)))
    if wishes.export is not None:
        return _print(map(str, send_out(opened, wishes.export, wishes.to, wishes.by, _teller(wishes))))
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise ConfigError(
            "a review needs a terminal to read keys from; without one use --list, --stats, --export csv, or "
            "--import FILE, or decide in report.html (summarizer view)"
        )
    return _walk(opened, wishes)


def _teller(wishes: Wishes) -> Callable[[str], None]:
    return (lambda _: None) if wishes.quiet else say


def _print(lines: Iterable[str]) -> int:
    for line in lines:
        typer.echo(printable(line))
    return 0


def _list(opened: Opened, wishes: Wishes) -> int:
    """A line a finding on stdout."""
    reached = states(opened.report, opened.review)
    deck = deck_of(opened.report, reached, _filter(wishes))
    wanted = sorted((*deck.flags, *deck.rest) if wishes.every else deck.flags, key=lambda one: one.number)
    _print(rows_of(wanted, reached))
    left_out = len(opened.report.findings) - len(wanted)
    if left_out:
        only = "without --verdict and --severity " if wishes.verdicts or wishes.severities else ""
        _teller(wishes)(f"{count(left_out, 'other finding')} not listed; {only}--all lists every one")
    return 0


def _walk(opened: Opened, wishes: Wishes) -> int:
    from summarizer.cli.reviewing.screen import Lost, Terminal
    from summarizer.cli.reviewing.session import Session

    if not opened.report.findings:
        say("the report has no findings, so there is nothing to decide")
        return 0
    if not any(map(_filter(wishes).takes, in_order(opened.report))):
        say("no finding has this verdict and severity; --list --all shows what there is")
        return 0
    terminal = Terminal()
    try:
        by = _name(opened, wishes)
    except KeyboardInterrupt:
        typer.echo(err=True)
        say("nothing was decided")
        return INTERRUPTED
    deck = deck_of(opened.report, states(opened.report, opened.review), _filter(wishes))
    keep = partial(keep_decision, opened.folder)
    session = Session(opened.report, opened.review, deck, by, terminal, keep)
    code = 0
    try:
        with terminal.opened():
            session.run()
    except (KeyboardInterrupt, Lost):
        code = INTERRUPTED
    if session.decided:
        _finish(opened.folder, session)
    else:
        say("nothing was decided")
    return code


def _name(opened: Opened, wishes: Wishes) -> str:
    by = reviewer(wishes.by)
    return reviewer(_asked(by)) if wishes.by is None and not is_known(by, opened.review) else by


def _asked(name: str) -> str:
    """The name to decide under; what is offered if nothing is typed."""
    with contextlib.suppress(EOFError):
        return input(f"Your name, for the decisions you make [{name}]: ").strip() or name
    return name


def _finish(folder: Path, session: Session) -> None:
    """Render the report with what was decided, and say what that was. Nobody may be there any more to hear it."""
    opened = report_folder.looked_over(folder, session.clock())
    parts = [f"{session.tally.count(ruling)} {RULED[ruling]}" for ruling in Ruling if session.tally.count(ruling)]
    if session.tally.notes:
        parts.append(count(session.tally.notes, "note"))
    say(f"{listed(parts) or 'decisions changed'}; kept in {folder / REVIEW_FILE}")
    reached = states(opened.report, opened.review)
    contradictions = [one for one in opened.report.findings if one.verdict is Verdict.CONTRADICT]
    left = sum(is_undecided(reached[one.finding_id]) for one in contradictions)
    say(f"{left} of {count(len(contradictions), 'contradiction')} undecided; the report is written again")


def _filter(wishes: Wishes) -> Filter:
    return Filter(wishes.verdicts, wishes.severities, decided=wishes.every)
