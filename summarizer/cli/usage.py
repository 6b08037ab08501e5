"""Usage errors repeat what was given on the command line: what could steer a terminal there is shown as "?"."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from summarizer.cli.talk import printable, say, talks_json


class Commands(TyperGroup):
    """The commands, whose usage errors can be printed."""

    def make_context(self, *args: Any, **kwargs: Any) -> Any:
        """Read what stands before the command's name."""
        with _printable_errors():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: Any) -> Any:
        """Read what is given to the command, and run it."""
        with _printable_errors():
            return super().invoke(ctx)


@contextmanager
def _printable_errors() -> Iterator[None]:
    try:
        yield
    except TyperException as error:
        said: Any = error
        if isinstance(getattr(said, "message", None), str):
            said.message = printable(said.message.removeprefix("Value error, "))
        if talks_json():
            say(f"error: {said.format_message()}")
            raise typer.Exit(said.exit_code) from None
        raise
