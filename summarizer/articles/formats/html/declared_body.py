"""What a page declares about itself: evidence of which of its paragraphs are the article.

Format of its text for search engines: JSON-LD in a script element, property `articleBody` of https://schema.org/Article.
Many pages cut it short or write it for another article, so that it is never a text, only a witness for what the page shows.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml import html as lxml_html

from summarizer.articles.formats.html.page_blocks import Block, Box, folded

_MAX_BODY = 200_000
_MAX_BLOCKS = 3_000
_MIN_CONFIRMED = 120
_MIN_SHARE = 0.5
_MAX_DEPTH = 20
_MAX_WAY = 30
_MAX_TITLE = 1_000
_BETWEEN = re.compile(r"\s[|–—·»:-]\s|[|_｜]")
"""What stands between a headline and the site's name."""
_TAG = re.compile(r"<[^<>]{0,500}>")


def declared_prose(tree: lxml_html.HtmlElement, blocks: Sequence[Block]) -> set[int]:
    """The page's paragraphs that stand in the longest text that it declares; none where the page does not show most of it."""
    body = max(map(_letters, _bodies(tree)), key=len, default="")
    if len(body) < _MIN_CONFIRMED:
        return set()
    prose = [index for index, block in enumerate(blocks) if block.is_prose][:_MAX_BLOCKS]
    found = {index for index in prose if blocks[index].folded in body}
    size = sum(len(letters) for letters in {blocks[index].folded for index in found})
    return found if size >= max(_MIN_CONFIRMED, _MIN_SHARE * len(body)) else set()


def title_of(tree: lxml_html.HtmlElement) -> str:
    """What the page calls itself: as a rule its headline, and the site's name."""
    return (tree.findtext(".//head/title") or "")[:_MAX_TITLE]


def titled_prose(title: str, blocks: Sequence[Block]) -> set[int]:
    """The paragraphs between the headline that the page has for its title and the next one; none where it has one headline."""
    own, others = _headlines(title, blocks)
    following = next((index for index in others if own is not None and index > own), None)
    return {i for i in range(own or 0, following) if blocks[i].is_prose} if following is not None else set()


def in_other_articles(title: str, blocks: Sequence[Block]) -> set[int]:
    """What stands in article elements that have a headline of their own, where the titled one stands in another."""
    own, others = _headlines(title, blocks)
    mine = _article_of(blocks[own].box) if own is not None else None
    if mine is None:
        return set()
    around = set(mine.chain())
    boxes = {box for index in others if (box := _article_of(blocks[index].box)) is not None and box not in around}
    return {index for index, block in enumerate(blocks) if boxes and _article_of(block.box) in boxes}


def _headlines(title: str, blocks: Sequence[Block]) -> tuple[int | None, list[int]]:
    """The first headline that is the page's title, and those that are not."""
    whole, parts = folded(title), {folded(part) for part in _BETWEEN.split(title)}
    own, others = None, []
    for index, block in enumerate(blocks):
        letters = block.folded
        if block.box.tag != "h1" or not letters:
            continue
        if letters in parts or (letters in whole and len(letters) >= _MIN_SHARE * len(whole)):
            own = index if own is None else own
        else:
            others.append(index)
    return own, others


def _article_of(box: Box) -> Box | None:
    return next((around for around in islice(box.chain(), _MAX_WAY) if around.tag == "article"), None)


def _letters(body: str) -> str:
    return folded(html.unescape(_TAG.sub(" ", body[:_MAX_BODY])))


def _bodies(tree: lxml_html.HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text and "articleBody" in script.text:
            try:
                data = json.loads(script.text, strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _bodies_in(data, 0)


def _bodies_in(data: object, depth: int) -> Iterator[str]:
    if isinstance(data, dict):
        if isinstance(body := data.get("articleBody"), str):
            yield body
        data = list(data.values())
    if isinstance(data, list) and depth < _MAX_DEPTH:
        for value in data:
            yield from _bodies_in(value, depth + 1)
