"""Notes of a page and the marks that refer to them: the marks leave the sentence, the notes are set apart.

Footnotes and endnotes of articles (HTML `sup`, DPUB-ARIA roles, `epub:type`), and the comments and footnotes that
Google Docs, Microsoft Word and LibreOffice write when they export HTML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import html as lxml_html

from summarizer.articles.formats.page_text import BLOCKS, UNREAD
from summarizer.articles.formats.raised import FROM_UP, RAISED_DIGITS, Place, Reading, lowered, raised, raised_digits
from summarizer.articles.formats.tree_text import (
    block_of,
    leading_text,
    own_text,
    replace,
    text_after,
    text_before,
    text_blocks,
    trim_before,
    would_join,
)

_EPUB = ("epub:type", "{http://www.idpf.org/2007/ops}type", "type")
_REFERENCE = re.compile(
    r"\b(?:doc-noteref|noteref|note-?ref|fn-?ref|footnote-?(?:ref|link|anchor|reference|marker|number|button)\w{0,12}|sdfootnoteanc|sdendnoteanc"
    r"|msocomanchor|msocommentreference|msofootnotereference|msoendnotereference|sidenote-number|margin-toggle|cite-bracket)\b",
    re.IGNORECASE,
)
_RAISED_REFERENCE = re.compile(r"\b(?:reference|footnote|endnote|fn|note|citation|cite)\b", re.IGNORECASE)
_BODY = re.compile(
    r"(?:^|\s)(?:doc-footnotes?|doc-endnotes?|footnotes?|endnotes?|rearnotes?|footnote-?(?:text|list|body|content|item)s?"
    r"|(?:article|post|entry|wp-block)-(?:foot|end)notes?|references|reflist|mw-references-wrap|sidenote|marginnote|fn-(?:list|group)"
    r"|msofootnotetext|msoendnotetext|msocommenttext|msocomtxt|sdfootnote|sdendnote)(?=\s|$)",
    re.IGNORECASE,
)
_WORD_BODY = re.compile(r"mso-element:\s{0,3}(?:comment|footnote|endnote)(?:-list)?\b", re.IGNORECASE)
_NOTE_NAME = re.compile(
    r"(?:^|[_:.-])_?(?:fn|ftn|foot-?note|note|end-?note|edn|cmnt|comment|cite|citation|ref|sd(?:foot|end)note|msocom|sn|mn|n)[_:.-]{0,3}"
    r"(?:\w{1,30}[_:.-]){0,3}[\w-]{0,30}\d",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"[\[(]?\s?(?:(?:note|nb|fn|n|anm|ref)\.?\s?)?(?:\d{1,3}|[a-zA-Z]{1,3}\d{0,3}|[ivx]{1,5}|[*†‡§¶#‖※]{1,4})\s?[\])]?",
    re.IGNORECASE,
)
_BACK = re.compile(r"[\s\u21a9\u21b5\u2191\u2934\u21e7\ufe0e\ufe0f^]{1,6}|\[?(?:back|zurück|retour|volver)\]?", re.IGNORECASE)
_BRACKET = re.compile(r"(?<=[^\s\[(«„“])\[(?:\d{1,3}(?:[,–-]\s?\d{1,3}){0,5}|(?:note|nb|n)\s\d{1,2})\](?!\()")
_LEADING_LABEL = re.compile(r"[\[(]?(\d{1,3}|[a-z]|[*†‡§]{1,3})(?![\w.,:]\w)")
_ENDING = re.compile(r"[^\W\d_]{2,4}")
_CLOSING = frozenset(".,;:!?)]}”’»…、。，")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "main", "body", "html"})
_BRACKETS = "[]() "
_MAX_LABEL = 14
_OWN_LABEL = re.compile(r"(\[\d{1,3}\]|\d{1,3}\)|[¹²³⁰⁴-⁹]{1,3}|[*†‡§]{1,3})\s{0,3}(?=\S)")
_STRUCTURE = ("h1", "article", "main")
_MAX_SHARE = 0.6
_MAX_CLIMB = 4
_MAX_WORK = 2_000_000_000


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
            said.append(f"{self.parted:,} raised or lowered figures, too many to tell marks of notes from powers, stand after a space")
        return tuple(said)


def _shown(marks: list[tuple[str, str]]) -> str:
    shown = [f"“{mark}” after “{' '.join(before.split()[-3:])}”" for mark, before in marks[:3]]
    return ", ".join(shown) + (" …" if len(marks) > len(shown) else "")


class _Page:
    """The elements of a tree that have to do with notes, found in one pass."""

    def __init__(self, tree: lxml_html.HtmlElement) -> None:
        self.tree = tree
        self.size = len(own_text(tree)) or 1
        self.order: dict[lxml_html.HtmlElement, int] = {}
        self.named: dict[str, lxml_html.HtmlElement] = {}
        self.links: list[lxml_html.HtmlElement] = []
        self.scripts: list[lxml_html.HtmlElement] = []
        self.bodies: list[lxml_html.HtmlElement] = []
        for element in tree.iter():
            if isinstance(element.tag, str):
                self._note(element)

    def _note(self, element: lxml_html.HtmlElement) -> None:
        self.order[element] = len(self.order)
        if not element.attrib and element.tag not in ("sup", "sub"):
            return
        for name in (element.get("id"), element.get("name")):
            if name:
                self.named.setdefault(name, element)
        if element.tag in ("sup", "sub"):
            self.scripts.append(element)
        if element.tag == "a" or _REFERENCE.search(_roles(element)):
            self.links.append(element)
        elif element.tag not in ("html", "body", *_STRUCTURE) and _is_body(element):
            if not self.bodies or self.bodies[-1] not in element.iterancestors():
                self.bodies.append(element)

    def target(self, link: lxml_html.HtmlElement) -> lxml_html.HtmlElement | None:
        """The element of the page that a link leads to."""
        name = _fragment(link)
        return self.named.get(name) if name else None

    def holds(self, element: lxml_html.HtmlElement) -> bool:
        """The element has not been taken out."""
        top = [element, *element.iterancestors()][-1]
        return top is self.tree

    def is_small(self, element: lxml_html.HtmlElement) -> bool:
        """It cannot be the article itself."""
        if element.tag in ("html", "body", *_STRUCTURE) or next(element.iter(*_STRUCTURE), None) is not None:
            return False
        return len(own_text(element)) <= _MAX_SHARE * self.size


def _fragment(link: lxml_html.HtmlElement) -> str:
    _, sign, name = (link.get("href") or "").rpartition("#")
    return name if sign else ""


def _roles(element: lxml_html.HtmlElement) -> str:
    kinds = [element.get(name) for name in ("role", "class", *_EPUB)]
    return " ".join(kind for kind in kinds if kind)


def _is_body(element: lxml_html.HtmlElement) -> bool:
    roles = _roles(element)
    if roles and _BODY.search(roles):
        return element.tag not in ("a", "sup", "sub", "label", "input") and not _LABEL.fullmatch(own_text(element))
    return bool(_WORD_BODY.search(element.get("style") or ""))


def set_notes_apart(tree: lxml_html.HtmlElement, languages: frozenset[str] = frozenset()) -> Notes:
    """Take the marks of notes and the notes out of a tree, and write out what else is raised or lowered in it."""
    notes, page = Notes(), _Page(tree)
    if page.size * len(page.scripts) > _MAX_WORK:
        return _only_parted(page)
    references = [link for link in page.links if _is_reference(page, link)]
    bodies = [body for link in references for body in _bodies_of(page, link)]
    for link in references:
        if page.holds(link) and not any(above in page.bodies for above in link.iterancestors()):
            _cut(_whole_mark(link), notes)
    free = [body for body in [*page.bodies, *_labelled_blocks(page)] if page.holds(body) and page.is_small(body)]
    taken = _take_out(page, [*bodies, *free])
    labels = _free_labels(page, [text for body, text in taken if body in free])
    _read_texts(tree, notes, labels)
    for script in page.scripts:
        if page.holds(script):
            _write_out(script, notes, labels, languages)
    taken += _take_out(page, _marked_blocks(page, notes))
    notes.bodies.extend(text for _, text in sorted(taken, key=lambda pair: page.order[pair[0]]))
    return notes


def _only_parted(page: _Page) -> Notes:
    """A page with more raised figures than can be weighed: each stands after a space."""
    for script in page.scripts:
        script.text = f" {script.text or ''}"
    return Notes(parted=len(page.scripts))


def _is_reference(page: _Page, link: lxml_html.HtmlElement) -> bool:
    """A link or a labelled element is the mark of a note: it is named so, or is raised or named and leads forward to its note."""
    label = own_text(link)
    if not label or len(label) > _MAX_LABEL or _BACK.fullmatch(label):
        return False
    if _REFERENCE.search(_roles(link)):
        return True
    if not _LABEL.fullmatch(label) or not text_before(link).strip():
        return False
    target = page.target(link)
    if target is None or page.order[target] < page.order[link]:
        return False
    if _raised_over(link) is not None or _RAISED_REFERENCE.search(_roles(link)):
        return True
    return bool(_NOTE_NAME.search(_fragment(link))) and target.tag not in _HEADINGS


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


def _bodies_of(page: _Page, link: lxml_html.HtmlElement) -> list[lxml_html.HtmlElement]:
    """The blocks that hold the note a mark leads to; none if they cannot be told from the article."""
    target = page.target(link)
    if target is None or target.tag in _HEADINGS or page.order[target] < page.order[link]:
        return []
    body = block_of(target)
    if body.tag in ("dt", "td", "th"):
        following = body.getnext()
        bodies = [body, following] if following is not None and following.tag in ("dd", "td") else [body]
    else:
        bodies = [_widened(page, body, target)]
    return [body for body in bodies if page.is_small(body) and link not in body.iterdescendants()]


def _widened(page: _Page, body: lxml_html.HtmlElement, target: lxml_html.HtmlElement) -> lxml_html.HtmlElement:
    """The box around a note's first paragraph, if the box holds nothing but this note."""
    for _ in range(_MAX_CLIMB):
        parent = body.getparent()
        if parent is None or parent.tag not in ("div", "li", "aside", "dd") or not page.is_small(parent):
            break
        named = [e for e in parent.iter() if (e.get("id") or e.get("name")) and _NOTE_NAME.search(e.get("id") or e.get("name"))]
        if (
            any(e is not target and e is not parent and e.tag != "span" for e in named)
            or own_text(parent)[:20] != own_text(body)[:20]
        ):
            break
        body = parent
    return body


