"""Boxes that a browser does not show whatever they hold: not laid out, moved off the page, cut or shrunk to nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarizer.articles.formats.markup.css_numbers import number
from summarizer.articles.formats.markup.css_values import pixels

_FAR = -999.0
_FAR_RIGHT = 5_000.0
_ASIDE = -100.0
_SMALL = 1.0
_SHRUNK = 0.05
_EDGE_ON = frozenset({90.0, 270.0, -90.0, -270.0})
_CALL = re.compile(r"([a-z0-9-]+)\(([^()]*)\)")
_CLIPPING = frozenset({"hidden", "clip"})
_INLINE = "inline"
_GAPS = re.compile(r"[,\s]+")
_SIDES, _THREE = 4, 3
_WHOLE = 100.0
_OF_ITSELF = frozenset({"transform", "translate", "margin-left", "margin-top"})
"""Their percentages are of the box itself, or lay out columns."""
_FAR_PROPERTIES = ("left", "right", "top", "bottom", "margin-left", "margin-top", "text-indent", "translate", "transform")


def is_taken_away(said: Mapping[str, str], size: float, root: float) -> bool:
    """The box and all in it is not shown.

    Args:
        said: its declarations.
        size: of its letters, in pixels.
        root: the size that "rem" refers to.
    """
    if said.get("display") == "none" or said.get("content-visibility") == "hidden":
        return True
    if _is_shrunk(said) or (_is_nothing(said, size, root)):
        return True
    return any(far in said and _is_far(far, said[far], size, root) for far in _FAR_PROPERTIES)


def is_out_of_sight(said: Mapping[str, str], size: float, root: float) -> bool:
    """It is kept for screen readers: a little aside, or cut to a point."""
    if any(name in said and _length(said[name], size, root) <= _ASIDE for name in ("left", "text-indent")):
        return True
    return _is_cut_off(said, size, root)


def _is_far(name: str, value: str, size: float, root: float) -> bool:
    whole = 100 if name in _OF_ITSELF else 1_000
    if name == "transform":
        moved = (part for call, content in _CALL.findall(value) if call.startswith("translate") for part in _parts(content))
        return any(_length(part, size, root, whole) <= _FAR for part in moved)
    if name == "translate":
        return any(_length(part, size, root, whole) <= _FAR for part in value.split())
    length = _length(value if "(" in value else value.split(" ", maxsplit=1)[0], size, root, whole)
    return length <= _FAR or (name in ("left", "margin-left", "text-indent") and length >= _FAR_RIGHT)


def _length(value: str, size: float, root: float, whole: float = 1_000) -> float:
    """A length in pixels; 0 for one that is not known."""
    return pixels(value, size, whole, root) or 0.0


def _is_shrunk(said: Mapping[str, str]) -> bool:
    if (zoom := number(said.get("zoom", "1"))) is not None and zoom < _SHRUNK:
        return True
    scale = [number(part) for part in said.get("scale", "1").split()]
    if any(part is not None and abs(part) < _SHRUNK for part in scale[:2]):
        return True
    return any(
        _shrinks(call, content) for call, content in _CALL.findall(f"{said.get('transform', '')} {said.get('filter', '')}")
    )


def _shrinks(call: str, content: str) -> bool:
    known = [1.0 if (part := number(given)) is None else part for given in _parts(content)]
    if not known:
        return False
    if call.startswith("scale"):
        return any(abs(part) < _SHRUNK for part in known[:2])
    if call in ("rotatex", "rotatey"):
        return content.strip().endswith("deg") and known[0] in _EDGE_ON
    if call == "matrix" and len(known) >= _SIDES:
        return abs(known[0] * known[3] - known[1] * known[2]) < _SHRUNK**2
    return call == "opacity" and known[0] < _SHRUNK


def _is_nothing(said: Mapping[str, str], size: float, root: float) -> bool:
    """It has no height or width, and what does not fit in it is cut off."""
    if "max-height" in said and pixels(said["max-height"], size, 1_000, root) == 0:
        return True
    if not _CLIPPING & set(said.get("overflow", "").split()):
        return False
    if said.get("display", "") == _INLINE and said.get("position") not in ("absolute", "fixed"):
        return False
    for name in ("width", "height", "max-width", "max-height"):
        length = pixels(said.get(name, ""), size, 1_000, root)
        if length is not None and length <= _SMALL:
            return True
    line = said.get("line-height", "")
    return bool(line) and "height" not in said and "padding" not in said and pixels(line, size, size, root) == 0


def _is_cut_off(said: Mapping[str, str], size: float, root: float) -> bool:
    if (clip := said.get("clip", "")).startswith("rect("):
        sides = [pixels(part, size, 1_000, root) for part in _parts(clip[5:].rstrip(") "))]
        if len(sides) == _SIDES and _is_empty_rect(sides):
            return True
    call = _CALL.match(said.get("clip-path", ""))
    if not call:
        return False
    name, parts = call[1], _parts(call[2].partition("round")[0].partition(" at ")[0])
    if name == "inset":
        return _is_inset_away([pixels(part, size, 100, root) or 0.0 for part in parts])
    if name in ("circle", "ellipse"):
        return any(pixels(part, size, 100, root) == 0 for part in parts)
    if name == "polygon":
        corners = {tuple(point.split()) for point in call[2].split(",")}
        return any(len({corner[axis] for corner in corners if len(corner) > axis}) == 1 for axis in (0, 1))
    return False


def _parts(content: str) -> list[str]:
    return [part for part in _GAPS.split(content.strip()) if part]


def _is_inset_away(sides: list[float]) -> bool:
    """The edges that are moved inwards, from the top clockwise, meet."""
    if not sides:
        return False
    top, right, bottom, left = {1: sides * 4, 2: sides * 2, 3: [*sides, sides[1]] if len(sides) == _THREE else []}.get(
        len(sides), sides[:_SIDES]
    )
    return top + bottom >= _WHOLE or left + right >= _WHOLE


def _is_empty_rect(sides: list[float | None]) -> bool:
    """From top, right, bottom and left; None is the edge of the box."""
    top, right, bottom, left = sides
    flat = top is not None and bottom is not None and bottom - top <= _SMALL
    thin = right is not None and left is not None and right - left <= _SMALL
    return flat or thin
