"""Which of a page's text is its article: trafilatura's choice, looked over box by box.

Trafilatura judges by names of classes and by lengths, and so loses a part of the article now and then, or takes a box of
teasers for a part of it. Here its lines are found again on the page: the box that holds most of them is the article's,
and what it left out there or took elsewhere is judged anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

import trafilatura
from lxml import html as lxml_html

from summarizer.articles.formats.html.declared_body import declared_prose, in_other_articles, title_of, titled_prose
from summarizer.articles.formats.html.page_blocks import Block, folded, left_in_furniture
from summarizer.articles.formats.html.page_boxes import PARAGRAPHS, stands_in_dialog
from summarizer.articles.formats.html.page_frame import HEADINGS, Frame
from summarizer.articles.formats.html.page_lines import Placed, place
from summarizer.articles.formats.html.page_references import listed_articles, references
from summarizer.articles.formats.html.page_tops import dated_or_signed
from summarizer.characters import INVISIBLE

UNTOLD = "the page's main text could not be told from the rest; all its paragraphs were taken"
_MAX_BLOCKS = 5_000
_MAX_WEIGHED = 50_000
"""Of a larger page not even the boxes are weighed."""
_MAX_ELEMENTS = 20_000
"""Of a larger page trafilatura would make too long work: its time grows faster than the page."""
_MIN_KEPT = 0.5
_MIN_SHARE = 0.10
_MIN_CHARS = 200
_MIN_CONFIRMED = 0.2
_MIN_MISSING = 400
_MISSING_SHARE = 1 / 3
_MIN_LINKED = 0.5
"""Where this share of the text was taken though it is links, they are what the article is about."""
_NEAR_HEAD = 3
"""How many blocks above the headline a section, a date or a kicker may stand."""
_EDGE = 12
_ITEMS = frozenset({"td", "th", "li", "dt", "dd"})
_MAX_CUT = 80
_CELLS = frozenset({"td", "th", "tr", "dt", "dd"})
_UNSHOWN = re.compile(f"[{INVISIBLE}]")
"""The extraction drops them without a word; they may join letters or turn the digits of a number round."""
_ENDS = re.compile(r"[.!?…。！？؟۔।॥።។][\"'”’»)\]」』]*$")


@dataclass(frozen=True, slots=True)
class MainText:
    """A page's article, and what has to be said about the choice."""

    text: str
    notes: tuple[str, ...] = ()


def main_text(tree: lxml_html.HtmlElement, blocks: Sequence[Block], *, is_told: bool = False) -> MainText:
    """The article's text, one paragraph, heading, list item or table row a line; empty if the page has none.

    Args:
        tree: the page without what it hides from readers.
        blocks: the text of the same tree, from `blocks_of`.
        is_told: the page declares its author and date, so that the lines under its headline need not tell them.
    """
    if not blocks:
        return MainText("")
    if len(blocks) > _MAX_WEIGHED or (len(blocks) > _MAX_BLOCKS and not any(block.is_prose for block in blocks)):
        return _unweighed(blocks)
    small = len(blocks) <= _MAX_BLOCKS and tree.xpath("count(//*)") <= _MAX_ELEMENTS
    text = _extracted(tree) if small else ""
    title = title_of(tree)
    choice = Choice(
        blocks, _parted(place(text, blocks), blocks), declared_prose(tree, blocks), in_other_articles(title, blocks)
    )
    if choice.lacks(own := titled_prose(title, blocks)):
        return choice.anew(own)
    main = choice.anew() if choice.is_poor() else choice.made(is_told=is_told)
    return replace(main, notes=main.notes + choice.doubts())


def _unweighed(blocks: Sequence[Block]) -> MainText:
    """Every line that reads as a sentence, of a page with more blocks than can be held against each other."""
    chosen = [block for block in blocks if block.is_prose or (not block.is_link and _ENDS.search(block.text))] or blocks
    left = sum(len(block.text) for block in blocks) - sum(len(block.text) for block in chosen)
    notes = (f"{left:,} characters stand in lines that end no sentence, or in links, and were left out",) if left else ()
    return MainText("\n".join(block.text for block in chosen), (UNTOLD, *notes))


