"""Sentences and verbatim search, all with exact offsets. Pure; knows nothing of articles.

Search ignores what typesetting changes (white space, the shape of quote marks and dashes, case, width of
digits) and nothing else: a different digit, letter or word is never a match.
"""

from __future__ import annotations

import functools
import itertools
import re
import threading
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pysbd

_QUOTE_MARKS = dict.fromkeys(map(ord, "“”„‟«»″❝❞＂"), '"') | dict.fromkeys(map(ord, "‘’‚‛′ʼ＇`´"), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), "")
_FOLD = _QUOTE_MARKS | _DASHES | _INVISIBLE | {ord("…"): "..."}
_LINE = re.compile(r"[^\n]+")
_PYSBD_LANGUAGES = frozenset(pysbd.languages.LANGUAGE_CODES)
_MAX_SEGMENTED_CHARS = 20_000
"""A longer line is cut by a plain rule: the segmenter's time grows faster than the line."""
_PLAIN_END = re.compile(r"[.!?。！？।؟۔][\"'”’)\]]*(?=\s)")


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open stretch of a text, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters it covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """The other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """The two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Folded:
    """A text with what typesetting changes folded away, and where each of its characters came from."""

    text: str
    origin: Sequence[int]

    def find(self, needle: str, within: Span) -> list[Span]:
        """Every place in `within` (offsets of the unfolded text) where the folded needle stands as whole words."""
        return list(self.places(needle, within))

    def places(self, needle: str, within: Span) -> Iterator[Span]:
        """The same one after the other, for whoever needs only the first."""
        wanted = fold(needle).text.strip()
        position, stop = self._position(within.start), self._position(within.end)
        while wanted and (hit := self.text.find(wanted, position, stop)) >= 0:
            end = hit + len(wanted)
            if self._is_whole(hit, end):
                yield Span(self.origin[hit], self.origin[end - 1] + 1)
            position = hit + 1

    def _position(self, offset: int) -> int:
        """Index of the first folded character that comes from `offset` or later."""
        return bisect_left(self.origin, offset)

    def _is_whole(self, start: int, end: int) -> bool:
        """Neither edge cuts through a word or a number: "30" is not found in "300", "1,300" or "30.5"."""
        return not (self._cuts(start) or self._cuts(end))

    def _cuts(self, edge: int) -> bool:
        if edge in (0, len(self.text)):
            return False
        left, right = self.text[edge - 1], self.text[edge]
        if left.isalnum() and right.isalnum():
            return not (_is_unspaced(left) or _is_unspaced(right))
        beyond_left, beyond_right = self.text[edge - 2 : edge - 1], self.text[edge + 1 : edge + 2]
        return (left in ".," and right.isdigit() and beyond_left.isdigit()) or (
            right in ".," and left.isdigit() and beyond_right.isdigit()
        )


def _is_unspaced(char: str) -> bool:
    """The script writes no spaces between words (Chinese, Japanese, Thai), so any edge is a word's edge."""
    return unicodedata.category(char) == "Lo" and not ("\u0590" <= char <= "\u08ff")


_RUN = re.compile(r"(?P<plain>[!-_a-~]+)|(?P<space>\s+)|(?P<other>.)", re.DOTALL)
"""Characters of ASCII that only change their case, in one go; white space; and any other character by itself."""


_SINGLE_SPACED = re.compile(r"(?:[!-_a-~]++ ?+)*+")
"""Text of one line in ASCII, of which nothing but the case is folded."""


@functools.lru_cache(maxsize=1024)
def fold(text: str) -> Folded:
    """Fold case, width, quote marks, dashes and white space; keep the origin of every character."""
    if _SINGLE_SPACED.fullmatch(text):
        return Folded(text.lower(), range(len(text)))
    out: list[str] = []
    origin: list[int] = []
    for match in _RUN.finditer(text):
        run, index = match.group(), match.start()
        if match.lastgroup == "plain":
            out.append(run.lower())
            origin.extend(range(index, match.end()))
        elif match.lastgroup == "space":
            if out and out[-1] != " ":
                out.append(" ")
                origin.append(index)
        else:
            for piece in _plain_form(run):
                out.append(piece)
                origin.append(index)
    return Folded("".join(out), tuple(origin))


@functools.lru_cache(maxsize=4096)
def _plain_form(char: str) -> str:
    """The character without its typesetting. A digit of any script is its ASCII digit, and nothing else becomes one.

    The compatibility forms of "½", "²", "①" and "㎥" hold digits that run into those beside them: "5½" would be "51".
    """
    folded = char.translate(_FOLD)
    if folded != char:
        return folded
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    plain = unicodedata.normalize("NFKC", char).translate(_FOLD).lower()
    return char.lower() if any(piece.isdecimal() for piece in plain) else plain


def find_verbatim(needle: str, text: str, within: Span | None = None) -> list[Span]:
    """Every place where the needle stands in the text as whole words, but for typesetting."""
    return fold(text).find(needle, within or Span(0, len(text)))


def find_first(needle: str, text: str, within: Span | None = None) -> Span | None:
    """The first of these places; None if there is none."""
    return next(fold(text).places(needle, within or Span(0, len(text))), None)


