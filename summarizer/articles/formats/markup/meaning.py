"""Markup that changes what is read: struck-out words, readings above characters, quotation marks, direction, formulas.

HTML Living Standard, sections 4.5 (text-level semantics), 4.7 (edits) and 15.3 (rendering); MathML Core for formulas.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from lxml import html as lxml_html

from summarizer.articles.formats.markup.formulas import write_formula
from summarizer.articles.formats.markup.page_styles import PageStyles
from summarizer.articles.formats.markup.page_text import BLOCKS, UNREAD
from summarizer.articles.formats.markup.shifts import shifted
from summarizer.articles.formats.markup.stand_ins import StandIns
from summarizer.articles.formats.markup.tree_text import (
    leading_text,
    own_text,
    replace,
    text_after,
    text_before,
    text_blocks,
    would_join,
)

_STRUCK_TAGS = frozenset({"del", "s", "strike"})
_STRUCK_STYLE = re.compile(r"(?:^|;)text-decoration(?:-line)?:[^;]*line-through")
_STRUCK_CLASS = re.compile(
    r"(?:^|\s)(?:strike(?:d|through|-through|out)?|text-(?:strike|line-through|decoration-line-through|strikethrough)|line-?through|struck(?:-?out)?"
    r"|msodel|del(?:eted|etion)?|deleted-text|suggestion-deletion|is-struck"
    r"|(?:ice|mce|diff|redline|revision|track|tracked|change|tc|suggestion|ep|fr)[-_]?del(?:ete|eted|etion)?)(?=\s|$)",
    re.IGNORECASE,
)
_RAISED_CLASS = re.compile(r"(?:^|\s)(sup|superscript|subscript)(?=\s|$)", re.IGNORECASE)
_OVERLAID = re.compile("(?:[^\\s\u0335-\u0338][\u0335\u0336][\u0335-\u0338]{0,4}[ \u00a0]?)+")
_READINGS = frozenset({"rt", "rp", "rtc"})
_QUOTES = {
    "de": "„“‚‘", "cs": "„“‚‘", "sk": "„“‚‘", "da": "“”‘’", "fr": "«»“”", "es": "«»“”", "it": "«»“”", "pt": "“”‘’",
    "ru": "«»„“", "uk": "«»„“", "pl": "„”«»", "hu": "„”»«", "ro": "„”«»", "sv": "””’’", "fi": "””’’", "nb": "«»‘’",
    "no": "«»‘’", "el": "«»“”",
    "ja": "「」『』", "zh-tw": "「」『』", "bg": "„“’’", "hr": "„”‚’", "nl": "“”‘’", "fa": "«»‹›", "ar": "”“’‘",
}  # fmt: skip
_ANY_QUOTE = frozenset("\"'“”„‟«»‹›‘’‚「」『』")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_OVERRIDE = re.compile(r"unicode-bidi:(?:bidi|isolate)-override")
_MOST = 0.5
_SHIFTED = 20
_REMEMBERED = 4096
_SHOWN_INLINE = ("time", "label", "output", "button", "data")
_DONE_QUOTE = "cite"


@dataclass(slots=True)
class Changes:
    """How much of each kind was changed, to be said of the article."""

    struck: int = 0
    readings: int = 0
    turned: int = 0
    drawn: int = 0
    struck_share: float = 0.0

    def said(self) -> tuple[str, ...]:
        """Plain sentences on what was done."""
        said = []
        if self.struck:
            what = "it" if self.struck == 1 else "them"
            said.append(f"{_counted(self.struck, 'passage')} set apart as withdrawn, for the page strikes {what} out")
        if self.struck_share > _MOST:
            said.append("most of the page's text is struck out; check whether the article was withdrawn")
        if self.readings:
            said.append(f"{_counted(self.readings, 'reading')} left out that the page prints above characters (ruby)")
        if self.turned:
            said.append(f"{_counted(self.turned, 'passage')} put into the order in which the page shows the characters")
        if self.drawn:
            said.append(f"{self.drawn:,} characters of text inside drawings (SVG) were left out")
        return tuple(said)


def _counted(count: int, word: str) -> str:
    return f"1 {word} was" if count == 1 else f"{count} {word}s were"


def raise_by_style(tree: lxml_html.HtmlElement, styles: PageStyles) -> None:
    """Name raised and lowered elements so where only a style or a class says it."""
    for element in tree.iter("span", "small", "a", "em", "i", "b", "strong", "font", "label"):
        if (tag := _height(element, styles)) and next(element.iterdescendants("sup", "sub"), None) is None:
            if element.tag == "a":
                inner = element.makeelement(tag)
                inner.text, element.text = element.text, None
                inner.extend(list(element))
                element.append(inner)
            else:
                element.tag = tag


def _height(element: lxml_html.HtmlElement, styles: PageStyles) -> str | None:
    if next(element.iterancestors("sup", "sub"), None) is not None:
        return None
    name, style = element.get("class"), element.get("style")
    if name and (found := _RAISED_CLASS.search(name)):
        return "sub" if found[1].lower() == "subscript" else "sup"
    if style and (tag := shifted("".join(style[:2000].split()).lower(), leading_text(element, _SHIFTED))):
        return tag
    value = styles.of(element).get("vertical-align") if name else None
    return shifted(f"vertical-align:{value};font-size:", leading_text(element, _SHIFTED)) if value else None


def write_meaning_out(tree: lxml_html.HtmlElement, styles: PageStyles, marks: StandIns, language: str | None) -> Changes:
    """Turn markup that changes what is read into characters, or set its words apart."""
    changes = Changes()
    by_kind: dict[str, list[lxml_html.HtmlElement]] = {
        "struck": [],
        "ruby": [],
        "q": [],
        "turned": [],
        "math": [],
        "svg": [],
        "shown": [],
    }
    for element in tree.iter():
        if isinstance(element.tag, str) and (kind := _kind(element, styles)):
            by_kind[kind].append(element)
    for svg in by_kind["svg"]:
        changes.drawn += sum(len(own_text(text)) for text in svg.iter("text"))
    for formula in by_kind["math"]:
        write_formula(formula)
    changes.readings = _without_readings(tree, by_kind["ruby"])
    for quote in by_kind["q"]:
        _quote(quote, language)
    for turned in by_kind["turned"]:
        changes.turned += _turn(turned)
    for shown in by_kind["shown"]:
        _keep_inline(shown)
    _strike(tree, by_kind["struck"], marks, changes)
    _strike_overlaid(tree, marks, changes)
    return changes


def _kind(element: lxml_html.HtmlElement, styles: PageStyles) -> str | None:
    tag = element.tag
    if tag in _READINGS:
        return "ruby"
    if tag in ("q", "math", "svg"):
        return str(tag)
    if _is_struck(element, styles):
        return "struck"
    if tag == "bdo" or (element.get("style") and _OVERRIDE.search("".join(element.get("style")[:2000].split()).lower())):
        return "turned"
    return "shown" if tag in _SHOWN_INLINE else None


def _is_struck(element: lxml_html.HtmlElement, styles: PageStyles) -> bool:
    if element.tag in ("body", "html", "head"):
        return False
    style = element.get("style") or ""
    style = "".join(style[:2000].split()).lower() if style else ""
    if "text-decoration" in style:
        return bool(_STRUCK_STYLE.search(style))
    if element.tag in _STRUCK_TAGS or (element.get("role") or "").lower() == "deletion":
        return True
    name = element.get("class")
    if name and _names_struck(name):
        return True
    rules = styles.of(element) if styles.strikes else {}
    return "line-through" in rules.get("text-decoration", "") or "line-through" in rules.get("text-decoration-line", "")


@lru_cache(maxsize=_REMEMBERED)
def _names_struck(name: str) -> bool:
    return bool(_STRUCK_CLASS.search(name))


def _strike(tree: lxml_html.HtmlElement, struck: list[lxml_html.HtmlElement], marks: StandIns, changes: Changes) -> None:
    """Wrap the text of struck-out elements, piece by piece: extraction may part what one pair of marks would hold."""
    outermost = set(struck)
    total = sum(map(len, text_blocks(tree, furniture=True))) if struck else 0
    length = 0
    for element in struck:
        if any(above in outermost for above in element.iterancestors()) or not own_text(element):
            continue
        changes.struck += 1
        length += len(own_text(element))
        _wrap(element, marks)
    for element in struck:
        holds_blocks = any(child.tag in BLOCKS for child in element.iterdescendants())
        if element.tag in _STRUCK_TAGS:
            element.tag = "div" if holds_blocks else "span"
    changes.struck_share = length / total if total else 0.0


def _wrap(element: lxml_html.HtmlElement, marks: StandIns) -> None:
    for inner in element.iter():
        if isinstance(inner.tag, str) and inner.tag not in UNREAD and inner.text:
            inner.text = marks.wrapped(inner.text)
        if inner is not element and inner.tail:
            inner.tail = marks.wrapped(inner.tail)


def _strike_overlaid(tree: lxml_html.HtmlElement, marks: StandIns, changes: Changes) -> None:
    """Wrap words whose characters carry a stroke of their own (U+0335, U+0336)."""
    text = tree.text_content()
    if "\u0336" not in text and "\u0335" not in text:
        return
    for element in tree.iter():
        if isinstance(element.tag, str) and element.text and element.tag not in UNREAD:
            element.text, count = overlaid(element.text, marks.wrapped)
            changes.struck += count
        if element.tail:
            element.tail, count = overlaid(element.tail, marks.wrapped)
            changes.struck += count


def overlaid(text: str, wrap: Callable[[str], str]) -> tuple[str, int]:
    """A text in which words overlaid with strokes are wrapped and plain, and how many there are."""
    if "\u0336" not in text and "\u0335" not in text:
        return text, 0
    return _OVERLAID.subn(lambda match: wrap(re.sub("[\u0335-\u0338]", "", match[0])), text)


def _without_readings(tree: lxml_html.HtmlElement, readings: list[lxml_html.HtmlElement]) -> int:
    """Remove readings and the white space that sets them off from their base; returns how many there were."""
    count = 0
    for reading in readings:
        if reading.getparent() is not None:
            count += reading.tag == "rt" and bool(own_text(reading))
            replace(reading, "")
    for ruby in list(tree.iter("ruby", "rb", "rbc")):
        for element in (ruby, *ruby) if ruby.tag == "ruby" else (ruby,):
            if _is_unspaced(element.text):
                element.text = "".join((element.text or "").split())
            if element is not ruby and _is_unspaced(element.tail):
                element.tail = "".join((element.tail or "").split())
    for base in list(tree.iter("ruby", "rb", "rbc")):
        base.drop_tag()
    return count


def _is_unspaced(text: str | None) -> bool:
    """White space in it only sets out the source: at its edges there are line ends, or characters of East Asia."""
    return bool(text) and (not (text or "").strip() or any("\u2e80" <= char <= "\U0003ffff" for char in text or ""))


def _quote(quote: lxml_html.HtmlElement, language: str | None) -> None:
    """Write out the quotation marks that a browser puts around a quotation."""
    text = leading_text(quote, 5)
    inner = 2 * (sum(1 for _ in quote.iterancestors("q", _DONE_QUOTE)) % 2)
    if text and text[0] not in _ANY_QUOTE and text_before(quote)[-1:] not in _ANY_QUOTE - {"’", "'"}:
        declared = next((e.get("lang") for e in quote.iterancestors() if e.get("lang")), language) or ""
        signs = _QUOTES.get(declared.lower()) or _QUOTES.get(declared.lower().split("-")[0], "“”‘’")
        _put_around(quote, signs[inner], signs[inner + 1])
    quote.tag = _DONE_QUOTE


def _put_around(quote: lxml_html.HtmlElement, opening: str, closing: str) -> None:
    quote.text = opening + (quote.text or "").lstrip()
    if len(quote):
        quote[-1].tail = (quote[-1].tail or "").rstrip() + closing
    else:
        quote.text = quote.text.rstrip() + closing


def _turn(element: lxml_html.HtmlElement) -> int:
    """Put text into the order in which an override of direction shows it."""
    style = "".join((element.get("style") or "").split()).lower()
    rightwards = (element.get("dir") or "").lower() == "rtl" or "direction:rtl" in style
    text = element.text or ""
    if not text.strip() or len(element) or rightwards == bool(_RTL.search(text)):
        return 0
    element.text = text[::-1]
    return 1


def _keep_inline(element: lxml_html.HtmlElement) -> None:
    """A time, a label or a button inside a sentence is a word of it."""
    if next(element.iterancestors("p", "li", "td", "dd", "h1", "h2", "h3", "blockquote", "figcaption"), None) is None:
        return
    before, after = text_before(element).strip(), text_after(element).strip()
    if element.tag == "time" and (before or after):
        _empty_time(element)
    elif (before or after) and (element.tag != "button" or (before[-1:].isalnum() and after)):
        element.tag = "span"


def _empty_time(element: lxml_html.HtmlElement) -> None:
    """Move the words of a time behind it: extraction drops the tag, the page's facts are read from its attributes."""
    words = element.text_content()
    left = " " if would_join(text_before(element), words) else ""
    right = " " if would_join(words, text_after(element)) else ""
    if not (element.get("datetime") or element.get("content") or element.get("title")):
        element.set("datetime", " ".join(words.split()))
    for child in list(element):
        element.remove(child)
    element.text, element.tail = None, left + words + right + (element.tail or "")
