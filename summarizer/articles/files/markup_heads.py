"""How a text shows that it is markup: an HTML page, a piece of one, or XML with a root of its own.

A text that writes about markup quotes a tag in a sentence; a text that is markup begins and ends with it.
"""

from __future__ import annotations

import re

_WITHIN = 20_000
_PROLOGUE = re.compile(
    r"\s*(?:<\?[A-Za-z][^>]{0,2000}>\s*|<!--(?:(?!-->).){0,5000}-->\s*|<!DOCTYPE\s[^\[>]{0,1000}(?:\[[^\]]{0,10000}\]\s*)?>\s*)*",
    re.IGNORECASE | re.DOTALL,
)
_HTML = re.compile(r"<(?:html|head|body|article)\b", re.IGNORECASE)
_HTML_TYPE = re.compile(r"<!doctype\s+html\b", re.IGNORECASE)
_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]{0,40}:)?(?P<name>[A-Za-z_][\w.-]{0,60})(?=[\s>/])")
_LINE_ROOT = re.compile(
    r"^[ \t]{0,20}<(?:[A-Za-z_]\w{0,20}:)?(?P<name>rss|feed|RDF|nitf|NewsML|newsItem|newsMessage|packageItem|urlset)[\s>]",
    re.MULTILINE,
)
_XML_ROOTS = frozenset(
    {
        "rss", "feed", "entry", "rdf", "nitf", "newsml", "newsitem", "newsmessage", "packageitem", "knowledgeitem",
        "conceptitem", "urlset", "sitemapindex", "opml", "tei", "teicorpus", "worddocument",
    }
)  # fmt: skip
_PAGE_ROOTS = frozenset({"html", "head", "body", "div", "p", "section", "main", "article", "span", "h1", "table"})
_IN_ROOT = re.compile(r"<[^<>]{1,5000}>\s*(?:<|\Z)")
_JATS = re.compile(r"<article\s[^>]{0,1000}(?:article-type|dtd-version)\s*=|<article[^>]{0,1000}>\s*<front>", re.IGNORECASE)
_BLOCK = r"(?:p|div|h[1-6]|section|main|header|table|tbody|ul|ol|blockquote|figure|center)"
_INLINE = r"(?:span|b|strong|em|i|a|img|font|meta|title|link|style|script|br|hr|article)"
_OPENS = re.compile(rf"\s*<(?:{_BLOCK}|{_INLINE})\b[^<>]{{0,2000}}>", re.IGNORECASE)
_CLOSES = re.compile(rf"</(?:{_BLOCK}|{_INLINE})\s*>\s*$|<(?:br|hr|img)\b[^<>]{{0,500}}>\s*$", re.IGNORECASE)
_PARAGRAPH = re.compile(rf"\s*<{_BLOCK}\b[^<>]{{0,2000}}>|[^\n]{{0,5000}}(?:</{_BLOCK}\s*>|<br\s*/?>)\s*$", re.IGNORECASE)
_MIN_SHARE = 0.5
_TAIL = 3000


def is_html(text: str) -> bool:
    """It starts as an HTML page."""
    head = text[:_WITHIN].lstrip("\ufeff")
    start = _after_prologue(head)
    return bool(_HTML.match(head, start)) or bool(_HTML_TYPE.search(head, 0, start))


def xml_root(text: str) -> str | None:
    """The local name of the first element of a text that starts with one, in small letters."""
    head = text[:_WITHIN].lstrip("\ufeff")
    match = _ROOT.match(head, _after_prologue(head))
    return match["name"].lower() if match else None


def is_xml(text: str) -> bool:
    """It is XML other than a web page: by its first element, its declaration, or the element that encloses nearly all."""
    head = text[:_WITHIN].lstrip("\ufeff")
    root = xml_root(head)
    if (root in _XML_ROOTS and _IN_ROOT.match(head, _after_prologue(head))) or _JATS.match(head, _after_prologue(head)):
        return True
    if root is not None and root not in _XML_ROOTS:
        return root not in _PAGE_ROOTS and head.lstrip()[:5].lower() == "<?xml" and not is_html(text)
    return bool(enclosed(text))


def enclosed(text: str) -> str | None:
    """The XML below a line or two of a browser's words ("This XML file does not appear to have any style…")."""
    match = _LINE_ROOT.search(text[:2000])
    if not match:
        return None
    end = text[-_TAIL:].rstrip()
    return text[match.start() :].strip() if re.search(rf"</(?:\w{{1,20}}:)?{match['name']}>$", end) else None


def is_fragment(text: str) -> bool:
    """It is a piece of a page without its frame: it begins and ends with tags, or most of its lines do."""
    head = text[:_WITHIN].lstrip("\ufeff")
    if _OPENS.match(head) and _CLOSES.search(text[-_TAIL:].rstrip()[-_TAIL:]):
        return text.count("</") > 0 or text.lower().count("<br") > 1
    lines = [line for line in head.split("\n") if line.strip()]
    tagged = sum(bool(_PARAGRAPH.match(line)) for line in lines)
    return tagged > 1 and tagged > _MIN_SHARE * len(lines)


def _after_prologue(head: str) -> int:
    match = _PROLOGUE.match(head)
    return match.end() if match else 0
