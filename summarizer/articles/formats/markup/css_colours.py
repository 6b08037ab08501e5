"""Colours by lightness or in a named space, and mixtures of colours, as red, green and blue (CSS Color 4 and 5)."""

from __future__ import annotations

import math
from collections.abc import Sequence

from summarizer.articles.formats.markup.css_numbers import number

Channels = tuple[float, float, float]
"""Linear or encoded, each from 0 to 1."""

SPACES = frozenset({"lab", "lch", "oklab", "oklch", "color"})
_SRGB_LIKE = frozenset({"srgb", "display-p3", "a98-rgb", "prophoto-rgb", "rec2020"})
_FULL = {"lab": (100.0, 125.0, 125.0), "lch": (100.0, 150.0, 360.0), "oklab": (1.0, 0.4, 0.4), "oklch": (1.0, 0.4, 360.0)}
"""What 100% is of each channel."""
_THIRD, _EDGE, _LINEAR = 24389 / 27, 216 / 24389, 0.0031308


def in_space(name: str, parts: Sequence[str]) -> Channels | None:
    """The red, green and blue of a colour; None for one that is not known.

    Args:
        name: the function, such as "oklch".
        parts: its arguments without the opacity; the first one of color() names the space.
    """
    if name == "color":
        space, *parts = parts
        given = [_part(part, 1.0) for part in parts]
        if space.startswith("srgb-linear") or space not in _SRGB_LIKE or len(given) != 3 or None in given:  # noqa: PLR2004
            return None
        return _in_bounds([channel or 0.0 for channel in given])
    known = [_part(part, full) for part, full in zip(parts, _FULL[name], strict=False)]
    if len(parts) != 3 or any(channel is None for channel in known):  # noqa: PLR2004 (channels)
        return None
    first, second, third = (channel or 0.0 for channel in known)
    if name.endswith("lch"):
        turn = math.radians(third % 360)
        second, third = second * math.cos(turn), second * math.sin(turn)
    return _of_oklab(first, second, third) if name.startswith("ok") else _of_lab(first, second, third)


def _part(part: str, full: float) -> float | None:
    if part == "none":
        return 0.0
    found = number(part)
    return found * full if found is not None and part.endswith("%") else found


def _of_oklab(light: float, a: float, b: float) -> Channels:
    """B. Ottosson, "A perceptual color space for image processing" (2020)."""
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.291485548 * b) ** 3
    return _encoded(
        (
            4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
        )
    )


def _of_lab(light: float, a: float, b: float) -> Channels:
    """CIE Lab against D50, by way of XYZ."""
    up = (light + 16) / 116
    x, y, z = 0.96422 * _cubed(up + a / 500), _cubed(up), 0.82521 * _cubed(up - b / 200)
    return _encoded(
        (
            3.1341359 * x - 1.6173863 * y - 0.4906619 * z,
            -0.9787955 * x + 1.9162544 * y + 0.0334427 * z,
            0.0719554 * x - 0.2289768 * y + 1.4053860 * z,
        )
    )


def _cubed(value: float) -> float:
    return value**3 if value**3 > _EDGE else (116 * value - 16) / _THIRD


def _encoded(linear: Sequence[float]) -> Channels:
    return _in_bounds([12.92 * part if part <= _LINEAR else 1.055 * max(0.0, part) ** (1 / 2.4) - 0.055 for part in linear])


def _in_bounds(parts: Sequence[float]) -> Channels:
    red, green, blue = (max(0.0, min(1.0, part)) for part in parts)
    return red, green, blue
