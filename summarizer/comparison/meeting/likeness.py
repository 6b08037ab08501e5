"""How alike the texts of one story are, their words weighted by how rare they are in it; and which share the most words."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, KeysView, Sequence
from operator import mul

from summarizer.comparison.meeting.similar import stems

_KEPT = 131_072
"""Likenesses that are kept, some 25 MB: checks, questions and measures ask for those of the same texts."""


_MARGIN = 1e-6
"""More than sums of floats can be wrong by."""
_FEW = 12
"""Bits that are sooner found one by one than in the digits of a number."""
_EXACT = frozenset((1, 2, 4, 8))
"""Numbers by which a float is multiplied without rounding, so that the order of factors makes no difference."""


class Likeness:
    """Cosine of two texts, words weighted by how rare they are in the story (inverse document frequency).

    Texts that are equal are looked at once, under the number of the first of them, their `form`.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        first: dict[str, int] = {}
        self.forms = [first.setdefault(text, number) for number, text in enumerate(texts)]
        bags = {number: dict(Counter(stems(text))) for text, number in first.items()}
        self._bags = [bags[form] for form in self.forms]
        documents = Counter(word for bag in self._bags for word in bag)
        total = max(1, len(texts))
        weights = {word: math.log(1 + total / count) for word, count in documents.items()}
        norms = {form: math.sqrt(sum((n * weights[w]) ** 2 for w, n in bag.items())) for form, bag in bags.items()}
        single = {form: sum(bag.values()) == len(bag) for form, bag in bags.items()}
        self._squares = {word: weight**2 for word, weight in weights.items()}
        self._norms = [norms[form] for form in self.forms]
        self._known: dict[tuple[int, int], float] = {}
        self._is_single = [single[form] for form in self.forms]

    def of(self, left: int, right: int) -> float:
        """Likeness of the texts with these places, 0 to 1."""
        key = self.forms[left], self.forms[right]
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            found = self._known[key] = self.compared(*key)
        return found

    def compared(self, left: int, right: int) -> float:
        """The same, and not kept: for those that are asked for once."""
        norm = self._norms[left] * self._norms[right]
        if not norm:
            return 0.0
        small, large = self._bags[left], self._bags[right]
        if len(small) > len(large):
            small, large = large, small
        shared = list(filter(large.__contains__, small))
        squares = map(self._squares.__getitem__, shared)
        if self._is_single[left] and self._is_single[right]:
            return sum(squares) / norm
        times = map(mul, map(small.__getitem__, shared), map(large.__getitem__, shared))
        told: float = sum(map(mul, times, squares))
        return told / norm

    def words(self, place: int) -> KeysView[str]:
        """The stems of a text."""
        return self._bags[place].keys()

    def telling(self, place: int, least: float) -> list[str]:
        """Words of a text of which another has at least one if the two are so much alike; the rarest first.

        What the others of its words make of it is too little for such a likeness, however the other text is made
        (the inequality of Cauchy and Schwarz).
        """
        bag = self._bags[place]
        parts = sorted((((n * n) * self._squares[word], word) for word, n in bag.items()), reverse=True)
        rest, enough = sum(part for part, _ in parts), (least - _MARGIN) ** 2 * self._norms[place] ** 2
        found: list[str] = []
        for part, word in parts:
            if rest < enough:
                break
            found.append(word)
            rest -= part
        return found

    def size(self, form: int) -> int:
        """How many words it has, each once."""
        return len(self._bags[form])

    def to(self, form: int, others: Iterable[int]) -> Iterator[tuple[int, float]]:
        """Each of the others with how alike it is to a form."""
        bag, norm = self._bags[form], self._norms[form]
        if not norm or not _EXACT.issuperset(bag.values()):
            yield from ((other, self.compared(form, other)) for other in others)
            return
        own = {word: times * self._squares[word] for word, times in bag.items()}.__getitem__
        for other in others:
            theirs = self._bags[other]
            small, large = (bag, theirs) if len(bag) <= len(theirs) else (theirs, bag)
            shared = filter(large.__contains__, small)
            if self._is_single[other]:
                told: float = sum(map(own, shared))
            else:
                words = list(shared)
                told = sum(map(mul, map(own, words), map(theirs.__getitem__, words)))
            yield other, told / (norm * self._norms[other]) if told else 0.0

    def nearest(self, most: int, common: int, passed_over: Collection[int] = ()) -> Iterator[tuple[int, list[int]]]:
        """For each form the `most` texts that share the most of its words; words that more than `common` texts have left out.

        Of texts that share as many words those come first which share an earlier word, then those of a lower place.
        Texts that are `passed_over` are never among them, and make no word common.
        """
        members: dict[int, list[int]] = defaultdict(list)
        for place, form in enumerate(self.forms):
            members[form].append(place)
        forms, places = list(members), [[p for p in held if p not in passed_over] for held in members.values()]
        holders = self._holders(forms, dict(zip(forms, places, strict=True)), common)
        for form in forms:
            masks = [holders[word] for word in self._bags[form] if word in holders]
            yield form, _first(masks, places, most)

    def _holders(self, forms: Sequence[int], members: dict[int, list[int]], common: int) -> dict[str, int]:
        """For each word that is not too common the forms that have it, as a number with one bit for each of them."""
        sizes = [len(members[form]) for form in forms]
        having: dict[str, list[int]] = defaultdict(list)
        for position, form in enumerate(forms):
            for word in self._bags[form]:
                having[word].append(position)
        return {
            word: _mask(positions) for word, positions in having.items() if sum(map(sizes.__getitem__, positions)) <= common
        }


