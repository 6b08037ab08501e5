"""The one place where somebody else's words become Markdown.

Everything an article, a model, a file name or an endpoint says passes through here, and nothing that passes through can
become a link, an image, HTML, a heading, a list, a table, a code span or emphasis: not under CommonMark, not under
GitHub's dialect, whose autolinks are found after backslashes are gone. An address is therefore shown as a code span,
which no dialect links, and which leaves every character of it as it was; so are the names of people, issues and pictures
that GitHub knows ("@name", "#12", ":name:").
"""

from __future__ import annotations

import functools
import re

BREAKS = re.compile(r"[\t-\r\x1c-\x1f\x85 \u2028\u2029\u115f\u1160\u3164\uffa0]+")
"""Line ends and other blanks: a run of them is one space."""

DROPPED = re.compile(
    r"[\xad\u034f\u061c\u180b-\u180f\u200b-\u200f\u2060-\u2065\u206a-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a]"
)
"""Characters without a shape of their own, common on honest pages (soft hyphens, joiners): left out."""

NONCHARACTERS = "".join(f"{chr(0x10000 * plane + 0xFFFE)}-{chr(0x10000 * plane + 0xFFFF)}" for plane in range(17))

SHOWN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    rf"\U000e0000-\U000e0fff{NONCHARACTERS}]+"
)
"""Characters that steer a terminal, turn the writing round or hide a message: a reader must see that they are there."""

LINKED = re.compile(
    r"//|@|www\."  # every web or mail address that some dialect links, and GitHub's names of people
    r"|#\d|\bgh-\d"  # GitHub's issues
    r"|:(?:[a-z0-9_+-]*[a-z][a-z0-9_+-]*|[+-]1|100|1234):|:(?:[a-z][a-z0-9_+-]*|[+-]1|100|1234)$",  # its pictures
    re.IGNORECASE,
)
"""What makes a link or a picture of a word once the Markdown is rendered; a colon may follow the last word of a text."""

SPECIAL = re.compile(
    r"[\\`*\[\]<>~|]"
    r"|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])"  # an underscore inside a word is only itself
    r"|#(?![A-Za-z0-9])"  # the beginning or the end of a heading
    r"|\$(?!\d)"  # GitHub's formulas; a price cannot open or close one
    r"|&(?=#?\w+;)"  # an entity
    r"|(?<=\w)\.(?=[^\W\d_]{2})"  # a bare domain, which some dialects link
)

STEERING = re.compile(r"[<{}$^#=%`\\\[\]|*~]|:(?=:)|!$")
"""What note programs act on even behind a backslash or in a code span: templates, queries, comments, tags, fields, embeds."""

LISTED = re.compile(r"^(\(?\w{1,9})([.)])(?=\s|$)")
"""What begins a list in the dialects of note programs: "(a)", "iv."."""

LINE_START = re.compile(r"(?P<bullet>^(?=[+-](?:[\s+-]|$)|=))|(?P<number>^\d{1,9})(?=[.)](?:\s|$))")
"""What would make a list, a rule or a heading out of the line it begins."""

PIPE = re.compile(r"(?P<escapes>\\*)\|")
"""A pipe with the backslashes before it; an odd number of them escapes it."""

PUNCTUATION = frozenset(" !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
"""The characters that every dialect counts as a space or as punctuation next to emphasis."""


@functools.lru_cache(maxsize=4096)
def escape(text: str) -> str:
    """The text as one line of Markdown that shows exactly the text, and nothing but text."""
    return _guarded(_literal(visible(text).strip()))


@functools.lru_cache(maxsize=4096)
def in_note(text: str) -> str:
    """The text as one line of a note of Obsidian, which also knows links in brackets, tags, fields, templates and queries.

    A character that steers any of them is written as an entity; a word that is an address stays a code span, cut there.
    """
    line = " ".join(_note_word(word) for word in visible(text).strip().split(" "))
    return _guarded(LISTED.sub(lambda match: f"{match[1]}&#{ord(match[2])};", line, count=1))


def _note_word(word: str) -> str:
    if not LINKED.search(word):
        escaped = re.sub(r"&(?=#?\w+;)|" + STEERING.pattern, _as_entity, word)
        return re.sub(r"(?<![&\w;])#|>|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|(?<=\w)\.(?=[^\W\d_]{2})", r"\\\g<0>", escaped)
    parts = re.split(rf"({STEERING.pattern})", word)
    return "".join(_as_entity(part) if STEERING.fullmatch(part) else _fenced(part) for part in parts if part)


def _as_entity(match: re.Match[str] | str) -> str:
    return f"&#{ord(match if isinstance(match, str) else match.group())};"


def in_cell(markdown: str) -> str:
    """Markdown that stays within its cell of a table: there a pipe counts even inside a code span, unless escaped."""
    return PIPE.sub(lambda match: match.group() if len(match["escapes"]) % 2 else f"{match['escapes']}\\|", markdown)


def code(text: str) -> str:
    """The text as a code span: for file names, ids and addresses."""
    clean = visible(text).strip()
    return _fenced(clean) if clean else "(empty)"


def strong_within(before: str, words: str, after: str) -> str:
    """One line of Markdown that shows `before + words + after` with exactly the words in bold.

    Emphasis opens and closes only beside a space or punctuation if the words themselves begin or end with
    punctuation; where the neighbour is a letter, it is written as an entity, whose `;` and `&` are punctuation.
    """
    before, words, after = visible(before), visible(words), visible(after)
    core = words.strip()
    if not core:
        return escape(before + words + after)
    gap_left, gap_right = words[: words.index(core)], words[words.index(core) + len(core) :]
    left, bold, right = _literal((before + gap_left).lstrip()), _literal(core), _literal((gap_right + after).rstrip())
    if left and not bold[0].isalnum() and left[-1] not in PUNCTUATION:
        left = f"{left[:-1]}&#{ord(left[-1])};"
    if right and not bold[-1].isalnum() and right[0] not in PUNCTUATION:
        right = f"&#{ord(right[0])};{right[1:]}"
    return _guarded(f"{left}**{bold}**{right}")


def visible(text: str) -> str:
    """The text on one line, with invisible characters left out or made visible."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    return SHOWN.sub(_made_visible, DROPPED.sub("", BREAKS.sub(" ", text)))


def _made_visible(match: re.Match[str]) -> str:
    run = match.group()
    more = f" and {len(run) - 1} more hidden" if len(run) > 1 else ""
    return f"⟨U+{ord(run[0]):04X}{more}⟩"


def _literal(clean: str) -> str:
    if not LINKED.search(clean):
        return SPECIAL.sub(r"\\\g<0>", clean)
    return " ".join(_fenced(word) if LINKED.search(word) else SPECIAL.sub(r"\\\g<0>", word) for word in clean.split(" "))


def _fenced(clean: str) -> str:
    fence = "`" * (1 + max((len(run) for run in re.findall(r"`+", clean)), default=0))
    pad = " " if clean.startswith("`") or clean.endswith("`") else ""
    return f"{fence}{pad}{clean}{pad}{fence}"


def _guarded(line: str) -> str:
    return LINE_START.sub(lambda match: (match.group("number") or "") + "\\", line, count=1)
