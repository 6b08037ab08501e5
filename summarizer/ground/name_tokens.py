"""The words of a text as they may make up names, and which of them stand together as one name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from summarizer.text import fold

_WORD = re.compile(r"[^\W_]+")
_INSIDE = re.compile(
    r"[ \t\u00a0\u202f]?[-‐‑–'’ʼ]|\.?[ \t\u00a0\u202f]{1,2}|\.|[ \t\u00a0]?[“\"(‘'][ \t]?|[”\")’'][ \t]", re.ASCII
)
"""What may stand between two words of one name: a blank, a hyphen, an apostrophe, the marks around a nickname."""
TITLES = frozenset(
    (
        "mr mrs ms miss mx messrs dr prof professor sir dame lord lady baron baroness count countess duke duchess prince "
        "princess king queen emperor sultan sheikh shaikh sheik emir imam ayatollah mullah maulvi mawlawi rabbi father fr "
        "sister brother rev reverend bishop archbishop cardinal pope pastor saint gen general maj major lt lieutenant col "
        "colonel capt captain cpl corporal sgt sergeant pvt private adm admiral cdr commander cmdr brig brigadier marshal "
        "president vice premier chancellor minister secretary sen senator rep congressman congresswoman mp mep gov governor "
        "mayor judge justice attorney ambassador consul inspector supt superintendent constable detective sheriff chief herr "
        "frau madame mme monsieur mlle signor signora señor señora don doña shri smt kumari haji hajji ustad engr hon rt st "
        "jr sr "
    ).split()
)
"""Words before a name that are no part of it."""
PARTICLES = frozenset(
    "al el ul ur as ad an ar ash at az bin ibn bint ben de del della di da do dos das du la le los las von van der den "
    "ter ten zu zur vom y e af av".split()
)
_ABBREVIATED = frozenset(
    "mr mrs ms dr prof gen maj lt col capt cpl sgt pvt adm cdr cmdr brig sen rep gov rev fr st supt hon rt jr sr".split()
)
_STROKED = re.compile(r"LATIN SMALL LETTER (?:DOTLESS )?([A-Z])(?: WITH STROKE)?")
_LINKS = frozenset("of for the and in".split())
_OF = frozenset({"of", "for", "the"})
_GAP = 1
"""So many further words of a name may stand between two that are looked for: a middle name."""
_LONGEST_SPAN = 12
_NUMBERS = (("man", "men"), ("y", "ies"), ("ss", "sses"), ("ch", "ches"))
_BODIES = frozenset(
    "ministry department office agency council committee commission board bureau authority directorate embassy parliament "
    "government police army navy chamber union federation association court".split()
)
"""Words for a body that stand before or behind what it is for: "Ministry of Health", "Health Ministry"."""
_STEM = 4
_ENDING = 3


@dataclass(frozen=True, slots=True)
class Token:
    """A word: as written, folded, and whether it goes on with the name of the word before."""

    text: str
    low: str
    is_joined: bool

    @property
    def is_small(self) -> bool:
        """It begins with a small letter, or with one of a script without capitals."""
        return not self.text[0].isupper()


@dataclass(frozen=True)
class NameTokens:
    """The words of a text in order."""

    tokens: tuple[Token, ...]

    @classmethod
    def of(cls, text: str) -> NameTokens:
        """Read a text."""
        return cls(tuple(_read(text)))

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for index, token in enumerate(self.tokens):
            places.setdefault(token.low, []).append(index)
        return places

    @cached_property
    def capital(self) -> frozenset[str]:
        """Folded words that stand somewhere with a capital."""
        return frozenset(token.low for token in self.tokens if not token.is_small)

    @cached_property
    def _small(self) -> frozenset[str]:
        return frozenset(token.low for token in self.tokens if token.is_small)

    @cached_property
    def _beside_capital(self) -> frozenset[str]:
        """Capitalised words that stand behind another one: parts of longer names."""
        return frozenset(
            token.low
            for before, token in zip(self.tokens, self.tokens[1:], strict=False)
            if token.is_joined and not token.is_small and not before.is_small
        )

    @cached_property
    def _written(self) -> frozenset[str]:
        return frozenset(token.text for token in self.tokens) | frozenset(self._dotted())

    def _dotted(self) -> Iterator[str]:
        """Initials as one word: "U.S." as "US"."""
        letters = ""
        for token in self.tokens:
            is_letter = len(token.text) == 1 and token.text.isupper()
            letters = (letters if token.is_joined else "") + token.text if is_letter else ""
            if len(letters) > 1:
                yield letters

    def has(self, low: str) -> bool:
        """The word, its plural or its possessive stands somewhere ("Taliban's", "Afghans")."""
        return any(form in self._places for form in (low, low.rstrip("s"), f"{low}s", *_other_number(low)))

    def has_capitals(self, text: str) -> bool:
        """The word stands in capitals, perhaps with full stops."""
        return text in self._written or f"{text}s" in self._written

    def is_small_too(self, low: str) -> bool:
        """The word also stands in small letters."""
        return low in self._small

    def is_name(self, low: str) -> bool:
        """The word is no ordinary one here: it never stands in small letters, or it is part of a longer name."""
        return low not in self._small or low in self._beside_capital

    def holds(self, words: Sequence[str], *, inflects: bool = False, loosely: bool = False) -> bool:
        """The words stand one behind the other as one name, a middle name, initials and particles apart.

        Args:
            words: Folded words of one name.
            inflects: The language's names have endings.
            loosely: Its common nouns have capitals too, so that small words may stand between.
        """
        starts = self._starts(words[0], inflects=inflects)
        return any(self._goes_on(words, start, inflects=inflects, loosely=loosely) for start in starts)

    def _starts(self, word: str, *, inflects: bool) -> list[int]:
        if len(word) == 1:
            return [i for i, token in enumerate(self.tokens) if token.low.startswith(word) and not token.is_small]
        if not inflects:
            return self._places.get(word, []) + self._places.get(f"{word}s", [])
        return [i for low, places in self._places.items() if is_alike(word, low) for i in places]

    def _goes_on(self, words: Sequence[str], start: int, *, inflects: bool, loosely: bool) -> bool:
        place, gap, wanted = start, 0, 1
        while wanted < len(words):
            place += 1
            if place >= len(self.tokens) or not self.tokens[place].is_joined:
                return False
            token = self.tokens[place]
            if _matches(words[wanted], token, inflects=inflects):
                wanted, gap = wanted + 1, 0
                continue
            if self._shares_surname(start, place) or token.low in PARTICLES or (loosely and token.is_small):
                continue
            gap += len(token.low) > 1
            if token.is_small or gap > _GAP:
                return False
        return True

    def _shares_surname(self, start: int, place: int) -> bool:
        """The "and" of "Vera and Jon Holm", whose first name has no surname before it."""
        before = self.tokens[start - 1] if start else None
        alone = before is None or before.is_small or not self.tokens[start].is_joined or before.low in TITLES
        return place == start + 1 and alone and self.tokens[place].low in {"and", "&"}

    def holds_in_any_order(self, words: Sequence[str], *, of_body: bool = False) -> bool:
        """All words stand in one name with its links: "Harbour Board of Elva" for "Elva Harbour Board".

        Args:
            words: Folded words of one name.
            of_body: The words need not be ordinary ones, so that the name of another body must not be taken in.
        """
        wanted, links = set(words), _OF if of_body else _LINKS
        return any(wanted <= self._span_around(place, links) for place in self._places.get(words[0], []))

    def _span_around(self, place: int, links: frozenset[str]) -> set[str]:
        first = last = place
        while first > 0 and place - first < _LONGEST_SPAN and self.tokens[first].is_joined and self._belongs(first - 1, links):
            first -= 1
        while last + 1 < len(self.tokens) and last - place < _LONGEST_SPAN and self._follows(last + 1, links):
            last += 1
        return {token.low for token in self.tokens[first : last + 1]}

    def _follows(self, place: int, links: frozenset[str]) -> bool:
        return self.tokens[place].is_joined and self._belongs(place, links)

    def _belongs(self, place: int, links: frozenset[str]) -> bool:
        return not self.tokens[place].is_small or self.tokens[place].low in links


def _other_number(low: str) -> Iterator[str]:
    """The plural of a singular, or the other way round, that "s" alone does not make."""
    for one, many in _NUMBERS:
        if low.endswith(one):
            yield f"{low.removesuffix(one)}{many}"
        if low.endswith(many):
            yield f"{low.removesuffix(many)}{one}"


def is_body(words: Sequence[str]) -> bool:
    """They name an office or a body."""
    return not _BODIES.isdisjoint(words)


def is_alike(word: str, other: str) -> bool:
    """Two forms of one name in a language that inflects names ("Bartók", "Bartóks")."""
    if word == other:
        return True
    shared = 0
    for left, right in zip(word, other, strict=False):
        if left != right:
            break
        shared += 1
    return shared >= min(_STEM, len(word) - 1) > 1 and max(len(word), len(other)) - shared <= _ENDING


def _matches(wanted: str, token: Token, *, inflects: bool) -> bool:
    """An initial that is wanted stands for the name; one of the text stands for no full name."""
    if len(wanted) == 1:
        return token.low[0] == wanted and not token.is_small
    return token.low in {wanted, f"{wanted}s"} or (inflects and is_alike(wanted, token.low))


def _read(text: str) -> Iterator[Token]:
    before: Token | None = None
    end = 0
    for match in _WORD.finditer(text):
        between = text[end : match.start()]
        low = plain_letters(match.group())
        before = Token(match.group(), low, before is not None and _is_inside(before, between))
        end = match.end()
        yield before


def plain_letters(word: str) -> str:
    """The folded word without the marks on its Latin letters, which many an outlet leaves out: "Peña" as "pena"."""
    low = fold(word).text
    return low if low.isascii() else "".join(map(_plain_letter, low))


@lru_cache(maxsize=1024)
def _plain_letter(char: str) -> str:
    name = unicodedata.name(char, "")
    if not name.startswith("LATIN SMALL LETTER"):
        return char
    base = unicodedata.normalize("NFD", char)[0]
    stroked = _STROKED.fullmatch(name)
    return stroked.group(1).lower() if stroked else base


def _is_inside(before: Token, between: str) -> bool:
    """The full stop of an initial or a short title ends no name; any other does."""
    if not _INSIDE.fullmatch(between):
        return False
    return "." not in between or len(before.low) == 1 or before.low in _ABBREVIATED
