"""Which article of one report is which of another."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field

from summarizer.naming import file_name
from summarizer.schema import Article, Report, Summary

LONGEST_COMPARED = 50_000
"""Characters of two texts of one file that are looked at for what they share."""
_PIECE = 16
_LEAST_SHARED = 0.05
"""Share of the shorter text's pieces that stand in the other one, from where on it is a new version of it."""

Pair = tuple[Summary, Summary]


@dataclass(frozen=True)
class Pairing:
    """The articles of two reports.

    Attributes:
        pairs: the same article in the old and in the new report; in the order of the new one.
        only_old, only_new: the others.
    """

    pairs: tuple[Pair, ...]
    only_old: tuple[Summary, ...]
    only_new: tuple[Summary, ...]
    _news: dict[str, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        news = {old.article.article_id: new.article.article_id for old, new in self.pairs}
        object.__setattr__(self, "_news", news)

    def in_new(self, old_id: str) -> str:
        """The id that an article of the old report has in the new one; its own where it is not there."""
        return self._news.get(old_id, old_id)


def paired_articles(old: Report, new: Report) -> Pairing:
    """The articles of two reports, each at most once in a pair.

    One article is the one with the same id, which is a hash of text and outlet. Of the others it is the one of the same
    path, else of the same file name, if that is one in both reports and the two have something in common but the name.
    """
    olds, news = list(old.summaries), list(new.summaries)
    pairs: list[Pair] = []
    keys: tuple[tuple[Callable[[Article], Hashable], Callable[[Article, Article], bool]], ...] = (
        (lambda one: one.article_id, lambda _left, _right: True),
        (lambda one: one.path, _is_one_article),
        (lambda one: file_name(one.path), _is_one_article),
    )
    for key, is_same in keys:
        found = [pair for pair in _alike(olds, news, key) if is_same(pair[0].article, pair[1].article)]
        pairs += found
        gone_old, gone_new = ({id(pair[side]) for pair in found} for side in (0, 1))
        olds = [one for one in olds if id(one) not in gone_old]
        news = [one for one in news if id(one) not in gone_new]
    place = {summary.article.article_id: number for number, summary in enumerate(new.summaries)}
    pairs.sort(key=lambda pair: place[pair[1].article.article_id])
    return Pairing(tuple(pairs), tuple(olds), tuple(news))


def _alike(olds: Sequence[Summary], news: Sequence[Summary], key: Callable[[Article], Hashable]) -> Iterator[Pair]:
    """Those that alone have a key in both."""
    left, right = (_only(some, key) for some in (olds, news))
    yield from ((left[name], right[name]) for name in left if name in right)


def _only(some: Sequence[Summary], key: Callable[[Article], Hashable]) -> dict[Hashable, Summary]:
    found: dict[Hashable, list[Summary]] = {}
    for one in some:
        found.setdefault(key(one.article), []).append(one)
    return {name: ones[0] for name, ones in found.items() if len(ones) == 1}


def _is_one_article(left: Article, right: Article) -> bool:
    """Two texts under one name are versions of one article: other stories have their "1.txt" too."""
    if left.outlet and right.outlet and left.outlet != right.outlet and left.text != right.text:
        return False
    if left.url and left.url == right.url:
        return True
    return _shared(left.text, right.text) >= _LEAST_SHARED


def _shared(left: str, right: str) -> float:
    if left == right:
        return 1.0
    pieces = [_pieces(text) for text in (left, right)]
    fewer = min(map(len, pieces))
    return len(pieces[0] & pieces[1]) / fewer if fewer else 0.0


def _pieces(text: str) -> set[str]:
    line = " ".join(text[:LONGEST_COMPARED].casefold().split())
    return {line[at : at + _PIECE] for at in range(max(1, len(line) - _PIECE + 1))} if line else set()
