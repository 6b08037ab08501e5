"""Markup that is nested deeper than a parser or a walk can follow, made flat: in one pass, with all its text in order.

Down to a depth the tags stay as they are. What is deeper is written as boxes side by side, each stretch of text with the
inline elements around it; a box carries the classes of the elements that it stood in and is hidden if one of them was,
so that what a page hides stays hidden.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.articles.formats.markup.page_text import BLOCKS, VOID, is_hidden

MAX_DEPTH = 250
TAG = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))|<[!?][^>]*+>|<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*)(?P<attributes>(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>",
    re.DOTALL,
)
ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]*)))?")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
_KEPT_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"})
_PAGE = frozenset({"html", "head", "body"})
_CLOSED_BY: dict[str, frozenset[str]] = {
    **dict.fromkeys(("td", "th"), frozenset({"td", "th"})),
    **dict.fromkeys(("dt", "dd"), frozenset({"dt", "dd"})),
    "tr": frozenset({"td", "th", "tr"}),
    "li": frozenset({"li"}),
    "option": frozenset({"option"}),
}
"""Elements whose end may be left out, by what comes next."""
_PARAGRAPH = frozenset({"p"})
_MAX_INLINE = 20
_MAX_CLASSES = 50


@dataclass(slots=True)
class _Open:
    """An element that is open too deep: whether its tag is written, and what its text inherits."""

    name: str
    is_written: bool
    classes: tuple[str, ...]
    is_hidden: bool


def flattened(source: str, depth: int = MAX_DEPTH) -> str:
    """The markup with nothing deeper than so many elements, or than a few more where those are inline."""
    return _Flat(depth).read(source)


class _Flat:
    def __init__(self, depth: int) -> None:
        self._depth = depth
        self._kept: list[str] = []
        self._kept_names: Counter[str] = Counter()
        self._deep: list[_Open] = []
        self._deep_names: Counter[str] = Counter()
        self._box: str | None = None
        self._written = 0
        self._out: list[str] = []

    def read(self, source: str) -> str:
        position, last = 0, source.rfind(">") + 1
        while (match := TAG.search(source, position, last)) is not None:
            self._text(source[position : match.start()])
            position = match.end()
            if match["name"]:
                position = self._tag(match, source, position)
        self._text(source[position:].replace("<", "&lt;") if last else source[position:])
        self._close_box()
        return "".join(self._out)

    def _tag(self, match: re.Match[str], source: str, position: int) -> int:
        name = match["name"].lower()
        if name in _PAGE and not self._depth:
            return position
        if match["end"]:
            self._end(name, match[0])
        elif name in _RAW:
            end = re.compile(rf"</{re.escape(name)}[^>]*>", re.IGNORECASE).search(source, position)
            position = end.end() if end else len(source)
            self._out.append(source[match.start() : position] + ("" if end else f"</{name}>"))
        elif name in VOID:
            self._void(name, match[0])
        else:
            self._start(name, match)
        return position

    def _text(self, text: str) -> None:
        if not text:
            return
        if self._is_deep() and self._box is None:
            if text.isspace():
                return
            self._open_box()
        self._out.append(text)

    def _is_deep(self) -> bool:
        return bool(self._deep) or not self._depth

    def _void(self, name: str, tag: str) -> None:
        if self._is_deep() and name in BLOCKS:
            self._close_box()
        else:
            self._out.append(tag)

    def _start(self, name: str, match: re.Match[str]) -> None:
        if not self._is_deep():
            self._close_implied(name)
            if len(self._kept) < self._depth:
                self._kept.append(name)
                self._kept_names[name] += 1
                self._out.append(match[0])
                return
        around = self._deep[-1] if self._deep else _Open("", is_written=False, classes=(), is_hidden=False)
        attributes = _attributes(match["attributes"]) if match["attributes"].strip(" /") else {}
        classes = tuple(dict.fromkeys((*around.classes, *(attributes.get("class") or "").split())))[-_MAX_CLASSES:]
        opened = _Open(name, is_written=False, classes=classes, is_hidden=around.is_hidden or _hides(name, attributes))
        is_box = name in BLOCKS or opened.is_hidden != around.is_hidden
        if is_box or (classes != around.classes and self._written >= _MAX_INLINE):
            self._close_box()
        elif self._written < _MAX_INLINE:
            if self._box is None:
                self._open_box()
            opened.is_written = True
            self._written += 1
            self._out.append(match[0])
        self._deep.append(opened)
        self._deep_names[name] += 1

    def _close_implied(self, name: str) -> None:
        closed = _CLOSED_BY.get(name, _PARAGRAPH if name in BLOCKS else frozenset())
        while self._kept and self._kept[-1] in closed:
            self._kept_names[self._kept.pop()] -= 1

    def _end(self, name: str, tag: str) -> None:
        if self._deep_names[name]:
            while True:
                closed = self._deep.pop()
                self._deep_names[closed.name] -= 1
                around = self._deep[-1] if self._deep else None
                if closed.name in BLOCKS or closed.is_hidden != (around is not None and around.is_hidden):
                    self._close_box()
                elif closed.is_written:
                    self._out.append(f"</{closed.name}>")
                    self._written -= 1
                if closed.name == name:
                    break
            if not self._deep:
                self._close_box()
        elif self._kept_names[name]:
            self._close_box()
            self._deep.clear()
            self._deep_names.clear()
            while self._kept:
                closed_name = self._kept.pop()
                self._kept_names[closed_name] -= 1
                if closed_name == name:
                    break
            self._out.append(tag)

    def _open_box(self) -> None:
        innermost = self._deep[-1] if self._deep else None
        block = next((one.name for one in reversed(self._deep[-_MAX_INLINE:]) if one.name in BLOCKS), "div")
        self._box = block if block in _KEPT_BLOCKS else "div"
        classes = f' class="{html.escape(" ".join(innermost.classes))}"' if innermost and innermost.classes else ""
        hidden = " hidden" if innermost and innermost.is_hidden else ""
        self._out.append(f"<{self._box}{classes}{hidden}>")

    def _close_box(self) -> None:
        if self._box is None:
            return
        for opened in self._inline_written():
            self._out.append(f"</{opened.name}>")
            opened.is_written = False
        self._written = 0
        self._out.append(f"</{self._box}>")
        self._box = None

    def _inline_written(self) -> Iterator[_Open]:
        """Innermost first; all of them stand above the innermost block."""
        left = self._written
        for opened in reversed(self._deep):
            if not left:
                return
            if opened.is_written:
                left -= 1
                yield opened


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, *values in ATTRIBUTE.findall(text):
        found.setdefault(name.lower(), html.unescape("".join(values)))
    return found


def _hides(name: str, attributes: dict[str, str]) -> bool:
    is_closed = name in ("template", "noscript") or (name == "dialog" and "open" not in attributes)
    return is_closed or (bool(attributes) and is_hidden(attributes))
