"""Whether a reading of bytes is text: letters as words have them, and runs of letters that a language has.

Only words with other characters than ASCII count, with the words beside them: all the rest reads alike in every charset.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from summarizer.articles.language import weighed

_MAX_WORDS = 3000
_MAX_WORD = 200
_JOINING = "’‘ʼ'·‐‑–—…\u00ad\u200c\u200d־׳״・ー"
EAST_ASIAN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "HALFWIDTH", "FULLWIDTH", "IDEOGRAPHIC", "BOPOMOFO"})
_NEVER = frozenset({"Cc", "Cn", "Co", "Cs"})
_SIGNS = frozenset({"No", "Sc", "So", "Sm", "Sk"})
_FINAL = frozenset("ςםןץףך")
BY_SCRIPT = frozenset({"el", "th", "ko", "ka", "hy", "km", "lo", "my", "ta", "te", "kn", "ml", "gu", "pa", "or", "si", "bo"})
"""Named by their letters alone; their scores tell nothing."""
_SURELY_ODD = 0.15
_LITTLE_ODD = 0.01
_ALL_ODD = 0.9
_MIN_SIGNS = 3
MIN_LETTERS = 12
"""Fewer letters beyond ASCII than this do not show a language by themselves."""
_KEPT_LETTERS = 0.7
_CLEARLY_HIGHER, _FAR_HIGHER = 1.01, 1.1
"""A capital read as a quotation mark ("“ри" for "Три") leaves the rest as it is: a score a little higher tells nothing."""
_FOREIGN_WORD = 3


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a reading fits.

    Attributes:
        language: what its words are surely in, None if that is not sure.
        score: how well the runs of letters fit that language, in the detector's own measure.
        odd: share of the characters beyond ASCII that stand where no spelling has them, 0 to 1.
        signs: how many characters beyond ASCII there are.
        letters: how many of them are letters.
    """

    language: str | None
    score: int
    odd: float
    signs: int
    letters: int

    def beats(self, other: Fit, *, likelier: bool) -> bool:
        """It is plainly the better reading of the two; `likelier`: the bytes' statistics put it first."""
        if self.odd > other.odd + _LITTLE_ODD:
            return False
        if self.signs < _MIN_SIGNS:
            return bool(self.language) and other.odd > _ALL_ODD and not self.odd and self._scores_over(other)
        if other.odd > self.odd + _SURELY_ODD or self._is_language_over(other, likelier=likelier):
            return True
        fewer = other.odd > self.odd + _LITTLE_ODD and self.letters >= MIN_LETTERS
        return likelier and fewer and _CLEARLY_HIGHER * self.score >= other.score

    def _is_language_over(self, other: Fit, *, likelier: bool) -> bool:
        if self.language is None or self.letters < max(_MIN_SIGNS, _KEPT_LETTERS * other.letters):
            return False
        if other.language is None:
            return self.letters >= MIN_LETTERS
        if BY_SCRIPT & {self.language, other.language}:
            return likelier and self.language != other.language and self.letters >= MIN_LETTERS
        if self.language == other.language and self.letters < other.letters and self.odd >= other.odd:
            return self.score > _FAR_HIGHER * other.score
        return self._scores_over(other)

    def _scores_over(self, other: Fit) -> bool:
        return self.score > _CLEARLY_HIGHER * other.score


def fit_of(text: str) -> Fit:
    """How well a text fits; its markup should be gone."""
    words = text.split()
    foreign = [i for i, word in enumerate(words) if not word.isascii()][:_MAX_WORDS]
    near = sorted({j for i in foreign for j in (i - 1, i, i + 1) if 0 <= j < len(words)})
    language, score = weighed(" ".join(words[j][:_MAX_WORD] for j in near))
    odd = signs = letters = 0
    for i in foreign:
        word = words[i][:_MAX_WORD]
        odd += _odd_in(word)
        signs += sum(c >= "\x80" for c in word)
        letters += sum(c >= "\x80" and c.isalpha() for c in word)
    return Fit(language, score, odd / signs if signs else 0.0, signs, letters)


def _odd_in(word: str) -> int:
    letters = [c for c in word if c.isalpha()]
    if len(letters) >= _FOREIGN_WORD and all(c >= "\x80" and script_of_letter(c) == "LATIN" for c in letters):
        return sum(c >= "\x80" for c in word)
    padded = f" {word} "
    return sum(
        _is_odd(before, char, after)
        for before, char, after in zip(padded, padded[1:], padded[2:], strict=False)
        if char >= "\x80"
    )


def _is_odd(before: str, char: str, after: str) -> bool:
    category = unicodedata.category(char)
    if category in _NEVER or char == "\ufffd":
        return True
    if category[0] == "L":
        return _is_odd_letter(before, char, after)
    if category[0] == "M":
        return unicodedata.category(before)[0] not in "LM"
    inside = before.isalpha() and after.isalpha() and not {script_of_letter(before), script_of_letter(after)} & EAST_ASIAN
    ending = category in _SIGNS and before.isalpha() and before >= "\x80" and script_of_letter(before) not in EAST_ASIAN
    return (inside and char not in _JOINING) or ending


def _is_odd_letter(before: str, char: str, after: str) -> bool:
    if (char in _FINAL and after.isalpha()) or script_of_letter(char) == "HALFWIDTH":
        return True
    if (before.islower() and char.isupper()) or (char.islower() and after.isupper()):
        return True
    if before.isascii() and before.islower() and after.isascii() and after.islower() and script_of_letter(char) != "LATIN":
        return True  # one East Asian character within a Latin word
    return any(
        other.isalpha() and not _go_together(script_of_letter(char), script_of_letter(other)) for other in (before, after)
    )


def _go_together(left: str, right: str) -> bool:
    return left == right or bool({left, right} & EAST_ASIAN)


@lru_cache(maxsize=4096)
def script_of_letter(char: str) -> str:
    """The first word of a character's name, which for letters is that of their script."""
    return unicodedata.name(char, "?").split()[0].split("-")[0]
