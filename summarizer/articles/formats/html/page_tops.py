"""The lines between a page's headline and its text that say who wrote it and when.

On a page that declares neither they are all that does; they are short, and so a reading that goes by lengths leaves them out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarizer.articles.formats.html.page_blocks import Block
from summarizer.articles.lines import lines_of
from summarizer.articles.zoning.bylines import byline
from summarizer.articles.zoning.date_lines import date_line
from summarizer.articles.zoning.surroundings import Surroundings, surroundings_of

_MAX_LINES, _MAX_CHARS = 12, 300


def dated_or_signed(blocks: Sequence[Block], between: Iterable[int]) -> list[int]:
    """Which of the blocks between the headline and the first paragraph are date lines or by lines.

    Args:
        blocks: the page's.
        between: indices of those that were not taken for the article and stand in no furniture.
    """
    short = [i for i in between if not blocks[i].is_prose and len(blocks[i].text) <= _MAX_CHARS][:_MAX_LINES]
    if not short:
        return []
    around = surroundings_of(lines_of("\n".join(block.text for block in blocks if block.is_prose)))
    return [i for i in short if _is_told(blocks[i].text, around)]


def _is_told(text: str, around: Surroundings) -> bool:
    line = lines_of(text)[0]
    return bool(date_line(line, around, strict=False) or byline(line, around, strict=False))
