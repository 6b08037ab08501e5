"""The characters of a page as the parser names them: words, and parts of words that are drawn apart."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

_MAX_PAGE_CHARS = 200_000
_INVISIBLE = 3
PALE = 245
_FAINT = 10
_BOLD_WEIGHT = 600
UNKNOWN = "\ufffd"
_HYPHENS = "\x02\ufffe"  # the parser's own signs for a hyphen at a line end
_HYPHEN = str.maketrans(_HYPHENS, "--")
_WORD = re.compile("[^\\s\u200b\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_WIDE = re.compile("[\ud800-\udfff]")
_UNMAPPED = re.compile("[\x00-\x08\x0e-\x1f\uffff\ue000-\uf8ff\ud800-\udfff]")
CJK = (("\u3000", "\u30ff"), ("\u3400", "\u9fff"), ("\uff01", "\uff60"))


class Style(NamedTuple):
    """How a stretch of characters is drawn: type size in points, bold or not, quarter turns, in what kind of ink."""

    size: float
    bold: bool
    turns: int
    kind: str


class Piece(NamedTuple):
    """Characters that stand together: their box and origin in the page's space, points; `spaced` if parted from the last."""

    text: str
    box: tuple[float, float, float, float]
    x: float
    y: float
    style: Style
    spaced: bool


def _by_address(function: Any, *arguments: Any) -> Any:
    """A function of the parser that takes and gives plain addresses: to wrap each in an object costs half of the time."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.CFUNCTYPE(ctypes.c_void_p, *arguments)(address or 0)


_drawn = _by_address(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_int)
_render_mode = _by_address(pdfium.FPDFTextObj_GetTextRenderMode, ctypes.c_void_p)
_loose_box = _by_address(pdfium.FPDFText_GetLooseCharBox, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_origin = _by_address(pdfium.FPDFText_GetCharOrigin, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
_map_error = _by_address(pdfium.FPDFText_HasUnicodeMapError, ctypes.c_void_p, ctypes.c_int)


class _Place:
    """Where the parser writes a character's box (left, top, right, bottom) and origin."""

    def __init__(self) -> None:
        self.first, self.last = (ctypes.c_float * 4)(), (ctypes.c_float * 4)()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.to_first, self.to_last = ctypes.addressof(self.first), ctypes.addressof(self.last)
        self.to_x, self.to_y = ctypes.addressof(self.x), ctypes.addressof(self.y)


class _Object(NamedTuple):
    """A text object of the page: its style, the origin of its first character, whether its font names its characters."""

    style: Style
    x: float
    y: float
    mapped: bool


def pieces_of(handle: Any) -> Iterator[Piece]:
    """Words, and parts of words that are drawn apart, in the order of drawing."""
    text = _characters(handle)
    page = ctypes.addressof(handle.contents)
    objects: dict[int, _Object] = {}
    place = _Place()
    end = 0
    for start, stop, address in _parts(page, text):
        drawn = objects.get(address)
        if drawn is None:
            drawn = objects[address] = _object(handle, page, start, address, place)
        spaced = start > end or not end or text[end - 1] in _HYPHENS
        end = stop
        if drawn.style.turns or text[start] >= "\u3000":
            _origin(page, start, place.to_x, place.to_y)
            drawn = drawn._replace(x=place.x.value, y=place.y.value)
        yield Piece(_shown(text[start:stop], drawn), _box(page, start, stop, place), drawn.x, drawn.y, drawn.style, spaced)


def _object(handle: Any, page: int, index: int, address: int, place: _Place) -> _Object:
    _origin(page, index, place.to_x, place.to_y)
    mapped = _map_error(page, index) not in (1, -1)
    return _Object(_style(handle, index, address), place.x.value, place.y.value, mapped)


def _shown(text: str, drawn: _Object) -> str:
    if not drawn.mapped:
        return UNKNOWN * len(text)
    return text if text.isprintable() else _UNMAPPED.sub(UNKNOWN, text.translate(_HYPHEN))


def _characters(page: Any) -> str:
    """The page's characters, one for each index of the parser."""
    count = min(pdfium.FPDFText_CountChars(page), _MAX_PAGE_CHARS)
    buffer = (ctypes.c_ushort * (count + 1))()
    pdfium.FPDFText_GetText(page, 0, count, buffer)
    text = bytes(buffer).decode("utf-16-le", "surrogatepass")[:-1]
    if len(text) == count and not _WIDE.search(text):
        return text
    return "".join(chr(pdfium.FPDFText_GetUnicode(page, index)) for index in range(count))


def _parts(page: int, text: str) -> Iterator[tuple[int, int, int]]:
    """Words, or parts of them that are drawn at one go, as start, stop and object; Chinese and Japanese by character."""
    spans = [match.span() for match in _WORD.finditer(text)]
    objects = [_drawn(page, start) for start, _ in spans]
    objects.append(None)
    for place, (start, stop) in enumerate(spans):
        first = objects[place]
        alone = text[start] >= "\u3000" and within(text[start], CJK)
        if stop - start == 1 or (not alone and (objects[place + 1] == first or _drawn(page, stop - 1) == first)):
            yield start, stop, first or 0
        else:
            yield from _split(page, start, stop, alone=alone)


def _split(page: int, start: int, stop: int, *, alone: bool) -> Iterator[tuple[int, int, int]]:
    first = _drawn(page, start)
    for index in range(start + 1, stop):
        current = _drawn(page, index)
        if alone or current != first:
            yield start, index, first or 0
            start, first = index, current
    yield start, stop, first or 0


def _box(page: int, start: int, stop: int, place: _Place) -> tuple[float, float, float, float]:
    _loose_box(page, start, place.to_first)
    left, top, right, bottom = place.first
    if stop - start == 1:
        return left, bottom, right, top
    _loose_box(page, stop - 1, place.to_last)
    last_left, last_top, last_right, last_bottom = place.last
    return (
        min(last_left, left),
        min(last_bottom, bottom),
        max(last_right, right),
        max(last_top, top),
    )


def _style(text: Any, index: int, drawn: int) -> Style:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    size = pdfium.FPDFText_GetFontSize(text, index) * scale
    turns = -round(pdfium.FPDFText_GetCharAngle(text, index) / (math.pi / 2)) % 4
    name = ctypes.create_string_buffer(80)
    pdfium.FPDFText_GetFontInfo(text, index, name, 80, None)
    heavy = any(word in name.value.lower() for word in (b"bold", b"black"))
    bold = heavy or pdfium.FPDFText_GetFontWeight(text, index) >= _BOLD_WEIGHT
    return Style(round(abs(size), 2), bold, turns, _kind(text, index, drawn))


def _kind(text: Any, index: int, drawn: int) -> str:
    if drawn and _render_mode(drawn) == _INVISIBLE:
        return "invisible"
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFText_GetFillColor(text, index, red, green, blue, alpha):
        return "text"
    pale = min(red.value, green.value, blue.value) >= PALE
    return "pale" if pale or alpha.value < _FAINT else "text"


def within(char: str, ranges: tuple[tuple[str, str], ...]) -> bool:
    """The character lies in one of the ranges, both ends included."""
    return any(low <= char <= high for low, high in ranges)
