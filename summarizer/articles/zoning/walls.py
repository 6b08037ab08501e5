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

from summarizer.articles.calendar_names import MONTHS, WEEKDAYS
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
_MIN_COVERED = 0.25
_MIN_DAY = 5
"""Shorter names of days and months are words of other languages ("mon", "may")."""
_BEYOND_LATIN = "\u036f"
_DAYS = frozenset(name for name in (*WEEKDAYS, *MONTHS) if len(name) >= (3 if name[0] > _BEYOND_LATIN else _MIN_DAY))
_COUNT_OF_THINGS = re.compile(
    r"(?<![\w.:/#€$£-])(?![45]\d\d\b)\d[\d.,\u00a0]{0,12}\s(?!(?:se[ck]|min|h(?:ou)?r|stunde|heure|hora|ore\b|day|tag|jour|d[ií]a|giorn|dag|"
    r"week|woche|semaine|seman|settiman|mon[ate]|mois|mese|maand|year|jahr|ann?[éosi]|jaar|artic|artik|article|stor|euro|dollar|cent|"
    r"partner|vendor|char|word|zeichen|mot|of\b|von\b|sur\b|de\b|дн|сек|мин|час|недел|месяц|стат))[^\W\d_]{3,}"
    r"|(?:\d|[一二三四五六七八九十百千])\s?[万萬億亿만]|\d\s?[人名명]|[周星]期?[一二三四五六日天]|[月火水木金土日]曜|\d[月日]",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_TAIL = 60
_LAST_LINES = 40
"""A paywall stands below what may be read for nothing."""
_SCRAP = 25
_SHORT_WORDS = 8
_QUOTED = re.compile(r"“[^“”]*(?:”|$)|„[^„“”]*(?:[“”]|$)|«[^«»]*(?:»|$)|(?<!\w)\"[^\"]*(?:\"|$)|「[^「」]*(?:」|$)")
_MIN_OUTSIDE = 3
"""With so many words outside its quotation marks a sentence quotes the rest, and is judged without it."""
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
    named = sum(_is_titled(line.text) for line in heads)
    if any(map(_tells, sentences)) and not any(map(_is_of_wall, sentences[max(1, named) :])):
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
    """It holds a wall's phrase and is short or speaks to its reader, or it speaks to its reader of the page itself.

    What it quotes does not count; one that does not speak to its reader must say little else and tell of nothing.
    """
    outside = _QUOTED.sub(" ", sentence)
    if outside != sentence and word_count(outside) >= _MIN_OUTSIDE:
        sentence = outside
    speaks = bool(_READER.search(sentence))
    if speaks and _SITE.search(sentence) and not SPEECH.search(sentence):
        return True
    if not _has_core(sentence):
        return False
    found = (pattern.search(sentence) for pattern in (*_OF.values(), _MACHINE))
    if speaks:
        return any(found)
    return word_count(sentence) <= _SHORT_WORDS and not _tells(sentence) and any(_covers(match, sentence) for match in found)


def _tells(text: str) -> bool:
    """It names a day or a month, or counts things that no wall counts: so it tells of something that happened."""
    return not _DAYS.isdisjoint(_WORD.findall(text.casefold())) or bool(_COUNT_OF_THINGS.search(text))


def _covers(match: re.Match[str] | None, sentence: str) -> bool:
    """The phrase is no passing word of the sentence."""
    return match is not None and len(match[0]) >= _MIN_COVERED * len(sentence)


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
    short = (line for line in last if any(piece in line.text.casefold() for piece in _PAYWALL_CORE))
    return [line for line in short if _asks_to_pay(line)]


def _asks_to_pay(line: Line) -> bool:
    """It has a paywall's phrase and speaks to its reader, or is no paragraph and tells of nothing that happened."""
    if not _PAYWALL.search(line.text) or reports(line):
        return False
    return bool(_READER.search(line.text)) or not (line.is_running or _tells(line.text))


def left_out_mark(line: Line) -> tuple[int, int] | None:
    """Offsets in the text of the count with which a service ends what it cut ("… [+2153 chars]"); None if there is none."""
    match = _COUNTED.search(line.text[-_TAIL:])
    if not match:
        return None
    offset = line.start + max(0, len(line.text) - _TAIL)
    return offset + match.start(), line.end
