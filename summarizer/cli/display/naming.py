"""Paths as they are written in a line: without the folder that all of them are in, and never too long."""

from __future__ import annotations

import os
from collections.abc import Sequence

from summarizer.cli.display.cells import shortened

LONGEST = 48
"""Columns of a path."""


class Names:
    """Writes the paths of a run, each one so that it is told from all others that were written."""

    def __init__(self) -> None:
        self._folder = ""
        self._written: dict[str, str] = {}

    def start(self, paths: Sequence[str]) -> None:
        """The run reads these paths."""
        self._folder = _common_folder(paths)
        self._written.clear()

    def __call__(self, path: str) -> str:
        """The path as it is written: on one line, or a name could pass for a line of the program's own."""
        inner = (path.removeprefix(self._folder) or path).replace("\n", "\\n")
        short = shortened(inner, LONGEST)
        return inner if self._written.setdefault(short, path) != path else short


def _common_folder(paths: Sequence[str]) -> str:
    """The folder in which all of them are, with its slash; nothing if there is none."""
    try:
        common = os.path.commonpath([path if os.path.isdir(path) else os.path.dirname(path) for path in paths])  # noqa: PTH112, PTH120  # as they were written
    except ValueError:
        return ""
    return os.path.join(common, "") if common else ""  # noqa: PTH118  # with its slash
