"""The text of a page's tree as blocks in order, each with the boxes it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree
from lxml import html as lxml_html

from summarizer.articles.formats.markup.page_text import BLOCKS, UNREAD, reads_as_sentences

_NOT_WORDS = re.compile(r"\W+")
_BREAKS = frozenset({"br", "hr"})
_MAX_NAMES = 200
_ALL_LINK = 0.9


@dataclass(slots=True, eq=False)
class Box:
    """An element that stands on lines of its own.

    Attributes:
        parent: the box around it; None for the outermost.
        names: its classes and its id, so far as they are short.
        role: what it is to a screen reader (https://www.w3.org/TR/wai-aria-1.2/#role_definitions), if it says.
        depth: how many boxes are around it.
    """

    parent: Box | None
    tag: str
    names: str = ""
    role: str = ""
    depth: int = 0

    def chain(self) -> Iterator[Box]:
        """The box itself, then the one around it, and so on."""
        box: Box | None = self
        while box is not None:
            yield box
            box = box.parent


@dataclass(slots=True, eq=False)
class Block:
    """A stretch of visible text between two boundaries of boxes.

    Attributes:
        box: the innermost box around it.
        linked: how many of its characters stand in links.
        lead: its text before the first link.
        folded: its letters and digits.
    """

    text: str
    box: Box
    linked: int
    lead: str
    folded: str = field(init=False)
    is_prose: bool = field(init=False)

    def __post_init__(self) -> None:
        self.folded = folded(self.text)
        self.is_prose = 2 * self.linked < len(self.text) and reads_as_sentences(self.text)

    @property
    def is_link(self) -> bool:
        """It is a link and nothing else."""
        return self.linked >= _ALL_LINK * len(self.text)


def folded(text: str) -> str:
    """Letters and digits only, without case: what two readings of one passage have in common."""
    return _NOT_WORDS.sub("", text).casefold()


def left_in_furniture(blocks: Sequence[Block], chosen: Iterable[int]) -> tuple[str, ...]:
    """What to say of sentences that were not chosen, such as those in links, menus and forms."""
    taken = set(chosen)
    left = sum(len(b.text) for i, b in enumerate(blocks) if i not in taken and (b.is_prose or reads_as_sentences(b.text)))
    return (f"{left:,} more characters stand in links, menus and forms and were left out",) if left else ()


def blocks_of(tree: lxml_html.HtmlElement) -> list[Block]:
    """The visible text of a page's tree, block by block, in order; one pass over the tree."""
    walk = _Walk()
    walk.read(tree)
    return walk.blocks


class _Walk:
    """Collects blocks; what stands between two boundaries waits in `_pieces`, each with whether it is in a link."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._box = Box(None, "")
        self._pieces: list[tuple[str, bool]] = []
        self._links = 0

    def read(self, tree: lxml_html.HtmlElement) -> None:
        walk = etree.iterwalk(tree, events=("start", "end"))
        for event, element in walk:
            read = isinstance(element.tag, str) and element.tag not in UNREAD
            if event == "start" and read:
                self._start(element)
            elif event == "start":
                walk.skip_subtree()
            else:
                if read:
                    self._end(element.tag)
                self._add(element.tail)
        self._flush()

    def _start(self, element: lxml_html.HtmlElement) -> None:
        if element.tag == "a":
            self._links += 1
        elif element.tag in BLOCKS:
            self._flush()
            if element.tag not in _BREAKS:
                names = f"{element.get('class') or ''} {element.get('id') or ''}"[:_MAX_NAMES].strip()
                role = (element.get("role") or "").strip().lower()
                self._box = Box(self._box, element.tag, names, role, self._box.depth + 1)
        self._add(element.text)

    def _end(self, tag: str) -> None:
        if tag == "a":
            self._links -= 1
        elif tag in BLOCKS:
            self._flush()
            if tag not in _BREAKS:
                self._box = self._box.parent or self._box

    def _add(self, text: str | None) -> None:
        if text and (self._pieces or not text.isspace()):
            self._pieces.append((text, self._links > 0))

    def _flush(self) -> None:
        if not self._pieces:
            return
        pieces, self._pieces = self._pieces, []
        text = " ".join("".join(piece for piece, _ in pieces).split())
        if not text:
            return
        linked = sum(len(" ".join(piece.split())) for piece, in_link in pieces if in_link)
        before = next((i for i, (piece, in_link) in enumerate(pieces) if in_link and piece.strip()), len(pieces))
        lead = "".join(piece for piece, _ in pieces[:before]).strip()
        self.blocks.append(Block(text, self._box, linked, lead))