def _extracted(tree: lxml_html.HtmlElement) -> str:
    try:
        found = trafilatura.extract(tree, include_comments=False, include_tables=True, fast=True)
    except Exception:  # noqa: BLE001 (any fault of the library is one more reason for the second reading)
        return ""
    return found or ""


def _parted(lines: Sequence[Placed], blocks: Sequence[Block]) -> list[Placed]:
    """The lines, one that runs over a heading or over several paragraphs taken apart into the blocks that it renders."""
    parted: list[Placed] = []
    for line in lines:
        parts = [blocks[index] for index in line.blocks]
        if _is_run_together(parts) and folded(line.text) == "".join(part.folded for part in parts):
            parted += (Placed(part.text, (index,)) for part, index in zip(parts, line.blocks, strict=True))
        else:
            parted.append(line)
    return parted


def _is_run_together(parts: Sequence[Block]) -> bool:
    """Several blocks with a heading or two paragraphs among them, no row of a table and no item of a list."""
    apart = {part.box for part in parts if part.box.tag in HEADINGS or (part.box.tag == "p" and part.is_prose)}
    headed = any(box.tag in HEADINGS for box in apart)
    within = any(box.tag in _ITEMS for part in parts[:1] for box in part.box.chain())
    return len(parts) > 1 and (headed or len(apart) > 1) and not within