_DOUBLE_MARKS = '“”„«»"'
_OPENING_MARKS = "“„«"
_INNER_END = re.compile(r"""[.!?]["”’]?\s+(?=["“‘]?[A-Z])""")
_LAST_WORD = re.compile(r"[\w.]+$")
_TITLE = re.compile(r"[A-Z]|[A-Z][a-z]{1,2}|[A-Z.]+|(?:Capt|Prof|Supt|Insp|Messrs|Pres|Sens|Reps)", re.ASCII)
"""Words whose full stop ends no sentence: initials and short titles ("Gen", "Capt", "U.S")."""


def sentences(text: str, language: str | None = None) -> list[Span]:
    """Sentences in order, never across a line break, without surrounding white space."""
    found: list[Span] = []
    for line in _LINE.finditer(text):
        found.extend(_line_sentences(text, line.start(), line.end(), language or "en"))
    return found


_SEPARATORS = dict.fromkeys(range(0x1C, 0x20), " ")
"""White space to a regular expression and not to `int`, on which the segmenter fails."""


def _line_sentences(text: str, start: int, end: int, language: str) -> list[Span]:
    line = text[start:end].translate(_SEPARATORS)
    pieces = _segment(line, language) if len(line) <= _MAX_SEGMENTED_CHARS else _plain_pieces(line)
    spans: list[Span] = []
    position = 0
    for piece in pieces:
        wanted = piece.strip()
        hit = line.find(wanted, position) if wanted else -1
        if hit < 0:
            continue
        if spans and line[position:hit].strip():
            spans[-1] = Span(spans[-1].start, start + hit)
        spans.append(Span(start + hit, start + hit + len(wanted)))
        position = hit + len(wanted)
    return _close_gaps(text, spans, Span(start, end))


def _close_gaps(text: str, spans: list[Span], line: Span) -> list[Span]:
    """Give characters that the segmenter lost to the neighbouring sentence, so that no word is without one."""
    whole = stripped(text, line)
    if whole is None:
        return []
    if not spans:
        return [whole]
    edges = [whole.start, *(s.start for s in spans[1:]), whole.end]
    closed = (stripped(text, Span(a, b)) for a, b in itertools.pairwise(edges))
    return [inner for span in closed if span is not None for inner in _inner_sentences(text, span)]


def _inner_sentences(text: str, span: Span) -> list[Span]:
    """The sentences of a quotation, which the segmenter keeps in one piece."""
    edges = [span.start, *_inner_ends(text, span), span.end]
    cut = (stripped(text, Span(a, b)) for a, b in itertools.pairwise(edges))
    return [inner for inner in cut if inner is not None]


def _inner_ends(text: str, span: Span) -> list[int]:
    return [m.end() for m in _INNER_END.finditer(text, span.start, span.end) if _ends_inside(text, span, m.start())]


def _ends_inside(text: str, span: Span, stop: int) -> bool:
    """The full stop stands inside quotation marks, and not behind a title or an initial."""
    marks = [char for char in text[span.start : stop] if char in _DOUBLE_MARKS]
    if not marks or not (marks[-1] in _OPENING_MARKS or (marks[-1] == '"' and marks.count('"') % 2)):
        return False
    word = _LAST_WORD.search(text[span.start : stop])
    return text[stop] != "." or word is None or not _TITLE.fullmatch(word.group())


def stripped(text: str, span: Span) -> Span | None:
    """The span without white space at its edges; None if nothing is left."""
    inner = span.of(text)
    left = len(inner) - len(inner.lstrip())
    right = len(inner.rstrip())
    return Span(span.start + left, span.start + right) if right > left else None


def _plain_pieces(line: str) -> list[str]:
    edges = [0, *(m.end() for m in _PLAIN_END.finditer(line)), len(line)]
    return [line[a:b] for a, b in itertools.pairwise(edges)]


_ONE_AT_A_TIME = threading.Lock()
"""The segmenter keeps the text it works on in itself: two threads at once would get each other's sentences."""


@functools.lru_cache(maxsize=16)
def _segmenter(language: str) -> pysbd.Segmenter:
    return pysbd.Segmenter(language=language if language in _PYSBD_LANGUAGES else "en", clean=False)


_LONE = re.compile(r"[^.!?:;。．！？｡…।॥؟؛،۔։՞)•⁃]*+[.!?。]?\s*+")
"""A line without an inner mark that could end a sentence or a list item in any language: there is nothing to cut."""


@functools.lru_cache(maxsize=4096)
def _segment(line: str, language: str) -> list[str]:
    """The pieces of a line. The segmenter is asked for them alone: where they stand is found here at a tenth of its cost."""
    if _LONE.fullmatch(line):
        return [line]
    with _ONE_AT_A_TIME:
        pieces: list[str] = _segmenter(language).processor(line).process()
    return pieces


_WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """The folded words of a text, in order, without punctuation."""
    return _WORD.findall(folded(text))


def folded(text: str) -> str:
    """The text as `fold` makes it, but with its white space as it stands: enough to read words in, and quick on ASCII."""
    plain = text if text.isascii() else text.translate(_FOLD)
    return plain.lower() if plain.isascii() else fold(text).text
