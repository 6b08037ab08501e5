"""One walk over a page that finds what a reader does not see, with what each element inherits from those around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree
from lxml import html as lxml_html

from summarizer.articles.formats.markup.hidden_bodies import OUTER, UNSEEN
from summarizer.articles.formats.markup.over_pictures import OverPictures
from summarizer.articles.formats.markup.page_styles import PageStyles
from summarizer.articles.formats.markup.painting import Paint, first_paint, painted
from summarizer.articles.formats.markup.taken_away import is_out_of_sight, is_taken_away

HIDDEN, FOR_LISTENERS, DRAWN, DIALOGUE = range(4)
_UNPAINTED = frozenset({"script", "style", "head", "title"})
_BY_TIME = frozenset(
    {"opacity", "visibility", "transform", "scale", "translate", "clip-path", "max-height", "height", "filter"}
)
"""What an animation changes as a rule."""


@dataclass(slots=True)
class Unpainted:
    """What is not seen of a page.

    Attributes:
        places: outermost elements by why they are not seen.
        texts: elements whose own text is not seen though something inside is; with whether it is the text behind them.
    """

    places: tuple[list[lxml_html.HtmlElement], ...] = field(default_factory=lambda: ([], [], [], []))
    texts: list[tuple[lxml_html.HtmlElement, bool]] = field(default_factory=list)


@dataclass(slots=True)
class _Frame:
    element: lxml_html.HtmlElement
    paint: Paint
    shows: bool
    holds_seen: bool = False
    unseen: list[tuple[lxml_html.HtmlElement, bool | None]] = field(default_factory=list)
    """Elements not seen as a whole (None), or only their text (False) or what follows them (True)."""


def find_unseen(
    tree: lxml_html.HtmlElement, styles: PageStyles, named: Callable[[lxml_html.HtmlElement], int | None]
) -> Unpainted:
    """What a reader of a page does not see; `named` says it of an element by its names alone."""
    return _Walk(styles, named).read(tree)


class _Walk:
    def __init__(self, styles: PageStyles, named: Callable[[lxml_html.HtmlElement], int | None]) -> None:
        self._styles = styles
        self._named = named
        self._pictures = OverPictures(styles.declared)
        self._found = Unpainted()
        self._frames: list[_Frame] = []

    def read(self, tree: lxml_html.HtmlElement) -> Unpainted:
        around = first_paint(is_open=self._styles.is_open, is_bare=self._styles.is_bare)
        outer = _Frame(tree, around, shows=True)
        self._frames = [outer]
        walk = etree.iterwalk(tree, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                self._end(element, tree)
            elif not isinstance(element.tag, str) or element.tag in _UNPAINTED or not self._start(element):
                self._frames.append(_Frame(element, around, shows=True))
                walk.skip_subtree()
        for element, part in outer.unseen:
            self._settle(element, part)
        return self._found

    def _settle(self, element: lxml_html.HtmlElement, part: bool | None) -> None:  # noqa: FBT001 (three states)
        if part is None:
            self._found.places[HIDDEN].append(element)
        else:
            self._found.texts.append((element, part))

    def _start(self, element: lxml_html.HtmlElement) -> bool:
        """Whether the element is laid out; if so it is the innermost frame."""
        around = self._frames[-1].paint
        said = self._styles.declared(element)
        if self._styles.animations and "animation" in said:
            said = self._after_animation(said)
        is_outer = element.tag in OUTER or len(self._frames) == 1
        paint, said = painted(element, around, said)
        place = None if is_outer else self._named(element)
        if place is None and not is_outer:
            place = _place(element, said, paint)
        if place is not None:
            self._found.places[place].append(element)
            return False
        frame = _Frame(element, paint, paint.shows() or self._may_show(element, paint))
        self._frames.append(frame)
        self._note(frame, element.text, element, behind=False)
        return True

    def _after_animation(self, said: Mapping[str, str]) -> Mapping[str, str]:
        if not any(word.strip(",") in self._styles.animations for word in said["animation"].split()):
            return said
        return {name: value for name, value in said.items() if name not in _BY_TIME}

    def _may_show(self, element: lxml_html.HtmlElement, paint: Paint) -> bool:
        """Only its colour hides it, and that of the page does not count where a picture lies between."""
        return paint.is_of_one_colour() and paint.is_lettered() and self._pictures.may_hold(element)

    def _note(self, frame: _Frame, text: str | None, element: lxml_html.HtmlElement, *, behind: bool) -> None:
        if text and not text.isspace():
            if frame.shows:
                frame.holds_seen = True
            else:
                frame.unseen.append((element, behind))

    def _end(self, element: lxml_html.HtmlElement, tree: lxml_html.HtmlElement) -> None:
        frame = self._frames.pop()
        if not self._frames:
            return
        around = self._frames[-1]
        around.holds_seen = around.holds_seen or frame.holds_seen
        if frame.unseen and not frame.holds_seen and not frame.shows and element.tag not in OUTER:
            around.unseen.append((element, None))
        else:
            around.unseen += frame.unseen
        if element is not tree:
            self._note(around, element.tail, element, behind=True)


def _place(element: lxml_html.HtmlElement, said: Mapping[str, str], paint: Paint) -> int | None:
    if element.tag in UNSEEN or is_closed(element, said) or (element.tag == "object" and element.get("data")):
        return HIDDEN
    if element.tag == "select":
        return DRAWN
    if not said:
        return None
    if is_taken_away(said, paint.size, paint.root):
        return HIDDEN
    return FOR_LISTENERS if is_out_of_sight(said, paint.size, paint.root) else None


def is_closed(element: lxml_html.HtmlElement, said: Mapping[str, str]) -> bool:
    """It is not shown until a script opens it, by its attributes; a style may show it all the same."""
    if said.get("display", "none") not in ("none", "unset", "revert", "inherit"):
        return False
    if element.get("hidden") is not None or element.get("popover") is not None:
        return True
    return element.tag == "dialog" and element.get("open") is None
