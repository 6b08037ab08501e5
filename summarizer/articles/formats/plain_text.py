"""Plain text and Markdown: front matter off, hard-wrapped lines joined, light Markdown marks taken away.

Plain text keeps every character in its place, so that offsets are those of the file's own text: a line break
inside a paragraph becomes one space.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from itertools import pairwise

import yaml

from summarizer.articles.draft import Draft, Facts
from summarizer.articles.fields import fact_named, facts_of
from summarizer.articles.formats.html.markdown_html import read_html_in
from summarizer.articles.formats.markup.light_markup import LightText, cut_bracket_marks, pull_notes, read_light
from summarizer.articles.marks import without_marks

_FRONT = re.compile(r"\s*---[ \t]*\n(?P<body>(?:.*\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_TOML = re.compile(r"\s*\+\+\+[ \t]*\n(?P<body>(?:.*\n){0,200}?)\+\+\+[ \t]*(?:\n|\Z)")
_FRONT_CHARS = 50_000
_PAIR = re.compile(r"([A-Za-z][\w -]{0,40}?)\s*:\s*(.*)")
_MIN_WRAP, _MAX_WRAP = 50, 120
_MIN_JOINED, _MIN_JOINED_SHARE = 3, 0.3
_MARKDOWN = (
    (re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,2000}\)"), ""),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\n]{0,2000}\)"), r"\1"),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\[[^\[\]\n]{0,100}\]"), r"\1"),
    (re.compile(r"^[ ]{0,3}\[[^\[\]\n]{1,100}\]:[ ]+\S+.*$", re.MULTILINE), ""),
    (re.compile(r"^[ ]{0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$", re.MULTILINE), r"\1"),
    (re.compile(r"^[ ]{0,3}(?:>[ ]?)+", re.MULTILINE), ""),
    (re.compile(r"^[ ]{0,3}(?:=+|-{3,}|\*{3,}|_{3,})[ \t]*$", re.MULTILINE), ""),
    (re.compile(r"(?<![\\*\w])(\*{1,3})(?=[^\s*])([^*\n]{1,2000}?)(?<=[^\s*])\1(?![*\w])"), r"\2"),
    (re.compile(r"(?<![\\_\w])(_{1,3})(?=[^\s_])([^_\n]{1,2000}?)(?<=[^\s_])\1(?![_\w])"), r"\2"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>|-])"), r"\1"),
)


def read_plain(text: str) -> Draft:
    """A text file as a draft: facts from its front matter, the rest as it stands; light markup in it is read."""
    facts, body = split_front_matter(without_marks(text))
    light, wrapping = _joined_light(body, is_markdown=False)
    light.text, said = cut_bracket_marks(light.text)
    return Draft(text=light.with_notes(), facts=facts, notes=(*wrapping, *light.said, *said))


def read_markdown(text: str) -> Draft:
    """A Markdown file as a draft, its marks for headings, emphasis, links and images taken away."""
    facts, body = split_front_matter(without_marks(text))
    body, of_html = read_html_in(_without_comments(body))
    light, wrapping = _joined_light(body, is_markdown=True)
    for pattern, replacement in _MARKDOWN:
        light.text = pattern.sub(replacement, light.text)
        light.notes = [pattern.sub(replacement, note) for note in light.notes]
    light.text, said = cut_bracket_marks(light.text.strip("\n") + "\n")
    return Draft(text=light.with_notes(), facts=facts, notes=(*wrapping, *of_html, *light.said, *said))


def _joined_light(body: str, *, is_markdown: bool) -> tuple[LightText, tuple[str, ...]]:
    """A body with its notes pulled out, its lines joined and its light markup read; and the note on the joining."""
    light = pull_notes(body)
    light.text, note = join_wrapped(light.text)
    return read_light(light, is_markdown=is_markdown), (note,) if note else ()


def _without_comments(text: str) -> str:
    """The text without HTML comments; one that never ends stays, for it may be a slip of the pen."""
    pieces, position = [], 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start)) >= 0:
        pieces.append(text[position:start])
        position = end + 3
    return "".join([*pieces, text[position:]])


def split_front_matter(text: str) -> tuple[Facts, str]:
    """Facts from the YAML between two --- lines at the top, and the text below it; no facts if there is none."""
    if toml := _TOML.match(text[:_FRONT_CHARS]):
        return _split_toml(text, toml)
    match = _FRONT.match(text[:_FRONT_CHARS])
    mapping = _front_fields(match["body"]) if match else {}
    if not match or not any(fact_named(str(key)) for key in mapping):
        return Facts(), text
    return facts_of(mapping, "front matter"), text[match.end() :]


def _split_toml(text: str, match: re.Match[str]) -> tuple[Facts, str]:
    """The same for TOML between two +++ lines."""
    try:
        fields = tomllib.loads(match["body"])
    except tomllib.TOMLDecodeError:
        return Facts(), text
    told = {key: str(value) if isinstance(value, dt.date) else value for key, value in fields.items()}
    return (facts_of(told, "front matter"), text[match.end() :]) if any(map(fact_named, told)) else (Facts(), text)


def _front_fields(body: str) -> Mapping[str, object]:
    """Named values, all as text: a loader that makes dates and numbers of them would fail on "2015-02-30"."""
    try:
        loaded = yaml.load(body, Loader=yaml.BaseLoader)  # noqa: S506 (BaseLoader builds only str, list and dict)
    except (yaml.YAMLError, RecursionError, ValueError):
        loaded = None
    if isinstance(loaded, dict):
        return {str(key): value for key, value in loaded.items()}
    # A title with a colon and no quotation marks is no YAML, and is common.
    pairs = (_PAIR.fullmatch(line.strip()) for line in body.splitlines())
    return {pair[1]: pair[2].strip("\"' ") for pair in pairs if pair}


def join_wrapped(text: str) -> tuple[str, str | None]:
    """The text with line breaks inside paragraphs as spaces, and a note if there were any.

    A file is hard-wrapped when no line is longer than a typewriter's and each line of a paragraph is so full that the
    next word would not have fitted.
    """
    lines = text.split("\n")
    width = max((len(line.rstrip()) for line in lines), default=0)
    if not _MIN_WRAP <= width <= _MAX_WRAP:
        return text, None
    full = [_is_full(left, right, width) for left, right in pairwise(lines)]
    if sum(full) < _MIN_JOINED or sum(full) < _MIN_JOINED_SHARE * sum(bool(line.strip()) for line in lines):
        return text, None
    ends = [" " if joined else "\n" for joined in full] + [""]
    joined_text = "".join(line + end for line, end in zip(lines, ends, strict=True))
    return joined_text, f"{sum(full)} line breaks inside paragraphs were read as spaces"


def _is_full(line: str, following: str, width: int) -> bool:
    first, line = following.split(maxsplit=1)[:1], line.rstrip()
    starts_item = following.lstrip().startswith(("- ", "* ", "• ", "#", "|"))
    return bool(first and line) and not starts_item and len(line) + 1 + len(first[0]) > width
