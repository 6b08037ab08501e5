"""Borders between neighbours without white space: a figure never runs into the word or figure in the next element.

A browser sets such elements apart by its style sheet, which is not read, or not at all, as where one letter of a word is
bold. So a space is put where a figure meets a word or a figure, and not inside a word, an ordinal or a number.
"""

from __future__ import annotations

import re

from lxml import html as lxml_html

from summarizer.articles.formats.markup.page_styles import PageStyles
from summarizer.articles.formats.markup.page_text import BLOCKS, UNREAD
from summarizer.articles.formats.markup.tree_text import UNSPACED

_FORMATTING = frozenset(
    {
        "b",
        "strong",
        "i",
        "em",
        "u",
        "font",
        "mark",
        "small",
        "big",
        "tt",
        "code",
        "sup",
        "sub",
        "ins",
        "wbr",
        "ruby",
        "rb",
        "bdi",
        "bdo",
        "abbr",
    }
)
_SEPARATE = frozenset({"cite", "label", "time", "button", "data", "output"})
"""Elements that are a piece of information of their own, no part of a word."""
_INITIAL = re.compile(r"drop-?caps?|initial|first-?letter|lettrine|capital|versal", re.IGNORECASE)
_DIGIT_BOX = re.compile(r"digit|odometer|counter|flip", re.IGNORECASE)
_COMPLETE = re.compile(r"(?:\d{1,2}[:.h]\d{2}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})[.,]?$")
_ORDINAL = re.compile(
    r"(?:st|nd|rd|th|er|re|ère|ere|ème|eme|e|te|ter|ste|de|º|ª|o|a|s|ers|ий|ый|й|я|го|му|ти)(?![^\W\d_])", re.IGNORECASE
)
_TOKEN_BEFORE = re.compile(r"\S{1,40}$")
_WORD_BEFORE = re.compile(r"[^\W\d_]{1,40}$")
_WORD_AFTER = re.compile(r"[^\W\d_]{1,40}")
_STYLED = re.compile(
    r"(?:^|;)(?:color|font[\w-]*|text-decoration[\w-]*|background[\w-]*|letter-spacing|mso-[\w-]+|line-height|white-space|vertical-align):"
)
_BOXED = re.compile(r"display:(?:inline-)?(?:block|flex|grid|table)|display:table-cell|float:(?:left|right)")
_TAIL = 40
_ACRONYM = 4
_SUFFIX = 2
_NAME = 4


def part_neighbours(tree: lxml_html.HtmlElement, styles: PageStyles) -> None:
    """Put a space between two neighbours where without it a figure would run into a figure or a word."""
    _Parting(styles, _is_exported(tree)).read(tree)


def _is_exported(tree: lxml_html.HtmlElement) -> bool:
    """A word processor wrote the page: its spans are runs of letters, cut anywhere."""
    for meta in tree.iter("meta"):
        if (meta.get("name") or "").lower() in ("generator", "progid") and re.search(
            r"word|office|writer|docs", meta.get("content") or "", re.IGNORECASE
        ):
            return True
    body = tree.find(".//body")
    return body is not None and "doc-content" in (body.get("class") or "").split()


