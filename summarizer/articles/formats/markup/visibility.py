"""What of a page a reader does not see: by attributes, by inline styles and by the page's own simple rules.

`aria-hidden` hides from screen readers only (WAI-ARIA 1.2), so what carries it is read. What only screen readers are
given is left out, unless it is the only word for something beside a number. A dialogue that lies over the page is not
the article, and an article's body that the page hides (a metered wall, an open dialogue) is read all the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lxml import html as lxml_html

from summarizer.articles.formats.markup.hidden_bodies import PROSE, prose_of, restored
from summarizer.articles.formats.markup.page_styles import PageStyles
from summarizer.articles.formats.markup.seen import DIALOGUE, DRAWN, FOR_LISTENERS, HIDDEN, find_unseen
from summarizer.articles.formats.markup.tree_text import (
    block_of,
    leading_text,
    own_text,
    replace_all,
    text_after,
    text_before,
    text_blocks,
    would_join,
)

_UNHEARD = re.compile(
    r"(?:^|\s)(?:sr-only(?:-\w+)?|visually-?hidden(?:-focusable)?|screen-?reader(?:s?-?(?:text|only))?|a-offscreen|u-hidden-visually"
    r"|element-invisible|assistive-text|show-for-sr|cdk-visually-hidden|accessibility-hidden|hidden-?accessible|u-vh|vh|offscreen)(?=\s|$)",
    re.IGNORECASE,
)
_ICON = re.compile(
    r"(?:^|[\s_-])(?:icons?|material-icons|material-symbols|glyphicon|fa|fas|far|fab|bi|dashicons)(?=[\s_-]|$)", re.IGNORECASE
)
_MATH_DRAWN = re.compile(r"(?:^|\s)(?:katex-html|MathJax_Preview|MathJax_CHTML|MathJax_SVG)(?=\s|$)")
_ON_HOVER = re.compile(
    r"(?:^|\s)(?:tooltip-?(?:text|content|body)|popover-?(?:text|content|body)|hover-?card(?:-content)?|rollover-\w{1,20}-block)(?=\s|$)",
    re.IGNORECASE,
)
_DIALOG_ROLES = frozenset({"dialog", "alertdialog"})
_CONSENT = re.compile(
    r"(?:^|[\s_-])(?:cookie\w{0,12}|consent\w{0,12}|gdpr\w{0,12}|onetrust\w{0,12}|cmp|cmpbox|didomi\w{0,12}|usercentrics\w{0,12}|truste)(?=[\s_-]|$)",
    re.IGNORECASE,
)
_CONSENT_WORDS = re.compile(
    r"cookie|privacy|datenschutz|confidentialité|privacidad|partners|персональн|プライバシー|隐私", re.IGNORECASE
)
_MAX_UNHEARD = 40
_MUCH = 0.25
"""A smaller dialogue, beside what is shown, is the consent banner of every page and not worth a line."""
_MAX_CONSENT = 3000
_REMEMBERED = 4096
_TELLING = re.compile(r"[\d$€£¥%]")


@dataclass(frozen=True, slots=True)
class Unseen:
    """What was left out of a page as not seen, and what was read although the page hides it; in characters."""

    hidden: int = 0
    dialogues: int = 0
    restored: int = 0
    shown: int = 0

    def said(self) -> tuple[str, ...]:
        """Plain sentences on what was done, with an alarm where it was most of the page."""
        said = []
        if self.restored:
            said.append(
                f"the page hides {self.restored:,} characters of the article's own body (a wall or a dialogue lies over it); "
                "they were read"
            )
        if self.hidden:
            said.append(f"{_characters(self.hidden)} left out that the page hides from readers")
        if self.hidden > max(self.shown, PROSE):
            of = self.hidden + self.shown
            said.append(f"most of the page's text is hidden ({self.hidden:,} of {of:,} characters); check the page")
        if self.dialogues > _MUCH * self.shown:
            said.append(f"{_characters(self.dialogues)} left out that stand in a dialogue over the page")
        return tuple(said)


def _characters(count: int) -> str:
    return "1 character was" if count == 1 else f"{count:,} characters were"


def drop_unseen(tree: lxml_html.HtmlElement, styles: PageStyles) -> Unseen:
    """Remove what a reader of the page does not see."""
    found = find_unseen(tree, styles, _place_by_attributes)
    hidden, unheard, drawn, dialogues = found.places
    prose = prose_of(tree) if dialogues else 0
    dialogues = [dialogue for dialogue in dialogues if not _holds_most(dialogue, prose)]
    brought_back = restored(tree, hidden, dialogues)
    told = [element for element in unheard if _tells(element)]
    kept = {*told, *brought_back}
    drop = [element for element in (*hidden, *unheard) if element not in kept]
    lost = sum(len(own_text(element)) for element in drop) + sum(_without_text(*place) for place in found.texts)
    over = sum(len(own_text(element)) for element in dialogues)
    instead = {element: " " if _would_join(element) else "" for element in (*drop, *dialogues, *drawn)}
    replace_all({**{element: _set_off(element) for element in told}, **instead})
    for element in tree.xpath("//*[@aria-hidden]"):
        element.attrib.pop("aria-hidden", None)  # what is left is seen, and the extraction would drop it
    shown = sum(map(len, text_blocks(tree, furniture=True))) if lost > PROSE else lost
    return Unseen(lost, over, sum(len(own_text(element)) for element in brought_back), shown)


def _without_text(element: lxml_html.HtmlElement, behind: bool) -> int:  # noqa: FBT001 (one of two places)
    """Take away an element's first text, or the text behind it; how many characters it had."""
    text = element.tail if behind else element.text
    if behind:
        element.tail = " "
    else:
        element.text = " "
    return len(" ".join((text or "").split()))


