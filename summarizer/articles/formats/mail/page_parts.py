"""The HTML body of a mail as text: what it quotes of another mail and its signature set apart."""

from __future__ import annotations

import re

from lxml import etree
from lxml import html as lxml_html

from summarizer.articles.draft import Draft
from summarizer.articles.formats.html.fragments import fragment_text
from summarizer.articles.formats.html.pages import read_page
from summarizer.articles.formats.mail.labels import MARK
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


def body_text(html: str) -> tuple[str, str]:
    """The text of a mail's HTML body, and what it quotes or signs off with; the latter is empty if it passes a message on."""
    if not _HAS_LAYERS.search(html):
        return fragment_text(html), ""
    text = fragment_text(html)
    if any(MARK.match(line[:200]) for line in text.split("\n")):
        return text, ""
    return _divided(html)


def _divided(html: str) -> tuple[str, str]:
    try:
        tree = lxml_html.document_fromstring(
            html.encode("utf-8", "replace"), parser=lxml_html.HTMLParser(encoding="utf-8", no_network=True)
        )
        aside = dict.fromkeys(element for element in tree.xpath(f"{_QUOTES} | {_ENDS}") if element.getparent() is not None)
    except (etree.LxmlError, ValueError, AssertionError):
        return fragment_text(html), ""
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
