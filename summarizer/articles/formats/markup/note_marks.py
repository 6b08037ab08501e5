"""Notes of a page and the marks that refer to them: the marks leave the sentence, the notes are set apart.

Footnotes and endnotes of articles (HTML `sup`, DPUB-ARIA roles, `epub:type`), and the comments and footnotes that
Google Docs, Microsoft Word and LibreOffice write when they export HTML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import html as lxml_html

from summarizer.articles.formats.markup.note_bodies import bodies_of, free_labels, labelled_blocks, marked_blocks, take_out
from summarizer.articles.formats.markup.note_page import (
    BACK,
    HEADINGS,
    LABEL,
    NOTE_NAME,
    REFERENCE,
    NotePage,
    fragment_of,
    names_mark,
    roles_of,
)
from summarizer.articles.formats.markup.page_text import BLOCKS, UNREAD
from summarizer.articles.formats.markup.raised import HIGH_DIGITS, RAISED_DIGITS, Place, Reading, lowered, raised, raised_digits
from summarizer.articles.formats.markup.tree_text import own_text, replace, text_after, text_before, trim_before, would_join

_RAISED_REFERENCE = re.compile(r"\b(?:reference|footnote|endnote|fn|note|citation|cite)\b", re.IGNORECASE)
_BRACKET = re.compile(r"(?<=[^\s\[(«„“])\[(?:\d{1,3}(?:[,–-]\s?\d{1,3}){0,5}|(?:note|nb|n)\s\d{1,2})\](?!\()")
_BRACKETED = re.compile(r"\[[\dnN]")
_SYMBOL = re.compile(r"[*†‡§¶※]{1,4}")
_ENDING = re.compile(r"[^\W\d_]{2,4}")
_CLOSING = frozenset(".,;:!?)]}”’»…、。，")
_BRACKETS = "[]() "
_MAX_LABEL = 14
_MAX_WORK = 400_000_000


@dataclass(slots=True)
class Notes:
    """What was set apart of a page.

    Attributes:
        bodies: the text of each note and comment, in order.
        marks: each mark that left the running text, with the words before it.
        doubtful: those marks that may have been a power.
        powers: raised figures read as powers that may have been marks.
        parted: how many raised and lowered figures only had a space put before them.
    """

    bodies: list[str] = field(default_factory=list)
    marks: list[tuple[str, str]] = field(default_factory=list)
    doubtful: list[tuple[str, str]] = field(default_factory=list)
    powers: list[tuple[str, str]] = field(default_factory=list)
    parted: int = 0

    def said(self) -> tuple[str, ...]:
        """Plain sentences on what was done."""
        said = []
        if self.marks:
            count = f"{len(self.marks)} marks of notes were" if len(self.marks) > 1 else "1 mark of a note was"
            said.append(f"{count} left out of the running text: {_shown(self.marks)}")
        if self.doubtful:
            said.append(f"it is not certain that these are marks of notes and not powers: {_shown(self.doubtful)}")
        if self.powers:
            said.append(f"raised figures were read as powers, though they may be marks of notes: {_shown(self.powers)}")
        if self.parted:
            said.append(
                f"{self.parted:,} raised or lowered figures, too many to tell marks of notes from powers, stand after a space"
            )
        return tuple(said)


def _shown(marks: list[tuple[str, str]]) -> str:
    shown = [f"“{mark}” after “{' '.join(before.split()[-3:])}”" for mark, before in marks[:3]]
    return ", ".join(shown) + (" …" if len(marks) > len(shown) else "")


def set_notes_apart(tree: lxml_html.HtmlElement, languages: frozenset[str] = frozenset()) -> Notes:
    """Take the marks of notes and the notes out of a tree, and write out what else is raised or lowered in it."""
    notes, page = Notes(), NotePage(tree)
    if page.scripts and page.size * len(page.scripts) > _MAX_WORK:
        return _only_parted(page)
    references = [link for link in page.links if _is_reference(page, link)]
    bodies = [body for link in references for body in bodies_of(page, link)]
    for link in references:
        if page.holds(link) and not any(above in page.bodies for above in link.iterancestors()):
            _cut(_whole_mark(link), notes)
    free = [body for body in [*page.bodies, *labelled_blocks(page)] if page.holds(body) and page.is_small(body)]
    taken = take_out(page, [*bodies, *free])
    labels = free_labels(page, [text for body, text in taken if body in free])
    _read_texts(tree, notes, labels)
    for script in page.scripts:
        if page.holds(script):
            _write_out(script, notes, labels, languages)
    taken += take_out(page, marked_blocks(page, notes.marks))
    notes.bodies.extend(text for _, text in sorted(taken, key=lambda pair: page.order[pair[0]]))
    return notes


def _only_parted(page: NotePage) -> Notes:
    """A page with more raised figures than can be weighed: each stands after a space."""
    for script in page.scripts:
        script.text = f" {script.text or ''}"
    return Notes(parted=len(page.scripts))


def _is_reference(page: NotePage, link: lxml_html.HtmlElement) -> bool:
    """A link or a labelled element is the mark of a note: named so, or raised, or named like a note it leads forward to."""
    label = own_text(link)
    if not label or len(label) > _MAX_LABEL or BACK.fullmatch(label):
        return False
    if REFERENCE.search(roles_of(link)) or (link.tag != "a" and names_mark(link)):
        return True
    return bool(LABEL.fullmatch(label) and text_before(link).strip()) and _leads_to_note(page, link)


def _leads_to_note(page: NotePage, link: lxml_html.HtmlElement) -> bool:
    """It leads forward to something that can be a note."""
    target = page.target(link)
    if target is None:
        return bool(fragment_of(link)) and not text_before(link)[-1:].isspace() and _is_named_so(link)
    if page.order[target] < page.order[link]:
        return False
    if _raised_over(link) is not None or _RAISED_REFERENCE.search(roles_of(link)):
        return True
    is_noted = NOTE_NAME.search(fragment_of(link)) or _SYMBOL.fullmatch(own_text(link))
    return bool(is_noted) and target.tag not in HEADINGS


def _is_named_so(link: lxml_html.HtmlElement) -> bool:
    """A link, or what is around it alone, is named after notes; or it leads to a place so named."""
    named = f"{roles_of(link)} {roles_of(_whole_mark(link))}"
    return bool(_RAISED_REFERENCE.search(named) or NOTE_NAME.search(fragment_of(link)))


def _raised_over(link: lxml_html.HtmlElement) -> lxml_html.HtmlElement | None:
    """The raised element that is all of a link, or that the link is all of."""
    label = own_text(link)
    for element in (*list(link.iterancestors())[:3], *link.iter("sup")):
        if element.tag == "sup" and own_text(element) == label:
            return element
    return None


def _whole_mark(link: lxml_html.HtmlElement) -> lxml_html.HtmlElement:
    """The outermost element that holds the mark and nothing else."""
    label, mark = own_text(link).strip(_BRACKETS), link
    while (parent := mark.getparent()) is not None and parent.tag not in BLOCKS and own_text(parent).strip(_BRACKETS) == label:
        mark = parent
    return mark


def _cut(mark: lxml_html.HtmlElement, notes: Notes) -> None:
    """Take a mark out of its sentence, so that what stood around it neither joins nor leaves a gap."""
    before, after = text_before(mark), text_after(mark)
    notes.marks.append((own_text(mark), before))
    if before[-1:].isspace() and (after[:1] in _CLOSING or after[:1].isspace()):
        trim_before(mark)
    replace(mark, " " if would_join(before, after) else "")


def _write_out(script: lxml_html.HtmlElement, notes: Notes, labels: frozenset[str], languages: frozenset[str]) -> None:
    """Put what a raised or lowered element means in its place."""
    content = own_text(script)
    place = Place(text_before(script), text_after(script), _is_linked(script, content), labels, languages)
    reading: Reading = (raised if script.tag == "sup" else lowered)(content, place)
    if reading.is_mark:
        if reading.is_doubtful:
            notes.doubtful.append((content, place.before))
        _cut(_whole_mark(script), notes)
        return
    if reading.is_doubtful:
        notes.powers.append((content, place.before))
    if not content.strip():
        return
    replace(script, reading.text)


def _is_linked(script: lxml_html.HtmlElement, content: str) -> bool:
    if _RAISED_REFERENCE.search(roles_of(script)) or REFERENCE.search(roles_of(script)):
        return True
    if not LABEL.fullmatch(content) or _ENDING.fullmatch(content):
        return False
    around = next(script.iterancestors("a"), None)
    links = [*script.iter("a"), *([around] if around is not None else [])]
    return any(own_text(link) == content for link in links)


def _read_texts(tree: lxml_html.HtmlElement, notes: Notes, labels: frozenset[str]) -> None:
    """Take raised digits and labels in brackets that are marks of notes out of the text itself."""
    text = tree.text_content()
    if not any(digit in text for digit in HIGH_DIGITS) and not _BRACKETED.search(text):
        return
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.text and element.tag not in UNREAD and element.tag not in ("sup", "sub"):
            element.text = _read_text(element.text, notes, labels, element, inside=True)
        if element.tail:
            element.tail = _read_text(element.tail, notes, labels, element, inside=False)


def _read_text(text: str, notes: Notes, labels: frozenset[str], element: lxml_html.HtmlElement, *, inside: bool) -> str:
    if RAISED_DIGITS.search(text):
        before = "" if inside and element.tag in BLOCKS else text_before(element) + ("" if inside else own_text(element))
        text, marks = raised_digits(text, Place(before, "", labels=labels))
        notes.marks.extend(marks)
    if "[" in text:
        text = bracket_marks(text, notes.marks)
    return text


def bracket_marks(text: str, marks: list[tuple[str, str]]) -> str:
    """A text without labels such as [1] that cling to a word; they are added to `marks`, each with the words before it."""

    def cut(match: re.Match[str]) -> str:
        before = text[max(0, match.start() - 60) : match.start()]
        marks.append((match[0], before))
        return " " if would_join(before, text[match.end() : match.end() + 1]) else ""

    return _BRACKET.sub(cut, text)
