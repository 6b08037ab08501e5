"""Text that was read in a wrong charset and saved again: put right where that is certain, refused where too much is lost.

UTF-8 taken for a one-byte charset turns each character into a lead and one to three followers ("é" into "Ã©"). Such pieces
are undone only where every one of them is valid UTF-8 and gives a character that fits the letters beside it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from ftfy.badness import badness

from summarizer.articles.files.charsets import likely_codecs, spoken
from summarizer.articles.files.decoded import UndecodableError
from summarizer.articles.files.fitting import fit_of

_WRONG = (
    "sloppy-windows-1252", "latin-1", "sloppy-windows-1251", "mac_roman", "cp437", "cp850", "cp866", "koi8_r",
    "sloppy-windows-1250", "iso8859_2", "iso8859_15", "sloppy-windows-1254", "sloppy-windows-1253", "mac_cyrillic", "iso8859_5",
)  # fmt: skip
"""What UTF-8 is taken for, the commonest first; those called sloppy, which ftfy registers, have a character for every byte."""
_BY_CHANCE = frozenset({"sloppy-windows-1251", "cp866", "koi8_r", "mac_cyrillic", "iso8859_5", "sloppy-windows-1253"})
_MIN_PIECES = 0.4
"""Right words of Russian or Greek hold such runs by chance; a garbled text is made of them."""
_LAYERS = 3
_MAX_CHARS = 400_000
_MIN_SURE = 2
_MANY = 20
_MARKS = "‘’“”«»'"
_LOST_QUOTE = re.compile(r"â€(?=[ \t\r\n.,;:!?)<]|$)")
_LOST_A = re.compile(r"(?<![A-ZÀ-Ý])Ã  ?(?=[\w(«“])")
_FEW = 5
_MIN_GARBLED = 8
_MIN_GARBLED_SHARE = 0.3
_MIN_ODD, _MAX_ODD, _MIN_LETTERS, _MIN_SCORE = 0.4, 0.05, 8, 400
_SAMPLE = 100_000
_CODEC_SAMPLE = 20_000
_FIT_SAMPLE, _WIDER_SAMPLE, _LEAD_IN = 1_500, 20_000, 100
_RUN = re.compile(r"[^\x00-\x7f]{2}|Ã ")
"""Nothing is garbled without two such characters in a row: one character's bytes, read one by one."""
_RUNS = re.compile(r"[^\x00-\x7f]{2,}")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_FOREIGN_LETTER = re.compile(r"[^\W\d_\x00-\x7f]")
_LINE = re.compile(r"[\n<>]")
_AGAIN = "save the original again as UTF-8"
_SCRIPTS = frozenset(
    "LATIN CYRILLIC GREEK HEBREW ARABIC THAI CJK HIRAGANA KATAKANA HANGUL GEORGIAN ARMENIAN DEVANAGARI BENGALI TAMIL TELUGU "
    "GUJARATI GURMUKHI KANNADA MALAYALAM SINHALA ETHIOPIC KHMER LAO MYANMAR FULLWIDTH".split()
)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line as it would read put right: how many pieces, whether they stand in words, and what speaks against it.

    A telling piece stands in a word and is not all letters, as no word is.
    """

    text: str
    pieces: int = 0
    attached: int = 0
    doubtful: int = 0
    right_letters: int = 0
    telling: int = 0

    @property
    def is_sound(self) -> bool:
        """All that is not ASCII in it is sure pieces, right punctuation aside."""
        return bool(self.pieces) and not self.doubtful and not self.right_letters


_NOTHING = _Line("")
"""A line in which nothing can be garbled; it is kept as it is."""


def mended(text: str) -> tuple[str, str | None]:
    """The text with what is certain put right, and a note about it; the text as it is and None where nothing is wrong.

    Raises:
        UndecodableError: much of it is garbled and cannot be put right.
    """
    if text.isascii() or not _RUN.search(_narrowed(text)):
        return text, None
    fixed, pieces, torn = _undo(text)
    if not pieces and len(text) <= _MAX_CHARS:
        fixed, note = _swapped(text)
        if note:
            return fixed, note
    note = f"it had been read in a wrong charset and saved again; {pieces} pieces were put right" if pieces else None
    left = max(torn, _garbled(fixed, torn))
    if left:
        kept = f"{left} places look garbled by a wrong charset and could not be put right"
        note = f"{note}; {kept}" if note else kept
    return fixed, note


def _narrowed(text: str) -> str:
    """The lines with other characters than ASCII, without the long stretches of markup between them."""
    lines = "\n".join(line for line in text.split("\n") if not line.isascii())
    pieces = lines.replace(">", "\n").replace("<", "\n").split("\n")
    return "\n".join(piece for piece in pieces if not piece.isascii())


def _undo(text: str) -> tuple[str, int, int]:
    """The text with all layers undone, how many pieces were in the outermost, and how many are left as they are."""
    if len(text) > _MAX_CHARS:
        return text, 0, 0
    fixed, pieces, torn = _one_round(_with_lost_bytes(text))
    if not pieces:
        return text, 0, torn
    for _ in range(_LAYERS):
        again, more, torn = _one_round(fixed)
        if not more:
            break
        fixed = again
    return fixed, pieces, torn


def _with_lost_bytes(text: str) -> str:
    """Pieces whose last byte has no character in Windows' charset, or became a space: “ ” and "à"."""
    if len(_pieces(_WRONG[0]).findall(_narrowed(text[:_SAMPLE]))) < _MIN_SURE:
        return text
    return _LOST_A.sub("Ã\xa0 ", _LOST_QUOTE.sub("â€\x9d", text))