def _labelled_blocks(page: _Page) -> list[lxml_html.HtmlElement]:
    """Blocks that begin with a raised label that stands behind a word further up."""
    seen: set[str] = set()
    found = []
    for script in page.scripts:
        label = own_text(script)
        if script.tag != "sup" or not page.holds(script) or not _LABEL.fullmatch(label):
            continue
        if text_before(script).strip():
            seen.add(label)
        elif label in seen:
            block = block_of(script)
            if own_text(block).startswith(label):
                found.append(block)
    return found


def _free_labels(page: _Page, texts: list[str]) -> frozenset[str]:
    """Labels of notes that no link leads to, each of which is raised at one place only."""
    labels = {found[1] for text in texts for line in text.split("\n") if (found := _LEADING_LABEL.match(line))}
    raised_texts = [own_text(script) for script in page.scripts if page.holds(script)]
    return frozenset(label for label in labels if raised_texts.count(label) == 1)


def _take_out(page: _Page, bodies: list[lxml_html.HtmlElement]) -> list[tuple[lxml_html.HtmlElement, str]]:
    """Remove notes from the tree; each with its text, one paragraph a line."""
    taken = []
    for body in sorted(dict.fromkeys(bodies), key=lambda body: page.order[body]):
        if page.holds(body) and body.getparent() is not None:
            taken.append((body, _note_text(body)))
            replace(body, " " if would_join(text_before(body), text_after(body)) else "")
    return [(body, text) for body, text in taken if text]


