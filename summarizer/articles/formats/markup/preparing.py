"""One preparation of a page's or fragment's tree, before any text is taken out of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree
from lxml import html as lxml_html

from summarizer.articles.formats.markup.borders import part_neighbours
from summarizer.articles.formats.markup.bounded import bounded
from summarizer.articles.formats.markup.flattening import MAX_DEPTH, flattened
from summarizer.articles.formats.markup.meaning import raise_by_style, write_meaning_out
from summarizer.articles.formats.markup.note_marks import set_notes_apart
from summarizer.articles.formats.markup.page_styles import PageStyles
from summarizer.articles.formats.markup.stand_ins import StandIns
from summarizer.articles.formats.markup.tree_text import own_text
from summarizer.articles.formats.markup.visibility import drop_unseen
from summarizer.articles.language import language_of
from summarizer.articles.marks import apart
from summarizer.terms import ZoneKind

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_LINE_ENDS = re.compile("[\x0b\x0c\x85]")
_FRACTION = re.compile(r"(?<=\d)[⁄∕](?=\d)")
_TOO_MANY_RULES = "the page's style rules are too many to be read for all of it; it may hide or strike out more"
CUT_SHORT = (
    "its elements are nested too deep for its markup to be read; struck-out words and marks of notes may stand in the text"
)
FLATTENED = f"its elements are nested deeper than {MAX_DEPTH}, as no article's are; the deepest were read as if side by side"
_IS_DEEP = etree.XPath(f"boolean({'/*' * (MAX_DEPTH + 60)})")


@dataclass(frozen=True, slots=True)
class Prepared:
    """What preparation took out of a tree and how its text is to be settled.

    Attributes:
        notes: plain sentences on what was left out or set apart.
    """

    notes: tuple[str, ...]
    bodies: tuple[str, ...]
    marks: StandIns

    def settled(self, text: str) -> str:
        """Text taken from the tree, with withdrawn words set apart and the notes below it."""
        lines = [self.marks.settled(text), *(apart(line, ZoneKind.NOTE) for body in self.bodies for line in body.split("\n"))]
        return _FRACTION.sub("/", "\n".join(line for line in lines if line))


@dataclass(frozen=True, slots=True)
class Parsed:
    """A page's tree; None if it has none.

    Attributes:
        is_whole: it holds the whole of the page.
        notes: plain sentences on how it was read.
    """

    tree: lxml_html.HtmlElement | None
    is_whole: bool = True
    notes: tuple[str, ...] = ()


def tree_of(source: str) -> Parsed:
    """The tree of a page, of no great depth: what is nested deeper than any article's elements is put side by side.

    Raises:
        UndecodableError: it has more tags than any article.
    """
    source = bounded(source)
    tree, is_whole = _parsed(source)
    if tree is None or not (_IS_DEEP(tree) or not is_whole):
        return Parsed(tree, is_whole)
    for depth in (MAX_DEPTH, 0):
        flat, is_whole = _parsed(flattened(source, depth))
        if flat is not None and is_whole and not _IS_DEEP(flat):
            return Parsed(flat, notes=(FLATTENED,))
    return Parsed(tree, is_whole=False, notes=(CUT_SHORT,))


def shown_tree(source: str) -> lxml_html.HtmlElement | None:
    """The tree of a page without what it hides from readers, for those who take it apart before it is read; None without one.

    Raises:
        UndecodableError: the page has more tags than any article.
    """
    parsed = tree_of(source)
    if parsed.tree is None or not parsed.is_whole:
        return None
    drop_unseen(parsed.tree, PageStyles(parsed.tree))
    return parsed.tree


def _parsed(source: str) -> tuple[lxml_html.HtmlElement | None, bool]:
    """The tree, and whether the parser came to the end of the page."""
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = lxml_html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None, False
    _drop_unwritable(tree)
    return tree, not any(entry.level_name == "FATAL" for entry in parser.error_log)


def _drop_unwritable(tree: lxml_html.HtmlElement) -> None:
    """Take out the control characters that the parser lets in and no element can be given again."""
    for element in tree.iter():
        if element.text and _UNWRITABLE.search(element.text):
            element.text = _UNWRITABLE.sub("", _LINE_ENDS.sub("\n", element.text))
        if element.tail and _UNWRITABLE.search(element.tail):
            element.tail = _UNWRITABLE.sub("", _LINE_ENDS.sub("\n", element.tail))


def prepare(tree: lxml_html.HtmlElement, source: str) -> Prepared:
    """Drop what a reader does not see, set notes and struck-out words apart, write out what markup says, part neighbours."""
    styles, marks = PageStyles(tree), StandIns(source)
    declared = next((e.get("lang") for e in (tree, *tree.iter("body")) if e.get("lang")), None)
    framed = _framed(tree)
    unseen = drop_unseen(tree, styles)
    read_as = language_of(own_text(tree)) if next(tree.iter("sup", "sub", "q"), None) is not None else None
    raise_by_style(tree, styles)
    notes = set_notes_apart(tree, frozenset(name.lower().split("-")[0] for name in (declared, read_as) if name))
    changes = write_meaning_out(tree, styles, marks, declared or read_as)
    part_neighbours(tree, styles)
    bodies = tuple(marks.without(body) or "" for body in notes.bodies)
    exhausted = (_TOO_MANY_RULES,) if styles.is_exhausted else ()
    return Prepared((*unseen.said(), *framed, *notes.said(), *changes.said(), *exhausted), bodies, marks)


def _framed(tree: lxml_html.HtmlElement) -> tuple[str, ...]:
    """What to say of text that the page shows in frames of its own."""
    pages = (frame.get("srcdoc") or "" for frame in tree.iter("iframe", "frame"))
    count = sum(len(" ".join(_TAG.sub(" ", page).split())) for page in pages)
    return (f"{count:,} characters that stand in frames inside the page were not read",) if count else ()
