"""The HTML body of a mail as text: what it quotes of another mail and its signature set apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import html as lxml_html

from summarizer.articles.draft import Draft
from summarizer.articles.formats.html.fragments import fragment_text, read_fragment
from summarizer.articles.formats.html.pages import read_page
from summarizer.articles.formats.mail.labels import MARK
from summarizer.articles.formats.markup.preparing import shown_tree
from summarizer.articles.lines import word_count

_HAS_LAYERS = re.compile(
    r"gmail_quote|gmail_signature|moz-cite|moz-signature|yahoo_quoted|type=[\"']?cite|protonmail_quote", re.IGNORECASE
)
_QUOTES = (
    "//blockquote[@type='cite'] | //*[contains(@class,'gmail_quote')] | //*[contains(@class,'yahoo_quoted')]"
    " | //*[contains(@class,'protonmail_quote')]"
)
_ENDS = (
    "//*[contains(@class,'gmail_signature')] | //*[contains(@class,'moz-signature')] | //*[contains(@class,'moz-cite-prefix')]"
)
_IS_PAGE = re.compile(r"<article\b|property=[\"']?og:|application/ld\+json", re.IGNORECASE)
_FEW_WORDS = 40


def page_in(html: str) -> Draft | None:
    """The page that a mail brings as its body ("send this page"), with the facts it declares; None if it is no page."""
    return read_page(html) if _IS_PAGE.search(html[:200_000]) else None


@dataclass(frozen=True, slots=True)
class BodyText:
    """The text of a mail's body, what it quotes or signs off with, and plain sentences on what it hides."""

    text: str
    aside: str = ""
    notes: tuple[str, ...] = ()


def body_text(html: str) -> BodyText:
    """What a mail's HTML body says; what it quotes is not told apart if it passes a message on."""
    fragment = read_fragment(html)
    notes = tuple(note for note in fragment.notes if "hid" in note)
    if not _HAS_LAYERS.search(html) or any(MARK.match(line[:200]) for line in fragment.text.split("\n")):
        return BodyText(fragment.text, notes=notes)
    text, aside = _divided(html)
    return BodyText(text, aside, notes)


def _divided(html: str) -> tuple[str, str]:
    tree = shown_tree(html)
    if tree is None:
        return fragment_text(html), ""
    aside = dict.fromkeys(element for element in tree.xpath(f"{_QUOTES} | {_ENDS}") if element.getparent() is not None)
    quoted: list[str] = []
    for element in aside:
        if any(above in aside for above in element.iterancestors()):
            continue
        quoted.append(fragment_text(lxml_html.tostring(element, encoding="unicode", with_tail=False)))
    for element in aside:
        element.drop_tree()
    own, other = fragment_text(lxml_html.tostring(tree, encoding="unicode")), "\n".join(quoted)
    if word_count(own) < _FEW_WORDS < word_count(other):
        return other, own
    return own, other
