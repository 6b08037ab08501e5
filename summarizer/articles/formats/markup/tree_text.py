"""The text of an element tree: block by block, and around an element."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree
from lxml import html as lxml_html

from summarizer.articles.formats.markup.page_text import AROUND, BLOCKS, UNREAD

_SPACES = re.compile(r"[ \t\r\n\f]+")
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
"""Characters of scripts that are written without spaces, or join their particles to figures."""
_AROUND_CHARS = 60
_MAX_STEPS = 16
_MAX_CELL = 80
"""Characters of a cell of data; a longer one may be a column of a page."""
ROW_TAGS = frozenset({"tr", "td", "th"})


def text_blocks(tree: lxml_html.HtmlElement, *, furniture: bool = False) -> list[str]:
    """The text of each block of a tree, in order; with `furniture`, also of menus, forms and footers, and rows on one line."""
    left_out = UNREAD if furniture else UNREAD | AROUND
    blocks: list[str] = []
    rows = _Rows(blocks)
    pieces: list[str] = []

    def end_block() -> None:
        if block := " ".join("".join(pieces).split()):
            blocks.append(block)
        pieces.clear()

    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        read = isinstance(element.tag, str) and (element.tag not in left_out or element is tree)
        if read and element.tag in BLOCKS:
            end_block()
            if furniture and element.tag in ROW_TAGS:
                rows.note(event, element.tag)
        if event == "start":
            if read:
                pieces.append(element.text or "")
            else:
                walk.skip_subtree()
                if element.tag in BLOCKS:
                    end_block()
        elif element is not tree:
            pieces.append(element.tail or "")
    end_block()
    return blocks


class _Rows:
    """Puts the cells of a row of data on one line, among the blocks that are read; rows that lay out a page stay apart."""

    def __init__(self, blocks: list[str]) -> None:
        self._blocks = blocks
        self._open: list[list[int]] = []
        """For each open row, how many blocks were read before each of its cells."""
        self._is_laid_out = False

    def note(self, event: str, tag: str) -> None:
        """A row or a cell starts or ends."""
        if event == "start" and tag == "tr":
            self._open.append([])
            self._is_laid_out = False
        elif event == "start" and self._open:
            self._open[-1].append(len(self._blocks))
        elif event == "end" and tag == "tr" and self._open:
            self._close(self._open.pop())

    def _close(self, starts: list[int]) -> None:
        ends = [*starts[1:], len(self._blocks)][: len(starts)]
        cells = [self._blocks[start:end] for start, end in zip(starts, ends, strict=True)]
        is_data = len(starts) > 1 and all(len(cell) <= 1 and sum(map(len, cell)) <= _MAX_CELL for cell in cells)
        if is_data and not self._is_laid_out and any(cells):
            self._blocks[starts[0] :] = [" | ".join("".join(cell) for cell in cells).replace(": | ", ": ")]
        self._is_laid_out = bool(self._open)


def own_text(element: lxml_html.HtmlElement) -> str:
    """The text inside an element on one line."""
    return " ".join(element.text_content().split())


def leading_text(element: lxml_html.HtmlElement, limit: int) -> str:
    """The first characters inside an element on one line."""
    found = ""
    for piece in element.itertext():
        found = " ".join((found + piece[: limit * 2]).split()) if piece.strip() else found
        if len(found) >= limit:
            break
    return found[:limit]


def text_before(element: lxml_html.HtmlElement, limit: int = _AROUND_CHARS) -> str:
    """The last characters before an element in the same block."""
    found, node = "", element
    for _ in range(_MAX_STEPS):
        previous = node.getprevious()
        if previous is not None:
            found = _inside(previous) + (previous.tail or "") + found
            node = previous
            ended = previous.tag in BLOCKS
        else:
            node = node.getparent()
            if node is None:
                break
            found = (node.text or "") + found
            ended = node.tag in BLOCKS
        if ended or len(found) > limit:
            break
    return _SPACES.sub(" ", found[-4 * limit :])[-limit:]


def text_after(element: lxml_html.HtmlElement, limit: int = _AROUND_CHARS) -> str:
    """The first characters behind an element in the same block."""
    found, node = element.tail or "", element
    for _ in range(_MAX_STEPS):
        if len(found) > limit:
            break
        following = node.getnext()
        if following is not None:
            if following.tag in BLOCKS:
                break
            found += _inside(following) + (following.tail or "")
            node = following
        else:
            node = node.getparent()
            if node is None or node.tag in BLOCKS:
                break
            found += node.tail or ""
    return _SPACES.sub(" ", found[: 4 * limit])[:limit]


def _inside(element: lxml_html.HtmlElement) -> str:
    if not isinstance(element.tag, str) or element.tag in UNREAD or element.tag in BLOCKS:
        return ""
    return str(element.text_content()) if len(element) else element.text or ""


def block_of(element: lxml_html.HtmlElement) -> lxml_html.HtmlElement:
    """The innermost block an element stands in, or is."""
    while element.tag not in BLOCKS and element.getparent() is not None:
        element = element.getparent()
    return element


def replace(element: lxml_html.HtmlElement, text: str) -> None:
    """Put characters in the place of an element; what follows it stays."""
    parent, previous = element.getparent(), element.getprevious()
    joined = text + (element.tail or "")
    if previous is not None:
        previous.tail = (previous.tail or "") + joined
    else:
        parent.text = (parent.text or "") + joined
    element.tail = None
    parent.remove(element)


def replace_all(found: Mapping[lxml_html.HtmlElement, str]) -> None:
    """Put characters in the place of many elements, in time that grows with their number only."""
    for parent in dict.fromkeys(element.getparent() for element in found):
        if parent is not None:
            _replace_in(parent, found)


def _replace_in(parent: lxml_html.HtmlElement, found: Mapping[lxml_html.HtmlElement, str]) -> None:
    previous: lxml_html.HtmlElement | None = None
    pieces: list[str] = []
    for child in [*parent, None]:
        if child is not None and child in found:
            pieces += (found[child], child.tail or "")
            child.tail = None
            parent.remove(child)
            continue
        if pieces:
            joined = "".join(pieces)
            if previous is None:
                parent.text = (parent.text or "") + joined
            else:
                previous.tail = (previous.tail or "") + joined
            pieces = []
        previous = child


def trim_before(element: lxml_html.HtmlElement) -> None:
    """Take away the white space directly before an element."""
    parent, previous = element.getparent(), element.getprevious()
    if previous is not None:
        previous.tail = (previous.tail or "").rstrip()
    else:
        parent.text = (parent.text or "").rstrip()


def would_join(before: str, after: str) -> bool:
    """Two texts put side by side would make one word or figure of two."""
    left, right = before[-1:], after[:1]
    return left.isalnum() and right.isalnum() and not UNSPACED.match(left) and not UNSPACED.match(right)
