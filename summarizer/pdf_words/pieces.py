"""The characters of a page as the parser names them: words, and parts of words that are drawn apart."""

from __future__ import annotations

import ctypes
import math
import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

_MAX_PAGE_CHARS = 200_000
_INVISIBLE = 3
PALE = 245
_FAINT = 10
_BOLD_WEIGHT = 600
WIDE_GAP = 0.65
_LEAST_GAP = -0.3
_FIRST_RTL = "\u0590"
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
    """Words that stand together: their box and origin in the page's space, points; `spaced` if parted from the last."""

    text: str
    box: tuple[float, float, float, float]
    x: float
    y: float
    style: Style
    spaced: bool


def _by_address(function: Any, *arguments: Any, gives: Any = ctypes.c_void_p) -> Any:
    """A function of the parser that takes and gives plain addresses: to wrap each in an object costs half of the time."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.CFUNCTYPE(gives, *arguments)(address or 0)


_AT = (ctypes.c_void_p, ctypes.c_int)
_drawn = _by_address(pdfium.FPDFText_GetTextObject, *_AT)
_font = _by_address(pdfium.FPDFTextObj_GetFont, ctypes.c_void_p)
_render_mode = _by_address(pdfium.FPDFTextObj_GetTextRenderMode, ctypes.c_void_p)
_loose_box = _by_address(pdfium.FPDFText_GetLooseCharBox, *_AT, ctypes.c_void_p)
_origin = _by_address(pdfium.FPDFText_GetCharOrigin, *_AT, ctypes.c_void_p, ctypes.c_void_p)
_map_error = _by_address(pdfium.FPDFText_HasUnicodeMapError, *_AT)
_matrix = _by_address(pdfium.FPDFText_GetMatrix, *_AT, ctypes.c_void_p)
_font_size = _by_address(pdfium.FPDFText_GetFontSize, *_AT, gives=ctypes.c_double)
_angle = _by_address(pdfium.FPDFText_GetCharAngle, *_AT, gives=ctypes.c_float)
_fill_colour = _by_address(pdfium.FPDFText_GetFillColor, *_AT, *(ctypes.c_void_p,) * 4)


class _Object(NamedTuple):
    """A text object of the page: its style, the origin of its first character, whether its font names its characters."""

    style: Style
    x: float
    y: float
    mapped: bool


class _Objects:
    """The text objects of a page, each asked for once, and the places where the parser writes its answers."""

    def __init__(self, handle: Any) -> None:
        self.handle = handle
        self.page = ctypes.addressof(handle.contents)
        self.matrix, self.point, self.colour = pdfium.FS_MATRIX(), (ctypes.c_double * 2)(), (ctypes.c_uint * 4)()
        self.to_matrix = ctypes.addressof(self.matrix)
        self.to_point = [ctypes.addressof(self.point) + 8 * place for place in range(2)]
        self.to_colour = [ctypes.addressof(self.colour) + 4 * place for place in range(4)]
        self.bold: dict[int, bool] = {}
        self.found: dict[int, _Object] = {}

    def of(self, address: int, index: int) -> _Object:
        """The object that draws the character."""
        found = self.found.get(address)
        if found is None:
            x, y = self.origin(index)
            mapped = _map_error(self.page, index) not in (1, -1)
            found = self.found[address] = _Object(self._style(address, index), x, y, mapped)
        return found

    def origin(self, index: int) -> tuple[float, float]:
        """Where the character's baseline begins."""
        _origin(self.page, index, *self.to_point)
        x, y = self.point
        return x, y

    def _style(self, address: int, index: int) -> Style:
        _matrix(self.page, index, self.to_matrix)
        scale = math.hypot(self.matrix.c, self.matrix.d) or 1.0
        turns = -round(_angle(self.page, index) / (math.pi / 2)) % 4
        font = (_font(address) if address else None) or 0
        if font not in self.bold:
            self.bold[font] = _is_bold(self.handle, index)
        size = round(abs(_font_size(self.page, index) * scale), 2)
        return Style(size, self.bold[font], turns, self._kind(address, index))

    def _kind(self, address: int, index: int) -> str:
        if address and _render_mode(address) == _INVISIBLE:
            return "invisible"
        if not (_fill_colour(self.page, index, *self.to_colour) or 0) & 1:
            return "text"
        *ink, alpha = self.colour
        return "pale" if min(ink) >= PALE or alpha < _FAINT else "text"


