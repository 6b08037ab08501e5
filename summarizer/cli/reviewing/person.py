"""Who reviews: the name under which decisions are kept."""

from __future__ import annotations

import getpass
import subprocess

from summarizer.cli.talk import printable
from summarizer.errors import ConfigError
from summarizer.schema import ReviewRecord

GIT_WAIT_S = 5.0


def reviewer(given: str | None) -> str:
    """The name that was given; else the one that git signs with, else the login name. Raises ConfigError if there is none."""
    name = " ".join(printable(given if given is not None else _of_git() or _of_system()).split())
    if not name:
        raise ConfigError("decisions are kept under a name; give yours with --by NAME")
    return name


def is_known(name: str, review: ReviewRecord) -> bool:
    """Decisions of this name are there already, so nobody has to ask whether it is the right one."""
    return any(decision.by == name for decision in review.decisions)


def _of_git() -> str:
    try:
        told = subprocess.run(  # a fixed command
            ["git", "config", "user.name"],  # noqa: S607  # wherever git is installed
            capture_output=True,
            timeout=GIT_WAIT_S,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return told.stdout.decode("utf-8", "replace").strip()


def _of_system() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
