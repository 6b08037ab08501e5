"""Which capitalised words are ordinary words that only begin a sentence."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from importlib import import_module

from babel import Locale

_PREFIX = re.compile(
    r"(?:anti|co|counter|cyber|de|ex|hyper|inter|mega|micro|mid|mini|multi|non|out|over|post|pre|pro|re|sub|super|ultra|un|under)"
)
_DEMONYM = re.compile(r".{2,}(?:an|ese|i|ish)s?")
_ENDING = re.compile(r".{3,}(?:ists?|isms?|tions?|ments?)")
_STEM = 4
_TWO_LETTERS = 2
"""The words of two letters that the word list has are names of letters and notes besides those of grammar: "xi", "mi"."""
_GRAMMAR = frozenset(
    (
        "a an the this that these those some any each every either neither both all most many much more few fewer less "
        "several such no none nobody nothing no-one someone anyone everyone something anything everything one another other "
        "others i you he she it we they me him her us them my your his its our their mine yours hers ours theirs himself "
        "herself itself themselves who whom whose which what whatever whoever when whenever where wherever why how there "
        "here then now thus hence however also still yet too even just only not never ever always often again once twice "
        "and or but nor so if unless until till while whilst whereas because since although though as than whether lest "
        "about above across after against along among amid around at before behind below beneath beside besides between "
        "beyond by despite down during except for from in inside into like near of off on onto out outside over past per "
        "through throughout to toward towards under underneath up upon via with within without according "
        "is are was were be been being am do does did done have has had having can could may might must shall should will "
        "would go ex ok"
    ).split()
)
"""The words of English grammar: asked first, since the word list takes long to load."""


def is_english(language: str | None) -> bool:
    """The language is English, or taken for it where it is not known."""
    return (language or "en").partition("-")[0] == "en"


def is_ordinary(word: str, capitals: AbstractSet[str]) -> bool:
    """An English word that is no name: no person's, and of no country, city, people or language.

    Args:
        word: As it stands at the head of a sentence.
        capitals: Folded words that the article writes with a capital; a people is known by its country there.
    """
    low = word.lower()
    if len(low) == _TWO_LETTERS:
        return low in _GRAMMAR
    if _is_of_place(low):
        return any(other[:_STEM] == low[:_STEM] for other in capitals)
    return (
        low in _GRAMMAR
        or _ENDING.fullmatch(low) is not None
        or _is_listed(low)
        or any(_is_listed(rest) for rest in _without_prefix(low))
    )


def _without_prefix(low: str) -> list[str]:
    match = _PREFIX.match(low)
    return [low[match.end() :]] if match and len(low) - match.end() > _STEM else []


@lru_cache(maxsize=4096)
def _is_listed(low: str) -> bool:
    """The word list has it in small letters: of a name it knows it gives the base form with a capital."""
    words = import_module("simplemma")
    known = bool(words.is_known(low, lang="en", low_memory=True))
    return known and str(words.lemmatize(low, lang="en", low_memory=True)) != low.capitalize()


@cache
def _places() -> frozenset[str]:
    """Countries, languages, and the cities that time zones are named after, as Babel ships them from the Unicode CLDR."""
    english = Locale("en")
    cities = (str(zone).rpartition("/")[2] for zone in english.time_zones)
    names = (*english.territories.values(), *english.languages.values(), *cities)
    return frozenset(name.lower() for name in names if name[:1].isupper() and len(name.split()) == 1)


@cache
def _stems() -> frozenset[str]:
    return frozenset(name.lower()[:_STEM] for name in Locale("en").territories.values())


def _is_of_place(low: str) -> bool:
    """A place or a people: "Norway", "Norwegian", "Iraqi"."""
    return low in _places() or (low[:_STEM] in _stems() and _DEMONYM.fullmatch(low) is not None)
