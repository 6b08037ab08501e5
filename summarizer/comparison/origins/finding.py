"""Which articles go back to one report. Two outlets that retell one report are one source."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from summarizer.comparison.meeting.groups import Groups
from summarizer.comparison.meeting.table import Row
from summarizer.comparison.origins.bases import Basis, told
from summarizer.comparison.origins.credits import plain, retold, same_source
from summarizer.comparison.origins.namesakes import Namesakes
from summarizer.comparison.origins.passages import SAME_TEXT, is_one_statement, runs, shared_runs, standing
from summarizer.comparison.origins.ties import own_names, ties, why_one
from summarizer.naming import names_of
from summarizer.schema import Origin, Summary

COPIED_SHARE = 0.3
"""Share of the shorter text's runs that stand in the other one, from which the two count as one text."""


def find_origins(summaries: Sequence[Summary]) -> tuple[Origin, ...]:
    """Every article in exactly one origin, in the order of its first article."""
    groups, names = Groups(len(summaries)), names_of([summary.article for summary in summaries])
    reasons: dict[tuple[int, int], Basis] = {}
    for left, right, tie in ties(summaries, names):
        groups.join(left, right)
        if tie is not None:
            reasons.setdefault((left, right), tie)
    for left, right, share in _copies(summaries):
        groups.join(left, right)
        if (left, right) not in reasons:
            reasons[left, right] = why_one(summaries[left], summaries[right], names) or share
    for left, right in _one_desk(groups.members(), summaries):
        groups.join(left, right)
    inside: dict[int, list[Basis]] = defaultdict(list)
    for (left, _), why in sorted(reasons.items(), key=itemgetter(0)):
        inside[groups.root(left)].append(why)
    return tuple(_origin([summaries[i] for i in members], names, inside[members[0]]) for members in groups.members())


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
        self._known = [(name, self._of_article[s.article.article_id]) for s in summaries for name in own_names(s)]
        self._credited = sorted({name for summary in summaries for name in summary.credited})
        self._reports = Namesakes([*sorted({name for name, _ in self._known}), *self._credited])
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
            self._is_report[said.source] = bool(self._reports.of(said.source))
        return said.source if self._is_report[said.source] else None


def _copies(summaries: Sequence[Summary]) -> Iterator[tuple[int, int, float]]:
    """Articles of which a good part is the same text, found by runs of words they share, and how much of the shorter it is."""
    lengths, groups = [len(runs(summary)) for summary in summaries], Groups(len(summaries))
    for left, right, count in shared_runs(summaries, groups, standing(summaries)):
        share = count / max(1, min(lengths[left], lengths[right]))
        if share < COPIED_SHARE or (share < SAME_TEXT and is_one_statement(summaries[left], summaries[right])):
            continue
        groups.join(left, right)
        yield left, right, share


def _origin(members: Sequence[Summary], names: Mapping[str, str], reasons: Sequence[Basis]) -> Origin:
    ids = tuple(member.article.article_id for member in members)
    own = retold(members[0])
    basis = told(reasons) or (f"retells {own}" if own else "own reporting")
    digest = hashlib.sha256("\x1f".join(sorted(ids)).encode()).hexdigest()[:12]
    return Origin(origin_id=f"o{digest}", label=_label(members, names), article_ids=ids, basis=basis)


def _label(members: Sequence[Summary], names: Mapping[str, str]) -> str:
    """The report that they share, else the outlet, else the first article's name."""
    first = members[0].article
    return next((s for member in members if (s := retold(member))), None) or first.outlet or names[first.article_id]