class Choice:
    """What was taken of a page, and what is made of it."""

    def __init__(self, blocks: Sequence[Block], lines: Sequence[Placed], declared: set[int], other: set[int]) -> None:
        self._blocks = blocks
        self._lines = lines
        self._declared = declared
        self._other = other
        self._taken = {index for line in lines for index in line.blocks}
        self._frame = frame = Frame(blocks, {i for i in self._taken - other if not stands_in_dialog(blocks[i].box)})
        self._head = next((i for i in range(frame.first, -1, -1) if blocks[i].box.tag == "h1"), None)
        inside = [i for i in range(len(blocks)) if i in self._taken and frame.holds(i)]
        self._makes = {frame.make(i) for i in inside if blocks[i].is_prose}
        self._references = references(blocks, inside)
        linked = self._size(i for i in inside if 2 * blocks[i].linked >= len(blocks[i].text))
        self._link_makes = {frame.make(i) for i in inside} if linked > _MIN_LINKED * self._size(inside) else set()
        self._kept = {blocks[i].folded for i in self._taken if self._keeps(i)}

    def lacks(self, own: set[int]) -> bool:
        """Next to nothing was taken of these paragraphs, which are the article's own."""
        return self._size(own & self._taken) < _MIN_CONFIRMED * self._size(own) >= _MIN_CHARS * _MIN_CONFIRMED

    def is_poor(self) -> bool:
        """Next to nothing was taken of what reads as sentences, or of what the page declares to be its article."""
        seen = self._size(self._prose())
        return self.lacks(self._declared) or _length(self._lines) < max(_MIN_SHARE * seen, min(_MIN_CHARS, seen / 3))

    def anew(self, own: set[int] | None = None) -> MainText:
        """The article's own paragraphs if they are known, else all that read as sentences; with the short lines between."""
        own = own or self._declared or None
        prose = {i for i in own or self._prose() if not self._frame.in_furniture(i) or i in self._declared}
        if not prose:
            return MainText("\n".join(line.text for line in self._lines))
        frame = Frame(self._blocks, prose)
        chosen = [i for i in range(len(self._blocks)) if i in prose or self._is_between(i, frame)]
        note = "what the page's title or its data for search engines names as the article was taken" if own else UNTOLD
        notes = (note,) if own else (note, *left_in_furniture(self._blocks, chosen))
        return MainText("\n".join(self._blocks[i].text for i in chosen), notes)

    def doubts(self) -> tuple[str, ...]:
        """What speaks against the page being one article."""
        frame = self._frame
        inside = (i for i in range(frame.first, frame.last + 1) if frame.holds(i) and not frame.in_furniture(i))
        listed = listed_articles(self._blocks, inside)
        return (f"the page announces {listed} other articles and seems to hold none of its own",) if listed else ()

    def made(self, *, is_told: bool = False) -> MainText:
        """The lines that were taken, without those from other boxes, with what is missing in the article's own."""
        kept = [line for line in self._lines if self._keeps_line(line)]
        has_prose = any(self._blocks[i].is_prose for line in kept for i in line.blocks)
        if not has_prose and _length(kept) < _MIN_KEPT * _length(self._lines):
            kept = list(self._lines)
        placed: list[tuple[int, str]] = []
        position = -1
        for line in kept:
            position = line.blocks[0] if line.blocks else position
            placed.append((position, self._whole(line)))
        added = self._missed()
        told = [] if is_told else self._told()
        placed += [(i, self._blocks[i].text) for i in {*added, *told}]
        text = "\n".join(line for _, line in sorted(placed, key=lambda entry: entry[0]))
        return MainText(text, self._notes(len(self._lines) - len(kept), added))

    def _notes(self, dropped: int, added: list[int]) -> tuple[str, ...]:
        notes = []
        if dropped:
            notes.append(f"{dropped} lines that only point to other pages, or stand outside the article, were left out")
        if added:
            notes.append(f"{self._size(added):,} characters that the first reading of the page left out were added")
        taken = {i for i in self._taken if self._keeps(i)} | set(added)
        left = [i for i in sorted(self._prose() - taken) if self._blocks[i].folded not in self._kept]
        above = self._above() - taken
        if above:
            notes.append(f"{self._size(above):,} characters under the headline were not taken for the article's text")
        missing = self._size(set(left) - above)
        if missing > max(_MIN_MISSING, _MISSING_SHARE * self._size(taken)) or any(map(self._frame.holds, left)):
            notes.append(f"{missing:,} more characters stand in paragraphs of the page that were not taken for the article")
        return tuple(notes)

    def _size(self, indices: Iterable[int]) -> int:
        return sum(len(self._blocks[index].text) for index in indices)

    def _prose(self) -> set[int]:
        """What reads as sentences and stands in no menu or the like."""
        return {i for i, block in enumerate(self._blocks) if block.is_prose and not self._frame.in_furniture(i)}

    def _above(self) -> set[int]:
        """What reads as sentences between the headline and the article's box, once."""
        if self._head is None:
            return set()
        between = range(self._head + 1, self._frame.first)
        prose = (i for i in between if self._blocks[i].is_prose and not self._frame.in_furniture(i, header=False))
        return {i for i in prose if self._blocks[i].folded not in self._kept}

    def _is_between(self, index: int, frame: Frame) -> bool:
        """A short line or a heading among the paragraphs."""
        block = self._blocks[index]
        return frame.first < index < frame.last and frame.holds(index) and not block.is_link and not frame.in_furniture(index)

    def _keeps_line(self, line: Placed) -> bool:
        return not line.blocks or any(self._keeps(i) or self._blocks[i].folded in self._kept for i in line.blocks)

    def _whole(self, line: Placed) -> str:
        """The line, or its paragraphs as the page has them: where words or unseen signs were taken out or blocks joined."""
        if len(line.blocks) > 1:
            return self._parted(line)
        if not line.cut:
            own = self._blocks[line.blocks[0]] if line.blocks else None
            return own.text if own and _UNSHOWN.search(own.text) and own.folded == folded(line.text) else line.text
        block = self._blocks[line.blocks[0]]
        letters = folded(line.text)
        is_part = block.is_prose and block.folded.startswith(letters[:_EDGE]) and block.folded.endswith(letters[-_EDGE:])
        return block.text if is_part and 0 < len(block.folded) - len(letters) <= _MAX_CUT else line.text

    def _parted(self, line: Placed) -> str:
        """A line that runs whole blocks together, each on its own; cells of a table row stay together."""
        blocks = [self._blocks[index] for index in line.blocks]
        is_row = any(box.tag in _CELLS for block in blocks for box in islice(block.box.chain(), _NEAR_HEAD))
        if is_row or "".join(block.folded for block in blocks) != folded(line.text):
            return line.text
        parts = [blocks[0].text]
        for block in blocks[1:]:
            goes_on = len(parts[-1]) == 1 or block.text[0].islower()
            parts.append(block.text) if not goes_on else parts.append(f"{parts.pop()} {block.text}")
        return "\n".join(parts)

    def _keeps(self, index: int) -> bool:
        if index in self._declared or index in self._other:
            return index in self._declared
        if not self._frame.holds(index):
            return self._keeps_outside(index)
        return index not in self._references and not self._frame.in_furniture(index, sure=True)

    def _keeps_outside(self, index: int) -> bool:
        """Outside the article's box: the headline, what stands under it, and sentences that stand in no furniture."""
        block = self._blocks[index]
        if self._head is not None and self._head <= index < self._frame.first:
            return index == self._head or not (block.is_link or self._frame.in_furniture(index, header=False))
        if block.is_link or self._frame.in_furniture(index):
            return False
        if self._head is not None and index < self._head:
            return index >= self._head - _NEAR_HEAD and block.box.tag not in HEADINGS and not block.is_prose
        if block.is_prose:
            return True
        if index < self._frame.first:
            return self._head is None
        return bool(_ENDS.search(block.text)) and block.box.tag not in HEADINGS

    def _missed(self) -> list[int]:
        """Paragraphs of the article's box that were not taken, and are made as those that were."""
        found: list[int] = []
        for index, block in enumerate(self._blocks):
            if index in self._taken | self._other or block.folded in self._kept:
                continue
            follows = index - 1 in self._taken or found[-1:] == [index - 1]
            if self._is_missed(index, block) or (follows and self._goes_on(index)):
                found.append(index)
        return found

    def _told(self) -> list[int]:
        """Date lines and by lines between the headline and the first paragraph, where they were not taken."""
        if self._head is None:
            return []
        below = range(self._head + 1, self._frame.last)
        between = takewhile(lambda i: i not in self._taken or not self._blocks[i].is_prose, below)
        left = (i for i in between if not (i in self._taken or i in self._other or self._blocks[i].is_link))
        return dated_or_signed(self._blocks, (i for i in left if not self._frame.in_furniture(i, header=False)))

    def _goes_on(self, index: int) -> bool:
        """It is an entry like the one before it: words, and a link behind them."""
        last, block = self._blocks[index - 1], self._blocks[index]
        alike = last.box.parent is block.box.parent and last.box.tag == block.box.tag == "p"
        return alike and bool(last.lead and block.lead) and last.linked > 0 and not self._frame.in_furniture(index)

    def _is_missed(self, index: int, block: Block) -> bool:
        frame = self._frame
        if index in self._declared:
            return True
        if not frame.first <= index <= frame.last or not frame.holds(index):
            return False
        if any(box.tag == "blockquote" for box in frame.way(index)):
            return not block.is_link and not frame.in_furniture(index, sure=True)
        return not frame.in_furniture(index) and self._is_made_alike(index, block)

    def _is_made_alike(self, index: int, block: Block) -> bool:
        """It reads as sentences (or as one, or is a link among links) and is made as what was taken, or made plainly."""
        frame = self._frame
        if block.is_prose:
            return frame.make(index) in self._makes or all(box.tag in PARAGRAPHS or not box.names for box in frame.way(index))
        if block.linked:
            return frame.make(index) in self._link_makes
        return bool(_ENDS.search(block.text)) and frame.make(index) in self._makes


def _length(lines: Iterable[Placed]) -> int:
    return sum(len(line.text) for line in lines)
