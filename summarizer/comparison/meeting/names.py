"""One name for each person and body, whatever an article calls it: spellings, initials, aliases, other scripts.

Aligned text serves retrieval and likeness only; it is never shown and never evidence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler

from summarizer.comparison.meeting.similar import initials
from summarizer.schema import Summary

ALIASES = (
    ("IS-K", "ISK", "ISKP", "IS-KP", "ISIS-K", "ISIL-K", "ISIL-KP", "Daesh-Khorasan", "Daesh-K", "Islamic State-Khorasan",
     "Islamic State Khorasan Province", "Islamic State Khorasan", "Islamic State in Khorasan", "ISIS-Khorasan"),
    ("Islamic State", "Islamic State group", "ISIS", "ISIL", "IS", "Daesh", "Da'esh", "Isis", "Isil"),
    ("United Nations", "UN", "U.N."),
    ("United States", "US", "U.S.", "USA", "America"),
    ("United Kingdom", "UK", "U.K.", "Britain"),
    ("European Union", "EU", "E.U."),
    ("United Arab Emirates", "UAE"),
    ("Democratic Republic of the Congo", "Democratic Republic of Congo", "DRC", "DR Congo"),
    ("World Health Organization", "World Health Organisation", "WHO"),
    ("International Monetary Fund", "IMF"),
    ("Red Cross", "ICRC", "International Committee of the Red Cross"),
    ("Médecins Sans Frontières", "Doctors Without Borders", "MSF"),
    ("Hezbollah", "Hizbullah", "Hizbollah", "Hezbullah"),
    ("al-Qaeda", "al Qaeda", "Al-Qaida", "al-Qaida", "Al Qaeda", "Al-Qaeda"),
    ("Myanmar", "Burma"),
    ("Türkiye", "Turkey"),
)  # fmt: skip
"""Names of one body or country, as different newsrooms write them; matched with their capitals, so that "us" is no country."""

_DEFINED = re.compile(
    r"(?<![\w’'-])((?:[A-Z][\w’'-]{0,40},? (?:(?:of|the|for|and|in|on|de|du) ){0,2}){1,7})\((?:the |or )?([A-Z][\w.-]{1,9})\)"
)
_NAME = re.compile(r"(?<![\w’'-])[A-Z][A-Za-z’'-]{3,40}\b")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_MIN_LETTERS = 5
_ALIKE = 0.8
_DROPPED = re.compile(r"(?<=.)[aeiouyhw’'-]")
_SOUNDS = (("ph", "f"), ("kh", "k"), ("ck", "k"), ("q", "k"), ("c", "k"), ("dj", "j"), ("ou", "u"))
_REPEATED = re.compile(r"(.)\1+")


class Names:
    """The names of one story and what each is called once aligned."""

    def __init__(self, summaries: Sequence[Summary]) -> None:
        texts = [_latin(summary.article.text) for summary in summaries]
        phrases = dict(_spelt_alike(texts))
        for group in (*ALIASES, *_defined(texts)):
            phrases.update(dict.fromkeys(map(_latin, group), _token(group[0])))
        self._calls: Mapping[str, str] = phrases
        self._aligned: dict[str, str] = {}
        ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
        self._known = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ordered))})(?![\w-])")

    def aligned(self, text: str) -> str:
        """The text in Latin letters with every known name in its one form."""
        if text not in self._aligned:
            self._aligned[text] = self._known.sub(lambda match: self._calls[match.group()], _latin(text))
        return self._aligned[text]


def _latin(text: str) -> str:
    """The text in Latin letters."""
    return text if text.isascii() else _FOREIGN.sub(lambda match: anyascii(match.group()), text)


def _token(name: str) -> str:
    return re.sub(r"\W+", "", _latin(name)).capitalize()


def _defined(texts: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Short forms that an article itself explains: "the Harbour Safety Board (HSB)"."""
    for text in texts:
        for match in _DEFINED.finditer(text):
            long, short = " ".join(match[1].split()), match[2]
            whole = _whose_initials(long, short)
            if whole:
                yield whole, short


def _whose_initials(long: str, short: str) -> str | None:
    """The last words of the long form whose capitals the short form is made of."""
    letters = re.sub(r"[^A-Z]", "", short).lower()
    words = long.split()
    for start in range(len(words) - 1, -1, -1):
        tail = " ".join(words[start:])
        if len(letters) > 1 and initials(tail) == letters:
            return tail
    return None


def _spelt_alike(texts: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Each spelling of a name with the one that stands for all, where no article uses two of them as two names."""
    holders: dict[str, set[int]] = defaultdict(set)
    for number, text in enumerate(texts):
        for word in _NAME.findall(text):
            holders[word.removesuffix("'s")].add(number)
    by_sound: dict[str, list[str]] = defaultdict(list)
    for word in sorted(holders):
        if len(word) >= _MIN_LETTERS:
            by_sound[_sound(word)].append(word)
    for spellings in by_sound.values():
        first = spellings[0]
        for other in spellings[1:]:
            if not holders[first] & holders[other] and JaroWinkler.similarity(first.lower(), other.lower()) >= _ALIKE:
                yield other, first


def _sound(word: str) -> str:
    """The consonants of a name, those that transliterations swap written alike."""
    sound = word.lower()
    for written, meant in _SOUNDS:
        sound = sound.replace(written, meant)
    return _REPEATED.sub(r"\1", _DROPPED.sub("", sound))
