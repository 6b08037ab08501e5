"""Markdown tables. What stands in a cell went through `escape`, which puts it on one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarizer.reporting.escape import in_cell


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], centred: int = 0) -> str:
    """A table of these cells, ready for Markdown; an empty cell is a dash. The last `centred` columns are centred."""
    rules = ["---"] * (len(heads) - centred) + [":-:"] * centred
    return "\n".join(_line(cells) for cells in [heads, rules, *rows])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(in_cell(cell) or '–' for cell in cells)} |"
