"""HTML written inside Markdown (CommonMark 0.31, 4.6 and 6.6), where its meaning hangs on the element: read as HTML.

What Markdown itself has signs for, and single tags around words, are left to the reader of Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from summarizer.articles.formats.html.fragments import read_fragment

_BLOCK = re.compile(
    r"^ {0,3}</?(?:address|article|aside|center|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|li|main|ol|p"
    r"|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?:\s[^<>\n]{0,2000})?/?>",
    re.IGNORECASE,
)
_RUBY = re.compile(r"<ruby\b[^<>]{0,300}>(?:(?!</?ruby\b)[\s\S]){0,2000}</ruby\s{0,3}>", re.IGNORECASE)
_TELLING = re.compile(
    r"<[a-z][a-z0-9]{0,10}\s(?:[^<>\n]{0,500}[\s\"'])?(?:hidden\b|style\s{0,3}=|aria-hidden\s{0,3}=)|</(?:span|font|b|strong|time|a)><\w",
    re.IGNORECASE,
)
_CODE = re.compile(r"`[^`\n]{1,500}`")
_READING = re.compile(r"<(rt|rp|rtc)\b[^<>]{0,300}>[\s\S]*?(?:</\1\s{0,3}>|(?=<(?:/ruby|rb|rt|rp|rtc)\b|\Z))", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{1,300}>")
_MAX_READ = 2000
_TOO_MUCH = "the text holds more HTML than was read; hidden or struck-out words may stand in it"
_NO_TAG = re.compile(r"\\<|<(?=[a-z][a-z+.-]{1,31}:|[\w.+-]{1,64}@|[^a-z/!])", re.IGNORECASE)


def read_html_in(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with its HTML read, and plain sentences on what that left out or set apart."""
    if "</" not in text and "<table" not in text:
        return text, ()
    notes: dict[str, None] = {}

    left = _MAX_READ

    def read(html: str) -> str:
        nonlocal left
        left -= 1
        if left < 0:
            notes[_TOO_MUCH] = None
            return html
        fragment = read_fragment(_NO_TAG.sub("&lt;", html))
        notes.update(dict.fromkeys(fragment.notes))
        return fragment.text.strip("\n")

    text = _RUBY.sub(_base, text)
    return "\n\n".join(_read_part(part, read) for part in re.split(r"\n[ \t]*\n", text)), tuple(notes)


def _base(ruby: re.Match[str]) -> str:
    """The characters below the readings; white space at the edges of the elements is that of the source."""
    return "".join(" ".join(piece.split()) for piece in _TAG.split(_READING.sub("", ruby[0])))


def _read_part(part: str, read: Callable[[str], str]) -> str:
    lines = part.split("\n")
    if _BLOCK.match(part.lstrip("\n")):
        # Blank lines keep its own lines from being taken for one hard-wrapped paragraph.
        return "\n\n".join(line for line in read(part).split("\n") if line)
    return "\n".join(read(line) if _TELLING.search(line) and not _CODE.search(line) else line for line in lines)
