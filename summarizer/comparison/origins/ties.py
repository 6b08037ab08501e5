"""Which articles go back to one report by what they credit: the same report, or one the other. Pure; nothing is tried twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from summarizer.comparison.origins.credits import leans_on, owed_to, retold, same_source
from summarizer.comparison.origins.namesakes import Namesakes
from summarizer.schema import Summary


def ties(summaries: Sequence[Summary], names: Mapping[str, str]) -> Iterator[tuple[int, int, str | None]]:
    """Articles that retell one source, or of which one retells the other or rests on it for a good part.

    By their places, the earlier first, and why, in the articles' names. An article is tied to the first that has a name
    it goes back to, and the others that have it are tied to each other, without a reason of their own: their number alone
    must not cost anything.
    """
    outlets, reports = _holders(summaries)
    namesakes = Namesakes([*outlets, *reports])
    tied: set[str] = set()
    for number, summary in enumerate(summaries):
        for name in _gone_back_to(summary, namesakes):
            firsts = [_first_other(held.get(name, ()), number) for held in (outlets, reports)]
            for other in (first for first in firsts if first is not None):
                left, right = min(number, other), max(number, other)
                yield left, right, why_one(summaries[left], summaries[right], names)
            if name not in tied:
                tied.add(name)
                held_by = [*outlets.get(name, ()), *reports.get(name, ())]
                yield from ((min(number, other), max(number, other), None) for other in held_by)


def _holders(summaries: Sequence[Summary]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """The articles of each outlet, and those that retell each report, in order."""
    outlets: dict[str, list[int]] = defaultdict(list)
    reports: dict[str, list[int]] = defaultdict(list)
    for number, summary in enumerate(summaries):
        for name, held in ((summary.article.outlet, outlets), (retold(summary), reports)):
            if name:
                held[name].append(number)
    return outlets, reports


def _gone_back_to(summary: Summary, namesakes: Namesakes) -> Iterator[str]:
    """The names of outlets and reports of the story that the article retells, or from which it has a good part."""
    source = retold(summary)
    named = dict.fromkeys(filter(None, (source, *owed_to(summary))))
    for name in dict.fromkeys(name for one in named for name in namesakes.of(one)):
        if same_source(source, name) or leans_on(summary, name):
            yield name


def _first_other(holders: Sequence[int], number: int) -> int | None:
    return next((other for other in holders[:2] if other != number), None)


def why_one(left: Summary, right: Summary, names: Mapping[str, str]) -> str | None:
    """Why one of two articles goes back to the other, or to what the other retells; None if neither does."""
    return _why(left, right, names) or _why(right, left, names)


def _why(left: Summary, right: Summary, names: Mapping[str, str]) -> str | None:
    name = names[left.article.article_id]
    source, other = retold(left), retold(right)
    if same_source(source, other):
        return f"both retell {other}"
    if same_source(source, right.article.outlet):
        return f"{name} retells {names[right.article.article_id]}"
    for held in filter(None, (right.article.outlet, other)):
        if leans_on(left, held):
            return f"{name} has much of it from {held}"
    return None


def own_names(summary: Summary) -> Iterator[str]:
    """Its outlet, and the report that it retells."""
    return (name for name in (summary.article.outlet, retold(summary)) if name)