def _garbled(text: str, torn: int) -> int:
    """How many places are garbled, if there are a few.

    Raises:
        UndecodableError: there are many.
    """
    sample = _narrowed(text[:_SAMPLE])
    count = badness(" ".join(word for word in sample.split() if not word.isascii() and _RUN.search(word)))
    foreign = len(_FOREIGN.findall(sample))
    if torn > _MANY or (count >= _MIN_GARBLED and count > _MIN_GARBLED_SHARE * foreign):
        raise UndecodableError(f"is garbled: it was read in a wrong charset and saved again, with losses; {_AGAIN}")
    return count if count >= _FEW else 0


def _one_round(text: str) -> tuple[str, int, int]:
    """The text with its pieces undone, how many were, and how many others stand in lines that hold right letters as well."""
    codec = _codec_for(text)
    if codec is None:
        return text, 0, 0
    sources = _LINE.split(text)
    lines = [_NOTHING if source.isascii() else _undone(source, _pieces(codec), codec) for source in sources]
    sound = [line.is_sound for line in lines]
    found = sum(line.pieces for line in lines if line.is_sound)
    attached = sum(line.attached for line in lines if line.is_sound)
    torn = sum(line.telling for line in lines if line.right_letters and not line.doubtful)
    if not attached or 2 * attached < found or torn > max(_FEW, found):
        return text, 0, torn
    chosen = (line.text if is_sound else source for line, is_sound, source in zip(lines, sound, sources, strict=True))
    edges = [*_LINE.findall(text), ""]
    return "".join(part for pair in zip(chosen, edges, strict=True) for part in pair), found, torn


def _codec_for(text: str) -> str | None:
    """The charset whose characters make up most of the text's pieces; None if there are none."""
    sample = "\n".join(_RUNS.findall(_narrowed(text)[:_CODEC_SAMPLE]))
    seen = set(sample)
    fitting = [codec for codec in _WRONG if all(seen & part for part in _leads_and_tails(codec))]
    counts = [(sum(len(m[0]) for m in _pieces(codec).finditer(sample)), -rank, codec) for rank, codec in enumerate(fitting)]
    best = max(counts, default=(0, 0, None))
    by_chance = best[2] in _BY_CHANCE and best[0] < _MIN_PIECES * len(sample)
    return best[2] if best[0] and not by_chance else None


@cache
def _leads_and_tails(codec: str) -> tuple[frozenset[str], frozenset[str]]:
    """The characters that the first bytes of a UTF-8 sequence become in this charset, and those that the others become."""
    return frozenset(_chars(codec, 0xC2, 0xF5)), frozenset(_chars(codec, 0x80, 0xC0))


def _chars(codec: str, start: int, stop: int) -> str:
    return "".join(bytes([byte]).decode(codec, "replace") for byte in range(start, stop)).replace("\ufffd", "")


