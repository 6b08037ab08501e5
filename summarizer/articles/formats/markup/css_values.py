"""Values of style declarations: colours, lengths, and whether a browser could read a value at all (CSS Color 4, Values 4)."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Callable
from functools import lru_cache

from summarizer.articles.formats.markup.colour_names import NAMED
from summarizer.articles.formats.markup.css_colours import SPACES, in_space
from summarizer.articles.formats.markup.css_numbers import NUMBER, number
from summarizer.articles.formats.markup.css_sums import is_sum, worked_out

Colour = tuple[float, float, float, float]
"""Red, green and blue from 0 to 255, and how opaque it is from 0 to 1."""

_GLOBAL = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})
_KEYWORDS = {
    "display": frozenset(
        """none block inline inline-block flex inline-flex grid inline-grid table inline-table table-row table-cell
        table-row-group table-header-group table-footer-group table-column table-column-group table-caption list-item
        flow-root contents run-in ruby ruby-base ruby-text math -webkit-box -webkit-inline-box -webkit-flex -ms-flexbox
        -ms-grid -ms-inline-flexbox -moz-box""".split()
    ),
    "visibility": frozenset({"visible", "hidden", "collapse"}),
    "content-visibility": frozenset({"visible", "hidden", "auto"}),
    "position": frozenset({"static", "relative", "absolute", "fixed", "sticky", "-webkit-sticky"}),
}
_SIZES = {
    "xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0, "x-large": 24.0, "xx-large": 32.0,
    "xxx-large": 48.0,
}  # fmt: skip
_UNITS = {
    "px": 1.0, "": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 37.8, "mm": 3.78, "q": 0.945, "vw": 12.8, "vh": 8.0,
    "vmin": 8.0, "vmax": 12.8, "svw": 12.8, "dvw": 12.8, "lvw": 12.8, "svh": 8.0, "dvh": 8.0, "lvh": 8.0, "vi": 12.8, "vb": 8.0,
}  # fmt: skip
"""In pixels, on a screen of 1,280 by 800."""
_OF_LETTERS = {"em": 1.0, "ex": 0.5, "ch": 0.5, "ic": 1.0, "lh": 1.2, "cap": 0.7}
_LENGTH = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?)(%|[a-z]*)")
_HEX = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_FUNCTION = re.compile(r"(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(([^()]*)\)")
_MIXTURE = re.compile(r"color-mix\(\s*in [^,()]{1,40},((?:[^()]|\([^()]*\))*)\)")
_COMMAS = re.compile(r",(?![^()]*\))")
_OF_MIXTURE = re.compile(r"\s*((?:[^()\s]|\([^()]*\))+)(?:\s+(\d{1,3}(?:\.\d{1,9})?)%)?\s*")
_LEGACY = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})")
_COLOUR_WORDS = frozenset({"transparent", "currentcolor"})
_SYSTEM = frozenset(
    """canvas canvastext linktext visitedtext buttontext buttonface field fieldtext highlight highlighttext mark
    marktext graytext""".split()
)
_REMEMBERED = 4096
_MAX_NUMBER = 1e9


def is_valid(name: str, value: str) -> bool:
    """A browser could read the value; it passes over one that it cannot, and an earlier one holds."""
    if value in _GLOBAL or "var(" in value or name.startswith("--"):
        return True
    if name in _KEYWORDS:
        return bool(value) and all(word in _KEYWORDS[name] for word in value.split())
    test = _TESTS.get(name)
    return test is None or "(" in value or test(value)


def _is_size(value: str) -> bool:
    return value in _SIZES or value in ("larger", "smaller", "math") or _is_length(value, least=0)


def _is_colour(value: str) -> bool:
    return value in _COLOUR_WORDS or value in NAMED or value in _SYSTEM or bool(_HEX.fullmatch(value))


def _is_offset(value: str) -> bool:
    return value == "auto" or _is_length(value.split(" ", maxsplit=1)[0])


def _is_length(value: str, least: float | None = None) -> bool:
    match = _LENGTH.fullmatch(value)
    if not match or not (match[2] in _UNITS or match[2] in _OF_LETTERS or match[2] in ("%", "rem")):
        return False
    number = float(match[1])
    return (least is None or number >= least) and (bool(match[2]) or number == 0 or least is None)


_TESTS: dict[str, Callable[[str], bool]] = {
    "opacity": lambda value: bool(NUMBER.fullmatch(value)),
    "color": _is_colour,
    "-webkit-text-fill-color": _is_colour,
    "font-size": _is_size,
    **dict.fromkeys(("left", "right", "top", "bottom", "text-indent"), _is_offset),
}


def pixels(value: str, letters: float, whole: float, root: float = 16.0) -> float | None:
    """A length in pixels; None for one that is not known.

    Args:
        value: in small letters.
        letters: the size of the letters that "em" refers to.
        whole: what a percentage is of.
        root: the size of the letters that "rem" refers to.
    """
    match = _LENGTH.fullmatch(value)
    if not match:
        return worked_out(value, lambda part: pixels(part, letters, whole, root)) if is_sum(value) else None
    number, unit = float(match[1]), match[2]
    number = max(-_MAX_NUMBER, min(_MAX_NUMBER, number))
    if unit == "%":
        return number / 100 * whole
    if unit == "rem":
        return number * root
    if unit in _OF_LETTERS:
        return number * _OF_LETTERS[unit] * letters
    return number * _UNITS[unit] if unit in _UNITS else None


def size_of_letters(value: str, around: float, root: float) -> float | None:
    """A font size in pixels; None for one that is not known."""
    if value in _SIZES:
        return _SIZES[value]
    if value in ("larger", "smaller"):
        return around * (1.2 if value == "larger" else 5 / 6)
    if value in ("inherit", "unset"):
        return around
    return 16.0 if value == "initial" else pixels(value, around, around, root)


@lru_cache(maxsize=_REMEMBERED)
def colour(value: str) -> Colour | None:
    """A colour; None for one that is not known."""
    if value in NAMED:
        return (*map(float, NAMED[value]), 1.0)  # type: ignore[return-value]
    if value == "transparent":
        return 0.0, 0.0, 0.0, 0.0
    if match := _HEX.fullmatch(value):
        return _of_hex(match[1])
    if match := _MIXTURE.fullmatch(value):
        return _mixed(match[1])
    match = _FUNCTION.fullmatch(value)
    return _of_function(match[1], match[2]) if match else None


def _mixed(content: str) -> Colour | None:
    """A mixture of two colours, wherever between them a space puts it: near enough to tell whether it can be seen."""
    given = [_OF_MIXTURE.fullmatch(part) for part in _COMMAS.split(content)]
    if len(given) != 2 or given[0] is None or given[1] is None:  # noqa: PLR2004 (two colours)
        return None
    one, other = colour(given[0][1]), colour(given[1][1])
    if one is None or other is None:
        return None
    first, second = (float(part[2]) / 100 if part and part[2] else None for part in given)
    share = first if first is not None else 1 - second if second is not None else 0.5
    if first is not None and second is not None and first + second > 0:
        share = first / (first + second)
    red, green, blue, alpha = (share * a + (1 - share) * b for a, b in zip(one, other, strict=True))
    return red, green, blue, alpha


def legacy_colour(value: str) -> Colour | None:
    """The colour in an attribute such as bgcolor, where the sign before hexadecimal digits may be left out."""
    value = value.strip().lower()
    if value in NAMED:
        return colour(value)
    match = _LEGACY.fullmatch(value)
    return _of_hex(match[1]) if match else None


def _of_hex(digits: str) -> Colour:
    if len(digits) <= 4:  # noqa: PLR2004 (one digit a channel)
        digits = "".join(2 * digit for digit in digits)
    red, green, blue, *rest = (int(digits[at : at + 2], 16) for at in range(0, len(digits), 2))
    return float(red), float(green), float(blue), rest[0] / 255 if rest else 1.0


def _of_function(name: str, content: str) -> Colour | None:
    if name in SPACES:
        plain, _, opacity = content.partition("/")
        space, share = in_space(name, plain.split()), number(opacity) if opacity else 1.0
        if space is None or share is None:
            return None
        return space[0] * 255, space[1] * 255, space[2] * 255, max(0.0, min(1.0, share))
    parts = content.replace(",", " ").replace("/", " ").split()
    if len(parts) not in (3, 4):
        return None
    numbers = [0.0 if part == "none" else number(part) for part in parts]
    first, second, third, alpha = (*numbers, 1.0)[:4]
    if first is None or second is None or third is None or alpha is None:
        return None
    alpha = max(0.0, min(1.0, alpha))
    if name.startswith("rgb"):
        channels = [
            max(0.0, min(255.0, n * 255 if part.endswith("%") else n))
            for n, part in zip((first, second, third), parts, strict=False)
        ]
        return channels[0], channels[1], channels[2], alpha
    second, third = (
        min(1.0, n if part.endswith("%") else n / 100) for n, part in zip((second, third), parts[1:], strict=False)
    )
    turn = (first if parts[0].endswith("turn") else first / 360) % 1
    red, green, blue = colorsys.hls_to_rgb(turn, third, second) if name.startswith("hsl") else _of_hwb(turn, second, third)
    return red * 255, green * 255, blue * 255, alpha


def _of_hwb(turn: float, white: float, black: float) -> tuple[float, ...]:
    share = max(0.0, 1 - white - black)
    return tuple(channel * share + white for channel in colorsys.hsv_to_rgb(turn, 1.0, 1.0))
