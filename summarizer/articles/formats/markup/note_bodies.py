"""The notes of a page: where each begins and ends, and its text."""

from __future__ import annotations

import re

from lxml import html as lxml_html

from summarizer.articles.formats.markup.note_page import BACK, HEADINGS, LABEL, NOTE_NAME, NotePage
from summarizer.articles.formats.markup.raised import FROM_UP, Place, lowered, raised
from summarizer.articles.formats.markup.tree_text import (
    block_of,
    leading_text,
    own_text,
    replace,
    text_after,
    text_before,
    text_blocks,
    would_join,
)

_LEADING_LABEL = re.compile(r"[\[(]?(\d{1,3}|[a-z]|[*†‡§]{1,3})(?![\w.,:]\w)")
_OWN_LABEL = re.compile(r"(\[\d{1,3}\]|\d{1,3}\)|[¹²³⁰⁴-⁹]{1,3}|[*†‡§]{1,3})\s{0,3}(?=\S)")
_MAX_CLIMB = 4


def bodies_of(page: NotePage, link: lxml_html.HtmlElement) -> list[lxml_html.HtmlElement]:
    """The blocks that hold the note a mark leads to; none if they cannot be told from the article."""
    target = page.target(link)
    if target is None or target.tag in HEADINGS or page.order[target] < page.order[link]:
        return []
    body = block_of(target)
    if body.tag in ("dt", "td", "th"):
        following = body.getnext()
        bodies = [body, following] if following is not None and following.tag in ("dd", "td") else [body]
    else:
        bodies = [_widened(page, body, target)]
    return [body for body in bodies if page.is_small(body) and link not in body.iterdescendants()]


def _widened(page: NotePage, body: lxml_html.HtmlElement, target: lxml_html.HtmlElement) -> lxml_html.HtmlElement:
    """The box around a note's first paragraph, if the box holds nothing but this note."""
    for _ in range(_MAX_CLIMB):
        parent = body.getparent()
        if parent is None or parent.tag not in ("div", "li", "aside", "dd") or not page.is_small(parent):
            break
        named = [e for e in parent.iter() if (e.get("id") or e.get("name")) and NOTE_NAME.search(e.get("id") or e.get("name"))]
        if (
            any(e is not target and e is not parent and e.tag != "span" for e in named)
            or own_text(parent)[:20] != own_text(body)[:20]
        ):
            break
        body = parent
    return body


def labelled_blocks(page: NotePage) -> list[lxml_html.HtmlElement]:
    """Blocks that begin with a raised label that stands behind a word further up."""
    seen: set[str] = set()
    found = []
    for script in page.scripts:
        label = own_text(script)
        if script.tag != "sup" or not page.holds(script) or not LABEL.fullmatch(label):
            continue
        if text_before(script).strip():
            seen.add(label)
        elif label in seen:
            block = block_of(script)
            if own_text(block).startswith(label):
                found.append(block)
    return found


def free_labels(page: NotePage, texts: list[str]) -> frozenset[str]:
    """Labels of notes that no link leads to, each of which is raised at one place only."""
    labels = {found[1] for text in texts for line in text.split("\n") if (found := _LEADING_LABEL.match(line))}
    raised_texts = [own_text(script) for script in page.scripts if page.holds(script)]
    return frozenset(label for label in labels if raised_texts.count(label) == 1)


def take_out(page: NotePage, bodies: list[lxml_html.HtmlElement]) -> list[tuple[lxml_html.HtmlElement, str]]:
    """Remove notes from the tree; each with its text, one paragraph a line."""
    taken = []
    for body in sorted(dict.fromkeys(bodies), key=lambda body: page.order[body]):
        if page.holds(body) and body.getparent() is not None:
            taken.append((body, _note_text(body)))
            replace(body, " " if would_join(text_before(body), text_after(body)) else "")
    return [(body, text) for body, text in taken if text]


def _note_text(body: lxml_html.HtmlElement) -> str:
    for link in list(body.iter("a")):
        if link is not body and BACK.fullmatch(own_text(link)):
            replace(link, " ")
    for link in list(body.iter("a", "sup", "label")):
        if link is not body and LABEL.fullmatch(own_text(link)) and not text_before(link).strip():
            link.tail = " " + (link.tail or "")
    for script in list(body.iter("sup", "sub")):
        if script is not body and text_before(script).strip():
            read = (raised if script.tag == "sup" else lowered)(
                own_text(script), Place(text_before(script), text_after(script))
            )
            replace(script, f" [{own_text(script)}] " if read.is_mark else read.text)
    return "\n".join(text_blocks(body, furniture=True))


def marked_blocks(page: NotePage, marks: list[tuple[str, str]]) -> list[lxml_html.HtmlElement]:
    """Blocks that begin with a label in brackets or a raised digit that stood behind a word further up."""
    known = {form for mark, _ in marks for form in (mark, mark.strip("[]"))}
    if not known:
        return []
    found = []
    for element in page.tree.iter("p", "li", "div", "td"):
        match = _OWN_LABEL.match(leading_text(element, 20))
        if match and match[1].strip("[]").translate(FROM_UP) in known and page.is_small(element):
            found.append(element)
    return found
