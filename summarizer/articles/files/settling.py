"""Which charset a text without a true label is in: the likeliest reading, held against all others that would read as well.

A short text says little: “inform—” is a word and a dash in one charset and “informó” in another. Where two readings stand
against each other and neither is plainly a language's own, the text is refused: another text in silence is worse than none.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from summarizer.articles.files.alphabets import is_of_names, strays
from summarizer.articles.files.charsets import spoken
from summarizer.articles.files.decoded import UndecodableError
from summarizer.articles.files.fitting import BY_SCRIPT, Fit
from summarizer.articles.language import weighed

RIVALS = (
    "cp1252", "iso8859_15", "mac_roman", "cp850", "cp1250", "iso8859_2", "cp1254", "cp1257", "cp1251", "koi8_u", "iso8859_5",
    "cp866", "mac_cyrillic", "cp1253", "cp1255", "cp1256", "cp874", "cp932", "euc_jp", "gb18030", "big5hkscs", "cp949",
)  # fmt: skip
_PLAIN_LETTERS = 400
"""So many letters beyond ASCII that read as one language leave no doubt."""
_MAX_ODD = 0.1
_FEW_LETTERS, _NAMES_LETTERS = 6, 4
_MOST_LINES, _LINE_LETTERS = 200, 20
_NEAR, _SHORT, _TWIN = 0.75, 30, 0.15
_MOSTLY = 0.5
_LATIN = ("en", None)
_CYRILLIC = ("cp1251", "koi8_u", "iso8859_5", "cp866", "mac_cyrillic")
_EAST_ASIAN = ("zh", "zh-Hant", "ja")
_SAMPLE = 6000
_SAVE = "save it as UTF-8"


@dataclass(frozen=True, slots=True)
class Reading:
    """Bytes read with one codec, and how well that fits."""

    codec: str
    text: str
    fit: Fit


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A reading, the language of its words with those around them, how surely, and how much in it that has none."""

    reading: Reading
    language: str | None
    score: int
    strays: int

    @property
    def is_clean(self) -> bool:
        """Nothing in it speaks against it."""
        return not self.strays and self.reading.fit.odd == 0

    @property
    def is_sure(self) -> bool:
        """It is a language's own, with the letters that this language has."""
        return self.language is not None and self.is_clean and not self.is_western_guess

    @property
    def is_western_guess(self) -> bool:
        """In English foreign letters stand only in names, which may be in any charset."""
        return self.language in _LATIN


def _weigh(reading: Reading) -> _Weighed:
    text, fit = reading.text[:_SAMPLE], reading.fit
    language, score = weighed(text)
    if language in _LATIN and fit.language not in _LATIN and fit.letters >= _NAMES_LETTERS and not strays(text, fit.language):
        return _Weighed(reading, fit.language, fit.score, 0)  # names from elsewhere in a text of English
    return _Weighed(reading, language, score, strays(text, language))


def settled(found: Reading, readings: list[Reading]) -> Reading:
    """The reading to trust.

    Args:
        found: the one that the bytes point to.
        readings: all others of the common charsets that can be read.

    Raises:
        UndecodableError: several would do.
    """
    if found.fit.letters > _PLAIN_LETTERS and found.fit.language and found.fit.odd <= _MAX_ODD:
        return found
    best = _weigh(found)
    others = [_weigh(r) for r in readings if r.text != found.text and r.fit.odd <= max(found.fit.odd, _MAX_ODD)]
    if _is_latin(found.text):
        return _settled_latin(best, others)
    return _settled_script(best, others)


def refuse_torn(found: Reading) -> None:
    """Refuse a text of which some lines read as its language and others only in another charset, as when two were joined.

    Raises:
        UndecodableError: it is such a one.
    """
    if _is_latin(found.text) or found.fit.language is None:
        return
    for line in found.text.split("\n")[:_MOST_LINES]:
        if sum(char >= "\x80" for char in line) < _LINE_LETTERS or weighed(line)[0] is not None:
            continue
        for codec in _CYRILLIC:
            if codec != found.codec and _reads_otherwise(line, found, codec):
                names = f"{spoken(found.codec)} and {spoken(codec)}"
                raise UndecodableError(f"its lines are in different charsets ({names}); {_SAVE}")


def _reads_otherwise(line: str, found: Reading, codec: str) -> bool:
    """By another charset the line is in the language of the text, with no letter out of place."""
    try:
        other = line.encode(found.codec).decode(codec)
    except UnicodeError:
        return False
    return weighed(other)[0] == found.fit.language and not strays(other, found.fit.language)


def corrected(declared: Reading, readings: list[Reading]) -> Reading:
    """The reading by the charset that the file names, or the one that alone has the letters of the same language."""
    if declared.fit.letters > _PLAIN_LETTERS or not _is_latin(declared.text):
        return declared
    said = _weigh(declared)
    others = [other for other in map(_weigh, readings) if said.strays and other.is_sure and other.language == said.language]
    return others[0].reading if len({other.reading.text for other in others}) == 1 else declared


