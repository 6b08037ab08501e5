"""How a browser would paint an element's text: size, colour, what lies behind it, whether it is drawn at all.

What an element inherits comes from the element around it (CSS Cascade 4, 7), beginning with a browser's own black letters
of 16 pixels on white. What is not known, such as what a sheet from elsewhere puts behind an element, hides nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import html as lxml_html

from summarizer.articles.formats.markup.css_numbers import number
from summarizer.articles.formats.markup.css_values import Colour, colour, legacy_colour, size_of_letters
from summarizer.articles.formats.markup.custom_properties import resolved
from summarizer.articles.formats.markup.taken_away import is_out_of_sight, is_taken_away

_SMALLEST = 4.0
"""Letters of fewer pixels cannot be read."""
_FAINTEST = 0.06
_NEAR = 12.0
"""Two colours whose channels differ by no more look like one."""
_BLACK, _WHITE, _BLUE = (0.0, 0.0, 0.0, 1.0), (255.0, 255.0, 255.0, 1.0), (0.0, 0.0, 238.0, 1.0)
_YELLOW = (255.0, 255.0, 0.0, 1.0)
_UNKNOWN_ROOT = 100.0
"""The largest size of letters that scripts give a page's root for their "rem"."""
_FONT_SIZES = {"0": 10, "1": 10, "2": 13, "3": 16, "4": 18, "5": 24, "6": 32, "7": 48}
_OUTER = frozenset({"html", "body"})
OVER = frozenset({"absolute", "fixed", "sticky", "-webkit-sticky"})
_LOOKS = ("background", "bgcolor", "color", "text", "size")


@dataclass(frozen=True, slots=True)
class Paint:
    """What an element's own text is painted with.

    Attributes:
        size: of its letters, in pixels.
        colour, behind: None for one that is not known.
        is_visible: by the property of that name.
        opacity: of the element and those around it together.
        is_outlined: a shadow, an outline or a cut-out background draws the letters whatever their colour.
        is_open: classes may give it looks that the page itself does not tell.
        root: the size that "rem" refers to.
        is_bare: the page paints nothing but letters, so that whatever lies over it lies over its own ground.
        custom: custom properties.
    """

    size: float = 16.0
    colour: Colour | None = _BLACK
    behind: Colour | None = _WHITE
    is_visible: bool = True
    opacity: float = 1.0
    is_outlined: bool = False
    is_open: bool = False
    root: float = 16.0
    is_bare: bool = False
    custom: Mapping[str, str] = field(default_factory=dict)

    def shows(self) -> bool:
        """A reader sees text that is painted so."""
        if not self.is_visible or self.size < _SMALLEST or self.opacity < _FAINTEST:
            return False
        return self.is_outlined or not (_is_clear(self.colour) or self.is_of_one_colour())

    def is_lettered(self) -> bool:
        """But for its colour a reader would see it."""
        return self.is_visible and self.size >= _SMALLEST and self.opacity >= _FAINTEST and not _is_clear(self.colour)

    def is_of_one_colour(self) -> bool:
        """The letters have the colour of what lies behind them."""
        if self.colour is None or self.behind is None:
            return False
        return _is_near(_over(self.colour, self.behind), self.behind)


def first_paint(*, is_open: bool, is_bare: bool = False) -> Paint:
    """What a page begins with; if other sheets may say more, nobody knows what is behind its text."""
    root = _UNKNOWN_ROOT if is_open else 16.0
    return Paint(behind=None if is_open else _WHITE, is_open=is_open, root=root, is_bare=is_bare and not is_open)


def painted(element: lxml_html.HtmlElement, around: Paint, said: Mapping[str, str]) -> tuple[Paint, Mapping[str, str]]:
    """How an element is painted inside another one, and its declarations with custom properties put in."""
    if not said and not element.attrib and element.tag not in ("a", "mark"):
        return around, said
    custom, said = resolved(around.custom, said)
    paint = replace(around, custom=custom) if custom is not around.custom else around
    if said or any(name in element.attrib for name in _LOOKS) or element.tag in ("a", "mark"):
        paint = _with_letters(element, paint, said)
        paint = _with_colours(element, paint, said)
    elif paint.is_open and _is_named(element):
        paint = replace(paint, behind=None, colour=None)
    return paint, said


def hides(said: Mapping[str, str]) -> bool:
    """Declarations under which a browser shows nothing, wherever the element stands."""
    around = Paint(behind=None)
    paint = painted(lxml_html.Element("span"), around, said)[0]
    return not paint.shows() or is_taken_away(said, paint.size, paint.root) or is_out_of_sight(said, paint.size, paint.root)


def _is_named(element: lxml_html.HtmlElement) -> bool:
    return bool(element.get("class") or element.get("id"))


def _is_clear(letters: Colour | None) -> bool:
    return letters is not None and letters[3] < _FAINTEST