@cache
def _pieces(codec: str) -> re.Pattern[str]:
    """Runs of characters that are UTF-8 sequences read in this charset."""
    tail = f"[{re.escape(_chars(codec, 0x80, 0xC0))}]"
    two, three, four = (re.escape(_chars(codec, *span)) for span in ((0xC2, 0xE0), (0xE0, 0xF0), (0xF0, 0xF5)))
    return re.compile(f"(?:[{two}]{tail}|[{three}]{tail}{tail}|[{four}]{tail}{tail}{tail})+")


def _undone(line: str, pattern: re.Pattern[str], codec: str) -> _Line:
    if line.isascii() or not pattern.search(line):
        return _Line(line)
    kept: list[str] = []
    position = 0
    pieces = attached = doubtful = right = telling = 0
    for match in pattern.finditer(line):
        before, after = line[match.start() - 1 : match.start()], line[match.end() : match.end() + 1]
        right += _letters(line[position : match.start()])
        inside = _decoded(match[0], pattern, codec)
        pieces += 1
        stands = inside is not None and _is_attached(inside, before, after)
        attached += stands
        telling += stands and not match[0].isalpha()
        doubtful += inside is None or not _fits(inside, before, after) or _may_be_meant(match[0], before, after)
        kept.extend((line[position : match.start()], inside or match[0]))
        position = match.end()
    right += _letters(line[position:])
    return _Line("".join(kept) + line[position:], pieces, attached, doubtful, right, telling)


def _letters(text: str) -> int:
    return 0 if text.isascii() else len(_FOREIGN_LETTER.findall(text))


def _is_attached(inside: str, before: str, after: str) -> bool:
    """It stands in a word or beside one, or is a sign that stands alone, as a dash does; else it may be spoken of."""
    return len(inside) > 1 or before.isalnum() or after.isalnum() or not (inside.isalpha() or inside in _MARKS)


def _decoded(piece: str, pattern: re.Pattern[str], codec: str) -> str | None:
    """The characters of a piece, out of as many layers as it was wrapped in; None if it is no UTF-8."""
    for _ in range(_LAYERS):
        try:
            piece = piece.encode(codec).decode("utf-8")
        except UnicodeError:
            return None
        if not pattern.fullmatch(piece):
            break
    return piece


def _fits(inside: str, before: str, after: str) -> bool:
    """Characters of known scripts, and Latin ones where they adjoin ASCII letters."""
    letters = {_script(c) for c in inside if c.isalpha()}
    if letters - _SCRIPTS or any(unicodedata.category(c) in ("Cn", "Co", "Cs") for c in inside):
        return False
    beside = [(before, inside[0]), (after, inside[-1])]
    return all(
        _script(char) in ("LATIN", "CJK") or not char.isalpha() for other, char in beside if other.isascii() and other.isalpha()
    )


def _may_be_meant(piece: str, before: str, after: str) -> bool:
    """A capital at the end of a word in capitals, then a closing mark: "MAÇÃ”" is not "MAÇÔ"."""
    closing = not piece[-1].isalnum() and unicodedata.category(piece[-1])[0] in "PZ"
    return len(piece) == 2 and piece[0].isupper() and before.isupper() and closing and not after.isalpha()  # noqa: PLR2004


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    return unicodedata.name(char, "?").split()[0].split("-")[0]


def _swapped(text: str) -> tuple[str, str | None]:
    """One-byte charsets mistaken for each other ("Ïðåçèäåíò"): put right where the other reading is surely a language."""
    first = _FOREIGN.search(text)
    start = max(0, first.start() - _LEAD_IN) if first else 0
    fit = fit_of(text[start : start + _FIT_SAMPLE])
    if fit.signs < _MIN_LETTERS or (fit.language and fit.odd < _MIN_ODD):
        return text, None
    for wrong in _WRONG:
        try:
            data = text.encode(wrong)
        except UnicodeError:
            continue
        for right in likely_codecs(data[:_WIDER_SAMPLE])[:2]:
            try:
                other = data.decode(right)
            except UnicodeError:
                continue
            found = fit_of(other[:_WIDER_SAMPLE])
            if found.score >= _MIN_SCORE and found.odd <= _MAX_ODD and found.beats(fit, likelier=True):
                name = spoken(wrong.removeprefix("sloppy-"))
                return other, f"it had been read as {name} and saved again, its characters are {spoken(right)}; put right"
    return text, None
