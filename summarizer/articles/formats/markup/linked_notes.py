r"""Notes and comments that Markdown links to, as converters of HTML write them: [2](#fn2), [\[a\]](#cmnt1).

A mark is a label that leads to a place named like a note; a note is a line that starts with a label seen before, or
ends with an arrow back to its mark.
"""

from __future__ import annotations

import re

from summarizer.articles.formats.markup.note_marks import Notes
from summarizer.articles.formats.markup.note_page import BACK, LABEL, NOTE_NAME
from summarizer.articles.formats.markup.tree_text import would_join

_LINK = re.compile(
    r"\^?\[((?:\\?[\[\]]|[^\[\]\n]){1,24}?)\]\((?:[^()\s#]{0,500})#([^()\s]{1,100})(?:[ ]\"[^\"\n]{0,500}\")?\)"
    r"(?:\{[^{}\n]{0,100}\})?\^?"
)
_AT_START = re.compile(r"[ \t]{0,3}(?:(?:[-*+]|\d{1,3}[.)])[ \t]{1,3})?(?:\*\*|__|[*_])?$")
_SHORT = re.compile(r"\d{1,3}|[a-z]|[*†‡§¶#※]{1,4}", re.IGNORECASE)
_SIGNS = re.compile(r"[\\^*_]|</?sup>")
_ITEM = re.compile(r"^[ \t]{0,3}(?:[-*+]|\d{1,3}[.)])[ \t]+")


def pull_linked(text: str, notes: Notes) -> str:
    """The text without marks of notes that are links, and without the notes they lead to, which go to `notes`."""
    if "](" not in text or "#" not in text:
        return text
    seen: set[str] = set()
    lines = (_read(line, seen, notes) for line in text.split("\n"))
    return "\n".join(line for line in lines if line is not None)


def _read(line: str, seen: set[str], notes: Notes) -> str | None:
    links = [link for link in _LINK.finditer(line) if _is_note_link(link)]
    if not links:
        return line
    first = links[0]
    label = _bare(first[1])
    is_body = _AT_START.fullmatch(line[: first.start()]) and (label in seen or BACK.fullmatch(label))
    if is_body or BACK.fullmatch(_bare(links[-1][1])):
        notes.bodies.append(" ".join(_ITEM.sub("", _LINK.sub(_label_of, line)).split()))
        return None
    pieces, position = [], 0
    for link in links:
        before = line[position : link.start()]
        seen.add(_bare(link[1]))
        notes.marks.append((_bare(link[1]), line[max(0, link.start() - 60) : link.start()]))
        pieces.append(before.rstrip(" ") if line[link.end() : link.end() + 1] in ("", " ", ".", ",") else before)
        if would_join(line[: link.start()], line[link.end() :]):
            pieces.append(" ")
        position = link.end()
    return "".join([*pieces, line[position:]])


def _is_note_link(link: re.Match[str]) -> bool:
    label = _bare(link[1])
    named = _SHORT if label == link[1] and not link[0].startswith("^") else LABEL
    return bool(NOTE_NAME.match(link[2]) and (named.fullmatch(label) or BACK.fullmatch(label)))


def _label_of(link: re.Match[str]) -> str:
    if not _is_note_link(link):
        return link[0]
    label = _bare(link[1])
    return "" if BACK.fullmatch(label) else f"{label} "


def _bare(label: str) -> str:
    return _SIGNS.sub("", label).strip("[]() ") or label.strip()
