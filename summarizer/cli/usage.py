"""Usage errors repeat what was given on the command line: what could steer a terminal there is shown as "?"."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from typer.core import TyperGroup
from typer.exceptions import TyperException

from summarizer.cli.guard import printable


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
            said.message = printable(said.message)
        raise
