"""Figures of an article that mean another interval than before, and speakers' words that are others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

from summarizer.changes.matching import Edge, letters, matched, unlike
from summarizer.changes.pairing import Pair, Pairing
from summarizer.changes.records import Basis, FigureAt, FigureChange, WordsAt, WordsChange
from summarizer.schema import Attribution, Figure, Quoted, Report, Summary

LIKE = 0.8
"""Two sentences are versions of one up to this distance of their words."""
MOST = 400
"""Figures, or statements of speakers, that an article lost or gained and that are looked through for what became of them."""
_Item = TypeVar("_Item", bound=Quoted)
Namings = Mapping[str, str]
"""Under which measure of the report a figure stands, by article and item."""


def figure_changes(old: Report, new: Report, pairing: Pairing) -> tuple[FigureChange, ...]:
    """The figures that moved, article by article.

    In a text that is the same, a figure is the same by its place. In one that is another, by its measure: the one of
    the tables that it stands in, else its own.
    """
    before, after = _namings(old), _namings(new)
    return tuple(change for pair in pairing.pairs for change in _of_pair(pair, before, after))


def _namings(report: Report) -> Namings:
    rows = ((measure.measure, row) for measure in report.measures for row in measure.rows)
    return {f"{row.article_id} {row.item_id}": name for name, row in rows}


def _of_pair(pair: Pair, before: Namings, after: Namings) -> Iterator[FigureChange]:
    old, new = pair
    basis = Basis.READING if old.article.text == new.article.text else Basis.TEXT
    if basis is Basis.READING:
        couples = _at_one_place(old.figures, new.figures)
    else:
        couples = _of_one_measure(
            old.figures,
            new.figures,
            lambda one: _measure(one, old, before),
            lambda one: _measure(one, new, after),
        )
    for left, right in couples:
        if _means(left) != _means(right):
            measure = after.get(f"{new.article.article_id} {right.item_id}", right.measure)
            yield FigureChange(measure=measure, where=right.where, old=_figure(old, left), new=_figure(new, right), basis=basis)


def _measure(figure: Figure, summary: Summary, namings: Namings) -> str:
    return letters(namings.get(f"{summary.article.article_id} {figure.item_id}", figure.measure))


def _means(figure: Figure) -> tuple[object, ...]:
    return figure.low, figure.high, figure.direction


def _at_one_place(olds: Sequence[_Item], news: Sequence[_Item]) -> Iterator[tuple[_Item, _Item]]:
    """Items whose decisive words lie over each other in one text; the same words before others."""
    ordered = sorted(enumerate(news), key=lambda one: one[1].anchor_start)
    edges: list[Edge] = []
    for number, left in enumerate(olds):
        for other, right in ordered:
            if right.anchor_start >= left.anchor_end:
                break
            apart = abs(left.anchor_start - right.anchor_start) + abs(left.anchor_end - right.anchor_end)
            if right.anchor_end > left.anchor_start:
                edges.append((apart, _name(left, number), _name(right, other)))
    yield from _couples(edges, olds, news)


def _of_one_measure(
    olds: Sequence[Figure], news: Sequence[Figure], old_measure: Callable[[Figure], str], new_measure: Callable[[Figure], str]
) -> Iterator[tuple[Figure, Figure]]:
    """Figures of one measure and place in two texts, the same figure before others, then the likest sentences."""
    olds, news = _but_the_same(olds, news, lambda one: (letters(one.measure), letters(one.where), _means(one), one.quote))
    by_measure: dict[tuple[str, str], dict[int, Figure]] = defaultdict(dict)
    for number, right in enumerate(news):
        for name in {letters(right.measure), new_measure(right)}:
            by_measure[name, letters(right.where)][number] = right
    edges: list[Edge] = []
    for number, left in enumerate(olds):
        for name in {letters(left.measure), old_measure(left)}:
            for other, right in by_measure[name, letters(left.where)].items():
                same, apart = _means(left) == _means(right), unlike(left.quote, right.quote)
                if same or apart <= LIKE:
                    edges.append((apart - same, _name(left, number), _name(right, other)))
    yield from _couples(edges, olds, news)


def _but_the_same(
    olds: Sequence[_Item], news: Sequence[_Item], content: Callable[[_Item], Hashable]
) -> tuple[list[_Item], list[_Item]]:
    """What is left when those of the same content are put together; of a flood of them the first ones."""
    counts = [Counter(map(content, some)) for some in (olds, news)]
    both = counts[0] & counts[1]
    left = []
    for some in (olds, news):
        seen: Counter[Hashable] = Counter()
        rest = []
        for one in some:
            seen[content(one)] += 1
            if seen[content(one)] > both[content(one)]:
                rest.append(one)
        left.append(rest[:MOST])
    return left[0], left[1]


def _name(item: Quoted, number: int) -> str:
    return f"{item.start:09} {item.anchor_start:09} {item.item_id} {number}"


def _couples(edges: Sequence[Edge], olds: Sequence[_Item], news: Sequence[_Item]) -> Iterator[tuple[_Item, _Item]]:
    left = {_name(one, number): one for number, one in enumerate(olds)}
    right = {_name(one, number): one for number, one in enumerate(news)}
    found = matched(edges)
    yield from ((left[old], right[new]) for old, new in sorted(found.items(), key=lambda pair: pair[1]))


def _figure(summary: Summary, figure: Figure) -> FigureAt:
    return FigureAt(
        article_id=summary.article.article_id,
        item_id=figure.item_id,
        figure=figure.figure,
        quote=figure.quote,
        start=figure.start,
        end=figure.end,
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
        as_of=figure.as_of,
    )


def words_changes(pairing: Pairing) -> tuple[WordsChange, ...]:
    """Speakers' words that are others in the same article, and words that have another speaker."""
    return tuple(change for pair in pairing.pairs for change in _words_of_pair(pair))