def _is_bold(handle: Any, index: int) -> bool:
    name = ctypes.create_string_buffer(80)
    pdfium.FPDFText_GetFontInfo(handle, index, name, 80, None)
    heavy = any(word in name.value.lower() for word in (b"bold", b"black"))
    return heavy or pdfium.FPDFText_GetFontWeight(handle, index) >= _BOLD_WEIGHT


def pieces_of(handle: Any) -> Iterator[Piece]:
    """What is drawn at one go, parted where a wide gap or a script that is read otherwise asks for it, as it is drawn."""
    text = _characters(handle)
    objects = _Objects(handle)
    parts = list(_parts(objects.page, text))
    edges = _edges(objects.page, parts)
    first = 0
    while first < len(parts):
        start, _, address = parts[first]
        drawn = objects.of(address, start)
        ahead = _stretch(text, parts, edges, first, drawn.style)
        words = _words(text, parts[first:ahead], drawn)
        at_own = drawn.style.turns or words[0] >= "\u3000"
        x, y = objects.origin(start) if at_own else (drawn.x, drawn.y)
        before = parts[first - 1][1] if first else 0
        spaced = start > before or not first or text[before - 1] in _HYPHENS
        yield Piece(words, _box(edges, first, ahead - 1), x, y, drawn.style, spaced)
        first = ahead


def _stretch(text: str, parts: list[tuple[int, int, int]], edges: list[float], first: int, style: Style) -> int:
    """The index after the last of the words, from the first one on, that are one object, upright, at usual distances."""
    ahead = first + 1
    if style.turns or style.kind != "text":
        return ahead
    start, stop, address = parts[first]
    widest, least, long = WIDE_GAP * style.size, _LEAST_GAP * style.size, stop - start > 1
    while ahead < len(parts):
        begin, end, other = parts[ahead]
        if other != address or begin == stop or text[stop - 1] in _HYPHENS:
            break
        gap = edges[8 * ahead] - edges[8 * ahead - 2]
        if not least < gap < widest or text[stop - 1] >= _FIRST_RTL or text[begin] >= _FIRST_RTL:
            break
        if not (long or end - begin > 1):
            break
        stop, long, ahead = end, True, ahead + 1
    return ahead


def _words(text: str, parts: Sequence[tuple[int, int, int]], drawn: _Object) -> str:
    """The characters of the parts, a space between two."""
    whole = text[parts[0][0] : parts[-1][1]]
    if drawn.mapped and whole.isprintable() and whole.count(" ") == len(parts) - 1:
        return whole
    return " ".join(_shown(text[start:stop], drawn) for start, stop, _ in parts)


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
    objects = [*map(_drawn, repeat(page), [start for start, _ in spans]), None]
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


def _edges(page: int, parts: Sequence[tuple[int, int, int]]) -> list[float]:
    """Left, top, right, bottom of the first character of each part, and of its last one."""
    ends = list(chain.from_iterable((start, stop - 1) for start, stop, _ in parts))
    found = (ctypes.c_float * (4 * len(ends)))()
    first = ctypes.addressof(found)
    deque(map(_loose_box, repeat(page), ends, range(first, first + 16 * len(ends), 16)), maxlen=0)
    return list(found)


def _box(edges: list[float], first: int, last: int) -> tuple[float, float, float, float]:
    """Left, bottom, right, top around the parts from the first to the last."""
    left, top, right, bottom = edges[8 * first : 8 * first + 4]
    last_left, last_top, last_right, last_bottom = edges[8 * last + 4 : 8 * last + 8]
    return min(left, last_left), min(bottom, last_bottom), max(right, last_right), max(top, last_top)


def within(char: str, ranges: tuple[tuple[str, str], ...]) -> bool:
    """The character lies in one of the ranges, both ends included."""
    return any(low <= char <= high for low, high in ranges)