class Mutual:
    """Likenesses of forms that are asked for in the order of their numbers: what is found from one side is kept for the other.

    Where both have equally many words it is sought again: the sum has another order then, and may end in another digit.
    """

    def __init__(self, likeness: Likeness) -> None:
        self._likeness = likeness
        self._ahead: dict[int, dict[int, float]] = defaultdict(dict)

    def to(self, form: int, others: Iterable[int]) -> dict[int, float]:
        """How alike they are to a form, with some more that it was held against before."""
        found, size = self._ahead.pop(form, {}), self._likeness.size(form)
        for other, points in self._likeness.to(form, [other for other in others if other not in found]):
            found[other] = points
            if other > form and self._likeness.size(other) != size:
                self._ahead[other][form] = points
        return found


def _mask(positions: Sequence[int]) -> int:
    """A number with these bits set."""
    bits = bytearray(positions[-1] // 8 + 1)
    for position in positions:
        bits[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(bits, "little")


def _positions(mask: int) -> Iterator[int]:
    """The bits that are set, in order."""
    if mask.bit_count() <= _FEW:
        while mask:
            yield (mask & -mask).bit_length() - 1
            mask &= mask - 1
        return
    digits = f"{mask:b}"[::-1]
    place = digits.find("1")
    while place >= 0:
        yield place
        place = digits.find("1", place + 1)


def _first(masks: Sequence[int], members: Sequence[Sequence[int]], most: int) -> list[int]:
    """The texts in the most masks, at most so many."""
    taken: list[int] = []
    for level in _levels(masks):
        room = most - len(taken)
        places = [place for position in _positions(level) for place in members[position]] if level.bit_count() <= room else []
        if not places or len(places) > room:
            return taken + _in_order(level, masks, members, room)
        taken += places
    return taken


def _in_order(level: int, masks: Sequence[int], members: Sequence[Sequence[int]], most: int) -> list[int]:
    """The texts of one level by the first mask that they are in, then by their place, at most so many."""
    found: list[int] = []
    for mask in masks:
        if len(found) >= most:
            break
        found += sorted(place for position in _positions(level & mask) for place in members[position])
        level &= ~mask
    return found[:most]


def _levels(masks: Sequence[int]) -> Iterator[int]:
    """The bits that are set in the most masks, then those set in one less, and so on down to one.

    All bits are counted at once: `digits` holds the binary digits of their counts, the lowest first.
    """
    digits: list[int] = []
    for mask in masks:
        carry = mask
        for place, digit in enumerate(digits):
            digits[place], carry = digit ^ carry, digit & carry
            if not carry:
                break
        if carry:
            digits.append(carry)
    anywhere = 0
    for digit in digits:
        anywhere |= digit
    yield from _descending(anywhere, digits)


def _descending(bits: int, digits: Sequence[int]) -> Iterator[int]:
    """The bits grouped by their counts, the highest first."""
    if not bits:
        return
    if not digits:
        yield bits
        return
    high = bits & digits[-1]
    yield from _descending(high, digits[:-1])
    yield from _descending(bits ^ high, digits[:-1])
