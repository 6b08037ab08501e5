"""Runs as a process of its own: a PDF on standard input, its words with their places as JSON on standard output.

A PDF is a program for the parser, and parsers have holes. Here it can use up its own memory and time only. The file
imports nothing of the package, so that it starts fast. The parser is PDFium (https://pdfium.googlesource.com/pdfium/).
"""

from __future__ import annotations

import ctypes
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

try:
    import resource
except ImportError:  # Windows: the parent's wall clock is the only limit there
    resource = None  # type: ignore[assignment]

_MEMORY_BYTES = 768 * 1024 * 1024
_MAX_CHARS = 5_000_000
_MAX_PAGE_CHARS = 200_000
_MAX_OBJECTS = 5_000
_GRID = 100_000
_PASSWORD = 4
_INVISIBLE = 3
_PALE = 245
_TINY = 2.0
_SPACE = 0.25
_NO_SPACE = 0.05  # the parser supposes a space where the baseline changes
_WIDE_GAP = 0.55
_WIDE_LETTERS = 1.2
_LETTERS = 4
_UNKNOWN = "\ufffd"
_HYPHENS = "\x02\ufffe"  # the parser's own signs for a hyphen at a line end
_HYPHEN = str.maketrans(_HYPHENS, "--")
_WORD = re.compile("[^\\s\u200b\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_WIDE = re.compile("[\ud800-\udfff]")
_ODD = re.compile("[\x00-\x1f\ud800-\uf8ff\ufffe\uffff]")
_UNMAPPED = re.compile("[\x00-\x08\x0e-\x1f\uffff\ue000-\uf8ff\ud800-\udfff]")
_RTL = (("\u0590", "\u08ff"), ("\ufb1d", "\ufdff"), ("\ufe70", "\ufeff"))
_CJK = (("\u3000", "\u30ff"), ("\u3400", "\u9fff"), ("\uff01", "\uff60"))
GLUED, BOLD = 1, 2


def _by_address(function: Any, *arguments: Any) -> Any:
    """A function of the parser that takes and gives plain addresses: to wrap each in an object costs half of the time."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.CFUNCTYPE(ctypes.c_void_p, *arguments)(address)


_drawn = _by_address(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_int)
_render_mode = _by_address(pdfium.FPDFTextObj_GetTextRenderMode, ctypes.c_void_p)
_loose_box = _by_address(pdfium.FPDFText_GetLooseCharBox, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_origin = _by_address(pdfium.FPDFText_GetCharOrigin, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
_map_error = _by_address(pdfium.FPDFText_HasUnicodeMapError, ctypes.c_void_p, ctypes.c_int)


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


class Placed(NamedTuple):
    """The same as it is read: start and end along its line, and how far down the page the line lies."""

    text: str
    start: float
    end: float
    down: float
    style: Style
    spaced: bool


def limit(cpu_seconds: int) -> None:
    """Let this process use so much processor time and memory and no more."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))


def parsed(data: bytes, max_pages: int) -> dict[str, Any]:
    """{"pages": […], "title"}, or {"error": what is wrong}."""
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        code = pdfium.FPDF_GetLastError()
        return {"error": "encrypted"} if code == _PASSWORD else {"error": "broken", "detail": f"error {code} of the parser"}
    count = pdfium.FPDF_GetPageCount(document)
    if count > max_pages:
        return {"error": "pages", "count": count}
    pages, total = [], 0
    for index in range(count):
        pages.append(_page(document, index))
        total += pages[-1]["chars"]
        if total > _MAX_CHARS:
            return {"error": "length"}
    return {"pages": pages, "title": _title(document)}


def _title(document: Any) -> str:
    size = pdfium.FPDF_GetMetaText(document, b"Title", None, 0)
    buffer = ctypes.create_string_buffer(min(size, 4000))
    pdfium.FPDF_GetMetaText(document, b"Title", buffer, len(buffer))
    return buffer.raw.decode("utf-16-le", "replace").partition("\0")[0]


def _page(document: Any, index: int) -> dict[str, Any]:
    """The words of one page, in reading direction, y downwards from its upper edge; boxes and pictures on it."""
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return {"width": 1, "height": 1, "runs": [], "boxes": [], "pictures": [], "chars": 0, "lost": 0, "hidden": 0, "turned": []}
    text = pdfium.FPDFText_LoadPage(page)
    bounds = _shown_part(page)
    boxes, pictures = _shapes(page)
    pieces = list(_pieces(text)) if text else []
    seen = [piece for piece in pieces if _is_seen(piece, bounds, boxes, pictures)]
    shown, drawn = sum(len(piece.text) for piece in seen), sum(len(piece.text) for piece in pieces)
    turns = _turns(seen)
    upright = [_placed(piece, turns, bounds) for piece in seen if _reads(piece, turns)]
    turned = [_placed(piece, piece.style.turns, bounds) for piece in seen if not _reads(piece, turns)]
    width, height = abs(bounds[2] - bounds[0]), abs(bounds[3] - bounds[1])
    pdfium.FPDFText_ClosePage(text)
    pdfium.FPDF_ClosePage(page)
    return {
        "width": height if turns % 2 else width,
        "height": width if turns % 2 else height,
        "runs": list(_runs(upright)),
        "turned": list(_runs(turned)),
        "boxes": [_turned_box(box, turns, bounds) for box, _ in boxes],
        "pictures": [_turned_box(box, turns, bounds) for box in pictures],
        "chars": drawn,
        "lost": sum(piece.text.count(_UNKNOWN) for piece in seen),
        "hidden": drawn - shown,
    }


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


def _pieces(handle: Any) -> Iterator[Piece]:
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
        return _UNKNOWN * len(text)
    return _UNMAPPED.sub(_UNKNOWN, text.translate(_HYPHEN)) if _ODD.search(text) else text


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
        alone = text[start] >= "\u3000" and _within(text[start], _CJK)
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
        left if left < last_left else last_left,
        bottom if bottom < last_bottom else last_bottom,
        right if right > last_right else last_right,
        top if top > last_top else last_top,
    )