def _words_of_pair(pair: Pair) -> Iterator[WordsChange]:
    old, new = pair
    same = old.article.text == new.article.text
    couples = (_at_one_place if same else _of_one_speaker)(old.attributions, new.attributions)
    for left, right in couples:
        if _is_other_speaker(left, right) if same else _spoken(left) != _spoken(right):
            yield WordsChange(old=_words(old, left), new=_words(new, right), basis=Basis.READING if same else Basis.TEXT)


def _of_one_speaker(olds: Sequence[Attribution], news: Sequence[Attribution]) -> Iterator[tuple[Attribution, Attribution]]:
    olds, news = _but_the_same(olds, news, lambda one: (letters(one.source), _spoken(one)))
    by_speaker: dict[str, list[tuple[int, Attribution]]] = defaultdict(list)
    for number, right in enumerate(news):
        by_speaker[letters(right.source)].append((number, right))
    edges: list[Edge] = []
    for number, left in enumerate(olds):
        for other, right in by_speaker[letters(left.source)]:
            apart = unlike(_spoken(left), _spoken(right))
            if apart <= LIKE:
                edges.append((apart, _name(left, number), _name(right, other)))
    yield from _couples(edges, olds, news)


def _is_other_speaker(left: Attribution, right: Attribution) -> bool:
    """The same words, and the one name is no part of the other: "police" and "the police" are one.

    Rules take the speaker as he stands beside the words ("he said"), which says nothing against a model's name for him.
    """
    if left.read_by != right.read_by:
        return False
    ours, theirs = letters(left.source), letters(right.source)
    return _spoken(left) == _spoken(right) and ours not in theirs and theirs not in ours


def _spoken(said: Attribution) -> str:
    return " ".join((said.content or said.quote).split())


def _words(summary: Summary, said: Attribution) -> WordsAt:
    return WordsAt(
        article_id=summary.article.article_id,
        item_id=said.item_id,
        speaker=said.source,
        words=_spoken(said),
        quote=said.quote,
        start=said.start,
        end=said.end,
    )
