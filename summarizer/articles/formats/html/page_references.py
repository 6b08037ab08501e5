"""Parts of a page that only point to other articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from summarizer.articles.formats.html.page_blocks import Block
from summarizer.articles.formats.html.page_frame import HEADINGS
from summarizer.articles.formats.markup.page_text import DENSE

_MAX_LABEL = 40
_MIN_TITLE = 4
_MIN_LONE_TITLE = 7
"""How many words a link has that can only be a headline, after a label and alone."""
_MIN_LISTED = 4
_TEASER = 250
"""How many characters of text go with a headline, at most, where it is only announced."""
_MAX_SHARE = 0.25
"""Where more of the text is links, they are what the article is about."""
_LABEL_END = re.compile(r"[:：»›>|–—-]\W*$")
_CELLS = frozenset({"td", "th"})


def references(blocks: Sequence[Block], indices: Iterable[int]) -> set[int]:
    """Those of the blocks that are headlines of other articles: lists of links, a lone long link, a label with a link."""
    found: set[int] = set()
    run: list[int] = []
    size = 0
    for index in indices:
        block = blocks[index]
        size += len(block.text)
        if block.is_link and block.box.tag not in HEADINGS | _CELLS and _words(block.text) >= _MIN_TITLE:
            run.append(index)
            continue
        found.update(_of_run(blocks, run))
        run = []
        if _is_labelled(block):
            found.add(index)
    found.update(_of_run(blocks, run))
    return found if sum(len(blocks[index].text) for index in found) < _MAX_SHARE * size else set()


def listed_articles(blocks: Sequence[Block], indices: Iterable[int]) -> int:
    """How many other articles the blocks announce, if that is what they are there for: linked headlines, little between."""
    linked = headed = texts = size = 0
    for index in indices:
        block = blocks[index]
        is_title = block.is_link and _words(block.text) >= _MIN_TITLE
        linked += is_title
        headed += is_title and block.box.tag in HEADINGS
        if not block.is_link and len(block.text) > _MAX_LABEL:
            texts += 1
            size += len(block.text)
    if headed >= _MIN_LISTED and texts <= headed + _MIN_LISTED and size < headed * _TEASER:
        return headed
    return linked if linked >= 2 * _MIN_LISTED and not texts else 0


def _of_run(blocks: Sequence[Block], run: list[int]) -> list[int]:
    return run if len(run) > 1 or (run and _words(blocks[run[0]].text) >= _MIN_LONE_TITLE) else []


def _is_labelled(block: Block) -> bool:
    """A few words that end with a colon or the like, and a link for the rest."""
    label = block.lead
    rest = len(block.text) - len(label) - block.linked
    return (
        0 < len(label) <= _MAX_LABEL
        and bool(_LABEL_END.search(label))
        and rest <= _MIN_TITLE
        and _words(block.text[len(label) :]) >= _MIN_TITLE
    )


def _words(text: str) -> int:
    return len(text.split()) + len(DENSE.findall(text)) // 2
