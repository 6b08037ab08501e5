"""Markdown tables. Cells come escaped: `escape` guards every pipe and puts each text on one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], centred: int = 0) -> str:
    """A table of these cells, ready for Markdown; an empty cell is a dash. The last `centred` columns are centred."""
    rules = ["---"] * (len(heads) - centred) + [":-:"] * centred
    return "\n".join(_line(cells) for cells in [heads, rules, *rows])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell or '–' for cell in cells)} |"