def _style(text: Any, index: int, drawn: int) -> Style:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    size = pdfium.FPDFText_GetFontSize(text, index) * scale
    turns = -round(pdfium.FPDFText_GetCharAngle(text, index) / (math.pi / 2)) % 4
    name = ctypes.create_string_buffer(80)
    pdfium.FPDFText_GetFontInfo(text, index, name, 80, None)
    bold = b"bold" in name.value.lower() or b"black" in name.value.lower() or pdfium.FPDFText_GetFontWeight(text, index) >= 600
    return Style(round(abs(size), 2), bold, turns, _kind(text, index, drawn))


def _kind(text: Any, index: int, drawn: int) -> str:
    if drawn and _render_mode(drawn) == _INVISIBLE:
        return "invisible"
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFText_GetFillColor(text, index, red, green, blue, alpha):
        return "text"
    pale = min(red.value, green.value, blue.value) >= _PALE
    return "pale" if pale or alpha.value < 10 else "text"


def _shown_part(page: Any) -> tuple[float, ...]:
    """The part of the page that a viewer shows, in the page's own space, whichever way the page is turned."""
    x, y = ctypes.c_double(), ctypes.c_double()
    corners = []
    for corner in (0, _GRID):
        pdfium.FPDF_DeviceToPage(page, 0, 0, _GRID, _GRID, 0, corner, corner, x, y)
        corners.append((x.value, y.value))
    (a, b), (c, d) = corners
    return min(a, c), min(b, d), max(a, c), max(b, d)


def _shapes(page: Any) -> tuple[list[tuple[tuple[float, ...], bool]], list[tuple[float, ...]]]:
    """Drawn boxes, each with whether it is filled in a colour on which white is seen, and the pictures' places."""
    boxes, pictures = [], []
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MAX_OBJECTS)):
        drawn = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            boxes.append((_bounds(drawn), _is_dark(drawn)))
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            pictures.append(_bounds(drawn))
    return boxes, pictures


def _bounds(drawn: Any) -> tuple[float, ...]:
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(drawn, *edges)
    return tuple(edge.value for edge in edges)


