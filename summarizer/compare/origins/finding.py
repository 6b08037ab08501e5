"""Which articles go back to one report. Two outlets that retell one report are one source."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from summarizer.compare.meeting.groups import Groups
from summarizer.compare.meeting.table import Row
from summarizer.compare.origins.credits import leans_on, owed_to, plain, retold, same_source
from summarizer.compare.origins.namesakes import Namesakes
from summarizer.compare.origins.passages import runs, shared_runs
from summarizer.schema import Origin, Summary

COPIED_SHARE = 0.3
"""Share of the shorter text's runs that stand in the other one, from which the two count as one text."""


def find_origins(summaries: Sequence[Summary]) -> tuple[Origin, ...]:
    """Every article in exactly one origin, in the order of its first article."""
    groups = Groups(len(summaries))
    reasons: dict[tuple[int, int], str] = {}
    for left, right, why in [*_shared_sources(summaries), *_copies(summaries)]:
        groups.join(left, right)
        reasons.setdefault((left, right), why)
    for left, right in _one_desk(groups.members(), summaries):
        groups.join(left, right)
    return tuple(_origin(members, summaries, reasons) for members in groups.members())


def _one_desk(groups: Sequence[Sequence[int]], summaries: Sequence[Summary]) -> Iterable[tuple[int, int]]:
    """Own reports of one outlet: not independent of each other, but not of what the outlet took from elsewhere either."""
    desks: dict[str, int] = {}
    for group in groups:
        outlet = summaries[group[0]].article.outlet
        if len(group) == 1 and outlet and not retold(summaries[group[0]]):
            first = desks.setdefault(outlet, group[0])
            if first != group[0]:
                yield first, group[0]


class Sources:
    """What each statement goes back to: its article's origin, or the report that the article credits for it."""

    def __init__(self, summaries: Sequence[Summary], origins: Sequence[Origin]) -> None:
        self._of_article = {article_id: origin.origin_id for origin in origins for article_id in origin.article_ids}
        self._ids = [summary.article.article_id for summary in summaries]
        self._known = [(name, self._of_article[s.article.article_id]) for s in summaries for name in _own_names(s)]
        self._credited = sorted({name for summary in summaries for name in summary.credited})
        self._reports = sorted({name for name, _ in self._known}) + self._credited
        self._origins: dict[str, str] = {}
        self._is_report: dict[str, bool] = {}

    def of(self, row: Row) -> tuple[str, str | None]:
        """The origin's id, and the credited report if it is not the article's own origin."""
        own = self._of_article[self._ids[row.article]]
        name = self._source_named(row)
        if name is None:
            return own, None
        origin = self._origins.get(name) or self._origins.setdefault(name, self._origin_named(name))
        return origin, None if origin == own else name

    def _origin_named(self, name: str) -> str:
        """The origin of an article of this name, or one of its own for a report that is not among the articles."""
        origin = next((origin for known, origin in self._known if same_source(known, name)), None)
        if origin is not None:
            return origin
        shared = next((credited for credited in self._credited if same_source(credited, name)), name)
        return f"o{hashlib.sha256(plain(shared).encode()).hexdigest()[:12]}"

    def _source_named(self, row: Row) -> str | None:
        """The report or outlet from which the article has the statement: its channel, or a speaker that is one."""
        said = row.attribution
        if said is None:
            return None
        if said.via:
            return said.via[0]
        if said.source not in self._is_report:
            self._is_report[said.source] = any(same_source(name, said.source) for name in self._reports)
        return said.source if self._is_report[said.source] else None


def _own_names(summary: Summary) -> Iterable[str]:
    return (name for name in (summary.article.outlet, retold(summary)) if name)


def _shared_sources(summaries: Sequence[Summary]) -> Iterable[tuple[int, int, str]]:
    """Articles that retell one source, or of which one retells the other or rests on it for a good part."""
    for right, left in sorted(_naming(summaries)):
        why = _why_one(summaries[left], summaries[right]) or _why_one(summaries[right], summaries[left])
        if why:
            yield left, right, why


def _naming(summaries: Sequence[Summary]) -> set[tuple[int, int]]:
    """Pairs of articles of which one names the other's outlet or the report that it retells; the later one first."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, summary in enumerate(summaries):
        for name in _own_names(summary):
            holders[name].append(number)
    namesakes = Namesakes(holders)
    known: dict[str, list[int]] = {}
    pairs: set[tuple[int, int]] = set()
    for number, summary in enumerate(summaries):
        for name in dict.fromkeys(filter(None, (retold(summary), *owed_to(summary)))):
            if name not in known:
                known[name] = [other for one in namesakes.of(name) for other in holders[one]]
            pairs.update((max(number, other), min(number, other)) for other in known[name] if other != number)
    return pairs


def _why_one(left: Summary, right: Summary) -> str | None:
    """Why the first goes back to the second, or to what the second retells; None if it does not."""
    source, other = retold(left), retold(right)
    if same_source(source, other):
        return f"both retell {other}"
    if same_source(source, right.article.outlet):
        return f"{_name(left)} retells {_name(right)}"
    for name in filter(None, (right.article.outlet, other)):
        if leans_on(left, name):
            return f"{_name(left)} has much of it from {name}"
    return None


def _copies(summaries: Sequence[Summary]) -> Iterable[tuple[int, int, str]]:
    """Articles of which a good part is the same text, found by runs of words they share."""
    lengths = [len(runs(summary)) for summary in summaries]
    shares = (
        (left, right, count / max(1, min(lengths[left], lengths[right]))) for left, right, count in shared_runs(summaries)
    )
    for left, right, share in sorted(found for found in shares if found[2] >= COPIED_SHARE):
        yield left, right, f"near-identical passages ({share:.0%} of the shorter text)"


def _origin(members: Sequence[int], summaries: Sequence[Summary], reasons: dict[tuple[int, int], str]) -> Origin:
    ids = tuple(summaries[i].article.article_id for i in members)
    label = _label(members, summaries)
    inside = [why for (a, b), why in sorted(reasons.items()) if a in members and b in members]
    own = retold(summaries[members[0]])
    basis = "; ".join(dict.fromkeys(inside)) or (f"retells {own}" if own else "own reporting")
    digest = hashlib.sha256("\x1f".join(sorted(ids)).encode()).hexdigest()[:12]
    return Origin(origin_id=f"o{digest}", label=label, article_ids=ids, basis=basis)


def _label(members: Sequence[int], summaries: Sequence[Summary]) -> str:
    sources = [s for i in members if (s := retold(summaries[i]))]
    return sources[0] if sources else _name(summaries[members[0]])


def _name(summary: Summary) -> str:
    return summary.article.outlet or PurePath(summary.article.path).name
