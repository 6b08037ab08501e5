"""Usage errors repeat what was given on the command line: what could steer a terminal there is shown as "?"."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from summarizer.cli.configured import add_options, settle
from summarizer.cli.talk import printable, say, talks_json
from summarizer.configuring.catalogue import COMMANDS


class Commands(TyperGroup):
    """The commands, whose usage errors can be printed, and whose options fall back on settings."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        add_options(self.commands)

    def make_context(self, *args: Any, **kwargs: Any) -> Any:
        """Read what stands before the command's name."""
        with _printable_errors():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: Any) -> Any:
        """Read what is given to the command, and run it."""
        with _printable_errors():
            return super().invoke(ctx)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Find the command, and let settings count for it."""
        name, command, rest = super().resolve_command(ctx, args)
        if command is not None and name in COMMANDS and not ctx.resilient_parsing:
            rest = settle(ctx, command, str(name), rest)
        return name, command, rest


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
