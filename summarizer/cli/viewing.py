"""`summarizer view`: the page of a report in the browser."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import typer

from summarizer.cli.talk import printable, say
from summarizer.errors import ConfigError

OURS = "SUMMARIZER_BROWSER"
"""The environment variable that names a browser for this program alone, as BROWSER does for all of them."""
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "MIR_SOCKET")


def view(path: Path, *, only_print: bool) -> int:
    """Bring the page up to date, open it, and print where it lies. Raises ConfigError, StoreError."""
    from summarizer.report_folder import up_to_date

    page = up_to_date(path).absolute()
    if not only_print and has_display(os.environ):
        _open(page.as_uri())
    typer.echo(printable(str(page)))
    return 0


def has_display(environment: Mapping[str, str]) -> bool:
    """A browser can show something here; where one is named by a variable, whoever set it knows."""
    if environment.get(OURS) or environment.get("BROWSER"):
        return True
    return sys.platform in {"win32", "darwin"} or any(environment.get(name) for name in DISPLAYS)


def _open(address: str) -> None:
    """Open it as the system does. Raises ConfigError if the browser that was named cannot be started."""
    import webbrowser

    named = os.environ.get(OURS)
    try:
        opened = webbrowser.get(named).open(address)
    except webbrowser.Error as error:
        raise ConfigError(f"the browser {named or os.environ.get('BROWSER')!r} cannot be started: {error}") from error
    if not opened:
        say("no browser could be opened; the page lies here:")
