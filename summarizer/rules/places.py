"""Where: the places that a clause names behind "in", "near", "at" or "of"."""

from __future__ import annotations

import re

from summarizer.quantities import HEADLINE_VERBS

_NAME = r"(?:(?:al|el|as|ar|ad|an|at)-)?[A-Z][\w’'-]*(?:\s+(?:(?:al|el|as|ar|ad|an|at)-)?[A-Z][\w’'-]*){0,3}"
_PLACE = re.compile(
    r"\b(?:in|into|on|near|at|outside|around|across|inside|on the outskirts of|stronghold of|bombing of|siege of|shelling of|"
    r"(?:town|city|village|province|region|district|area|"
    r"neighbou?rhood|suburb|state|island|capital|port|part|parts|north|south|east|west|outskirts|coast|countryside) of)\s+"
    r"(?:the\s+|both\s+)?"
    r"(?:(?:[a-z]+(?:-[a-z]+)?\s+){0,3}?(?:town|city|village|province|region|district|area|neighbou?rhood|suburb|capital|state|"
    r"island)\s+(?:of\s+)?)?"
    r"(?:(?:northern|southern|eastern|western|central|northeast|northwest|southeast|southwest|north|south|east|west|"
    r"north-?eastern|north-?western|south-?eastern|south-?western|rebel-held|opposition-held|government-held|nearby|downtown)\s+){0,2}"
    rf"(?P<name>{_NAME}(?:\s+of\s+{_NAME})?)"
)
_COUNTED_BY = re.compile(
    r"\w?[’']s?\s+(?:\w+\s+)?(?:count|tally|list|figures|numbers|estimate|reckoning|word|website|behalf)\b"
)
"""What follows a name that is no place: "on the Harbour Register's count"."""
_PEOPLES = re.compile(
    r"^(?:(?:\w+(?:ian|ish|ese)|Rural|Iraqi|Israeli|Afghan|American|German|French|Dutch|Russians?)(?:\s+|$))+"
)
"""What begins with a people's name is an army or an attack, not a place ("in Russian air raids")."""
_POSSESSIVE = re.compile(r"[’']s?$")
_NO_PLACE = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec ramadan christmas easter i he she it "
    "they we the a an mr mrs reuters afp monitor monitors twitter facebook islam god".split()
)


_VERBS = frozenset(verb for verb in HEADLINE_VERBS if verb.endswith(("s", "ed"))) - {"falls"}
"""Verbs of a headline that ends a name: "on Syria Kills Five". The bare forms and "Falls" stand in names of places."""


def places(text: str) -> list[str]:
    """Names of places in the order of the text, each once."""
    names = (_trimmed(match["name"]) for match in _PLACE.finditer(text) if not _COUNTED_BY.match(text, match.end() - 2))
    return list(dict.fromkeys(name for name in names if name))


def _trimmed(name: str) -> str:
    """The name without a possessive ending and without the weekday, the month or the headline's verb behind it."""
    kept: list[str] = []
    for word in _PEOPLES.sub("", name).split():
        bare = _POSSESSIVE.sub("", word)
        if bare.strip("-–—").lower() in _NO_PLACE or word.strip("-–—").lower() in _VERBS:
            break
        kept.append(bare)
    return " ".join(kept)