def _is_dark(drawn: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(drawn, fill, stroke)
    colours = [ctypes.c_uint() for _ in range(4)]
    known = pdfium.FPDFPageObj_GetFillColor(drawn, *colours)
    return bool(fill.value and (not known or min(colour.value for colour in colours[:3]) < _PALE))


def _is_seen(piece: Piece, bounds: tuple[float, ...], boxes: list[Any], pictures: list[tuple[float, ...]]) -> bool:
    """Inside the page that is shown, large enough to read, and in ink, or the text layer of a scanned picture."""
    left, bottom, right, top = piece.box
    middle = ((left + right) / 2, (bottom + top) / 2)
    if not _covers(bounds, middle) or piece.style.size < _TINY:
        return False
    if piece.style.kind == "text":
        return True
    if any(_covers(picture, middle) for picture in pictures):
        return True
    return piece.style.kind == "pale" and any(dark and _covers(box, middle) for box, dark in boxes)


def _covers(box: tuple[float, ...], point: tuple[float, float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _turns(pieces: list[Piece]) -> int:
    """Quarter turns of most of the page's text; text set in vertical lines counts as turned to run downwards."""
    turns: Counter[int] = Counter()
    for piece in pieces:
        turns[piece.style.turns] += len(piece.text)
    most = turns.most_common(1)[0][0] if turns else 0
    return 3 if most == 0 and _is_vertical(pieces) else most


def _is_vertical(pieces: list[Piece]) -> bool:
    """Chinese or Japanese characters that mostly stand under one another."""
    down = across = 0
    for last, piece in pairwise(pieces):
        if piece.text[0] >= "\u3000" and _within(piece.text[0], _CJK) and _within(last.text[0], _CJK):
            wide, deep, size = abs(piece.x - last.x), last.y - piece.y, piece.style.size
            down += wide < 0.3 * size < deep < 1.6 * size
            across += wide > 0.3 * size > abs(deep)
    return down > 2 * across and down > 5


def _reads(piece: Piece, turns: int) -> bool:
    return piece.style.turns == turns or (turns == 3 and piece.style.turns == 0)


def _placed(piece: Piece, turns: int, bounds: tuple[float, ...]) -> Placed:
    if turns == 0:
        return Placed(piece.text, piece.box[0] - bounds[0], piece.box[2] - bounds[0], bounds[3] - piece.y, piece.style, piece.spaced)
    start, _, end, _ = _turned_box(piece.box, turns, bounds)
    down = _turned_box((piece.x, piece.y, piece.x, piece.y), turns, bounds)[1]
    return Placed(piece.text, start, end, down, piece.style, piece.spaced)


def _turned_box(box: tuple[float, ...], turns: int, bounds: tuple[float, ...]) -> tuple[float, float, float, float]:
    """A box as start, upper edge, end, lower edge for one who reads the text upright."""
    left, bottom, right, top = box
    low_x, low_y, high_x, high_y = bounds
    if turns == 1:
        return bottom - low_y, left - low_x, top - low_y, right - low_x
    if turns == 2:
        return high_x - right, bottom - low_y, high_x - left, top - low_y
    if turns == 3:
        return high_y - top, high_x - right, high_y - bottom, high_x - left
    return left - low_x, high_y - top, right - low_x, high_y - bottom


def _runs(pieces: list[Placed]) -> Iterator[list[Any]]:
    """Stretches of one line as [start, end, down, size, flags, text]; GLUED if nothing parts one from the last."""
    run: list[Placed] = []
    flags = 0
    for piece in pieces:
        if run and _goes_on(run[-1], piece):
            run.append(piece)
            continue
        if run:
            yield _run(run, flags)
        flags = GLUED if run and _touches(run[-1], piece) else 0
        run = [piece]
    if run:
        yield _run(run, flags)


def _goes_on(last: Placed, piece: Placed) -> bool:
    if last.style is not piece.style:
        alike = last.style.bold == piece.style.bold and abs(last.style.size - piece.style.size) < 0.04 * last.style.size
        if not alike:
            return False
    size = last.style.size
    wide = _WIDE_LETTERS if len(last.text) == len(piece.text) == 1 else _WIDE_GAP
    if not -0.3 * size < piece.start - last.end < wide * size or abs(last.down - piece.down) > 0.1 * size:
        return False
    return not (_is_rtl(last.text) or _is_rtl(piece.text))


def _touches(last: Placed, piece: Placed) -> bool:
    size = max(last.style.size, piece.style.size)
    gap = max(piece.start - last.end, last.start - piece.end)
    near = _NO_SPACE if piece.spaced else _SPACE
    return abs(gap) < near * size and abs(last.down - piece.down) < 0.7 * size


def _is_rtl(text: str) -> bool:
    return text[0] >= "\u0590" and _within(text[0], _RTL)


def _within(char: str, ranges: tuple[tuple[str, str], ...]) -> bool:
    return any(low <= char <= high for low, high in ranges)


def _run(pieces: list[Placed], flags: int) -> list[Any]:
    first = pieces[0]
    start, end = min(piece.start for piece in pieces), max(piece.end for piece in pieces)
    flags |= BOLD if first.style.bold else 0
    return [round(start, 2), round(end, 2), round(first.down, 2), first.style.size, flags, _spelled(pieces)]


def _spelled(pieces: list[Placed]) -> str:
    """The pieces with a space where one is drawn or left free; single letters set wide apart as the words they spell."""
    gaps = [piece.start - last.end for last, piece in pairwise(pieces)]
    space = _SPACE * pieces[0].style.size
    letters = sum(len(piece.text) == 1 and piece.text.isalpha() for piece in pieces)
    if letters >= max(_LETTERS, 0.8 * len(pieces)) and not any(_within(piece.text, _CJK) for piece in pieces):
        typical = sorted(gaps)[len(gaps) // 2]
        parted = [gap > 1.5 * typical + 0.05 * pieces[0].style.size for gap in gaps]
    else:
        parted = [piece.spaced or gap > space for piece, gap in zip(pieces[1:], gaps, strict=True)]
    return pieces[0].text + "".join(" " * apart + piece.text for piece, apart in zip(pieces[1:], parted, strict=True))


def main() -> None:
    """Read the limits from the arguments, the PDF from standard input."""
    limit(int(sys.argv[1]))
    try:
        result = parsed(sys.stdin.buffer.read(), int(sys.argv[2]))
    except Exception as error:  # noqa: BLE001 (the parent turns every fault into one message)
        result = {"error": "broken", "detail": type(error).__name__}
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main()
