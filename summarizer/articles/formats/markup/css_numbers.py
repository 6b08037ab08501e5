"""Plain numbers and percentages in values of styles (CSS Values 4, 5)."""

from __future__ import annotations

import re

from summarizer.articles.formats.markup.css_sums import is_sum, worked_out

NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?(%|deg|turn|rad|grad)?")


def number(value: str) -> float | None:
    """A number, a percentage or a sum of them as a number; None for what is neither."""
    value = value.strip()
    match = NUMBER.fullmatch(value)
    if not match:
        return worked_out(value, number) if is_sum(value) else None
    return float(value[: -len(match[1])] if match[1] else value) / (100 if match[1] == "%" else 1)