def _place_by_attributes(element: lxml_html.HtmlElement) -> int | None:
    if element.tag == "template" and element.get("shadowrootmode"):
        element.tag = "div"
    if not element.attrib:
        return None
    name = element.get("class") or ""
    named = _place_by_class(name) if name else None
    is_icon = element.tag in ("i", "span") and element.get("aria-hidden") == "true" and _ICON.search(name)
    if is_icon or named == DRAWN:
        return DRAWN
    if _is_dialogue(element):
        return DIALOGUE
    return HIDDEN if named is None and element.get("role") == "tooltip" else named


@lru_cache(maxsize=_REMEMBERED)
def _place_by_class(name: str) -> int | None:
    """What the names of classes say by themselves."""
    if _MATH_DRAWN.search(name):
        return DRAWN
    if _UNHEARD.search(name):
        return FOR_LISTENERS
    return HIDDEN if _ON_HOVER.search(name) else None


def _holds_most(dialogue: lxml_html.HtmlElement, whole: int) -> bool:
    """The page shows its article in a dialogue, or a name of consent is that of the whole page."""
    prose = prose_of(dialogue)
    is_most = prose * 2 > whole
    return is_most and (prose > _MAX_CONSENT or not _CONSENT_WORDS.search(leading_text(dialogue, _MAX_CONSENT)))


@lru_cache(maxsize=_REMEMBERED)
def _names_consent(name: str) -> bool:
    return bool(_CONSENT.search(name))


def _is_dialogue(element: lxml_html.HtmlElement) -> bool:
    """A dialogue or consent box, and not one that shows the article."""
    role = (element.get("role") or "").lower()
    is_over = element.tag == "dialog" or role in _DIALOG_ROLES or element.get("aria-modal") == "true"
    is_named = _names_consent(element.get("class") or "") or _names_consent(element.get("id") or "")
    if not is_over and not (is_named and _CONSENT_WORDS.search(leading_text(element, 2000))):
        return False
    if next(element.iter("article", "main", "h1"), None) is not None:
        return False
    return is_over or next(element.iterancestors("article", "main"), None) is None


def _tells(element: lxml_html.HtmlElement) -> bool:
    """A few words for screen readers beside a number, with nothing drawn in their place."""
    text = own_text(element)
    if not text or len(text) > _MAX_UNHEARD or any(sign.isdigit() for sign in text):
        return False
    for beside in (element.getprevious(), element.getnext()):
        if beside is not None and isinstance(beside.tag, str) and _is_drawn(beside):
            return False
    before, after = text_before(element).rstrip(), text_after(element).lstrip()
    return bool(_TELLING.match(after[:1]) or (_TELLING.match(before[-1:]) and block_of(element).tag != "a" and text.isalpha()))


def _is_drawn(beside: lxml_html.HtmlElement) -> bool:
    return beside.get("aria-hidden") == "true" or beside.tag in ("img", "svg")


def _set_off(element: lxml_html.HtmlElement) -> str:
    """Words for screen readers, between spaces."""
    before = " " if text_before(element)[-1:].isalnum() else ""
    return f"{before}{own_text(element)}{' ' if text_after(element)[:1].strip() else ''}"


def _would_join(element: lxml_html.HtmlElement) -> bool:
    """Without the element, a figure would run into what stands behind it, though a box stood between them."""
    if block_of(element) is element:
        return would_join(text_before(element), text_after(element))
    return False
