"""`summarizer fetch`: pages of the Web as files, for `report` to read."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from summarizer.cli.talk import on_one_line, say, talker
from summarizer.errors import ArticleError
from summarizer.events import Failed, Remark, Tell

if TYPE_CHECKING:
    from summarizer.fetching import Fetched, Outcome

PAUSE_S, PAGE_S, ALL_S, MOST_MB = 1.0, 30.0, 1_800.0, 10.0
INTERRUPTED = 130
LITTLE = 150
"""Characters. What is shorter is a headline with its teaser, or a page that only a browser fills."""
LONG_S = 5.0
"""Seconds. Shorter pauses are not spoken of."""
_PROXIES = ("http_proxy", "https_proxy", "all_proxy")


@dataclass(frozen=True)
class Bounds:
    """What the options say of how much is asked, and of whom; see `summarizer.fetching.Limits`."""

    pause_s: float = PAUSE_S
    page_s: float = PAGE_S
    all_s: float = ALL_S
    most_mb: float = MOST_MB
    allow_private: bool = False


def fetch(named: list[str], into: Path, bounds: Bounds, limit: int | None, *, again: bool, quiet: bool) -> int:
    """Save the pages and print where; the exit code. Raises ConfigError, StoreError."""
    from summarizer.fetching import Asker, Limits, Wishes, refuse_nothing, wanted_in
    from summarizer.fetching import fetch as fetch_all

    tell = talker(quiet=quiet)
    wanted = wanted_in(named, sys.stdin.buffer if "-" in named else None, limit)
    refuse_nothing(wanted)
    if any(os.environ.get(name) or os.environ.get(name.upper()) for name in _PROXIES):
        tell(Remark("the proxy that the environment names is not used: the addresses of hosts are checked here"))
    most = int(bounds.most_mb * 1e6)
    asker = Asker(Limits(most, bounds.page_s, bounds.all_s, bounds.pause_s, bounds.allow_private), sleep=_waiting(tell))
    told = _Told(tell)
    try:
        outcome = fetch_all(wanted, into, asker, told, Wishes(again, limit))
    except KeyboardInterrupt:
        say(Failed("interrupted; the pages fetched so far are kept, the same command goes on from there"))
        return INTERRUPTED
    finally:
        asker.close()
    tell(Remark(_summary(outcome, told.unusable)))
    return ArticleError.exit_code if outcome.failed or told.unusable else 0


def _waiting(tell: Tell) -> Callable[[float], None]:
    """Waits, and says so where a person would wonder."""

    def wait(seconds: float) -> None:
        if seconds >= LONG_S:
            tell(Remark(f"waiting {seconds:.0f} s, as the server asks"))
        time.sleep(seconds)

    return wait


class _Told:
    """Takes what came of each address: the path on stdout, the talk on stderr.

    Attributes:
        unusable: pages that were saved and are no article.
    """

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self.unusable = 0

    def __call__(self, page: Fetched) -> None:
        """Say what came."""
        if page.reason:
            say(f"not fetched: {page.address}: {page.reason}")
            return
        for note in page.notes:
            say(f"warning: {page.address}: {note}")
        if not page.is_new or page.file is None:
            self._tell(Remark(f"nothing new: {page.address}"))
            return
        typer.echo(on_one_line(str(page.file)))
        usable, doubt = _judged(page.file)
        self.unusable += not usable
        if doubt:
            say(f"warning: {page.address}: saved, but {doubt}")
        else:
            self._tell(Remark(f"fetched: {page.address}"))


def _judged(file: Path) -> tuple[bool, str | None]:
    """Whether `report` can use what was saved, and what speaks against its being a whole article."""
    from summarizer.articles import read_articles

    result = read_articles([file])
    if not result.articles:
        return False, next((failure.reason for failure in result.failures), "no article is in it")
    article = result.articles[0]
    if article.incomplete:
        return True, article.incomplete
    if len(article.text) < LITTLE:
        return True, f"there is hardly any text in it ({len(article.text)} characters); see whether a script writes the rest"
    return True, None


def _summary(outcome: Outcome, unusable: int) -> str:
    new = sum(page.is_new for page in outcome.pages)
    kept = sum(not page.is_new and not page.reason for page in outcome.pages)
    parts = [f"{new} fetched", f"{kept} with nothing new", f"{len(outcome.failed)} not fetched"]
    return ", ".join(parts) + (f"; {unusable} of those fetched are no articles" if unusable else "")


__all__ = ["Bounds", "fetch"]
