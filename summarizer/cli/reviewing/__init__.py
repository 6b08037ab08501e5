"""`summarizer review`: the findings of a report, decided on one after the other. Nothing heavy is imported before it runs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from summarizer.cli.options import Exported
from summarizer.errors import ConfigError
from summarizer.terms import Severity, Verdict


@dataclass(frozen=True)
class Wishes:
    """What `review` was asked for.

    Attributes:
        by: the reviewer's name; None for the one that git or the system knows.
        every: decided findings too. verdicts, severities: only these; empty for all.
        listing, stats: a table instead of a walk. taken: files of decisions to take over.
        export: for which program the findings are written; to: the folder it goes to.
    """

    by: str | None = None
    every: bool = False
    verdicts: tuple[Verdict, ...] = ()
    severities: tuple[Severity, ...] = ()
    listing: bool = False
    stats: bool = False
    taken: tuple[Path, ...] = ()
    export: Exported | None = None
    to: Path | None = None
    quiet: bool = False


def review(path: Path, wishes: Wishes) -> int:
    """Walk a reviewer through a report, or do what was asked for instead; the exit code."""
    from summarizer.cli.reviewing import command

    asked = {"--list": wishes.listing, "--stats": wishes.stats, "--import": wishes.taken, "--export": wishes.export}
    given = [name for name, wish in asked.items() if wish]
    if len(given) > 1:
        raise ConfigError(f"{' and '.join(given)} are different things; give one of them")
    if wishes.to is not None and wishes.export is None:
        raise ConfigError("--to goes with --export csv, labelstudio or gold")
    return command.run(path, wishes)
