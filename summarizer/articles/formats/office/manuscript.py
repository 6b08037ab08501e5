"""A word processor's document as text: paragraphs of runs, in which words are struck out, raised, hidden or commented.

The readers of Word, OpenDocument and RTF files all end here, so that the same marks mean the same in each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from summarizer.articles.draft import Draft, Facts
from summarizer.articles.formats.markup.raised import Place, raised
from summarizer.articles.lines import title_key
from summarizer.articles.marks import apart, without_marks
from summarizer.terms import ZoneKind

_NEAR = 60
_SHORT_CELL = 80


@dataclass(frozen=True, slots=True)
class Look:
    """How a run of characters is set.

    Attributes:
        struck: through by hand; deleted: taken out by a tracked change. Both are withdrawn words.
        is_raised: as a superscript.
        hidden: not shown on the page.
    """

    struck: bool = False
    deleted: bool = False
    is_raised: bool = False
    hidden: bool = False


PLAIN = Look()


@dataclass(slots=True)
class Paragraph:
    """The runs of one paragraph and the notes and comments pinned to it."""

    runs: list[tuple[str, Look]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, text: str, look: Look = PLAIN) -> None:
        """Add characters; what a file brings of the program's own marks is left out."""
        if text:
            self.runs.append((without_marks(text), look))


@dataclass(slots=True)
class Manuscript:
    """A document's lines in order, and what was met in it that a reader must be told.

    Attributes:
        title: the text of a paragraph set as the document's title, if it is the first.
        hidden, deleted, inserted: characters that are not shown, taken out and put in by tracked changes.
        is_begun: a paragraph with words has been put.
    """

    lines: list[str] = field(default_factory=list)
    title: str | None = None
    hidden: int = 0
    deleted: int = 0
    inserted: int = 0
    comments: int = 0
    is_begun: bool = False

    def put(self, paragraph: Paragraph) -> str:
        """Add a paragraph, with its notes set apart below it; returns its text."""
        text = self.settled(paragraph)
        self.is_begun = self.is_begun or bool(text)
        self.lines.append(text)
        self.lines += [apart(note, ZoneKind.NOTE) for note in paragraph.notes if note.strip()]
        return text

    def settled(self, paragraph: Paragraph) -> str:
        """A paragraph's text: withdrawn words and note marks set apart, hidden ones left out."""
        pieces: list[str] = []
        runs = [(text, look) for text, look in paragraph.runs if not look.hidden]
        self.hidden += sum(len(text.strip()) for text, look in paragraph.runs if look.hidden)
        joined = [("".join(text for text, _ in group), look) for look, group in groupby_look(runs)]
        for at, (text, look) in enumerate(joined):
            if look.struck or look.deleted:
                self.deleted += len(text) if look.deleted else 0
                pieces.append(apart(text, ZoneKind.WITHDRAWN) if text.strip() else "")
            elif look.is_raised:
                after = "".join(text for text, other in joined[at + 1 : at + 4] if not (other.struck or other.deleted))
                pieces.append(_raised(text, "".join(pieces[-_NEAR:]), after))
            else:
                pieces.append(text)
        return "".join(pieces).strip()

    def row(self, cells: list[list[str]]) -> None:
        """Add the row of a table: on one line if each cell is a word or a figure, else cell by cell."""
        filled = [[line for line in cell if line.strip()] for cell in cells]
        filled = [cell for cell in filled if cell]
        if len(filled) > 1 and all(len(cell) == 1 and len(cell[0]) <= _SHORT_CELL for cell in filled):
            self.lines.append(" | ".join(cell[0] for cell in filled))
        else:
            self.lines += [line for cell in filled for line in cell]

    def draft(self, kind: str, title: str | None = None) -> Draft:
        """The document as a draft.

        Args:
            kind: what it is, for the notes ("Word file").
            title: the title in its properties; it counts only if it stands at the top of the text.
        """
        text = "\n".join(self.lines).strip("\n") + "\n"
        if title and not title_key(without_marks(text[:600])).startswith(title_key(title)):
            title = None
        return Draft(text=text, facts=Facts(title=self.title or title), notes=tuple(self._notes(kind)))

    def _notes(self, kind: str) -> Iterator[str]:
        if self.deleted or self.inserted:
            yield (
                f"the {kind} has tracked changes: {self.deleted} deleted characters were set aside, "
                f"{self.inserted} inserted ones kept"
            )
        if self.hidden:
            yield f"{self.hidden} characters that the {kind} hides were left out"
        if self.comments:
            yield f"{self.comments} comments in the {kind} were set aside"


def groupby_look(runs: list[tuple[str, Look]]) -> Iterator[tuple[Look, Iterator[tuple[str, Look]]]]:
    """Neighbouring runs that look the same: a program may cut a number in two at any place."""
    return groupby(runs, key=lambda run: replace(run[1]))


def _raised(text: str, before: str, after: str) -> str:
    """Raised characters as what they mean: part of the word or number before them, or the mark of a note."""
    start, end = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    reading = raised(text, Place(without_marks(before[-_NEAR:]), after[:_NEAR]))
    inner = apart(text.strip(), ZoneKind.NOTE) if reading.is_mark else reading.text
    gap = " " if reading.is_mark and not end and before[-1:].isalnum() and after[:1].isalnum() else ""
    return f"{start}{inner}{gap}{end}"
