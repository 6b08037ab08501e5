"""What stands between a reader and an article: a paywall, a login, a consent dialogue, a challenge, an error page.

The phrases (walls.toml) are those of the usual servers, content networks, consent and subscription systems, in the
languages they speak. A single phrase proves nothing, for an article may quote it: lines are set aside only where they are
nothing else, and a file is no article only where little besides such phrases is in it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path

from summarizer.articles.lines import Line, word_count
from summarizer.articles.zoning.line_rules import SPEECH, reports


class Wall(StrEnum):
    """Kinds of walls, named as a refusal names them."""

    CHALLENGE = "a check whether the reader is human"
    ERROR = "an error page"
    CONSENT = "a page that asks for consent"
    LOGIN = "a page that asks the reader to log in or subscribe"


_PHRASES: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("walls.toml").read_text(encoding="utf-8"))
_CORE = tuple(piece.casefold() for pieces in _PHRASES.pop("core") for piece in pieces.split("|"))
_PAYWALL_CORE = tuple(piece.casefold() for pieces in _PHRASES.pop("paywall_core") for piece in pieces.split("|"))
_CORE_ASCII = tuple(piece for piece in _CORE if piece.isascii())
_ANY = {name: "|".join(f"(?:{phrase})" for phrase in phrases) for name, phrases in _PHRASES.items()}
_OF = {wall: re.compile(_ANY[wall.name.lower()], re.IGNORECASE) for wall in Wall}
_SITE, _READER, _MACHINE = (re.compile(_ANY[name], re.IGNORECASE) for name in ("site", "reader", "machine"))
_PAYWALL = re.compile(_ANY["paywall"], re.IGNORECASE)
_TITLES = re.compile(rf"\W*(?:{_ANY['titles']})\W*", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:…|\.\.\.)?\s?\[\s?(?:\+|…|\.\.\.)?\s?\d[\d,.]* (?:more )?(?:chars?|characters|words|Zeichen|mots|palabras)\s?\]\W*$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?。！？…\n]+[.!?。！？…]*")
_MAX_WALL_CHARS, _MAX_TITLED_CHARS = 3_000, 8_000
_MIN_SHARE, _MIN_TITLED_SHARE = 0.55, 0.25
_MAX_WORDS = 45
_TAIL = 60
_LAST_LINES = 40
"""A paywall stands below what may be read for nothing."""
_SCRAP = 25
_SHORT_WORDS = 8
_TALK = 3
"""So many sentences in which somebody says something are an article's."""
_SITE_WORDS = 4
"""A first line of at most so many words may be the site's name above the heading."""
_TITLE_PARTS = re.compile(r"\s+[|\-–—·:]\s+")
_OWN_REPORT = re.compile(r"(?:\d[\d,]*) articles? on one story: where they disagree|1 article: what it states")


def wall_of(lines: Sequence[Line], title: str | None) -> Wall | None:
    """What kind of wall a text is, if it is little else; None for an article, and for anything that may be one.

    A text is a wall where most of its characters stand in sentences with a wall's phrases, or a smaller part if its
    title is a wall's.
    """
    text = "\n".join(line.text for line in lines)
    heads = lines[: 2 if lines and lines[0].words <= _SITE_WORDS else 1]
    titled = _is_titled(title) or any(_is_titled(line.text) for line in heads)
    if not text or len(text) > (_MAX_TITLED_CHARS if titled else _MAX_WALL_CHARS):
        return None
    sentences = [match[0].strip() for match in _SENTENCE.finditer(text) if match[0].strip()]
    if not titled and sum(bool(SPEECH.search(one)) for one in sentences) >= _TALK:
        return None
    if not _walled(sentences, _MIN_TITLED_SHARE if titled else _MIN_SHARE):
        return None
    told = {wall: sum(len(one) for one in sentences if pattern.search(one)) for wall, pattern in _OF.items()}
    return max(told, key=lambda wall: told[wall]) if any(told.values()) else Wall.ERROR


def _walled(sentences: Sequence[str], share: float) -> bool:
    """At least this share of the characters stands in sentences of a wall; short scraps count only if they are of one."""
    walled, other = 0, 0
    room = (1 - share) * sum(map(len, sentences))
    for one in sentences:
        if _is_of_wall(one):
            walled += len(one)
        elif len(one) > _SCRAP:
            other += len(one)
            if other > room:
                return False
    return walled > 0 and walled >= share * (walled + other)


def _is_of_wall(sentence: str) -> bool:
    """It holds a wall's phrase and is short or speaks to its reader, or it speaks to its reader of the page itself."""
    speaks = bool(_READER.search(sentence))
    if speaks and _SITE.search(sentence) and not SPEECH.search(sentence):
        return True
    if not (speaks or word_count(sentence) <= _SHORT_WORDS) or not _has_core(sentence):
        return False
    return any(pattern.search(sentence) for pattern in (*_OF.values(), _MACHINE))


def _has_core(text: str) -> bool:
    folded = text.casefold()
    return any(piece in folded for piece in (_CORE_ASCII if folded.isascii() else _CORE))


def _is_titled(title: str | None) -> bool:
    """The title, or the part of it that is not the site's name, is a wall's and nothing else."""
    return title is not None and any(_TITLES.fullmatch(part) for part in (title, *_TITLE_PARTS.split(title)))


def is_own_report(lines: Sequence[Line]) -> bool:
    """A report of this program, saved among the articles."""
    return bool(lines) and bool(_OWN_REPORT.fullmatch(lines[0].bare))


def paywall_lines(lines: Iterable[Line]) -> list[Line]:
    """Lines that ask the reader to pay, register or log in for the rest of the text, and report nothing."""
    last = (line for line in [*lines][-_LAST_LINES:] if line.words <= _MAX_WORDS)
    short = [line for line in last if any(piece in line.text.casefold() for piece in _PAYWALL_CORE)]
    return [line for line in short if _PAYWALL.search(line.text) and not reports(line)]


def left_out_mark(line: Line) -> tuple[int, int] | None:
    """Offsets in the text of the count with which a service ends what it cut ("… [+2153 chars]"); None if there is none."""
    match = _COUNTED.search(line.text[-_TAIL:])
    if not match:
        return None
    offset = line.start + max(0, len(line.text) - _TAIL)
    return offset + match.start(), line.end