def _over(front: Colour, back: Colour) -> Colour:
    share = front[3]
    red, green, blue = (share * one + (1 - share) * other for one, other in zip(front[:3], back[:3], strict=True))
    return red, green, blue, 1.0


def _with_letters(element: lxml_html.HtmlElement, paint: Paint, said: Mapping[str, str]) -> Paint:
    changes: dict[str, Any] = {}
    if "font-size" in said:
        size = size_of_letters(said["font-size"], paint.size, paint.root)
        if size is not None and not (element.tag in _OUTER and size < _SMALLEST):
            changes["size"] = size
            if element.tag == "html":
                changes["root"] = size
    elif element.tag == "font" and (element.get("size") or "").strip() in _FONT_SIZES:
        changes["size"] = float(_FONT_SIZES[element.get("size").strip()])
    visibility = said.get("visibility")
    if visibility in ("visible", "initial", "hidden", "collapse") and element.tag not in _OUTER:
        changes["is_visible"] = visibility in ("visible", "initial")
    if "opacity" in said and element.tag not in _OUTER and (share := number(said["opacity"])) is not None:
        changes["opacity"] = paint.opacity * max(0.0, min(1.0, share))
    return replace(paint, **changes) if changes else paint


def _with_colours(element: lxml_html.HtmlElement, paint: Paint, said: Mapping[str, str]) -> Paint:
    letters = _letters(element, paint, said)
    behind = _behind(element, paint, said, letters)
    outlined = paint.is_outlined or "text" in said.get("background-clip", "") or _is_outlined(said, behind)
    return replace(paint, colour=letters, behind=behind, is_outlined=outlined)


def _is_outlined(said: Mapping[str, str], behind: Colour | None) -> bool:
    """A shadow, a stroke or a blend draws letters that their colour does not."""
    if said.get("mix-blend-mode", "normal") not in ("normal", "initial", "unset"):
        return True
    for name in ("text-shadow", "-webkit-text-stroke"):
        words = _words(said.get(name, ""))
        drawn = [found for word in words if (found := colour(word)) is not None]
        if any(_is_clear(found) or (behind and _is_near(_over(found, behind), behind)) for found in drawn):
            continue
        if drawn or any("(" in word for word in words):
            return True
    return False


def _is_near(one: Colour, other: Colour) -> bool:
    return all(abs(left - right) <= _NEAR for left, right in zip(one[:3], other[:3], strict=True))


def _letters(element: lxml_html.HtmlElement, paint: Paint, said: Mapping[str, str]) -> Colour | None:
    given = said.get("-webkit-text-fill-color") or said.get("color")
    if given is not None and given not in ("inherit", "unset", "currentcolor"):
        return _BLACK if given == "initial" else colour(given)
    if element.tag == "font" and element.get("color"):
        return legacy_colour(element.get("color"))
    if element.tag == "body" and element.get("text"):
        return legacy_colour(element.get("text"))
    if given is None and element.tag == "a" and element.get("href"):
        return None if paint.is_open else _BLUE
    if element.tag == "mark" and given is None:
        return _BLACK
    return None if paint.is_open and _is_named(element) and given is None else paint.colour


def _behind(element: lxml_html.HtmlElement, paint: Paint, said: Mapping[str, str], letters: Colour | None) -> Colour | None:
    image = said.get("background-image", "none")
    if "url(" in image or "gradient(" in image or "image" in image or element.get("background"):
        return None
    given = next((word for word in _words(said.get("background-color", "")) if _is_colour(word)), None)
    if given is None and element.get("bgcolor"):
        return legacy_colour(element.get("bgcolor"))
    if given is None and element.tag == "mark":
        return _YELLOW
    found = letters if given == "currentcolor" else colour(given) if given else None
    if given and found is None and given not in ("inherit", "initial", "unset"):
        return None
    if found is not None and found[3] >= 1:
        return found
    base = paint.behind
    if (_lies_over(said) and not paint.is_bare) or (paint.is_open and given is None and _is_named(element)):
        base = None
    return base if found is None or found[3] == 0 else (_over(found, base) if base else None)


def _is_colour(word: str) -> bool:
    return colour(word) is not None or "(" in word or word == "currentcolor"


def _words(value: str) -> list[str]:
    """The words of a value; a function with its arguments is one."""
    if "(" not in value:
        return value.split()
    words, depth, word = [], 0, ""
    for sign in value:
        depth += (sign == "(") - (sign == ")")
        if sign.isspace() and depth == 0:
            words.append(word)
            word = ""
        else:
            word += sign
    return [found for found in (*words, word) if found]


def _lies_over(said: Mapping[str, str]) -> bool:
    """It may stand in front of something other than the element around it."""
    if said.get("position") in OVER or said.get("transform", "none") != "none" or said.get("translate", "none") != "none":
        return True
    return any(said.get(side, "").startswith("-") for side in ("margin-top", "margin-left", "margin-bottom", "margin-right"))
