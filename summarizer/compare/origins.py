"""Which articles go back to one report. Two outlets that retell one report are one source."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from summarizer.compare.similar import initials
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


def origin_of(origins: Iterable[Origin]) -> dict[str, str]:
    """The origin's id of each article's id."""
    return {article_id: origin.origin_id for origin in origins for article_id in origin.article_ids}


def _shared_sources(summaries: Sequence[Summary]) -> Iterable[tuple[int, int, str]]:
    """Articles that retell one source, or of which one retells the other's outlet."""
    for right, later in enumerate(summaries):
        for left, earlier in enumerate(summaries[:right]):
            if later.main_source and earlier.main_source and same_source(later.main_source, earlier.main_source):
                yield left, right, f"both retell {earlier.main_source}"
            elif source := _credit(later, earlier) or _credit(earlier, later):
                yield left, right, f"one retells {source}, the other credits it"
            elif later.main_source and same_source(later.main_source, earlier.article.outlet):
                yield left, right, f"{_name(later)} retells {_name(earlier)}"
            elif earlier.main_source and same_source(earlier.main_source, later.article.outlet):
                yield left, right, f"{_name(earlier)} retells {_name(later)}"


def _credit(retelling: Summary, crediting: Summary) -> str | None:
    """The source that one article retells as a whole, if the other one credits it."""
    source = retelling.main_source
    return source if any(same_source(source, name) for name in crediting.credited) else None


def same_source(left: str | None, right: str | None) -> bool:
    """Two names of one outlet, agency or report: alike but for filler words, or one the other's initials."""
    if not left or not right:
        return False
    a, b = _forms(left), _forms(right)
    return bool(a & b) or initials(left.partition("(")[0]) in b or initials(right.partition("(")[0]) in a


def _forms(name: str) -> set[str]:
    """The name, and what stands behind it in brackets: "The Wall Street Journal (WSJ)"."""
    return {plain for part in re.split(r"[()]", name) if len(plain := _plain(part)) > 1}


def _plain(name: str) -> str:
    return _FILLER.sub("", name).lower()


def _copies(summaries: Sequence[Summary]) -> Iterable[tuple[int, int, str]]:
    """Articles of which a good part is the same text, found by runs of words they share."""
    runs = [_runs(summary) for summary in summaries]
    holders: dict[int, list[int]] = defaultdict(list)
    for number, own in enumerate(runs):
        for run in own:
            holders[run].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in holders.values():
        for position, right in enumerate(numbers):
            for left in numbers[:position]:
                shared[left, right] += 1
    for (left, right), count in sorted(shared.items()):
        share = count / max(1, min(len(runs[left]), len(runs[right])))
        if share >= COPIED_SHARE:
            yield left, right, f"near-identical passages ({share:.0%} of the shorter text)"


def _runs(summary: Summary) -> set[int]:
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
    own = summaries[members[0]].main_source
    basis = "; ".join(dict.fromkeys(inside)) or (f"retells {own}" if own else "own reporting")
    digest = hashlib.sha256("\x1f".join(sorted(ids)).encode()).hexdigest()[:12]
    return Origin(origin_id=f"o{digest}", label=label, article_ids=ids, basis=basis)


def _label(members: Sequence[int], summaries: Sequence[Summary]) -> str:
    sources = [s for i in members if (s := summaries[i].main_source)]
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
