"""The commands. The one error boundary: whatever goes wrong ends here as one line and an exit code.

stdout carries the product, stderr the talk. The pipeline is imported inside the commands, so that `--help` is instant.

Exit codes: 0 done, 1 --fail-on met or a share worse than its floor, 2 usage or configuration, 3 some articles failed,
4 the model failed, 5 store, disk or machine, or a mistake in the program (see `guard`), 130 interrupted.
"""

from __future__ import annotations

import os

import summarizer.cli.commands  # noqa: F401  # makes the commands known to the program
from summarizer.cli.app import app
from summarizer.cli.guard import enclose
from summarizer.cli.options import STORIES
from summarizer.cli.shells import VARIABLE, complete

__all__ = ["STORIES", "app", "main"]


def main() -> None:
    """Run the command of the command line; see `summarizer.__main__` for what is around it in a process of its own."""
    # A shell that completes asks by a variable of this name, however the program was started.
    enclose(complete if VARIABLE in os.environ else app)
