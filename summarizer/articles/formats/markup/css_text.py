"""The grammar of style sheets and of style attributes: rules, the conditions around them, declarations (CSS Syntax 3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from summarizer.articles.formats.markup.css_values import is_valid

Declarations = tuple[tuple[str, str, bool], ...]
"""Properties in small letters, their values in small letters and with single spaces, and whether each is important."""

_STRING = r'"(?:[^"\\\n]|\\.)*+(?:"|\n|\Z)|' + r"'(?:[^'\\\n]|\\.)*+(?:'|\n|\Z)"
_COMMENT = re.compile(rf"({_STRING})|/\*.*?(?:\*/|\Z)", re.DOTALL)
_BRACE = re.compile(rf"{_STRING}|url\(\s*+[^\"'\s)][^)]*+\)|\\.|([{{}}])", re.DOTALL | re.IGNORECASE)
_PART = re.compile(rf"{_STRING}|\\.|([();\[\]])", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|([^\n]))")
_IMPORTANT = re.compile(r"!\s*important\s*$")
_SPACES = re.compile(r"\s+")
_SIZE = re.compile(
    r"(?:^|\s)((?:\d+\.?\d*|\.\d+)(?:[a-z]+|%)?|(?:xx?-)?(?:small|large)|medium|larger|smaller|(?:calc|var|clamp|min|max)\(.*?\))(?=[\s/])"
)
_MAX_VALUE = 2_000
_MAX_DEPTH = 40
_MAX_CODE = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)
_MAX_STYLE = 100_000
_REMEMBERED = 20_000
_TELLING = frozenset(
    """display visibility opacity content-visibility zoom scale translate rotate filter transform clip clip-path
    position left right top bottom inset text-indent margin margin-left margin-right margin-top margin-bottom
    width height max-width max-height overflow overflow-x overflow-y line-height font font-size color
    -webkit-text-fill-color -webkit-text-stroke background background-color background-image background-clip
    -webkit-background-clip text-shadow mix-blend-mode animation animation-name text-decoration text-decoration-line
    vertical-align float all""".split()
)

_LOGICAL = {
    "block-size": "height", "inline-size": "width", "max-block-size": "max-height", "max-inline-size": "max-width",
    "overflow-block": "overflow", "overflow-inline": "overflow",
    "inset-inline-start": "left", "inset-inline-end": "right", "inset-block-start": "top", "inset-block-end": "bottom",
    "margin-inline-start": "margin-left", "margin-inline-end": "margin-right", "margin-block-start": "margin-top",
    "margin-block-end": "margin-bottom",
}  # fmt: skip
"""As in a script that runs from left to right and downwards (CSS Logical Properties 1)."""
_LONG_NAMES = {
    "overflow-x": "overflow",
    "overflow-y": "overflow",
    "-webkit-background-clip": "background-clip",
    "animation-name": "animation",
}
_PAIRS = frozenset({"inset-inline", "inset-block", "margin-inline", "margin-block"})


def blocks(css: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each stretch of declarations with what stands before the braces around it, outermost first."""
    css = _COMMENT.sub(lambda match: match[1] or " ", css).replace("<!--", " ").replace("-->", " ")
    preludes: list[str] = []
    position = 0
    for brace in _BRACE.finditer(css):
        if brace[1] is None:
            continue
        text, position = css[position : brace.start()], brace.end()
        if brace[1] == "{":
            before, _, prelude = text.rpartition(";")
            if preludes and before:
                yield tuple(preludes), before
            preludes.append(prelude.strip())
        elif preludes:
            if len(preludes) <= _MAX_DEPTH:
                yield tuple(preludes), text
            preludes.pop()
    if preludes and len(preludes) <= _MAX_DEPTH:
        yield tuple(preludes), css[position:]


def declarations(text: str) -> Declarations:
    """The declarations that say whether and how text is shown; what a browser could not read is passed over."""
    found: list[tuple[str, str, bool]] = []
    for piece in text.split(";") if text.isascii() and not _needs_care(text) else split_outside(text, ";"):
        name, colon, value = piece.partition(":")
        name = name.strip()
        name = unescaped(name) if "\\" in name else name
        name = name.lower()
        if colon and (name in _TELLING or name in _LOGICAL or name in _PAIRS or name.startswith("--")):
            found += _declared(name, value)
    return tuple(found)


def _needs_care(text: str) -> bool:
    return any(sign in text for sign in "(\"'\\[")


@lru_cache(maxsize=_REMEMBERED)
def declared_in_style(style: str) -> Declarations:
    """What a style attribute declares."""
    if len(style) > _MAX_STYLE:
        style = style[: _MAX_STYLE // 2] + ";" + style[-_MAX_STYLE // 2 :]
    return declarations(_COMMENT.sub(lambda match: match[1] or " ", style) if "/*" in style else style)


def _declared(name: str, value: str) -> Iterator[tuple[str, str, bool]]:
    value = value[-_MAX_VALUE:] if len(value) > _MAX_VALUE else value
    value = _SPACES.sub(" ", unescaped(value) if "\\" in value else value).strip().lower()
    important = _IMPORTANT.search(value)
    value = value[: important.start()].rstrip() if important else value
    for longhand, part in _longhands(name, value):
        if part and is_valid(longhand, part):
            yield longhand, part, bool(important)


def _longhands(name: str, value: str) -> Iterator[tuple[str, str]]:
    """A short form as the properties that it sets."""
    if name == "background":
        yield "background-color", value
        yield "background-image", value if "(" in value else "none"
        if "text" in value.split():
            yield "background-clip", "text"
    elif name == "font":
        size = _SIZE.search(f"{value} ") if value not in ("inherit", "initial", "unset") else None
        yield "font-size", size[1] if size else value
    elif name in ("inset", "margin"):
        yield from _sides(name, value)
    elif name in _LOGICAL:
        yield _LOGICAL[name], value
    elif name in _PAIRS:
        sides = [value] if "(" in value else value.split()[:2]
        yield from zip((_LOGICAL[f"{name}-{side}"] for side in ("start", "end")), sides * 2, strict=False)
    else:
        yield _LONG_NAMES.get(name, name), value


def _sides(name: str, value: str) -> Iterator[tuple[str, str]]:
    """The values for the four sides, from the top clockwise."""
    sides = value.split() if "(" not in value else []
    sides = [*sides, *sides[:2], *sides[1:2]][:4] if len(sides) in (2, 3) else sides * 4 if len(sides) == 1 else sides
    prefix = "" if name == "inset" else "margin-"
    return zip((f"{prefix}{side}" for side in ("top", "right", "bottom", "left")), sides, strict=False)


def unescaped(text: str) -> str:
    """The text with its backslashes read."""
    return _ESCAPE.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    if match[2] is not None:
        return match[2]
    code = int(match[1], 16)
    return chr(code) if 0 < code <= _MAX_CODE and code not in _SURROGATES else "\ufffd"


def split_outside(text: str, sign: str) -> list[str]:
    """A text split at a sign, not inside brackets or strings."""
    pieces, depth, position = [], 0, 0
    pattern = _PART if sign == ";" else _at(sign)
    for part in pattern.finditer(text):
        if part[1] is None:
            continue
        if part[1] == sign and depth == 0:
            pieces.append(text[position : part.start()])
            position = part.end()
        elif part[1] in "([":
            depth += 1
        elif part[1] in ")]":
            depth = max(0, depth - 1)
    return [*pieces, text[position:]]


@lru_cache(maxsize=8)
def _at(sign: str) -> re.Pattern[str]:
    return re.compile(rf"{_STRING}|\\.|([()\[\]{re.escape(sign)}])", re.DOTALL)
