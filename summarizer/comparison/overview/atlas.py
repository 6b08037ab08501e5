"""Which places of a story lie in one another, as its articles say: "Brandal, Norrick", "Norrick's capital Brandal"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from summarizer.comparison.meeting.similar import stems
from summarizer.comparison.overview.entries import Entry

_BETWEEN = re.compile(
    r"\s?[,(/–-]\s?(?:(?:the )?capital of )?(?:the )?"
    r"|\s?[’']s? (?:\w+ ){0,2}(?:capital|city|town|port|province|region|district) (?:of )?"
    r"|,? (?:in|of) (?:the )?(?:(?:\w+ ){0,2}(?:province|region|district|part|state|north|south|east|west)\w* (?:of )?)?"
    r"(?:north\w*|south\w*|east\w*|west\w*|central)?\s?"
    r"|,? the capital (?:city )?of (?:the )?"
)
"""What stands between a place and the larger one it lies in, or the other way round."""
_LISTED = re.compile(r"\s?,? (?:and|or) (?:in )?[A-Z]")
_LONGEST_GAP = 45
_WORD = re.compile(r"\w+")
Place = frozenset[str]


class Atlas:
    """The places that figures of a story name, and which of them lie in one another."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Reads each statement once."""
        known = list(entries)
        names = _by_first_word({name for entry in known for name in _names(entry)})
        within = {pair for text in dict.fromkeys(e.figure.quote for e in known) for pair in _neighbours(text, names)}
        self._within = sorted(within, key=lambda pair: (sorted(pair[0]), sorted(pair[1])))

    def nested(self, left: Entry, right: Entry) -> bool:
        """A place of one lies in a place of the other."""
        return any((left.place & a and right.place & b) or (left.place & b and right.place & a) for a, b in self._within)


def _names(entry: Entry) -> list[str]:
    return [name for part in (entry.figure.where or "").split(",") if (name := part.strip())]


def _by_first_word(names: Iterable[str]) -> dict[str, list[str]]:
    """The names by the word they begin with; under no word those that begin with another character."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        first = _WORD.match(name)
        found[first.group() if first else ""].append(name)
    return found


def _neighbours(text: str, names: Mapping[str, Sequence[str]]) -> Iterator[tuple[Place, Place]]:
    """Pairs of places that stand next to each other and are no list ("in Lund, Varn and Kvam")."""
    words = names.keys() & {"", *_WORD.findall(text)}
    found = sorted(
        (m.start(), m.end(), name)
        for word in words
        for name in names[word]
        if name in text
        for m in re.finditer(rf"\b{re.escape(name)}\b", text)
    )
    for (_, end, left), (start, after, right) in pairwise(found):
        gap = text[end:start]
        if len(gap) <= _LONGEST_GAP and _BETWEEN.fullmatch(gap) and not _LISTED.match(text, after):
            yield frozenset(stems(left)), frozenset(stems(right))
