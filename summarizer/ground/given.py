"""The quantities that an article gives, to be asked whether one of them says what a statement says."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from decimal import Decimal

from summarizer.analysis import analysis_of
from summarizer.ground.values import says_same
from summarizer.overlaps import Overlaps
from summarizer.quantities import Quantity, find_quantities
from summarizer.schema import Article
from summarizer.text import Span

_MOST_COMPARED = 1_000
"""Of more different quantities the further ones are only met by the same value: no report gives so many, a table does."""

_Value = tuple[Decimal | None, Decimal | None, str | None]


class Given:
    """The quantities of an article's text and title, each value once."""

    def __init__(self, article: Article) -> None:
        self._all = analysis_of(article).all_quantities
        self._places = Overlaps(Span(q.start, q.end) for q in self._all)
        titled = find_quantities(article.title or "")
        self._distinct = tuple({_sort(q): q for q in (*titled, *self._all)}.values())
        self._values = frozenset(_value(q) for q in self._distinct if not q.is_date)
        self.ends = frozenset(end for q in self._all for end in (q.low, q.high)) - {None}
        self._known: dict[object, bool] = {}

    def near(self, cited: Sequence[Span]) -> list[Quantity]:
        """Those that touch one of the cited sentences, in order."""
        return [self._all[number] for number in sorted({n for span in cited for n in self._places.of(span)})]

    def says(self, said: Quantity) -> bool:
        """One of them that is no date says the same number."""
        key = _sort(said)
        if key not in self._known:
            compared = (given for given in self._distinct[:_MOST_COMPARED] if not given.is_date)
            more = len(self._distinct) > _MOST_COMPARED and _value(said) in self._values
            self._known[key] = more or any(says_same(said, given) for given in compared)
        return self._known[key]


@functools.lru_cache(maxsize=64)
def given_in(article: Article) -> Given:
    """What an article gives."""
    return Given(article)


def _value(quantity: Quantity) -> _Value:
    return quantity.low, quantity.high, quantity.unit


def _sort(quantity: Quantity) -> tuple[object, ...]:
    """All that tells whether two say the same."""
    return (*_value(quantity), quantity.approximator, quantity.direction, quantity.precision, quantity.is_date, quantity.text)
