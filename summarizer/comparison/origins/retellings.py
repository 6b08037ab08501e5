"""Who retells whom, and what each retelling changed: passages of one report laid side by side, word by word. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from summarizer.comparison.checks.quoted import differing, hedges, sentence_change
from summarizer.comparison.meeting.groups import Groups
from summarizer.comparison.origins.credits import retold, same_source
from summarizer.comparison.origins.passages import runs, shared_runs, standing
from summarizer.comparison.origins.readings import Reading, Readings
from summarizer.schema import Change, Origin, Retelling, Summary
from summarizer.text import words

_IN_COMMON = "passages that both have word for word; they may come from one source"
_SHARED_RUNS = 3
"""Runs that two articles of different origins must share: ten words in a row."""
_MOST_PARTNERS = 5
"""Articles of other origins that one article is laid against, those that share the most with it."""
_WORTH_TELLING = 0.1
"""Share of its text that an article of another origin must have in common, if it changed nothing of it."""
_QUOTED = re.compile(r"[“\"„«]([^“”\"„«»\n]{3,})[”\"“»]")
_WHAT = {"a number": "figure", "a negation": "negation", "a name": "name"}


def find_retellings(summaries: Sequence[Summary], origins: Sequence[Origin]) -> tuple[Retelling, ...]:
    """What each article made of a report that it shares with another one.

    An article of a shared origin is laid against the report itself, or the first that retells it. Two articles of
    different origins are laid side by side where they have passages word for word. Articles of one outlet are not.
    """
    readings = Readings()
    by_id = {summary.article.article_id: summary for summary in summaries}
    origin_of = {article_id: origin.origin_id for origin in origins for article_id in origin.article_ids}
    found: list[Retelling] = []
    for origin in origins:
        members = [by_id[article_id] for article_id in origin.article_ids]
        told = _told_first(members)
        found.extend(
            _retelling(told, member, readings, origin.origin_id, origin.basis)
            for member in members
            if not _same_outlet(told, member)
        )
    found.extend(_sharing(summaries, origin_of, readings))
    return tuple(found)


def _same_outlet(left: Summary, right: Summary) -> bool:
    return left is right or (left.article.outlet is not None and left.article.outlet == right.article.outlet)


def _sharing(summaries: Sequence[Summary], origin: Mapping[str, str], readings: Readings) -> Iterator[Retelling]:
    """Articles of different origins that have whole passages in common; the later one is laid against the earlier."""
    partners: Counter[int] = Counter()
    found_again = shared_runs(summaries, _grouped(summaries, origin), standing(summaries))
    shared = (found for found in found_again if found[2] >= _SHARED_RUNS)
    for *pair, _ in sorted(shared, key=lambda found: (-found[2], found[0], found[1])):
        if max(partners[n] for n in pair) >= _MOST_PARTNERS:
            continue
        left, right = sorted((summaries[n] for n in pair), key=_written)
        if _same_outlet(left, right):
            continue
        if origin[left.article.article_id] == origin[right.article.article_id]:
            continue
        partners.update(pair)
        found = _retelling(left, right, readings, None, _IN_COMMON)
        if found.changes or found.shared >= _WORTH_TELLING:
            yield found


def _grouped(summaries: Sequence[Summary], origin: Mapping[str, str]) -> Groups:
    """The places of the articles, those of one origin in one set."""
    groups, first = Groups(len(summaries)), dict[str, int]()
    for number, summary in enumerate(summaries):
        groups.join(first.setdefault(origin[summary.article.article_id], number), number)
    return groups


def _written(summary: Summary) -> tuple[str, str]:
    """For sorting by the time of writing; what has no date comes last."""
    article = summary.article
    return str(article.published or "9999"), article.published_time or ""


def _told_first(members: Sequence[Summary]) -> Summary:
    """The report itself if an article of its outlet is among them, else the earliest."""
    named = [source for member in members if (source := retold(member))]
    for member in members:
        if any(same_source(name, member.article.outlet) for name in named) and not retold(member):
            return member
    return min(members, key=_written)


def _retelling(told: Summary, other: Summary, readings: Readings, origin_id: str | None, basis: str) -> Retelling:
    own, first = runs(other), runs(told)
    return Retelling(
        origin_id=origin_id,
        told_id=told.article.article_id,
        retold_id=other.article.article_id,
        basis=basis,
        shared=round(len(frozenset(own).intersection(first)) / max(1, len(own)), 2),
        changes=tuple(_changes(readings.of(told.article), readings.of(other.article))),
    )


def _changes(told: Reading, retelling: Reading) -> Iterator[Change]:
    """What differs in the passages that both have, in the order of the retelling."""
    for place, sorted_words in enumerate(retelling.sorted_words):
        other = told.likest(sorted_words)
        if other is None:
            continue
        what = _what(told.passages[other].of(told.article.text), retelling.passages[place].of(retelling.article.text))
        if what:
            yield Change(what=what[0], told=told.passage(other), retold=retelling.passage(place), note=what[1])


def _what(told: str, retold: str) -> tuple[str, str] | None:
    """What was changed, and the words that differ; None where the sense is the same."""
    if told == retold:
        return None
    changed = sentence_change(told, retold)
    if changed is not None and changed.what in _WHAT:
        return _WHAT[changed.what], str(changed).removeprefix(f"{changed.what}: ")
    quoted = [[" ".join(words(q)) for q in _QUOTED.findall(text)] for text in (told, retold)]
    if all(quoted) and not any(a in b or b in a for a in quoted[0] for b in quoted[1]):
        return "quotation", differing(told, retold)
    before, after = hedges(told), hedges(retold)
    if before != after:
        dropped, added = (", ".join(f"“{w}”" for w in sorted(some)) for some in (before - after, after - before))
        return "hedge", "; ".join(filter(None, (dropped and f"dropped: {dropped}", added and f"added: {added}")))
    return None
