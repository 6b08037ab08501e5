"""A document as the parser reads it: its pages, what is drawn on them, its title."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from summarizer.pdf_words.pieces import PALE, UNKNOWN, Piece, pieces_of
from summarizer.pdf_words.placing import placed, reads, seen_of, turned_box, turns_of
from summarizer.pdf_words.runs import runs_of

_MAX_CHARS = 600_000
_MAX_RUNS = 12_000
_MAX_OBJECTS = 5_000
_GRID = 100_000
_PASSWORD = 4


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
        if total > _MAX_CHARS or len(pages[-1]["runs"]) > _MAX_RUNS:
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
        return {
            "width": 1,
            "height": 1,
            "runs": [],
            "boxes": [],
            "pictures": [],
            "chars": 0,
            "lost": 0,
            "hidden": 0,
            "turned": [],
        }
    text = pdfium.FPDFText_LoadPage(page)
    bounds = _shown_part(page)
    boxes, pictures = _shapes(page)
    pieces = list(pieces_of(text)) if text else []
    seen = list(seen_of(pieces, bounds, boxes, pictures))
    shown, drawn = _letters(seen), _letters(pieces)
    turns = turns_of(seen)
    upright = [placed(piece, turns, bounds) for piece in seen if reads(piece, turns)]
    turned = [placed(piece, piece.style.turns, bounds) for piece in seen if not reads(piece, turns)]
    width, height = abs(bounds[2] - bounds[0]), abs(bounds[3] - bounds[1])
    pdfium.FPDFText_ClosePage(text)
    pdfium.FPDF_ClosePage(page)
    return {
        "width": height if turns % 2 else width,
        "height": width if turns % 2 else height,
        "runs": list(runs_of(upright)),
        "turned": list(runs_of(turned)),
        "boxes": [turned_box(box, turns, bounds) for box, _ in boxes],
        "pictures": [turned_box(box, turns, bounds) for box in pictures],
        "chars": drawn,
        "lost": sum(piece.text.count(UNKNOWN) for piece in seen),
        "hidden": drawn - shown,
    }


def _letters(pieces: list[Piece]) -> int:
    """How many characters they have besides spaces."""
    return sum(len(piece.text) - piece.text.count(" ") for piece in pieces)


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
    return bool(fill.value and (not known or min(colour.value for colour in colours[:3]) < PALE))
