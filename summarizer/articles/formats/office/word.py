"""Word files (.docx, .docm, .dotx; ECMA-376): the text as it would be printed, tracked changes and comments set apart.

Headers, footers and the author in the properties are left out: the latter is whoever saved the file.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from summarizer.articles.draft import Draft
from summarizer.articles.files.archives import DamagedError, open_zip, part
from summarizer.articles.formats.inside import Found, Inside
from summarizer.articles.formats.office.manuscript import Look, Manuscript, Paragraph
from summarizer.articles.formats.office.word_styles import Styles, read_styles
from summarizer.articles.formats.xml.tree import below, child, children, local, own, parsed_part, words

_PASSED = frozenset(
    {
        "ppr",
        "rpr",
        "instrtext",
        "delinstrtext",
        "rt",
        "fallback",
        "tblpr",
        "trpr",
        "tcpr",
        "sectpr",
        "sdtpr",
        "movefrom",
        "prooferr",
    }
)
_BREAKS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "nobreakhyphen": "\u2011"}
_MAIN = re.compile(r"word/document\d{0,3}\.xml")
_CHUNK = re.compile(r"(?:word/)?[\w-]{1,60}\.(?:mht|mhtml|html?|xhtml|txt|rtf)", re.IGNORECASE)
_PRIVATE = 0xE000
_RULES = ("separator", "continuationSeparator", "continuationNotice")


def read_word(data: bytes, inside: Inside) -> Found:
    """A Word file as one draft; where a program only packed a page into it (altChunk), that page.

    Raises:
        DamagedError: broken, encrypted, too large, or without its main part.
    """
    with open_zip(data) as archive:
        names = archive.namelist()
        main = next((name for name in names if _MAIN.fullmatch(name)), None)
        source = part(archive, main, inside.budget) if main else None
        if source is None:
            raise DamagedError("is a damaged Word file (its main part is missing); save it again")
        draft = _Reader(archive, inside).read(source)
        chunks = [] if any(c.isalnum() for c in draft.text) else [name for name in names if _CHUNK.fullmatch(name)]
        packed = [(part(archive, name, inside.budget) or b"", name) for name in chunks]
    return [entry for content, name in packed for entry in inside.read(content, name)] or [draft]


class _Reader:
    """Walks a document's tree; the looks of its styles and the texts of its notes are read beforehand."""

    def __init__(self, archive: zipfile.ZipFile, inside: Inside) -> None:
        self._archive, self._budget = archive, inside.budget
        self._made = Manuscript()
        self._styles = Styles()
        self._texts: dict[tuple[str, str], str] = {}

    def read(self, source: bytes) -> Draft:
        root = parsed_part(source, "word/document.xml")
        styles = part(self._archive, "word/styles.xml", self._budget)
        self._styles = read_styles(parsed_part(styles, "word/styles.xml")) if styles else Styles()
        for kind in ("footnote", "endnote", "comment"):
            self._read_texts(kind)
        body = child(root, "body")
        self._blocks(body if body is not None else [], self._made.lines)
        about = part(self._archive, "docProps/core.xml", self._budget)
        title = words(child(parsed_part(about, "docProps/core.xml"), "title")) if about else None
        return self._made.draft("Word file", title)

    def _read_texts(self, kind: str) -> None:
        name = f"word/{kind}s.xml"
        data = part(self._archive, name, self._budget)
        if not data:
            return
        for element in children(parsed_part(data, name), kind):
            if own(element, "type") not in _RULES:
                lines = [" ".join("".join(t.text or "" for t in below(p, "t")).split()) for p in below(element, "p")]
                self._texts[kind, own(element, "id") or ""] = " ".join(line for line in lines if line)

    def _blocks(self, elements: Iterable[etree._Element], lines: list[str]) -> None:
        """Add the blocks to the lines of the document, or of the table cell they stand in."""
        kept, self._made.lines = self._made.lines, lines
        for element in elements:
            name = local(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                for row in _wrapped(element, "tr"):
                    self._row(row)
            elif name in ("sdt", "sdtcontent", "ins", "moveto", "customxml", "smarttag", "alternatecontent", "choice", "body"):
                self._blocks(element, self._made.lines)
        self._made.lines = kept

    def _row(self, row: etree._Element) -> None:
        cells: list[list[str]] = []
        for cell in _wrapped(row, "tc"):
            cells.append([])
            self._blocks(cell, cells[-1])
        self._made.row(cells)

    def _paragraph(self, element: etree._Element) -> None:
        paragraph = Paragraph()
        boxes: list[etree._Element] = []
        style = child(element, "ppr", "pstyle")
        look = self._styles.look(own(style, "val"))
        self._runs(element, paragraph, look, boxes)
        first = not self._made.is_begun
        text = self._made.put(paragraph)
        if first and text and "\n" not in text and self._styles.is_title(own(style, "val")):
            self._made.title = text
        for box in boxes:
            self._blocks(box, self._made.lines)

    def _runs(self, parent: etree._Element, into: Paragraph, look: Look, boxes: list[etree._Element]) -> None:
        for element in parent:
            name = local(element)
            if name in _PASSED:
                continue
            if name == "r":
                self._runs(element, into, self._styles.changed(look, child(element, "rpr")), boxes)
            elif name == "del":
                self._runs(element, into, replace(look, deleted=True), boxes)
            elif name == "txbxcontent":
                boxes.append(element)
            elif name in ("ins", "moveto"):
                self._made.inserted += sum(len(t.text or "") for t in below(element, "t"))
                self._runs(element, into, look, boxes)
            elif (text := _characters(element, name)) is not None:
                into.add(text, look)
            elif name in ("footnotereference", "endnotereference", "commentreference"):
                self._reference(name.removesuffix("reference"), own(element, "id") or "", into)
            else:
                self._runs(element, into, look, boxes)

    def _reference(self, kind: str, number: str, into: Paragraph) -> None:
        text = self._texts.pop((kind, number), "")
        if text:
            into.notes.append(text)
            self._made.comments += kind == "comment"


def _wrapped(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also those inside a control or a tracked change."""
    for inner in element:
        if local(inner) == name:
            yield inner
        elif local(inner) in ("sdt", "sdtcontent", "ins", "customxml"):
            yield from _wrapped(inner, name)


def _characters(element: etree._Element, name: str) -> str | None:
    """What an element puts into the text itself; None if it only holds others."""
    if name in ("t", "deltext"):
        return element.text or ""
    return _symbol(own(element, "char")) if name == "sym" else _BREAKS.get(name)


def _symbol(code: str | None) -> str:
    """The character of a w:sym, unless it is a place in a font of pictures."""
    value = int(code, 16) if code and re.fullmatch(r"[0-9A-Fa-f]{1,6}", code) else 0
    return chr(value) if 0x20 <= value < 0xD800 and value < _PRIVATE else ""  # noqa: PLR2004 (printable, no surrogate)
