"""One preparation of a page's or fragment's tree, before any text is taken out of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree
from lxml import html as lxml_html

from summarizer.articles.formats.markup.borders import part_neighbours
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
_LINE_ENDS = re.compile("[\x0b\x0c\x85]")
_FRACTION = re.compile(r"(?<=\d)[⁄∕](?=\d)")
_TOO_MANY_RULES = "the page's style rules are too many to be read for all of it; it may hide or strike out more"
CUT_SHORT = (
    "its elements are nested too deep for its markup to be read; struck-out words and marks of notes may stand in the text"
)


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


def tree_of(source: str) -> tuple[lxml_html.HtmlElement | None, bool]:
    """The tree of a page, and whether it holds the whole of it: the parser gives up where elements are nested too deep."""
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
    unseen = drop_unseen(tree, styles)
    read_as = language_of(own_text(tree)) if next(tree.iter("sup", "sub", "q"), None) is not None else None
    raise_by_style(tree, styles)
    notes = set_notes_apart(tree, frozenset(name.lower().split("-")[0] for name in (declared, read_as) if name))
    changes = write_meaning_out(tree, styles, marks, declared or read_as)
    part_neighbours(tree, styles)
    bodies = tuple(marks.without(body) or "" for body in notes.bodies)
    exhausted = (_TOO_MANY_RULES,) if styles.is_exhausted else ()
    return Prepared((*unseen.said(), *notes.said(), *changes.said(), *exhausted), bodies, marks)
