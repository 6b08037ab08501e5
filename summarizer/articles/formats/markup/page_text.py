"""HTML to text without a tree: a stream of tags cannot lose text to deep nesting or size.

It is read where a page is nested too deep for a tree.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser

from summarizer.articles.formats.markup.css_text import declared_in_style
from summarizer.articles.formats.markup.painting import hides

_MIN_PARAGRAPH = 80
_MIN_DENSE_PARAGRAPH = 30
_DENSER = 2
DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]")
"""Chinese and Japanese characters, Korean syllables: each says as much as two or three letters."""
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?:\s|$)|[。！？｡؟۔।॥։።༎။។]")
_UNPUNCTUATED = re.compile("[\u0e00-\u0eff][^\n]{80}")
"""Thai and Lao set a space, not a stop, between sentences."""
VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    }
)
UNREAD = frozenset(
    {
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "math",
        "iframe",
        "object",
        "head",
        "textarea",
        "select",
        "button",
        "canvas",
        "audio",
        "video",
        "title",
    }
)
AROUND = frozenset({"nav", "footer", "aside", "form", "header", "figure", "menu"})
_SET_OFF = frozenset({"sup", "sub", "s", "del", "strike", "rt", "time"})
"""Without a tree their meaning is not read; a space keeps them from joining what stands around them."""


def is_hidden(attributes: Mapping[str, str | None]) -> bool:
    """A browser would not show the element, by its own attributes."""
    said = {name: value for name, value, _ in declared_in_style(attributes.get("style") or "")}
    if ("hidden" in attributes or "popover" in attributes) and said.get("display", "none") == "none":
        return True
    return bool(said) and hides(said)


class _Reader(HTMLParser):
    """Collects the visible text of a page, block by block."""

    def __init__(self, *, furniture: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self._buffer: list[str] = []
        self._skipped: list[str] = []
        self._left_out = UNREAD if furniture else UNREAD | AROUND

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self._flush()
            if self._skipped == ["p"]:  # an unclosed paragraph ends where the next block starts
                self._skipped.clear()
        if tag in VOID:
            return
        if tag in _SET_OFF and not self._skipped:
            self._buffer.append(" ")
        if self._skipped:
            if tag == self._skipped[0]:
                self._skipped.append(tag)
        elif tag in self._left_out or (tag not in ("html", "body") and is_hidden(dict(attrs))):
            self._skipped.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SET_OFF and not self._skipped:
            self._buffer.append(" ")
        if tag in BLOCKS:
            self._flush()
        if self._skipped and tag == self._skipped[0]:
            self._skipped.pop()

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002 (the base class raises AssertionError on some)
        end = self.rawdata.find(">", i)
        return end + 1 if end >= 0 else -1

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self._buffer.append(data)

    def _flush(self) -> None:
        block = " ".join("".join(self._buffer).split())
        self._buffer.clear()
        if block:
            self.blocks.append(block)

    def close(self) -> None:
        super().close()
        self._flush()


def visible_blocks(html: str, *, furniture: bool = False) -> list[str]:
    """The visible text of each block of a page, in order; with `furniture`, also menus, forms and footers."""
    reader = _Reader(furniture=furniture)
    reader.feed(_closed(html))
    reader.close()
    return reader.blocks


def _closed(html: str) -> str:
    """The page without comments and without tags that never end, over which the parser's time would grow as a square."""
    pieces, position = [], 0
    while (start := html.find("<!--", position)) >= 0:
        pieces.append(html[position:start])
        end = html.find("-->", start + 2)
        position = end + 3 if end >= 0 else len(html)
    page = "".join([*pieces, html[position:]])
    last = page.rfind(">") + 1
    return page[:last] + page[last:].replace("<", " ")


def paragraphs(html: str) -> list[str]:
    """Blocks that read as sentences."""
    return [block for block in visible_blocks(html) if reads_as_sentences(block)]


def reads_as_sentences(block: str) -> bool:
    """A block as long as a sentence of news with the end of one in it; a script without such an end needs a longer block."""
    if len(block) < _MIN_DENSE_PARAGRAPH:
        return False
    length = len(block) if block.isascii() else len(block) + _DENSER * len(DENSE.findall(block))
    return length >= _MIN_PARAGRAPH and bool(_SENTENCE_END.search(block) or _UNPUNCTUATED.search(block))