def _note_text(body: lxml_html.HtmlElement) -> str:
    for link in list(body.iter("a")):
        if link is not body and _BACK.fullmatch(own_text(link)):
            replace(link, " ")
    for link in list(body.iter("a", "sup", "label")):
        if link is not body and _LABEL.fullmatch(own_text(link)) and not text_before(link).strip():
            link.tail = " " + (link.tail or "")
    for script in list(body.iter("sup", "sub")):
        if script is not body and text_before(script).strip():
            read = (raised if script.tag == "sup" else lowered)(
                own_text(script), Place(text_before(script), text_after(script))
            )
            replace(script, f" [{own_text(script)}] " if read.is_mark else read.text)
    return "\n".join(text_blocks(body, furniture=True))


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
    if _RAISED_REFERENCE.search(_roles(script)) or _REFERENCE.search(_roles(script)):
        return True
    if not _LABEL.fullmatch(content) or _ENDING.fullmatch(content):
        return False
    around = next(script.iterancestors("a"), None)
    links = [*script.iter("a"), *([around] if around is not None else [])]
    return any(own_text(link) == content for link in links)


def _read_texts(tree: lxml_html.HtmlElement, notes: Notes, labels: frozenset[str]) -> None:
    """Take raised digits and labels in brackets that are marks of notes out of the text itself."""
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


def _marked_blocks(page: _Page, notes: Notes) -> list[lxml_html.HtmlElement]:
    """Blocks that begin with a label in brackets or a raised digit that stood behind a word further up."""
    known = {form for mark, _ in notes.marks for form in (mark, mark.strip("[]"))}
    if not known:
        return []
    found = []
    for element in page.tree.iter("p", "li", "div", "td"):
        match = _OWN_LABEL.match(leading_text(element, 20))
        if match and match[1].strip("[]").translate(FROM_UP) in known and page.is_small(element):
            found.append(element)
    return found
