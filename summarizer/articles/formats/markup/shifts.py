"""Declarations of a style that raise or lower letters (CSS Inline 3, 4.2; CSS Positioned Layout 3, 3.4)."""

from __future__ import annotations

import re

_NAMED = re.compile(r"(?:^|;)(?:vertical-align|baseline-shift|font-variant-position):(super|text-top|sub)(?=;|!|$)")
_LENGTH = re.compile(
    r"(?:^|;)(?:vertical-align:(?P<up>-?)|position:relative;(?:[^;]{1,60};){0,6}?top:(?P<down>-?)"
    r"|top:(?P<first>-?)(?=[^;]{1,20};(?:[^;]{1,60};){0,6}?position:relative))"
    r"(?=[\d.]{0,5}[1-9])(?:\d{1,3}|\d{0,3}\.\d{1,4})(?:%|[a-z]{2,3})(?=;|!|$)"
)
_TOP = re.compile(r"(?:^|;)vertical-align:top(?=;|!|$)")
_LONG = 8
"""What only a length shifts may be a heading or a button; a mark or a power is short."""


def shifted(style: str, content: str) -> str | None:
    """Whether a style raises ("sup") or lowers ("sub") its letters; None if neither.

    Args:
        style: declarations in small letters without spaces.
        content: the text of the element.
    """
    if found := _NAMED.search(style):
        return "sub" if found[1] == "sub" else "sup"
    if len(content) > _LONG or "font-size:" not in style:
        return None
    if _TOP.search(style):
        return "sup"
    if not (found := _LENGTH.search(style)):
        return None
    is_up = found["up"] == "" if found["up"] is not None else "-" in (found["down"], found["first"])
    return "sup" if is_up else "sub"
