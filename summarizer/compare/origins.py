"""Which articles go back to one report. Two outlets that retell one report are one source."""

from __future__ import annotations

import functools
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from summarizer.compare.similar import initials
from summarizer.compare.table import Row
from summarizer.schema import Origin, Summary
from summarizer.text import words

SHINGLE_WORDS = 8
"""Runs of so many words hardly ever stand in two texts by chance."""
COPIED_SHARE = 0.3
"""Share of the shorter text's runs that stand in the other one, from which the two count as one text."""
_FILLER = re.compile(r"\b(?:the|a|an|report|news|agency|newspaper|says|said)\b|[^\w]+", re.IGNORECASE)


def find_origins(summaries: Sequence[Summary]) -> tuple[Origin, ...]:
    """Every article in exactly one origin, in the order of its first article."""
    groups = _Groups(len(summaries))
    reasons: dict[tuple[int, int], str] = {}
    for left, right, why in [*_shared_sources(summaries), *_copies(summaries)]:
        groups.join(left, right)
        reasons.setdefault((left, right), why)
    return tuple(_origin(members, summaries, reasons) for members in groups.members())


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
        return f"o{hashlib.sha256(_plain(shared).encode()).hexdigest()[:12]}"

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


def retold(summary: Summary) -> str | None:
    """The report that an article retells; None where what it names is its own outlet, as datelines do."""
    source = summary.main_source
    return None if same_source(source, summary.article.outlet) else source


def _shared_sources(summaries: Sequence[Summary]) -> Iterable[tuple[int, int, str]]:
    """Articles that retell one source, or of which one retells the other's outlet."""
    for right, later in enumerate(summaries):
        own = retold(later)
        for left, earlier in enumerate(summaries[:right]):
            other = retold(earlier)
            if same_source(own, other):
                yield left, right, f"both retell {other}"
            elif source := _credit(later, earlier) or _credit(earlier, later):
                yield left, right, f"one retells {source}, the other credits it"
            elif same_source(own, earlier.article.outlet):
                yield left, right, f"{_name(later)} retells {_name(earlier)}"
            elif same_source(other, later.article.outlet):
                yield left, right, f"{_name(earlier)} retells {_name(later)}"


def _credit(retelling: Summary, crediting: Summary) -> str | None:
    """The source that one article retells as a whole, if the other one credits it."""
    source = retold(retelling)
    return source if any(same_source(source, name) for name in crediting.credited) else None


@functools.lru_cache(maxsize=65536)
def same_source(left: str | None, right: str | None) -> bool:
    """Two names of one outlet, agency or report: alike but for filler words, or one the other's initials."""
    if not left or not right:
        return False
    a, b = _forms(left), _forms(right)
    return bool(a & b) or initials(left.partition("(")[0]) in b or initials(right.partition("(")[0]) in a


@functools.lru_cache(maxsize=8192)
def _forms(name: str) -> frozenset[str]:
    """The name, and what stands behind it in brackets: "The Wall Street Journal (WSJ)"."""
    return frozenset(plain for part in re.split(r"[()]", name) if len(plain := _plain(part)) > 1)


def _plain(name: str) -> str:
    return _FILLER.sub("", name).lower()


def _copies(summaries: Sequence[Summary]) -> Iterable[tuple[int, int, str]]:
    """Articles of which a good part is the same text, found by runs of words they share."""
    shingles = [runs(summary) for summary in summaries]
    holders: dict[int, list[int]] = defaultdict(list)
    for number, own in enumerate(shingles):
        for run in own:
            holders[run].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in holders.values():
        for position, right in enumerate(numbers):
            for left in numbers[:position]:
                shared[left, right] += 1
    for (left, right), count in sorted(shared.items()):
        share = count / max(1, min(len(shingles[left]), len(shingles[right])))
        if share >= COPIED_SHARE:
            yield left, right, f"near-identical passages ({share:.0%} of the shorter text)"


def runs(summary: Summary) -> set[int]:
    """Hashes of all runs of words of an article's running text."""
    text, zones = summary.article.text, summary.article.zones
    body = "".join(" " if any(z.start <= i < z.end for z in zones) else c for i, c in enumerate(text)) if zones else text
    tokens = words(body)
    return {
        int.from_bytes(hashlib.blake2b(" ".join(tokens[i : i + SHINGLE_WORDS]).encode(), digest_size=8).digest(), "big")
        for i in range(len(tokens) - SHINGLE_WORDS + 1)
    }


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


class _Groups:
    """Disjoint sets of article numbers (union-find)."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def join(self, left: int, right: int) -> None:
        a, b = self._root(left), self._root(right)
        self._parent[max(a, b)] = min(a, b)

    def members(self) -> list[list[int]]:
        groups: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self._parent)):
            groups[self._root(number)].append(number)
        return [groups[root] for root in sorted(groups)]

    def _root(self, number: int) -> int:
        while self._parent[number] != number:
            number = self._parent[number]
        return number
