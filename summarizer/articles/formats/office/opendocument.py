"""OpenDocument texts (.odt, OASIS ODF 1.3), as LibreOffice writes them: text, with deletions and comments set apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from summarizer.articles.draft import Draft
from summarizer.articles.files.archives import Budget, DamagedError, open_zip, part
from summarizer.articles.formats.office.manuscript import PLAIN, Look, Manuscript, Paragraph
from summarizer.articles.formats.xml.tree import below, child, children, first_below, local, own, parsed_part, words

_MAX_SPACES, _MAX_BASES = 40, 10
_BLOCKS = frozenset({"list", "list-item", "list-header", "section", "text-box", "index-body", "numbered-paragraph"})
_PASSED = frozenset(
    {
        "note-citation",
        "ruby-text",
        "soft-page-break",
        "bookmark",
        "tracked-changes",
        "sequence-decls",
        "hidden-text",
        "conditional-text",
    }
)
_BREAKS = {"tab": " ", "line-break": "\n"}


@dataclass(slots=True)
class _Styles:
    """Styles by name: their character properties, and what they go back to."""

    properties: dict[str, etree._Element] = field(default_factory=dict)
    bases: dict[str, str] = field(default_factory=dict)

    def add(self, root: etree._Element | None) -> None:
        for style in below(root, "style") if root is not None else ():
            name = own(style, "name") or ""
            properties = child(style, "text-properties")
            if properties is not None:
                self.properties[name] = properties
            self.bases[name] = own(style, "parent-style-name") or ""

    def look(self, name: str | None, look: Look) -> Look:
        chain: list[str] = []
        while name and len(chain) < _MAX_BASES and name not in chain:
            chain.append(name)
            name = self.bases.get(name)
        for one in reversed(chain):
            if one in self.properties:
                look = _changed(look, self.properties[one])
        return look


def _changed(look: Look, properties: etree._Element) -> Look:
    line = own(properties, "text-line-through-style") or own(properties, "text-line-through-type")
    position = own(properties, "text-position")
    if line is not None:
        look = replace(look, struck=line != "none")
    if position is not None:
        share = position.split()[0] if position.split() else ""
        look = replace(
            look, is_raised=share == "super" or (share.endswith("%") and share[0].isdigit() and share.strip("%0.") != "")
        )
    if own(properties, "display") is not None:
        look = replace(look, hidden=own(properties, "display") == "none")
    return look


def read_opendocument(data: bytes, budget: Budget) -> Draft:
    """An OpenDocument text as a draft.

    Raises:
        DamagedError: broken, encrypted, too large, or without its content.
    """
    with open_zip(data) as archive:
        source = part(archive, "content.xml", budget)
        if source is None:
            raise DamagedError("is a damaged OpenDocument file (its content is missing); save it again")
        manifest = part(archive, "META-INF/manifest.xml", budget) or b""
        if b"encryption-data" in manifest:
            raise DamagedError("is an encrypted OpenDocument file; save a copy without a password")
        styles = part(archive, "styles.xml", budget)
        about = part(archive, "meta.xml", budget)
    root = parsed_part(source, "content.xml")
    title = words(first_below(parsed_part(about, "meta.xml"), "title")) if about else None
    return _Reader(root, parsed_part(styles, "styles.xml") if styles else None).read(title)


class _Reader:
    """Walks a document's tree; what tracked changes took out lies at its start and is put where its mark stands."""

    def __init__(self, root: etree._Element, styles: etree._Element | None) -> None:
        self._made = Manuscript()
        self._styles = _Styles()
        self._styles.add(styles)
        self._styles.add(root)
        self._body = child(root, "body", "text")
        self._deleted: dict[str, str] = {}
        for region in below(root, "changed-region"):
            taken = first_below(region, "deletion")
            if taken is not None:
                lines = (" ".join("".join(p.itertext()).split()) for p in children(taken, "p", "h"))
                self._deleted[own(region, "id") or ""] = " ".join(line for line in lines if line)
            self._made.inserted += len(list(below(region, "insertion")))

    def read(self, title: str | None) -> Draft:
        self._blocks(self._body if self._body is not None else [], self._made.lines)
        return self._made.draft("OpenDocument file", title)

    def _blocks(self, elements: Iterable[etree._Element], lines: list[str]) -> None:
        kept, self._made.lines = self._made.lines, lines
        for element in elements:
            name = local(element)
            if name in ("p", "h"):
                self._paragraph(element)
            elif name == "table":
                self._table(element)
            elif name in _BLOCKS and own(element, "display") != "none":
                self._blocks(element, self._made.lines)
            elif name == "change":
                self._change(element)
        self._made.lines = kept

    def _change(self, element: etree._Element) -> None:
        paragraph = Paragraph()
        paragraph.add(self._deleted.pop(own(element, "change-id") or "", ""), replace(PLAIN, deleted=True))
        if paragraph.runs:
            self._made.put(paragraph)

    def _table(self, table: etree._Element) -> None:
        for row in _rows(table):
            cells: list[list[str]] = []
            for cell in children(row, "table-cell"):
                cells.append([])
                self._blocks(cell, cells[-1])
            self._made.row(cells)

    def _paragraph(self, element: etree._Element) -> None:
        paragraph = Paragraph()
        boxes: list[etree._Element] = []
        self._inline(element, paragraph, self._styles.look(own(element, "style-name"), PLAIN), boxes)
        first = not self._made.is_begun
        text = self._made.put(paragraph)
        if (
            first
            and text
            and (own(element, "style-name") == "Title" or (local(element) == "h" and own(element, "outline-level") == "1"))
        ):
            self._made.title = text
        for box in boxes:
            self._blocks(box, self._made.lines)

    def _inline(self, parent: etree._Element, into: Paragraph, look: Look, boxes: list[etree._Element]) -> None:
        into.add(_folded(parent.text), look)
        for element in parent:
            self._element(element, into, look, boxes)
            into.add(_folded(element.tail), look)

    def _element(self, element: etree._Element, into: Paragraph, look: Look, boxes: list[etree._Element]) -> None:
        name = local(element)
        if name in _PASSED or not name:
            return
        if name == "s":
            count = own(element, "c") or "1"
            into.add(" " * min(int(count), _MAX_SPACES) if count.isdigit() and len(count) < len("10000") else " ", look)
        elif name in _BREAKS:
            into.add(_BREAKS[name], look)
        elif name in ("note", "annotation"):
            self._note(element, name, into)
        elif name == "change":
            into.add(self._deleted.pop(own(element, "change-id") or "", ""), replace(look, deleted=True))
        elif name == "text-box":
            boxes.append(element)
        else:
            self._inline(element, into, self._styles.look(own(element, "style-name"), look), boxes)

    def _note(self, element: etree._Element, name: str, into: Paragraph) -> None:
        lines = [" ".join("".join(p.itertext()).split()) for p in below(element, "p")]
        into.notes.append(" ".join(line for line in lines if line))
        self._made.comments += name == "annotation"


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for inner in table:
        if local(inner) == "table-row":
            yield inner
        elif local(inner) in ("table-rows", "table-header-rows", "table-row-group"):
            yield from _rows(inner)


def _folded(text: str | None) -> str:
    """White space as the format means it: a run of it is one space."""
    if not text:
        return ""
    plain = (
        " ".join(text.split(" ")) if not any(c in text for c in "\t\r\n") else text.translate(str.maketrans("\t\r\n", "   "))
    )
    while "  " in plain:
        plain = plain.replace("  ", " ")
    return plain