class _Parting:
    """One walk over a tree that remembers the end of the text so far and what stood between it and the next text."""

    def __init__(self, styles: PageStyles, is_exported: bool) -> None:  # noqa: FBT001 (one fact about the page)
        self._styles = styles
        self._is_exported = is_exported
        self._before = ""
        self._crossed: list[lxml_html.HtmlElement] = []
        self._ended = False
        self._started = False

    def read(self, tree: lxml_html.HtmlElement) -> None:
        """Walk over a tree without recursion, for it may be nested deep."""
        walk = lxml_html.etree.iterwalk(tree, events=("start", "end"))
        for event, element in walk:
            if not isinstance(element.tag, str):
                continue
            if event == "start":
                if element.tag in UNREAD and element is not tree:
                    walk.skip_subtree()
                    self._cross(element, is_start=True)
                    continue
                self._cross(element, is_start=True)
                element.text = self._read(element.text)
            elif element is not tree:
                if element.tag not in UNREAD:
                    self._cross(element, is_start=False)
                if "-" in element.tag and next(element.iterdescendants(*BLOCKS), None) is None:
                    element.tag = "span"  # a browser shows an element that it does not know; the extraction would drop it
                element.tail = self._read(element.tail)

    def _cross(self, element: lxml_html.HtmlElement, *, is_start: bool) -> None:
        if element.tag in BLOCKS:
            self._before = ""
            self._crossed.clear()
            self._ended = self._started = False
        elif self._before:
            self._crossed.append(element)
            self._started |= is_start
            self._ended |= not is_start

    def _read(self, text: str | None) -> str | None:
        if not text:
            return text
        if self._before and self._crossed and self._must_part(text):
            text = " " + text
        self._before = (self._before + text)[-_TAIL:]
        if text[-1:].isspace():
            self._before = ""
        self._crossed.clear()
        self._ended = self._started = False
        return text

    def _must_part(self, text: str) -> bool:
        left, right = self._before[-1], text[0]
        if left.isspace() or not right.isalnum() or any(_INITIAL.search(e.get("class") or "") for e in self._crossed):
            return False
        if any(self._is_box(element) for element in self._crossed):
            return left.isalnum() or left in ":;!?)%"
        if left.isalnum() and self._ended and self._started and any(e.tag in _SEPARATE for e in self._crossed):
            return not UNSPACED.match(left)
        if left in ";!?:":
            return self._ended and self._started and not self._before[-2:-1].isdigit()
        return self._parts_characters(left, right, text)

    def _parts_characters(self, left: str, right: str, text: str) -> bool:
        if left.isdigit() and right.isdigit():
            return self._parts_figures(text)
        if UNSPACED.match(left) or UNSPACED.match(right):
            return False
        if left.isdigit() and right.isalpha():
            return self._parts_figure_from_word(text)
        if left.isalpha() and right.isdigit():
            return self._parts_word_from_figure()
        return self._parts_words(text)

    def _parts_figures(self, text: str) -> bool:
        token = _TOKEN_BEFORE.search(self._before)
        if token and _COMPLETE.search(token[0]):
            return True
        if self._is_exported or all(self._is_formatting(element) for element in self._crossed):
            return False
        named = [element.get("class") or "" for element in self._crossed]
        if any(map(_DIGIT_BOX.search, named)):
            return False
        return not self._are_single_digits(text)

    def _are_single_digits(self, text: str) -> bool:
        """Each digit of a figure stands in an element of its own."""
        return (
            len(text.strip()) == 1
            and len({element.tag for element in self._crossed}) == 1
            and len({element.get("class") for element in self._crossed}) == 1
            and len(self._crossed) > 1
        )

    def _parts_figure_from_word(self, text: str) -> bool:
        if self._is_exported and all(element.tag == "span" for element in self._crossed):
            return False
        word = _WORD_AFTER.match(text)
        if word and self._is_one_edge() and (len(word[0]) <= _SUFFIX or _ORDINAL.match(text)):
            return False
        if word is None or (len(word[0]) == 1 and len(text.strip()) <= 1):
            return False
        return not (_ORDINAL.match(text) and len(text.strip()) == len(word[0])) and not (
            len(word[0]) == 1 and not text[1:2].isspace()
        )

    def _is_one_edge(self) -> bool:
        """One element ends or starts here that only changes how letters look: somebody wrote "<b>27</b>th", "<b>5</b>m"."""
        return self._ended != self._started and all(map(self._is_formatting, self._crossed))

    def _parts_word_from_figure(self) -> bool:
        if self._is_exported and all(element.tag == "span" for element in self._crossed):
            return False
        word = _WORD_BEFORE.search(self._before)
        return word is not None and len(word[0]) > 1 and not (word[0].isupper() and len(word[0]) <= _ACRONYM)

    def _parts_words(self, text: str) -> bool:
        """Two words in an element each, the second with a capital: a name and a label, no word cut in two."""
        if self._is_exported or not (self._ended and self._started):
            return False
        left, right = _WORD_BEFORE.search(self._before), _WORD_AFTER.match(text)
        return bool(
            left and right and len(left[0]) >= _NAME and left[0][-1].islower() and len(right[0]) > 1 and right[0].istitle()
        )

    def _is_box(self, element: lxml_html.HtmlElement) -> bool:
        """It stands apart on the screen: a picture, or an element that its styles make a box."""
        if element.tag in ("img", "svg", "iframe", "input"):
            return True
        if self._is_exported:
            return False
        style = "".join((element.get("style") or "")[:500].split()).lower()
        if style and (_BOXED.search(style) or "margin" in style or "padding" in style):
            return True
        rules = self._styles.all_of(element)
        return bool(rules) and bool(_BOXED.search(";".join(f"{name}:{value}" for name, value in rules.items())))

    def _is_formatting(self, element: lxml_html.HtmlElement) -> bool:
        if element.tag in _FORMATTING:
            return True
        style = "".join((element.get("style") or "")[:500].split()).lower()
        return element.tag == "span" and bool(style) and bool(_STYLED.search(style))