def _settled_latin(best: _Weighed, others: list[_Weighed]) -> Reading:
    """Western by default: its charset is by far the commonest, so only what is strange in it brings up the others."""
    if best.is_clean:
        return best.reading
    letters = best.reading.fit.letters
    sure = [o for o in others if o.is_sure and _is_latin(o.reading.text) and o.reading.fit.letters >= letters]
    texts = {other.reading.text for other in sure}
    if len(texts) == 1 and best.reading.fit.letters:
        return sure[0].reading
    if best.language is not None and not best.is_western_guess and not sure and 10 * best.strays <= best.reading.fit.letters:
        return best.reading
    doubtful = next((other for other in (*sure, *others) if other.is_clean), None)
    if doubtful is None and best.reading.fit.odd <= _MAX_ODD and best.strays <= 1 and best.reading.fit.letters == 0:
        return best.reading
    named = {other.reading.text: other.reading for other in (best, *others) if _holds_names(other.reading)}
    if len(named) == 1 and any(weighed(other.reading.text[:_SAMPLE])[0] == "en" for other in (best, *others)):
        return next(iter(named.values()))
    raise _untold(best, doubtful)


def _holds_names(reading: Reading) -> bool:
    """All that English has not stands in names of one language."""
    return reading.fit.odd == 0 and is_of_names(reading.text[:_SAMPLE], reading.codec)


def _settled_script(best: _Weighed, others: list[_Weighed]) -> Reading:
    """Other scripts: it must be a language's own, and no other reading nearly as much so."""
    best = next((other for other in others if _is_fuller(other, best)), best)
    fit = best.reading.fit
    rivals = [other for other in others if other.language is not None and other.reading.fit.odd <= fit.odd]
    rivals = [other for other in rivals if _differs(other, best) and not _is_fuller(best, other)]
    better = [other for other in rivals if other.score > best.score and other.is_clean and not _is_latin(other.reading.text)]
    if best.strays and len({other.reading.text for other in better}) == 1:
        return better[0].reading
    near = next((other for other in rivals if not other.strays and _is_near(other, best)), None)
    near = near or next((other for other in others if _is_twin(other, best)), None)
    if best.language is None or near is not None or fit.odd > _MAX_ODD or best.strays or fit.letters < _FEW_LETTERS:
        raise _untold(best, near or next((other for other in others if _differs(other, best)), None))
    return best.reading


def _is_fuller(left: _Weighed, right: _Weighed) -> bool:
    """Both read as one language, and what is a letter in the left one is a mark in the other: “ри for Три."""
    one = left.language is not None and left.language == right.language and left.is_clean
    return one and left.reading.fit.letters > right.reading.fit.letters


def _is_near(other: _Weighed, best: _Weighed) -> bool:
    """It fits about as well. A language that is named by its letters alone has a score that tells nothing."""
    if best.language in BY_SCRIPT:
        return other.language not in BY_SCRIPT
    if other.language == "th":
        return best.language in _EAST_ASIAN and other.reading.fit.odd <= _MAX_ODD
    return other.language not in BY_SCRIPT and other.score >= _NEAR * best.score


def _is_twin(other: _Weighed, best: _Weighed) -> bool:
    """A short reading with nothing strange in it, where the best is in another alphabet or only a letter away."""
    text, best_text = other.reading.text, best.reading.text
    if best.reading.fit.letters > _SHORT or text == best_text or not other.is_clean or _is_latin(text):
        return False
    if other.reading.fit.letters < best.reading.fit.letters or strays(text, best.language):
        return False
    if best.language in BY_SCRIPT:
        return other.reading.codec in _CYRILLIC
    apart = (
        sum(left != right for left, right in zip(text, best_text, strict=False)) if len(text) == len(best_text) else len(text)
    )
    return apart <= _TWIN * best.reading.fit.letters


def _differs(left: _Weighed, right: _Weighed) -> bool:
    return left.reading.text != right.reading.text


def _is_latin(text: str) -> bool:
    """Most of its letters beyond ASCII are Latin, or it has none."""
    letters = [char for char in text[:_SAMPLE] if char >= "\x80" and char.isalpha()]
    return sum(unicodedata.name(char, "?").startswith("LATIN") for char in letters) >= _MOSTLY * len(letters)


def _untold(best: _Weighed, other: _Weighed | None) -> UndecodableError:
    names = [spoken(best.reading.codec), *([spoken(other.reading.codec)] if other else [])]
    if len(set(names)) > 1:
        return UndecodableError(f"its charset cannot be told: {names[0]} or {names[1]}; {_SAVE}")
    return UndecodableError(f"its charset is not told and too little shows that it is {names[0]}; {_SAVE}")
