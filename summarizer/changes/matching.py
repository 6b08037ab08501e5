"""Which of several is which, where more than one may be: the likeliest pairs first, and the same from either side."""

from __future__ import annotations

from collections.abc import Iterable

Edge = tuple[float, str, str]
"""How unlikely, the name of the old one, the name of the new one."""


def matched(edges: Iterable[Edge]) -> dict[str, str]:
    """Pairs of old and new, each name at most once a side; the first are those that are the least unlikely.

    Of two pairs that cannot both be, equally unlikely, it is the one whose other name comes first: with the sides swapped the
    pairs are the same.
    """
    taken_old: dict[str, str] = {}
    taken_new: set[str] = set()
    for _, old, new in sorted(set(edges)):
        if old not in taken_old and new not in taken_new:
            taken_old[old] = new
            taken_new.add(new)
    return taken_old


def letters(words: str | None) -> str:
    """What two spellings of one name share."""
    return "".join(char for char in (words or "").casefold() if char.isalnum())


def unlike(left: str, right: str) -> float:
    """From 0, the same words, to 1, none in common (Jaccard's distance of the sets of words)."""
    ours, theirs = (set(text.casefold().split()) for text in (left, right))
    every = ours | theirs
    return 1 - len(ours & theirs) / len(every) if every else 0.0
