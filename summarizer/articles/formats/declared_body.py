"""What a page declares about itself: evidence of which of its paragraphs are the article.

Format of its text for search engines: JSON-LD in a script element, property `articleBody` of https://schema.org/Article.
Many pages cut it short or write it for another article, so that it is never a text, only a witness for what the page shows.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lxml import html as lxml_html

from summarizer.articles.formats.page_blocks import Block, folded

_MAX_BODY = 200_000
_MAX_BLOCKS = 3_000
_MIN_CONFIRMED = 120
_MIN_SHARE = 0.5
_MAX_DEPTH = 20
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


def titled_prose(tree: lxml_html.HtmlElement, blocks: Sequence[Block]) -> set[int]:
    """The paragraphs between the headline that the page has for its title and the next one; none where it has one headline."""
    words = (tree.findtext(".//head/title") or "")[:_MAX_TITLE]
    title, parts = folded(words), {folded(part) for part in _BETWEEN.split(words)}
    heads = [index for index, block in enumerate(blocks) if block.box.tag == "h1" and block.folded]
    for head, following in pairwise(heads):
        own = blocks[head].folded
        if (own in parts or (own in title and len(own) >= _MIN_SHARE * len(title))) and blocks[following].folded not in title:
            return {index for index in range(head, following) if blocks[index].is_prose}
    return set()


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
